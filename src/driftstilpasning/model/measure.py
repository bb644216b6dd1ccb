"""A measure: one thing a municipality can do to spend less, as its file says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag

from driftstilpasning.model import years
from driftstilpasning.model.money import Money
from driftstilpasning.model.record import Record
from driftstilpasning.model.scalars import (
    REMEMBERED,
    Amount,
    Boolean,
    Date,
    Grade,
    Id,
    Line,
    Month,
    Number,
    Words,
    Year,
    YearMonth,
)
from driftstilpasning.model.years import Level, Period

_NOTHING = Money(0)


class Status(StrEnum):
    """How far a measure has come; the first seven are steps on one road."""

    IDEA = "idea", 0
    PROPOSED = "proposed", 1
    HEARING = "hearing", 2
    RECOMMENDED = "recommended", 3
    ADOPTED = "adopted", 4
    UNDERWAY = "underway", 5
    REALISED = "realised", 6
    DEFERRED = "deferred", -1
    REJECTED = "rejected", -1
    WITHDRAWN = "withdrawn", -1

    step: int
    """How far along the road, 0 for an idea; -1 off it (deferred, rejected, withdrawn)."""

    def __new__(cls, name: str, step: int = -1) -> Self:
        """A status under its name in the file."""
        status = str.__new__(cls, name)
        status._value_ = name
        status.step = step
        return status

    @property
    def alive(self) -> bool:
        """Whether the measure is still on the road."""
        return self.step >= 0


class Kind(StrEnum):
    """What sort of measure it is."""

    EFFICIENCY = "efficiency"
    STRUCTURE = "structure"
    SERVICE_LEVEL = "service-level"
    STAFFING = "staffing"
    PURCHASING = "purchasing"
    INCOME = "income"
    GAINS = "gains"
    PRIORITY = "priority"
    TECHNICAL = "technical"
    UNSPECIFIED = "unspecified"


class Funding(StrEnum):
    """Whose money the saving is."""

    FREE = "free"
    SELF_COST = "self-cost"
    EARMARKED = "earmarked"
    FINANCING = "financing"


class Benefit(StrEnum):
    """What is won: money in the budget, time, or quality."""

    BUDGET = "budget"
    TIME = "time"
    QUALITY = "quality"


class FteHow(StrEnum):
    """How a post goes."""

    TURNOVER = "turnover"
    REDEPLOYMENT = "redeployment"
    VACANCY = "vacancy"
    REDUNDANCY = "redundancy"


class Origin(StrEnum):
    """Who came up with the measure."""

    WORKING_GROUP = "working-group"
    ADMINISTRATION = "administration"
    PARTY = "party"
    COUNCIL = "council"
    HEARING = "hearing"


class Authority(StrEnum):
    """Who decides."""

    COUNCIL = "council"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A full-year amount and the month it starts (January of the plan's first year without one)."""

    annual: Amount
    start: Annotated[YearMonth | None, Field(alias="from")] = None


def _way(value: Any) -> str:
    """Which of the three ways an effect is written in."""
    if isinstance(value, (list, tuple)):
        return "<steps>"
    if isinstance(value, (dict, Mapping)):  # dict stands first because it is asked first, and is cheap
        for key in value:
            if str(key)[:1].isdigit():
                return "<years>"
    return "<annual>"


Effect = Annotated[
    Annotated[Step, Tag("<annual>")]
    | Annotated[tuple[Step, ...], Field(min_length=1), Tag("<steps>")]
    | Annotated[dict[Year, Amount], Field(min_length=1), Tag("<years>")],
    Discriminator(_way),
]
Texts = tuple[Words, ...]
Ids = tuple[Words, ...]
Shares = Annotated[dict[Words, Number], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed(Record):
    """A graded consequence: 1 very small … 5 very large, and what it is in words."""

    grade: Grade | None = None
    text: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence(Record):
    """What the measure costs staff and users."""

    staff: Assessed | None = None
    users: Assessed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Record):
    """The political acceptance: 1 very low … 5 very high, who gave it, and why."""

    grade: Grade | None = None
    by: Words | None = None
    text: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Record):
    """What the service is by law."""

    level: Literal["must", "should", "may"]
    reference: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Record):
    """The low and the high estimate of the effect that the quadrant's axis uses."""

    low: Amount
    high: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap(Record):
    """What two measures save together but would both claim, a year."""

    other: Annotated[Words, Field(alias="with")]
    amount: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """One body's decision on the measure."""

    date: Date
    body: Words
    outcome: Status
    reference: Words | None = None
    note: Words | None = None


@lru_cache(REMEMBERED)
def _kept(effect: Step | tuple[Step, ...]) -> Step | tuple[Step, ...]:
    """The first of equal effects."""
    return effect


@lru_cache(REMEMBERED)
def _kept_by_year(*amounts: tuple[int, Money]) -> dict[int, Money]:
    """The first of equal amounts in the same order."""
    return dict(amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """One measure, one file. Amounts are savings: positive when expenditure is lower."""

    id: Id
    title: Line
    sector: Annotated[
        Annotated[Words, Tag("<one>")] | Annotated[Shares, Tag("<shares>")],
        Discriminator(lambda value: "<shares>" if isinstance(value, (dict, Mapping)) else "<one>"),
    ]
    status: Status
    kind: Kind
    effect: Effect
    owner: Words | None = None
    consequence: Consequence = Consequence()
    acceptance: Acceptance = Acceptance()
    transition_cost: dict[Year, Amount] = field(default_factory=dict)
    investment: dict[Year, Amount] = field(default_factory=dict)
    fte: Number | None = None
    fte_how: FteHow | None = None
    origin: Origin | None = None
    authority: Authority | None = None
    recurring: Boolean = True
    funding: Funding = Funding.FREE
    benefit: Benefit = Benefit.BUDGET
    law: Law | None = None
    kostra: Words | None = None
    range: Range | None = None
    requires: Ids = ()
    excludes: Ids = ()
    overlaps: tuple[Overlap, ...] = ()
    reverses: Words | None = None
    decisions: tuple[Decision, ...] = ()
    visibility: Literal["public", "internal"] = "public"
    themes: Texts = ()
    working_group: Words | None = None
    source: Words | None = None

    def without_words(self) -> Self:
        """The measure without what nobody asks for who holds it against the others: texts, grades, decisions.

        A hundred thousand are held at once, so the same few effects and costs are kept once.
        """
        effect = self.effect
        return type(self)(
            id=self.id,
            title=self.title,
            sector=intern(self.sector) if isinstance(self.sector, str) else self.sector,
            status=self.status,
            kind=self.kind,
            effect=_kept_by_year(*effect.items()) if isinstance(effect, dict) else _kept(effect),
            transition_cost=_kept_by_year(*self.transition_cost.items()),
            investment=_kept_by_year(),
            fte=self.fte,
            recurring=self.recurring,
            funding=self.funding,
            benefit=self.benefit,
            requires=self.requires,
            excludes=self.excludes,
            overlaps=self.overlaps,
            reverses=self.reverses,
        )

    @property
    def by_year(self) -> Mapping[int, Money] | None:
        """The amounts as written, where the effect is written year by year."""
        return self.effect if isinstance(self.effect, dict) else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The levels as written, where the effect is written as one or more levels."""
        if isinstance(self.effect, dict):
            return ()
        return self.effect if isinstance(self.effect, tuple) else (self.effect,)

    @property
    def shares(self) -> Mapping[str, Decimal]:
        """Each sector and its part of 100."""
        return {self.sector: Decimal(100)} if isinstance(self.sector, str) else self.sector

    def in_year(self, year: int, period: Period) -> Money:
        """The gross effect in a year of the plan: from August the first year has 5/12 of the annual amount."""
        if isinstance(self.effect, dict):
            return self.effect.get(year, _NOTHING)
        return years.in_year(self._levels(period), year)

    def level(self, year: int, period: Period) -> Money:
        """The recurring full-year effect in force at the end of a year of the plan; a one-off has none."""
        effect = self.effect
        if not self.recurring:
            return _NOTHING
        if isinstance(effect, Step):  # nearly all measures: worth not asking the general way
            return effect.annual if effect.start is None or effect.start.year <= year else _NOTHING
        if isinstance(effect, dict):
            return effect.get(year, _NOTHING)
        return years.level(self._levels(period), year)

    def cost(self, year: int) -> Money:
        """The one-off cost of getting there, in one year."""
        return self.transition_cost.get(year, _NOTHING)

    def size(self, period: Period) -> Money:
        """What the quadrant's axis shows: the last year's level, or a one-off's largest year."""
        return self.level(period.last, period) if self.recurring else self.in_year(self.largest_year(period), period)

    def largest_year(self, period: Period) -> int:
        """The first of the plan's years in which the effect is largest, gain or cost."""
        return max(period, key=lambda year: abs(self.in_year(year, period)))

    def _levels(self, period: Period) -> list[Level]:
        january = Month(period.first, 1)
        levels = [Level(step.annual, step.start or january) for step in self.steps]
        return sorted(levels, key=lambda level: level.start) if len(levels) > 1 else levels
