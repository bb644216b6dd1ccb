"""Measures that require, or reverse, each other in a circle."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.portfolio import order
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.circles import circles
from driftstilpasning.rules.support.references import Reference, references, rings
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_REVERSES = Text(
    nb="tiltakene reverserer hverandre i ring: {chain}",
    nn="tiltaka reverserer kvarandre i ring: {chain}",
    en="the measures reverse each other in a circle: {chain}",
)

_BOTH = Text(
    nb="tiltakene krever og reverserer hverandre i ring: {chain}",
    nn="tiltaka krev og reverserer kvarandre i ring: {chain}",
    en="the measures require and reverse each other in a circle: {chain}",
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """One finding for each circle, at the measure with the first id."""
    for ring in rings(workspace, "requires"):
        yield Finding(_place(workspace, ring, "requires"), {"chain": " → ".join([*ring, ring[0]])})
    for ring in rings(workspace, "reverses"):
        where = _place(workspace, ring, "reverses")
        yield Finding(where, {"chain": " → ".join([*ring, ring[0]])}, message=_REVERSES)
    yield from _mixed(workspace)


def _mixed(workspace: Workspace) -> Iterator[Finding]:
    """The circles that take both fields: what undoes a measure counts only with it, as what requires it does."""
    kinds: dict[str, dict[str, Reference]] = defaultdict(dict)
    for reference in (*references(workspace, "reverses"), *references(workspace, "requires")):
        if reference.other is not None and reference.other is not reference.located:
            kinds[folded(reference.located.value.id)][folded(reference.written)] = reference
    graph = {here: sorted((there for there in ahead if there in kinds), key=order) for here, ahead in kinds.items()}
    for ring in circles(graph):
        steps = [kinds[here][there] for here, there in pairwise([*ring, ring[0]])]
        if len({step.path[0] for step in steps}) > 1:
            names = [step.located.value.id for step in (*steps, steps[0])]
            where = steps[0].located.at(*steps[0].path)
            yield Finding(where, {"chain": " → ".join(names)}, message=_BOTH)


def _place(workspace: Workspace, ring: Sequence[str], field: str) -> Location:
    """The reference of the circle's first measure to its second."""
    located = workspace.by_id[folded(ring[0])]
    if field == "reverses":
        return located.at(field)
    return located.at(field, [folded(other) for other in located.value.requires].index(folded(ring[1])))


RULE = Rule(
    code="DT305",
    name="circular",
    severity=Severity.ERROR,
    message=Text(
        nb="tiltakene krever hverandre i ring: {chain}",
        nn="tiltaka krev kvarandre i ring: {chain}",
        en="the measures require each other in a circle: {chain}",
    ),
    why=Text(
        nb="Krever tiltakene hverandre i ring, kan ingen av dem komme først, og ingen kan si hvilket vilkår som "
        "gjelder. Er de egentlig ett tiltak, bør kommunestyret se dem som ett.",
        nn="Krev tiltaka kvarandre i ring, kan ingen av dei kome fyrst, og ingen kan seie kva vilkår som gjeld. Er "
        "dei eigentleg eitt tiltak, bør kommunestyret sjå dei som eitt.",
        en="In a circle no measure can come first, and nobody can say which condition holds. If they are one measure "
        "in truth, the council should see them as one.",
    ),
    help=Text(
        nb="ta bort én av henvisningene i {chain}, eller slå tiltakene sammen",
        nn="ta bort ei av tilvisingane i {chain}, eller slå tiltaka saman",
        en="remove one of the references in {chain}, or merge the measures",
    ),
    check=check,
    good="# measures/a.yaml\nid: A-1\nrequires: [A-2]\n# measures/b.yaml\nid: A-2\n",
    bad="# measures/a.yaml\nid: A-1\nrequires: [A-2]  # DT305@12\n# measures/b.yaml\nid: A-2\nrequires: [A-1]\n",
)
