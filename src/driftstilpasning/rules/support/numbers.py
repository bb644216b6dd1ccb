"""What a person most likely meant by something that is not a number."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from driftstilpasning.diagnostic import Fix, Problem
from driftstilpasning.model.money import Unit
from driftstilpasning.rules import Check, Finding, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import all_replacing, places
from driftstilpasning.text import Said, Text
from driftstilpasning.text.scalar import Quoted

_MINUS = re.compile("^[\u2212\u2013-] *")
_SPACED = re.compile("-?[0-9]{1,3}(?:[ \u00a0\u2009\u202f_'][0-9]{3})+(?:[.,][0-9]{1,2})?")
_NOT_A_SPACE = re.compile(r"[^0-9.,-]")
_TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A thousand to some, three decimals to others."""

_GROUPED = re.compile(r"-?[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,2}|-?0,[0-9]{3}")
_POWER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
_PARENTHESES = re.compile(r"\((.+)\)")
_WITH_DECIMALS = re.compile(r"-?[0-9]{1,3}(?:(?:\.[0-9]{3})+,|(?:,[0-9]{3})+\.)[0-9]{1,2}")
_KRONER = re.compile(r"(.+?)\s*(?:,-|kr\.?|kroner|nok)", re.IGNORECASE)
_KRONER_FIRST = re.compile(r"(?:kr\.?|nok)\s*(-?[0-9].*)", re.IGNORECASE)
_THOUSAND = re.compile(r"(.+?)\s*(?:t\.?kr\.?|tnok|(?:tusen|thousand)(?:\s*(?:kr\.?|kroner|nok))?)", re.IGNORECASE)
_MILLION = re.compile(r"(.+?)\s*(?:mill?\.?|million(?:er|ar|s)?)(?:\s*(?:kr\.?|kroner|nok))?", re.IGNORECASE)
_LONGEST: Final = 60
"""Characters; what is longer is no number, however it is read."""

_SMALL_IN_KRONER: Final = 1000
"""Nobody saves 2.90 kroner: a decimal comma in so small an amount is likelier to mean millions."""

_REWRITE = Text(
    nb="beløp skrives i {unit}: skriv {rewrite}",
    nn="beløp vert skrivne i {unit}: skriv {rewrite}",
    en="amounts are in {unit}: write {rewrite}",
)
_MILLIONS = Text(
    nb="beløp skrives i 1000 kr: mener du {value} millioner, skriv {large}; mener du tusen, skriv {rewrite}",
    nn="beløp vert skrivne i 1000 kr: meiner du {value} millionar, skriv {large}; meiner du tusen, skriv {rewrite}",
    en="amounts are in 1000 kr: if you mean {value} million, write {large}; if thousand, write {rewrite}",
)
_SEVERAL_MILLIONS = Text(
    nb="beløp skrives i 1000 kr; er det millioner, skriv det øverste, er det tusen, det nederste:\n{large}\n{small}",
    nn="beløp vert skrivne i 1000 kr; er det millionar, skriv det øvste, er det tusen, det nedste:\n{large}\n{small}",
    en="amounts are in 1000 kr; if you mean million, write the upper line, if thousand, the lower:\n{large}\n{small}",
)
_IN_KRONER = Text(
    nb="beløp skrives i {unit}: er det kroner, skriv {rewrite}; er det {unit}, skriv {large}",
    nn="beløp vert skrivne i {unit}: er det kroner, skriv {rewrite}; er det {unit}, skriv {large}",
    en="amounts are in {unit}: if these are kroner, write {rewrite}; if {unit}, write {large}",
)
_EITHER = Text(
    nb="mener du {small}, skriv {rewrite}; mener du {thousands}, skriv {large}",
    nn="meiner du {small}, skriv {rewrite}; meiner du {thousands}, skriv {large}",
    en="if you mean {small}, write {rewrite}; if {thousands}, write {large}",
)
_UNQUOTE = Text(
    nb="ta bort anførselstegnene: i anførselstegn er alt tekst. Skriv {rewrite}",
    nn="ta bort hermeteikna: i hermeteikn er alt tekst. Skriv {rewrite}",
    en="take the quotation marks away: inside them everything is text. Write {rewrite}",
)
_NUMBER = Text(
    nb="skriv {rewrite}",
    nn="skriv {rewrite}",
    en="write {rewrite}",
)
_IN_KEY = Text(nb="{key}: {number}", nn="{key}: {number}", en="{key}: {number}")
_OR = Text(nb="{small} eller {large}", nn="{small} eller {large}", en="{small} or {large}")


def readings(value: str, unit: Unit | None = None) -> tuple[str, ...]:
    """What ``value`` can mean as a number of the schema: nothing, one number, or a small and a large one.

    ``unit`` is that of an amount.

    >>> [readings(v) for v in ("2,9", "1 200 000", "1.200.000", "−1,5", "(328)", "+5", "500,-", "1e3", "0x10")]
    [('2.9',), ('1200000',), ('1200000',), ('-1.5',), ('-328',), ('5',), ('500',), ('1000',), ()]
    >>> readings("1,200"), readings("2,9", Unit.THOUSAND), readings("1,2 mill.", Unit.THOUSAND)
    (('1.2', '1200'), ('2.9', '2900'), ('1200',))
    >>> readings("1 200 kr", Unit.THOUSAND), readings("1 200,5", Unit.THOUSAND), readings("12 34")
    (('1.2', '1200'), ('1200.5',), ())
    >>> readings("1900 tkr", Unit.THOUSAND), readings("kr 500", Unit.KR), readings("1.200,50"), readings("1,200.5")
    (('1900',), ('500',), ('1200.50',), ('1200.5',))
    """
    text = _MINUS.sub("-", value.strip()).removeprefix("+") if len(value) <= _LONGEST else ""
    text = _KRONER_FIRST.sub(r"\1 kr", text)
    for words, of_words in ((_MILLION, Unit.MILLION), (_THOUSAND, Unit.THOUSAND)):
        if unit is not None and (match := words.fullmatch(text)) is not None:
            return tuple(_moved(number, of_words.exponent - unit.exponent) for number in readings(match[1]))
    if (match := _KRONER.fullmatch(text)) is not None:
        found = readings(match[1])
        if unit in (None, Unit.KR) or len(found) != 1:
            return found
        return _moved(found[0], Unit.KR.exponent - unit.exponent), found[0]
    return _digits("-" + match[1] if (match := _PARENTHESES.fullmatch(text)) is not None else text, unit)


def _digits(text: str, unit: Unit | None) -> tuple[str, ...]:
    """What ``text`` can mean as a number, without any word beside it."""
    if spaced := _SPACED.fullmatch(text):
        text = _NOT_A_SPACE.sub("", spaced[0])
    elif _TWO_WAYS.fullmatch(text):
        number = text.replace(",", ".")
        return _moved(number, 0), _moved(number, 3)
    if _DECIMAL_COMMA.fullmatch(text):
        number = text.replace(",", ".")
        return (number, _moved(number, 3)) if unit is Unit.THOUSAND and not spaced else (number,)
    if _WITH_DECIMALS.fullmatch(text):
        *whole, decimals = re.split("[.,]", text)
        return ("".join(whole) + "." + decimals,)
    if _GROUPED.fullmatch(text):
        return (text.replace(".", "").replace(",", ""),)
    if _POWER.fullmatch(text):
        return (_moved(text, 0),)
    return (text,) if _PLAIN.fullmatch(text) else ()


def _moved(number: str, places: int) -> str:
    """``number`` with its decimal point so many places to the right, and no zero too many."""
    return f"{Decimal(number).scaleb(places).normalize():f}"


def one_or_other(found: tuple[str, ...]) -> str | Said:
    """What to write: the only reading, or either."""
    return found[0] if len(found) == 1 else Said(_OR, {"small": found[0], "large": found[1]})


def not_a_number() -> Check:
    """The check of a rule about amounts that are not numbers, with the rewrite as help."""
    return reported(_finding)


def _finding(problem: Problem) -> Finding:
    unit = problem.facts.get("unit")
    facts = {**named(problem), "unit": str(unit or Unit.KR)}
    values = problem.facts.get("values", [problem.facts["value"]])
    found = [_readings(value, unit, problem) for value in values]
    if not all(found):
        return Finding(problem.where, facts)
    return replace(_with_rewrite(problem, facts, values, found), fix=_fix(problem, values, found))


def _fix(problem: Problem, values: list[Any], found: list[tuple[str, ...]]) -> Fix | None:
    """The number in place of each value, where each can mean one only; a unit that is not known could mean any."""
    amount, unit = name_of_amount(problem), problem.facts.get("unit")
    if any(len(one) > 1 for one in found) or (amount and unit is None):
        return None
    numbers = [one[0] for one in found]
    doubtful = amount and unit is Unit.KR and any("." in n and abs(Decimal(n)) < _SMALL_IN_KRONER for n in numbers)
    safe = not doubtful and not any("(" in str(value) for value in values)
    return all_replacing(zip(places(problem), numbers, strict=True), safe=safe)


def _with_rewrite(problem: Problem, facts: dict[str, Any], values: list[Any], found: list[tuple[str, ...]]) -> Finding:
    amount = name_of_amount(problem)
    if len(set(map(str, values))) > 1:
        keys = [str(key) for key in (problem.where.path[-1], *problem.facts["more"])]
        if all(len(one) > 1 and _DECIMAL_COMMA.fullmatch(value) for one, value in zip(found, values, strict=True)):
            facts["small"] = [f"{key}: {one[0]}" for key, one in zip(keys, found, strict=True)]
            facts["large"] = [f"{key}: {one[-1]}" for key, one in zip(keys, found, strict=True)]
            return Finding(problem.where, facts, help=_SEVERAL_MILLIONS)
        facts["rewrite"] = [
            Said(_IN_KEY, {"key": key, "number": one_or_other(one)}) for key, one in zip(keys, found, strict=True)
        ]
        return Finding(problem.where, facts, help=_REWRITE if amount else _NUMBER)
    facts["rewrite"], facts["large"] = found[0][0], found[0][-1]
    if len(found[0]) > 1 and amount and (_KRONER.fullmatch(values[0]) or _KRONER_FIRST.match(values[0])):
        return Finding(problem.where, facts, help=_IN_KRONER)
    if len(found[0]) > 1 and amount and _DECIMAL_COMMA.fullmatch(values[0]):
        return Finding(problem.where, facts, help=_MILLIONS)
    if len(found[0]) > 1:
        facts |= {"small": Decimal(found[0][0]), "thousands": Decimal(found[0][1])}
        return Finding(problem.where, facts, help=_EITHER)
    if isinstance(values[0], Quoted):
        return Finding(problem.where, facts, help=_UNQUOTE)
    return Finding(problem.where, facts, help=_REWRITE if amount else _NUMBER)


def _readings(value: object, unit: Unit | None, problem: Problem) -> tuple[str, ...]:
    if not isinstance(value, str):
        return ()
    if name_of_amount(problem):
        return readings(value, unit)
    return readings(value.removesuffix("%") if problem.where.path[0] == "sector" else value)


def name_of_amount(problem: Problem) -> bool:
    """Whether the value is money; full-time equivalents, shares and weights are not."""
    names = {str(part) for part in problem.where.path}
    return not names & {"fte", "sector", "weights", "feasibility", "floor", "grade"}
