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
from itertools import chain
from typing import Any

from driftstilpasning.diagnostic import Diagnostic, Location, Related, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located, Workspace


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
Look = Callable[[Located[Measure]], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Each:
    """The check of a rule that looks at one measure at a time.

    What it finds depends on nothing but the measure, and for some on the plan. All such rules look at one measure
    before any looks at the next: to walk through ten thousand measures once a rule takes longer than the looking.
    """

    given: Callable[[Plan | None], Look | None]
    """How to look at a measure, given the plan; None where that takes a plan and there is none."""

    def __call__(self, workspace: Workspace) -> Iterator[Finding]:
        """What this rule alone finds."""
        look = self.given(workspace.plan.value if workspace.plan is not None else None)
        return chain.from_iterable(map(look, workspace.measures)) if look is not None else iter(())


def each(look: Look) -> Each:
    """The check that looks at each measure."""
    return Each(lambda _: look)


def each_in_plan(look: Callable[[Located[Measure], Plan], Iterable[Finding]]) -> Each:
    """The check that looks at each measure beside the plan, where there is one."""
    return Each(lambda plan: None if plan is None else lambda located: look(located, plan))


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
    """All findings in path, line, column order, at the severity that the plan gives their code.

    A fault that keeps a file from being read stays an error whatever the plan says: its amounts are unknown.
    """
    unreadable = {file.why for file in workspace.left_out}
    said = workspace.plan.value.severity if workspace.plan is not None else {}
    chosen = {rule.code: said[rule.code] for rule in all_rules() if rule.code in said and rule.name not in unreadable}
    rules = [rule for rule in all_rules() if chosen.get(rule.code) != "off"]
    found = []
    for rule, finding in chain(_in_each(workspace, rules), _in_all(workspace, rules)):
        severity = Severity(chosen.get(rule.code) or finding.severity or rule.severity)
        found.append(_diagnostic(rule, finding, severity, workspace))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def _in_each(workspace: Workspace, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find that look at one measure at a time."""
    plan = workspace.plan.value if workspace.plan is not None else None
    looks = [(rule, rule.check.given(plan)) for rule in rules if isinstance(rule.check, Each)]
    able = [(rule, look) for rule, look in looks if look is not None]
    for located in workspace.measures:
        for rule, look in able:
            for finding in look(located):
                yield rule, finding


def _in_all(workspace: Workspace, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find that look at the whole portfolio."""
    for rule in rules:
        if not isinstance(rule.check, Each):
            for finding in rule.check(workspace):
                yield rule, finding


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
