"""Amounts as a file writes them, for rules that look at the writing rather than at the sums."""

from collections.abc import Mapping

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.years import Period


def written(measure: Measure) -> tuple[Money, ...]:
    """Every amount of the effect, in the order of the file."""
    amounts = measure.by_year
    return tuple(amounts.values()) if amounts is not None else tuple(step.annual for step in measure.steps)


def non_zero(measure: Measure, period: Period) -> Mapping[int, Money]:
    """The amounts that are not 0 of an effect written year by year, in the order of the years; else none."""
    amounts = measure.by_year
    if amounts is None:
        return {}
    return {year: amounts[year] for year in period if amounts.get(year)}


def ready(amount: Money, plan: Plan) -> str:
    """``amount`` as a file of this plan writes it, ready to paste."""
    return f"{plan.unit.decimal(amount):f}"
