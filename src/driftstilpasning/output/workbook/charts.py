"""The charts: drawn from cells, so that they follow every choice, and readable without colour."""

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any, Final

from driftstilpasning.model.measure import Status
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.cells import Block
from driftstilpasning.text import Lang, Text

INK: Final = "#1F3A5F"
FONT: Final = {"name": "Calibri", "size": 10}
_ROWS: Final = 20
"""How many rows of a sheet a chart takes."""

_ROW_HEIGHT: Final = 20
"""Pixels of a row that nobody has changed."""


_STATUS_FILLS: Final[Mapping[Status, Mapping[str, Any]]] = {
    Status.REALISED: {"fill": {"color": "#12263F"}},
    Status.UNDERWAY: {"fill": {"color": "#27496F"}},
    Status.ADOPTED: {"fill": {"color": "#44709E"}},
    Status.RECOMMENDED: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
    Status.HEARING: {"pattern": {"pattern": "large_grid", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
    Status.PROPOSED: {"pattern": {"pattern": "light_upward_diagonal", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
    Status.IDEA: {"pattern": {"pattern": "percent_20", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
}

_ALT_TARGETS = Text(
    nb="Stolpediagram: for hvert mål det som er tatt ut før, det som teller med etter status, det som mangler, og "
    "målet som en strek. Tallene står i tabellen over.",
    nn="Stolpediagram: for kvart mål det som er teke ut før, det som tel med etter status, det som manglar, og målet "
    "som ein strek. Tala står i tabellen over.",
    en="Bar chart: for each target what was found before, what counts by status, what is still to find, and the target "
    "as a line. The figures stand in the table above.",
)
_ALT_YEARS = Text(
    nb="Stolpediagram: samlet virkning i hvert år og varig nivå ved årets slutt, med målene som punkter i sitt år. "
    "Tallene står i tabellen over.",
    nn="Stolpediagram: samla verknad i kvart år og varig nivå ved utgangen av året, med måla som punkt i sitt år. Tala "
    "står i tabellen over.",
    en="Bar chart: the effect of each year and the lasting level at its end, with the targets as points in their year. "
    "The figures stand in the table above.",
)
_ALT_SECTORS = Text(
    nb="Stolpediagram: {title} for hver sektor. Tallene står i tabellen over.",
    nn="Stolpediagram: {title} for kvar sektor. Tala står i tabellen over.",
    en="Bar chart: {title} of each sector. The figures stand in the table above.",
)


def targets(book: Book, sheet: Sheet, row: int, by_status: Block, title: str, lang: Lang) -> int:
    """The targets as stacked columns by status, with the amount to reach as a dash above each; the rows it takes."""
    chart = book.book.add_chart({"type": "column", "subtype": "stacked"})
    keys = [key for key in by_status.keys if key not in ("target", "amount")]
    for key in keys:
        chart.add_series(
            {
                "name": f"={by_status.cell(-1, key)}",
                "categories": f"={by_status.range('target')}",
                "values": f"={by_status.range(key)}",
                "border": {"color": INK, "width": 0.75, **({"dash_type": "dash"} if key == "gap" else {})},
                "gap": 70,
                **_fill(key),
            }
        )
    amount = book.book.add_chart({"type": "line"})
    amount.add_series(
        {
            "name": f"={by_status.cell(-1, 'amount')}",
            "categories": f"={by_status.range('target')}",
            "values": f"={by_status.range('amount')}",
            "line": {"none": True},
            "marker": {"type": "long_dash", "size": 22, "fill": {"color": "#000000"}, "border": {"color": "#000000"}},
            "data_labels": {
                "value": True,
                "position": "above",
                "font": {**FONT, "bold": True},
                "num_format": book.amount,
            },
        }
    )
    chart.combine(amount)
    _finish(chart, title, book.amount)
    return insert(book, sheet, row, chart, _ALT_TARGETS.render(lang))


def years(  # where, of what, and in which words
    book: Book,
    sheet: Sheet,
    row: int,
    block: Block,
    columns: Sequence[int],
    points: Sequence[int],
    title: str,
    lang: Lang,
) -> None:
    """The years as columns, and the targets as points: rows of a block."""
    first, last = block.keys[1], block.keys[-1]

    def series(i: int) -> dict[str, Any]:
        names = {"name": f"={block.cell(i, block.keys[0])}", "categories": f"={block.span(-1, first, last)}"}
        return {**names, "values": f"={block.span(i, first, last)}"}

    chart = book.book.add_chart({"type": "column"})
    for i, color in zip(columns, ("#44709E", "#C9D8E8"), strict=True):
        chart.add_series({**series(i), "fill": {"color": color}, "border": {"color": INK, "width": 0.75}, "gap": 80})
    if points:
        marked = book.book.add_chart({"type": "line"})
        for i, mark in zip(points, cycle(("diamond", "triangle", "circle", "square", "x", "star"))):
            black = {"color": "#000000"}
            marker = {"type": mark, "size": 11, "fill": black, "border": black}
            marked.add_series({**series(i), "line": {"none": True}, "marker": marker})
        chart.combine(marked)
    _finish(chart, title, book.amount)
    insert(book, sheet, row, chart, _ALT_YEARS.render(lang))


def sectors(book: Book, sheet: Sheet, row: int, block: Block, title: str, lang: Lang) -> int:
    """The lasting level of each sector as bars, in the order of the table; the rows that the chart takes."""
    chart = book.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": f"={block.cell(-1, 'level')}",
            "categories": f"={block.range('sector')}",
            "values": f"={block.range('level')}",
            "fill": {"color": "#44709E"},
            "border": {"color": INK, "width": 0.75},
            "gap": 40,
            "data_labels": {"value": True, "font": FONT, "num_format": book.amount},
        }
    )
    _finish(chart, title, book.amount)
    chart.set_legend({"none": True})
    chart.set_x_axis({"label_position": "none", "line": {"none": True}, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "num_font": FONT, "major_tick_mark": "none", "label_position": "low"})
    return insert(book, sheet, row, chart, _ALT_SECTORS.render(lang, title=title), rows=max(8, 3 + block.rows * 3 // 2))


def _fill(key: object) -> Mapping[str, Any]:
    """Full where it has been decided, hatched where it has not."""
    if isinstance(key, Status):
        return _STATUS_FILLS[key]
    if key == "internal":
        return {"pattern": {"pattern": "large_confetti", "fg_color": "#7F7F7F", "bg_color": "#FFFFFF"}}
    return {"fill": {"color": "#FFFFFF" if key == "gap" else "#BFBFBF"}}


def _finish(chart: Sheet, title: str, form: str) -> None:
    chart.set_title({"name": title, "name_font": {**FONT, "size": 13, "bold": True, "color": INK}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": FONT})
    chart.set_x_axis({"num_font": FONT, "label_position": "low"})
    grid = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}
    chart.set_y_axis({"num_font": FONT, "num_format": form, "major_gridlines": grid, "line": {"none": True}})


def size(book: Book, sheet: Sheet, rows: int) -> tuple[int, int]:
    """The width and the height in pixels of a chart that takes so many rows: as wide as the sheet's tables."""
    return book.width(sheet), rows * _ROW_HEIGHT - 8


def insert(  # where, what, and what it shows in words
    book: Book, sheet: Sheet, row: int, chart: Sheet, alt: str, *, rows: int = _ROWS
) -> int:
    """Place a chart below what stands above; the rows that it takes."""
    width, height = size(book, sheet, rows)
    chart.set_size({"width": width, "height": height})
    sheet.insert_chart(row, 0, chart, {"description": alt, "object_position": 2, "x_offset": 4, "y_offset": 4})
    return rows
