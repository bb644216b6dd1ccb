"""A measure costs money in every year: a saving with the wrong sign, perhaps."""

import re
from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.amounts import extremes, written
from driftstilpasning.rules.support.few import costing
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.mirrors import mirrors
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_CUT = re.compile(
    r"redus|kutt|avvik|spar|innspar|halver|fjern|nedlegg|legge?j?e? ned|stans|stopp|avslutt|rammetrekk|ostehøvel",
    re.IGNORECASE,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each measure that never saves; new spending and reversals are meant to cost, and a mirror has its own rule."""
    for located in costing(workspace):
        measure = located.value
        smallest, largest = extremes(measure)
        if largest > 0 or measure.kind is Kind.PRIORITY or measure.reverses is not None:
            continue
        if measure.id not in mirrors(workspace):
            fix = changing_sign(written(located)) if _is_a_saving(measure) else None
            yield Finding(located.at("effect"), {"amount": Money(-smallest)}, fix=fix)


def _is_a_saving(measure: Measure) -> bool:
    """Whether all but the sign says so: posts go, it is of a kind that does nothing else, or its title says cut."""
    if measure.fte is not None:
        return measure.fte < 0
    return measure.kind in (Kind.EFFICIENCY, Kind.GAINS, Kind.UNSPECIFIED) or _CUT.match(measure.title) is not None


RULE = Rule(
    code="DT207",
    name="cost-in-every-year",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket sparer ikke i noe år, men koster opptil {amount}: er fortegnet snudd?",
        nn="tiltaket sparer ikkje i noko år, men kostar opptil {amount}: er forteiknet snudd?",
        en="the measure saves nothing in any year and costs up to {amount}: is the sign turned round?",
    ),
    why=Text(
        nb="Her er en sparing et positivt tall. Mange budsjett skriver sparing med minus, og et tall som er kopiert "
        "derfra, blir en utgift. Feilen teller dobbelt: sparingen blir borte, og summen går like mye ned.",
        nn="Her er ei sparing eit positivt tal. Mange budsjett skriv sparing med minus, og eit tal som er kopiert "
        "derifrå, vert ei utgift. Feilen tel dobbelt: sparinga vert borte, og summen går like mykje ned.",
        en="A saving is a positive number here. Many budgets write a saving with a minus, and a number copied from "
        "one becomes a cost. The slip counts twice: the saving is gone, and the sum falls by as much again.",
    ),
    help=Text(
        nb="ta bort minusen hvis tiltaket sparer; er det en ny utgift, skriv:\nkind: priority",
        nn="ta bort minusen om tiltaket sparer; er det ei ny utgift, skriv:\nkind: priority",
        en="remove the minus if the measure saves; if it is new spending, write:\nkind: priority",
    ),
    check=check,
    good="effect: {2013: -150, 2014: 400, 2015: 400, 2016: 400}\n",
    bad="effect: {2013: 0, 2014: -400, 2015: -400, 2016: -400}  # DT207@9\n",
)
