"""Looking at one file: what it says, and what is wrong with it whatever the others say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from driftstilpasning.checking.judge import Judge
from driftstilpasning.checking.suppressions import Suppression, comments_of
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.model.measure import Measure
from driftstilpasning.source.document import Contents, Document
from driftstilpasning.source.tree import File
from driftstilpasning.workspace.reading import PlanReading, Reading, read_measure

_TOGETHER: Final = 20
"""So many files are read before the rules look at them: more would crowd each other out of the processor's cache."""

_LARGE: Final = 1 << 14
"""Characters; a larger file is judged at once, for its text and nodes take memory while it waits."""

_Read = tuple[Reading[Measure], tuple[Diagnostic, ...], tuple[Suppression, ...]]


class Looked(NamedTuple):
    """What one file came to: a plain value, without the file's text, that can be kept and sent."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    measure: Measure | None
    why: str | None
    id: str | None
    title: str | None
    suppressions: tuple[Suppression, ...] = ()

    def reading(self, reread: Callable[[str], Contents]) -> Reading[Measure]:
        """What was read; when its text is asked for again, ``reread`` finds it by the file's name."""
        return Reading(Document(self.file, reread), self.measure, (), self.why, self.id, self.title)


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at the measures of one plan, a few at a time."""

    judge: Judge
    plan: PlanReading | None

    @classmethod
    def of(cls, plan: PlanReading | None) -> "Looker":
        """One who knows what the plan says, if there is one."""
        return cls(Judge(plan.value if plan is not None else None), plan)

    def read(self, files: Iterable[File]) -> Iterator[_Read]:
        """What each of ``files`` says, what is wrong with it, and what its comments suppress."""
        unit = self.plan.unit if self.plan is not None else None
        together: list[Reading[Measure]] = []
        for file in files:
            together.append(read_measure(file, unit))
            if len(together) == _TOGETHER or len(together[-1].document.text) > _LARGE:
                yield from self._judged(together)
                together = []
        yield from self._judged(together)

    def _judged(self, readings: Sequence[Reading[Measure]]) -> Iterator[_Read]:
        for reading, found in zip(readings, self.judge.of_measures(readings), strict=True):
            comments = comments_of(reading, self.judge)
            kept = replace(reading, problems=()) if reading.problems else reading
            yield kept, found + comments.diagnostics, comments.suppressions

    def look(self, files: Iterable[File]) -> Iterator[Looked]:
        """The same, without the files' text and the words that no other file is held against."""
        for reading, found, suppressions in self.read(files):
            name = reading.document.name
            if reading.value is not None:
                yield Looked(name, found, reading.value.without_words(), None, None, None, suppressions)
            else:
                yield Looked(name, found, None, reading.why, reading.id, reading.title, suppressions)
