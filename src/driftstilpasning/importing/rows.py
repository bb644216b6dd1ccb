"""The rows of a table as measures: what each field is to say, and which cell says so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final

from driftstilpasning.columns import Holds
from driftstilpasning.importing.cells import Meaning, alike, meaning, text_of
from driftstilpasning.importing.layout import Layout
from driftstilpasning.importing.mapping import Subtotal
from driftstilpasning.importing.tables import Place
from driftstilpasning.importing.trouble import Trouble, UnclearError, UntoldError
from driftstilpasning.model.money import Money
from driftstilpasning.text import Text

_BLANK = Text(
    nb="ingen beløp for {year}, men andre år har det. Skriv 0, eller si «blank: zero» i koblingen",
    nn="ikkje noko beløp for {year}, men andre år har det. Skriv 0, eller sei «blank: zero» i koplinga",
    en="no amount for {year}, though other years have one. Write 0, or say `blank: zero` in the mapping",
)
_BLANK_IN_OURS = Text(
    nb="ingen beløp for {year}, men andre år har det. Skriv 0",
    nn="ikkje noko beløp for {year}, men andre år har det. Skriv 0",
    en="no amount for {year}, though other years have one. Write 0",
)
_NO_AMOUNTS = Text(
    nb="ingen av årene har noe beløp, og et tiltak må ha en virkning. Skriv 0 for år uten virkning",
    nn="ingen av åra har noko beløp, og eit tiltak må ha ein verknad. Skriv 0 for år utan verknad",
    en="no year has an amount, and a measure must have an effect. Write 0 for years without one",
)
_SUM = Text(
    nb="«{title}» ser ut til å være en sum. Skriv den under «subtotals» i koblingen, eller under «skip»",
    nn="«{title}» ser ut til å vere ein sum. Skriv han under «subtotals» i koplinga, eller under «skip»",
    en="“{title}” looks like a sum. Write it under `subtotals` in the mapping, or under `skip`",
)
_NOT_FOUND = Text(
    nb="koblingen har «{row}» under «{part}», men ingen rad begynner med det eller har det som tittel",
    nn="koplinga har «{row}» under «{part}», men inga rad byrjar med det eller har det som tittel",
    en="the mapping has “{row}” under `{part}`, but no row begins with it or has it as its title",
)
SUMS: Final = re.compile(
    r"(?:del)?sum(?:mer|men)?\b|sub-?total|grand total|total(?:t|sum)?\b|i alt\b|samla\b|samlet\b", re.IGNORECASE
)


def adds_up(amounts: Sequence[int | Decimal], above: Sequence[Sequence[int | Decimal]]) -> bool:
    """Whether a row's amounts are the sums of those in the last rows above it, however many.

    >>> adds_up([5, 7], [[1, 1], [2, 3], [3, 4]]), adds_up([5, 8], [[2, 3], [3, 4]]), adds_up([0, 0], [[0, 0]])
    (True, False, False)
    """
    sums = amounts
    for other in reversed(above):
        sums = [one - part for one, part in zip(sums, other, strict=True)]
        if any(amounts) and not any(sums):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says in one column; ``where`` is None for what the mapping says of every row."""

    meaning: Meaning | None
    where: Place | None = None
    unclear: UnclearError | None = None
    """Why a cell of our own workbook means nothing; that is no matter where it says what it was made with."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of the table."""

    number: int
    entries: Mapping[str, Entry]
    """By the names of the columns."""

    def said(self, name: str) -> Meaning | None:
        """What the row says in a column."""
        entry = self.entries.get(name)
        return entry.meaning if entry is not None else None


@dataclass(frozen=True, slots=True)
class Printed:
    """A sum that the table prints: what it is the sum of, and what it says for each year."""

    subtotal: Subtotal
    amounts: Mapping[int, Money]
    where: Place


@dataclass(frozen=True, slots=True)
class Rows:
    """All that a table says, and what is wrong with it."""

    measures: tuple[Row, ...]
    printed: tuple[Printed, ...]
    troubles: tuple[Trouble, ...]
    skipped: int = 0
    """How many rows the mapping says are no measures."""


def read(layout: Layout) -> Rows:
    """Every row below the headings."""
    return _Reader(layout).read()


@dataclass
class _Reader:
    layout: Layout
    troubles: list[Trouble] = field(default_factory=list)

    def read(self) -> Rows:
        layout, mapping = self.layout, self.layout.mapping
        skipped = {alike(text): text for text in (mapping.skip if mapping is not None else ())}
        sums = {alike(one.row): one for one in (mapping.subtotals if mapping is not None else ())}
        self._refuse_mixed()
        measures: list[Row] = []
        printed: list[Printed] = []
        met: set[str] = set()
        passed = 0
        for number in layout.rows:
            names = self._names(number)
            met.update(names)
            if any(name in skipped for name in names):
                passed += 1
                continue
            summed = next((sums[name] for name in names if name in sums), None)
            if summed is not None:
                levels = {year: level for year, level in self._levels(number).items() if level is not None}
                printed.append(Printed(summed, levels, Place(layout.sheet.name, number, self._first(number))))
                continue
            if all(layout.sheet.at(number, column) is None for column in layout.fields.values()):
                continue
            row = Row(number, self._entries(number))
            if mapping is not None and self._is_sum(row, measures):
                self._tell(self._where(number, "title"), _SUM, title=row.said("title"))
            measures.append(row)
        for part, rows in (("skip", skipped), ("subtotals", {text: one.row for text, one in sums.items()})):
            for text in rows.keys() - met:
                self._tell(None, _NOT_FOUND, row=rows[text], part=part)
        return Rows(tuple(measures), tuple(printed), tuple(self.troubles), passed)

    def _first(self, number: int) -> int:
        """The column of the first cell in a row that holds something; 0 in an empty row."""
        cells = enumerate(self.layout.sheet.row(number), start=1)
        return next((column for column, cell in cells if cell is not None), 0)

    def _names(self, number: int) -> Sequence[str]:
        """What a row goes by in the mapping: its first cell that holds something, and its title."""
        places = (self._first(number), self.layout.fields.get("title", 0))
        return [alike(text_of(self.layout.sheet.at(number, column))) for column in places if column]

    @cached_property
    def _years(self) -> Mapping[int, str]:
        """The column of each year's effect, where the table has one."""
        found = {self.layout.columns[name].year: name for name in self.layout.fields if name.startswith("effect.")}
        return {year: found[year] for year in sorted(year for year in found if year is not None)}

    def _entries(self, number: int) -> dict[str, Entry]:
        layout = self.layout
        others = [name for name in layout.columns if name not in self._years.values()]
        entries = {
            name: self._entry(number, name) for name in others if name in layout.fields or name in layout.constants
        }
        for year, level in self._levels(number).items():
            name = f"effect.{year}"
            entries[name] = Entry(level, self._where(number, name))
        return entries

    def _entry(self, number: int, name: str) -> Entry:
        layout = self.layout
        column, where = layout.columns[name], self._where(number, name)
        said = None
        if where is not None:
            try:
                said = meaning(column, layout.sheet.at(number, where.column), layout.manner)
            except UnclearError as error:
                if layout.origin.ours:
                    return Entry(None, where, error)
                if not (isinstance(error, UntoldError) and name in layout.constants):
                    self._tell(where, error.message, **error.facts)
        if said is None and name in layout.constants:
            return Entry(meaning(column, layout.constants[name], layout.manner.of_schema()))
        return Entry(said, where)

    def _levels(self, number: int) -> dict[int, Money | None]:
        """The level of each year, without those that are not clear; None where the row has no amounts at all."""
        layout = self.layout
        amounts = self._amounts(number)
        if all(amount is None for amount in amounts.values()):
            if len(amounts) < len(self._years):
                return {}
            if amounts and layout.origin.empties:
                self._tell(layout.place(number, next(iter(self._years.values()))), _NO_AMOUNTS)
                return {}
            return amounts
        if layout.origin.ours and self._says(number, "effect.annual"):
            return {year: amount for year, amount in amounts.items() if amount is not None}
        return self._summed_up(self._filled(number, amounts))

    def _summed_up(self, amounts: Mapping[int, Money]) -> dict[int, Money | None]:
        """The level of each year, where ``amounts`` may be increases on the year before."""
        mapping = self.layout.mapping
        increments = mapping is not None and mapping.columns == "increments"
        levels: dict[int, Money | None] = {}
        before: Money | None = Money(0)
        for year in self.layout.manner.plan.period if increments else self._years:
            if year in self._years and year not in amounts:
                before = None
                continue
            amount = amounts.get(year, Money(0))
            if mapping is not None and mapping.is_increment(year):
                if before is None:
                    continue
                amount = before + amount
            before = levels[year] = amount
        return levels

    def _filled(self, number: int, amounts: Mapping[int, Money | None]) -> dict[int, Money]:
        """``amounts`` with 0 where an empty cell means that; each other empty cell is told, and left out."""
        mapping = self.layout.mapping
        filled: dict[int, Money] = {}
        for year, amount in amounts.items():
            if amount is not None or (mapping is not None and mapping.blank == "zero"):
                filled[year] = amount or Money(0)
            else:
                blank = _BLANK_IN_OURS if mapping is None else _BLANK
                self._tell(self.layout.place(number, self._years[year]), blank, year=str(year))
        return filled

    def _amounts(self, number: int) -> dict[int, Money | None]:
        """What the cell of each year holds, without those that mean nothing, which are told."""
        layout = self.layout
        amounts: dict[int, Money | None] = {}
        for year, name in self._years.items():
            where = layout.place(number, name)
            try:
                amount = meaning(layout.columns[name], layout.sheet.at(number, where.column), layout.manner)
            except UnclearError as error:
                self._tell(where, error.message, **error.facts)
                continue
            amounts[year] = amount if isinstance(amount, Money) else None
        return amounts

    def _says(self, number: int, name: str) -> bool:
        where = self._where(number, name)
        return where is not None and self.layout.sheet.at(number, where.column) is not None

    def _is_sum(self, row: Row, above: Sequence[Row]) -> bool:
        """Whether a row is called a sum, and is no measure with an id of its own or else the sum of rows above it."""
        title = row.said("title")
        if not isinstance(title, str) or SUMS.match(title) is None:
            return False
        if "id" in self.layout.fields and row.said("id") is None:
            return True
        names = list(self._years.values())
        amounts = [[_ore(one, name) for name in names] for one in (*above, row)]
        return adds_up(amounts[-1], amounts[:-1])

    def _refuse_mixed(self) -> None:
        """Refuse a table in which a sign may stand between thousands here and before decimals there."""
        layout, mapping = self.layout, self.layout.mapping
        if mapping is not None and mapping.mixed:
            return
        texts: dict[str, Place] = {}
        for name, column in layout.fields.items():
            if layout.columns[name].holds is Holds.AMOUNT:
                for number in layout.rows:
                    if isinstance(text := layout.sheet.at(number, column), str):
                        texts.setdefault(text, layout.place(number, name))
        error = layout.manner.numerals.mixed(texts)
        if error is not None:
            self._tell(texts[str(error.facts["text"])], error.message, **error.facts)

    def _where(self, number: int, name: str) -> Place | None:
        return self.layout.place(number, name) if name in self.layout.fields else None

    def _tell(self, where: Place | None, message: Text, **facts: object) -> None:
        heading = self.layout.heading(where.column) if where is not None else ""
        self.troubles.append(Trouble(where, message, facts, heading))


def _ore(row: Row, name: str) -> int:
    amount = row.said(name)
    return amount.ore if isinstance(amount, Money) else 0
