"""A grade is not a whole number from 1 to 5."""

from decimal import Decimal

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.plan import HIGHEST_GRADE, LOWEST_GRADE
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.rules.support.numbers import readings
from driftstilpasning.text import Text

_ACCEPTANCE = Text(
    nb="skriv 1 for svært lav, 5 for svært høy eller noe imellom",
    nn="skriv 1 for svært låg, 5 for svært høg eller noko imellom",
    en="write 1 for very low, 5 for very high or something in between",
)

_WRITE = Text(
    nb="skriv {rewrite}",
    nn="skriv {rewrite}",
    en="write {rewrite}",
)
_GRADES = tuple(str(grade) for grade in range(LOWEST_GRADE, HIGHEST_GRADE + 1))


def tell(problem: Problem) -> Finding:
    """The grade, and what its scale means; one that is on it is only written in another way."""
    facts = named(problem)
    found = readings(str(problem.facts["value"]))
    grade = f"{Decimal(found[0]).normalize():f}" if len(found) == 1 else ""
    if grade in _GRADES:
        return Finding(problem.where, {**facts, "rewrite": grade}, help=_WRITE, fix=replacing(problem.where, grade))
    return Finding(problem.where, facts, help=_ACCEPTANCE if "acceptance" in problem.where.path else None)


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
