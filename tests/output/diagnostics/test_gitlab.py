"""GitLab's Code Quality report: what its documentation requires, and fingerprints that survive an edit above."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from driftstilpasning.checking import check
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.source.tree import MemoryTree
from driftstilpasning.text import Lang
from tests.documents import document
from tests.output.diagnostics.read_back import at
from tests.output.diagnostics.sample import findings

# "Code Quality report format": the file "must contain a single JSON array. Each object in that array must have at least
# the following properties", and "the GitLab parser does not allow a byte order mark at the beginning of the file".
REQUIRED: Mapping[str, type] = {
    "description": str,
    "check_name": str,
    "fingerprint": str,
    "severity": str,
    "location.path": str,
    "location.lines.begin": int,
}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def report(source: Findings) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(render("gitlab", source))
    return read


def of(tree: MemoryTree) -> list[dict[str, Any]]:
    return report(Findings(check(tree).diagnostics, Lang.NB))


@pytest.mark.parametrize("name", REQUIRED)
def test_every_required_property_is_there_with_its_type(name: str) -> None:
    entries = report(findings())
    assert len(entries) == 7
    for entry in entries:
        assert type(at(entry, name)) is REQUIRED[name]
        assert at(entry, name)


def test_the_severities_are_among_the_valid_ones() -> None:
    assert {entry["severity"] for entry in report(findings())} == {"info", "minor", "major"} <= SEVERITIES


def test_the_path_is_relative_and_there_is_no_byte_order_mark() -> None:
    for entry in report(findings(folder="økonomi")):
        assert entry["location"]["path"].startswith("økonomi/measures/")
    assert render("gitlab", findings()).startswith("[\n")
    assert report(Findings((), Lang.NB)) == []


ALIKE = """
# measures/a.yaml
overlaps: [{with: X-1, amount: 1}, {with: X-1, amount: 1}]
owner: Per Hansen
status: propsed
"""


def test_no_two_findings_have_the_same_fingerprint() -> None:
    tree = document(
        """
        # measures/a.yaml
        decisions:
        - {date: 2013-06-10, body: styringsgruppe, outcome: vedteke}
        - {date: 2013-06-10, body: styringsgruppe, outcome: vedteke}
        # measures/b.yaml
        decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: vedteke}]
        """
    )
    marks = [entry["fingerprint"] for entry in of(tree)]
    assert len(marks) == 3 == len(set(marks))


def test_a_fingerprint_survives_lines_above_and_faults_elsewhere() -> None:
    tree = document(ALIKE)
    before = of(tree)
    text = str(tree.contents["measures/a.yaml"])
    after = of(MemoryTree({**tree.contents, "measures/a.yaml": f"# merknad\n\n{text}", "measures/0.yaml": "a: b: c"}))
    kept = [entry for entry in after if entry["location"]["path"] == "measures/a.yaml"]
    assert len(after) > len(kept)
    assert [entry["fingerprint"] for entry in kept] == [entry["fingerprint"] for entry in before]
    lines = [[entry["location"]["lines"]["begin"] for entry in entries] for entries in (before, kept)]
    assert lines[1] == [line + 2 for line in lines[0]]


def test_a_mended_fault_does_not_give_its_fingerprint_to_another() -> None:
    two = document("# measures/a.yaml\nowner:\nkind:\n")
    one = document("# measures/a.yaml\nkind:\n")
    marks = {entry["description"]: entry["fingerprint"] for entry in of(two)}
    assert len(marks) == 2
    (left,) = of(one)
    assert left["fingerprint"] == marks[left["description"]]
