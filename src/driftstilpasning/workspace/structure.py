"""From pydantic's errors to problems of our own: one cause, one problem, at its place."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from itertools import groupby
from operator import getitem
from typing import Any

from pydantic import ValidationError

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.model.money import Unit
from driftstilpasning.model.record import Record, written
from driftstilpasning.source.document import Joined
from driftstilpasning.source.parsing import Parsed
from driftstilpasning.source.span import Path
from driftstilpasning.text.scalar import EMPTY
from driftstilpasning.workspace.fields import fields_at, records_in
from driftstilpasning.workspace.misplaced import straightened
from driftstilpasning.workspace.norwegian import field_called

_FIELDS = {"missing": "missing-field", "unexpected_keyword_argument": "unknown-field"}
_SHAPES = {
    "dataclass_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "string_type": "text",
}
_CHOICES = {"enum", "literal_error"}
_EMPTIES = {"string_too_short", "too_short"}
_AMOUNTS = {"effect-not-a-number", "not-a-number", "amount-out-of-range"}
_KEY = "[key]"
_NO_SPACE = re.compile(r"([a-z_]+|[0-9]{4}):(?=\S)")
_NO_COLON = re.compile(r"([a-z_]+|[0-9]{4}(?=[ =]))[ =]*(?=-?[0-9][0-9.,-]*$)")
"""A key in braces and the number that it stands before: ``grade3``, ``annual 1900``, ``2027 300``."""
_CUT_NUMBER = re.compile(r"[-0-9.]+,(?! *[0-9]|-$)|[-0-9.]+, +[0-9]{4}$")
"""What looks like a number cut by a comma, but is a number and a key whose value is missing."""

_MOST_SLIPS = 50
"""A file with more unknown keys is another kind of file: nobody mistypes so many."""


@dataclass(frozen=True, slots=True)
class _Fault:
    name: str
    path: Path
    facts: dict[str, Any]
    key: bool = False
    """Whether the key is what is wrong, not its value."""


def problems_of(record: type[Record], parsed: Parsed, unit: Unit | None) -> Iterator[Problem]:
    """Each cause that keeps ``parsed`` from being a ``record``, once.

    A key that is unknown is paired with the missing one it resembles, a fault that is the same for
    several years is one problem at the first of them, and a value that a comma or a colon without a space
    has cut is whole again before it is judged. What stands in the wrong place is told, and judged where it belongs.
    """
    cut = {joined.path: joined for joined in parsed.document.joined() if _meant_whole(joined, record)}
    squeezed: list[Path] = []
    data = _mended(parsed.data, (), cut, squeezed, record)
    for parent, pairs in groupby(squeezed, lambda path: path[:-1]):
        keys = [str(path[-1]) for path in pairs]
        rewrites = [f"{name}: {rest}" for name, rest in map(_apart, keys)]
        facts: dict[str, Any] = {"rewrite": ", ".join(rewrites), "keys": keys}
        yield Problem("missing-colon", Location(parsed.document, (*parent, keys[0]), key=True), facts)
    straight = straightened(data, record)
    for slip in straight.found:
        yield Problem(slip.name, Location(parsed.document, slip.path, key=slip.name != "wrong-shape"), slip.facts)
    for fault in _paired(_grouped(_faults(record, straight.data, unit)), record, straight.data):
        path = straight.origin(fault.path)
        joined = cut.pop(path, None)
        for other in fault.facts["more"]:
            cut.pop((*path[:-1], other), None)
        exact = joined.span if joined is not None else None
        yield Problem(fault.name, Location(parsed.document, path, fault.key, exact), fault.facts)
    for joined in cut.values():
        path = (*joined.path[:-1], joined.parts[0])
        whole = {"key": joined.path[-1], "text": joined.text}
        facts = {"field": dotted(path), "value": EMPTY, "more": [], **whole}
        yield Problem("unknown-field", Location(parsed.document, path, exact=joined.first_part), facts)


def _meant_whole(joined: Joined, record: type[Record]) -> bool:
    known = fields_at(record, joined.path[:-1])
    if any(
        part in known or _NO_SPACE.match(part) or _without_colon(part, joined.path, known, ()) for part in joined.parts
    ):
        return False
    return _CUT_NUMBER.match(joined.text) is None


def _without_colon(key: str, path: Path, known: Collection[str], beside: Collection[str]) -> bool:
    """Whether ``key``, at or after ``path``, is one of the ``known`` fields, or a year among others, and its number.

    Not where that field stands ``beside`` it.
    """
    match = _NO_COLON.match(key)
    if match is None or key in known or match[1] in beside:
        return False
    return match[1] in known or (match[1].isdigit() and str(path[-1])[:4].isdigit())


def _apart(key: str) -> tuple[str, str]:
    """The name and the value of a key that lacks its colon, or the space after it."""
    match = _NO_SPACE.match(key) or _NO_COLON.match(key)
    assert match is not None  # noqa: S101  # no other key is looked at
    return match[1], key[match.end() :]


def _mended(data: Any, path: Path, cut: Mapping[Path, Joined], squeezed: list[Path], record: type[Record]) -> Any:
    """``data`` with each cut value whole and each ``key:value`` apart; the latter are noted in ``squeezed``."""
    if isinstance(data, list):
        return [_mended(item, (*path, i), cut, squeezed, record) for i, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    parts = {part for key in data if (joined := cut.get((*path, key))) for part in joined.parts}
    mended: dict[str, Any] = {}
    for key, value in data.items():
        here = (*path, key)
        if here in cut:
            mended[key] = cut[here].text
        elif value is EMPTY and (_NO_SPACE.match(key) or _without_colon(key, here, fields_at(record, path), data)):
            squeezed.append(here)
            name, rest = _apart(key)
            mended[name] = rest
        elif key not in parts:
            mended[key] = _mended(value, here, cut, squeezed, record)
    return mended


def _faults(record: type[Record], data: Any, unit: Unit | None) -> list[_Fault]:
    """What pydantic has against ``data``, less what only follows from something else it says."""
    try:
        record.read(data, unit)
    except ValidationError as error:
        found = [_fault(details, data, unit) for details in error.errors(include_url=False)]
    else:
        return []
    keys = {fault.path for fault in found if fault.key and fault.name != "unknown-field"}
    return [
        fault
        for fault in found
        if not (fault.name == "empty-value" and not _says_nothing(fault.facts["value"]))
        and (fault.key or keys.isdisjoint(fault.path[:length] for length in range(len(fault.path) + 1)))
    ] or found


def _says_nothing(value: Any) -> bool:
    return not value.strip() if isinstance(value, str) else value in (EMPTY, [], {})


def _fault(details: Any, data: Any, unit: Unit | None) -> _Fault:
    kind: str = details["type"]
    path, value, key = _locate(details["loc"], data)
    context = details.get("ctx", {})
    facts: dict[str, Any] = {"field": dotted(path), "value": value, "more": []}
    if kind in _FIELDS:
        return _Fault(_FIELDS[kind], path, facts, key=kind != "missing")
    if key:
        known = {name: fact for name, fact in context.items() if name == "form"}
        return _Fault(kind if known else "invalid-key", path, {**facts, **known, "value": path[-1]}, key=True)
    if value is EMPTY or kind in _EMPTIES:
        return _Fault("empty-value", path, facts)
    if kind in _SHAPES or isinstance(value, dict | list):
        return _misshapen(path, facts, _SHAPES.get(kind, "value"))
    if kind in _CHOICES:
        choices = re.findall(r"'([^']+)'", context["expected"])
        return _Fault("unknown-choice", path, {**facts, "choices": choices})
    facts |= {name: fact for name, fact in context.items() if name != "name"}
    if kind in _AMOUNTS:
        facts["unit"] = unit
    if kind == "not-a-number" and path[0] == "effect":
        kind = "effect-not-a-number"
    if kind == "not-a-number" and path[-1] == "grade":
        kind = "grade-out-of-range"
    return _Fault(kind, path, facts)


def _misshapen(path: Path, facts: dict[str, Any], expected: str) -> _Fault:
    value = facts["value"]
    if expected == "mapping" and type(value) is str and _NO_SPACE.match(value):
        return _Fault("missing-colon", path, {**facts, "rewrite": _NO_SPACE.sub(r"\1: ", value, count=1)})
    return _Fault("wrong-shape", path, {**facts, "expected": expected})


def _grouped(faults: list[_Fault]) -> list[_Fault]:
    """The same fault in several years, shares or keys of one mapping, as one with ``more`` and all ``values``."""
    first: dict[tuple[str, Path], _Fault] = {}
    kept: list[_Fault] = []
    for fault in faults:
        last = fault.path[-1] if fault.path else 0
        wrong_key = fault.key and fault.name != "unknown-field"
        if isinstance(last, str) and (wrong_key or last.isdigit() or fault.path[:-1] in (("sector",), ("sectors",))):
            same = first.setdefault((fault.name, fault.path[:-1]), fault)
            if same is not fault:
                same.facts["more"].append(last)
                same.facts.setdefault("values", [same.facts["value"]]).append(fault.facts["value"])
                continue
        kept.append(fault)
    return kept


def _paired(faults: list[_Fault], record: type[Record], data: Any) -> Iterator[_Fault]:
    """Each unknown key with the field it resembles: best a missing one, which then is no fault of its own.

    Beside it stand the fields that its mapping could still have, those of them that it must have, and its other
    unknown keys.
    """
    missing = {fault.path for fault in faults if fault.name == "missing-field"}
    required = frozenset(missing)
    unknown = [fault for fault in faults if fault.name == "unknown-field"]
    slips = len(unknown) <= _MOST_SLIPS
    for fault in unknown:
        parent, written = fault.path[:-1], str(fault.path[-1]).lower()
        known = fields_at(record, parent)
        present = reduce(getitem, parent, data)
        absent = [field for field in known if field not in present]
        fault.facts["fields"] = known
        if not slips:
            continue
        lacking = [field for field in absent if (*parent, field) in missing]
        meant = _meant(written, lacking) or _meant(written, absent) or _meant(written, known)
        fault.facts["free"] = absent
        fault.facts["lacking"] = [field for field in absent if (*parent, field) in required]
        fault.facts["beside"] = [str(one.path[-1]) for one in unknown if one.path[:-1] == parent and one is not fault]
        if meant is not None:
            fault.facts.update(meant=meant, present=meant in present)
            missing.discard((*parent, meant))
    faults = _together(faults)
    yield from (fault for fault in faults if fault.name != "missing-field" or fault.path in missing)


def _together(faults: list[_Fault]) -> list[_Fault]:
    """The unknown keys of one inner mapping that each mean a field of their own, as one with ``more`` and ``several``.

    At the top of a file each is told where it stands.
    """
    first: dict[Path, _Fault] = {}
    kept: list[_Fault] = []
    for fault in faults:
        meant = fault.facts.get("meant") if fault.name == "unknown-field" and len(fault.path) > 1 else None
        if meant is None or fault.facts["present"]:
            kept.append(fault)
            continue
        same = first.setdefault(fault.path[:-1], fault)
        if same is fault:
            kept.append(fault)
        elif meant not in (several := same.facts.setdefault("several", [same.facts["meant"]])):
            same.facts["more"].append(fault.path[-1])
            several.append(meant)
        else:
            kept.append(fault)
    return kept


def _meant(written: str, fields: Sequence[str]) -> str | None:
    """The field that ``written`` is the Norwegian for, or nearly is."""
    return field_called(written, fields) or next(iter(get_close_matches(written, fields, n=1)), None)


def every_field(record: type[Record]) -> frozenset[str]:
    """The names of the fields of ``record``, and of all the records in it."""
    inner = {found for field in written(record).values() for found in records_in(field.type)}
    return frozenset(written(record)).union(*(every_field(one) for one in inner))


def _locate(loc: tuple[str | int, ...], data: Any) -> tuple[Path, Any, bool]:
    """The path of the file that pydantic's ``loc`` means; names of union members are left out."""
    path: list[str | int] = []
    key = False
    for i, part in enumerate(loc):
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, Mapping) else ()
        if part == _KEY:
            key = True
        elif part in known:
            path.append(part)
            data = data[part]
        elif i == len(loc) - 1 and not (isinstance(part, str) and part.startswith("<")):
            path.append(part)
            data = None
    return tuple(path), data, key


def dotted(path: Path) -> str:
    """The path as people write it: ``effect.2013``, ``overlaps[1].amount``."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
