"""Two measures have exactly opposite amounts: what one saves, the other spends."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.mirrors import mirrors
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_MOVED = Text(
    nb="tiltaket koster hvert år nøyaktig det {other} «{title}» i en annen sektor sparer: flyttes pengene bare?",
    nn="tiltaket kostar kvart år nøyaktig det {other} «{title}» i ein annan sektor sparer: vert pengane berre flytte?",
    en="every year the measure costs exactly what {other} “{title}” in another sector saves: does the money only move?",
)
_MOVED_HELP = Text(
    nb="skriv «kind: technical» i begge hvis pengene bare flyttes fra en enhet til en annen",
    nn="skriv «kind: technical» i begge om pengane berre vert flytte frå ei eining til ei anna",
    en="write `kind: technical` in both if the money only moves from one unit to another",
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each cost that mirrors a saving: its reversal in the same sector, a move in another."""
    for cost, saving in mirrors(workspace).values():
        moved = saving.value.sector != cost.value.sector
        facts = {"other": saving.value.id, "title": saving.value.title}
        message, help_ = (_MOVED, _MOVED_HELP) if moved else (None, None)
        yield Finding(cost.at("effect"), facts, message=message, help=help_)


RULE = Rule(
    code="DT314",
    name="mirrored-measure",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket koster hvert år nøyaktig det {other} «{title}» sparer: opphever det {other}?",
        nn="tiltaket kostar kvart år nøyaktig det {other} «{title}» sparer: opphevar det {other}?",
        en="every year the measure costs exactly what {other} “{title}” saves: does it undo {other}?",
    ),
    why=Text(
        nb="Et kutt som står ved siden av sin egen reversering, sparer ingenting, og en flytting mellom enheter gjør "
        "heller ikke det. Begge deler har stått som tiltak i vedtatte planer.",
        nn="Eit kutt som står ved sida av si eiga reversering, sparer ingenting, og ei flytting mellom einingar gjer "
        "det heller ikkje. Begge delar har stått som tiltak i vedtekne planar.",
        en="A cut beside its own reversal saves nothing, and neither does a move between units. Both have stood as "
        "measures in adopted plans.",
    ),
    help=Text(
        nb="legg til «reverses: {other}» hvis tiltaket opphever det",
        nn="legg til «reverses: {other}» om tiltaket opphevar det",
        en="add `reverses: {other}` if the measure undoes it",
    ),
    check=check,
    good="# measures/a.yaml\nid: KU-03\neffect: {annual: 220}\n"
    "# measures/b.yaml\nid: KU-04\neffect: {annual: -220}\nreverses: KU-03\n",
    bad="# measures/a.yaml\nid: KU-03\neffect: {annual: 220}\n"
    "# measures/b.yaml\nid: KU-04\neffect: {annual: -220}  # DT314@9\n",
)
