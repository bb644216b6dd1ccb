"""What is a comment, and what it is about."""

import pytest

from driftstilpasning.source.comments import comments
from driftstilpasning.source.document import Document


def about(text: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(text[start:end], lines) for start, end, lines in comments(Document("a.yaml", text))]


@pytest.mark.parametrize(
    "text",
    [
        'title: "a # b"\n',
        "title: 'a # b'\n",
        "title: a#b\n",
        "title: a\n  b#c\n",
        "note: |\n  a\n  # b\n\n  # c\nid: A\n",
        "note: >-\n  a # b\nid: A\n",
        'title: "a\n  # b"\n',
        "{a: [b#c, 'd # e']}\n",
        "# a".replace("#", "x"),
        "",
    ],
)
def test_a_sign_within_a_text_is_no_comment(text: str) -> None:
    assert about(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("id: A  # x\ntitle: B\n", (1, 1)),
        ("effect:  # x\n  2013: 1\n  2014: 2\n\nid: A\n", (1, 3)),
        ("effect:\n  2013: 1  # x\n  2014: 2\n", (2, 2)),
        ("requires:  # x\n- A\n- B\nid: C\n", (1, 3)),
        ("targets:\n- id: a  # x\n  title: A\n- id: b\n", (2, 3)),
        ("targets:\n- id: a\n  title: A  # x\n- id: b\n", (3, 3)),
        ("effect: {2013: 1,  # x\n  2014: 2,\n2015: 3}\nid: A\n", (1, 3)),
        ("effect: {2013: 1,\n  2014: 2,  # x\n2015: 3}\nid: A\n", (2, 2)),
        ("effect: {\n  2013: 1\n}  # x\nid: A\n", (1, 3)),
        ("note: |  # x\n  a\n  b\n\nid: A\n", (1, 3)),
        ("title: a\n  b  # x\nid: A\n", (1, 2)),
        ('title: "a\n\n  b"  # x\nid: A\n', (1, 3)),
        ("owner:  # x\nid: A\n", (1, 1)),
        ("requires:\n-  # x\n  A\n- B\n", (3, 3)),
        ("requires: [A,\n  B, [C,\n    D]]  # x\n", (3, 3)),
        ("id: A  # x", (1, 1)),
        ("id: A  # x\r\ntitle: B\r\n", (1, 1)),
    ],
)
def test_at_the_end_of_a_line_it_is_about_what_begins_there_and_all_that_is_nested_in_it(
    text: str, lines: tuple[int, int]
) -> None:
    assert about(text) == [("# x", lines)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# x\nid: A\ntitle: B\n", (2, 2)),
        ("# x\n\n---\nid: A\n", (4, 4)),
        ("--- # x\nid: A\n", (2, 2)),
        ("id: A\n# x\n\neffect:\n  2013: 1\n  2014: 2\n", (4, 6)),
        ("effect:\n  # x\n  2013: 1\n  2014: 2\n", (3, 3)),
        ("effect:\n  2013: 1\n  # x\ntitle: A\n", (4, 4)),
        ("targets:\n# x\n- id: a\n  title: A\n- id: b\n", (3, 4)),
        ("effect: {\n  # x\n  2013: 1, 2014: 2}\n", (3, 3)),
        ("id: A\n# x\n", None),
        ("# x\n", None),
    ],
)
def test_on_a_line_of_its_own_it_is_about_what_comes_next(text: str, lines: tuple[int, int] | None) -> None:
    assert about(text) == [("# x", lines)]


def test_past_what_cannot_be_read_every_sign_that_could_begin_a_comment_does() -> None:
    assert about("id: A  # x\ntitle: a: b  # y\n") == [("# x", (1, 1)), ("# y", (2, 2))]
    assert about('title: "a  # x\nid: A  # y\n') == [("# x", None), ("# y", None)]
    assert about("[" * 50_000 + "  # x\n" + "]" * 50_000) == [("# x", None)]


def test_many_comments_in_a_large_file_take_no_long_time() -> None:
    text = "a: [\n" + "1,  # x\n" * 9_000 + "]  # x\n"
    found = about(text)
    assert len(found) == 9_001
    assert found[-1] == ("# x", (1, 9_002))
