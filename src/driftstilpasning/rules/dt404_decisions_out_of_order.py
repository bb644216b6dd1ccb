"""A measure's decisions do not stand in the order of their dates."""

from collections.abc import Iterable
from itertools import pairwise

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """The first decision that is older than the one before it."""
    for i, (before, decision) in enumerate(pairwise(located.value.decisions), start=1):
        if decision.date < before.date:
            return [Finding(located.at("decisions", i, "date"), {"date": decision.date, "before": before.date})]
    return ()


RULE = Rule(
    code="DT404",
    name="decisions-out-of-order",
    severity=Severity.WARNING,
    message=Text(
        nb="vedtaket fra {date} står etter vedtaket fra {before}",
        nn="vedtaket frå {date} står etter vedtaket frå {before}",
        en="the decision of {date} stands after the decision of {before}",
    ),
    why=Text(
        nb="Vedtakene er tiltakets historie og leses ovenfra og ned. dt bruker det siste etter dato; er en dato "
        "skrevet feil, blir feil vedtak det gjeldende.",
        nn="Vedtaka er historia til tiltaket og vert lesne ovanfrå og ned. dt bruker det siste etter dato; er ein "
        "dato skriven feil, vert feil vedtak det gjeldande.",
        en="The decisions are the measure's history and are read from the top. dt uses the last by date; with a date "
        "mistyped the wrong decision is the one in force.",
    ),
    help=Text(
        nb="flytt vedtaket opp, eller rett datoen {date}",
        nn="flytt vedtaket opp, eller rett datoen {date}",
        en="move the decision up, or correct the date {date}",
    ),
    check=each(check),
    good="decisions:\n  - {date: 2013-05-06, body: styringsgruppe, outcome: proposed}\n"
    "  - {date: 2013-06-17, body: kommunestyre, outcome: proposed}\n",
    bad="decisions:\n  - {date: 2013-06-17, body: kommunestyre, outcome: proposed}\n"
    "  - {date: 2013-05-06, body: styringsgruppe, outcome: proposed}  # DT404@12\n",
)
