"""The measure table for analysts, and the files it becomes."""

import io
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from driftstilpasning.analysis.summary import summarize
from driftstilpasning.errors import DtError
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.frame import to_csv, to_frame, to_parquet
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import PORTFOLIOS, ROOT

EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")


@EVERY
def test_there_is_a_row_a_measure_and_25_columns_and_four_a_year(root: Path) -> None:
    portfolio = load(FolderTree(root)).portfolio()
    frame = to_frame(portfolio)
    assert frame.shape == (len(portfolio.measures), 25 + 4 * len(portfolio.period))
    assert list(frame["id"]) == [measure.id for measure in portfolio]
    assert not frame.columns.duplicated().any()


@EVERY
def test_what_counts_sums_to_what_the_summary_says_by_sector_too(root: Path) -> None:
    portfolio = load(FolderTree(root)).portfolio()
    summary = summarize(portfolio)
    frame = to_frame(portfolio)
    last = portfolio.period.last
    assert frame["counted_level"].sum() == summary.years[last].level.kr
    assert frame[f"counted_{last}"].sum() == summary.years[last].gross.kr
    parts = to_frame(portfolio, by_sector=True).groupby("sector")
    for sector in summary.sectors:
        if sector.id in parts.groups:
            assert parts["counted_level"].sum()[sector.id] == sector.level.kr
            assert parts[f"counted_{last}"].sum()[sector.id] == sector.years[last].kr


def test_amounts_are_kroner_and_exact(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0.1, from: 2013-12}
    transition_cost: {2013: 0.00001}
    # measures/b.yaml
    sector: {oppvekst: 40, teknisk: 60}
    funding: self-cost
    fte: -1.5
    fte_how: turnover
    """
    frame = to_frame(portfolio).set_index("id")
    a, b = frame.loc["A"], frame.loc["B"]
    assert (a["gross_2013"], a["gross_2014"], a["level_2013"]) == (Decimal("8.33"), Decimal(100), Decimal(100))
    assert (a["cost_2013"], a["effect"]) == (Decimal("0.01"), Decimal(100))
    assert isinstance(a["gross_2013"], Decimal)
    assert (a["counts"], a["why_not"], a["quadrant"], a["feasibility"]) == (True, None, "quick-win", Decimal("4.67"))
    assert (b["counts"], b["why_not"], b["sector"]) == (False, "self-cost", "oppvekst 40 %, teknisk 60 %")
    assert (b["fte"], b["fte_how"], a["fte"]) == (Decimal("-1.5"), "turnover", None)
    assert frame["staff_grade"].sum() == 2
    assert frame["counts"].sum() == 1


def test_what_is_not_placed_has_no_quadrant(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {kind: unspecified, consequence: {users: {text: Ukjend}}}
    """
    row = to_frame(portfolio).iloc[0]
    assert (row["quadrant"], row["feasibility"]) == (None, None)
    assert pd.isna(row["staff_grade"])


def test_a_csv_is_utf_8_that_excel_can_see_with_exact_decimals(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {title: "Blåbær, «sylte» og meir", effect: {annual: 0.00001}, source: "12:30"}
    """
    content = to_csv(to_frame(portfolio))
    assert content.startswith(b"\xef\xbb\xbfid,title,")
    assert b"\r" not in content
    read = pd.read_csv(io.BytesIO(content), dtype=str)
    assert read.loc[0, "title"] == "Blåbær, «sylte» og meir"
    assert read.loc[0, "level_2016"] == "0.01"


def test_a_csv_holds_no_formula_and_all_else_as_it_is() -> None:
    frame = pd.DataFrame({"number": [3, None], "text": ["-2+3", "2-3"], "amount": [Decimal("-1.50"), 0]}, dtype=object)
    assert to_csv(frame).decode("utf-8-sig") == "number,text,amount\n3,'-2+3,-1.50\n,2-3,0\n"


@EVERY
def test_csv_and_parquet_hold_what_the_table_holds(root: Path) -> None:
    portfolio = load(FolderTree(root)).portfolio()
    frame = to_frame(portfolio)
    read = pd.read_parquet(io.BytesIO(to_parquet(frame)))
    assert read.shape == frame.shape
    for column in (f"gross_{portfolio.period.first}", f"level_{portfolio.period.last}", "effect"):
        assert [Decimal(value) for value in read[column]] == list(frame[column])
        assert all(isinstance(value, Decimal) for value in read[column])
    assert to_csv(frame) == to_csv(to_frame(portfolio))
    assert to_parquet(frame) == to_parquet(to_frame(portfolio))


def test_without_pyarrow_parquet_says_what_to_install(portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    measures/a.yaml: {}
    """
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DtError) as raised:
        to_parquet(to_frame(portfolio))
    assert "driftstilpasning[parquet]" in raised.value.render(Lang.NN)


def test_a_portfolio_without_measures_is_an_empty_table(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    frame = to_frame(Portfolio(portfolio.plan, ()))
    assert len(frame) == 0
    assert list(frame.columns) == list(to_frame(portfolio).columns), "a table without rows has its columns all the same"
