"""An effect, or the month it starts, lies outside the plan's years."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.periods import extended
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_NOT_LONGER = Text(
    nb="skriv et år i {period}, eller ta det bort",
    nn="skriv eit år i {period}, eller ta det bort",
    en="write a year in {period}, or remove it",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A year or start month of the effect that the plan does not have; the first, naming them all."""
    first, last = plan.period.first, plan.period.last
    outside = [year for year in _written(located.value) if not first <= year <= last]
    if not outside:
        return ()
    longer = extended(plan.period, outside)
    facts = {"years": sorted(set(outside)), "period": str(plan.period), "longer": longer}
    return [Finding(_where(located, outside[0]), facts, help=None if longer is not None else _NOT_LONGER)]


def _written(measure: Measure) -> Iterable[int]:
    effect = measure.effect
    if isinstance(effect, dict):
        return effect
    if isinstance(effect, tuple):
        return [step.start.year for step in effect if step.start is not None]
    return () if effect.start is None else (effect.start.year,)


def _where(located: Located[Measure], year: int) -> Location:
    """The first place that says ``year``."""
    effect = located.value.effect
    if isinstance(effect, dict):
        return located.at("effect", str(year), key=True)
    if isinstance(effect, tuple):
        starts = [step.start.year if step.start is not None else None for step in effect]
        return located.at("effect", starts.index(year), "from")
    return located.at("effect", "from")


RULE = Rule(
    code="DT203",
    name="effect-outside-period",
    severity=Severity.ERROR,
    message=Text(
        nb="virkningen i {years} ligger utenfor økonomiplanen {period}",
        nn="verknaden i {years} ligg utanfor økonomiplanen {period}",
        en="the effect in {years} lies outside the plan {period}",
    ),
    why=Text(
        nb="Planen summerer bare sine egne år. En virkning utenfor dem blir ikke med i noen sum, og leseren tror "
        "at den er det.",
        nn="Planen summerer berre sine eigne år. Ein verknad utanfor dei kjem ikkje med i nokon sum, og lesaren trur "
        "at han gjer det.",
        en="The plan sums its own years alone. An effect outside them is in no total, though the reader believes "
        "it is.",
    ),
    help=Text(
        nb="skriv et år i {period}; er det planen som skal ha flere år, skriv i budgets/plan.yaml:\n{longer}",
        nn="skriv eit år i {period}; er det planen som skal ha fleire år, skriv i budgets/plan.yaml:\n{longer}",
        en="write a year in {period}; if it is the plan that lacks years, write in budgets/plan.yaml:\n{longer}",
    ),
    check=each_in_plan(check),
    good="effect: {2013: 400, 2014: 400, 2015: 400, 2016: 400}\n",
    bad="effect:\n  2013: 400\n  2014: 400\n  2015: 400\n  2016: 400\n  2019: 800  # DT203@3\n",
)
