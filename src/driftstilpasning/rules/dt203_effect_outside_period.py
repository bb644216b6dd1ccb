"""An effect, or the month it starts, lies outside the plan's years."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located, Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each year or start month of an effect that the plan does not have, once a measure."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    for located in workspace.measures:
        outside = [(where, year) for where, year in _years(located) if year not in period]
        if outside:
            facts = {"years": sorted({year for _, year in outside}), "period": str(period)}
            yield Finding(outside[0][0], facts)


def _years(located: Located[Measure]) -> Iterator[tuple[Location, int]]:
    measure = located.value
    for year in measure.by_year or ():
        yield located.at("effect", str(year), key=True), year
    several = isinstance(measure.effect, tuple)
    for i, step in enumerate(measure.steps):
        if step.start is not None:
            yield located.at("effect", *((i,) if several else ()), "from"), step.start.year


RULE = Rule(
    code="DT203",
    name="effect-outside-period",
    severity=Severity.ERROR,
    message=Text(
        nb="virkningen i {years} ligger utenfor økonomiplanen {period}",
        nn="verknaden i {years} ligg utanfor økonomiplanen {period}",
        en="the effect in {years} lies outside the plan {period}",
    ),
    why=Text(
        nb="Planen summerer bare sine egne år. En virkning utenfor dem blir ikke med i noen sum, og leseren tror "
        "at den er det.",
        nn="Planen summerer berre sine eigne år. Ein verknad utanfor dei kjem ikkje med i nokon sum, og lesaren trur "
        "at han gjer det.",
        en="The plan sums its own years alone. An effect outside them is in no total, though the reader believes "
        "it is.",
    ),
    help=Text(
        nb="flytt beløpet til et år i {period}, eller utvid «period» i budgets/plan.yaml",
        nn="flytt beløpet til eit år i {period}, eller utvid «period» i budgets/plan.yaml",
        en="move the amount to a year in {period}, or extend `period` in budgets/plan.yaml",
    ),
    check=check,
    good="effect: {2013: 400, 2014: 400, 2015: 400, 2016: 400}\n",
    bad="effect:\n  2013: 400\n  2014: 400\n  2015: 400\n  2016: 400\n  2019: 800  # DT203@3\n",
)
