"""SARIF 2.1.0, OASIS' interchange format for static analysis, as GitHub's code scanning reads it.

Sections are those of the standard with its first errata; what GitHub asks beyond it stands in "SARIF support for
code scanning" in its documentation.
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from driftstilpasning import __version__
from driftstilpasning.diagnostic import Diagnostic, Fix, Place, Severity
from driftstilpasning.output.diagnostics.findings import Findings, cause, cure
from driftstilpasning.output.diagnostics.fingerprint import fingerprints
from driftstilpasning.output.exact_json import Json, dumps
from driftstilpasning.output.rule_text import rule_markdown, rule_plain
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.span import Span
from driftstilpasning.text import Lang, Text

_TOOL: Final = "driftstilpasning"
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_LANGUAGE: Final = {Lang.NB: "nb-NO", Lang.NN: "nn-NO", Lang.EN: "en"}
_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_REPOSITORY = Text(nb="rotmappen i repositoriet", nn="rotmappa i repositoriet", en="the root of the repository")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def render(findings: Findings) -> str:
    """One run, with every rule there is: GitHub wants the rules to be the same whatever was found."""
    rules = all_rules()
    indices = {rule.code: index for index, rule in enumerate(rules)}
    marked = zip(findings.diagnostics, fingerprints(findings.diagnostics), strict=True)
    driver: Json = {
        "name": _TOOL,
        "fullName": f"{_TOOL} {__version__}",
        "version": __version__,
        "rules": [_rule(rule, findings.lang) for rule in rules],
    }
    run: Json = {
        "tool": {"driver": driver},
        # GitHub's category of the analysis: it takes the place of the last one of the same category only.
        "automationDetails": {"id": f"{findings.path(_TOOL)}/"},
        "language": _LANGUAGE[findings.lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _REPOSITORY.render(findings.lang)}}},
        "results": [_result(diagnostic, indices[diagnostic.code], mark, findings) for diagnostic, mark in marked],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, lang: Lang) -> Json:
    blanks = dict.fromkeys(_PLACEHOLDER.findall(rule.message.en), "…")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message.render(lang, **blanks)},
        "fullDescription": {"text": rule.why.render(lang)},
        "help": {"text": rule_plain(rule, lang), "markdown": rule_markdown(rule, lang)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"problem.severity": _GITHUB[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: int, fingerprint: str, findings: Findings) -> Json:
    result: dict[str, Json] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": _message(diagnostic, findings.lang)},
        "locations": [_location(diagnostic.where, findings)],
        # GitHub's upload action adds a fingerprint of its own, and warns of each that is there under its own name.
        "partialFingerprints": {"finding/v1": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(note.where, findings),
                "message": {"text": _literal(note.message.render(findings.lang, **note.facts))},
            }
            for number, note in enumerate(diagnostic.related, start=1)
        ]
    if diagnostic.fix is not None and diagnostic.fix.edits:  # a change has one replacement at least (§3.56.3)
        result["fixes"] = [_fix(diagnostic, diagnostic.fix, findings)]
    if diagnostic.measure is not None:
        result["properties"] = {"measure": diagnostic.measure}
    return result


def _message(diagnostic: Diagnostic, lang: Lang) -> str:
    """The cause, links to the other places, the cure: a paragraph each."""
    notes = (note.message.render(lang, **note.facts) for note in diagnostic.related)
    links = (f"[{_in_link(note)}]({number})" for number, note in enumerate(notes, start=1))
    return "\n".join(filter(None, (_literal(cause(diagnostic, lang)), *links, _literal(cure(diagnostic, lang)))))


def _literal(text: str) -> str:
    """``text`` with nothing in it that could be read as a placeholder (§3.11.5) or a link (§3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _in_link(text: str) -> str:
    escaped = re.sub(r"[\[\]\\]", r"\\\g<0>", text)
    return escaped.replace("{", "{{").replace("}", "}}")


def _location(place: Place, findings: Findings) -> Mapping[str, Json]:
    return {"physicalLocation": {"artifactLocation": _file(place.file, findings), "region": _region(place.span)}}


def _file(name: str, findings: Findings) -> Json:
    return {"uri": quote(findings.path(name).encode("utf-8", "surrogateescape")), "uriBaseId": _ROOT}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(diagnostic: Diagnostic, fix: Fix, findings: Findings) -> Json:
    replacements: list[Json] = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    change: Json = {"artifactLocation": _file(diagnostic.where.file, findings), "replacements": replacements}
    return {
        "description": {"text": _literal(cure(diagnostic, findings.lang) or cause(diagnostic, findings.lang))},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }
