"""Amounts as a file writes them, for rules that look at the writing rather than at the sums."""

from collections.abc import Mapping

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.years import Period


def extremes(measure: Measure) -> tuple[int, int]:
    """The smallest and the largest amount of the effect, in øre."""
    amounts = measure.by_year
    ore = [a.ore for a in amounts.values()] if amounts is not None else [step.annual.ore for step in measure.steps]
    return min(ore), max(ore)


def non_zero(measure: Measure, period: Period) -> Mapping[int, Money]:
    """The amounts that are not 0 of an effect written year by year, in the order of the years; else none."""
    amounts = measure.by_year
    if amounts is None:
        return {}
    return {year: amounts[year] for year in period if amounts.get(year)}


def ready(amount: Money, plan: Plan) -> str:
    """``amount`` as a file of this plan writes it, ready to paste."""
    return f"{plan.unit.decimal(amount):f}"
