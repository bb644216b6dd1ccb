"""What it costs to get there: one-off costs and investments."""

from collections.abc import Iterator, Mapping
from typing import Final

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.workspace import Located, Workspace

TRANSITION: Final = "transition_cost"
INVESTMENT: Final = "investment"


def costs(workspace: Workspace) -> Iterator[tuple[Located[Measure], str, Mapping[int, Money]]]:
    """Each measure's costs with the name of their field, where there are any."""
    for located in workspace.measures:
        if located.value.transition_cost:
            yield located, TRANSITION, located.value.transition_cost
        if located.value.investment:
            yield located, INVESTMENT, located.value.investment
