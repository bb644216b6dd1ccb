"""What the headings of somebody's list most likely say: which column holds which field, and why others are left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from driftstilpasning.importing.cells import alike
from driftstilpasning.importing.layout import heading_texts
from driftstilpasning.importing.tables import Sheet
from driftstilpasning.text import Said, Text

SEARCHED: Final = 40
"""Headings stand among the first rows of a sheet."""

_NAMES: Final = {
    name: words.split("|")
    for name, words in {
        "id": "id|nr|nummer|tiltaksnr|tiltaksnummer|ref|kode|no|pkt|punkt",
        "title": "title|tiltak|tittel|navn|namn|tekst|beskrivelse|skildring|measure|proposal|forslag|endring",
        "sector": "sector|sektor|område|tjenesteområde|tenesteområde|virksomhet|verksemd|enhet|eining|avdeling|"
        "directorate|department|service|rammeområde|kommunalområde|ansvar",
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
    }.items()
}
"""What columns are called; of two for the same field, the one with the earlier word is taken."""

_MEASURES = re.compile(r"tiltak|forslag|framlegg|measure|proposal", re.IGNORECASE)
_NAMED = re.compile(r"navn|namn|tittel|title", re.IGNORECASE)
_DESCRIBED = re.compile(r"beskriv|skildr", re.IGNORECASE)
_ABOUT_MEASURES = re.compile(
    r"konsekvens|følgj?er|effekt(?:en)?\b|virkning|verknad|beløp|kostnad|risiko|status|frist|dato|merknad|kommentar|"
    r"vedtak|antall|grunn|prioritet",
    re.IGNORECASE,
)
"""Words of headings that say something about the measures, and not what they are called."""
_LABELS = re.compile(
    r"nr\b|nummer|\bid\b|kode|type|kategori|ansvar|eier|eigar|område|sektor|\bmål\b|fase|gruppe", re.IGNORECASE
)
"""Words of headings of labels, unless a name stands beside them: ``Tiltak nr. og navn``."""
_LONGEST: Final = 60

_YEAR = re.compile(r"(?:.*\D)?((?:19|20)[0-9]{2})(?:\D.*)?")
_NUMBERED_YEAR = re.compile(r"(?:y|å|år|year)\s?([1-9])", re.IGNORECASE)
_SEVERAL_YEARS = re.compile(
    r"(?:19|20)[0-9]{2}\s*[-–—]\s*(?:(?:19|20)?[0-9]{2})(?![0-9])|(?:19|20)[0-9]{2}\D+(?:19|20)[0-9]{2}"
)
_EFFECT = re.compile(
    r"effe[ck]t|virkning|verknad|beløp|spar|kutt|endring|redu[sk]|gevinst|saving|amount|change|cut\b", re.IGNORECASE
)
"""Words beside a year that say that its column holds effects."""
_BUDGET = re.compile(
    r"(?<![^\W_])(?:(?:rev(?:idert)?\.?\s?)?budsjett(?:et)?|re(?:gn|kne)skap(?:et)?|budgets?|actuals?|outturn)(?![^\W_])",
    re.IGNORECASE,
)
"""Words that say that a column holds what all of something costs."""
_NEUTRAL = re.compile(
    r"\b(?:kr|nok|mnok|kroner|tusen|hele|heile|1000|mill|tall|tal|år|year|i|in|for|netto|brutto|net|gross|sum|totalt?)\b",
    re.IGNORECASE,
)
"""Words beside a year that say nothing of what its column holds."""
_WHOLE = re.compile(r"\b(?:netto\w*|net|sum|totalt?)\b", re.IGNORECASE)
_GROSS = re.compile(r"\b(?:brutto\w*|gross)\b", re.IGNORECASE)

_SEEMS = Text(
    nb="kolonnen «{heading}» ser ut til å være {what}, ikke hva tiltaket sparer; den er ikke med",
    nn="kolonnen «{heading}» ser ut til å vere {what}, ikkje kva tiltaket sparer; han er ikkje med",
    en="the column “{heading}” seems to be {what}, not what the measure saves; it is left out",
)
_SEEMS_FIELD = Text(
    nb="kolonnen «{heading}» ser ut til å være {what}, ikke hva tiltaket sparer; den er ikke med. Feltet er {field}",
    nn="kolonnen «{heading}» ser ut til å vere {what}, ikkje kva tiltaket sparer; han er ikkje med. Feltet er {field}",
    en="the column “{heading}” seems to be {what}, not what the measure saves; it is left out. Its field is {field}",
)
_UNPLACED = Text(
    nb="vet ikke hva kolonnen «{heading}» er; den er ikke med",
    nn="veit ikkje kva kolonnen «{heading}» er; han er ikkje med",
    en="the column “{heading}” could not be placed; it is left out",
)
_SHARED = Text(
    nb="flere kolonner gjelder {year}: «{taken}» er tatt med, ikke {others}. Kontroller at det er riktig",
    nn="fleire kolonnar gjeld {year}: «{taken}» er teken med, ikkje {others}. Kontroller at det er rett",
    en="several columns are for {year}: “{taken}” is taken, {others} not. Check that it is right",
)
QUOTED: Final = Text(nb="«{text}»", nn="«{text}»", en="“{text}”")


class _Other(NamedTuple):
    """What a column can hold beside a year that is no effect."""

    words: re.Pattern[str]
    what: Text
    field: str | None = None
    """The field of a measure that it is, if any; one for each year ends with a point."""


_OTHERS: Final = (
    _Other(_SEVERAL_YEARS, Text(nb="en sum av flere år", nn="ein sum av fleire år", en="a sum of several years")),
    _Other(
        re.compile(r"%|\bandel|prosent|\bper ?cent|\bpct\b|\bshare", re.IGNORECASE),
        Text(nb="andeler", nn="delar", en="shares"),
    ),
    _Other(
        re.compile(r"årsverk|stilling(?:er|ar)?\b|ansatte|tilsette|hjemler|heimlar|\bfte|\bposts\b", re.IGNORECASE),
        Text(nb="årsverk eller stillinger", nn="årsverk eller stillingar", en="posts"),
        "fte",
    ),
    _Other(
        re.compile(r"invester|investment", re.IGNORECASE),
        Text(nb="en investering", nn="ei investering", en="an investment"),
        "investment.",
    ),
    _Other(
        re.compile(r"omstillingskost|(?:engangs|eingongs)(?:kost|utgift)|transition|one-off cost", re.IGNORECASE),
        Text(nb="en omstillingskostnad", nn="ein omstillingskostnad", en="a one-off cost"),
        "transition_cost.",
    ),
)
_SPENT = Text(nb="budsjett eller regnskap", nn="budsjett eller rekneskap", en="a budget or accounts")


@dataclass(frozen=True, slots=True)
class Headings:
    """What the headings in a row say."""

    fields: Mapping[str, int]
    """The column of each field, from the left; a numbered year is effect.1."""
    remarks: Sequence[Said] = field(default=())
    """Of the columns that are left out, what they seem to be."""


def is_title(heading: str) -> bool:
    """Whether a column of this heading holds what the measures are called."""
    return _rank_as_title(heading) is not None


def read_headings(sheet: Sheet, row: int) -> Headings:
    """What the headings in ``row`` say.

    Years are the columns that are called by a year or by an effect; without any, those that are numbered; without
    these too, those that have another word beside the year.
    """
    texts = {column: text for column, text in enumerate(heading_texts(sheet, row), start=1) if text}
    named = _named(texts)
    title = _title(sheet, row, texts)
    found = {**{name: column for name, column in named.items() if name != "title"}}
    if title is not None:
        found = {name: column for name, column in found.items() if column != title} | {"title": title}
    taken = set(found.values())
    plain: dict[str, list[int]] = {}
    numbered: dict[str, list[int]] = {}
    worded: dict[str, list[int]] = {}
    for column, text in texts.items():
        if column in taken or _other(text) is not None:
            continue
        if (number := _NUMBERED_YEAR.fullmatch(alike(text))) is not None:
            numbered.setdefault(number[1], []).append(column)
        elif (year := _YEAR.fullmatch(alike(text))) is not None:
            beside = _NEUTRAL.sub("", text.replace(year[1], ""))
            alone = _EFFECT.search(beside) is not None or re.search(r"[^\W\d_]", beside) is None
            (plain if alone else worded).setdefault(year[1], []).append(column)
    years = {
        called: sorted(columns, key=lambda column: _rank(texts[column]))
        for called, columns in (plain or numbered or worded).items()
    }
    found |= {f"effect.{called}": columns[0] for called, columns in years.items()}
    for called in plain.keys() & worded.keys():
        years[called] += worded[called]
    fields = dict(sorted(found.items(), key=lambda item: item[1]))
    return Headings(fields, tuple(_left_out(texts, fields, years)))


def _named(texts: Mapping[int, str]) -> dict[str, int]:
    """The columns that are called by a word that is known."""
    best: dict[str, tuple[int, int]] = {}
    for column, text in texts.items():
        wanted = alike(text)
        for name, words in _NAMES.items():
            place = words.index(wanted) if wanted in words else -1 if wanted == name else None
            if place is not None:
                best[name] = min(best.get(name, (place, column)), (place, column))
                break
    return {name: column for name, (_, column) in best.items()}


def _title(sheet: Sheet, row: int, texts: Mapping[int, str]) -> int | None:
    """The column that holds what the measures are called: by its heading, and because there are texts in it."""
    ranked = sorted((rank, column) for column, text in texts.items() if (rank := _rank_as_title(text)) is not None)
    return next((column for _, column in ranked if _holds_texts(sheet, row, column)), None)


def _rank_as_title(heading: str) -> int | None:
    """How well a heading fits the column of titles, the best first; None where it does not."""
    wanted, words = alike(heading), _NAMES["title"]
    if wanted in words:
        return words.index(wanted)
    bare = re.sub(r"\(.*?\)", "", heading)
    if len(bare) > _LONGEST or _YEAR.fullmatch(alike(bare)) or not _MEASURES.search(bare):
        return None
    named, described = (pattern.search(bare) is not None for pattern in (_NAMED, _DESCRIBED))
    if _ABOUT_MEASURES.search(bare) or (_LABELS.search(bare) and not named):
        return None
    return len(words) + (0 if named else 2 if described else 1)


def _holds_texts(sheet: Sheet, row: int, column: int) -> bool:
    below = (sheet.at(number, column) for number in range(row + 1, row + 1 + SEARCHED))
    cells = [cell for cell in below if cell is not None]
    texts = [cell for cell in cells if isinstance(cell, str) and re.search(r"[^\W\d_]", cell)]
    return len(texts) * 2 >= len(cells)


def _rank(heading: str) -> int:
    """Which of several columns for a year is the effect: what is net before what is gross."""
    return 0 if _WHOLE.search(heading) else 2 if _GROSS.search(heading) else 1


def _other(heading: str) -> Said | None:
    """What a column seems to hold that is no effect, if its heading says so."""
    year = _YEAR.fullmatch(alike(heading))
    for other in _OTHERS:
        if not other.words.search(heading):
            continue
        if other.field is None:
            return Said(_SEEMS, {"heading": heading, "what": other.what})
        name = other.field + (year[1] if year is not None else "…") if other.field.endswith(".") else other.field
        return Said(_SEEMS_FIELD, {"heading": heading, "what": other.what, "field": name})
    if _BUDGET.search(heading) and not _EFFECT.search(heading):
        return Said(_SEEMS, {"heading": heading, "what": _SPENT})
    return None


def _left_out(
    texts: Mapping[int, str], fields: Mapping[str, int], years: Mapping[str, Sequence[int]]
) -> Iterator[Said]:
    told = set(fields.values())
    for year, (taken, *others) in years.items():
        if others:
            quoted = [Said(QUOTED, {"text": texts[column]}) for column in others]
            yield Said(_SHARED, {"year": year, "taken": texts[taken], "others": quoted})
            told |= set(others)
    for column, text in texts.items():
        if column not in told:
            yield _other(text) or Said(_UNPLACED, {"heading": text})
