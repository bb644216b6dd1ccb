"""The manner in which every sheet is written: formats, cells, headings, paper."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias

from driftstilpasning.model.money import Money, Unit
from driftstilpasning.output.tables import Value
from driftstilpasning.output.workbook.cells import Content, Live

Sheet: TypeAlias = Any
"""A sheet, or anything else, of xlsxwriter, which has no types."""

_INK, _PALE, _OPEN, _QUIET, _LINE = "#1F3A5F", "#EAF0F7", "#FFF7DB", "#595959", "#B8C4D3"
_HEIGHT: Final = 15
"""Points of a line."""
_LONGEST_FOOTER: Final = 2 * 230
"""So many bytes of UTF-16 are left of Excel's 255 characters once a page's number stands there too."""

FORMATS: Final[Mapping[str, Mapping[str, object]]] = {
    "text": {"text_wrap": True, "indent": 1},
    "line": {"indent": 1},
    "plain": {},
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
    },
    "note": {"italic": True, "font_color": _QUIET, "text_wrap": True},
    "label": {"bold": True, "text_wrap": True, "indent": 1},
    "choice": {"bg_color": _OPEN, "border": 1, "border_color": _LINE, "align": "center", "bold": True},
    "message": {"bold": True, "bg_color": _PALE, "text_wrap": True, "left": 5, "left_color": _INK},
    "total": {"bold": True, "top": 1, "bg_color": _PALE},
}
"""What a cell looks like, under a name. A number's form is added to it."""


class Book:
    """A workbook in the making: one set of formats, and sheets in the reader's language."""

    def __init__(self, book: Sheet, unit: Unit, left_out: str) -> None:
        """Begin with nothing but what every page says is left out."""
        self.book, self.unit, self.left_out = book, unit, left_out
        self._formats: dict[tuple[str, str, bool, bool], Sheet] = {}
        self.amount = "#,##0.00" if unit is Unit.MILLION else "#,##0"

    def format(self, name: str, form: str = "", *, locked: bool = True, text: bool = False) -> Sheet:
        """A format by its name, with a number's form; ``locked`` cells cannot be changed in a protected sheet.

        What is ``text`` stays so when somebody edits the cell, also where it begins with ``=``.
        """
        key = (name, form, locked, text)
        if key not in self._formats:
            chosen = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter", "locked": locked, **FORMATS[name]}
            chosen |= {"num_format": form} if form else {}
            chosen |= {"quote_prefix": True} if text else {}
            self._formats[key] = self.book.add_format(chosen)
        return self._formats[key]

    def sheet(self, name: str, widths: Sequence[int], *, across: bool = True) -> Sheet:
        """A new sheet with columns of these widths, in characters; guarded, and printed on A4 across or upright."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        self._paper(sheet, across=across)
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})  # no password
        return sheet

    def head(self, sheet: Sheet, title: str, said: Iterable[str]) -> int:
        """Write the title of a sheet and sentences below it; the row after them."""
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, title, self.format("title"))
        row = 1
        for sentence in filter(None, said):
            sheet.write_string(row, 0, sentence, self.format("subtitle"))
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
        value = content.value if isinstance(content, Live) else content
        look = self.format(name, form or self.form(value), locked=locked, text=isinstance(content, str))
        if isinstance(content, Live):
            sheet.write_formula(row, column, f"={content.formula}", look, self.stored(value))
        elif value is None or value == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, look)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, look)
        else:
            sheet.write_number(row, column, self.stored(value), look)

    def form(self, value: object) -> str:
        """The form of a number, by what it is."""
        if isinstance(value, Money):
            return self.amount
        if isinstance(value, Fraction):
            return "0.0%"
        if isinstance(value, Decimal):
            return "#,##0.0#"
        return "dd.mm.yyyy" if isinstance(value, date) else ""

    def stored(self, value: Value | date) -> str | float | date | None:
        """What the file keeps of a value: money in the plan's unit, as exactly as a cell can."""
        if isinstance(value, Money):
            return float(Decimal(value.ore).scaleb(-self.unit.exponent))
        if isinstance(value, Fraction):
            return value.numerator / value.denominator
        return float(value) if isinstance(value, Decimal) else value

    def headings(self, sheet: Sheet, row: int, titles: Sequence[tuple[str, bool]], widths: Sequence[int]) -> None:
        """Write a row of headings, each with whether its column holds text."""
        for column, (title, text) in enumerate(titles):
            sheet.write_string(row, column, title, self.format("head" if text else "head_number"))
        sheet.set_row(row, height([title for title, _ in titles], [width - 2 for width in widths]) + 4)

    def _paper(self, sheet: Sheet, *, across: bool) -> None:
        """A4, as wide as the paper, with page numbers; each page says what is left out."""
        if across:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L{_cut(self.left_out.replace('&', '&&'))}&R&A  &P / &N")


def height(cells: Sequence[object], widths: Sequence[float]) -> int:
    """The height in points of a row in which long text goes on in the next line."""
    lines = [
        sum(max(1, -(-len(line) * 11 // int(10 * max(1, width)))) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=False)
        if isinstance(cell, str)
    ]
    return _HEIGHT * max([1, *lines])


def _cut(text: str) -> str:
    """As much of ``text`` as a footer holds."""
    return text.encode("utf-16-le")[:_LONGEST_FOOTER].decode("utf-16-le", "ignore")
