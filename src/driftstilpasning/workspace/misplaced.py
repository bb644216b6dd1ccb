"""What stands in the wrong place: one cause of what would look like many faults.

A field that has lost its indentation is unknown where it stands and missing where it belongs. So data are first put
straight, as any reader would see that they were meant; each such slip is told once, and the rest is judged as if all
stood where it belongs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from driftstilpasning.model.record import Record
from driftstilpasning.source.span import Path
from driftstilpasning.text.scalar import EMPTY
from driftstilpasning.workspace.fields import Records, Shape, shapes

_ENOUGH = 2
"""So many fields of a record are no coincidence."""

_YEAR_DIGITS = 4


class Misplaced(NamedTuple):
    """One slip: the name of the rule that has the words, and the path in the file of the key where it shows."""

    name: str
    path: Path
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Straight:
    """Data as they were meant, and what was put straight."""

    data: Any
    found: tuple[Misplaced, ...]
    _origins: Mapping[Path, Path] = field(default_factory=dict)

    def origin(self, path: Path) -> Path:
        """The path in the file of what stands at ``path`` in the data."""
        for end in range(len(path), -1, -1):
            if (origin := self._origins.get(path[:end])) is not None:
                return (*origin, *path[end:])
        return path


def straightened(data: Any, record: type[Record]) -> Straight:
    """``data`` of a file that is no ``record``, with everything where it belongs."""
    if not isinstance(data, dict):
        return Straight(data, ())
    straightener = _Straightener()
    around = _around(data, shapes((record,)))
    inner: dict[str, Any] = data
    if around:
        inner = data[around[0]] if len(around) == 1 else data[around[0]][around[1]]
        straightener.origins[()] = around
        facts = {"field": str(around[0]), "value": inner, "more": [], "fields": [], "around": True}
        straightener.found.append(Misplaced("unknown-field", around[:1], facts))
    straight = straightener.mapping(inner, (record,), (), around)
    return Straight(straight, tuple(straightener.found), straightener.origins)


def _around(data: dict[str, Any], known: Mapping[str, Shape]) -> Path:
    """The path of the record that one name stands around; empty where none does."""
    if len(data) != 1:
        return ()
    [(key, value)] = data.items()
    path: Path = (key,)
    if isinstance(value, list) and len(value) == 1:
        value, path = value[0], (key, 0)
    return path if isinstance(value, dict) and len(value.keys() & known.keys()) >= _ENOUGH else ()


class _Straightener:
    """Puts mappings straight and notes what it finds; ``path`` is one of the data, ``at`` where that is in the file."""

    def __init__(self) -> None:
        self.found: list[Misplaced] = []
        self.origins: dict[Path, Path] = {}

    def mapping(self, data: dict[str, Any], records: Records, path: Path, at: Path) -> dict[str, Any]:
        known = shapes(records)
        straight = self._indented(data, known, path, at)
        for name in [name for name in straight if name in known]:
            straight[name] = self._merged(straight[name], known[name], (*path, name), (*at, name))
            straight |= self._moved_out(straight, name, known, path, at)
        return {
            key: self._within(value, known[key], (*path, key), self._origin(path, key, at)) if key in known else value
            for key, value in straight.items()
        }

    def _origin(self, path: Path, key: str, at: Path) -> Path:
        return self.origins.get((*path, key), (*at, key))

    def _within(self, value: Any, shape: Shape, path: Path, at: Path) -> Any:
        if isinstance(value, dict):
            if shape.named:
                inner = tuple(shape.named)
                return {
                    key: self.mapping(one, inner, (*path, key), (*at, key)) if isinstance(one, dict) else one
                    for key, one in value.items()
                }
            by_year = shape.years and all(map(_is_year, value))
            return self.mapping(value, tuple(shape.records), path, at) if shape.records and not by_year else value
        if isinstance(value, list) and shape.items:
            inner = tuple(shape.items)
            return [
                self.mapping(one, inner, (*path, i), (*at, i)) if isinstance(one, dict) else one
                for i, one in enumerate(value)
            ]
        return value

    def _indented(self, data: dict[str, Any], known: Mapping[str, Shape], path: Path, at: Path) -> dict[str, Any]:
        """``data`` with the fields that follow the one they belong in within that."""
        straight: dict[str, Any] = {}
        moved: dict[str, list[str]] = {}
        parent: str | None = None
        for key, value in data.items():
            if key in known or parent is None or not _fits(key, value, straight[parent], known[parent]):
                straight[key] = value
                parent = key if key in known else None
                continue
            if parent not in moved:
                straight[parent] = dict(straight[parent]) if isinstance(straight[parent], dict) else {}
            straight[parent][key] = value
            moved.setdefault(parent, []).append(key)
            self.origins[(*path, parent, key)] = (*at, key)
        for parent, keys in moved.items():
            self.found.append(Misplaced("indentation", (*at, keys[0]), {"parent": parent, "keys": keys}))
        return straight

    def _merged(self, value: Any, shape: Shape, path: Path, at: Path) -> Any:
        """The fields of a list of mappings as one mapping, where no list belongs."""
        if not (isinstance(value, list) and value and all(isinstance(item, dict) for item in value)):
            return value
        merged = {key: inner for item in value for key, inner in item.items()}
        by_year = shape.years and all(map(_is_year, merged))
        if len(merged) < sum(map(len, value)) or not (by_year or shape.mapped):
            return value
        for i, item in enumerate(value):
            self.origins |= {(*path, key): (*at, i, key) for key in item}
        facts = {"field": str(path[-1]), "value": value, "more": [], "expected": "mapping"}
        self.found.append(Misplaced("wrong-shape", at, facts))
        return merged

    def _moved_out(
        self, data: dict[str, Any], name: str, known: Mapping[str, Shape], path: Path, at: Path
    ) -> dict[str, Any]:
        """The field ``name`` without those that belong beside it, and these."""
        value = data[name]
        inner = shapes(tuple(known[name].records))
        if not (isinstance(value, dict) and inner):
            return {}
        out = {key: one for key, one in value.items() if key in known and key not in inner and key not in data}
        if not out:
            return {}
        first, *more = out
        here = (*path, name)
        where = self.origins.get((*here, first), (*at, name, first))
        self.origins |= {(*path, key): self.origins.get((*here, key), (*at, name, key)) for key in out}
        facts = {"field": f"{name}.{first}", "value": out[first], "more": more, "fields": list(inner), "parent": name}
        self.found.append(Misplaced("unknown-field", where, facts))
        return {name: {key: one for key, one in value.items() if key not in out}, **out}


def _fits(key: str, one: Any, value: Any, parent: Shape) -> bool:
    """Whether ``key``, which follows a field with ``value``, most likely belongs in it."""
    if value is not EMPTY and (not isinstance(value, dict) or key in value):
        return False
    beside = value if isinstance(value, dict) else {}
    if parent.years and _is_year(key):
        return _is_year(next(reversed(beside), key))
    if key in shapes(tuple(parent.records)):
        return True
    inner = shapes(tuple(parent.named))
    return isinstance(one, dict) and bool(one) and one.keys() <= inner.keys()


def _is_year(key: str) -> bool:
    return len(key) == _YEAR_DIGITS and key.isascii() and key.isdigit()
