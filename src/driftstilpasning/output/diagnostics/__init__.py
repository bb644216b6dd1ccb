"""Findings as text, one format a module. Each is a function of values: no printing, no exit code."""

from collections.abc import Sequence

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.output.diagnostics import as_json, concise, full
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang


def render(diagnostics: Sequence[Diagnostic], form: str, screen: Screen, lang: Lang) -> str:
    """``diagnostics`` as ``full``, ``concise`` or ``json``; no findings are no text, except in JSON."""
    if form == "full":
        return full.render(diagnostics, screen, lang)
    return concise.render(diagnostics, lang) if form == "concise" else as_json.render(diagnostics, lang)
