"""The options that commands share, and the manners of choosing among words."""

import inspect
import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from driftstilpasning import __version__
from driftstilpasning.cli import words
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Lang, Text

COLORS = ("auto", "always", "never")

_UNKNOWN = Text(
    nb="{option}: ukjent verdi {value}. Velg blant: {choices}",
    nn="{option}: ukjend verdi {value}. Vel mellom: {choices}",
    en="{option}: unknown value {value}. Choose among: {choices}",
)
_MEANT = Text(
    nb="{option}: ukjent verdi {value}. Mente du {meant}?",
    nn="{option}: ukjend verdi {value}. Meinte du {meant}?",
    en="{option}: unknown value {value}. Did you mean {meant}?",
)

_OF_PORTFOLIO = Text(
    nb="kan ikke skrive {file}: den filen hører til porteføljen. Gi filen et annet navn",
    nn="kan ikkje skrive {file}: den fila høyrer til porteføljen. Gje fila eit anna namn",
    en="cannot write {file}: that file belongs to the portfolio. Give the file another name",
)
_NO_DAY = Text(
    nb="{option}: {value} er ikke en dato. Skriv den som 2013-12-31",
    nn="{option}: {value} er ikkje ein dato. Skriv han som 2013-12-31",
    en="{option}: {value} is not a date. Write it as 2013-12-31",
)


def pick(option: str, value: str, choices: Iterable[str]) -> str:
    """``value`` when it is one of ``choices``.

    Raises:
        DtError: it is not; the nearest choice is suggested, else all are listed.
    """
    every = list(choices)
    if value in every:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value.lower(), every, n=1)
    if close:
        raise DtError(_MEANT, option=option, value=value, meant=close[0])
    raise DtError(_UNKNOWN, option=option, value=value, choices=every)


def apart(file: Path) -> Path:
    """``file``, to be written, where it is none that a portfolio is made of.

    Raises:
        DtError: it is a plan or a measure, or would be taken for one.
    """
    from driftstilpasning.source.tree import find_portfolio, holds

    for place in (Path(os.path.abspath(file)), Path(os.path.realpath(file))):  # noqa: PTH100  # links and all
        root = find_portfolio(place.parent)
        if root is not None and holds(place.relative_to(root).as_posix(), folder=False):
            raise DtError(_OF_PORTFOLIO, file=str(file))
    return file


def day(option: str, value: str | None) -> date | None:
    """The day that ``value`` says, if anything.

    Raises:
        DtError: it is no day, or written in another way than 2013-12-31.
    """
    if value is None:
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise DtError(_NO_DAY, option=option, value=value)
    return found


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"dt {__version__}")
        raise typer.Exit


PortfolioOption = Annotated[
    Path | None, typer.Option("--portfolio", envvar="DT_PORTFOLIO", metavar="DIR", help=words.PORTFOLIO.en)
]
LangOption = Annotated[str | None, typer.Option("--lang", metavar="nb|nn|en", help=words.LANG.en)]
ColorOption = Annotated[str | None, typer.Option("--color", metavar="|".join(COLORS), help=words.COLOR.en)]
QuietOption = Annotated[bool, typer.Option("--quiet", help=words.QUIET.en)]
VersionOption = Annotated[
    bool, typer.Option("--version", is_eager=True, callback=lambda value: _version(wanted=value), help=words.VERSION.en)
]
AllowErrors = Annotated[bool, typer.Option("--allow-errors", help=words.ALLOW_ERRORS.en)]
Plain = Annotated[bool, typer.Option("--plain", help=words.PLAIN.en)]
ReportFormat = Annotated[str, typer.Option("--output-format", metavar="text|json", help=words.OUTPUT_FORMAT.en)]
REPORT_FORMATS = ("text", "json")

_GLOBAL = {
    "portfolio": (PortfolioOption, None),
    "lang": (LangOption, None),
    "color": (ColorOption, None),
    "quiet": (QuietOption, False),
    "version": (VersionOption, False),
}


def settled(session: Session, given: dict[str, Any]) -> Session:
    """``session`` with the global options of ``given``, which are taken out of it.

    Raises:
        DtError: a language or colour that there is not.
    """
    lang, color = given.pop("lang"), given.pop("color")
    given.pop("version")
    return session.updated(
        portfolio=given.pop("portfolio"),
        lang=Lang(pick("--lang", lang, Lang)) if lang else None,
        color=pick("--color", color, COLORS) if color else None,
        quiet=given.pop("quiet"),
    )


def with_session(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the global options too, and a :class:`Session` in their place."""
    own = [p for p in inspect.signature(function).parameters.values() if p.name != "session"]

    def run(ctx: typer.Context, **given: Any) -> None:  # whatever the command's options are
        function(settled(ctx.obj, given), **given)

    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _GLOBAL.items()
    ]
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    keywords = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
    run.__signature__ = inspect.Signature([context, *keywords, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (context, *keywords, *shared)}
    run.__name__ = function.__name__
    return run
