"""Numbers as people write them in tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.trouble import UnclearError
from driftstilpasning.text import Lang
from driftstilpasning.text.numbers import number

NORWEGIAN, POINTS, ENGLISH = Numerals(",", (SPACE,)), Numerals(",", (".",)), Numerals(".", (",",))


@pytest.mark.parametrize(
    ("manner", "text", "meant"),
    [
        (POINTS, "-18.272", "-18272"),
        (NORWEGIAN, "1 200", "1200"),
        (NORWEGIAN, "1\u00a0200", "1200"),
        (NORWEGIAN, "1\u202f200\u2009000,50", "1200000.50"),
        (NORWEGIAN, "(328)", "-328"),
        (NORWEGIAN, "( 1 328 )", "-1328"),
        (NORWEGIAN, "\u22121,5", "-1.5"),
        (NORWEGIAN, "–18", "-18"),
        (NORWEGIAN, "- 1 300", "-1300"),
        (NORWEGIAN, "328-", "-328"),
        (NORWEGIAN, "+ 5", "5"),
        (NORWEGIAN, "kr 1 200,-", "1200"),
        (NORWEGIAN, "1 200 kr", "1200"),
        (NORWEGIAN, "−1 200,–", "-1200"),
        (POINTS, "1.234,56", "1234.56"),
        (ENGLISH, "1,234.56", "1234.56"),
        (Numerals(), "1200", "1200"),
        (Numerals(None, ("'",)), "1'200'000", "1200000"),
    ],
)
def test_a_number_is_read_in_the_manner_that_was_declared(manner: Numerals, text: str, meant: str) -> None:
    assert str(manner.read(text)) == meant


@pytest.mark.parametrize("text", ["-", "–", "−", " - "])
def test_a_dash_alone_is_nothing(text: str) -> None:
    assert NORWEGIAN.read(text) is None


@pytest.mark.parametrize(
    ("manner", "text", "why"),
    [
        (Numerals(), "-18.272", "“-18.272” has “.”, and nobody has said whether it separates thousands or decimals"),
        (Numerals(), "1 200", "“1 200” has “ ”, and nobody has said whether it separates thousands or decimals"),
        (NORWEGIAN, "1.200", "“1.200” has “.”, and nobody has said whether it separates thousands or decimals"),
        (POINTS, "1.20", "“1.20”: three digits belong between thousands separators (“.”)"),
        (POINTS, "1234.567", "“1234.567”: three digits belong between thousands separators (“.”)"),
        (NORWEGIAN, "1 2000", "“1 2000”: three digits belong between thousands separators (“ ”)"),
        (NORWEGIAN, "1,2,3", "“1,2,3” is not a number"),
        (NORWEGIAN, "ca. 300", "“ca. 300” is not a number"),
        (NORWEGIAN, "5 %", "“5 %” is not a number"),
        (NORWEGIAN, "1e5", "“1e5” is not a number"),
        (NORWEGIAN, "--5", "“--5” is not a number"),
        (NORWEGIAN, "(-5)", "“(-5)” is not a number"),
        (NORWEGIAN, "5,", "“5,” is not a number"),
        (NORWEGIAN, "\uff11\uff12", "“\uff11\uff12” is not a number"),
    ],
)
def test_what_is_no_number_in_that_manner_is_refused_with_the_reason(manner: Numerals, text: str, why: str) -> None:
    with pytest.raises(UnclearError) as caught:
        manner.read(text)
    assert caught.value.message.render(Lang.EN, **caught.value.facts) == why


def test_three_decimals_beside_thousands_that_are_written_otherwise_are_mixed() -> None:
    manner = Numerals(".", (SPACE,))
    assert manner.mixed(["-18.272", "-1 300", "5"]) is not None
    assert manner.mixed(["-18.27", "-1 300", "5"]) is None
    assert manner.mixed(["-18.272", "-1300", "5"]) is None
    assert NORWEGIAN.mixed(["-18.272", "-1 300"]) is None, "refused already: nobody has declared the point"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13, places=2))
@pytest.mark.parametrize(("lang", "manner"), [("nb", NORWEGIAN), ("nn", NORWEGIAN), ("en", ENGLISH)])
def test_any_number_that_we_write_is_read_back_exactly(lang: str, manner: Numerals, value: Decimal) -> None:
    assert manner.read(number(value, lang)) == value


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for manner in (NORWEGIAN, POINTS, ENGLISH, Numerals()):
        try:
            value = manner.read(text)
        except UnclearError as error:
            told = [error.message.render(lang, **error.facts) for lang in Lang]
        else:
            told = ["read"] if value is None or value.is_finite() else []
        assert told
        assert all(told)
