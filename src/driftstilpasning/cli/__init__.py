"""The command line: wiring, exit codes, and the one place where errors become messages."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.explain import explain
from driftstilpasning.cli.export import export
from driftstilpasning.cli.help import Command, Group
from driftstilpasning.cli.init import init
from driftstilpasning.cli.new import new
from driftstilpasning.cli.options import (
    ColorOption,
    LangOption,
    PortfolioOption,
    QuietOption,
    VersionOption,
    pick,
    settled,
    with_session,
)
from driftstilpasning.cli.quadrant import quadrant
from driftstilpasning.cli.schema import schema
from driftstilpasning.cli.session import ReaderGone, Session, language
from driftstilpasning.cli.summarize import summarize
from driftstilpasning.cli.usage import usage_message
from driftstilpasning.cli.validate import validate
from driftstilpasning.errors import DtError, reason
from driftstilpasning.text import Lang, Text

_CALLED_WRONGLY = 2
_INTERRUPTED = 130
_UNWRITABLE = Text(
    nb="kunne ikke skrive eller lese: {why}",
    nn="kunne ikkje skrive eller lese: {why}",
    en="could not write or read: {why}",
)

app = typer.Typer(
    cls=Group,
    name="dt",
    help=words.APP.en,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for function, text in (
    (validate, words.VALIDATE),
    (explain, words.EXPLAIN),
    (quadrant, words.QUADRANT),
    (summarize, words.SUMMARIZE),
    (export, words.EXPORT),
    (init, words.INIT),
    (new, words.NEW),
    (schema, words.SCHEMA),
):
    app.command(function.__name__, cls=Command, help=text.en)(with_session(function))


@app.callback(help=words.APP.en)
def _dt(
    ctx: typer.Context,
    *,
    portfolio: PortfolioOption = None,
    lang: LangOption = None,
    color: ColorOption = None,
    quiet: QuietOption = False,
    version: VersionOption = False,
) -> None:
    given = {"portfolio": portfolio, "lang": lang, "color": color, "quiet": quiet, "version": version}
    ctx.obj = settled(ctx.obj, given)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; what goes wrong is one line on stderr."""
    lang = language(arguments, os.environ)
    try:
        pick("DT_LANG", os.environ.get("DT_LANG") or lang, Lang)
        code = app(args=list(arguments), prog_name="dt", standalone_mode=False, obj=Session(lang))
        sys.stdout.flush()
    except DtError as error:
        return _complain(error.render(lang))
    except (BrokenPipeError, ReaderGone):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except OSError as error:
        return _complain(_UNWRITABLE.render(lang, why=reason(error)))
    except typer.TyperException as error:
        return _complain(usage_message(error, lang))
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """``dt``."""
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # always text streams
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes longer than our work
    gc.disable()  # one command and out: going through ten thousand measures for cycles costs more than reading them
    sys.exit(run(sys.argv[1:]))


def _complain(message: str) -> int:
    """One line on stderr; a whole page, as for a call without a command, stands as it is."""
    sys.stderr.write(message if message.endswith("\n") else f"dt: {message}\n")
    return _CALLED_WRONGLY
