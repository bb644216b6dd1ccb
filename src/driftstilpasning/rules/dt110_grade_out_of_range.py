"""A grade is not a whole number from 1 to 5."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fields import named
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_ACCEPTANCE = Text(
    nb="skriv 1 for svært lav, 5 for svært høy eller noe imellom",
    nn="skriv 1 for svært låg, 5 for svært høg eller noko imellom",
    en="write 1 for very low, 5 for very high or something in between",
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such grade, and what its scale means."""
    for problem in workspace.reported("grade-out-of-range"):
        yield Finding(problem.where, named(problem), help=_ACCEPTANCE if "acceptance" in problem.where.path else None)


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
    check=check,
    good="acceptance: {grade: 5, text: Full enighet}\n",
    bad="acceptance:\n  grade: 6  # DT110@10\n  text: Full enighet\n",
)
