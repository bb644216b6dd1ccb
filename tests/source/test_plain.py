"""The quick reader says what libyaml says, or nothing."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from driftstilpasning.source import plain
from driftstilpasning.source.document import Document, parse_any

ROOT = Path(__file__).parents[2]
FILES = sorted(file for folder in ("measures", "examples") for file in (ROOT / folder).rglob("*.yaml"))

MEASURE = """\
# A comment
id: HO-03
title: "Kjøken: felles drift"
sector: {helse-omsorg: 60, oppvekst: 40}
effect:
  2013: 2,9
  2014: -1200.50  # more
consequence:
  staff:
    grade: 2
    text: Felles turnus, frå august; "same" løn
  users: {grade: 1, text: "Same, om #1: [ja]"}
overlaps:
- with: HO-05
  amount: 200

- {with: HO-06, amount: 30}
themes: [leiing, kultur og språk]
requires:
  - HO-01
  - "HO-02"
owner:
"""
SIGNS = "-?:#,'\"\\~=%@[]{}&*!| \n\t\r\x00\x7f\x85\xa0\u2028\ufeffaé²\U0001d7d9"
SCRAPS = (
    "- ",
    ": ",
    " #",
    "  ",
    "\n  ",
    "\n- ",
    ">-\n",
    "---\n",
    "<<: b",
    "a: b",
    "{a: b}",
    "[a, b]",
    "{a: b, c}",
    "{a: 1, a: 2}",
)
PIECES = st.sampled_from([*SIGNS, *SCRAPS])
TEXTS = st.lists(PIECES, max_size=9).map("".join)
CHANGES = st.lists(st.tuples(st.integers(0, len(MEASURE)), st.integers(0, 4), PIECES), min_size=1, max_size=4)


def typed(data: object) -> object:
    """``data`` with the type of each value and the order of the keys, which ``==`` does not look at."""
    if isinstance(data, dict):
        return [(key, typed(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [list, *map(typed, data)]
    return type(data), data


def agrees(text: str) -> bool:
    """Whether both readers say the same; True too where the quick one says nothing."""
    quick = plain.read(text)
    parsed = parse_any(Document("a.yaml", text))
    return quick is None or (not parsed.faults and typed(quick) == typed(parsed.data))


def changed(changes: list[tuple[int, int, str]]) -> str:
    text = MEASURE
    for index, removed, piece in changes:
        text = text[:index] + piece + text[index + removed :]
    return text


def test_a_measure_as_people_write_it_is_read_without_libyaml() -> None:
    assert plain.read(MEASURE) is not None
    assert agrees(MEASURE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_real_files_are_read_alike(file: Path) -> None:
    assert agrees(file.read_text("utf-8"))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("a: b\n  c")
@example("a: b\n c: d")
@example("a:\n- b: c\n  d:\n  - e\n f: g")
@example("- a: b")
@example("a:\n  -\n  b")
@example("a:\n - # no item\n   b")
@example("a: b\na: c")
@example("a: {b: 2,9}")
@example("a" * 2000 + ": b")
def test_any_text_is_read_alike(text: str) -> None:
    assume(unicodedata.is_normalized("NFC", text))
    assert agrees(text)


@settings(max_examples=400, deadline=None)
@given(CHANGES.map(changed))
def test_a_measure_with_slips_is_read_alike(text: str) -> None:
    assume(unicodedata.is_normalized("NFC", text))
    assert agrees(text)


def test_a_value_that_lies_deep_is_left_to_libyaml() -> None:
    assert plain.read("\n".join(" " * depth + "a:" for depth in range(40))) is None


@pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "text", "- a\n", " a: b\n", "a:\n    b: c\n  d: e\n"])
def test_what_is_no_mapping_at_the_margin_is_left_to_libyaml(text: str) -> None:
    assert plain.read(text) is None
