"""Where in a file the measures stand: the sheet, the row of the headings, and the column of each field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from driftstilpasning.columns import COMPUTED, Column, columns
from driftstilpasning.errors import DtError
from driftstilpasning.importing import legend
from driftstilpasning.importing.cells import Manner, alike, text_of
from driftstilpasning.importing.mapping import TableMapping
from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.tables import Book, Place, Range, Sheet, letters
from driftstilpasning.model.money import Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.text import Lang, Said, Text

TABLE: Final = "tblTiltak"
"""The name of the table of measures in the workbook and in the form."""

MADE_BY_US: Final = "driftstilpasning"
"""The property in which our own workbooks say what they are: ``workbook`` or ``form``."""

_MOST_HEADINGS: Final = 12
_MOST_ROWS: Final = 5
"""So many are named, of rows that have the same fault."""
_SEARCHED: Final = 40
"""Headings stand among the first rows of a sheet."""

_STACKED: Final = 3
"""So many rows may hold the headings together: the lowest, and those above it where it is empty."""

_OF_A_MEASURE: Final = ("id", "title", "sector", "status", "kind")
"""The columns that only a table of measures has all together."""

_NO_SHEET = Text(
    nb="{file} har ikke noe ark som heter «{name}». Arkene er: {sheets}",
    nn="{file} har ikkje noko ark som heiter «{name}». Arka er: {sheets}",
    en="{file} has no sheet called “{name}”. Its sheets are: {sheets}",
)
_NO_HEADING = Text(
    nb="{file} har ingen kolonne som heter «{name}». Kolonnene er: {headings}",
    nn="{file} har ingen kolonne som heiter «{name}». Kolonnane er: {headings}",
    en="{file} has no column called “{name}”. Its columns are: {headings}",
)
_MEANT_HEADING = Text(
    nb="{file} har ingen kolonne som heter «{name}»; mente du «{meant}»?",
    nn="{file} har ingen kolonne som heiter «{name}»; meinte du «{meant}»?",
    en="{file} has no column called “{name}”; did you mean “{meant}”?",
)
_TWO_HEADINGS = Text(
    nb="{file} har to kolonner som heter «{name}»: {cells}. Gi den ene et annet navn",
    nn="{file} har to kolonnar som heiter «{name}»: {cells}. Gje den eine eit anna namn",
    en="{file} has two columns called “{name}”: {cells}. Rename one of them",
)
_NOT_OURS = Text(
    nb="{file} har ingen tabell med tiltak ({table}) med kolonnene «{id}» og «{title}»",
    nn="{file} har ingen tabell med tiltak ({table}) med kolonnane «{id}» og «{title}»",
    en="{file} has no table of measures ({table}) with the columns “{id}” and “{title}”",
)
_TWO_TABLES = Text(
    nb="{file} har tiltak i to ark, «{sheet}» og «{other}». Flytt radene over i det ene og slett det andre",
    nn="{file} har tiltak i to ark, «{sheet}» og «{other}». Flytt radene over i det eine og slett det andre",
    en="{file} has measures in two sheets, “{sheet}” and “{other}”. Move the rows into one and delete the other",
)
_SAYS_OTHERWISE = Text(
    nb="koblingen sier {field}: {said}, men «{text}» tyder på {other}: kontroller det",
    nn="koplinga seier {field}: {said}, men «{text}» tyder på {other}: kontroller det",
    en="the mapping says {field}: {said}, but “{text}” suggests {other}: check it",
)
_BEYOND = Text(
    nb="rad {rows} har noe til høyre for den siste overskriften, som ikke ble lest. Mangler det anførselstegn?",
    nn="rad {rows} har noko til høgre for den siste overskrifta, som ikkje vart lese. Manglar det hermeteikn?",
    en="row {rows} has something to the right of the last heading, which was not read. Are quotation marks missing?",
)
_UNKNOWN = Text(
    nb="kolonnen «{name}» er ikke kjent og ble ikke lest",
    nn="kolonnen «{name}» er ikkje kjend og vart ikkje lesen",
    en="column “{name}” is not known and was not read",
)
_LACKING = Text(
    nb="skjemaet mangler kolonnen «{name}»",
    nn="skjemaet manglar kolonnen «{name}»",
    en="the form lacks the column “{name}”",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who has made a table, and what that says of it."""

    ours: bool = False
    lang: Lang = Lang.NB
    internal: bool = True
    """Whether measures that are not public stand in it."""
    empties: bool = False
    """Whether an empty cell means that a field is to go; of somebody's list it says nothing."""
    whole: bool = True
    """Whether it is a list of all measures, so that those it does not have are gone."""
    numbered: str | None = None
    """What new ids begin with, where the table has none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table of measures, and how its cells are to be understood."""

    sheet: Sheet
    header: int
    """The row of the headings; 0 where there are none."""
    rows: Sequence[int]
    """The rows below the headings that can be about measures."""
    fields: Mapping[str, int]
    """The number of the column that holds each field."""
    columns: Mapping[str, Column]
    """Every column that measures of the plan can have, by its name."""
    manner: Manner
    origin: Origin = Origin()
    mapping: TableMapping | None = None
    """What the mapping file says; None for a workbook of our own."""
    constants: Mapping[str, str] = field(default_factory=dict)
    remarks: Sequence[Said] = ()
    """What whoever imports it should know, though nothing is wrong."""

    def heading(self, column: int) -> str:
        """What the table calls a column."""
        return heading_texts(self.sheet, self.header)[column - 1] if self.header else letters(column)

    def place(self, row: int, name: str) -> Place:
        """The cell of a field."""
        return Place(self.sheet.name, row, self.fields[name])


def of_mapping(book: Book, mapping: TableMapping, plan: Plan) -> Layout:
    """The table that ``mapping`` describes.

    Raises:
        DtError: the file has no such sheet, or no such columns.
    """
    sheets = [sheet for sheet in book.sheets if mapping.sheet is None or alike(sheet.name) == alike(mapping.sheet)]
    if not sheets:
        raise DtError(_NO_SHEET, file=book.file, name=mapping.sheet, sheets=[sheet.name for sheet in book.sheets])
    wanted = list(dict.fromkeys(mapping.fields.values()))
    sheet, header = _header(sheets, wanted, int(mapping.header) if mapping.header is not None else None)
    places = _found(book.file, sheet, header, wanted)
    manner = Manner(
        plan,
        mapping.unit or plan.unit,
        mapping.numerals,
        -1 if mapping.sign == "minus is a saving" else 1,
        -1 if mapping.posts == "plus is fewer" else 1,
        mapping.values,
    )
    fields = {name: places[heading] for name, heading in mapping.fields.items()}
    known = {column.name: column for column in columns(plan)}
    origin = Origin(numbered=mapping.numbered)
    rows = range(header + 1, len(sheet.rows) + 1)
    remarks = (*_otherwise(mapping, sheet, header), *_beyond(sheet, header))
    return Layout(sheet, header, rows, fields, known, manner, origin, mapping, mapping.constants, remarks)


def _otherwise(mapping: TableMapping, sheet: Sheet, header: int) -> Iterator[Said]:
    """What the table says of its own numbers that is not what the mapping says."""
    texts = [*dict.fromkeys(mapping.fields.values()), *legend.above(sheet, header)]
    for name, said, reading in (("unit", mapping.unit, legend.unit_in), ("sign", mapping.sign, legend.sign_in)):
        for other, text in legend.told(texts, reading).items():
            if said is not None and other != said:
                yield Said(_SAYS_OTHERWISE, {"field": name, "said": said, "text": text, "other": other})


def _beyond(sheet: Sheet, header: int) -> Iterator[Said]:
    """The rows that are longer than the headings reach."""
    width = len(heading_texts(sheet, header))
    rows = [str(row) for row in range(header + 1, len(sheet.rows) + 1) if header and len(sheet.row(row)) > width]
    if rows:
        shown = [*rows[:_MOST_ROWS], "…"] if len(rows) > _MOST_ROWS else rows
        yield Said(_BEYOND, {"rows": shown})


def of_our_own(book: Book, plan: Plan) -> Layout:
    """The table of measures in a workbook or a form that ``dt`` has made, whatever was done with its columns since.

    Raises:
        DtError: the table is gone, or the columns by which a measure is known; or there are two tables.
    """
    lang = next((lang for lang in Lang if lang == book.properties.get("lang")), Lang.NB)
    known = {column.name: column for column in columns(plan)}
    headings = {alike(column.heading.render(lang)): column.name for column in known.values()}
    every = [known[name].heading.render(lang) for name in _OF_A_MEASURE]
    needed = every[:2]
    named = book.tables.get(TABLE)
    sheets = [sheet for sheet in book.sheets if named is None or sheet.name == named.sheet]
    sheet, header = (sheets[0], named.header) if named is not None else _header(sheets, every, None)
    span = named.columns if named is not None else range(1, max(map(len, sheet.rows), default=0) + 1)
    texts = {column: text_of(sheet.at(header, column)) for column in span}
    if not {alike(heading) for heading in needed} <= set(map(alike, texts.values())):
        raise DtError(_NOT_OURS, file=book.file, table=TABLE, id=needed[0], title=needed[1])
    for other in book.sheets:
        if other is not sheet and _fitness(*_header([other], every, None), every) == len(every):
            raise DtError(_TWO_TABLES, file=book.file, sheet=sheet.name, other=other.name)
    fields = {headings[alike(text)]: column for column, text in reversed(texts.items()) if alike(text) in headings}
    remarks = tuple(_remarks(book, texts.values(), fields, columns(plan), lang))
    numerals = Numerals(".", (",", SPACE), ours=True) if lang is Lang.EN else Numerals(",", (SPACE,), ours=True)
    unit = next((unit for unit in Unit if unit == book.properties.get("unit")), plan.unit)
    internal = book.properties.get("internal", "True") == "True"
    made = book.properties.get(MADE_BY_US) == "workbook"
    origin = Origin(ours=True, lang=lang, internal=internal, empties=made, whole=made)
    rows = range(header + 1, len(sheet.rows) + 1) if named is None else _rows(sheet, named, fields)
    return Layout(sheet, header, rows, fields, known, Manner(plan, unit, numerals), origin, remarks=remarks)


def _remarks(
    book: Book, texts: Iterable[str], fields: Mapping[str, int], known: Sequence[Column], lang: Lang
) -> Iterator[Said]:
    """Headings that nobody knows, and required columns that a form was made with and has no more."""
    every = [*(column.heading for column in known), *COMPUTED]
    years = {str(column.year) for column in known if column.year is not None}
    headings = {alike(text.render(lang, year=year)) for text in every for year in years}
    for text in texts:
        if text and alike(text) not in headings:
            yield Said(_UNKNOWN, {"name": text})
    if book.properties.get(MADE_BY_US) == "form":
        for column in known:
            if (column.required or column.path in ("effect", "effect.annual")) and column.name not in fields:
                yield Said(_LACKING, {"name": column.heading.render(lang)})


def _rows(sheet: Sheet, named: Range, fields: Mapping[str, int]) -> Sequence[int]:
    """The rows of the table, and each below it that says which measure it is about."""
    below = range(named.last + named.totals + 1, len(sheet.rows) + 1)
    known_by = [fields[name] for name in ("id", "title")]
    typed = [row for row in below if any(sheet.at(row, column) is not None for column in known_by)]
    return [*range(named.header + 1, named.last + 1), *typed]


def _header(sheets: Sequence[Sheet], wanted: Iterable[str], said: int | None) -> tuple[Sheet, int]:
    """The sheet, and the row in it, that has the most of the headings; the first of several."""
    rows = [
        (sheet, row)
        for sheet in sheets
        for row in ([said] if said is not None else range(1, min(len(sheet.rows), _SEARCHED) + 1))
    ]
    return max(rows, key=lambda place: _fitness(place[0], place[1], wanted), default=(sheets[0], 1))


def _fitness(sheet: Sheet, header: int, wanted: Iterable[str]) -> int:
    """How many of the headings stand in a row."""
    return len({alike(name) for name in wanted} & {alike(text) for text in heading_texts(sheet, header)})


def heading_texts(sheet: Sheet, header: int) -> Sequence[str]:
    """What each column is called: by its cell in the header row, else by the nearest of those right above."""
    rows = range(header, max(0, header - _STACKED), -1)
    width = max((len(sheet.row(row)) for row in rows), default=0)
    return [
        next((text for row in rows if (text := text_of(sheet.at(row, column)))), "") for column in range(1, width + 1)
    ]


def _found(file: str, sheet: Sheet, header: int, wanted: Iterable[str]) -> dict[str, int]:
    """The column of each heading; where there are no headings, of each letter."""
    width = max(map(len, sheet.rows), default=0)
    texts = heading_texts(sheet, header) if header else [letters(column) for column in range(1, width + 1)]
    own = [text if not header or sheet.at(header, column) is not None else "" for column, text in enumerate(texts, 1)]
    found: dict[str, int] = {}
    for name in wanted:
        columns_so_called = _called(name, own) or _called(name, texts)
        if len(columns_so_called) > 1:
            cells = [Place(sheet.name, header, number).cell for number in columns_so_called]
            raise DtError(_TWO_HEADINGS, file=file, name=name, cells=cells)
        if not columns_so_called:
            close = get_close_matches(name, [text for text in texts if text], n=1)
            if close:
                raise DtError(_MEANT_HEADING, file=file, name=name, meant=close[0])
            shown = [text for text in texts if text][:_MOST_HEADINGS]
            raise DtError(_NO_HEADING, file=file, name=name, headings=shown)
        found[name] = columns_so_called[0]
    return found


def _called(name: str, texts: Sequence[str]) -> list[int]:
    """The columns of that name."""
    return [number for number, text in enumerate(texts, start=1) if alike(text) == alike(name)]
