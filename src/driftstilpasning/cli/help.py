"""``--help`` in the reader's language: typer's commands with our own words and layout."""

import textwrap
from typing import Any

from typer.core import TyperCommand, TyperGroup

from driftstilpasning.cli import words
from driftstilpasning.cli.session import Session
from driftstilpasning.text import Lang, Text

_WIDEST = 100


class Command(TyperCommand):
    """A command whose help speaks the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, arguments and options."""
        formatter.write(_page(self, ctx))


class Group(TyperGroup):
    """``dt`` itself."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, commands and options."""
        formatter.write(_page(self, ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # typer calls it with the context
        """The commands in the order in which a portfolio meets them."""
        return list(self.commands)


def _page(command: Any, ctx: Any) -> str:
    session = ctx.find_root().obj
    lang = session.lang if isinstance(session, Session) else Lang.EN
    width = min(_WIDEST, session.width if isinstance(session, Session) else 80)
    pieces = " ".join(command.collect_usage_pieces(ctx)).replace("{", "").replace("}", "")
    pieces = pieces.replace("COMMAND [ARGS]...", f"{words.COMMAND.render(lang)} …")
    pieces = pieces.replace("[OPTIONS]", f"[{words.OPTIONS.render(lang).upper()}]")
    page = f"{words.USAGE.render(lang)}: {ctx.command_path} {pieces}\n\n"
    page += "\n".join(textwrap.wrap(_said(command.help, lang), width - 2, initial_indent="  ", subsequent_indent="  "))
    params = command.get_params(ctx)
    shared = {"portfolio", "lang", "color", "quiet", "version", "help"}
    arguments = [p for p in params if p.param_type_name == "argument"]
    own = [p for p in params if p.param_type_name == "option" and p.name not in shared]
    everywhere = [p for p in params if p.name in shared]
    commands = getattr(command, "commands", {})
    for title, rows in (
        (words.COMMANDS, [(name, _said(one.help, lang)) for name, one in commands.items()]),
        (words.ARGUMENTS, [(p.metavar or p.name.upper(), _said(p.help, lang)) for p in arguments]),
        (words.OPTIONS, [(_names(p), _said(p.help, lang)) for p in own]),
        (words.GLOBAL_OPTIONS, [(_names(p), _said(p.help, lang)) for p in everywhere]),
    ):
        page += _section(title, rows, width, lang)
    return page + "\n"


def _section(title: Text, rows: list[tuple[str, str]], width: int, lang: Lang) -> str:
    if not rows:
        return ""
    first = max(len(name) for name, _ in rows) + 4
    text = f"\n\n{title.render(lang)}:"
    for name, said in rows:
        lines = textwrap.wrap(said, max(20, width - first)) or [""]
        text += f"\n  {name:<{first - 2}}" + f"\n{' ' * first}".join(lines)
    return text


def _names(param: Any) -> str:
    """The option's names and what it takes."""
    takes = "" if param.is_flag else f" {param.metavar or param.name.upper()}"
    return ", ".join(sorted(param.opts, key=len)) + takes


def _said(english: str | None, lang: Lang) -> str:
    """The text that typer was given, in the reader's language."""
    text = words.BY_ENGLISH.get(english or "")  # typer's own --help is among them
    return text.render(lang) if text is not None else english or ""
