"""On which side of its point each name stands in a chart, so that no name lies upon another."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

SIDES: Final = ("right", "left", "above", "below")
"""In the order in which they are tried; Excel and LibreOffice know all four."""

_LETTER, _HIGH = 6, 11
"""Pixels of a letter of eight points, and its height."""
_MARK: Final = 6
"""Pixels from the middle of a mark to its edge."""
_LINE_WIDTH: Final = 2


class Point(NamedTuple):
    """A point in pixels from the upper left corner of the plot, and its name."""

    x: float
    y: float
    name: str


class Plot(NamedTuple):
    """The room for points and names in pixels, and the two lines that divide it: one up and down, one across."""

    width: float
    height: float
    up: float
    across: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def common(self, other: "_Box") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0


def sides(points: Sequence[Point], plot: Plot) -> list[str]:
    """For each point one of :data:`SIDES`: the first that is free, else the one that covers the least.

    The points that come first choose first. Nothing is free outside the plot, on a mark, a line or another name.
    """
    paper = _Box(0, 0, plot.width, plot.height)
    taken = [_Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y, _ in points]
    taken += [
        _Box(plot.up - _LINE_WIDTH, 0, plot.up, plot.height),
        _Box(0, plot.across - _LINE_WIDTH, plot.width, plot.across),
    ]
    chosen = []
    for point in points:
        rooms = list(_around(point))
        reach = _Box(rooms[1].left, rooms[2].top, rooms[0].right, rooms[3].bottom)
        near = [box for box in taken if reach.common(box)]
        covered = [sum(map(room.common, near)) + room.area - room.common(paper) for room in rooms]
        best = covered.index(min(covered))
        taken.append(rooms[best])
        chosen.append(SIDES[best])
    return chosen


def _around(point: Point) -> Iterator[_Box]:
    """The room of a name to the right of its point, to the left, above and below."""
    x, y, name = point
    wide, half = len(name) * _LETTER, len(name) * _LETTER / 2
    yield _Box(x + _MARK, y - _HIGH / 2, x + _MARK + wide, y + _HIGH / 2)
    yield _Box(x - _MARK - wide, y - _HIGH / 2, x - _MARK, y + _HIGH / 2)
    yield _Box(x - half, y - _MARK - _HIGH, x + half, y - _MARK)
    yield _Box(x - half, y + _MARK, x + half, y + _MARK + _HIGH)
