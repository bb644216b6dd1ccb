"""Where ``dt validate`` writes its findings, and in which formats."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from driftstilpasning.cli.options import apart, pick
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.output.diagnostics import FORMATS
from driftstilpasning.text import Text

if TYPE_CHECKING:
    from driftstilpasning.output.diagnostics.findings import Findings

_TWICE = Text(
    nb="--output-format: bare ett format kan skrives til skjermen; gi {form} en fil: {form}=FIL",
    nn="--output-format: berre eitt format kan skrivast til skjermen; gje {form} ei fil: {form}=FIL",
    en="--output-format: only one format can go to the screen; give {form} a file: {form}=FILE",
)
_SAME_FILE = Text(
    nb="--output-format: to formater kan ikke skrives til samme fil: {file}",
    nn="--output-format: to format kan ikkje skrivast til same fil: {file}",
    en="--output-format: two formats cannot be written to the same file: {file}",
)
_NO_NAME = Text(
    nb="--output-format: navnet på filen mangler etter {form}=",
    nn="--output-format: namnet på fila manglar etter {form}=",
    en="--output-format: the name of the file is missing after {form}=",
)
_NO_FOLDER = Text(
    nb="kan ikke skrive {file}: mappen {folder} finnes ikke",
    nn="kan ikkje skrive {file}: mappa {folder} finst ikkje",
    en="cannot write {file}: there is no folder {folder}",
)
_NO_STATISTICS = Text(
    nb="--statistics kan ikke skrives som {form}. Velg blant: {choices}",
    nn="--statistics kan ikkje skrivast som {form}. Vel mellom: {choices}",
    en="--statistics cannot be written as {form}. Choose among: {choices}",
)
_WITH_STATISTICS = ("full", "concise", "json")
_SPEAKING = frozenset({"full", "github"})
"""Formats for a person, who is told on stderr what they do not say themselves."""


@dataclass(frozen=True, slots=True)
class Output:
    """One format, and the file it goes to; None is stdout."""

    form: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Outputs:
    """Everything that one check writes."""

    each: tuple[Output, ...]
    statistics: bool = False
    """Whether how many findings there are of each code stands in their place."""

    @property
    def shown(self) -> str | None:
        """The format on stdout, if there is one."""
        return next((output.form for output in self.each if output.file is None), None)

    @property
    def speaking(self) -> bool:
        """Whether a person reads along: stdout has no format for machines."""
        return self.shown is None or self.shown in _SPEAKING

    @property
    def _render(self) -> "Callable[[str, Findings], str]":
        if self.statistics:
            from driftstilpasning.output import statistics

            return statistics.render
        from driftstilpasning.output import diagnostics

        return diagnostics.render

    def write(self, findings: "Findings", session: Session, root: Path) -> None:
        """Write ``findings`` of the portfolio in ``root`` in every format, stdout last.

        Raises:
            DtError: a file cannot be written.
        """
        from driftstilpasning.output.atomic import write_whole

        render = self._render
        placed = replace(findings, folder=folder_in_repository(root, os.environ))
        for output in self.each:
            if output.file is not None:
                text = render(output.form, placed)
                write_whole(output.file, text.encode("utf-8", "backslashreplace"))
        if self.shown is not None:
            session.write(render(self.shown, replace(placed, screen=session.screen())))


def chosen(said: Sequence[str], environ: Mapping[str, str], *, terminal: bool, statistics: bool = False) -> Outputs:
    """The outputs that ``--output-format`` asks for, each ``FORMAT`` or ``FORMAT=FILE``.

    Where nothing is said, GitHub's own log gets annotations, and everybody else the full text.

    Raises:
        DtError: an unknown format or one that ``statistics`` have not, two of them for stdout or for one file, a
            folder that is not there, or a file of a portfolio.
    """
    if not said:
        in_github = environ.get("GITHUB_ACTIONS") == "true" and not terminal and not statistics
        return Outputs((Output("github" if in_github else "full"),), statistics)
    outputs: list[Output] = []
    for output in map(_parsed, said):
        if any(output.file == other.file for other in outputs):
            raise DtError(_TWICE if output.file is None else _SAME_FILE, form=output.form, file=str(output.file))
        if statistics and output.form not in _WITH_STATISTICS:
            raise DtError(_NO_STATISTICS, form=output.form, choices=_WITH_STATISTICS)
        outputs.append(output)
    return Outputs(tuple(outputs), statistics)


def _parsed(said: str) -> Output:
    form, equals, name = said.partition("=")
    pick("--output-format", form, FORMATS)
    if not equals:
        return Output(form)
    if not name:
        raise DtError(_NO_NAME, form=form)
    file = Path(name)
    if not file.parent.is_dir():  # told before the work, not after
        raise DtError(_NO_FOLDER, file=name, folder=str(file.parent))
    return Output(form, apart(file))


def folder_in_repository(root: Path, environ: Mapping[str, str]) -> str:
    """The portfolio's folder as its repository names it; empty for the repository itself, or where there is none.

    The repository is the nearest folder above with ``.git``; without one, what GitHub or GitLab say it is, or the
    working folder.
    """
    real = Path(os.path.realpath(root))
    for base in _repositories(real, environ):
        if real.is_relative_to(base):
            return "" if real == base else real.relative_to(base).as_posix()
    return ""


def _repositories(root: Path, environ: Mapping[str, str]) -> Iterator[Path]:
    yield from (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    yield from (
        Path(os.path.realpath(environ[name])) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR") if environ.get(name)
    )
    yield Path(os.path.realpath("."))
