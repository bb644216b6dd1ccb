"""What typer says of a wrong call, in the reader's language and with a suggestion."""

from typing import Any

from driftstilpasning.text import Lang, Text

_NO_OPTION = Text(
    nb="ukjent valg {name}. Se «{command} --help»",
    nn="ukjent val {name}. Sjå «{command} --help»",
    en="no such option {name}. See `{command} --help`",
)
_NO_OPTION_MEANT = Text(
    nb="ukjent valg {name}. Mente du {meant}?",
    nn="ukjent val {name}. Meinte du {meant}?",
    en="no such option {name}. Did you mean {meant}?",
)
_NO_COMMAND = Text(
    nb="ukjent kommando {name}. Se «dt --help»",
    nn="ukjend kommando {name}. Sjå «dt --help»",
    en="no such command {name}. See `dt --help`",
)
_NO_COMMAND_MEANT = Text(
    nb="ukjent kommando {name}. Mente du «{meant}»?",
    nn="ukjend kommando {name}. Meinte du «{meant}»?",
    en="no such command {name}. Did you mean `{meant}`?",
)
MISSING = Text(
    nb="{name} mangler. Se «{command} --help»",
    nn="{name} manglar. Sjå «{command} --help»",
    en="{name} is missing. See `{command} --help`",
)
_BAD_USE = Text(
    nb="{name} er brukt feil. Se «{command} --help»",
    nn="{name} er brukt feil. Sjå «{command} --help»",
    en="{name} is used wrongly. See `{command} --help`",
)
_TOO_MANY = Text(
    nb="for mange argumenter. Se «{command} --help»",
    nn="for mange argument. Sjå «{command} --help»",
    en="too many arguments. See `{command} --help`",
)


def usage_message(error: Any, lang: Lang) -> str:
    """One line; for a call without any command, the help itself."""
    from difflib import get_close_matches

    command = error.ctx.command_path if getattr(error, "ctx", None) is not None else "dt"
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(error.format_message()).rstrip() + "\n"
    if kind == "NoSuchOption":
        options = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts]
        known = {name.lstrip("-"): name for name in options}
        close = [known[name] for name in get_close_matches(error.option_name.lstrip("-"), known, n=1)]
        text = _NO_OPTION_MEANT if close else _NO_OPTION
        return _render(text, lang, name=error.option_name, meant=close, command=command)
    if kind == "MissingParameter":
        return MISSING.render(lang, name=error.param.metavar or error.param.name.upper(), command=command)
    if kind == "BadOptionUsage":
        return _BAD_USE.render(lang, name=error.option_name, command=command)
    if kind == "BadParameter" and error.param is not None:
        return _BAD_USE.render(lang, name=error.param.opts[0], command=command)
    name = _unknown_command(error)
    if name:
        close = get_close_matches(name, list(error.ctx.command.commands), n=1)
        return _render(_NO_COMMAND_MEANT if close else _NO_COMMAND, lang, name=name, meant=close)
    return _TOO_MANY.render(lang, command=command)


def _render(text: Text, lang: Lang, **facts: Any) -> str:
    return text.render(lang, **facts)


def _unknown_command(error: Any) -> str:
    """The word that is no command; empty when something else is wrong."""
    if not hasattr(getattr(error.ctx, "command", None), "commands"):
        return ""
    words = [*getattr(error.ctx, "_protected_args", []), *error.ctx.args]
    message: str = error.message
    return next((word for word in words if word in message), message.split("'")[1] if "'" in message else "")
