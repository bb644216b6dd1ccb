"""The first sheet: the targets, what counts toward them under the choice that is made, and what is still to find."""

from typing import Final

from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.measure import Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Target
from driftstilpasning.output.report import DECIDED
from driftstilpasning.output.tables import Report
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import Calculation, Gross, Variant, Where, covered
from driftstilpasning.output.workbook.cells import Block, Content, Live
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS

NAME: Final = Text(nb="Sammendrag", nn="Samandrag", en="Summary")
_TARGETS = Text(nb="Målene, {unit}", nn="Måla, {unit}", en="Targets, {unit}")
_BY_STATUS = Text(
    nb="Det som teller mot hvert mål, etter hvor langt det er kommet, {unit}",
    nn="Det som tel mot kvart mål, etter kor langt det er kome, {unit}",
    en="What counts toward each target, by how far it has come, {unit}",
)
_WORDS: Final = {
    "target": Text(nb="Mål", nn="Mål", en="Target"),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "before": Text(nb="Tatt ut før", nn="Teke ut før", en="Found before"),
    "decided": Text(nb="Vedtatt eller lenger", nn="Vedteke eller lenger", en="Adopted or further"),
    "undecided": Text(nb="Ikke vedtatt ennå", nn="Ikkje vedteke enno", en="Not decided yet"),
    "gap": Text(nb="Mangler", nn="Manglar", en="Still to find"),
    "share": Text(nb="Nådd", nn="Nådd", en="Reached"),
    "unspecified": Text(nb="Herav uspesifisert", nn="Av dette ikkje spesifisert", en="Of this unspecified"),
    "conditional": Text(nb="Herav på vilkår", nn="Av dette på vilkår", en="Of this conditional"),
    "one_off": Text(nb="Herav engangs", nn="Av dette eingong", en="Of this one-off"),
    "low": Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate"),
    "high": Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate"),
    "cost": Text(nb="Omstillings\u00adkostnad", nn="Omstillings\u00adkostnad", en="One-off cost"),
    "unit": Text(nb="beløp i {unit}", nn="beløp i {unit}", en="amounts in {unit}"),
}
_COLUMNS: Final = (
    *("amount", "before", "decided", "undecided", "gap", "share"),
    *("unspecified", "conditional", "one_off", "low", "high", "cost"),
)
_WIDTHS: Final = (54, *[12] * len(_COLUMNS))


class Summed:
    """One target's sums as cells."""

    def __init__(self, target: Target, calculation: Calculation) -> None:
        """Note which amounts the target sums."""
        self.target, self._calculation = target, calculation
        self._parts = covered(target, calculation.portfolio)
        self._costs = [Gross("cost", gross.year) for gross in self._parts]
        self.variant: Variant = calculation.targets[target.id]

    def amount(self, *where: Where, factor: str | None = None) -> Live:
        """What counts under every condition; less the one-off cost where the target says net."""
        effect = self._calculation.sum(self._parts, *where, variant=self.variant, factor=factor)
        if not self.target.net:
            return effect
        return self._calculation.less(
            effect, self._calculation.sum(self._costs, *where, variant=self.variant, factor=factor)
        )

    def cost(self) -> Live:
        """The one-off cost of what counts."""
        return self._calculation.sum(self._costs, variant=self.variant)

    def statuses(self) -> list[Status]:
        """The statuses that count, those that have come furthest first."""
        return [status for status in reversed(Status) if status.alive and status.step >= self.target.counts.step]


def write(book: Book, calculation: Calculation, report: Report, sums: Summary, both_on: Live, lang: Lang) -> None:
    """Write the sheet."""
    unit = book.unit.value
    sheet = book.sheet(NAME.render(lang), _WIDTHS)
    row = book.head(sheet, report.title, [report.subtitle, report.notice])
    sheet.write_formula(row - 1, 0, f"={both_on.formula}", book.format("subtitle"), both_on.value)
    row += 1
    targets = sums.portfolio.plan.targets
    block = Block(NAME.render(lang), row + 2, ("target", *_COLUMNS), len(targets))
    row = _by_target(book, sheet, row, calculation, report, sums, block, lang)
    row, by_status = _by_status(book, sheet, row + 1, calculation, sums, block, lang)
    if targets:
        charts.targets(book, sheet, row + 1, by_status, _TARGETS.render(lang, unit=unit), lang)
        row += charts.ROWS + 2
    for sentence in report.foot:
        sheet.write_string(row, 0, sentence, book.format("subtitle"))
        row += 1


def _by_target(
    book: Book,
    sheet: Sheet,
    row: int,
    calculation: Calculation,
    report: Report,
    sums: Summary,
    block: Block,
    lang: Lang,
) -> int:
    book.write(sheet, row, 0, _TARGETS.render(lang, unit=book.unit.value), "heading")
    titles = [(_WORDS["target"].render(lang), True), *((_WORDS[word].render(lang), False) for word in _COLUMNS)]
    book.headings(sheet, row + 1, titles, _WIDTHS)
    for i, (shown, target) in enumerate(zip(report.targets, sums.targets, strict=True)):
        summed = Summed(target.target, calculation)
        name = f"{shown.title}: {shown.basis}"
        decided = [summed.amount(Where("status", s.value)) for s in summed.statuses() if s in DECIDED]
        undecided = [summed.amount(Where("status", s.value)) for s in summed.statuses() if s not in DECIDED]
        cells: list[Content] = [name, target.target.amount, target.target.found]
        cells += [_sum(decided), _sum(undecided)]
        amount, before = block.cell(i, "amount"), block.cell(i, "before")
        reached = f"{before}+{block.cell(i, 'decided')}+{block.cell(i, 'undecided')}"
        cells.append(Live(f"MAX(0,{amount}-({reached}))", target.gap))
        cells.append(Live(f"({reached})/{amount}", target.share))
        cells.append(summed.amount(Where("unspecified", 1)))
        cells.append(summed.amount(Where(("conditional", summed.variant), 1)))
        cells.append(summed.amount(Where("recurring", 0)))
        low, high = (summed.amount(factor=factor) for factor in ("low", "high"))
        cells += [low, high, summed.cost()]
        for column, content in enumerate(cells):
            estimate = book.amount if column in (block.column("low"), block.column("high")) else ""
            book.write(sheet, block.top + i, column, content, "label" if column == 0 else "plain", form=estimate)
        sheet.set_row(block.top + i, height([name], _WIDTHS) + 3)
    return block.top + len(sums.targets)


def _by_status(
    book: Book,
    sheet: Sheet,
    row: int,
    calculation: Calculation,
    sums: Summary,
    block: Block,
    lang: Lang,
) -> tuple[int, Block]:
    """The table that the chart of targets is drawn from."""
    used = {measure.status for measure in sums.portfolio}
    every = [Summed(target.target, calculation) for target in sums.targets]
    statuses = [s for s in reversed(Status) if s in used and any(s in summed.statuses() for summed in every)]
    book.write(sheet, row, 0, _BY_STATUS.render(lang, unit=book.unit.value), "heading")
    by_status = Block(NAME.render(lang), row + 2, ("target", "before", *statuses, "gap", "amount"), len(every))
    titles = [(_WORDS["target"].render(lang), True), (_WORDS["before"].render(lang), False)]
    titles += [(STATUS[status].render(lang).capitalize(), False) for status in statuses]
    titles += [(_WORDS[word].render(lang), False) for word in ("gap", "amount")]
    book.headings(sheet, row + 1, titles, _WIDTHS)
    for i, (summed, target) in enumerate(zip(every, sums.targets, strict=True)):
        cells: list[Content] = [target.target.title, target.target.found]
        for status in statuses:
            counts = status in summed.statuses()
            cells.append(summed.amount(Where("status", status.value)) if counts else Money(0))
        cells += [Live(block.cell(i, "gap"), target.gap), target.target.amount]
        for column, content in enumerate(cells):
            book.write(sheet, by_status.top + i, column, content, "label" if column == 0 else "plain")
    return by_status.top + len(every), by_status


def _sum(amounts: list[Live]) -> Content:
    if not amounts:
        return Money(0)
    value = Money(sum(one.value.ore for one in amounts if isinstance(one.value, Money)))
    return Live("+".join(one.formula for one in amounts), value)
