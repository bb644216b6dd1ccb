"""What is wrong with a portfolio, and where: facts now, words later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from driftstilpasning.source.document import Document, Path, Span
from driftstilpasning.text import Text


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Location:
    """A place in a file: a path of keys, turned into lines and columns only when somebody looks."""

    document: Document
    path: Path = ()
    key: bool = False
    exact: Span | None = None

    @cached_property
    def span(self) -> Span:
        """Lines and columns; a missing key points at its nearest ancestor."""
        return self.exact or self.document.span(self.path, key=self.key)


@dataclass(frozen=True)
class Problem:
    """Something found while reading; ``name`` is the name of the rule that has the words for it."""

    name: str
    where: Location
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Related:
    """Another place that belongs to a finding, and why."""

    where: Location
    message: Text
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Diagnostic:
    """One finding: a rule's words, the facts and the place."""

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text | None
    where: Location
    facts: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    measure: str | None = None
    title: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Path, line, column, code: the order in which findings are shown."""
        span = self.where.span
        return self.where.document.name, span.line, span.column, self.code


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """1 when anything is at error level, or at warning level under ``strict``; else 0."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(diagnostic.severity in failing for diagnostic in diagnostics))
