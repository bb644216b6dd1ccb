"""What a table would change in a portfolio: new files, other values in those that are there, and what has gone.

Nothing is written here. A file that is there is edited where its values stand; a measure that the table no longer has
is told of, and left alone.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property, partial
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Final

from driftstilpasning.analysis.visible import View
from driftstilpasning.checking import check
from driftstilpasning.checking.directive import BEGIN
from driftstilpasning.checking.fixing import Mended
from driftstilpasning.columns import cell
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.errors import DtError
from driftstilpasning.importing.cells import alike, text_of
from driftstilpasning.importing.editing import edit_measure, new_measure
from driftstilpasning.importing.fields import FieldChange, Fields, of_new
from driftstilpasning.importing.layout import Layout
from driftstilpasning.importing.plans import with_stated
from driftstilpasning.importing.rows import Row, Rows
from driftstilpasning.importing.tables import Place
from driftstilpasning.importing.trouble import ContradictionError, Trouble
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.scalars import folded, is_id
from driftstilpasning.model.years import Period
from driftstilpasning.source.difference import Change, NoSuchPlaceError
from driftstilpasning.source.document import Document
from driftstilpasning.source.encoding import decode
from driftstilpasning.source.revising import UnclearLayoutError, revised
from driftstilpasning.source.span import Path
from driftstilpasning.source.tree import PLAN, MemoryTree, Tree
from driftstilpasning.text import Said, Text
from driftstilpasning.workspace import Located, Workspace, load
from driftstilpasning.workspace.fields import fields_at
from driftstilpasning.workspace.naming import folder, next_in, series
from driftstilpasning.workspace.reading import read_measure


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is not there yet."""

    name: str
    raw: bytes
    row: int = 0
    """The row of the table that it comes from; 0 for the plan."""
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class LevelChange:
    """The lasting level at the end of a year, before and after."""

    year: int
    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file with other values in some of its fields."""

    file: Mended
    fields: tuple[FieldChange, ...]
    id: str = ""
    title: str = ""
    levels: tuple[LevelChange, ...] = ()
    """Years whose lasting level changes by something else than their amount."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A measure of the portfolio that the table does not have."""

    id: str
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What ``dt validate`` would say of a file once it was written, and the cell that it comes from."""

    diagnostic: Diagnostic
    where: Place | None
    column: str = ""
    """The heading of the cell's column, as it stands in the table."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that an import comes to; it can be written when nothing is wrong with it."""

    new: tuple[NewFile, ...] = ()
    changed: tuple[ChangedFile, ...] = ()
    gone: tuple[Gone, ...] = ()
    unchanged: int = 0
    troubles: tuple[Trouble, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    """What is worth a look, and does not keep it from being written."""
    skipped: int = 0
    """Rows that the mapping says are no measures."""

    @property
    def sound(self) -> bool:
        """Whether it can be written."""
        return not self.troubles and not self.faults


_NO_ID = Text(
    nb="raden har ingen id: fyll den inn, eller si «numbered» i koblingen",
    nn="rada har ingen id: fyll han inn, eller sei «numbered» i koplinga",
    en="the row has no id: fill it in, or say `numbered` in the mapping",
)
_NO_TITLE = Text(nb="tiltaket har ingen tittel", nn="tiltaket har ingen tittel", en="the measure has no title")
_NO_TITLE_IN_LIST = Text(
    nb="raden har ingen tittel. Er den ikke et tiltak: skriv den under «skip», «subtotals» eller «sections» i "
    "koblingen",
    nn="rada har ingen tittel. Er ho ikkje eit tiltak: skriv ho under «skip», «subtotals» eller «sections» i koplinga",
    en="the row has no title. If it is no measure, write it under `skip`, `subtotals` or `sections` in the mapping",
)
_TWICE = Text(
    nb="rad {first} og rad {second} har samme id: {id}",
    nn="rad {first} og rad {second} har same id: {id}",
    en="row {first} and row {second} have the same id: {id}",
)
_BAD_ID = Text(
    nb="«{id}» kan ikke være en id: bruk bokstaver, sifre og bindestrek, høyst {most} tegn",
    nn="«{id}» kan ikkje vere ein id: bruk bokstavar, siffer og bindestrek, høgst {most} teikn",
    en="“{id}” cannot be an id: use letters, digits and hyphens, {most} signs at most",
)
_TAKEN = Text(
    nb="id-en {id} er i bruk: {title} ({file}). La ruten stå tom, så får tiltaket neste ledige id",
    nn="id-en {id} er i bruk: {title} ({file}). Lat ruta stå tom, så får tiltaket neste ledige id",
    en="the id {id} is in use: {title} ({file}). Leave the cell empty, and the measure gets the next free id",
)
_WHICH = Text(
    nb="flere tiltak heter «{title}»: {ids}. Skriv id-en i raden",
    nn="fleire tiltak heiter «{title}»: {ids}. Skriv id-en i rada",
    en="several measures are called “{title}”: {ids}. Write the id in the row",
)
_UNREADABLE = Text(
    nb="{id} står i {file}, som dt ikke godtar: rett den først («dt validate»)",
    nn="{id} står i {file}, som dt ikkje godtek: rett ho fyrst («dt validate»)",
    en="{id} is in {file}, which dt does not accept: mend it first (`dt validate`)",
)
_NOBODY_KNOWS = Text(
    nb="{file} kan ikke leses, og kan være et av tiltakene i tabellen: rett den først («dt validate»)",
    nn="{file} kan ikkje lesast, og kan vere eit av tiltaka i tabellen: rett ho fyrst («dt validate»)",
    en="{file} cannot be read, and may be one of the measures in the table: mend it first (`dt validate`)",
)
_IN_THE_WAY = Text(
    nb="{file} finnes fra før, men er ikke {id}",
    nn="{file} finst frå før, men er ikkje {id}",
    en="{file} is there already, but is not {id}",
)

_PLAN_UNCLEAR = Text(
    nb="{file} kan ikke endres uten at noe annet i den går tapt. Skriv summene under «stated» for hånd",
    nn="{file} kan ikkje endrast utan at noko anna i ho går tapt. Skriv summane under «stated» for hand",
    en="{file} cannot be changed without losing something else in it. Write the totals under `stated` by hand",
)

_RENAMED = Text(
    nb="«{title}» har id-en {old} i {file}, og ville telle to ganger. Skriv {old} i ruten; ny id skrives i filen",
    nn="«{title}» har id-en {old} i {file}, og ville telje to gonger. Skriv {old} i ruta; ny id skriv ein i fila",
    en="“{title}” has the id {old} in {file}, and would count twice. Write {old} in the cell; a new id is written "
    "in the file",
)

_LONGEST_ID: Final = 100
"""A file is called by it."""

Heading = Callable[[str], str]
"""What stands above the fields of a new file of this name."""


def propose(
    tree: Tree,
    layout: Layout,
    rows: Rows,
    *,
    made_plan: bytes | None = None,
    heading: Heading = lambda _: "",
    source: str,
) -> Proposal:
    """What the ``rows`` of a table would change in the portfolio of ``tree``.

    ``made_plan`` is the plan for a portfolio that has none yet, and ``source`` where printed totals come from.

    Raises:
        DtError: the plan cannot be read, or a folder cannot be listed.
    """
    files = MemoryTree({**dict(tree.files()), **({PLAN: made_plan} if made_plan is not None else {})})
    return _Proposer(files, made_plan is not None, layout, rows, heading, source).propose()


@dataclass
class _Proposer:
    tree: MemoryTree
    made_plan: bool
    layout: Layout
    rows: Rows
    heading: Heading
    source: str
    new: list[NewFile] = field(default_factory=list)
    changed: list[ChangedFile] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    sources: dict[str, list[tuple[Path, Place]]] = field(default_factory=dict)
    """For each file that changes, which cell says what stands at a path."""
    rows_of: dict[str, Row] = field(default_factory=dict)
    """For each such file, the row that it is about."""
    unwritable: dict[str, bytes] = field(default_factory=dict)
    """Files that no measure could be read from; the rules say why, and nothing is written."""

    _made: dict[str, str] = field(default_factory=dict)
    """The last id that was made in each series."""

    def propose(self) -> Proposal:
        found: dict[str, Row] = {}
        unchanged = 0
        for row in self.rows.measures:
            identifier = self._id(row, found)
            if identifier is None:
                continue
            found[folded(identifier)] = row
            located = self.workspace.by_id.get(folded(identifier))
            clear = self._clear(row, located)
            if clear is None:
                continue
            if located is None:
                self._add(identifier, clear)
            elif not self._edit(located, clear):
                unchanged += 1
        if self.new:
            for one in self.workspace.left_out:
                if one.id is None:
                    self.troubles.append(Trouble(None, _NOBODY_KNOWS, {"file": one.path}))
        self._plan()
        there = {*found, *self._said_ids}
        gone = tuple(
            Gone(located.value.id, located.value.title, located.document.name)
            for key, located in sorted(self.workspace.by_id.items())
            if self.layout.origin.whole and key not in there and self.view.shows(located.value)
        )
        troubles = (*self.rows.troubles, *self.troubles)
        found_then = [] if troubles else list(self._found_then())
        faults, warnings = (
            tuple(fault for fault in found_then if (fault.diagnostic.severity is Severity.ERROR) is wrong)
            for wrong in (True, False)
        )
        ordered = sorted(self.changed, key=lambda one: one.file.name), sorted(self.new, key=lambda one: one.name)
        new, changed = tuple(ordered[1]), tuple(ordered[0])
        return Proposal(new, changed, gone, unchanged, troubles, faults, warnings, self.rows.skipped)

    @cached_property
    def workspace(self) -> Workspace:
        return load(self.tree)

    @cached_property
    def portfolio(self) -> Portfolio:
        return self.workspace.portfolio()

    @cached_property
    def view(self) -> View:
        """The portfolio as the readers of the table saw it."""
        return View(self.portfolio, internal=self.layout.origin.internal)

    @cached_property
    def _taken(self) -> set[str]:
        return {folded(identifier) for identifier, _ in self.workspace.names.values()}

    def _id(self, row: Row, found: Mapping[str, Row]) -> str | None:
        """The id of the measure that a row is about: what it says, else by the title, else the next free one."""
        said, title = row.said("id"), row.said("title")
        if title is None and "title" in self.layout.fields:
            self._refuse(row, "title", _NO_TITLE if self.layout.mapping is None else _NO_TITLE_IN_LIST)
            return None
        if isinstance(said, str):
            return self._said_id(row, said, found)
        alike_titled = self._called(row, found)
        if len(alike_titled) > self._rows_called(row):
            self._refuse(row, "title", _WHICH, title=title, ids=[one.id for one in alike_titled])
            return None
        if alike_titled:
            return alike_titled[0].id
        prefix, sector = self.layout.origin.numbered, row.said("sector")
        if prefix is not None:
            return self._next(prefix)
        if not self.layout.origin.ours:
            self._refuse(row, "id", _NO_ID)
            return None
        if "sector" in row.entries and row.entries["sector"].unclear is not None:
            self._clear(row, None)  # no series to count on from
            return None
        first = sector[0] if isinstance(sector, tuple) else sector
        name = first[0] if isinstance(first, tuple) else first
        return self._next(self._series(str(name or "")))

    def _next(self, prefix: str) -> str:
        """The next free id that begins with ``prefix``."""
        last = self._made.get(prefix)
        ids = [last] if last is not None else [one.id for one in self.portfolio]
        self._made[prefix] = made = next_in(prefix, ids, self._taken)
        self._taken.add(folded(made))
        return made

    @cached_property
    def _series(self) -> Callable[[str], str]:
        return cache(partial(series, portfolio=self.portfolio))

    @cached_property
    def _folder(self) -> Callable[[str], PurePosixPath]:
        """Where new files of a sector go."""
        places = {located.document.name: located.value for located in self.workspace.measures}
        return cache(partial(folder, paths=places))

    @cached_property
    def _names(self) -> set[str]:
        """What no new file can be called any more."""
        return set(self.tree.contents)

    def _said_id(self, row: Row, said: str, found: Mapping[str, Row]) -> str | None:
        """The id that a row says, unless no measure can have it, or another has it."""
        twice, located = found.get(folded(said)), self.workspace.by_id.get(folded(said))
        unread = next((one for one in self.workspace.left_out if one.id and folded(one.id) == folded(said)), None)
        if not is_id(said) or len(said) > _LONGEST_ID:
            self._refuse(row, "id", _BAD_ID, id=said, most=Decimal(_LONGEST_ID))
        elif twice is not None:
            self._refuse(row, "id", _TWICE, first=twice.number, second=row.number, id=said)
        elif unread is not None:
            self._refuse(row, "id", _UNREADABLE, id=said, file=unread.path)
        elif located is not None and self._of_form and alike(located.value.title) != alike(str(row.said("title"))):
            self._refuse(row, "id", _TAKEN, id=said, title=located.value.title, file=located.document.name)
        elif located is None and (same := self._called(row, found)):
            file = self.workspace.by_id[folded(same[0].id)].document.name
            self._refuse(row, "id", _RENAMED, title=same[0].title, old=same[0].id, file=file)
        else:
            return said
        return None

    @cached_property
    def _said_ids(self) -> set[str]:
        return {folded(said) for row in self.rows.measures if isinstance(said := row.said("id"), str)}

    @property
    def _of_form(self) -> bool:
        """Whether the table is a form: it proposes measures, and changes none but those that it proposed."""
        return self.layout.origin.ours and not self.layout.origin.whole

    def _called(self, row: Row, found: Mapping[str, Row]) -> list[Measure]:
        """The measures with the title and the sectors of a row, which no other row is about."""
        return [
            one
            for one in self._titled.get(alike(str(row.said("title"))), ())
            if folded(one.id) not in self._said_ids
            and folded(one.id) not in found
            and _sectors(row) in (None, set(one.shares))
        ]

    @cached_property
    def _titled(self) -> Mapping[str, Sequence[Measure]]:
        found: dict[str, list[Measure]] = {}
        for measure in self.portfolio:
            found.setdefault(alike(measure.title), []).append(measure)
        return found

    def _rows_called(self, row: Row) -> int:
        """How many rows without an id have the title and the sectors of ``row``, from it on."""
        numbers = self._without_id[_known_by(row)]
        return len(numbers) - bisect_left(numbers, row.number)

    @cached_property
    def _without_id(self) -> Mapping[tuple[str, frozenset[str] | None], Sequence[int]]:
        found: dict[tuple[str, frozenset[str] | None], list[int]] = {}
        for row in self.rows.measures:
            if row.said("id") is None:
                found.setdefault(_known_by(row), []).append(row.number)
        return found

    def _clear(self, row: Row, located: Located[Measure] | None) -> Row | None:
        """``row`` without cells that mean nothing but are as ``dt`` wrote them; None where others mean nothing.

        Each of those is told.
        """
        unclear = {name: entry for name, entry in row.entries.items() if entry.unclear is not None}
        wrong = False
        for name, entry in unclear.items():
            assert entry.where is not None  # noqa: S101  # what no cell says is clear
            assert entry.unclear is not None  # noqa: S101  # as it was chosen for
            column, plan, lang = self.layout.columns[name], self.portfolio.plan, self.layout.origin.lang
            held = cell(column, self.view.seen(located.value), plan, lang) if located is not None else None
            said = text_of(self.layout.sheet.at(entry.where.row, entry.where.column))
            if not isinstance(held, str) or alike(held) != alike(said):
                self._refuse(row, name, entry.unclear.message, **entry.unclear.facts)
                wrong = True
        clear = {name: entry for name, entry in row.entries.items() if name not in unclear}
        return replace(row, entries=clear) if not wrong else None

    def _add(self, identifier: str, row: Row) -> None:
        plan = self.portfolio.plan
        try:
            fields, sources = of_new(row, self.layout.columns, plan)
        except ContradictionError as error:
            self._refuse(row, error.column, error.message, **error.facts)
            return
        name = self._free_name(identifier, row)
        if name is None:
            return
        raw = new_measure({"id": identifier, **{key: value for key, value in fields.items() if key != "id"}})
        raw = self.heading(name).encode() + raw
        self.sources[name], self.rows_of[name] = sources, row
        self.new.append(NewFile(name, raw, row.number, identifier, str(row.said("title"))))

    def _free_name(self, identifier: str, row: Row) -> str | None:
        sector = row.said("sector")
        name = str(self._folder(sector if isinstance(sector, str) else "") / f"{identifier.lower()}.yaml")
        if name in self._names:
            self._refuse(row, "id", _IN_THE_WAY, file=name, id=identifier)
            return None
        self._names.add(name)
        return name

    def _edit(self, located: Located[Measure], row: Row) -> bool:
        """Whether the row says anything otherwise than the file."""
        plan, layout, name = self.portfolio.plan, self.layout, located.document.name
        fields = Fields(
            located.value,
            self.view.seen(located.value),
            row,
            layout.columns,
            plan,
            layout.origin.lang,
            layout.origin.empties,
        )
        try:
            difference = fields.difference()
        except ContradictionError as error:
            self._refuse(row, error.column, error.message, **error.facts)
            return True
        if not difference.changes:
            return False
        raw = self.tree.contents[name]
        assert isinstance(raw, bytes)  # noqa: S101  # a measure was read from it
        self.sources[name], self.rows_of[name] = list(difference.sources), row
        try:
            after = edit_measure((name, raw), difference.changes, plan.unit)
        except DtError as error:
            if (said := self._unreadable(name, raw, difference.changes)) is not None:
                self.unwritable[name] = said
            else:
                self._refuse(row, "id", error.message, **error.facts)
            return True
        mended = Mended(name, raw, after, len(difference.fields))
        new = read_measure((name, after), plan.unit).value
        levels = tuple(_level_changes(located.value, new, plan.period)) if new is not None else ()
        self.changed.append(ChangedFile(mended, difference.fields, located.value.id, located.value.title, levels))
        return True

    def _unreadable(self, name: str, raw: bytes, changes: Sequence[Change]) -> bytes | None:
        """What the file would say after ``changes``, where no measure could then be read from it."""
        try:
            said = revised(raw, changes, partial(fields_at, Measure), BEGIN)
        except (NoSuchPlaceError, UnclearLayoutError):
            return None
        return said if read_measure((name, said), self.portfolio.plan.unit).value is None else None

    def _plan(self) -> None:
        """The totals that the table prints, in the plan."""
        before = self.tree.contents[PLAN]
        assert isinstance(before, bytes)  # noqa: S101  # a plan was read from it
        after = before
        if self.rows.printed:
            try:
                after = with_stated(before, self.portfolio.plan, self.rows.printed, self.source)
            except UnclearLayoutError:
                self.troubles.append(Trouble(self.rows.printed[0].where, _PLAN_UNCLEAR, {"file": PLAN}))
        if self.made_plan:
            self.new.append(NewFile(PLAN, self.heading(PLAN).encode() + after))
        elif after != before:
            self.changed.append(ChangedFile(Mended(PLAN, before, after, len(self.rows.printed)), ()))

    def _found_then(self) -> Iterator[Fault]:
        """What the check would find in the portfolio and does not find now."""
        written = {one.name: one.raw for one in self.new} | {one.file.name: one.file.after for one in self.changed}
        before = set() if self.made_plan else {_told(one) for one in check(self.tree).diagnostics}
        after = MemoryTree({**self.tree.contents, **written, **self.unwritable})
        for diagnostic in check(after).diagnostics:
            if _told(diagnostic) not in before:
                where = self._cell(diagnostic, after)
                yield Fault(diagnostic, where, self.layout.heading(where.column) if where is not None else "")

    def _cell(self, diagnostic: Diagnostic, after: MemoryTree) -> Place | None:
        """The cell that says what a finding is about: that of what is lacking, or of the innermost value there."""
        name, field_of = diagnostic.where.file, diagnostic.facts.get("field")
        lacking = field_of.facts.get("name") if isinstance(field_of, Said) else field_of
        raw, sources = after.contents.get(name), self.sources.get(name, ())
        text = decode(raw).text if isinstance(raw, bytes) else None
        if text is None:
            return None
        written, start = Document(name, text), diagnostic.where.span[:2]
        if isinstance(lacking, str) and written.exact(tuple(lacking.split("."))) is None:
            return self._cell_of(name, lacking)
        found: tuple[int, Place] | None = None
        for path, where in sources:
            for end in range(len(path), 0, -1):
                span = written.exact(path[:end])
                key = written.exact(path[:end], key=True)
                if any(
                    one is not None and one[:2] <= start < max(one[2:], (one[0], one[1] + 1)) for one in (span, key)
                ):
                    found = max(found or (0, where), (end, where), key=itemgetter(0))
                    break
        return found[1] if found is not None else self._cell_of(name)

    def _cell_of(self, file: str, name: str = "id") -> Place | None:
        """The cell of a field in the row of a file; without such a column, of what the row goes by."""
        row = self.rows_of.get(file)
        names = (one for one in (name, "id", "title") if one in self.layout.fields)
        return next((self.layout.place(row.number, one) for one in names), None) if row is not None else None

    def _refuse(self, row: Row, name: str, message: Text, **facts: object) -> None:
        fields = self.layout.fields
        known = name if name in fields else next(iter(fields))
        where = self.layout.place(row.number, known)
        self.troubles.append(Trouble(where, message, facts, self.layout.heading(where.column)))


def _sectors(row: Row) -> frozenset[str] | None:
    """The sectors that a row says, if it says any."""
    said = row.said("sector")
    if isinstance(said, tuple):
        return frozenset(str(part[0]) for part in said if isinstance(part, tuple))
    return frozenset((said,)) if isinstance(said, str) else None


def _known_by(row: Row) -> tuple[str, frozenset[str] | None]:
    """What tells rows without an id apart."""
    return alike(str(row.said("title"))), _sectors(row)


def _level_changes(old: Measure, new: Measure, period: Period) -> Iterator[LevelChange]:
    for year in period:
        before, after = old.level(year, period), new.level(year, period)
        if after - before != new.in_year(year, period) - old.in_year(year, period):
            yield LevelChange(year, before, after)


def _told(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.code, diagnostic.where.file, repr(diagnostic.facts)
