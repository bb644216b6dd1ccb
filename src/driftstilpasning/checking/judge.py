"""From what rules find to findings: a rule's words, the facts and the place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from driftstilpasning.diagnostic import Diagnostic, Fix, Note, Problem
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Each, Finding, Reported, Rule, all_rules
from driftstilpasning.source.document import Document
from driftstilpasning.source.edit import keeps
from driftstilpasning.text import Said
from driftstilpasning.workspace import Located, Workspace
from driftstilpasning.workspace.reading import Reading


class Judge:
    """Every rule, ready to look at the files of one plan."""

    def __init__(self, plan: Plan | None) -> None:
        """Sort the rules by what they look at."""
        self._plan = plan
        self._told: dict[str, Rule] = {}
        self._looks = []
        self._whole = []
        for rule in all_rules():
            check = rule.check
            if isinstance(check, Reported):
                self._told[rule.name] = rule
            elif not isinstance(check, Each):
                self._whole.append((rule, check))
            elif (look := check.given(plan)) is not None:
                self._looks.append((rule, look))

    def of_measures(self, readings: Sequence[Reading[Measure]]) -> list[tuple[Diagnostic, ...]]:
        """All that can be said of each measure without looking at another.

        A rule looks at all of them before the next one does, so that the processor has its code at hand.
        """
        found = [list(self._of_problems(reading.problems)) for reading in readings]
        located = [
            (Located(reading.value, reading.document), of_one)
            for reading, of_one in zip(readings, found, strict=True)
            if reading.value is not None
        ]
        for rule, look in self._looks:
            for measure, of_one in located:
                for finding in look(measure):
                    of_one.append((rule, finding))  # rather than a list for every measure: most have none
        return [
            tuple(_diagnostic(rule, finding, reading.id, reading.title) for rule, finding in of_one)
            for reading, of_one in zip(readings, found, strict=True)
        ]

    def told(self, problems: Iterable[Problem], reading: Reading[Any]) -> tuple[Diagnostic, ...]:
        """The findings that ``problems`` of one file are."""
        return tuple(
            _diagnostic(rule, finding, reading.id, reading.title) for rule, finding in self._of_problems(problems)
        )

    def of_problems(self, problems: Iterable[Problem], workspace: Workspace) -> Iterator[Diagnostic]:
        """The findings that problems are, once ``workspace`` knows whose they are."""
        return _named(self._of_problems(problems), workspace)

    def of_whole(self, workspace: Workspace) -> Iterator[Diagnostic]:
        """What shows only when one file is held against another, or against the plan."""
        return _named(((rule, finding) for rule, check in self._whole for finding in check(workspace)), workspace)

    def _of_problems(self, problems: Iterable[Problem]) -> Iterator[tuple[Rule, Finding]]:
        for problem in problems:
            rule = self._told[problem.name]
            assert isinstance(rule.check, Reported)  # noqa: S101  # no other is kept under a problem's name
            yield rule, rule.check.tell(problem, self._plan)


def _named(found: Iterable[tuple[Rule, Finding]], workspace: Workspace) -> Iterator[Diagnostic]:
    for rule, finding in found:
        identifier, title = workspace.names.get(finding.where.document.name, (None, None))
        yield _diagnostic(rule, finding, identifier, title)


_LONGEST: Final = 1_000
_MOST: Final = 20
_MOST_EDITS: Final = 1_000


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _told(fact: object) -> object:
    """``fact`` as far as a sentence can hold it: what a file says may be a megabyte long."""
    if isinstance(fact, str):
        return _short(fact)
    if isinstance(fact, list | tuple):
        several = [_told(part) for part in fact[:_MOST]]
        return several if len(fact) <= _MOST else [*several, "…"]
    return Said(fact.text, _facts(fact.facts)) if isinstance(fact, Said) else fact


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _told(fact) for name, fact in facts.items()}


def _diagnostic(rule: Rule, finding: Finding, measure: str | None, title: str | None) -> Diagnostic:
    return Diagnostic(
        rule.code,
        rule.name,
        finding.severity or rule.severity,
        finding.message or rule.message,
        finding.help or rule.help,
        finding.where.place,
        _facts(finding.facts),
        tuple(Note(related.where.place, related.message, _facts(related.facts)) for related in finding.related),
        measure and _short(measure),
        title and _short(title),
        _harmless(finding.fix, finding.where.document),
    )


def _harmless(fix: Fix | None, document: Document) -> Fix | None:
    """``fix``, unless something that the file says would be lost by it: whatever a rule knows, that is no repair."""
    if fix is None or len(fix.edits) > _MOST_EDITS or not keeps(document, fix.edits):
        return None
    return fix
