"""New amounts for an effect: in the notation that the file has, as long as it can say them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from driftstilpasning.model.measure import Measure, Step
from driftstilpasning.model.money import Money
from driftstilpasning.model.scalars import Month
from driftstilpasning.model.years import MONTHS, Level, Period, in_year


def refitted(measure: Measure, wanted: Mapping[int, Money], period: Period) -> tuple[Step, ...] | None:
    """The steps of ``measure``, from the same months, with the full-year amounts that come to ``wanted`` in each year.

    None where the effect is written year by year, or no such amounts come to it.
    """
    steps = sorted(measure.steps, key=lambda step: step.start or Month(period.first, 1))
    starts = [step.start or Month(period.first, 1) for step in steps]
    if not steps or len(set(starts)) < len(starts):
        return None
    amounts: list[Money] = []
    for number, start in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else Month(period.last + 1, 1)
        full = start.year if start.month == 1 else start.year + 1
        if Month(full + 1, 1) <= until and full in period:
            amounts.append(wanted[full])
        elif number == len(starts) - 1 and start.year in period and len(starts) == 1:
            share = MONTHS + 1 - start.month  # begins in the last year: what it has of it tells the rest
            whole, rest = divmod(wanted[start.year].ore * MONTHS, share)
            if rest:
                return None
            amounts.append(Money(whole))
        else:
            return None
    levels = [Level(amount, start) for amount, start in zip(amounts, starts, strict=True)]
    if any(in_year(levels, year) != wanted[year] for year in period):
        return None
    new = {step.start: replace(step, annual=amount) for step, amount in zip(steps, amounts, strict=True)}
    return tuple(new[step.start] for step in measure.steps)


def comes_to(steps: Sequence[Step], period: Period) -> dict[int, Money]:
    """What ``steps`` come to in each year."""
    levels = sorted(
        (Level(step.annual, step.start or Month(period.first, 1)) for step in steps), key=lambda level: level.start
    )
    return {year: in_year(levels, year) for year in period}
