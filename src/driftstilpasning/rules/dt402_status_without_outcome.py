"""A measure's status and its last decision do not say the same."""

from collections.abc import Iterable
from operator import attrgetter

from driftstilpasning.diagnostic import Related, Severity
from driftstilpasning.model.measure import Authority, Measure, Status
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.text.labels import STATUS
from driftstilpasning.workspace import Located

_HERE = Text(nb="det siste vedtaket", nn="det siste vedtaket", en="the last decision")


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure with decisions whose last one gives it another status."""
    measure = located.value
    if not measure.decisions:
        return ()
    last = max(reversed(measure.decisions), key=attrgetter("date"))
    if _agree(measure, last.outcome):
        return ()
    i = next(i for i, decision in enumerate(measure.decisions) if decision is last)
    facts = {
        "status": STATUS[measure.status],
        "outcome": STATUS[last.outcome],
        "code": last.outcome.value,
        "body": last.body,
        "date": last.date,
    }
    related = (Related(located.at("decisions", i, "outcome"), _HERE),)
    return [Finding(located.at("status"), facts, related=related)]


def _agree(measure: Measure, outcome: Status) -> bool:
    """Whether the status may follow from the outcome.

    Up to the recommendation the administration may be ahead of the last body; from the adoption on somebody
    must have adopted, unless the administration decides by itself. Whoever proposed may withdraw.
    """
    status = measure.status
    if status is outcome:
        return True
    if not status.alive:
        return status is Status.WITHDRAWN and outcome.alive and outcome.step < Status.ADOPTED.step
    if not outcome.alive or status.step < outcome.step:
        return False
    decided = outcome.step >= Status.ADOPTED.step or measure.authority is Authority.ADMINISTRATION
    return status.step < Status.ADOPTED.step or decided


RULE = Rule(
    code="DT402",
    name="status-without-outcome",
    severity=Severity.WARNING,
    message=Text(
        nb="statusen er «{status}», men det siste vedtaket ({body}, {date}) sier «{outcome}»",
        nn="statusen er «{status}», men det siste vedtaket ({body}, {date}) seier «{outcome}»",
        en="the status is “{status}”, but the last decision ({body}, {date}) says “{outcome}”",
    ),
    why=Text(
        nb="Det som er funnet og det som er vedtatt, er to forskjellige tall for kommunestyret. Statusen avgjør "
        "hvilket av dem tiltaket regnes med i, så den må følge vedtaket.",
        nn="Det som er funne og det som er vedteke, er to ulike tal for kommunestyret. Statusen avgjer kva for eit "
        "av dei tiltaket vert rekna med i, så han må følgje vedtaket.",
        en="What is found and what is decided are two different figures to a council. The status decides which of "
        "them a measure is in, so it must follow the decision.",
    ),
    help=Text(
        nb="sett «status: {code}», eller legg til det nyeste vedtaket under «decisions»",
        nn="set «status: {code}», eller legg til det nyaste vedtaket under «decisions»",
        en="set `status: {code}`, or add the newest decision under `decisions`",
    ),
    check=each(check),
    good="status: underway\ndecisions: [{date: 2013-06-17, body: kommunestyre, outcome: adopted}]\n",
    bad="# measures/a.yaml\nstatus: adopted  # DT402@9\n"
    "decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: recommended}]\n"
    "# measures/b.yaml\nstatus: hearing  # DT402@9\n"
    "decisions: [{date: 2013-06-17, body: kommunestyre, outcome: adopted}]\n",
)
