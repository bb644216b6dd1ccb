"""A target of nothing, or less."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text

_ABOVE_ZERO = Text(
    nb="skriv et beløp over 0",
    nn="skriv eit beløp over 0",
    en="write an amount above 0",
)


def tell(problem: Problem) -> Finding:
    """The target; 0 is no slip of the sign."""
    amount = text_at(problem.where)
    if not amount.strip("-0."):
        return Finding(problem.where, problem.facts, help=_ABOVE_ZERO)
    facts = {**problem.facts, "rewrite": amount.removeprefix("-")}
    return Finding(problem.where, facts, fix=changing_sign([problem.where]))


RULE = Rule(
    code="DT503",
    name="target-not-positive",
    severity=Severity.ERROR,
    message=Text(
        nb="målet {target} skal ha et beløp over 0",
        nn="målet {target} skal ha eit beløp over 0",
        en="the target {target} must have an amount above 0",
    ),
    why=Text(
        nb="Sparte penger skrives som positive tall i hele porteføljen, også i målet. Et mål på 0 eller mindre er nådd "
        "før noen har begynt.",
        nn="Sparte pengar vert skrivne som positive tal i heile porteføljen, òg i målet. Eit mål på 0 eller mindre er "
        "nådd før nokon har byrja.",
        en="Savings are written as positive numbers throughout the portfolio, in the target too. A target of 0 or less "
        "is reached before anyone has begun.",
    ),
    help=Text(
        nb="skriv {rewrite}, uten minus foran",
        nn="skriv {rewrite}, utan minus framfor",
        en="write {rewrite}, without a minus sign",
    ),
    check=reported(tell),
    good=(
        "# budgets/plan.yaml\n"
        "targets:\n"
        "  - id: total\n"
        "    title: Redusere netto driftsutgifter\n"
        "    amount: 35000\n"
        "    basis: level\n"
        "    year: 2016\n"
    ),
    bad=(
        "# budgets/plan.yaml\n"
        "targets:\n"
        "  - id: total\n"
        "    title: Redusere netto driftsutgifter\n"
        "    amount: -35000  # DT503@13\n"
        "    basis: level\n"
        "    year: 2016\n"
    ),
)
