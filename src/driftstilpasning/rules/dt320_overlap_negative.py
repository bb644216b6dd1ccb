"""An overlap is negative."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """Each overlap below 0."""
    found = []
    for i, overlap in enumerate(located.value.overlaps):
        if overlap.amount.ore < 0:
            where = located.at("overlaps", i, "amount")
            facts = {"other": overlap.other, "amount": overlap.amount, "rewrite": text_at(where)[1:]}
            found.append(Finding(where, facts, fix=changing_sign([where])))
    return found


RULE = Rule(
    code="DT320",
    name="overlap-negative",
    severity=Severity.ERROR,
    message=Text(
        nb="overlappet med {other} er negativt ({amount}) og blir ikke trukket fra",
        nn="overlappet med {other} er negativt ({amount}) og vert ikkje trekt frå",
        en="the overlap with {other} is negative ({amount}) and is not taken off",
    ),
    why=Text(
        nb="Et overlapp er et positivt beløp som dt selv trekker fra, én gang. Med minus foran trekkes ingenting "
        "fra, og den samme sparingen blir talt to ganger.",
        nn="Eit overlapp er eit positivt beløp som dt sjølv trekkjer frå, éin gong. Med minus framfor vert ingenting "
        "trekt frå, og den same sparinga vert talt to gonger.",
        en="An overlap is a positive amount that dt itself takes off, once. With a minus nothing is taken off, and "
        "the same saving is counted twice.",
    ),
    help=Text(
        nb="skriv {rewrite}, uten minus, for {other}",
        nn="skriv {rewrite}, utan minus, for {other}",
        en="write {rewrite}, without a minus, for {other}",
    ),
    check=each(check),
    good="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: 20}]\n# measures/b.yaml\nid: A-2\n",
    bad="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: -20}]  # DT320@32\n# measures/b.yaml\nid: A-2\n",
)
