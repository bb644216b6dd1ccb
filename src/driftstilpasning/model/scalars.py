"""Scalars of the schema: what a written value must look like to be a number, a month, a choice.

A plain scalar is text until the model asks for something else, so the spelling never decides the
type: ``NO`` stays the text NO and ``0301`` keeps its zero. Each validator takes the text of the
file, or the Python value itself where a portfolio is built in Python, and answers with a fault
named after what is wrong; the words for it are the rule's of the same name.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from driftstilpasning.model.money import LARGEST_ORE, Money, Unit

_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLANKS = re.compile(r"[ \t\r\n]+")
_ID = re.compile(r"[^\W_](?:[^\W_]|-)*")
_ID_LIKE = r"^[^\x00-/:-@\[-`{-\xa9][^\x00-,./:-@\[-`{-\xa9]*$"
"""The nearest that every dialect of patterns can say: no sign of ASCII but ``-``, which does not come first."""

_MOST_DIGITS = 18
_MOST_DECIMALS = 6
_YEAR_DIGITS = 4
REMEMBERED: Final = 1 << 12
"""How many written amounts, years, months and days are known by heart, of each kind."""


class Month(NamedTuple):
    """A calendar month, the first in which something has effect."""

    year: int
    month: int

    def __str__(self) -> str:
        """As it is written: ``2013-08``."""
        return f"{self.year:04d}-{self.month:02d}"


def fault(name: str, **facts: object) -> PydanticCustomError:
    """An error named after what is wrong, with the facts its words need."""
    return PydanticCustomError(name, "{name}", {"name": name, **facts})


def _parts(value: Any) -> tuple[str, str, str]:
    """Sign, whole digits and decimals of a number as the schema writes them."""
    if type(value) is str:  # a quoted value is a subclass: text, whatever it says
        match = _NUMBER.fullmatch(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        match = _NUMBER.fullmatch(str(value)) if abs(value) < 10**_MOST_DIGITS else None
    elif isinstance(value, Decimal) and value.is_finite():
        match = _NUMBER.fullmatch(f"{value:f}")
    else:
        match = None
    if match is None:
        raise fault("not-a-number")
    sign, whole, decimals = match.groups()
    return sign, whole.lstrip("0") or "0", (decimals or "").rstrip("0")


def _money(value: Any, info: ValidationInfo) -> Money:
    """An amount in the unit that the validation context names (kroner without one)."""
    if isinstance(value, Money):
        return value
    exponent = (info.context or Unit.KR).exponent
    return _written_amount(value, exponent) if type(value) is str else _amount(value, exponent)


def _amount(value: Any, exponent: int) -> Money:
    sign, whole, decimals = _parts(value)
    if len(decimals) > exponent:
        raise fault("amount-out-of-range", finer=True)
    ore = int(whole + decimals.ljust(exponent, "0")) if len(whole) <= _MOST_DIGITS else LARGEST_ORE + 1
    if ore > LARGEST_ORE:
        raise fault("amount-out-of-range", finer=False)
    return Money(-ore if sign else ore)


def _number(value: Any) -> Decimal:
    return _written_decimal(value) if type(value) is str else _decimal(value)


def _decimal(value: Any) -> Decimal:
    sign, whole, decimals = _parts(value)
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        raise fault("amount-out-of-range", finer=len(decimals) > _MOST_DECIMALS)
    return Decimal(f"{sign}{whole}.{decimals}" if decimals else sign + whole)


# The same few amounts, months and days stand in thousands of files: each is read, and kept, once.
_written_amount = lru_cache(REMEMBERED)(_amount)
_written_decimal = lru_cache(REMEMBERED)(_decimal)


_GRADES = {str(grade): grade for grade in range(1, 6)}


def _grade(value: Any) -> int:
    if type(value) is str and value in _GRADES:
        return _GRADES[value]
    if isinstance(value, int) and not isinstance(value, bool) and value in _GRADES.values():
        return value
    _parts(value)
    raise fault("grade-out-of-range")


def _boolean(value: Any) -> bool:
    if type(value) is str and value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise fault("not-true-or-false")


def _month(value: Any) -> Month:
    if isinstance(value, Month):
        return value
    if isinstance(value, str) and (month := _written_month(value)) is not None:
        return month
    raise fault("not-a-date", form="2013-08")


@lru_cache(REMEMBERED)
def _written_month(text: str) -> Month | None:
    match = _MONTH.fullmatch(text)
    return Month(int(match[1]), int(match[2])) if match is not None else None


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (day := _written_date(value)) is not None:
        return day
    raise fault("not-a-date", form="2013-06-10")


@lru_cache(REMEMBERED)
def _written_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _year(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and (year := _written_year(value)) is not None:
        return year
    raise fault("not-a-date", form="2013")


@lru_cache(REMEMBERED)
def _written_year(text: str) -> int | None:
    return int(text) if len(text) == _YEAR_DIGITS and text.isascii() and text.isdecimal() else None


def line(value: str) -> str:
    r"""``value`` on one line; a space that is not to be broken stays.

    >>> line(" Felles kjøken\n  for  sjukeheim\n")
    'Felles kjøken for sjukeheim'
    """
    return _BLANKS.sub(" ", value).strip(" ")


def _line(value: str) -> str:
    text = line(value)
    if not text:
        raise fault("empty-value")
    return text


def is_id(value: str) -> bool:
    """Whether a measure may be called ``value``: letters, digits and ``-``, and no ``-`` first."""
    return _ID.fullmatch(value) is not None


def _id(value: str) -> str:
    if not is_id(value):
        raise fault("invalid-id")
    return unicodedata.normalize("NFC", value)


def _as_json(shape: str, kind: str, **keywords: Any) -> WithJsonSchema:
    """What is written in a file, in JSON Schema; whoever makes a schema has words for each ``shape``."""
    return WithJsonSchema({"shape": shape, "type": kind, **keywords})


Amount = Annotated[Money, PlainValidator(_money), _as_json("amount", "number")]
"""Money written in the plan's unit."""

Number = Annotated[Decimal, PlainValidator(_number), _as_json("number", "number")]
"""A number that is not money: full-time equivalents, shares, weights."""

Grade = Annotated[int, PlainValidator(_grade), _as_json("grade", "integer", enum=list(_GRADES.values()))]
"""A grade, 1 to 5."""

Boolean = Annotated[bool, PlainValidator(_boolean), _as_json("boolean", "boolean")]
"""``true`` or ``false``, and no other word for it."""

YearMonth = Annotated[Month, PlainValidator(_month), _as_json("month", "string", pattern=f"^{_MONTH.pattern}$")]
"""A month: ``2013-08``."""

Date = Annotated[date, PlainValidator(_date), _as_json("date", "string", pattern=f"^{_DATE.pattern}$", format="date")]
"""A day: ``2013-06-10``."""

Year = Annotated[int, PlainValidator(_year), _as_json("year", "integer", minimum=1000, maximum=9999)]
"""A year of four digits; as a key, quoted or not."""

Words = Annotated[str, Field(min_length=1), _as_json("text", "string", minLength=1)]
"""Text that says something."""

Line = Annotated[
    str, Field(min_length=1), AfterValidator(_line), _as_json("text", "string", minLength=1, pattern=r"[^ \t\r\n]")
]
"""Text that says something, on one line however many it is written on."""

Id = Annotated[str, Field(min_length=1), AfterValidator(_id), _as_json("id", "string", minLength=1, pattern=_ID_LIKE)]
"""Letters, digits and ``-``; compared without regard to case."""


def folded(identifier: str) -> str:
    """What two ids have in common when they differ in letter case alone."""
    return unicodedata.normalize("NFC", identifier).casefold()
