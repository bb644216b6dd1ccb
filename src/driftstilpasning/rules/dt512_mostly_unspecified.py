"""More than half of what is saved toward a target says nothing of what is to be done."""

from collections.abc import Iterator

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.summary import effect_and_cost, toward
from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Target
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.few import unspecified
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such target; none while a measure's amounts are unknown."""
    if workspace.plan is None or workspace.left_out:
        return
    sums: dict[tuple[object, ...], tuple[Money, Money]] = {}
    for i, target in enumerate(workspace.plan.value.targets):
        if all(cut.value.status.step < target.counts.step for cut in unspecified(workspace)):
            continue
        alike = target.basis, target.year, target.counts, target.net
        if alike not in sums:
            sums[alike] = _sums(target, workspace.portfolio())
        unknown, counted = sums[alike]
        if unknown + unknown > counted:
            facts = {"target": target.title, "unspecified": unknown, "counted": counted}
            yield Finding(workspace.plan.at("targets", i, "amount"), facts)


def _sums(target: Target, portfolio: Portfolio) -> tuple[Money, Money]:
    """What is unspecified, and all, of what is saved toward ``target``; new spending hides neither."""
    counting = toward(target, portfolio)
    amounts = {measure.id: _amount(measure, target, counting) for measure in counting.measures}
    saving = [measure for measure in counting.measures if amounts[measure.id].ore > 0]
    unknown = total(amounts[measure.id] for measure in saving if measure.kind is Kind.UNSPECIFIED)
    return unknown, total(amounts[measure.id] for measure in saving)


def _amount(measure: Measure, target: Target, counting: Counting) -> Money:
    effect, cost = effect_and_cost(measure, target, counting)
    return effect - cost if target.net else effect


RULE = Rule(
    code="DT512",
    name="mostly-unspecified",
    severity=Severity.WARNING,
    message=Text(
        nb="{unspecified} av sparingen på {counted} mot målet «{target}» er uspesifiserte kutt",
        nn="{unspecified} av sparinga på {counted} mot målet «{target}» er kutt som ikkje er spesifiserte",
        en="{unspecified} of the {counted} saved toward the target “{target}” is unspecified",
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
