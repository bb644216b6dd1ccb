"""A transition cost or an investment lies outside the plan's years."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.costs import costs
from driftstilpasning.rules.support.periods import extended
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_NOT_LONGER = Text(
    nb="skriv et år i {period}, eller ta det bort",
    nn="skriv eit år i {period}, eller ta det bort",
    en="write a year in {period}, or remove it",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """The first such year of each field, naming them all."""
    found = []
    for field, amounts in costs(located.value):
        outside = [year for year in amounts if year not in plan.period]
        if outside:
            longer = extended(plan.period, outside)
            facts = {"field": field, "years": sorted(outside), "period": str(plan.period), "longer": longer}
            where = located.at(field, str(outside[0]), key=True)
            found.append(Finding(where, facts, help=None if longer is not None else _NOT_LONGER))
    return found


RULE = Rule(
    code="DT212",
    name="cost-outside-period",
    severity=Severity.ERROR,
    message=Text(
        nb="«{field}» i {years} ligger utenfor økonomiplanen {period}",
        nn="«{field}» i {years} ligg utanfor økonomiplanen {period}",
        en="`{field}` in {years} lies outside the plan {period}",
    ),
    why=Text(
        nb="Planen viser bare sine egne år. En kostnad utenfor dem blir ikke med i noen sum, og tiltaket ser "
        "billigere ut enn det er.",
        nn="Planen viser berre sine eigne år. Ein kostnad utanfor dei kjem ikkje med i nokon sum, og tiltaket ser "
        "billegare ut enn det er.",
        en="The plan shows its own years alone. A cost outside them is in no total, and the measure looks cheaper "
        "than it is.",
    ),
    help=Text(
        nb="skriv et år i {period}; er det planen som skal ha flere år, skriv i budgets/plan.yaml:\n{longer}",
        nn="skriv eit år i {period}; er det planen som skal ha fleire år, skriv i budgets/plan.yaml:\n{longer}",
        en="write a year in {period}; if it is the plan that lacks years, write in budgets/plan.yaml:\n{longer}",
    ),
    check=each_in_plan(check),
    good="transition_cost: {2013: 150}\n",
    bad="transition_cost:\n  2012: 150  # DT212@3\n",
)
