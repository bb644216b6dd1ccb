"""An agreement ends, and the new one costs more than that saves."""

from collections import defaultdict
from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.portfolio import order
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.few import costing
from driftstilpasning.rules.support.titles import is_agreement, telling_words
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each agreement that costs, with one on the same matter in the same sector that saves less."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    dear = [m for m in costing(workspace) if m.value.size(period).ore < 0 and _alive_agreement(m.value)]
    if not dear:
        return
    sizes = {m.value.id: m.value.size(period) for m in workspace.measures if _alive_agreement(m.value)}
    saving: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for located in workspace.measures:
        if located.value.id in sizes and sizes[located.value.id].ore > 0:
            for topic in _topics(located.value):
                saving[topic].append(located.value)
    smallest = {topic: min(some, key=lambda m: (sizes[m.id], order(m.id))) for topic, some in saving.items()}
    for located in dear:
        cost = -sizes[located.value.id]
        others = [smallest[topic] for topic in _topics(located.value) if topic in smallest]
        other = min(others, key=lambda m: (sizes[m.id], order(m.id)), default=None)
        if other is not None and cost > sizes[other.id]:
            facts = {"other": other.id, "title": other.title, "saved": sizes[other.id], "cost": cost}
            yield Finding(located.at("effect"), facts)


def _alive_agreement(measure: Measure) -> bool:
    return measure.status.alive and is_agreement(measure.title)


def _topics(measure: Measure) -> list[tuple[str, str]]:
    """Each sector with each telling word of the title."""
    sectors = (measure.sector,) if isinstance(measure.sector, str) else measure.sector
    return [(sector, word) for sector in sectors for word in telling_words(measure.title)]


RULE = Rule(
    code="DT315",
    name="dearer-agreement",
    severity=Severity.WARNING,
    message=Text(
        nb="avtalen koster {cost}, mer enn {other} «{title}» sparer ({saved})",
        nn="avtalen kostar {cost}, meir enn {other} «{title}» sparer ({saved})",
        en="the agreement costs {cost}, more than {other} “{title}” saves ({saved})",
    ),
    why=Text(
        nb="En avtale som tar slutt, ser ut som en sparing når den nye avtalen står som et eget tiltak. Samlet er "
        "det en utgift, og det bør kommunestyret se.",
        nn="Ein avtale som tek slutt, ser ut som ei sparing når den nye avtalen står som eit eige tiltak. Samla er "
        "det ei utgift, og det bør kommunestyret sjå.",
        en="An agreement that ends looks like a saving when the new one is a measure of its own. Together they are a "
        "cost, and the council should see that.",
    ),
    help=Text(
        nb="slå de to sammen til ett tiltak med differansen, eller skriv «requires: [{other}]» så leseren ser at de "
        "henger sammen",
        nn="slå dei to saman til eitt tiltak med differansen, eller skriv «requires: [{other}]» så lesaren ser at "
        "dei heng saman",
        en="merge the two into one measure with the difference, or write `requires: [{other}]` so that the reader "
        "sees the link",
    ),
    check=check,
    good="# measures/a.yaml\ntitle: Telefoniavtalen går ut\neffect: {annual: 300}\n"
    "# measures/b.yaml\ntitle: Ny avtale om telefoni\neffect: {annual: -200}\nkind: priority\n",
    bad="# measures/a.yaml\ntitle: Telefoniavtalen går ut\neffect: {annual: 300}\n"
    "# measures/b.yaml\ntitle: Ny avtale om telefoni\neffect: {annual: -500}  # DT315@9\nkind: priority\n",
)
