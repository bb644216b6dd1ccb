"""A one-off is written so that it comes every year."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import series
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_YEAR_BY_YEAR = Text(
    nb="ta bort «recurring: false» om {annual} kommer hvert år; kommer det én gang, skriv:\n{rewrite}",
    nn="ta bort «recurring: false» om {annual} kjem kvart år; kjem det éin gong, skriv:\n{rewrite}",
    en="remove `recurring: false` if {annual} comes every year; if it comes once, write:\n{rewrite}",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A one-off with a full-year amount that is still in force a year after it began."""
    measure = located.value
    if measure.recurring or measure.by_year is not None:
        return ()
    period = plan.period
    january = Month(period.first, 1)
    steps = sorted(((step.start or january, step.annual) for step in measure.steps), key=lambda step: step[0])
    first = next((start.year for start, annual in steps if annual), period.last)
    annual = steps[-1][1]
    if not annual or first >= period.last:
        return ()
    once = series({year: annual if year == first else Money(0) for year in period}, plan)
    facts = {"annual": annual, "years": list(range(first, period.last + 1)), "rewrite": once}
    return [Finding(located.at("recurring"), facts, help=_YEAR_BY_YEAR if len(steps) == 1 else None)]


RULE = Rule(
    code="DT218",
    name="one-off-as-level",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket er et engangstiltak, men {annual} kommer hvert år: {years}",
        nn="tiltaket er eit eingongstiltak, men {annual} kjem kvart år: {years}",
        en="the measure is a one-off, but {annual} comes every year: {years}",
    ),
    why=Text(
        nb="«annual» er et årsbeløp som gjelder til det blir endret. Et engangstiltak skrevet slik blir med i summen "
        "for hvert år i planen, flere ganger det det er verdt.",
        nn="«annual» er eit årsbeløp som gjeld til det vert endra. Eit eingongstiltak skrive slik kjem med i summen "
        "for kvart år i planen, fleire gonger det det er verdt.",
        en="`annual` is an amount a year, in force until it changes. A one-off written so is in the total of every "
        "year of the plan, several times what it is worth.",
    ),
    help=Text(
        nb="skriv beløpet år for år, med 0 der det ikke er noe, eller ta bort «recurring: false» ({annual} hvert år)",
        nn="skriv beløpet år for år, med 0 der det ikkje er noko, eller ta bort «recurring: false» ({annual} kvart år)",
        en="write the amount year by year, with 0 where there is none, or remove `recurring: false` ({annual} every "
        "year)",
    ),
    check=each_in_plan(check),
    good="recurring: false\neffect: {2013: 300, 2014: 0, 2015: 0, 2016: 0}\n",
    bad="recurring: false  # DT218@12\neffect: {annual: 300, from: 2013-08}\n",
)
