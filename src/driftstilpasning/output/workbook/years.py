"""The sheet of years: what comes in each, gross and net, and the targets beside it."""

from typing import Final

from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Basis
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book, height
from driftstilpasning.output.workbook.calculation import Amount, Calculation
from driftstilpasning.output.workbook.cells import Block, Content, Live
from driftstilpasning.output.workbook.formulas import Formulas
from driftstilpasning.output.workbook.words import heading
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import BASIS, STATUS

NAME: Final = Text(nb="År", nn="År", en="Years")
_TARGET = Text(nb="{title}: å finne, {basis}", nn="{title}: å finne, {basis}", en="{title}: to be found, {basis}")
_NOT_DRAWN = Text(
    nb="«{title}» er en sum over flere år og står bare i sammendraget.",
    nn="«{title}» er ein sum over fleire år og står berre i samandraget.",
    en="“{title}” is a sum over several years and stands in the summary alone.",
)


def write(book: Book, calculation: Calculation, sums: Summary, lang: Lang) -> None:
    """Write the sheet."""
    plan, period, formulas = sums.portfolio.plan, sums.portfolio.period, Formulas(calculation)
    widths = (46, *[18] * len(period))
    sheet = book.sheet(NAME.render(lang), widths, pages=1)
    title = heading("years", lang, unit=plan.unit.value, status=STATUS[sums.since])
    row = book.head(sheet, title, [f"{plan.municipality} · {plan.plan}"])
    effects: dict[str, list[Content]] = {
        "gross": [Live(formulas.every(Amount("in_year", year)), sums.years[year].gross) for year in period],
        "minus_cost": [Live(formulas.every(Amount("cost", year)), sums.years[year].transition_cost) for year in period],
        "net_sum": [],
        "level": [Live(formulas.every(Amount("level", year)), sums.years[year].level) for year in period],
    }
    drawn = [target for target in plan.targets if target.basis is not Basis.CUMULATIVE]
    block = Block(NAME.render(lang), row + 1, ("what", *period), len(effects) + len(drawn))
    effects["net_sum"] = [Live(f"{block.cell(0, year)}-{block.cell(1, year)}", sums.years[year].net) for year in period]
    lines = [(heading(word, lang), contents) for word, contents in effects.items()]
    for target in drawn:
        left = max(target.amount - target.found, Money(0))
        said = _TARGET.render(lang, title=target.title, basis=BASIS[target.basis].render(lang, year=target.year))
        lines.append((said, [left if year == target.year else None for year in period]))
    book.headings(sheet, row, [(plan.unit.value, True), *((str(year), False) for year in period)], widths)
    for i, (word, contents) in enumerate(lines):
        book.write(sheet, block.top + i, 0, word, "label")
        for column, content in enumerate(contents, start=1):
            book.write(sheet, block.top + i, column, content)
        sheet.set_row(block.top + i, height([word], widths) + 2)
    row = block.top + len(lines)
    for target in plan.targets:
        if target not in drawn:
            book.write(sheet, row, 0, _NOT_DRAWN.render(lang, title=target.title), "subtitle")
            row += 1
    rows = range(len(effects), len(lines))
    charts.years(book, sheet, row + 1, block, (0, 3), rows, title, lang)
