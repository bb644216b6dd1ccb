"""A field that the schema does not have."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named, quoted
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


def tell(problem: Problem) -> Finding:
    """The unknown field, with the one that was meant where there is one like it."""
    facts = named(problem)
    if "text" in facts:
        facts["part"] = str(problem.where.path[-1])
        facts["rewrite"] = f"{facts['key']}: {quoted(facts['text'])}"
        return Finding(problem.where, facts, message=_CUT, help=_QUOTE)
    if "meant" in facts:
        return Finding(problem.where, facts, help=_PRESENT if facts["present"] else _MEANT)
    return Finding(problem.where, facts, help=_FIELDS if 0 < len(facts["fields"]) <= _FEW else None)


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
        nb="ta bort feltet, eller skriv # foran så det blir en merknad",
        nn="ta bort feltet, eller skriv # framfor så det vert ein merknad",
        en="remove the field, or write # before it to make it a comment",
    ),
    check=reported(tell),
    good="effect: {annual: 400}\n",
    bad="efekt: {annual: 400}  # DT102@1\n",
)
