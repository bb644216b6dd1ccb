"""Overlaps, pair by pair, as one file or both say them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import order
from driftstilpasning.rules.support.references import references
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
    said = references(workspace, "overlaps")
    for reference in sorted(said, key=lambda reference: order(reference.located.value.id)):
        here, there = reference.located, reference.other
        if there is not None and there is not here:
            first, second = sorted((here.value.id, there.value.id), key=order)
            overlap = here.value.overlaps[int(reference.path[1])]
            pairs[first, second].append(Mention(here, there, int(reference.path[1]), overlap.amount))
    return pairs
