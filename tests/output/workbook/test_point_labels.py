"""The names of points in a chart: beside their points, and not upon each other."""

import pytest

from driftstilpasning.output.workbook.point_labels import SIDES, Plot, Point, sides

PLOT = Plot(600, 400, up=300, across=200)


def test_a_point_by_itself_has_its_name_to_the_right() -> None:
    assert sides([Point(100, 100, "OP-01"), Point(100, 150, "OP-02")], PLOT) == ["right", "right"]


def test_four_measures_at_one_point_have_a_side_each() -> None:
    assert sides([Point(100, 100, f"OP-0{i}") for i in range(4)], PLOT) == list(SIDES)


def test_with_no_free_side_a_name_takes_the_one_that_covers_least() -> None:
    between = [Point(100, 185, "OP-01"), Point(100, 215, "OP-02"), Point(100, 200, "OP-03")]
    assert sides(between, PLOT)[-1] == "right"  # over the line rather than over a mark


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [(595, 100, "left"), (100, 200, "above"), (290, 100, "left")],
    ids=["at the edge", "on the line across", "before the line up"],
)
def test_a_name_does_not_cross_an_edge_or_a_line(x: float, y: float, side: str) -> None:
    assert sides([Point(x, y, "OP-01")], PLOT) == [side]


def test_a_name_does_not_cover_another_mark() -> None:
    assert sides([Point(100, 100, "OP-01"), Point(120, 100, "OP-02")], PLOT) == ["left", "right"]
