"""The grammar of ``# dt: ignore DT203, DT209 reason="…" until=2013-12-31``.

Spacing, letter case and the kind of quotation marks are free. What is nearly such a comment is a mistake; none is
passed over in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final, Literal, NamedTuple

from driftstilpasning.rules import Rule, find_rule

BEGIN: Final = re.compile(r"#(?<!\S#)#*[ \t]*(?:dt[ \t]*:|dt[ \t._-]+ignore\b|noqa\b)", re.IGNORECASE)
"""How such a comment begins, or what is nearly one. It stands first that it begins with #: every file is searched."""

Kind = Literal["form", "no-code", "code", "prefix", "key", "twice", "unquoted", "unclosed", "date", "many"]


class Mention(NamedTuple):
    """A rule that a comment names."""

    rule: Rule
    start: int
    end: int


class Reason(NamedTuple):
    """Why a finding may stand."""

    text: str


class Until(NamedTuple):
    """The last day on which a finding may stand."""

    day: date
    start: int
    end: int


class Mistake(NamedTuple):
    """What dt cannot make sense of; the rule that reports it has words for each kind."""

    kind: Kind
    start: int
    end: int


Part = Mention | Reason | Until | Mistake


@dataclass(frozen=True, slots=True)
class Directive:
    """What a comment says to dt. Places here and in the parts are indexes of the file's text."""

    start: int
    end: int
    parts: tuple[Part, ...]


_VERB = re.compile(r"#+[ \t]*dt[ \t]*:[ \t]*(?P<verb>[^\s,:#\[(]*):?", re.IGNORECASE)
_TOKEN = re.compile(
    r"""[\s,]*(?:
        (?P<key> [^\W\d_]+)[ \t]*[=:][ \t]*(?P<value> "[^"]*"|'[^']*'|«[^»]*»|[“”][^“”]*[“”]|["'«“”].*|[^\s,]*)
      | (?P<word> [^\s,\#][^\s,]*)
    )""",
    re.VERBOSE,
)
_PREFIX = re.compile(r"DT[0-9]{0,2}|ALL", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST: Final = 50
"""Nobody names so many codes in one comment."""

_MARKS: Final = tuple("\"'«»“”")


def directives(text: str, start: int, end: int) -> Iterator[Directive]:
    """What the comment from ``start`` to ``end`` says to dt; another ``#`` in it may begin the next."""
    while (begin := BEGIN.search(text, start, end)) is not None:
        verb = _VERB.match(text, begin.start(), end)
        if verb is not None and verb["verb"].lower() == "ignore":
            tokens = list(islice(_tokens(text, verb.end(), end), _MOST + 1))
            start = tokens[-1].end() if tokens else verb.end()
            parts = tuple(_parts(tokens[:_MOST]))
            if len(tokens) > _MOST:
                parts = (Mistake("many", *tokens[_MOST].span()),)
            if not any(isinstance(part, Mention | Mistake) for part in parts):
                parts = (Mistake("no-code", begin.start(), start),)
        else:
            start = begin.end()
            span = begin.span() if verb is None or not verb["verb"] else verb.span("verb")
            parts = (Mistake("form", *span),)
        yield Directive(begin.start(), start, parts)


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while (token := _TOKEN.match(text, start, end)) is not None:
        yield token
        start = token.end()


def _parts(tokens: list[re.Match[str]]) -> Iterator[Part]:
    """What the tokens mean; a value that cannot be read may have swallowed the rest, which is then passed over."""
    given: set[type] = set()
    for token in tokens:
        part = _named(token) if token["word"] is not None else _given(token)
        if type(part) in given:
            yield Mistake("twice", *token.span("key"))
            return
        yield part
        if isinstance(part, Reason | Until):
            given.add(type(part))
        elif isinstance(part, Mistake) and part.kind not in ("code", "prefix"):
            return


def _named(token: re.Match[str]) -> Mention | Mistake:
    word = token["word"]
    rule = find_rule(word)
    if rule is not None:
        return Mention(rule, *token.span("word"))
    return Mistake("prefix" if _PREFIX.fullmatch(word) else "code", *token.span("word"))


def _given(token: re.Match[str]) -> Part:
    key, value = token["key"].lower(), token["value"]
    span = token.span("value") if value else token.span("key")
    closed = len(value) > 1 and value.startswith(_MARKS) and value.endswith(_MARKS)
    inside = value[1:-1].strip() if closed else value
    if key == "reason":
        if closed:
            return Reason(inside)
        return Mistake("unclosed" if value.startswith(_MARKS) else "unquoted", *span)
    if key == "until":
        try:
            return Until(date.fromisoformat(inside if _DATE.fullmatch(inside) else ""), *span)
        except ValueError:
            return Mistake("date", *span)
    return Mistake("key", *token.span("key"))
