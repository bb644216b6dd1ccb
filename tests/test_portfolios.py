"""The portfolios of this repository: they validate, and their sums are right by a second way of counting."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.model.money import Unit
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.workspace import load
from tests.conftest import Dt
from tests.documents import PORTFOLIOS, ROOT, thousands
from tests.recount import Recount

EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")
PUBLISHED = ROOT / "tests/data/published_totals.csv"
SCOPES = {
    "Organisasjon Sum": ("organisasjon", None),
    "Kultur Sum": ("kultur", None),
    "Oppvekst Sum innsparing": ("oppvekst", None),
    "Satsning / egne prioriteringer": ("egne-prioriteringer", None),
    "Rammetrekk": (None, "unspecified"),
    "Sum endringer, økt overskudd (-)": (None, None),
}
"""Each printed heading as the sector and the kind that the plan says it for."""


def portfolio_in(root: Path) -> Portfolio:
    return load(FolderTree(root)).portfolio()


def summary_of(root: Path) -> Summary:
    return summarize(portfolio_in(root))


@EVERY
def test_a_portfolio_of_ours_validates(root: Path, dt: Dt) -> None:
    assert dt("validate", "--portfolio", root) == 0


@EVERY
def test_targets_are_the_same_by_a_second_way_of_counting(root: Path) -> None:
    again = Recount(root)
    for said, target in zip(again.plan["targets"], summary_of(root).targets, strict=True):
        by_status = again.target(said)
        assert {status.value: amount.ore for status, amount in target.by_status.items()} == by_status
        assert target.counted.ore == sum(by_status.values())


@EVERY
def test_years_and_sectors_are_the_same_by_a_second_way_of_counting(root: Path) -> None:
    again, summary = Recount(root), summary_of(root)
    counted = again.counted("proposed")
    for year, amounts in summary.years.items():
        assert amounts.gross.ore == sum(gross[year] for gross, _ in counted.values())
        assert amounts.level.ore == sum(level[year] for _, level in counted.values())
        assert amounts.transition_cost.ore == sum(again.cost(name, year) for name in counted)
    sectors, posts = again.by_sector(), again.posts()
    for sector in summary.sectors:
        assert {y: a.ore for y, a in sector.years.items()} == sectors.get(sector.id, dict.fromkeys(again.years, 0))
        assert sector.fte == posts.get(sector.id, 0)
    assert {row.measure.id for row in summary.not_counted} == set(again.measures) - set(counted)


@EVERY
def test_stated_sums_are_the_same_by_a_second_way_of_counting(root: Path) -> None:
    again = Recount(root)
    computed = [row.computed.ore for row in summary_of(root).stated]
    assert computed == [again.stated(stated) for stated in again.plan.get("stated", ())]


@EVERY
def test_quadrants_are_the_same_by_a_second_way_of_placing(root: Path) -> None:
    again, placements = Recount(root), place(portfolio_in(root))
    placed = {placement.measure.id: placement.quadrant.value for placement in placements.placed}
    assert {name: placed.get(name) for name in again.measures} == {n: again.quadrant(n) for n in again.measures}


def published() -> list[tuple[str, str, int, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [(row["example"], row["scope"], int(row["year_index"]), row["published"]) for row in rows]


@pytest.mark.parametrize(("example", "scope", "index", "printed"), published())
def test_what_was_printed_is_what_we_compute(example: str, scope: str, index: int, printed: str) -> None:
    summary = summary_of(ROOT / "examples" / example)
    year = summary.portfolio.period.first + index - 1
    (row,) = [
        row for row in summary.stated if (row.stated.sector, row.stated.kind, row.stated.year) == (*SCOPES[scope], year)
    ]
    unit: Unit = summary.portfolio.plan.unit
    assert row.stated.amount == -unit.money(Decimal(printed)), "printed with minus for a saving"
    if (example, scope, index) == ("kristiansand-2018", "Oppvekst Sum innsparing", 1):
        assert (row.ok, thousands(row.computed), thousands(row.stated.amount)) == (False, 1350, 1330)
    else:
        assert (row.ok, row.computed) == (True, row.stated.amount)


def test_every_printed_total_that_a_plan_states_was_published() -> None:
    stated = sum(len(summary_of(root).stated) for root in PORTFOLIOS)
    assert stated == len(published()) == 23


def test_the_figures_of_oygarden_stand() -> None:
    summary = summary_of(ROOT)
    total, project, first = summary.targets
    assert [thousands(year.gross) for year in summary.years.values()] == [2305, Decimal("12342.5"), 19000, 19950]
    assert thousands(total.counted) == thousands(project.counted) == 19950
    assert [thousands(target.gap) for target in (total, project, first)] == [5250, 50, 595]
    assert thousands(first.counted) == 2305
    assert sum(sector.fte for sector in summary.sectors) == Decimal("-22.1")
    assert len(summary.portfolio.measures) == 50


def test_nobody_graded_the_published_lists_so_none_of_their_measures_is_placed() -> None:
    for root in PORTFOLIOS:
        if root != ROOT:
            assert place(portfolio_in(root)).placed == ()
