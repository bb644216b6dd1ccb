"""A sector that the plan does not have."""

import re
from collections.abc import Iterator
from functools import cache

from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fixes import renaming
from driftstilpasning.rules.support.nearest import nearest
from driftstilpasning.rules.support.sectors import even_shares
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_MEANT = Text(nb="mente du «{meant}»?", nn="meinte du «{meant}»?", en="did you mean `{meant}`?")
_SHARES = Text(
    nb="del 100 på sektorene, for eksempel:\n{rewrite}",
    nn="del 100 på sektorane, til dømes:\n{rewrite}",
    en="divide 100 between the sectors, for instance:\n{rewrite}",
)
_BETWEEN = re.compile(r"[,;/&+]|\b(?:og|and)\b")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each sector of a measure or a published total that stands not, letter by letter, in the plan."""
    if workspace.plan is None:
        return
    plan = workspace.plan.value
    by_name = {folded(known.name): identifier for identifier, known in plan.sectors.items()}
    suggest = cache(lambda sector: by_name.get(folded(sector)) or _nearest(sector, plan))
    for where, sector in _unknown(workspace, plan):
        several = [part.strip() for part in _BETWEEN.split(sector)]
        if len(several) > 1 and all(one in plan.sectors for one in several) and where.path == ("sector",):
            yield Finding(where, {"sector": sector, "rewrite": f"sector: {even_shares(several)}"}, help=_SHARES)
            continue
        meant = suggest(sector)
        facts = {"sector": sector, "known": list(plan.sectors), "meant": meant}
        if meant is None:
            yield Finding(where, facts)
        else:
            fix = renaming(where, meant, safe=_only_in_case(sector, plan))
            yield Finding(where, facts, help=_MEANT, fix=fix)


def _unknown(workspace: Workspace, plan: Plan) -> Iterator[tuple[Location, str]]:
    for located in workspace.measures:
        sector = located.value.sector
        if not isinstance(sector, str):
            yield from ((located.at("sector", share, key=True), share) for share in sector if share not in plan.sectors)
        elif sector not in plan.sectors:
            yield located.at("sector"), sector
    if workspace.plan is not None:
        for i, stated in enumerate(plan.stated):
            if stated.sector is not None and stated.sector not in plan.sectors:
                yield workspace.plan.at("stated", i, "sector"), stated.sector


def _nearest(sector: str, plan: Plan) -> str | None:
    """The sector that is most like this one; none where it seems to name several: the others would be lost."""
    words = _BETWEEN.split(sector)
    named = {nearest(word, plan.sectors) for word in words} - {None} if len(words) > 1 else ()
    return nearest(sector, plan.sectors) if len(named) <= 1 else None


def _only_in_case(sector: str, plan: Plan) -> bool:
    """Whether the plan has one sector that is this one but for letter case."""
    return [folded(known) for known in plan.sectors].count(folded(sector)) == 1


RULE = Rule(
    code="DT302",
    name="unknown-sector",
    severity=Severity.ERROR,
    message=Text(
        nb="sektoren «{sector}» finnes ikke i planen",
        nn="sektoren «{sector}» finst ikkje i planen",
        en="the plan has no sector `{sector}`",
    ),
    why=Text(
        nb="En sektor som er skrevet på to måter, blir to sektorer. Da får ingen av dem riktig sum mot rammen sin. "
        "Store og små bokstaver teller med.",
        nn="Ein sektor som er skriven på to måtar, vert to sektorar. Då får ingen av dei rett sum mot ramma si. "
        "Store og små bokstavar tel med.",
        en="A sector spelt in two ways becomes two sectors, and neither gets the right total against its frame. "
        "Letter case counts.",
    ),
    help=Text(
        nb="skriv en av {known}, eller legg til «{sector}» under «sectors» i budgets/plan.yaml",
        nn="skriv ein av {known}, eller legg til «{sector}» under «sectors» i budgets/plan.yaml",
        en="write one of {known}, or add `{sector}` under `sectors` in budgets/plan.yaml",
    ),
    check=check,
    good="sector: teknisk\n",
    bad="# measures/a.yaml\nsector: Oppvekst  # DT302@9\n"
    "# measures/b.yaml\nsector:\n  oppvekst: 40\n  kyrkje: 60  # DT302@3\n",
)
