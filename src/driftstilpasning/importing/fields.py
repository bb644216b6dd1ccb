"""A measure held against a row: which fields differ, and how the file would say what the row says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from driftstilpasning.columns import Column, Holds, cell
from driftstilpasning.importing.cells import Manner, Meaning, meaning
from driftstilpasning.importing.effects import comes_to, refitted
from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.rows import Row
from driftstilpasning.importing.tables import Place
from driftstilpasning.importing.trouble import ContradictionError, UnclearError
from driftstilpasning.model.measure import Benefit, Funding, Measure, Step
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.model.years import Period
from driftstilpasning.source.difference import Change
from driftstilpasning.source.span import Path
from driftstilpasning.source.writing import Value
from driftstilpasning.text import Lang, Text
from driftstilpasning.workspace.fields import fields_at

_DEFAULTS: Final[Mapping[str, Meaning]] = {
    "recurring": True,
    "funding": Funding.FREE.value,
    "benefit": Benefit.BUDGET.value,
    "visibility": "public",
}
"""What a file need not say."""

_DISAGREE = Text(
    nb="beløpene per år og helårsvirkningen med første måned sier ikke det samme",
    nn="beløpa per år og heilårsverknaden med fyrste månad seier ikkje det same",
    en="the amounts of the years and the full-year effect with its first month do not say the same",
)


_DECISION_GONE = Text(
    nb="vedtaket fra {date} kan ikke tømmes her: ta det ut av filen, om det ikke gjelder",
    nn="vedtaket frå {date} kan ikkje tømmast her: ta det ut av fila, om det ikkje gjeld",
    en="the decision of {date} cannot be emptied here: take it out of the file if it does not hold",
)


class Note(StrEnum):
    """What a change of a field brings with it."""

    ANEW = "anew"
    """The whole effect is written anew, year by year, because its notation cannot say the amounts."""
    ADDED = "added"
    """It is a new decision, beside those before."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that gets another value, and the cell that says so."""

    column: Column
    old: Meaning | None
    new: Meaning | None
    where: Place | None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What of a measure's file is to change, and how the reader is told."""

    changes: tuple[Change, ...]
    fields: tuple[FieldChange, ...]
    sources: tuple[tuple[Path, Place], ...]
    """Which cell says what stands at a path; those of changes come first."""


def path_of(column: Column) -> Path:
    """The path of a column's field in a file."""
    return (*column.path.split("."), *([str(column.year)] if column.year is not None else []))


def as_written(value: Meaning, unit: Unit) -> Value:
    """``value`` as a file says it."""
    if isinstance(value, Money):
        return unit.decimal(value)
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, str | bool | int | Decimal | date):
        return value
    return [str(one) for one in value]


def _pairs_written(column: Column, value: Any, unit: Unit) -> Value:  # noqa: ANN401  # pairs of two sorts
    if column.holds is Holds.OVERLAPS:
        return [{"with": other, "amount": unit.decimal(amount)} for other, amount in value]
    return dict(value)


def written(column: Column, value: Meaning, unit: Unit) -> Value:
    """``value`` of a column as a file says it."""
    if column.holds is Holds.OVERLAPS or (column.holds is Holds.SECTORS and isinstance(value, tuple)):
        return _pairs_written(column, value, unit)
    return as_written(value, unit)


def of_new(row: Row, columns: Mapping[str, Column], plan: Plan) -> tuple[dict[str, Value], list[tuple[Path, Place]]]:
    """The fields of a file for a measure that is not there yet, and which cell says each.

    Raises:
        ContradictionError: its cells contradict each other, or the file.
    """
    effect = _effect_of_new(row, plan)
    decision: dict[str, Value] = {}
    fields: dict[str, Value] = {}
    sources: list[tuple[Path, Place]] = []
    empty: list[tuple[Path, Place]] = []
    for name, column in columns.items():
        entry = row.entries.get(name)
        if entry is None or entry.meaning is None or entry.meaning == _DEFAULTS.get(name):
            if entry is not None and entry.where is not None:
                empty.append((path_of(column), entry.where))
            continue
        path = path_of(column)
        if entry.where is not None:
            sources.append((path, entry.where))
        if column.path.startswith("decisions."):
            decision[str(path[-1])] = written(column, entry.meaning, plan.unit)
        elif column.path.partition(".")[0] != "effect":
            inner: Any = fields
            for part in path[:-1]:
                inner = inner.setdefault(part, {})
            inner[str(path[-1])] = written(column, entry.meaning, plan.unit)
        elif effect is not None:
            fields["effect"] = effect
    if decision and _is_decided(row):
        fields["decisions"] = [decision]
    return {name: fields[name] for name in fields_at(Measure, ()) if name in fields}, sources + empty


def _is_decided(row: Row) -> bool:
    """Whether a row says anything of a decision itself, where the table has a column for it."""
    cells = [entry for name, entry in row.entries.items() if name.startswith("decisions.") and entry.where is not None]
    return not cells or any(entry.meaning is not None for entry in cells)


def _effect_of_new(row: Row, plan: Plan) -> Value | None:
    years = {year: row.said(f"effect.{year}") for year in plan.period}
    said = {year: amount for year, amount in years.items() if isinstance(amount, Money)}
    annual, start = row.said("effect.annual"), row.said("effect.from")
    if not isinstance(annual, Money):
        return {str(year): plan.unit.decimal(amount) for year, amount in said.items()} or None
    step = Step(annual=annual, start=start if isinstance(start, Month) else None)
    _refuse_disagreement(step, said, plan.period)
    return _step_written(step, plan.unit)


def _step_written(step: Step, unit: Unit) -> dict[str, Value]:
    start: dict[str, Value] = {"from": str(step.start)} if step.start is not None else {}
    return {"annual": unit.decimal(step.annual), **start}


def _refuse_disagreement(step: Step, said: Mapping[int, Money], period: Period) -> None:
    amounts = comes_to((step,), period)
    if any(amounts[year] != amount for year, amount in said.items()):
        raise ContradictionError(_DISAGREE, "effect.annual")


@dataclass
class Fields:
    """One measure and the row that is about it."""

    measure: Measure
    shown: Measure
    """The measure as the table's readers saw it."""
    row: Row
    columns: Mapping[str, Column]
    plan: Plan
    lang: Lang
    empties: bool
    """Whether an empty cell means that the field is to go."""
    _changes: list[Change] = field(default_factory=list)
    _told: list[FieldChange] = field(default_factory=list)
    _sources: list[tuple[Path, Place]] = field(default_factory=list)

    def difference(self) -> Difference:
        """What the row says otherwise than the file.

        Raises:
            ContradictionError: its cells contradict each other, or the file.
        """
        self._effect()
        self._decision()
        for name, column in self.columns.items():
            if column.path.partition(".")[0] not in ("effect", "decisions") and self._differs(name):
                self._change(name, path_of(column))
        unchanged = (
            (path_of(column), entry.where)
            for name, column in self.columns.items()
            if (entry := self.row.entries.get(name)) is not None and entry.where is not None
        )
        return Difference(tuple(self._changes), tuple(self._told), (*self._sources, *unchanged))

    @cached_property
    def _manner(self) -> Manner:
        numerals = Numerals(".", (",",)) if self.lang is Lang.EN else Numerals(",", (SPACE,))
        return Manner(self.plan, self.plan.unit, numerals)

    def _now(self, name: str) -> Meaning | None:
        """What the file says, as a cell would be understood that shows it."""
        held = cell(self.columns[name], self.shown, self.plan, self.lang)
        if held is None or isinstance(held, Money):
            return held
        shown = held.strip() if isinstance(held, str) else Decimal(held) if isinstance(held, int) else held
        try:
            return meaning(self.columns[name], shown, self._manner)
        except UnclearError:  # the file says what no cell can mean, such as an unknown sector
            return str(held)

    def _differs(self, name: str) -> bool:
        entry = self.row.entries.get(name)
        if entry is None or (entry.meaning is None and not (self.empties and name != "id")):
            return False
        if entry.where is None and self._now(name) is not None:  # a constant is for what nobody has said
            return False
        wanted = entry.meaning if entry.meaning is not None else _DEFAULTS.get(name)
        return wanted != self._now(name)

    def _change(self, name: str, path: Path, *, note: Note | None = None, silent: bool = False) -> None:
        column, entry = self.columns[name], self.row.entries[name]
        if entry.where is not None:
            self._sources.append((path, entry.where))
        self._told.append(FieldChange(column, self._now(name), entry.meaning, entry.where, note))
        if not silent:
            value = self._with_hidden(column, entry.meaning)
            self._changes.append(Change(path, None if value is None else written(column, value, self.plan.unit)))

    def _with_hidden(self, column: Column, value: Meaning | None) -> Meaning | None:
        """``value`` with the references that the table's readers did not see."""
        if column.name not in ("requires", "excludes", "overlaps"):
            return value
        hidden = [one for one in getattr(self.measure, column.name) if one not in getattr(self.shown, column.name)]
        kept = tuple((one.other, one.amount) if column.holds is Holds.OVERLAPS else one for one in hidden)
        return (*(value if isinstance(value, tuple) else ()), *kept) or None

    def _decision(self) -> None:
        every = [name for name in self.columns if name.startswith("decisions.") and name in self.row.entries]
        names = [name for name in every if self._differs(name) and not self._of_the_one_before(name)]
        if not names:
            return
        count = len(self.measure.decisions)
        if count and "decisions.date" in every and all(self.row.said(name) is None for name in every):
            raise ContradictionError(_DECISION_GONE, "decisions.date", date=self.measure.decisions[-1].date)
        day, last = self.row.said("decisions.date"), self.measure.decisions[-1].date if count else None
        if last is None or (isinstance(day, date) and day > last):
            new = {
                name.partition(".")[2]: written(self.columns[name], said, self.plan.unit)
                for name in self.columns
                if name.startswith("decisions.") and (said := self.row.said(name)) is not None
                if name not in _OF_ONE_DECISION or name in names
            }
            for name in names:
                self._change(name, ("decisions", count, name.partition(".")[2]), note=Note.ADDED, silent=True)
            before = [_decision_written(one) for one in self.measure.decisions]
            self._changes.append(Change(("decisions",), [*before, new]))
            return
        for name in names:
            self._change(name, ("decisions", count - 1, name.partition(".")[2]))

    def _of_the_one_before(self, name: str) -> bool:
        """Whether the row still says of the last decision what is said of the one before it, as when it was added."""
        if name not in _OF_ONE_DECISION or len(self.measure.decisions) <= 1:
            return False
        *_, before, last = self.measure.decisions
        field_of = name.partition(".")[2]
        same_day = self.row.said("decisions.date") == last.date
        return same_day and getattr(last, field_of) is None and self.row.said(name) == getattr(before, field_of)

    def _effect(self) -> None:
        period, unit = self.plan.period, self.plan.unit
        years = [year for year in period if self._differs(f"effect.{year}")]
        whole = [name for name in ("effect.annual", "effect.from") if self._differs(name)]
        if whole:
            self._whole_year(whole)
            return
        if not years:
            return
        said = {year: self.row.said(f"effect.{year}") for year in years}
        changed = {year: amount for year, amount in said.items() if isinstance(amount, Money)}
        wanted = {year: changed.get(year, self.measure.in_year(year, period)) for year in period}
        steps = refitted(self.measure, wanted, period)
        anew = steps is None and self.measure.by_year is None
        for year in years:
            path: Path = ("effect", str(year)) if self.measure.by_year is not None or anew else ("effect",)
            self._change(f"effect.{year}", path, note=Note.ANEW if anew else None, silent=True)
        if anew:
            effect = {str(year): unit.decimal(amount) for year, amount in wanted.items()}
            self._changes.append(Change(("effect",), effect))
        elif steps is None:
            self._changes += [Change(("effect", str(year)), unit.decimal(changed[year])) for year in changed]
        else:
            several = isinstance(self.measure.effect, tuple)
            for number, (old, new) in enumerate(zip(self.measure.steps, steps, strict=True)):
                if old != new:
                    place: Path = ("effect", number, "annual") if several else ("effect", "annual")
                    self._changes.append(Change(place, unit.decimal(new.annual)))

    def _whole_year(self, names: list[str]) -> None:
        """The full-year effect is said anew; what the row says of the years must follow from it."""
        annual, start = (
            self.row.said(name) if name in names else self._now(name) for name in ("effect.annual", "effect.from")
        )
        if not isinstance(annual, Money):
            raise ContradictionError(_DISAGREE, "effect.annual")
        step = Step(annual=annual, start=start if isinstance(start, Month) else None)
        said = {year: self.row.said(f"effect.{year}") for year in self.plan.period}
        amounts = {year: amount for year, amount in said.items() if isinstance(amount, Money)}
        _refuse_disagreement(step, amounts, self.plan.period)
        in_place = isinstance(self.measure.effect, Step)
        for name in names:
            self._change(name, path_of(self.columns[name]), silent=not in_place)
        if not in_place:
            self._changes.append(Change(("effect",), _step_written(step, self.plan.unit)))


_OF_ONE_DECISION: Final = ("decisions.reference", "decisions.note")
"""What a later decision does not have from the one before, if the row says the same."""


def _decision_written(decision: Any) -> dict[str, Value]:  # noqa: ANN401
    names = ("date", "body", "outcome", "reference", "note")
    return {name: value for name in names if (value := getattr(decision, name)) is not None}
