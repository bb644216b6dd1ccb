"""What ``dt init`` and ``dt new`` write is valid and reads back as it was meant."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.checking import check
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.scaffold import new_measure, quoted, starter
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang

HARD = [
    'Tiltak: "x" # y',
    "NO",
    "- a",
    "2013",
    "1e5",
    "~",
    "null",
    "{a}",
    "[a]",
    "a:",
    "'",
    '"',
    "\\",
    "# a",
    "!a",
    "&a",
]


@pytest.mark.parametrize("lang", list(Lang))
def test_a_new_portfolio_has_no_finding_at_all(lang: Lang) -> None:
    assert check(MemoryTree(starter(2027, lang))).diagnostics == ()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("title", HARD)
def test_a_new_measure_reads_back_with_its_title_whatever_it_is(title: str, lang: Lang, portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    text = new_measure("NY-01", title, "oppvekst", portfolio, lang)
    plan = starter(2013, lang)[PLAN]
    checked = check(MemoryTree({PLAN: plan, "measures/ny-01.yaml": text}))
    assert [m.title for m in checked.workspace.portfolio()] == [title]
    assert [d.severity.value for d in checked.diagnostics if d.severity == "error"] == []


@given(st.text(min_size=1))
def test_any_text_is_quoted_so_that_it_reads_back_on_one_line(text: str) -> None:
    one_line = " ".join(text.split())
    written = f"title: {quoted(text)}\n"
    assert "\n" not in written[:-1]
    if all(sign.isprintable() for sign in one_line) and one_line:
        parsed = parse("measures/a.yaml", written.encode("utf-8", "surrogatepass"))
        assert parsed.data is not None
        assert parsed.data["title"] == unicodedata.normalize("NFC", one_line)
