"""Did you mean …? The known word that is nearest to an unknown one."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from driftstilpasning.model.portfolio import order
from driftstilpasning.model.scalars import folded

_FEW: Final = 150
"""Among more words something like every word is found, and it takes long."""


def nearest(word: str, known: Collection[str]) -> str | None:
    """The one of a few known words that ``word`` resembles, letter case apart.

    >>> nearest("Opvekst", ["oppvekst", "teknisk"]), nearest("kyrkje", ["oppvekst", "teknisk"])
    ('oppvekst', None)
    """
    if len(known) > _FEW:
        return None
    by_fold = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(folded(word), list(by_fold), n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


def slips(one: str, other: str) -> int:
    """How many letters too many, too few or wrong, or neighbours swapped, lie between two words.

    >>> slips("efekt", "effect"), slips("stauts", "status"), slips("kostnad", "kostra"), slips("title", "title")
    (2, 1, 2, 0)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted)))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], wanted):
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]


class NearestId:
    """The nearest of many ids: one letter more, less or other, or two letters swapped.

    Comparing with every id would take a minute where thousands are wrong; ids that are one slip apart have a
    spelling in common once a letter is left out of each.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """Index ``ids`` by their spellings."""
        self._ids: dict[str, set[str]] = defaultdict(set)
        for identifier in ids:
            for spelling in _spellings(folded(identifier)):
                self._ids[spelling].add(identifier)

    def find(self, word: str) -> str | None:
        """The nearest id; the first of several that are equally near.

        >>> ids = NearestId(["HO-03", "HO-10", "KU-01"])
        >>> ids.find("HO-3"), ids.find("ho03"), ids.find("KU-10"), ids.find("ST-07")
        ('HO-03', 'HO-03', 'KU-01', None)
        """
        close: set[str] = set()
        for spelling in _spellings(folded(word)):
            close |= self._ids.get(spelling, set())

        def rank(identifier: str) -> tuple[float, tuple[str, str]]:
            return -SequenceMatcher(None, folded(word), folded(identifier)).ratio(), order(identifier)

        return min(close, key=rank, default=None)


def _spellings(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
