"""The mapping file: which column of somebody's list is what, and in which manner it is written.

Read as strictly as a plan or a measure, and what is wrong is said in the same words, at its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Annotated, Any, Final, Literal

from pydantic import Discriminator, Field, Tag, ValidationError

from driftstilpasning.checking.judge import Judge
from driftstilpasning.columns import Column, Holds, columns, sector_called
from driftstilpasning.diagnostic import Diagnostic, Location, Problem
from driftstilpasning.importing.numerals import Numerals
from driftstilpasning.model.measure import Kind
from driftstilpasning.model.money import Unit
from driftstilpasning.model.plan import Plan, contradictions
from driftstilpasning.model.record import Record
from driftstilpasning.model.scalars import Boolean, Number, Words, Year
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.span import Path
from driftstilpasning.workspace.reading import Reading
from driftstilpasning.workspace.structure import dotted, problems_of

Separator = Literal[".", ",", " ", "'"]
"""What may stand between thousands; the space stands for every kind of space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtotal(Record):
    """A row that sums others: its first cell or its title, and what it is the sum of (the whole plan without)."""

    row: Words
    sector: Words | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping(Record):
    """What a mapping file says; every field under the name that :func:`~driftstilpasning.columns.columns` gives it."""

    fields: Annotated[dict[Words, Words], Field(min_length=1)]
    """The heading of the column that holds a field; its letter, where the table has no headings."""
    constants: dict[Words, Words] = field(default_factory=dict)
    """What a field says in every measure whose row does not say it."""
    values: dict[Words, dict[Words, Words]] = field(default_factory=dict)
    """For a field, what the words in its column mean."""
    sheet: Words | None = None
    header: Number | None = None
    """The row of the headings; without it, the first row that has them all. 0 says that there is none."""
    unit: Unit | None = None
    currency: Words | None = None
    """Another currency than kroner; the plan's notice then says so."""
    sign: Literal["minus is a saving", "plus is a saving"] | None = None
    posts: Literal["minus is fewer", "plus is fewer"] = "minus is fewer"
    columns: Annotated[
        Annotated[Literal["levels", "increments"], Tag("<all>")]
        | Annotated[dict[Year, Literal["level", "increment"]], Tag("<years>")],
        Discriminator(lambda value: "<years>" if isinstance(value, dict) else "<all>"),
    ] = "levels"
    """Whether the amount of a year is the level against the base year, or the increase on the year before."""
    decimal: Literal[".", ","] | None = None
    thousands: (
        Annotated[
            Annotated[Separator, Tag("<one>")] | Annotated[tuple[Separator, ...], Tag("<several>")],
            Discriminator(lambda value: "<several>" if isinstance(value, list | tuple) else "<one>"),
        ]
        | None
    ) = None
    mixed: Boolean = False
    """Whether a column may have three decimals in one number and separated thousands in another."""
    blank: Literal["zero"] | None = None
    """What an empty cell for a year means; without it, an empty cell beside amounts is refused."""
    numbered: Words | None = None
    """What ids begin with, where the list has none: K18- gives K18-01, K18-02 …"""
    skip: tuple[Words, ...] = ()
    """Rows that are no measures, each by its first cell that holds something, or by its title."""
    subtotals: tuple[Subtotal, ...] = ()
    measures: tuple[Words, ...] = ()
    """Rows that are measures, though they are called sums or add up, known as those under ``skip``."""
    sections: dict[Words, Words] = field(default_factory=dict)
    """For rows that stand above those of a sector, known as those under ``skip``, which sector that is."""
    repeat: tuple[Words, ...] = ()
    """Fields in whose column an empty cell says what the cell above it says."""
    source: Words | None = None
    """Where the printed totals come from."""
    plan: Plan | None = None
    """The plan of a portfolio that is not there yet."""

    def is_increment(self, year: int) -> bool:
        """Whether the amount of ``year`` is the increase on the year before."""
        return self.columns == "increments" or (
            isinstance(self.columns, dict) and self.columns.get(year) == "increment"
        )

    @property
    def numerals(self) -> Numerals:
        """The manner of numbers that are written as text."""
        several = self.thousands if isinstance(self.thousands, tuple) else (self.thousands,) if self.thousands else ()
        return Numerals(self.decimal, several)


@dataclass(frozen=True, slots=True)
class ReadMapping:
    """A mapping file and what it says; None where something is wrong with it."""

    document: Document
    value: TableMapping | None
    problems: tuple[Problem, ...] = ()

    def diagnostics(self, plan: Plan | None) -> tuple[Diagnostic, ...]:
        """What is wrong with it, in the words of the rules; beside ``plan``, also what only that shows."""
        problems = list(self.problems)
        if self.value is not None and plan is not None:
            problems += _beside(self.value, plan, self.document)
        found = Judge(plan).told(problems, Reading(self.document, None))
        return tuple(replace(one, fix=None) for one in found)  # --fix mends the files of a portfolio


def read_mapping(name: str, raw: bytes) -> ReadMapping:
    """What the bytes of a mapping file say; never raises."""
    parsed = parse(name, raw)
    faults = tuple(Problem(one.name, Location(parsed.document, exact=one.span), one.facts) for one in parsed.faults)
    if parsed.data is None:
        return ReadMapping(parsed.document, None, faults)
    said = parsed.data.get("plan")
    written = said.get("unit") if isinstance(said, dict) else None
    unit = next((known for known in Unit if known == written), None)
    try:
        value = TableMapping.read(parsed.data, unit)
    except ValidationError:
        return ReadMapping(parsed.document, None, tuple(problems_of(TableMapping, parsed, unit)))
    wrong = [
        Problem(rule, Location(parsed.document, ("plan", *path)), facts)
        for rule, path, facts in (contradictions(value.plan) if value.plan is not None else ())
    ]
    return ReadMapping(parsed.document, None if wrong else value, (*faults, *wrong))


_YEAR: Final = re.compile(r"[0-9]{4}$")
_AMOUNTS: Final = (Holds.AMOUNT, Holds.OVERLAPS)
_OF_ONE_ROW: Final = (*_AMOUNTS, Holds.NUMBER, Holds.ID)
"""What no row says for those below it."""


def _beside(mapping: TableMapping, plan: Plan, document: Document) -> Iterator[Problem]:
    """What is wrong once it is known which columns there are."""
    known = {column.name: column for column in columns(plan)}
    for part in ("fields", "constants", "values"):
        names = set(known) if part != "values" else {column.path for column in known.values()}
        for name in getattr(mapping, part):
            if name not in names:
                yield _outside((part, name), document, known.values(), plan) or _unknown(
                    (part, name), document, sorted(names), getattr(mapping, part)
                )
    mapped = [known[name] for name in mapping.fields if name in known]
    holding_amounts = [column for column in mapped if column.holds in _AMOUNTS]
    signed = [column for column in holding_amounts if column.path.partition(".")[0] in ("effect", "range")]
    for name, needed in (("unit", holding_amounts), ("sign", signed)):
        if needed and getattr(mapping, name) is None:
            yield Problem("missing-field", Location(document, (name,)), {"field": name, "value": None, "more": []})
    for path, word, column in _meant(mapping, known):
        if column.choices and word not in column.choices:
            yield _other_choice(path, word, document, column.choices)
    yield from _sectors_beside(mapping, plan, document)
    repeatable = [column.name for column in mapped if column.holds not in _OF_ONE_ROW]
    for number, name in enumerate(mapping.repeat):
        if name not in repeatable:
            yield _other_choice(("repeat", number), name, document, repeatable)


def _sectors_beside(mapping: TableMapping, plan: Plan, document: Document) -> Iterator[Problem]:
    """Each sector of a section, or of all measures, that the plan does not have."""
    said: dict[Path, str] = {("sections", row): sector for row, sector in mapping.sections.items()}
    everywhere = mapping.constants.get("sector")
    if everywhere is not None and ":" not in everywhere:  # several share a measure
        said["constants", "sector"] = everywhere
    for path, sector in said.items():
        if sector_called(sector, plan) is None:
            yield _other_choice(path, sector, document, plan.sectors)


def _other_choice(path: Path, word: str, document: Document, choices: Iterable[str]) -> Problem:
    facts = {"field": dotted(path), "value": word, "more": [], "choices": list(choices)}
    return Problem("unknown-choice", Location(document, path), facts)


def _meant(mapping: TableMapping, known: Mapping[str, Column]) -> Iterator[tuple[Path, str, Column]]:
    """Every word of the schema that the mapping uses, and where."""
    for name, word in mapping.constants.items():
        if name in known:
            yield ("constants", name), word, known[name]
    for name, words in mapping.values.items():
        for said, word in words.items():
            if name in known:
                yield ("values", name, said), word, known[name]


def _outside(path: Path, document: Document, known: Iterable[Column], plan: Plan) -> Problem | None:
    """What is wrong with a field for each year, where the plan does not have this one."""
    field_of, _, year = str(path[-1]).rpartition(".")
    if not _YEAR.fullmatch(year) or all(column.year is None or column.path != field_of for column in known):
        return None
    return Problem(
        "year-outside-period", Location(document, path, key=True), {"year": year, "period": str(plan.period)}
    )


def _unknown(path: Path, document: Document, names: list[str], beside: Mapping[str, Any]) -> Problem:
    written = str(path[-1])
    facts: dict[str, Any] = {"field": dotted(path), "value": None, "more": [], "fields": names}
    close = [] if _YEAR.search(written) else get_close_matches(written.lower(), names, n=1)
    if close:
        facts |= {"meant": close[0], "present": close[0] in beside}
        facts |= {"free": [name for name in names if name not in beside], "lacking": [], "beside": []}
    return Problem("unknown-field", Location(document, path, key=True), facts)
