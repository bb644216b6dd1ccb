"""A total that somebody printed is not the sum of the measures."""

from collections.abc import Iterator

from driftstilpasning.analysis.summary import StatedSum, computed
from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.plan import Plan, Stated
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.amounts import ready
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text, same
from driftstilpasning.text.labels import KIND
from driftstilpasning.workspace import Workspace

_WHOLE = Text(nb="hele planen", nn="heile planen", en="the whole plan")

_NEGATIVE = Text(
    nb="«tolerance: {written}» er negativ, så ingen sum kan være innenfor",
    nn="«tolerance: {written}» er negativ, så ingen sum kan vere innanfor",
    en="`tolerance: {written}` is negative, so no total can be within it",
)
_POSITIVE = Text(
    nb="skriv «tolerance: {rewrite}»", nn="skriv «tolerance: {rewrite}»", en="write `tolerance: {rewrite}`"
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each published total outside its tolerance; none while a measure's amounts are unknown."""
    if workspace.plan is None or workspace.left_out:
        return
    plan = workspace.plan.value
    for i, stated in enumerate(plan.stated):
        if stated.tolerance.ore < 0:
            where = workspace.plan.at("stated", i, "tolerance")
            signed = {"written": text_at(where), "rewrite": text_at(where)[1:]}
            yield Finding(where, signed, message=_NEGATIVE, help=_POSITIVE, fix=changing_sign([where]))
            continue
        if stated.sector is not None and stated.sector not in plan.sectors:
            continue
        both = StatedSum(stated, computed(stated, workspace.portfolio()))
        if not both.ok:
            facts = {
                "what": _what(stated, plan),
                "year": stated.year,
                "stated": stated.amount,
                "computed": both.computed,
                "difference": both.difference,
                "size": abs(both.difference),
                "tolerance": ready(abs(both.difference), plan),
            }
            yield Finding(workspace.plan.at("stated", i, "amount"), facts)


def _what(stated: Stated, plan: Plan) -> list[Text]:
    """The sector, the kind, both, or the whole plan."""
    sector = [same(plan.sector_name(stated.sector))] if stated.sector is not None else []
    kind = [KIND[stated.kind]] if stated.kind is not None else []
    return sector + kind or [_WHOLE]


RULE = Rule(
    code="DT511",
    name="stated-total-differs",
    severity=Severity.WARNING,
    message=Text(
        nb="oppgitt sum for {what} i {year} er {stated}, men tiltakene gir {computed}: forskjell {difference}",
        nn="oppgjeven sum for {what} i {year} er {stated}, men tiltaka gjev {computed}: skilnad {difference}",
        en="the published total for {what} in {year} is {stated}, but the measures make {computed}: difference "
        "{difference}",
    ),
    why=Text(
        nb="Trykte summer har vært feil med 1 og med 20. En forskjell betyr at et tiltak mangler, at et fortegn "
        "eller et beløp er skrevet feil, eller at den trykte summen selv er gal. Kommunestyret bør vite hvilket.",
        nn="Trykte summar har vore feil med 1 og med 20. Ein skilnad tyder at eit tiltak manglar, at eit forteikn "
        "eller eit beløp er skrive feil, eller at den trykte summen sjølv er gal. Kommunestyret bør vite kva for "
        "ein.",
        en="Printed totals have been off by 1 and by 20. A difference means that a measure is missing, that a sign "
        "or an amount is mistyped, or that the printed total itself is wrong. The council should know which.",
    ),
    help=Text(
        nb="finn forskjellen på {size}; er den trykte summen feil eller avrundet, skriv «tolerance: {tolerance}»",
        nn="finn skilnaden på {size}; er den trykte summen feil eller avrunda, skriv «tolerance: {tolerance}»",
        en="find the difference of {size}; if the printed total is wrong or rounded, write `tolerance: {tolerance}`",
    ),
    check=check,
    good="effect: {annual: 1350}\n"
    "# budgets/plan.yaml\nstated: [{sector: oppvekst, year: 2013, amount: 1330, tolerance: 20}]\n",
    bad="effect: {annual: 1350}\n"
    "# budgets/plan.yaml\nstated:\n  - sector: oppvekst\n    year: 2013\n    amount: 1330  # DT511@13\n",
)
