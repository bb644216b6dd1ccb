"""A measure requires one that it cannot be carried out together with."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.references import references
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each required measure that is excluded by one of the two files."""
    for reference in references(workspace, "requires"):
        here, there = reference.located, reference.other
        if there is None or there is here:
            continue
        if _excludes(here.value, there.value) or _excludes(there.value, here.value):
            yield Finding(here.at(*reference.path), {"other": there.value.id, "id": here.value.id})


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
    bad="# measures/a.yaml\nid: A-1\nrequires: [A-2]  # DT307@12\n# measures/b.yaml\nid: A-2\nexcludes: [A-1]\n",
)
