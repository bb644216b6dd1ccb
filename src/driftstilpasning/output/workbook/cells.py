"""Cells of the workbook: values, formulas with what they come to, and where they stand."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from driftstilpasning.output.tables import Value


class Live(NamedTuple):
    """A formula, and what it comes to as the workbook is written."""

    formula: str
    value: Value


Content = Value | Live
"""What is written to a cell."""


def value(content: Content) -> Value:
    """What a cell holds, or what its formula comes to."""
    return content.value if isinstance(content, Live) else content


Key = Hashable
"""What a column of a block holds."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells under one heading each, which formulas elsewhere speak of."""

    sheet: str
    top: int
    """The first row of content, from 0."""
    keys: Sequence[Key]
    rows: int
    """How many; where there are none, ranges cover one empty row."""
    left: int = 0
    _place: dict[Key, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Note where each column stands."""
        self._place.update({key: self.left + i for i, key in enumerate(self.keys)})

    def range(self, key: Key) -> str:
        """The cells of a column: ``'Utrekning'!$C$5:$C$54``."""
        return self.down(0, max(1, self.rows) - 1, key)

    def cell(self, row: int, key: Key) -> str:
        """One cell, ``row`` counted from 0 within the block."""
        return f"{quoted(self.sheet)}!{self._cell(row, key)}"

    def span(self, row: int, first: Key, last: Key) -> str:
        """Cells beside each other in one row."""
        return f"{self.cell(row, first)}:{self._cell(row, last)}"

    def down(self, first: int, last: int, key: Key) -> str:
        """Cells below each other in one column."""
        return f"{self.cell(first, key)}:{self._cell(last, key)}"

    def _cell(self, row: int, key: Key) -> str:
        return str(xl_rowcol_to_cell(self.top + row, self._place[key], row_abs=True, col_abs=True))

    def column(self, key: Key) -> int:
        """The column's number in the sheet, from 0."""
        return self._place[key]

    def __contains__(self, key: Key) -> bool:
        """Whether the block has such a column."""
        return key in self._place


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def literal(text: str) -> str:
    """A text as formulas write it."""
    return '"' + text.replace('"', '""') + '"'
