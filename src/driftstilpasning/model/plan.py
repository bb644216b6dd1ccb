"""The economic plan: period, unit, sectors, targets and how measures are placed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from driftstilpasning.model.measure import Kind, Status
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.record import Record
from driftstilpasning.model.scalars import Amount, Boolean, Id, Line, Number, Words, Year
from driftstilpasning.model.years import Period

_NOTHING = Money(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPeriod(Record):
    """First and last year of the plan; they may be the same."""

    first: Year
    last: Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Record):
    """A part of the budget. Only the name is required."""

    name: Line
    base: Amount | None = None
    wanted: dict[Year, Amount] = field(default_factory=dict)
    available: dict[Year, Amount] = field(default_factory=dict)

    def frame_gap(self, year: int) -> Money | None:
        """Wanted less available in ``year``; None where the plan does not say both."""
        if year in self.wanted and year in self.available:
            return self.wanted[year] - self.available[year]
        return None


class Basis(StrEnum):
    """What a target measures."""

    LEVEL = "level"
    IN_YEAR = "in-year"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Already(Record):
    """What was found before the project, and where that is said."""

    amount: Amount
    source: Words | None = None
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """An amount to reach, and how it is to be measured."""

    id: Id
    title: Line
    amount: Amount
    basis: Basis
    year: Year
    already: Annotated[
        Annotated[Already, Tag("<record>")] | Annotated[Amount, Tag("<amount>")],
        Discriminator(lambda value: "<record>" if isinstance(value, Mapping | Already) else "<amount>"),
    ] = _NOTHING
    counts: Status = Status.PROPOSED
    net: Boolean = False

    @property
    def found(self) -> Money:
        """What was found before the project."""
        return self.already.amount if isinstance(self.already, Already) else self.already


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights(Record):
    """How much each grade weighs in the mean; 0 removes it."""

    staff: Number = Decimal(1)
    users: Number = Decimal(1)
    acceptance: Number = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant(Record):
    """The thresholds of effect and feasibility, and how feasibility is found."""

    effect: Amount
    feasibility: Number
    floor: Number = Decimal(2)
    method: Literal["mean", "weakest"] = "mean"
    weights: Weights = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Record):
    """A total that somebody printed."""

    sector: Words | None = None
    kind: Kind | None = None
    year: Year
    amount: Amount
    tolerance: Amount = _NOTHING
    source: Words | None = None


@dataclass(frozen=True, kw_only=True)
class Plan(Record):
    """``budgets/plan.yaml``."""

    municipality: Line
    plan: Line
    dates: Annotated[PlanPeriod, Field(alias="period")]
    base_year: Year
    unit: Unit
    price_level: Year
    notice: Words | None = None
    sectors: dict[Words, Sector]
    targets: tuple[Target, ...]
    quadrant: Quadrant
    severity: dict[Words, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    stated: tuple[Stated, ...] = ()

    @cached_property
    def period(self) -> Period:
        """The plan's years."""
        return Period(self.dates.first, self.dates.last)

    def sector_name(self, sector: str) -> str:
        """The name of a sector; one that the plan does not know goes by its id."""
        return self.sectors[sector].name if sector in self.sectors else sector


LONGEST = 20
"""No plan has more years: a longer one is a year that was typed wrongly."""

LOWEST_GRADE, HIGHEST_GRADE = 1, 5
"""Feasibility is made of grades, so its thresholds lie among them."""

Contradiction = tuple[str, tuple[str | int, ...], dict[str, Any]]
"""The name of what is wrong, the path of the value, and the facts."""


def contradictions(plan: Plan) -> Iterator[Contradiction]:
    """What each field allows but the whole does not; no figure can be made of such a plan."""
    if plan.dates.last < plan.dates.first:
        yield "period-reversed", ("period", "last"), {"first": plan.dates.first, "last": plan.dates.last}
        return
    if len(plan.period) > LONGEST:
        years = {"first": plan.dates.first, "last": plan.dates.last, "longest": LONGEST}
        far = max(("first", "last"), key=lambda name: abs(getattr(plan.dates, name) - plan.base_year))
        yield "period-too-long", ("period", far), years
        return
    for name in ("feasibility", "floor"):
        if not LOWEST_GRADE <= getattr(plan.quadrant, name) <= HIGHEST_GRADE:
            facts = {"field": f"quadrant.{name}", "value": getattr(plan.quadrant, name)}
            yield "threshold-off-scale", ("quadrant", name), facts
    yield from _targets(plan)
    for i, stated in enumerate(plan.stated):
        if stated.year not in plan.period:
            yield "year-outside-period", ("stated", i, "year"), {"year": stated.year, "period": str(plan.period)}
    weights = {name: getattr(plan.quadrant.weights, name) for name in (each.name for each in fields(Weights))}
    for name in (name for name, weight in weights.items() if weight < 0):
        yield "weights-unusable", ("quadrant", "weights", name), {}
    if not any(weights.values()):
        yield "weights-unusable", ("quadrant", "weights"), {}


def _targets(plan: Plan) -> Iterator[Contradiction]:
    seen: set[str] = set()
    for i, target in enumerate(plan.targets):
        at, facts = ("targets", i), {"target": target.id}
        if target.amount <= _NOTHING:
            yield "target-not-positive", (*at, "amount"), facts
        if target.year not in plan.period:
            yield "year-outside-period", (*at, "year"), {"year": target.year, "period": str(plan.period)}
        if target.net and target.basis is Basis.LEVEL:
            yield "net-level-target", (*at, "net"), facts
        if not target.counts.alive:
            yield "target-counts-stopped", (*at, "counts"), {**facts, "status": target.counts.value}
        if target.id.casefold() in seen:
            yield "target-twice", (*at, "id"), facts
        seen.add(target.id.casefold())
