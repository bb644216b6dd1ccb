"""Rules: what is wrong with a portfolio, each in a file of its own with its words and examples.

A rule is found by its file's name (``dt203_effect_outside_period.py``). Faults found while reading
(:class:`~driftstilpasning.diagnostic.Problem`) are rules too: they have the words, and pass on what the
reader saw.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from driftstilpasning.diagnostic import Diagnostic, Location, Related, Severity
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


@dataclass(frozen=True)
class Finding:
    """A place and the facts; what is None is the rule's own."""

    where: Location
    facts: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity | None = None
    message: Text | None = None
    help: Text | None = None
    related: tuple[Related, ...] = ()


Check = Callable[[Workspace], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong.

    ``good`` and ``bad`` are files as a user would write them: a measure, or several files each under a
    line ``# measures/name.yaml``. Fields that an example leaves out are filled in when it is checked. In ``bad`` a
    comment ``# DT203@9`` says that the finding stands on that line in column 9; where no comment can stand,
    ``places`` says it: ``{"measures/a.yaml": [(1, 1)]}``. An example that cannot be written as text is bytes.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    why: Text
    help: Text
    check: Check
    good: str
    bad: str | bytes
    places: Mapping[str, Iterable[tuple[int, int]]] = field(default_factory=dict)


def reported(name: str) -> Check:
    """The check of a rule whose fault was found while reading."""

    def check(workspace: Workspace) -> Iterator[Finding]:
        for problem in workspace.reported(name):
            yield Finding(problem.where, problem.facts)

    return check


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("dt"))
    return tuple(import_module(f"{__name__}.{name}").RULE for name in names)


def find_rule(code: str) -> Rule | None:
    """The rule with this code or name, without regard to letter case."""
    wanted = code.upper()
    return next((rule for rule in all_rules() if wanted in (rule.code, rule.name.upper())), None)


def run(workspace: Workspace) -> tuple[Diagnostic, ...]:
    """All findings in path, line, column order, at the severity that the plan gives their code."""
    chosen = dict(workspace.plan.value.severity) if workspace.plan is not None else {}
    found: list[Diagnostic] = []
    for rule in all_rules():
        level = chosen.get(rule.code)
        if level == "off":
            continue
        for finding in rule.check(workspace):
            severity = Severity(level) if level else finding.severity or rule.severity
            found.append(_diagnostic(rule, finding, severity, workspace))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def _diagnostic(rule: Rule, finding: Finding, severity: Severity, workspace: Workspace) -> Diagnostic:
    measure, title = workspace.names.get(finding.where.document.name, (None, None))
    return Diagnostic(
        rule.code,
        rule.name,
        severity,
        finding.message or rule.message,
        finding.help or rule.help,
        finding.where,
        finding.facts,
        finding.related,
        measure,
        title,
    )
