import pytest

from driftstilpasning.model.measure import Measure


def measure(effect: object) -> Measure:
    fields = {"title": "Samle innkjøpa", "sector": "stab", "status": "proposed", "kind": "purchasing"}
    return Measure.read({**fields, "id": "ST-01", "effect": effect, "transition_cost": {"2013": "100", "2014": "50"}})


@pytest.mark.parametrize(
    "effect",
    [
        {"annual": "1200", "from": "2013-08"},
        [{"annual": "500"}, {"annual": "1200", "from": "2015-01"}],
        {"2013": "0", "2014": "1200"},
    ],
)
def test_without_words_equal_effects_and_costs_are_kept_once(effect: object) -> None:
    whole, one, other = measure(effect), measure(effect).without_words(), measure(effect).without_words()
    assert (one.effect, one.transition_cost) == (whole.effect, whole.transition_cost)
    assert one.effect is other.effect
    assert one.transition_cost is other.transition_cost


def test_without_words_the_years_stay_in_the_order_in_which_they_are_written() -> None:
    first, second = ({"2013": "1", "2014": "2"}, {"2014": "2", "2013": "1"})
    assert [list(measure(years).without_words().by_year or ()) for years in (first, second)] == [
        [2013, 2014],
        [2014, 2013],
    ]
