"""A comment suppresses what is not found, or what cannot be suppressed."""

from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, commented
from driftstilpasning.text import Said, Text

_LINE = Text(nb="linje {first}", nn="linje {first}", en="line {first}")
_LINES = Text(nb="linje {first}–{last}", nn="linje {first}–{last}", en="lines {first}–{last}")
_NOTHING_FOLLOWS = Text(
    nb="kommentaren skjuler ingenting: det står ikke noe felt etter den",
    nn="kommentaren skjuler ingenting: det står ikkje noko felt etter han",
    en="the comment suppresses nothing: no field follows it",
)
_IMPOSSIBLE: Final = {
    "unreadable": (
        Text(
            nb="{code} kan ikke skjules, for en fil med den feilen kan ikke leses",
            nn="{code} kan ikkje skjulast, for ei fil med den feilen kan ikkje lesast",
            en="{code} cannot be suppressed, for a file with that fault cannot be read",
        ),
        Text(
            nb="rett feilen, og ta bort {code} her",
            nn="rett feilen, og ta bort {code} her",
            en="correct the fault, and remove {code} here",
        ),
    ),
    "comment": (
        Text(
            nb="{code} kan ikke skjules, for regelen gjelder slike kommentarer som denne",
            nn="{code} kan ikkje skjulast, for regelen gjeld slike kommentarar som denne",
            en="{code} cannot be suppressed, for the rule is about comments such as this one",
        ),
        Text(
            nb="rett kommentaren det gjelder, og ta bort {code} her",
            nn="rett kommentaren det gjeld, og ta bort {code} her",
            en="correct the comment in question, and remove {code} here",
        ),
    ),
}


def tell(problem: Problem) -> Finding:
    """The code that is of no use in the comment, and why."""
    facts = dict(problem.facts)
    if "why" in facts:
        message, cure = _IMPOSSIBLE[facts["why"]]
        return Finding(problem.where, facts, message=message, help=cure)
    if facts["lines"] is None:
        return Finding(problem.where, facts, message=_NOTHING_FOLLOWS)
    first, last = facts["lines"]
    lines = Said(_LINE if first == last else _LINES, {"first": first, "last": last})
    return Finding(problem.where, {**facts, "lines": lines})


RULE = Rule(
    code="DT026",
    name="unused-suppression",
    severity=Severity.WARNING,
    message=Text(
        nb="kommentaren skjuler ingenting: {code} er ikke meldt på {lines}",
        nn="kommentaren skjuler ingenting: {code} er ikkje meldt på {lines}",
        en="the comment suppresses nothing: {code} is not reported in {lines}",
    ),
    why=Text(
        nb="Et unntak som ikke trengs lenger, skjuler den neste feilen på samme sted. Da kan et galt beløp komme inn "
        "i summene til kommunestyret uten at noen ser det.",
        nn="Eit unntak som ikkje trengst lenger, skjuler den neste feilen på same staden. Då kan eit gale beløp kome "
        "inn i summane til kommunestyret utan at nokon ser det.",
        en="An exception that is no longer needed hides the next fault in the same place. A wrong amount can then "
        "enter the council's totals without anyone seeing it.",
    ),
    help=Text(
        nb="ta bort {code}, eller flytt kommentaren til feltet der {code} er meldt",
        nn="ta bort {code}, eller flytt kommentaren til feltet der {code} er meldt",
        en="remove {code}, or move the comment to the field where {code} is reported",
    ),
    check=commented(tell),
    good='effect: {annual: 400, from: 2017-08}  # dt: ignore DT203 reason="Bygget står ferdig i 2017"\n',
    bad='effect: {annual: 400, from: 2013-08}  # dt: ignore DT203 reason="Bygget står ferdig i 2017"  # DT026@52\n',
)
