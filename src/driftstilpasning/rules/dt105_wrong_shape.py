"""A text where a list belongs, or the other way round."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fields import named, shown
from driftstilpasning.rules.support.numbers import rewritten
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_REWRITE = Text(
    nb="skriv {rewrite}",
    nn="skriv {rewrite}",
    en="write {rewrite}",
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
_HELP = {"mapping": _FIELDS, "list": _ITEMS}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each value of another shape, and how it is written where that is certain."""
    for problem in workspace.reported("wrong-shape"):
        expected = problem.facts["expected"]
        facts = {**named(problem), "shape": _SHAPES[expected], "rewrite": _rewrite(problem)}
        yield Finding(problem.where, facts, help=_REWRITE if facts["rewrite"] else _HELP.get(expected))


def _rewrite(problem: Problem) -> str | None:
    field, value, expected = (problem.facts[name] for name in ("field", "value", "expected"))
    if not isinstance(value, str):
        return None
    if expected == "list":
        return f"{field.rpartition('.')[2]}: [{shown(value).strip('[]')}]"
    if field == "effect" and (number := rewritten(value)) is not None:
        return f"effect: {{annual: {number}}}"
    return None


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
        "until it is mended.",
    ),
    help=Text(
        nb="skriv verdien rett etter kolonet, uten klammer",
        nn="skriv verdien rett etter kolonet, utan klammer",
        en="write the value right after the colon, without brackets",
    ),
    check=check,
    good="themes: [arbeidsprosesser]\n",
    bad="themes: arbeidsprosesser  # DT105@9\n",
)
