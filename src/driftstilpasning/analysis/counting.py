"""Which measures count, why the others do not, and for how much: the heart of every sum.

Nothing is counted twice: of alternatives one is taken (:mod:`.choice`), what two measures both claim is taken
off one of them, and a reversal counts only together with what it reverses.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from driftstilpasning.analysis.choice import NotTaken, choose
from driftstilpasning.model.measure import Benefit, Funding, Kind, Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio, order
from driftstilpasning.model.years import Period, Series


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
class Shared:
    """What is taken off in one year: for each overlap, and off each measure under its id."""

    overlaps: tuple[Money, ...]
    off: Mapping[str, Money]


Gross = Callable[[Measure, int, Period], Money]
"""The effect of a measure in a year of the plan, or its level."""


@dataclass(frozen=True)
class Counting:
    """What counts from one status on; with ``lasting``, only what recurs."""

    portfolio: Portfolio
    since: Status
    lasting: bool = False
    _made: dict[tuple[Gross, int], Shared] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def choice(self) -> Mapping[str, NotTaken]:
        """The alternatives that are not taken."""
        return self.portfolio.once(choose)

    @cached_property
    def reasons(self) -> Mapping[str, Why | None]:
        """Under each id why the measure does not count; None where it does."""
        reasons: dict[str, Why | None] = {}
        reversals = []
        for measure in self.portfolio:
            reasons[measure.id] = self._own_reason(measure)
            if measure.reverses is not None:
                reversals.append(measure)
        reasons |= dict.fromkeys(self._baseless(reversals, reasons), Why.REVERSAL)
        return reasons

    def counts(self, measure: Measure) -> bool:
        """Whether ``measure`` is in the sums."""
        return self.reasons[measure.id] is None

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that count, in the order of their ids."""
        return tuple(m for m, why in zip(self.portfolio, self.reasons.values(), strict=True) if why is None)

    def conditional(self, measure: Measure) -> bool:
        """Whether ``measure`` requires one that does not count, or that does not exist."""
        required = [self.portfolio.find(reference) for reference in measure.requires]
        return any(other is None or not self.counts(other) for other in required)

    def in_year(self, measure: Measure, year: int) -> Money:
        """The gross effect of ``measure`` in ``year``, once what it shares with others is taken off."""
        return self._less_shared(Measure.in_year, measure, year)

    def level(self, measure: Measure, year: int) -> Money:
        """The level of ``measure`` at the end of ``year``, once what it shares with others is taken off."""
        return self._less_shared(Measure.level, measure, year)

    @cached_property
    def deductions(self) -> tuple[Deduction, ...]:
        """What is taken off for overlaps, pair by pair in the order of ids."""
        return tuple(
            Deduction(
                off,
                other,
                {year: self._shared(Measure.in_year, year).overlaps[i] for year in self.portfolio.period},
                {year: self._shared(Measure.level, year).overlaps[i] for year in self.portfolio.period},
            )
            for i, (off, other, _) in enumerate(self._overlaps)
        )

    def _less_shared(self, gross: Gross, measure: Measure, year: int) -> Money:
        amount = gross(measure, year, self.portfolio.period)
        return amount - self._shared(gross, year).off[measure.id] if measure.id in self._reduced else amount

    def _shared(self, gross: Gross, year: int) -> Shared:
        """Of each overlap at most the smaller of the two effects, never more than is left, never below zero."""
        if (gross, year) not in self._made:
            period, nothing = self.portfolio.period, Money(0)
            overlaps, taken = [], defaultdict[str, Money](Money)
            for off, other, amount in self._overlaps:
                left = gross(off, year, period) - taken[off.id]
                overlaps.append(max(nothing, min(amount, gross(other, year, period), left)))
                taken[off.id] += overlaps[-1]
            self._made[gross, year] = Shared(tuple(overlaps), taken)
        return self._made[gross, year]

    @cached_property
    def _reduced(self) -> frozenset[str]:
        """The ids of the measures that something is taken off; nearly all have none."""
        return frozenset(off.id for off, _, _ in self._overlaps)

    @cached_property
    def _overlaps(self) -> list[tuple[Measure, Measure, Money]]:
        """Of each pair that counts the measure to take off, the other, and how much they share at most."""
        return [
            (off, other, amount)
            for off, other, amount in self.portfolio.once(overlaps)
            if self.counts(off) and self.counts(other)
        ]

    def _own_reason(self, measure: Measure) -> Why | None:
        """The first reason that lies in the measure itself or in the choice of alternatives."""
        step = measure.status.step
        if step < 0:
            return _STOPPED[measure.status]
        if step < self.since.step:
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

    def _baseless(self, reversals: Iterable[Measure], reasons: Mapping[str, Why | None]) -> Iterator[str]:
        """The reversals that would count, if all that they reverse, step by step, did; a circle undoes nothing."""
        counts: dict[str, bool] = {}
        for measure in reversals:
            chain: list[Measure] = []
            here: Measure | None = measure
            while here is not None and here.reverses is not None and here.id not in counts:
                counts[here.id] = False  # until the end of the chain is known
                chain.append(here)
                here = self.portfolio.find(here.reverses)
            base = here is not None and counts.get(here.id, reasons[here.id] is None)
            for one in reversed(chain):
                own = reasons[one.id] is None
                if own and not base:
                    yield one.id
                base = counts[one.id] = own and base


def overlaps(portfolio: Portfolio) -> list[tuple[Measure, Measure, Money]]:
    """Each pair that overlaps and by how much a year: once, the larger where both files say it.

    First stands the one that it is taken off when both count: less far along, then smaller, then later.
    """
    pairs: dict[tuple[tuple[str, str], ...], tuple[Measure, Measure, Money]] = {}
    for measure in portfolio:
        for overlap in measure.overlaps:
            other = portfolio.find(overlap.other)
            if other is not None and other is not measure:
                first, second = sorted((measure, other), key=lambda m: order(m.id))
                key = order(first.id), order(second.id)
                _, _, said = pairs.get(key, (first, second, Money(0)))
                pairs[key] = first, second, max(said, overlap.amount)
    return [_taken_off(*pairs[key], portfolio.period) for key in sorted(pairs)]


def _taken_off(first: Measure, second: Measure, amount: Money, period: Period) -> tuple[Measure, Measure, Money]:
    off = max(first, second, key=lambda m: (-m.status.step, -m.size(period).ore, order(m.id)))
    return off, second if off is first else first, amount


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
