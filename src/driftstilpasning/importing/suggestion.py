"""A mapping to begin from, for a list that somebody else has made: what its headings and cells most likely mean.

What cannot be known is not guessed: it is left open, and whoever knows the list fills it in.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from driftstilpasning.columns import sector_called
from driftstilpasning.errors import DtError
from driftstilpasning.importing import legend
from driftstilpasning.importing.cells import alike
from driftstilpasning.importing.headings import QUOTED, SEARCHED, read_headings
from driftstilpasning.importing.layout import heading_texts
from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.survey import Survey, survey
from driftstilpasning.importing.tables import Book, Sheet
from driftstilpasning.model.money import Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.source.writing import in_line, key, scalar
from driftstilpasning.text import Lang, Said, Text
from driftstilpasning.text.labels import KIND, STATUS


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping file, and what whoever reads it must know."""

    text: str
    remarks: tuple[Said, ...]


_CLOSE: Final = 0.8
"""How like a word must be to what is known, to mean it."""
_FEW: Final = 12
"""Words of a column that stand in few forms are choices; more are texts."""
_NUMBER = re.compile(r"[-−–(]?\s*[0-9][0-9  .,']*\)?-?")
_UNSPECIFIED: Final = ("ostehøvel", "rammetrekk", "rammekutt", "flatt kutt", "uspesifisert", "uspesifiserte kutt")

_NO_TABLE = Text(
    nb="fant ingen rad med overskrifter: ingen kolonne ser ut til å holde navnet på tiltakene. Er dette en liste over "
    "tiltak, skriv en kobling for hånd: «header» sier hvilken rad overskriftene står i, og «fields» hvilken kolonne "
    "som er hva (docs/import.md, «The mapping, field by field»)",
    nn="fann inga rad med overskrifter: ingen kolonne ser ut til å halde namnet på tiltaka. Er dette ei liste over "
    "tiltak, skriv ei kopling for hand: «header» seier kva rad overskriftene står i, og «fields» kva kolonne som er "
    "kva (docs/import.md, «The mapping, field by field»)",
    en="found no row of headings: no column seems to hold the names of the measures. If this is a list of measures, "
    "write a mapping by hand: `header` says which row holds the headings, and `fields` which column is what "
    "(docs/import.md, “The mapping, field by field”)",
)
_NO_YEARS = Text(
    nb="fant ingen kolonne med beløp for et år: fyll inn effect.ÅR eller effect.annual",
    nn="fann ingen kolonne med beløp for eit år: fyll inn effect.ÅR eller effect.annual",
    en="no column holds the amounts of a year: fill in effect.YEAR or effect.annual",
)
_WHICH_YEARS = Text(
    nb="overskriftene sier ikke hvilke år {headings} er: rett årene i forslaget",
    nn="overskriftene seier ikkje kva år {headings} er: rett åra i framlegget",
    en="the headings do not say which years {headings} are: correct the years in the proposal",
)
_SIGN = Text(
    nb="skriv sign: tabellen sier ikke om en innsparing er minus eller pluss",
    nn="skriv sign: tabellen seier ikkje om ei innsparing er minus eller pluss",
    en="fill in sign: the table does not say whether a saving is minus or plus",
)
_UNIT = Text(
    nb="skriv unit: kr, 1000 kr eller mill. kr",
    nn="skriv unit: kr, 1000 kr eller mill. kr",
    en="fill in unit: kr, 1000 kr or mill. kr",
)
_STANDS = Text(
    nb="{field}: {value} står i «{text}»: kontroller det",
    nn="{field}: {value} står i «{text}»: kontroller det",
    en="{field}: {value} stands in “{text}”: check it",
)
_MEANS = Text(
    nb="{field}: «{text}» tyder på {value}: kontroller det",
    nn="{field}: «{text}» tyder på {value}: kontroller det",
    en="{field}: “{text}” suggests {value}: check it",
)
_DISAGREE = Text(
    nb="{field}: {texts} sier ikke det samme. Skriv det som gjelder",
    nn="{field}: {texts} seier ikkje det same. Skriv det som gjeld",
    en="{field}: {texts} do not say the same. Fill in what holds",
)
_DOUBTFUL = Text(
    nb="«{text}»: skiller «{sign}» tusener eller desimaler? Skriv decimal eller thousands",
    nn="«{text}»: skil «{sign}» tusen eller desimalar? Skriv decimal eller thousands",
    en="“{text}”: does “{sign}” separate thousands or decimals? Fill in decimal or thousands",
)
_WORDS = Text(
    nb="si hva ordene i «{heading}» betyr for {field}, under values: {words}. Velg blant: {choices}",
    nn="sei kva orda i «{heading}» tyder for {field}, under values: {words}. Vel mellom: {choices}",
    en="say what the words in “{heading}” mean for {field}, under values: {words}. Choose among: {choices}",
)
_MISSING = Text(
    nb="ingen kolonne for {field}: skriv den under constants",
    nn="ingen kolonne for {field}: skriv han under constants",
    en="no column for {field}: say it under constants",
)
_SUM_ROW = Text(
    nb="rad {row} ser ut til å være en sum («{text}»): si hva den er summen av, eller skriv den under skip",
    nn="rad {row} ser ut til å vere ein sum («{text}»): sei kva ho er summen av, eller skriv ho under skip",
    en="row {row} looks like a sum (“{text}”): say what it is the sum of, or put it under skip",
)
_SUM_ROWS = Text(
    nb="rad {rows} ser ut til å være summer og heter alle «{text}»; de er satt under skip",
    nn="rad {rows} ser ut til å vere summar og heiter alle «{text}»; dei er sette under skip",
    en="rows {rows} look like sums and are all called “{text}”; they are put under skip",
)
_OUTSIDE = Text(
    nb="kolonnen «{heading}» er for et år utenfor planen {period}; den er ikke med",
    nn="kolonnen «{heading}» er for eit år utanfor planen {period}; han er ikkje med",
    en="the column “{heading}” is for a year outside the plan {period}; it is left out",
)
_NO_SUM = Text(
    nb="rad {row} heter «{text}», men beløpene er ikke summen av radene over: den leses som et tiltak. Er den en sum "
    "likevel, skriv den under subtotals eller skip",
    nn="rad {row} heiter «{text}», men beløpa er ikkje summen av radene over: ho vert lesen som eit tiltak. Er ho ein "
    "sum likevel, skriv ho under subtotals eller skip",
    en="row {row} is called “{text}”, but its amounts are not the sum of the rows above: it is read as a measure. If "
    "it is a sum all the same, put it under subtotals or skip",
)
_ADDS_UP = Text(
    nb="rad {row} («{text}») er summen av rad {rows}; den er satt under subtotals. Er den et tiltak, skriv den under "
    "measures",
    nn="rad {row} («{text}») er summen av rad {rows}; ho er sett under subtotals. Er ho eit tiltak, skriv ho under "
    "measures",
    en="row {row} (“{text}”) is the sum of row {rows}; it is put under subtotals. If it is a measure, put it under "
    "measures",
)
_NAMESAKE = Text(
    nb="rad {row} («{text}») er summen av rad {rows}, men et tiltak heter det samme: gi raden et annet navn, og skriv "
    "den under subtotals eller skip",
    nn="rad {row} («{text}») er summen av rad {rows}, men eit tiltak heiter det same: gje rada eit anna namn, og skriv "
    "ho under subtotals eller skip",
    en="row {row} (“{text}”) is the sum of row {rows}, but a measure is called the same: rename the row, and put it "
    "under subtotals or skip",
)
_SECTIONS = Text(
    nb="{rows} ser ut til å stå over tiltakene i hver sin sektor: kontroller sections, eller skriv dem under skip",
    nn="{rows} ser ut til å stå over tiltaka i kvar sin sektor: kontroller sections, eller skriv dei under skip",
    en="{rows} seem to stand above the measures of a sector each: check sections, or put them under skip",
)
_ROW = Text(nb="rad {row} («{text}»)", nn="rad {row} («{text}»)", en="row {row} (“{text}”)")
_WHICH_SECTORS = Text(
    nb="si hvilken sektor dette er, under sections: {words}. Velg blant: {choices}",
    nn="sei kva sektor dette er, under sections: {words}. Vel mellom: {choices}",
    en="say which sector this is, under sections: {words}. Choose among: {choices}",
)
_REPEATED = Text(
    nb="«{heading}» er tom under den første av flere rader: med repeat gjelder den for radene under også",
    nn="«{heading}» er tom under den fyrste av fleire rader: med repeat gjeld han for radene under òg",
    en="“{heading}” is empty below the first of several rows: with repeat it holds for the rows below too",
)
_SKIPPED = Text(
    nb="under skip står det som ikke ser ut til å være tiltak: {rows}",
    nn="under skip står det som ikkje ser ut til å vere tiltak: {rows}",
    en="what does not seem to be a measure stands under skip: {rows}",
)
_REQUIRED: Final = ("id", "sector", "status", "kind")


def suggest(book: Book, lang: Lang, plan: Plan | None) -> Suggestion:
    """A mapping for the table in ``book`` that looks most like a list of measures.

    ``plan`` is the one that the measures are to go into; None where the mapping is to say it.

    Raises:
        DtError: none does.
    """
    tables = [(sheet, row) for sheet in book.sheets for row in range(1, min(len(sheet.rows), SEARCHED) + 1)]
    best = max(tables, key=lambda table: len(read_headings(*table).fields), default=None)
    if best is None or "title" not in read_headings(*best).fields:
        raise DtError(_NO_TABLE)
    return _Suggester(book, *best, lang, plan).suggestion()


@dataclass
class _Suggester:
    book: Book
    sheet: Sheet
    header: int
    lang: Lang
    plan: Plan | None
    fields: Mapping[str, int] = field(init=False)
    remarks: list[Said] = field(default_factory=list)

    def suggestion(self) -> Suggestion:
        headings = read_headings(self.sheet, self.header)
        dated = self._dated(headings.fields)
        self.fields = {name: column for name, column in dated.items() if not self._outside(name, column)}
        numbers = [column for name, column in self.fields.items() if name.startswith(("effect.", "fte"))]
        numerals = self._numerals(numbers)
        found = survey(self.sheet, self.header, self.fields, numerals)
        sections = self._sections(found)
        lines = [
            *([f"sheet: {scalar(self.sheet.name)}"] if len(self.book.sheets) > 1 else []),
            *(["header: " + str(self.header)] if self.header > 1 else []),
            self._told("unit", legend.unit_in, list(Unit), _STANDS, _UNIT),
            self._told("sign", legend.sign_in, [legend.MINUS, legend.PLUS], _MEANS, _SIGN),
            *_separators(numerals),
            "fields:",
            *(f"  {key(name)}: {scalar(self._heading(column))}" for name, column in self.fields.items()),
        ]
        if not any(name.startswith("effect.") for name in self.fields):
            self.remarks.append(Said(_NO_YEARS))
        if "id" not in self.fields:
            lines.append("numbered: T-")
        known = {"id", *self.fields, *(["sector"] if sections else [])}
        missing = [name for name in _REQUIRED if name not in known]
        if missing:
            lines += ["# constants:", *(f"#   {name}: …" for name in missing)]
            self.remarks += [Said(_MISSING, {"field": name}) for name in missing]
        lines += self._values(found)
        lines += _block("sections", [f"{key(text)}: {scalar(to) if to else '…'}" for text, to in sections.items()])
        lines += self._repeat(found) if not sections else []
        lines += self._others(found, sections)
        self.remarks += headings.remarks
        return Suggestion("".join(f"{line}\n" for line in lines), tuple(self.remarks))

    def _dated(self, fields: Mapping[str, int]) -> Mapping[str, int]:
        """``fields`` with a year in place of a number.

        The first is the one that the file's name or a sheet's has, where the plan has it too; else the plan's first.
        """
        numbered = [name for name in fields if re.fullmatch(r"effect\.[1-9]", name)]
        if not numbered:
            return fields
        said = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", f"{self.book.file} {self.sheet.name}")
        first = int(said[0]) if said is not None else 2000
        if self.plan is not None and first not in self.plan.period:
            first = self.plan.period.first
        headings = [Said(QUOTED, {"text": self._heading(fields[name])}) for name in numbered]
        self.remarks.append(Said(_WHICH_YEARS, {"headings": headings}))
        return {
            f"effect.{first + int(name[-1]) - 1}" if name in numbered else name: column
            for name, column in fields.items()
        }

    def _outside(self, name: str, column: int) -> bool:
        """Whether a column is for a year that the plan does not have, which is told."""
        year = re.fullmatch(r"effect\.([0-9]{4})", name)
        if self.plan is None or year is None or int(year[1]) in self.plan.period:
            return False
        self.remarks.append(Said(_OUTSIDE, {"heading": self._heading(column), "period": str(self.plan.period)}))
        return True

    def _numerals(self, columns: Sequence[int]) -> Numerals:
        """The separators that texts of amounts show beyond doubt."""
        texts = [text for column in columns for text in self._texts(column) if _NUMBER.fullmatch(text)]
        thousands = {SPACE for text in texts if re.search(r"[0-9][  ][0-9]{3}", text)}
        decimal: str | None = None
        for sign in (".", ","):
            having = [text for text in texts if sign in text]
            if not having:
                continue
            grouped = [
                bool(re.search(rf"[0-9]{{1,3}}(?:{re.escape(sign)}[0-9]{{3}})+(?![0-9])", text)) for text in having
            ]
            if not all(grouped):
                decimal = sign
            elif any(text.count(sign) > 1 for text in having):
                thousands.add(sign)
            else:
                self.remarks.append(Said(_DOUBTFUL, {"text": having[0], "sign": sign}))
        return Numerals(decimal, sorted(thousands))

    def _told(
        self, name: str, reading: Callable[[str], str | None], choices: Sequence[str], said: Text, unsaid: Text
    ) -> str:
        """The line of the unit or the sign: what the table says of it, or a place to fill it in."""
        mapped = [self._heading(column) for column in self.fields.values()]
        found = legend.told([*mapped, *legend.above(self.sheet, self.header)], reading)
        found = found or legend.told(heading_texts(self.sheet, self.header), reading)
        if len(found) == 1:
            ((value, text),) = found.items()
            self.remarks.append(Said(said, {"field": name, "value": value, "text": text}))
            return f"{name}: {value}"
        quoted = [Said(QUOTED, {"text": text}) for text in found.values()]
        self.remarks.append(Said(_DISAGREE, {"field": name, "texts": quoted}) if found else Said(unsaid))
        return f"{f'# {name}: …':<28} # {', '.join(choices)}"

    def _values(self, found: Survey) -> Iterable[str]:
        """The words of the columns that hold choices."""
        lines: list[str] = []
        for name in ("sector", "status", "kind"):
            words = self._words(found, name)
            if not 0 < len(words) <= _FEW:
                continue
            meant = {word: self._sector(word) if name == "sector" else _choice(name, word) for word in words}
            if name == "sector" and self.plan is not None and all(sector_called(word, self.plan) for word in words):
                continue
            lines += [f"  {name}:", *(f"    {key(word)}: {scalar(to) if to else '…'}" for word, to in meant.items())]
            untold = [word for word, to in meant.items() if to is None]
            if untold:
                choices = list(STATUS if name == "status" else KIND) if name != "sector" else self._sectors
                facts = {"heading": self._heading(self.fields[name]), "field": name, "words": untold}
                self.remarks.append(Said(_WORDS, {**facts, "choices": choices}))
        return ["values:", *lines] if lines else []

    def _words(self, found: Survey, name: str) -> Sequence[str]:
        """The words that stand in the column of a field, each once."""
        cells = (self.sheet.at(row, self.fields.get(name, 0)) for row in found.measures)
        return list(dict.fromkeys(cell for cell in cells if isinstance(cell, str)))

    @property
    def _sectors(self) -> Sequence[str]:
        return list(self.plan.sectors) if self.plan is not None else []

    def _sector(self, word: str) -> str | None:
        """The id of the sector that a word means: one of the plan's, where there is a plan."""
        if self.plan is None:
            return _slug(word)
        names = {alike(sector.name): identifier for identifier, sector in self.plan.sectors.items()}
        close = get_close_matches(alike(word), names, n=1, cutoff=_CLOSE)
        return sector_called(word, self.plan) or (names[close[0]] if close else None)

    def _sections(self, found: Survey) -> Mapping[str, str | None]:
        """The rows that say the sector of those below, where no column does; each with the sector that it means."""
        if self._words(found, "sector"):
            return {}
        heads = {row: one.name for row, one in found.groups.items() if one.heads and alike(one.name) not in found.names}
        rows = dict(sorted({**found.sections, **heads}.items()))
        if rows:
            self.remarks.append(Said(_SECTIONS, {"rows": [_row(row, text) for row, text in rows.items()]}))
        sections = {text: self._sector(text) for text in rows.values()}
        untold = [text for text, to in sections.items() if to is None]
        if untold:
            self.remarks.append(Said(_WHICH_SECTORS, {"words": untold, "choices": self._sectors}))
        return sections

    def _repeat(self, found: Survey) -> Iterable[str]:
        """The line that says that the first of several rows tells the sector of all."""
        filled = [self.sheet.at(row, self.fields.get("sector", 0)) is not None for row in found.measures]
        if True not in filled or all(filled[filled.index(True) :]):
            return []
        self.remarks.append(Said(_REPEATED, {"heading": self._heading(self.fields["sector"])}))
        return ["repeat: [sector]"]

    def _others(self, found: Survey, sections: Mapping[str, str | None]) -> Iterable[str]:
        """The rows that are sums, and those that are no measures for other reasons."""
        subtotals: list[str] = []
        skip = self._skipped(found, sections)
        for row, text in found.doubtful.items():
            self.remarks.append(Said(_NO_SUM, {"row": row, "text": text}))
        called = Counter(map(alike, found.sums.values()))
        for row, text in found.sums.items():
            if called[alike(text)] == 1:
                subtotals.append(_flow(row=text))
                self.remarks.append(Said(_SUM_ROW, {"row": row, "text": text}))
            elif alike(text) not in map(alike, skip):
                rows = [str(other) for other, name in found.sums.items() if alike(name) == alike(text)]
                skip.append(text)
                self.remarks.append(Said(_SUM_ROWS, {"rows": rows, "text": text}))
        for row, one in found.groups.items():
            rows_summed = f"{one.first}–{one.last}" if one.last > one.first else str(one.first)
            facts = {"row": row, "text": one.name, "rows": rows_summed}
            if alike(one.name) in found.names:
                self.remarks.append(Said(_NAMESAKE, facts))
                continue
            self.remarks.append(Said(_ADDS_UP, facts))
            sector = sections.get(one.name)
            subtotals.append(_flow(row=one.name, sector=sector) if sector else _flow(row=one.name))
        return [
            *_block("subtotals", [f"- {one}" for one in dict.fromkeys(subtotals)]),
            *_block("skip", [f"- {scalar(text)}" for text in skip]),
        ]

    def _skipped(self, found: Survey, sections: Mapping[str, str | None]) -> list[str]:
        """The rows that an import would take for measures, and that are none."""
        rows = {**found.notes, **found.parts, **({} if sections else found.sections)}
        columns = self.fields.values()
        seen = {
            row: text
            for row, text in sorted(rows.items())
            if any(self.sheet.at(row, column) is not None for column in columns) and alike(text) not in found.names
        }
        if seen:
            self.remarks.append(Said(_SKIPPED, {"rows": [_row(row, text) for row, text in seen.items()]}))
        return list(dict.fromkeys(seen.values()))

    def _heading(self, column: int) -> str:
        return heading_texts(self.sheet, self.header)[column - 1]

    def _texts(self, column: int) -> list[str]:
        cells = (self.sheet.at(row, column) for row in range(self.header + 1, len(self.sheet.rows) + 1))
        return [cell for cell in cells if isinstance(cell, str)]


def _row(number: int, text: str) -> Said:
    return Said(_ROW, {"row": number, "text": text})


def _flow(**fields: str) -> str:
    return "{" + ", ".join(f"{name}: {scalar(value, flow=True)}" for name, value in fields.items()) + "}"


def _block(name: str, lines: Sequence[str]) -> Iterable[str]:
    """A part of a mapping, unless there is nothing in it."""
    return [f"{name}:", *(f"  {line}" for line in lines)] if lines else []


def _separators(numerals: Numerals) -> Iterable[str]:
    """The lines of a mapping that say how numbers are written."""
    if numerals.decimal is not None:
        yield f'decimal: "{numerals.decimal}"'
    if numerals.thousands:
        several = len(numerals.thousands) > 1
        yield f"thousands: {in_line(numerals.thousands)}" if several else f'thousands: "{numerals.thousands[0]}"'


def _choice(name: str, word: str) -> str | None:
    """The word of the schema that a list most likely means."""
    labels = STATUS if name == "status" else KIND
    known = {alike(label.render(lang)): choice for choice, label in labels.items() for lang in Lang}
    known |= {choice: choice for choice in labels}
    known |= dict.fromkeys(_UNSPECIFIED, "unspecified") if name == "kind" else {}
    close = get_close_matches(alike(word), known, n=1, cutoff=_CLOSE)
    return known[close[0]] if close else None


def _slug(name: str) -> str:
    """An id for a sector: its name in small letters, with hyphens."""
    return "-".join(re.findall(r"[^\W_]+", name.lower())) or name
