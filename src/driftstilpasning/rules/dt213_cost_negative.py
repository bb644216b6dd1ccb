"""A transition cost or an investment is negative."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.costs import costs
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """The first negative amount of each field."""
    found = []
    for field, amounts in costs(located.value):
        negative = [year for year, amount in amounts.items() if amount.ore < 0]
        if negative:
            facts = {"field": field, "years": sorted(negative), "amount": amounts[negative[0]]}
            places = [located.at(field, str(year)) for year in negative]
            facts["rewrite"] = [f"{year}: {text_at(place)[1:]}" for year, place in zip(negative, places, strict=True)]
            found.append(Finding(places[0], facts, fix=changing_sign(places)))
    return found


RULE = Rule(
    code="DT213",
    name="cost-negative",
    severity=Severity.ERROR,
    message=Text(
        nb="«{field}» er negativ i {years} ({amount}); en kostnad er et positivt tall",
        nn="«{field}» er negativ i {years} ({amount}); ein kostnad er eit positivt tal",
        en="`{field}` is negative in {years} ({amount}); a cost is a positive number",
    ),
    why=Text(
        nb="Kostnaden blir trukket fra virkningen. Med minus foran blir den lagt til, og tiltaket ser ut til å spare "
        "det det koster.",
        nn="Kostnaden vert trekt frå verknaden. Med minus framfor vert han lagd til, og tiltaket ser ut til å spare "
        "det det kostar.",
        en="The cost is taken off the effect. With a minus it is added, and the measure seems to save what it costs.",
    ),
    help=Text(
        nb="skriv {rewrite}, uten minus; er beløpet en inntekt, hører det til i «effect»",
        nn="skriv {rewrite}, utan minus; er beløpet ei inntekt, høyrer det til i «effect»",
        en="write {rewrite}, without a minus; if the amount is income, it belongs in `effect`",
    ),
    check=each(check),
    good="transition_cost: {2013: 150}\ninvestment: {2013: 800}\n",
    bad="investment: {2013: 800}\ntransition_cost:\n  2013: -150  # DT213@9\n",
)
