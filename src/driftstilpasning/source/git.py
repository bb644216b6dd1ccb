"""A portfolio as it was at a revision, read from git's store: without a checkout, an index or a shell."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, NamedTuple, TypeAlias, cast

from driftstilpasning.errors import DtError, reason
from driftstilpasning.source.tree import LARGEST, MEASURES, PLAN, File, Unreadable, is_meant
from driftstilpasning.text import Text

_NO_GIT = Text(
    nb="kan ikke starte git, som trengs for å lese eldre utgaver av porteføljen: {why}. Installer git",
    nn="kan ikkje starte git, som trengst for å lese eldre utgåver av porteføljen: {why}. Installer git",
    en="cannot start git, which is needed to read older versions of the portfolio: {why}. Install git",
)
_NO_REPOSITORY = Text(
    nb="{root} ligger ikke i et git-repo, så det finnes ingen eldre utgave å lese: begynn med «git init»",
    nn="{root} ligg ikkje i eit git-repo, så det finst inga eldre utgåve å lese: byrja med «git init»",
    en="{root} does not lie in a git repository, so there is no older version to read: begin with `git init`",
)
_REFUSED = Text(
    nb="git kan ikke lese historikken til {root}: {why}",
    nn="git kan ikkje lese historikken til {root}: {why}",
    en="git cannot read the history of {root}: {why}",
)
_UNKNOWN = Text(
    nb="git kjenner ikke revisjonen {revision}: se «git branch --all» og «git log»",
    nn="git kjenner ikkje revisjonen {revision}: sjå «git branch --all» og «git log»",
    en="git does not know the revision {revision}: see `git branch --all` and `git log`",
)
_SHALLOW = Text(
    nb="bare en del av git-historikken er hentet, og {revision} henger ikke sammen med den: hent hele med "
    "«git fetch --unshallow» (fetch-depth: 0 i GitHub Actions, GIT_DEPTH: 0 i GitLab)",
    nn="berre ein del av git-historikken er henta, og {revision} heng ikkje saman med han: hent heile med "
    "«git fetch --unshallow» (fetch-depth: 0 i GitHub Actions, GIT_DEPTH: 0 i GitLab)",
    en="only part of git's history was fetched, and {revision} is not connected to it: fetch all of it with "
    "`git fetch --unshallow` (fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab)",
)
_APART = Text(
    nb="{revision} og HEAD har ingen felles historikk: velg en revisjon som HEAD bygger på",
    nn="{revision} og HEAD har ingen felles historikk: vel ein revisjon som HEAD byggjer på",
    en="{revision} and HEAD share no history: choose a revision that HEAD builds on",
)

_CHOOSE_REPOSITORY: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git sets in a hook; here the portfolio's folder alone says which repository is meant."""

_HEAD: Final = ("HEAD", "@")

_MOST_LINKS: Final = 40
"""Links in a row before they are held to go in a circle, as in Linux."""

_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class GitTree:
    """A portfolio at a revision; ``root`` is the folder where it lies today, in any worktree.

    What :class:`~driftstilpasning.source.tree.FolderTree` would have read from a checkout: links are followed inside
    the portfolio and refused out of it. Submodules are not part of it.
    """

    root: Path
    revision: str

    def files(self) -> Iterator[File]:
        """As :meth:`Tree.files`; nothing when there was no portfolio yet.

        Raises:
            DtError: git is missing, the folder is in no repository, or git does not know the revision.
        """
        commit = _commit(self.root, self.revision)
        entries = list(_snapshot(self.root, commit).entries())
        contents = _contents(self.root, [entry for _, entry in entries if isinstance(entry, str)])
        for name, entry in entries:
            yield name, next(contents) if isinstance(entry, str) else entry


def merge_base(root: Path, revision: str) -> str | None:
    """The commit where HEAD and ``revision`` parted: ``revision`` itself where HEAD builds on it.

    None where ``revision`` is HEAD and no commit has been made yet.

    Raises:
        DtError: as :meth:`GitTree.files`, or the two share no history.
    """
    if revision in _HEAD and _is_unborn(root):
        return None
    commit = _commit(root, revision)
    done = _run(root, "merge-base", commit, "HEAD")
    if done.returncode:
        raise DtError(_SHALLOW if _is_shallow(root) else _APART, revision=revision)
    return done.stdout.decode().strip()


def _commit(root: Path, revision: str) -> str:
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = done.stdout.decode(errors="replace").strip()
    if done.returncode or not commit.isalnum():  # "^main" is a revision left out
        _prefix(root)
        raise DtError(_SHALLOW if _is_shallow(root) else _UNKNOWN, revision=revision)
    return commit


def _is_unborn(root: Path) -> bool:
    """Whether HEAD is a branch without a commit."""
    if not _run(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return False
    return not _run(root, "symbolic-ref", "--quiet", "HEAD").returncode


def _is_shallow(root: Path) -> bool:
    return _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _prefix(root: Path) -> tuple[str, ...]:
    """The folders that lead from the top of the repository to the portfolio."""
    written = os.fsdecode(_output(root, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    return tuple(written.split("/")[:-1])


class _Link(NamedTuple):
    target: str


_Folder: TypeAlias = "dict[str, _Node]"
_Node: TypeAlias = "str | _Link | _Folder"  # a blob's id, a link, a folder
_End: TypeAlias = "str | _Folder | Unreadable"  # where all links have been followed
_Place = tuple[str, ...]
_Reached: TypeAlias = "Iterator[tuple[str, _Place, _End | None]]"
_Level: TypeAlias = "tuple[str, tuple[_Place, ...], _Reached]"
"""The folder that is being read: its name with ``/``, the places that lead to it, and what is left in it."""
_ELSEWHERE: Final = ("..",)


def _snapshot(root: Path, commit: str) -> "_Snapshot":
    """Everything in the repository at ``commit``: a link may lead through folders outside the portfolio."""
    top: _Folder = {}
    folders: dict[str, _Folder] = {"": top}
    links: list[tuple[_Folder, str, str]] = []
    for line in _output(root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")[:-1]:
        entry, _, path = line.partition(b"\t")
        mode, kind, blob = entry.decode().split()
        if kind != "blob":
            continue
        above, _, name = os.fsdecode(path).rpartition("/")
        folder = _folder(folders, above)
        folder[name] = blob
        if mode == "120000":
            links.append((folder, name, blob))
    targets = _contents(root, [blob for _, _, blob in links])
    for (folder, name, _), target in zip(links, targets, strict=True):
        folder[name] = _Link(os.fsdecode(target))
    return _Snapshot(top, _prefix(root))


def _folder(folders: dict[str, _Folder], path: str) -> _Folder:
    """The folder at ``path``, and those above it, made where it is new."""
    new = []
    while path not in folders:
        new.append(path)
        path = path.rpartition("/")[0]
    folder = folders[path]
    for path in reversed(new):
        made: _Folder = {}
        folders[path] = folder[path.rpartition("/")[2]] = made
        folder = made
    return folder


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """Every file of a repository at one commit, and where the portfolio lies in it."""

    top: _Folder
    home: _Place

    def entries(self) -> Iterator[tuple[str, str | Unreadable]]:
        """The name of each file of the portfolio, and the id of its content; in the order of :class:`Tree`."""
        budgets, _, plan = PLAN.partition("/")
        place, folder = self._follow((*self.home, budgets))
        if isinstance(folder, dict) and plan in folder:
            yield PLAN, self._file((*place, plan))
        place, folder = self._follow((*self.home, MEASURES))
        if not self._inside(place):
            yield MEASURES, Unreadable("outside")
        elif isinstance(folder, dict):
            yield from self._walk(folder, place)

    def _walk(self, top: _Folder, place: _Place) -> Iterator[tuple[str, str | Unreadable]]:
        """The YAML files below the folder ``top`` of measures, which is at ``place``."""
        levels: list[_Level] = [(f"{MEASURES}/", (place,), self._reached(top, place))]
        while levels:
            prefix, above, entries = levels[-1]
            name, place, node = next(entries, ("", place, None))
            if node is None:
                levels.pop()
            elif not isinstance(node, dict):
                if is_meant(name):
                    yield prefix + name, self._file((*above[-1], name))
            elif not self._inside(place):
                yield prefix + name, Unreadable("outside")
            elif any(len(other) >= len(place) and other[: len(place)] == place for other in above):
                yield prefix + name, Unreadable("loop")
            else:
                levels.append((f"{prefix}{name}/", (*above, place), self._reached(node, place)))

    def _reached(self, folder: _Folder, place: _Place) -> "_Reached":
        """Each name in ``folder`` that is not hidden, where it leads and what is there, in order."""
        reached = [(name, *self._follow((*place, name))) for name in folder if not name.startswith(".")]
        return iter(sorted(reached, key=lambda one: f"{one[0]}/" if isinstance(one[2], dict) else one[0]))

    def _file(self, path: _Place) -> str | Unreadable:
        place, node = self._follow(path)
        if not self._inside(place):
            return Unreadable("outside")
        return Unreadable("not-a-file") if isinstance(node, dict) else node

    def _inside(self, place: _Place) -> bool:
        return place[: len(self.home)] == self.home

    def _follow(self, path: _Place) -> "tuple[_Place, _End]":
        """Where ``path`` leads when every link on the way is followed, and what is there."""
        ahead = list(reversed(path))
        place: list[str] = []
        nodes: list[_End] = [self.top]
        links = 0
        while ahead:
            part = ahead.pop()
            if part == ".." and not place:
                return _ELSEWHERE, Unreadable("outside")
            if part == "..":
                place.pop()
                nodes.pop()
            elif part not in ("", "."):
                folder = nodes[-1]
                node = folder.get(part) if isinstance(folder, dict) else None
                if isinstance(node, _Link):
                    links += 1
                    if links > _MOST_LINKS:
                        return self.home, Unreadable("loop")
                    if node.target.startswith("/"):
                        return _ELSEWHERE, Unreadable("outside")
                    ahead.extend(reversed(node.target.split("/")))
                else:
                    place.append(part)
                    nodes.append(Unreadable("gone") if node is None else node)
        return tuple(place), nodes[-1]


def _contents(root: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """What each blob holds, one byte more than the limit at most, all from one process.

    git reads the ids from a file: a pipe would fill up, and git wait for us while we wait for git.
    """
    if not blobs:
        return
    with TemporaryFile() as wanted:
        wanted.writelines(f"{blob}\n".encode() for blob in blobs)
        wanted.seek(0)
        command = _start(root, "cat-file", "--batch", "--buffer", stdin=wanted, stderr=subprocess.DEVNULL)
        with command as git, cast("IO[bytes]", git.stdout) as stream:
            for _ in blobs:
                yield _next(stream, root)


def _next(stream: IO[bytes], root: Path) -> bytes:
    """The content that follows a line ``<id> blob <size>``.

    Raises:
        DtError: git has no such object, or has stopped: part of the store is missing.
    """
    header = stream.readline().decode().rstrip()
    _, _, size = header.partition(" blob ")
    if not size:
        raise DtError(_REFUSED, root=str(root), why=header or "git cat-file")
    content = stream.read(min(int(size), LARGEST + 1))
    left = int(size) + 1 - len(content)  # with the line end
    while left and (skipped := stream.read(min(left, _CHUNK))):
        left -= len(skipped)
    if left:
        raise DtError(_REFUSED, root=str(root), why=header)
    return content


def _run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    with _start(root, *arguments) as git:
        out, err = git.communicate()
    return subprocess.CompletedProcess(arguments, git.returncode, out, err)


def _output(root: Path, *arguments: str) -> bytes:
    """What git prints.

    Raises:
        DtError: git refuses, in git's own words: the repository may be damaged, or owned by somebody else.
    """
    done = _run(root, *arguments)
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        if "not a git repository" in said:
            raise DtError(_NO_REPOSITORY, root=str(root))
        raise DtError(_REFUSED, root=str(root), why=said.strip().removeprefix("fatal: "))
    return done.stdout


def _start(
    root: Path,
    *arguments: str,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
    stderr: int = subprocess.PIPE,
) -> "subprocess.Popen[bytes]":
    environ = {name: value for name, value in os.environ.items() if name not in _CHOOSE_REPOSITORY}
    try:
        return subprocess.Popen(  # noqa: S603  # no shell, and a revision never stands where an option can
            ["git", "-C", root, *arguments],  # noqa: S607  # whichever git the reader uses
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**environ, "LC_ALL": "C"},
        )
    except OSError as error:
        raise DtError(_NO_GIT, why=reason(error)) from error
