"""Two measures have exactly opposite amounts: what one saves, the other spends."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.amounts import extremes
from driftstilpasning.rules.support.titles import telling_words
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located, Workspace

_MOST: Final = 20
"""Of many savings with the same amounts no more are looked at for one cost."""

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
    """Each cost with a saving of the same amounts, one in the same sector first; each saving for one cost only."""
    alive = [m for m in workspace.measures if m.value.status.alive]
    costs = [m for m in alive if extremes(m.value)[0] < 0 and m.value.reverses is None]
    if workspace.plan is None or not costs:
        return
    period = workspace.plan.value.period
    largest = {_largest(m.value) for m in costs}
    reversed_ = {folded(m.value.reverses) for m in alive if m.value.reverses is not None}
    savings: dict[tuple[Money, ...], list[Located[Measure]]] = defaultdict(list)
    for located in alive:
        if _largest(located.value) in largest and folded(located.value.id) not in reversed_:
            savings[tuple(located.value.in_year(period).values())].append(located)
    for located in costs:
        mirror = tuple(-amount for amount in located.value.in_year(period).values())
        alike = savings.get(mirror, []) if total(mirror) > Money(0) else []
        nearest_first = sorted(alike[:_MOST], key=lambda m: m.value.sector != located.value.sector)
        other = next((m for m in nearest_first if _suspicious(located.value, m.value)), None)
        if other is not None:
            alike.remove(other)
            moved = other.value.sector != located.value.sector
            facts = {"other": other.value.id, "title": other.value.title}
            message, help_ = (_MOVED, _MOVED_HELP) if moved else (None, None)
            yield Finding(located.at("effect"), facts, message=message, help=help_)


def _largest(measure: Measure) -> int:
    """What a measure and its mirror have in common at a glance."""
    return max(map(abs, extremes(measure)))


def _suspicious(cost: Measure, saving: Measure) -> bool:
    """New spending happens to cost what something else saves; only their titles tell that from a reversal."""
    kinds = (cost.kind, saving.kind)
    if kinds == (Kind.TECHNICAL, Kind.TECHNICAL):
        return False
    return Kind.PRIORITY not in kinds or bool(telling_words(cost.title) & telling_words(saving.title))


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
