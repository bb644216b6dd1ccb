"""JUnit's XML as Jenkins reads it (``junit-10.xsd`` of its xUnit plugin), and GitLab too.

A file is a test case, so that its history can be followed while findings come and go. Both readers take one failure
a case, so a file's findings are told in one. A case fails when it lets ``dt`` fail; what does not stands in its output.
"""

from collections import defaultdict
from textwrap import indent
from typing import Final
from xml.etree import ElementTree as ET

from driftstilpasning.diagnostic import Diagnostic, exit_code
from driftstilpasning.output.diagnostics.findings import Findings, counts, line, remarks
from driftstilpasning.text import show
from driftstilpasning.text.safe import hidden

_SPACES: Final = "\t\n\r"
_NEVER: Final = "\ufffe\uffff"
"""What XML 1.0 has no way to write, not even as a reference, beside control characters and halves of a pair."""


def render(findings: Findings) -> str:
    """A test case for each file that was looked at; no times, so that the same input gives the same bytes."""
    by_file: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in findings.diagnostics:
        by_file[diagnostic.where.file].append(diagnostic)
    cases = [_case(name, by_file[name], findings) for name in sorted({*findings.files(), *by_file})]
    failures = sum(case.find("failure") is not None for case in cases)
    total = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    root = ET.Element("testsuites", total)
    ET.SubElement(root, "testsuite", {"name": "dt validate", **total, "skipped": "0"}).extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _case(name: str, found: list[Diagnostic], findings: Findings) -> ET.Element:
    case = ET.Element("testcase", {"classname": "dt.validate", "name": _legal(findings.path(name))})
    failing = [diagnostic for diagnostic in found if exit_code([diagnostic], strict=findings.strict)]
    harmless = [diagnostic for diagnostic in found if not exit_code([diagnostic], strict=findings.strict)]
    if failing:
        message = show(counts(failing), findings.lang)
        ET.SubElement(case, "failure", {"message": message}).text = _told(failing, findings)
    if harmless:
        ET.SubElement(case, "system-out").text = _told(harmless, findings)
    return case


def _told(found: list[Diagnostic], findings: Findings) -> str:
    lines: list[str] = []
    for diagnostic in found:
        lines.append(line(diagnostic, findings.lang, findings.path))
        lines += (indent(remark, "  ") for remark in remarks(diagnostic, findings.lang, findings.path))
    return _legal("\n".join(lines))


def _legal(text: str) -> str:
    """``text`` without what XML or a terminal cannot have."""
    if text.isprintable():
        return text
    return "".join(
        repr(sign)[1:-1] if sign in _NEVER or (hidden(sign) and sign not in _SPACES) else sign for sign in text
    )
