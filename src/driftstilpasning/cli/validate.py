"""``dt validate``: every fault, at its place, said once."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from driftstilpasning.cli import mending, outputs, words
from driftstilpasning.cli.choice import Choice, chosen
from driftstilpasning.cli.options import day
from driftstilpasning.cli.outputs import Outputs
from driftstilpasning.cli.remarks import tell_findings, tell_of_none, tell_older
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text

if TYPE_CHECKING:
    from driftstilpasning.cache import Store, Verdict
    from driftstilpasning.checking.fixing import Mending
    from driftstilpasning.checking.since import Change
    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.source.tree import OpenTree

_UNSAFE_WHAT = Text(
    nb="--unsafe-fixes brukes sammen med --fix, eller med --diff for bare å se",
    nn="--unsafe-fixes vert brukt saman med --fix, eller med --diff for berre å sjå",
    en="--unsafe-fixes goes with --fix, or with --diff to look only",
)
_WATCH_ALONE = Text(
    nb="--watch kan ikke brukes sammen med --fix eller --diff",
    nn="--watch kan ikkje brukast saman med --fix eller --diff",
    en="--watch does not go with --fix or --diff",
)


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
    watch: Annotated[bool, typer.Option("--watch", help=words.WATCH.en)] = False,
) -> None:
    """Check the whole portfolio, and show what is chosen of it and newer than ``changed_since``."""
    from driftstilpasning.cache import Store

    output = outputs.chosen(output_format or (), os.environ, terminal=sys.stdout.isatty(), statistics=statistics)
    if unsafe_fixes and not fix and not diff:
        raise DtError(_UNSAFE_WHAT)
    if watch and (fix or diff):
        raise DtError(_WATCH_ALONE)
    choice = chosen(session, paths or (), select or (), ignore or ())
    now, then = (None if no_cache else Store.of(choice.root, earlier=earlier) for earlier in (False, True))
    check = _Check(session, choice, output, strict, changed_since, day("--today", today), jobs, now, then)
    if watch:
        from driftstilpasning.cli import watching

        check.prepare()
        watching.watch(choice.root, check.run, session)
    if diff:
        raise typer.Exit(check.diff(unsafe=unsafe_fixes))
    raise typer.Exit(check.fix(unsafe=unsafe_fixes) if fix else check.run())


@dataclass(frozen=True, slots=True)
class _Check:
    """What one call asks for."""

    session: Session
    choice: Choice
    output: Outputs
    strict: bool
    since: str | None
    today: date | None
    jobs: int | None
    store: "Store | None"
    earlier: "Store | None"

    def prepare(self) -> None:
        """Nothing, where what is asked for can be had.

        Raises:
            DtError: there is no such revision to compare with.
        """
        if self.since is not None:
            from driftstilpasning.source.git import merge_base

            merge_base(self.choice.root, self.since)

    def run(self) -> int:
        """Write the findings; 1 where they are failures."""
        from driftstilpasning.diagnostic import exit_code

        return exit_code(self._write(), strict=self.strict)

    def diff(self, *, unsafe: bool) -> int:
        """Show what could be mended; 1 where there is anything."""
        mended = self._mended(unsafe=unsafe)
        return mending.show(mended, self.session, len(self.choice.among(mended.left, self._change())))

    def fix(self, *, unsafe: bool) -> int:
        """Mend what can be mended, and write the findings that are left."""
        from driftstilpasning.diagnostic import exit_code

        written = mending.write(self._mended(unsafe=unsafe), self.session, self.choice.tree)
        left = self._write()
        mending.tell(written, self.session, len(left))
        return mending.NOT_WRITTEN if written.failures else exit_code(left, strict=self.strict)

    def _write(self) -> "list[Diagnostic]":
        """Write what is asked for of the findings, and tell about it."""
        from driftstilpasning.output.diagnostics.findings import Findings

        session, choice, output = self.session, self.choice, self.output
        session.require_plan(choice.root)
        verdict = self._look(choice.tree, self.store)
        here = found = choice.shown(verdict.diagnostics)
        change = self._change()
        if change is not None:
            found = change.brought(here, lambda before: self._look(before, self.earlier).diagnostics)
        output.write(Findings(found, session.lang, choice.files, strict=self.strict), session, choice.root)
        if output.speaking:
            tell_findings(session, verdict, found, choice, counts=output.shown != "full", since=self.since)
        tell_older(session, len(here) - len(found))
        if not verdict.measures and all(one.where.file == PLAN for one in verdict.diagnostics):
            tell_of_none(session, choice.root)
        return found

    def _mended(self, *, unsafe: bool) -> "Mending":
        from driftstilpasning.checking.fixing import mend

        change = self._change()
        return mend(
            self.choice.tree,
            lambda files: self._look(files, self.store).diagnostics,
            chosen=lambda found: self.choice.among(found, change),
            unsafe=unsafe,
        )

    def _look(self, tree: "OpenTree", store: "Store | None") -> "Verdict":
        return self.session.verdict(tree, store, today=self.today, jobs=self.jobs)

    def _change(self) -> "Change | None":
        """What has changed since HEAD and the revision that was said parted."""
        if self.since is None:
            return None
        from driftstilpasning.checking.since import Change
        from driftstilpasning.source.git import GitTree, merge_base
        from driftstilpasning.source.tree import MemoryTree

        tree = self.choice.tree
        commit = merge_base(tree.root, self.since)
        earlier = GitTree(tree.root, commit).files() if commit is not None else ()
        return Change.between(MemoryTree(dict(earlier)), tree)
