"""Amounts in JSON are exact: never by way of a binary float."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.model.money import Money
from driftstilpasning.output.exact_json import Json, dumps, rounded

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**14), max_value=10**14)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | DECIMALS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_is_written_reads_back_exactly(value: Any) -> None:  # noqa: ANN401
    assert json.loads(dumps(value), parse_float=Decimal) == value


@given(st.integers(-(10**15), 10**15))
def test_money_is_kroner_an_integer_where_whole_and_at_most_two_decimals(ore: int) -> None:
    (read,) = json.loads(dumps([Money(ore)]), parse_float=Decimal)
    assert read == Decimal(ore) / 100
    assert isinstance(read, int) == (ore % 100 == 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money(120_000_000), "1200000"),
        (Money(-5), "-0.05"),
        (Money(110), "1.1"),
        (Money(0), "0"),
        (Decimal("1E+6"), "1000000"),
        (Decimal("-0.00"), "0"),
        (Decimal("3.50"), "3.5"),
        ("æ\n\x1b\x9b\u2028\u202e\U000e0001", r'"æ\n\u001b\u009b\u2028\u202e\udb40\udc01"'),
        ("\u00a0😀\u00ad\u200d", '"\u00a0😀\u00ad\u200d"'),
        ({}, "{}"),
        ([], "[]"),
        ({"a": [1, None, True]}, '{\n  "a": [\n    1,\n    null,\n    true\n  ]\n}'),
    ],
)
def test_a_value_is_written_so(value: Json, text: str) -> None:
    assert dumps(value) == text + "\n"


def test_a_share_is_rounded_half_up_to_its_decimals() -> None:
    assert rounded(Fraction(7385, 10_000), 3) == Decimal("0.739")
    assert rounded(Fraction(1, 3), 2) == Decimal("0.33")
    assert rounded(Decimal("-0.125"), 2) == Decimal("-0.13")
