"""What a mapping of a file is made into: a frozen dataclass that pydantic reads.

Ten thousand measures are held at once, so a record has slots instead of a dictionary; and it is made in Python as any
dataclass is, without asking pydantic.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, get_args

from pydantic import ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo

from driftstilpasning.model.money import Unit

T = TypeVar("T", bound="Record")


class Record:
    """A mapping of the file with exactly the fields the schema knows; each subclass is a dataclass."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    def __reduce__(self) -> tuple[Any, ...]:
        """Class and values, which is quicker than what dataclasses do of themselves."""
        return made, (type(self), *[getattr(self, name) for name in _names(type(self))])

    @classmethod
    def read(cls, data: Any, unit: Unit | None = None) -> Self:
        """The record that ``data`` is, its amounts in ``unit`` (kroner without one).

        Raises:
            ValidationError: it is none.
        """
        value: Self = adapter(cls).validate_python(data, context=unit)
        return value


def made(record: type[T], *values: object) -> T:
    """The record of these values, in the order of its fields."""
    new = object.__new__(record)
    for name, value in zip(_names(record), values, strict=True):
        object.__setattr__(new, name, value)
    return new


def adapter(record: type[Record]) -> TypeAdapter[Any]:
    """What reads a ``record``; making it takes longer than reading hundreds, so it is made once."""
    return _adapter(record)


def written(record: type[Record]) -> Mapping[str, Field[Any]]:
    """The fields of ``record`` under the names they have in the file, in the order of the model."""
    return _written(record)


# mypy holds that a class has the hash of its instances, so what is cached here takes anything
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter[Any])
_written: Callable[[Any], Mapping[str, Field[Any]]] = cache(
    lambda record: {_alias(field) or field.name: field for field in fields(record)}
)
_names: Callable[[Any], tuple[str, ...]] = cache(lambda record: tuple(field.name for field in fields(record)))


def _alias(field: Field[Any]) -> str | None:
    """The name in the file, where Python cannot have it: ``from``, ``with``."""
    return next((info.alias for info in get_args(field.type)[1:] if isinstance(info, FieldInfo) and info.alias), None)
