"""The other tools: how each is run, and what it says in one form."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata, util
from pathlib import Path
from typing import Any, Protocol

from tests.documents import ROOT
from tests.editor.language_server import editor

SCHEMA = ROOT / "schema/measure.json"
_STYLE = frozenset({"document-start", "line-length"})
"""What yamllint has against the style of sound files too."""


@dataclass(frozen=True)
class Remark:
    """One thing that a tool says of a file; lines and columns count from 1, where it tells them."""

    text: str
    line: int | None = None
    column: int | None = None


class Peer(Protocol):
    """A tool to compare with."""

    name: str

    def version(self) -> str | None:
        """The version that is installed; None where it is not."""

    def remarks(self, files: Sequence[Path]) -> Mapping[Path, Sequence[Remark]]:
        """What it says of each file."""


class CheckJsonschema:
    """check-jsonschema with the schema of a measure."""

    name = "check-jsonschema"

    def version(self) -> str | None:
        """As :meth:`Peer.version`."""
        return metadata.version(self.name) if util.find_spec("check_jsonschema") else None

    def remarks(self, files: Sequence[Path]) -> Mapping[Path, Sequence[Remark]]:
        """As :meth:`Peer.remarks`."""
        return {file: list(self._of(file)) for file in files}

    def _of(self, file: Path) -> Iterator[Remark]:
        done = _run(
            "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(SCHEMA), file.name, at=file
        )
        said = json.loads(done.stdout)
        for error in said.get("parse_errors", ()):
            yield Remark(error["message"])
        for error in said["errors"]:
            deepest = error.get("best_deep_match")
            more = f" Best deep match: {deepest['path']}: {deepest['message']}" if deepest else ""
            yield Remark(f"{error['path']}: {error['message']}{more}")


class Yamllint:
    """yamllint as it is, without a configuration."""

    name = "yamllint"

    def version(self) -> str | None:
        """As :meth:`Peer.version`."""
        return metadata.version(self.name) if util.find_spec("yamllint") else None

    def remarks(self, files: Sequence[Path]) -> Mapping[Path, Sequence[Remark]]:
        """As :meth:`Peer.remarks`."""
        return {file: list(self._of(file)) for file in files}

    def _of(self, file: Path) -> Iterator[Remark]:
        done = _run("-m", "yamllint", "-f", "parsable", file.name, at=file)
        for line in done.stdout.splitlines():
            match = re.fullmatch(r".*?:(\d+):(\d+): \[\w+\] (.*) \((.*)\)", line)
            if match is not None and match[4] not in _STYLE:
                yield Remark(match[3], int(match[1]), int(match[2]))
        crash = re.search(r"^([\w.]+Error: .*)$", done.stderr, re.MULTILINE)
        if crash is not None:
            yield Remark(f"crashes with a traceback: {crash[1]}")


class LanguageServer:
    """The language server of VS Code's YAML extension, with the schema of a measure."""

    name = "yaml-language-server"

    def _command(self) -> str | None:
        return os.environ.get("DT_YAML_LANGUAGE_SERVER") or shutil.which(self.name)

    def version(self) -> str | None:
        """As :meth:`Peer.version`."""
        command = self._command()
        if command is None:
            return None
        folders = Path(command).resolve().parents
        package = next(folder / "package.json" for folder in folders if (folder / "package.json").exists())
        version: str = json.loads(package.read_text("utf-8"))["version"]
        return version

    def remarks(self, files: Sequence[Path]) -> Mapping[Path, Sequence[Remark]]:
        """As :meth:`Peer.remarks`, of the text that an editor would give it."""
        command = self._command()
        assert command is not None, "it has a version"
        settings = {"validate": True, "schemas": {SCHEMA.as_uri(): "**/measures/**"}}
        with editor(command, ROOT, settings) as server:
            found = server.diagnostics({file: _opened(file.read_bytes()) for file in files})
        return {file: [_remark(diagnostic) for diagnostic in found[file]] for file in files}


PEERS: Sequence[Peer] = (CheckJsonschema(), Yamllint(), LanguageServer())


def stored(remarks: Sequence[Remark]) -> list[dict[str, Any]]:
    """``remarks`` as JSON has them."""
    return [asdict(remark) for remark in remarks]


def _remark(diagnostic: Mapping[str, Any]) -> Remark:
    start = diagnostic["range"]["start"]
    return Remark(diagnostic["message"], start["line"] + 1, start["character"] + 1)


def _opened(raw: bytes) -> str:
    """The text that an editor shows of a file which it takes for UTF-8, unless a mark says UTF-16."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    return raw.decode("utf-8", "replace")


def _run(*arguments: str, at: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *arguments]
    return subprocess.run(  # noqa: S603  # installed tools on our own files
        command, cwd=at.parent, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
