"""Findings as text, one format a module. Each is a function of values: no printing, no exit code."""

from collections.abc import Sequence
from enum import StrEnum

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang


class Format(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def render(diagnostics: Sequence[Diagnostic], form: Format, screen: Screen, lang: Lang) -> str:
    """``diagnostics`` in one format; empty for none, except in JSON."""
    if form is Format.FULL:
        from driftstilpasning.output.diagnostics import full  # noqa: PLC0415

        return full.render(diagnostics, screen, lang)
    if form is Format.CONCISE:
        from driftstilpasning.output.diagnostics import concise  # noqa: PLC0415

        return concise.render(diagnostics, lang)
    from driftstilpasning.output.diagnostics import as_json  # noqa: PLC0415

    return as_json.render(diagnostics, lang)
