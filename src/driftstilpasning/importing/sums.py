"""Rows that are sums of others: by their name, or by their amounts whatever they are called.

Read as measures they would make everything count twice. So a row without an id of its own is held against the rows
next to it, and whoever knows the list says what it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate
from typing import Final, TypeAlias

Amounts: TypeAlias = tuple[int | Decimal, ...]
"""What a row says of each year."""

SUMS: Final = re.compile(
    r"(?:del)?sum(?:mer|men)?\b|sub-?total|grand total|total(?:t|sum)?\b|i alt\b|samla\b|samlet\b", re.IGNORECASE
)
"""How the names of sums begin."""

PARTS: Final = re.compile(r"\W*(?:herav|hvorav|derav|av dette|of which)\b", re.IGNORECASE)
"""How the names of rows begin that say what another row is made up of."""

INDENTED: Final = re.compile(r"[-–—•*·]\s*(?=\w)")
"""How the names of rows begin that stand below another one."""


@dataclass(slots=True)
class Tally:
    """What rows come to, from the first one on."""

    _total: Amounts | None = None
    _before: set[Amounts] = field(default_factory=set)
    """What the rows came to before each of them."""

    def add(self, amounts: Amounts) -> None:
        """Count one more row."""
        total = self._total or (0,) * len(amounts)
        self._before.add(total)
        self._total = _plus(total, amounts)

    def adds_up_to(self, amounts: Amounts) -> bool:
        """Whether ``amounts`` are the sums of those of the last rows, however many.

        >>> tally = Tally()
        >>> for row in ((1, 1), (2, 3), (3, 4)):
        ...     tally.add(row)
        >>> tally.adds_up_to((5, 7)), tally.adds_up_to((5, 8)), tally.adds_up_to((0, 0))
        (True, False, False)
        """
        if self._total is None or not any(amounts):
            return False
        return tuple(all_ - one for all_, one in zip(self._total, amounts, strict=True)) in self._before


@dataclass(frozen=True, slots=True)
class Line:
    """A row that may be a measure."""

    amounts: Amounts
    title: str = ""
    sector: str = ""
    """What its own cell says; such a row is no sum of other sectors' rows, and stands first or last in its own."""
    known: bool = False
    """Whether it is a measure beyond doubt, as one with an id of its own is."""
    begins: bool = False
    """Whether something ends above it, such as a sum or a section, so that a group of measures may begin with it."""


def groups(lines: Sequence[Line]) -> Mapping[int, range]:
    """The lines that are the sums of those right below or right above, and which those are.

    The lines of a group reach as far as the next sum, or as far as something ends; two of them at least hold amounts.
    Beside such groups a line is also the sum of one, where that is all that stands between it and the next.

    >>> oppvekst, teknisk = [Line((3,)), Line((1,)), Line((2,))], [Line((7,)), Line((7,))]
    >>> groups([*oppvekst, *teknisk])
    {0: range(1, 3), 3: range(4, 5)}
    >>> groups([*oppvekst, Line((4,))]), groups(teknisk), groups([Line((3,), known=True), *oppvekst[1:]])
    ({}, {}, {})
    """
    found: dict[int, range] = {}
    apart = set(_beginnings(lines))
    left = list(range(len(lines)))
    while True:
        begins = {0, len(left)} | {
            place
            for place, line in enumerate(left)
            if line in apart or (place and left[place - 1] != line - 1)  # a sum that was found stood there
        }
        new = dict(_either([lines[line] for line in left], begins))
        if not new:
            return dict(sorted(found.items()))
        found |= {left[place]: range(left[summed.start], left[summed.stop - 1] + 1) for place, summed in new.items()}
        left = [line for line in left if line not in found]


def _beginnings(lines: Sequence[Line]) -> Iterator[int]:
    """The lines with which a group may begin: another sector's too, and those that are no longer a list of parts."""
    sector = ""
    for place, line in enumerate(lines):
        listed = INDENTED.match(lines[place - 1].title) is not None if place else False
        if (
            line.begins
            or (line.sector and sector not in ("", line.sector))
            or (listed and not INDENTED.match(line.title))
        ):
            yield place
        sector = line.sector or sector


def _either(lines: Sequence[Line], begins: set[int]) -> Iterator[tuple[int, range]]:
    """The sums of lines above and of lines below."""
    most = len(lines)
    above = _below(lines[::-1], {most - place for place in begins})
    yield from ((most - 1 - place, range(most - end, most - 1 - place)) for place, end in above.items())
    yield from ((place, range(place + 1, end)) for place, end in _below(lines, begins).items())


def _below(lines: Sequence[Line], begins: set[int]) -> Mapping[int, int]:
    """For each line that is the sum of those below, the first line that is no longer among these.

    What all lines come to before each of them is kept, so that the end of a group is looked up and not searched for.
    """
    if not lines:
        return {}
    nothing: Amounts = (0,) * len(lines[0].amounts)
    totals = list(accumulate((line.amounts for line in lines), _plus, initial=nothing))
    filled = list(accumulate((any(line.amounts) for line in lines), initial=0))
    limits = _limits(lines)
    ends: dict[Amounts, int] = {}
    found: dict[int, int] = {}
    for place in range(len(lines) - 1, -1, -1):
        line, after = lines[place], place + 1
        if after in begins:
            ends.setdefault(totals[after], after)
        end = ends.get(_plus(totals[after], line.amounts), 0)
        if after < end <= limits[place] and filled[end] > filled[after] and _may_be_sum(lines, place, begins):
            found[place] = end
            ends.setdefault(totals[place], place)
    several = {place for place, end in found.items() if filled[end] - filled[place + 1] > 1}
    sure: set[int] = set()
    for place in sorted(found, reverse=True):  # a group that others follow
        if place in several or found[place] in sure:
            sure.add(place)
    for place in sorted(found):  # and those that follow it
        if place in sure and found[place] in found:
            sure.add(found[place])
    return {place: found[place] for place in sure}


def _may_be_sum(lines: Sequence[Line], place: int, begins: set[int]) -> bool:
    """Whether a line can be the sum of those below: one with a sector is the first of it, or heads a list of parts."""
    line = lines[place]
    heads = not line.sector or place in begins or INDENTED.match(lines[place + 1].title) is not None
    return heads and any(line.amounts) and not line.known


def _limits(lines: Sequence[Line]) -> Sequence[int]:
    """For each line, the first one below of another sector: as far as it can be a sum."""
    most = len(lines)
    limits = [most] * most
    nearest, sector, beyond = most, "", most
    for place in range(most - 1, -1, -1):
        own = lines[place].sector
        if own and own != sector:
            nearest, sector, beyond = place, own, nearest
        if own:
            limits[place] = beyond
            nearest = place
    return limits


def _plus(one: Amounts, other: Amounts) -> Amounts:
    return tuple(a + b for a, b in zip(one, other, strict=True))
