"""A plan has four years, seldom more than ten."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The year that is most likely mistyped, with a plan of four years around the other."""
    first, last = problem.facts["first"], problem.facts["last"]
    first, last = (first, first + 3) if problem.where.path[-1] == "last" else (last - 3, last)
    return Finding(problem.where, {**problem.facts, "rewrite": f"period: {{first: {first}, last: {last}}}"})


RULE = Rule(
    code="DT508",
    name="period-too-long",
    severity=Severity.ERROR,
    message=Text(
        nb="planen går fra {first} til {last}, mer enn {longest} år",
        nn="planen går frå {first} til {last}, meir enn {longest} år",
        en="the plan runs from {first} to {last}, more than {longest} years",
    ),
    why=Text(
        nb="En økonomiplan er på fire år, sjelden på mer enn ti. Er et årstall feil, blir tabellene "
        "uleselige og summene meningsløse.",
        nn="Ein økonomiplan er på fire år, sjeldan på meir enn ti. Er eit årstal feil, vert tabellane "
        "uleselege og summane meiningslause.",
        en="A plan has four years, seldom more than ten. With a year typed wrongly the tables cannot be "
        "read and the sums mean nothing.",
    ),
    help=Text(
        nb="rett årstallet; en plan på fire år er:\n{rewrite}",
        nn="rett årstalet; ein plan på fire år er:\n{rewrite}",
        en="correct the year; a plan of four years is:\n{rewrite}",
    ),
    check=reported(tell),
    good="# budgets/plan.yaml\nperiod: {first: 2013, last: 2016}\n",
    bad="# budgets/plan.yaml\nperiod: {first: 1013, last: 2016}  # DT508@17\n",
)
