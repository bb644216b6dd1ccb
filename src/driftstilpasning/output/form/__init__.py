"""The form that heads of service fill in: a row a measure, with lists, hints, and checks while they type.

Excel and LibreOffice check a cell only when somebody types in it, not what is pasted; the import checks all again.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from driftstilpasning.analysis.visible import View
from driftstilpasning.columns import Column, Holds, cell, columns
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.output.form.words import (
    CHOOSE,
    DEFINITIONS,
    ERRORS,
    FORM,
    GRADES,
    GROUPS,
    HOW,
    MEANINGS,
    PROMPTS,
    TAKEN,
    TAKEN_HOW,
    TITLE,
    Group,
)
from driftstilpasning.output.hints.measure import MEASURE
from driftstilpasning.output.hints.values import CHOICES
from driftstilpasning.output.workbook.book import Book, Sheet, height, opened
from driftstilpasning.output.workbook.calculation import TABLE
from driftstilpasning.output.workbook.cells import quoted
from driftstilpasning.text import Lang

ROWS: Final = 200
"""The rows that can be filled in."""

_BAND: Final = 5
"""The row of the groups; the headings stand below it."""
_FIRST: Final = _BAND + 2
_LAST: Final = _FIRST + ROWS - 1
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""What Excel shows of a hint."""
_SCALE: Final = 58
"""Per cent of the size on the screen at which a group of columns fits on a sheet of paper."""
_LINE: Final = {"bottom": 1, "bottom_color": "#B8C4D3"}
_MISSING: Final = {"bg_color": "#FFE699"}
_LARGEST: Final = 10**12
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÜÉ0123456789-"
_LONGEST_ID: Final = 30
_TEXTS: Final = (Holds.ID, Holds.LINE, Holds.WORDS, Holds.CODE, Holds.MONTH, Holds.IDS, Holds.TEXTS, Holds.OVERLAPS)
"""What stays text, whatever is typed: no date, and no formula."""
_WIDTHS: Final[Mapping[str, int]] = {
    "id": 10,
    "title": 36,
    "sector": 22,
    "status": 19,
    "kind": 24,
    "effect": 11,
    "effect.annual": 16,
    "effect.from": 12,
    "owner": 22,
    "consequence.staff.grade": 14,
    "consequence.staff.text": 34,
    "consequence.users.grade": 14,
    "consequence.users.text": 34,
    "acceptance.grade": 14,
    "acceptance.by": 16,
    "acceptance.text": 30,
    "fte": 14,
    "fte_how": 20,
    "law.reference": 30,
    "requires": 18,
    "excludes": 18,
    "overlaps": 22,
    "themes": 24,
    "source": 34,
}
_OTHER: Final = 17


def form(view: View, lang: Lang) -> bytes:
    """The bytes of an empty form for the measures of a portfolio; ids are given away only of what the view shows."""
    plan = view.portfolio.plan
    buffer = io.BytesIO()
    with opened(buffer, "form", TITLE.render(lang), f"{plan.municipality} · {plan.plan}", plan.unit, lang) as made:
        _Form(Book(made, plan.unit, ""), view, lang).write()
    return buffer.getvalue()


@dataclass
class _Form:
    """The form while it is written."""

    book: Book
    view: View
    lang: Lang
    _columns: Sequence[Column] = field(default_factory=tuple)
    _lists: dict[str, str] = field(default_factory=dict)
    """The cells that hold the choices of a column, under its path."""

    @property
    def plan(self) -> Plan:
        return self.view.portfolio.plan

    def write(self) -> None:
        """Write every sheet; the form comes first, and refers to the others."""
        every = columns(self.plan)
        groups = [(group, [one for path in group.paths for one in every if one.path == path]) for group in GROUPS]
        self._columns = [one for _, several in groups for one in several]
        sheet = self.book.sheet(FORM.render(self.lang), [_WIDTHS.get(one.path, _OTHER) for one in self._columns])
        self._define()
        self._tell_what_is_taken()
        self._head(sheet, groups)
        for number, column in enumerate(self._columns):
            self._check(sheet, number, column)
        self._mark_missing(sheet)
        self._paper(sheet, groups)

    # The form

    def _head(self, sheet: Sheet, groups: Sequence[tuple[Group, Sequence[Column]]]) -> None:
        said = [one.render(self.lang, **self._facts) for one in HOW]
        self.book.head(sheet, f"{TITLE.render(self.lang)} · {self.plan.municipality} · {self.plan.plan}", said)
        at = 0
        heads: list[dict[str, Any]] = []
        for group, several in groups:
            self.book.write(sheet, _BAND, at, group.title.render(self.lang), "band")
            for number in range(at + 1, at + len(several)):
                self.book.write(sheet, _BAND, number, None, "band")
            for column in several:
                name = ("head" if group.required else "head_optional") + "_number" * _is_number(column)
                look = self.book.format(name, text=True)
                heads.append({"header": column.heading.render(self.lang), "header_format": look})
            at += len(several)
        place = (_FIRST - 1, 0, _LAST, at - 1)
        sheet.add_table(*place, {"name": TABLE, "columns": heads, "style": None, "autofilter": False})
        widths = [_WIDTHS.get(one.path, _OTHER) - 2 for one in self._columns]
        sheet.set_row(_BAND, 20)
        sheet.set_row(_FIRST - 1, height([head["header"] for head in heads], widths) + 6)
        for number, column in enumerate(self._columns):
            look = "number_cell" if _is_number(column) else "text_cell" if column.holds in _TEXTS else "cell"
            open_cell = self.book.format(look, locked=False)
            for row in range(_FIRST, _LAST + 1):
                sheet.write_blank(row, number, None, open_cell)

    def _check(self, sheet: Sheet, number: int, column: Column) -> None:
        """The list, the hint and the check of a column."""
        rule = self._rule(number, column)
        if rule["validate"] != "any":
            said = ERRORS.get(column.path.partition(".low")[0].partition(".high")[0], CHOOSE)
            rule["error_title"] = _cut(column.heading.render(self.lang), _LONGEST_TITLE)
            rule["error_message"] = _cut(said.render(self.lang, **self._facts_of(column)), _LONGEST_MESSAGE)
        hint = PROMPTS.get(column.path) or MEASURE[column.path].description
        rule |= {
            "input_title": _cut(column.heading.render(self.lang), _LONGEST_TITLE),
            "input_message": _cut(hint.render(self.lang, **self._facts_of(column)), _LONGEST_MESSAGE),
        }
        sheet.data_validation(_FIRST, number, _LAST, number, rule)

    def _rule(self, number: int, column: Column) -> dict[str, Any]:
        here = f"{xl_col_to_name(number)}{_FIRST + 1}"
        if column.path in self._lists:
            kind = "warning" if column.holds is Holds.SECTORS else "stop"
            return {"validate": "list", "source": f"={self._lists[column.path]}", "error_type": kind}
        if column.holds is Holds.ID:
            return {"validate": "custom", "value": self._is_good_id(number)}
        if column.path in ("effect", "effect.annual"):
            others = (
                self._row("effect") if column.path == "effect.annual" else self._row("effect.annual", "effect.from")
            )
            return {"validate": "custom", "value": f"=AND(ISNUMBER({here}),COUNTA({others})=0)"}
        if column.holds is Holds.CODE:
            return {"validate": "custom", "value": f"=AND(LEN({here})=3,ISNUMBER(VALUE({here})))"}
        if _is_number(column):
            least = 0 if column.year is not None else -_LARGEST
            return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": _LARGEST}
        return {"validate": "any"}

    def _is_good_id(self, number: int) -> str:
        letter = xl_col_to_name(number)
        here, every = f"{letter}{_FIRST + 1}", f"${letter}${_FIRST + 1}:${letter}${_LAST + 1}"
        padding, letters = f'REPT(" ",{_LONGEST_ID})', f'"{_LETTERS}"'
        parts = [
            f'LEFT({here})<>"-"',
            f"LEN({here})<={_LONGEST_ID}",
            f"LEN({here})=SUMPRODUCT(--ISNUMBER(FIND(MID(UPPER({here})&{padding},ROW($1:${_LONGEST_ID}),1),{letters})))",
            f"COUNTIF({every},{here})=1",
            *([f"COUNTIF({self._lists['(taken)']},{here})=0"] if "(taken)" in self._lists else []),
        ]
        return f"=AND({','.join(parts)})"

    def _row(self, *paths: str) -> str:
        """The cells of these columns in the first row, wherever a formula about them stands."""
        numbers = [number for number, column in enumerate(self._columns) if column.path in paths]
        return f"${xl_col_to_name(min(numbers))}{_FIRST + 1}:${xl_col_to_name(max(numbers))}{_FIRST + 1}"

    def _mark_missing(self, sheet: Sheet) -> None:
        """Draw a line below each row that is begun, and colour what is required and empty in it."""
        begun = f"COUNTA(${xl_col_to_name(0)}{_FIRST + 1}:${xl_col_to_name(len(self._columns) - 1)}{_FIRST + 1})>0"
        line, missing = (self.book.book.add_format(look) for look in (_LINE, {**_LINE, **_MISSING}))
        effect = self._row("effect.annual", "effect.from", "effect")
        for number, column in enumerate(self._columns):
            here = f"{xl_col_to_name(number)}{_FIRST + 1}"
            empty = f"COUNT({effect})=0" if column.path in ("effect", "effect.annual") else f'{here}=""'
            required = column.required or column.path in ("effect", "effect.annual")
            rules = [(f"AND({begun},{empty})", missing)] if required and column.path != "id" else []
            for criteria, look in (*rules, (begun, line)):  # of the rules of a cell LibreOffice follows the first alone
                rule = {"type": "formula", "criteria": f"={criteria}", "format": look}
                sheet.conditional_format(_FIRST, number, _LAST, number, rule)

    def _paper(self, sheet: Sheet, groups: Sequence[tuple[Group, Sequence[Column]]]) -> None:
        """The id and the title beside each group on paper, the groups beside each other as far as there is room."""
        ends = [sum(len(several) for _, several in groups[: i + 1]) for i in range(len(groups))]
        sheet.hide_gridlines(1)  # they are for whoever fills in; empty rows are not printed
        sheet.freeze_panes(_FIRST, 2)
        sheet.repeat_rows(_BAND, _FIRST - 1)
        sheet.repeat_columns(0, 1)
        sheet.set_print_scale(_SCALE)
        sheet.set_v_pagebreaks(ends[1:-1])

    # What it refers to

    def _define(self) -> None:
        """The sheet of definitions, from which the lists take their choices."""
        name = DEFINITIONS.render(self.lang)
        widths = (30, 84)
        sheet = self.book.sheet(name, widths, across=False)
        row = self.book.head(sheet, name, [])
        for title, said in MEANINGS:
            self.book.row(sheet, row, (title.render(self.lang), said.render(self.lang, **self._facts)), widths)
            row += 1
        for heading, path, lines in self._choices():
            self.book.write(sheet, row + 1, 0, heading, "heading")
            self._lists[path] = f"{quoted(name)}!$A${row + 3}:$A${row + 2 + len(lines)}"
            for i, line in enumerate(lines, start=row + 2):
                self.book.row(sheet, i, line, widths)
            row += 2 + len(lines)
        sheet.print_area(0, 0, row, 1)
        sheet.repeat_rows(0)
        months = [f"{Month(year, month)}" for year in self.plan.period for month in range(1, 13)]
        for i, month in enumerate(months):
            self.book.write(sheet, i, 3, month)
        sheet.set_column(3, 3, 12, None, {"hidden": True})
        self._lists["effect.from"] = f"{quoted(name)}!$D$1:$D${len(months)}"

    def _choices(self) -> list[tuple[str, str, Sequence[Sequence[str]]]]:
        """A heading, the column that it is about, and each choice with what it means; grades come first."""
        found: list[tuple[str, str, Sequence[Sequence[str]]]] = []
        for column in sorted(self._columns, key=lambda one: one.holds is not Holds.GRADE):
            heading = column.heading.render(self.lang)
            if column.holds is Holds.SECTORS:
                found.append((heading, column.path, [(sector.name, "") for sector in self.plan.sectors.values()]))
            elif column.holds is Holds.GRADE:
                found.append((heading, column.path, self._grades(column.path)))
            elif column.choices:
                found.append((heading, column.path, self._explained(column)))
        return found

    def _grades(self, path: str) -> list[tuple[str, str]]:
        called, guide = CHOICES[path], GRADES[path]
        return [(f"{one} – {called[one].render(self.lang)}", guide[one].render(self.lang)) for one in guide]

    def _explained(self, column: Column) -> list[tuple[str, str]]:
        meanings = CHOICES.get(column.path, {})
        lines = []
        for word, label in column.choices.items():
            said = label.render(self.lang)
            meaning = meanings[word].render(self.lang) if word in meanings else said
            lines.append((said[:1].upper() + said[1:], meaning.removeprefix(said).removeprefix(": ")))
        return lines

    def _tell_what_is_taken(self) -> None:
        """The sheet of the measures there are, to which a new one may refer."""
        measures = self.view.measures
        if not measures:
            return
        name, widths = TAKEN.render(self.lang), (12, 70, 30)
        known = {column.path: column for column in self._columns}
        sheet = self.book.sheet(name, widths, across=False)
        others = {path: known[path].heading.render(self.lang) for path in ("requires", "excludes")}
        row = self.book.head(sheet, name, [TAKEN_HOW.render(self.lang, **others)])
        shown = [known[path] for path in ("id", "title", "sector")]
        titles = [(column.heading.render(self.lang), True) for column in shown]
        lines = [[str(cell(column, measure, self.plan, self.lang)) for column in shown] for measure in measures]
        self.book.list(sheet, row, titles, widths, lines)
        self._lists["(taken)"] = f"{quoted(name)}!$A${row + 2}:$A${row + 1 + len(lines)}"

    @property
    def _facts(self) -> Mapping[str, object]:
        """What sentences tell of the plan."""
        return {
            "unit": self.plan.unit.value,
            "level": str(self.plan.price_level),
            "base": str(self.plan.base_year),
            "definitions": DEFINITIONS.render(self.lang),
        }

    def _facts_of(self, column: Column) -> Mapping[str, object]:
        """What sentences about a column tell, with an example of what it can hold."""
        if column.holds is Holds.MONTH:
            return {**self._facts, "example": str(Month(self.plan.period.first, 8))}
        names = [sector.name for sector in self.plan.sectors.values()][:2]
        shares = ("40", "60") if len(names) > 1 else ("100",)
        return {
            **self._facts,
            "example": "; ".join(f"{name}: {share}" for name, share in zip(names, shares, strict=True)),
        }


def _is_number(column: Column) -> bool:
    return column.holds in (Holds.AMOUNT, Holds.NUMBER)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
