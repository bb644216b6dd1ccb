"""A field that the schema does not have."""

import re
from typing import Any

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS, as_lines, named, quoted
from driftstilpasning.rules.support.fixes import all_replacing, renaming, replacing
from driftstilpasning.rules.support.lines import shifted
from driftstilpasning.rules.support.nearest import nearest, slips
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import All, Text

_MEANT = Text(
    nb="mente du «{meant}»?",
    nn="meinte du «{meant}»?",
    en="did you mean `{meant}`?",
)
_PRESENT = Text(
    nb="mente du «{meant}»? Det feltet finnes her allerede: ta bort det ene",
    nn="meinte du «{meant}»? Det feltet finst her allereie: ta bort det eine",
    en="did you mean `{meant}`? That field is here already: remove one of the two",
)
_FIELDS = Text(
    nb="her kan du bruke {fields}",
    nn="her kan du bruke {fields}",
    en="the fields here are {fields}",
)
_CUT = Text(
    nb="kommaet deler teksten, så «{part}» blir lest som et felt",
    nn="kommaet deler teksten, så «{part}» vert lese som eit felt",
    en="the comma cuts the text, so that `{part}` is read as a field",
)
_QUOTE = Text(
    nb="sett teksten i anførselstegn:\n{rewrite}",
    nn="set teksten i hermeteikn:\n{rewrite}",
    en="put the text in quotation marks:\n{rewrite}",
)
_AROUND = Text(
    nb="«{name}» står utenpå alle feltene, som skal stå ytterst i filen",
    nn="«{name}» står utanpå alle felta, som skal stå ytst i fila",
    en="`{name}` stands around all the fields, which belong at the outermost level",
)
_TAKE_AWAY = Text(
    nb="ta bort linjen med «{name}», og rykk resten ut til venstre kant",
    nn="ta bort linja med «{name}», og rykk resten ut til venstre kant",
    en="remove the line with `{name}`, and move the rest out to the left margin",
)
_ELSEWHERE = Text(
    nb="{field} hører ikke til i «{parent}», men ved siden av",
    nn="{field} høyrer ikkje til i «{parent}», men ved sida av",
    en="{field} does not belong in `{parent}`, but beside it",
)
_MOVE_OUT = Text(
    nb="flytt {keys} ut av «{parent}», ett nivå lenger ut",
    nn="flytt {keys} ut av «{parent}», eitt nivå lenger ut",
    en="move {keys} out of `{parent}`, by one level",
)
_OUT_TO = Text(
    nb="flytt {keys} ut av «{parent}», ett nivå lenger ut:\n{rewrite}",
    nn="flytt {keys} ut av «{parent}», eitt nivå lenger ut:\n{rewrite}",
    en="move {keys} out of `{parent}`, by one level:\n{rewrite}",
)
_SEVERAL = Text(
    nb="mente du {several}?",
    nn="meinte du {several}?",
    en="did you mean {several}?",
)
_TEXT_BEFORE = re.compile(r"(?<![a-z_])(?P<key>[a-z_]{1,20}): (?P<text>[^'\"\[{}\]:#&*!|>][^\[{}\]:#]*, *)$")
_FIELD_AHEAD = re.compile(r", *(?:[a-z_]+): ")


_FEW = 8
_LONGEST = 500
"""Signs before and after a comma: in a longer text nobody knows what it cut."""

_SHORT = 4
"""A name with fewer letters is one slip away from too many words."""


def tell(problem: Problem) -> Finding:
    """The unknown field, with the one that was meant where there is one like it."""
    facts = named(problem)
    if "around" in facts:
        fix = _unwrapped(problem.where)
        return Finding(problem.where, {"name": str(problem.where.path[0])}, message=_AROUND, help=_TAKE_AWAY, fix=fix)
    if "parent" in facts:
        return _beside(problem, facts)
    if "text" in facts:
        facts["part"] = str(problem.where.path[-1])
        facts["rewrite"] = f"{facts['key']}: {quoted(facts['text'])}"
        return Finding(problem.where, facts, message=_CUT, help=_QUOTE, fix=_whole(problem))
    if "several" in facts:
        several = All(tuple(facts["several"]))
        return Finding(problem.where, {**facts, "several": several}, help=_SEVERAL, fix=_all_renamed(problem))
    if "meant" in facts:
        if facts["present"]:
            return Finding(problem.where, facts, help=_PRESENT)
        return Finding(problem.where, facts, help=_MEANT, fix=_renamed(problem))
    if (text := _cut(problem.where)) is not None:
        facts["part"], facts["rewrite"] = str(problem.where.path[-1]), text
        return Finding(problem.where, facts, message=_CUT, help=_QUOTE)
    return Finding(problem.where, facts, help=_FIELDS if 0 < len(facts["fields"]) <= _FEW else None)


def _beside(problem: Problem, facts: dict[str, Any]) -> Finding:
    """What belongs one level further out, with its lines there."""
    where, keys = problem.where, [str(problem.where.path[-1]), *facts["more"]]
    above = where.document.span(where.path[:-1], key=True)
    moved = shifted(where, keys, above.column - where.span.column)
    facts |= {"keys": All(tuple(keys)), "rewrite": as_lines([edit.text for edit in moved or ()])}
    return Finding(where, facts, message=_ELSEWHERE, help=_OUT_TO if moved else _MOVE_OUT)


def _unwrapped(where: Location) -> Fix | None:
    """The file without the line of ``where``, and what is below it at the margin."""
    document, (number, column, *_) = where.document, where.span
    inner = document.exact(where.path)
    if column > 1 or document.line(number).rstrip() != f"{where.path[0]}:" or inner is None:
        return None
    margin = inner.column - 1
    if inner.line == number or document.written(inner).startswith("-"):
        return None
    edits = [Edit(Span(number, 1, number + 1, 1), "")]
    for below in range(number + 1, document.place(len(document.text)).line + 1):
        line = document.line(below)
        if line.strip() and line[:margin].strip():
            return None
        edits.append(Edit(Span(below, 1, below, min(margin, len(line)) + 1), ""))
    return Fix(tuple(edits), safe=False)


def _cut(where: Location) -> str | None:
    """The field in quotation marks, whose text a comma before ``where`` has cut."""
    line, start = where.place.text, where.span.column - 1
    before = _TEXT_BEFORE.search(line[max(0, start - _LONGEST) : start])
    if before is None or before["key"] not in FREE_TEXTS or len(where.path) == 1:
        return None
    rest = line[start : start + _LONGEST].partition("}")[0]
    ahead = _FIELD_AHEAD.search(rest)
    return f"{before['key']}: {quoted(before['text'] + rest[: ahead.start() if ahead else None].rstrip())}"


def _all_renamed(problem: Problem) -> Fix | None:
    """Every key as it was meant."""
    where, facts = problem.where, problem.facts
    keys = [where.path[-1], *facts["more"]]
    renamed = zip(
        (Location(where.document, (*where.path[:-1], key), key=True) for key in keys), facts["several"], strict=True
    )
    return all_replacing(renamed, safe=False)


def _whole(problem: Problem) -> Fix | None:
    """The text that a comma has cut, in quotation marks."""
    document, (key, text) = problem.where.document, (problem.facts["key"], problem.facts["text"])
    path = (*problem.where.path[:-1], key)
    spans = [joined.span for joined in document.joined() if joined.path == path and joined.text == text]
    if key not in FREE_TEXTS or not spans:
        return None
    return replacing(Location(document, path, exact=spans[0]), quoted(text))


def _renamed(problem: Problem) -> Fix | None:
    """The key that was meant, where the mapping has none of that name and no other key that may mean it."""
    facts, written = problem.facts, str(problem.where.path[-1])
    meant = facts["meant"]
    if meant in FREE_TEXTS and isinstance(facts["value"], dict | list):
        return None  # what has fields of its own is no text
    if meant not in facts["free"] or any(nearest(other, facts["free"]) == meant for other in facts["beside"]):
        return None
    certain = [name for name in facts["free"] if _is_slip(written, name, required=name in facts["lacking"])]
    return renaming(problem.where, meant, safe=certain == [meant])


def _is_slip(written: str, name: str, *, required: bool) -> bool:
    """Whether ``written`` is ``name`` mistyped: one slip, in a short name none, in one that is missing two."""
    word = folded(written).replace("-", "_").replace(" ", "_")
    most = 0 if len(name) < _SHORT else 2 if required and len(name) > _SHORT else 1
    return slips(word, name) <= most


RULE = Rule(
    code="DT102",
    name="unknown-field",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} er ikke et felt som dt kjenner",
        nn="{field} er ikkje eit felt som dt kjenner",
        en="{field} is not a field that dt knows",
    ),
    why=Text(
        nb="Et feilstavet felt ville ellers bli hoppet over, og tiltaket regnet uten det. Derfor er alle felt som dt "
        "ikke kjenner, en feil.",
        nn="Eit feilstava felt ville elles verte hoppa over, og tiltaket rekna utan det. Difor er alle felt som dt "
        "ikkje kjenner, ein feil.",
        en="A misspelt field would otherwise be skipped, and the measure computed without it. So every field that dt "
        "does not know is an error.",
    ),
    help=Text(
        nb="ta bort feltet, eller skriv # foran så det blir en kommentar",
        nn="ta bort feltet, eller skriv # framfor så det vert ein kommentar",
        en="remove the field, or write # before it to make it a comment",
    ),
    check=reported(tell),
    good="effect: {annual: 400}\n",
    bad="efekt: {annual: 400}  # DT102@1\n",
)
