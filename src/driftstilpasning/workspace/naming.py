"""What a new measure is called: the id after those of its sector, and the folder of the sector's other measures."""

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Final

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.portfolio import Portfolio

_MOST_DIGITS: Final = 9


def next_id(sector: str, portfolio: Portfolio, taken: frozenset[str]) -> str:
    """The id after the highest one of the sector's own series: OP-12 after OP-11.

    A sector without measures gets a series of its own, from the first two letters of its id. ``taken`` are the
    ids, folded, that stand in any file, readable or not.
    """
    return next_in(series(sector, portfolio), [measure.id for measure in portfolio], taken)


def series(sector: str, portfolio: Portfolio) -> str:
    """What most ids of the sector begin with; its own first two letters where it has no measures."""
    prefixes = (_split(measure.id)[0] for measure in portfolio if sector in measure.shares)
    known = Counter(prefix for prefix in prefixes if prefix)
    letters = "".join(filter(str.isalnum, sector))[:2].upper() or "T"
    return min(known, key=lambda prefix: (-known[prefix], prefix)) if known else f"{letters}-"


def next_in(prefix: str, ids: Collection[str], taken: Collection[str]) -> str:
    """The id after the highest of the ``ids`` that begin with ``prefix``, unless it is among the folded ``taken``.

    >>> next_in("OP-", ["OP-009", "OP-02", "TE-50"], {"op-010"})
    'OP-011'
    """
    numbers = [number for p, number in map(_split, ids) if p == prefix and number]
    width = max((len(number) for number in numbers), default=2)
    count = max((int(number) for number in numbers), default=0) + 1
    while f"{prefix}{count:0{width}d}".casefold() in taken:
        count += 1
    return f"{prefix}{count:0{width}d}"


def folder(sector: str, paths: Mapping[str, Measure]) -> PurePosixPath:
    """Where the sector's other measures lie; ``paths`` holds each measure under its file's name."""
    folders = Counter(str(PurePosixPath(path).parent) for path, measure in paths.items() if sector in measure.shares)
    return PurePosixPath(min(folders, key=lambda name: (-folders[name], name)) if folders else "measures")


def _split(identifier: str) -> tuple[str, str]:
    """The part of an id before its last number, and the number; none where nobody would count on from it."""
    prefix = identifier.rstrip("0123456789")
    number = identifier[len(prefix) :]
    return (prefix, number) if len(number) <= _MOST_DIGITS else (identifier, "")
