"""A field that every measure, or every plan, must have."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.required import example_of
from driftstilpasning.text import Text

_FOR_INSTANCE = Text(
    nb="legg til {field}, for eksempel:\n{example}",
    nn="legg til {field}, til dømes:\n{example}",
    en="add {field}, for instance:\n{example}",
)


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The missing field, with an example of it."""
    example = example_of(problem, plan)
    facts = {**named(problem), "example": example}
    return Finding(problem.where, facts, help=_FOR_INSTANCE if example else None)


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
    check=reported_in_plan(tell),
    good="title: Samle innkjøpene\nsector: oppvekst\n",
    bad="law:  # DT101@1\n  reference: kommuneloven\n",
)
