"""Annotations for GitHub Actions: a workflow command a finding, which the runner takes from the log.

See "Workflow commands for GitHub Actions" in GitHub's documentation, and ``ActionCommand`` in its runner for how
they are taken apart.
"""

from typing import Final

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.diagnostics.findings import Findings, line, remarks
from driftstilpasning.text.safe import printable

_COMMAND: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(findings: Findings) -> str:
    """Each finding on a line of its own, its file by the repository's name for it.

    The message begins with place and code too, since the log shows nothing else.
    """
    return "".join(_command(diagnostic, findings) for diagnostic in findings.diagnostics)


def _command(diagnostic: Diagnostic, findings: Findings) -> str:
    span = diagnostic.where.span
    properties: dict[str, object] = {"file": findings.path(diagnostic.where.file), "line": span.line}
    if span.line == span.end_line:  # only then may there be columns
        properties["col"] = span.column
    properties["endLine"] = span.end_line
    if span.line == span.end_line:
        properties["endColumn"] = span.end_column
    properties["title"] = " ".join(filter(None, (diagnostic.code, diagnostic.name, diagnostic.measure)))
    said = [line(diagnostic, findings.lang, findings.path), *remarks(diagnostic, findings.lang, findings.path)]
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    return printable(f"::{_COMMAND[diagnostic.severity]} {listed}::" + "\n".join(said).translate(_DATA)) + "\n"
