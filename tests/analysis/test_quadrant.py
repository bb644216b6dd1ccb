"""Where a measure stands between effect and feasibility, why, and what would move it."""

from fractions import Fraction

import pytest

from driftstilpasning.analysis.quadrant import Placement, Placements, Quadrant, place
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import document, thousands


def placed(grades: str, effect: int = 1200, settings: str = "", more: str = "") -> Placement:
    """The placement of one measure; grades as ``staff users acceptance``, – for none."""
    staff, users, acceptance = grades.split()
    fields = [f"{name}: {{grade: {g}}}" for name, g in (("staff", staff), ("users", users)) if g != "–"]
    given = f"consequence: {{{', '.join(fields)}}}\n"
    given += f"acceptance: {{grade: {acceptance}}}\n" if acceptance != "–" else "acceptance: {text: Ukjend}\n"
    text = (
        f"# budgets/plan.yaml\nquadrant: {{effect: 500, feasibility: 3.5{settings and ', '}{settings}}}\n"
        f"# measures/a.yaml\neffect: {{annual: {effect}}}\n{given}{more}"
    )
    placements = place(load(document(text)).portfolio())
    (placement,) = placements.placed
    return placement


def moves(placement: Placement) -> list[tuple[str, int, int, str]]:
    return [(move.grade, move.now, move.to, move.quadrant.value) for move in placement.moves]


def unplaced(placements: Placements) -> dict[str, str]:
    return {measure.id: why.value for measure, why in placements.unplaced}


@pytest.mark.parametrize(
    ("grades", "effect", "quadrant"),
    [
        ("1 1 5", 1200, "do-first"),
        ("4 4 2", 1200, "needs-process"),
        ("1 1 5", 100, "quick-win"),
        ("4 4 2", 100, "leave"),
    ],
)
def test_effect_and_feasibility_decide_the_quadrant(grades: str, effect: int, quadrant: str) -> None:
    assert placed(grades, effect).quadrant == quadrant


def test_the_slides_corners_come_out_right() -> None:
    """Small consequences and high acceptance give 5; large consequences and low acceptance give 1."""
    assert placed("1 1 5").feasibility == 5
    assert placed("5 5 1").feasibility == 1


@pytest.mark.parametrize(("effect", "quadrant"), [(500, "do-first"), (499, "quick-win"), (501, "do-first")])
def test_an_effect_at_the_threshold_is_high(effect: int, quadrant: str) -> None:
    assert placed("1 1 5", effect).quadrant == quadrant


def test_a_feasibility_at_the_threshold_is_high_and_compared_exactly() -> None:
    two = "weights: {acceptance: 0}"
    assert placed("2 3 1", settings=two).feasibility == Fraction(7, 2)
    assert placed("2 3 1", settings=two).quadrant == "do-first"
    assert placed("2 2 3").feasibility == Fraction(11, 3)
    thirds = """
    # budgets/plan.yaml
    quadrant: {effect: 500, feasibility: THRESHOLD}
    # measures/a.yaml
    effect: {annual: 900}
    consequence: {staff: {grade: 2}, users: {grade: 2}}
    acceptance: {grade: 3}
    """
    for threshold, quadrant in (("3.66", "do-first"), ("3.67", "needs-process"), ("3.666666", "do-first")):
        (placement,) = place(load(document(thirds.replace("THRESHOLD", threshold))).portfolio()).placed
        assert placement.quadrant == quadrant, threshold


@pytest.mark.parametrize(
    ("grades", "who"),
    [
        ("5 1 5", "for staff is too large"),
        ("1 5 5", "for users is too large"),
        ("1 1 1", "political acceptance is too low"),
    ],
)
def test_below_the_floor_feasibility_is_low_whatever_the_mean_and_the_reason_says_so(grades: str, who: str) -> None:
    placement = placed(grades)
    assert placement.feasibility == Fraction(11, 3)
    assert placement.quadrant == "needs-process"
    assert who in placement.reason.render(Lang.EN)
    assert placed(grades, settings="floor: 1").quadrant == "do-first"


def test_the_weakest_grade_can_decide_in_place_of_the_mean() -> None:
    assert placed("1 3 5").feasibility == Fraction(13, 3)
    weakest = placed("1 3 5", settings="method: weakest")
    assert weakest.feasibility == 3
    assert weakest.quadrant == "needs-process"


@pytest.mark.parametrize("method", ["mean", "weakest"])
def test_contested_is_what_the_two_methods_place_differently_whichever_is_chosen(method: str) -> None:
    settings = f"method: {method}"
    assert placed("1 3 5", settings=settings).contested
    assert not placed("1 1 5", settings=settings).contested
    assert not placed("5 1 5", settings=settings).contested, "below the floor both are low"


def test_weights_weigh_the_grades() -> None:
    assert placed("4 1 3", settings="weights: {staff: 3}").feasibility == Fraction(3 * 2 + 5 + 3, 5)
    assert placed("4 1 3", settings="weights: {staff: 0.5}").feasibility == Fraction(18, 5)


def test_a_weight_of_0_removes_the_grade_from_everything() -> None:
    placement = placed("– 2 4", settings="weights: {staff: 0}")
    assert placement.feasibility == 4
    assert placed("5 2 4", settings="weights: {staff: 0}").quadrant == "do-first", "the floor too"
    assert [grade for grade, *_ in moves(placement)] == ["users", "acceptance"]
    assert "staff" not in placement.reason.render(Lang.EN)


def test_a_placement_has_its_distance_to_both_boundaries() -> None:
    placement = placed("2 1 4")
    assert thousands(placement.effect_distance) == 700
    assert placement.feasibility_distance == Fraction(13, 3) - Fraction(7, 2)
    below = placed("4 4 2", 100)
    assert thousands(below.effect_distance) == -400
    assert below.feasibility_distance == Fraction(-3, 2)


def test_a_move_is_the_smallest_change_of_one_grade_alone_that_changes_the_quadrant() -> None:
    assert moves(placed("2 1 4")) == [
        ("staff", 2, 5, "needs-process"),
        ("users", 1, 4, "needs-process"),
        ("acceptance", 4, 1, "needs-process"),
    ]
    assert moves(placed("4 2 3", 100)) == [
        ("staff", 4, 2, "quick-win"),
        ("acceptance", 3, 5, "quick-win"),
    ]
    assert moves(placed("5 5 1")) == [], "no one grade alone is enough"


def test_the_reason_says_both_axes_with_the_figures_and_the_grades() -> None:
    reason = placed("2 1 4").reason
    assert reason.render(Lang.EN).replace("\u00a0", " ") == (
        "high effect: NOK 1,200,000 is at least NOK 500,000; "
        "easy to carry out: 4.33 is at least 3.5 (staff 2, users 1, political acceptance 4)"
    )
    assert placed("4 4 2", 100).reason.render(Lang.NN).replace("\u00a0", " ") == (
        "liten verknad: 100 000 kr er under 500 000 kr; "
        "vanskeleg å gjennomføre: 2 er under 3,5 (tilsette 4, brukarar 4, politisk aksept 2)"
    )


def test_a_one_off_is_placed_by_its_largest_year_and_marked(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {2013: 100, 2014: 600, 2015: 0, 2016: 0}, recurring: false}
    measures/b.yaml: {effect: {2013: 600, 2014: 600, 2015: 600, 2016: 100}}
    """
    once, lasting = placements.placed
    assert (thousands(once.effect), once.one_off, once.quadrant.value) == (600, True, "do-first")
    assert (thousands(lasting.effect), lasting.one_off, lasting.quadrant.value) == (100, False, "quick-win")
    assert "once" in once.reason.render(Lang.EN)


def test_a_one_off_that_mostly_costs_is_a_cost(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {2013: 100, 2014: -600, 2015: 0, 2016: 0}, recurring: false}
    """
    assert unplaced(placements) == {"A": "cost"}


def test_what_does_not_count_is_placed_hollow_and_outside_the_panels_sum(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, funding: self-cost}
    measures/b.yaml: {effect: {annual: 900}, benefit: time}
    measures/c.yaml: {effect: {annual: 900}, excludes: [D]}
    measures/d.yaml: {effect: {annual: 800}}
    measures/e.yaml: {effect: {annual: 700}, status: idea}
    """
    assert {p.measure.id: p.counts for p in placements.placed} == {
        "A": False,
        "B": False,
        "C": False,
        "D": True,
        "E": False,
    }
    assert thousands(placements.lasting(Quadrant.DO_FIRST)) == 800
    assert [p.measure.id for p in placements.panel(Quadrant.DO_FIRST)] == ["A", "B", "C", "D", "E"]


def test_a_panels_sum_counts_nothing_twice_and_keeps_one_offs_apart(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, overlaps: [{with: B, amount: 100}]}
    measures/b.yaml: {effect: {annual: 700}}
    measures/c.yaml: {effect: {2013: 600, 2014: 0, 2015: 0, 2016: 0}, recurring: false}
    """
    assert thousands(placements.lasting(Quadrant.DO_FIRST)) == 1500
    assert thousands(placements.once(Quadrant.DO_FIRST)) == 600
    assert [thousands(p.effect) for p in placements.placed] == [900, 700, 600], (
        "the axis shows the measure's own effect"
    )


def test_a_panel_stands_with_the_largest_effect_first(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {annual: 600}}
    measures/b.yaml: {effect: {annual: 900}}
    measures/c.yaml: {effect: {annual: 600}}
    """
    assert [p.measure.id for p in placements.panel(Quadrant.DO_FIRST)] == ["B", "A", "C"]
    assert placements.panel(Quadrant.LEAVE) == ()


def test_the_first_reason_for_standing_in_no_quadrant_is_the_one_that_is_said() -> None:
    """Every reason at once; then the first is mended, and the next one shows."""
    fields = {
        "status": "rejected",
        "reverses": "B",
        "kind": "unspecified",
        "effect": "{annual: -100}",
        "acceptance": "{text: Ukjend}",
    }
    said = []
    for field, good in (
        ("status", "withdrawn"),
        ("status", "deferred"),
        ("status", "proposed"),
        ("reverses", "~"),
        ("kind", "gains"),
        ("effect", "{annual: 100}"),
        ("acceptance", "{grade: 3}"),
    ):
        text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value != "~")
        said.append(unplaced(place(load(document(f"# measures/a.yaml\n{text}")).portfolio()))["A"])
        fields[field] = good
    assert said == ["rejected", "withdrawn", "deferred", "reversal", "unspecified", "cost", "not-graded"]


@pytest.mark.parametrize("missing", ["consequence: {staff: {grade: 1}}", "consequence: {users: {grade: 1}}"])
def test_a_missing_grade_is_never_guessed(missing: str) -> None:
    assert unplaced(place(load(document(f"# measures/a.yaml\n{missing}\n")).portfolio())) == {"A": "not-graded"}


def test_no_effect_at_all_is_no_cost(placements: Placements) -> None:
    """
    measures/a.yaml: {effect: {annual: 0}}
    """
    (placement,) = placements.placed
    assert (placement.quadrant.value, placement.feasibility) == ("quick-win", Fraction(14, 3))


def test_of_many_measures_those_with_the_largest_effect_are_kept_in_the_order_of_ids(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    effect: {annual: 300}
    # measures/b.yaml
    effect: {annual: 100}
    # measures/c.yaml
    effect: {annual: 900}
    """
    assert [one.measure.id for one in place(portfolio).largest(2).placed] == ["A", "C"]
    assert place(portfolio).largest(3) == place(portfolio)
