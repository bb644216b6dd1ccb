"""A character that cannot be seen."""

import re
from itertools import islice

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.source.span import Edit
from driftstilpasning.source.syntax import hard_spaces
from driftstilpasning.text import Text

_AGAIN = Text(
    nb="skriv linjen på nytt uten tegnet, som ofte følger med når tekst blir limt inn:\n{rewrite}",
    nn="skriv linja på nytt utan teiknet, som ofte følgjer med når tekst vert limt inn:\n{rewrite}",
    en="type the line again without the character, which often comes along when text is pasted:\n{rewrite}",
)
_HARD = Text(
    nb="her står et hardt mellomrom ({code}), og ikke et vanlig",
    nn="her står eit hardt mellomrom ({code}), og ikkje eit vanleg",
    en="this is a non-breaking space ({code}), and not an ordinary one",
)
_SPACES = Text(
    nb="skriv et vanlig mellomrom; det harde følger ofte med når tekst blir limt inn:\n{rewrite}",
    nn="skriv eit vanleg mellomrom; det harde følgjer ofte med når tekst vert limt inn:\n{rewrite}",
    en="type an ordinary space; the other often comes along when text is pasted:\n{rewrite}",
)

_NOTHING = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
"""No width, and a direction that Norwegian has anyway: a text is the same without them."""

_MOST = 1_000
"""A file with more of them is hardly text."""


def tell(problem: Problem) -> Finding:
    """The character, with its line as it should be: what cannot be seen is hard to delete."""
    place = problem.where.place
    if "space" in problem.facts:
        return _hard(problem)
    if "coded" in problem.facts:
        rewrite = (place.text[: place.span.column - 1] + place.text[place.span.end_column - 1 :]).strip()
    else:
        rewrite = "".join(character for character in place.text.strip() if character.isprintable())
    facts = {**problem.facts, "rewrite": rewrite}
    return Finding(problem.where, facts, help=_AGAIN if rewrite else None, fix=_without(problem.where))


def _hard(problem: Problem) -> Finding:
    """The line with ordinary spaces instead, and a fix of all such spaces: there is one thing they can mean."""
    document, number = problem.where.document, problem.where.span.line
    spaces = islice(hard_spaces(document.text), _MOST)
    edits = [Edit(document.place(one.start, one.end), " " * (one.end - one.start)) for one in spaces]
    line = document.line(number)
    for edit in reversed([edit for edit in edits if edit.span.line == number]):
        line = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    facts = {**problem.facts, "rewrite": line}
    return Finding(problem.where, facts, message=_HARD, help=_SPACES, fix=Fix(tuple(edits)))


def _without(where: Location) -> Fix | None:
    """Without all that stands for nothing, where this does; another may be a letter that was lost."""
    document = where.document
    if _NOTHING.fullmatch(document.written(where.span)) is None:
        return None
    found = list(islice(_NOTHING.finditer(document.text), _MOST + 1))
    return Fix(tuple(Edit(document.place(*one.span()), "") for one in found)) if len(found) <= _MOST else None


RULE = Rule(
    code="DT019",
    name="control-character",
    severity=Severity.ERROR,
    message=Text(
        nb="her står et usynlig tegn ({code})",
        nn="her står eit usynleg teikn ({code})",
        en="there is an invisible character here ({code})",
    ),
    why=Text(
        nb="Tegn som ikke vises, kan skjule eller flytte på det leseren ser. Det som kommunestyret leser, skal være "
        "det som står i filen.",
        nn="Teikn som ikkje vert viste, kan skjule eller flytte på det lesaren ser. Det kommunestyret les, skal vere "
        "det som står i fila.",
        en="Characters that are not shown can hide or move what the reader sees. What the council reads must be what "
        "the file says.",
    ),
    help=Text(
        nb="slett tegnet; det følger ofte med når tekst blir limt inn",
        nn="slett teiknet; det følgjer ofte med når tekst vert limt inn",
        en="delete the character; it often comes along when text is pasted",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene\n",
    bad="title: Samle\u0007 innkjøpene  # DT019@13\n",
)
