"""A yes or no is written with another word."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.text import Text

_REWRITE = Text(
    nb="skriv {rewrite}",
    nn="skriv {rewrite}",
    en="write {rewrite}",
)


_TRUE = {"true", "yes", "y", "on", "1", "ja", "j", "sant", "sann"}
_FALSE = {"false", "no", "n", "off", "0", "nei", "usant", "usann"}


def tell(problem: Problem) -> Finding:
    """The value, and the word that it stands for."""
    written = str(problem.facts["value"]).strip().lower()
    rewrite = "true" if written in _TRUE else "false" if written in _FALSE else None
    if rewrite is None:
        return Finding(problem.where, named(problem))
    fix = replacing(problem.where, rewrite)
    return Finding(problem.where, {**named(problem), "rewrite": rewrite}, help=_REWRITE, fix=fix)


RULE = Rule(
    code="DT109",
    name="not-true-or-false",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} skal være true eller false, ikke «{value}»",
        nn="{field} skal vere true eller false, ikkje «{value}»",
        en="{field} must be true or false, not `{value}`",
    ),
    why=Text(
        nb="Feltet avgjør om beløpet blir med i en sum. «ja», «yes» og «1» betyr ulike ting i ulike program; true og "
        "false betyr det samme i alle.",
        nn="Feltet avgjer om beløpet kjem med i ein sum. «ja», «yes» og «1» tyder ulike ting i ulike program; true og "
        "false tyder det same i alle.",
        en="The field decides whether the amount is in a total. `ja`, `yes` and `1` mean different things in different "
        "programs; true and false mean the same in all.",
    ),
    help=Text(
        nb="skriv true eller false",
        nn="skriv true eller false",
        en="write true or false",
    ),
    check=reported(tell),
    good="recurring: false\n",
    bad="recurring: nei  # DT109@12\n",
)
