"""The sheet of quadrants: the picture, the sum of each, and every measure with its place and why."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from driftstilpasning.analysis.quadrant import Placements, Quadrant, grades
from driftstilpasning.columns import COUNTS
from driftstilpasning.model.money import Money, kroner
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.calculation import Amount, Calculation
from driftstilpasning.output.workbook.calculation_sheet import Rows
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live
from driftstilpasning.output.workbook.charts import FONT, insert, size
from driftstilpasning.output.workbook.formulas import Formulas, Where
from driftstilpasning.output.workbook.point_labels import Plot, Point, sides
from driftstilpasning.output.workbook.words import heading
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import GRADE, QUADRANT, QUADRANT_MEANS, UNPLACED
from driftstilpasning.text.numbers import number

NAME: Final = Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant")
MOST: Final = 250
"""So many measures a chart can show and be read, the largest effects first."""

_TITLE = Text(nb="Virkning og gjennomførbarhet", nn="Verknad og gjennomførbarheit", en="Effect and feasibility")
_RULE = Text(
    nb="Stor virkning er {effect} eller mer; lett å gjennomføre er {feasibility} eller mer på en skala fra 1 til 5. "
    "Lyse firkanter i diagrammet teller ikke med.",
    nn="Stor verknad er {effect} eller meir; lett å gjennomføre er {feasibility} eller meir på ein skala frå 1 til 5. "
    "Lyse firkantar i diagrammet tel ikkje med.",
    en="A high effect is {effect} or more; easy to carry out is {feasibility} or more on a scale from 1 to 5. "
    "Light squares in the chart do not count.",
)
_OVER = Text(
    nb="Diagrammet viser de {most} tiltakene med størst virkning. {rest} til står bare i listen under.",
    nn="Diagrammet viser dei {most} tiltaka med størst verknad. {rest} til står berre i lista under.",
    en="The chart shows the {most} measures with the largest effect. {rest} more stand in the list below alone.",
)
_HEADINGS: Final = {
    "quadrant": Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
    "means": Text(nb="Som er", nn="Som er", en="Which is"),
    "number": Text(nb="Tiltak som teller", nn="Tiltak som tel", en="Measures that count"),
    "lasting": Text(nb="Varig nivå", nn="Varig nivå", en="Lasting level"),
    "once": Text(nb="Engangs", nn="Eingong", en="One-off"),
    "effect": Text(nb="Virkning", nn="Verknad", en="Effect"),
    "feasibility": Text(nb="Gjennomførbarhet", nn="Gjennomførbarheit", en="Feasibility"),
    "reason": Text(nb="Begrunnelse", nn="Grunngjeving", en="Reason"),
}
_INTERNAL = Text(
    nb="Interne tiltak er ikke med på dette arket.",
    nn="Interne tiltak er ikkje med på dette arket.",
    en="Internal measures are not on this sheet.",
)
_POINTS = Text(nb="Punktene i kvadranten", nn="Punkta i kvadranten", en="The points of the quadrant")
_NAMES = Text(
    nb="Navnene i kvadranten, og hvor de står",
    nn="Namna i kvadranten, og kvar dei står",
    en="The names in the quadrant, and where they stand",
)
_Y = Text(nb="Virkning, {unit}", nn="Verknad, {unit}", en="Effect, {unit}")
_X = Text(
    nb="Gjennomførbarhet (vanskelig ← → lett)",
    nn="Gjennomførbarheit (vanskeleg ← → lett)",
    en="Feasibility (hard ← → easy)",
)
_ALT = Text(
    nb="Punktdiagram: hvert tiltak etter virkning og gjennomførbarhet, delt i fire. Mørke punkter teller med, lyse "
    "firkanter gjør det ikke. Plasseringen står med begrunnelse i listen under.",
    nn="Punktdiagram: kvart tiltak etter verknad og gjennomførbarheit, delt i fire. Mørke punkt tel med, lyse "
    "firkantar gjer det ikkje. Plasseringa står med grunngjeving i lista under.",
    en="Scatter chart: each measure by effect and feasibility, divided in four. Dark points count, light "
    "squares do not. The places stand with their reasons in the list below.",
)
_MARKERS: Final = {
    "on": {"type": "circle", "size": 8, "fill": {"color": "#1F3A5F"}, "border": {"color": "#1F3A5F"}},
    "off the sums": {"type": "square", "size": 8, "fill": {"color": "#C4C4C4"}, "border": {"color": "#7F7F7F"}},
}
"""What counts and what does not: told apart by form and by lightness, and quadrants by where a point stands."""

_ROWS: Final = 32
_PLOT: Final = (0.07, 0.03, 0.9, 0.85)
"""What the points have of the chart, beside the axes: from the left, from above, width and height."""
_WIDTHS: Final = (16, 40, 26, 12, 18, *[11] * len(GRADE), 10, 70)
_MISSING: Final = "#N/A"
"""What a chart leaves out."""

_LEFT, _RIGHT = Decimal("0.5"), Decimal("5.5")
"""The ends of the scale of grades from 1 to 5, so that no mark is cut in two."""


class Drawing:
    """What the chart is drawn from, in blocks of the calculation: the points, and where the quadrants' names stand."""

    def __init__(self, calculation: Calculation, placements: Placements, lang: Lang) -> None:
        """Choose the measures that the chart shows, and place the blocks."""
        self.placed = placements.largest(MOST).placed
        self.settings, self._calculation, self._lang = placements.settings, calculation, lang
        self.points = calculation.block(("id", "x", "y", *_MARKERS), len(self.placed))
        self.names = calculation.block(("name", "x", "y"), len(Quadrant))

    @property
    def top(self) -> Money:
        """The upper end of the chart: round, and past every point."""
        high = max([self.settings.effect.ore * 2, *(placed.effect.ore for placed in self.placed)])
        step: int = 10 ** max(0, len(str(high)) - 2) * 5
        return Money((high // step + 1) * step)

    def rows(self) -> tuple[Rows, ...]:
        """The blocks and their rows."""
        return Rows(_POINTS, self.points, self._points()), Rows(_NAMES, self.names, self._names())

    def _points(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each point: one height where it counts, another where it does not; one of them is missing."""
        for i, placed in enumerate(self.placed):
            counts, effect = self._calculation.counts(placed.measure), placed.effect
            y = self.points.cell(i, "y")
            yield {
                "id": placed.measure.id,
                "x": Decimal(placed.feasibility.numerator) / placed.feasibility.denominator,
                "y": effect,
                "on": Live(f"IF({counts}=1,{y},NA())", effect if placed.counts else _MISSING),
                "off the sums": Live(f"IF({counts}=1,NA(),{y})", _MISSING if placed.counts else effect),
            }

    def sides(self, width: float, height: float) -> list[str]:
        """On which side of each point its name stands, in a plot of so many pixels."""

        def across(feasibility: float) -> float:
            return (feasibility - float(_LEFT)) / float(_RIGHT - _LEFT) * width

        def down(effect: Money) -> float:
            return height - effect.ore / self.top.ore * height

        plot = Plot(width, height, across(float(self.settings.feasibility)), down(self.settings.effect))
        points = [
            Point(across(float(placed.feasibility)), down(placed.effect), placed.measure.id) for placed in self.placed
        ]
        return sides(points, plot)

    @property
    def corners(self) -> Mapping[Quadrant, tuple[Decimal, Money]]:
        """Where the name of each quadrant stands."""
        across, high, low = Decimal(str(self.settings.feasibility)), self.top.ore * 29 // 30, self.top.ore // 30
        return {
            Quadrant.NEEDS_PROCESS: (_LEFT, Money(high)),
            Quadrant.DO_FIRST: (across, Money(high)),
            Quadrant.LEAVE: (_LEFT, Money(low)),
            Quadrant.QUICK_WIN: (across, Money(low)),
        }

    def _names(self) -> Iterable[Mapping[Key, Content]]:
        for quadrant, (x, y) in self.corners.items():
            yield {"name": QUADRANT[quadrant].render(self._lang), "x": x, "y": y}


def write(  # a sheet
    book: Book, calculation: Calculation, placements: Placements, drawing: Drawing, title: str, lang: Lang
) -> None:
    """Write the sheet."""
    sheet = book.sheet(NAME.render(lang), _WIDTHS)
    settings = placements.settings
    rule = _RULE.render(lang, effect=kroner(settings.effect, lang), feasibility=number(settings.feasibility, lang))
    rest = len(placements.placed) - len(drawing.placed)
    over = _OVER.render(lang, most=Decimal(MOST), rest=Decimal(rest)) if rest else ""
    row = book.head(
        sheet, _TITLE.render(lang), [title, rule, over, "" if calculation.view.whole else _INTERNAL.render(lang)]
    )
    row = _panels(book, sheet, row, calculation, placements, lang) + 1
    if drawing.placed:
        row += _chart(book, sheet, row, drawing, lang) + 1
    _list(book, sheet, row, calculation, placements, lang)


def _panels(book: Book, sheet: Sheet, row: int, calculation: Calculation, placements: Placements, lang: Lang) -> int:
    """The four quadrants with what counts in each; the row after them."""
    words = ("quadrant", "means", "number", "lasting", "once")
    heads = [(_HEADINGS[word].render(lang), word in ("quadrant", "means")) for word in words]
    book.headings(sheet, row, heads, _WIDTHS)
    formulas, lasting = Formulas(calculation), Amount("level", calculation.portfolio.period.last)
    for quadrant in Quadrant:
        row += 1
        here = Where("quadrant", quadrant.value)
        panel = placements.panel(quadrant)
        cells: list[Content] = [
            QUADRANT[quadrant].render(lang),
            QUADRANT_MEANS[quadrant].render(lang),
            Live(formulas.number(here), sum(placed.counts for placed in panel)),
            Live(formulas.net(lasting, here, Where("recurring", 1)), placements.lasting(quadrant)),
            Live(formulas.net(Amount("once"), here, Where("recurring", 0)), placements.once(quadrant)),
        ]
        book.row(sheet, row, cells, _WIDTHS)
    return row + 1


def _list(book: Book, sheet: Sheet, row: int, calculation: Calculation, placements: Placements, lang: Lang) -> None:
    """Every measure with its place and why, and those that have none."""
    heads = [(heading("id", lang), True), (heading("measure", lang), True)]
    heads += [(_HEADINGS[word].render(lang), word == "quadrant") for word in ("quadrant", "effect", "feasibility")]
    heads += [(GRADE[name].render(lang).capitalize(), False) for name in GRADE]
    heads += [(COUNTS.render(lang), True), (_HEADINGS["reason"].render(lang), True)]
    book.headings(sheet, row, heads, _WIDTHS)
    sheet.repeat_rows(row)
    lines: list[Sequence[Content]] = [
        [
            *(placed.measure.id, placed.measure.title, QUADRANT[placed.quadrant].render(lang), placed.effect),
            Decimal(placed.feasibility.numerator) / placed.feasibility.denominator,
            *grades(placed.measure).values(),
            *(calculation.yes_no(placed.measure), placed.reason.render(lang)),
        ]
        for placed in placements.placed
    ]
    lines += [
        [
            *(measure.id, measure.title, "–", measure.size(calculation.portfolio.period), None, *[None] * len(GRADE)),
            *("–", UNPLACED[why].render(lang)),
        ]
        for measure, why in placements.unplaced
    ]
    for i, cells in enumerate(lines, start=row + 1):
        book.row(sheet, i, cells, _WIDTHS)


def _chart(book: Book, sheet: Sheet, row: int, drawing: Drawing, lang: Lang) -> int:
    """The picture; the rows that it takes.

    Excel draws 255 series, and LibreOffice labels a point only with the name of its series: so each measure has one,
    which is nothing but its label. What counts and what does not are two series, since one colour cannot follow a cell.
    """
    chart = book.book.add_chart({"type": "scatter"})
    names, points = drawing.names, drawing.points
    for key, marker in _MARKERS.items():
        chart.add_series({**_series(points, key), "marker": marker})  # first: LibreOffice draws it over the labels
    bold = {**FONT, "size": 12, "bold": True, "color": "#595959"}
    captions = [{"value": QUADRANT[quadrant].render(lang), "font": bold} for quadrant in drawing.corners]
    labels = {"value": True, "custom": captions, "position": "right", "font": bold}
    chart.add_series({**_series(names, "y"), "marker": {"type": "none"}, "data_labels": labels})
    width, height = (share * pixels for share, pixels in zip(_PLOT[2:], size(book, sheet, _ROWS), strict=True))
    for i, side in enumerate(drawing.sides(width, height)):
        unseen = {"type": "circle", "size": 9, "fill": {"none": True}, "border": {"none": True}}
        labels = {"series_name": True, "value": False, "position": side, "font": {**FONT, "size": 8}}
        chart.add_series({**_series(points, "y", i), "marker": unseen, "data_labels": labels})
    settings = drawing.settings
    dashed = {"color": "#595959", "width": 1.25, "dash_type": "dash"}
    grid = {"visible": True, "line": {"color": "#E6E6E6", "width": 0.5}}
    axis: dict[str, object] = {
        "num_font": FONT,
        "name_font": {**FONT, "bold": False},
        "major_gridlines": grid,
        "line": dashed,
    }
    axis |= {"label_position": "low", "major_tick_mark": "none"}
    across = {"min": float(_LEFT), "max": float(_RIGHT), "crossing": float(settings.feasibility)}
    up = {"min": 0, "max": book.stored(drawing.top), "crossing": book.stored(settings.effect)}
    chart.set_x_axis({**axis, **across, "major_unit": 0.5, "num_format": "0.0", "name": _X.render(lang)})
    chart.set_y_axis({**axis, **up, "num_format": book.amount, "name": _Y.render(lang, unit=book.unit.value)})
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_plotarea({"layout": dict(zip(("x", "y", "width", "height"), _PLOT, strict=True))})
    return insert(book, sheet, row, chart, _ALT.render(lang), rows=_ROWS)


def _series(block: Block, up: str, i: int | None = None) -> dict[str, Any]:
    """The points of a block, or one of them under its own name."""
    if i is None:
        ranges = block.cell(-1, up), block.range("x"), block.range(up)
    else:
        ranges = block.cell(i, "id"), block.cell(i, "x"), block.cell(i, up)
    name, across, values = ranges
    return {"name": f"={name}", "categories": f"={across}", "values": f"={values}", "line": {"none": True}}
