"""A target for the lasting level is to be net of one-off costs."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT504",
    name="net-level-target",
    severity=Severity.ERROR,
    message=Text(
        nb="målet {target} gjelder varig nivå og kan ikke være netto",
        nn="målet {target} gjeld varig nivå og kan ikkje vere netto",
        en="the target {target} is about the lasting level and cannot be net",
    ),
    why=Text(
        nb="Netto betyr at omstillingskostnaden er trukket fra. Den kommer én gang og er ikke en del av det varige "
        "nivået, så det er ingenting å trekke fra.",
        nn="Netto tyder at omstillingskostnaden er trekt frå. Han kjem éin gong og er ikkje ein del av det varige "
        "nivået, så det er ingenting å trekkje frå.",
        en="Net means that the one-off cost is taken off. It comes once and is no part of the lasting level, so there "
        "is nothing to take off.",
    ),
    help=Text(
        nb="ta bort «net», eller skriv basis: in-year",
        nn="ta bort «net», eller skriv basis: in-year",
        en="remove `net`, or write basis: in-year",
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
        "    net: true  # DT504@10\n"
    ),
)
