"""The JSON Schema of a measure and of a plan: what an editor completes, explains and checks while somebody writes.

It describes what stands in the file, and is made of the model, so a new field is in it at once. The words are those of
:mod:`driftstilpasning.output.hints`. Draft 07 is the one that every editor knows; it ignores what stands beside a
``$ref``, so everything stands where it is used. Amounts have no ``multipleOf``: to many checkers 0.29 is no multiple of
0.01.

``errorMessage``, ``enumDescriptions`` and ``defaultSnippets`` are the YAML language server's own; others ignore them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from driftstilpasning import __version__
from driftstilpasning.model.measure import Kind, Status
from driftstilpasning.model.money import LARGEST_ORE, Money, Unit
from driftstilpasning.model.plan import HIGHEST_GRADE, LOWEST_GRADE, Basis, Plan
from driftstilpasning.model.years import Period
from driftstilpasning.output.exact_json import dumps
from driftstilpasning.output.hints.measure import MEASURE
from driftstilpasning.output.hints.plan import PLAN
from driftstilpasning.output.hints.values import (
    CHOICES,
    CHOOSE,
    MONTH_IN_PERIOD,
    NOT_A_FIELD,
    NOT_A_YEAR,
    SHAPES,
    SNIPPETS,
    WAYS,
)
from driftstilpasning.output.model_schema import Node, join, model_schema, resolved
from driftstilpasning.rules import all_rules
from driftstilpasning.text import Lang, Text

_HINTS: Final = {"measure": MEASURE, "plan": PLAN}

_BOUNDS: Final[Mapping[str, Node]] = {
    "sector": {"exclusiveMinimum": 0, "maximum": 100},
    "transition_cost": {"minimum": 0},
    "investment": {"minimum": 0},
    "overlaps.amount": {"minimum": 0},
    "targets.amount": {"exclusiveMinimum": 0},
    "quadrant.feasibility": {"minimum": LOWEST_GRADE, "maximum": HIGHEST_GRADE},
    "quadrant.floor": {"minimum": LOWEST_GRADE, "maximum": HIGHEST_GRADE},
    "quadrant.weights.staff": {"minimum": 0},
    "quadrant.weights.users": {"minimum": 0},
    "quadrant.weights.acceptance": {"minimum": 0},
}
"""What rules and contradictions of a plan say of one number."""

_IN_PERIOD: Final = {"effect", "effect.from", "transition_cost", "investment", "targets.year", "stated.year"}
_OF_SECTORS: Final = {"sector", "stated.sector"}
_OF_MEASURES: Final = {"requires", "excludes", "overlaps.with", "reverses"}
_OF_PORTFOLIO: Final = _IN_PERIOD | _OF_SECTORS | _OF_MEASURES
_EXAMPLE_PERIOD: Final = Period(2013, 2016)
_NOT_KEYWORDS: Final = {"shape", "way", "title", "default"}
"""What stands in pydantic's schema of a value beside what the value must be."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one portfolio has, for a schema that is to know it: its plan, and each measure's title under its id."""

    plan: Plan
    measures: Mapping[str, str | None]


def schema(kind: str, lang: Lang, known: Known | None = None) -> str:
    """The schema of a ``measure`` or a ``plan`` as JSON; with ``known`` for that portfolio alone."""
    made = _Maker(kind, lang, known).document()
    if kind == "plan":
        made["properties"]["targets"]["items"] |= _NO_NET_LEVEL
    elif known is not None and known.plan.severity.get("DT401", "error") == "error":
        made |= _GRADES_ARE_DUE
    own = " --for-portfolio" if known is not None else ""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:driftstilpasning:{kind}:{lang}",
        "$comment": f"driftstilpasning {__version__}: dt schema {kind}{own} --lang {lang}",
    }
    return dumps(head | made)


class _Maker:
    """Makes one schema in one language."""

    def __init__(self, kind: str, lang: Lang, known: Known | None) -> None:
        self._kind = kind
        self._hints = _HINTS[kind]
        self._lang = lang
        self._known = known
        self._sectors = {name: sector.name for name, sector in known.plan.sectors.items()} if known else {}
        self._measures = {name: title or name for name, title in known.measures.items()} if known else {}

    def document(self) -> Node:
        return self._field(model_schema(self._kind), "")

    def _field(self, raw: Node, path: str) -> Node:
        """A field with its title, description and examples."""
        hint = self._hints[path]
        words: Node = {"title": self._say(hint.title), "description": self._say(hint.description)}
        if hint.examples and not (self._known is not None and path in _OF_PORTFOLIO):
            words["examples"] = [self._example(example) for example in hint.examples]
        if path in SNIPPETS:
            words["defaultSnippets"] = list(self._snippets(path))
        return words | self._value(raw, path)

    def _value(self, raw: Node, path: str) -> Node:
        """What may stand as the value of ``path``, or in one place of it."""
        raw = resolved(raw, self._kind)
        default = {"default": raw["default"]} if "default" in raw else {}
        if "anyOf" in raw:
            return {"anyOf": [self._way(way, path) for way in raw["anyOf"]], **default}
        if "properties" in raw:
            return self._record(raw, path)
        if "items" in raw:
            least = {name: raw[name] for name in ("minItems",) if name in raw}
            return {"type": "array", **least, "items": self._value(raw["items"], path)}
        if "keys" in raw:
            return self._mapping(raw, path)
        if "enum" in raw:
            return self._choice(raw, path) | default
        return self._scalar(raw, path) | default

    def _way(self, raw: Node, path: str) -> Node:
        """One of several ways to write a value; the language server shows its title in place of the field's own."""
        title = f"{self._say(self._hints[path].title)}: {self._say(WAYS[raw['way']])}"
        return {"title": title, **self._value(raw, path)}

    def _record(self, raw: Node, path: str) -> Node:
        fields = {name: self._field(field, join(path, name)) for name, field in raw["properties"].items()}
        required = {"required": raw["required"]} if "required" in raw else {}
        return {"type": "object", "properties": fields, **required, **_NO_OTHER, "propertyNames": self._names()}

    def _names(self) -> Node:
        """What a comma in ``{ }`` makes of the rest of a text, or of a number, is no name of a field.

        Such a key has no value, and without a value the language server does not look whether the key is known.
        """
        return {"type": "string", "pattern": "^[a-z_]+$", "errorMessage": self._say(NOT_A_FIELD)}

    def _mapping(self, raw: Node, path: str) -> Node:
        made = {"type": "object", **{name: raw[name] for name in ("minProperties",) if name in raw}}
        values = self._value(raw["values"], path)
        if raw["keys"]["shape"] == "year":
            return made | self._years(values, path)
        if path == "severity":
            codes = [rule.code for rule in all_rules()]
            names = {"enum": codes, "errorMessage": self._say(CHOOSE, choices=["DT001", "…", codes[-1]])}
            return made | {"propertyNames": names, "additionalProperties": values}
        if path in _OF_SECTORS and self._sectors:
            named = {sector: {"title": name, **values} for sector, name in self._sectors.items()}
            return made | {"properties": named, **_NO_OTHER}
        return made | {"propertyNames": {"minLength": 1}, "additionalProperties": values}

    def _years(self, values: Node, path: str) -> Node:
        """An amount a year.

        What a comma in ``{2013: 2,9}`` makes of the rest is a key without a value, and a number to the language server.
        """
        cut = {"type": "string", "errorMessage": self._say(NOT_A_YEAR)}
        names = {"propertyNames": {"if": {"type": "number", "maximum": 999}, "then": cut}}
        if self._known is None or path not in _IN_PERIOD:
            return {"patternProperties": {"^[1-9][0-9]{3}$": values}, **_NO_OTHER, **names}
        years = [str(year) for year in self._known.plan.period]
        whole = {"required": years} if path == "effect" else {}
        allowed = {f"^({'|'.join(years)})$": True}  # a year that is not quoted is no property to the language server
        return {
            "properties": dict.fromkeys(years, values),
            **whole,
            "patternProperties": allowed,
            **_NO_OTHER,
            **names,
        }

    def _choice(self, raw: Node, path: str) -> Node:
        values = raw["enum"]
        if path == "targets.counts":
            values = [status for status in values if Status(status).alive]
        said = [self._say(CHOICES[path][value]) for value in values]
        return self._one_of(raw["type"], values, said)

    def _one_of(self, kind: str, values: list[Any], said: list[str]) -> Node:
        wrong = self._say(CHOOSE, choices=[str(value) for value in values])
        return {"type": kind, "enum": values, "enumDescriptions": said, "errorMessage": wrong}

    def _scalar(self, raw: Node, path: str) -> Node:
        shape = raw["shape"]
        if path in _OF_SECTORS and shape == "text" and self._sectors:
            return self._one_of("string", list(self._sectors), list(self._sectors.values()))
        if path in _OF_MEASURES and self._measures:
            return self._one_of("string", list(self._measures), list(self._measures.values()))
        made = {"type": raw["type"]} | {name: raw[name] for name in sorted(raw) if name not in _NOT_KEYWORDS}
        if shape == "amount":
            largest = self._largest()
            made |= {"minimum": -largest, "maximum": largest}
        if made["type"] == "number":
            made |= _BOUNDS.get(path, {})
        if "exclusiveMinimum" in made:
            made.pop("minimum", None)
        made["errorMessage"] = self._say(SHAPES[shape])
        if path in _IN_PERIOD and self._known is not None:
            made |= self._in_period(shape, self._known.plan.period)
        return made

    def _in_period(self, shape: str, period: Period) -> Node:
        if shape == "year":
            return {"minimum": period.first, "maximum": period.last, "examples": [period.last]}
        if shape == "month":
            within = f"^({'|'.join(map(str, period))})-(0[1-9]|1[0-2])$"
            wrong = self._say(MONTH_IN_PERIOD, period=str(period))
            return {"pattern": within, "errorMessage": wrong, "examples": [f"{period.first}-08"]}
        return {}

    def _largest(self) -> int:
        """The largest amount in the plan's unit; in kroner where the plan is not known."""
        unit = self._known.plan.unit if self._known is not None else Unit.KR
        return int(unit.decimal(Money(LARGEST_ORE)))

    def _snippets(self, path: str) -> Iterator[Node]:
        """Whole values to choose among, with the plan's years."""
        period = self._known.plan.period if self._known is not None else _EXAMPLE_PERIOD
        for way, body in SNIPPETS[path](period).items():
            yield {"label": self._say(WAYS[way]), "body": body}

    def _example(self, example: object) -> object:
        if isinstance(example, list):
            return [self._example(part) for part in example]
        return self._say(example) if isinstance(example, Text) else example

    def _say(self, text: Text, **facts: object) -> str:
        return text.render(self._lang, **facts)


_NO_OTHER: Final[Node] = {"additionalProperties": False}
_BOTH: Final[Node] = {"required": ["grade", "text"]}
_GRADES_ARE_DUE: Final[Node] = {
    "if": {
        "properties": {
            "status": {"enum": [status.value for status in Status if status.step >= Status.HEARING.step]},
            "kind": {"not": {"const": Kind.UNSPECIFIED.value}},
        },
        "required": ["status", "kind"],
    },
    "then": {
        "required": ["owner", "consequence", "acceptance"],
        "properties": {
            "consequence": {"required": ["staff", "users"], "properties": {"staff": _BOTH, "users": _BOTH}},
            "acceptance": _BOTH,
        },
    },
}
_NO_NET_LEVEL: Final[Node] = {
    "if": {"properties": {"basis": {"const": Basis.LEVEL.value}}, "required": ["basis"]},
    "then": {"properties": {"net": {"const": False}}},
}
