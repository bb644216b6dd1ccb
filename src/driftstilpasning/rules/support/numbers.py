"""What a person most likely meant by something that is not a number."""

import re
from collections.abc import Iterator
from decimal import Decimal

from driftstilpasning.diagnostic import Problem
from driftstilpasning.model.money import Unit
from driftstilpasning.rules import Check, Finding
from driftstilpasning.rules.support.fields import named
from driftstilpasning.text import Text
from driftstilpasning.text.scalar import Quoted
from driftstilpasning.workspace import Workspace

_SPACES = re.compile("[ \u00a0\u2009\u202f_']")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,2}")
_PARENTHESES = re.compile(r"\((.+)\)")
_TAIL = re.compile(r"(?:,-|kr\.?|nok)$", re.IGNORECASE)

_REWRITE = Text(
    nb="beløp skrives i {unit}: skriv {rewrite}",
    nn="beløp vert skrivne i {unit}: skriv {rewrite}",
    en="amounts are in {unit}: write {rewrite}",
)
_MILLIONS = Text(
    nb="beløp skrives i 1000 kr: mener du {value} millioner, skriv {millions}; mener du tusen, skriv {rewrite}",
    nn="beløp vert skrivne i 1000 kr: meiner du {value} millionar, skriv {millions}; meiner du tusen, skriv {rewrite}",
    en="amounts are in 1000 kr: if you mean {value} million, write {millions}; if thousand, write {rewrite}",
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


def rewritten(value: str) -> str | None:
    """``value`` as a number of the schema, where it can mean only one.

    >>> [rewritten(v) for v in ("2,9", "1 200 000", "1.200.000", "−1,5", "(328)", "+5", "500,-", "x")]
    ['2.9', '1200000', '1200000', '-1.5', '-328', '5', '500', None]
    """
    text = _TAIL.sub("", value.strip().replace("\u2212", "-").replace("\u2013", "-")).strip().removeprefix("+")
    if (match := _PARENTHESES.fullmatch(text)) is not None:
        text = "-" + match[1]
    text = _SPACES.sub("", text)
    if _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if _GROUPED.fullmatch(text) and not _PLAIN.fullmatch(text):
        return text.replace(".", "").replace(",", "")
    return text if _PLAIN.fullmatch(text) else None


def not_a_number(name: str) -> Check:
    """The check of a rule about amounts that are not numbers, with the rewrite as help."""

    def check(workspace: Workspace) -> Iterator[Finding]:
        for problem in workspace.reported(name):
            yield _finding(problem)

    return check


def _finding(problem: Problem) -> Finding:
    value = problem.facts["value"]
    unit = problem.facts.get("unit") or Unit.KR
    facts = {**named(problem), "unit": str(unit)}
    if isinstance(value, str) and not name_of_amount(problem):
        value = type(value)(value.removesuffix("%").rstrip())
    rewrite = rewritten(value) if isinstance(value, str) else None
    if rewrite is None:
        return Finding(problem.where, facts)
    facts["rewrite"] = rewrite
    if isinstance(value, Quoted):
        return Finding(problem.where, facts, help=_UNQUOTE)
    if name_of_amount(problem) and unit is Unit.THOUSAND and _DECIMAL_COMMA.fullmatch(value):
        facts["millions"] = f"{(Decimal(rewrite) * 1000).normalize():f}"
        return Finding(problem.where, facts, help=_MILLIONS)
    return Finding(problem.where, facts, help=_REWRITE if name_of_amount(problem) else _NUMBER)


def name_of_amount(problem: Problem) -> bool:
    """Whether the value is money; full-time equivalents, shares and weights are not."""
    names = {str(part) for part in problem.where.path}
    return not names & {"fte", "sector", "weights", "feasibility", "floor", "grade"}
