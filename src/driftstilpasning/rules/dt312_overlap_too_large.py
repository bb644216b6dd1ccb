"""An overlap is larger than either of the two measures could share."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.years import Period
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.overlaps import mentions
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each overlap above the smaller effect in every year, where its largest amount is said."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    for said in mentions(workspace).values():
        mention = max(said, key=lambda m: m.amount)
        one, other = mention.located.value, mention.other.value
        if mention.amount <= min(one.level(period.last, period), other.level(period.last, period)):
            continue  # nearly always, and cheaper than every year
        most = _shared(one, other, period)
        if mention.amount > most:
            facts = {"amount": mention.amount, "other": other.id, "most": most}
            yield Finding(mention.located.at("overlaps", mention.index, "amount"), facts)


def _shared(one: Measure, other: Measure, period: Period) -> Money:
    """The most that the two can have in common in any year, by effect or by level."""
    effects = [min(one.in_year(year, period), other.in_year(year, period)) for year in period]
    levels = [min(one.level(year, period), other.level(year, period)) for year in period]
    return max(Money(0), *effects, *levels)


RULE = Rule(
    code="DT312",
    name="overlap-too-large",
    severity=Severity.WARNING,
    message=Text(
        nb="overlappet med {other} er {amount}, men de to har høyst {most} til felles i noe år",
        nn="overlappet med {other} er {amount}, men dei to har høgst {most} sams i noko år",
        en="the overlap with {other} is {amount}, but the two share at most {most} in any year",
    ),
    why=Text(
        nb="To tiltak kan ikke ha mer til felles enn det minste av dem sparer. dt trekker aldri fra mer enn det, men "
        "beløpet er trolig skrevet i feil enhet eller gjelder hele perioden.",
        nn="To tiltak kan ikkje ha meir sams enn det minste av dei sparer. dt trekkjer aldri frå meir enn det, men "
        "beløpet er truleg skrive i feil eining eller gjeld heile perioden.",
        en="Two measures cannot share more than the smaller of them saves. dt never takes off more than that, but "
        "the amount is probably in the wrong unit or for the whole period.",
    ),
    help=Text(
        nb="skriv det de to har til felles i ett år, høyst {most}",
        nn="skriv det dei to har sams i eitt år, høgst {most}",
        en="write what the two share in one year, at most {most}",
    ),
    check=check,
    good="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: 300}]\n# measures/b.yaml\nid: A-2\n",
    bad="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: 3000}]  # DT312@32\n# measures/b.yaml\nid: A-2\n",
)
