"""The budget or the prices that a plan counts from are of a year that cannot be."""

from collections.abc import Iterator
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_OLDEST: Final = 10
"""Years before the plan; nobody counts in older budgets or prices."""


def check(workspace: Workspace) -> Iterator[Finding]:
    """A base year past the plan's first year, a price level past its last, and what lies far before it."""
    if workspace.plan is None:
        return
    plan = workspace.plan.value
    first, last = plan.period.first, plan.period.last
    years = (("base_year", plan.base_year, first, first - 1), ("price_level", plan.price_level, last, first))
    for field, year, latest, usual in years:
        if not first - _OLDEST <= year <= latest:
            facts = {"field": field, "year": year, "period": str(plan.period), "usual": usual}
            yield Finding(workspace.plan.at(field), facts)


RULE = Rule(
    code="DT515",
    name="year-beside-plan",
    severity=Severity.WARNING,
    message=Text(
        nb="«{field}» er {year}, men planen gjelder {period}",
        nn="«{field}» er {year}, men planen gjeld {period}",
        en="`{field}` is {year}, but the plan is for {period}",
    ),
    why=Text(
        nb="Hver virkning måles mot budsjettet for «base_year», og alle beløp er i prisene for «price_level». "
        "Rapportene sier begge deler til kommunestyret. Et budsjett som kommer etter at planen er begynt, kan ingen "
        "måle mot.",
        nn="Kvar verknad vert målt mot budsjettet for «base_year», og alle beløp er i prisane for «price_level». "
        "Rapportane seier begge delar til kommunestyret. Eit budsjett som kjem etter at planen er byrja, kan ingen "
        "måle mot.",
        en="Every effect is measured against the budget of `base_year`, and all amounts are in the prices of "
        "`price_level`. The reports tell the council both. Nobody can measure against a budget that comes once the "
        "plan has begun.",
    ),
    help=Text(
        nb="rett årstallet; det vanlige er {usual}",
        nn="rett årstalet; det vanlege er {usual}",
        en="correct the year; the usual is {usual}",
    ),
    check=check,
    good="# budgets/plan.yaml\nbase_year: 2013\nprice_level: 2009\n",
    bad="# budgets/plan.yaml\nbase_year: 2021  # DT515@12\nprice_level: 1913  # DT515@14\n",
)
