"""The plan gives another severity to a fault that keeps a file from being read."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule, always_shown
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each code that is always an error, where ``severity`` says otherwise."""
    if workspace.plan is None:
        return
    for code, severity in workspace.plan.value.severity.items():
        if severity != "error" and code in always_shown():
            yield Finding(workspace.plan.at("severity", code, key=True), {"unchanged": code, "said": severity})


RULE = Rule(
    code="DT514",
    name="severity-cannot-change",
    severity=Severity.WARNING,
    message=Text(
        nb="{unchanged} er alltid en feil, så «{said}» endrer ingenting",
        nn="{unchanged} er alltid ein feil, så «{said}» endrar ingenting",
        en="{unchanged} is always an error, so `{said}` changes nothing",
    ),
    why=Text(
        nb="En fil med en slik feil kan ikke leses, og da er beløpene i den ukjente. Kunne feilen slås av, ville "
        "kommunestyret få summer der et tiltak mangler uten at noen ser det.",
        nn="Ei fil med ein slik feil kan ikkje lesast, og då er beløpa i henne ukjende. Kunne feilen slåast av, ville "
        "kommunestyret få summar der eit tiltak manglar utan at nokon ser det.",
        en="A file with such a fault cannot be read, and then its amounts are unknown. Could it be switched off, the "
        "council would get totals that lack a measure without anyone seeing it.",
    ),
    help=Text(
        nb="ta bort {unchanged} her, og rett feilen der den er meldt",
        nn="ta bort {unchanged} her, og rett feilen der han er meldt",
        en="remove {unchanged} here, and correct the fault where it is reported",
    ),
    check=check,
    good="# budgets/plan.yaml\nseverity: {DT201: error, DT401: off}\n",
    bad="# budgets/plan.yaml\nseverity:\n  DT201: warning  # DT514@3\n  DT401: off\n",
)
