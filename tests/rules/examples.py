"""Turning a rule's example into a whole portfolio.

An example shows only what matters. Here the fields it leaves out are filled in after it, so that its own
lines keep their numbers.
"""

import re
from collections.abc import Iterable, Mapping

from driftstilpasning.source.tree import PLAN, MemoryTree, Unreadable

MEASURE = {
    "id": "id: EX-01",
    "title": "title: Samle innkjøpa i éin avtale",
    "sector": "sector: oppvekst",
    "status": "status: proposed",
    "kind": "kind: purchasing",
    "effect": "effect: {annual: 400, from: 2013-08}",
    "owner": "owner: Økonomisjef",
    "consequence": "consequence: {staff: {grade: 1, text: Inga endring}, users: {grade: 1, text: Inga endring}}",
    "acceptance": "acceptance: {grade: 4, text: Semje}",
}
PLAN_FIELDS = {
    "municipality": "municipality: Øygarden",
    "plan": "plan: Økonomiplan 2013–2016",
    "period": "period: {first: 2013, last: 2016}",
    "base_year": "base_year: 2012",
    "unit": "unit: 1000 kr",
    "price_level": "price_level: 2013",
    "sectors": "sectors: {oppvekst: {name: Oppvekst, base: 122000}, teknisk: {name: Teknisk, base: 33000}}",
    "targets": "targets: [{id: total, title: Alt, amount: 35000, basis: level, year: 2016}]",
    "quadrant": "quadrant: {effect: 500, feasibility: 3.5}",
}
_HEADER = re.compile(r"^# ((?:measures|budgets)/\S+)(?: \(([a-z-]+)\))?\n", re.MULTILINE)
"""A file's name, and in brackets why it cannot be read, if so."""
_MARK = re.compile(r"# (DT[0-9]{3})@([0-9]+)")


def split(example: str) -> dict[str, str | Unreadable]:
    """The files of an example under their names."""
    first, *parts = _HEADER.split(example)
    files: dict[str, str | Unreadable] = {"measures/example.yaml": first} if first.strip() or not parts else {}
    for name, why, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        files[name] = Unreadable(why) if why else text
    return files


def tree(example: str | bytes) -> MemoryTree:
    """The example as a portfolio: the plan, and one measure at least."""
    files: dict[str, str | bytes | Unreadable] = {}
    if isinstance(example, bytes):
        files["measures/example.yaml"] = example
    else:
        for i, (name, text) in enumerate(split(example).items()):
            if isinstance(text, Unreadable):
                files[name] = text
                continue
            fields = PLAN_FIELDS if name == PLAN else {**MEASURE, "id": f"id: EX-{i + 1:02d}"}
            files[name] = _filled(text, fields)
    return MemoryTree({PLAN: _filled("", PLAN_FIELDS), **files})


def _filled(text: str, fields: Mapping[str, str]) -> str:
    """``text`` and the fields that it lacks; nothing is added to what is no list of fields."""
    if not text.strip() and fields is not PLAN_FIELDS:
        return text
    present = set(re.findall(r"^['\"]?([a-z_]+)['\"]?:", text, re.MULTILINE))
    body = text if not text or text.endswith("\n") else text + "\n"
    return body + "".join(f"{line}\n" for name, line in fields.items() if name not in present)


def marks(
    example: str | bytes, places: Mapping[str, Iterable[tuple[int, int]]], code: str
) -> set[tuple[str, int, int]]:
    """Where the example says that its findings stand: file, line, column."""
    found = {(name, *place) for name, several in places.items() for place in several}
    if isinstance(example, str):
        for name, text in split(example).items():
            lines = text.splitlines() if isinstance(text, str) else []
            for number, line in enumerate(lines, start=1):
                found |= {(name, number, int(m[2])) for m in _MARK.finditer(line) if m[1] == code}
    return found
