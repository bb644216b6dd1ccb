"""A sector is to save more than it has."""

from collections import defaultdict
from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.money import Money
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.counting import proposed
from driftstilpasning.rules.support.sectors import parts
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each sector with a base that the lasting level of what counts exceeds."""
    if workspace.plan is None or all(sector.base is None for sector in workspace.plan.value.sectors.values()):
        return
    portfolio = workspace.portfolio()
    plan, last = portfolio.plan, portfolio.period.last
    counting = proposed(workspace)
    sums: dict[str, int] = defaultdict(int)
    for measure in counting.measures:
        for identifier, part in parts(measure, counting.level(measure, last)).items():
            sums[identifier] += part.ore
    for identifier, sector in plan.sectors.items():
        level = Money(sums[identifier])
        if sector.base is not None and level > sector.base:
            facts = {"sector": sector.name, "level": level, "base": sector.base, "year": last}
            yield Finding(workspace.plan.at("sectors", identifier, "base"), facts)


RULE = Rule(
    code="DT316",
    name="sector-saves-more-than-base",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltakene i {sector} sparer {level} i {year}, mer enn hele sektoren har ({base})",
        nn="tiltaka i {sector} sparer {level} i {year}, meir enn heile sektoren har ({base})",
        en="the measures in {sector} save {level} in {year}, more than the whole sector has ({base})",
    ),
    why=Text(
        nb="Ingen sektor kan spare mer enn den bruker. Som regel er beløp skrevet i feil enhet, eller "
        "basisbudsjettet er for en mindre del enn tiltakene gjelder.",
        nn="Ingen sektor kan spare meir enn han bruker. Som regel er beløp skrivne i feil eining, eller "
        "basisbudsjettet er for ein mindre del enn tiltaka gjeld.",
        en="No sector can save more than it spends. Usually amounts are in the wrong unit, or the base is that of a "
        "smaller part than the measures concern.",
    ),
    help=Text(
        nb="rett «base» for {sector}, eller se etter tiltak der med beløp i feil enhet",
        nn="rett «base» for {sector}, eller sjå etter tiltak der med beløp i feil eining",
        en="correct the `base` of {sector}, or look there for measures with amounts in the wrong unit",
    ),
    check=check,
    good="effect: {annual: 122000, from: 2013-08}\n",
    bad="effect: {annual: 60000, from: 2013-08}\n# budgets/plan.yaml\nsectors:\n  oppvekst: {name: Oppvekst}\n"
    "  teknisk:\n    name: Teknisk\n    base: 33000  # DT316@11\n"
    "# measures/b.yaml\nsector: {teknisk: 60, oppvekst: 40}\neffect: {annual: 60000, from: 2013-08}\n",
)
