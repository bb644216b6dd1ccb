"""JUnit's XML: valid by Jenkins' schema, and the same as the exit code."""

from xml.etree import ElementTree as ET

import pytest
import xmlschema

from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Severity, exit_code
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.text import Lang
from tests.documents import ROOT
from tests.output.diagnostics.sample import HARD, findings
from tests.rules.examples import tree as example

SCHEMA = xmlschema.XMLSchema10(ROOT / "tests/data/schemas/junit-10.xsd")


def cases(source: Findings) -> dict[str, ET.Element]:
    return {case.attrib["name"]: case for case in ET.fromstring(render("junit", source)).iter("testcase")}  # noqa: S314


@pytest.mark.parametrize("lang", list(Lang))
def test_the_report_is_valid_by_jenkins_schema(lang: Lang) -> None:
    for source in (
        findings(lang),
        findings(lang, strict=True),
        Findings((), lang),
        Findings((), lang, lambda: ["a.yaml"]),
    ):
        assert list(SCHEMA.iter_errors(render("junit", source))) == []


def test_the_schema_would_refuse_another_report() -> None:
    other = render("junit", findings()).replace("<testcase ", '<testcase file="a.yaml" ', 1)
    assert len(list(SCHEMA.iter_errors(other))) == 1


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_findings_of_every_bad_example_are_valid(rule: Rule) -> None:
    found = check(example(rule.bad)).diagnostics
    assert found
    assert list(SCHEMA.iter_errors(render("junit", Findings(found, Lang.NB)))) == []


def test_every_file_that_was_looked_at_is_a_case() -> None:
    assert list(cases(findings())) == sorted(
        ["budgets/plan.yaml", *HARD.values(), *(f"measures/{name}.yaml" for name in "adefghi")]
    )
    assert len(cases(findings())["measures/h.yaml"]) == 0


@pytest.mark.parametrize("strict", [False, True])
def test_a_case_fails_when_it_lets_dt_fail_and_else_tells_in_its_output(*, strict: bool) -> None:
    source = findings(strict=strict)
    by_file = cases(source)
    for found in source.diagnostics:
        case = by_file[found.where.file]
        fails = exit_code([found], strict=strict) == 1
        assert [part.tag for part in case] == ["failure" if fails else "system-out"]
        assert found.code in (case[0].text or "")
    assert {found.severity for found in source.diagnostics} == set(Severity)


def test_the_totals_are_those_of_the_cases() -> None:
    source = findings()
    root = ET.fromstring(render("junit", source))  # noqa: S314
    (suite,) = root
    failing = [case for case in cases(source).values() if case.find("failure") is not None]
    for element in (root, suite):
        assert element.attrib["tests"] == str(len(cases(source))) == "10"
        assert element.attrib["failures"] == str(len(failing)) == "5"
        assert element.attrib["errors"] == "0"


def test_all_of_a_files_failures_are_told_in_one_since_readers_take_only_the_first() -> None:
    found = check(example("effect: {annual: 400, from: 2031-08}\nrequires: [EX-01]\nowner: Per Hansen\n")).diagnostics
    (case,) = cases(Findings(found, Lang.EN)).values()
    assert [(part.tag, part.attrib.get("message")) for part in case] == [("failure", "2 errors"), ("system-out", None)]
    assert [code in (case[0].text or "") for code in ("DT203", "DT304", "DT403")] == [True, True, False]
    assert [code in (case[1].text or "") for code in ("DT203", "DT304", "DT403")] == [False, False, True]
