"""A mapping to begin from, for a list that somebody else has made: what its headings and cells most likely mean.

What cannot be known is not guessed: sign and unit are left open, and whoever knows the list fills them in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from operator import itemgetter
from typing import Final

from driftstilpasning.columns import sector_called
from driftstilpasning.errors import DtError
from driftstilpasning.importing.cells import alike, text_of
from driftstilpasning.importing.layout import heading_texts
from driftstilpasning.importing.numerals import SPACE, Numerals
from driftstilpasning.importing.sums import SUMS, Tally
from driftstilpasning.importing.tables import Book, Sheet, Value
from driftstilpasning.importing.trouble import UnclearError
from driftstilpasning.model.plan import Plan
from driftstilpasning.source.writing import in_line, key, scalar
from driftstilpasning.text import Lang, Said, Text
from driftstilpasning.text.labels import KIND, STATUS

_MONITORING = Text(
    nb="{file} er ingen liste over tiltak, men en oppfølging av innsparinger: kolonnene {headings} sier hvordan det "
    "har gått, ikke hva som skal gjøres. dt importerer bare tiltak",
    nn="{file} er inga liste over tiltak, men ei oppfølging av innsparingar: kolonnane {headings} seier korleis det "
    "har gått, ikkje kva som skal gjerast. dt importerer berre tiltak",
    en="{file} is no list of measures but a follow-up of savings: the columns {headings} say how it went, not what "
    "is to be done. dt imports measures only",
)
_QUOTED = Text(nb="«{text}»", nn="«{text}»", en="“{text}”")
_DONE = re.compile(r"achieved|delivered|realised|oppnådd|realisert|gjennomført", re.IGNORECASE)
_REST = re.compile(r"at risk|variance|shortfall|avvik|i risiko|gjenst[åa]r|ikke oppnådd|ikkje oppnådd", re.IGNORECASE)


def refuse_monitoring(book: Book) -> None:
    """Refuse a table of how savings went.

    Raises:
        DtError: no sheet has measures by name, and one says what was achieved beside what was not.
    """
    found: list[str] = []
    for sheet in book.sheets:
        for row in sheet.rows[:_SEARCHED]:
            texts = [" ".join(re.split(r"[\W_]+", cell)) for cell in row if isinstance(cell, str)]
            if any(_field_called(text) == "title" for text in texts):
                return
            done = [text for text in texts if _DONE.search(text)]
            rest = [text for text in texts if _REST.search(text)]
            found = found or ([*done, *rest] if done and rest and set(done) != set(rest) else [])
    if found:
        raise DtError(
            _MONITORING, file=book.file, headings=[Said(_QUOTED, {"text": text}) for text in dict.fromkeys(found)]
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping file, and what whoever reads it must know."""

    text: str
    remarks: tuple[Said, ...]


_SEARCHED: Final = 40
_CLOSE: Final = 0.8
"""How like a word must be to what is known, to mean it."""
_FEW: Final = 12
"""Words of a column that stand in few forms are choices; more are texts."""

_NAMES: Final = {
    "id": "id|nr|nummer|tiltaksnr|tiltaksnummer|ref|kode|no",
    "title": "title|tiltak|tittel|navn|namn|tekst|beskrivelse|skildring|measure|proposal|forslag|endring",
    "sector": "sector|sektor|område|tjenesteområde|tenesteområde|virksomhet|verksemd|enhet|eining|avdeling|directorate|"
    "department|service|rammeområde|kommunalområde|ansvar",
    "status": "status",
    "kind": "kind|type|kategori|category|tiltakstype|art",
    "owner": "owner|eier|eigar|ansvarlig|ansvarleg",
    "fte": "fte|årsverk|stillinger|stillingar|fte deleted|årsverk ned",
    "kostra": "kostra|funksjon|kostra funksjon|kostra-funksjon",
    "effect.annual": "helårsvirkning|heilårsverknad|helårseffekt|heilårseffekt|full year effect|full-year effect",
    "effect.from": "fra måned|frå månad|første måned|fyrste månad|virkning fra|verknad frå|start",
    "consequence.users.text": "konsekvens|konsekvenser|konsekvensar|konsekvens for brukere|konsekvens for brukarar",
    "consequence.staff.text": "konsekvens for ansatte|konsekvens for tilsette",
    "source": "source|kilde|kjelde",
}
_YEAR = re.compile(r"(?:.*\D)?((?:19|20)[0-9]{2})(?:\D.*)?")
_EFFECT = re.compile(
    r"effe[ck]t|virkning|verknad|beløp|spar|kutt|endring|redu[sk]|gevinst|saving|amount|change|cut\b", re.IGNORECASE
)
"""Words beside a year that say that its column holds effects."""
_BUDGET = re.compile(
    r"(?<![^\W_])(?:(?:rev(?:idert)?\.?\s?)?budsjett(?:et)?|re(?:gn|kne)skap(?:et)?|budgets?|actuals?|outturn)(?![^\W_])",
    re.IGNORECASE,
)
"""Words that say that a column holds what all of something costs."""
_OF_AMOUNTS = re.compile(r"\b(?:kr|nok|kroner|tusen|1000|mill|år|year|i|in|for)\b", re.IGNORECASE)
"""Words beside a year that say nothing of what its column holds."""
_NUMBERED_YEAR = re.compile(r"(?:y|å|år|year)\s?([1-9])", re.IGNORECASE)
_NUMBER = re.compile(r"[-−–(]?\s*[0-9][0-9  .,']*\)?-?")

_NO_TABLE = Text(
    nb="fant ingen rad med overskrifter: ingen kolonne ser ut til å holde navnet på tiltakene. Er dette en liste over "
    "tiltak?",
    nn="fann inga rad med overskrifter: ingen kolonne ser ut til å halde namnet på tiltaka. Er dette ei liste over "
    "tiltak?",
    en="found no row of headings: no column seems to hold the names of the measures. Is this a list of measures?",
)
_UNPLACED = Text(
    nb="vet ikke hva kolonnen «{heading}» er; den er ikke med",
    nn="veit ikkje kva kolonnen «{heading}» er; han er ikkje med",
    en="the column “{heading}” could not be placed; it is left out",
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
_DOUBTFUL = Text(
    nb="«{text}»: skiller «{sign}» tusener eller desimaler? Skriv decimal eller thousands",
    nn="«{text}»: skil «{sign}» tusen eller desimalar? Skriv decimal eller thousands",
    en="“{text}”: does “{sign}” separate thousands or decimals? Fill in decimal or thousands",
)
_WORDS = Text(
    nb="si hva ordene i «{heading}» betyr for {field}, under values: {words}",
    nn="sei kva orda i «{heading}» tyder for {field}, under values: {words}",
    en="say what the words in “{heading}” mean for {field}, under values: {words}",
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
_SPENT = Text(
    nb="kolonnen «{heading}» ser ut til å være budsjett eller regnskap, ikke hva tiltaket sparer; den er ikke med",
    nn="kolonnen «{heading}» ser ut til å vere budsjett eller rekneskap, ikkje kva tiltaket sparer; han er ikkje med",
    en="the column “{heading}” seems to be a budget or accounts, not what the measure saves; it is left out",
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
_REQUIRED: Final = ("id", "sector", "status", "kind")


def suggest(book: Book, lang: Lang, plan: Plan | None) -> Suggestion:
    """A mapping for the table in ``book`` that looks most like a list of measures.

    ``plan`` is the one that the measures are to go into; None where the mapping is to say it.

    Raises:
        DtError: none does.
    """
    tables = [(sheet, row) for sheet in book.sheets for row in range(1, min(len(sheet.rows), _SEARCHED) + 1)]
    best = max(tables, key=lambda table: len(_fields(*table)), default=None)
    if best is None or "title" not in _fields(*best):
        raise DtError(_NO_TABLE)
    return _Suggester(book, *best, lang, plan).suggestion()


def _field_called(heading: str) -> str | None:
    """The field that columns of this heading hold, if one is known by it."""
    wanted = alike(heading)
    for name, words in _NAMES.items():
        if wanted in words.split("|") or wanted == name:
            return name
    return None


def _year_in(heading: str) -> str | None:
    """The year that a column of this heading holds the effect of, if any."""
    year = _YEAR.fullmatch(alike(heading))
    return year[1] if year is not None and not _is_budget(heading) else None


def _is_budget(heading: str) -> bool:
    """Whether a column of this heading holds what all of something costs, and not what a measure changes."""
    return _BUDGET.search(heading) is not None and _EFFECT.search(heading) is None


def _fields(sheet: Sheet, row: int) -> dict[str, int]:
    """The column of each field, by the headings in ``row``; a numbered year is effect.1.

    Years are the columns that are called by a year or by an effect; without any, those that are numbered; without
    these too, those that have another word beside the year.
    """
    found: dict[str, int] = {}
    plain: dict[str, int] = {}
    numbered: dict[str, int] = {}
    worded: dict[str, int] = {}
    for column, heading in enumerate(heading_texts(sheet, row), start=1):
        if (name := _field_called(heading)) is not None:
            found.setdefault(name, column)
        elif (number := _NUMBERED_YEAR.fullmatch(alike(heading))) is not None:
            numbered.setdefault(f"effect.{number[1]}", column)
        elif (year := _year_in(heading)) is not None:
            beside = _OF_AMOUNTS.sub("", heading.replace(year, ""))
            alone = _EFFECT.search(beside) is not None or re.search(r"[^\W\d_]", beside) is None
            (plain if alone else worded).setdefault(f"effect.{year}", column)
    years = plain or numbered or worded
    return dict(sorted((found | years).items(), key=itemgetter(1)))


@dataclass
class _Suggester:
    book: Book
    sheet: Sheet
    header: int
    lang: Lang
    plan: Plan | None
    remarks: list[Said] = field(default_factory=list)

    def suggestion(self) -> Suggestion:
        fields = self._dated(_fields(self.sheet, self.header))
        headings = dict(enumerate(heading_texts(self.sheet, self.header), start=1))
        unplaced = {column: text for column, text in headings.items() if text and column not in fields.values()}
        fields = {name: column for name, column in fields.items() if not self._outside(name, column)}
        numerals = self._numerals([column for name, column in fields.items() if name.startswith("effect.")])
        lines = [
            *([f"sheet: {scalar(self.sheet.name)}"] if len(self.book.sheets) > 1 else []),
            *(["header: " + str(self.header)] if self.header > 1 else []),
            "# unit: 1000 kr              # kr, 1000 kr, mill. kr",
            "# sign: minus is a saving    # minus is a saving, plus is a saving",
            *_separators(numerals),
            "fields:",
            *(f"  {key(name)}: {scalar(self._heading(column))}" for name, column in fields.items()),
        ]
        self.remarks += [Said(_UNIT), Said(_SIGN)]
        if not any(name.startswith("effect.") for name in fields):
            self.remarks.append(Said(_NO_YEARS))
        constants = [f"#   {name}: …" for name in _REQUIRED if name not in fields and name != "id"]
        if "id" not in fields:
            lines.append("numbered: T-")
        if constants:
            lines += ["# constants:", *constants]
            missing = (name for name in _REQUIRED if name not in fields and name != "id")
            self.remarks += [Said(_MISSING, {"field": name}) for name in missing]
        lines += self._values(fields)
        lines += self._sums(fields, numerals)
        for text in unplaced.values():
            self.remarks.append(Said(_SPENT if _is_budget(text) else _UNPLACED, {"heading": text}))
        return Suggestion("".join(f"{line}\n" for line in lines), tuple(self.remarks))

    def _dated(self, fields: dict[str, int]) -> dict[str, int]:
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
        headings = [Said(_QUOTED, {"text": self._heading(fields[name])}) for name in numbered]
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

    def _values(self, fields: dict[str, int]) -> Iterable[str]:
        """The words of the columns that hold choices."""
        lines: list[str] = []
        for name in ("sector", "status", "kind"):
            words = list(dict.fromkeys(self._texts(fields[name]))) if name in fields else []
            if not 0 < len(words) <= _FEW:
                continue
            meant = {word: self._sector(word) if name == "sector" else _choice(name, word) for word in words}
            if name == "sector" and self.plan is not None and all(sector_called(word, self.plan) for word in words):
                continue
            lines += [f"  {name}:", *(f"    {key(word)}: {scalar(to) if to else '…'}" for word, to in meant.items())]
            untold = [word for word, to in meant.items() if to is None]
            if untold:
                facts = {"heading": self._heading(fields[name]), "field": name, "words": untold}
                self.remarks.append(Said(_WORDS, facts))
        return ["values:", *lines] if lines else []

    def _sector(self, word: str) -> str | None:
        """The id of the sector that a word means: one of the plan's, where there is a plan."""
        if self.plan is None:
            return _slug(word)
        names = {alike(sector.name): identifier for identifier, sector in self.plan.sectors.items()}
        close = get_close_matches(alike(word), names, n=1, cutoff=_CLOSE)
        return sector_called(word, self.plan) or (names[close[0]] if close else None)

    def _sums(self, fields: dict[str, int], numerals: Numerals) -> Iterable[str]:
        """The rows that are called sums, but those that are measures by themselves."""
        years = [column for name, column in fields.items() if name.startswith("effect.") and name[7:].isdigit()]
        known_by = "id" if "id" in fields else "sector"
        above = Tally()
        found: list[str] = []
        for number in range(self.header + 1, len(self.sheet.rows) + 1):
            text = text_of(self.sheet.at(number, fields["title"]))
            amounts = tuple(_amount(self.sheet.at(number, column), numerals) for column in years)
            if not SUMS.match(text):
                above.add(amounts)
                continue
            if above.adds_up_to(amounts) or self.sheet.at(number, fields.get(known_by, 0)) is None:
                self.remarks.append(Said(_SUM_ROW, {"row": number, "text": text}))
                found.append(text)
                continue
            above.add(amounts)
            if known_by != "id":
                self.remarks.append(Said(_NO_SUM, {"row": number, "text": text}))
        return ["subtotals:", *(f"  - {{row: {scalar(text, flow=True)}}}" for text in found)] if found else []

    def _heading(self, column: int) -> str:
        return heading_texts(self.sheet, self.header)[column - 1]

    def _texts(self, column: int) -> list[str]:
        cells: list[Value] = [self.sheet.at(row, column) for row in range(self.header + 1, len(self.sheet.rows) + 1)]
        return [cell for cell in cells if isinstance(cell, str)]


def _separators(numerals: Numerals) -> Iterable[str]:
    """The lines of a mapping that say how numbers are written."""
    if numerals.decimal is not None:
        yield f'decimal: "{numerals.decimal}"'
    if numerals.thousands:
        several = len(numerals.thousands) > 1
        yield f"thousands: {in_line(numerals.thousands)}" if several else f'thousands: "{numerals.thousands[0]}"'


def _amount(value: Value, numerals: Numerals) -> Decimal:
    """The number in a cell; 0 where it holds none that can be read."""
    try:
        read = numerals.read(value) if isinstance(value, str) else value
    except UnclearError:
        return Decimal(0)
    return read if isinstance(read, Decimal) else Decimal(0)


def _choice(name: str, word: str) -> str | None:
    """The word of the schema that a list most likely means."""
    labels = STATUS if name == "status" else KIND
    known = {alike(label.render(lang)): choice for choice, label in labels.items() for lang in Lang}
    known |= {choice: choice for choice in labels}
    close = get_close_matches(alike(word), known, n=1, cutoff=_CLOSE)
    return known[close[0]] if close else None


def _slug(name: str) -> str:
    """An id for a sector: its name in small letters, with hyphens."""
    return "-".join(re.findall(r"[^\W_]+", name.lower())) or name
