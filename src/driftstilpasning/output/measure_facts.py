"""What a measure's file says beside amounts and grades: posts, law, decisions, where it comes from."""

from collections.abc import Iterator
from datetime import date

from driftstilpasning.model import kostra
from driftstilpasning.model.measure import Benefit, Decision, Funding, Measure
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import AUTHORITY, BENEFIT, FTE_HOW, FUNDING, LAW, ORIGIN, STATUS

_FACTS = {
    "fte": Text(nb="Årsverk: {fte}, {how}", nn="Årsverk: {fte}, {how}", en="Full-time equivalents: {fte}, {how}"),
    "range": Text(nb="Anslag: {low} til {high}", nn="Anslag: {low} til {high}", en="Estimate: {low} to {high}"),
    "funding": Text(nb="Finansiering: {what}", nn="Finansiering: {what}", en="Funding: {what}"),
    "benefit": Text(nb="Gevinst: {what}", nn="Gevinst: {what}", en="Benefit: {what}"),
    "law": Text(nb="Lov: {level} ({reference})", nn="Lov: {level} ({reference})", en="Law: {level} ({reference})"),
    "kostra": Text(nb="KOSTRA-funksjon: {code}", nn="KOSTRA-funksjon: {code}", en="KOSTRA function: {code}"),
    "decision": Text(
        nb="Vedtak {date}: {body}: {outcome}",
        nn="Vedtak {date}: {body}: {outcome}",
        en="Decision {date}: {body}: {outcome}",
    ),
    "origin": Text(nb="Kommer fra: {what}", nn="Kjem frå: {what}", en="Comes from: {what}"),
    "authority": Text(nb="Avgjøres av: {what}", nn="Vert avgjort av: {what}", en="Decided by: {what}"),
    "working_group": Text(nb="Arbeidsgruppe: {what}", nn="Arbeidsgruppe: {what}", en="Working group: {what}"),
    "themes": Text(nb="Temaer: {what}", nn="Tema: {what}", en="Themes: {what}"),
    "source": Text(nb="Kilde: {what}", nn="Kjelde: {what}", en="Source: {what}"),
    "internal": Text(
        nb="Intern: vises ikke for seg i det som lages for offentligheten",
        nn="Intern: vert ikkje vist for seg i det som vert laga for offentlegheita",
        en="Internal: not shown by itself in what is made for the public",
    ),
}


def facts(measure: Measure, lang: Lang) -> Iterator[str]:
    """A sentence for each thing that the file says; nothing for what it leaves out."""
    for fact, said in (*_what(measure, lang), *_whence(measure)):
        yield _FACTS[fact].render(lang, **said)


_Fact = tuple[str, dict[str, object]]


def _what(measure: Measure, lang: Lang) -> Iterator[_Fact]:
    """Posts, estimate, whose money and what is won, law and function."""
    if measure.fte is not None:
        yield "fte", {"fte": measure.fte, "how": FTE_HOW[measure.fte_how]}
    if measure.range is not None:
        yield "range", {"low": measure.range.low, "high": measure.range.high}
    if measure.funding is not Funding.FREE:
        yield "funding", {"what": FUNDING[measure.funding]}
    if measure.benefit is not Benefit.BUDGET:
        yield "benefit", {"what": BENEFIT[measure.benefit]}
    if measure.law is not None:
        yield "law", {"level": LAW[measure.law.level], "reference": measure.law.reference or "–"}
    if measure.kostra is not None:
        yield "kostra", {"code": " ".join(filter(None, (measure.kostra, kostra.name(measure.kostra))))}
    for decision in measure.decisions:
        outcome = _outcome(decision, lang)
        yield "decision", {"date": _day(decision.date, lang), "body": decision.body, "outcome": outcome}


def _whence(measure: Measure) -> Iterator[_Fact]:
    """Who came up with it, who decides, and where more is said."""
    said: dict[str, object] = {
        "origin": measure.origin and ORIGIN[measure.origin],
        "authority": measure.authority and AUTHORITY[measure.authority],
        "working_group": measure.working_group,
        "themes": measure.themes,
        "source": measure.source,
    }
    yield from ((fact, {"what": what}) for fact, what in said.items() if what)
    if measure.visibility == "internal":
        yield "internal", {}


def _outcome(decision: Decision, lang: Lang) -> str:
    """The outcome, with reference and note where there are any."""
    parts = (STATUS[decision.outcome].render(lang), decision.reference, decision.note)
    return ", ".join(part for part in parts if part)


def _day(day: date, lang: Lang) -> str:
    return day.isoformat() if lang is Lang.EN else f"{day.day}.{day.month}.{day.year}"
