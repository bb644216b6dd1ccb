"""The rows of a table as measures: what each field is to say, and which cell says so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from driftstilpasning.columns import Holds
from driftstilpasning.importing.cells import Meaning, alike, meaning
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
_SUM = Text(
    nb="«{title}» ser ut til å være en sum. Skriv den under «subtotals» i koblingen, eller under «skip»",
    nn="«{title}» ser ut til å vere ein sum. Skriv han under «subtotals» i koplinga, eller under «skip»",
    en="“{title}” looks like a sum. Write it under `subtotals` in the mapping, or under `skip`",
)
_NOT_FOUND = Text(
    nb="ingen rad sier «{row}», som koblingen har under «{part}»",
    nn="inga rad seier «{row}», som koplinga har under «{part}»",
    en="no row says “{row}”, which the mapping has under `{part}`",
)
SUMS: Final = re.compile(
    r"(?:del)?sum(?:mer|men)?\b|sub-?total|grand total|total(?:t|sum)?\b|i alt\b|samla\b|samlet\b", re.IGNORECASE
)


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
        for number in range(layout.header + 1, layout.last + 1):
            if all(layout.sheet.at(number, column) is None for column in layout.fields.values()):
                continue
            cells = layout.sheet.rows[number - 1]
            texts = [alike(cell) for cell in cells if isinstance(cell, str)]
            met.update(texts)
            if any(text in skipped for text in texts):
                continue
            summed = next((sums[text] for text in texts if text in sums), None)
            if summed is not None:
                where = Place(layout.sheet.name, number, next(i for i, cell in enumerate(cells, 1) if cell is not None))
                printed.append(Printed(summed, self._levels(number), where))
                continue
            row = Row(number, self._entries(number))
            if mapping is not None and self._is_sum(row, measures):
                self._tell(self._where(number, "title"), _SUM, title=row.said("title"))
            measures.append(row)
        for part, rows in (("skip", skipped), ("subtotals", {text: one.row for text, one in sums.items()})):
            for text in rows.keys() - met:
                self._tell(None, _NOT_FOUND, row=rows[text], part=part)
        return Rows(tuple(measures), tuple(printed), tuple(self.troubles))

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
        levels = self._levels(number)
        for year in levels or self._years:
            name = f"effect.{year}"
            entries[name] = Entry(levels.get(year), self._where(number, name))
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

    def _levels(self, number: int) -> dict[int, Money]:
        """The level of each year; none where the row has no amounts at all."""
        layout, mapping = self.layout, self.layout.mapping
        amounts: dict[int, Money | None] = {}
        for year, name in self._years.items():
            where = layout.place(number, name)
            try:
                amount = meaning(layout.columns[name], layout.sheet.at(number, where.column), layout.manner)
            except UnclearError as error:
                self._tell(where, error.message, **error.facts)
                return {}
            amounts[year] = amount if isinstance(amount, Money) else None
        if all(amount is None for amount in amounts.values()):
            return {}
        levels: dict[int, Money] = {}
        before = Money(0)
        for year in layout.manner.plan.period if mapping is not None and mapping.columns == "increments" else amounts:
            amount = amounts.get(year)
            if amount is None and year in amounts and mapping is not None and mapping.blank != "zero":
                self._tell(layout.place(number, self._years[year]), _BLANK, year=str(year))
            increment = mapping is not None and mapping.is_increment(year)
            before = before + (amount or Money(0)) if increment else amount or Money(0)
            levels[year] = before
        return levels

    def _is_sum(self, row: Row, above: Sequence[Row]) -> bool:
        """Whether a row is called a sum, and is no measure with an id of its own or else the sum of rows above it."""
        title = row.said("title")
        if not isinstance(title, str) or SUMS.match(title) is None:
            return False
        if "id" in self.layout.fields and row.said("id") is None:
            return True
        names = list(self._years.values())
        wanted = [_ore(row, name) for name in names]
        sums = [0] * len(names)
        for other in reversed(above):
            sums = [one + _ore(other, name) for one, name in zip(sums, names, strict=True)]
            if any(wanted) and sums == wanted:
                return True
        return False

    def _refuse_mixed(self) -> None:
        """Refuse a table in which a sign may stand between thousands here and before decimals there."""
        layout, mapping = self.layout, self.layout.mapping
        if mapping is not None and mapping.mixed:
            return
        texts: dict[str, Place] = {}
        for name, column in layout.fields.items():
            if layout.columns[name].holds is Holds.AMOUNT:
                for number in range(layout.header + 1, layout.last + 1):
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
