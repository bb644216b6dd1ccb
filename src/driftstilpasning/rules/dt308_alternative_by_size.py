"""Nobody has chosen between two alternatives, so the size of their effects did, or their ids."""

from collections.abc import Iterator

from driftstilpasning.analysis.choice import DecidedBy
from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.counting import proposed
from driftstilpasning.rules.support.references import references
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_BY_ID = Text(
    nb="{loser} teller ikke med: alternativet {winner} er kommet like langt og er like stort ({large}), så id-en "
    "avgjorde",
    nn="{loser} tel ikkje med: alternativet {winner} er kome like langt og er like stort ({large}), så id-en avgjorde",
    en="{loser} does not count: the alternative {winner} is as far along and as large ({large}), so the id decided",
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each alternative that is left out by size or id; two that also require each other have a rule of their own."""
    if workspace.plan is None or not references(workspace, "excludes"):
        return
    portfolio = workspace.portfolio()
    for left in proposed(workspace).choice.values():
        if left.by is DecidedBy.STATUS or _require(left.measure, left.instead):
            continue
        facts = {
            "winner": left.instead.id,
            "loser": left.measure.id,
            "small": left.instead.size(portfolio.period),
            "large": left.measure.size(portfolio.period),
        }
        message = _BY_ID if left.by is DecidedBy.ID else None
        yield Finding(_place(workspace, left.measure, left.instead), facts, message=message)


def _require(one: Measure, other: Measure) -> bool:
    """Whether one of the two requires the other."""
    required = {folded(reference) for reference in (*one.requires, *other.requires)}
    return not required.isdisjoint((folded(one.id), folded(other.id)))


def _place(workspace: Workspace, loser: Measure, winner: Measure) -> Location:
    """Where the loser says it; where only the winner does, there."""
    for one, other in ((loser, winner), (winner, loser)):
        for i, reference in enumerate(one.excludes):
            if folded(reference) == folded(other.id):
                return workspace.located(one).at("excludes", i)
    return workspace.located(loser).at("excludes")


RULE = Rule(
    code="DT308",
    name="alternative-by-size",
    severity=Severity.WARNING,
    message=Text(
        nb="{loser} ({large}) teller ikke med: alternativet {winner} ({small}) er kommet like langt og er minst",
        nn="{loser} ({large}) tel ikkje med: alternativet {winner} ({small}) er kome like langt og er minst",
        en="{loser} ({large}) does not count: the alternative {winner} ({small}) is as far along and smaller",
    ),
    why=Text(
        nb="Av alternativer kan bare ett gjennomføres, så bare ett teller med. Når statusen ikke skiller dem, tar dt "
        "det minste, så summen ikke lover for mye. Det er kommunestyret som velger, ikke programmet.",
        nn="Av alternativ kan berre eitt gjennomførast, så berre eitt tel med. Når statusen ikkje skil dei, tek dt "
        "det minste, så summen ikkje lovar for mykje. Det er kommunestyret som vel, ikkje programmet.",
        en="Of alternatives only one can be carried out, so only one counts. Where status does not tell them apart "
        "dt takes the smallest, so that the total promises too little rather than too much. The council chooses, "
        "not the program.",
    ),
    help=Text(
        nb="når valget er gjort: sett «status: rejected» på det som ikke blir valgt; til da regnes {winner} med",
        nn="når valet er gjort: set «status: rejected» på det som ikkje vert valt; til då vert {winner} rekna med",
        en="once the choice is made, set `status: rejected` on the one not chosen; until then {winner} is counted",
    ),
    check=check,
    good="# measures/a.yaml\nid: A-1\nstatus: recommended\n# measures/b.yaml\nid: A-2\nexcludes: [A-1]\n",
    bad="# measures/a.yaml\nid: A-1\neffect: {annual: 900}\n"
    "# measures/b.yaml\nid: A-2\neffect: {annual: 2900}\nexcludes: [A-1]  # DT308@12\n",
)
