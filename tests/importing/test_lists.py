"""Lists that municipalities published: each comes in by its mapping, and its sums are those that were printed."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.model.money import Money
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.workspace import load
from tests.conftest import Dt
from tests.documents import ROOT, thousands

LISTS = ROOT / "examples/lists"
MAPPINGS = sorted(LISTS.glob("*.mapping.yaml"))
EXAMPLES = {
    "kristiansand_2018_innsparinger": "kristiansand-2018",
    "molde_2022_prioriteringer": "molde-2022",
    "nittedal_2020_kommunestyrets_endringer_mnok": "nittedal-2020",
}
"""The lists that were made into portfolios by hand."""

OFF = {
    ("kristiansand_2018_innsparinger", "Oppvekst Sum innsparing"): {2018: 20},
    ("elverum_2016_okonomistaben", "Driftsutgift"): dict.fromkeys(range(2016, 2020), 1),
    ("elverum_2016_okonomistaben", "Økonomistaben"): dict.fromkeys(range(2016, 2020), 1),
}
"""Where the publisher's own total is not the sum of its rows: by how much, in thousands."""

EVERY = pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda path: path.name.partition("_")[0])


def name_of(mapping: Path) -> str:
    return mapping.name.removesuffix(".mapping.yaml")


def imported(mapping: Path, dt: Dt, folder: Path) -> Summary:
    """The sums of a portfolio made of nothing but the list and its mapping."""
    table = LISTS / f"{name_of(mapping)}.csv"
    assert dt("import", table, "--mapping", mapping, "--portfolio", folder, "--write") == 0, dt.err
    return summarize(load(FolderTree(folder)).portfolio())


def published(name: str) -> list[tuple[str, int, Decimal]]:
    with (LISTS / "published_totals.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["portfolio"] == name and row["published"]]
    return [(row["scope"], int(row["year_index"]), Decimal(row["published"])) for row in rows]


@EVERY
def test_a_list_becomes_a_portfolio_that_validates(mapping: Path, dt: Dt, tmp_path: Path) -> None:
    imported(mapping, dt, tmp_path / "ny")
    assert dt("validate", "--portfolio", tmp_path / "ny") == 0
    rows = (LISTS / f"{name_of(mapping)}.csv").read_text("utf-8").count("\n") - 1
    assert len(list((tmp_path / "ny/measures").glob("*.yaml"))) == rows


@EVERY
def test_what_was_printed_is_what_comes_in_or_the_difference_is_told(mapping: Path, dt: Dt, tmp_path: Path) -> None:
    name = name_of(mapping)
    summary = imported(mapping, dt, tmp_path / "ny")
    stated = {(row.stated.source, row.stated.year): row for row in summary.stated}
    first, unit = summary.portfolio.period.first, summary.portfolio.plan.unit
    sign = 1 if name.startswith(("sor_varanger", "brighton")) else -1
    checked = 0
    before = Money(0)
    for scope, index, printed in published(name):
        if "FTE" in scope:
            continue
        amount = unit.money(printed * sign)
        if name.startswith("sor_varanger") and index == 2:  # printed as the increase on the year before
            amount += before
        before = amount
        row = stated[scope, first + index - 1]
        assert row.stated.amount == amount, "the mapping states what was printed"
        off = OFF.get((name, scope), {}).get(row.stated.year, 0)
        assert (thousands(row.computed - row.stated.amount), row.ok) == (off, off == 0)
        checked += 1
    assert checked == len(summary.stated) > 0


@pytest.mark.parametrize(("name", "example"), EXAMPLES.items())
def test_a_list_gives_the_sums_of_the_portfolio_that_was_made_by_hand(
    name: str, example: str, dt: Dt, tmp_path: Path
) -> None:
    ours = imported(LISTS / f"{name}.mapping.yaml", dt, tmp_path / "ny")
    theirs = summarize(load(FolderTree(ROOT / "examples" / example)).portfolio())
    assert {year: sums.gross for year, sums in ours.years.items()} == {
        y: sums.gross for y, sums in theirs.years.items()
    }
    assert {one.id: one.years for one in ours.sectors} == {one.id: one.years for one in theirs.sectors}
    assert [(row.computed, row.ok) for row in ours.stated] == [(row.computed, row.ok) for row in theirs.stated]
    assert {row.measure.id for row in ours.not_counted} == {row.measure.id for row in theirs.not_counted}


def test_posts_that_brighton_deletes_are_fewer_posts_and_pounds_are_told_of(dt: Dt, tmp_path: Path) -> None:
    summary = imported(LISTS / "brighton_2025_savings_gbp.mapping.yaml", dt, tmp_path / "ny")
    printed = {scope: amount for scope, _, amount in published("brighton_2025_savings_gbp")}
    assert sum(measure.fte or 0 for measure in summary.portfolio) == -printed["Grand FTE deleted"]
    posts = {
        sector.id: sum(m.fte or 0 for m in summary.portfolio if sector.id in m.shares) for sector in summary.sectors
    }
    assert posts["homes"] == -printed["Homes & Adult Social Care FTE deleted"]
    assert (summary.portfolio.plan.notice or "").endswith("Beløpene er i GBP, ikke i kroner.")


def test_a_follow_up_of_savings_is_no_list_of_measures(dt: Dt) -> None:
    for options in ([], ["--suggest-mapping"], ["--mapping", MAPPINGS[0]]):
        assert dt("import", LISTS / "brighton_2024_monitoring_gbp.csv", *options, "--lang", "en") == 2
        assert dt.err == (
            "dt: brighton_2024_monitoring_gbp.csv is no list of measures but a follow-up of savings: the columns "
            "“achieved or anticipated”, “net at risk”, “at risk pct of net budget” say how it went, not what is to be "
            "done. dt imports measures only\n"
        )


@EVERY
def test_a_list_that_has_come_in_changes_nothing_the_second_time(mapping: Path, dt: Dt, tmp_path: Path) -> None:
    imported(mapping, dt, tmp_path / "ny")
    table = LISTS / f"{name_of(mapping)}.csv"
    assert dt("import", table, "--mapping", mapping, "--portfolio", tmp_path / "ny", "--output-format", "json") == 0
    told = json.loads(dt.out)
    assert (told["new"], told["changed"], told["gone"], told["problems"]) == ([], [], [], [])
    assert told["unchanged"] == len(list((tmp_path / "ny/measures").glob("*.yaml")))


@EVERY
def test_a_suggested_mapping_lacks_only_what_nobody_can_know(mapping: Path, dt: Dt) -> None:
    name = name_of(mapping)
    assert dt("import", "--suggest-mapping", LISTS / f"{name}.csv", "--lang", "en") == 0
    assert {"  id: id", "  title: title", "  sector: sector"} <= set(dt.out.splitlines())
    assert "dt: fill in sign: the table does not say whether a saving is minus or plus" in dt.err.splitlines()
