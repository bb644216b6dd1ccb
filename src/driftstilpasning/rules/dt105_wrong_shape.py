"""A text where a list belongs, or the other way round."""

import re
from typing import Any, Final

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.costs import INVESTMENT, TRANSITION
from driftstilpasning.rules.support.fields import as_lines, in_braces, named
from driftstilpasning.rules.support.fixes import all_replacing, places, replacing
from driftstilpasning.rules.support.numbers import one_or_other, readings
from driftstilpasning.rules.support.required import example_of
from driftstilpasning.rules.support.sectors import even_shares
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
_SHARES = Text(
    nb="del 100 på sektorene, for eksempel:\n{rewrite}",
    nn="del 100 på sektorane, til dømes:\n{rewrite}",
    en="divide 100 between the sectors, for instance:\n{rewrite}",
)
_ONE_THEME = re.compile(r"[^\[\]{},]+")
_IDS = re.compile(r"\w[\w-]*(?:, *\w[\w-]*)*")
_ID = re.compile(r"\w[\w-]*")
_BETWEEN_IDS = re.compile(r"[,;/&+]|\s(?:og|and)\s|\s(?=-)")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9])\s*(?:[-\u2013\u2014]|til|to)\s*(?=[0-9])")
_YEAR = re.compile(r"[0-9]{4}")
_OF_TEXTS = ("requires", "excludes", "themes")
_NAMED_BY: Final = {"targets": "id", "overlaps": "with"}
"""What the items of a list go by, which some write before their other fields."""

_LEVELS: Final = {
    **dict.fromkeys(("must", "skal", "må", "lovpålagt", "lovpålagd"), "must"),
    **dict.fromkeys(("should", "bør"), "should"),
    **dict.fromkeys(("may", "kan"), "may"),
}
_HELP = {"mapping": _FIELDS, "list": _ITEMS}

Rewrite = tuple[str | Said | Text, Fix | None]
"""What to write, and the fix that writes it."""


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The value of another shape, and how it is written where that is certain."""
    where, value, expected = problem.where, problem.facts["value"], problem.facts["expected"]
    several = where.path == ("sector",) and isinstance(value, list) and len(value) > 1
    shape = _SHAPES["mapping" if several else expected]
    if several and _are_texts(value):
        facts = {**named(problem), "shape": shape, "rewrite": f"sector: {even_shares(value)}"}
        return Finding(where, facts, help=_SHARES)
    example = example_of(problem, plan) if expected == "mapping" else None
    rewrite, fix = _rewrite(problem, plan) or (example, None)
    facts = {**named(problem), "shape": shape, "rewrite": rewrite}
    return Finding(where, facts, help=_REWRITE if rewrite else _HELP.get(expected), fix=fix)


def _are_texts(value: list[Any]) -> bool:
    return all(isinstance(item, str) for item in value)


def _rewrite(problem: Problem, plan: Plan | None) -> Rewrite | None:
    """What to write, and the fix that does so; it is safe where nothing is added."""
    where, value, expected = problem.where, problem.facts["value"], problem.facts["expected"]
    if where.path[0] == "sectors":
        return _sectors(problem)
    if isinstance(value, dict):
        return _as_list(where, value) if expected == "list" else None
    if isinstance(value, list):
        return _without_list(where, value)
    if not isinstance(value, str):
        return None
    if where.path[0] == "overlaps" and expected in _HELP:
        overlap = f"{{with: {in_braces(value)}, amount: …}}"
        return (overlap if expected == "mapping" else f"overlaps: [{overlap}]"), None
    if expected == "list":
        return _texts(where, value) if where.path[-1] in _OF_TEXTS else None
    return _in_fields(where, value, plan)


def _sectors(problem: Problem) -> Rewrite | None:
    """Each sector with what was written for it as its name."""
    where, value = problem.where, problem.facts["value"]
    if isinstance(value, list) and value and _are_texts(value):
        sectors = (f"  {identifier}: {{name: {in_braces(identifier.capitalize())}}}" for identifier in value)
        return as_lines(["sectors:", *sectors]), None
    values = problem.facts.get("values", [value])
    if problem.facts["expected"] != "mapping" or len(where.path) == 1 or not _are_texts(values):
        return None
    named_ = [f"{{name: {in_braces(name)}}}" for name in values]
    keys = [where.path[-1], *problem.facts["more"]]
    fix = all_replacing(zip(places(problem), named_, strict=True), safe=False)
    return as_lines([f"{key}: {name}" for key, name in zip(keys, named_, strict=True)]), fix


def _as_list(where: Location, value: dict[str, Any]) -> Rewrite:
    """A list of the one item that stands there; or of several, each under the name that it goes by."""
    key = str(where.path[-1])
    name = _NAMED_BY.get(key)
    if name is not None and name not in value and all(isinstance(item, dict) for item in value.values()):
        items = [{name: identifier} | item for identifier, item in value.items()]
        lines = [
            f"{'  - ' if field == name else '    '}{field}: {in_braces(item[field])}"
            for item in items
            for field in item
        ]
        return as_lines([f"{key}:", *lines]), None
    return f"{key}: [{in_braces(value)}]", _listed(where)


def _without_list(where: Location, value: list[Any]) -> Rewrite | None:
    """The one item of a list, or the fields of all its items together; the two ends of a period or a range."""
    key = where.path[-1]
    if key in ("period", "range") and _are_texts(value):
        return _ends(where, value)
    if len(value) == 1 and _are_texts(value):
        return f"{key}: {in_braces(value[0])}", None
    if not all(isinstance(item, dict) for item in value):
        return None
    fields = {name: inner for item in value for name, inner in item.items()}
    return (f"{key}: {in_braces(fields)}", None) if len(fields) == sum(map(len, value)) else None


def _in_fields(where: Location, value: str, plan: Plan | None) -> Rewrite | None:
    """What a text says, in the fields that it belongs in."""
    key = where.path[-1]
    if key in ("period", "range"):
        return _ends(where, _BETWEEN_NUMBERS.split(value))
    if key == "law":
        level = _LEVELS.get(value.strip().lower())
        return f"law: {in_braces({'level': level} if level else {'level': '…', 'reference': value})}", None
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


def _ends(where: Location, ends: list[str]) -> Rewrite | None:
    """The first and the last of two numbers."""
    names = ("first", "last") if where.path[-1] == "period" else ("low", "high")
    numbers = [found[0] for found in map(readings, ends) if len(found) == 1]
    if len(numbers) != len(names) or len(ends) != len(names):
        return None
    if names[0] == "first" and not all(map(_YEAR.fullmatch, numbers)):
        return None
    text = in_braces(dict(zip(names, numbers, strict=True)))
    return f"{where.path[-1]}: {text}", replacing(where, text, safe=False)


def _texts(where: Location, value: str) -> Rewrite:
    """A list of the texts between commas; no id has a comma in it, a theme may have one."""
    texts = " ".join(value.split()).strip("[]")
    key = where.path[-1]
    if key == "themes":
        certain = _ONE_THEME.fullmatch(value) is not None
    else:
        certain = _IDS.fullmatch(value) is not None
        ids = [part.strip(" -()") for part in _BETWEEN_IDS.split(texts)]
        texts = ", ".join(ids) if all(map(_ID.fullmatch, ids)) else texts
    fix = replacing(where, f"[{texts}]") if certain and not isinstance(value, Quoted) else None
    return f"{key}: [{texts}]", fix


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
