"""What happens when a measure is dropped: which gaps grow, what falls with it, and what comes in its place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.summary import TargetSum, against
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio

_NOTHING = Money(0)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A measure, and the portfolio without it.

    ``growth`` is how much the gap of each target grows, under its id; below zero it closes. ``falls`` are reversals of
    the measure, ``instead`` alternatives that are then taken, ``more`` measures that count for more because an overlap
    is gone. Of what is not shown by itself no figure and no name is told: ``unseen`` says that there is such a change.
    """

    measure: Measure
    growth: Mapping[str, Money]
    required_by: tuple[Measure, ...]
    falls: tuple[Measure, ...]
    instead: tuple[Measure, ...]
    more: tuple[Measure, ...]
    unseen: bool


Amounts = Mapping[str, Mapping[str, Money]]
"""What each measure that counts is to each target: under the target's id, under the measure's."""


def drops(view: View, targets: Sequence[TargetSum]) -> tuple[Dropped, ...]:
    """What happens without each measure that is shown and counts toward a target, one at a time."""
    portfolio = view.portfolio
    needed_by = _needed_by(view)
    groups = _groups(portfolio)
    parts = {target.target.id: {part.measure.id: part.amount for part in target.parts} for target in targets}
    found = []
    for measure in view.measures:
        if not any(measure.id in amounts for amounts in parts.values()):
            continue
        group = groups.get(measure.id, (measure,))
        rest = tuple(other for other in group if other is not measure)
        after = _amounts(Portfolio(portfolio.plan, rest)) if rest else {}
        changed = [other for other in rest if _parts(other, parts) != _parts(other, after)]
        shown = [measure, *filter(view.shows, changed)]
        before = Counting(Portfolio(portfolio.plan, group), Status.PROPOSED)
        without = Counting(Portfolio(portfolio.plan, rest), Status.PROPOSED)
        was = [other for other in shown[1:] if before.counts(other)]
        found.append(
            Dropped(
                measure,
                {target.target.id: _growth(target, _lost(shown, parts, after, target)) for target in targets},
                tuple(needed_by[measure.id]),
                tuple(other for other in was if not without.counts(other)),
                tuple(other for other in shown[1:] if not before.counts(other)),
                tuple(other for other in was if without.counts(other)),
                len(shown) <= len(changed),
            )
        )
    return tuple(found)


def _growth(target: TargetSum, lost: Money) -> Money:
    return max(target.target.amount - (target.reached - lost), _NOTHING) - target.gap


def _lost(shown: Sequence[Measure], before: Amounts, after: Amounts, target: TargetSum) -> Money:
    name = target.target.id
    return total(
        before[name].get(measure.id, _NOTHING) - after.get(name, {}).get(measure.id, _NOTHING) for measure in shown
    )


def _parts(measure: Measure, amounts: Amounts) -> list[Money]:
    return [here.get(measure.id, _NOTHING) for here in amounts.values()]


def _amounts(portfolio: Portfolio) -> Amounts:
    sums = (against(target, portfolio) for target in portfolio.plan.targets)
    return {each.target.id: {part.measure.id: part.amount for part in each.parts} for each in sums}


def _needed_by(view: View) -> Mapping[str, list[Measure]]:
    """Under each id the measures on the road, shown by themselves, that require it."""
    found: dict[str, list[Measure]] = defaultdict(list)
    for measure in view.measures:
        for other in view.named(measure.requires) if measure.status.alive else ():
            if other is not measure:
                found[other.id].append(measure)
    return found


def _groups(portfolio: Portfolio) -> Mapping[str, tuple[Measure, ...]]:
    """Under the id of each measure whose amounts hang together with those of others, all of them."""
    links: dict[str, set[str]] = defaultdict(set)
    for measure in portfolio:
        for reference in _shares_with(measure):
            other = portfolio.find(reference)
            if other is not None and other is not measure:
                links[measure.id].add(other.id)
                links[other.id].add(measure.id)
    groups: dict[str, tuple[Measure, ...]] = {}
    for start in links:
        if start not in groups:
            reached, ahead = {start}, [start]
            while ahead:
                new = links[ahead.pop()] - reached
                reached |= new
                ahead += new
            group = tuple(measure for measure in portfolio if measure.id in reached)
            groups |= dict.fromkeys(reached, group)
    return groups


def _shares_with(measure: Measure) -> Iterator[str]:
    yield from measure.excludes
    yield from (overlap.other for overlap in measure.overlaps)
    if measure.reverses is not None:
        yield measure.reverses
