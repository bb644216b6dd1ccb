"""An amount is finer than one øre, or larger than any budget."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.money import Unit
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.numbers import name_of_amount
from driftstilpasning.text import Text

_FINER = Text(
    nb="{field} er finere enn én øre: {value}",
    nn="{field} er finare enn éin øre: {value}",
    en="{field} is finer than one øre: {value}",
)
_FEWER_IN_UNIT = Text(
    nb="skriv færre desimaler; beløp skrives i {unit}",
    nn="skriv færre desimalar; beløp vert skrivne i {unit}",
    en="write fewer decimals; amounts are in {unit}",
)
_DECIMALS = Text(
    nb="{field} har for mange desimaler: {value}",
    nn="{field} har for mange desimalar: {value}",
    en="{field} has too many decimals: {value}",
)
_SIX = Text(
    nb="skriv høyst seks desimaler",
    nn="skriv høgst seks desimalar",
    en="write six decimals at most",
)
_LARGE = Text(
    nb="{field} er for stort: {value}",
    nn="{field} er for stort: {value}",
    en="{field} is too large: {value}",
)
_FEWER = Text(
    nb="se etter for mange sifre",
    nn="sjå etter for mange siffer",
    en="look for digits too many",
)


def tell(problem: Problem) -> Finding:
    """The number; those that are not money have limits of their own."""
    facts = {**named(problem), "unit": str(problem.facts["unit"] or Unit.KR)}
    finer = problem.facts["finer"]
    if name_of_amount(problem):
        message, help_ = (_FINER, _FEWER_IN_UNIT) if finer else (None, None)
    else:
        message, help_ = (_DECIMALS, _SIX) if finer else (_LARGE, _FEWER)
    return Finding(problem.where, facts, message=message, help=help_)


RULE = Rule(
    code="DT204",
    name="amount-out-of-range",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} er for stort: {value} er mer enn noe budsjett",
        nn="{field} er for stort: {value} er meir enn noko budsjett",
        en="{field} is too large: {value} is more than any budget",
    ),
    why=Text(
        nb="Et slikt tall er nesten alltid en tastefeil, eller skrevet i en annen enhet enn den planen bruker. Da blir "
        "summen feil uten at det synes.",
        nn="Eit slikt tal er nesten alltid ein tastefeil, eller skrive i ei anna eining enn den planen brukar. Då vert "
        "summen feil utan at det synest.",
        en="Such a number is nearly always a slip of the keyboard, or written in another unit than the plan's. The "
        "total is then wrong without a sign.",
    ),
    help=Text(
        nb="se etter for mange sifre; beløp skrives i {unit}",
        nn="sjå etter for mange siffer; beløp vert skrivne i {unit}",
        en="look for digits too many; amounts are in {unit}",
    ),
    check=reported(tell),
    good="effect: {annual: 1200}\n",
    bad="effect:\n  annual: 1200000000000000  # DT204@11\n",
)
