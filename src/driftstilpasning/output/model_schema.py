"""What pydantic makes of the model as JSON Schema, closer to what is written: what :mod:`.schema` builds upon."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.record import Record, adapter

Node = dict[str, Any]

_RECORDS: Final[Mapping[str, type[Record]]] = {"measure": Measure, "plan": Plan}

KINDS: Final = tuple(_RECORDS)
"""The files that there is a schema of."""


@cache
def model_schema(kind: str) -> Node:
    """The schema of one of :data:`KINDS`.

    Scalars say their ``shape``, mappings their ``keys`` and ``values``, and alternatives which ``way`` each is.
    """
    return adapter(_RECORDS[kind]).json_schema(schema_generator=_AsWritten)


def resolved(node: Node, kind: str) -> Node:
    """``node`` with what it refers to in its place."""
    if "$ref" not in node:
        return node
    meant: Node = model_schema(kind)["$defs"][node["$ref"].rpartition("/")[2]]
    return {**meant, **node}


def join(path: str, name: str) -> str:
    """The path of the field ``name`` in what stands at ``path``."""
    return f"{path}.{name}" if path else name


def paths(kind: str) -> Iterator[str]:
    """The path of every field of one of :data:`KINDS`; list places and free keys are left out."""
    return _paths(model_schema(kind), kind, "")


def _paths(node: Node, kind: str, path: str) -> Iterator[str]:
    node = resolved(node, kind)
    for name, field in node.get("properties", {}).items():
        yield join(path, name)
        yield from _paths(field, kind, join(path, name))
    for inside in (*node.get("anyOf", ()), node.get("items"), node.get("values")):
        if inside is not None:
            yield from _paths(inside, kind, path)


class _AsWritten(GenerateJsonSchema):
    """Without what a file never says: null, and the objects that stand for nothing."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if isinstance(default, Money):
            default = default.kr
        return {**made, "default": default} if isinstance(default, bool | str | Decimal) else made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [{**self.generate_inner(way), "way": tag} for tag, way in schema["choices"].items()]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        keys, values = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        return {"type": "object", "keys": keys, "values": values, **least}
