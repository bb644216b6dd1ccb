"""Cells of the workbook: values, formulas with what they come to, and where they stand."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from driftstilpasning.output.tables import Value


class Live(NamedTuple):
    """A formula, and what it comes to as the workbook is written."""

    formula: str
    value: Value


Content = Value | Live
"""What is written to a cell."""

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
        column = xl_col_to_name(self._place[key], col_abs=True)
        return f"{quoted(self.sheet)}!{column}${self.top + 1}:{column}${self.top + max(1, self.rows)}"

    def cell(self, row: int, key: Key) -> str:
        """One cell, ``row`` counted from 0 within the block."""
        return f"{quoted(self.sheet)}!{xl_rowcol_to_cell(self.top + row, self._place[key], row_abs=True, col_abs=True)}"

    def span(self, row: int, first: Key, last: Key) -> str:
        """Cells beside each other in one row."""
        ends = (
            xl_rowcol_to_cell(self.top + row, self._place[key], row_abs=True, col_abs=True) for key in (first, last)
        )
        return f"{quoted(self.sheet)}!{':'.join(ends)}"

    def column(self, key: Key) -> int:
        """The column's number in the sheet, from 0."""
        return self._place[key]

    def __contains__(self, key: Key) -> bool:
        """Whether the block has such a column."""
        return key in self._place


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def words(text: str) -> str:
    """A text as formulas write it."""
    return '"' + text.replace('"', '""') + '"'


def added(terms: Sequence[str]) -> str:
    """The sum of ``terms`` as a formula writes it."""
    return "+".join(terms).replace("+-", "-") or "0"
