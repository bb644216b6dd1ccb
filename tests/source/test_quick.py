"""What the quick reader reads, libyaml reads in the same way; most files are so plain that it reads them."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from driftstilpasning.source import quick
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import DEEPEST, by_libyaml
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text.scalar import EMPTY, Quoted
from tests.documents import PORTFOLIOS
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import APART
from tests.readers import agree

SIGNS = [
    *" \t\r\n:,-#'\"[]{}&*!|>%@`?\\~=<._x1å§«−\u0308\x85\xa0\u2028\ufeff😀",
    "\n  ",
    ": ",
    " #",
    "- ",
    "\r\n",
    "---\n",
]
KEYS = ["title", "a", "2027", "HO-1", "før", "-", "?", "<<", "'a'", "a b", "a" * 101, "a" * 1100]
SCALARS = ["", "a", "b c", "-1.5", "2,9", "2013-08", '"a, b: c"', '""', '"a', "'a'", "a:b", "a: b", "a #b", "#", "-"]
SCALARS += ["- a", "[]", "{}", "[a, b]", "[a,b]", "[a, b, ]", "[ a]", "[a: b]", "{a: 1, b: c}", "{a: 1, a: 2}", "{a}"]
SCALARS += ["{a: }", '{a: "b, c", d: e }', "{a: {b: 1}}", "[[a]]", "[a] b", "|", ">-", "*a", "&a b", "!t a", "~", "? a"]
SCALARS += ["a?", "...", "a ", "---"]
INDENTS = [" " * count for count in (0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 6, 16, 17)]


def lines(keys: list[str], scalars: list[str], indents: list[str]) -> st.SearchStrategy[str]:
    """A few lines of YAML that may or may not belong together."""
    item = st.builds("{}{}".format, st.sampled_from(["", "", "- ", "-", "-  "]), st.sampled_from(scalars))
    field = st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["", "", "", "- "]),
        st.sampled_from(keys),
        st.sampled_from([": ", ": ", ":", ":  "]),
        st.sampled_from(scalars),
    )
    line = st.builds(
        "{}{}{}".format,
        st.sampled_from(indents),
        field | field | item | st.sampled_from(["# a", "#", ""]),
        st.sampled_from(["\n", "\n", "\n", "\n", " \n", "\r\n", " # a\n", "\n\n", ""]),
    )
    return st.lists(line, min_size=1, max_size=8).map("".join)


_FIELD = st.builds(
    "{}: {}".format, st.sampled_from("abcdefgh"), st.sampled_from(["a", "2,9", '"a: b"', "[a, b]", "{a: 1}"])
)
_OPEN = st.builds("{}:".format, st.sampled_from("abcdefgh"))
PLAIN = st.lists(
    st.builds(
        "{}{}{}\n".format,
        st.sampled_from(["", "", "  ", "  ", "    "]),
        st.sampled_from(["", "", "", "- "]),
        _FIELD | _OPEN,
    ),
    max_size=5,
).map(lambda rows: "a:\n" + "".join(rows))
NEARLY = lines(KEYS, SCALARS, INDENTS)
SOUP = st.lists(st.sampled_from([*SIGNS, *KEYS, *SCALARS]), max_size=30).map("".join)

FILES = [
    raw.decode("utf-8-sig")
    for root in PORTFOLIOS
    for _, raw in FolderTree(root).files()
    if isinstance(raw, bytes)
]  # fmt: skip


def edited(text: str, chance: random.Random) -> str:
    """``text`` with a few signs, lines and indentations changed."""
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.5:
            start = chance.randrange(len(text) + 1)
            text = text[:start] + chance.choice([*SIGNS, ""]) + text[start + chance.randrange(3) :]
        else:
            rows = text.splitlines(keepends=True) or [""]
            row, other = chance.randrange(len(rows)), chance.randrange(len(rows))
            rows[row] = chance.choice(
                [rows[other], "", " " * chance.randrange(5) + rows[row].lstrip(" "), rows[row] + rows[other]]
            )
            text = "".join(rows)
    return text


@settings(max_examples=500)
@given(PLAIN | NEARLY)
@example("a:\n  - b:\n    - c\n")
@example("a: b\n  c: d\n")
@example("a:\n  - b: c\n   d: e\n")
def test_lines_that_are_read_at_once_are_read_as_libyaml_reads_them(text: str) -> None:
    agree(text)


@settings(max_examples=300)
@given(SOUP)
def test_any_signs_that_are_read_at_once_are_read_as_libyaml_reads_them(text: str) -> None:
    agree(text)


@settings(max_examples=300)
@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_a_file_with_a_few_changes_is_read_as_libyaml_reads_it(text: str, chance: random.Random) -> None:
    agree(edited(text, chance))


def test_every_example_of_a_rule_and_of_the_gallery_is_read_as_libyaml_reads_it() -> None:
    files = [raw.decode("utf-8", "replace") for seed in SEEDS["findings"]() for raw in seed.split(APART)]
    assert sum(map(agree, files)) > len(files) / 4  # the rules' are written in one line


def test_nine_in_ten_files_of_the_portfolios_are_read_at_once() -> None:
    assert sum(map(agree, FILES)) >= len(FILES) * 0.9


def test_what_is_read_tells_quoted_text_from_plain_and_from_none() -> None:
    text = """\
# a comment
title: Stengje basseng, og skulen
kostra: "120"
owner:

effect:
    2027: 500
    # another
    2028: -1.5
range: {low: 450, text: "a, b: #c"}
themes: [drift, "bygg: vedlikehald"]
decisions:
  - {body: kommunestyre}
  - plain, "text"
  - date: 2026-06-17
    body:
      - formannskap
"""
    read = quick.read(text)
    assert read == {
        "title": "Stengje basseng, og skulen",
        "kostra": "120",
        "owner": EMPTY,
        "effect": {"2027": "500", "2028": "-1.5"},
        "range": {"low": "450", "text": "a, b: #c"},
        "themes": ["drift", "bygg: vedlikehald"],
        "decisions": [{"body": "kommunestyre"}, 'plain, "text"', {"date": "2026-06-17", "body": ["formannskap"]}],
    }
    assert [type(value) for value in (read["title"], read["kostra"], *read["themes"])] == [str, Quoted, str, Quoted]
    assert agree(text)
    assert agree(text.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "text",
    [
        "title: Tiltak: vikarbruk\n",
        "fte: -1.5 # årsverk\n",
        "title: a\ntitle: b\n",
        "range: {low: 1, low: 2}\n",
        "effect: {2027: 2,9}\n",
        "title: Stengje\n  bassenget\n",
        "title:\n\tb\n",
        "effect:\n  2027: 1\n 2028: 2\n",
        'title: "G:\\\\bygg"\n',
        "sector: ⁠helse\n",
        "title: pa\u030a\n",
        "--- \ntitle: a\n",
        "- title: a\n",
        "# nothing\n",
        "",
    ],
)
def test_what_may_be_wrong_or_read_in_two_ways_is_left_to_libyaml(text: str) -> None:
    assert quick.read(text) is None


@pytest.mark.parametrize(("first", "more"), [("", "{}a:\n"), ("a:\n", "{0}{0}{0} - a:\n")], ids=["keys", "items"])
def test_what_is_read_is_never_too_deep(first: str, more: str) -> None:
    texts = [first + "".join(more.format(" " * level) for level in range(count)) for count in range(1, 40)]
    assert 5 < sum(map(agree, texts)) < DEEPEST
    assert by_libyaml(Document("measures/a.yaml", texts[-1])).faults[0].name == "too-deep"


@pytest.mark.parametrize("sign", [" ", "a", "a: ", "a: 1, ", "{", "[", "- ", '"', "-", "# ", "\n "])
def test_a_long_text_of_one_sign_is_read_alike(sign: str) -> None:
    for before, after in (("", ""), ("a: ", "\n"), ("a: {", "}\n"), ("a: [", "]\n"), ('a: {b: "', "\n"), ("  ", "x\n")):
        agree(before + sign * 2_000 + after)
