"""An amount may have a point between its thousands."""

from decimal import Decimal

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.text import Text

_SEVERAL = Text(
    nb="skiller punktum tusen, skriv det øverste; er det desimaltegn, det nederste:\n{rewrite}\n{kept}",
    nn="skil punktum tusen, skriv det øvste; er det desimalteikn, det nedste:\n{rewrite}\n{kept}",
    en="if the full stop separates thousands, write the upper line; if decimals, the lower:\n{rewrite}\n{kept}",
)


def tell(problem: Problem) -> Finding:
    """The amount; those that stand beside each other are one finding."""
    values, more, number = problem.facts["values"], problem.facts["more"], Decimal(problem.facts["value"])
    facts = {
        **named(problem),
        "number": number.normalize(),
        "thousands": (number * 1000).normalize(),
        "rewrite": [f"{key}: " * bool(more) + value.replace(".", "") for key, value in values.items()],
        "kept": [f"{key}: " * bool(more) + _decimals(value) for key, value in values.items()],
    }
    return Finding(problem.where, facts, help=_SEVERAL if more else None)


def _decimals(value: str) -> str:
    """The amount as it was read, with any other number of decimals than three."""
    return value.rstrip("0").rstrip(".") if value.endswith("0") else value + "0"


RULE = Rule(
    code="DT219",
    name="thousands-point",
    severity=Severity.WARNING,
    message=Text(
        nb="{field} er {value}, lest som {number}",
        nn="{field} er {value}, lese som {number}",
        en="{field} is {value}, read as {number}",
    ),
    why=Text(
        nb="Punktum er desimaltegn, men mange skriver det mellom tusen. Da blir et beløp regnet som en tusendel av det "
        "det skulle være, og summen ser riktig ut likevel.",
        nn="Punktum er desimalteikn, men mange skriv det mellom tusen. Då vert eit beløp rekna som ein tusendel av det "
        "det skulle vere, og summen ser rett ut likevel.",
        en="A full stop begins the decimals, but many write it between thousands. An amount is then a thousandth of "
        "what it should be, and the total looks right all the same.",
    ),
    help=Text(
        nb="mener du {thousands}, skriv {rewrite}; hvis ikke, skriv {kept}",
        nn="meiner du {thousands}, skriv {rewrite}; om ikkje, skriv {kept}",
        en="if you mean {thousands}, write {rewrite}; if not, write {kept}",
    ),
    check=reported(tell),
    good="effect: {annual: 1200, from: 2013-08}\n",
    bad="effect:\n  annual: 1.200  # DT219@11\n  from: 2013-08\n",
)
