"""What is tried with any bytes: each target raises where something is wrong."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET
from zlib import crc32

from driftstilpasning import cache
from driftstilpasning.analysis.explain import explain
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import mend
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output import explain_text, json_reports, quadrant_text, summary_text
from driftstilpasning.output.changes import diff
from driftstilpasning.output.diagnostics import FORMATS, render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.report import summary_report
from driftstilpasning.source.encoding import decode
from driftstilpasning.source.tree import PLAN, MemoryTree, OpenTree
from driftstilpasning.text import Lang
from driftstilpasning.text.safe import hidden
from driftstilpasning.workspace import load
from tests.documents import document
from tests.readers import agree
from tests.stores import forged

APART: Final = b"\n%%%\n"
"""Stands between the parts of one input."""

_LAST_TIME: Final = document(
    "measures/a.yaml: {effect: {annual: 2,9}}\n" + "".join(f"measures/{i}.yaml: {{}}\n" for i in range(8))
)
"""The portfolio whose store is tried: large enough for a store to be of use when one file more is there."""

_PLAN: Final = _LAST_TIME.contents[PLAN]
_SCREEN: Final = Screen(60)


def read_and_tell(
    data: bytes, languages: Sequence[Lang] = tuple(Lang), formats: Sequence[str] = FORMATS, *, mended: bool = True
) -> None:
    """From a portfolio's bytes to its findings, mended files and reports."""
    tree = _tree(data)
    for raw in data.split(APART):
        agree(decode(raw).text or "")
    checked = check(tree)
    workspace, found = checked.workspace, checked.diagnostics
    assert len(workspace.measures) + len(workspace.left_out) == len(tree.contents) - 1
    assert list(found) == sorted(found, key=lambda diagnostic: diagnostic.order)
    for diagnostic in found:
        assert (1, 1) <= diagnostic.where.span[:2] <= diagnostic.where.span[2:]
    for lang in languages:
        for name in formats:
            _assert_readable(name, render(name, Findings(found, lang, screen=_SCREEN)))
        if workspace.plan is not None:
            for report in _reports(workspace.portfolio(), lang):
                _assert_harmless(report)
    if mended:
        _mend(tree)


def _read_and_tell_some(data: bytes) -> None:
    """As :func:`read_and_tell` in one language, and mostly without what takes longest."""
    chance = crc32(data)
    formats = FORMATS if chance % 8 == 0 else [name for name in FORMATS if name != "sarif"]  # with every rule's page
    read_and_tell(data, [list(Lang)[chance % 3]], formats, mended=chance % 2 == 0)


def _tree(data: bytes) -> MemoryTree:
    """The portfolio that ``data`` is: the plan, unless it is empty, and three measures at most; or one measure."""
    plan, *measures = data.split(APART) if APART in data else (b"", data)
    return MemoryTree({PLAN: plan or _PLAN, **{f"measures/{i}.yaml": raw for i, raw in enumerate(measures[:3])}})


def _assert_readable(name: str, printed: str) -> None:
    """Whatever reads the format can read it."""
    _assert_harmless(printed)
    if name in ("json", "gitlab", "sarif"):
        json.loads(printed)
    if name == "junit":
        ET.fromstring(printed)  # noqa: S314  # our own


def _assert_harmless(printed: str) -> None:
    assert not any(map(hidden, set(printed) - {"\n"}))


def _mend(tree: MemoryTree) -> None:
    """What is mended is no worse, and needs no mending."""
    for unsafe in (False, True):
        mending = mend(tree, _found, unsafe=unsafe)
        _assert_harmless(diff(mending.files, _SCREEN).replace("\t", "").replace("\r\n", "\n"))  # lines of the file
        assert bool(mending.files) == bool(mending.count)
        after = MemoryTree({**tree.contents, **{file.name: file.after for file in mending.files}})
        assert _found(after) == mending.left
        assert mend(after, _found, unsafe=unsafe).files == ()
        if after.contents[PLAN] == tree.contents[PLAN]:  # else its unit may be another, and amounts too exact for it
            assert _unreadable(after) <= _unreadable(tree)


def _found(tree: OpenTree) -> tuple[Diagnostic, ...]:
    return check(tree).diagnostics


def _unreadable(tree: MemoryTree) -> set[str]:
    """The files that cannot be read, whatever the others say."""
    return {file.path for file in load(tree).left_out if file.why != "duplicate-id"}


def _reports(portfolio: Portfolio, lang: Lang) -> Iterator[str]:
    summary, placements = summarize(portfolio), place(portfolio)
    yield summary_text.terminal(summary_report(summary, lang), _SCREEN, lang)
    yield quadrant_text.terminal(placements, portfolio, _SCREEN, lang)
    yield json_reports.portfolio_json(summary, placements, lang, ())
    for measure in portfolio:
        yield explain_text.measure_text(explain(measure, portfolio), _SCREEN, lang)


_TODAY: Final = date(2013, 6, 10)
_ONE_MORE: Final = MemoryTree({**_LAST_TIME.contents, "measures/b.yaml": b"id: B\n"})


@lru_cache(maxsize=1)
def written() -> tuple[bytes, bytes]:
    """The two files of a store, as they are written."""
    with _store() as store:
        cache.check(_LAST_TIME, store, today=_TODAY)
        return store.head.read_bytes(), store.base.read_bytes()


@contextmanager
def _store(head: bytes = b"", base: bytes = b"") -> Iterator[cache.Store]:
    """A store with these files."""
    with tempfile.TemporaryDirectory() as folder:
        store = cache.Store(Path(folder), "0" * 32)
        store.head.write_bytes(head)
        store.base.write_bytes(base)
        yield store


def read_store(data: bytes) -> None:
    """Any bytes in a store are as no store at all, and those of a forged one are values of ours, or of no use."""
    head, base = written()
    for tree, files in ((_LAST_TIME, (data, base)), (_ONE_MORE, (head, data))):  # who has changed nothing reads no base
        with _store(*files) as store:
            assert cache.check(tree, store, today=_TODAY).diagnostics == _found(tree)
    values = data.split(APART)
    with _store(forged(*values[:4]), forged(*values[4:])) as store, suppress(cache._UselessError):  # noqa: SLF001
        cache._Last.read(store).looked(_LAST_TIME.contents)  # noqa: SLF001


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {"findings": _read_and_tell_some, "store": read_store}
