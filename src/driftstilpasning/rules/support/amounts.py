"""Amounts as a file writes them, for rules that look at the writing rather than at the sums."""

from collections.abc import Mapping

from driftstilpasning.diagnostic import Location
from driftstilpasning.model.measure import Measure, Step
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.years import Period
from driftstilpasning.workspace import Located


def extremes(measure: Measure) -> tuple[int, int]:
    """The smallest and the largest amount of the effect, in øre."""
    effect = measure.effect
    if isinstance(effect, Step):
        return effect.annual.ore, effect.annual.ore
    ore = [a.ore for a in effect.values()] if isinstance(effect, dict) else [step.annual.ore for step in effect]
    return min(ore), max(ore)


def non_zero(measure: Measure, period: Period) -> Mapping[int, Money]:
    """The amounts that are not 0 of an effect written year by year, in the order of the years; else none."""
    amounts = measure.by_year
    if amounts is None:
        return {}
    return {year: amount for year in period if (amount := amounts.get(year)) is not None and amount.ore}


def written(located: Located[Measure]) -> list[Location]:
    """Where the amounts of the effect stand that are not 0."""
    effect = located.value.effect
    if isinstance(effect, dict):
        return [located.at("effect", str(year)) for year, amount in effect.items() if amount.ore]
    if isinstance(effect, Step):
        return [located.at("effect", "annual")]
    return [located.at("effect", i, "annual") for i, step in enumerate(effect) if step.annual.ore]


def series(amounts: Mapping[int, Money], plan: Plan) -> str:
    """An effect written year by year, ready to paste."""
    return "effect: {" + ", ".join(f"{year}: {ready(amount, plan)}" for year, amount in amounts.items()) + "}"


def ready(amount: Money, plan: Plan) -> str:
    """``amount`` as a file of this plan writes it, ready to paste."""
    return f"{plan.unit.decimal(amount):f}"
