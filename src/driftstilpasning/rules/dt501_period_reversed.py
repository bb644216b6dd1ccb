"""The plan ends before it begins."""

from driftstilpasning.diagnostic import Location, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fixes import all_replacing
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The plan's last year, with the two in order."""
    first, last = str(problem.facts["first"]), str(problem.facts["last"])
    rewrite = f"period: {{first: {last}, last: {first}}}"
    document = problem.where.document
    swapped = ((Location(document, ("period", "first")), last), (Location(document, ("period", "last")), first))
    facts = {"first": first, "last": last, "rewrite": rewrite}
    return Finding(problem.where, facts, fix=all_replacing(swapped, safe=False))


RULE = Rule(
    code="DT501",
    name="period-reversed",
    severity=Severity.ERROR,
    message=Text(
        nb="planen slutter i {last}, før den begynner i {first}",
        nn="planen sluttar i {last}, før han byrjar i {first}",
        en="the plan ends in {last}, before it begins in {first}",
    ),
    why=Text(
        nb="Planen har da ingen år, og ingen sum kan regnes ut.",
        nn="Planen har då ingen år, og ingen sum kan reknast ut.",
        en="The plan then has no years, and no total can be computed.",
    ),
    help=Text(
        nb="skriv:\n{rewrite}",
        nn="skriv:\n{rewrite}",
        en="write:\n{rewrite}",
    ),
    check=reported(tell),
    good="# budgets/plan.yaml\nperiod: {first: 2013, last: 2016}\n",
    bad="# budgets/plan.yaml\nperiod:\n  first: 2016\n  last: 2013  # DT501@9\n",
)
