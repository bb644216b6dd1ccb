"""``dt validate``: every fault, at its place, said once."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from driftstilpasning.cli import outputs, words
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
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
_TALLY = Text(nb="dt: {tally}", nn="dt: {tally}", en="dt: {tally}")


def validate(
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
) -> None:
    """Check the whole portfolio, and show what stands in ``paths`` and is newer than ``changed_since``."""
    from driftstilpasning.cache import Store
    from driftstilpasning.diagnostic import exit_code
    from driftstilpasning.output.diagnostics.findings import Findings, tally
    from driftstilpasning.source.tree import FolderTree

    output = outputs.chosen(output_format or (), os.environ, terminal=sys.stdout.isatty())
    for path in paths or ():
        if not os.path.lexists(path):
            raise DtError(_MISSING, path=str(path))
    root = session.root(paths[0] if paths else None)
    chosen = [_inside(path, root) for path in paths or ()]
    tree = FolderTree(root)
    earlier = _earlier(root, changed_since) if changed_since is not None else None
    verdict = session.verdict(tree, None if no_cache else Store.of(root), jobs=jobs)
    everything = verdict.diagnostics
    found = [d for d in everything if _chosen(d.where.file, chosen)]
    older = 0
    if earlier is not None:
        from driftstilpasning.checking.since import brought, changed

        store = None if no_cache else Store.of(root, earlier=True)
        new = brought(found, changed(earlier, tree), lambda: session.verdict(earlier, store, jobs=jobs).diagnostics)
        found, older = new, len(found) - len(new)
    findings = Findings(found, session.lang, lambda: _files(tree, chosen), strict=strict)
    output.write(findings, session, root)
    if found and output.speaking and output.shown != "full":
        session.say(_TALLY, tally=tally(found))
    if not found and output.speaking:
        if not everything:
            session.say(_CLEAN, measures=counted(verdict.measures, *COUNTED["measure"]))
        elif changed_since is not None:
            session.say(_CLEAN_SINCE, revision=changed_since)
        else:
            session.say(_CLEAN_HERE, paths=chosen)
            session.report_findings(everything)
    if older:
        session.say(_NOT_SHOWN, findings=counted(older, *_OLDER))
    raise typer.Exit(exit_code(found, strict=strict))


def _earlier(root: Path, revision: str) -> "OpenTree":
    """The portfolio as it was where HEAD and ``revision`` parted."""
    from driftstilpasning.source.git import GitTree, merge_base
    from driftstilpasning.source.tree import MemoryTree

    return MemoryTree(dict(GitTree(root, merge_base(root, revision)).files()))


def _inside(path: Path, root: Path) -> str:
    """``path`` as it is named in the portfolio."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100  # links stay
    except ValueError:
        raise DtError(_OUTSIDE, path=str(path), root=str(root)) from None


def _files(tree: "Tree", chosen: list[str]) -> Iterator[str]:
    return (name for name, _ in tree.files() if _chosen(name, chosen))


def _chosen(name: str, chosen: list[str]) -> bool:
    return not chosen or any(one in (".", name) or name.startswith(f"{one}/") for one in chosen)
