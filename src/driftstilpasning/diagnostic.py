"""What is wrong with a portfolio, and where: facts now, words later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from driftstilpasning.source.span import Edit, Path, Span
from driftstilpasning.text import Text

if TYPE_CHECKING:
    from driftstilpasning.source.document import Document  # findings outlive it, and are shown without it


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file as it is shown: the file's name, lines and columns, and the text of the first line."""

    file: str
    span: Span
    text: str = ""


@dataclass(frozen=True)
class Location:
    """A path of keys in a document, turned into lines and columns only when somebody looks."""

    document: "Document"
    path: Path = ()
    key: bool = False
    exact: Span | None = None

    @cached_property
    def span(self) -> Span:
        """Lines and columns; a missing key points at its nearest ancestor."""
        return self.exact or self.document.span(self.path, key=self.key)

    @property
    def place(self) -> Place:
        """Where that is, without the document."""
        return Place(self.document.name, self.span, self.document.line(self.span.line))


@dataclass(frozen=True)
class Problem:
    """Something found while reading; ``name`` is the name of the rule that has the words for it."""

    name: str
    where: Location
    facts: Mapping[str, Any] = field(default_factory=dict)
    other: Location | None = None
    """The other place, where it takes two."""


@dataclass(frozen=True)
class Related:
    """Another place that belongs to a finding, and why."""

    where: Location
    message: Text
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """What a finding says of another place."""

    where: Place
    message: Text
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair of the file of the finding; only a safe one cannot change what the author meant.

    Without edits it is the same text, saved as UTF-8.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a rule's words, the facts and the place. A plain value that outlives what was read."""

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text | None
    where: Place
    facts: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Note, ...] = ()
    measure: str | None = None
    title: str | None = None
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Path, line, column, code: the order in which findings are shown."""
        return self.where.file, self.where.span.line, self.where.span.column, self.code


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """1 when anything is at error level, or at warning level under ``strict``; else 0."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(diagnostic.severity in failing for diagnostic in diagnostics))
