"""The effect in a year, and the level at its end, from each of the three ways of writing an effect."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.scalars import Month
from driftstilpasning.model.years import Level, Period, in_year, level
from driftstilpasning.workspace import load
from tests.documents import document, thousands

IN_THOUSANDS = list[Decimal | int]


def series(effect: str, *, more: str = "") -> tuple[IN_THOUSANDS, IN_THOUSANDS]:
    """In-year effect and level, 2013 through 2016, of one measure."""
    portfolio = load(document(f"effect: {effect}\n{more}")).portfolio()
    (measure,) = portfolio.measures
    period = portfolio.period
    assert list(period) == [2013, 2014, 2015, 2016]
    return (
        [thousands(measure.in_year(year, period)) for year in period],
        [thousands(measure.level(year, period)) for year in period],
    )


def test_from_august_the_first_year_has_five_twelfths() -> None:
    assert series("{annual: 1200, from: 2013-08}") == ([500, 1200, 1200, 1200], [1200, 1200, 1200, 1200])


def test_without_a_month_the_effect_begins_in_january_of_the_first_year() -> None:
    assert series("{annual: 1200}") == ([1200] * 4, [1200] * 4)


def test_each_step_replaces_the_level_before_it() -> None:
    steps = "[{annual: 500, from: 2013-08}, {annual: 1200, from: 2015-01}]"
    assert series(steps) == ([Decimal("208.33333"), 500, 1200, 1200], [500, 500, 1200, 1200])


def test_a_step_in_the_middle_of_a_year_takes_over_from_its_month() -> None:
    steps = "[{annual: 1200, from: 2013-01}, {annual: 2400, from: 2013-07}, {annual: 0, from: 2014-12}]"
    assert series(steps) == ([1800, 2200, 0, 0], [2400, 0, 0, 0])


def test_steps_mean_the_same_in_any_order() -> None:
    steps = ["{annual: 500, from: 2013-08}", "{annual: 1200, from: 2015-01}"]
    assert series(f"[{', '.join(steps)}]") == series(f"[{', '.join(reversed(steps))}]")


def test_the_amount_of_a_year_is_a_level_and_never_an_increment() -> None:
    in_years, levels = series("{2013: 2500, 2014: 5000, 2015: 7500, 2016: 10000}")
    assert sum(in_years) == 25000
    assert levels == in_years
    assert levels[-1] == 10000


def test_given_by_year_the_level_is_that_of_the_year_also_when_it_falls() -> None:
    assert series("{2013: 500, 2014: 1200, 2015: 800, 2016: -100}")[1] == [500, 1200, 800, -100]


def test_a_one_off_has_no_level() -> None:
    in_years, levels = series("{2013: 300, 2014: 0, 2015: 0, 2016: 0}", more="recurring: false\n")
    assert (in_years, levels) == ([300, 0, 0, 0], [0, 0, 0, 0])
    assert series("{annual: 300, from: 2016-01}", more="recurring: false\n")[1] == [0, 0, 0, 0]


def test_a_cost_of_getting_there_stands_in_its_year_alone() -> None:
    portfolio = load(document("transition_cost: {2014: 150}\n")).portfolio()
    assert [thousands(portfolio.measures[0].cost(year)) for year in portfolio.period] == [0, 150, 0, 0]


@pytest.mark.parametrize(("annual", "expected"), [(6, 1), (-6, -1), (18, 2), (5, 0), (-5, 0), (7, 1), (30, 3)], ids=str)
def test_a_part_of_a_year_is_rounded_half_away_from_zero_to_the_ore(annual: int, expected: int) -> None:
    """December alone is a twelfth: 6/12 of an øre becomes a whole one."""
    assert in_year([Level(Money(annual), Month(2013, 12))], 2013) == Money(expected)


def test_two_parts_of_one_year_are_rounded_once() -> None:
    """Six months of 1 øre and six of 0: 6/12, one øre. Rounded month by month it would be none or six."""
    assert in_year([Level(Money(1), Month(2013, 1)), Level(Money(0), Month(2013, 7))], 2013) == Money(1)
    assert in_year([Level(Money(5), Month(2013, 1)), Level(Money(1), Month(2013, 12))], 2013) == Money(5)


@given(st.integers(-(10**15), 10**15), st.integers(1, 12))
def test_a_first_month_and_what_it_leaves_make_the_year(annual: int, month: int) -> None:
    steps = [Level(Money(annual), Month(2014, month))]
    exact = annual * (13 - month)
    assert abs(in_year(steps, 2014).ore * 12 - exact) <= 6
    assert (in_year(steps, 2013), level(steps, 2013)) == (Money(0), Money(0))
    assert in_year(steps, 2015) == level(steps, 2014) == level(steps, 2015) == Money(annual)


def test_a_period_is_its_years() -> None:
    period = Period(2013, 2016)
    assert (list(period), len(period), str(period)) == ([2013, 2014, 2015, 2016], 4, "2013–2016")
    assert 2016 in period
    assert 2017 not in period
    assert "2013" not in period


def test_first_and_last_year_may_be_the_same(portfolio: Portfolio) -> None:
    """
    budgets/plan.yaml: {period: {first: 2013, last: 2013}, targets: []}
    measures/a.yaml: {effect: {annual: 1200, from: 2013-04}}
    """
    assert str(portfolio.period) == "2013"
    (measure,) = portfolio.measures
    assert [thousands(measure.in_year(year, portfolio.period)) for year in portfolio.period] == [900]


def test_a_size_is_the_last_level_or_for_a_one_off_its_largest_year(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {2013: 900, 2014: 100, 2015: 100, 2016: 400}}
    measures/b.yaml: {effect: {2013: 100, 2014: 300, 2015: 0, 2016: 0}, recurring: false}
    measures/c.yaml: {effect: {2013: 100, 2014: -300, 2015: 0, 2016: 0}, recurring: false}
    """
    assert [thousands(m.size(portfolio.period)) for m in portfolio] == [400, 300, -300]
