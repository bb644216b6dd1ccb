"""What every command shares: language, portfolio, screen, and the messages beside the result.

Light on purpose: nothing here loads the model before a command asks for a portfolio.
"""

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from driftstilpasning.errors import DtError
from driftstilpasning.text import Lang, Text, counted

if TYPE_CHECKING:
    from datetime import date

    from driftstilpasning.cache import Store, Verdict
    from driftstilpasning.checking import Checked, Progress
    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.output.layout import Screen
    from driftstilpasning.source.tree import OpenTree
    from driftstilpasning.workspace import LeftOut

_NARROWEST = 40
"""Cells; on a narrower terminal lines go on in the next."""

_PATIENCE = 1.0
"""Seconds before a person is told how far the work has come."""

_NO_PORTFOLIO = Text(
    nb="ingen portefølje her: fant ikke budgets/plan.yaml i {start} eller oppover. "
    "Bruk --portfolio, eller lag en med «dt init»",
    nn="ingen portefølje her: fann ikkje budgets/plan.yaml i {start} eller oppover. "
    "Bruk --portfolio, eller lag ein med «dt init»",
    en="no portfolio here: no budgets/plan.yaml in {start} or above. Use --portfolio, or make one with `dt init`",
)
_OTHER_NAME = Text(
    nb="fant {found}, men planen må hete budgets/plan.yaml: gi filen nytt navn",
    nn="fann {found}, men planen må heite budgets/plan.yaml: gje fila nytt namn",
    en="found {found}, but the plan must be called budgets/plan.yaml: rename the file",
)
_NO_FOLDER = Text(nb="mappen finnes ikke: {path}", nn="mappa finst ikkje: {path}", en="no such folder: {path}")
_READING = Text(nb="Leser filer: {n}", nn="Les filer: {n}", en="Reading files: {n}")
_REFUSED = Text(
    nb="dt: ingen tall, fordi {files} ikke kan leses og beløpene er ukjente:",
    nn="dt: ingen tal, fordi {files} ikkje kan lesast og beløpa er ukjende:",
    en="dt: no figures, because {files} cannot be read and the amounts are unknown:",
)
_ALLOW = Text(
    nb="Rett dem («dt validate»), eller regn uten dem med --allow-errors.",
    nn="Rett dei («dt validate»), eller rekn utan dei med --allow-errors.",
    en="Mend them (`dt validate`), or compute without them with --allow-errors.",
)
_REFUSED_PLAN = Text(
    nb="dt: ingen tall, fordi planen ikke kan leses:",
    nn="dt: ingen tal, fordi planen ikkje kan lesast:",
    en="dt: no figures, because the plan cannot be read:",
)
_LEFT_OUT = Text(
    nb="dt: holdt utenfor, fordi de ikke kan leses: {paths}",
    nn="dt: haldne utanfor, fordi dei ikkje kan lesast: {paths}",
    en="dt: left out, because they cannot be read: {paths}",
)
_FOUND = Text(
    nb="dt: kontrollen fant {counts}: se «dt validate»",
    nn="dt: kontrollen fann {counts}: sjå «dt validate»",
    en="dt: the check found {counts}: see `dt validate`",
)


WRITTEN = Text(nb="skrev {path}", nn="skreiv {path}", en="wrote {path}")


@dataclass(frozen=True)
class Session:
    """The global options, settled."""

    lang: Lang
    portfolio: Path | None = None
    color: str = "auto"
    quiet: bool = False

    def updated(self, *, portfolio: Path | None, lang: Lang | None, color: str | None, quiet: bool) -> "Session":
        """The session with what stood after the command's name."""
        return replace(
            self,
            portfolio=portfolio or self.portfolio,
            lang=lang or self.lang,
            color=color or self.color,
            quiet=quiet or self.quiet,
        )

    @property
    def width(self) -> int:
        """How many cells wide the reader's terminal is."""
        return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)

    def screen(self) -> "Screen":
        """What the reader's terminal can show."""
        from driftstilpasning.output.layout import Screen

        dumb = os.environ.get("TERM") == "dumb"
        auto = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not dumb
        colored = self.color == "always" or (self.color == "auto" and auto)
        return Screen(self.width, colored, boxes=not dumb)

    def root(self, start: Path | None = None) -> Path:
        """The portfolio's folder.

        Raises:
            DtError: there is none.
        """
        from driftstilpasning.source.tree import find_portfolio

        if self.portfolio is not None and not self.portfolio.is_dir():
            raise DtError(_NO_FOLDER, path=str(self.portfolio))
        begin = self.portfolio or start or Path.cwd()
        written = Path(os.path.abspath(begin))  # noqa: PTH100  # a link belongs to the portfolio that it lies in
        found = begin if self.portfolio is not None else find_portfolio(written) or find_portfolio(begin.resolve())
        self.require_plan(found or begin)
        return found or begin

    def require_plan(self, folder: Path) -> None:
        """Nothing, where ``folder`` has a plan: it may have gone since the folder was found.

        Raises:
            DtError: it has none.
        """
        from driftstilpasning.source.tree import PLAN

        if os.path.lexists(folder / PLAN):
            return
        misnamed = [name for name in ("plan.yml", "plan.YAML", "plan.YML") if (folder / "budgets" / name).exists()]
        if misnamed:
            raise DtError(_OTHER_NAME, found=f"budgets/{misnamed[0]}")
        raise DtError(_NO_PORTFOLIO, start=str(folder))

    def check(self) -> "Checked":
        """Read and check the portfolio, and say how far it has come when it takes long."""
        from driftstilpasning.checking import check
        from driftstilpasning.source.tree import FolderTree

        tree = FolderTree(self.root())
        with self._progress() as tick:
            return check(tree, progress=tick)

    def verdict(self, tree: "OpenTree", store: "Store | None", *, today: "date | None", jobs: int | None) -> "Verdict":
        """All findings, by looking at no more than is needed, and how far it has come when that takes long."""
        from driftstilpasning import cache

        with self._progress() as tick:
            return cache.check(tree, store, today=today, jobs=jobs, progress=tick)

    def say(self, text: Text, **facts: object) -> None:
        """A message beside the result, on stderr, unless quiet."""
        if not self.quiet:
            self.complain(text.render(self.lang, **facts))

    def complain(self, text: str) -> None:
        """A message beside the result, on stderr, in any case."""
        sys.stderr.write(text + "\n")

    def write(self, text: str) -> None:
        """A result, on stdout."""
        sys.stdout.write(text)

    def refuse_if_unreadable(self, checked: "Checked", *, allow_errors: bool) -> "Sequence[LeftOut]":
        """The files that are left out, where that is allowed; else exit 1 naming them and giving no figures."""
        left_out = checked.workspace.left_out
        if checked.workspace.plan is None:
            from driftstilpasning.source.tree import PLAN

            self._refuse(checked, [PLAN], _REFUSED_PLAN)
        if left_out and not allow_errors:
            self._refuse(checked, [file.path for file in left_out], _REFUSED)
        if left_out:
            self.say(_LEFT_OUT, paths=[file.path for file in left_out])
        return left_out

    def report_findings(self, diagnostics: "Sequence[Diagnostic]") -> None:
        """How many errors and warnings there are, on stderr."""
        from driftstilpasning.text.labels import COUNTED

        found = Counter(diagnostic.severity.value for diagnostic in diagnostics)
        counts = [counted(found[level], *COUNTED[level]) for level in ("error", "warning") if found[level]]
        if counts:
            self.say(_FOUND, counts=counts)

    def _refuse(self, checked: "Checked", paths: list[str], why: Text) -> None:
        from driftstilpasning.output.diagnostics import render
        from driftstilpasning.output.diagnostics.findings import Findings
        from driftstilpasning.text.labels import COUNTED

        files = counted(len(paths), *COUNTED["file"])
        self.complain(why.render(self.lang, files=files))
        unreadable = [d for d in checked.diagnostics if d.where.file in paths and d.severity == "error"]
        sys.stderr.write(render("concise", Findings(unreadable, self.lang)))
        if checked.workspace.plan is not None:
            self.complain(_ALLOW.render(self.lang))
        raise typer.Exit(1)

    @contextmanager
    def _progress(self) -> "Iterator[Progress | None]":
        """A callback that shows a count on a terminal once a second has gone."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        started = time.monotonic()
        shown = None

        def tick(count: int) -> None:
            nonlocal shown
            if count % 100 or time.monotonic() - started < _PATIENCE:
                return
            if shown is None:
                from rich.console import Console

                shown = Console(stderr=True).status("")
                shown.start()
            shown.update(_READING.render(self.lang, n=Decimal(count)))

        try:
            yield tick
        finally:
            if shown is not None:
                shown.stop()


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The reader's language before the command line is parsed: ``--lang``, ``DT_LANG``, the locale, bokmål."""
    said = [b for a, b in pairwise(arguments) if a == "--lang"]
    said += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    spoken = locale.split("_")[0].split(".")[0]
    words = (*said[-1:], environ.get("DT_LANG", ""), "nb" if spoken == "no" else spoken)
    return next((Lang(word) for word in words if word in tuple(Lang)), Lang.NB)
