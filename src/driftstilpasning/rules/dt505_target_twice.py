"""Two targets have the same id."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT505",
    name="target-twice",
    severity=Severity.ERROR,
    message=Text(
        nb="to mål har id-en {target}",
        nn="to mål har id-en {target}",
        en="two targets have the id {target}",
    ),
    why=Text(
        nb="Rapportene viser hvert mål under sin id. Er to like, kan ingen vite hvilket av dem et tall gjelder.",
        nn="Rapportane viser kvart mål under sin id. Er to like, kan ingen vite kva for eit av dei eit tal gjeld.",
        en="The reports show each target under its id. With two alike, nobody can know which of them a figure is "
        "about.",
    ),
    help=Text(
        nb="gi ett av målene en ny id",
        nn="gje eitt av måla ein ny id",
        en="give one of the targets a new id",
    ),
    check=reported(),
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
        "    amount: 35000\n"
        "    basis: level\n"
        "    year: 2016\n"
        "  - id: total  # DT505@9\n"
        "    title: Redusere netto driftsutgifter\n"
        "    amount: 35000\n"
        "    basis: level\n"
        "    year: 2016\n"
    ),
)
