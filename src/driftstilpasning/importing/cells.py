"""What a cell means: from its text or number to the value of a field.

The words of a choice are read in all three languages, and as the schema has them, so that nobody's workbook depends on
who opens it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, TypeAlias

from driftstilpasning.columns import Column, Holds, sector_called
from driftstilpasning.importing.numerals import Numerals
from driftstilpasning.importing.tables import Broken, Value
from driftstilpasning.importing.trouble import UnclearError, UntoldError
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month, folded, line
from driftstilpasning.text import Lang, Text

Meaning: TypeAlias = (
    str | bool | int | Decimal | Money | Month | date | tuple[str, ...] | tuple[tuple[str, Decimal | Money], ...]
)
"""The value of a field: a word of the schema, money, a month; of shares and overlaps, pairs."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the cells of a table are to be understood."""

    plan: Plan
    unit: Unit
    numerals: Numerals
    saving: int = 1
    """What an amount is multiplied by, so that a saving is positive: 1 or -1."""
    fewer: int = 1
    """What posts are multiplied by, so that fewer is negative: 1 or -1."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For a field, what its words mean."""

    def of_schema(self) -> "Manner":
        """How the same is written in a file of the portfolio."""
        return Manner(self.plan, self.plan.unit, Numerals("."))


_NEVER_COMPUTED = Text(
    nb="formelen {formula} har ikke noe resultat: åpne arbeidsboka i et regneark og lagre den",
    nn="formelen {formula} har ikkje noko resultat: opne arbeidsboka i eit rekneark og lagre ho",
    en="the formula {formula} has no result: open the workbook in a spreadsheet and save it",
)
_FAULTY = Text(
    nb="formelen gir feilen {error}", nn="formelen gjev feilen {error}", en="the formula comes to the error {error}"
)
_UNKNOWN_CHOICE = Text(
    nb="«{value}» er ikke blant valgene: {choices}",
    nn="«{value}» er ikkje mellom vala: {choices}",
    en="“{value}” is not among the choices: {choices}",
)
_MEANT_CHOICE = Text(
    nb="«{value}» er ikke blant valgene; mente du «{meant}»?",
    nn="«{value}» er ikkje mellom vala; meinte du «{meant}»?",
    en="“{value}” is not among the choices; did you mean “{meant}”?",
)
_UNTOLD = Text(
    nb="«{value}»: koblingen sier ikke hva det betyr for {field} (values, eller et fast valg under constants)",
    nn="«{value}»: koplinga seier ikkje kva det tyder for {field} (values, eller eit fast val under constants)",
    en="“{value}”: the mapping does not say what it means for {field} (values, or one choice for all in constants)",
)
_UNKNOWN_SECTOR = Text(
    nb="«{value}» er ikke en sektor i planen: {choices}",
    nn="«{value}» er ikkje ein sektor i planen: {choices}",
    en="“{value}” is no sector of the plan: {choices}",
)
_TOO_FINE = Text(
    nb="{value} er finere enn ett øre når tallene er i {unit}: rund av til høyst {most} desimaler",
    nn="{value} er finare enn eitt øre når tala er i {unit}: rund av til høgst {most} desimalar",
    en="{value} is finer than one øre where numbers are in {unit}: round it to {most} decimals at most",
)
_NOT_WHOLE = Text(
    nb="«{value}» er ikke et helt tall fra 1 til 5",
    nn="«{value}» er ikkje eit heilt tal frå 1 til 5",
    en="“{value}” is no whole number from 1 to 5",
)
_NOT_A_DAY = Text(
    nb="«{value}» er ikke en dato som 2013-06-10 eller 10.6.2013",
    nn="«{value}» er ikkje ein dato som 2013-06-10 eller 10.6.2013",
    en="“{value}” is no date such as 2013-06-10 or 10.6.2013",
)
_NOT_A_MONTH = Text(
    nb="«{value}» er ikke en måned som 2013-08 eller august 2013",
    nn="«{value}» er ikkje ein månad som 2013-08 eller august 2013",
    en="“{value}” is no month such as 2013-08 or August 2013",
)
_NOT_PAIRS = Text(
    nb="«{value}» er ikke skrevet som «{example}»",
    nn="«{value}» er ikkje skrive som «{example}»",
    en="“{value}” is not written as “{example}”",
)
_NO_NUMBER = Text(
    nb="her skal det stå et tall, ikke {value}",
    nn="her skal det stå eit tal, ikkje {value}",
    en="a number belongs here, not {value}",
)
_TRUTH: Final = {
    True: Text(nb="SANN", nn="SANN", en="TRUE"),
    False: Text(nb="USANN", nn="USANN", en="FALSE"),
}
"""As spreadsheets show it."""
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "january", "jan"),
            ("februar", "february", "feb"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("mai", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("desember", "december", "des", "dec"),
        ),
        start=1,
    )
    for name in names
}
_CHOSEN_GRADE = re.compile(r"([1-5]) +[–-] ")
"""A grade as the lists of the form have it: with what it means."""

_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})|(?P<number>[0-9]{1,2})[./](?P<then>[0-9]{4})")
_NAMED_MONTH = re.compile(r"([^\W\d_]+)\.? +([0-9]{4})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NORWEGIAN_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")


def meaning(column: Column, value: Value, manner: Manner) -> Meaning | None:
    """What ``value`` means in ``column``; None where the cell says nothing.

    Raises:
        UnclearError: it does not mean anything there.
    """
    if isinstance(value, Broken):
        if value.error is not None:
            raise UnclearError(_FAULTY, error=value.error)
        raise UnclearError(_NEVER_COMPUTED, formula=value.formula)
    told = _told(column, value, manner)
    return _READERS[column.holds](told, column, manner) if told is not None else None


def _told(column: Column, value: Value, manner: Manner) -> Value:
    """What the mapping says that a word means, where it says anything."""
    words = manner.values.get(column.path)
    if words is None or value is None:
        return value
    known = {alike(word): meant for word, meant in words.items()}
    meant = known.get(alike(text_of(value)))
    if meant is None:
        raise UntoldError(_UNTOLD, value=text_of(value), field=column.name)
    return meant


def text_of(value: Value) -> str:
    """What a cell shows, as text.

    >>> text_of(Decimal("253")), text_of(Decimal("1.50")), text_of(date(2013, 8, 1)), text_of(None)
    ('253', '1.5', '2013-08-01', '')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value.normalize() + 0:f}"
    return value.formula if isinstance(value, Broken) else value.isoformat()


def _shown(value: Value) -> str | Text:
    """What a cell shows, in the reader's language."""
    return _TRUTH[value] if isinstance(value, bool) else text_of(value)


def alike(text: str) -> str:
    """What two texts have in common that differ in letter case and spaces alone."""
    return folded(" ".join(text.split()))


def _words(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    return text_of(value).replace("\r\n", "\n").replace("\r", "\n").strip() or None


def _line(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    return line(text_of(value).replace("\r", "\n")) or None


def _choice(value: Value, column: Column, manner: Manner) -> Meaning | None:
    wanted = alike(text_of(value))
    for word, label in column.choices.items():
        if wanted == word or any(wanted == alike(label.render(lang)) for lang in Lang):
            return word
    if column.path in manner.values:
        return text_of(value)  # the check says which words the schema has
    shown = {lang: [label.render(lang) for label in column.choices.values()] for lang in Lang}
    close = get_close_matches(wanted, [alike(one) for lang in Lang for one in shown[lang]], n=1)
    if close:
        raise UnclearError(_MEANT_CHOICE, value=text_of(value), meant=close[0])
    raise UnclearError(_UNKNOWN_CHOICE, value=_shown(value), choices=list(column.choices.values()))


def _yes_no(value: Value, column: Column, manner: Manner) -> Meaning | None:
    word = value if isinstance(value, bool) else _choice(value, column, manner)
    return word if isinstance(word, bool) or word is None else word == "true"


def _number(value: Value, manner: Manner) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        return manner.numerals.read(value)
    raise UnclearError(_NO_NUMBER, value=_shown(value))


def _grade(value: Value, _column: Column, manner: Manner) -> Meaning | None:
    chosen = _CHOSEN_GRADE.match(text_of(value))
    try:
        number = _number(chosen[1] if chosen is not None else value, manner)
    except UnclearError as error:
        raise UnclearError(_NOT_WHOLE, value=_shown(value)) from error
    if number is not None and number != int(number):
        raise UnclearError(_NOT_WHOLE, value=text_of(value))
    return int(number) if number is not None else None


def _posts(value: Value, _column: Column, manner: Manner) -> Meaning | None:
    number = _number(value, manner)
    return number * manner.fewer + 0 if number is not None else None


def _amount(value: Value, column: Column, manner: Manner) -> Meaning | None:
    number = _number(value, manner)
    if number is None:
        return None
    signed = column.path.partition(".")[0] in _SIGNED
    return money(number * manner.saving if signed else number, manner.unit)


_SIGNED: Final = ("effect", "range")
"""Where a saving is positive; a cost is positive in other columns, whatever the table's sign."""


def money(number: Decimal, unit: Unit) -> Money:
    """``number`` of ``unit``.

    Raises:
        UnclearError: it is finer than one øre.
    """
    try:
        return unit.money(number)
    except ValueError as error:
        raise UnclearError(_TOO_FINE, value=number, unit=unit.value, most=Decimal(unit.exponent)) from error


def _month(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    if isinstance(value, date):
        return Month(value.year, value.month)
    text = text_of(value)
    if match := _MONTH.fullmatch(text):
        year, month = match["year"] or match["then"], match["month"] or match["number"]
        if 1 <= int(month) <= _LAST_MONTH:
            return Month(int(year), int(month))
    elif (day := _day(text)) is not None and day.day == 1:
        return Month(day.year, day.month)
    elif (match := _NAMED_MONTH.fullmatch(text)) and match[1].lower() in _MONTHS:
        return Month(int(match[2]), _MONTHS[match[1].lower()])
    raise UnclearError(_NOT_A_MONTH, value=_shown(value))


def _date(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    if isinstance(value, date):
        return value
    day = _day(text_of(value))
    if day is None:
        raise UnclearError(_NOT_A_DAY, value=_shown(value))
    return day


def _day(text: str) -> date | None:
    """The day that ``text`` names, if it does."""
    parts = match.groups() if (match := _DAY.fullmatch(text)) else None
    if parts is None and (match := _NORWEGIAN_DAY.fullmatch(text)):
        parts = match.groups()[::-1]
    try:
        return date(*map(int, parts)) if parts is not None else None
    except ValueError:
        return None


def _ids(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    parts = re.split(r"[;,&\s]+", text_of(value))  # an id holds none of them
    return tuple(part for part in parts if part and part.lower() not in _AND) or None


_AND: Final = ("og", "and")
"""Words between the last two ids of several."""


def _several(value: Value, _column: Column, _manner: Manner) -> Meaning | None:
    return _parts(text_of(value)) or None


def _parts(text: str) -> tuple[str, ...]:
    """The texts in one cell: between semicolons where there is one, else between commas or lines."""
    cut = text.split(";") if ";" in text else re.split(r"[,\n]", text)
    return tuple(one for part in cut if (one := " ".join(part.split())))


def _sectors(value: Value, column: Column, manner: Manner) -> Meaning | None:
    text = text_of(value)
    if (identifier := sector_called(text, manner.plan)) is not None:
        return identifier
    if column.path in manner.values:
        return text
    pairs = _pairs(text)
    if not pairs:
        raise UnclearError(
            _UNKNOWN_SECTOR, value=_shown(value), choices=[sector.name for sector in manner.plan.sectors.values()]
        )
    return tuple((_known_sector(name, manner.plan), _share(share, text, manner)) for name, share in pairs)


def _known_sector(name: str, plan: Plan) -> str:
    identifier = sector_called(name, plan)
    if identifier is None:
        raise UnclearError(_UNKNOWN_SECTOR, value=name, choices=[sector.name for sector in plan.sectors.values()])
    return identifier


def _share(share: str, text: str, manner: Manner) -> Decimal:
    number = manner.numerals.read(share.removesuffix("%").strip())
    if number is None:
        raise UnclearError(_NOT_PAIRS, value=text, example=_SHARES)
    return number


def _overlaps(value: Value, _column: Column, manner: Manner) -> Meaning | None:
    text = text_of(value)
    pairs = _pairs(text)
    if not pairs:
        raise UnclearError(_NOT_PAIRS, value=text, example=_OVERLAPS)
    amounts = [(name, manner.numerals.read(amount)) for name, amount in pairs]
    return tuple((name, money(amount, manner.unit)) for name, amount in amounts if amount is not None)


def _pairs(text: str) -> list[tuple[str, str]]:
    """``one: 40; other: 60`` as pairs; none where it is not written so."""
    pairs = [part.rpartition(":") for part in re.split(r"[;\n]", text) if part.strip()]
    return [(" ".join(name.split()), amount.strip()) for name, _, amount in pairs] if all(p[1] for p in pairs) else []


_LAST_MONTH: Final = 12
_SHARES: Final = "Oppvekst: 40; Teknisk: 60"
_OVERLAPS: Final = "HO-05: 200; HO-06: 100"

_READERS: Final[Mapping[Holds, Callable[[Value, Column, Manner], Meaning | None]]] = {
    Holds.ID: _line,
    Holds.LINE: _line,
    Holds.WORDS: _words,
    Holds.CODE: _line,
    Holds.CHOICE: _choice,
    Holds.YES_NO: _yes_no,
    Holds.GRADE: _grade,
    Holds.AMOUNT: _amount,
    Holds.NUMBER: _posts,
    Holds.MONTH: _month,
    Holds.DATE: _date,
    Holds.SECTORS: _sectors,
    Holds.IDS: _ids,
    Holds.TEXTS: _several,
    Holds.OVERLAPS: _overlaps,
}
