"""The charts: drawn from cells, so that they follow every choice, and readable without colour."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from driftstilpasning.model.measure import Status
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.cells import Block
from driftstilpasning.text import Lang, Text

ROWS: Final = 20
"""How many rows of a sheet a chart takes."""

_INK, _GREY = "#1F3A5F", "#7F7F7F"
_FONT: Final = {"name": "Calibri", "size": 10}
_SIZE: Final = {"width": 1240, "height": 380}

_STATUS_FILLS: Final[Mapping[Status, Mapping[str, Any]]] = {
    Status.REALISED: {"fill": {"color": "#12263F"}},
    Status.UNDERWAY: {"fill": {"color": "#27496F"}},
    Status.ADOPTED: {"fill": {"color": "#44709E"}},
    Status.RECOMMENDED: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
    Status.HEARING: {"pattern": {"pattern": "dark_horizontal", "fg_color": "#7FA3C7", "bg_color": "#FFFFFF"}},
    Status.PROPOSED: {"pattern": {"pattern": "light_upward_diagonal", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
    Status.IDEA: {"pattern": {"pattern": "percent_20", "fg_color": "#44709E", "bg_color": "#FFFFFF"}},
}
"""Full where it has been decided, hatched where it has not."""

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
    nb="Stolpediagram: varig nivå {year} for hver sektor. Tallene står i tabellen over.",
    nn="Stolpediagram: varig nivå {year} for kvar sektor. Tala står i tabellen over.",
    en="Bar chart: the lasting level {year} of each sector. The figures stand in the table above.",
)


def targets(book: Book, sheet: Sheet, row: int, by_status: Block, title: str, lang: Lang) -> None:
    """The targets as stacked columns by status, with the amount to reach as a dash above each."""
    chart = book.book.add_chart({"type": "column", "subtype": "stacked"})
    keys = [key for key in by_status.keys if key not in ("target", "amount")]
    for key in keys:
        chart.add_series(
            {
                "name": f"={_heading(by_status, key)}",
                "categories": f"={by_status.range('target')}",
                "values": f"={by_status.range(key)}",
                "border": {"color": _INK, "width": 0.75, **({"dash_type": "dash"} if key == "gap" else {})},
                "gap": 70,
                **_fill(key),
            }
        )
    amount = book.book.add_chart({"type": "line"})
    amount.add_series(
        {
            "name": f"={_heading(by_status, 'amount')}",
            "categories": f"={by_status.range('target')}",
            "values": f"={by_status.range('amount')}",
            "line": {"none": True},
            "marker": {"type": "long_dash", "size": 22, "fill": {"color": "#000000"}, "border": {"color": "#000000"}},
            "data_labels": {
                "value": True,
                "position": "above",
                "font": {**_FONT, "bold": True},
                "num_format": book.amount,
            },
        }
    )
    chart.combine(amount)
    _finish(chart, title, book.amount)
    _insert(sheet, row, chart, _ALT_TARGETS.render(lang))


def years(
    book: Book, sheet: Sheet, row: int, block: Block, series: Sequence[tuple[int, str]], title: str, lang: Lang
) -> None:
    """The years as columns, and the targets as points; ``series`` are rows of the block and what each is."""
    chart = book.book.add_chart({"type": "column"})
    points = book.book.add_chart({"type": "line"})
    fills = iter(({"color": "#44709E"}, {"color": "#C9D8E8"}))
    markers = iter(("diamond", "triangle", "circle", "square", "x", "star") * 10)
    first, last = block.keys[1], block.keys[-1]
    years_ = f"={block.span(-1, first, last)}"
    drawn = False
    for i, what in series:
        common = {
            "name": f"={block.cell(i, block.keys[0])}",
            "categories": years_,
            "values": f"={block.span(i, first, last)}",
        }
        if what == "sum":
            chart.add_series({**common, "fill": next(fills), "border": {"color": _INK, "width": 0.75}, "gap": 80})
        else:
            drawn = True
            points.add_series(
                {
                    **common,
                    "line": {"none": True},
                    "marker": {
                        "type": next(markers),
                        "size": 11,
                        "fill": {"color": "#000000"},
                        "border": {"color": "#000000"},
                    },
                }
            )
    if drawn:
        chart.combine(points)
    _finish(chart, title, book.amount)
    _insert(sheet, row, chart, _ALT_YEARS.render(lang))


def sectors(book: Book, sheet: Sheet, row: int, block: Block, key: str, title: str, year: int, lang: Lang) -> None:
    """The lasting level of each sector as bars, in the order of the table."""
    chart = book.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": f"={_heading(block, key)}",
            "categories": f"={block.range('sector')}",
            "values": f"={block.range(key)}",
            "fill": {"color": "#44709E"},
            "border": {"color": _INK, "width": 0.75},
            "gap": 40,
            "data_labels": {"value": True, "font": _FONT, "num_format": book.amount},
        }
    )
    _finish(chart, title, book.amount, across=True)
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "major_tick_mark": "none", "label_position": "low"})
    _insert(sheet, row, chart, _ALT_SECTORS.render(lang, year=str(year)), rows=max(8, 2 + 2 * block.rows))


def _fill(key: object) -> Mapping[str, Any]:
    if isinstance(key, Status):
        return _STATUS_FILLS[key]
    if key == "gap":
        return {"fill": {"color": "#FFFFFF"}}
    return {"fill": {"color": "#BFBFBF"}}


def _heading(block: Block, key: object) -> str:
    return block.cell(-1, key)


def _finish(chart: Sheet, title: str, form: str, *, across: bool = False) -> None:
    chart.set_title({"name": title, "name_font": {**_FONT, "size": 13, "bold": True, "color": _INK}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _FONT})
    axis = {
        "num_font": _FONT,
        "num_format": form,
        "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}},
        "line": {"none": True},
    }
    chart.set_x_axis(axis if across else {"num_font": _FONT, "label_position": "low"})
    if not across:
        chart.set_y_axis(axis)


def _insert(sheet: Sheet, row: int, chart: Sheet, alt: str, *, rows: int = ROWS) -> None:
    chart.set_size({"width": _SIZE["width"], "height": rows * 19})
    sheet.insert_chart(row, 0, chart, {"description": alt, "object_position": 2, "x_offset": 4, "y_offset": 4})
