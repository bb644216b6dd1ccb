"""Repairs: new text in place of a value, a key or a sign. What a finding's help says to write, its fix writes."""

import re
from collections.abc import Iterable

from driftstilpasning.diagnostic import Fix, Location, Problem
from driftstilpasning.rules.support.fields import quoted
from driftstilpasning.source.document import Document
from driftstilpasning.source.span import Edit, Span

_PLAIN = re.compile(r"[^\W_](?:[\w ./-]*[\w.])?")


def replacing(where: Location, text: str, *, safe: bool = True) -> Fix | None:
    """``text`` in place of the value, or the key, at ``where``; None where none stands there on one line."""
    return all_replacing([(where, text)], safe=safe)


def all_replacing(texts: Iterable[tuple[Location, str]], *, safe: bool = True) -> Fix | None:
    """A text in place of what stands at each place; None unless every one can be replaced."""
    edits = [(_exact(where), text) for where, text in texts]
    found = tuple(Edit(span, text) for span, text in edits if span is not None)
    return Fix(found, safe=safe) if found and len(found) == len(edits) else None


def renaming(where: Location, word: str, *, safe: bool = True) -> Fix | None:
    """Another word in place of the value, or the key, at ``where``: in quotation marks where the old one was."""
    span = _exact(where)
    if span is None:
        return None
    plain = where.document.written(span)[0] not in "'\"" and _PLAIN.fullmatch(word)
    return Fix((Edit(span, word if plain else quoted(word)),), safe=safe)


def changing_sign(places: Iterable[Location]) -> Fix | None:
    """The number at each place with the other sign. Only the author knows whether it was mistyped."""
    numbers = [(where, where.document.written(where.span)) for where in places]
    return all_replacing(
        [(where, number[1:] if number.startswith("-") else f"-{number}") for where, number in numbers], safe=False
    )


def places(problem: Problem) -> list[Location]:
    """Where ``problem`` is: at its own path, and at each of the other years or shares that it is about too."""
    where = problem.where
    cut = {joined.path: joined for joined in where.document.joined()}
    paths = [where.path, *((*where.path[:-1], key) for key in problem.facts.get("more", ()))]
    values = problem.facts.get("values", [problem.facts.get("value")])
    found = []
    for path, value in zip(paths, values, strict=True):
        whole = path in cut and cut[path].text == value
        found.append(Location(where.document, path, where.key, cut[path].span if whole else None))
    return found


def in_line(where: Location, text: str, new: str, *, safe: bool = True) -> Fix | None:
    """``new`` in place of ``text`` where that stands around ``where`` in its line, in a file that cannot be read."""
    number, column, *_ = where.span
    line = where.document.line(number)
    start = line.rfind(text, 0, column - 1 + len(text))
    if start == -1 or start + len(text) < column or goes_on(where.document, number):
        return None
    return Fix((Edit(Span(number, start + 1, number, start + len(text) + 1), new),), safe=safe)


def without_line(where: Location, other: int) -> Fix | None:
    """Without the line of ``where``, where the whole of it says the same as the line numbered ``other``."""
    document, number = where.document, where.span.line
    line = document.line(number)
    first = document.line(other)
    whole = where.span.column == _margin(line) + 1 and first.rstrip() == line.rstrip() and "#" not in line
    if not whole or number == other or goes_on(document, number) or goes_on(document, other):
        return None
    if line.rstrip().endswith((":", "|", ">", "-", "+", "{", "[", ",")) or line.count('"') % 2 or line.count("'") % 2:
        return None
    return Fix((Edit(Span(number, 1, number + 1, 1), ""),))


def goes_on(document: Document, number: int) -> bool:
    """Whether the text of a line goes on in the next."""
    return _margin(document.line(number + 1)) > _margin(document.line(number))


def _margin(line: str) -> int:
    """How far in the first field of a line begins."""
    return len(line) - len(line.lstrip(" -")) if line.strip() else 0


def _exact(where: Location) -> Span | None:
    span = where.exact or where.document.exact(where.path, key=where.key)
    return span if span is not None and span.line == span.end_line else None
