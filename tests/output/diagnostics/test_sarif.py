"""SARIF: valid by OASIS' schema, with what GitHub's code scanning documents that it needs."""

import gzip
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from driftstilpasning import __version__
from driftstilpasning.checking import check
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings, cause
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.document import Document
from driftstilpasning.source.span import Span
from driftstilpasning.text import Lang
from tests.documents import ROOT
from tests.output.diagnostics.read_back import at
from tests.output.diagnostics.sample import checked, findings, tree
from tests.rules.examples import tree as example

SCHEMA = json.loads((ROOT / "tests/data/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
URIS = jsonschema.FormatChecker(("uri", "uri-reference"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=URIS)


def log(source: Findings) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(render("sarif", source))
    return read


def run(lang: Lang = Lang.NN) -> dict[str, Any]:
    (only,) = log(findings(lang))["runs"]
    read: dict[str, Any] = only
    return read


def region_of(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def cut(document: Document, region: dict[str, int]) -> str:
    """What the region covers, its columns counted in code points."""
    lines = document.text.splitlines(keepends=True)[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "".join(lines)


def sources() -> dict[str, Document]:
    return {name: Document(name, str(content)) for name, content in tree().contents.items()}


@pytest.mark.parametrize("lang", list(Lang))
def test_the_log_is_valid_by_the_schema_that_it_names(lang: Lang) -> None:
    read = log(findings(lang, folder="mappe med mellomrom/æ"))
    assert list(VALIDATOR.iter_errors(read)) == []
    assert list(VALIDATOR.iter_errors(log(Findings((), lang)))) == []
    assert (read["$schema"], read["version"]) == (SCHEMA["id"], "2.1.0")


def test_the_schema_would_refuse_another_log() -> None:
    read = log(findings())
    read["runs"][0]["results"][0]["level"] = "info"
    read["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "measures/æ ø.yaml"
    assert len(list(VALIDATOR.iter_errors(read))) == 2


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if isinstance(rule.bad, str)], ids=lambda rule: rule.code
)
def test_the_findings_of_every_bad_example_are_valid(rule: Rule) -> None:
    found = check(example(rule.bad)).diagnostics
    assert list(VALIDATOR.iter_errors(log(Findings(found, Lang.NB)))) == []


def test_what_columns_count_and_the_language_are_said() -> None:
    assert run()["columnKind"] == "unicodeCodePoints"
    assert [run(lang)["language"] for lang in Lang] == ["nb-NO", "nn-NO", "en"]
    assert run()["tool"]["driver"]["version"] == __version__


def test_two_portfolios_of_one_repository_are_two_analyses() -> None:
    """GitHub takes what stands before the last ``/`` for the category of an analysis; a new one replaces the old."""
    ids = [log(findings(folder=folder))["runs"][0]["automationDetails"]["id"] for folder in ("", "a", "b/c")]
    assert ids == ["driftstilpasning/", "a/driftstilpasning/", "b/c/driftstilpasning/"]


def test_levels_are_the_severities() -> None:
    assert {result["ruleId"]: result["level"] for result in run()["results"]} == {
        "DT201": "error",
        "DT301": "error",
        "DT402": "warning",
        "DT403": "note",
        "DT105": "error",
        "DT008": "error",
        "DT103": "error",
    }


def test_each_region_covers_what_was_meant() -> None:
    texts = sources()
    for result, found in zip(run()["results"], findings().diagnostics, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == found.where.file
        assert place["region"] == region_of(found.where.span)
    covered = {
        result["ruleId"]: cut(texts[unquote(place["artifactLocation"]["uri"])], place["region"])
        for result in run()["results"]
        for place in [result["locations"][0]["physicalLocation"]]
    }
    assert covered["DT201"] == '"2,9 😀 mill"'
    assert covered["DT301"] == "C-1"
    assert covered["DT105"] == "[oppvekst,\n  teknisk]"


def test_paths_are_relative_to_the_root_of_the_repository_and_escaped() -> None:
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run()["results"]]
    assert places[-1] == {
        "uri": "measures/t%C3%A6l%2C%2050%25%3A%0A%5Bb%5D%281%29%20%7B0%7D.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert {place["uriBaseId"] for place in places} == set(run()["originalUriBaseIds"])
    assert "uri" not in run()["originalUriBaseIds"]["%SRCROOT%"], "no folder of this machine"


def test_each_result_points_at_its_rule_and_the_rules_are_the_same_whatever_was_found() -> None:
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    for result in run()["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert log(Findings((), Lang.NN))["runs"][0]["tool"] == run()["tool"]


# "SARIF support for code scanning": "you must supply an explicit value for any property marked as required. The empty
# string is not supported for required properties." Then how long they may be.
REQUIRED_OF_A_RULE = ("id", "shortDescription.text", "fullDescription.text", "help.text")
REQUIRED_OF_A_RESULT = (
    "message.text",
    "locations.0.physicalLocation.artifactLocation.uri",
    *(f"locations.0.physicalLocation.region.{name}" for name in ("startLine", "startColumn", "endLine", "endColumn")),
    "partialFingerprints",
)
LONGEST = {"name": 255, "shortDescription.text": 1024, "fullDescription.text": 1024}


@pytest.mark.parametrize("lang", list(Lang))
def test_what_github_requires_is_there_and_within_its_limits(lang: Lang) -> None:
    read = run(lang)
    rules = read["tool"]["driver"]["rules"]
    assert [(rule["id"], path) for rule in rules for path in REQUIRED_OF_A_RULE if not at(rule, path)] == []
    assert [result for result in read["results"] for path in REQUIRED_OF_A_RESULT if not at(result, path)] == []
    assert [rule["id"] for rule in rules for path, most in LONGEST.items() if len(str(at(rule, path))) > most] == []
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"note", "warning", "error"}
    assert {rule["properties"]["problem.severity"] for rule in rules} <= {"error", "warning", "recommendation"}
    assert len(rules) <= 25_000
    assert len(gzip.compress(render("sarif", findings(lang)).encode())) < 10 * 2**20


def test_the_help_of_a_rule_has_its_reason_and_both_examples_and_no_html() -> None:
    for rule, described in zip(all_rules(), run(Lang.EN)["tool"]["driver"]["rules"], strict=True):
        markdown = described["help"]["markdown"]
        fences = [line for line in markdown.split("\n") if line.startswith("```")]
        assert fences == ["```yaml", "```"] * (len(fences) // 2)
        assert markdown.count("\nWrong:\n") == 1
        assert markdown.count("\nRight:\n") == 1
        outside = "".join(markdown.split("```")[::2])
        assert "<" not in outside.replace("\\<", "")
        assert described["help"]["text"].startswith(rule.why.en)


def unescaped(text: str) -> Iterator[str]:
    """The message as a consumer shows it, a paragraph at a time."""
    for paragraph in text.split("\n"):
        yield paragraph.replace("\\](", "](").replace("{{", "{").replace("}}", "}")


def test_a_value_is_never_taken_for_a_placeholder_or_a_link() -> None:
    result = run()["results"][-1]
    text = result["message"]["text"]
    assert "{{0}} {{{{1}}}} [her\\](https://example.org)" in text
    assert next(unescaped(text)) == cause(findings().diagnostics[-1], Lang.NN)


def test_the_message_links_to_the_other_places() -> None:
    (result,) = (result for result in run()["results"] if result["ruleId"] == "DT301")
    (other,) = result["relatedLocations"]
    assert "[her står den same id-en](1)" in result["message"]["text"].split("\n")
    assert other["id"] == 1
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "measures/c%2C%201%25.yaml"
    assert cut(sources()["measures/c, 1%.yaml"], other["physicalLocation"]["region"]) == "C-1"


def test_a_fix_says_what_to_write_where() -> None:
    first, *rest = run()["results"]
    with_edits = [found.fix is not None and found.fix.edits != () for found in checked().diagnostics]
    assert ["fixes" in result for result in (first, *rest)] == with_edits
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == first["locations"][0]["physicalLocation"]["artifactLocation"]
    document = sources()["measures/a.yaml"]
    changed = [
        (cut(document, replacement["deletedRegion"]), replacement["insertedContent"]["text"])
        for replacement in change["replacements"]
    ]
    assert changed == [('"2,9 😀 mill"', "2900"), ("", "# {retta}\n")]
    assert fix["properties"] == {"safe": True}
    assert fix["description"]["text"]


def test_fingerprints_differ_and_are_not_github_s_own() -> None:
    """GitHub's upload action computes ``primaryLocationLineHash`` itself, and warns of each that it finds already."""
    marks = [result["partialFingerprints"] for result in run()["results"]]
    assert len({mark["finding/v1"] for mark in marks}) == len(marks)
    assert not any("primaryLocationLineHash" in mark for mark in marks)
