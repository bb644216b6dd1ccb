"""``dt validate --watch``: the check, made again whenever the portfolio changes."""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.source.tree import is_meant
from driftstilpasning.text import Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
    from watchfiles import Change

_FOLDERS: Final = ("budgets/", "measures/")
_WAKE: Final = 200
"""Milliseconds between two looks at whether a folder has been moved, made or taken away as a whole."""

_NAMED: Final = 3
"""So many changed files are named; more are counted."""

_WATCHING = Text(
    nb="dt: {time}: følger med på {folders}. Avslutt med Ctrl-C.",
    nn="dt: {time}: følgjer med på {folders}. Avslutt med Ctrl-C.",
    en="dt: {time}: watching {folders}. Stop with Ctrl-C.",
)
_CHANGED = Text(nb="dt: endret: {files}", nn="dt: endra: {files}", en="dt: changed: {files}")
_CANNOT = Text(
    nb="kan ikke følge med på {folders}: {why}",
    nn="kan ikkje følgje med på {folders}: {why}",
    en="cannot watch {folders}: {why}",
)


def watch(root: Path, check: Callable[[], object], session: Session) -> None:
    """Check the portfolio in ``root`` now, and again at every change, until a person stops it.

    What keeps one check from being made is told, and the next change waited for.

    Raises:
        DtError: the folders cannot be watched.
    """
    try:
        for count, names in enumerate(_changes(root)):
            if count:
                _clear()
            if names:
                session.say(_CHANGED, files=names if len(names) <= _NAMED else counted(len(names), *COUNTED["file"]))
            try:
                check()
            except DtError as error:
                session.complain(f"dt: {error.render(session.lang)}")
            sys.stdout.flush()
            session.say(_WATCHING, time=f"{datetime.now().astimezone():%H:%M:%S}", folders=_FOLDERS)
            gc.collect()
    except KeyboardInterrupt:
        raise typer.Exit from None


def _changes(root: Path) -> Iterator[list[str]]:
    """The names of the files that change from now on; at first, and when a whole folder comes or goes, none."""
    import watchfiles

    while True:
        watched = _present(root)
        try:
            several = watchfiles.watch(
                *watched, watch_filter=partial(_matters, root), rust_timeout=_WAKE, yield_on_timeout=True
            )
            for count, changes in enumerate(several):
                if _present(root) != watched:
                    break
                if changes or not count:
                    yield sorted({Path(os.path.relpath(path, root)).as_posix() for _, path in changes})
        except FileNotFoundError:  # a folder has gone just now
            time.sleep(_WAKE / 1000)
        except (OSError, RuntimeError) as error:
            raise DtError(_CANNOT, folders=_FOLDERS, why=str(error)) from error


def _present(root: Path) -> dict[Path, tuple[int, int]]:
    """The folders that there are, and which they are: one may be put in the place of another."""
    found = {}
    for folder in (root.absolute() / name for name in _FOLDERS):
        try:
            status = folder.stat()
        except OSError:
            continue
        found[folder] = (status.st_dev, status.st_ino)
    return found


def _matters(root: Path, change: "Change", path: str) -> bool:
    """Whether what is read may have changed: a file of YAML, a folder, or what was one; nothing that is hidden."""
    names = Path(os.path.relpath(path, root))
    if any(name.startswith(".") for name in names.parts):
        return False
    gone = change.name == "deleted" and not names.suffix
    return gone or is_meant(names.name) or Path(path).is_dir()


def _clear() -> None:
    """Begin on an empty screen, where there is one."""
    if sys.stdout.isatty():
        from rich.console import Console

        Console().clear()
