"""A text that other programs read as something else."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import quoted
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.text import Text

_NO = Text(nb="nei (false)", nn="nei (false)", en="no (false)")
_YES = Text(nb="ja (true)", nn="ja (true)", en="yes (true)")
_NOTHING = Text(nb="ingenting", nn="ingenting", en="nothing")
_NUMBER = Text(nb="et tall", nn="eit tal", en="a number")
_WITHOUT_ZERO = Text(
    nb="et tall, uten nullen foran",
    nn="eit tal, utan nullen framfor",
    en="a number, without its first zero",
)
_DATE = Text(nb="en dato", nn="ein dato", en="a date")
_TIME = Text(nb="et klokkeslett", nn="eit klokkeslett", en="a time of day")
_WORDS = {
    **dict.fromkeys(("no", "n", "off", "false"), _NO),
    **dict.fromkeys(("yes", "y", "on", "true"), _YES),
    **dict.fromkeys(("null", "~"), _NOTHING),
}


def tell(problem: Problem) -> Finding:
    """The text, what it may be taken for, and the field in quotation marks."""
    value = problem.facts["value"]
    facts = {"value": value, "other": _other(value), "rewrite": _rewrite(problem)}
    return Finding(problem.where, facts, fix=replacing(problem.where, quoted(value)))


def _other(value: str) -> Text:
    if (word := _WORDS.get(value.lower())) is not None:
        return word
    if ":" in value:
        return _TIME
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return _DATE
    return _WITHOUT_ZERO if re.match(r"0[0-9]", value) else _NUMBER


def _rewrite(problem: Problem) -> str:
    key, text = problem.where.path[-1], quoted(problem.facts["value"])
    return text if isinstance(key, int) else f"{key}: {text}"


RULE = Rule(
    code="DT111",
    name="ambiguous-text",
    severity=Severity.WARNING,
    message=Text(
        nb="«{value}» er lest som tekst, men andre program kan lese det som {other}",
        nn="«{value}» er lese som tekst, men andre program kan lese det som {other}",
        en="`{value}` is read as text, but other programs may read it as {other}",
    ),
    why=Text(
        nb="Uten anførselstegn gjetter mange program på hva en verdi er. NO blir til nei, og 0301 mister nullen foran. "
        "Den samme filen gir da ulike svar hos ulike lesere.",
        nn="Utan hermeteikn gissar mange program på kva ein verdi er. NO vert til nei, og 0301 mistar nullen framfor. "
        "Den same fila gjev då ulike svar hos ulike lesarar.",
        en="Without quotation marks many programs guess what a value is. NO becomes no, and 0301 loses its first zero. "
        "The same file then gives different answers to different readers.",
    ),
    help=Text(
        nb="sett verdien i anførselstegn:\n{rewrite}",
        nn="set verdien i hermeteikn:\n{rewrite}",
        en="put the value in quotation marks:\n{rewrite}",
    ),
    check=reported(tell),
    good='kostra: "253"\n',
    bad="kostra: 253  # DT111@9\n",
)
