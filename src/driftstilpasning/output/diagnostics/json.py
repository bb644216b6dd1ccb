"""Findings as a JSON array: a contract. Add keys freely; rename or drop none."""

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.output.diagnostics.findings import Findings, cause, cure
from driftstilpasning.output.exact_json import Json, dumps
from driftstilpasning.text import Lang


def render(findings: Findings) -> str:
    """Every finding, in path, line, column order; lines and columns count from 1, the end is exclusive."""
    return dumps([_one(diagnostic, findings.lang) for diagnostic in findings.diagnostics])


def _one(diagnostic: Diagnostic, lang: Lang) -> Json:
    span = diagnostic.where.span
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": cause(diagnostic, lang),
        "help": cure(diagnostic, lang) or None,
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
