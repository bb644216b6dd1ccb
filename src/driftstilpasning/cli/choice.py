"""What a call of ``dt validate`` asks about: files of one portfolio, and codes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text

if TYPE_CHECKING:
    from driftstilpasning.checking.since import Change
    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.source.tree import FolderTree

_MISSING = Text(nb="finnes ikke: {path}", nn="finst ikkje: {path}", en="no such file or folder: {path}")
_OUTSIDE = Text(
    nb="{path} ligger ikke i porteføljen {root}",
    nn="{path} ligg ikkje i porteføljen {root}",
    en="{path} does not lie in the portfolio {root}",
)
_NEITHER = Text(
    nb="{path} er verken planen eller et tiltak: tiltak er filer i measures/ som slutter på .yaml",
    nn="{path} er korkje planen eller eit tiltak: tiltak er filer i measures/ som sluttar på .yaml",
    en="{path} is neither the plan nor a measure: measures are files in measures/ that end in .yaml",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The findings that are asked for; the whole portfolio is read all the same."""

    root: Path
    names: tuple[str, ...]
    """Files and folders as the portfolio names them; none means all of it."""
    codes: frozenset[str] | None
    """The codes that are shown; None means all."""

    @property
    def tree(self) -> "FolderTree":
        """The whole portfolio."""
        from driftstilpasning.source.tree import FolderTree

        return FolderTree(self.root)

    def among(self, found: "Iterable[Diagnostic]", change: "Change | None" = None) -> "list[Diagnostic]":
        """Those of ``found`` that are asked for, and that stand in a file which a ``change``, if any, has touched."""
        return [
            one
            for one in found
            if self.has(one.where.file)
            and (self.codes is None or one.code in self.codes)
            and (change is None or one.where.file in change.touched)
        ]

    def shown(self, found: "Sequence[Diagnostic]") -> "list[Diagnostic]":
        """Those of ``found`` that are asked for, after what keeps the plan from being read."""
        asked = self.among(found)
        return asked if self.has(PLAN) else [one for one in found if _voids_all(one)] + asked

    def files(self) -> Iterator[str]:
        """The names of the files that are asked for."""
        return (name for name, _ in self.tree.files() if self.has(name))

    def has(self, name: str) -> bool:
        """Whether the file ``name`` is asked for."""
        return not self.names or any(one in (".", name) or name.startswith(f"{one}/") for one in self.names)


def chosen(session: Session, paths: Sequence[Path], select: Sequence[str], ignore: Sequence[str]) -> Choice:
    """The choice of one call, in the portfolio that the first of ``paths`` lies in.

    Raises:
        DtError: a path that there is not, that lies outside the portfolio or is no part of what is read; a code that
            there is not.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise DtError(_MISSING, path=str(path))
    root = session.root(paths[0] if paths else None)
    names = tuple(_named(path, root) for path in paths)
    if not select and not ignore:
        return Choice(root, names, None)
    from driftstilpasning.checking.selection import shown_codes

    return Choice(root, names, shown_codes(select, ignore))


def _named(path: Path, root: Path) -> str:
    """``path`` as it is named in the portfolio: as it was written where that is in it, else where its links lead.

    Raises:
        DtError: it is no part of what is read.
    """
    from driftstilpasning.source.tree import holds

    real = Path(os.path.realpath(path.parent)) / path.name
    for place, folder in ((_absolute(path), _absolute(root)), (real, root.resolve()), (path.resolve(), root.resolve())):
        if place.is_relative_to(folder):
            name = place.relative_to(folder).as_posix()
            if not holds(name, folder=path.is_dir()):
                raise DtError(_NEITHER, path=str(path))
            return name
    raise DtError(_OUTSIDE, path=str(path), root=str(root))


def _voids_all(found: "Diagnostic") -> bool:
    if found.where.file != PLAN:
        return False
    from driftstilpasning.checking.selection import voids_all

    return voids_all(found)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  # links stay
