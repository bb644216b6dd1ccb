"""Mending a portfolio: what the fixes of its findings make of its files. Nothing is written here.

A rule says what is to be written where; whether that does good is judged here, by reading the file again. A file
that could be read must say the same afterwards, and one that could not must be no worse.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from driftstilpasning.checking.judge import Judge
from driftstilpasning.diagnostic import Diagnostic, Fix, Location, Problem, Severity
from driftstilpasning.source.edit import Places, edited, overlap
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.span import Span
from driftstilpasning.source.tree import PLAN, File, OpenTree, Tree, Unreadable
from driftstilpasning.workspace import split
from driftstilpasning.workspace.reading import Reading, read_measure, read_plan

_MOST: Final = 100
"""Passes: one fault may hide the next, but no file has so many, one behind the other."""

_MOST_TRIES: Final = 100
"""How often a file is read again to find the fixes that do harm; a file may have thousands."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes as they were read, and as they are to be."""

    name: str
    before: bytes
    after: bytes
    count: int
    """How many findings are mended in it."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What can be mended: the files that change, and all that is found once they have."""

    files: tuple[Mended, ...]
    left: tuple[Diagnostic, ...]

    @property
    def count(self) -> int:
        """How many findings are mended."""
        return sum(file.count for file in self.files)


def mend(
    tree: OpenTree,
    look: Callable[[OpenTree], Sequence[Diagnostic]],
    *,
    chosen: Callable[[Sequence[Diagnostic]], Iterable[Diagnostic]] = list,
    unsafe: bool = False,
) -> Mending:
    """Apply the safe fixes of the findings that are ``chosen``, and with ``unsafe`` the others, until none is left.

    ``look`` finds what is wrong with a tree.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    read: dict[str, bytes] = {}
    now: dict[str, bytes] = {}
    counts: Counter[str] = Counter()
    found = look(tree)
    for _ in range(_MOST):
        fixable = _fixable(chosen(found), unsafe=unsafe)
        mended = _pass({name: some for name, some in fixable.items() if name in now}, now, tree)
        taken = _taken(tree, fixable.keys() - now.keys())
        if not mended and not taken:
            break
        read |= taken
        now |= taken
        for name, (raw, number) in mended.items():
            now[name] = raw
            counts[name] += number
        found = look(_Overlay(tree, now))
    changed = (name for name in sorted(now) if read[name] != now[name])
    return Mending(tuple(Mended(name, read[name], now[name], counts[name]) for name in changed), tuple(found))


@dataclass(frozen=True, slots=True)
class _Overlay:
    """A tree with other contents in some of its files."""

    tree: OpenTree
    contents: Mapping[str, bytes]

    def files(self) -> Iterator[File]:
        return ((name, self.contents.get(name, raw)) for name, raw in self.tree.files())

    def read(self, name: str) -> bytes | Unreadable:
        return self.contents[name] if name in self.contents else self.tree.read(name)


def _taken(tree: OpenTree, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the files to be mended: places in them are good for these bytes alone, so they are checked again."""
    return {name: raw for name in names if isinstance(raw := tree.read(name), bytes)}


def _fixable(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> dict[str, list[Diagnostic]]:
    """The findings that can be mended, file by file."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.fix is not None and (unsafe or diagnostic.fix.safe):
            found[diagnostic.where.file].append(diagnostic)
    return found


def _fix(diagnostic: Diagnostic) -> Fix:
    assert diagnostic.fix is not None  # noqa: S101  # only those with a fix are looked at
    return diagnostic.fix


def _pass(
    fixable: Mapping[str, Sequence[Diagnostic]], now: Mapping[str, bytes], tree: OpenTree
) -> dict[str, tuple[bytes, int]]:
    """Each file that changes, and how many findings are mended in it; the plan alone, where it is one of them."""
    changed: dict[str, tuple[bytes, int]] = {}
    reader = _Reader(_Overlay(tree, now))
    for name in sorted(fixable, key=lambda name: name != PLAN):
        after, number = reader.mended(name, now[name], fixable[name])
        if after != now[name]:
            changed[name] = after, number
        if name in changed and name == PLAN:
            break
    return changed


class _Reader:
    """Reads files by themselves, as the plan of their portfolio lets them be read."""

    def __init__(self, tree: Tree) -> None:
        plan, _ = split(tree)
        self._plan = read_plan(plan) if plan is not None else None

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._plan.value if self._plan is not None else None)

    def mended(self, name: str, raw: bytes, findings: Sequence[Diagnostic]) -> tuple[bytes, int]:
        """``raw`` with every safe fix that does good, or else every other, and how many those are."""
        for safe in (True, False):
            after, count = self._mended(name, raw, [finding for finding in findings if _fix(finding).safe is safe])
            if count:
                return after, count
        return raw, 0

    def _mended(self, name: str, raw: bytes, findings: Sequence[Diagnostic]) -> tuple[bytes, int]:
        places = Places()
        apart = [finding for finding in findings if places.take(_fix(finding).edits)]
        before = self._read(name, raw)
        good: list[Diagnostic] = []
        result = raw
        waiting = [apart]
        for _ in range(_MOST_TRIES):
            if not waiting:
                break
            some = waiting.pop()
            if (after := self._tried(before, raw, [*good, *some])) is not None:
                good += some
                result = after
            elif len(some) > 1:  # one does harm: which half is it in?
                middle = len(some) // 2
                waiting += [some[middle:], some[:middle]]
        return result, len(good)

    def _read(self, name: str, raw: bytes) -> Reading[Any]:
        if name == PLAN:
            return read_plan((name, raw))
        return read_measure((name, raw), self._plan.unit if self._plan is not None else None)

    def _tried(self, before: Reading[Any], raw: bytes, findings: Sequence[Diagnostic]) -> bytes | None:
        """The file with the fixes of ``findings``; None where they do harm, or no good."""
        name, fixes = before.document.name, [_fix(finding) for finding in findings]
        new = edited(raw, (edit for fix in fixes for edit in fix.edits))
        if new.raw == raw:
            return None
        after = self._read(name, new.raw)
        touched = [problem for problem in after.problems if _touches(problem.where, new.places)]
        if {problem.name for problem in touched} & {finding.name for finding in findings} or _any_stays(
            findings, after
        ):
            return None
        if before.value is None:
            worse = after.value is None and (_caused(touched, before) or (_parsed(name, raw) > _parsed(name, new.raw)))
        elif all(fix.safe for fix in fixes):
            worse = repr(before.value).casefold() != repr(after.value).casefold()
        else:
            worse = after.value is None or bool(self._errors(after) - self._errors(before))
        return None if worse else new.raw

    def _errors(self, reading: Reading[Any]) -> Counter[tuple[str, str]]:
        """The errors that a file shows by itself."""
        found = self._judge.of_measures([reading])[0] if reading.document.name != PLAN else ()
        return Counter((one.code, repr(one.facts)) for one in found if one.severity is Severity.ERROR)


def _any_stays(findings: Iterable[Diagnostic], after: Reading[Any]) -> bool:
    """Whether one of ``findings`` is where it was, ahead of what was written for it, and so not mended by that."""
    there = {(problem.name, problem.where.span[:2]) for problem in after.problems}
    return any(
        (finding.name, start := finding.where.span[:2]) in there
        and all(start < edit.span[:2] for edit in _fix(finding).edits)
        for finding in findings
    )


def _parsed(name: str, raw: bytes) -> bool:
    return parse(name, raw).data is not None


def _caused(touched: Iterable[Problem], before: Reading[Any]) -> bool:
    """Whether a problem stands in what was written that did not stand there before."""
    known = {(problem.name, repr(problem.facts)) for problem in before.problems}
    return any((problem.name, repr(problem.facts)) not in known for problem in touched)


def _touches(where: Location, places: Iterable[Span]) -> bool:
    """Whether something at ``where`` was written anew; what is missing was not, wherever it is shown."""
    span = where.exact or where.document.exact(where.path, key=where.key)
    return span is not None and any(overlap(span, place) for place in places)
