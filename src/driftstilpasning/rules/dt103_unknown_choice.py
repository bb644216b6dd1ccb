"""A field with a fixed set of values has another."""

from difflib import get_close_matches

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import renaming
from driftstilpasning.text import Text

_MEANT = Text(
    nb="mente du «{meant}»?",
    nn="meinte du «{meant}»?",
    en="did you mean `{meant}`?",
)


_NORWEGIAN = {
    "idé": "idea",
    "foreslått": "proposed",
    "på høring": "hearing",
    "på høyring": "hearing",
    "tilrådd": "recommended",
    "anbefalt": "recommended",
    "vedtatt": "adopted",
    "vedteke": "adopted",
    "vedteken": "adopted",
    "under gjennomføring": "underway",
    "realisert": "realised",
    "utsatt": "deferred",
    "utsett": "deferred",
    "avvist": "rejected",
    "trukket": "withdrawn",
    "trekt": "withdrawn",
    "effektivisering": "efficiency",
    "struktur": "structure",
    "tjenestenivå": "service-level",
    "tenestenivå": "service-level",
    "bemanning": "staffing",
    "innkjøp": "purchasing",
    "inntekt": "income",
    "gevinst": "gains",
    "prioritering": "priority",
    "teknisk": "technical",
    "uspesifisert": "unspecified",
    "selvkost": "self-cost",
    "sjølvkost": "self-cost",
    "øremerket": "earmarked",
    "øyremerkt": "earmarked",
    "budsjett": "budget",
    "tid": "time",
    "kvalitet": "quality",
    "kommunestyret": "council",
    "administrasjonen": "administration",
    "offentlig": "public",
    "offentleg": "public",
    "intern": "internal",
    "nivå": "level",
    "skal": "must",
    "bør": "should",
    "kan": "may",
    "mill kr": "mill. kr",
    "kroner": "kr",
    "tusen kroner": "1000 kr",
    "1 000 kr": "1000 kr",
}

_NO = {"no", "false", "nei", "none", "ingen", "av", "0"}
"""What says of a severity that a rule is to be off."""


def tell(problem: Problem) -> Finding:
    """The value, with the one that was meant where there is one like it."""
    written, choices = str(problem.facts["value"]).strip().lower(), problem.facts["choices"]
    close = get_close_matches(written, choices, n=1)
    if "off" in choices and written in _NO:
        close = ["off"]
    same = next((choice for choice in choices if _alike(choice) == _alike(written)), None) or _NORWEGIAN.get(written)
    meant = same or next(iter(close), "")
    if meant not in choices:
        return Finding(problem.where, named(problem))
    fix = renaming(problem.where, meant, safe=meant == same)
    return Finding(problem.where, {**named(problem), "meant": meant}, help=_MEANT, fix=fix)


def _alike(word: str) -> str:
    """What two spellings of one choice have in common."""
    return folded(word).replace("_", "-").replace(" ", "-").replace(".", "")


RULE = Rule(
    code="DT103",
    name="unknown-choice",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} kan ikke være «{value}»",
        nn="{field} kan ikkje vere «{value}»",
        en="{field} cannot be `{value}`",
    ),
    why=Text(
        nb="Feltet styrer hva som blir med i summene, eller hvor tiltaket blir plassert. En verdi som dt ikke kjenner, "
        "kan derfor ikke brukes.",
        nn="Feltet styrer kva som kjem med i summane, eller kvar tiltaket vert plassert. Ein verdi som dt ikkje "
        "kjenner, kan difor ikkje brukast.",
        en="The field decides what is in the totals, or where the measure is placed. A value that dt does not know can "
        "therefore not be used.",
    ),
    help=Text(
        nb="skriv en av disse: {choices}",
        nn="skriv ein av desse: {choices}",
        en="write one of these: {choices}",
    ),
    check=reported(tell),
    good="status: proposed\n",
    bad="status: propsed  # DT103@9\n",
)
