"""The few measures that some rules are about."""

from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.rules.support.amounts import extremes
from driftstilpasning.workspace import Located, Workspace


def costing(workspace: Workspace) -> list[Located[Measure]]:
    """The measures with a negative amount."""
    return workspace.once(_costing)


def unspecified(workspace: Workspace) -> list[Located[Measure]]:
    """The measures that do not say what is to be done."""
    return workspace.once(_unspecified)


def _costing(workspace: Workspace) -> list[Located[Measure]]:
    return [located for located in workspace.measures if extremes(located.value)[0] < 0]


def _unspecified(workspace: Workspace) -> list[Located[Measure]]:
    return [located for located in workspace.measures if located.value.kind is Kind.UNSPECIFIED]
