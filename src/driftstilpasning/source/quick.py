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
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

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
_COLLECTIONS: Final = (dict, list)
_is_key: Final = lru_cache(1024)(re.compile(_KEY).fullmatch)


class _UnsureError(Exception):
    """A line may be wrong, or read in two ways."""


def read(text: str) -> dict[str, Any] | None:
    """The data that ``text`` is to :func:`~driftstilpasning.source.parsing.by_libyaml`; None where it is not sure."""
    lines = text.replace("\r\n", "\n")
    if not (lines.replace("\n", " ").isprintable() and unicodedata.is_normalized("NFC", lines)):
        return None
    try:
        return _read(lines.split("\n")) or None
    except _UnsureError:
        return None


def _read(lines: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    here: Any = root
    margin, waiting = 0, ""  # how far the lines of ``here`` are indented; and the last key, if it has no value yet
    levels: list[tuple[int, Any]] = [(margin, here)]
    for line in lines:
        if (parts := _parts(line)) is None:
            continue
        indent, dash, key, value = parts
        if indent != margin:
            margin, here = indent, _at(indent, dash, levels, waiting)
        kind: type[Any] = list if dash else dict
        if type(here) is not kind:
            raise _UnsureError
        if dash and key:
            here.append({})
            margin, here = indent + 2, here[-1]
            levels.append((margin, here))
        if type(value) in _COLLECTIONS:
            value = value.copy()  # the next file may say the same
        if not key:
            here.append(value)
        elif key in here:
            raise _UnsureError
        else:
            here[key] = value
        waiting = key if value is EMPTY else ""
    return root


def _at(indent: int, dash: bool, levels: list[tuple[int, Any]], waiting: str) -> Any:  # noqa: FBT001
    """The mapping or list that a line so indented belongs to, which may begin with it."""
    margin, here = levels[-1]
    if waiting and indent > margin:
        here[waiting] = [] if dash else {}
        levels.append((indent, here[waiting]))
    while levels[-1][0] != indent:
        levels.pop()
        if not levels:
            raise _UnsureError
    return levels[-1][1]


@lru_cache(_REMEMBERED)
def _parts(line: str) -> tuple[int, bool, str, Any] | None:
    """How far a line is indented, whether it is an item, its key and its value; None of one that says nothing."""
    said = line.lstrip(" ")
    if not said or said[0] == "#":
        return None
    indent, dash = len(line) - len(said), said[:2] == "- "
    if indent > _WIDEST:
        raise _UnsureError
    if dash:
        said = said[2:]
    key, colon, rest = said.partition(": ")
    if colon and _is_key(key):
        return indent, dash, key, _value(rest)
    if said[-1:] == ":" and _is_key(said[:-1]):
        return indent, dash, said[:-1], EMPTY
    if dash:
        return indent, dash, "", _value(said)
    raise _UnsureError


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
