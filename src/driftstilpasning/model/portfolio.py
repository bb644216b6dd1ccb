"""A portfolio: a plan and its measures, every reference resolved. Every analysis takes this and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import folded
from driftstilpasning.model.years import Period

T = TypeVar("T")


@dataclass(frozen=True)
class Portfolio:
    """A plan and its measures in the order of their ids."""

    plan: Plan
    measures: tuple[Measure, ...]
    by_id: Mapping[str, Measure] = field(default_factory=dict, repr=False, compare=False)
    """Measures under their folded ids; only who has them so already gives them."""
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the measures in one order, so that the order of files changes nothing."""
        object.__setattr__(self, "measures", tuple(sorted(self.measures, key=lambda m: order(m.id))))
        if not self.by_id:
            object.__setattr__(self, "by_id", {folded(measure.id): measure for measure in self.measures})

    def __iter__(self) -> Iterator[Measure]:
        """Each measure in the order of ids."""
        return iter(self.measures)

    @property
    def period(self) -> Period:
        """The plan's years."""
        return self.plan.period

    def find(self, reference: str) -> Measure | None:
        """The measure that ``reference`` names, without regard to letter case."""
        return self.by_id.get(folded(reference))

    def once(self, make: Callable[["Portfolio"], T]) -> T:
        """What ``make`` makes of this portfolio; made once, however many sums ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made


def order(identifier: str) -> tuple[str, str]:
    """The order of ids: letter case decides only between ids that are otherwise alike."""
    return folded(identifier), identifier
