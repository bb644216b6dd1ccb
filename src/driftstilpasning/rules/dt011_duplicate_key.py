"""The same key stands twice in one mapping."""

from driftstilpasning.diagnostic import Location, Problem, Related, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fixes import without_line
from driftstilpasning.text import Text

_HERE = Text(nb="her står «{line}»", nn="her står «{line}»", en="here it says `{line}`")


def tell(problem: Problem) -> Finding:
    """The later key, beside what the first says; it goes where its whole line says the same."""
    first = Location(problem.where.document, exact=problem.facts["at"])
    here = Related(first, _HERE, {"line": first.place.text.strip()})
    fix = without_line(problem.where, problem.facts["first"])
    return Finding(problem.where, problem.facts, related=(here,), fix=fix)


RULE = Rule(
    code="DT011",
    name="duplicate-key",
    severity=Severity.ERROR,
    message=Text(
        nb="«{key}» står to ganger; den første er på linje {first}",
        nn="«{key}» står to gonger; den fyrste er på linje {first}",
        en="`{key}` stands twice; the first is on line {first}",
    ),
    why=Text(
        nb="Andre program bruker den siste verdien uten å si fra. Slik ble 900 en gang til 1900 i et budsjett. "
        "dt velger ikke for deg.",
        nn="Andre program bruker den siste verdien utan å seie frå. Slik vart 900 ein gong til 1900 i eit budsjett. "
        "dt vel ikkje for deg.",
        en="Other programs use the last value without a word. That is how 900 once became 1900 in a budget. "
        "dt does not choose for you.",
    ),
    help=Text(
        nb="ta bort den ene «{key}»; andre program ville ha brukt denne, den siste",
        nn="ta bort den eine «{key}»; andre program ville ha brukt denne, den siste",
        en="remove one of the two `{key}`; other programs would have used this one, the last",
    ),
    check=reported(tell),
    good="effect: {annual: 900}\n",
    bad="effect:\n  annual: 900\n  annual: 1900  # DT011@3\n",
)
