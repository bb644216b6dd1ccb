"""A portfolio's order and its references."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.workspace import Workspace, load
from tests.documents import document


def test_measures_stand_in_the_order_of_their_ids_whatever_their_files_are_called(portfolio: Portfolio) -> None:
    """
    measures/z.yaml: {id: a-1}
    measures/y.yaml: {id: B-2}
    measures/x.yaml: {id: C-3}
    """
    assert [measure.id for measure in portfolio] == ["a-1", "B-2", "C-3"]


def test_a_reference_finds_its_measure_without_regard_to_letter_case(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {id: HO-03}
    """
    measure = portfolio.find("ho-03")
    assert measure is not None
    assert measure.id == "HO-03"
    assert portfolio.find("HO-04") is None


def test_a_sector_that_the_plan_does_not_know_goes_by_its_id(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {sector: kultur}
    """
    assert portfolio.plan.sector_name("kultur") == "kultur"
    assert portfolio.plan.sector_name("oppvekst") == "Oppvekst"


def test_a_plan_says_only_what_it_must_and_the_rest_has_defaults(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    plan, (target,) = portfolio.plan, portfolio.plan.targets
    assert (target.found, target.counts, target.net) == (Money(0), Status.PROPOSED, False)
    assert (plan.quadrant.floor, plan.quadrant.method) == (Decimal(2), "mean")
    assert {plan.quadrant.weights.staff, plan.quadrant.weights.users, plan.quadrant.weights.acceptance} == {1}
    assert (plan.severity, plan.stated, plan.notice) == ({}, (), None)


def test_what_was_found_before_is_an_amount_or_says_where_that_stands(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets:
      - {id: a, title: A, amount: 100, basis: level, year: 2016, already: 40}
      - {id: b, title: B, amount: 100, basis: level, year: 2016, already: {amount: 30, source: Budsjett 2013}}
    """
    assert [target.found.kr for target in portfolio.plan.targets] == [40_000, 30_000]


def test_a_frame_gap_is_wanted_less_available_where_both_are_said(portfolio: Portfolio) -> None:
    """
    budgets/plan.yaml: {sectors: {oppvekst: {name: O, wanted: {2013: 127, 2014: 1}, available: {2013: 121}}}}
    """
    sector = portfolio.plan.sectors["oppvekst"]
    assert sector.frame_gap(2013) == Money(600_000)
    assert sector.frame_gap(2014) is None


@pytest.mark.parametrize("unit", ["", "kroner", "1000", "NOK"])
def test_a_plan_without_a_unit_that_is_known_is_an_error_and_never_guessed(unit: str) -> None:
    workspace = load(document(f"# budgets/plan.yaml\nunit: {unit}\n"))
    assert workspace.plan is None


def test_measures_are_frozen(workspace: Workspace) -> None:
    """
    measures/a.yaml: {}
    """
    measure: Measure = workspace.portfolio().measures[0]
    with pytest.raises(FrozenInstanceError):
        measure.title = "Noko anna"  # type: ignore[misc]


def test_seven_statuses_are_steps_on_one_road_and_three_are_off_it() -> None:
    assert [status.step for status in Status] == [0, 1, 2, 3, 4, 5, 6, -1, -1, -1]
    assert [status for status in Status if not status.alive] == ["deferred", "rejected", "withdrawn"]


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        ("period: {first: 2016, last: 2013}", "period-reversed"),
        ("targets: [{id: t, title: T, amount: 0, basis: level, year: 2016}]", "target-not-positive"),
        ("targets: [{id: t, title: T, amount: 1, basis: level, year: 2017}]", "year-outside-period"),
        ("targets: [{id: t, title: T, amount: 1, basis: level, year: 2016, net: true}]", "net-level-target"),
        (
            "targets: [{id: t, title: T, amount: 1, basis: level, year: 2016, counts: rejected}]",
            "target-counts-stopped",
        ),
        ("stated: [{year: 2012, amount: 1}]", "year-outside-period"),
        ("quadrant: {effect: 1, feasibility: 1, weights: {staff: -1}}", "weights-unusable"),
        ("quadrant: {effect: 1, feasibility: 1, weights: {staff: 0, users: 0, acceptance: 0}}", "weights-unusable"),
    ],
)
def test_a_plan_that_contradicts_itself_gives_no_figures(plan: str, problem: str) -> None:
    workspace = load(document(f"# budgets/plan.yaml\n{plan}\n"))
    assert workspace.plan is None
    assert [found.name for found in workspace.problems] == [problem]


def test_two_targets_may_not_share_an_id() -> None:
    twice = ", ".join(f"{{id: {name}, title: T, amount: 1, basis: level, year: 2016}}" for name in ("total", "Total"))
    workspace = load(document(f"# budgets/plan.yaml\ntargets: [{twice}]\n"))
    assert [found.name for found in workspace.problems] == ["target-twice"]
