"""From pydantic's errors to problems of our own: one cause, one problem, at its place."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.model.money import Unit
from driftstilpasning.source.document import Parsed, Path
from driftstilpasning.text.scalar import EMPTY

_SHAPES = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "string_type": "text",
}
_CHOICES = {"enum", "literal_error"}
_EMPTIES = {"string_too_short", "too_short"}
_KEY = "[key]"


def problems_of(error: ValidationError, parsed: Parsed, unit: Unit | None) -> Iterator[Problem]:
    """Each cause behind ``error`` once, in the order of the file's fields.

    A key that is unknown is paired with the missing one it resembles, and a fault that is the same for
    several years is one problem at the first of them.
    """
    found = [_found(details, parsed.data) for details in error.errors(include_url=False)]
    missing = {path: facts for name, path, facts, _ in found if name == "missing-field"}
    grouped: dict[tuple[str, Path], Problem] = {}
    paired: set[Path] = set()
    problems: list[Problem] = []
    for name, path, facts, key in found:
        if name == "unknown-field":
            wanted = [p[-1] for p in missing if p[:-1] == path[:-1]]
            close = get_close_matches(str(path[-1]), [str(field) for field in wanted], n=1, cutoff=0.6)
            if close:
                paired.add((*path[:-1], close[0]))
                facts = {**facts, "meant": close[0]}
        elif path and str(path[-1]).isdigit() and isinstance(path[-1], str):
            same = grouped.get((name, path[:-1]))
            if same is not None:
                same.facts["more"].append(path[-1])  # type: ignore[attr-defined]  # our own dict, made below
                continue
        if name in ("effect-not-a-number", "not-a-number", "amount-out-of-range"):
            facts = {**facts, "unit": unit}
        problem = Problem(name, Location(parsed.document, path, key), {**facts, "more": []})
        if path:
            grouped[name, path[:-1]] = problem
        problems.append(problem)
    for problem in problems:
        if problem.name != "missing-field" or problem.where.path not in paired:
            yield problem


def _found(details: Any, data: Any) -> tuple[str, Path, dict[str, Any], bool]:
    """Name, path, facts, and whether the key is what is wrong."""
    kind: str = details["type"]
    path, value, key = _locate(details["loc"], data)
    facts: dict[str, Any] = {"field": _dotted(path), "value": value}
    context = details.get("ctx", {})
    if kind == "missing":
        return "missing-field", path, facts, False
    if kind == "extra_forbidden":
        return "unknown-field", path, facts, True
    if key and kind != "not-a-date":
        return "invalid-key", path, {**facts, "value": path[-1]}, True
    if value is EMPTY or kind in _EMPTIES:
        return "empty-value", path, facts, value is EMPTY
    if kind in _CHOICES:
        choices = re.findall(r"'([^']+)'", context.get("expected", ""))
        return "unknown-choice", path, {**facts, "choices": choices}, False
    if kind in _SHAPES:
        return "wrong-shape", path, {**facts, "expected": _SHAPES[kind]}, False
    facts |= {name: fact for name, fact in context.items() if name != "name"}
    if kind == "not-a-number" and path[0] == "effect":
        return "effect-not-a-number", path, facts, False
    if key:
        facts["value"] = path[-1]
    return kind, path, facts, key


def _locate(loc: tuple[str | int, ...], data: Any) -> tuple[Path, Any, bool]:
    """The path of the file that pydantic's ``loc`` means; names of union members are left out."""
    path: list[str | int] = []
    key = False
    for i, part in enumerate(loc):
        if part == _KEY:
            key = True
        elif isinstance(data, Mapping) and part in data:
            path.append(part)
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
        elif i == len(loc) - 1 and not (isinstance(part, str) and part.startswith("<")):
            path.append(part)
            data = None
    return tuple(path), data, key


def _dotted(path: Path) -> str:
    """The path as people write it: ``effect.2013``, ``overlaps[1].amount``."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
