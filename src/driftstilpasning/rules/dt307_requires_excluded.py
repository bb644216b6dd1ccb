"""A measure requires one that it cannot be carried out together with."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.portfolio import order
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.references import Reference, references
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_IN_THE_END = Text(
    nb="tiltaket krever {other} til slutt ({chain}), men de to utelukker hverandre",
    nn="tiltaket krev {other} til slutt ({chain}), men dei to utelukkar kvarandre",
    en="the measure requires {other} in the end ({chain}), but the two exclude each other",
)
_BOTH = Text(
    nb="tiltaket krever både {id} og {other} ({chain}), men de to utelukker hverandre",
    nn="tiltaket krev både {id} og {other} ({chain}), men dei to utelukkar kvarandre",
    en="the measure requires both {id} and {other} ({chain}), but the two exclude each other",
)
_CHAIN = Text(
    nb="ta bort én av henvisningene i {chain}, eller ta bort «excludes» mellom {id} og {other}",
    nn="ta bort ei av tilvisingane i {chain}, eller ta bort «excludes» mellom {id} og {other}",
    en="remove one of the references in {chain}, or remove `excludes` between {id} and {other}",
)

_MOST: Final = 200
"""So many measures that lead to another are looked at, the nearest: a chain may be as long as the portfolio."""


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each required measure that is excluded by one of the two files, and what is required only in the end."""
    for reference in references(workspace, "requires"):
        here, there = reference.located, reference.other
        if there is None or there is here:
            continue
        if _excludes(here.value, there.value) or _excludes(there.value, here.value):
            yield Finding(here.at(*reference.path), {"other": there.value.id, "id": here.value.id})
    yield from _in_the_end(workspace)


def _in_the_end(workspace: Workspace) -> Iterator[Finding]:
    """The measures nearest to two that exclude each other from which both are reached, unless in one step."""
    ahead: defaultdict[str, dict[str, Reference]] = defaultdict(dict)
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for reference in references(workspace, "requires"):
        if reference.other is not None and reference.other is not reference.located:
            here, there = folded(reference.located.value.id), folded(reference.written)
            ahead[here].setdefault(there, reference)
            behind[there].append(here)
    pairs = {
        tuple(sorted((folded(one.located.value.id), folded(one.written)), key=order))
        for one in references(workspace, "excludes")
        if one.other is not None and one.other is not one.located
    }
    for one, other in sorted(pairs):
        ways = _ways(behind, one), _ways(behind, other)
        both = ways[0].keys() & ways[1].keys()
        for key in sorted((key for key in both if both.isdisjoint(ahead[key])), key=order):
            yield from _told(workspace, key, [_way(key, way) for way in ways], ahead[key])


def _told(
    workspace: Workspace, key: str, ways: Sequence[Sequence[str]], ahead: Mapping[str, Reference]
) -> Iterator[Finding]:
    """The finding at the first step of the longer way from the measure ``key``."""
    near, far = sorted(ways, key=len)
    if len(near) == 1 and len(far) == 2:  # the measure itself, and what it requires
        return
    names = [[workspace.by_id[step].value.id for step in way] for way in (near, far)]
    chain = ", ".join(" → ".join(steps) for steps in names if len(steps) > 1)
    reference = ahead[far[1]]
    facts = {"id": names[0][-1], "other": names[1][-1], "chain": chain}
    where = workspace.by_id[key].at(*reference.path)
    yield Finding(where, facts, message=_IN_THE_END if len(near) == 1 else _BOTH, help=_CHAIN)


def _ways(behind: Mapping[str, Sequence[str]], end: str) -> dict[str, str]:
    """Under each id from which ``end`` is reached the next step of a shortest way; ``end`` leads to itself."""
    ways = {end: end}
    edge = [end]
    for here in edge:  # which grows while it is gone through
        if len(ways) > _MOST:
            break
        for before in behind.get(here, ()):
            if before not in ways:
                ways[before] = here
                edge.append(before)
    return ways


def _way(start: str, ways: Mapping[str, str]) -> list[str]:
    steps = [start]
    while ways[steps[-1]] != steps[-1]:
        steps.append(ways[steps[-1]])
    return steps


def _excludes(one: Measure, other: Measure) -> bool:
    return any(folded(reference) == folded(other.id) for reference in one.excludes)


RULE = Rule(
    code="DT307",
    name="requires-excluded",
    severity=Severity.ERROR,
    message=Text(
        nb="tiltaket krever {other}, men de to utelukker hverandre",
        nn="tiltaket krev {other}, men dei to utelukkar kvarandre",
        en="the measure requires {other}, but the two exclude each other",
    ),
    why=Text(
        nb="«requires» sier at begge må gjennomføres, «excludes» at bare ett av dem kan bli det. Begge deler kan "
        "ikke være sant, og summen blir gal uansett hva som var ment.",
        nn="«requires» seier at begge må gjennomførast, «excludes» at berre eitt av dei kan verte det. Begge delar "
        "kan ikkje vere sant, og summen vert gal same kva som var meint.",
        en="`requires` says that both must be carried out, `excludes` that only one can be. Both cannot be true, and "
        "the total is wrong whatever was meant.",
    ),
    help=Text(
        nb="ta bort {other} fra «requires», eller ta bort «excludes» mellom {id} og {other}",
        nn="ta bort {other} frå «requires», eller ta bort «excludes» mellom {id} og {other}",
        en="remove {other} from `requires`, or remove `excludes` between {id} and {other}",
    ),
    check=check,
    good="# measures/a.yaml\nid: A-1\nrequires: [A-2]\n# measures/b.yaml\nid: A-2\n",
    bad="# measures/a.yaml\nid: A-1\nrequires: [A-2]  # DT307@12\n# measures/b.yaml\nid: A-2\nexcludes: [A-1]\n"
    "# measures/c.yaml\nid: A-3\nrequires: [A-4]  # DT307@12\nexcludes: [A-5]\n"
    "# measures/d.yaml\nid: A-4\nrequires: [A-5]\n# measures/e.yaml\nid: A-5\n",
)
