"""Laying out text in the cells of a terminal: width, colour, tables, bars. No words and no figures here."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal

from driftstilpasning.text.safe import printable

Align = Literal["left", "right"]
Paint = Literal["bold", "dim", "red", "yellow", "green", "cyan", "blue", "strike"]

_CODES: Final[dict[str, str]] = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "yellow": "33",
    "green": "32",
    "blue": "34",
    "cyan": "36",
    "strike": "9",
}
_LONG_WORD: Final = re.compile(r"[^\W\d_]{14,}")
"""Letters enough that they may not fit in a line."""

_SIMPLE: Final = re.compile("[\0-\u02af\u2010-\u25ff]*")
"""Latin letters, punctuation and box drawing: every character is one cell wide."""


_NARROWEST: Final = 14
"""No column of text is narrower."""

_FEWEST: Final = 2
"""No table is divided into fewer columns."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader's terminal can show."""

    width: int = 80
    color: bool = False
    boxes: bool = True

    def paint(self, text: str, *paints: Paint) -> str:
        """``text`` in a colour or weight, where there is colour."""
        if not self.color or not paints or not text:
            return text
        return f"\x1b[{';'.join(_CODES[paint] for paint in paints)}m{text}\x1b[0m"


def width(text: str) -> int:
    """How many cells ``text`` takes; wide and combining characters are measured by rich's tables."""
    if _SIMPLE.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  # needed for few texts, and costs a tenth of a start

    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """``text`` in at most ``cells`` cells, with … where it was cut."""
    shown = printable(text[: cells + 1])
    if len(text) <= cells and width(shown) <= cells:
        return shown
    shown = shown[:cells]
    while shown and width(shown) > cells - 1:
        shown = shown[:-1]
    return shown.rstrip() + "…"


def pad(text: str, cells: int, align: Align = "left") -> str:
    """``text`` filled with spaces to ``cells`` cells."""
    fill = " " * max(0, cells - width(text))
    return fill + text if align == "right" else text + fill


def wrap(text: str, cells: int, indent: str = "") -> list[str]:
    """``text`` in lines of at most ``cells`` cells, those after the first indented; a longer word gets a hyphen."""
    cells = max(cells, _NARROWEST)
    text = _LONG_WORD.sub(lambda word: _hyphened(word[0], cells - len(indent)), printable(text))
    lines = textwrap.wrap(text, cells, subsequent_indent=indent, break_on_hyphens=False)
    if any(width(line) > cells for line in lines):  # letters two cells wide
        lines = textwrap.wrap(text, cells // 2, subsequent_indent=indent, break_on_hyphens=False)
    return lines or [""]


def _hyphened(word: str, cells: int) -> str:
    parts = [word[i : i + cells - 1] for i in range(0, len(word), cells - 1)]
    return word if len(word) <= cells else "- ".join(parts)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its alignment, and whether it gives way when space is short."""

    title: str
    align: Align = "right"
    flexible: bool = False


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], screen: Screen, *, total: bool = False
) -> list[str]:
    """The lines of a table no wider than the screen: headings, a rule, rows; the last is a total if said.

    Flexible columns give way, and what they hold goes on in the next line: nothing is cut. Columns that
    still have no room follow in a table below, the first column repeated.
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    heads = [_heads(column, [row[i] for row in cells]) for i, column in enumerate(columns)]
    widths = [max([*(width(part) for part in head), *(width(row[i]) for row in cells)]) for i, head in enumerate(heads)]
    gaps = 2 * (len(widths) - 1)
    flexible = [i for i, column in enumerate(columns) if column.flexible and widths[i] > _NARROWEST]
    widths = [min(wide, screen.width) if i in flexible else wide for i, wide in enumerate(widths)]
    while flexible and sum(widths) + gaps > screen.width:
        widest = max(flexible, key=lambda i: widths[i])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    fits = len(widths)
    while fits > _FEWEST and sum(widths[:fits]) + 2 * (fits - 1) > screen.width:
        fits -= 1
    if fits < len(widths):
        halves = (range(fits), (0, *range(fits, len(widths))))
        first, second = (
            table([columns[i] for i in half], [[row[i] for i in half] for row in cells], screen, total=total)
            for half in halves
        )
        return [*first, "", *second]
    tall = max((len(head) for head in heads), default=1)
    parts = [[""] * (tall - len(head)) + head for head in heads]
    lines = [screen.paint(_line([part[i] for part in parts], columns, widths), "bold") for i in range(tall)]
    lines.append(screen.paint(("─" if screen.boxes else "-") * (sum(widths) + gaps), "dim"))
    for number, row in enumerate(cells, start=1):
        wrapped = [wrap(cell, widths[i]) if width(cell) > widths[i] else [cell] for i, cell in enumerate(row)]
        for parts_of_row in zip_longest(*wrapped, fillvalue=""):
            line = _line(parts_of_row, columns, widths)
            lines.append(screen.paint(line, "bold") if total and number == len(cells) else line)
    return lines


def _heads(column: Column, cells: Sequence[str]) -> list[str]:
    """The heading in lines about as wide as what stands below it; no word of it is broken."""
    below = max((width(cell) for cell in cells), default=0)
    word = max((width(word) for word in column.title.split(" ")), default=0)
    return textwrap.wrap(column.title, max(below + 5, word), break_long_words=False) or [""]


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    parts = (
        pad(cut(cell, widths[i]), widths[i], column.align)
        for i, (cell, column) in enumerate(zip(cells, columns, strict=True))
    )
    return "  ".join(parts).rstrip()


def bar(segments: Sequence[tuple[int, str]], whole: int, cells: int) -> list[str]:
    """``cells`` characters in which each segment has its part of ``whole``, and the rest is ░.

    What is not nothing has a cell at least, the rest too; so a bar is full only when the whole is reached.
    """
    full = cells if sum(max(0, amount) for amount, _ in segments) >= whole else cells - 1
    parts, reached, drawn = [], 0, 0
    for amount, sign in segments:
        reached += max(0, amount)
        until = max(round(cells * reached / whole), drawn + (amount > 0))
        until = min(full, until)
        parts.append(sign * (until - drawn))
        drawn = until
    return [*parts, "░" * (cells - drawn)]
