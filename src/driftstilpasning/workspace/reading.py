"""Reading one file: a record and where it stands, or the problems that kept it from being one.

What one file says depends on nothing but its name, its bytes and, for amounts, the plan's unit.
"""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Unit
from driftstilpasning.model.plan import Plan, contradictions
from driftstilpasning.model.record import Record
from driftstilpasning.model.scalars import line
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import Parsed, parse
from driftstilpasning.source.tree import File, Unreadable
from driftstilpasning.workspace.ambiguous import ambiguous
from driftstilpasning.workspace.structure import problems_of

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was made of one file; ``value`` is None when a problem kept it from being read."""

    document: Document
    value: T | None
    problems: tuple[Problem, ...] = ()
    why: str | None = None
    """The name of the first problem that made the file unreadable."""
    id: str | None = None
    title: str | None = None
    """Id and title, also where the rest could not be read."""


@dataclass(frozen=True, slots=True)
class PlanReading(Reading[Plan]):
    """What was made of the plan's file; its unit may be known though the rest is wrong."""

    unit: Unit | None = None


def read_plan(file: File) -> PlanReading:
    """The plan, unless something in it is wrong or contradicts the rest of it."""
    parsed = _parse(file)
    if isinstance(parsed, Reading):
        return PlanReading(parsed.document, None, parsed.problems)
    warnings = _problems(parsed)
    written = parsed.data.get("unit")
    unit = next((known for known in Unit if known == written), None)
    plan, problems, unwise = _validate(Plan, parsed, unit)
    told = plan if plan is not None else _without(problems, parsed.data, unit)
    if told is not None:
        wrong = [Problem(name, Location(parsed.document, path), facts) for name, path, facts in contradictions(told)]
        problems += tuple(wrong)
        plan = None if wrong else plan
    return PlanReading(parsed.document, plan, warnings + problems + unwise, unit=unit)


def read_measure(file: File, unit: Unit | None) -> Reading[Measure]:
    """The measure in ``file``, its amounts in ``unit``."""
    name, raw = file
    if not name.endswith(".yaml") and not isinstance(raw, Unreadable):
        return _unread(Document(name, ""), (Problem("wrong-extension", Location(Document(name, ""))),))
    parsed = _parse(file)
    if isinstance(parsed, Reading):
        return parsed
    measure, problems, unwise = _validate(Measure, parsed, unit)
    warnings = _problems(parsed) if parsed.faults else ()
    if measure is not None:
        return Reading(parsed.document, measure, warnings + unwise, None, measure.id, measure.title)
    return Reading(parsed.document, None, warnings + problems + unwise, problems[0].name, *_named(parsed.data))


def _parse(file: File) -> "Parsed | Reading[Any]":
    """The data of ``file``; where there is none, the reading that says why."""
    name, raw = file
    if isinstance(raw, Unreadable):
        document = Document(name, "")
        return _unread(document, (Problem("unreadable-file", Location(document), {"why": raw.why}),))
    parsed = parse(name, raw)
    return _unread(parsed.document, _problems(parsed)) if parsed.data is None else parsed


def _unread(document: Document, problems: tuple[Problem, ...]) -> Reading[Any]:
    return Reading(document, None, problems, problems[0].name, *_legible(document.text))


_LEGIBLE = re.compile(r"^(id|title):[ \t]+([^#\r\n]+)", re.MULTILINE)


def _legible(text: str) -> tuple[str | None, str | None]:
    """Id and title of a file that cannot be read, where they can be made out all the same."""
    found = {name: _unquoted(value.strip()) for name, value in reversed(_LEGIBLE.findall(text))}
    return (found["id"], found.get("title") or None) if found.get("id") else (None, None)


def _unquoted(value: str) -> str:
    return value[1:-1].strip() if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0] else value


def _problems(parsed: Parsed) -> tuple[Problem, ...]:
    return tuple(
        Problem(fault.name, Location(parsed.document, exact=fault.span), fault.facts) for fault in parsed.faults
    )


def _validate(
    record: type[T], parsed: Parsed, unit: Unit | None
) -> tuple[T | None, tuple[Problem, ...], tuple[Problem, ...]]:
    """The record, or what is wrong; and what it is wise to write otherwise."""
    try:
        return record.read(parsed.data, unit), (), tuple(ambiguous(parsed, unit))
    except ValidationError:
        problems = tuple(problems_of(record, parsed, unit))
    wrong = {problem.where.path for problem in problems}
    amounts = (one for one in ambiguous(parsed, unit) if one.name == "thousands-point")
    return None, problems, tuple(one for one in amounts if one.where.path not in wrong)


def _without(problems: Iterable[Problem], data: dict[str, Any], unit: Unit | None) -> Plan | None:
    """The plan without the values that are wrong, where it can do without them: so that they hide nothing else."""
    spared = deepcopy(data)
    try:
        for problem in problems:
            *above, key = problem.where.path
            inner: Any = spared
            for part in above:
                inner = inner[part]
            del inner[key]
        return Plan.read(spared, unit)
    except (ValidationError, LookupError, TypeError, ValueError):
        return None


def _named(data: Mapping[str, Any]) -> tuple[str | None, str | None]:
    identifier, title = data.get("id"), data.get("title")
    if not isinstance(identifier, str):
        return None, None
    return identifier, line(title) if isinstance(title, str) else None
