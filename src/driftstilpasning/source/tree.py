"""Where a portfolio's files come from: a folder, a test's dictionary, or a revision (:mod:`.git`).

Same order, same bytes.
"""
# ruff: noqa: PTH112, PTH118  # names are text here: a Path for each of ten thousand files takes time

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Final, Protocol

from driftstilpasning.errors import DtError, reason
from driftstilpasning.text import Text

PLAN: Final = "budgets/plan.yaml"
MEASURES: Final = "measures"

LARGEST: Final = 1 << 20
"""No file is larger than a mebibyte: a measure is a page of text."""

_FOLDER_UNREADABLE = Text(
    nb="mappen {path} kan ikke leses: {why}",
    nn="mappa {path} kan ikkje lesast: {why}",
    en="the folder {path} cannot be read: {why}",
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that has a name but gives no bytes; ``why`` is a word of ``rules/dt001_unreadable_file``."""

    why: str


File = tuple[str, bytes | Unreadable]


_ENDINGS: Final = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


def is_meant(name: str) -> bool:
    """Whether a file of this name is a measure or was meant as one: Windows hides what it adds to a name.

    >>> [is_meant(name) for name in ("ad-01.yaml", "ad-01.YML", "ad-01.yaml.txt", "ad-01.yaml.bak", "notes.txt")]
    [True, True, True, False, False]
    """
    return name.lower().endswith(_ENDINGS)


class Tree(Protocol):
    """The files of a portfolio."""

    def files(self) -> Iterator[File]:
        """Each file's name, with ``/``, and its bytes: the plan first, then the measures by name."""
        ...


class OpenTree(Tree, Protocol):
    """A portfolio whose files can be asked for again."""

    def read(self, name: str) -> bytes | Unreadable:
        """What the file of this name holds now."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryTree:
    """Files held in memory: those of a revision, of a test or of an example."""

    contents: Mapping[str, str | bytes | Unreadable]

    def files(self) -> Iterator[File]:
        """As :meth:`Tree.files`."""
        for name in sorted(self.contents, key=lambda name: (name != PLAN, name)):
            if name in (PLAN, MEASURES) or name.startswith(f"{MEASURES}/"):
                yield name, self.read(name)

    def read(self, name: str) -> bytes | Unreadable:
        """As :meth:`OpenTree.read`."""
        content = self.contents.get(name, Unreadable("gone"))
        return content.encode() if isinstance(content, str) else content


@dataclass(frozen=True, slots=True)
class FolderTree:
    """A portfolio in a folder.

    Links are followed inside the portfolio and refused out of it. What is not a plain file is never
    opened for reading, and a hidden file (``.name``) is no measure.
    """

    root: Path

    def read(self, name: str) -> bytes | Unreadable:
        """As :meth:`OpenTree.read`; a file that is not there any longer has gone."""
        root = os.path.realpath(self.root)
        return _read(os.path.join(root, name), root)

    def files(self) -> Iterator[File]:
        """As :meth:`Tree.files`.

        Raises:
            DtError: a folder cannot be listed.
        """
        root = os.path.realpath(self.root)
        plan = os.path.join(root, PLAN)
        if os.path.lexists(plan):
            yield PLAN, _read(plan, root)
        measures = os.path.join(root, MEASURES)
        real = _real(measures)
        if not _inside(real, root):
            yield MEASURES, Unreadable("outside")
        elif os.path.isdir(measures):
            yield from _walk(measures, real, root)

    def place(self, name: str) -> Path | None:
        """Where the file ``name`` is, past all links; None where they lead out of the portfolio."""
        root = os.path.realpath(self.root)
        real = os.path.realpath(os.path.join(root, name))
        return Path(real) if _inside(real, root) else None


_Entries = Iterator[tuple[str, "os.DirEntry[str]"]]
_Level = tuple[str, tuple[str, ...], _Entries]
"""The folder that is being read: its name with ``/``, the real paths that lead to it, and what is left in it."""


def _walk(top: str, real: str, root: str) -> Iterator[File]:
    """The YAML files below the folder ``top`` of measures, which is ``real`` past all links."""
    levels: list[_Level] = [(f"{MEASURES}/", (real,), _entries(top, MEASURES))]
    while levels:
        prefix, above, entries = levels[-1]
        name, entry = next(entries, ("", None))
        if entry is None:
            levels.pop()
        elif name.endswith("/"):
            real = _real(entry.path) if entry.is_symlink() else os.path.join(above[-1], entry.name)
            if not _inside(real, root):
                yield prefix + entry.name, Unreadable("outside")
            elif any(_inside(folder, real) for folder in above):
                yield prefix + entry.name, Unreadable("loop")
            else:
                levels.append((prefix + name, (*above, real), _entries(entry.path, prefix + entry.name)))
        elif is_meant(name):
            yield prefix + name, _read(entry.path, root, link=entry.is_symlink())


def _entries(folder: str, name: str) -> _Entries:
    """What lies in ``folder`` and is not hidden, in order; a folder with ``/``. Nothing, where it has just gone."""
    try:
        with os.scandir(folder) as listing:
            entries = [
                (entry.name + "/" if _is_folder(entry) else entry.name, entry)
                for entry in listing
                if not entry.name.startswith(".")
            ]
    except (FileNotFoundError, NotADirectoryError):
        return iter(())
    except OSError as error:
        raise DtError(_FOLDER_UNREADABLE, path=name, why=reason(error)) from error
    return iter(sorted(entries, key=itemgetter(0)))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether ``entry`` is, or leads to, a folder; a link that leads to itself does not."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _real(path: str) -> str:
    """``path`` past all links; nowhere, where one has gone while it was followed."""
    try:
        return os.path.realpath(path)
    except OSError:
        return ""


def _inside(real: str, root: str) -> bool:
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


_SPARE: Final = 4096
"""Read past the size a file had a moment ago; asking for a mebibyte outright takes three times as long."""


_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def _read(path: str, root: str, *, link: bool = True) -> bytes | Unreadable:
    """The bytes of a plain file, one more than the limit at most; never waits on a pipe or a device."""
    if link and not _inside(path := _real(path), root):
        return Unreadable("outside")
    try:
        handle = os.open(path, _FLAGS)
    except PermissionError:
        return Unreadable("denied")
    except (FileNotFoundError, NotADirectoryError):
        return Unreadable("gone")
    except OSError as error:
        return Unreadable("loop" if error.errno == errno.ELOOP else "failed")
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("not-a-file")
        asked = min(status.st_size + _SPARE, LARGEST + 1)
        raw = os.read(handle, asked)
        while (len(raw) == asked or 0 < len(raw) < status.st_size) and len(
            raw
        ) <= LARGEST:  # it grows, or came in parts
            asked = LARGEST + 1
            more = os.read(handle, asked - len(raw))
            if not more:
                break
            raw += more
    except OSError:
        return Unreadable("failed")
    else:
        return raw
    finally:
        os.close(handle)


def holds(name: str, *, folder: bool) -> bool:
    """Whether a portfolio has its plan or a measure under this name, or may have in the folder of this name."""
    if name in (".", PLAN) or (folder and PLAN.startswith(f"{name}/")):
        return True
    first, *rest = name.split("/")
    if first != MEASURES or any(part.startswith(".") for part in rest):
        return False
    return folder or is_meant(name)


def find_portfolio(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds ``budgets/plan.yaml``."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / PLAN):
            return folder
    return None
