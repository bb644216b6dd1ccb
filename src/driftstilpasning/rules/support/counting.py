"""What counts from the status ``proposed`` on: counted once for all rules."""

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.model.measure import Status
from driftstilpasning.workspace import Workspace


def proposed(workspace: Workspace) -> Counting:
    """What counts in a workspace that has a plan."""
    return workspace.once(_proposed)


def _proposed(workspace: Workspace) -> Counting:
    return Counting(workspace.portfolio(), Status.PROPOSED)
