"""The fields that must be there, each with an example of it."""

from collections.abc import Mapping
from typing import Final

from driftstilpasning.diagnostic import Problem
from driftstilpasning.model.plan import Plan
from driftstilpasning.text import Text

_YEAR: Final = "2013"
_SECTOR: Final = "oppvekst"
_EXAMPLES: Final[Mapping[str, str | Text]] = {
    "id": "id: HO-03",
    "title": Text(
        nb="title: Samle innkjøpene i én avtale",
        nn="title: Samle innkjøpa i éin avtale",
        en="title: Buy everything under one agreement",
    ),
    "sector": f"sector: {_SECTOR}",
    "status": "status: proposed",
    "kind": "kind: purchasing",
    "effect": f"effect: {{annual: 1200, from: {_YEAR}-08}}",
    "effect.annual": "annual: 1200",
    "consequence": "consequence: {staff: {grade: 2, text: …}, users: {grade: 1, text: …}}",
    "consequence.staff": "staff: {grade: 2, text: …}",
    "consequence.users": "users: {grade: 1, text: …}",
    "acceptance": "acceptance: {grade: 4, text: …}",
    "law.level": "level: must",
    "range.low": "low: 900",
    "range.high": "high: 1300",
    "overlaps.with": "with: HO-05",
    "overlaps.amount": "amount: 200",
    "decisions.date": f"date: {_YEAR}-06-10",
    "decisions.body": "body: kommunestyret",
    "decisions.outcome": "outcome: adopted",
    "municipality": "municipality: Øygarden",
    "plan": "plan: Økonomiplan 2013–2016",
    "period": "period: {first: 2013, last: 2016}",
    "period.first": "first: 2013",
    "period.last": "last: 2016",
    "base_year": "base_year: 2012",
    "unit": "unit: 1000 kr",
    "price_level": "price_level: 2013",
    "sectors": "sectors: {oppvekst: {name: Oppvekst}}",
    "sectors.name": "name: Oppvekst",
    "targets": "targets: [{id: total, title: Redusere utgiftene, amount: 35000, basis: level, year: 2016}]",
    "targets.id": "id: total",
    "targets.title": "title: Redusere netto driftsutgifter",
    "targets.amount": "amount: 35000",
    "targets.basis": "basis: level",
    "targets.year": "year: 2016",
    "targets.already.amount": "amount: 9800",
    "quadrant": "quadrant: {effect: 500, feasibility: 3.5}",
    "quadrant.effect": "effect: 500",
    "quadrant.feasibility": "feasibility: 3.5",
    "stated.year": "year: 2013",
    "stated.amount": "amount: 1330",
    "fields": "fields: {title: Tiltak}",
    "sign": "sign: minus is a saving",
}


def example_of(problem: Problem, plan: Plan | None = None) -> str | Text | None:
    """The field of ``problem`` as it may be written in this plan; None for one that can be left out."""
    names = [str(part) for part in problem.where.path if not isinstance(part, int)]
    if names[0] == "sectors":
        del names[1:2]  # the sector's own id
    example = _EXAMPLES.get(".".join(names))
    return in_plan(example, plan) if isinstance(example, str) else example


def in_plan(example: str, plan: Plan | None) -> str:
    """``example`` with a year and a sector of the plan, so that it can be pasted."""
    if plan is None:
        return example
    return example.replace(_YEAR, str(plan.period.first)).replace(_SECTOR, next(iter(plan.sectors), _SECTOR))
