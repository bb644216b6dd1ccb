"""What is to change in the files of a portfolio: shown as a difference, or written."""

import difflib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from driftstilpasning.checking.fixing import Mended
from driftstilpasning.errors import DtError
from driftstilpasning.output.atomic import write_whole
from driftstilpasning.output.layout import Paint, Screen
from driftstilpasning.source.encoding import UTF_8, WINDOWS_1252, decode
from driftstilpasning.source.tree import FolderTree, Unreadable
from driftstilpasning.text import Text
from driftstilpasning.text.safe import printable

_OUTSIDE = Text(
    nb="{path} er ikke endret: lenken fører ut av porteføljen",
    nn="{path} er ikkje endra: lenkja fører ut av porteføljen",
    en="{path} is not changed: the link leads out of the portfolio",
)
_CHANGED = Text(
    nb="{path} er ikke endret: filen er endret siden den ble lest. Kjør kommandoen en gang til",
    nn="{path} er ikkje endra: fila er endra sidan ho vart lesen. Køyr kommandoen ein gong til",
    en="{path} is not changed: the file has changed since it was read. Run the command again",
)
_PROTECTED = Text(
    nb="{path} er ikke endret: filen er skrivebeskyttet",
    nn="{path} er ikkje endra: fila er skriveverna",
    en="{path} is not changed: the file is read-only",
)
_UNWRITABLE = Text(
    nb="{path} er ikke endret: {why}",
    nn="{path} er ikkje endra: {why}",
    en="{path} is not changed: {why}",
)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_WRITABLE: Final = 0o222
_PAINTS: Final[dict[str, Paint]] = {"-": "red", "+": "green", "@": "cyan"}


def diff(files: Iterable[Mended], screen: Screen) -> str:
    """The lines that change, as ``diff -u`` shows them; what a terminal must not be sent is shown as an escape."""
    return "".join(_painted(line, screen) for file in files for line in _difference(file))


def _difference(file: Mended) -> Iterator[str]:
    before, after = (_lines(raw) for raw in (file.before, file.after))
    name, encoding = printable(file.name), decode(file.before).encoding
    yield f"--- {name}\n" if encoding == UTF_8 else f"--- {name}\t{encoding}\n"
    yield f"+++ {name}\n" if encoding == UTF_8 else f"+++ {name}\t{UTF_8}\n"
    for line in list(difflib.unified_diff(before, after))[2:]:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(raw: bytes) -> list[str]:
    """The lines of a file with their ends; a byte that is not UTF-8 is shown as such, in a file that is nearly so."""
    text, encoding, _ = decode(raw)
    if text is None or encoding == WINDOWS_1252:
        text = raw.decode("utf-8-sig", "backslashreplace")
    lines = []
    for line, end in _LINE.findall(text):
        shown = "\t".join(printable(part) for part in line.split("\t"))
        lines.append(shown + {"\r": "\\r\n"}.get(end, end))
    return lines if lines[-1] else lines[:-1]


def _painted(line: str, screen: Screen) -> str:
    text = line.rstrip("\r\n")
    paints: list[Paint] = ["bold"] if line[:4] in ("--- ", "+++ ") else [_PAINTS[line[0]]] if line[0] in _PAINTS else []
    return screen.paint(text, *paints) + line[len(text) :]


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and why others were not."""

    files: tuple[Mended, ...]
    failures: tuple[DtError, ...]


def write(files: Iterable[Mended], tree: FolderTree) -> Written:
    """Write each file whole; one that cannot be written is left as it is and keeps no other from being written.

    A file is never written where a link leads out of the portfolio, nor when it is no longer what was read. One
    that has several names in the portfolio is written once.
    """
    written: dict[Path, Mended] = {}
    failures: list[DtError] = []
    for file in files:
        try:
            place = tree.place(file.name)
            if place is None:
                raise DtError(_OUTSIDE, path=file.name)  # noqa: TRY301  # a failure as any other
            if place not in written:
                _write(file, place, tree)
                written[place] = file
        except DtError as error:
            failures.append(error)
    return Written(tuple(written.values()), tuple(failures))


def _write(file: Mended, place: Path, tree: FolderTree) -> None:
    now = tree.read(file.name)
    if isinstance(now, Unreadable) or now != file.before:
        raise DtError(_CHANGED, path=file.name)
    if not place.stat().st_mode & _WRITABLE or not os.access(place, os.W_OK):
        raise DtError(_PROTECTED, path=file.name)
    try:
        write_whole(place, file.after)
    except DtError as error:
        raise DtError(_UNWRITABLE, path=file.name, why=error.facts["why"]) from error
