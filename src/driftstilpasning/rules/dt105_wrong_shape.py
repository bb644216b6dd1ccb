"""A text where a list belongs, or the other way round."""

import re

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.costs import INVESTMENT, TRANSITION
from driftstilpasning.rules.support.fields import in_braces, named
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.rules.support.numbers import one_or_other, readings
from driftstilpasning.rules.support.required import example_of
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import Said, Text
from driftstilpasning.text.scalar import Quoted

_REWRITE = Text(
    nb="skriv:\n{rewrite}",
    nn="skriv:\n{rewrite}",
    en="write:\n{rewrite}",
)
_FIELDS = Text(
    nb="skriv feltene på hver sin linje under, rykket inn med to mellomrom",
    nn="skriv felta på kvar si linje under, rykte inn med to mellomrom",
    en="write the fields below, each on a line of its own, indented with two spaces",
)
_ITEMS = Text(
    nb="skriv hvert ledd på en egen linje med «- » foran",
    nn="skriv kvart ledd på ei eiga linje med «- » framfor",
    en="write each item on a line of its own after `- `",
)


_SHAPES = {
    "text": Text(nb="tekst", nn="tekst", en="text"),
    "value": Text(nb="én enkelt verdi", nn="éin einskild verdi", en="a single value"),
    "list": Text(nb="en liste", nn="ei liste", en="a list"),
    "mapping": Text(nb="felt med navn og verdi", nn="felt med namn og verdi", en="fields with a name and a value"),
}
_ONE_THEME = re.compile(r"[^\[\]{},]+")
_IDS = re.compile(r"[\w-]+(?:, *[\w-]+)*")
_OF_TEXTS = ("requires", "excludes", "themes")
_HELP = {"mapping": _FIELDS, "list": _ITEMS}


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The value of another shape, and how it is written where that is certain."""
    expected = problem.facts["expected"]
    example = example_of(problem, plan) if expected == "mapping" else None
    rewrite, fix = _rewrite(problem, plan) or (example, None)
    facts = {**named(problem), "shape": _SHAPES[expected], "rewrite": rewrite}
    return Finding(problem.where, facts, help=_REWRITE if rewrite else _HELP.get(expected), fix=fix)


def _rewrite(problem: Problem, plan: Plan | None) -> tuple[str | Said, Fix | None] | None:
    """What to write, and the fix that does so; it is safe where nothing is added."""
    where, value, expected = problem.where, problem.facts["value"], problem.facts["expected"]
    key = where.path[-1]
    if expected == "list" and isinstance(value, dict):
        return f"{key}: [{in_braces(value)}]", _listed(where)
    if not isinstance(value, str):
        return None
    if where.path[0] == "overlaps" and expected in _HELP:
        overlap = f"{{with: {in_braces(value)}, amount: …}}"
        return (overlap if expected == "mapping" else f"overlaps: [{overlap}]"), None
    if expected == "list":
        return _texts(where, value) if key in _OF_TEXTS else None
    if key == "effect":
        within = "annual"
    elif key in (TRANSITION, INVESTMENT) and plan is not None:
        within = str(plan.period.first)
    else:
        return None
    amounts = [f"{{{within}: {number}}}" for number in readings(value, plan.unit if plan is not None else None)]
    if not amounts:
        return None
    fix = replacing(where, amounts[0], safe=False) if len(amounts) == 1 and plan is not None else None
    return one_or_other(tuple(f"{key}: {amount}" for amount in amounts)), fix


def _texts(where: Location, value: str) -> tuple[str, Fix | None]:
    """A list of the texts between commas; no id has a comma in it, a theme may have one."""
    texts = " ".join(value.split()).strip("[]")
    known = _ONE_THEME if where.path[0] == "themes" else _IDS
    fix = replacing(where, f"[{texts}]") if known.fullmatch(value) and not isinstance(value, Quoted) else None
    return f"{where.path[-1]}: [{texts}]", fix


def _listed(where: Location) -> Fix | None:
    """Brackets around the one item that stands there in braces."""
    span = where.document.exact(where.path)
    if span is None or not where.document.written(span).startswith("{"):
        return None
    start, end = Span(*span[:2], *span[:2]), Span(*span[2:], *span[2:])
    return Fix((Edit(start, "["), Edit(end, "]")))


RULE = Rule(
    code="DT105",
    name="wrong-shape",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} skal være {shape}",
        nn="{field} skal vere {shape}",
        en="{field} must be {shape}",
    ),
    why=Text(
        nb="Når innholdet har feil form, kan ikke filen brukes, og tiltaket faller ut av alle summer til det er "
        "rettet.",
        nn="Når innhaldet har feil form, kan ikkje fila brukast, og tiltaket fell ut av alle summar til det er retta.",
        en="When the contents have the wrong shape, the file cannot be used, and the measure is out of every total "
        "until it is corrected.",
    ),
    help=Text(
        nb="skriv verdien rett etter kolonet, uten klammer",
        nn="skriv verdien rett etter kolonet, utan klammer",
        en="write the value right after the colon, without brackets",
    ),
    check=reported_in_plan(tell),
    good="themes: [arbeidsprosesser]\n",
    bad="themes: arbeidsprosesser  # DT105@9\n",
)
