"""The plan sets the severity of a rule that does not exist."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule, all_rules
from driftstilpasning.rules.support.codes import meant
from driftstilpasning.rules.support.fixes import renaming
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_MEANT = Text(nb="mente du «{meant}»?", nn="meinte du «{meant}»?", en="did you mean `{meant}`?")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each key of ``severity`` that is no rule's code, letter by letter."""
    if workspace.plan is None:
        return
    known = {rule.code for rule in all_rules()}
    severity = workspace.plan.value.severity
    for code in severity:
        if code not in known:
            where, rule = workspace.plan.at("severity", code, key=True), meant(code)
            free = rule is not None and rule.code not in severity
            fix = renaming(where, rule.code, safe=code.upper() == rule.code) if rule and free else None
            yield Finding(where, {"unknown": code, "meant": rule and rule.code}, help=_MEANT if rule else None, fix=fix)


RULE = Rule(
    code="DT510",
    name="unknown-code-in-severity",
    severity=Severity.ERROR,
    message=Text(
        nb="det finnes ingen regel «{unknown}»",
        nn="det finst ingen regel «{unknown}»",
        en="there is no rule `{unknown}`",
    ),
    why=Text(
        nb="En kode som er skrevet feil, endrer ingenting: regelen du ville slå av eller skjerpe, gjelder som før.",
        nn="Ein kode som er skriven feil, endrar ingenting: regelen du ville slå av eller skjerpe, gjeld som før.",
        en="A mistyped code changes nothing: the rule you meant to switch off or sharpen is as before.",
    ),
    help=Text(
        nb="rett eller slett «{unknown}»; koden står i hver melding, som DT401",
        nn="rett eller slett «{unknown}»; koden står i kvar melding, som DT401",
        en="correct or delete `{unknown}`; the code stands in every finding, as DT401",
    ),
    check=check,
    good="# budgets/plan.yaml\nseverity: {DT401: warning}\n",
    bad="# budgets/plan.yaml\nseverity:\n  dt401: warning  # DT510@3\n  DT999: off  # DT510@3\n",
)
