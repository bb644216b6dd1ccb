"""The workbook for the council: alive, exact, and the same bytes for the same portfolio."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

import xlsxwriter

from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.output.report import summary_report
from driftstilpasning.output.workbook import lists, quadrant, sectors, summary, years
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.calculation import Calculation, Gross
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live
from driftstilpasning.output.workbook.measures import NAME as MEASURES
from driftstilpasning.output.workbook.measures import Measures
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS
from driftstilpasning.workspace import LeftOut

_CALCULATION: Final = Text(nb="Utregning", nn="Utrekning", en="Calculation")
_HOW = Text(
    nb="Alle summene i boken er regnet herfra. Ark og rader følger valgene i «{measures}».",
    nn="Alle summane i boka er rekna herifrå. Ark og rader følgjer vala i «{measures}».",
    en="Every sum of the workbook is computed from here, and follows the choices in “{measures}”.",
)
_LEFT_OUT = Text(
    nb="Holdt utenfor, fordi filene ikke kan leses: {paths}",
    nn="Haldne utanfor, fordi filene ikkje kan lesast: {paths}",
    en="Left out, because the files cannot be read: {paths}",
)
_BLOCKS: Final = (
    Text(nb="Tiltakene", nn="Tiltaka", en="The measures"),
    Text(
        nb="Overlapp mellom tiltak som begge teller",
        nn="Overlapp mellom tiltak som begge tel",
        en="Overlaps of measures that both count",
    ),
    Text(
        nb="Tiltak som flere sektorer deler",
        nn="Tiltak som fleire sektorar deler",
        en="Measures that several sectors share",
    ),
    Text(nb="Punktene i kvadranten", nn="Punkta i kvadranten", en="The points of the quadrant"),
    Text(nb="Rammen rundt kvadranten", nn="Ramma rundt kvadranten", en="The frame of the quadrant"),
)
_KEYS: Final = {
    "id": Text(nb="Id", nn="Id", en="Id"),
    "title": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "status": Text(nb="Status", nn="Status", en="Status"),
    "sector": Text(nb="Sektor nr.", nn="Sektor nr.", en="Sector no."),
    "unspecified": Text(nb="Uspesifisert", nn="Ikkje spesifisert", en="Unspecified"),
    "recurring": Text(nb="Varig", nn="Varig", en="Recurring"),
    "low": Text(nb="Lavt anslag, del", nn="Lågt anslag, del", en="Low estimate, part"),
    "high": Text(nb="Høyt anslag, del", nn="Høgt anslag, del", en="High estimate, part"),
    "fte": Text(nb="Årsverk", nn="Årsverk", en="FTE"),
    "how": Text(nb="Hvordan", nn="Korleis", en="How"),
    "quadrant": Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
    "row": Text(nb="Rad i tabellen", nn="Rad i tabellen", en="Row of the table"),
    "include": Text(nb="Tatt med", nn="Teke med", en="Included"),
    "taken": Text(nb="Valgt blant alternativene", nn="Valt mellom alternativa", en="Taken of alternatives"),
    "counts": Text(nb="Teller, {variant}", nn="Tel, {variant}", en="Counts, {variant}"),
    "conditional": Text(nb="På vilkår, {variant}", nn="På vilkår, {variant}", en="Conditional, {variant}"),
    "both": Text(nb="Begge teller, {variant}", nn="Begge tel, {variant}", en="Both count, {variant}"),
    "in_year": Text(nb="Virkning {year}", nn="Verknad {year}", en="Effect {year}"),
    "level": Text(nb="Nivå {year}", nn="Nivå {year}", en="Level {year}"),
    "cost": Text(nb="Kostnad {year}", nn="Kostnad {year}", en="Cost {year}"),
    "once": Text(nb="Engangs", nn="Eingong", en="One-off"),
    "off": Text(nb="Trekkes fra", nn="Vert trekt frå", en="Taken off"),
    "other": Text(nb="Det andre", nn="Det andre", en="The other"),
    "nr": Text(nb="Nr.", nn="Nr.", en="No."),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "share": Text(nb="Del av 100", nn="Del av 100", en="Part of 100"),
    "name": Text(nb="Navn", nn="Namn", en="Name"),
    "x": Text(nb="Bortover", nn="Bortover", en="Across"),
    "y": Text(nb="Oppover", nn="Oppover", en="Up"),
    "on": Text(nb="Teller", nn="Tel", en="Counts"),
    "off_": Text(nb="Teller ikke", nn="Tel ikkje", en="Does not count"),
}
_LASTING = Text(nb="varig fra {status}", nn="varig frå {status}", en="lasting from {status}")
_FROM = Text(nb="fra {status}", nn="frå {status}", en="from {status}")
_VARIED = Text(nb="{amount}, {variant}", nn="{amount}, {variant}", en="{amount}, {variant}")
_FIXED = datetime(2013, 1, 1)  # noqa: DTZ001  # a workbook knows no time zone
"""When every workbook says it was made, so that the same input gives the same bytes."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def workbook(view: View, lang: Lang, left_out: Sequence[LeftOut] = ()) -> bytes:
    """The bytes of a workbook in one language; what its readers may not see by itself is in the sums all the same."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as made:
        _write(made, view, lang, [file.path for file in left_out])
    return buffer.getvalue()


def _write(made: Sheet, view: View, lang: Lang, left_out: Sequence[str]) -> None:
    portfolio = view.portfolio
    sums, placements = summarize(portfolio), place(portfolio)
    report = summary_report(sums, lang, left_out)
    made.set_properties({"title": report.title, "subject": report.subtitle, "created": _FIXED})
    made.set_custom_property("driftstilpasning", "workbook")
    made.set_custom_property("internal", view.internal)
    made.set_custom_property("schema_version", 1)
    made.set_custom_property("lang", lang.value)
    made.set_calc_mode("auto")
    said = _LEFT_OUT.render(lang, paths=left_out) if left_out else ""
    book = Book(made, portfolio.plan.unit, said)
    table = Measures(view, lang)
    name = _CALCULATION.render(lang)
    calculation = Calculation(view, name, table.headings)
    end = calculation.parts.top + max(1, calculation.parts.rows) + 4
    visible = type(placements)(
        placements.settings,
        tuple(placed for placed in placements.placed if view.shows(placed.measure)),
        tuple((measure, why) for measure, why in placements.unplaced if view.shows(measure)),
    )
    points = Block(name, end, quadrant.POINTS, len(quadrant.drawn(visible)))
    frame = Block(name, points.top + max(1, points.rows) + 4, quadrant.FRAME, 8)
    summary.write(book, calculation, report, sums, table.both_on(calculation), lang)
    table.write(book, calculation)
    quadrant.write(book, calculation, visible, points, frame, report.title, lang)
    years.write(book, calculation, sums, lang)
    sectors.write(book, calculation, sums, lang)
    lists.consequences(book, calculation, table.yes, table.no, lang)
    lists.not_counted(book, calculation, sums, table.yes, table.no, lang)
    lists.about(book, sums, {"include": table.headings.include, "measures": MEASURES.render(lang)}, lang)
    _calculation(book, calculation, visible, points, frame, lang)


def _calculation(
    book: Book,
    calculation: Calculation,
    placements: Sheet,
    points: Block,
    frame: Block,
    lang: Lang,
) -> None:
    """Write the sheet that the others rest on."""
    widths = [11, 30, *[12] * 60]
    sheet = book.sheet(_CALCULATION.render(lang), widths)
    book.head(sheet, _CALCULATION.render(lang), [_HOW.render(lang, measures=MEASURES.render(lang))])
    drawn: list[Mapping[Key, Content]] = []
    for i, row in enumerate(quadrant.points(calculation, placements)):
        y = points.cell(i, "y")
        drawn.append({k: Live(v.formula.format(y=y), v.value) if isinstance(v, Live) else v for k, v in row.items()})
    blocks: Iterable[tuple[Block, Iterable[Mapping[Key, Content]]]] = (
        (calculation.measures, calculation.measure_rows()),
        (calculation.overlaps, calculation.overlap_rows()),
        (calculation.parts, calculation.part_rows()),
        (points, drawn),
        (frame, quadrant.frame(placements, lang)),
    )
    for title, (block, rows) in zip(_BLOCKS, blocks, strict=True):
        book.write(sheet, block.top - 2, 0, title.render(lang), "heading")
        heads = [
            (_heading(key, lang), key in ("id", "title", "status", "how", "quadrant", "off", "other", "name"))
            for key in block.keys
        ]
        book.headings(sheet, block.top - 1, heads, widths)
        for i, contents in enumerate(rows):
            for key in block.keys:
                book.write(sheet, block.top + i, block.column(key), _plain(contents.get(key)))
    sheet.freeze_panes(calculation.measures.top, 2)


def _plain(content: Content) -> Content:
    """A part is written as a number, not in per cent."""
    if isinstance(content, Fraction):
        return Decimal(content.numerator) / content.denominator
    return content


def _heading(key: Key, lang: Lang) -> str:
    if isinstance(key, Gross):
        return _KEYS[key.kind].render(lang, year=str(key.year)) if key.kind != "once" else _KEYS["once"].render(lang)
    if isinstance(key, tuple):
        what, variant = key
        words = _LASTING if variant.lasting else _FROM
        said = words.render(lang, status=STATUS[variant.since])
        if isinstance(what, Gross):
            return _VARIED.render(lang, amount=_heading(what, lang), variant=said)
        return _KEYS[what].render(lang, variant=said)
    return _KEYS[str(key)].render(lang)
