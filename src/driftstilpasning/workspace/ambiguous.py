"""Plain scalars that ``dt`` reads as text and other tools read as something else.

YAML 1.1 reads ``NO`` as false and ``12:30`` as 750, and spreadsheets and editors drop the zero of
``0301``. We read them as the text they are, and say that they should be quoted.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.model.measure import Measure, Record
from driftstilpasning.model.plan import Plan
from driftstilpasning.source.document import Path
from driftstilpasning.source.parsing import Parsed

_WORDS = frozenset(
    variant
    for word in ("yes", "no", "on", "off", "true", "false", "null", "y", "n", "~")
    for variant in (word, word.upper(), word.capitalize())
)
_NUMBER = re.compile(r"[-+]?[0-9][0-9_,]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|[0-9]+(?::[0-5]?[0-9])+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 5
"""The longest of the words."""

_SIGNS = frozenset("+-0123456789")
"""What the numbers begin with."""


def ambiguous(parsed: Parsed) -> Iterator[Problem]:
    """A problem for each plain text of a valid record that looks like something else."""
    for path, value in _suspects(parsed.data):
        yield Problem("ambiguous-text", Location(parsed.document, path), {"value": value})


def _suspects(data: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, str]]:
    for key, value in data.items():
        kind = type(value)
        if kind is str:
            # most texts are long and begin with a letter: worth not calling for
            if (len(value) <= _LONGEST or value[0] in _SIGNS) and key in _TEXTS and _looks_like_something_else(value):
                yield (*path, key), value
        elif kind is dict:
            yield from _suspects(value, (*path, key))
        elif kind is list:
            yield from _suspected_items(value, (*path, key))


def _suspected_items(items: list[Any], path: Path) -> Iterator[tuple[Path, str]]:
    for i, item in enumerate(items):
        if type(item) is dict:
            yield from _suspects(item, (*path, i))
        elif type(item) is str and path[-1] in _TEXTS and _looks_like_something_else(item):
            yield (*path, i), item


def _looks_like_something_else(value: str) -> bool:
    if value in _WORDS:
        return True
    return value[0] in _SIGNS and bool(_NUMBER.fullmatch(value) or _DATE.fullmatch(value))


def _text_fields(record: type[Record]) -> Iterator[str]:
    """The names of ``record``, and of the records in it, that stand for text."""
    for name, field in record.model_fields.items():
        for part in _parts(field.annotation):
            if part is str:
                yield field.alias or name
            elif isinstance(part, type) and issubclass(part, Record):
                yield from _text_fields(part)


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


_TEXTS = frozenset((*_text_fields(Measure), *_text_fields(Plan)))
