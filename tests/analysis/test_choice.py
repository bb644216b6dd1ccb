"""Of alternatives one is taken: the same one for every sum."""

from driftstilpasning.analysis.choice import choose
from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.portfolio import Portfolio
from tests.documents import thousands


def left(portfolio: Portfolio) -> dict[str, tuple[str, str]]:
    """Each alternative that is not taken: for which measure, and what decided."""
    return {loser: (choice.instead.id, choice.by.value) for loser, choice in choose(portfolio).items()}


def test_the_alternative_furthest_along_is_taken_though_it_is_larger(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 100}, status: proposed, excludes: [B]}
    measures/b.yaml: {effect: {annual: 900}, status: recommended}
    """
    assert left(portfolio) == {"A": ("B", "status")}


def test_equally_far_along_the_smaller_is_taken(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, excludes: [B]}
    measures/b.yaml: {effect: {annual: 100}}
    """
    assert left(portfolio) == {"A": ("B", "size")}


def test_equally_large_the_first_id_is_taken(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}}
    measures/b.yaml: {effect: {annual: 900, from: 2014-02}, excludes: [a]}
    """
    assert left(portfolio) == {"B": ("A", "id")}


def test_size_is_the_last_years_level_and_for_a_one_off_its_largest_year(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {2013: 100, 2014: 100, 2015: 100, 2016: 300}}
    measures/b.yaml: {effect: {2013: 0, 2014: 200, 2015: 0, 2016: 0}, recurring: false, excludes: [A]}
    """
    assert left(portfolio) == {"A": ("B", "size")}


def test_a_chain_is_decided_so_that_both_ends_are_taken(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 100}, excludes: [B]}
    measures/b.yaml: {effect: {annual: 200}, excludes: [C]}
    measures/c.yaml: {effect: {annual: 300}}
    """
    assert left(portfolio) == {"B": ("A", "size")}


def test_a_chain_is_decided_so_that_the_middle_is_taken_when_it_is_furthest_along(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 100}, excludes: [B]}
    measures/b.yaml: {effect: {annual: 200}, status: adopted, excludes: [C]}
    measures/c.yaml: {effect: {annual: 300}, status: hearing}
    """
    assert left(portfolio) == {"A": ("B", "status"), "C": ("B", "status")}


def test_of_three_that_all_exclude_each_other_one_is_taken(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 300}, excludes: [B, C]}
    measures/b.yaml: {effect: {annual: 200}, excludes: [C]}
    measures/c.yaml: {effect: {annual: 100}}
    """
    assert left(portfolio) == {"A": ("C", "size"), "B": ("C", "size")}


def test_excluding_works_both_ways_and_is_said_once_or_twice(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, excludes: [b, B, A, UKJEND]}
    measures/b.yaml: {effect: {annual: 100}, excludes: [A]}
    """
    assert left(portfolio) == {"A": ("B", "size")}


def test_what_is_off_the_road_excludes_nothing(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}}
    measures/b.yaml: {effect: {annual: 100}, excludes: [A], status: rejected}
    measures/c.yaml: {effect: {annual: 100}, excludes: [A], status: deferred}
    measures/d.yaml: {effect: {annual: 100}, excludes: [A], status: withdrawn}
    """
    assert left(portfolio) == {}


def test_the_choice_is_the_same_for_every_target(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    targets:
      - {id: alt, title: Alt, amount: 5000, basis: level, year: 2016, counts: idea}
      - {id: tidleg, title: Tidleg, amount: 5000, basis: in-year, year: 2013}
      - {id: sum, title: Sum, amount: 5000, basis: cumulative, year: 2016}
    # measures/a.yaml
    effect: {2013: 500, 2014: 500, 2015: 500, 2016: 500}
    excludes: [B]
    # measures/b.yaml
    effect: {2013: 900, 2014: 900, 2015: 900, 2016: 300}
    """
    assert [[part.measure.id for part in target.parts] for target in summary.targets] == [["B"]] * 3
    assert [thousands(target.counted) for target in summary.targets] == [300, 900, 3000]


def test_what_a_threshold_leaves_out_does_not_let_its_alternative_in(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    targets:
      - {id: vedteke, title: Vedteke, amount: 5000, basis: level, year: 2016, counts: adopted}
    # measures/a.yaml
    effect: {annual: 500}
    status: hearing
    excludes: [B]
    # measures/b.yaml
    effect: {annual: 300}
    """
    assert thousands(summary.targets[0].counted) == 0
    assert [(row.measure.id, row.why) for row in summary.not_counted] == [("B", "alternative")]
