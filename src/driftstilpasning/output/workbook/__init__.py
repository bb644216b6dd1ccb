"""The workbook for the council: alive, exact, and the same bytes for the same portfolio.

Whatever is chosen in the table of measures, every sum, chart and gap is a formula that follows
(:mod:`.calculation`); what each formula comes to as the portfolio stands is stored with it.
"""

import io
from collections.abc import Sequence
from dataclasses import replace

from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.output.report import summary_report
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.workbook import calculation_sheet, lists, measures, quadrant, sectors, summary, years
from driftstilpasning.output.workbook.book import Book, opened
from driftstilpasning.output.workbook.calculation import Calculation
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut


def workbook(view: View, lang: Lang, left_out: Sequence[LeftOut] = ()) -> bytes:
    """The bytes of a workbook in one language; what its readers may not see by itself is in the sums all the same.

    ``left_out`` are files that could not be read: the first sheet and the foot of every page say so.
    """
    paths = [file.path for file in left_out]
    sums, placements = summarize(view.portfolio), place(view.portfolio)
    shown = replace(
        placements,
        placed=tuple(placed for placed in placements.placed if view.shows(placed.measure)),
        unplaced=tuple((measure, why) for measure, why in placements.unplaced if view.shows(measure)),
    )
    report = summary_report(sums, lang, paths)
    table = measures.Measures(view, lang)
    calculation = Calculation(view, shown, calculation_sheet.NAME.render(lang), table.headings)
    drawing = quadrant.Drawing(calculation, shown, lang)
    buffer = io.BytesIO()
    unit = view.portfolio.plan.unit
    with opened(buffer, "workbook", report.title, report.subtitle, unit, lang) as made:
        made.set_custom_property("internal", view.internal)
        made.set_calc_mode("auto")
        said = WORDS["left_out"].render(lang, paths=paths) if paths else ""
        book = Book(made, unit, said)
        summary.write(book, calculation, report, sums, table.both_on(calculation), lang)
        table.write(book, calculation)
        quadrant.write(book, calculation, shown, drawing, report.title, lang)
        years.write(book, calculation, sums, lang)
        sectors.write(book, calculation, sums, lang)
        lists.consequences(book, calculation, lang)
        lists.not_counted(book, calculation, sums, lang)
        lists.about(book, calculation, measures.NAME.render(lang), lang)
        calculation_sheet.write(book, calculation, drawing.rows(), measures.NAME.render(lang), lang)
    return buffer.getvalue()
