"""Plain scalars that ``dt`` reads as one thing, and other tools or people as something else.

YAML 1.1 reads ``NO`` as false and ``12:30`` as 750, and spreadsheets and editors drop the zero of
``0301``. We read them as the text they are, and say that they should be quoted. Many a Norwegian
writes twelve hundred as ``1.200``. We read 1.2, and say so.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.record import Record, written
from driftstilpasning.source.parsing import Parsed
from driftstilpasning.source.span import Path
from driftstilpasning.text.scalar import LONGEST_WORD, SIGNS, looks_like_no_text
from driftstilpasning.workspace.structure import dotted

_POINT = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def ambiguous(parsed: Parsed, unit: Unit | None) -> Iterator[Problem]:
    """A problem for each plain scalar of a valid record that looks like something else than it is.

    Amounts that stand beside each other are one problem, ``values`` under their keys. Millions do have three
    decimals; smaller units hardly ever.
    """
    suspects: list[tuple[Path, str]] = []
    _suspect(parsed.data, (), suspects)
    points = unit is not None and unit is not Unit.MILLION
    beside: dict[Path, dict[str, str]] = {}
    for path, value in suspects:
        if isinstance(path[-1], int) or _is_text(path[:-1], path[-1]):
            yield Problem("ambiguous-text", Location(parsed.document, path), {"value": value})
        elif points and _is_amount(path):
            beside.setdefault(path[:-1], {})[str(path[-1])] = value
    for parent, values in beside.items():
        first, *more = values
        path = (*parent, first)
        facts = {"field": dotted(path), "value": values[first], "more": more, "values": values}
        yield Problem("thousands-point", Location(parsed.document, path), facts)


def _is_text(path: Path, key: str) -> bool:
    """Whether text stands under ``key`` at ``path``; the share of a sector called ``plan`` is a number."""
    return key in _TEXTS and path != ("sector",)


def _is_amount(path: Path) -> bool:
    """Whether money stands at ``path``: in a field of the schema, or in a year of one."""
    names = [part for part in path if not (isinstance(part, str) and part.isdigit())]
    return names[-1] in _AMOUNTS and path[0] != "sector"


def _suspect(data: Any, path: Path, suspects: list[tuple[Path, str]]) -> None:
    """Add to ``suspects`` what is odd in the mapping or list at ``path``."""
    if type(data) is list:
        for i, item in enumerate(data):
            kind = type(item)
            if kind is dict or kind is list:
                _suspect(item, (*path, i), suspects)
            elif kind is str and path[-1] in _TEXTS and looks_like_no_text(item):
                suspects.append(((*path, i), item))
        return
    for key, value in data.items():
        kind = type(value)
        if kind is dict or kind is list:
            _suspect(value, (*path, key), suspects)
        elif kind is str:
            if key not in _TEXTS:
                odd = "." in value and _POINT.fullmatch(value) is not None
            else:  # most are long and begin with a letter: worth not calling for
                odd = (len(value) <= LONGEST_WORD or value[0] in SIGNS) and looks_like_no_text(value)
            if odd:
                suspects.append(((*path, key), value))


def _fields_of(kind: type, record: type[Record]) -> Iterator[str]:
    """The names of ``record``, and of the records in it, that stand for a ``kind``."""
    for name, field in written(record).items():
        for part in _parts(field.type):
            if part is kind:
                yield name
            elif isinstance(part, type) and issubclass(part, Record):
                yield from _fields_of(kind, part)


def _parts(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of; the keys of a mapping are left out."""
    if get_origin(annotation) is Literal:
        return
    inner = get_args(annotation)
    if get_origin(annotation) is dict:
        inner = inner[1:]
    if not inner:
        yield annotation
    for part in inner:
        yield from _parts(part)


_TEXTS = frozenset((*_fields_of(str, Measure), *_fields_of(str, Plan)))
_AMOUNTS = frozenset((*_fields_of(Money, Measure), *_fields_of(Money, Plan)))
