"""One line a finding: ``file:line:column: CODE message``."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.text import Lang
from driftstilpasning.text.safe import printable


def render(diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """Each finding on a line of its own."""
    return "".join(_line(diagnostic, lang) for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic, lang: Lang) -> str:
    span = diagnostic.where.span
    message = diagnostic.message.render(lang, **diagnostic.facts)
    name = printable(diagnostic.where.file)
    return f"{name}:{span.line}:{span.column}: {diagnostic.code} {message}\n"
