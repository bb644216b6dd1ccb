"""The plan decides how much a finding matters, but not whether a file can be read."""

from driftstilpasning.checking import check
from tests.rules.examples import tree

UNREADABLE = "cost: 400\n# budgets/plan.yaml\nseverity: {DT102: off}\n"


def found(example: str) -> dict[str, str]:
    return {diagnostic.code: diagnostic.severity.value for diagnostic in check(tree(example)).diagnostics}


def test_a_plan_turns_a_warning_off_or_makes_it_an_error() -> None:
    example = "effect: {annual: 0}\n# budgets/plan.yaml\nseverity: {DT208: %s}\n"
    assert found(example % "warning") == {"DT208": "warning"}
    assert found(example % "error") == {"DT208": "error"}
    assert found(example % "off") == {}


def test_a_fault_that_keeps_a_measure_from_being_read_stays_an_error() -> None:
    assert found(UNREADABLE) == {"DT102": "error"}
