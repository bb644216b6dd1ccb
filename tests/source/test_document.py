"""What a file's bytes give: its data, or one fault at its place."""

import pytest

from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import DEEPEST, Fault, parse
from driftstilpasning.source.span import Span
from driftstilpasning.source.tree import LARGEST
from driftstilpasning.text.scalar import EMPTY, Quoted


def fault(text: str | bytes) -> tuple[str, int, int]:
    """The name, line and column of the only fault of ``text``."""
    (found,) = faults(text)
    return found.name, found.span.line, found.span.column


def faults(text: str | bytes) -> tuple[Fault, ...]:
    parsed = parse("measures/a.yaml", text.encode() if isinstance(text, str) else text)
    assert parsed.data is None
    return parsed.faults


def data(text: str | bytes) -> object:
    parsed = parse("measures/a.yaml", text.encode() if isinstance(text, str) else text)
    assert parsed.faults == ()
    return parsed.data


@pytest.mark.parametrize("text", ["NO", "0301", "12:30", "1e3", "null", "~", "2013-08-01", "yes", "0x1F", "1_000"])
def test_a_plain_value_is_the_text_it_was_written_with(text: str) -> None:
    assert data(f"kostra: {text}\n") == {"kostra": text}


def test_a_quoted_value_a_missing_one_and_an_empty_text_are_three_things() -> None:
    found = data("a: \"253\"\nb: ''\nc:\nd: 253\n")
    assert isinstance(found, dict)
    assert found == {"a": "253", "b": "", "c": EMPTY, "d": "253"}
    assert [type(value) is Quoted for value in found.values()] == [True, True, False, False]


def test_a_mark_of_utf_8_at_the_start_is_allowed() -> None:
    assert data(b"\xef\xbb\xbftitle: Samle\n") == {"title": "Samle"}


def test_lines_may_end_as_in_windows() -> None:
    assert data("title: Samle\r\nsector: oppvekst\r\n") == {"title": "Samle", "sector": "oppvekst"}


def test_a_text_in_quotation_marks_may_go_on_for_several_lines_further_in() -> None:
    assert data('title: "Samle: alle\n  avtalene: her"\nid: A\n') == {"title": "Samle: alle avtalene: her", "id": "A"}


def test_a_text_may_be_a_block_with_anything_in_it() -> None:
    assert data("note: |\n  sector: a\n  - b\nid: A\n") == {"note": "sector: a\n- b\n", "id": "A"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty-file", 1, 1)),
        ("\n\n# bare ein merknad\n", ("empty-file", 1, 1)),
        ("---\n", ("empty-file", 1, 1)),
        ("bare tekst\n", ("not-a-mapping", 1, 1)),
        ("- HO-01\n", ("not-a-mapping", 1, 1)),
        ("~\n", ("not-a-mapping", 1, 1)),
        ("title: Tiltak: vikarbruk\n", ("colon-in-text", 1, 14)),
        ("title: Vikarbruk:\nsector: a\n", ("colon-in-text", 1, 17)),
        ("acceptance: {grade: 4, text: Merk: semje}\n", ("colon-in-text", 1, 34)),
        ("title: Noko\n  som held fram: her\n", ("colon-in-text", 2, 16)),
        ('title: "Samle\n', ("unclosed-quote", 1, 8)),
        ("title: 'Samle\nsector: a\n", ("unclosed-quote", 1, 8)),
        ('title: "Samle\nsector: a\nowner: "Rektor"\n', ("unclosed-quote", 1, 8)),
        ('id: A\ntitle: "Samle\nsector: a\nowner: Rektor"\n', ("unclosed-quote", 2, 8)),
        ('requires:\n  - "HO-01\n  - "HO-02"\n', ("unclosed-quote", 2, 5)),
        ('a: {text: "Semje}\nsector: a\n', ("unclosed-quote", 1, 11)),
        ('title: "Samle\n  alle"\nsector: a: b\n', ("colon-in-text", 3, 10)),
        ('title: "Samle" alt\n', ("text-after-value", 1, 16)),
        ("title: 'Ola's tiltak'\n", ("text-after-value", 1, 13)),
        ("title: [nytt] tiltak\n", ("text-after-value", 1, 15)),
        ("requires: [A, B]]\n", ("text-after-value", 1, 17)),
        ('source: "K:\\dokument"\n', ("bad-escape", 1, 12)),
        ('source: "K:\\xzz"\n', ("bad-escape", 1, 12)),
        ("requires: [A, B\nsector: a\n", ("unclosed-bracket", 1, 11)),
        ("effect: {annual: 400\nsector: a\n", ("unclosed-bracket", 1, 9)),
        ("effect: {annual: 400]\nsector: a\n", ("unclosed-bracket", 1, 9)),
        ("effect:\n\tannual: 400\n", ("tab-indentation", 2, 1)),
        ("a:\n  b:\n  \tc: 1\n", ("tab-indentation", 3, 3)),
        ("title: A\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> x\n", ("merge-conflict", 2, 1)),
        ("title: A\n=======\nid: b\n", ("merge-conflict", 2, 1)),
        ("title: A\nsector\nid: b\n", ("missing-colon", 2, 1)),
        ("title: A\nsector:a\n", ("missing-colon", 2, 1)),
        ("title A\nsector: b\n", ("missing-colon", 1, 1)),
        ("title: A\n  sector: b\n", ("indentation", 2, 3)),
        ("effect:\n    annual: 1\n  from: 2013-08\n", ("indentation", 3, 3)),
        ("note: |\nhei du\nid: A\n", ("indentation", 2, 1)),
        ("title: A\n---\ntitle: B\n", ("several-documents", 2, 1)),
        ("title: A\n...\ntitle: B\n", ("several-documents", 3, 1)),
        ("owner: @rektor\n", ("reserved-character", 1, 8)),
        ("owner: %rektor\n", ("reserved-character", 1, 8)),
        ("%rektor\n", ("reserved-character", 1, 1)),
        ("owner: - rektor\n", ("reserved-character", 1, 8)),
        ("owner: > rektor\n", ("reserved-character", 1, 8)),
        ("owner: *rektor\n", ("alias-or-tag", 1, 8)),
        ("owner: &r rektor\n", ("alias-or-tag", 1, 8)),
        ("owner: !!str rektor\n", ("alias-or-tag", 1, 8)),
        ("[a]: b\n", ("key-not-text", 1, 1)),
        ("id: A\nid: B\n", ("duplicate-key", 2, 1)),
        ('effect: {2013: 1, "2013": 2}\n', ("duplicate-key", 1, 19)),
        ("title: A\x1b[31m\n", ("control-character", 1, 9)),
        ("title: A\ufeff\n", ("control-character", 1, 9)),
        ("title: A\u2028id: b\n", ("control-character", 1, 9)),
        ("title: A\u200b\n", ("control-character", 1, 9)),
        ("title: A\u202eB\n", ("control-character", 1, 9)),
        ("title: A\u2066B\n", ("control-character", 1, 9)),
        (b"title: A\0\n", ("control-character", 1, 9)),
        (b"title: \xe6\0\n", ("not-utf-8", 1, 8)),
        ("title: Å\n".encode("utf-16"), ("utf-16", 1, 1)),
        ("title: Å\n".encode("utf-16-be"), ("utf-16", 1, 1)),
        ("id: A\ntitle: Kjøkken\n".encode("cp1252"), ("not-utf-8", 2, 10)),
        (b"# " + b"x" * LARGEST, ("too-large", 1, 1)),
        ("a: " + "[" * 40 + "]" * 40, ("too-deep", 1, 35)),
        ("[" * 100_000, ("too-deep", 1, DEEPEST + 1)),
        ("".join(" " * i + "a:\n" for i in range(40)), ("too-deep", 33, 33)),
        ("- " * 50_000, ("too-deep", 1, 65)),
        ("a: b\n" + " " * 100_000 + "c: d: e", ("indentation", 2, 100_001)),
    ],
)
def test_a_file_that_cannot_be_read_has_one_fault_where_its_cause_is(
    text: str | bytes, expected: tuple[str, int, int]
) -> None:
    assert fault(text) == expected


def test_a_soft_hyphen_and_joiners_are_part_of_words() -> None:
    assert data("title: a\u00adb\u200cc\u200dd\n") == {"title": "a\u00adb\u200cc\u200dd"}


@pytest.mark.parametrize(
    ("written", "told"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")],
)
def test_the_order_of_the_bytes_of_utf_16_is_told(written: str, told: str) -> None:
    (found,) = faults("title: A\n".encode(written))
    assert found.facts == {"encoding": told}


def test_the_letter_of_windows_1252_is_told() -> None:
    (found,) = faults("title: Kjøkken\n".encode("cp1252"))
    assert found.facts == {"letter": "ø", "letters": "ø"}


def test_a_text_with_a_colon_is_told_whole() -> None:
    (found,) = faults("title: Tiltak: vikarbruk\n")
    assert found.facts == {"key": "title", "text": "Tiltak: vikarbruk"}


def test_a_line_without_a_colon_is_told_with_one() -> None:
    (found,) = faults("title: A\nsector oppvekst\n")
    assert found.facts == {"rewrite": "sector: oppvekst"}


def test_every_key_that_stands_twice_is_told() -> None:
    found = faults("id: A\nid: B\ntitle: C\ntitle: D\n")
    assert [(f.name, f.span.line) for f in found] == [("duplicate-key", 2), ("duplicate-key", 4)]


def test_letters_stored_in_two_parts_are_read_as_one_with_a_warning() -> None:
    parsed = parse("measures/a.yaml", "title: Ga\u030a\n".encode())
    assert parsed.data == {"title": "Gå"}
    assert [(f.name, f.span) for f in parsed.faults] == [("decomposed-letters", Span(1, 8, 1, 11))]


def test_letters_stored_in_two_parts_are_no_matter_in_a_comment() -> None:
    assert data("# a\u030a\ntitle: A\n") == {"title": "A"}


def test_the_same_key_stored_in_two_ways_stands_twice() -> None:
    assert fault("sector:\n  skåne: 1\n  ska\u030ane: 2\n") == ("duplicate-key", 3, 3)


def test_columns_count_characters_also_beyond_the_first_plane() -> None:
    assert fault("title: 😀 a: b\n") == ("colon-in-text", 1, 11)


NESTED = "id: A\nconsequence:\n  staff: {grade: 2}\nrequires: [B, C]\nowner:\n"


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        ((), False, Span(1, 1, 1, 3)),
        (("id",), False, Span(1, 5, 1, 6)),
        (("id",), True, Span(1, 1, 1, 3)),
        (("consequence",), False, Span(2, 1, 2, 12)),
        (("consequence", "staff", "grade"), False, Span(3, 18, 3, 19)),
        (("consequence", "staff", "text"), False, Span(3, 3, 3, 8)),
        (("requires", 1), False, Span(4, 15, 4, 16)),
        (("requires", 7), False, Span(4, 1, 4, 9)),
        (("owner",), False, Span(5, 1, 5, 6)),
        (("title",), False, Span(1, 1, 1, 3)),
    ],
)
def test_a_value_has_a_place_and_a_missing_one_that_of_its_nearest_ancestor(
    path: tuple[str | int, ...],
    key: bool,  # noqa: FBT001
    expected: Span,
) -> None:
    assert Document("measures/a.yaml", NESTED).span(path, key=key) == expected


def test_a_value_that_commas_have_cut_is_found_whole() -> None:
    document = Document("measures/a.yaml", "a: {b: 2,9, c: 3, d: ein, to,\n  tre, e: 4}\n")
    found = [(joined.path, joined.text, joined.parts) for joined in document.joined()]
    assert found == [(("a", "b"), "2,9", ("9",)), (("a", "d"), "ein, to, tre", ("to", "tre"))]


def test_a_line_is_told_without_its_end() -> None:
    document = Document("measures/a.yaml", "id: A\r\ntitle: B")
    assert [document.line(number) for number in (0, 1, 2, 3)] == ["", "id: A", "title: B", ""]
