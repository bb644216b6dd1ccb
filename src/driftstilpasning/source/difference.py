"""What is to change in the data of a file, place by place."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from driftstilpasning.source.span import Path
from driftstilpasning.source.writing import Value, as_read

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class Change(NamedTuple):
    """The value that the field at ``path`` is to have; None where it is to be gone."""

    path: Path
    value: Value | None


class NoSuchPlaceError(Exception):
    """A path leads through a text, or past the end of a list."""


class Put(NamedTuple):
    """A value in place of another, or a new field."""

    path: Path
    value: Value


class Insert(NamedTuple):
    """A new item of the list at ``path``, before the one that has its number, or after the last."""

    path: Path
    number: int
    value: Value


class Remove(NamedTuple):
    """A field or an item that is to be gone; its mapping or list has others."""

    path: Path


Step = Put | Insert | Remove
Order = Callable[[Path], Sequence[str]]
"""The names that the fields of the mapping at a path can have, in the order they are best written."""


def applied(data: Any, changes: Iterable[Change]) -> Any:
    """What a file that says ``data`` is to say after ``changes``; :func:`agrees` holds it against what it says.

    Raises:
        NoSuchPlaceError: there is no place for one of the changes.
    """
    for change in changes:
        path, value = change.path, _settled(change.value)
        if value is not None:
            data = _with(data, path, value)
        elif emptied := _emptied(data, path):
            data = _without(data, emptied)
    return data


def agrees(wanted: Any, read: Any) -> bool:
    r"""Whether ``read``, from a file, is the value ``wanted``. Line ends at the end of a text make no difference.

    >>> agrees(Decimal(1200), "1200.0"), agrees("nei", "nei\n"), agrees(True, "true"), agrees([1], ["1", "2"])
    (True, True, True, False)
    """
    if isinstance(wanted, Mapping):
        if not isinstance(read, Mapping) or len(wanted) != len(read):
            return False
        return all(str(name) in read and agrees(inner, read[str(name)]) for name, inner in wanted.items())
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        if not isinstance(read, list) or len(wanted) != len(read):
            return False
        return all(agrees(one, other) for one, other in zip(wanted, read, strict=True))
    if isinstance(wanted, int | Decimal) and not isinstance(wanted, bool):
        return type(read) is str and _NUMBER.fullmatch(read) is not None and Decimal(read) == wanted
    return wanted is read or (isinstance(read, str) and as_read(wanted).rstrip("\n") == read.rstrip("\n"))


def _settled(value: Any) -> Any:
    """``value`` with its keys and texts as a file has them."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", value)).rstrip("\n")
    if isinstance(value, Mapping):
        return {str(name): _settled(inner) for name, inner in value.items()}
    return [_settled(inner) for inner in value] if isinstance(value, Sequence) else value


def _inner(data: Any, part: str | int) -> Any:
    if isinstance(data, Mapping):
        return data.get(str(part))
    return data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None


def _with(data: Any, path: Path, value: Value) -> Any:
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int) and isinstance(data, list) and part < len(data):
        return [_with(inner, rest, value) if i == part else inner for i, inner in enumerate(data)]
    if isinstance(part, int) or not (data is None or isinstance(data, Mapping)):
        raise NoSuchPlaceError
    return {**(data or {}), part: _with((data or {}).get(part), rest, value)}


def _without(data: Any, path: Path) -> Any:
    part, rest = path[0], path[1:]
    if isinstance(data, list):
        kept = [_without(inner, rest) if i == part and rest else inner for i, inner in enumerate(data)]
        return kept if rest else [inner for i, inner in enumerate(kept) if i != part]
    if rest:
        return {**data, part: _without(data[part], rest)}
    return {name: inner for name, inner in data.items() if name != part}


def _emptied(data: Any, path: Path) -> Path:
    """The path of what holds nothing but the value at ``path``; empty where there is no such value."""
    sizes = []
    for part in path:
        sizes.append(len(data) if isinstance(data, Mapping | list) else 0)
        data = _inner(data, part)
        if data is None:
            return ()
    while len(path) > 1 and sizes[len(path) - 1] == 1:
        path = path[:-1]
    return path


def steps(data: Any, change: Change, order: Order) -> Iterator[Step]:
    """The single places of a file that says ``data`` that ``change`` is about.

    Each step is good for the file as those before it have made it. A mapping or list that would be left empty goes.

    Raises:
        NoSuchPlaceError: there is no place for the change.
    """
    path, value = change.path, _settled(change.value)
    if value is None:
        if emptied := _emptied(data, path):
            yield Remove(emptied)
        return
    _with(data, path, value)
    for depth, part in enumerate(path):
        if (inner := _inner(data, part)) is None:
            for name in reversed(path[depth + 1 :]):
                value = {str(name): value}
            yield Put(path[: depth + 1], _ordered(value, path[: depth + 1], order))
            return
        data = inner
    yield from _differences(data, value, path, order)


def _differences(old: Any, new: Value, path: Path, order: Order) -> Iterator[Step]:
    if agrees(new, old):
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping) and (not old or old.keys() & new.keys()):
        yield from (Remove((*path, name)) for name in old if name not in new)
        for name, inner in _ordered(new, path, order).items():
            if name in old:
                yield from _differences(old[name], inner, (*path, name), order)
            else:
                yield Put((*path, name), inner)
    elif isinstance(old, list) and old and new and isinstance(new, Sequence) and not isinstance(new, str):
        yield from _items(old, new, path, order)
    else:
        yield Put(path, _ordered(new, path, order))


def _items(old: list[Any], new: Sequence[Value], path: Path, order: Order) -> Iterator[Step]:
    """From the last item to the first, so that the numbers of those before stay."""
    before = [repr(item) for item in old]
    after = [next((repr(item) for item in old if agrees(one, item)), f"new {one!r}") for one in new]
    for _, start, end, first, last in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        both = min(end - start, last - first)
        yield from (Remove((*path, i)) for i in reversed(range(start + both, end)))
        for one in reversed(new[first + both : last]):
            yield Insert(path, start + both, _ordered(one, (*path, start), order))
        for i in range(both):
            yield from _differences(old[start + i], new[first + i], (*path, start + i), order)


def _ordered(value: Any, path: Path, order: Order) -> Any:
    """``value`` with the fields of its mappings in order; those without a place in it come last as they stood."""
    if isinstance(value, Mapping):
        known = list(order(path))
        names = sorted(value, key=lambda name: known.index(name) if name in known else len(known))
        if all(name.isdigit() for name in names):
            names.sort()
        return {name: _ordered(value[name], (*path, name), order) for name in names}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_ordered(inner, (*path, i), order) for i, inner in enumerate(value)]
    return value
