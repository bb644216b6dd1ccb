"""Tables as they lie in a file: every cell with its place, nothing yet understood.

A workbook's numbers are binary: they are taken to the fifteen digits that Excel knows. Of a formula its last result is
read. What a file of text says is text.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from defusedxml import ElementTree

from driftstilpasning.errors import DtError
from driftstilpasning.source.encoding import decode
from driftstilpasning.text import Said, Text

LARGEST: Final = 20 << 20
"""No list of measures is larger, in bytes."""

_LARGEST_UNPACKED: Final = 400 << 20
_MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 500
_MOST_CELLS: Final = 2_000_000
"""Of one sheet of a workbook, those that hold nothing but a format among them."""
_LAST_ROW: Final = 1 << 20
"""No spreadsheet has more rows."""
_DIGITS: Final = 15
"""What Excel knows of a number."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell without a value: a formula that was never computed, or one that came to an error."""

    formula: str
    error: str | None = None


Value = str | Decimal | bool | date | Broken | None
"""What a cell holds; None is an empty one."""


class Place(NamedTuple):
    """Where a cell lies; rows and columns count from 1, and a file of text has one sheet without a name."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """As a spreadsheet calls it: ``C7``."""
        return f"{letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """With the sheet's name, where it has one: ``Tiltak!C7``."""
        return f"{self.sheet}!{self.cell}" if self.sheet else self.cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """All cells of a sheet from its first row on; a row ends with its last cell that holds something."""

    name: str
    rows: Sequence[Sequence[Value]]

    def row(self, row: int) -> Sequence[Value]:
        """The cells of a row; none outside the sheet."""
        return self.rows[row - 1] if 0 < row <= len(self.rows) else ()

    def first(self, row: int) -> int:
        """The column of the first cell of a row that holds something; 0 in an empty row."""
        return next((column for column, cell in enumerate(self.row(row), start=1) if cell is not None), 0)

    def at(self, row: int, column: int) -> Value:
        """What the cell holds; nothing outside the sheet."""
        cells = self.row(row)
        return cells[column - 1] if 0 < column <= len(cells) else None


@dataclass(frozen=True, slots=True)
class Range:
    """A named table of a workbook: its sheet, its header row, its last row, and its first and last column."""

    sheet: str
    header: int
    last: int
    totals: int
    """How many rows of totals stand below the last."""
    columns: range


@dataclass(frozen=True, slots=True)
class Book:
    """A file with tables."""

    file: str
    sheets: Sequence[Sheet]
    properties: Mapping[str, str] = field(default_factory=dict)
    """What the workbook says of itself in properties of its own."""
    tables: Mapping[str, Range] = field(default_factory=dict)


_NOT_TABLES = Text(
    nb="{file} er ikke en tabell som kan leses: {why}",
    nn="{file} er ikkje ein tabell som kan lesast: {why}",
    en="{file} is no table that can be read: {why}",
)
_ENDING = Text(
    nb="endelsen må være .xlsx eller .csv", nn="endinga må vere .xlsx eller .csv", en="its ending must be .xlsx or .csv"
)
_OLD_EXCEL = Text(
    nb="det gamle Excel-formatet. Lagre filen som .xlsx",
    nn="det gamle Excel-formatet. Lagre fila som .xlsx",
    en="the old format of Excel. Save it as .xlsx",
)
_NOT_WORKBOOK = Text(nb="ikke en Excel-arbeidsbok", nn="ikkje ei Excel-arbeidsbok", en="no Excel workbook")
_LOCKED = Text(nb="den er beskyttet med passord", nn="ho er verna med passord", en="it is protected by a password")
_NOT_TEXT = Text(nb="ikke tekst", nn="ikkje tekst", en="not text")
_TOO_LARGE = Text(nb="den er for stor", nn="ho er for stor", en="it is too large")
_ENDLESS = Text(
    nb="en av rutene er for lang. Mangler et anførselstegn?",
    nn="ei av rutene er for lang. Manglar eit hermeteikn?",
    en="one of its cells is too long. Is a quotation mark missing?",
)
_TOO_LONG = Text(
    nb="den har noe i rad {row}, og mer enn {most} rader leses ikke",
    nn="ho har noko i rad {row}, og meir enn {most} rader vert ikkje lesne",
    en="it has something in row {row}, and no more than {most} rows are read",
)
_TOO_WIDE = Text(
    nb="den har noe i kolonne {column}, og mer enn {most} kolonner leses ikke",
    nn="ho har noko i kolonne {column}, og meir enn {most} kolonnar vert ikkje lesne",
    en="it has something in column {column}, and no more than {most} columns are read",
)
_NOTHING = Text(nb="den er tom", nn="ho er tom", en="it is empty")


def read(file: str, raw: bytes) -> Book:
    """The tables in ``raw``; the ending of ``file`` says what it is.

    Raises:
        DtError: it is no table, or too large to be a list of measures.
    """
    ending = PurePosixPath(file).suffix.lower()
    if len(raw) > LARGEST:
        raise DtError(_NOT_TABLES, file=file, why=_TOO_LARGE)
    if ending in (".xlsx", ".xlsm"):
        book = _workbook(file, raw)
    elif ending in (".csv", ".tsv", ".txt"):
        book = _text(file, raw)
    else:
        raise DtError(_NOT_TABLES, file=file, why=_OLD_EXCEL if ending == ".xls" else _ENDING)
    if not any(sheet.rows for sheet in book.sheets):
        raise DtError(_NOT_TABLES, file=file, why=_NOTHING)
    return book


def letters(column: int) -> str:
    """The letters of a column.

    >>> letters(1), letters(26), letters(27), letters(702), letters(703)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _trimmed(file: str, rows: Iterable[list[Value]]) -> Sequence[Sequence[Value]]:
    """``rows`` without empty cells at the end of each, and without empty rows at the end.

    Raises:
        DtError: something stands in a row or a column that is not read.
    """
    kept: list[list[Value]] = []
    for number, cells in enumerate(rows, start=1):
        while cells and cells[-1] is None:
            cells.pop()
        if len(cells) > _MOST_COLUMNS:
            beyond = next(column for column, cell in enumerate(cells, 1) if column > _MOST_COLUMNS and cell is not None)
            said = Said(_TOO_WIDE, {"column": letters(beyond), "most": Decimal(_MOST_COLUMNS)})
            raise DtError(_NOT_TABLES, file=file, why=said)
        if number <= _MOST_ROWS:
            kept.append(cells)
        elif cells:
            said = Said(_TOO_LONG, {"row": Decimal(number), "most": Decimal(_MOST_ROWS)})
            raise DtError(_NOT_TABLES, file=file, why=said)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _text(file: str, raw: bytes) -> Book:
    text = decode(raw).text
    if text is None or "\0" in text:
        raise DtError(_NOT_TABLES, file=file, why=_NOT_TEXT)
    said = re.match(r"sep=([;,\t|])\r?\n", text)  # what Excel writes, and reads, above a table
    first = said.end() if said is not None else 0
    try:
        delimiter = said[1] if said is not None else _delimiter(text)
        rows = _records(text[first:], delimiter)
        found = _trimmed(file, (list[Value](cell.strip() or None for cell in row) for row in rows))
    except csv.Error as error:  # a cell is longer than the module reads
        raise DtError(_NOT_TABLES, file=file, why=_ENDLESS) from error
    return Book(file, [Sheet("", [[]] * bool(first) + list(found))])


def _delimiter(text: str) -> str:
    """The sign that cuts the first lines into the most columns, and each into as many; a comma where none does."""
    sample = "".join(text.splitlines(keepends=True)[:50])

    def fitness(delimiter: str) -> tuple[float, int]:
        widths = [len(row) for row in _records(sample, delimiter) if any(row)] or [1]
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        return (widths.count(usual) / len(widths) if usual > 1 else 0, usual)

    return max(",;\t|", key=fitness)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _workbook(file: str, raw: bytes) -> Book:
    import openpyxl  # noqa: PLC0415  # loading it takes longer than reading a list of text

    if raw[:4] == b"\xd0\xcf\x11\xe0":
        raise DtError(_NOT_TABLES, file=file, why=_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            _refuse_bomb(parts, file)
            ranges = dict(_ranges(parts))
        values, formulas = (
            openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only) for data_only in (True, False)
        )
        sheets = [
            Sheet(shown.title, _trimmed(file, _cells(file, shown, written)))
            for shown, written in zip(values.worksheets, formulas.worksheets, strict=True)
        ]
    except DtError:
        raise
    except Exception as error:  # a stranger's bytes make openpyxl raise nearly anything
        raise DtError(_NOT_TABLES, file=file, why=_NOT_WORKBOOK) from error
    own = {one.name: str(one.value) for one in values.custom_doc_props.props}
    names = {sheet.title for sheet in values.worksheets}
    return Book(file, sheets, own, {name: one for name, one in ranges.items() if one.sheet in names})


def _refuse_bomb(parts: zipfile.ZipFile, file: str) -> None:
    if sum(part.file_size for part in parts.infolist()) > _LARGEST_UNPACKED:
        raise DtError(_NOT_TABLES, file=file, why=_TOO_LARGE)


def _cells(file: str, shown: Any, written: Any) -> Iterator[list[Value]]:  # noqa: ANN401  # openpyxl has no types
    """The rows of a sheet, from what it shows and what is written in it; below its last in any spreadsheet, none.

    Raises:
        DtError: it has too many cells.
    """
    for sheet in (shown, written):
        sheet.reset_dimensions()  # what a workbook says of its size may be wrong
    read = 0
    for values, formulas in islice(zip(shown.iter_rows(), written.iter_rows(), strict=True), _LAST_ROW):
        read += len(values)
        if read > _MOST_CELLS:
            raise DtError(_NOT_TABLES, file=file, why=_TOO_LARGE)
        yield [_value(value, formula) for value, formula in zip(values, formulas, strict=True)]


def _value(shown: Any, written: Any) -> Value:  # noqa: ANN401
    value = shown.value
    if shown.data_type == "e" or (written.data_type == "f" and value is None):
        return Broken(str(written.value), value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(f"{value:.{_DIGITS}g}")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return (str(value).strip() or None) if value is not None else None


_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def _ranges(parts: zipfile.ZipFile) -> Iterator[tuple[str, Range]]:
    """The named tables of a workbook; read from its parts, for openpyxl knows them only when it holds all cells."""
    book = "xl/workbook.xml"
    targets = _targets(parts, book)
    for sheet in ElementTree.fromstring(parts.read(book)).iter(f"{_MAIN}sheet"):
        name = targets.get(sheet.get(f"{_RELATED}id", ""), "")
        for target in _targets(parts, name).values():
            if not re.search(r"/tables/[^/]+\.xml$", target):
                continue
            table = ElementTree.fromstring(parts.read(target))
            reference = _REFERENCE.fullmatch(table.get("ref", ""))
            if reference is None:
                continue
            left, top, right, bottom = reference.groups()
            columns = range(_number(left), _number(right) + 1)
            totals = int(table.get("totalsRowCount", "0"))
            place = Range(sheet.get("name", ""), int(top), int(bottom) - totals, totals, columns)
            yield table.get("displayName", ""), place


def _targets(parts: zipfile.ZipFile, name: str) -> dict[str, str]:
    """What the part ``name`` refers to, by the identity it gives each."""
    path = PurePosixPath(name)
    try:
        relations = ElementTree.fromstring(parts.read(f"{path.parent}/_rels/{path.name}.rels"))
    except KeyError:
        return {}
    return {
        relation.get("Id", ""): _joined(path.parent, relation.get("Target", ""))
        for relation in relations
        if relation.get("TargetMode") != "External"
    }


def _joined(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = []
    for step in (target.lstrip("/") if target.startswith("/") else f"{folder}/{target}").split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
