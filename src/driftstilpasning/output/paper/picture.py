"""The quadrant as a picture: readable in grey, each sort of place with a sign of its own, every measure by its id.

The two thresholds meet in the middle, so that all four places are equally large; hence the axes say where they begin,
divide and end, and nothing in between.
"""

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from driftstilpasning.analysis.quadrant import Placement, Placements, Quadrant
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.plan import HIGHEST_GRADE, LOWEST_GRADE
from driftstilpasning.output.tables import amount
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import QUADRANT, QUADRANT_MEANS
from driftstilpasning.text.numbers import number
from driftstilpasning.text.safe import printable

_EFFECT = Text(nb="Virkning ({unit})", nn="Verknad ({unit})", en="Effect ({unit})")
_FEASIBILITY = Text(
    nb="Gjennomførbarhet: vanskelig ← → lett",
    nn="Gjennomførbarheit: vanskeleg ← → lett",
    en="Feasibility: hard ← → easy",
)
_KEY = Text(nb="Uten fyll: teller ikke med", nn="Utan fyll: tel ikkje med", en="Not filled: does not count")

_FINE: Final = 2
"""Everything is drawn so many times as large and then made smaller, which makes it smooth."""
_SIZE: Final = (2008, 1346)
"""300 dots an inch on 17 centimetres."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 170, 70, 1988, 1230
_NAMES = 112
"""What the name of a place takes of its height."""
_INSET = 26
_RADIUS = 13
_INK, _PALE, _RULE = (31, 58, 95), (242, 245, 249), (110, 110, 110)
_WHITE, _BLACK = (255, 255, 255), (20, 20, 20)
_ID, _AXIS, _NAME = 30, 32, 40

_PLACES: Final = {
    Quadrant.NEEDS_PROCESS: (0, 0),
    Quadrant.DO_FIRST: (1, 0),
    Quadrant.LEAVE: (0, 1),
    Quadrant.QUICK_WIN: (1, 1),
}
"""The column and the row of each place: easy to carry out to the right, high effect above."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Mark:
    placement: Placement
    x: float
    y: float

    @property
    def box(self) -> Box:
        return (self.x - _RADIUS, self.y - _RADIUS, self.x + _RADIUS, self.y + _RADIUS)


def quadrant_png(placements: Placements, unit: Unit, lang: Lang) -> bytes:
    """The picture's bytes, as PNG."""
    drawing = _Drawing()
    drawing.places(lang)
    drawing.axes(placements, unit, lang)
    marks = list(_marks(placements))
    taken = [mark.box for mark in marks]
    for mark in marks:
        drawing.mark(mark)
        drawing.label(mark, taken)
    if any(not mark.placement.counts for mark in marks):
        drawing.text((_RIGHT, _TOP - 12), _KEY.render(lang), _ID, "rs")
    return drawing.content()


class _Drawing:
    """Draws in the coordinates of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (_SIZE[0] * _FINE, _SIZE[1] * _FINE), _WHITE)
        self._draw = ImageDraw.Draw(self._image)
        font = files(__package__).joinpath("DejaVuSans.ttf").read_bytes()
        self._fonts = {
            size: ImageFont.truetype(io.BytesIO(font), size * _FINE, layout_engine=ImageFont.Layout.BASIC)
            for size in (_ID, _AXIS, _NAME)
        }

    def places(self, lang: Lang) -> None:
        """The four places with their names and what they mean."""
        for quadrant, (column, row) in _PLACES.items():
            box = _panel(column, row)
            fill = _PALE if column == 1 - row else _WHITE
            self._draw.rectangle(_fine(box), fill=fill, outline=_RULE, width=2 * _FINE)
            x, y = box[0] + 24, box[1] + 50
            self._sign(quadrant, x + 12, y - 14, 13, filled=True)
            name = QUADRANT[quadrant].render(lang)
            self.text((x + 40, y), name, _NAME, "ls", strong=True)
            self.text((x + 40, y + 42), QUADRANT_MEANS[quadrant].render(lang), _ID, "ls")

    def axes(self, placements: Placements, unit: Unit, lang: Lang) -> None:
        """What each axis shows, and its value at both ends and at the threshold."""
        middle = (_LEFT + _RIGHT) / 2, (_TOP + _BOTTOM) / 2
        settings = placements.settings
        self.text((_LEFT, _TOP - 12), _EFFECT.render(lang, unit=unit.value), _AXIS, "ls")
        top = _largest(placements)
        effects = ((_BOTTOM, Money(0)), (middle[1], settings.effect), (_TOP + 16, top))
        for y, effect in effects:
            if y != _TOP + 16 or effect > settings.effect:
                self.text((_LEFT - 12, y), amount(effect, unit, lang), _AXIS, "rm")
        for x, grade, anchor in ((_LEFT, LOWEST_GRADE, "ls"), (_RIGHT, HIGHEST_GRADE, "rs")):
            self.text((x, _BOTTOM + 42), str(grade), _AXIS, anchor)
        self.text((middle[0], _BOTTOM + 42), number(settings.feasibility, lang), _AXIS, "ms")
        self.text((middle[0], _BOTTOM + 96), _FEASIBILITY.render(lang), _AXIS, "ms")

    def mark(self, mark: _Mark) -> None:
        """The sign of a measure; hollow when it does not count."""
        self._sign(mark.placement.quadrant, mark.x, mark.y, _RADIUS, filled=mark.placement.counts)

    def label(self, mark: _Mark, taken: list[Box]) -> None:
        """The id of a measure at the nearest free place beside its sign, if there is one; ``taken`` then has it too."""
        text = printable(mark.placement.measure.id)
        wide = self._draw.textlength(text, self._fonts[_ID]) / _FINE
        for x, y in _around(mark, wide):
            box = (x, y - 13, x + wide, y + 13)
            if _within(box, mark.placement.quadrant) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                near_x = min(max(mark.x, box[0]), box[2])
                near_y = min(max(mark.y, box[1]), box[3])
                if math.hypot(near_x - mark.x, near_y - mark.y) > _RADIUS + 9:
                    self._draw.line(_fine((mark.x, mark.y, near_x, near_y)), fill=_RULE, width=_FINE)
                    self.mark(mark)
                self.text((x, y), text, _ID, "lm")
                return

    def text(self, at: tuple[float, float], text: str, size: int, anchor: str, *, strong: bool = False) -> None:
        """One line of text."""
        x, y = at
        self._draw.text(
            (x * _FINE, y * _FINE),
            text,
            fill=_INK if strong else _BLACK,
            font=self._fonts[size],
            anchor=anchor,
            stroke_width=_FINE // 2 if strong else 0,
        )

    def content(self) -> bytes:
        """The bytes of the picture."""
        buffer = io.BytesIO()
        small = self._image.resize(_SIZE, Image.Resampling.LANCZOS)
        small.quantize(64).save(buffer, "PNG", dpi=(300, 300), optimize=True)
        return buffer.getvalue()

    def _sign(self, quadrant: Quadrant, x: float, y: float, radius: float, *, filled: bool) -> None:
        fill, line = _INK if filled else _WHITE, 3 * _FINE
        r = radius
        if quadrant is Quadrant.DO_FIRST:
            self._draw.ellipse(_fine((x - r, y - r, x + r, y + r)), fill=fill, outline=_INK, width=line)
            return
        corners = {
            Quadrant.NEEDS_PROCESS: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
            Quadrant.QUICK_WIN: ((0, -1.15), (1.15, 0.9), (-1.15, 0.9)),
            Quadrant.LEAVE: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        }[quadrant]
        points = [((x + dx * r) * _FINE, (y + dy * r) * _FINE) for dx, dy in corners]
        self._draw.polygon(points, fill=fill, outline=_INK, width=line)


def _marks(placements: Placements) -> Iterator[_Mark]:
    """Where each measure stands, the largest effect first; what would lie upon another is moved aside."""
    settings, largest = placements.settings, _largest(placements)
    free: list[Box] = []
    for quadrant, (column, row) in _PLACES.items():
        left, top, right, bottom = _room(quadrant)
        for placement in placements.panel(quadrant):
            feasibility, limit = float(placement.feasibility), float(settings.feasibility)
            across = _share(feasibility, *((limit, HIGHEST_GRADE) if column else (LOWEST_GRADE, limit)))
            up = (
                _share(placement.effect.ore, 0, settings.effect.ore)
                if row
                else _growth(placement, settings.effect, largest)
            )
            x, y = left + across * (right - left), bottom - up * (bottom - top)
            for step in range(2 * len(placements.placed)):
                aside = x + (step + 1) // 2 * (1 if step % 2 else -1) * 2.2 * _RADIUS
                mark = _Mark(placement, aside, y)
                if left <= aside <= right and not any(_meet(mark.box, other) for other in free):
                    break
            else:
                mark = _Mark(placement, x, y)
            free.append(mark.box)
            yield mark


def _share(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5


def _growth(placement: Placement, threshold: Money, largest: Money) -> float:
    """How far above the threshold: by how many times, for one measure may be a hundred times as large as another."""
    if threshold.ore <= 0:
        return _share(placement.effect.ore, threshold.ore, largest.ore)
    return _share(math.log(placement.effect.ore), math.log(threshold.ore), math.log(max(largest, threshold).ore))


def _largest(placements: Placements) -> Money:
    return max((placement.effect for placement in placements.placed), default=Money(0))


def _panel(column: int, row: int) -> Box:
    wide, high = (_RIGHT - _LEFT) / 2, (_BOTTOM - _TOP) / 2
    left, top = _LEFT + column * wide, _TOP + row * high
    return left, top, left + wide, top + high


def _room(quadrant: Quadrant) -> Box:
    """Where the signs of a place may stand."""
    left, top, right, bottom = _panel(*_PLACES[quadrant])
    return left + 2 * _INSET, top + _NAMES + _INSET, right - 2 * _INSET, bottom - _INSET


def _around(mark: _Mark, wide: float) -> Iterator[tuple[float, float]]:
    """Places for a label, from the nearest on: the left end and the middle of its height."""
    for gap in (_RADIUS + 7, *range(_RADIUS + 20, 260, 14)):
        yield mark.x + gap, mark.y
        yield mark.x - gap - wide, mark.y
        for turn in range(1, 12):
            angle = math.pi * turn / 12
            for side in (-1, 1):
                x, y = mark.x + gap * math.cos(angle), mark.y + side * gap * math.sin(angle)
                yield x - wide * (1 - math.cos(angle)) / 2, y + side * 6


def _within(box: Box, quadrant: Quadrant) -> bool:
    left, top, right, bottom = _panel(*_PLACES[quadrant])
    return left + 8 <= box[0] and box[2] <= right - 8 and top + _NAMES <= box[1] and box[3] <= bottom - 6


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _fine(box: Sequence[float]) -> Box:
    left, top, right, bottom = (value * _FINE for value in box)
    return left, top, right, bottom
