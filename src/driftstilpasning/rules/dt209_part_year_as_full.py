"""The first year has a full year's effect, though the decision came in March or later."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import ready
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_MARCH: Final = 3
"""What is decided before March can still work nearly the whole year."""

_PART_YEAR = Text(
    nb="skriv delårseffekten for {year}",
    nn="skriv delårseffekten for {year}",
    en="write the part-year effect of {year}",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A series whose first year equals its second, with a late decision and none that adopted it earlier."""
    measure, first = located.value, plan.period.first
    amounts = measure.by_year
    if amounts is None or not measure.decisions or len(plan.period) == 1:
        return ()
    amount = amounts.get(first)
    if not amount or amount != amounts.get(first + 1):
        return ()
    late = _late(measure, date(first, _MARCH, 1))
    if late is None:
        return ()
    month = Month(late.year + late.month // 12, late.month % 12 + 1)
    one_level = month.year in plan.period and all(amounts.get(year) == amount for year in plan.period)
    rewrite = f"effect: {{annual: {ready(amount, plan)}, from: {month}}}"
    facts = {"year": first, "next": first + 1, "amount": amount, "date": late, "rewrite": rewrite}
    return [Finding(located.at("effect", str(first)), facts, help=None if one_level else _PART_YEAR)]


def _late(measure: Measure, limit: date) -> date | None:
    """The first decision from ``limit`` on; None where the measure was adopted before."""
    if any(d.outcome.step >= Status.ADOPTED.step and d.date < limit for d in measure.decisions):
        return None
    return min((d.date for d in measure.decisions if d.date >= limit), default=None)


RULE = Rule(
    code="DT209",
    name="part-year-as-full",
    severity=Severity.WARNING,
    message=Text(
        nb="{year} har samme beløp som {next} ({amount}), men vedtaket er fra {date}",
        nn="{year} har same beløp som {next} ({amount}), men vedtaket er frå {date}",
        en="{year} has the same amount as {next} ({amount}), but the decision is from {date}",
    ),
    why=Text(
        nb="Et tiltak som blir vedtatt utpå året, virker bare i resten av året. Står hele årsbeløpet i det første "
        "året, er budsjettet for det året for stramt fra første dag.",
        nn="Eit tiltak som vert vedteke utpå året, verkar berre i resten av året. Står heile årsbeløpet i det fyrste "
        "året, er budsjettet for det året for stramt frå fyrste dag.",
        en="A measure decided well into the year works for the rest of it only. With the full-year amount in the "
        "first year that year's budget is too tight from the first day.",
    ),
    help=Text(
        nb="skriv delårseffekten for {year}, eller måneden tiltaket virker fra, så regner dt den ut:\n{rewrite}",
        nn="skriv delårseffekten for {year}, eller månaden tiltaket verkar frå, så reknar dt han ut:\n{rewrite}",
        en="write the part-year effect of {year}, or the month it works from, and let dt compute it:\n{rewrite}",
    ),
    check=each_in_plan(check),
    good="effect: {2013: 170, 2014: 400, 2015: 400, 2016: 400}\n"
    "decisions: [{date: 2013-06-17, body: kommunestyre, outcome: proposed}]\n",
    bad="effect:\n  2013: 400  # DT209@9\n  2014: 400\n  2015: 400\n  2016: 400\n"
    "decisions: [{date: 2013-06-17, body: kommunestyre, outcome: proposed}]\n",
)
