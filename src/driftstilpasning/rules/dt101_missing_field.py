"""A field that every measure, or every plan, must have."""

import re
from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fields import named
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_FOR_INSTANCE = Text(
    nb="legg til {field}, for eksempel: {example}",
    nn="legg til {field}, til dømes: {example}",
    en="add {field}, for instance: {example}",
)


_EXAMPLES = {
    "id": "id: HO-03",
    "title": "title: Samle innkjøpa i éin avtale",
    "sector": "sector: oppvekst",
    "status": "status: proposed",
    "kind": "kind: purchasing",
    "effect": "effect: {annual: 1200, from: 2013-08}",
    "effect.annual": "annual: 1200",
    "law.level": "level: must",
    "range.low": "low: 900",
    "range.high": "high: 1300",
    "overlaps.with": "with: HO-05",
    "overlaps.amount": "amount: 200",
    "decisions.date": "date: 2013-06-10",
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
}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each missing field, with an example of it."""
    for problem in workspace.reported("missing-field"):
        example = _EXAMPLES.get(re.sub(r"\[[0-9]+\]", "", problem.facts["field"]))
        facts = {**named(problem), "example": example}
        yield Finding(problem.where, facts, help=_FOR_INSTANCE if example else None)


RULE = Rule(
    code="DT101",
    name="missing-field",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} mangler",
        nn="{field} manglar",
        en="{field} is missing",
    ),
    why=Text(
        nb="Uten dette feltet kan ikke filen brukes: beløpene er ukjente, og ingen sum kan vises. dt gjetter aldri det "
        "som mangler.",
        nn="Utan dette feltet kan ikkje fila brukast: beløpa er ukjende, og ingen sum kan visast. dt gissar aldri det "
        "som manglar.",
        en="Without this field the file cannot be used: its amounts are unknown, and no total can be shown. dt never "
        "guesses what is missing.",
    ),
    help=Text(
        nb="legg til {field}",
        nn="legg til {field}",
        en="add {field}",
    ),
    check=check,
    good="title: Samle innkjøpene\nsector: oppvekst\n",
    bad="law:  # DT101@1\n  reference: kommuneloven\n",
)
