"""An effect written year by year leaves out a year of the plan."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A series that lacks years."""
    amounts = located.value.by_year
    missing = [year for year in plan.period if year not in amounts] if amounts is not None else ()
    if not missing:
        return ()
    lines = ", ".join(f"{year}: …" for year in missing)
    return [Finding(located.at("effect"), {"years": missing, "lines": lines})]


RULE = Rule(
    code="DT205",
    name="year-missing",
    severity=Severity.ERROR,
    message=Text(
        nb="virkningen mangler {years}; et år som mangler, blir summert som 0",
        nn="verknaden manglar {years}; eit år som manglar, vert summert som 0",
        en="the effect lacks {years}; a missing year is summed as 0",
    ),
    why=Text(
        nb="Beløpet for et år er nivået mot basisbudsjettet. Mangler det siste året, faller hele sparingen ut av det "
        "varige nivået, og ingen kan se om det er en forglemmelse eller et tiltak som tar slutt.",
        nn="Beløpet for eit år er nivået mot basisbudsjettet. Manglar det siste året, fell heile sparinga ut av det "
        "varige nivået, og ingen kan sjå om det er ei forgløyming eller eit tiltak som tek slutt.",
        en="The amount of a year is the level against the base budget. Without the last year the whole saving drops "
        "out of the lasting level, and nobody can tell a slip from a measure that ends.",
    ),
    help=Text(
        nb="legg til «{lines}» under «effect»; skriv 0 for år uten virkning",
        nn="legg til «{lines}» under «effect»; skriv 0 for år utan verknad",
        en="add `{lines}` under `effect`; write 0 for a year without effect",
    ),
    check=each_in_plan(check),
    good="effect: {2013: 0, 2014: 400, 2015: 400, 2016: 400}\n",
    bad="effect:  # DT205@1\n  2013: 0\n  2014: 400\n",
)
