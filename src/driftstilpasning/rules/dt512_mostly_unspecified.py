"""More than half of what counts toward a target says nothing of what is to be done."""

from collections.abc import Iterator

from driftstilpasning.analysis.summary import against
from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such target; none while a measure's amounts are unknown."""
    if workspace.plan is None or workspace.left_out:
        return
    if not any(located.value.kind is Kind.UNSPECIFIED for located in workspace.measures):
        return
    for i, target in enumerate(workspace.plan.value.targets):
        found = against(target, workspace.portfolio())
        unspecified, counted = found.unspecified, found.counted
        if unspecified + unspecified > counted and unspecified.ore > 0:
            facts = {"target": target.title, "unspecified": unspecified, "counted": counted}
            yield Finding(workspace.plan.at("targets", i, "amount"), facts)


RULE = Rule(
    code="DT512",
    name="mostly-unspecified",
    severity=Severity.WARNING,
    message=Text(
        nb="{unspecified} av {counted} mot målet «{target}» er uspesifisert kutt",
        nn="{unspecified} av {counted} mot målet «{target}» er ikkje spesifisert kutt",
        en="{unspecified} of {counted} toward the target “{target}” is unspecified",
    ),
    why=Text(
        nb="Et rammetrekk er et beløp, ikke et tiltak: noen må fortsatt finne ut hva som skal gjøres. Er det meste "
        "uspesifisert, har kommunestyret et mål, men ingen vei dit.",
        nn="Eit rammetrekk er eit beløp, ikkje eit tiltak: nokon må framleis finne ut kva som skal gjerast. Er det "
        "meste ikkje spesifisert, har kommunestyret eit mål, men ingen veg dit.",
        en="A flat cut is an amount, not a measure: somebody has yet to find out what to do. With most of it "
        "unspecified the council has a target, but no way there.",
    ),
    help=Text(
        nb="bytt ut rammetrekk med tiltak som sier hva som skal gjøres, for minst halvparten av {counted}",
        nn="byt ut rammetrekk med tiltak som seier kva som skal gjerast, for minst halvparten av {counted}",
        en="replace flat cuts with measures that say what to do, for at least half of {counted}",
    ),
    check=check,
    good="# measures/a.yaml\nkind: unspecified\n# measures/b.yaml\nkind: efficiency\n",
    bad="# measures/a.yaml\nkind: unspecified\n# budgets/plan.yaml\n"
    "targets:\n  - {id: total, title: Alt, amount: 35000, basis: level, year: 2016}  # DT512@37\n",
)
