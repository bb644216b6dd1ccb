"""Everything that is known of one measure: each amount, what it counts toward and why, and its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from driftstilpasning.analysis.choice import NotTaken
from driftstilpasning.analysis.counting import Counting, Deduction, Why, split
from driftstilpasning.analysis.quadrant import Placement, Unplaced, placement, unplaced
from driftstilpasning.analysis.summary import Part, part, toward
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Target
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.years import Series


@dataclass(frozen=True, slots=True)
class Amounts:
    """A measure's amounts, each year."""

    in_year: Series
    level: Series


@dataclass(frozen=True, slots=True)
class Toward:
    """What a measure is to one target: its part, or why it has none."""

    target: Target
    part: Part | None
    why: Why | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One measure, whole. ``sectors`` holds the last year's level by sector."""

    portfolio: Portfolio
    measure: Measure
    written: Amounts
    cost: Series
    why: Why | None
    not_taken: NotTaken | None
    counted: Amounts | None
    deductions: tuple[Deduction, ...]
    toward: tuple[Toward, ...]
    sectors: Mapping[str, Money]
    requires: tuple[tuple[str, bool], ...]
    placement: Placement | None
    unplaced: Unplaced | None


def explain(measure: Measure, portfolio: Portfolio) -> Explanation:
    """Gather what every sum and the quadrant say of ``measure``."""
    period = portfolio.period
    counting = Counting(portfolio, Status.PROPOSED)
    off = unplaced(measure, portfolio)
    return Explanation(
        portfolio,
        measure,
        Amounts(
            {year: measure.in_year(year, period) for year in period},
            {year: measure.level(year, period) for year in period},
        ),
        {year: measure.cost(year) for year in period},
        counting.reasons[measure.id],
        counting.choice.get(measure.id),
        _counted(measure, counting),
        tuple(d for d in counting.deductions if measure in (d.off, d.other)),
        tuple(_toward(target, measure, portfolio) for target in portfolio.plan.targets),
        split(measure.level(period.last, period), measure.shares),
        tuple((other, _counts(other, counting)) for other in measure.requires),
        placement(measure, counting) if off is None else None,
        off,
    )


def _counted(measure: Measure, counting: Counting) -> Amounts | None:
    if not counting.counts(measure):
        return None
    period = counting.portfolio.period
    return Amounts(
        {year: counting.in_year(measure, year) for year in period},
        {year: counting.level(measure, year) for year in period},
    )


def _toward(target: Target, measure: Measure, portfolio: Portfolio) -> Toward:
    counting = toward(target, portfolio)
    mine = part(measure, target, counting) if counting.counts(measure) else None
    return Toward(target, mine, counting.reasons[measure.id])


def _counts(reference: str, counting: Counting) -> bool:
    other = counting.portfolio.find(reference)
    return other is not None and counting.counts(other)
