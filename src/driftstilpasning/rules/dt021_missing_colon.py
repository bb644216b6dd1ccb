"""A field lacks its colon, or the space after it."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text

_NO_SPACE = Text(
    nb="det mangler mellomrom etter kolonet",
    nn="det manglar mellomrom etter kolonet",
    en="the space after the colon is missing",
)


def tell(problem: Problem) -> Finding:
    """The line, with the field it most likely is."""
    rewrite = problem.facts["rewrite"].partition(" #")[0].rstrip()
    spaceless = re.match(r"[\w-]+:\S", text_at(problem.where)) is not None
    return Finding(problem.where, {"rewrite": rewrite}, message=_NO_SPACE if spaceless else None)


RULE = Rule(
    code="DT021",
    name="missing-colon",
    severity=Severity.ERROR,
    message=Text(
        nb="det mangler kolon med mellomrom etter navnet på feltet",
        nn="det manglar kolon med mellomrom etter namnet på feltet",
        en="the name of the field lacks a colon with a space after it",
    ),
    why=Text(
        nb="Et felt er et navn, et kolon, et mellomrom og en verdi. Uten dem er linjen bare tekst, og feltet mangler i "
        "tiltaket.",
        nn="Eit felt er eit namn, eit kolon, eit mellomrom og ein verdi. Utan dei er linja berre tekst, og feltet "
        "manglar i tiltaket.",
        en="A field is a name, a colon, a space and a value. Without them the line is mere text, and the measure lacks "
        "the field.",
    ),
    help=Text(
        nb="skriv:\n{rewrite}",
        nn="skriv:\n{rewrite}",
        en="write:\n{rewrite}",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\nsector: oppvekst\n",
    bad="title: Samle innkjøpene\nsector:oppvekst  # DT021@1\n",
)
