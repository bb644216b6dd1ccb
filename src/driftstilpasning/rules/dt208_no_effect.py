"""A measure's effect is 0 in every year."""

import re
from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Benefit, Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.amounts import extremes
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_TEST = re.compile(r"\W*+(?:test|prøve|dummy|xx+|asdf)\W*+\d*+\W*+", re.IGNORECASE)
_TEST_ROW = Text(
    nb="virkningen er 0 i alle år, og «{title}» ser ut som en prøverad",
    nn="verknaden er 0 i alle år, og «{title}» ser ut som ei prøverad",
    en="the effect is 0 in every year, and “{title}” looks like a test row",
)


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure that is to change the budget by nothing; time and quality need no money."""
    measure = located.value
    if extremes(measure) != (0, 0) or measure.benefit is not Benefit.BUDGET:
        return ()
    test = _TEST.fullmatch(measure.title) is not None
    return [Finding(located.at("effect"), {"title": measure.title}, message=_TEST_ROW if test else None)]


RULE = Rule(
    code="DT208",
    name="no-effect",
    severity=Severity.WARNING,
    message=Text(
        nb="virkningen er 0 i alle år",
        nn="verknaden er 0 i alle år",
        en="the effect is 0 in every year",
    ),
    why=Text(
        nb="Et tiltak uten beløp ser ut som et tiltak i listen, men bidrar ikke til målet. En rad som het «test 2», "
        "har stått i en vedtatt plan.",
        nn="Eit tiltak utan beløp ser ut som eit tiltak i lista, men gjev ikkje noko til målet. Ei rad som heitte "
        "«test 2», har stått i ein vedteken plan.",
        en="A measure without amounts looks like one in the list, yet adds nothing to the target. A row called “test "
        "2” has stood in an adopted plan.",
    ),
    help=Text(
        nb="skriv beløpet, slett filen, eller skriv «benefit: time» eller «benefit: quality» hvis gevinsten ikke er "
        "penger",
        nn="skriv beløpet, slett fila, eller skriv «benefit: time» eller «benefit: quality» om gevinsten ikkje er "
        "pengar",
        en="write the amount, delete the file, or write `benefit: time` or `benefit: quality` if the gain is not money",
    ),
    check=each(check),
    good="title: Få betre tid til rettleiing\nbenefit: time\neffect: {annual: 0}\n",
    bad="title: test 2\neffect: {2013: 0, 2014: 0, 2015: 0, 2016: 0}  # DT208@9\n",
)
