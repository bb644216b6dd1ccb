"""One line a finding: ``file:line:column: CODE message``."""

from driftstilpasning.output.diagnostics.findings import Findings, line


def render(findings: Findings) -> str:
    """Each finding on a line of its own, its file by the portfolio's name for it."""
    return "".join(f"{line(diagnostic, findings.lang)}\n" for diagnostic in findings.diagnostics)
