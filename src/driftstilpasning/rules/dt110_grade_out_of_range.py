"""A grade is not a whole number from 1 to 5."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.text import Text

_ACCEPTANCE = Text(
    nb="skriv 1 for svært lav, 5 for svært høy eller noe imellom",
    nn="skriv 1 for svært låg, 5 for svært høg eller noko imellom",
    en="write 1 for very low, 5 for very high or something in between",
)


def tell(problem: Problem) -> Finding:
    """The grade, and what its scale means."""
    return Finding(problem.where, named(problem), help=_ACCEPTANCE if "acceptance" in problem.where.path else None)


RULE = Rule(
    code="DT110",
    name="grade-out-of-range",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} skal være et helt tall fra 1 til 5, ikke {value}",
        nn="{field} skal vere eit heilt tal frå 1 til 5, ikkje {value}",
        en="{field} must be a whole number from 1 to 5, not {value}",
    ),
    why=Text(
        nb="Karakteren avgjør hvor tiltaket blir plassert i kvadranten. Skalaen er den samme for alle tiltak, ellers "
        "kan de ikke sammenlignes.",
        nn="Karakteren avgjer kvar tiltaket vert plassert i kvadranten. Skalaen er den same for alle tiltak, elles kan "
        "dei ikkje samanliknast.",
        en="The grade decides where the measure is placed in the quadrant. The scale is the same for all measures, or "
        "they cannot be compared.",
    ),
    help=Text(
        nb="skriv 1 for svært liten, 5 for svært stor eller noe imellom",
        nn="skriv 1 for svært liten, 5 for svært stor eller noko imellom",
        en="write 1 for very small, 5 for very large or something in between",
    ),
    check=reported(tell),
    good="acceptance: {grade: 5, text: Full enighet}\n",
    bad="acceptance:\n  grade: 6  # DT110@10\n  text: Full enighet\n",
)
