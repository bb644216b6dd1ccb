"""A target counts from a status that is off the road."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT506",
    name="target-counts-stopped",
    severity=Severity.ERROR,
    message=Text(
        nb="målet {target} kan ikke telle fra «{status}»",
        nn="målet {target} kan ikkje telje frå «{status}»",
        en="the target {target} cannot count from `{status}`",
    ),
    why=Text(
        nb="Et mål teller tiltak som har kommet minst så langt som «counts» sier. Utsatte, avviste og trukne tiltak er "
        "ikke på vei, og teller aldri.",
        nn="Eit mål tel tiltak som har kome minst så langt som «counts» seier. Utsette, avviste og trekte tiltak er "
        "ikkje på veg, og tel aldri.",
        en="A target counts measures that have come at least as far as `counts` says. Deferred, rejected and withdrawn "
        "measures are not under way, and never count.",
    ),
    help=Text(
        nb="skriv idea, proposed, hearing, recommended, adopted, underway eller realised",
        nn="skriv idea, proposed, hearing, recommended, adopted, underway eller realised",
        en="write idea, proposed, hearing, recommended, adopted, underway or realised",
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
        "    counts: adopted\n"
    ),
    bad=(
        "# budgets/plan.yaml\n"
        "targets:\n"
        "  - id: total\n"
        "    title: Redusere netto driftsutgifter\n"
        "    amount: 35000\n"
        "    basis: level\n"
        "    year: 2016\n"
        "    counts: rejected  # DT506@13\n"
    ),
)
