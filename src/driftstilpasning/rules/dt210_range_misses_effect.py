"""The effect does not lie between its own low and high estimate."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import ready
from driftstilpasning.rules.support.fixes import all_replacing
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_SWAPPED = Text(
    nb="«low» ({low}) er høyere enn «high» ({high})",
    nn="«low» ({low}) er høgare enn «high» ({high})",
    en="`low` ({low}) is above `high` ({high})",
)
_SWAP = Text(nb="bytt om tallene:\n{rewrite}", nn="byt om tala:\n{rewrite}", en="swap the numbers:\n{rewrite}")


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A range with the effect outside it, at the estimate that is on the wrong side."""
    estimate = located.value.range
    if estimate is None:
        return ()
    if estimate.high < estimate.low:
        low, high = ready(estimate.high, plan), ready(estimate.low, plan)
        facts = {"low": estimate.low, "high": estimate.high, "rewrite": f"range: {{low: {low}, high: {high}}}"}
        swapped = all_replacing(((located.at("range", "low"), low), (located.at("range", "high"), high)), safe=False)
        return [Finding(located.at("range", "low"), facts, message=_SWAPPED, help=_SWAP, fix=swapped)]
    effect = located.value.size(plan.period)
    if estimate.low.ore <= effect.ore <= estimate.high.ore:
        return ()
    wrong = "low" if effect < estimate.low else "high"
    amounts = {"effect": effect, "low": estimate.low, "high": estimate.high}
    return [Finding(located.at("range", wrong), amounts)]


RULE = Rule(
    code="DT210",
    name="range-misses-effect",
    severity=Severity.ERROR,
    message=Text(
        nb="virkningen {effect} ligger utenfor spennet fra {low} til {high}",
        nn="verknaden {effect} ligg utanfor spennet frå {low} til {high}",
        en="the effect {effect} lies outside the range from {low} to {high}",
    ),
    why=Text(
        nb="Spennet sier hvor usikker virkningen er: det varige nivået i siste år, eller det største året for et "
        "engangstiltak. Ligger virkningen utenfor, er ett av tallene gammelt, og usikkerheten i summen blir feil.",
        nn="Spennet seier kor uviss verknaden er: det varige nivået i siste år, eller det største året for eit "
        "eingongstiltak. Ligg verknaden utanfor, er eitt av tala gamalt, og uvissa i summen vert feil.",
        en="The range says how uncertain the effect is: the lasting level in the last year, or a one-off's largest "
        "year. With the effect outside it one of the numbers is old, and the uncertainty of the total is wrong.",
    ),
    help=Text(
        nb="rett «range» eller «effect», så «low» er høyst {effect} og «high» er minst {effect}",
        nn="rett «range» eller «effect», så «low» er høgst {effect} og «high» er minst {effect}",
        en="correct `range` or `effect`, so that `low` is at most {effect} and `high` at least {effect}",
    ),
    check=each_in_plan(check),
    good="effect: {annual: 400, from: 2013-08}\nrange: {low: 300, high: 450}\n",
    bad="effect: {annual: 400, from: 2013-08}\nrange: {low: 200, high: 350}  # DT210@25\n",
)
