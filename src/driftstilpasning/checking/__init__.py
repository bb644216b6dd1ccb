"""Checking a portfolio: every file on its own, then all of them together.

What one file says and what is wrong with it depends on its name, its bytes and the plan alone. So a file that has not
changed need not be looked at again, several can be looked at at once, and none need be kept.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from driftstilpasning.checking.looking import Looked, Looker, text_of
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.source.tree import File, OpenTree, Tree
from driftstilpasning.workspace import Workspace, gather, split
from driftstilpasning.workspace.reading import Reading, read_plan

Progress = Callable[[int], None]
"""Told how many files have been read so far."""

Looks = Callable[[Looker, Iterable[File]], Iterable[Looked]]
"""A way to look at many files."""


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
    plan, files = split(tree)
    looker = Looker.of(read_plan(plan) if plan is not None else None)
    found: list[Diagnostic] = []

    def readings() -> Iterator[Reading[Measure]]:
        for reading, diagnostics in map(looker.read, counted(files, progress)):
            found.extend(diagnostics)
            yield reading

    return _together(looker, readings(), found)


def check_lightly(tree: OpenTree, looks: Looks, *, progress: Progress | None = None) -> Checked:
    """As :func:`check`, but ``looks`` may know better ways, and the measures of the workspace are without words.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    plan, files = split(tree)
    looker = Looker.of(read_plan(plan) if plan is not None else None)
    found: list[Diagnostic] = []
    reread = partial(_reread, tree)

    def readings() -> Iterator[Reading[Measure]]:
        for looked in looks(looker, counted(files, progress)):
            found.extend(looked.diagnostics)
            yield looked.reading(reread)

    return _together(looker, readings(), found)


def counted(files: Iterable[File], progress: Progress | None) -> Iterable[File]:
    """``files``, of which ``progress`` is told."""
    return files if progress is None else _counted(files, progress)


def _counted(files: Iterable[File], progress: Progress) -> Iterator[File]:
    for count, file in enumerate(files, start=1):
        yield file
        progress(count)


def _reread(tree: OpenTree, name: str) -> str:
    return text_of(name, tree.read(name))


def _together(looker: Looker, readings: Iterable[Reading[Measure]], found: list[Diagnostic]) -> Checked:
    """What was found file by file, and what shows when the files are held against each other."""
    workspace = gather(looker.plan, readings)
    found += looker.judge.of_problems(workspace.problems, workspace)
    found += looker.judge.of_whole(workspace)
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
