"""The sums: against the targets, by year and sector, and beside totals that somebody printed."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from driftstilpasning.analysis.summary import Rows, Summary, TargetSum, sector_ids, summarize
from driftstilpasning.model.measure import FteHow, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.workspace import load
from tests.documents import document, thousands


def by_status(target: TargetSum) -> Mapping[str, int | Decimal]:
    """What counts toward the target by status, where there is anything."""
    return {status.value: thousands(amount) for status, amount in target.by_status.items() if amount}


def against(target: str, measures: str = "measures/a.yaml: {}") -> TargetSum:
    """The sum of one target with these fields."""
    fields = {"id": "x", "title": "X", "amount": "1000", "basis": "level", "year": "2016"}
    fields |= dict(field.strip().split(": ", 1) for field in target.split(";") if field)
    listed = ", ".join(f"{name}: {value}" for name, value in fields.items())
    text = f"budgets/plan.yaml: {{targets: [{{{listed}}}]}}\n{measures}"
    (found,) = summarize(load(document(text)).portfolio()).targets
    return found


STEPS = """
measures/a.yaml: {effect: {annual: 1200, from: 2013-08}, transition_cost: {2013: 150, 2014: 50}}
measures/b.yaml: {effect: {2013: 300, 2014: 0, 2015: 0, 2016: 0}, recurring: false, transition_cost: {2013: 10}}
"""


def test_a_level_target_sums_the_full_year_effects_in_force_and_no_one_offs() -> None:
    target = against("basis: level; year: 2013", STEPS.strip())
    assert (thousands(target.counted), thousands(target.one_off)) == (1200, 0)


def test_an_in_year_target_sums_the_effect_of_that_year_one_offs_too() -> None:
    target = against("basis: in-year; year: 2013", STEPS.strip())
    assert (thousands(target.counted), thousands(target.one_off)) == (800, 300)


def test_a_cumulative_target_sums_the_effects_from_the_first_year_through_its_own() -> None:
    target = against("basis: cumulative; year: 2015", STEPS.strip())
    assert (thousands(target.counted), thousands(target.one_off)) == (500 + 1200 + 1200 + 300, 300)


@pytest.mark.parametrize(
    ("target", "counted", "cost"),
    [
        ("basis: in-year; year: 2013; net: true", 640, 160),
        ("basis: in-year; year: 2014; net: true", 1150, 50),
        ("basis: cumulative; year: 2015; net: true", 2990, 210),
        ("basis: in-year; year: 2013; net: false", 800, 160),
        ("basis: level; year: 2014", 1200, 50),
        ("basis: in-year; year: 2015", 1200, 0),
    ],
)
def test_transition_cost_stands_beside_and_is_taken_off_where_net_is_asked_for(
    target: str, counted: int, cost: int
) -> None:
    found = against(target, STEPS.strip())
    assert (thousands(found.counted), thousands(found.transition_cost)) == (counted, cost)


def test_increments_read_as_levels_would_be_four_times_too_much() -> None:
    measures = "measures/a.yaml: {effect: {2013: 2500, 2014: 5000, 2015: 7500, 2016: 10000}}"
    assert thousands(against("basis: cumulative", measures).counted) == 25000
    assert thousands(against("basis: level", measures).counted) == 10000


def test_a_measure_that_costs_lowers_the_sum() -> None:
    measures = "measures/a.yaml: {effect: {annual: 900}}\nmeasures/b.yaml: {effect: {annual: -200}, kind: priority}"
    assert thousands(against("", measures).counted) == 700


def test_gap_and_share_take_in_what_was_found_before_and_nothing_else_does() -> None:
    target = against("amount: 1000; already: 100", "measures/a.yaml: {effect: {annual: 400}}")
    assert (thousands(target.counted), thousands(target.reached)) == (400, 500)
    assert (thousands(target.gap), target.share) == (500, Fraction(1, 2))
    assert by_status(target) == {"proposed": 400}
    assert thousands(target.target.found) == 100


def test_what_was_found_before_is_in_no_year_and_no_sector(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: x, title: X, amount: 1000, basis: level, year: 2016, already: {amount: 9800, source: Budsjett}}]
    # measures/a.yaml
    effect: {annual: 400, from: 2013-01}
    """
    assert {thousands(year.gross) for year in summary.years.values()} == {400}
    assert [thousands(sector.level) for sector in summary.sectors] == [400, 0]


def test_a_gap_is_never_below_zero_though_the_share_goes_on() -> None:
    target = against("amount: 100", "measures/a.yaml: {effect: {annual: 250}}")
    assert (thousands(target.gap), target.share) == (0, Fraction(5, 2))


def test_what_counts_is_split_by_status_with_every_status_there() -> None:
    measures = "\n".join(
        f"measures/{status}.yaml: {{status: {status}, effect: {{annual: {amount}}}}}"
        for status, amount in zip(Status, range(1, 11), strict=True)
    )
    target = against("", measures)
    assert by_status(target) == {
        "proposed": 2,
        "hearing": 3,
        "recommended": 4,
        "adopted": 5,
        "underway": 6,
        "realised": 7,
    }
    assert list(target.by_status) == list(Status)
    assert total(target.by_status.values()) == target.counted


def test_each_target_counts_from_its_own_status() -> None:
    measures = "measures/a.yaml: {status: idea}\nmeasures/b.yaml: {status: adopted}"
    counted = {s: thousands(against(f"counts: {s}", measures).counted) for s in ("idea", "proposed", "realised")}
    assert counted == {"idea": 800, "proposed": 400, "realised": 0}


def test_unspecified_cuts_are_counted_and_shown_apart() -> None:
    measures = "measures/a.yaml: {kind: unspecified}\nmeasures/b.yaml: {}"
    target = against("", measures)
    assert (thousands(target.counted), thousands(target.unspecified)) == (800, 400)


def test_conditional_measures_are_counted_and_shown_apart() -> None:
    measures = "measures/a.yaml: {requires: [B], effect: {annual: 300}}\nmeasures/b.yaml: {status: adopted}"
    assert thousands(against("", measures).conditional) == 0
    measures = measures.replace("adopted", "idea")
    target = against("", measures)
    assert (thousands(target.counted), thousands(target.conditional)) == (300, 300)


def test_low_and_high_move_each_amount_in_the_measure_of_its_range() -> None:
    measures = (
        "measures/a.yaml: {effect: {annual: 1200, from: 2013-08}, range: {low: 900, high: 1300}}\n"
        "measures/b.yaml: {effect: {annual: 100}}"
    )
    target = against("basis: level; year: 2016", measures)
    assert [thousands(amount) for amount in (target.low, target.counted, target.high)] == [1000, 1300, 1400]
    target = against("basis: in-year; year: 2013", measures)
    assert [thousands(amount) for amount in (target.low, target.high)] == [475, Decimal("641.66667")]


def test_a_range_changes_no_sum() -> None:
    plain = against("", "measures/a.yaml: {effect: {annual: 1200}}")
    ranged = against("", "measures/a.yaml: {effect: {annual: 1200}, range: {low: 1, high: 9000}}")
    assert plain.counted == ranged.counted
    assert (plain.low, plain.high) == (plain.counted, plain.counted)


def test_a_net_target_has_net_estimates() -> None:
    target = against(
        "basis: in-year; year: 2014; net: true",
        "measures/a.yaml: {effect: {annual: 1000}, range: {low: 500, high: 2000}, transition_cost: {2014: 100}}",
    )
    assert [thousands(amount) for amount in (target.low, target.counted, target.high)] == [450, 900, 1800]


def test_years_show_gross_cost_net_and_level(summary: Summary) -> None:
    """
    measures/a.yaml: {effect: {annual: 1200, from: 2013-08}, transition_cost: {2013: 150}}
    measures/b.yaml: {effect: {2013: 300, 2014: 0, 2015: 0, 2016: 0}, recurring: false}
    """
    shown = {
        year: tuple(thousands(part) for part in (amounts.gross, amounts.transition_cost, amounts.net, amounts.level))
        for year, amounts in summary.years.items()
    }
    assert shown == {
        2013: (800, 150, 650, 1200),
        2014: (1200, 0, 1200, 1200),
        2015: (1200, 0, 1200, 1200),
        2016: (1200, 0, 1200, 1200),
    }


def test_years_and_sectors_count_from_the_status_that_is_asked_for_and_targets_keep_their_own(
    portfolio: Portfolio,
) -> None:
    """
    measures/a.yaml: {status: idea}
    measures/b.yaml: {status: proposed}
    measures/c.yaml: {status: adopted}
    """
    sums = {since: summarize(portfolio, Status(since)) for since in ("idea", "proposed", "adopted")}
    assert {since: thousands(summary.years[2016].gross) for since, summary in sums.items()} == {
        "idea": 1200,
        "proposed": 800,
        "adopted": 400,
    }
    assert {since: thousands(summary.sectors[0].level) for since, summary in sums.items()} == {
        "idea": 1200,
        "proposed": 800,
        "adopted": 400,
    }
    assert sums["idea"].targets == sums["proposed"].targets == sums["adopted"].targets


def test_sectors_stand_in_the_plans_order_then_those_that_only_measures_know(summary: Summary) -> None:
    """
    measures/a.yaml: {sector: kultur}
    measures/b.yaml: {sector: {teknisk: 40, barnehage: 60}}
    """
    assert sector_ids(summary.portfolio) == ["oppvekst", "teknisk", "barnehage", "kultur"]
    assert [(sector.name, thousands(sector.level)) for sector in summary.sectors] == [
        ("Oppvekst", 0),
        ("Teknisk", 160),
        ("barnehage", 240),
        ("kultur", 400),
    ]


def test_a_sector_is_shown_beside_its_base_and_its_frame(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    sectors:
      oppvekst: {name: Oppvekst, base: 8000, wanted: {2016: 900}, available: {2016: 100}}
      teknisk: {name: Teknisk}
    # measures/a.yaml
    effect: {annual: 400}
    """
    oppvekst, teknisk = summary.sectors
    assert oppvekst.cut == Fraction(5, 100)
    assert oppvekst.frame_gap == {2013: None, 2014: None, 2015: None, 2016: Money(80_000_000)}
    assert (teknisk.base, teknisk.cut) == (None, None)


def test_posts_are_summed_by_sector_and_by_how_they_go(summary: Summary) -> None:
    """
    measures/a.yaml: {fte: -2, fte_how: turnover, sector: {oppvekst: 40, teknisk: 60}}
    measures/b.yaml: {fte: -1.5, fte_how: redundancy}
    measures/c.yaml: {fte: 0.5}
    measures/d.yaml: {}
    measures/e.yaml: {fte: -9, status: rejected}
    """
    oppvekst, teknisk = summary.sectors
    assert oppvekst.fte_how == {
        FteHow.TURNOVER: Decimal("-0.8"),
        FteHow.REDUNDANCY: Decimal("-1.5"),
        None: Decimal("0.5"),
    }
    assert (oppvekst.fte, oppvekst.fte_unknown) == (Decimal("-1.8"), 1)
    assert (teknisk.fte, teknisk.fte_unknown) == (Decimal("-1.2"), 0)


def test_each_measure_that_is_left_out_is_named_once_in_the_order_of_ids_with_its_reason(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    targets: []
    # measures/1.yaml
    id: T-9
    funding: self-cost
    # measures/2.yaml
    id: B
    status: idea
    # measures/3.yaml
    id: C
    # measures/4.yaml
    id: D
    excludes: [C]
    """
    assert [(row.measure.id, row.why.value) for row in summary.not_counted] == [
        ("B", "status"),
        ("D", "alternative"),
        ("T-9", "self-cost"),
    ]
    assert [row.instead.instead.id for row in summary.not_counted if row.instead is not None] == ["C"]


def test_measures_are_counted_by_status_with_every_status_there(summary: Summary) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {status: rejected}
    """
    assert {status.value: n for status, n in summary.by_status.items() if n} == {"proposed": 1, "rejected": 1}
    assert list(summary.by_status) == list(Status)


def test_a_stated_sum_is_plain_whatever_counts(summary: Summary) -> None:
    """
    # budgets/plan.yaml
    targets: []
    stated:
      - {year: 2013, amount: 2100}
      - {year: 2013, amount: 1200, sector: oppvekst}
      - {year: 2013, amount: 100, kind: unspecified}
      - {year: 2013, amount: 0, sector: kultur}
    # measures/a.yaml
    effect: {2013: 500, 2014: 0, 2015: 0, 2016: 0}
    recurring: false
    funding: financing
    overlaps: [{with: B, amount: 500}]
    # measures/b.yaml
    effect: {annual: 500, from: 2013-01}
    excludes: [A]
    status: deferred
    # measures/c.yaml
    effect: {annual: 1000, from: 2013-01}
    sector: {teknisk: 90, oppvekst: 10}
    benefit: time
    status: idea
    # measures/d.yaml
    effect: {annual: 100, from: 2013-01}
    kind: unspecified
    # measures/e.yaml
    effect: {annual: 9999, from: 2013-01}
    status: rejected
    # measures/f.yaml
    effect: {annual: 9999, from: 2013-01}
    status: withdrawn
    """
    assert [row.ok for row in summary.stated] == [True] * 4


@pytest.mark.parametrize(
    ("printed", "tolerance", "difference", "ok"),
    [(380, 0, 20, False), (420, 0, -20, False), (380, 20, 20, True), (420, 20, -20, True), (421, 20, -21, False)],
)
def test_a_stated_sum_agrees_within_its_tolerance(printed: int, tolerance: int, difference: int, *, ok: bool) -> None:
    text = f"""
    # budgets/plan.yaml
    stated: [{{year: 2016, amount: {printed}, tolerance: {tolerance}}}]
    # measures/a.yaml
    effect: {{annual: 400}}
    """
    (row,) = summarize(load(document(text)).portfolio()).stated
    assert (thousands(row.difference), row.ok) == (difference, ok)


ROWS = """
# budgets/plan.yaml
targets: [{id: x, title: X, amount: 5000, basis: level, year: 2016}]
stated: [{year: 2016, amount: 1300}]
# measures/a.yaml
effect: {annual: 1000, from: 2013-01}
sector: {oppvekst: 40, teknisk: 60}
transition_cost: {2013: 10}
overlaps: [{with: B, amount: 100}]
# measures/b.yaml
effect: {annual: 300, from: 2013-01}
status: adopted
sector: teknisk
# measures/c.yaml
status: rejected
sector: teknisk
"""


def test_rows_are_picked_after_counting_and_never_change_a_target() -> None:
    portfolio = load(document(ROWS)).portfolio()
    everything = summarize(portfolio)
    picked = {
        "sector": summarize(portfolio, rows=Rows(sectors=["teknisk"])),
        "status": summarize(portfolio, rows=Rows(statuses=[Status.ADOPTED])),
        "both": summarize(portfolio, rows=Rows(sectors=["oppvekst"], statuses=[Status.ADOPTED])),
    }
    for summary in picked.values():
        assert summary.targets == everything.targets
        assert summary.stated == everything.stated
    assert thousands(everything.years[2013].gross) == 1200
    assert {name: thousands(summary.years[2013].gross) for name, summary in picked.items()} == {
        "sector": 840,
        "status": 300,
        "both": 0,
    }
    assert {name: thousands(summary.years[2013].transition_cost) for name, summary in picked.items()} == {
        "sector": 6,
        "status": 0,
        "both": 0,
    }
    assert [sector.id for sector in picked["sector"].sectors] == ["teknisk"]
    assert [row.measure.id for row in picked["sector"].not_counted] == ["C"]
    assert [row.measure.id for row in picked["status"].not_counted] == []


def test_the_parts_of_the_picked_sectors_make_the_whole() -> None:
    portfolio = load(document(ROWS)).portfolio()
    whole = summarize(portfolio).years
    parts = [summarize(portfolio, rows=Rows(sectors=[sector])).years for sector in sector_ids(portfolio)]
    for year in portfolio.period:
        assert total(part[year].gross for part in parts) == whole[year].gross
        assert total(part[year].transition_cost for part in parts) == whole[year].transition_cost


def test_a_plan_without_targets_or_measures_sums_to_nothing() -> None:
    portfolio = load(document("budgets/plan.yaml: {targets: []}")).portfolio()
    summary = summarize(Portfolio(portfolio.plan, ()))
    assert summary.targets == ()
    assert {year.gross for year in summary.years.values()} == {Money(0)}
    assert summary.not_counted == ()
