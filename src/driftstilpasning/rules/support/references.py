"""What a measure says of other measures, and where it says it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.portfolio import order
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules.support.circles import circles
from driftstilpasning.workspace import Located, Workspace


class Reference(NamedTuple):
    """One measure's word on another: where it stands, the id as it is written, and the measure of that id."""

    located: Located[Measure]
    path: tuple[str | int, ...]
    written: str
    other: Located[Measure] | None


def references(workspace: Workspace, field: str | None = None) -> list[Reference]:
    """Every reference from one measure to another, or those of one field, file by file."""
    found = workspace.once(_references)
    return found if field is None else [reference for reference in found if reference.path[0] == field]


def references_of(measure: Measure) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """Each reference of one measure: its path, and the id as it is written."""
    if measure.requires or measure.excludes or measure.overlaps or measure.reverses:
        return _references_of(measure)
    return ()  # most measures


def rings(workspace: Workspace, field: str) -> list[list[str]]:
    """The circles of ids that one field leads round in, each from its first id."""
    graph: dict[str, list[str]] = defaultdict(list)
    for reference in references(workspace, field):
        if reference.other is not None and reference.other is not reference.located:
            graph[folded(reference.located.value.id)].append(folded(reference.written))
    going_on = {here: sorted((there for there in ahead if there in graph), key=order) for here, ahead in graph.items()}
    return [[workspace.by_id[key].value.id for key in ring] for ring in circles(going_on)]


def _references_of(measure: Measure) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, reference in enumerate(measure.requires):
        yield _path("requires", i), reference
    for i, reference in enumerate(measure.excludes):
        yield _path("excludes", i), reference
    for i, overlap in enumerate(measure.overlaps):
        yield _path("overlaps", i, "with"), overlap.other
    if measure.reverses is not None:
        yield _path("reverses"), measure.reverses


@lru_cache(256)
def _path(*parts: str | int) -> tuple[str | int, ...]:
    """The same few paths lead to all references, so each is kept once."""
    return parts


def _references(workspace: Workspace) -> list[Reference]:
    by_id = workspace.by_id
    return [
        Reference(located, path, written, by_id.get(folded(written)))
        for located in workspace.measures
        for path, written in references_of(located.value)
    ]
