"""Money is whole øre, whatever it is written in."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.model.money import Money, Unit, kroner, total

ORE = st.integers(-(10**15), 10**15)
NBSP = "\u00a0"


def test_a_tenth_and_two_tenths_are_three_tenths() -> None:
    assert Unit.KR.money(Decimal("0.1")) + Unit.KR.money(Decimal("0.2")) == Unit.KR.money(Decimal("0.3"))


@pytest.mark.parametrize(
    ("unit", "ore"), [(Unit.KR, 100), (Unit.THOUSAND, 100_000), (Unit.MILLION, 100_000_000)], ids=str
)
def test_one_of_a_unit_is_so_many_ore(unit: Unit, ore: int) -> None:
    assert unit.money(1) == Money(ore)
    assert unit.money(Decimal(1).scaleb(-unit.exponent)) == Money(1)


@pytest.mark.parametrize("unit", list(Unit), ids=str)
def test_what_is_finer_than_an_ore_is_refused(unit: Unit) -> None:
    with pytest.raises(ValueError, match="finer than one øre"):
        unit.money(Decimal(1).scaleb(-unit.exponent - 1))


def test_units_go_by_the_names_that_budgets_print() -> None:
    assert [unit.value for unit in Unit] == ["kr", "1000 kr", "mill. kr"]


@given(ORE, st.sampled_from(Unit))
def test_an_amount_comes_back_from_any_unit_as_it_was(ore: int, unit: Unit) -> None:
    assert unit.money(unit.decimal(Money(ore))) == Money(ore)


@given(st.lists(ORE))
def test_a_total_is_exact_in_any_order(ores: list[int]) -> None:
    amounts = [Money(ore) for ore in ores]
    assert total(amounts) == total(reversed(amounts)) == Money(sum(ores))


@given(ORE, st.fractions(-10, 10))
def test_a_part_is_rounded_to_the_nearest_ore_half_away_from_zero(ore: int, factor: Fraction) -> None:
    part, exact = Money(ore).times(factor), ore * factor
    assert abs(part.ore - exact) <= Fraction(1, 2)
    if abs(part.ore - exact) == Fraction(1, 2):
        assert abs(part.ore) > abs(exact)
    assert Money(-ore).times(factor) == -part


def test_signs_sizes_and_nothing() -> None:
    assert abs(Money(-5)) == Money(5) == -Money(-5)
    assert Money(5) - Money(7) == Money(-2) < Money(0)
    assert bool(Money(1))
    assert not Money(0)


@pytest.mark.parametrize(
    ("ore", "norwegian", "english"),
    [
        (120_000_000, "1 200 000 kr", "NOK 1,200,000"),
        (-120_050, "−1 200,50 kr", "NOK −1,200.50"),
        (5, "0,05 kr", "NOK 0.05"),
        (0, "0 kr", "NOK 0"),
    ],
)
def test_kroner_are_written_as_the_reader_writes_them(ore: int, norwegian: str, english: str) -> None:
    assert kroner(Money(ore), "nb") == kroner(Money(ore), "nn") == norwegian.replace(" ", NBSP)
    assert Money(ore).render("en") == english.replace(" ", NBSP)
