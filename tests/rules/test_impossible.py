"""References that cannot all hold, however many files lie between them."""

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
