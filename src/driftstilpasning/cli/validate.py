"""``dt validate``: every fault, at its place, said once."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from driftstilpasning.cli import mending, outputs, words
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
    from driftstilpasning.cache import Verdict
    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.source.tree import OpenTree, Tree

_MISSING = Text(nb="finnes ikke: {path}", nn="finst ikkje: {path}", en="no such file or folder: {path}")
_OUTSIDE = Text(
    nb="{path} ligger ikke i porteføljen {root}",
    nn="{path} ligg ikkje i porteføljen {root}",
    en="{path} does not lie in the portfolio {root}",
)
_CLEAN = Text(
    nb="kontrollert: planen og {measures}. Ingenting å melde.",
    nn="kontrollert: planen og {measures}. Ingenting å melde.",
    en="checked: the plan and {measures}. Nothing to report.",
)
_CLEAN_HERE = Text(
    nb="ingenting å melde i {paths}",
    nn="ingenting å melde i {paths}",
    en="nothing to report in {paths}",
)
_CLEAN_SINCE = Text(
    nb="ingenting nytt å melde siden {revision}",
    nn="ingenting nytt å melde sidan {revision}",
    en="nothing new to report since {revision}",
)
_NOT_SHOWN = Text(nb="dt: viser ikke {findings}", nn="dt: viser ikkje {findings}", en="dt: not shown: {findings}")
_OLDER = (
    Text(
        nb="{n} eldre funn i en uendret fil",
        nn="{n} eldre funn i ei uendra fil",
        en="{n} older finding in an unchanged file",
    ),
    Text(
        nb="{n} eldre funn i uendrede filer",
        nn="{n} eldre funn i uendra filer",
        en="{n} older findings in unchanged files",
    ),
)
_UNSAFE_WHAT = Text(
    nb="--unsafe-fixes brukes sammen med --fix, eller med --diff for bare å se",
    nn="--unsafe-fixes vert brukt saman med --fix, eller med --diff for berre å sjå",
    en="--unsafe-fixes goes with --fix, or with --diff to look only",
)
_TALLY = Text(nb="dt: {tally}", nn="dt: {tally}", en="dt: {tally}")


def validate(  # noqa: PLR0913  # an argument for each option
    session: Session,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATHS", help=words.PATHS.en)] = None,
    *,
    output_format: Annotated[
        list[str] | None, typer.Option("--output-format", metavar="FORMAT[=FILE]", help=words.FINDINGS_FORMAT.en)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=words.STRICT.en)] = False,
    changed_since: Annotated[
        str | None, typer.Option("--changed-since", metavar="REV", help=words.CHANGED_SINCE.en)
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=words.NO_CACHE.en)] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help=words.JOBS.en)] = None,
    fix: Annotated[bool, typer.Option("--fix", help=words.FIX.en)] = False,
    diff: Annotated[bool, typer.Option("--diff", help=words.DIFF.en)] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help=words.UNSAFE_FIXES.en)] = False,
) -> None:
    """Check the whole portfolio, and show what stands in ``paths`` and is newer than ``changed_since``."""
    from driftstilpasning.cache import Store
    from driftstilpasning.diagnostic import exit_code
    from driftstilpasning.output.diagnostics.findings import Findings
    from driftstilpasning.source.tree import FolderTree

    output = outputs.chosen(output_format or (), os.environ, terminal=sys.stdout.isatty())
    if unsafe_fixes and not fix and not diff:
        raise DtError(_UNSAFE_WHAT)
    root, chosen = _asked(session, paths or [])
    tree = FolderTree(root)
    earlier = _earlier(root, changed_since) if changed_since is not None else None
    touched = _touched(earlier, tree) if earlier is not None else None
    look = partial(session.verdict, store=None if no_cache else Store.of(root), jobs=jobs)
    written = None
    if fix or diff:
        from driftstilpasning.checking.fixing import mend

        choose = partial(_in_files, chosen=chosen, touched=touched)
        mended = mend(tree, lambda files: look(files).diagnostics, chosen=choose, unsafe=unsafe_fixes)
        if diff:
            raise typer.Exit(mending.show(mended, session, len(choose(mended.left))))
        written = mending.write(mended, session, tree)
    verdict = look(tree)
    here = found = _in_files(verdict.diagnostics, chosen)
    if earlier is not None and touched is not None:
        store = None if no_cache else Store.of(root, earlier=True)
        from driftstilpasning.checking.since import brought

        found = brought(here, touched, lambda: session.verdict(earlier, store, jobs=jobs).diagnostics)
    output.write(Findings(found, session.lang, lambda: _files(tree, chosen), strict=strict), session, root)
    if output.speaking:
        _tell(verdict, found, output, session, changed_since or chosen)
    if len(found) < len(here):
        session.say(_NOT_SHOWN, findings=counted(len(here) - len(found), *_OLDER))
    if written is not None:
        mending.tell(written, session, len(found))
    failed = written is not None and written.failures
    raise typer.Exit(mending.NOT_WRITTEN if failed else exit_code(found, strict=strict))


def _tell(
    verdict: "Verdict", found: "list[Diagnostic]", output: outputs.Outputs, session: Session, asked: str | list[str]
) -> None:
    """What the format on the screen does not say: how many there are, or that there are none where it was ``asked``."""
    from driftstilpasning.output.diagnostics.findings import tally

    if found and output.shown != "full":
        session.say(_TALLY, tally=tally(found))
    elif found:
        return
    elif not verdict.diagnostics:
        session.say(_CLEAN, measures=counted(verdict.measures, *COUNTED["measure"]))
    elif isinstance(asked, str):
        session.say(_CLEAN_SINCE, revision=asked)
    else:
        session.say(_CLEAN_HERE, paths=asked)
        session.report_findings(verdict.diagnostics)


def _asked(session: Session, paths: list[Path]) -> tuple[Path, list[str]]:
    """The portfolio's folder, and the names there of the ``paths`` that are asked for."""
    for path in paths:
        if not os.path.lexists(path):
            raise DtError(_MISSING, path=str(path))
    root = session.root(paths[0] if paths else None)
    return root, [_inside(path, root) for path in paths]


def _earlier(root: Path, revision: str) -> "OpenTree":
    """The portfolio as it was where HEAD and ``revision`` parted."""
    from driftstilpasning.source.git import GitTree, merge_base
    from driftstilpasning.source.tree import MemoryTree

    return MemoryTree(dict(GitTree(root, merge_base(root, revision)).files()))


def _touched(earlier: "Tree", tree: "Tree") -> frozenset[str]:
    from driftstilpasning.checking.since import changed

    return changed(earlier, tree)


def _inside(path: Path, root: Path) -> str:
    """``path`` as it is named in the portfolio."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100  # links stay
    except ValueError:
        raise DtError(_OUTSIDE, path=str(path), root=str(root)) from None


def _in_files(
    found: "Iterable[Diagnostic]", chosen: list[str], touched: frozenset[str] | None = None
) -> "list[Diagnostic]":
    """Those of ``found`` that stand in the chosen files, and in those that were touched where that matters."""
    return [one for one in found if _chosen(one.where.file, chosen) and (touched is None or one.where.file in touched)]


def _files(tree: "Tree", chosen: list[str]) -> Iterator[str]:
    return (name for name, _ in tree.files() if _chosen(name, chosen))


def _chosen(name: str, chosen: list[str]) -> bool:
    return not chosen or any(one in (".", name) or name.startswith(f"{one}/") for one in chosen)
