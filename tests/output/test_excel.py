"""The workbook: numbers are numbers, text is never a formula, the same portfolio gives the same bytes."""

import io
from typing import Any

import openpyxl
import pytest

from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.excel import workbook
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut, load
from tests.documents import PORTFOLIOS, ROOT, document

EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")


def opened(content: bytes) -> Any:  # noqa: ANN401
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Each row of a sheet that is one list, under its headings."""
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


@EVERY
@pytest.mark.parametrize("lang", list(Lang))
def test_the_same_portfolio_gives_the_same_bytes(root: Any, lang: Lang) -> None:  # noqa: ANN401
    portfolio = load(FolderTree(root)).portfolio()
    assert workbook(portfolio, lang) == workbook(load(FolderTree(root)).portfolio(), lang)


def test_there_are_three_sheets_in_the_readers_language(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    names = {lang: opened(workbook(portfolio, lang)).sheetnames for lang in Lang}
    assert names == {
        "nb": ["Sammendrag", "Tiltak", "Kvadrant"],
        "nn": ["Samandrag", "Tiltak", "Kvadrant"],
        "en": ["Summary", "Measures", "Quadrant"],
    }


def test_amounts_are_numbers_in_the_plans_unit(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: Alt, amount: 35000, basis: level, year: 2016, already: 9800}]
    # measures/a.yaml
    effect: {annual: 1200, from: 2013-08}
    transition_cost: {2013: 150}
    fte: -1.5
    # measures/b.yaml
    funding: self-cost
    """
    book = opened(workbook(portfolio, Lang.EN))
    a, b = rows(book["Measures"])
    amounts = {key: a[key] for key in ("FTE", "2013", "2014", "Lasting level 2016", "One-off cost", "Counts")}
    assert amounts == {
        "FTE": -1.5,
        "2013": 500,
        "2014": 1200,
        "Lasting level 2016": 1200,
        "One-off cost": 150,
        "Counts": "yes",
    }
    assert (b["Counts"], b["FTE"], bool(b["Why not"])) == ("no", None, True)
    summary = [list(row) for row in book["Summary"].iter_rows(values_only=True)]
    (target,) = [row for row in summary if str(row[0]).startswith("Alt")]
    assert target[1:7] == [35000, 9800, 0, 1200, 24000, pytest.approx(11000 / 35000)]
    assert opened(workbook(portfolio, Lang.EN))["Measures"]["H2"].number_format == "#,##0"


def test_every_measure_stands_in_both_lists(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {kind: unspecified}
    """
    book = opened(workbook(portfolio, Lang.NN))
    assert [row["Id"] for row in rows(book["Tiltak"])] == ["A", "B"]
    placed, unplaced = rows(book["Kvadrant"])
    assert (placed["Kvadrant"], placed["Verknad"]) == ("Ta i linja", 400)
    assert placed["Gjennomførbarheit"] == pytest.approx(14 / 3)
    assert (unplaced["Kvadrant"], unplaced["Gjennomførbarheit"]) == ("–", None)


def test_the_column_of_what_counts_sums_without_overlaps(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    overlaps: [{with: B, amount: 150}]
    # measures/b.yaml
    status: adopted
    # measures/c.yaml
    funding: self-cost
    """
    book = opened(workbook(portfolio, Lang.NN))
    assert [row["Tel med, nivå 2016"] for row in rows(book["Tiltak"])] == [250, 400, 0]


@pytest.mark.parametrize("title", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "https://example.org", "2013"])
def test_a_title_that_looks_like_a_formula_or_a_link_is_text(title: str) -> None:
    text = f'title: "{title}"\nowner: "{title}"\n'
    portfolio = load(document(text)).portfolio()
    book = opened(workbook(portfolio, Lang.EN))
    for sheet in ("Measures", "Quadrant"):
        cell = book[sheet]["B2"]
        assert (cell.value, cell.data_type, cell.hyperlink) == (title, "s", None)


def test_what_is_left_out_is_said_in_the_workbook(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    book = opened(workbook(portfolio, Lang.EN, [LeftOut("measures/x.yaml", "effect-not-a-number")]))
    said = [str(value) for row in book["Summary"].iter_rows(values_only=True) for value in row if value]
    assert any("measures/x.yaml" in text for text in said)


def test_a_portfolio_without_measures_is_a_workbook_too(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    assert opened(workbook(Portfolio(portfolio.plan, ()), Lang.NB)).sheetnames[0] == "Sammendrag"
