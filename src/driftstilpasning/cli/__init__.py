"""The command line: wiring, exit codes, and the one place where errors become messages."""

import contextlib
import os
import signal
import sys
from _thread import interrupt_main
from collections.abc import Callable, Sequence
from threading import Timer
from typing import NoReturn

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.explain import explain
from driftstilpasning.cli.export import export
from driftstilpasning.cli.help import Command, Group
from driftstilpasning.cli.importing import import_
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
from driftstilpasning.cli.session import Session, language
from driftstilpasning.cli.summarize import summarize
from driftstilpasning.cli.template import template
from driftstilpasning.cli.usage import usage_message
from driftstilpasning.cli.validate import validate
from driftstilpasning.errors import DtError, reason
from driftstilpasning.text import Lang, Text

_CALLED_WRONGLY = 2
_INTERRUPTED = 130
_STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
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
    (import_, words.IMPORT),
    (init, words.INIT),
    (new, words.NEW),
    (template, words.TEMPLATE),
    (schema, words.SCHEMA),
):
    app.command(function.__name__.rstrip("_"), cls=Command, help=text.en)(with_session(function))


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
    except BrokenPipeError:
        return 0
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # typer takes it for a failure that nobody reads on
            return 0
        raise
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except OSError as error:
        return _complain(_UNWRITABLE.render(lang, why=reason(error)))
    except typer.TyperException as error:
        return _complain(usage_message(error, lang))
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """``dt`` as a process of its own, with its streams and signals."""
    _open_streams()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes longer than our work
    code = _stoppable(lambda: run(sys.argv[1:]))
    _leave_streams()
    os._exit(code)  # to take down every module and object first, as Python does, is a sixth of a short command


def _stoppable(work: Callable[[], int]) -> int:
    """The exit code of ``work``; where it is stopped from outside it tidies up, and this is the code for that."""
    stopped: list[int] = []

    def stop(number: int, _: object) -> NoReturn:
        stopped.append(number)
        raise KeyboardInterrupt

    def unraisable(lost: "sys.UnraisableHookArgs") -> None:
        if stopped and isinstance(lost.exc_value, KeyboardInterrupt):  # it came within a callback, such as imports have
            Timer(0.01, interrupt_main, (stopped[0],)).start()  # once that is over
        else:
            sys.__unraisablehook__(lost)

    sys.unraisablehook = unraisable
    for number in _STOPPING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):  # else somebody wants it ignored
            signal.signal(number, stop)
    try:
        code = work()
    except BaseException:  # a library may have taken the interrupt for a failure of its own
        if not stopped:
            raise
        code = _INTERRUPTED
    for number in _STOPPING:
        signal.signal(number, signal.SIG_IGN)  # there is nothing left to be stopped
    return 128 + stopped[0] if stopped and code == _INTERRUPTED else code


def _open_streams() -> None:
    """Make the standard streams speak UTF-8. One that is closed is opened: a file could else be given its number."""
    for number, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):  # to write results nowhere is a failure
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115  # open to the end
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # always text streams
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _leave_streams() -> None:
    """Drop what cannot be written: it has been told, or nobody is there to be told."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _complain(message: str) -> int:
    """One line on stderr; a whole page, as for a call without a command, stands as it is."""
    with contextlib.suppress(OSError):
        sys.stderr.write(message if message.endswith("\n") else f"dt: {message}\n")
    return _CALLED_WRONGLY
