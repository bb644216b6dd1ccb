"""The only meeting point of files and domain: what was read, what it says, and where it says it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Generic, TypeVar

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.errors import DtError
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.scalars import folded
from driftstilpasning.source.document import Document
from driftstilpasning.source.tree import PLAN, File, Tree
from driftstilpasning.text import Text
from driftstilpasning.workspace.reading import Reading, read_measure, read_plan

T = TypeVar("T")

_PLAN_UNREADABLE = Text(
    nb="planen i {path} kan ikke leses, så ingen tall kan regnes ut: kjør «dt validate»",
    nn="planen i {path} kan ikkje lesast, så ingen tal kan reknast ut: køyr «dt validate»",
    en="the plan in {path} cannot be read, so no figures can be computed: run `dt validate`",
)


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and the document it came from."""

    value: T
    document: Document

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of ``path`` (of its key with ``key``), or of its nearest ancestor."""
        return Location(self.document, path, key)


@dataclass(frozen=True, slots=True)
class _Values(Mapping[str, Measure]):
    """Measures under their ids, by way of where they stand: a dictionary of their own would be as large again."""

    located: Mapping[str, Located[Measure]]

    def __getitem__(self, key: str) -> Measure:
        return self.located[key].value

    def __iter__(self) -> Iterator[str]:
        return iter(self.located)

    def __len__(self) -> int:
        return len(self.located)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure file whose amounts are unknown, and the first problem that made it so."""

    path: str
    why: str
    id: str | None = None
    title: str | None = None
    """Id and title, where these at least could be read."""


@dataclass(frozen=True)
class Workspace:
    """All that was read. ``plan`` is None when no figure can be made of it."""

    plan: Located[Plan] | None
    measures: tuple[Located[Measure], ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...] = ()
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def portfolio(self) -> Portfolio:
        """The plan and every measure that could be read.

        Raises:
            DtError: the plan cannot be read.
        """
        if self.plan is None:
            raise DtError(_PLAN_UNREADABLE, path=PLAN)
        return self._portfolio

    @cached_property
    def _portfolio(self) -> Portfolio:
        assert self.plan is not None  # noqa: S101  # portfolio() has refused already
        return Portfolio(self.plan.value, tuple(located.value for located in self.measures), _Values(self.by_id))

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str | None]]:
        """Id and title under the file's name, also of files that could not be read in full."""
        unread = {file.path: (file.id, file.title) for file in self.left_out if file.id is not None}
        return unread | {read.document.name: (read.value.id, read.value.title) for read in self.measures}

    @cached_property
    def by_id(self) -> Mapping[str, Located[Measure]]:
        """Each measure and its file, under the measure's folded id."""
        return {folded(located.value.id): located for located in self.measures}

    def located(self, measure: Measure) -> Located[Measure]:
        """Where ``measure`` stands."""
        return self.by_id[folded(measure.id)]

    def once(self, make: Callable[["Workspace"], T]) -> T:
        """What ``make`` makes of this workspace; made once, however many rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made


def load(tree: Tree) -> Workspace:
    """Read every file of ``tree``. Wrong content becomes problems, never an exception.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    plan_file, files = split(tree)
    plan = read_plan(plan_file) if plan_file is not None else None
    unit = plan.unit if plan is not None else None
    return gather(plan, (read_measure(file, unit) for file in files))


def split(tree: Tree) -> tuple[File | None, Iterator[File]]:
    """The plan's file, if there is one, and the measures'."""
    files = tree.files()
    first = next(files, None)
    if first is None or first[0] == PLAN:
        return first, files
    return None, chain((first,), files)


def gather(plan: Reading[Plan] | None, readings: Iterable[Reading[Measure]]) -> Workspace:
    """Everything that was read, as one whole: here two files with one id meet."""
    problems = list(plan.problems) if plan is not None else []
    measures: list[Located[Measure]] = []
    left_out: list[LeftOut] = []
    for reading in readings:
        problems.extend(reading.problems)
        if reading.value is not None:
            measures.append(Located(reading.value, reading.document))
        elif reading.why is not None:
            left_out.append(LeftOut(reading.document.name, reading.why, reading.id, reading.title))
    shared = list(_shared_ids(measures))
    if shared:
        problems += shared
        alike = {name for problem in shared for name in (problem.where.document.name, problem.facts["other"])}
        apart, measures = measures, []
        for one in apart:
            name, measure = one.document.name, one.value
            if name in alike:
                left_out.append(LeftOut(name, "duplicate-id", measure.id, measure.title))
            else:
                measures.append(one)
    located = Located(plan.value, plan.document) if plan is not None and plan.value is not None else None
    return Workspace(located, tuple(measures), tuple(problems), tuple(sorted(left_out, key=lambda file: file.path)))


def _shared_ids(measures: Iterable[Located[Measure]]) -> Iterator[Problem]:
    """Two files with one id: nobody can know which is meant, so neither is a measure."""
    first: dict[str, Located[Measure]] = {}
    for located in measures:
        other = first.setdefault(folded(located.value.id), located)
        if other is not located:
            facts = {"id": located.value.id, "other": other.document.name}
            yield Problem("duplicate-id", located.at("id"), facts, other.at("id"))
