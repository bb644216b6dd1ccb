"""Findings as a JSON array: a contract. Add keys freely; rename or drop none."""

from driftstilpasning.diagnostic import Diagnostic, Fix
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
        "fix": _fix(diagnostic.fix) if diagnostic.fix is not None else None,
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


def _fix(fix: Fix) -> Json:
    """What ``--fix`` would write; without edits it saves the file as UTF-8."""
    edits: list[Json] = [
        {
            "line": edit.span.line,
            "column": edit.span.column,
            "end_line": edit.span.end_line,
            "end_column": edit.span.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safe": fix.safe, "edits": edits}
