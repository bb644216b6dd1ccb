"""A measure as a row of a table: what each column is called, what its cells hold, and the cell of a measure.

The workbook and the form write these columns, and an import reads them back: a column is found by its heading, never by
its place. A cell holds a value, not text made for one medium: money stays :class:`Money`, a day a date.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from driftstilpasning.model.measure import Measure, Step
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import folded
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import (
    AUTHORITY,
    BENEFIT,
    FTE_HOW,
    FUNDING,
    KIND,
    LAW,
    ORIGIN,
    STATUS,
    VISIBILITY,
    YES_NO,
)
from driftstilpasning.text.numbers import number

Cell = str | int | Decimal | Money | date | None
"""What a cell holds; None is an empty one."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    LINE = "line"
    WORDS = "words"
    CODE = "code"
    """Text that looks like a number: ``0301`` keeps its zero."""
    CHOICE = "choice"
    YES_NO = "yes-no"
    GRADE = "grade"
    AMOUNT = "amount"
    NUMBER = "number"
    MONTH = "month"
    """The first day of a month."""
    DATE = "date"
    SECTORS = "sectors"
    """The name or the id of a sector, or a share of 100 for each: ``Oppvekst: 40; Teknisk: 60``."""
    IDS = "ids"
    TEXTS = "texts"
    OVERLAPS = "overlaps"
    """Other measures, and the amount of each in the plan's unit: ``HO-05: 200; HO-06: 100``."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table of measures."""

    name: str
    """The path of the field as the schema names it, then the year where there is a column for each: ``effect.2013``.

    Of a measure's decisions a row shows the last: ``decisions.date``.
    """
    heading: Text
    holds: Holds
    choices: Mapping[str, Text] = field(default_factory=dict, hash=False)
    """The words of the schema that a cell can mean, and how each is shown."""
    year: int | None = None
    required: bool = False
    """Whether every measure has it."""

    @property
    def path(self) -> str:
        """The field's path in the schema, without the year."""
        return self.name if self.year is None else self.name.removesuffix(f".{self.year}")


INCLUDE: Final = Text(nb="Ta med", nn="Ta med", en="Include")
LEVEL: Final = Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}")
COUNTED: Final = Text(nb="Teller med, nivå {year}", nn="Tel med, nivå {year}", en="Counts, level {year}")
COUNTS: Final = Text(nb="Teller med", nn="Tel med", en="Counts")
WHY_NOT: Final = Text(nb="Hvorfor ikke", nn="Kvifor ikkje", en="Why not")
COMPUTED: Final = (INCLUDE, LEVEL, COUNTED, COUNTS, WHY_NOT)
"""The headings that the workbook has beside the columns: a choice, and what follows from it; no import reads them."""


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of the measures of ``plan``: what a measure is, what it saves, what it costs whom, and the rest."""
    return tuple(column for one in _FIELDS for column in one.columns(plan))


def cell(column: Column, measure: Measure, plan: Plan, lang: Lang) -> Cell:
    """What the row of ``measure`` holds in ``column``, its words in the reader's language.

    Where the file says nothing and the schema has a default, that is shown. The effect of a year is what the measure
    comes to in it, however it is written.
    """
    value = _GETTERS[column.path](measure, _Asked(plan, lang, column.year or 0))
    if column.choices and value is not None:
        return column.choices[str(value)].render(lang)
    return value


@dataclass(frozen=True, slots=True)
class _Asked:
    """For whom a cell is asked, and for which year where there is a column for each."""

    plan: Plan
    lang: Lang
    year: int


_Get = Callable[[Measure, _Asked], Cell]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a measure that has a column, or one for each year of the plan."""

    path: str
    holds: Holds
    heading: Text
    get: _Get | None = None
    """What a measure has in it; without it, what stands at ``path`` as it is."""
    choices: Mapping[Any, Text] = field(default_factory=dict)
    required: bool = False
    yearly: bool = False

    def columns(self, plan: Plan) -> Iterable[Column]:
        if not self.yearly:
            yield Column(self.path, self.heading, self.holds, self.choices, required=self.required)
            return
        for year in plan.period:
            nb, nn, en = (self.heading.render(lang, year=year) for lang in Lang)
            yield Column(f"{self.path}.{year}", Text(nb=nb, nn=nn, en=en), self.holds, year=year)


def _plain(path: str) -> _Get:
    """What stands at ``path`` in a measure as it is."""
    names = path.split(".")

    def get(measure: Measure, _asked: _Asked) -> Cell:
        value: Any = measure
        for name in names:
            value = getattr(value, name) if value is not None else None
        return value  # type: ignore[no-any-return]

    return get


def _last(name: str) -> _Get:
    """What the last decision says under ``name``."""

    def get(measure: Measure, _asked: _Asked) -> Cell:
        value: Cell = getattr(measure.decisions[-1], name) if measure.decisions else None
        return value

    return get


def _effect(measure: Measure, asked: _Asked) -> Cell:
    return measure.in_year(asked.year, asked.plan.period)


def _annual(measure: Measure, _asked: _Asked) -> Cell:
    return measure.effect.annual if isinstance(measure.effect, Step) else None


def _start(measure: Measure, _asked: _Asked) -> Cell:
    start = measure.effect.start if isinstance(measure.effect, Step) else None
    return date(start.year, start.month, 1) if start is not None else None


def _recurring(measure: Measure, _asked: _Asked) -> Cell:
    return "true" if measure.recurring else "false"


def _sectors(measure: Measure, asked: _Asked) -> Cell:
    if isinstance(measure.sector, str):
        return _sector(measure.sector, asked.plan)
    shares = measure.sector.items()
    return joined((f"{_sector(name, asked.plan)}: {number(share, asked.lang)}" for name, share in shares), many=True)


def _sector(identifier: str, plan: Plan) -> str:
    """The name of a sector; its id, where another sector goes by that name."""
    name = plan.sector_name(identifier)
    return name if sector_called(name, plan) == identifier else identifier


def _overlaps(measure: Measure, asked: _Asked) -> Cell:
    unit, overlaps = asked.plan.unit, measure.overlaps
    return joined((f"{overlap.other}: {unit.show(overlap.amount, asked.lang)}" for overlap in overlaps), many=True)


def sector_called(written: str, plan: Plan) -> str | None:
    """The id of the sector that ``written`` is the id or the name of, without regard to letter case."""
    wanted = folded(" ".join(written.split()))
    for identifier in plan.sectors:
        if folded(identifier) == wanted:
            return identifier
    named = [one for one, sector in plan.sectors.items() if folded(" ".join(sector.name.split())) == wanted]
    return named[0] if len(named) == 1 else None


def joined(parts: Iterable[str], *, many: bool = False) -> str | None:
    """One cell of several texts: ``HO-01, HO-02``, or between semicolons where one holds a comma or ``many`` do.

    >>> joined(["HO-01", "HO-02"]), joined(["ro, orden", "reint"]), joined(["ro, orden"]), joined([])
    ('HO-01, HO-02', 'ro, orden; reint', 'ro, orden;', None)
    """
    texts = tuple(parts)
    if many or any("," in text for text in texts):
        return "; ".join(texts) + (";" if len(texts) == 1 and "," in texts[0] and not many else "") or None
    return ", ".join(texts) or None


def _cost(measure: Measure, asked: _Asked) -> Cell:
    return measure.transition_cost.get(asked.year)


def _investment(measure: Measure, asked: _Asked) -> Cell:
    return measure.investment.get(asked.year)


def _ids(path: str) -> _Get:
    def get(measure: Measure, _asked: _Asked) -> Cell:
        return joined(getattr(measure, path))

    return get


_FIELDS: Final[tuple[_Field, ...]] = (
    _Field("id", Holds.ID, Text(nb="Id", nn="Id", en="Id"), required=True),
    _Field("title", Holds.LINE, Text(nb="Tiltak", nn="Tiltak", en="Measure"), required=True),
    _Field("sector", Holds.SECTORS, Text(nb="Sektor", nn="Sektor", en="Sector"), _sectors, required=True),
    _Field("status", Holds.CHOICE, Text(nb="Status", nn="Status", en="Status"), choices=STATUS, required=True),
    _Field("kind", Holds.CHOICE, Text(nb="Type", nn="Type", en="Kind"), choices=KIND, required=True),
    _Field("effect", Holds.AMOUNT, Text(nb="{year}", nn="{year}", en="{year}"), _effect, yearly=True),
    _Field(
        "effect.annual",
        Holds.AMOUNT,
        Text(nb="Helårsvirkning", nn="Heilårsverknad", en="Full-year effect"),
        _annual,
    ),
    _Field("effect.from", Holds.MONTH, Text(nb="Første måned", nn="Fyrste månad", en="First month"), _start),
    _Field("owner", Holds.WORDS, Text(nb="Eier", nn="Eigar", en="Owner")),
    _Field(
        "consequence.staff.grade",
        Holds.GRADE,
        Text(nb="Konsekvens for ansatte (1–5)", nn="Konsekvens for tilsette (1–5)", en="Consequence for staff (1–5)"),
    ),
    _Field(
        "consequence.staff.text",
        Holds.WORDS,
        Text(
            nb="Konsekvens for ansatte, i ord",
            nn="Konsekvens for tilsette, i ord",
            en="Consequence for staff, in words",
        ),
    ),
    _Field(
        "consequence.users.grade",
        Holds.GRADE,
        Text(nb="Konsekvens for brukere (1–5)", nn="Konsekvens for brukarar (1–5)", en="Consequence for users (1–5)"),
    ),
    _Field(
        "consequence.users.text",
        Holds.WORDS,
        Text(
            nb="Konsekvens for brukere, i ord",
            nn="Konsekvens for brukarar, i ord",
            en="Consequence for users, in words",
        ),
    ),
    _Field(
        "acceptance.grade",
        Holds.GRADE,
        Text(nb="Politisk aksept (1–5)", nn="Politisk aksept (1–5)", en="Political acceptance (1–5)"),
    ),
    _Field(
        "acceptance.by",
        Holds.WORDS,
        Text(nb="Aksepten er vurdert av", nn="Aksepten er vurdert av", en="Acceptance judged by"),
    ),
    _Field(
        "acceptance.text",
        Holds.WORDS,
        Text(nb="Politisk aksept, i ord", nn="Politisk aksept, i ord", en="Political acceptance, in words"),
    ),
    _Field(
        "transition_cost",
        Holds.AMOUNT,
        Text(nb="Omstillingskostnad {year}", nn="Omstillingskostnad {year}", en="One-off cost {year}"),
        _cost,
        yearly=True,
    ),
    _Field(
        "investment",
        Holds.AMOUNT,
        Text(nb="Investering {year}", nn="Investering {year}", en="Investment {year}"),
        _investment,
        yearly=True,
    ),
    _Field("fte", Holds.NUMBER, Text(nb="Årsverk", nn="Årsverk", en="Full-time equivalents")),
    _Field(
        "fte_how",
        Holds.CHOICE,
        Text(nb="Hvordan årsverk går ut", nn="Korleis årsverk går ut", en="How posts go"),
        choices={word: label for word, label in FTE_HOW.items() if word is not None},
    ),
    _Field("recurring", Holds.YES_NO, Text(nb="Varig", nn="Varig", en="Recurring"), _recurring, choices=YES_NO),
    _Field("funding", Holds.CHOICE, Text(nb="Finansiering", nn="Finansiering", en="Funding"), choices=FUNDING),
    _Field("benefit", Holds.CHOICE, Text(nb="Gevinst", nn="Gevinst", en="Benefit"), choices=BENEFIT),
    _Field("law.level", Holds.CHOICE, Text(nb="Lovkrav", nn="Lovkrav", en="By law"), choices=LAW),
    _Field("law.reference", Holds.WORDS, Text(nb="Hjemmel", nn="Heimel", en="Legal reference")),
    _Field("kostra", Holds.CODE, Text(nb="KOSTRA-funksjon", nn="KOSTRA-funksjon", en="KOSTRA function")),
    _Field("range.low", Holds.AMOUNT, Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate")),
    _Field("range.high", Holds.AMOUNT, Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate")),
    _Field("requires", Holds.IDS, Text(nb="Krever", nn="Krev", en="Requires"), _ids("requires")),
    _Field("excludes", Holds.IDS, Text(nb="Utelukker", nn="Utelukkar", en="Excludes"), _ids("excludes")),
    _Field("overlaps", Holds.OVERLAPS, Text(nb="Overlapp", nn="Overlapp", en="Overlaps"), _overlaps),
    _Field("reverses", Holds.ID, Text(nb="Reverserer", nn="Reverserer", en="Reverses")),
    _Field("origin", Holds.CHOICE, Text(nb="Kommer fra", nn="Kjem frå", en="Comes from"), choices=ORIGIN),
    _Field("authority", Holds.CHOICE, Text(nb="Avgjøres av", nn="Vert avgjort av", en="Decided by"), choices=AUTHORITY),
    _Field(
        "decisions.date", Holds.DATE, Text(nb="Siste vedtak", nn="Siste vedtak", en="Latest decision"), _last("date")
    ),
    _Field("decisions.body", Holds.WORDS, Text(nb="Vedtaksorgan", nn="Vedtaksorgan", en="Decided in"), _last("body")),
    _Field(
        "decisions.outcome",
        Holds.CHOICE,
        Text(nb="Utfall", nn="Utfall", en="Outcome"),
        _last("outcome"),
        choices=STATUS,
    ),
    _Field(
        "decisions.reference",
        Holds.WORDS,
        Text(nb="Saksnummer", nn="Saksnummer", en="Case number"),
        _last("reference"),
    ),
    _Field(
        "decisions.note",
        Holds.WORDS,
        Text(nb="Merknad til vedtaket", nn="Merknad til vedtaket", en="Note on the decision"),
        _last("note"),
    ),
    _Field("visibility", Holds.CHOICE, Text(nb="Synlighet", nn="Synlegheit", en="Visibility"), choices=VISIBILITY),
    _Field("themes", Holds.TEXTS, Text(nb="Temaer", nn="Tema", en="Themes"), _ids("themes")),
    _Field("working_group", Holds.WORDS, Text(nb="Arbeidsgruppe", nn="Arbeidsgruppe", en="Working group")),
    _Field("source", Holds.WORDS, Text(nb="Kilde", nn="Kjelde", en="Source")),
)
_GETTERS: Final[Mapping[str, _Get]] = {one.path: one.get or _plain(one.path) for one in _FIELDS}
