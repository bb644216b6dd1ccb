"""References and values that cannot all hold, however many files lie between them."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.text import Lang
from tests.documents import document


def told(measures: str, code: str) -> list[tuple[str, str]]:
    """Each finding of this code: the measure, and what is said of it."""
    found = check(document(measures)).diagnostics
    return [(str(one.measure), one.message.render(Lang.EN, **one.facts)) for one in found if one.code == code]


def test_what_is_required_in_the_end_may_not_be_excluded() -> None:
    measures = """
    measures/a.yaml: {requires: [B]}
    measures/b.yaml: {requires: [C]}
    measures/c.yaml: {requires: [D]}
    measures/d.yaml: {excludes: [A]}
    """
    assert told(measures, "DT307") == [
        ("A", "the measure requires D in the end (A → B → C → D), but the two exclude each other")
    ]


def test_two_that_exclude_each_other_cannot_both_be_required() -> None:
    measures = """
    measures/a.yaml: {requires: [B]}
    measures/b.yaml: {requires: [C, E]}
    measures/c.yaml: {excludes: [D]}
    measures/d.yaml: {}
    measures/e.yaml: {requires: [D]}
    """
    assert told(measures, "DT307") == [
        ("B", "the measure requires both C and D (B → C, B → E → D), but the two exclude each other")
    ]


def test_one_step_is_told_once_and_not_again_of_those_further_away() -> None:
    measures = """
    measures/a.yaml: {requires: [B]}
    measures/b.yaml: {requires: [C]}
    measures/c.yaml: {excludes: [B]}
    """
    assert told(measures, "DT307") == [("B", "the measure requires C, but the two exclude each other")]


def test_alternatives_may_require_the_same() -> None:
    measures = """
    measures/a.yaml: {requires: [C], excludes: [B]}
    measures/b.yaml: {requires: [C]}
    measures/c.yaml: {}
    """
    assert told(measures, "DT307") == []


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("requires: [B]", "reverses: A", ["the measures require and reverse each other in a circle: A → B → A"]),
        ("reverses: B", "requires: [A]", ["the measures require and reverse each other in a circle: A → B → A"]),
        ("requires: [B]", "requires: [A]", ["the measures require each other in a circle: A → B → A"]),
        ("requires: [B]", "excludes: [A]", []),
        ("requires: [B], reverses: B", "", []),
    ],
)
def test_a_circle_may_take_both_fields(first: str, second: str, said: list[str]) -> None:
    measures = f"measures/a.yaml: {{{first}}}\nmeasures/b.yaml: {{{second}}}"
    assert [words for _, words in told(measures, "DT305")] == said


@pytest.mark.parametrize("how", ["turnover", "vacancy", "redundancy"])
def test_posts_do_not_become_more_by_people_leaving(how: str) -> None:
    assert [one for one, _ in told(f"measures/a.yaml: {{fte: 3, fte_how: {how}}}", "DT220")] == ["A"]
    assert told(f"measures/a.yaml: {{fte: -3, fte_how: {how}}}", "DT220") == []


def test_people_may_be_redeployed_to_new_posts() -> None:
    assert told("measures/a.yaml: {fte: 3, fte_how: redeployment}\nmeasures/b.yaml: {fte: 3}", "DT220") == []


def test_a_measure_is_named_once_in_a_field_whatever_its_letters() -> None:
    measures = """
    measures/a.yaml: {requires: [B, b], excludes: [C, C], overlaps: [{with: C, amount: 1}, {with: C, amount: 2}]}
    measures/b.yaml: {}
    measures/c.yaml: {requires: [B]}
    """
    assert len(told(measures, "DT321")) == 3


@pytest.mark.parametrize(
    ("plan", "fields"),
    [
        ("base_year: 2036", ["base_year"]),
        ("base_year: 2014", ["base_year"]),
        ("base_year: 2013\nprice_level: 2016", []),
        ("price_level: 1927", ["price_level"]),
        ("price_level: 2017", ["price_level"]),
        ("base_year: 2003\nprice_level: 2003", []),
    ],
)
def test_what_a_plan_counts_from_is_of_a_year_that_can_be(plan: str, fields: list[str]) -> None:
    found = check(document(f"# budgets/plan.yaml\n{plan}\n# measures/a.yaml\n")).diagnostics
    assert [one.facts["field"] for one in found if one.code == "DT515"] == fields


def test_a_negative_tolerance_is_told_and_no_difference_of_nothing() -> None:
    plan = "stated: [{year: 2013, amount: 400, tolerance: -5}]"
    files = document(f"# budgets/plan.yaml\n{plan}\n# measures/a.yaml\neffect: {{annual: 400}}\n")
    (found,) = check(files).diagnostics
    assert found.message.render(Lang.EN, **found.facts).startswith("`tolerance: -5` is negative")
    assert found.fix is not None
    assert not found.fix.safe
