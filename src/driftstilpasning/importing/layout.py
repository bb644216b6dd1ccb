"""Where in a file the measures stand: the sheet, the row of the headings, and the column of each field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from driftstilpasning.columns import Column, columns
from driftstilpasning.errors import DtError
from driftstilpasning.importing.cells import Manner, alike, text_of
from driftstilpasning.importing.mapping import TableMapping
from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.tables import Book, Place, Sheet, letters
from driftstilpasning.model.plan import Plan
from driftstilpasning.text import Lang, Text

TABLE: Final = "tblTiltak"
"""The name of the table of measures in the workbook and in the form."""

MADE_BY_US: Final = "driftstilpasning"
"""The property in which our own workbooks say what they are: ``workbook`` or ``form``."""

_MOST_HEADINGS: Final = 12
_SEARCHED: Final = 40
"""Headings stand among the first rows of a sheet."""

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
    last: int
    fields: Mapping[str, int]
    """The number of the column that holds each field."""
    columns: Mapping[str, Column]
    """Every column that measures of the plan can have, by its name."""
    manner: Manner
    origin: Origin = Origin()
    mapping: TableMapping | None = None
    """What the mapping file says; None for a workbook of our own."""
    constants: Mapping[str, str] = field(default_factory=dict)

    def heading(self, column: int) -> str:
        """What the table calls a column."""
        return text_of(self.sheet.at(self.header, column)) if self.header else letters(column)

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
    return Layout(sheet, header, len(sheet.rows), fields, known, manner, origin, mapping, mapping.constants)


def of_our_own(book: Book, plan: Plan) -> Layout:
    """The table of measures in a workbook or a form that ``dt`` has made, whatever was done with its columns since.

    Raises:
        DtError: the table is gone, or the columns by which a measure is known.
    """
    lang = next((lang for lang in Lang if lang == book.properties.get("lang")), Lang.NB)
    known = {column.name: column for column in columns(plan)}
    headings = {alike(column.heading.render(lang)): column.name for column in known.values()}
    needed = [known[name].heading.render(lang) for name in ("id", "title")]
    named = book.tables.get(TABLE)
    sheets = [sheet for sheet in book.sheets if named is None or sheet.name == named.sheet]
    sheet, header = (sheets[0], named.header) if named is not None else _header(sheets, needed, None)
    span = named.columns if named is not None else range(1, max(map(len, sheet.rows), default=0) + 1)
    texts = {column: alike(text_of(sheet.at(header, column))) for column in span}
    if not {alike(heading) for heading in needed} <= set(texts.values()):
        raise DtError(_NOT_OURS, file=book.file, table=TABLE, id=needed[0], title=needed[1])
    fields = {headings[text]: column for column, text in reversed(texts.items()) if text in headings}
    numerals = Numerals(".", (",", SPACE)) if lang is Lang.EN else Numerals(",", (SPACE,))
    last = _end(sheet, named.last, fields) if named is not None else len(sheet.rows)
    internal = book.properties.get("internal", "True") == "True"
    made = book.properties.get(MADE_BY_US) == "workbook"
    origin = Origin(ours=True, lang=lang, internal=internal, empties=made, whole=made)
    return Layout(sheet, header, last, fields, known, Manner(plan, plan.unit, numerals), origin)


def _end(sheet: Sheet, last: int, fields: Mapping[str, int]) -> int:
    """The last row of the table, and of what was typed right below it."""
    while last < len(sheet.rows) and sheet.at(last + 1, fields["id"]) and sheet.at(last + 1, fields["title"]):
        last += 1
    return last


def _header(sheets: Sequence[Sheet], wanted: Iterable[str], said: int | None) -> tuple[Sheet, int]:
    """The sheet, and the row in it, that has the most of the headings; the first of several."""
    names = {alike(name) for name in wanted}
    rows = [
        (sheet, row)
        for sheet in sheets
        for row in ([said] if said is not None else range(1, min(len(sheet.rows), _SEARCHED) + 1))
    ]
    if not rows:
        return sheets[0], 1

    def fitness(place: tuple[Sheet, int]) -> int:
        sheet, row = place
        return len(
            names & {alike(text_of(cell)) for cell in (sheet.rows[row - 1] if 0 < row <= len(sheet.rows) else ())}
        )

    return max(rows, key=fitness)


def _found(file: str, sheet: Sheet, header: int, wanted: Iterable[str]) -> dict[str, int]:
    """The column of each heading; where there are no headings, of each letter."""
    width = max(map(len, sheet.rows), default=0)
    texts = [text_of(sheet.at(header, column)) if header else letters(column) for column in range(1, width + 1)]
    found: dict[str, int] = {}
    for name in wanted:
        columns_so_called = [number for number, text in enumerate(texts, start=1) if alike(text) == alike(name)]
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
