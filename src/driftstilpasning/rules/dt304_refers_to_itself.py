"""A measure refers to itself."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.references import references_of
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """Each reference to the measure's own id."""
    return [
        Finding(located.at(*path), {"reference": reference, "field": path[0]})
        for path, reference in references_of(located.value)
        if folded(reference) == folded(located.value.id)
    ]


RULE = Rule(
    code="DT304",
    name="refers-to-itself",
    severity=Severity.ERROR,
    message=Text(
        nb="tiltaket viser til seg selv i «{field}»",
        nn="tiltaket viser til seg sjølv i «{field}»",
        en="the measure refers to itself in `{field}`",
    ),
    why=Text(
        nb="Et tiltak kan ikke kreve, utelukke, overlappe eller reversere seg selv. Som regel er filen kopiert fra "
        "et annet tiltak, og henvisningen skulle vært til noe annet.",
        nn="Eit tiltak kan ikkje krevje, utelukke, overlappe eller reversere seg sjølv. Som regel er fila kopiert "
        "frå eit anna tiltak, og tilvisinga skulle vore til noko anna.",
        en="A measure cannot require, exclude, overlap or reverse itself. Usually the file was copied from another "
        "measure, and the reference should be to something else.",
    ),
    help=Text(
        nb="skriv id-en til det andre tiltaket, eller ta bort «{reference}»",
        nn="skriv id-en til det andre tiltaket, eller ta bort «{reference}»",
        en="write the id of the other measure, or remove `{reference}`",
    ),
    check=each(check),
    good="# measures/a.yaml\nid: HO-03\nexcludes: [HO-05]\n# measures/b.yaml\nid: HO-05\nstatus: recommended\n",
    bad="id: HO-03\nexcludes:\n  - ho-03  # DT304@5\n",
)
