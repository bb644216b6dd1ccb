"""A report for GitLab's Code Quality, of the fields that its documentation requires; it reads no others."""

from typing import Final

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.diagnostics.findings import Findings, cause, cure
from driftstilpasning.output.diagnostics.fingerprint import fingerprints
from driftstilpasning.output.exact_json import Json, dumps

_SEVERITY: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(findings: Findings) -> str:
    """One JSON array, each file by the repository's name for it."""
    marked = zip(findings.diagnostics, fingerprints(findings.diagnostics), strict=True)
    return dumps([_one(diagnostic, fingerprint, findings) for diagnostic, fingerprint in marked])


def _one(diagnostic: Diagnostic, fingerprint: str, findings: Findings) -> Json:
    said = f"{diagnostic.code} {cause(diagnostic, findings.lang)}"
    todo = cure(diagnostic, findings.lang)
    return {
        "description": f"{said} – {todo}" if todo else said,
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[diagnostic.severity],
        "location": {
            "path": findings.path(diagnostic.where.file),
            "lines": {"begin": diagnostic.where.span.line},
        },
    }
