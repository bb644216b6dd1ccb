"""Overlaps, pair by pair, as one file or both say them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import order
from driftstilpasning.model.scalars import folded
from driftstilpasning.workspace import Located, Workspace


@dataclass(frozen=True, slots=True)
class Mention:
    """One file's word on an overlap."""

    located: Located[Measure]
    other: Located[Measure]
    index: int
    amount: Money


def mentions(workspace: Workspace) -> Mapping[tuple[str, str], list[Mention]]:
    """What is said of each pair, under its two ids in order; the file of the first id first."""
    return workspace.once(_mentions)


def _mentions(workspace: Workspace) -> Mapping[tuple[str, str], list[Mention]]:
    pairs: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    saying = [located for located in workspace.measures if located.value.overlaps]
    for located in sorted(saying, key=lambda located: order(located.value.id)):
        for i, overlap in enumerate(located.value.overlaps):
            other = workspace.by_id.get(folded(overlap.other))
            if other is not None and other is not located:
                first, second = sorted((located.value.id, other.value.id), key=order)
                pairs[first, second].append(Mention(located, other, i, overlap.amount))
    return pairs
