"""A field that the schema does not have."""

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS, named, quoted
from driftstilpasning.rules.support.fixes import renaming, replacing
from driftstilpasning.rules.support.nearest import nearest, slips
from driftstilpasning.text import Text

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


_FEW = 8
_SHORT = 4
"""A name with fewer letters is one slip away from too many words."""


def tell(problem: Problem) -> Finding:
    """The unknown field, with the one that was meant where there is one like it."""
    facts = named(problem)
    if "text" in facts:
        facts["part"] = str(problem.where.path[-1])
        facts["rewrite"] = f"{facts['key']}: {quoted(facts['text'])}"
        return Finding(problem.where, facts, message=_CUT, help=_QUOTE, fix=_whole(problem))
    if "meant" in facts:
        if facts["present"]:
            return Finding(problem.where, facts, help=_PRESENT)
        return Finding(problem.where, facts, help=_MEANT, fix=_renamed(problem))
    return Finding(problem.where, facts, help=_FIELDS if 0 < len(facts["fields"]) <= _FEW else None)


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
