"""What a mapping of a file is made into: a frozen dataclass that pydantic reads.

Ten thousand measures are held at once, so a record has slots instead of a dictionary; and it is made in Python as any
dataclass is, without asking pydantic.
"""

from collections.abc import Mapping
from dataclasses import Field, fields
from functools import cache
from typing import Any, ClassVar, Self, get_args

from pydantic import ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo

from driftstilpasning.model.money import Unit


class Record:
    """A mapping of the file with exactly the fields the schema knows; each subclass is a dataclass."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    @classmethod
    def read(cls, data: Any, unit: Unit | None = None) -> Self:
        """The record that ``data`` is, its amounts in ``unit`` (kroner without one).

        Raises:
            ValidationError: it is none.
        """
        value: Self = adapter(cls).validate_python(data, context=unit)
        return value


def adapter(record: type[Record]) -> TypeAdapter[Any]:
    """What reads a ``record``; making it takes longer than reading hundreds, so it is made once."""
    return _adapter(record)  # type: ignore[arg-type]  # a class has its metaclass's hash


def written(record: type[Record]) -> Mapping[str, Field[Any]]:
    """The fields of ``record`` under the names they have in the file, in the order of the model."""
    return _written(record)  # type: ignore[arg-type]  # as above


_adapter = cache(TypeAdapter[Any])


@cache
def _written(record: Any) -> Mapping[str, Field[Any]]:
    return {_alias(field) or field.name: field for field in fields(record)}


def _alias(field: Field[Any]) -> str | None:
    """The name in the file, where Python cannot have it: ``from``, ``with``."""
    return next((info.alias for info in get_args(field.type)[1:] if isinstance(info, FieldInfo) and info.alias), None)
