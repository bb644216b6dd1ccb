"""A series of increments with their sum in the last year."""

from collections.abc import Iterable, Mapping
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import non_zero, series
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_FEWEST: Final = 3


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A series whose last amount is the sum of those before; not 100, 200, 300, which is even growth."""
    amounts = non_zero(located.value, plan.period)
    if len(amounts) < _FEWEST:
        return ()
    *before, last = amounts.values()
    if last != total(before) or min(before) < Money(0) < max(before):
        return ()
    if len(before) == 2 and before[1] == before[0] + before[0]:  # a, 2a, 3a
        return ()
    year = list(amounts)[-1]
    facts = {"year": year, "amount": last, "before": before, "rewrite": series(_levels(amounts, plan), plan)}
    return [Finding(located.at("effect", str(year)), facts)]


def _levels(increments: Mapping[int, Money], plan: Plan) -> Mapping[int, Money]:
    """Each year's increments through that year; the last amount is their sum already."""
    *years, _ = increments
    return {year: total(increments[y] for y in years if y <= year) for year in plan.period}


RULE = Rule(
    code="DT216",
    name="increments-as-levels",
    severity=Severity.WARNING,
    message=Text(
        nb="{amount} i {year} er summen av årene før ({before}): er dette økninger fra år til år?",
        nn="{amount} i {year} er summen av åra før ({before}): er dette auke frå år til år?",
        en="{amount} in {year} is the sum of the years before ({before}): are these increments?",
    ),
    why=Text(
        nb="Beløpet for et år er nivået mot basisbudsjettet, ikke økningen fra året før. Lister som viser økninger "
        "og en sum til slutt, gir for lite sparing i årene før og riktig nivå bare i det siste.",
        nn="Beløpet for eit år er nivået mot basisbudsjettet, ikkje auken frå året før. Lister som viser auke og ein "
        "sum til slutt, gjev for lita sparing i åra før og rett nivå berre i det siste.",
        en="The amount of a year is the level against the base budget, not the increase on the year before. A list "
        "of increments with a sum at the end gives too little in the years before, and the right level in the "
        "last year only.",
    ),
    help=Text(
        nb="er det økninger, skriv nivået for hvert år, summen av økningene til og med året:\n{rewrite}",
        nn="er det auke, skriv nivået for kvart år, summen av aukane til og med året:\n{rewrite}",
        en="if they are increments, write the level of each year, the sum of the increments through it:\n{rewrite}",
    ),
    check=each_in_plan(check),
    good="effect: {2013: 0, 2014: 300, 2015: 600, 2016: 900}\n",
    bad="effect:\n  2013: 0\n  2014: 3000\n  2015: 22000\n  2016: 25000  # DT216@9\n",
)
