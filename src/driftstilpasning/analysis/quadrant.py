"""Where each measure stands between effect and feasibility, and why.

Source: the project's success factor 2, "realism in improvement measures": large effect, small consequence
for staff and users and high political acceptance first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from driftstilpasning.analysis import words
from driftstilpasning.analysis.counting import Counting
from driftstilpasning.model.measure import Kind, Measure, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Quadrant as Settings
from driftstilpasning.model.portfolio import Portfolio, order
from driftstilpasning.text import Said

GRADES = ("staff", "users", "acceptance")
"""The three grades, in the order in which everything shows them."""

_BEST = 6
"""A consequence of grade g weighs as 6 − g, so that small is good like high acceptance."""


class Quadrant(StrEnum):
    """The four places."""

    DO_FIRST = "do-first"
    NEEDS_PROCESS = "needs-process"
    QUICK_WIN = "quick-win"
    LEAVE = "leave"


class Unplaced(StrEnum):
    """Why a measure stands in no quadrant, in the order in which the reasons are tried."""

    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    REVERSAL = "reversal"
    UNSPECIFIED = "unspecified"
    COST = "cost"
    NOT_GRADED = "not-graded"


@dataclass(frozen=True, slots=True)
class Move:
    """The smallest change of one grade alone that changes the quadrant."""

    grade: str
    now: int
    to: int
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class Placement:
    """A measure in its quadrant.

    ``effect`` is the last year's level, or a one-off's largest year; ``feasibility`` lies from 1 to 5, exact.
    Distances are value less threshold. ``counted`` is what the measure adds to its panel's sum.
    """

    measure: Measure
    effect: Money
    feasibility: Fraction
    quadrant: Quadrant
    contested: bool
    counts: bool
    counted: Money
    reason: Said
    effect_distance: Money
    feasibility_distance: Fraction
    moves: tuple[Move, ...]

    @property
    def one_off(self) -> bool:
        """Whether the effect comes once."""
        return not self.measure.recurring


@dataclass(frozen=True, slots=True)
class Placements:
    """All measures, placed or not, in the order of ids."""

    settings: Settings
    placed: tuple[Placement, ...]
    unplaced: tuple[tuple[Measure, Unplaced], ...]

    def panel(self, quadrant: Quadrant) -> tuple[Placement, ...]:
        """The measures of one quadrant, the largest effect first."""
        here = [placement for placement in self.placed if placement.quadrant is quadrant]
        return tuple(sorted(here, key=lambda placement: -placement.effect.ore))

    def largest(self, most: int) -> "Placements":
        """Without any that are placed but the ``most`` with the largest effect."""
        kept = sorted(self.placed, key=lambda placement: -placement.effect.ore)[:most]
        return replace(self, placed=tuple(sorted(kept, key=lambda placement: order(placement.measure.id))))

    def lasting(self, quadrant: Quadrant) -> Money:
        """The panel's sum of lasting effects that count, nothing twice."""
        return total(p.counted for p in self.panel(quadrant) if not p.one_off)

    def once(self, quadrant: Quadrant) -> Money:
        """The panel's sum of one-offs that count."""
        return total(p.counted for p in self.panel(quadrant) if p.one_off)


def place(portfolio: Portfolio) -> Placements:
    """Place every measure that can be placed; never guess where a grade is missing."""
    settings = portfolio.plan.quadrant
    counting = Counting(portfolio, Status.PROPOSED)
    reasons = {measure.id: unplaced(measure, portfolio) for measure in portfolio}
    return Placements(
        settings,
        tuple(placement(m, counting) for m in portfolio if reasons[m.id] is None),
        tuple((m, why) for m in portfolio if (why := reasons[m.id]) is not None),
    )


def unplaced(measure: Measure, portfolio: Portfolio) -> Unplaced | None:
    """The first reason why ``measure`` stands in no quadrant."""
    if not measure.status.alive:
        return Unplaced(measure.status.value)
    if measure.reverses is not None:
        return Unplaced.REVERSAL
    if measure.kind is Kind.UNSPECIFIED:
        return Unplaced.UNSPECIFIED
    if measure.size(portfolio.period) < Money(0):
        return Unplaced.COST
    weights = portfolio.plan.quadrant.weights
    missing = (grade is None and getattr(weights, name) > 0 for name, grade in grades(measure).items())
    return Unplaced.NOT_GRADED if any(missing) else None


def grades(measure: Measure) -> Mapping[str, int | None]:
    """The three grades of ``measure`` as written; None where one is missing."""
    staff, users = measure.consequence.staff, measure.consequence.users
    return {
        "staff": staff.grade if staff is not None else None,
        "users": users.grade if users is not None else None,
        "acceptance": measure.acceptance.grade,
    }


def placement(measure: Measure, counting: Counting) -> Placement:
    """Place one measure that has every grade it needs."""
    portfolio = counting.portfolio
    settings = portfolio.plan.quadrant
    effect = measure.size(portfolio.period)
    weights = {name: Fraction(getattr(settings.weights, name)) for name in GRADES}
    given = {name: grade for name, grade in grades(measure).items() if grade is not None and weights[name] > 0}
    high = effect >= settings.effect
    feasibility = _feasibility(given, weights, settings.method)
    here = _quadrant(high=high, easy=_easy(given, weights, settings, settings.method))
    other = "weakest" if settings.method == "mean" else "mean"
    counts = counting.counts(measure)
    return Placement(
        measure,
        effect,
        feasibility,
        here,
        here is not _quadrant(high=high, easy=_easy(given, weights, settings, other)),
        counts,
        _counted(measure, counting) if counts else Money(0),
        words.reason(measure, effect, feasibility, settings, given, floored=_floored(given, settings)),
        effect - settings.effect,
        feasibility - Fraction(settings.feasibility),
        tuple(_moves(given, weights, settings, high=high)),
    )


def _counted(measure: Measure, counting: Counting) -> Money:
    period = counting.portfolio.period
    if measure.recurring:
        return counting.level(measure, period.last)
    return counting.in_year(measure, measure.largest_year(period))


def _goodness(given: Mapping[str, int]) -> Mapping[str, int]:
    """Each grade so that 5 is best: acceptance as it is, a consequence turned about."""
    return {name: grade if name == "acceptance" else _BEST - grade for name, grade in given.items()}


def _feasibility(given: Mapping[str, int], weights: Mapping[str, Fraction], method: str) -> Fraction:
    """The weighted mean of the grades, or the weakest of them; 1 to 5."""
    good = _goodness(given)
    if method == "weakest":
        return Fraction(min(good.values()))
    return sum((weights[name] * value for name, value in good.items()), Fraction(0)) / sum(
        weights[name] for name in good
    )


def _floored(given: Mapping[str, int], settings: Settings) -> str | None:
    """The weakest grade's name when it lies below the floor."""
    good = _goodness(given)
    weakest = min(good, key=lambda name: good[name])
    return weakest if good[weakest] < settings.floor else None


def _easy(given: Mapping[str, int], weights: Mapping[str, Fraction], settings: Settings, method: str) -> bool:
    enough = _feasibility(given, weights, method) >= Fraction(settings.feasibility)
    return enough and _floored(given, settings) is None


def _quadrant(*, high: bool, easy: bool) -> Quadrant:
    if high:
        return Quadrant.DO_FIRST if easy else Quadrant.NEEDS_PROCESS
    return Quadrant.QUICK_WIN if easy else Quadrant.LEAVE


def _moves(given: Mapping[str, int], weights: Mapping[str, Fraction], settings: Settings, *, high: bool) -> list[Move]:
    now = _easy(given, weights, settings, settings.method)
    moves = []
    for name, grade in given.items():
        for to in sorted(set(range(1, _BEST)) - {grade}, key=lambda to: abs(to - grade)):
            if _easy({**given, name: to}, weights, settings, settings.method) is not now:
                moves.append(Move(name, grade, to, _quadrant(high=high, easy=not now)))
                break
    return moves
