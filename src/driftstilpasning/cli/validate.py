"""``dt validate``: every fault, at its place, said once."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from driftstilpasning.cli import mending, outputs, words
from driftstilpasning.cli.choice import Choice, chosen
from driftstilpasning.cli.options import day
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Said, Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
    from driftstilpasning.cache import Verdict
    from driftstilpasning.checking.since import Change
    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.source.tree import FolderTree

_CLEAN = Text(
    nb="kontrollert: planen og {measures}. Ingenting å melde.",
    nn="kontrollert: planen og {measures}. Ingenting å melde.",
    en="checked: the plan and {measures}. Nothing to report.",
)
_READ = Text(
    nb="leste planen og {measures}: {nothing}",
    nn="las planen og {measures}: {nothing}",
    en="read the plan and {measures}: {nothing}",
)
_NOTHING_HERE = Text(
    nb="ingenting å melde i {paths}", nn="ingenting å melde i {paths}", en="nothing to report in {paths}"
)
_NOTHING_ASKED = Text(
    nb="ingenting å melde av det du spurte om",
    nn="ingenting å melde av det du spurde om",
    en="nothing to report of what was asked for",
)
_NOTHING_ASKED_HERE = Text(
    nb="ingenting å melde av det du spurte om i {paths}",
    nn="ingenting å melde av det du spurde om i {paths}",
    en="nothing to report of what was asked for in {paths}",
)
_SHOWN_HERE = Text(
    nb="dt: leste planen og {measures}; viser funn i {paths}",
    nn="dt: las planen og {measures}; viser funn i {paths}",
    en="dt: read the plan and {measures}; shown are findings in {paths}",
)
_SUPPRESSED = (
    Text(
        nb="{n} funn er skjult av en kommentar i filen",
        nn="{n} funn er skjult av ein kommentar i fila",
        en="{n} finding is suppressed by a comment in the file",
    ),
    Text(
        nb="{n} funn er skjult av kommentarer i filene",
        nn="{n} funn er skjulte av kommentarar i filene",
        en="{n} findings are suppressed by comments in the files",
    ),
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
_SAID = Text(nb="dt: {what}", nn="dt: {what}", en="dt: {what}")


def validate(  # noqa: PLR0913  # an argument for each option
    session: Session,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATHS", help=words.PATHS.en)] = None,
    *,
    output_format: Annotated[
        list[str] | None, typer.Option("--output-format", metavar="FORMAT[=FILE]", help=words.FINDINGS_FORMAT.en)
    ] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="CODES", help=words.SELECT.en)] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help=words.IGNORE.en)] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help=words.STATISTICS.en)] = False,
    strict: Annotated[bool, typer.Option("--strict", help=words.STRICT.en)] = False,
    changed_since: Annotated[
        str | None, typer.Option("--changed-since", metavar="REV", help=words.CHANGED_SINCE.en)
    ] = None,
    today: Annotated[str | None, typer.Option("--today", metavar="DATE", help=words.TODAY.en)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=words.NO_CACHE.en)] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help=words.JOBS.en)] = None,
    fix: Annotated[bool, typer.Option("--fix", help=words.FIX.en)] = False,
    diff: Annotated[bool, typer.Option("--diff", help=words.DIFF.en)] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help=words.UNSAFE_FIXES.en)] = False,
) -> None:
    """Check the whole portfolio, and show what is chosen of it and newer than ``changed_since``."""
    from driftstilpasning.cache import Store
    from driftstilpasning.diagnostic import exit_code
    from driftstilpasning.output.diagnostics.findings import Findings
    from driftstilpasning.source.tree import FolderTree

    output = outputs.chosen(output_format or (), os.environ, terminal=sys.stdout.isatty(), statistics=statistics)
    if unsafe_fixes and not fix and not diff:
        raise DtError(_UNSAFE_WHAT)
    choice = chosen(session, paths or (), select or (), ignore or ())
    tree = FolderTree(choice.root)
    change = _change(tree, changed_since) if changed_since is not None else None
    look = partial(session.verdict, today=day("--today", today), jobs=jobs)
    store, earlier_store = (None if no_cache else Store.of(choice.root, earlier=then) for then in (False, True))
    written = None
    if fix or diff:
        from driftstilpasning.checking.fixing import mend

        choose = partial(choice.among, touched=change.touched if change is not None else None)
        mended = mend(tree, lambda files: look(files, store).diagnostics, chosen=choose, unsafe=unsafe_fixes)
        if diff:
            raise typer.Exit(mending.show(mended, session, len(choose(mended.left))))
        written = mending.write(mended, session, tree)
    verdict = look(tree, store)
    here = found = choice.among(verdict.diagnostics)
    if change is not None:
        found = change.brought(here, lambda before: look(before, earlier_store).diagnostics)
    output.write(Findings(found, session.lang, lambda: choice.files(tree), strict=strict), session, choice.root)
    if output.speaking:
        _tell(verdict, found, output, session, choice, changed_since)
    if len(found) < len(here):
        session.say(_NOT_SHOWN, findings=counted(len(here) - len(found), *_OLDER))
    if written is not None:
        mending.tell(written, session, len(found))
    failed = written is not None and written.failures
    raise typer.Exit(mending.NOT_WRITTEN if failed else exit_code(found, strict=strict))


def _tell(
    verdict: "Verdict",
    found: "list[Diagnostic]",
    output: outputs.Outputs,
    session: Session,
    choice: Choice,
    since: str | None,
) -> None:
    """What the format on the screen does not say: how many there are, or that there are none; what is left out."""
    from driftstilpasning.output.diagnostics.findings import tally

    measures = counted(verdict.measures, *COUNTED["measure"])
    if found and output.shown != "full":
        session.say(_SAID, what=tally(found))
    if not verdict.diagnostics:
        session.say(_CLEAN, measures=measures)
    elif not found and since is not None:
        session.say(_CLEAN_SINCE, revision=since)
    elif not found:
        words = _NOTHING_HERE if choice.codes is None else _NOTHING_ASKED_HERE if choice.names else _NOTHING_ASKED
        session.say(_READ, measures=measures, nothing=Said(words, {"paths": choice.names}))
        session.report_findings(verdict.diagnostics)
    elif choice.names and "." not in choice.names:
        session.say(_SHOWN_HERE, measures=measures, paths=choice.names)
    suppressed = choice.among(verdict.suppressed)
    if suppressed:
        session.say(_SAID, what=counted(len(suppressed), *_SUPPRESSED))


def _change(tree: "FolderTree", revision: str) -> "Change":
    """What has changed since HEAD and ``revision`` parted."""
    from driftstilpasning.checking.since import Change
    from driftstilpasning.source.git import GitTree, merge_base
    from driftstilpasning.source.tree import MemoryTree

    earlier = GitTree(tree.root, merge_base(tree.root, revision))
    return Change.between(MemoryTree(dict(earlier.files())), tree)
