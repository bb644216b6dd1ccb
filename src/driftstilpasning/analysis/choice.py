"""Which of the alternatives is taken: one choice, the same for every sum.

``excludes`` is pairwise and works both ways: at most one of two can be carried out. Measures that are not
deferred, rejected or withdrawn are taken in turn, the one furthest along first, then the smallest effect,
then the id, each unless it excludes one already taken. So a chain A–B–C is decided too, and never by a sum
that would be too large.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.portfolio import Portfolio, order


class DecidedBy(StrEnum):
    """What decided between two alternatives."""

    STATUS = "status"
    SIZE = "size"
    ID = "id"


@dataclass(frozen=True, slots=True)
class NotTaken:
    """An alternative that is left out: for which measure, and what decided."""

    measure: Measure
    instead: Measure
    by: DecidedBy


def choose(portfolio: Portfolio) -> Mapping[str, NotTaken]:
    """Each alternative that is not taken, under its id; every other measure that is alive is taken."""
    rivals = rivals_of(portfolio)
    taken: set[str] = set()
    left: dict[str, NotTaken] = {}
    for measure in in_turn(portfolio):
        winners = [rival for rival in rivals[measure.id].values() if rival.id in taken]
        if winners:
            winner = min(winners, key=lambda m: (-m.status.step, order(m.id)))
            left[measure.id] = NotTaken(measure, winner, _decided(winner, measure, portfolio))
        else:
            taken.add(measure.id)
    return left


def in_turn(portfolio: Portfolio) -> list[Measure]:
    """The measures that have alternatives and are alive, in the order in which they are taken."""
    alive = [m for m in map(portfolio.find, rivals_of(portfolio)) if m is not None and m.status.alive]
    return sorted(alive, key=lambda m: (-m.status.step, m.size(portfolio.period).ore, order(m.id)))


def rivals_of(portfolio: Portfolio) -> Mapping[str, dict[str, Measure]]:
    """The measures that each measure excludes or is excluded by, under its id."""
    return portfolio.once(_rivals)


def _rivals(portfolio: Portfolio) -> Mapping[str, dict[str, Measure]]:
    rivals: dict[str, dict[str, Measure]] = defaultdict(dict)
    for measure in portfolio:
        for reference in measure.excludes:
            other = portfolio.find(reference)
            if other is not None and other is not measure:
                rivals[measure.id][other.id] = other
                rivals[other.id][measure.id] = measure
    return rivals


def _decided(winner: Measure, loser: Measure, portfolio: Portfolio) -> DecidedBy:
    if winner.status.step != loser.status.step:
        return DecidedBy.STATUS
    same = winner.size(portfolio.period) == loser.size(portfolio.period)
    return DecidedBy.ID if same else DecidedBy.SIZE
