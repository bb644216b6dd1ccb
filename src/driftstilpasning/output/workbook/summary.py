"""The first sheet: the targets, what counts toward them under the choice that is made, and what is still to find."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from driftstilpasning.analysis.summary import Part, Summary, TargetSum
from driftstilpasning.model.measure import Kind, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.output.report import DECIDED
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.tables import Report
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import Amount, Calculation, variant
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live, value
from driftstilpasning.output.workbook.formulas import Formulas, Where, added
from driftstilpasning.output.workbook.words import INTERNAL, heading
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS

NAME: Final = Text(nb="Sammendrag", nn="Samandrag", en="Summary")
_TARGETS = Text(nb="Målene, {unit}", nn="Måla, {unit}", en="Targets, {unit}")
_BY_STATUS = Text(
    nb="Det som teller mot hvert mål, etter hvor langt det er kommet, {unit}",
    nn="Det som tel mot kvart mål, etter kor langt det er kome, {unit}",
    en="What counts toward each target, by how far it has come, {unit}",
)
_INTERNAL = Text(
    nb="Interne tiltak står i én sum. De er med i det som mangler og i anslagene, men ikke i «herav».",
    nn="Interne tiltak står i éin sum. Dei er med i det som manglar og i anslaga, men ikkje i «av dette».",
    en="Internal measures are one sum. They are part of what is still to find and of the estimates, not of “of this”.",
)
_NO_TARGETS = Text(
    nb="Planen har ingen mål. Dette er summen av det som teller med.",
    nn="Planen har ingen mål. Dette er summen av det som tel med.",
    en="The plan has no targets. This is the sum of what counts.",
)
_HEADINGS: Final = {
    "target": Text(nb="Mål", nn="Mål", en="Target"),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "gap": Text(nb="Mangler", nn="Manglar", en="Still to find"),
    "share": Text(nb="Nådd", nn="Nådd", en="Reached"),
    "low": Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate"),
    "high": Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate"),
    "internal": INTERNAL,
}
_OF_WHICH: Final = ("unspecified", "conditional", "one_off")
_NAME_WIDTH: Final = 46
_WIDTH: Final = 14
_LAST_WIDTH: Final = 20


class Target:
    """One target's sums as cells: those of the measures that are shown follow the choice, what is internal does not."""

    def __init__(self, sum_: TargetSum, calculation: Calculation) -> None:
        """Take apart what is shown and what is not."""
        self.sum = sum_
        self.by = variant(sum_.target)
        self._formulas, self._unit = Formulas(calculation), calculation.portfolio.plan.unit
        self._shown = [part for part in sum_.parts if calculation.view.shows(part.measure)]
        self._internal = [part for part in sum_.parts if not calculation.view.shows(part.measure)]

    @property
    def internal(self) -> Money | None:
        """What internal measures come to together."""
        return total(part.amount for part in self._internal) if self._internal else None

    def with_status(self, statuses: Sequence[Status]) -> Content:
        """What is shown of these statuses."""
        counting = [status for status in statuses if status.step >= self.sum.target.counts.step]
        formulas = [self._formulas.toward(self.sum.target, Where("status", status.value)) for status in counting]
        return self._live(added(formulas), lambda part: part.measure.status in statuses) if formulas else Money(0)

    def of_which(self, word: str) -> Live:
        """What is shown of one sort: ``unspecified``, ``conditional`` or ``one_off``."""
        where, has = {
            "unspecified": (Where("unspecified", 1), lambda part: part.measure.kind is Kind.UNSPECIFIED),
            "conditional": (Where(("conditional", self.by), 1), lambda part: part.conditional),
            "one_off": (Where("recurring", 0), lambda part: not part.measure.recurring),
        }[word]
        return self._live(self._formulas.toward(self.sum.target, where), has)

    def estimate(self, factor: str) -> Live:
        """Everything that counts by the ``low`` or the ``high`` estimates."""
        ore = sum((getattr(part, factor) for part in self.sum.parts), start=Fraction(0))
        unit = 10**self._unit.exponent
        terms = [self._formulas.toward(self.sum.target, factor=factor)]
        internal = sum((getattr(part, factor) for part in self._internal), start=Fraction(0))
        terms += [f"{_decimal(internal / unit):f}"] if internal else []
        return Live(added(terms), _decimal(ore / unit))

    def cost(self) -> Live:
        """The one-off cost of everything that counts."""
        terms = [self._formulas.spent(self.sum.target)]
        internal = total(part.cost for part in self._internal)
        terms += [self._formulas.amount(internal)] if internal else []
        return Live(added(terms), self.sum.transition_cost)

    def _live(self, formula: str, has: Callable[[Part], bool]) -> Live:
        return Live(formula, total(part.amount for part in self._shown if has(part)))


def write(  # a sheet
    book: Book, calculation: Calculation, report: Report, sums: Summary, both_on: Live, lang: Lang
) -> None:
    """Write the sheet."""
    targets = [Target(target, calculation) for target in sums.targets]
    internal = ["internal"] if any(target.internal is not None for target in targets) else []
    columns = ["amount", "before", "decided", "undecided", *internal, "gap", "share", *_OF_WHICH, "low", "high", "cost"]
    widths = [_NAME_WIDTH, *[_WIDTH] * (len(columns) - 1), _LAST_WIDTH]
    sheet = book.sheet(NAME.render(lang), widths, pages=1)
    row = book.head(sheet, report.title, [report.subtitle, report.notice, both_on])
    if targets:
        block = Block(NAME.render(lang), row + 2, ("target", *columns), len(targets))
        names = [f"{target.title}: {target.basis}" for target in report.targets]
        _by_target(book, sheet, block, targets, names, lang)
        row = block.top + len(targets)
        if internal:
            book.write(sheet, row, 0, _INTERNAL.render(lang), "subtitle")
        by_status = _by_status(book, sheet, row + 2, targets, block, lang)
        row = by_status.top + by_status.rows + 1
        row += charts.targets(book, sheet, row, by_status, _TARGETS.render(lang, unit=book.unit.value), lang) + 1
    else:
        row = _without_targets(book, sheet, row, calculation, sums, lang)
    for i, sentence in enumerate(report.foot, start=row):
        book.write(sheet, i, 0, sentence, "subtitle")


def _without_targets(book: Book, sheet: Sheet, row: int, calculation: Calculation, sums: Summary, lang: Lang) -> int:
    """What counts in each year, where the plan has no target to hold it against; the row after it."""
    formulas, years = Formulas(calculation), sums.portfolio.period
    book.write(sheet, row, 0, _NO_TARGETS.render(lang), "subtitle")
    titles = [(book.unit.value, True), *((str(year), False) for year in years)]
    book.headings(sheet, row + 1, titles, (_NAME_WIDTH, *[_WIDTH] * len(years)))
    cells: dict[str, list[Content]] = {
        "gross": [Live(formulas.every(Amount("in_year", year)), sums.years[year].gross) for year in years],
        "level": [Live(formulas.every(Amount("level", year)), sums.years[year].level) for year in years],
    }
    for i, (word, amounts) in enumerate(cells.items(), start=row + 2):
        book.write(sheet, i, 0, heading(word, lang), "label")
        for column, content in enumerate(amounts, start=1):
            book.write(sheet, i, column, content)
    return row + len(cells) + 3


def _by_target(
    book: Book, sheet: Sheet, block: Block, targets: Sequence[Target], names: Sequence[str], lang: Lang
) -> None:
    """The table of targets, with all that is of interest about each."""
    book.write(sheet, block.top - 2, 0, _TARGETS.render(lang, unit=book.unit.value), "heading")
    widths = (_NAME_WIDTH, *[_WIDTH] * (len(block.keys) - 2), _LAST_WIDTH)
    book.headings(sheet, block.top - 1, [(_heading(word, lang), word == "target") for word in block.keys], widths)
    for i, (target, name) in enumerate(zip(targets, names, strict=True)):
        cells = {"target": name, **_cells(target, block, i)}
        for key in block.keys:
            look, form = "label" if key == "target" else "plain", book.amount if key in ("low", "high") else ""
            book.write(sheet, block.top + i, block.column(key), cells[key], look, form=form)
        sheet.set_row(block.top + i, height([name], widths) + 3)


def _cells(target: Target, block: Block, i: int) -> dict[Key, Content]:
    """The row of one target."""
    found = [key for key in ("before", "decided", "undecided", "internal") if key in block]
    reached, amount = "+".join(block.cell(i, key) for key in found), block.cell(i, "amount")
    return {
        "amount": target.sum.target.amount,
        "before": target.sum.target.found,
        "decided": target.with_status(DECIDED),
        "undecided": target.with_status([status for status in Status if status.alive and status not in DECIDED]),
        "internal": target.internal or Money(0),
        "gap": Live(f"MAX(0,{amount}-({reached}))", target.sum.gap),
        "share": Live(f"({reached})/{amount}", target.sum.share),
        **{word: target.of_which(word) for word in _OF_WHICH},
        "low": target.estimate("low"),
        "high": target.estimate("high"),
        "cost": target.cost(),
    }


def _by_status(book: Book, sheet: Sheet, row: int, targets: Sequence[Target], block: Block, lang: Lang) -> Block:
    """The table that the chart of targets is drawn from."""
    used = {part.measure.status for target in targets for part in target.sum.parts}
    statuses = [status for status in reversed(Status) if status in used]
    internal = ["internal"] if "internal" in block else []
    keys: list[Key] = ["target", "before", *statuses, *internal, "gap", "amount"]
    made = Block(NAME.render(lang), row + 2, keys, len(targets))
    book.write(sheet, row, 0, _BY_STATUS.render(lang, unit=book.unit.value), "heading")
    widths = [_NAME_WIDTH, *[_WIDTH] * len(keys)]
    book.headings(sheet, row + 1, [(_heading(key, lang), key == "target") for key in keys], widths)
    for i, target in enumerate(targets):
        cells: dict[Key, Content] = {"target": target.sum.target.title}
        cells |= {status: target.with_status([status]) for status in statuses}
        above = _cells(target, block, i)
        cells |= {key: Live(block.cell(i, key), value(above[key])) for key in ("before", *internal, "gap", "amount")}
        for key in keys:
            book.write(sheet, made.top + i, made.column(key), cells[key], "label" if key == "target" else "plain")
    return made


def _heading(key: Key, lang: Lang) -> str:
    if isinstance(key, Status):
        said = STATUS[key].render(lang)
        return said[:1].upper() + said[1:]
    if key in _OF_WHICH:
        return heading("of_which", lang, what=WORDS[str(key)])
    word = str(key)
    return _HEADINGS[word].render(lang) if word in _HEADINGS else heading(word, lang)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
