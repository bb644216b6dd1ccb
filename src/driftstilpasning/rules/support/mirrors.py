"""Measures with exactly opposite amounts every year, and nothing that says why."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules.support.amounts import extremes
from driftstilpasning.rules.support.few import costing
from driftstilpasning.rules.support.titles import telling_words
from driftstilpasning.workspace import Located, Workspace

Mirrors = Mapping[str, tuple[Located[Measure], Located[Measure]]]
"""Under the id of each cost, the cost and the saving that it mirrors."""

_MOST: Final = 20
"""Of many savings with the same amounts no more are looked at for one cost."""


def mirrors(workspace: Workspace) -> Mirrors:
    """Each cost with a saving of the same amounts, one in the same sector first; each saving for one cost only."""
    return workspace.once(_mirrors)


def _mirrors(workspace: Workspace) -> Mirrors:
    costs = [m for m in costing(workspace) if m.value.status.alive and m.value.reverses is None]
    if workspace.plan is None or not costs:
        return {}
    alive = [m for m in workspace.measures if m.value.status.alive]
    period = workspace.plan.value.period
    sizes = {_largest(m.value) for m in costs}
    reversed_ = {folded(m.value.reverses) for m in alive if m.value.reverses is not None}
    savings: dict[tuple[Money, ...], list[Located[Measure]]] = defaultdict(list)
    for located in alive:
        if _largest(located.value) in sizes and folded(located.value.id) not in reversed_:
            savings[tuple(located.value.in_year(year, period) for year in period)].append(located)
    found = {}
    for cost in costs:
        mirror = tuple(-cost.value.in_year(year, period) for year in period)
        alike = savings.get(mirror, []) if total(mirror).ore > 0 else []
        saving = _suspicious(cost, alike[:_MOST])
        if saving is not None:
            alike.remove(saving)
            found[cost.value.id] = cost, saving
    return found


def _largest(measure: Measure) -> int:
    """What a measure and its mirror have in common at a glance."""
    return max(map(abs, extremes(measure)))


def _suspicious(cost: Located[Measure], savings: list[Located[Measure]]) -> Located[Measure] | None:
    """The first saving in the same sector, or in another, that may be undone or moved by ``cost``."""
    nearest_first = sorted(savings, key=lambda saving: saving.value.sector != cost.value.sector)
    return next((saving for saving in nearest_first if not _explained(cost.value, saving.value)), None)


def _explained(cost: Measure, saving: Measure) -> bool:
    """New spending happens to cost what something else saves; only their titles tell that from a reversal."""
    kinds = (cost.kind, saving.kind)
    if kinds == (Kind.TECHNICAL, Kind.TECHNICAL):
        return True
    return Kind.PRIORITY in kinds and not telling_words(cost.title) & telling_words(saving.title)
