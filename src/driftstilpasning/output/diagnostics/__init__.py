"""Findings as text, one format a module. Each is a function of values: no printing, no exit code."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from driftstilpasning.output.diagnostics.findings import Findings

FORMATS: Final = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")
"""Each the name of a module here whose ``render`` makes text of :class:`Findings`; loaded when it is asked for."""


def render(form: str, findings: "Findings") -> str:
    """``findings`` in one of :data:`FORMATS`."""
    return str(import_module(f"{__name__}.{form}").render(findings))
