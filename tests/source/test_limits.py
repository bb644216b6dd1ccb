"""What a file may hold: a byte, a level, a value or a hidden character too many is one fault, told at its place."""

import pytest

from driftstilpasning.source.parsing import DEEPEST, MOST, parse
from driftstilpasning.source.tree import LARGEST


def fault(text: str) -> tuple[str, int, int]:
    """Name, line and column of the one fault that keeps ``text`` from being read."""
    parsed = parse("measures/a.yaml", text.encode())
    assert parsed.data is None
    (only,) = parsed.faults
    return only.name, only.span.line, only.span.column


def test_a_file_may_be_exactly_as_large_as_the_limit() -> None:
    text = "title: |\n" + "  Eit høyringssvar.\n" * 60_000
    at_most = text.encode()[: LARGEST - 1].decode(errors="ignore").ljust(LARGEST // 2)
    whole = at_most + " " * (LARGEST - len(at_most.encode()))
    assert len(whole.encode()) == LARGEST
    assert parse("measures/a.yaml", whole.encode()).data is not None
    assert fault(whole + " ")[0] == "too-large"


@pytest.mark.parametrize(
    "values",
    [
        "themes: [" + "a, " * MOST + "]",
        "themes:\n" + "- a\n" * MOST,
        "themes:\n" + "-\n" * MOST,
        "".join(f"field{i}: a\n" for i in range(MOST)),
        "".join(f"field{i}:\n" for i in range(MOST)),
        "status: idea\n" * 20_000,
        "{" + "a," * MOST + "}",
        "? \n" * MOST,
    ],
    ids=["list", "items", "empty items", "fields", "empty fields", "the same field", "commas", "keys that are empty"],
)
def test_more_values_than_any_measure_or_plan_has_are_not_read(values: str) -> None:
    assert fault(values) == ("too-large", 1, 1)


def test_a_long_text_is_one_value_however_many_signs_are_in_it() -> None:
    for text in ("title: '" + "a, b: c\n  " * 50_000 + "'", "title: |\n" + "  - a: [b, c]\n" * 50_000):
        assert parse("measures/a.yaml", text.encode()).data is not None


def test_as_many_values_as_are_allowed_are_read() -> None:
    items = "themes: [" + "a, " * (MOST - 4) + "a]"
    parsed = parse("measures/a.yaml", items.encode())
    assert len(parsed.data["themes"]) == MOST - 3
    assert fault(items[:-1] + ", a]") == ("too-large", 1, 1)


@pytest.mark.parametrize("sign", ["[", "- ", "? ", "{a: ", "- - {", "[{", "[[],", "{? ", "[? "])
def test_30_000_values_within_each_other_are_one_fault(sign: str) -> None:
    assert fault(sign * 30_000)[1:] < (DEEPEST + 1, DEEPEST * 4)


def test_depth_is_told_where_it_is_one_too_many() -> None:
    deep = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1) + "\nb: [c]"
    assert parse("measures/a.yaml", deep.encode()).data is not None
    assert fault(deep.replace("[]", "[[]]")) == ("too-deep", 1, DEEPEST + 3)


def test_a_bomb_of_references_does_not_go_off() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert fault("\n".join(lines)) == ("alias-or-tag", 1, 4)


@pytest.mark.parametrize(
    ("written", "column"),
    [
        (r"\e[31m", 11),
        (r"\x1b[31m", 11),
        (r"\u001b]0;", 11),
        (r"\U0000001b", 11),
        (r"\0", 11),
        (r"\a\b\f\v", 11),
        (r"\x9b2J", 11),
        (r"\u202e", 11),
        (r"\u2066", 11),
        (r"\u200b", 11),
        (r"\N", 11),
        (r"\L", 11),
        (r"\P", 11),
        (r"\\\\e\\\e", 18),
        (r"\t\n\r\"\/\_\xe5\u00e6\e", 33),
    ],
)
def test_a_character_that_cannot_be_seen_cannot_be_written_as_a_code_either(written: str, column: int) -> None:
    assert fault(f'title: "ab{written} c"') == ("control-character", 1, column)
    assert fault(f'title: x\n"  ab{written} c": y')[:2] == ("control-character", 2)


def test_a_code_for_a_character_that_can_be_seen_is_read_as_that() -> None:
    parsed = parse("measures/a.yaml", rb'title: "\xe5 \u00e6 \U0001F600 \t \\e \" \/ \_ \n"')
    assert parsed.data == {"title": 'å æ 😀 \t \\e " / \u00a0 \n'}


def test_what_looks_like_a_code_outside_double_quotation_marks_is_text() -> None:
    parsed = parse("measures/a.yaml", b"a: C:\\e\nb: '\\x1b'\nc: |\n  \\u202e\n")
    assert parsed.data == {"a": "C:\\e", "b": "\\x1b", "c": "\\u202e\n"}
