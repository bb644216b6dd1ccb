"""Findings as a JSON array: a contract. Add keys freely; rename or drop none."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.output.exact_json import Json, dumps
from driftstilpasning.text import Lang


def render(diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """Every finding, in path, line, column order; lines and columns count from 1, the end is exclusive."""
    return dumps([_one(diagnostic, lang) for diagnostic in diagnostics])


def _one(diagnostic: Diagnostic, lang: Lang) -> Json:
    span = diagnostic.where.span
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.render(lang, **diagnostic.facts),
        "help": diagnostic.help.render(lang, **diagnostic.facts) if diagnostic.help is not None else None,
        "path": diagnostic.where.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "measure": diagnostic.measure,
        "related": [
            {
                "path": related.where.file,
                "line": related.where.span.line,
                "column": related.where.span.column,
                "message": related.message.render(lang, **related.facts),
            }
            for related in diagnostic.related
        ],
    }
