"""A value begins with a sign that YAML keeps for itself."""

from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import quote_the_rest
from driftstilpasning.text import Text

_MEANS_NOTHING: Final = ("@", "`", "%")


def tell(problem: Problem) -> Finding:
    """The value; ``-``, ``|`` and the like may have been meant as YAML has them."""
    return quote_the_rest(problem, safe=problem.facts["sign"] in _MEANS_NOTHING)


RULE = Rule(
    code="DT023",
    name="reserved-character",
    severity=Severity.ERROR,
    message=Text(
        nb="en verdi kan ikke begynne med «{sign}»",
        nn="ein verdi kan ikkje byrje med «{sign}»",
        en="a value cannot begin with `{sign}`",
    ),
    why=Text(
        nb="YAML holder av noen tegn til eget bruk. Begynner en verdi med et av dem, kan filen ikke leses, og tiltaket "
        "faller ut av summene.",
        nn="YAML held av nokre teikn til eige bruk. Byrjar ein verdi med eitt av dei, kan fila ikkje lesast, og "
        "tiltaket fell ut av summane.",
        en="YAML keeps some signs for its own use. When a value begins with one of them, the file cannot be read, and "
        "the measure falls out of the totals.",
    ),
    help=Text(
        nb="sett verdien i anførselstegn, eller ta bort tegnet",
        nn="set verdien i hermeteikn, eller ta bort teiknet",
        en="put the value in quotation marks, or remove the sign",
    ),
    check=reported(tell),
    good='owner: "@rektor"\n',
    bad="owner: @rektor  # DT023@8\n",
)
