"""What the schema has at a place: the fields of a record, and what each of them can hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from typing import Any, Literal, get_args, get_origin

from driftstilpasning.model.record import Record, written
from driftstilpasning.model.scalars import Year
from driftstilpasning.source.span import Path

Records = tuple[type[Record], ...]
"""The records that a mapping may be; more than one where it can be written in several ways."""


@dataclass(slots=True)
class Shape:
    """What a field can hold beside a single value."""

    records: list[type[Record]] = field(default_factory=list)
    """A mapping with the fields of one of these."""
    items: list[type[Record]] = field(default_factory=list)
    """A list of mappings with the fields of one of these."""
    named: list[type[Record]] = field(default_factory=list)
    """A mapping with the fields of one of these under names of any kind."""
    years: bool = False
    """Amounts under years."""
    listed: bool = False
    """A list."""
    names: bool = False
    """A mapping with names of any kind."""

    @property
    def mapped(self) -> bool:
        """Whether it is a mapping, and never a list."""
        return not self.listed and (bool(self.records) or self.years or self.names)


@cache
def shapes(records: Records) -> Mapping[str, Shape]:
    """The fields of a mapping that is one of ``records``, and what each can hold."""
    found: dict[str, Shape] = {}
    for record in records:
        for name, one in written(record).items():
            _look(one.type, found.setdefault(name, Shape()))
    return found


def _look(annotation: Any, shape: Shape) -> None:
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        shape.records.append(annotation)
    elif origin is tuple:
        shape.listed = True
        shape.items += records_in(annotation)
    elif origin is dict and inner[0] == Year:
        shape.years = True
    elif origin is dict:
        shape.names = True
        shape.named += records_in(inner[1])
    elif origin is not Literal:
        for part in inner:
            _look(part, shape)


def fields_at(record: type[Record], path: Path) -> list[str]:
    """The names of the fields of the record that stands at ``path``, in the order of the model."""
    return list(dict.fromkeys(name for one in reduce(_within, path, [record]) for name in written(one)))


def _within(records: list[type[Record]], part: str | int) -> list[type[Record]]:
    inside = [field.type for one in records for name, field in written(one).items() if name == part]
    return [found for annotation in inside for found in records_in(annotation)] if inside else records


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """Every record that ``annotation`` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
