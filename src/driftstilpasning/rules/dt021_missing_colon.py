"""A field lacks its colon, or the space after it."""

import re
from collections.abc import Iterator
from typing import Final

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.record import written
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS
from driftstilpasning.rules.support.fixes import goes_on
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.rules.support.nearest import slips
from driftstilpasning.source.document import Document
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text
from driftstilpasning.workspace.norwegian import field_called
from driftstilpasning.workspace.structure import every_field

_NO_SPACE = Text(
    nb="det mangler mellomrom etter kolonet",
    nn="det manglar mellomrom etter kolonet",
    en="the space after the colon is missing",
)
_STRAY = Text(
    nb="linjen er verken et felt eller en merknad",
    nn="linja er korkje eit felt eller ein merknad",
    en="the line is neither a field nor a comment",
)
_COMMENT = Text(
    nb="er linjen en merknad, skriv # foran:\n{comment}",
    nn="er linja ein merknad, skriv # framfor:\n{comment}",
    en="if the line is a comment, write # before it:\n{comment}",
)
_GO_ON = Text(
    nb="hører linjen til teksten over, skriv det øverste; er den en merknad, det nederste:\n{going_on}\n{comment}",
    nn="høyrer linja til teksten over, skriv det øvste; er ho ein merknad, det nedste:\n{going_on}\n{comment}",
    en="if the line belongs to the text above, write the upper; if it is a comment, the lower:\n{going_on}\n{comment}",
)

_FIELDS: Final = every_field(Measure) | every_field(Plan)
_WORD = re.compile(r"([\w-]+)(?: +(.*))?")
_TEXT_ABOVE = re.compile(r" *(?:- +)?([a-z_]+): +[^'\"\[{|>&*!#\s].*")
_SHORT: Final = 4
"""A name with fewer letters is one slip away from too many words."""

_ANOTHER = re.compile(r":(?:\s|$)")
_MAPPING = re.compile(r"\{[^{}]*\}")
_NAME = re.compile(r"([a-z_]+|[0-9]{4})(:| *= *)(?=[^\s:=#|>&*!%@`'\"])(?![-?](?:\s|$))")
"""A name and its value; not one with a sign first that would mean something there."""
_IN_BRACES = re.compile(r"([a-z_]+|[0-9]{4}(?=[ =]))([ =]*)(?=-?[0-9][0-9.,-]*$)")
"""A name and its number in braces, with nothing between them."""


def tell(problem: Problem) -> Finding:
    """The line, with the field it most likely is."""
    rewrite = problem.facts["rewrite"].partition(" #")[0].rstrip()
    text = text_at(problem.where).partition(" #")[0].rstrip()
    word = _WORD.fullmatch(text)
    in_braces = "keys" in problem.facts
    if rewrite == "title: …" or (word is not None and not in_braces and not _is_field(word[1], problem.where)):
        return _stray(problem.where, text)
    if word is not None and not word[2] and goes_on(problem.where.document, problem.where.span.line):
        end = problem.where.span.column + len(text)
        edit = Edit(Span(problem.where.span.line, end, problem.where.span.line, end), ":")
        return Finding(problem.where, {"rewrite": f"{text}:"}, fix=Fix((edit,), safe=text in _FIELDS))
    spaceless = re.match(r"[\w-]+:\S", text) is not None
    return Finding(problem.where, {"rewrite": rewrite}, message=_NO_SPACE if spaceless else None, fix=_fix(problem))


def _is_field(word: str, where: Location) -> bool:
    """Whether ``word`` is the name of a field, or nearly is, and not the first word of a text."""
    names = _FIELDS
    if where.span.column == 1:
        names = frozenset(written(Plan if where.document.name == PLAN else Measure))
    if word in names or word.isdigit():
        return True
    return len(word) >= _SHORT and (
        field_called(word, names) is not None or any(slips(word.lower(), name) <= 1 for name in names)
    )


def _stray(where: Location, text: str) -> Finding:
    """A line of mere text: it belongs to the text above, where there is one, or is a comment."""
    document, number = where.document, where.span.line
    margin = " " * (where.span.column - 1)
    above = document.line(number - 1)
    facts = {"comment": f"{margin}# {text}", "going_on": f"{margin}  {text}"}
    match = _TEXT_ABOVE.fullmatch(above)
    goes = match is not None and match[1] in FREE_TEXTS and " #" not in above
    return Finding(where, facts, message=_STRAY, help=_GO_ON if goes else _COMMENT)


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
        or (_ANOTHER.search(text, name.end()) and not _MAPPING.fullmatch(text, name.end()))
        or not (name[1].isdigit() or name[1] in _FIELDS)
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
