"""A line is indented with a tab."""

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.source.indentation import without_tabs
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The tab; all of them are replaced where it makes no difference how wide they are."""
    edits = without_tabs(problem.where.document)
    return Finding(problem.where, problem.facts, fix=Fix(edits) if edits else None)


RULE = Rule(
    code="DT007",
    name="tab-indentation",
    severity=Severity.ERROR,
    message=Text(
        nb="linjen er rykket inn med tabulator",
        nn="linja er rykt inn med tabulator",
        en="the line is indented with a tab",
    ),
    why=Text(
        nb="En tabulator er like bred som programmet som viser den, vil ha det til. Da kan to lesere se to ulike "
        "innrykk, og innrykket avgjør hva som hører til hva.",
        nn="Ein tabulator er så brei som programmet som viser han, vil ha det til. Då kan to lesarar sjå to ulike "
        "innrykk, og innrykket avgjer kva som høyrer til kva.",
        en="A tab is as wide as the program that shows it wants. Two readers can then see two different indentations, "
        "and indentation decides what belongs to what.",
    ),
    help=Text(
        nb="bytt ut tabulatoren med mellomrom, to for hvert nivå",
        nn="byt ut tabulatoren med mellomrom, to for kvart nivå",
        en="replace the tab with spaces, two for each level",
    ),
    check=reported(tell),
    good="effect:\n  annual: 400\n",
    bad="effect:\n\u0009annual: 400  # DT007@1\n",
)
