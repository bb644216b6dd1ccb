"""The only meeting point of files and domain: what was read, what it says, and where it says it."""

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.errors import DtError
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Unit
from driftstilpasning.model.plan import Plan, contradictions
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.scalars import folded, line
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import Parsed, parse
from driftstilpasning.source.tree import PLAN, File, Tree, Unreadable
from driftstilpasning.text import Text
from driftstilpasning.workspace.ambiguous import ambiguous
from driftstilpasning.workspace.structure import problems_of

T = TypeVar("T")

Progress = Callable[[int], None]
"""Told how many files have been read so far."""

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
class LeftOut:
    """A measure file whose amounts are unknown, and the first problem that made it so."""

    path: str
    why: str


@dataclass(frozen=True)
class Workspace:
    """All that was read. ``plan`` is None when no figure can be made of it."""

    plan: Located[Plan] | None
    measures: tuple[Located[Measure], ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...] = ()
    names: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    """Id and title under the file's name, also of files that could not be read in full."""
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
        return Portfolio(self.plan.value, tuple(located.value for located in self.measures))

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

    def reported(self, name: str) -> Iterator[Problem]:
        """The problems of one name, in the order they were read."""
        return (problem for problem in self.problems if problem.name == name)


def load(tree: Tree, progress: Progress | None = None) -> Workspace:
    """Read every file of ``tree``. Wrong content becomes problems, never an exception.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    collecting = gc.isenabled()
    gc.disable()  # a quarter of the time: nothing here is garbage until all is read
    try:
        return _Loader(progress).run(tree)
    finally:
        if collecting:
            gc.enable()


class _Loader:
    """One reading of a tree; its lists become the workspace."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.unit: Unit | None = None
        self.plan: Located[Plan] | None = None
        self.measures: list[Located[Measure]] = []
        self.problems: list[Problem] = []
        self.left_out: dict[str, str] = {}
        self.names: dict[str, tuple[str, str | None]] = {}

    def run(self, tree: Tree) -> Workspace:
        for count, file in enumerate(tree.files(), start=1):
            if file[0] == PLAN:
                self._read_plan(file)
            else:
                self._read_measure(file)
            if self.progress is not None:
                self.progress(count)
        self._refuse_shared_ids()
        return Workspace(
            self.plan,
            tuple(self.measures),
            tuple(self.problems),
            tuple(LeftOut(path, self.left_out[path]) for path in sorted(self.left_out)),
            self.names,
        )

    def _parse(self, file: File) -> Parsed | None:
        name, raw = file
        if isinstance(raw, Unreadable):
            self.problems.append(Problem("unreadable-file", Location(Document(name, "")), {"why": raw.why}))
            return None
        parsed = parse(name, raw)
        self.problems.extend(
            Problem(fault.name, Location(parsed.document, exact=fault.span), fault.facts) for fault in parsed.faults
        )
        return parsed if parsed.data is not None else None

    def _read_plan(self, file: File) -> None:
        parsed = self._parse(file)
        if parsed is None:
            return
        unit = parsed.data.get("unit")
        self.unit = next((known for known in Unit if known == unit), None)
        plan = self._validate(Plan, parsed)
        if plan is None:
            return
        wrong = [Problem(name, Location(parsed.document, path), facts) for name, path, facts in contradictions(plan)]
        self.problems.extend(wrong)
        if not wrong:
            self.plan = Located(plan, parsed.document)

    def _read_measure(self, file: File) -> None:
        name = file[0]
        if not name.endswith(".yaml") and not isinstance(file[1], Unreadable):
            self._refuse(Problem("wrong-extension", Location(Document(name, ""))))
            return
        before = len(self.problems)
        parsed = self._parse(file)
        measure = None
        if parsed is not None:
            before = len(self.problems)  # what was found so far is only worth a warning
            self._remember_name(name, parsed.data)
            measure = self._validate(Measure, parsed)
        if measure is None or parsed is None:
            self.left_out[name] = self.problems[before].name
        else:
            self.measures.append(Located(measure, parsed.document))

    def _remember_name(self, name: str, data: Mapping[str, Any]) -> None:
        identifier, title = data.get("id"), data.get("title")
        if isinstance(identifier, str):
            self.names[name] = (identifier, line(title) if isinstance(title, str) else None)

    def _validate(self, model: "type[T]", parsed: Parsed) -> "T | None":
        record: Any = model
        try:
            value: Any = record.model_validate(parsed.data, context=self.unit)
        except ValidationError:
            self.problems.extend(problems_of(record, parsed, self.unit))
            return None
        self.problems.extend(ambiguous(parsed, self.unit))
        return cast("T", value)

    def _refuse(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.left_out[problem.where.document.name] = problem.name

    def _refuse_shared_ids(self) -> None:
        """Two files with one id: nobody can know which is meant, so neither is a measure."""
        first: dict[str, Located[Measure]] = {}
        shared: set[str] = set()
        for located in self.measures:
            key = folded(located.value.id)
            if key in first:
                shared.add(key)
                facts = {"id": located.value.id, "other": first[key].document.name}
                self._refuse(Problem("duplicate-id", located.at("id"), facts))
                self.left_out[first[key].document.name] = "duplicate-id"
            else:
                first[key] = located
        if shared:
            self.measures = [m for m in self.measures if folded(m.value.id) not in shared]
