"""Real git repositories for tests."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

IDENTITY = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Kari",
    "GIT_AUTHOR_EMAIL": "kari@example.org",
    "GIT_COMMITTER_NAME": "Kari",
    "GIT_COMMITTER_EMAIL": "kari@example.org",
}
"""A committer, and nobody's own settings."""


@dataclass(frozen=True)
class Repository:
    """A git repository in ``root``; the environment must have :data:`IDENTITY`."""

    root: Path

    def git(self, *arguments: str | Path, stdin: str | None = None) -> str:
        """What git prints."""
        command = ["git", "-C", self.root, *arguments]
        done = subprocess.run(  # noqa: S603
            command, check=True, capture_output=True, text=True, encoding="utf-8", input=stdin, timeout=60
        )
        return done.stdout.strip()

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, and the folders above it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def link(self, name: str, target: str) -> None:
        """Make a link, and the folders above it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    def commit(self) -> str:
        """Commit everything there is; the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Endring")
        return self.git("rev-parse", "HEAD")
