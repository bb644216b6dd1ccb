"""One text in three languages, and a stranger's text made safe."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.model.money import Money
from driftstilpasning.text import Lang, Text, counted, labels, same, show
from driftstilpasning.text.safe import printable


def test_a_translation_that_leaves_out_a_fact_is_refused() -> None:
    with pytest.raises(ValueError, match="placeholders differ"):
        Text(nb="{n} feil", nn="{n} feil", en="errors")


def test_facts_are_written_in_the_manner_of_the_language() -> None:
    text = Text(nb="{a} og {b}: {c}", nn="{a} og {b}: {c}", en="{a} and {b}: {c}")
    facts = {"a": Decimal("2.9"), "b": Money(120_000_000), "c": ["x", Fraction(1, 2)]}
    assert text.render(Lang.NN, **facts) == "2,9 og 1\u00a0200\u00a0000\u00a0kr: x, 0,50"
    assert text.render(Lang.EN, **facts) == "2.9 and NOK\u00a01,200,000: x, 0.50"


def test_braces_in_a_users_own_words_are_no_placeholders() -> None:
    assert same("{x}").render(Lang.NB) == same("{x}").render(Lang.NB, y=1) == "{x}"
    text = Text(nb="«{title}»", nn="«{title}»", en="“{title}”")
    assert text.render(Lang.NB, title="{n}") == "«{n}»"


def test_one_is_singular_and_every_other_number_plural() -> None:
    words = labels.COUNTED["error"]
    assert [counted(n, *words).render(Lang.EN) for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]


@given(st.text())
def test_what_is_shown_never_moves_the_cursor_or_turns_the_text_about(text: str) -> None:
    shown = show(text, Lang.NB)
    assert printable(shown) == shown
    assert not set(shown) & set("\x00\x07\x08\n\r\t\x1b\x7f\x9b\u202e\u2066\u2028\ufeff")


def test_ordinary_text_is_shown_as_it_is() -> None:
    for text in ("blåbær – 5 %", "Šaddo", "🌲", "mjuk\u00adstrek", "1\u00a0200"):
        assert printable(text) == text


def test_a_terminal_escape_is_written_out() -> None:
    assert printable("\x1b]0;fail\x07") == "\\x1b]0;fail\\x07"


@pytest.mark.parametrize("name", [name for name in vars(labels) if name.isupper()])
def test_every_label_has_words_in_every_language(name: str) -> None:
    for label in vars(labels)[name].values():
        for text in label if isinstance(label, tuple) else (label,):
            assert text.nb
            assert text.nn
            assert text.en
