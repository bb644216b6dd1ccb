"""Rules: what is wrong with a portfolio, each in a file of its own with its words and examples.

A rule is found by its file's name (``dt203_effect_outside_period.py``). Faults found while reading
(:class:`~driftstilpasning.diagnostic.Problem`) are rules too: they have the words, and pass on what the
reader saw.
"""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from driftstilpasning.diagnostic import Fix, Location, Problem, Related, Severity
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
    fix: Fix | None = None


Look = Callable[[Located[Measure]], Iterable[Finding]]
Tell = Callable[[Problem, Plan | None], Finding]


@dataclass(frozen=True, slots=True)
class Each:
    """The check of a rule that looks at one measure at a time.

    What it finds depends on nothing but the measure, and for some on the plan: so it need not look again at a
    file that has not changed, and all such rules can look at one measure before any looks at the next.
    """

    given: Callable[[Plan | None], Look | None]
    """How to look at a measure, given the plan; None where that takes a plan and there is none."""


@dataclass(frozen=True, slots=True)
class Reported:
    """The check of a rule whose fault is found while a file is read: it has the words for a problem of its name."""

    tell: Tell


@dataclass(frozen=True, slots=True)
class Commented(Reported):
    """The check of a rule about the comments that suppress what other rules find."""


WholeCheck = Callable[[Workspace], Iterable[Finding]]
"""The check of a rule that looks at the whole portfolio."""

Check = Each | Reported | WholeCheck


def each(look: Look) -> Each:
    """The check that looks at each measure."""
    return Each(lambda _: look)


def each_in_plan(look: Callable[[Located[Measure], Plan], Iterable[Finding]]) -> Each:
    """The check that looks at each measure beside the plan, where there is one."""
    return Each(lambda plan: None if plan is None else lambda located: look(located, plan))


def as_found(problem: Problem) -> Finding:
    """What the reader saw, where it saw it."""
    return Finding(problem.where, problem.facts)


def reported(tell: Callable[[Problem], Finding] = as_found) -> Reported:
    """The check of a rule whose fault was found while reading."""
    return Reported(lambda problem, _: tell(problem))


def reported_in_plan(tell: Tell) -> Reported:
    """The check of a rule whose fault was found while reading, and whose words depend on the plan, if there is one."""
    return Reported(tell)


def commented(tell: Callable[[Problem], Finding] = as_found) -> Commented:
    """The check of a rule about a comment that suppresses what other rules find."""
    return Commented(lambda problem, _: tell(problem))


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong.

    ``help`` is one thing to do. What follows a line break in it is to be pasted, and is never broken into lines.

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

    @property
    def makes_unreadable(self) -> bool:
        """Whether it keeps a file from being read: then its amounts are unknown, and nobody can switch that off."""
        return isinstance(self.check, Reported) and self.severity is Severity.ERROR

    @property
    def suppressible(self) -> bool:
        """Whether a comment in the file can suppress what it finds."""
        return not self.makes_unreadable and not isinstance(self.check, Commented)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("dt"))
    return tuple(import_module(f"{__name__}.{name}").RULE for name in names)


def find_rule(code: str) -> Rule | None:
    """The rule with this code or name, without regard to letter case."""
    wanted = code.upper()
    return next((rule for rule in all_rules() if wanted in (rule.code, rule.name.upper())), None)


@cache
def always_shown() -> frozenset[str]:
    """The codes of the rules that keep a file from being read."""
    return frozenset(rule.code for rule in all_rules() if rule.makes_unreadable)
