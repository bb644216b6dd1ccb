"""Everything that is known of one measure: each amount, what it counts toward and why, and its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from driftstilpasning.analysis.choice import NotTaken
from driftstilpasning.analysis.counting import Amounts, Counting, Deduction, Why, split
from driftstilpasning.analysis.quadrant import Placement, Unplaced, placement, unplaced
from driftstilpasning.analysis.summary import Part, against
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Basis, Target
from driftstilpasning.model.portfolio import Portfolio


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
    written = Amounts(measure.in_year(period), measure.level(period), measure.cost(period))
    off = unplaced(measure, portfolio)
    return Explanation(
        portfolio,
        measure,
        written,
        counting.reasons[measure.id],
        counting.choice.get(measure.id),
        counting.amounts.get(measure.id),
        tuple(d for d in counting.deductions if measure in (d.off, d.other)),
        tuple(_toward(target, measure, portfolio) for target in portfolio.plan.targets),
        split(written.level[period.last], measure.shares),
        tuple((other, _counts(other, counting)) for other in measure.requires),
        placement(measure, counting) if off is None else None,
        off,
    )


def _toward(target: Target, measure: Measure, portfolio: Portfolio) -> Toward:
    reasons = Counting(portfolio, target.counts, lasting=target.basis is Basis.LEVEL).reasons
    parts = against(target, portfolio).parts
    return Toward(target, next((p for p in parts if p.measure is measure), None), reasons[measure.id])


def _counts(reference: str, counting: Counting) -> bool:
    other = counting.portfolio.find(reference)
    return other is not None and counting.counts(other)
