"""The plan decides how much a finding matters, but not whether a file can be read."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.rules import Rule, all_rules, always_shown
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang
from tests.rules.examples import tree

UNREADABLE = "cost: 400\n# budgets/plan.yaml\nseverity: {DT102: %s}\n"


def found(example: str) -> dict[str, str]:
    return {diagnostic.code: diagnostic.severity.value for diagnostic in check(tree(example)).diagnostics}


def test_a_plan_turns_a_warning_off_or_makes_it_an_error() -> None:
    example = "effect: {annual: 0}\n# budgets/plan.yaml\nseverity: {DT208: %s}\n"
    assert found(example % "warning") == {"DT208": "warning"}
    assert found(example % "info") == {"DT208": "info"}
    assert found(example % "error") == {"DT208": "error"}
    assert found(example % "off") == {}


def test_a_plan_makes_an_error_milder() -> None:
    example = "status: hearing\nacceptance: {grade: 4}\n# budgets/plan.yaml\nseverity: {DT401: %s}\n"
    assert found(example % "error") == {"DT401": "error"}
    assert found(example % "warning") == {"DT401": "warning"}
    assert found(example % "off") == {}


def test_a_fault_that_keeps_a_measure_from_being_read_stays_an_error_and_the_plan_is_told() -> None:
    assert found(UNREADABLE % "off") == {"DT102": "error", "DT514": "warning"}
    assert found(UNREADABLE % "error") == {"DT102": "error"}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_code_can_be_given_a_severity_but_those_that_keep_a_file_from_being_read(rule: Rule) -> None:
    files = tree(rule.bad).contents
    plan = str(files[PLAN])
    before = check(MemoryTree(files)).diagnostics
    if "severity:" in plan:
        plan = plan.replace("severity:\n", f"severity:\n  {rule.code}: info\n")
    else:
        plan += f"severity: {{{rule.code}: info}}\n"
    after = check(MemoryTree({**files, PLAN: plan})).diagnostics
    levels = {found.severity.value for found in after if found.code == rule.code}
    assert [found.code for found in before if found.code == rule.code] != []
    assert levels == {"error" if rule.code in always_shown() else "info"}


@pytest.mark.parametrize("written", ["dt401", "DT-401", "DT4O1", "missing-grades", "missing_grades"])
def test_a_severity_is_given_to_a_code_letter_by_letter(written: str) -> None:
    (finding,) = check(tree(f"# budgets/plan.yaml\nseverity: {{{written}: off}}\n")).diagnostics
    assert finding.help is not None
    assert finding.help.render(Lang.EN, **finding.facts) == "did you mean `DT401`?"
