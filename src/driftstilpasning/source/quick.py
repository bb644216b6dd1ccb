"""A quick reader of the plainest YAML: what most files are written in, and nothing that is read in two ways.

What it reads, it reads as libyaml does; the rest it leaves to libyaml (docs/decisions/0013). It reads lines such as
these, indented by spaces, with nothing behind the value::

    # a comment of its own
    title: Plain text
    effect:
      2027: 500
    range: {low: 450, high: 550}
    themes: [drift, "bygg: vedlikehald"]
    decisions:
      - {date: 2026-06-10, body: kommunestyre}
      - date: 2026-06-17
        body: formannskap
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final
from unicodedata import is_normalized

from driftstilpasning.text.scalar import EMPTY, Quoted

_WIDEST: Final = 16
"""So many spaces a line may be indented by, so that nothing lies deep."""

_REMEMBERED: Final = 4096
"""Of the lines of many measures, half stand in others too: such as ``status: proposed``."""

# Each expression takes a character a few times over at most: the parts that repeat end where the next part begins,
# and what does not fit is taken whole by the last group, which means "not sure".
_KEY: Final = r"\w[\w-]{0,99}"
_IN_QUOTES: Final = r'"([^"\\\n]+)"'
_VALUE: Final = rf"(?:(-?\w[^:#\n,?[\]{{}}]*(?<! ))|{_IN_QUOTES})(?:, |\Z)|(.+)"
_QUOTED: Final = re.compile(_IN_QUOTES)
_PAIR: Final = re.compile(f"({_KEY}): {_VALUE}")
_ITEM: Final = re.compile(_VALUE)
_is_key: Final = lru_cache(1024)(re.compile(_KEY).fullmatch)


_Parts = tuple[int, type[Any], str, Any, bool]
"""How far a line is indented, what it is a part of, its key and its value, and whether that has several values."""


class _UnsureError(Exception):
    """A line may be wrong, or read in two ways."""


def read(text: str) -> dict[str, Any] | None:
    """The data that ``text`` is to :func:`~driftstilpasning.source.parsing.by_libyaml`; None where it is not sure."""
    try:
        return _read(text.replace("\r\n", "\n").split("\n")) or None
    except _UnsureError:
        return None


def _read(lines: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    here: Any = root
    margin, waiting = 0, ""  # how far the lines of ``here`` are indented; and the last key, if it has no value yet
    levels: list[tuple[int, Any]] = [(margin, here)]
    for indent, kind, key, value, several in filter(None, map(_parts, lines)):
        if indent != margin:
            margin, here = indent, _at(indent, kind, levels, waiting)
        if type(here) is not kind:
            raise _UnsureError
        if kind is list and key:
            here.append({})
            margin, here = indent + 2, here[-1]
            levels.append((margin, here))
        if not key:
            here.append(value.copy() if several else value)
        elif key in here:
            raise _UnsureError
        else:
            here[key] = value.copy() if several else value  # the next file may say the same
        waiting = key if value is EMPTY else ""
    return root


def _at(indent: int, kind: type[Any], levels: list[tuple[int, Any]], waiting: str) -> Any:
    """The mapping or list that a line so indented belongs to, which may begin with it."""
    margin, here = levels[-1]
    if waiting and indent > margin:
        here[waiting] = kind()
        levels.append((indent, here[waiting]))
    while levels[-1][0] != indent:
        levels.pop()
        if not levels:
            raise _UnsureError
    return levels[-1][1]


@lru_cache(_REMEMBERED)
def _parts(line: str) -> _Parts | None:
    """What a line says; None of one that says nothing."""
    if not (line.isprintable() and is_normalized("NFC", line)):
        raise _UnsureError
    said = line.lstrip(" ")
    if not said or said[0] == "#":
        return None
    indent, kind = len(line) - len(said), list if said[:2] == "- " else dict
    if indent > _WIDEST:
        raise _UnsureError
    if kind is list:
        said = said[2:]
    key, colon, rest = said.partition(": ")
    if colon and _is_key(key):
        value = _value(rest)
    elif said[-1:] == ":" and _is_key(said[:-1]):
        key, value = said[:-1], EMPTY
    elif kind is list:
        key, value = "", _value(said)
    else:
        raise _UnsureError
    return indent, kind, key, value, isinstance(value, dict | list)


def _value(said: str) -> Any:
    """The value that is written out in a line."""
    first, last = said[:1], said[-1:]
    if (first.isalnum() or (first == "-" and said[1:2].isalnum())) and last != " " and not (":" in said or "#" in said):
        return said
    if first == last == '"' and _QUOTED.fullmatch(said):
        return Quoted(said[1:-1])
    if first == "{" and last == "}":
        found = _PAIR.findall(said, 1, len(said) - 1)
        mapping = {key: plain or Quoted(quoted) for key, plain, quoted, _ in found}
        if found and not found[-1][-1] and len(mapping) == len(found):
            return mapping
    elif first == "[" and last == "]":
        parts = _ITEM.findall(said, 1, len(said) - 1)
        if parts and not parts[-1][-1]:
            return [plain or Quoted(quoted) for plain, quoted, _ in parts]
    raise _UnsureError
