"""The manner in which every sheet is written: formats, cells, headings, paper."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, Final, TypeAlias

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from driftstilpasning.model.money import Money, Unit
from driftstilpasning.output.tables import Value
from driftstilpasning.output.workbook.cells import Content, Live, value
from driftstilpasning.text import Lang

Sheet: TypeAlias = Any
"""A sheet, or anything else, of xlsxwriter, which has no types."""

_INK, _PALE, _OPEN, _QUIET, _LINE = "#1F3A5F", "#EAF0F7", "#FFF7DB", "#595959", "#B8C4D3"
_DATE: Final = "dd.mm.yyyy"
_HEIGHT: Final = 15
"""Points of a line."""
_PIXELS, _PADDING = 7, 5
"""Of a column: for each character, and beside them."""
_WIDEST: Final = 1400
_WORD: Final = 7
"""Letters of a word, of which half are left over at the end of a line."""
_LONGEST_FOOTER: Final = 2 * 230
"""So many bytes of UTF-16 are left of Excel's 255 characters once a page's number stands there too."""

FORMATS: Final[Mapping[str, Mapping[str, object]]] = {
    "text": {"text_wrap": True, "indent": 1},
    "line": {"indent": 1},
    "plain": {"indent": 1},
    "title": {"bold": True, "font_size": 18, "font_color": _INK},
    "subtitle": {"font_color": _QUIET},
    "heading": {"bold": True, "font_size": 13, "font_color": _INK},
    "head": {"bold": True, "text_wrap": True, "bg_color": _INK, "font_color": "#FFFFFF", "indent": 1},
    "head_number": {
        "bold": True,
        "text_wrap": True,
        "bg_color": _INK,
        "font_color": "#FFFFFF",
        "align": "right",
        "indent": 1,
    },
    "label": {"bold": True, "text_wrap": True, "indent": 1},
    "choice": {"bg_color": _OPEN, "border": 1, "border_color": _LINE, "align": "center", "bold": True},
    "total": {"bold": True, "top": 1, "bg_color": _PALE, "indent": 1},
    "band": {"bold": True, "font_color": _INK},
    "head_optional": {"bold": True, "text_wrap": True, "bg_color": _PALE, "font_color": _INK, "indent": 1},
    "head_optional_number": {
        "bold": True,
        "text_wrap": True,
        "bg_color": _PALE,
        "font_color": _INK,
        "align": "right",
    },
    "cell": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "text_cell": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1, "num_format": 49},
    "number_cell": {"valign": "top", "align": "right"},
}
"""What a cell looks like, under a name. A number's form is added to it."""


SCHEMA_VERSION: Final = 1
"""Changes when an older import could not read the workbook."""

_FIXED: Final = datetime(2013, 1, 1)  # noqa: DTZ001  # a workbook knows no time zone
"""When every workbook says it was made, so that the same input gives the same bytes."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def opened(buffer: io.BytesIO, kind: str, title: str, subject: str, unit: Unit, lang: Lang) -> Sheet:
    """A new workbook that says what it is, so that an import knows it: a ``workbook`` or a ``form``, and its unit."""
    made = xlsxwriter.Workbook(buffer, _OPTIONS)
    made.set_properties({"title": title, "subject": subject, "created": _FIXED})
    own = {"driftstilpasning": kind, "schema_version": SCHEMA_VERSION, "lang": lang.value, "unit": unit.value}
    for name, said in own.items():
        made.set_custom_property(name, said)
    return made


class _Plain(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """A worksheet that takes formulas as they are: none of ours has a function that files spell otherwise."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: FBT001, FBT002, ARG002
        """Thirty searches in each formula take a quarter of all the time."""
        return formula.removeprefix("=")


class Book:
    """A workbook in the making: one set of formats, and sheets in the reader's language."""

    def __init__(self, book: Sheet, unit: Unit, left_out: str) -> None:
        """Begin with nothing but what every page says is left out."""
        self.book, self.unit, self.left_out = book, unit, left_out
        self._formats: dict[tuple[str, str, bool, bool], Sheet] = {}
        self._widths: dict[str, int] = {}
        self.amount = "#,##0.00" if unit is Unit.MILLION else "#,##0"

    def format(self, name: str, form: str = "", *, locked: bool = True, text: bool = False) -> Sheet:
        """A format by its name, with a number's form; ``locked`` cells cannot be changed in a protected sheet.

        What is ``text`` stays so when somebody edits the cell, also where it begins with ``=``.
        """
        key = (name, form, locked, text)
        if key not in self._formats:
            chosen = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter", "locked": locked, **FORMATS[name]}
            chosen |= {"num_format": form} if form else {}
            chosen |= {"align": "right"} if form not in ("", _DATE) else {}
            chosen |= {"quote_prefix": True} if text else {}
            self._formats[key] = self.book.add_format(chosen)
        return self._formats[key]

    def sheet(self, name: str, widths: Sequence[int], *, across: bool = True, pages: int = 0) -> Sheet:
        """A new sheet with columns of these widths, in characters; guarded, and printed on A4 across or upright.

        It takes as many ``pages`` as it needs, unless their number is given.
        """
        sheet = self.book.add_worksheet(name, worksheet_class=_Plain)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._widths[name] = sum(_PIXELS * width + _PADDING for width in widths)
        sheet.hide_gridlines(2)
        self._paper(sheet, across=across, pages=pages)
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})  # no password
        return sheet

    def head(self, sheet: Sheet, title: str, said: Iterable[str | Live]) -> int:
        """Write the title of a sheet and sentences below it; the row after them."""
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, title, self.format("title"))
        row = 1
        for sentence in said:
            if sentence:
                self.write(sheet, row, 0, sentence, "subtitle")
                row += 1
        return row + 1

    def write(  # where, what, and how it looks
        self,
        sheet: Sheet,
        row: int,
        column: int,
        content: Content | date,
        name: str = "plain",
        *,
        locked: bool = True,
        form: str = "",
    ) -> None:
        """Write one cell; text is text whatever it says, and a formula carries what it comes to."""
        held = content if isinstance(content, date) else value(content)
        look = self.format(name, form or self.form(held), locked=locked, text=isinstance(content, str))
        if isinstance(content, Live):
            sheet.write_formula(row, column, f"={content.formula}", look, self.stored(held))
        elif held is None or held == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(held, str):
            sheet.write_string(row, column, held, look)
        elif isinstance(held, date):
            sheet.write_datetime(row, column, held, look)
        else:
            sheet.write_number(row, column, self.stored(held), look)

    def row(self, sheet: Sheet, row: int, cells: Sequence[Content], widths: Sequence[int]) -> None:
        """Write a row that is read as text, high enough for the longest of its cells."""
        for column, content in enumerate(cells):
            self.write(sheet, row, column, content, "text" if isinstance(value(content), str) else "plain")
        sheet.set_row(row, height(cells, widths) + 4)

    def list(
        self,
        sheet: Sheet,
        row: int,
        titles: Sequence[tuple[str, bool]],
        widths: Sequence[int],
        lines: Sequence[Sequence[Content]],
    ) -> int:
        """Write a list below its headings, which stay on the screen and stand on every page; the row after it."""
        self.headings(sheet, row, titles, widths)
        for i, cells in enumerate(lines, start=row + 1):
            self.row(sheet, i, cells, widths)
        sheet.autofilter(row, 0, row + max(1, len(lines)), len(titles) - 1)
        sheet.freeze_panes(row + 1, 2)
        sheet.repeat_rows(row)
        return row + 1 + len(lines)

    def width(self, sheet: Sheet) -> int:
        """The width in pixels of a sheet's columns, but no more than a chart can be read at."""
        return min(self._widths[sheet.get_name()], _WIDEST)

    def form(self, held: object) -> str:
        """The form of a number, by what it is."""
        if isinstance(held, Money):
            return self.amount
        if isinstance(held, Fraction):
            return "0.0%"
        if isinstance(held, Decimal):
            return "#,##0.0#"
        if isinstance(held, date):
            return _DATE
        return "0" if isinstance(held, int) else ""

    def stored(self, held: Value | date) -> str | float | date | None:
        """What the file keeps of a value: money in the plan's unit, as exactly as a cell can."""
        if isinstance(held, Money):
            return float(Decimal(held.ore).scaleb(-self.unit.exponent))
        if isinstance(held, Fraction):
            return held.numerator / held.denominator
        return float(held) if isinstance(held, Decimal) else held

    def headings(self, sheet: Sheet, row: int, titles: Sequence[tuple[str, bool]], widths: Sequence[int]) -> None:
        """Write a row of headings, each with whether its column holds text."""
        for column, (title, text) in enumerate(titles):
            sheet.write_string(row, column, title, self.format("head" if text else "head_number"))
        sheet.set_row(row, height([title for title, _ in titles], [width - 2 for width in widths]) + 4)

    def _paper(self, sheet: Sheet, *, across: bool, pages: int) -> None:
        """A4, as wide as the paper, with page numbers; each page says what is left out."""
        if across:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, pages)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        left = f"&L{_cut(self.left_out.replace('&', '&&'))}" if self.left_out else ""
        sheet.set_footer(f"{left}&R&A  &P / &N")


def height(cells: Sequence[object], widths: Sequence[float]) -> int:
    """The height in points of a row in which long text goes on in the next line."""
    said = zip(cells, widths, strict=False)
    return _HEIGHT * max((_lines(cell, width) for cell, width in said if isinstance(cell, str)), default=1)


def _lines(text: str, width: float) -> int:
    """How many lines ``text`` takes: a column holds a tenth more letters than figures, and a line ends with a word."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(max(1, ceil(len(line) / (1.1 * width - _WORD / 2))) for line in text.split("\n"))


def _cut(text: str) -> str:
    """As much of ``text`` as a footer holds."""
    return text.encode("utf-16-le")[:_LONGEST_FOOTER].decode("utf-16-le", "ignore")
