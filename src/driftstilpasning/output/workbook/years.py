"""The sheet of years: what comes in each, gross and net, and the targets beside it."""

from typing import Final

from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.money import Money
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book
from driftstilpasning.output.workbook.calculation import Calculation, Gross
from driftstilpasning.output.workbook.cells import Block, Content, Live
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
    plan, period = sums.portfolio.plan, sums.portfolio.period
    widths = (46, *[13] * len(period))
    sheet = book.sheet(NAME.render(lang), widths)
    title = WORDS["years"].render(lang, unit=plan.unit.value, status=STATUS[sums.since])
    row = book.head(sheet, title, [f"{plan.municipality} · {plan.plan}"])
    block = Block(NAME.render(lang), row + 1, ("what", *period), 0)
    book.headings(sheet, row, [(plan.unit.value, True), *((str(year), False) for year in period)], widths)
    rows: list[tuple[str, str, list[Content]]] = []

    def add(word: str, kind: str, contents: list[Content]) -> int:
        rows.append((word, kind, contents))
        return len(rows) - 1

    gross = add(WORDS["gross"].render(lang), "sum", [calculation.sum([Gross("in_year", year)]) for year in period])
    if any(year.transition_cost for year in sums.years.values()):
        cost = add(WORDS["minus_cost"].render(lang), "", [calculation.sum([Gross("cost", year)]) for year in period])
        net: list[Content] = [
            Live(f"{block.cell(gross, year)}-{block.cell(cost, year)}", sums.years[year].net) for year in period
        ]
        add(WORDS["net_sum"].render(lang), "", net)
    add(WORDS["level"].render(lang), "sum", [calculation.sum([Gross("level", year)]) for year in period])
    for target in plan.targets:
        if target.basis == "cumulative":
            continue
        basis = BASIS[target.basis].render(lang, year=target.year)
        left = max(target.amount - target.found, Money(0))
        said = _TARGET.render(lang, title=target.title, basis=basis)
        add(said, "target", [left if year == target.year else None for year in period])
    for i, (word, kind, contents) in enumerate(rows):
        book.write(sheet, block.top + i, 0, word.capitalize() if kind != "target" else word, "label")
        for column, content in enumerate(contents, start=1):
            book.write(sheet, block.top + i, column, content)
        if kind == "target":
            sheet.set_row(block.top + i, 15 * (1 + len(word) // 46) + 2)
    row = block.top + len(rows)
    for target in plan.targets:
        if target.basis == "cumulative":
            sheet.write_string(row, 0, _NOT_DRAWN.render(lang, title=target.title), book.format("subtitle"))
            row += 1
    charts.years(book, sheet, row + 1, block, [(i, kind) for i, (_, kind, _) in enumerate(rows) if kind], title, lang)
