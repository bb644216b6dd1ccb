"""Checking a portfolio: every file on its own, then all of them together.

What one file says and what is wrong with it depends on its name, its bytes and the plan alone. So a file that has not
changed need not be looked at again, several can be looked at at once, and none need be kept.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from driftstilpasning.checking.looking import Looked, Looker
from driftstilpasning.checking.suppressions import Suppression, comments_of, settle
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import always_shown
from driftstilpasning.source.document import Contents
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.tree import File, OpenTree, Tree, Unreadable
from driftstilpasning.workspace import Workspace, gather, split
from driftstilpasning.workspace.reading import Reading, read_plan

_OPEN: Final = 8
"""So many files that are looked at again are kept open: the places of their values take far more room than the text."""

Progress = Callable[[int], None]
"""Told how many files have been read so far."""

Looks = Callable[[Looker, Iterable[File]], Iterable[Looked]]
"""A way to look at many files."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and all that was found in it, in path, line, column order."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    """What comments in the files suppress."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found file by file, and what comments in the files suppress."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)


def check(tree: Tree, *, today: date | None = None, progress: Progress | None = None) -> Checked:
    """Read and judge every file of ``tree``. Wrong content becomes findings, never an exception.

    ``today`` decides which suppressions have expired; without it, the computer's calendar.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    plan, files = split(tree)
    looker = Looker.of(read_plan(plan) if plan is not None else None)
    found = _Found()

    def readings() -> Iterator[Reading[Measure]]:
        for reading, diagnostics, suppressions in looker.read(counted(files, progress)):
            found.diagnostics.extend(diagnostics)
            found.suppressions.extend(suppressions)
            yield reading

    return _together(looker, readings(), found, today)


def check_lightly(
    tree: OpenTree, looks: Looks, *, today: date | None = None, progress: Progress | None = None
) -> Checked:
    """As :func:`check`, but ``looks`` may know better ways, and the measures of the workspace are without words.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    plan, files = split(tree)
    looker = Looker.of(read_plan(plan) if plan is not None else None)
    found = _Found()

    @lru_cache(_OPEN)
    def reread(name: str) -> Contents:
        raw = tree.read(name)
        return Contents("" if isinstance(raw, Unreadable) else parse(name, raw).document.text)

    def readings() -> Iterator[Reading[Measure]]:
        for looked in looks(looker, counted(files, progress)):
            found.diagnostics.extend(looked.diagnostics)
            found.suppressions.extend(looked.suppressions)
            yield looked.reading(reread)

    return _together(looker, readings(), found, today)


def counted(files: Iterable[File], progress: Progress | None) -> Iterable[File]:
    """``files``, of which ``progress`` is told."""
    return files if progress is None else _counted(files, progress)


def _counted(files: Iterable[File], progress: Progress) -> Iterator[File]:
    for count, file in enumerate(files, start=1):
        yield file
        progress(count)


def _together(looker: Looker, readings: Iterable[Reading[Measure]], found: _Found, today: date | None) -> Checked:
    """What was found file by file, and what shows when the files are held against each other."""
    workspace = gather(looker.plan, readings)
    diagnostics, suppressions = found.diagnostics, found.suppressions
    if looker.plan is not None:
        comments = comments_of(looker.plan, looker.judge)
        diagnostics += comments.diagnostics
        suppressions += comments.suppressions
    diagnostics += looker.judge.of_problems(workspace.problems, workspace)
    diagnostics += looker.judge.of_whole(workspace)
    everything = workspace.plan is not None and not workspace.left_out
    today = today or datetime.now().astimezone().date()
    left, suppressed = settle(diagnostics, suppressions, today, everything=everything)
    return Checked(workspace, _in_order(_weighed(left, workspace)), _in_order(_weighed(suppressed, workspace)))


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def _weighed(found: Iterable[Diagnostic], workspace: Workspace) -> Iterator[Diagnostic]:
    """Each finding at the severity that the plan gives its code, unless that is to be off.

    A fault that keeps a file from being read stays an error whatever the plan says: its amounts are unknown.
    """
    said = workspace.plan.value.severity if workspace.plan is not None else {}
    for diagnostic in found:
        chosen = said.get(diagnostic.code)
        if chosen is None or diagnostic.code in always_shown():
            yield diagnostic
        elif chosen != "off":
            yield replace(diagnostic, severity=Severity(chosen))
