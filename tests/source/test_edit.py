"""New text in place of what stands at a place; nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.source.document import Document
from driftstilpasning.source.edit import edited
from driftstilpasning.source.span import Edit, Span


def at(line: int, column: int, end: int, text: str) -> Edit:
    return Edit(Span(line, column, line, end), text)


def test_comments_order_and_layout_stay() -> None:
    raw = b"id:   A  # kommentar\n\n# om status\nstatus: Vedtatt   # ja\n"
    assert (
        edited(raw, [at(4, 9, 16, "adopted")]).raw == b"id:   A  # kommentar\n\n# om status\nstatus: adopted   # ja\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_at_the_start_stay(newline: str, last: str, mark: bytes) -> None:
    before, after = (f"a: 1\nb: {b}\nc: 3{last}".replace("\n", newline).encode() for b in ("2", "x\ny"))
    assert edited(mark + before, [at(2, 4, 5, "x\ny")]).raw == mark + after


def test_edits_come_in_any_order_and_tell_where_they_came_to_stand() -> None:
    done = edited("æ: 1, b: 2\n".encode(), [at(1, 10, 11, "200"), at(1, 1, 2, "øy")])
    assert done.raw.decode() == "øy: 1, b: 200\n"
    assert done.places == (Span(1, 1, 1, 3), Span(1, 11, 1, 14))


def test_lines_can_go_and_text_can_be_put_between() -> None:
    raw = b"a: 1\nb: 2\nc: 3"
    assert edited(raw, [Edit(Span(2, 1, 3, 1), "")]).raw == b"a: 1\nc: 3"
    assert edited(raw, [Edit(Span(3, 1, 4, 1), "")]).raw == b"a: 1\nb: 2\n"
    assert edited(raw, [at(1, 4, 4, "["), at(1, 5, 5, "]")]).raw == b"a: [1]\nb: 2\nc: 3"


@pytest.mark.parametrize(
    "edits",
    [
        [at(1, 1, 3, "x"), at(1, 2, 4, "y")],
        [at(1, 1, 3, "x"), at(1, 1, 3, "x")],
        [at(1, 2, 2, "x"), at(1, 2, 2, "y")],
    ],
)
def test_two_edits_of_one_place_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="same place"):
        edited(b"abcdef\n", edits)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_what_is_edited_is_saved_as_utf_8(encoding: str) -> None:
    raw = "title: Kjøkken\nkostra: 253\n".encode(encoding)
    assert edited(raw, []).raw.decode() == "title: Kjøkken\nkostra: 253\n"
    assert edited(raw, [at(2, 9, 12, '"253"')]).raw.decode() == 'title: Kjøkken\nkostra: "253"\n'


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\0\0\0\0\0PK\3\4", b"\xff\xfe\x00\xd8a\x00"])
def test_what_is_not_text_is_not_edited(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not text"):
        edited(raw, [])


@given(st.text(st.sampled_from("ab \t\r\nå😀\u2028")), st.data())
def test_the_text_at_a_place_is_what_an_edit_replaces(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    document = Document("", text)
    span = document.place(start, end)
    assert document.written(span) == text[start:end]
    assert edited(text.encode(), [Edit(span, "ny")]).raw.decode() == text[:start] + "ny" + text[end:]
