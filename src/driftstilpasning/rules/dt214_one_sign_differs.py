"""One amount of a row has the other sign than the rest: a minus sign too few or too many."""

from collections.abc import Iterable, Mapping
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import extremes, non_zero, ready
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_FEWEST: Final = 3
"""Of two amounts with different signs nobody can say which is the odd one."""


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A series with one odd sign; not the first amount, since a cost in the first year is usual."""
    smallest, largest = extremes(located.value)
    if not smallest < 0 < largest:
        return ()
    amounts = non_zero(located.value, plan.period)
    odd = _odd(amounts) if len(amounts) >= _FEWEST else None
    if odd is None:
        return ()
    facts = {"year": odd, "amount": amounts[odd], "rewrite": ready(-amounts[odd], plan)}
    where = located.at("effect", str(odd))
    return [Finding(where, facts, fix=changing_sign([where]))]


def _odd(amounts: Mapping[int, Money]) -> int | None:
    """The year whose sign is alone, unless it is the first."""
    nothing = Money(0)
    for alone in ([y for y, a in amounts.items() if a < nothing], [y for y, a in amounts.items() if a > nothing]):
        if len(alone) == 1 and alone[0] != next(iter(amounts)):
            return alone[0]
    return None


RULE = Rule(
    code="DT214",
    name="one-sign-differs",
    severity=Severity.WARNING,
    message=Text(
        nb="{amount} i {year} har et annet fortegn enn resten av raden",
        nn="{amount} i {year} har eit anna forteikn enn resten av rada",
        en="{amount} in {year} has another sign than the rest of the row",
    ),
    why=Text(
        nb="Trykte tiltakslister har manglet minus på ett tall i en rad. Beløpet blir regnet feil vei, så summen "
        "bommer med det dobbelte, og det er vanskelig å se i en lang tabell.",
        nn="Trykte tiltakslister har mangla minus på eitt tal i ei rad. Beløpet vert rekna feil veg, så summen "
        "bommar med det doble, og det er vanskeleg å sjå i ein lang tabell.",
        en="Printed lists of measures have lacked the minus of one number in a row. The amount is counted the wrong "
        "way, so the total is off by twice as much, and in a long table it is hard to see.",
    ),
    help=Text(
        nb="skriv {rewrite} for {year} hvis fortegnet er feil",
        nn="skriv {rewrite} for {year} om forteiknet er feil",
        en="write {rewrite} for {year} if the sign is wrong",
    ),
    check=each_in_plan(check),
    good="effect: {2013: 0, 2014: -300, 2015: 300, 2016: 700}\n",
    bad="kind: priority\neffect:\n  2013: -400\n  2014: -800\n  2015: 1200  # DT214@9\n  2016: -1590\n",
)
