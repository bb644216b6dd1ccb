"""The effect does not lie between its own low and high estimate."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each range with the effect outside it, at the estimate that is on the wrong side."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    for located in workspace.measures:
        estimate = located.value.range
        if estimate is None:
            continue
        effect = located.value.size(period)
        if not estimate.low <= effect <= estimate.high:
            wrong = "low" if effect < estimate.low else "high"
            facts = {"effect": effect, "low": estimate.low, "high": estimate.high}
            yield Finding(located.at("range", wrong), facts)


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
        en="mend `range` or `effect`, so that `low` is at most {effect} and `high` at least {effect}",
    ),
    check=check,
    good="effect: {annual: 400, from: 2013-08}\nrange: {low: 300, high: 450}\n",
    bad="effect: {annual: 400, from: 2013-08}\nrange: {low: 200, high: 350}  # DT210@25\n",
)
