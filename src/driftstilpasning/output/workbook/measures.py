"""The sheet of measures: one table, a row each, with the choice that every sum follows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.visible import View
from driftstilpasning.columns import Cell, Column, Holds, cell, columns
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import SUMS, TABLE, Calculation, Gross, Headings
from driftstilpasning.output.workbook.cells import Live, words
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS, WHY, YES_NO

NAME: Final = Text(nb="Tiltak", nn="Tiltak", en="Measures")
INCLUDE: Final = Text(nb="Ta med", nn="Ta med", en="Include")
_LEVEL = Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}")
_COUNTED = Text(nb="Teller med, nivå {year}", nn="Tel med, nivå {year}", en="Counts, level {year}")
_COUNTS = Text(nb="Teller med", nn="Tel med", en="Counts")
_WHY = Text(nb="Hvorfor ikke", nn="Kvifor ikkje", en="Why not")
_TITLE = Text(nb="Tiltakene", nn="Tiltaka", en="The measures")
_HOW = Text(
    nb="Velg {yes} eller {no} i kolonnen «{include}»: alle summer og diagrammer i boken følger med. Et tiltak som ikke "
    "er tatt med, regnes som om det ikke fantes.",
    nn="Vel {yes} eller {no} i kolonnen «{include}»: alle summar og diagram i boka følgjer med. Eit tiltak som ikkje "
    "er teke med, vert rekna som om det ikkje fanst.",
    en="Choose {yes} or {no} in the column “{include}”: every sum and chart in the workbook follows. A measure that is "
    "not included is as one that is not there.",
)
_NONE_ON = Text(
    nb="Ingen alternativer er slått på sammen.",
    nn="Ingen alternativ er slått på saman.",
    en="No alternatives are switched on together.",
)
_BOTH_ON = Text(
    nb="{n} tiltak er slått på sammen med et alternativ som går foran: bare ett av dem teller med.",
    nn="{n} tiltak er slått på saman med eit alternativ som går føre: berre eitt av dei tel med.",
    en="{n} switched on together with an alternative that goes first: only one of them counts.",
)
_NOT_INCLUDED = Text(nb="ikke tatt med", nn="ikkje teke med", en="not included")
_INSTEAD = Text(
    nb="alternativ: {other} teller i stedet",
    nn="alternativ: {other} tel i staden",
    en="alternative: {other} counts instead",
)
_HIDDEN_INSTEAD = Text(
    nb="alternativ: et annet tiltak teller i stedet",
    nn="alternativ: eit anna tiltak tel i staden",
    en="alternative: another measure counts instead",
)
_STATUS_WHY = Text(nb="{why} ({status})", nn="{why} ({status})", en="{why} ({status})")
_CHOOSE = Text(nb="Velg {yes} eller {no}.", nn="Vel {yes} eller {no}.", en="Choose {yes} or {no}.")

_FIRST = 4
"""The row of headings."""

_ORDER = (
    *("id", "title", "sector", "status", "effect", "+", "owner", "fte", "law.level", "law.reference"),
    *("consequence.staff.text", "consequence.users.text", "decisions.date", "decisions.outcome"),
)
"""What stands on paper; the other columns come after it."""

_WIDTHS = {
    "id": 9,
    "title": 34,
    "sector": 16,
    "status": 13,
    "kind": 16,
    "effect": 10,
    "owner": 18,
    "fte": 9,
    "law.level": 12,
    "law.reference": 20,
    "consequence.staff.text": 36,
    "consequence.users.text": 36,
    "acceptance.text": 36,
    "decisions.date": 11,
    "decisions.outcome": 12,
    "source": 30,
    "themes": 20,
}
_OTHER = 14
_COMPUTED = ("level", "counted", "counts", "why")


class Measures:
    """The table, before it is written: its columns, and where they stand."""

    def __init__(self, view: View, lang: Lang) -> None:
        """Place the columns."""
        self.view, self.lang = view, lang
        self.portfolio, self.shown = view.portfolio, view.measures
        every = [one for one in columns(view.portfolio.plan) if one.path not in ("effect.annual", "effect.from")]
        ordered: list[Column | str] = []
        for path in _ORDER:
            ordered += [one for one in every if one.path == path] if path != "+" else _COMPUTED
        self.on_paper = len(ordered)
        self.columns = [*ordered, *(one for one in every if one.path not in _ORDER)]
        self.yes, self.no = (YES_NO[word].render(lang).capitalize() for word in ("true", "false"))
        by_name = {one.name: one for one in every}
        self.headings = Headings(
            by_name["id"].heading.render(lang),
            INCLUDE.render(lang),
            self.yes,
            self.no,
            lambda gross: by_name[
                f"{'transition_cost' if gross.kind == 'cost' else 'effect'}.{gross.year}"
            ].heading.render(lang),
        )

    def heading(self, column: Column | str) -> str:
        """What stands above a column."""
        if isinstance(column, Column):
            return column.heading.render(self.lang)
        text = {"level": _LEVEL, "counted": _COUNTED, "counts": _COUNTS, "why": _WHY}[column]
        return text.render(self.lang, year=str(self.portfolio.period.last))

    def write(self, book: Book, calculation: Calculation) -> None:
        """Write the sheet."""
        widths = [8, *(_width(column) for column in self.columns)]
        sheet = book.sheet(NAME.render(self.lang), widths)
        said = _HOW.render(self.lang, yes=self.yes, no=self.no, include=self.headings.include)
        book.head(sheet, _TITLE.render(self.lang), [said])
        self._both_on(book, sheet, calculation)
        titles = [
            (self.headings.include, True),
            *((self.heading(column), not _is_number(column)) for column in self.columns),
        ]
        book.headings(sheet, _FIRST, titles, widths)
        for row, measure in enumerate(self.shown, start=_FIRST + 1):
            cells = self._row(row - _FIRST - 1, measure, calculation)
            book.write(sheet, row, 0, self.yes if calculation.included(measure) else self.no, "choice", locked=False)
            for column, (one, content) in enumerate(zip(self.columns, cells, strict=True), start=1):
                open_ = isinstance(one, Column) and one.name != "id"
                look = "plain" if _is_number(one) else "text" if column <= self.on_paper else "line"
                book.write(sheet, row, column, content, look, locked=not open_)
            sheet.set_row(row, height([None, *map(_said, cells[: self.on_paper])], widths) + 4)
        last = _FIRST + max(1, len(self.shown))
        self._table(book, sheet, last, titles)
        sheet.conditional_format(
            _FIRST + 1,
            1,
            last,
            len(self.columns),
            {
                "type": "formula",
                "criteria": f"=${_letter(self.column('counts'))}{_FIRST + 2}={words(self.no)}",
                "format": book.book.add_format({"font_color": "#6B6B6B", "italic": True}),
            },
        )
        sheet.freeze_panes(_FIRST + 1, 3)
        sheet.repeat_rows(_FIRST)
        sheet.print_area(0, 0, last, self.on_paper)

    def column(self, name: str) -> int:
        """Where a column stands, from 0."""
        return next(i for i, one in enumerate(self.columns, start=1) if name == getattr(one, "name", one))

    def _row(self, number: int, measure: Measure, calculation: Calculation) -> list[Cell | Live]:
        plan = self.portfolio.plan
        seen = presented(measure, self.view)
        cells: list[Cell | Live] = []
        for column in self.columns:
            if isinstance(column, Column):
                cells.append(cell(column, seen, plan, self.lang))
            elif column == "level":
                level = Gross("level", self.portfolio.period.last)
                amount = calculation.amount_of(measure, level)
                cells.append(Live(calculation.measures.cell(number, level), amount))
            elif column == "counted":
                level = Gross("level", self.portfolio.period.last)
                value = calculation.net_of(measure, level) if calculation.counting(SUMS).counts(measure) else Money(0)
                cells.append(Live(calculation.net(measure, level), value))
            else:
                counts, why = calculation.counts(measure), self.why(measure, calculation)
                no = isinstance(why, str) or why.value != "–"
                yes_no = Live(f"IF({counts}=1,{words(self.yes)},{words(self.no)})", self.no if no else self.yes)
                cells.append(yes_no if column == "counts" else why)
        return cells

    def why(self, measure: Measure, calculation: Calculation) -> Live:
        """Why a measure does not count under the choice that is made; – where it does."""
        reason = calculation.counting(SUMS).reasons[measure.id]
        left_out = _NOT_INCLUDED.render(self.lang)
        include = calculation.measures.cell(self.shown.index(measure), "include")
        if reason not in (None, Why.ALTERNATIVE, Why.REVERSAL):
            said = WHY[reason].render(self.lang)
            if reason is Why.STATUS:
                said = _STATUS_WHY.render(self.lang, why=said, status=STATUS[measure.status])
            formula = words(said) if not measure.status.alive else f"IF({include}=1,{words(said)},{words(left_out)})"
            return Live(formula, said)
        formula = '"–"'
        value = "–"
        if measure.reverses is not None:
            falls = WHY[Why.REVERSAL].render(self.lang)
            formula = f"IF({calculation.counts(measure)}=1,{formula},{words(falls)})"
            value = falls if reason is Why.REVERSAL else value
        for rival in reversed(calculation.ahead(measure)):
            said = (
                _INSTEAD.render(self.lang, other=rival.id)
                if self.view.shows(rival)
                else _HIDDEN_INSTEAD.render(self.lang)
            )
            formula = f"IF({calculation.taken(rival)}=1,{words(said)},{formula})"
        formula = f"IF({include}=1,{formula},{words(left_out)})"
        return Live(formula, value if calculation.included(measure) else left_out)

    def _both_on(self, book: Book, sheet: Sheet, calculation: Calculation) -> None:
        """Say how many alternatives are switched on in vain."""
        book.write(sheet, 2, 0, self.both_on(calculation), "subtitle")

    def both_on(self, calculation: Calculation) -> Live:
        """A sentence about alternatives that are switched on together."""
        none = _NONE_ON.render(self.lang)
        block = calculation.measures
        cells = [
            f"{block.cell(i, 'include')}*(1-{block.cell(i, 'taken')})"
            for i, measure in enumerate(self.shown)
            if calculation.ahead(measure)
        ]
        if not cells:
            return Live(words(none), none)
        before, after = _BOTH_ON.render(self.lang, n="¤").split("¤")
        count = "+".join(cells)
        return Live(f"IF({count}=0,{words(none)},{words(before)}&({count})&{words(after)})", none)

    def _table(self, book: Book, sheet: Sheet, last: int, titles: Sequence[tuple[str, bool]]) -> None:
        heads = [
            {"header": title, "header_format": book.format("head" if text else "head_number")} for title, text in titles
        ]
        sheet.add_table(
            *(_FIRST, 0, last, len(self.columns)),
            {"name": TABLE, "columns": heads, "style": "Table Style Light 1", "banded_rows": False},
        )
        sheet.data_validation(
            *(_FIRST + 1, 0, last, 0),
            {
                "validate": "list",
                "source": [self.yes, self.no],
                "error_title": self.headings.include,
                "error_message": _CHOOSE.render(self.lang, yes=self.yes, no=self.no),
            },
        )


def presented(measure: Measure, view: View) -> Measure:
    """``measure`` without a word of measures that are not shown."""
    if view.whole:
        return measure
    named = view.named

    return replace(
        measure,
        requires=tuple(one for one in measure.requires if named([one])),
        excludes=tuple(one for one in measure.excludes if named([one])),
        overlaps=tuple(one for one in measure.overlaps if named([one.other])),
        reverses=measure.reverses if measure.reverses is not None and named([measure.reverses]) else None,
    )


def _is_number(column: Column | str) -> bool:
    return (
        column in ("level", "counted")
        if isinstance(column, str)
        else column.holds in (Holds.AMOUNT, Holds.NUMBER, Holds.GRADE)
    )


def _width(column: Column | str) -> int:
    if isinstance(column, str):
        return {"level": 11, "counted": 11, "counts": 9, "why": 22}[column]
    return _WIDTHS.get(column.path, _OTHER)


def _said(content: Cell | Live) -> object:
    return content.value if isinstance(content, Live) else content


def _letter(column: int) -> str:
    return str(xl_col_to_name(column))
