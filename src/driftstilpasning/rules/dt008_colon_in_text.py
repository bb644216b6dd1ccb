"""A text without quotation marks has a colon and a space in it."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS, as_lines, quoted
from driftstilpasning.rules.support.fixes import in_line
from driftstilpasning.text import Text
from driftstilpasning.workspace.structure import every_field

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
_NO_COMMA = Text(
    nb="det mangler komma mellom to felt, så de blir lest som én tekst med et kolon i",
    nn="det manglar komma mellom to felt, så dei vert lesne som éin tekst med eit kolon i",
    en="the comma between two fields is missing, so they are read as one text with a colon in it",
)
_SAME_LINE = Text(
    nb="to felt står på samme linje, så de blir lest som én tekst med et kolon i",
    nn="to felt står på same linje, så dei vert lesne som éin tekst med eit kolon i",
    en="two fields stand on one line, so they are read as one text with a colon in it",
)
_LINES = Text(
    nb="skriv feltene på hver sin linje:\n{rewrite}",
    nn="skriv felta på kvar si linje:\n{rewrite}",
    en="write each field on a line of its own:\n{rewrite}",
)
_PARENTHESES = Text(
    nb="parenteser samler ikke felt, så dette blir lest som én tekst med et kolon i",
    nn="parentesar samlar ikkje felt, så dette vert lese som éin tekst med eit kolon i",
    en="parentheses do not hold fields together, so this is read as one text with a colon in it",
)
_BRACES = Text(
    nb="skriv {{ }} i stedet for parentesene:\n{rewrite}",
    nn="skriv {{ }} i staden for parentesane:\n{rewrite}",
    en="write {{ }} instead of the parentheses:\n{rewrite}",
)
_IN_PARENTHESES = re.compile(r"\(([a-z_]+): .*\)")
_TWO_FIELDS = re.compile(r"([\w.-]+) +(([a-z_]+|[0-9]{4}): .*)")
_FIELD_AFTER_SEMICOLON = re.compile(r";(?= *[a-z0-9_]+:)")


def tell(problem: Problem) -> Finding:
    """The colon, with the line as it should be."""
    key, text = problem.facts["key"], problem.facts["text"].partition(" #")[0].rstrip()
    if key not in FREE_TEXTS and (finding := _of_fields(problem, key, text)) is not None:
        return finding
    fields, semicolons = _FIELD_AFTER_SEMICOLON.subn(",", text)
    value = fields if semicolons else quoted(text)
    facts = {"rewrite": f"{key}: {value}" if key else value}
    fix = in_line(problem.where, text, value) if semicolons or key in FREE_TEXTS else None
    if semicolons:
        return Finding(problem.where, facts, message=_SEMICOLON, help=_COMMA, fix=fix)
    return Finding(problem.where, facts, fix=fix)


def _of_fields(problem: Problem, key: str, text: str) -> Finding | None:
    """Fields in parentheses, or two without anything between them, where no text can stand."""
    known = every_field(Measure) | every_field(Plan)
    match = _IN_PARENTHESES.fullmatch(text)
    if match is not None and match[1] in known:
        value = f"{{{text[1:-1]}}}"
        fix = in_line(problem.where, text, value, safe=False)
        return Finding(problem.where, {"rewrite": f"{key}: {value}"}, message=_PARENTHESES, help=_BRACES, fix=fix)
    match = _TWO_FIELDS.fullmatch(text)
    if match is None or not key or not (match[3].isdigit() or match[3] in known):
        return None
    before = problem.where.place.text[: problem.where.span.column - 1]
    if before.count("{") > before.count("}"):
        value = f"{match[1]}, {match[2]}"
        fix = in_line(problem.where, text, value, safe=False)
        return Finding(problem.where, {"rewrite": f"{key}: {value}"}, message=_NO_COMMA, help=_COMMA, fix=fix)
    return Finding(
        problem.where, {"rewrite": as_lines([f"{key}: {match[1]}", match[2]])}, message=_SAME_LINE, help=_LINES
    )


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
