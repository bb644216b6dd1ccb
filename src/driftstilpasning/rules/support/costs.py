"""What it costs to get there: one-off costs and investments."""

from collections.abc import Iterable, Mapping
from typing import Final

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money

TRANSITION: Final = "transition_cost"
INVESTMENT: Final = "investment"


def costs(measure: Measure) -> Iterable[tuple[str, Mapping[int, Money]]]:
    """The costs of a measure under the name of their field, where there are any."""
    if not measure.transition_cost and not measure.investment:
        return ()
    return (TRANSITION, measure.transition_cost), (INVESTMENT, measure.investment)
