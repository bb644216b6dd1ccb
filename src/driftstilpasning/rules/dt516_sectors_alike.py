"""Two sectors differ in letter case alone."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Related, Severity
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_OTHER = Text(nb="den andre er her", nn="den andre er her", en="the other is here")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each later sector, beside the one that it is like."""
    if workspace.plan is None:
        return
    first: dict[str, str] = {}
    for sector in workspace.plan.value.sectors:
        other = first.setdefault(folded(sector), sector)
        if other != sector:
            related = (Related(workspace.plan.at("sectors", other, key=True), _OTHER),)
            where = workspace.plan.at("sectors", sector, key=True)
            yield Finding(where, {"sector": sector, "other": other}, related=related)


RULE = Rule(
    code="DT516",
    name="sectors-alike",
    severity=Severity.ERROR,
    message=Text(
        nb="sektorene «{other}» og «{sector}» skiller seg bare i store og små bokstaver",
        nn="sektorane «{other}» og «{sector}» skil seg berre i store og små bokstavar",
        en="the sectors `{other}` and `{sector}` differ in letter case alone",
    ),
    why=Text(
        nb="Tiltakene i én sektor blir da summert som to, og rammen i planen gjelder bare den ene.",
        nn="Tiltaka i éin sektor vert då summerte som to, og ramma i planen gjeld berre den eine.",
        en="The measures of one sector are then summed as two, and the frame in the plan is that of one alone.",
    ),
    help=Text(
        nb="ta bort «{sector}», og skriv «{other}» i tiltakene",
        nn="ta bort «{sector}», og skriv «{other}» i tiltaka",
        en="remove `{sector}`, and write `{other}` in the measures",
    ),
    check=check,
    good="# budgets/plan.yaml\nsectors: {oppvekst: {name: Oppvekst}, teknisk: {name: Teknisk}}\n",
    bad="# budgets/plan.yaml\nsectors:\n  oppvekst: {name: Oppvekst}\n  Oppvekst: {name: Oppvekst}  # DT516@3\n",
)
