"""A target or a printed total is about a year that the plan does not have."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT502",
    name="year-outside-period",
    severity=Severity.ERROR,
    message=Text(
        nb="året {year} ligger utenfor planen {period}",
        nn="året {year} ligg utanfor planen {period}",
        en="the year {year} lies outside the plan {period}",
    ),
    why=Text(
        nb="Tiltakene er bare regnet for planens egne år. Et mål for et annet år ville alltid se ut som om ingenting "
        "var funnet.",
        nn="Tiltaka er berre rekna for planen sine eigne år. Eit mål for eit anna år ville alltid sjå ut som om "
        "ingenting var funne.",
        en="The measures are computed for the plan's own years alone. A target for another year would always look as "
        "if nothing had been found.",
    ),
    help=Text(
        nb="skriv et år i {period}, eller utvid «period»",
        nn="skriv eit år i {period}, eller utvid «period»",
        en="write a year in {period}, or extend `period`",
    ),
    check=reported(),
    good=(
        "# budgets/plan.yaml\n"
        "targets:\n"
        "  - {id: total, title: Redusere netto driftsutgifter, amount: 35000, basis: level, year: 2016}\n"
    ),
    bad=(
        "# budgets/plan.yaml\n"
        "targets:\n"
        "  - id: total\n"
        "    title: Redusere netto driftsutgifter\n"
        "    amount: 35000\n"
        "    basis: level\n"
        "    year: 2017  # DT502@11\n"
    ),
)
