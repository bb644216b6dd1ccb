"""What a measure says of other measures, and where it says it."""

from collections.abc import Iterator

from driftstilpasning.model.measure import Measure
from driftstilpasning.workspace import Located, Workspace

Reference = tuple[Located[Measure], tuple[str | int, ...], str]
"""The measure that refers, the path of the reference, and the id as it is written there."""


def references(workspace: Workspace) -> tuple[Reference, ...]:
    """Every reference from one measure to another, file by file."""
    return workspace.once(_references)


def _references(workspace: Workspace) -> tuple[Reference, ...]:
    return tuple(_each(workspace))


def _each(workspace: Workspace) -> Iterator[Reference]:
    for located in workspace.measures:
        measure = located.value
        for i, reference in enumerate(measure.requires):
            yield located, ("requires", i), reference
        for i, reference in enumerate(measure.excludes):
            yield located, ("excludes", i), reference
        for i, overlap in enumerate(measure.overlaps):
            yield located, ("overlaps", i, "with"), overlap.other
        if measure.reverses is not None:
            yield located, ("reverses",), measure.reverses
