"""A field lacks its colon, or the space after it."""

import re
from collections.abc import Iterator

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fixes import goes_on
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.source.document import Document
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import Text
from driftstilpasning.workspace.structure import every_field

_NO_SPACE = Text(
    nb="det mangler mellomrom etter kolonet",
    nn="det manglar mellomrom etter kolonet",
    en="the space after the colon is missing",
)

_ANOTHER = re.compile(r":(?:\s|$)")
_NAME = re.compile(r"([a-z_]+|[0-9]{4})(:| *= *)(?=[^\s:=#|>&*!%@`'\"])(?![-?](?:\s|$))")
"""A name and its value; not one with a sign first that would mean something there."""
_IN_BRACES = re.compile(r"([a-z_]+|[0-9]{4}(?=[ =]))([ =]*)(?=-?[0-9][0-9.,-]*$)")
"""A name and its number in braces, with nothing between them."""


def tell(problem: Problem) -> Finding:
    """The line, with the field it most likely is."""
    rewrite = problem.facts["rewrite"].partition(" #")[0].rstrip()
    spaceless = re.match(r"[\w-]+:\S", text_at(problem.where)) is not None
    return Finding(problem.where, {"rewrite": rewrite}, message=_NO_SPACE if spaceless else None, fix=_fix(problem))


def _fix(problem: Problem) -> Fix | None:
    """A colon and a space after each name, where every one is a name of the schema, or a year."""
    where, keys = problem.where, problem.facts.get("keys")
    if keys:
        places = [Location(where.document, (*where.path[:-1], key), key=True).span for key in keys]
        edits = [
            None if _has_colon(where.document, place) else _colon(where.document, place, in_braces=True)
            for place in places
        ]
    else:
        edits = list(_lines(where))
    found = tuple(edit for edit in edits if edit is not None)
    return Fix(found) if len(found) == len(edits) else None


def _has_colon(document: Document, span: Span) -> bool:
    """Whether a colon follows the name and the value: then they may well be a name alone."""
    return document.line(span.end_line)[span.end_column - 1 :].startswith(":")


def _lines(where: Location) -> Iterator[Edit | None]:
    """The edit of each line of ``where``; None for one that is more than a name and a value."""
    for number in range(where.span.line, where.span.end_line + 1):
        line = where.document.line(number)
        margin = len(line) - len(line.lstrip(" -"))
        alone = number > where.span.line or margin + 1 == where.span.column
        whole = Span(number, margin + 1, number, len(line) + 1)
        yield _colon(where.document, whole) if alone and not goes_on(where.document, number) else None


def _colon(document: Document, span: Span, *, in_braces: bool = False) -> Edit | None:
    text = document.written(span)
    name = _NAME.match(text) or (_IN_BRACES.match(text) if in_braces else None)
    if (
        name is None
        or _ANOTHER.search(text, name.end())
        or not (name[1].isdigit() or name[1] in every_field(Measure) | every_field(Plan))
    ):
        return None
    start, end = (span.column + index for index in name.span(2))
    return Edit(Span(span.line, start, span.line, end), ": ")


RULE = Rule(
    code="DT021",
    name="missing-colon",
    severity=Severity.ERROR,
    message=Text(
        nb="det mangler kolon med mellomrom etter navnet på feltet",
        nn="det manglar kolon med mellomrom etter namnet på feltet",
        en="the name of the field lacks a colon with a space after it",
    ),
    why=Text(
        nb="Et felt er et navn, et kolon, et mellomrom og en verdi. Uten dem er linjen bare tekst, og feltet mangler i "
        "tiltaket.",
        nn="Eit felt er eit namn, eit kolon, eit mellomrom og ein verdi. Utan dei er linja berre tekst, og feltet "
        "manglar i tiltaket.",
        en="A field is a name, a colon, a space and a value. Without them the line is mere text, and the measure lacks "
        "the field.",
    ),
    help=Text(
        nb="skriv:\n{rewrite}",
        nn="skriv:\n{rewrite}",
        en="write:\n{rewrite}",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\nsector: oppvekst\n",
    bad="title: Samle innkjøpene\nsector:oppvekst  # DT021@1\n",
)
