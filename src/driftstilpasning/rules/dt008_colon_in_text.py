"""A text without quotation marks has a colon and a space in it."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS, quoted
from driftstilpasning.rules.support.fixes import in_line
from driftstilpasning.text import Text

_SEMICOLON = Text(
    nb="semikolon skiller ikke felt, så dette blir lest som én tekst med et kolon i",
    nn="semikolon skil ikkje felt, så dette vert lese som éin tekst med eit kolon i",
    en="a semicolon does not separate fields, so this is read as one text with a colon in it",
)
_COMMA = Text(
    nb="skriv komma mellom feltene:\n{rewrite}",
    nn="skriv komma mellom felta:\n{rewrite}",
    en="write a comma between the fields:\n{rewrite}",
)
_FIELD_AFTER_SEMICOLON = re.compile(r";(?= *[a-z0-9_]+:)")


def tell(problem: Problem) -> Finding:
    """The colon, with the line as it should be."""
    key, text = problem.facts["key"], problem.facts["text"].partition(" #")[0].rstrip()
    fields, semicolons = _FIELD_AFTER_SEMICOLON.subn(",", text)
    value = fields if semicolons else quoted(text)
    facts = {"rewrite": f"{key}: {value}" if key else value}
    fix = in_line(problem.where, text, value) if semicolons or key in FREE_TEXTS else None
    if semicolons:
        return Finding(problem.where, facts, message=_SEMICOLON, help=_COMMA, fix=fix)
    return Finding(problem.where, facts, fix=fix)


RULE = Rule(
    code="DT008",
    name="colon-in-text",
    severity=Severity.ERROR,
    message=Text(
        nb="kolon og mellomrom begynner et nytt felt, midt i teksten",
        nn="kolon og mellomrom opnar eit nytt felt, midt i teksten",
        en="a colon and a space begin a new field, in the middle of the text",
    ),
    why=Text(
        nb="Et kolon med mellomrom etter skiller navnet på et felt fra verdien. Står det i en tekst, kan ingen vite "
        "hvor teksten slutter, og filen kan ikke leses.",
        nn="Eit kolon med mellomrom etter skil namnet på eit felt frå verdien. Står det i ein tekst, kan ingen vite "
        "kvar teksten sluttar, og fila kan ikkje lesast.",
        en="A colon with a space after it parts the name of a field from its value. In a text, nobody can know where "
        "the text ends, and the file cannot be read.",
    ),
    help=Text(
        nb="sett teksten i anførselstegn:\n{rewrite}",
        nn="set teksten i hermeteikn:\n{rewrite}",
        en="put the text in quotation marks:\n{rewrite}",
    ),
    check=reported(tell),
    good='title: "Innkjøp: samle avtalene"\n',
    bad="title: Innkjøp: samle avtalene  # DT008@15\n",
)
