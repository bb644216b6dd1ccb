"""A value begins with a sign that YAML keeps for itself."""

import re
from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.fields import AMOUNT, is_number
from driftstilpasning.rules.support.lines import quote_the_rest
from driftstilpasning.rules.support.numbers import readings
from driftstilpasning.text import Text

_NUMBER = Text(
    nb="her skal det stå et tall:\n{rewrite}",
    nn="her skal det stå eit tal:\n{rewrite}",
    en="a number belongs here:\n{rewrite}",
)
_KEY = re.compile(r"(?<![a-z_0-9])([a-z_]+|[0-9]{4}):\s+$")
_AFTER = re.compile(r"[,\[\]{}#]")
_MEANS_NOTHING: Final = ("@", "`", "%")


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The value; ``-``, ``|`` and the like may have been meant as YAML has them."""
    text, start = problem.where.place.text, problem.where.span.column - 1
    key = _KEY.search(text, 0, start)
    if key is not None and is_number(key[1]):
        value = _AFTER.split(text[start:])[0].strip()
        unit = plan.unit if plan is not None else None
        found = readings(value, unit) or readings(value[1:], unit)
        facts = {**problem.facts, "rewrite": f"{key[1]}: {found[0]}" if len(found) == 1 else ""}
        return Finding(problem.where, facts, help=_NUMBER if facts["rewrite"] else AMOUNT)
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
    check=reported_in_plan(tell),
    good='owner: "@rektor"\n',
    bad="owner: @rektor  # DT023@8\n",
)
