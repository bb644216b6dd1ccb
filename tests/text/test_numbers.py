"""Numbers as the reader writes them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.text.numbers import half_up, number, signed


@pytest.mark.parametrize(
    ("value", "decimals", "norwegian", "english"),
    [
        (1_200_000, None, "1 200 000", "1,200,000"),
        (Decimal("2.9"), None, "2,9", "2.9"),
        (Decimal("2.90"), None, "2,9", "2.9"),
        (Decimal("1E+3"), None, "1 000", "1,000"),
        (Decimal("2.9"), 2, "2,90", "2.90"),
        (Decimal("-0.5"), 0, "−1", "−1"),
        (Decimal("-0.4"), 0, "0", "0"),
        (Fraction(10, 3), None, "3,33", "3.33"),
        (Fraction(7), None, "7", "7"),
        (Decimal("-1234.565"), 2, "−1 234,57", "−1,234.57"),
        (999, None, "999", "999"),
    ],
)
def test_norwegian_has_a_no_break_space_and_a_comma_and_english_a_comma_and_a_point(
    value: Decimal | Fraction | int, decimals: int | None, norwegian: str, english: str
) -> None:
    assert number(value, "nb", decimals) == number(value, "nn", decimals) == norwegian.replace(" ", "\u00a0")
    assert number(value, "en", decimals) == english


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_number_can_be_read_back(value: Decimal) -> None:
    shown = number(value, "nn").replace("\u00a0", "").replace(",", ".").replace("−", "-")
    assert Decimal(shown) == value
    assert "\u00a0" not in number(value, "en")


@pytest.mark.parametrize(("value", "expected"), [("0.5", 1), ("-0.5", -1), ("1.5", 2), ("2.5", 3), ("2.4999", 2)])
def test_a_half_is_rounded_away_from_zero(value: str, expected: int) -> None:
    assert half_up(Decimal(value)) == expected


def test_a_distance_always_has_its_sign() -> None:
    assert (signed(number(Decimal("0.83"), "en")), signed(number(-1, "en"))) == ("+0.83", "−1")
