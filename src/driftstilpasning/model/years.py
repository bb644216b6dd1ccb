"""Years of a plan, and the three ways an effect is written.

Source of the rules: the project's ``docs/figures.md``; the amount of a year is a *level against
the base budget*, never an increment on the year before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from driftstilpasning.model.money import Money
from driftstilpasning.model.scalars import Month

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """The years of an economic plan, first through last."""

    first: int
    last: int

    def __iter__(self) -> Iterator[int]:
        """Each year in turn."""
        return iter(range(self.first, self.last + 1))

    def __contains__(self, year: object) -> bool:
        """Whether ``year`` is one of the plan's."""
        return isinstance(year, int) and self.first <= year <= self.last

    def __len__(self) -> int:
        """How many years the plan has."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        """As it is printed: ``2013–2016``, or ``2013`` for a plan of one year."""
        return f"{self.first}–{self.last}" if self.first != self.last else str(self.first)


Series = Mapping[int, Money]
"""An amount for each year of the plan, in the plan's order."""


class Level(NamedTuple):
    """A full-year amount and the first month it is in force; it replaces the level before it."""

    annual: Money
    start: Month


def in_year(steps: Sequence[Level], year: int) -> Money:
    """The effect in ``year`` of levels that follow each other, a twelfth a month.

    Rounded half away from zero to the øre, once.

    >>> in_year([Level(Money(120000), Month(2013, 8))], 2013)
    Money(ore=50000)
    """
    twelfths = 0
    until = MONTHS + 1
    for step in reversed(steps):
        if step.start.year > year:
            continue
        first = step.start.month if step.start.year == year else 1
        if until > first:
            twelfths += step.annual.ore * (until - first)
            until = first
    whole, rest = divmod(twelfths, MONTHS)
    return Money(1).times(Fraction(twelfths, MONTHS)) if rest else Money(whole)


def level(steps: Sequence[Level], year: int) -> Money:
    """The full-year amount in force at the end of ``year``.

    >>> level([Level(Money(120000), Month(2013, 8))], 2013)
    Money(ore=120000)
    """
    for step in reversed(steps):
        if step.start.year <= year:
            return step.annual
    return Money(0)
