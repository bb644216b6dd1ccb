"""An internal measure is in every sum, and is shown by itself nowhere."""

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from tests.documents import thousands


def ids(view: View) -> list[str]:
    return [measure.id for measure in view.measures]


def together(view: View) -> dict[str, tuple[object, object, object]]:
    """What each sector adds in 2013, at the level of 2016 and in cost of 2013, in thousands."""
    found = view.together(Counting(view.portfolio, Status.PROPOSED))
    return {
        sector: (thousands(sums.in_year[2013]), thousands(sums.level[2016]), thousands(sums.cost[2013]))
        for sector, sums in found.items()
    }


def test_internal_measures_are_shown_to_those_who_ask_for_them_only(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {visibility: internal}
    """
    assert (ids(View(portfolio)), View(portfolio).whole) == (["A"], False)
    assert (ids(View(portfolio, internal=True)), View(portfolio, internal=True).whole) == (["A", "B"], True)
    assert together(View(portfolio, internal=True)) == {}


def test_they_stand_in_one_sum_a_sector(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    sectors: {s: {name: S}, t: {name: T}, u: {name: U}}
    # measures/a.yaml
    sector: s
    effect: {annual: 100}
    # measures/b.yaml
    sector: s
    effect: {annual: 200}
    transition_cost: {2013: 50}
    visibility: internal
    # measures/c.yaml
    sector: {s: 25, t: 75}
    effect: {annual: 1200, from: 2013-07}
    visibility: internal
    """
    assert together(View(portfolio)) == {"s": (350, 500, 50), "t": (450, 900, 0)}


def test_one_that_does_not_count_is_in_no_sum(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {visibility: internal, status: rejected}
    measures/b.yaml: {visibility: internal, excludes: [C]}
    measures/c.yaml: {status: adopted}
    """
    assert together(View(portfolio)) == {}


def test_what_is_shown_and_what_is_not_are_the_sums_of_the_whole(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 700}, overlaps: [{with: B, amount: 100}]}
    measures/b.yaml: {effect: {annual: 300, from: 2014-05}, visibility: internal}
    measures/c.yaml: {effect: {annual: 333.33, from: 2013-02}, visibility: internal}
    """
    view, counting = View(portfolio), Counting(portfolio, Status.PROPOSED)
    (sums,) = view.together(counting).values()
    for year, whole in summarize(portfolio).years.items():
        shown = total(counting.in_year(measure, year) for measure in view.measures)
        assert shown + sums.in_year[year] == whole.gross
    assert sums.level[2016] == Money(533_330_00)


def test_a_reference_leads_to_what_is_shown_only(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {requires: [b, C, D]}
    measures/b.yaml: {visibility: internal}
    measures/c.yaml: {}
    """
    assert [measure.id for measure in View(portfolio).named(["b", "C", "D"])] == ["C"]
