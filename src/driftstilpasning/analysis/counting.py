"""Which measures count, why the others do not, and for how much: the heart of every sum.

Nothing is counted twice: of alternatives one is taken (:mod:`.choice`), what two measures both claim is taken
off one of them, and a reversal counts only together with what it reverses.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from driftstilpasning.analysis.choice import NotTaken, choose
from driftstilpasning.model.measure import Benefit, Funding, Kind, Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio, order
from driftstilpasning.model.years import Series


class Why(StrEnum):
    """Why a measure does not count, in the order in which the reasons are tried."""

    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    STATUS = "status"
    TIME_OR_QUALITY = "time-or-quality"
    SELF_COST = "self-cost"
    EARMARKED = "earmarked"
    FINANCING = "financing"
    TECHNICAL = "technical"
    ONE_OFF = "one-off"
    ALTERNATIVE = "alternative"
    REVERSAL = "reversal"


_STOPPED = {Status.REJECTED: Why.REJECTED, Status.WITHDRAWN: Why.WITHDRAWN, Status.DEFERRED: Why.DEFERRED}
_FUNDED = {
    Funding.SELF_COST: Why.SELF_COST,
    Funding.EARMARKED: Why.EARMARKED,
    Funding.FINANCING: Why.FINANCING,
}


@dataclass(frozen=True, slots=True)
class Deduction:
    """What is taken off one measure, each year, because another claims it too."""

    off: Measure
    other: Measure
    in_year: Series
    level: Series


@dataclass(frozen=True, slots=True)
class Amounts:
    """A measure's amounts, each year, once what it shares with others is taken off."""

    in_year: Series
    level: Series
    cost: Series


@dataclass(frozen=True)
class Counting:
    """What counts from one status on; with ``lasting``, only what recurs."""

    portfolio: Portfolio
    since: Status
    lasting: bool = False

    @cached_property
    def choice(self) -> Mapping[str, NotTaken]:
        """The alternatives that are not taken."""
        return choose(self.portfolio)

    @cached_property
    def reasons(self) -> Mapping[str, Why | None]:
        """Under each id why the measure does not count; None where it does."""
        reasons = {measure.id: self._own_reason(measure) for measure in self.portfolio}
        for measure in self.portfolio:
            if reasons[measure.id] is None and not self._undoes_something(measure, reasons):
                reasons[measure.id] = Why.REVERSAL
        return reasons

    def counts(self, measure: Measure) -> bool:
        """Whether ``measure`` is in the sums."""
        return self.reasons[measure.id] is None

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that count, in the order of their ids."""
        return tuple(measure for measure in self.portfolio if self.counts(measure))

    def conditional(self, measure: Measure) -> bool:
        """Whether ``measure`` requires one that does not count, or that does not exist."""
        required = [self.portfolio.find(reference) for reference in measure.requires]
        return any(other is None or not self.counts(other) for other in required)

    @cached_property
    def amounts(self) -> Mapping[str, Amounts]:
        """The amounts of each measure that counts, under its id."""
        period = self.portfolio.period
        gross = {m.id: Amounts(m.in_year(period), m.level(period), m.cost(period)) for m in self.measures}
        for deduction in self.deductions:
            before = gross[deduction.off.id]
            gross[deduction.off.id] = Amounts(
                {year: before.in_year[year] - deduction.in_year[year] for year in period},
                {year: before.level[year] - deduction.level[year] for year in period},
                before.cost,
            )
        return gross

    @cached_property
    def deductions(self) -> tuple[Deduction, ...]:
        """What is taken off for overlaps, pair by pair in the order of ids."""
        period = self.portfolio.period
        left: dict[str, tuple[dict[int, Money], dict[int, Money]]] = {}
        made = []
        for first, second, amount in overlaps(self.portfolio):
            if not (self.counts(first) and self.counts(second)):
                continue
            off = max(first, second, key=lambda m: (-m.status.step, -m.size(period).ore, order(m.id)))
            other = second if off is first else first
            if off.id not in left:
                left[off.id] = dict(off.in_year(period)), dict(off.level(period))
            in_year, level = left[off.id]
            deduction = Deduction(
                off,
                other,
                _shared(amount, off.in_year(period), other.in_year(period), in_year),
                _shared(amount, off.level(period), other.level(period), level),
            )
            for year in period:
                in_year[year] -= deduction.in_year[year]
                level[year] -= deduction.level[year]
            made.append(deduction)
        return tuple(made)

    def _own_reason(self, measure: Measure) -> Why | None:
        """The first reason that lies in the measure itself or in the choice of alternatives."""
        if measure.status in _STOPPED:
            return _STOPPED[measure.status]
        if measure.status.step < self.since.step:
            return Why.STATUS
        if measure.benefit is not Benefit.BUDGET:
            return Why.TIME_OR_QUALITY
        if measure.funding is not Funding.FREE:
            return _FUNDED[measure.funding]
        if measure.kind is Kind.TECHNICAL:
            return Why.TECHNICAL
        if self.lasting and not measure.recurring:
            return Why.ONE_OFF
        return Why.ALTERNATIVE if measure.id in self.choice else None

    def _undoes_something(self, measure: Measure, reasons: Mapping[str, Why | None]) -> bool:
        """Whether all that ``measure`` reverses, step by step, counts; True for what is no reversal."""
        seen = {measure.id}
        while measure.reverses is not None:
            reversed_ = self.portfolio.find(measure.reverses)
            if reversed_ is None or reversed_.id in seen or reasons[reversed_.id] is not None:
                return False
            seen.add(reversed_.id)
            measure = reversed_
        return True


def overlaps(portfolio: Portfolio) -> list[tuple[Measure, Measure, Money]]:
    """Each pair that overlaps and by how much a year: once, the larger where both files say it."""
    pairs: dict[tuple[str, str], Money] = defaultdict(Money)
    for measure in portfolio:
        for overlap in measure.overlaps:
            other = portfolio.find(overlap.other)
            if other is not None and other is not measure:
                first, second = sorted((measure.id, other.id), key=order)
                pairs[first, second] = max(pairs[first, second], overlap.amount)
    found = [(portfolio.find(a), portfolio.find(b), amount) for (a, b), amount in pairs.items()]
    return sorted(
        ((a, b, amount) for a, b, amount in found if a is not None and b is not None),
        key=lambda pair: (order(pair[0].id), order(pair[1].id)),
    )


def _shared(amount: Money, one: Series, other: Series, left: Series) -> Series:
    """Each year at most the smaller of two effects, never more than is left, never below zero."""
    nothing = Money(0)
    return {year: max(nothing, min(amount, one[year], other[year], left[year])) for year in one}


def split(amount: Money, shares: Mapping[str, Decimal]) -> Mapping[str, Money]:
    """``amount`` by sector, each part rounded to the øre, the last taking the rest.

    >>> split(Money(100), {"a": Decimal(33), "b": Decimal(67)})
    {'a': Money(ore=33), 'b': Money(ore=67)}
    """
    *before, last = shares
    parts = {sector: amount.times(Fraction(shares[sector]) / 100) for sector in before}
    rest = amount
    for part in parts.values():
        rest -= part
    return {**parts, last: rest}
