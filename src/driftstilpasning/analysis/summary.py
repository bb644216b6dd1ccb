"""The sums: against the targets, by year and by sector, and beside totals that somebody printed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.analysis.choice import NotTaken
from driftstilpasning.analysis.counting import Counting, Why, split
from driftstilpasning.model.measure import FteHow, Kind, Measure, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Basis, Stated, Target
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.text.numbers import half_up


@dataclass(frozen=True, slots=True)
class Part:
    """One measure's contribution to a target, between a low and a high estimate."""

    measure: Measure
    amount: Money
    cost: Money
    low: Fraction
    high: Fraction
    conditional: bool


@dataclass(frozen=True, slots=True)
class TargetSum:
    """A target and what counts toward it."""

    target: Target
    parts: tuple[Part, ...]

    @property
    def counted(self) -> Money:
        """Everything that counts; what was found before the project is not in it."""
        return total(part.amount for part in self.parts)

    @property
    def by_status(self) -> Mapping[Status, Money]:
        """What counts, split by status, every status there."""
        return {status: total(p.amount for p in self.parts if p.measure.status is status) for status in Status}

    @property
    def unspecified(self) -> Money:
        """How much of what counts says nothing of what is to be done."""
        return total(p.amount for p in self.parts if p.measure.kind is Kind.UNSPECIFIED)

    @property
    def conditional(self) -> Money:
        """How much of what counts requires a measure that does not count."""
        return total(p.amount for p in self.parts if p.conditional)

    @property
    def one_off(self) -> Money:
        """How much of what counts comes once."""
        return total(p.amount for p in self.parts if not p.measure.recurring)

    @property
    def low(self) -> Money:
        """What counts by the low estimates."""
        return Money(half_up(sum((p.low for p in self.parts), Fraction(0))))

    @property
    def high(self) -> Money:
        """What counts by the high estimates."""
        return Money(half_up(sum((p.high for p in self.parts), Fraction(0))))

    @property
    def transition_cost(self) -> Money:
        """The one-off cost of what counts, in the years that the target covers."""
        return total(p.cost for p in self.parts)

    @property
    def reached(self) -> Money:
        """What was found before the project and what counts."""
        return self.target.found + self.counted

    @property
    def gap(self) -> Money:
        """What is still to find; never below zero."""
        return max(self.target.amount - self.reached, Money(0))

    @property
    def share(self) -> Fraction:
        """How much of the amount is reached."""
        return Fraction(self.reached.ore, self.target.amount.ore)


@dataclass(frozen=True, slots=True)
class YearSum:
    """One year of the plan."""

    gross: Money
    transition_cost: Money
    level: Money

    @property
    def net(self) -> Money:
        """The effect less the one-off cost of getting there."""
        return self.gross - self.transition_cost


@dataclass(frozen=True, slots=True)
class SectorSum:
    """One sector: gross effect by year, last year's level, posts, and the frame it is to live within."""

    id: str
    name: str
    years: Mapping[int, Money]
    level: Money
    base: Money | None
    fte: Decimal
    fte_how: Mapping[FteHow | None, Decimal]
    fte_unknown: int
    frame_gap: Mapping[int, Money | None]

    @property
    def cut(self) -> Fraction | None:
        """The last year's level as a share of the base; None where the plan gives no base."""
        return Fraction(self.level.ore, self.base.ore) if self.base else None


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A measure that the sums leave out, and the first reason that applies."""

    measure: Measure
    why: Why
    instead: NotTaken | None


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A total that somebody printed, beside the same sum computed."""

    stated: Stated
    computed: Money

    @property
    def difference(self) -> Money:
        """Computed less printed."""
        return self.computed - self.stated.amount

    @property
    def ok(self) -> bool:
        """Whether the two agree within the tolerance."""
        return abs(self.difference) <= self.stated.tolerance


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows to show; None is all. Chosen after counting, so it never changes what counts."""

    sectors: Collection[str] | None = None
    statuses: Collection[Status] | None = None

    def part(self, measure: Measure) -> Mapping[str, Decimal]:
        """The sectors' shares of ``measure`` that are shown."""
        if self.statuses is not None and measure.status not in self.statuses:
            return {}
        if self.sectors is None:
            return measure.shares
        return {sector: share for sector, share in measure.shares.items() if sector in self.sectors}


@dataclass(frozen=True, slots=True)
class Summary:
    """All sums of a portfolio. Targets are always those of the whole portfolio."""

    portfolio: Portfolio
    since: Status
    rows: Rows
    targets: tuple[TargetSum, ...]
    years: Mapping[int, YearSum]
    sectors: tuple[SectorSum, ...]
    not_counted: tuple[NotCounted, ...]
    stated: tuple[StatedSum, ...]

    @property
    def by_status(self) -> Mapping[Status, int]:
        """How many measures there are of each status, every status there."""
        return {status: sum(m.status is status for m in self.portfolio) for status in Status}


def summarize(portfolio: Portfolio, since: Status = Status.PROPOSED, rows: Rows | None = None) -> Summary:
    """Sum ``portfolio``; years and sectors from the status ``since`` on, each target by its own."""
    rows = rows or Rows()
    counting = Counting(portfolio, since)
    shown = tuple(Shown(measure, counting, rows.part(measure)) for measure in counting.measures)
    return Summary(
        portfolio,
        since,
        rows,
        tuple(against(target, portfolio) for target in portfolio.plan.targets),
        {year: _year(year, shown) for year in portfolio.period},
        tuple(
            _sector(sector, shown, portfolio)
            for sector in sector_ids(portfolio)
            if rows.sectors is None or sector in rows.sectors
        ),
        tuple(
            NotCounted(measure, why, counting.choice.get(measure.id) if why is Why.ALTERNATIVE else None)
            for measure in portfolio
            if (why := counting.reasons[measure.id]) is not None and rows.part(measure)
        ),
        tuple(StatedSum(stated, computed(stated, portfolio)) for stated in portfolio.plan.stated),
    )


def against(target: Target, portfolio: Portfolio) -> TargetSum:
    """What counts toward one target."""
    counting = toward(target, portfolio)
    return TargetSum(target, tuple(part(measure, target, counting) for measure in counting.measures))


def toward(target: Target, portfolio: Portfolio) -> Counting:
    """Which measures count toward one target, and for how much."""
    return Counting(portfolio, target.counts, lasting=target.basis is Basis.LEVEL)


def computed(stated: Stated, portfolio: Portfolio) -> Money:
    """The plain sum that a printed total should equal: gross, by whoever is not rejected or withdrawn.

    Funding, benefit and recurrence play no part, and alternatives and overlaps are left in, since the lists
    that print such totals know nothing of them.
    """
    amounts = []
    for measure in portfolio:
        if measure.status in (Status.REJECTED, Status.WITHDRAWN):
            continue
        if stated.kind not in (None, measure.kind):
            continue
        amount = measure.in_year(stated.year, portfolio.period)
        if stated.sector is None:
            amounts.append(amount)
        elif stated.sector in measure.shares:
            amounts.append(split(amount, measure.shares)[stated.sector])
    return total(amounts)


def part(measure: Measure, target: Target, counting: Counting) -> Part:
    """What one measure that counts contributes to a target."""
    effect, cost = effect_and_cost(measure, target, counting)
    charged = cost if target.net else Money(0)
    amount = effect - charged
    low, high = (amount.ore * factor for factor in factors(measure, counting.portfolio))
    return Part(measure, amount, cost, low, high, counting.conditional(measure))


def effect_and_cost(measure: Measure, target: Target, counting: Counting) -> tuple[Money, Money]:
    """The effect of ``measure`` and the one-off cost of getting there, in the years that a target covers."""
    years = [target.year]
    if target.basis is Basis.CUMULATIVE:
        years = [year for year in counting.portfolio.period if year <= target.year]
    effect = counting.level if target.basis is Basis.LEVEL else counting.in_year
    return total(effect(measure, year) for year in years), total(measure.cost(year) for year in years)


def factors(measure: Measure, portfolio: Portfolio) -> tuple[Fraction, Fraction]:
    """The low and the high estimate as parts of the effect they are estimates of."""
    size = measure.size(portfolio.period)
    if measure.range is None or not size:
        return Fraction(1), Fraction(1)
    return Fraction(measure.range.low.ore, size.ore), Fraction(measure.range.high.ore, size.ore)


@dataclass(frozen=True)
class Shown:
    """A measure that counts, and the parts of it that the chosen rows show."""

    measure: Measure
    counting: Counting
    part: Mapping[str, Decimal]
    _made: dict[Money, Mapping[str, Money]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def amount(self, whole: Money, sector: str | None = None) -> Money:
        """What is shown of ``whole``: in one sector, or in all that are shown."""
        if not self.part:
            return Money(0)
        if len(self.measure.shares) == 1:
            return whole
        if whole not in self._made:  # asked for by sector after sector
            self._made[whole] = split(whole, self.measure.shares)
        parts = self._made[whole]
        return parts[sector] if sector is not None else total(parts[shown] for shown in self.part)

    def in_year(self, year: int, sector: str | None = None) -> Money:
        """The gross effect in ``year``."""
        return self.amount(self.counting.in_year(self.measure, year), sector)

    def level(self, year: int, sector: str | None = None) -> Money:
        """The level at the end of ``year``."""
        return self.amount(self.counting.level(self.measure, year), sector)

    def cost(self, year: int) -> Money:
        """The one-off cost in ``year``."""
        return self.amount(self.measure.cost(year))


def _year(year: int, shown: tuple[Shown, ...]) -> YearSum:
    return YearSum(
        total(row.in_year(year) for row in shown),
        total(row.cost(year) for row in shown),
        total(row.level(year) for row in shown),
    )


def sector_ids(portfolio: Portfolio) -> list[str]:
    """The plan's sectors in its order, then those that only measures know, by their ids."""
    known = list(portfolio.plan.sectors)
    return known + sorted({sector for measure in portfolio for sector in measure.shares} - set(known))


def _sector(sector: str, shown: tuple[Shown, ...], portfolio: Portfolio) -> SectorSum:
    plan, period = portfolio.plan, portfolio.period
    here = [row for row in shown if sector in row.part]
    posts: dict[FteHow | None, Decimal] = {}
    for row in here:
        if row.measure.fte is not None:
            how = row.measure.fte_how
            posts[how] = posts.get(how, Decimal(0)) + row.measure.fte * row.measure.shares[sector] / 100
    frame = plan.sectors.get(sector)
    return SectorSum(
        sector,
        plan.sector_name(sector),
        {year: total(row.in_year(year, sector) for row in here) for year in period},
        total(row.level(period.last, sector) for row in here),
        frame.base if frame is not None else None,
        sum(posts.values(), Decimal(0)),
        posts,
        sum(row.measure.fte is None for row in here),
        {year: frame.frame_gap(year) if frame is not None else None for year in period},
    )
