"""The steps of an effect do not follow each other in time."""

from collections.abc import Iterable
from itertools import pairwise

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_SAME = Text(
    nb="to trinn starter i {start}; bare ett av dem kan gjelde",
    nn="to steg startar i {start}; berre eitt av dei kan gjelde",
    en="two steps start in {start}; only one of them can be in force",
)
_MEND_ONE = Text(
    nb="rett «from» i det ene trinnet, eller ta det bort",
    nn="rett «from» i det eine steget, eller ta det bort",
    en="correct `from` in one of the steps, or remove that step",
)
_NO_MONTH = Text(
    nb="trinn {number} har ikke «from», og gjelder da fra {start}, ikke etter trinnet over",
    nn="steg {number} har ikkje «from», og gjeld då frå {start}, ikkje etter steget over",
    en="step {number} has no `from`, and so starts in {start}, not after the step above it",
)
_ADD_MONTH = Text(
    nb="skriv måneden trinnet starter:\nfrom: …",
    nn="skriv månaden steget startar:\nfrom: …",
    en="write the month the step starts:\nfrom: …",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """The first step that does not start after the one before it."""
    steps = located.value.effect
    if not isinstance(steps, tuple):
        return ()
    january = Month(plan.period.first, 1)
    for i, (before, start) in enumerate(pairwise(step.start or january for step in steps), start=1):
        if start <= before:
            facts = {"start": str(start), "before": str(before)}
            where = located.at("effect", i, "from")
            if steps[i].start is None:
                facts["number"] = str(i + 1)
                return [Finding(where, facts, message=_NO_MONTH, help=_ADD_MONTH)]
            message, help_ = (_SAME, _MEND_ONE) if start == before else (None, None)
            return [Finding(where, facts, message=message, help=help_)]
    return ()


RULE = Rule(
    code="DT206",
    name="steps-out-of-order",
    severity=Severity.ERROR,
    message=Text(
        nb="trinnet fra {start} står etter trinnet fra {before}",
        nn="steget frå {start} står etter steget frå {before}",
        en="the step from {start} stands after the step from {before}",
    ),
    why=Text(
        nb="Hvert trinn erstatter nivået før det. Står trinnene i feil rekkefølge, er det trolig en skrivefeil i en "
        "dato, og da blir både årsbeløpet og det varige nivået feil.",
        nn="Kvart steg erstattar nivået før det. Står stega i feil rekkjefølgje, er det truleg ein skrivefeil i ein "
        "dato, og då vert både årsbeløpet og det varige nivået feil.",
        en="Each step replaces the level before it. Steps out of order mean that a date is probably mistyped, and "
        "then both the year's amount and the lasting level are wrong.",
    ),
    help=Text(
        nb="skriv trinnene i den rekkefølgen de starter; rett {start} eller {before}",
        nn="skriv stega i den rekkjefølgja dei startar; rett {start} eller {before}",
        en="write the steps in the order in which they start; correct {start} or {before}",
    ),
    check=each_in_plan(check),
    good="effect: [{annual: 500, from: 2013-08}, {annual: 1200, from: 2015-01}]\n",
    bad="effect:\n  - {annual: 500, from: 2015-01}\n  - {annual: 1200, from: 2013-08}  # DT206@26\n",
)
