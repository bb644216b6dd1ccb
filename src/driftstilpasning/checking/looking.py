"""Looking at one file: what it says, and what is wrong with it whatever the others say."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from driftstilpasning.checking.judge import Judge
from driftstilpasning.checking.suppressions import Suppression, comments_of
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.model.measure import Measure
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.tree import File, Unreadable
from driftstilpasning.workspace.reading import PlanReading, Reading, read_measure


class Looked(NamedTuple):
    """What one file came to: a plain value, without the file's text, that can be kept and sent."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    measure: Measure | None
    why: str | None
    id: str | None
    title: str | None
    suppressions: tuple[Suppression, ...] = ()

    def reading(self, reread: Callable[[str], str]) -> Reading[Measure]:
        """What was read; should its text be asked for again, ``reread`` finds it by the file's name."""
        return Reading(Document(self.file, reread), self.measure, (), self.why, self.id, self.title)


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at the measures of one plan, one file at a time."""

    judge: Judge
    plan: PlanReading | None

    @classmethod
    def of(cls, plan: PlanReading | None) -> "Looker":
        """One who knows what the plan says, if there is one."""
        return cls(Judge(plan.value if plan is not None else None), plan)

    def read(self, file: File) -> tuple[Reading[Measure], tuple[Diagnostic, ...], tuple[Suppression, ...]]:
        """What ``file`` says, what is wrong with it, and what its comments suppress."""
        reading = read_measure(file, self.plan.unit if self.plan is not None else None)
        found = self.judge.of_measure(reading)
        comments = comments_of(reading, self.judge)
        reading = replace(reading, problems=()) if reading.problems else reading
        return reading, found + comments.diagnostics, comments.suppressions

    def look(self, file: File) -> Looked:
        """The same, without the file's text and the words that no other file is held against."""
        reading, found, suppressions = self.read(file)
        measure = reading.value.without_words() if reading.value is not None else None
        if measure is not None:
            return Looked(file[0], found, measure, None, None, None, suppressions)
        return Looked(file[0], found, None, reading.why, reading.id, reading.title, suppressions)


def text_of(name: str, raw: bytes | Unreadable) -> str:
    """The text of a file as positions are counted in it."""
    return "" if isinstance(raw, Unreadable) else parse(name, raw).document.text
