"""The workbook: numbers are numbers, text is never a formula, the same portfolio gives the same bytes."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from driftstilpasning.analysis.visible import View
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.workbook import quadrant, workbook
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut, load
from tests.documents import PORTFOLIOS, ROOT, document

EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")


def opened(content: bytes, *, formulas: bool = False) -> Any:  # noqa: ANN401  # openpyxl has no types
    """A workbook as its reader sees it: each formula as what it comes to, unless the formulas are asked for."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=not formulas)


def rows(sheet: Any, first: str) -> list[dict[str, Any]]:  # noqa: ANN401
    """The rows of the table whose first heading is ``first``, to the first empty one."""
    every = list(sheet.iter_rows(values_only=True))
    begin = next(i for i, row in enumerate(every) if row[0] == first)
    head = [cell for cell in every[begin] if cell is not None]
    body = every[begin + 1 :]
    end = next((i for i, row in enumerate(body) if not any(cell is not None for cell in row)), len(body))
    return [dict(zip(head, row, strict=False)) for row in body[:end]]


@EVERY
@pytest.mark.parametrize("lang", list(Lang))
def test_the_same_portfolio_gives_the_same_bytes(root: Path, lang: Lang) -> None:
    first, second = (workbook(View(load(FolderTree(root)).portfolio()), lang) for _ in range(2))
    assert first == second


def test_the_sheets_go_by_names_in_the_readers_language(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    names = {lang: opened(workbook(View(portfolio), lang)).sheetnames for lang in Lang}
    assert names == {
        "nb": [
            *("Sammendrag", "Tiltak", "Kvadrant", "År", "Sektorer"),
            *("Konsekvenser", "Teller ikke med", "Om tallene", "Utregning"),
        ],
        "nn": [
            *("Samandrag", "Tiltak", "Kvadrant", "År", "Sektorar"),
            *("Konsekvensar", "Tel ikkje med", "Om tala", "Utrekning"),
        ],
        "en": [
            *("Summary", "Measures", "Quadrant", "Years", "Sectors"),
            *("Consequences", "Not counted", "About", "Calculation"),
        ],
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
    book = opened(workbook(View(portfolio), Lang.EN))
    a, b = rows(book["Measures"], "Include")
    headings = ("Full-time equivalents", "2013", "2014", "Lasting level 2016", "One-off cost 2013", "Counts")
    assert [a[heading] for heading in headings] == [-1.5, 500, 1200, 1200, 150, "Yes"]
    assert (b["Counts"], b["Full-time equivalents"], b["Why not"]) == (
        "No",
        None,
        "self-cost: goes back to the fee payers",
    )
    (target,) = rows(book["Summary"], "Target")
    assert list(target.values())[1:7] == [35000, 9800, 0, 1200, 24000, pytest.approx(11000 / 35000)]
    amount = next(cell for row in book["Measures"].iter_rows() for cell in row if cell.value == 1200)
    assert amount.number_format == "#,##0"


def test_every_measure_stands_in_the_list_and_in_the_quadrant(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {kind: unspecified}
    """
    book = opened(workbook(View(portfolio), Lang.NN))
    assert [row["Id"] for row in rows(book["Tiltak"], "Ta med")] == ["A", "B"]
    placed, unplaced = rows(book["Kvadrant"], "Id")
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
    book = opened(workbook(View(portfolio), Lang.NN))
    assert [row["Tel med, nivå 2016"] for row in rows(book["Tiltak"], "Ta med")] == [250, 400, 0]


@pytest.mark.parametrize("title", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "https://example.org", "2013"])
def test_a_title_that_looks_like_a_formula_or_a_link_is_text(title: str) -> None:
    portfolio = load(document(f'title: "{title}"\nowner: "{title}"\n')).portfolio()
    book = opened(workbook(View(portfolio), Lang.EN), formulas=True)
    for sheet in ("Measures", "Quadrant", "Consequences", "Calculation"):
        cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == title]
        assert cells
        assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}
        assert {bool(cell.quotePrefix) for cell in cells} == {True} or title == "2013"  # a heading too


def test_what_is_left_out_is_said_in_the_workbook_and_on_every_page(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    book = opened(workbook(View(portfolio), Lang.EN, [LeftOut("measures/x.yaml", "effect-not-a-number")]))
    said = [str(value) for row in book["Summary"].iter_rows(values_only=True) for value in row if value]
    assert any("measures/x.yaml" in text for text in said)
    assert all("measures/x.yaml" in sheet.oddFooter.left.text for sheet in book)


def test_a_portfolio_without_measures_is_a_workbook_too(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    assert opened(workbook(View(Portfolio(portfolio.plan, ())), Lang.NB)).sheetnames[0] == "Sammendrag"


def test_the_chart_shows_the_largest_and_says_how_many_more_there_are() -> None:
    measures = "".join(f"# measures/m{i}.yaml\neffect: {{annual: {i}}}\n" for i in range(1, quadrant.MOST + 4))
    book = opened(workbook(View(load(document(measures)).portfolio()), Lang.EN), formulas=True)
    said = [cell.value for row in book["Quadrant"].iter_rows(max_row=5) for cell in row if cell.value]
    assert any("The chart shows the 250 measures with the largest effect. 3 more" in text for text in said)
    (chart,) = book["Quadrant"]._charts  # noqa: SLF001  # openpyxl has no other door
    assert len(chart.series) == 1 + quadrant.MOST + 2


def test_fields_are_open_and_what_is_computed_and_the_id_are_not(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    sheet = opened(workbook(View(portfolio), Lang.EN), formulas=True)["Measures"]
    open_ = {head.value: not cell.protection.locked for head, cell in zip(sheet[5], sheet[6], strict=True)}
    locked = {"Id", "Counts, level 2016", "Why not", "Counts", "Lasting level 2016"}
    assert sheet.protection.sheet
    assert {heading for heading, free in open_.items() if not free} == locked
    assert {cell.coordinate for cell in sheet[6] if cell.data_type == "f" and not cell.protection.locked} == set()


def test_amounts_that_do_not_tell_the_level_cannot_be_changed(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1200, from: 2016-08}}
    measures/b.yaml: {effect: {annual: 1200, from: 2013-08}}
    """
    sheet = opened(workbook(View(portfolio), Lang.EN), formulas=True)["Measures"]
    years = [cell.column for cell in sheet[5] if cell.value in ("2013", "2014", "2015", "2016")]
    locked = [{sheet.cell(row, column).protection.locked for column in years} for row in (6, 7)]
    assert locked == [{True}, {False}]


def test_an_import_can_tell_whose_workbook_it_is(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    book = opened(workbook(View(portfolio), Lang.NN))
    assert {one.name: one.value for one in book.custom_doc_props.props} == {
        "driftstilpasning": "workbook",
        "internal": False,
        "schema_version": 1,
        "lang": "nn",
        "unit": "1000 kr",
    }
    assert book["Tiltak"].tables["tblTiltak"].ref.startswith("A5:")


def test_what_everything_is_computed_from_does_not_come_on_paper(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    sheet = opened(workbook(View(portfolio), Lang.EN))["Calculation"]
    assert sheet.print_area == "'Calculation'!$A$1:$J$2"
    assert "Only these lines come on paper." in sheet["A2"].value
