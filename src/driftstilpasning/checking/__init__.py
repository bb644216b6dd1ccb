"""Checking a portfolio: every file on its own, then all of them together.

What one file says and what is wrong with it depends on its name, its bytes and the plan alone. So a file is read,
judged and let go before the next; what stays is its measure and its findings.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from driftstilpasning.checking.judge import Judge
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.source.tree import Tree
from driftstilpasning.workspace import Workspace, gather, split
from driftstilpasning.workspace.reading import Reading, read_measure, read_plan

Progress = Callable[[int], None]
"""Told how many files have been read so far."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and all that was found in it, in path, line, column order."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]


def check(tree: Tree, *, progress: Progress | None = None) -> Checked:
    """Read and judge every file of ``tree``. Wrong content becomes findings, never an exception.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    plan_file, files = split(tree)
    plan = read_plan(plan_file) if plan_file is not None else None
    judge = Judge(plan.value if plan is not None else None)
    unit = plan.unit if plan is not None else None
    found: list[Diagnostic] = []
    readings: list[Reading[Measure]] = []
    for count, file in enumerate(files, start=1):
        reading = read_measure(file, unit)
        found += judge.of_measure(reading)
        readings.append(replace(reading, problems=()))
        if progress is not None:
            progress(count)
    workspace = gather(plan, readings)
    found += judge.of_problems(workspace.problems, workspace)
    found += judge.of_whole(workspace)
    return Checked(workspace, tuple(sorted(_weighed(found, workspace), key=lambda diagnostic: diagnostic.order)))


def _weighed(found: Iterable[Diagnostic], workspace: Workspace) -> Iterator[Diagnostic]:
    """Each finding at the severity that the plan gives its code, unless that is to be off.

    A fault that keeps a file from being read stays an error whatever the plan says: its amounts are unknown.
    """
    said = workspace.plan.value.severity if workspace.plan is not None else {}
    unreadable = {file.why for file in workspace.left_out} if said else ()
    for diagnostic in found:
        chosen = said.get(diagnostic.code)
        if chosen is None or diagnostic.name in unreadable:
            yield diagnostic
        elif chosen != "off":
            yield replace(diagnostic, severity=Severity(chosen))
