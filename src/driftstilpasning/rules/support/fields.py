"""A field and what stands in it, as a sentence can name them."""

import re
from collections.abc import Sequence
from typing import Any, Final

from driftstilpasning.diagnostic import Problem
from driftstilpasning.rules import Check, Finding, reported
from driftstilpasning.text import Said, Text, same
from driftstilpasning.text.scalar import EMPTY, Quoted

_NAME = Text(nb="«{name}»", nn="«{name}»", en="`{name}`")
_OF_YEAR = Text(nb="«{name}» for {year}", nn="«{name}» for {year}", en="`{name}` for {year}")
_AND_MORE = Text(nb="{field} (og {more})", nn="{field} (og {more})", en="{field} (and {more})")
FREE_TEXTS: Final = frozenset(
    (
        *("title", "owner", "text", "by", "body", "note", "reference", "source", "working_group"),
        *("municipality", "plan", "notice", "name"),
    )
)
"""The fields that may say anything: one of these that cannot be read is text without its quotation marks."""

AMOUNT: Final = Text(
    nb="skriv et beløp: 0 hvis det ikke er noe",
    nn="skriv eit beløp: 0 om det ikkje er noko",
    en="write an amount: 0 if there is none",
)
NUMBERS: Final = frozenset(
    (
        *("annual", "effect", "amount", "low", "high", "fte", "grade", "base", "tolerance", "already"),
        *("transition_cost", "investment", "feasibility", "floor", "first", "last", "year", "base_year", "price_level"),
    )
)
"""The fields that are numbers; so is what stands under a year."""

_LONGEST: Final = 60
_ROOM: Final = 1_000
_MOST_LINES: Final = 20
_NOT_IN_BRACES = re.compile(r"[,\[\]{}]|:(?:\s|$)|\s#|^(?:[&*!|>'\"%@`#?]|-\s)")


def about_field() -> Check:
    """The check of a rule about a field: what the reader reported, in the words of :func:`named`."""
    return reported(lambda problem: Finding(problem.where, named(problem)))


def named(problem: Problem) -> dict[str, Any]:
    """The facts of ``problem``; ``field`` tells of the other years too, and ``value`` fits on a line."""
    facts = dict(problem.facts)
    facts["field"] = _words(str(facts["field"]), str(problem.where.path[-1]), facts["more"])
    if "value" in facts:
        facts["value"] = shown(facts["value"])
    return facts


def _words(field: str, key: str, more: Sequence[str]) -> Said:
    """``effect.2013`` as `effect` for 2013, with the other keys that it is about."""
    name = field.removesuffix(f".{key}") if key.isdigit() else field
    said = Said(_NAME, {"name": name}) if name == field else Said(_OF_YEAR, {"name": name, "year": key})
    return Said(_AND_MORE, {"field": said, "more": more}) if more else said


def is_number(key: str) -> bool:
    """Whether a number stands under ``key``: in a field, or in a year."""
    return key in NUMBERS or key.isdigit()


def shown(value: object) -> str:
    """A value of the file in one short line: a quoted one in its quotation marks, a list as a list.

    >>> [shown(v) for v in ("ja", Quoted("2013"), ["a", "b"], {"a": "b"}, EMPTY)]
    ['ja', '"2013"', '[a, b]', '{a: b}', '']
    """
    if isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: {shown(inner)}".rstrip() for key, inner in value.items()) + "}"
    elif isinstance(value, list):
        text = "[" + ", ".join(shown(inner) for inner in value) + "]"
    elif isinstance(value, Quoted):
        text = f'"{value}"'
    else:
        text = "" if value is None or value is EMPTY else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def in_braces(value: object) -> str:
    """A value of the file as it is written within braces, whatever its length.

    >>> in_braces({"with": "HO-05", "note": "ja, kanskje", "by": Quoted("x")})
    '{with: HO-05, note: "ja, kanskje", by: "x"}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_braces(inner)}".rstrip() for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_braces(inner) for inner in value) + "]"
    text = "" if value is None or value is EMPTY else " ".join(str(value).split())
    return quoted(text) if isinstance(value, Quoted) or _NOT_IN_BRACES.search(text) else text


def as_lines(lines: Sequence[str]) -> Text:
    """Lines to be pasted as they are; the first of very many, and what a line has room for."""
    shown = [line[:_ROOM] for line in lines[:_MOST_LINES]]
    return same("\n".join([*shown, "…"] if len(lines) > _MOST_LINES else shown))


def quoted(text: str) -> str:
    r"""``text`` as a file has it between quotation marks.

    >>> quoted("Tiltak: vikarbruk"), quoted('Si "nei"'), quoted("C:\\dokument")
    ('"Tiltak: vikarbruk"', '\'Si "nei"\'', "'C:\\dokument'")
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
