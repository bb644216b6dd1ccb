"""Widths, tables and bars in the cells of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from driftstilpasning.output.layout import Column, Screen, bar, cut, pad, table, width, wrap

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M", "S"]) | st.just(" "), max_size=60)


@given(TEXT)
def test_a_width_is_the_number_of_cells(text: str) -> None:
    assert width(text) == cell_len(text)


@given(TEXT, st.integers(2, 40))
def test_a_cut_text_has_room(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells
    if width(text) <= cells:
        assert cut(text, cells) == text


@given(TEXT, st.integers(14, 80))
def test_a_wrapped_text_loses_no_letter(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert letters("".join(lines)) == letters(text)


def letters(text: str) -> str:
    """All but spaces, and hyphens: a word longer than the line gets some."""
    return "".join(text.split()).replace("-", "")


def test_a_padded_text_fills_its_cells_on_the_side_that_is_asked_for() -> None:
    assert (pad("å", 3), pad("å", 3, "right"), pad("abcd", 3)) == ("å  ", "  å", "abcd")


@given(st.lists(st.integers(-10, 1000), min_size=3, max_size=3), st.integers(1, 2000), st.integers(20, 60))
def test_a_bar_fills_its_cells_and_is_full_only_when_the_whole_is_reached(
    amounts: list[int], whole: int, cells: int
) -> None:
    drawn = "".join(bar(list(zip(amounts, "abc", strict=True)), whole, cells))
    assert len(drawn) == cells
    reached = sum(max(0, amount) for amount in amounts)
    assert ("░" not in drawn) == (reached >= whole)
    assert (drawn[0] == "░") == (reached == 0)


COLUMNS = [
    Column("Id", "left"),
    Column("Tiltak", "left", flexible=True),
    Column("2013"),
    Column("2014"),
    Column("2015"),
]
ROWS = [
    ["A", "Leggje ned bibliotekfilialen og flytte samlinga", "1 200", "1 200", "1 200"],
    ["B", "Kort", "–", "5", "7"],
]


@pytest.mark.parametrize("cells", [30, 40, 60, 80])
def test_a_table_never_exceeds_the_screen_and_cuts_nothing(cells: int) -> None:
    lines = table(COLUMNS, ROWS, Screen(cells))
    assert all(width(line) <= cells for line in lines)
    assert "…" not in "".join(lines)
    for word in ("samlinga", "2015", "7"):
        assert any(word in line for line in lines)


def test_a_table_that_has_room_stands_whole() -> None:
    assert table(COLUMNS[:3], [row[:3] for row in ROWS], Screen(80, boxes=False), total=True) == [
        "Id  Tiltak                                            2013",
        "----------------------------------------------------------",
        "A   Leggje ned bibliotekfilialen og flytte samlinga  1 200",
        "B   Kort                                                 –",
    ]


def test_without_colour_paint_is_nothing() -> None:
    assert Screen().paint("x", "bold", "red") == "x"
    assert Screen(color=True).paint("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"
    assert Screen(color=True).paint("", "bold") == ""
