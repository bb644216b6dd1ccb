"""The rows of a table as measures: what each field is to say, and which cell says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from driftstilpasning.columns import Holds
from driftstilpasning.importing.cells import Meaning, alike, meaning, text_of
from driftstilpasning.importing.layout import Layout
from driftstilpasning.importing.mapping import Subtotal
from driftstilpasning.importing.sums import PARTS, SUMS, Line, Tally, groups
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
_ADDS_UP = Text(
    nb="beløpene er summen av rad {rows} og ville telle to ganger. Er «{name}» en sum, skriv den under «subtotals» "
    "eller «skip» i koblingen. Er den et tiltak, skriv den under «measures»",
    nn="beløpa er summen av rad {rows} og ville telje to gonger. Er «{name}» ein sum, skriv han under «subtotals» "
    "eller «skip» i koplinga. Er det eit tiltak, skriv det under «measures»",
    en="the amounts are the sum of row {rows}, so they would count twice. If “{name}” is a sum, write it under "
    "`subtotals` or `skip` in the mapping. If it is a measure, write it under `measures`",
)
_PART = Text(
    nb="«{name}» er en del av en annen rad. Skriv den under «skip» i koblingen, eller under «measures» hvis den andre "
    "raden er utelatt",
    nn="«{name}» er ein del av ei anna rad. Skriv han under «skip» i koplinga, eller under «measures» om den andre "
    "rada er utelaten",
    en="“{name}” is a part of another row. Write it under `skip` in the mapping, or under `measures` if the other row "
    "is left out",
)
_SECTION_AMOUNTS = Text(
    nb="«{name}» står under «sections» i koblingen, men har beløp. Er de en sum, skriv raden også under «subtotals» "
    "eller «skip»",
    nn="«{name}» står under «sections» i koplinga, men har beløp. Er dei ein sum, skriv rada òg under «subtotals» "
    "eller «skip»",
    en="“{name}” stands under `sections` in the mapping, but has amounts. If they are a sum, write the row under "
    "`subtotals` or `skip` as well",
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
    skipped: int = 0
    """How many rows the mapping says are no measures."""


def read(layout: Layout) -> Rows:
    """Every row below the headings."""
    return _Reader(layout).read()


@dataclass
class _Reader:
    layout: Layout
    troubles: list[Trouble] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    skipped: int = 0
    section: Entry | None = None
    """The sector that the last section says."""
    above: dict[str, int] = field(default_factory=dict)
    """For a field whose empty cells repeat the one above, the row of that."""
    ended: bool = True
    """Whether something has ended above the row that is read, such as a section or a sum."""
    tally: Tally = field(default_factory=Tally)

    def read(self) -> Rows:
        layout = self.layout
        self._refuse_mixed()
        measures: list[Row] = []
        lines: list[tuple[Row, Line]] = []
        met: set[str] = set()
        for number in layout.rows:
            names = self._names(number)
            met.update(names)
            if self._is_no_measure(number, names):
                continue
            if all(layout.sheet.at(number, column) is None for column in layout.fields.values()):
                self.ended = True
                continue
            row = Row(number, self._entries(number))
            line = self._line(row, names)
            measures.append(row)
            if line is not None:
                lines.append((row, line))
        self._refuse_sums(lines)
        for part, rows in self._parts.items():
            for text in rows.keys() - met:
                self._tell(None, _NOT_FOUND, row=rows[text], part=part)
        return Rows(tuple(measures), tuple(self.printed), tuple(self.troubles), self.skipped)

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[str, str]]:
        """The parts of the mapping that name rows: each name as it is compared, and as it is written."""
        mapping = self.layout.mapping
        if mapping is None:
            return {"skip": {}, "subtotals": {}, "sections": {}, "measures": {}}
        parts = {
            "skip": mapping.skip,
            "subtotals": [one.row for one in mapping.subtotals],
            "sections": mapping.sections,
            "measures": mapping.measures,
        }
        return {part: {alike(text): text for text in texts} for part, texts in parts.items()}

    @cached_property
    def _subtotals(self) -> Mapping[str, Subtotal]:
        mapping = self.layout.mapping
        return {alike(one.row): one for one in (mapping.subtotals if mapping is not None else ())}

    def _called(self, part: str, names: Sequence[str]) -> str | None:
        """By which of its names a row stands in a part of the mapping, if it does."""
        return next((name for name in names if name in self._parts[part]), None)

    def _is_no_measure(self, number: int, names: Sequence[str]) -> bool:
        """Whether the mapping says that a row is something else, which is then taken in."""
        skipped, summed, section = (self._called(part, names) for part in ("skip", "subtotals", "sections"))
        if len(names) > 1 and names[1] not in ("", section):  # a measure, beside the name of its sector
            section = None
        if skipped is None and summed is None and section is None:
            return False
        has_amounts = any(self.layout.sheet.at(number, self.layout.fields[name]) is not None for name in self._effects)
        where = Place(self.layout.sheet.name, number, self.layout.sheet.first(number))
        if section is not None:
            self._begin_section(self._parts["sections"][section], where)
            if has_amounts and skipped is None and summed is None:
                self._tell(where, _SECTION_AMOUNTS, name=self._parts["sections"][section])
        if skipped is not None:
            self.skipped += 1
        elif summed is not None:
            levels = {year: level for year, level in self._levels(number).items() if level is not None}
            self.printed.append(Printed(self._subtotals[summed], levels, where))
        if section is not None or summed is not None or has_amounts:
            self.above = {}
            self.ended = True
        return True

    def _begin_section(self, name: str, where: Place) -> None:
        layout = self.layout
        assert layout.mapping is not None  # noqa: S101  # it names the section
        said = meaning(layout.columns["sector"], layout.mapping.sections[name], layout.manner.of_schema())
        self.section = Entry(said, where)

    def _line(self, row: Row, names: Sequence[str]) -> Line | None:
        """What is held against the rows beside ``row``; None where its name alone says that it is no measure."""
        layout = self.layout
        if layout.mapping is None:
            return None
        identifier, title = row.said("id"), row.said("title")
        known = self._called("measures", names) is not None or (
            identifier is not None and SUMS.match(str(identifier)) is None
        )
        amounts = tuple(_ore(row, name) for name in self._effects)
        if self._called("measures", names) is None:
            if self._is_sum(row, known=known, amounts=amounts):
                self.ended = True
                return None
            if not known and isinstance(title, str) and PARTS.match(title):
                self._tell(self._where(row.number, "title"), _PART, name=title)
                return None
        begins, self.ended = self.ended, False
        self.tally.add(amounts)
        sector = alike(text_of(layout.sheet.at(row.number, layout.fields.get("sector", 0))))
        return Line(amounts, str(title or ""), sector, known, begins)

    def _is_sum(self, row: Row, *, known: bool, amounts: tuple[int, ...]) -> bool:
        """Whether a row is called a sum, and is no measure with an id of its own or else the sum of rows above it.

        That is told.
        """
        place = Place(self.layout.sheet.name, row.number, self.layout.sheet.first(row.number))
        texts = {place: text_of(self.layout.sheet.at(row.number, place.column))}
        if (titled := self._where(row.number, "title")) is not None:
            texts = {titled: str(row.said("title") or ""), **texts}
        where, text = next(((where, text) for where, text in texts.items() if SUMS.match(text)), (place, ""))
        nameless = not known and ("id" in self.layout.fields or row.said("title") is None)
        if not text or not (nameless or self.tally.adds_up_to(amounts)):
            return False
        self._tell(where, _SUM, title=text)
        return True

    def _refuse_sums(self, lines: Sequence[tuple[Row, Line]]) -> None:
        """Tell of each row that is the sum of those beside it, whatever it is called."""
        for place, summed in groups([line for _, line in lines]).items():
            row, first, last = lines[place][0], lines[summed.start][0].number, lines[summed.stop - 1][0].number
            where = self._where(row.number, "title") or Place(
                self.layout.sheet.name, row.number, self.layout.sheet.first(row.number)
            )
            name = text_of(self.layout.sheet.at(where.row, where.column))
            self._tell(where, _ADDS_UP, name=name, rows=f"{first}–{last}" if last > first else str(first))

    def _names(self, number: int) -> Sequence[str]:
        """What a row goes by in the mapping: its first cell that holds something, and its title."""
        places = (self.layout.sheet.first(number), self.layout.fields.get("title", 0))
        return [alike(text_of(self.layout.sheet.at(number, column))) for column in places if column]

    @cached_property
    def _effects(self) -> Sequence[str]:
        """The columns of the table that hold amounts of the effect."""
        known = self.layout.columns
        return [name for name in self.layout.fields if name.startswith("effect.") and known[name].holds is Holds.AMOUNT]

    @cached_property
    def _years(self) -> Mapping[int, str]:
        """The column of each year's effect, where the table has one."""
        found = {self.layout.columns[name].year: name for name in self.layout.fields if name.startswith("effect.")}
        return {year: found[year] for year in sorted(year for year in found if year is not None)}

    def _entries(self, number: int) -> dict[str, Entry]:
        layout = self.layout
        others = [name for name in layout.columns if name not in self._years.values()]
        entries = {
            name: self._entry(number, name) for name in others if name in layout.fields or name in self._constants
        }
        if self.section is not None and _says_nothing_itself(entries.get("sector")):
            entries["sector"] = self.section
        for year, level in self._levels(number).items():
            name = f"effect.{year}"
            entries[name] = Entry(level, self._where(number, name))
        return entries

    @cached_property
    def _constants(self) -> Mapping[str, Meaning]:
        """What the mapping says of every row; what means nothing is told."""
        layout = self.layout
        found: dict[str, Meaning] = {}
        for name, text in layout.constants.items():
            try:
                said = meaning(layout.columns[name], text, layout.manner.of_schema())
            except UnclearError as error:
                self._tell(None, error.message, **error.facts)
                continue
            if said is not None:
                found[name] = said
        return found

    def _entry(self, number: int, name: str) -> Entry:
        layout = self.layout
        column, where = layout.columns[name], self._source(number, name)
        said = None
        if where is not None:
            try:
                said = meaning(column, layout.sheet.at(where.row, where.column), layout.manner)
            except UnclearError as error:
                if layout.origin.ours:
                    return Entry(None, where, error)
                repeated = where.row != number  # and told where it stands
                if not repeated and not (isinstance(error, UntoldError) and name in self._constants):
                    self._tell(where, error.message, **error.facts)
        if said is None and name in self._constants:
            return Entry(self._constants[name])
        return Entry(said, where)

    def _source(self, number: int, name: str) -> Place | None:
        """The cell that says what a row has in a column: its own, or one above that is repeated."""
        where, mapping = self._where(number, name), self.layout.mapping
        if where is None or mapping is None or name not in mapping.repeat:
            return where
        if self.layout.sheet.at(number, where.column) is not None:
            self.above[name] = number
        return where._replace(row=self.above.get(name, number))

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


def _says_nothing_itself(entry: Entry | None) -> bool:
    """Whether a row has nothing in a column but what the mapping says of every row."""
    return entry is None or entry.where is None or entry.meaning is None


def _ore(row: Row, name: str) -> int:
    amount = row.said(name)
    return amount.ore if isinstance(amount, Money) else 0
