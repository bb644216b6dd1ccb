"""The sheet of quadrants: the picture, the sum of each, and every measure with its place and why."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from driftstilpasning.analysis.quadrant import Placement, Placements, Quadrant, grades
from driftstilpasning.model.money import Money, Unit, kroner
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import Calculation, Gross, Where
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live, words
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import GRADE, QUADRANT, QUADRANT_MEANS, UNPLACED
from driftstilpasning.text.numbers import number

NAME: Final = Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant")
MOST: Final = 250
"""So many measures a chart can show and be read, the largest effects first."""

_TITLE = Text(nb="Virkning og gjennomførbarhet", nn="Verknad og gjennomførbarheit", en="Effect and feasibility")
_RULE = Text(
    nb="Stor virkning er {effect} eller mer; lett å gjennomføre er {feasibility} eller mer på en skala fra 1 til 5.",
    nn="Stor verknad er {effect} eller meir; lett å gjennomføre er {feasibility} eller meir på ein skala frå 1 til 5.",
    en="A high effect is {effect} or more; easy to carry out is {feasibility} or more on a scale from 1 to 5.",
)
_OVER = Text(
    nb="Diagrammet viser de {most} tiltakene med størst virkning. {rest} til står bare i listen under.",
    nn="Diagrammet viser dei {most} tiltaka med størst verknad. {rest} til står berre i lista under.",
    en="The chart shows the {most} measures with the largest effect. {rest} more stand in the list below alone.",
)
_WORDS: Final = {
    "quadrant": Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
    "means": Text(nb="Som er", nn="Som er", en="Which is"),
    "number": Text(nb="Tiltak som teller", nn="Tiltak som tel", en="Measures that count"),
    "lasting": Text(nb="Varig nivå", nn="Varig nivå", en="Lasting level"),
    "once": Text(nb="Engangs", nn="Eingong", en="One-off"),
    "id": Text(nb="Id", nn="Id", en="Id"),
    "title": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "effect": Text(nb="Virkning", nn="Verknad", en="Effect"),
    "feasibility": Text(nb="Gjennomførbarhet", nn="Gjennomførbarheit", en="Feasibility"),
    "counts": Text(nb="Teller med", nn="Tel med", en="Counts"),
    "reason": Text(nb="Begrunnelse", nn="Grunngjeving", en="Reason"),
}
_Y = Text(nb="Virkning, {unit}", nn="Verknad, {unit}", en="Effect, {unit}")
_X = Text(
    nb="Gjennomførbarhet (vanskelig ← → lett)",
    nn="Gjennomførbarheit (vanskeleg ← → lett)",
    en="Feasibility (hard ← → easy)",
)
_ALT = Text(
    nb="Punktdiagram: hvert tiltak etter virkning og gjennomførbarhet, delt i fire. Mørke punkter teller med, grå gjør "
    "det ikke. Plasseringen står med begrunnelse i listen under.",
    nn="Punktdiagram: kvart tiltak etter verknad og gjennomførbarheit, delt i fire. Mørke punkt tel med, grå gjer det "
    "ikkje. Plasseringa står med grunngjeving i lista under.",
    en="Scatter chart: each measure by effect and feasibility, divided in four. Dark points count, grey ones do not. "
    "The places stand with their reasons in the list below.",
)
_FONT: Final = {"name": "Calibri", "size": 10}
_MARKS: Final = {
    Quadrant.DO_FIRST: ("circle", "#1F3A5F"),
    Quadrant.NEEDS_PROCESS: ("square", "#44709E"),
    Quadrant.QUICK_WIN: ("triangle", "#44709E"),
    Quadrant.LEAVE: ("diamond", "#7F7F7F"),
}
_ROWS: Final = 30
_PANEL: Final = 24
POINTS: Final = ("id", "x", "y", "on", "off")
"""What the chart is drawn from, in a block of its own."""


def drawn(placements: Placements) -> tuple[Placement, ...]:
    """The measures that the chart shows."""
    largest = sorted(placements.placed, key=lambda placed: -abs(placed.effect.ore))[:MOST]
    return tuple(sorted(largest, key=lambda placed: placed.measure.id))


def points(calculation: Calculation, placements: Placements) -> list[Mapping[Key, Content]]:
    """A row for each point: where it stands, dark where it counts and grey where it does not."""
    rows: list[Mapping[Key, Content]] = []
    for placed in drawn(placements):
        counts, effect = calculation.counts(placed.measure), placed.effect
        x = Decimal(placed.feasibility.numerator) / placed.feasibility.denominator
        missing = "#N/A"
        rows.append(
            {
                "id": placed.measure.id,
                "x": x,
                "y": effect,
                "on": Live(f"IF({counts}=1,{{y}},NA())", effect if placed.counts else missing),
                "off": Live(f"IF({counts}=1,NA(),{{y}})", missing if placed.counts else effect),
            }
        )
    return rows


def write(
    book: Book, calculation: Calculation, placements: Placements, points_: Block, frame: Block, title: str, lang: Lang
) -> None:
    """Write the sheet."""
    portfolio = calculation.portfolio
    settings = placements.settings
    widths = (16, 40, 26, 12, 18, *[11] * len(GRADE), 10, 70)
    sheet = book.sheet(NAME.render(lang), widths)
    rule = _RULE.render(lang, effect=kroner(settings.effect, lang), feasibility=number(settings.feasibility, lang))
    over = max(0, len(placements.placed) - MOST)
    said = _OVER.render(lang, most=Decimal(MOST), rest=Decimal(over)) if over else ""
    row = book.head(sheet, _TITLE.render(lang), [title, rule, said])
    row = _panels(book, sheet, row, calculation, lang) + 1
    if placements.placed:
        _chart(book, sheet, row, placements, points_, frame, lang)
        row += _ROWS + 1
    heads = [("id", True), ("title", True), ("quadrant", True), ("effect", False), ("feasibility", False)]
    titles = [(_WORDS[word].render(lang), text) for word, text in heads]
    titles += [(GRADE[name].render(lang).capitalize(), False) for name in GRADE]
    titles += [(_WORDS["counts"].render(lang), True), (_WORDS["reason"].render(lang), True)]
    book.headings(sheet, row, titles, widths)
    sheet.repeat_rows(row)
    lines = [_placed(placed, calculation, lang) for placed in placements.placed]
    lines += [
        [m.id, m.title, "–", m.size(portfolio.period), None, *[None] * len(GRADE), "–", UNPLACED[why].render(lang)]
        for m, why in placements.unplaced
    ]
    for i, cells in enumerate(lines, start=row + 1):
        for column, content in enumerate(cells):
            name = "text" if isinstance(content, str | Live) else "plain"
            form = "0.00" if column == 4 and content is not None else ""
            book.write(sheet, i, column, content, name, form=form)
        sheet.set_row(i, height(cells, widths) + 2)


def _placed(placed: Placement, calculation: Calculation, lang: Lang) -> list[Content]:
    yes, no = calculation.headings.yes, calculation.headings.no
    counts = calculation.counts(placed.measure)
    return [
        placed.measure.id,
        placed.measure.title,
        QUADRANT[placed.quadrant].render(lang),
        placed.effect,
        Decimal(placed.feasibility.numerator) / placed.feasibility.denominator,
        *grades(placed.measure).values(),
        Live(f"IF({counts}=1,{words(yes)},{words(no)})", yes if placed.counts else no),
        placed.reason.render(lang),
    ]


def _panels(
    book: Book,
    sheet: Sheet,
    row: int,
    calculation: Calculation,
    lang: Lang,
) -> int:
    """The four quadrants with what counts in each."""
    last = calculation.portfolio.period.last
    titles = [(_WORDS["quadrant"].render(lang), True), (_WORDS["means"].render(lang), True)]
    titles += [(_WORDS[word].render(lang), False) for word in ("number", "lasting", "once")]
    book.headings(sheet, row, titles, (16, 40, 26, 12, 18))
    for quadrant in (Quadrant.DO_FIRST, Quadrant.NEEDS_PROCESS, Quadrant.QUICK_WIN, Quadrant.LEAVE):
        row += 1
        here = Where("quadrant", quadrant.value)
        cells: list[Content] = [
            QUADRANT[quadrant].render(lang),
            QUADRANT_MEANS[quadrant].render(lang),
            calculation.number(here),
            calculation.sum([Gross("level", last)], here, Where("recurring", 1)),
            calculation.sum([Gross("once")], here, Where("recurring", 0)),
        ]
        for column, content in enumerate(cells):
            book.write(sheet, row, column, content, "label" if column == 0 else "plain")
        sheet.set_row(row, height(cells, (16, 40)) + 2)
    return row + 1


FRAME: Final = ("name", "x", "y")
"""The lines between the quadrants, their ends, and where their names stand."""


def frame(placements: Placements, lang: Lang) -> list[Mapping[Key, Content]]:
    """The rows of the frame: two for each line, one for each name."""
    settings = placements.settings
    top, bottom = _ends(placements)
    x, y = Decimal(str(settings.feasibility)), settings.effect
    left, right = Decimal("0.5"), Decimal("5.5")
    rows: list[Mapping[Key, Content]] = [
        {"name": "", "x": x, "y": bottom},
        {"name": "", "x": x, "y": top},
        {"name": "", "x": left, "y": y},
        {"name": "", "x": right, "y": y},
    ]
    low = Money((bottom.ore * 19 + y.ore) // 20)
    high = Money((top.ore * 19 + y.ore) // 20)
    corners = {
        Quadrant.NEEDS_PROCESS: (Decimal("0.55"), high),
        Quadrant.DO_FIRST: (x + Decimal("0.05"), high),
        Quadrant.LEAVE: (Decimal("0.55"), low),
        Quadrant.QUICK_WIN: (x + Decimal("0.05"), low),
    }
    rows += [
        {"name": QUADRANT[quadrant].render(lang), "x": across, "y": up} for quadrant, (across, up) in corners.items()
    ]
    return rows


def _ends(placements: Placements) -> tuple[Money, Money]:
    """The top and the bottom of the chart: round, and past every point."""
    effects = [placed.effect.ore for placed in drawn(placements)]
    high = max([placements.settings.effect.ore * 2, *effects])
    step = 10 ** max(0, len(str(high)) - 2) * 5
    return Money((high // step + 1) * step), Money(0)


def _chart(
    book: Book,
    sheet: Sheet,
    row: int,
    placements: Placements,
    points_: Block,
    frame_: Block,
    lang: Lang,
) -> None:
    chart = book.book.add_chart({"type": "scatter"})
    unit: Unit = book.unit
    for first in (0, 2):
        ends = [frame_.cell(first, "x"), frame_.cell(first, "y")]
        chart.add_series(
            {
                "name": " ",
                "categories": f"={_down(ends[0], frame_.cell(first + 1, 'x'))}",
                "values": f"={_down(ends[1], frame_.cell(first + 1, 'y'))}",
                "line": {"color": "#595959", "width": 1.25, "dash_type": "dash"},
                "marker": {"type": "none"},
            }
        )
    for i in range(4, 8):
        chart.add_series(
            {
                "name": f"={frame_.cell(i, 'name')}",
                "categories": f"={frame_.cell(i, 'x')}",
                "values": f"={frame_.cell(i, 'y')}",
                "marker": {"type": "none"},
                "line": {"none": True},
                "data_labels": {
                    "series_name": True,
                    "value": False,
                    "position": "right",
                    "font": {**_FONT, "size": 12, "bold": True, "color": "#595959"},
                },
            }
        )
    for i, placed in enumerate(drawn(placements)):
        mark, color = _MARKS[placed.quadrant]
        for key, look in (
            ("on", {"fill": {"color": color}, "border": {"color": color}}),
            ("off", {"fill": {"color": "#C9C9C9"}, "border": {"color": "#8C8C8C"}}),
        ):
            chart.add_series(
                {
                    "name": f"={points_.cell(i, 'id')}",
                    "categories": f"={points_.cell(i, 'x')}",
                    "values": f"={points_.cell(i, key)}",
                    "marker": {"type": mark, "size": 8, **look},
                    "line": {"none": True},
                    "data_labels": {
                        "series_name": True,
                        "value": False,
                        "position": "right",
                        "font": {**_FONT, "size": 8, "color": "#000000" if key == "on" else "#6B6B6B"},
                    },
                }
            )
    top, bottom = _ends(placements)
    grid = {"visible": True, "line": {"color": "#E6E6E6", "width": 0.5}}
    axis = {"num_font": _FONT, "name_font": {**_FONT, "bold": False}, "major_gridlines": grid}
    chart.set_x_axis({**axis, "min": 0.5, "max": 5.5, "major_unit": 0.5, "name": _X.render(lang), "num_format": "0.0"})
    chart.set_y_axis(
        {
            **axis,
            "min": book.stored(bottom),
            "max": book.stored(top),
            "name": _Y.render(lang, unit=unit.value),
            "num_format": book.amount,
            "crossing": "min",
        }
    )
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_size({"width": 1240, "height": _ROWS * 20 - 10})
    sheet.insert_chart(row, 0, chart, {"description": _ALT.render(lang), "object_position": 2, "x_offset": 4})


def _down(first: str, last: str) -> str:
    return f"{first}:{last.rpartition('!')[2]}"
