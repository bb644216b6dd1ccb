"""Whole outputs are what stands beside the portfolios: ``python -m tests.cases`` writes them again."""

from pathlib import Path

import pytest

from tests.cases import CASES, expected, shown


@pytest.mark.parametrize("path", list(expected()), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_output_is_what_stands_beside_the_portfolio(path: Path) -> None:
    assert shown(path) == path.read_text("utf-8"), "if this is meant: python -m tests.cases"


def test_every_case_has_expected_outputs() -> None:
    folders = {plan.parents[1] for plan in CASES.glob("*/budgets/plan.yaml")}
    assert folders == {path.parent for path in expected()} != set()
