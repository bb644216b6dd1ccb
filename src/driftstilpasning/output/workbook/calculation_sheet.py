"""The sheet of the calculation: its blocks, one below the other, each with its headings."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from driftstilpasning.output.workbook.book import Book
from driftstilpasning.output.workbook.calculation import Amount, Calculation, Variant
from driftstilpasning.output.workbook.cells import Block, Content, Key
from driftstilpasning.output.workbook.words import INTERNAL
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import STATUS

NAME: Final = Text(nb="Utregning", nn="Utrekning", en="Calculation")
_HOW = Text(
    nb="Alle summene i boken er regnet herfra. Radene følger valgene i «{measures}»; 1 er ja og 0 er nei. "
    "På papir kommer bare disse linjene.",
    nn="Alle summane i boka er rekna herifrå. Radene følgjer vala i «{measures}»; 1 er ja og 0 er nei. "
    "På papir kjem berre desse linene.",
    en="Every sum of the workbook is computed from here. The rows follow the choices in “{measures}”; 1 is yes, 0 no. "
    "Only these lines come on paper.",
)
_MEASURES = Text(nb="Tiltakene", nn="Tiltaka", en="The measures")
_OVERLAPS = Text(
    nb="Overlapp: det som trekkes fra når begge teller",
    nn="Overlapp: det som vert trekt frå når begge tel",
    en="Overlaps: what is taken off when both count",
)
_SHARES = Text(
    nb="Tiltak som flere sektorer deler",
    nn="Tiltak som fleire sektorar deler",
    en="Measures that several sectors share",
)
_TOGETHER = Text(
    nb="Interne tiltak, én sum for hver sektor",
    nn="Interne tiltak, éin sum for kvar sektor",
    en="Internal measures, one sum a sector",
)
_KEYS: Final = {
    "id": Text(nb="Id", nn="Id", en="Id"),
    "title": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "status": Text(nb="Status", nn="Status", en="Status"),
    "sector": Text(nb="Sektor nr.", nn="Sektor nr.", en="Sector no."),
    "unspecified": Text(nb="Uspesifisert", nn="Ikkje spesifisert", en="Unspecified"),
    "recurring": Text(nb="Varig", nn="Varig", en="Recurring"),
    "low": Text(nb="Lavt anslag, del", nn="Lågt anslag, del", en="Low estimate, part"),
    "high": Text(nb="Høyt anslag, del", nn="Høgt anslag, del", en="High estimate, part"),
    "fte": Text(nb="Årsverk", nn="Årsverk", en="FTE"),
    "how": Text(nb="Hvordan", nn="Korleis", en="How"),
    "quadrant": Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
    "row": Text(nb="Rad i tabellen", nn="Rad i tabellen", en="Row of the table"),
    "include": Text(nb="Tatt med", nn="Teke med", en="Included"),
    "taken": Text(nb="Valgt blant alternativene", nn="Valt mellom alternativa", en="Taken of alternatives"),
    "in vain": Text(nb="Forgjeves med", nn="Fåfengt med", en="Included in vain"),
    "net": Text(nb="Til summen: {what}", nn="Til summen: {what}", en="To the sum: {what}"),
    "toward": Text(nb="Mot mål {what}", nn="Mot mål {what}", en="Toward target {what}"),
    "spent": Text(nb="Kostnad, mål {what}", nn="Kostnad, mål {what}", en="Cost, target {what}"),
    "counts": Text(nb="Teller, {by}", nn="Tel, {by}", en="Counts, {by}"),
    "conditional": Text(nb="På vilkår, {by}", nn="På vilkår, {by}", en="Conditional, {by}"),
    "both": Text(nb="Begge teller, {by}", nn="Begge tel, {by}", en="Both count, {by}"),
    "in_year": Text(nb="Virkning {year}", nn="Verknad {year}", en="Effect {year}"),
    "level": Text(nb="Nivå {year}", nn="Nivå {year}", en="Level {year}"),
    "cost": Text(nb="Kostnad {year}", nn="Kostnad {year}", en="Cost {year}"),
    "once": Text(nb="Største år", nn="Største år", en="Largest year"),
    "off": Text(nb="Trekkes fra", nn="Vert trekt frå", en="Taken off"),
    "other": Text(nb="Det andre", nn="Det andre", en="The other"),
    "number": Text(nb="Nr.", nn="Nr.", en="No."),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "share": Text(nb="Del av 100", nn="Del av 100", en="Part of 100"),
    "name": Text(nb="Navn", nn="Namn", en="Name"),
    "x": Text(nb="Bortover", nn="Bortover", en="Across"),
    "y": Text(nb="Oppover", nn="Oppover", en="Up"),
    "on": Text(nb="Oppover, teller", nn="Oppover, tel", en="Up, counts"),
    "off the sums": Text(nb="Oppover, teller ikke", nn="Oppover, tel ikkje", en="Up, does not count"),
    "internal": INTERNAL,
}
_PRINTED: Final = 9
"""The last column that the lines about the sheet reach into."""
_TEXTS: Final = frozenset(("id", "title", "status", "how", "quadrant", "off", "other", "name"))
_LASTING = Text(nb="varig fra {status}", nn="varig frå {status}", en="lasting from {status}")
_FROM = Text(nb="fra {status}", nn="frå {status}", en="from {status}")


class Rows(NamedTuple):
    """A block of the sheet, what it is, and what its rows hold."""

    title: Text
    block: Block
    rows: Iterable[Mapping[Key, Content]]


def write(book: Book, calculation: Calculation, drawn: Iterable[Rows], measures: str, lang: Lang) -> None:
    """Write the sheet; ``drawn`` is what charts are drawn from besides, and ``measures`` the name of that sheet."""
    blocks = [
        Rows(_MEASURES, calculation.measures, calculation.measure_rows()),
        Rows(_OVERLAPS, calculation.overlaps, calculation.overlap_rows()),
        Rows(_SHARES, calculation.shares, calculation.share_rows()),
        Rows(_TOGETHER, calculation.internal, calculation.internal_rows()),
        *drawn,
    ]
    widths = [11, 30, *[12] * (max(len(block.keys) for _, block, _ in blocks) - 2)]
    sheet = book.sheet(calculation.sheet, widths)
    book.head(sheet, calculation.sheet, [_HOW.render(lang, measures=measures)])
    sheet.print_area(0, 0, 1, _PRINTED)
    for title, block, rows in blocks:
        book.write(sheet, block.top - 2, 0, title.render(lang), "heading")
        book.headings(sheet, block.top - 1, [(_heading(key, lang), key in _TEXTS) for key in block.keys], widths)
        for i, contents in enumerate(rows):
            for key in block.keys:
                book.write(sheet, block.top + i, block.column(key), contents[key])
    sheet.freeze_panes(calculation.measures.top, 2)


def _heading(key: Key, lang: Lang) -> str:
    if isinstance(key, Amount):
        return _KEYS[key.kind].render(lang, **({"year": str(key.year)} if key.year else {}))
    if not isinstance(key, tuple):
        return _KEYS[str(key)].render(lang)
    what, by = key
    if not isinstance(by, Variant):
        return _KEYS[what].render(lang, what=_heading(by, lang) if isinstance(by, Amount) else by)
    said = _by(by, lang)
    return f"{_heading(what, lang)}, {said}" if isinstance(what, Amount) else _KEYS[what].render(lang, by=said)


def _by(by: Variant, lang: Lang) -> str:
    return (_LASTING if by.lasting else _FROM).render(lang, status=STATUS[by.since])
