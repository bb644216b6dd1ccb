"""What each row of somebody's list most likely is: a measure, a sum, the name of a sector, or a note."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from driftstilpasning.importing.cells import alike, text_of
from driftstilpasning.importing.numerals import Numerals
from driftstilpasning.importing.sums import PARTS, SUMS, Line, Tally, groups
from driftstilpasning.importing.tables import Sheet, Value
from driftstilpasning.importing.trouble import UnclearError

_NOTE = re.compile(r"[*(¹²³]|\d\)|(?:kilde|kjelde|merk|merknad|note|source)\b", re.IGNORECASE)
"""How rows begin that are about the table."""
_LONGEST: Final = 60
"""No name of a sector is longer."""


@dataclass(frozen=True, slots=True)
class Summed:
    """A row that is the sum of others by its amounts, whatever it is called."""

    name: str
    first: int
    last: int
    """The rows that it is the sum of."""
    heads: bool
    """Whether it stands right above them, and they are measures."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The rows of a list below its headings, each by its number."""

    measures: Sequence[int]
    sections: Mapping[int, str]
    """Rows of one cell that stand above measures."""
    notes: Mapping[int, str]
    parts: Mapping[int, str]
    """Rows that say what another is made up of."""
    sums: Mapping[int, str]
    """Rows that are called sums and are."""
    doubtful: Mapping[int, str]
    """Measures that are called sums."""
    groups: Mapping[int, Summed]
    names: AbstractSet[str]
    """What the measures go by in a mapping: their first cells, and their titles."""


def survey(sheet: Sheet, header: int, fields: Mapping[str, int], numerals: Numerals) -> Survey:
    """What the rows below ``header`` seem to be."""
    return _Surveyor(sheet, header, fields, numerals).survey()


@dataclass
class _Surveyor:
    sheet: Sheet
    header: int
    fields: Mapping[str, int]
    numerals: Numerals
    alone: dict[int, str] = field(default_factory=dict)
    parts: dict[int, str] = field(default_factory=dict)
    sums: dict[int, str] = field(default_factory=dict)
    doubtful: dict[int, str] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)
    """The rows that may be measures."""
    tally: Tally = field(default_factory=Tally)

    def survey(self) -> Survey:
        ended = True
        for number in range(self.header + 1, len(self.sheet.rows) + 1):
            if self._is_something_else(number):
                ended = True
                continue
            title, sector = (text_of(self._at(number, name)) for name in ("title", "sector"))
            line = Line(self._amounts(number), title, alike(sector), self._at(number, "id") is not None, ended)
            self.lines[number] = line
            self.tally.add(line.amounts)
            ended = False
        found = self._groups()
        measures = [number for number in self.lines if number not in found]
        last = max(measures, default=0)
        sections = {
            number: text
            for number, text in self.alone.items()
            if number < last and len(text) <= _LONGEST and not _NOTE.match(text)
        }
        notes = {number: text for number, text in self.alone.items() if number not in sections}
        names = {
            alike(text_of(self.sheet.at(number, column)))
            for number in measures
            for column in (self.sheet.first(number), self.fields["title"])
        }
        return Survey(measures, sections, notes, self.parts, self.sums, self.doubtful, found, names)

    def _is_something_else(self, number: int) -> bool:
        """Whether a row is no measure by what stands in it, which is then noted; or is empty."""
        cells = [cell for cell in self.sheet.row(number) if cell is not None]
        first, title = self.sheet.at(number, self.sheet.first(number)), self._at(number, "title")
        if not cells:
            return True
        if len(cells) == 1 and isinstance(first, str):
            if self.sheet.first(number) <= self.fields["title"] and not SUMS.match(first):
                self.alone[number] = first
            return True
        called = next((text for text in (text_of(title), text_of(first)) if SUMS.match(text)), None)
        if called is not None and self._is_sum(number, called):
            return True
        if PARTS.match(text_of(title)) and self._at(number, "id") is None:
            self.parts[number] = text_of(title)
            return True
        return title is None

    def _is_sum(self, number: int, called: str) -> bool:
        known_by = "id" if "id" in self.fields else "sector"
        known = self._at(number, known_by)
        nameless = known is None or SUMS.match(text_of(known)) is not None or self._at(number, "title") is None
        if nameless or self.tally.adds_up_to(self._amounts(number)):
            self.sums[number] = called
            return True
        if known_by != "id":
            self.doubtful[number] = called
        return False

    def _groups(self) -> Mapping[int, Summed]:
        numbers = list(self.lines)
        found = groups(list(self.lines.values()))
        return {
            numbers[place]: Summed(
                text_of(self._at(numbers[place], "title")),
                numbers[summed.start],
                numbers[summed.stop - 1],
                heads=summed.start == place + 1 and found.keys().isdisjoint(summed),
            )
            for place, summed in found.items()
        }

    def _at(self, number: int, name: str) -> Value:
        return self.sheet.at(number, self.fields.get(name, 0))

    def _amounts(self, number: int) -> tuple[Decimal, ...]:
        columns = [column for name, column in self.fields.items() if re.fullmatch(r"effect\.(?:[0-9]+|annual)", name)]
        return tuple(_amount(self.sheet.at(number, column), self.numerals) for column in columns)


def _amount(value: Value, numerals: Numerals) -> Decimal:
    """The number in a cell; 0 where it holds none that can be read."""
    try:
        read = numerals.read(value) if isinstance(value, str) else value
    except UnclearError:
        return Decimal(0)
    return read if isinstance(read, Decimal) else Decimal(0)
