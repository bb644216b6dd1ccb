"""The sheet of measures: one table, a row each, with the choice that every sum follows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.visible import View
from driftstilpasning.columns import COUNTED, COUNTS, INCLUDE, LEVEL, WHY_NOT, Cell, Column, Holds, cell, columns
from driftstilpasning.model.measure import Measure
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import SUMS, TABLE, Amount, Calculation, Headings
from driftstilpasning.output.workbook.cells import Live, literal, value
from driftstilpasning.output.workbook.formulas import Formulas
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS, WHY, YES_NO

NAME: Final = Text(nb="Tiltak", nn="Tiltak", en="Measures")
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
_LESS = Text(nb="overlapp er trukket fra", nn="overlapp er trekt frå", en="less an overlap")
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

_FIRST: Final = 4
"""The row of headings."""

_ON_PAPER: Final = (
    *("id", "title", "sector", "status", "effect", "counted", "why", "owner", "fte", "law.level"),
    *("decisions.date", "decisions.outcome"),
)
"""What stands on paper, and first on the screen; consequences have a sheet of their own to be read on paper."""

_BESIDE: Final = ("consequence.staff.text", "consequence.users.text", "law.reference", "counts", "level")
"""What stands next on the screen; the other columns come after it."""

_COMPUTED: Final = {"level": LEVEL, "counted": COUNTED, "counts": COUNTS, "why": WHY_NOT}
"""The columns that are formulas, which nobody imports."""

_EITHER_WAY: Final = ("effect.annual", "effect.from")
"""What the amounts of the years say already."""

_WIDTHS: Final = {
    "id": 9,
    "title": 36,
    "sector": 20,
    "status": 15,
    "kind": 18,
    "effect": 10,
    "counted": 12,
    "counts": 9,
    "why": 24,
    "owner": 20,
    "fte": 13,
    "law.level": 15,
    "law.reference": 24,
    "consequence.staff.text": 36,
    "consequence.users.text": 36,
    "acceptance.text": 36,
    "decisions.date": 15,
    "decisions.outcome": 17,
    "source": 30,
    "themes": 20,
}
_OTHER: Final = 14
_INCLUDE_WIDTH: Final = 9


class Measures:
    """The table, before it is written: its columns, and where they stand."""

    def __init__(self, view: View, lang: Lang) -> None:
        """Place the columns."""
        self.view, self.lang = view, lang
        plan, self.shown = view.portfolio.plan, view.measures
        self.last = Amount("level", view.portfolio.period.last)
        every = [one for one in columns(plan) if one.path not in _EITHER_WAY]
        first = [found for path in (*_ON_PAPER, *_BESIDE) for found in _found(path, every)]
        self.columns = [*first, *(one for one in every if one not in first)]
        self.on_paper = sum(_path(one) in _ON_PAPER for one in self.columns)
        self._by_name = {one.name: one.heading for one in every}

    @property
    def headings(self) -> Headings:
        """What formulas call the columns."""
        yes, no = (YES_NO[word].render(self.lang) for word in ("true", "false"))
        return Headings(self._by_name["id"].render(self.lang), INCLUDE.render(self.lang), yes, no, self._of)

    def _of(self, amount: Amount) -> str:
        path = "transition_cost" if amount.kind == "cost" else "effect"
        return self._by_name[f"{path}.{amount.year}"].render(self.lang)

    def write(self, book: Book, calculation: Calculation) -> None:
        """Write the sheet."""
        widths = [_INCLUDE_WIDTH, *(_WIDTHS.get(_path(one), _OTHER) for one in self.columns)]
        sheet = book.sheet(NAME.render(self.lang), widths)
        words = calculation.headings
        how = _HOW.render(self.lang, yes=words.yes, no=words.no, include=words.include)
        book.head(sheet, _TITLE.render(self.lang), [how, self.both_on(calculation)])
        titles = [(words.include, True), *((self._heading(one), not _is_number(one)) for one in self.columns)]
        book.headings(sheet, _FIRST, titles, widths)
        for row, measure in enumerate(self.shown, start=_FIRST + 1):
            included = words.yes if calculation.included(measure) else words.no
            book.write(sheet, row, 0, included, "choice", locked=False)
            cells = self._row(measure, calculation)
            for column, (one, content) in enumerate(zip(self.columns, cells, strict=True), start=1):
                look = "plain" if _is_number(one) else "text" if column <= self.on_paper + _BESIDE_TEXTS else "line"
                book.write(sheet, row, column, content, look, locked=self._is_locked(one, measure))
            said = [content if isinstance(content, date) else value(content) for content in cells]
            sheet.set_row(row, height([None, *said[: self.on_paper + _BESIDE_TEXTS]], widths) + 4)
        last = _FIRST + max(1, len(self.shown))
        self._table(book, sheet, last, titles, words)
        counts = xl_col_to_name(self.columns.index("counts") + 1)
        grey = {"font_color": "#6B6B6B", "italic": True}
        criteria = f"=${counts}{_FIRST + 2}={literal(words.no)}"
        rule = {"type": "formula", "criteria": criteria, "format": book.book.add_format(grey)}
        sheet.conditional_format(_FIRST + 1, 1, last, len(self.columns), rule)
        sheet.freeze_panes(_FIRST + 1, 3)
        sheet.repeat_rows(_FIRST)
        sheet.print_area(0, 0, last, self.on_paper)

    def _is_locked(self, column: Column | str, measure: Measure) -> bool:
        """Whether a cell cannot be changed: what is computed, the id, and amounts that do not tell the level."""
        if isinstance(column, str) or column.path != "effect":
            return isinstance(column, str) or column.name == "id"
        period = self.view.portfolio.period
        return measure.level(period.last, period) != measure.in_year(period.last, period)

    def _heading(self, column: Column | str) -> str:
        if isinstance(column, Column):
            return column.heading.render(self.lang)
        words = _COMPUTED[column]
        return words.render(self.lang, **({"year": str(self.last.year)} if column in _AMOUNTS else {}))

    def _row(self, measure: Measure, calculation: Calculation) -> list[Cell | Live]:
        seen, plan = self.view.seen(measure), self.view.portfolio.plan
        return [
            cell(one, seen, plan, self.lang) if isinstance(one, Column) else self._computed(one, measure, calculation)
            for one in self.columns
        ]

    def _computed(self, column: str, measure: Measure, calculation: Calculation) -> Live:
        if column == "level":
            return calculation.gross_cell(measure, self.last)
        if column == "counted":
            return calculation.counted_cell(measure, self.last)
        return calculation.yes_no(measure) if column == "counts" else self.why(measure, calculation)

    def why(self, measure: Measure, calculation: Calculation) -> Live:
        """Why a measure does not count under the choice that is made; – where it does."""
        reason, left_out = calculation.counting(SUMS).reasons[measure.id], _NOT_INCLUDED.render(self.lang)
        include, included = calculation.include(measure), calculation.included(measure)
        if reason not in (None, Why.ALTERNATIVE, Why.REVERSAL):  # whatever is chosen
            said = WHY[reason].render(self.lang)
            if reason is Why.STATUS:
                said = _STATUS_WHY.render(self.lang, why=said, status=STATUS[measure.status])
            formula = f"IF({include}=1,{literal(said)},{literal(left_out)})" if measure.status.alive else literal(said)
            return Live(formula, said if included or not measure.status.alive else left_out)
        formula, value = literal("–"), "–"
        if calculation.may_share(measure):
            gross, counted = calculation.gross_cell(measure, self.last), calculation.counted_cell(measure, self.last)
            less = _LESS.render(self.lang)
            formula = f"IF({gross.formula}={counted.formula},{formula},{literal(less)})"
            value = less if reason is None and gross.value != counted.value else value
        if measure.reverses is not None:
            falls = WHY[Why.REVERSAL].render(self.lang)
            formula = f"IF({calculation.counts(measure)}=1,{formula},{literal(falls)})"
            value = falls if reason is Why.REVERSAL else value
        rivals = calculation.ahead(measure)
        if len(rivals) > _NAMED:
            another = literal(_HIDDEN_INSTEAD.render(self.lang))
            formula = f"IF({calculation.taken(measure)}=1,{formula},{another})"
        for rival in reversed(rivals[:_NAMED]):
            other = _INSTEAD.render(self.lang, other=rival.id) if self.view.shows(rival) else None
            said = other or _HIDDEN_INSTEAD.render(self.lang)
            formula = f"IF({calculation.taken(rival)}=1,{literal(said)},{formula})"
        return Live(f"IF({include}=1,{formula},{literal(left_out)})", value if included else left_out)

    def both_on(self, calculation: Calculation) -> Live:
        """A sentence about alternatives that are switched on together."""
        none = _NONE_ON.render(self.lang)
        if not any(calculation.ahead(measure) for measure in self.shown):
            return Live(literal(none), none)
        in_vain = Formulas(calculation).in_vain()
        before, after = _BOTH_ON.render(self.lang, n="¤").split("¤")
        return Live(f"IF({in_vain}=0,{literal(none)},{literal(before)}&{in_vain}&{literal(after)})", none)

    def _table(self, book: Book, sheet: Sheet, last: int, titles: Sequence[tuple[str, bool]], words: Headings) -> None:
        heads = [
            {"header": title, "header_format": book.format("head" if text else "head_number")} for title, text in titles
        ]
        look = {"style": "Table Style Light 1", "banded_rows": False}
        sheet.add_table(_FIRST, 0, last, len(self.columns), {"name": TABLE, "columns": heads, **look})
        message = _CHOOSE.render(self.lang, yes=words.yes, no=words.no)
        either = {"validate": "list", "source": [words.yes, words.no], "error_title": words.include}
        sheet.data_validation(_FIRST + 1, 0, last, 0, {**either, "error_message": message})


_NAMED: Final = 20
"""So many alternatives are named; a formula may hold no more than 64 within each other."""

_BESIDE_TEXTS: Final = 2
_AMOUNTS: Final = ("level", "counted")


def _found(path: str, every: Sequence[Column]) -> Iterable[Column | str]:
    """The columns of a field, one for each year where it has several; or one that is computed."""
    return [path] if path in _COMPUTED else [one for one in every if one.path == path]


def _path(column: Column | str) -> str:
    return column if isinstance(column, str) else column.path


def _is_number(column: Column | str) -> bool:
    return _path(column) in _AMOUNTS or (
        isinstance(column, Column) and column.holds in (Holds.AMOUNT, Holds.NUMBER, Holds.GRADE)
    )
