"""What a person most likely meant by something that is not written as a month or a day."""

import re
from datetime import date
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "de[sc]")
_NAME = re.compile("|".join(f"({month})" for month in _MONTHS), re.IGNORECASE)
_WORDS = re.compile(r"(?:(?P<day>[0-9]{1,2})\.? *)?(?P<name>[^\W\d_]{3,})\.? +(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-./ ])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[-./ ](?P<year>[0-9]{4})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})")


def month(value: str) -> str | None:
    """``value`` as a month of the schema, where it can mean only one.

    >>> [month(v) for v in ("07.2013", "2013-7", "2013/07", "2013-07-01", "1.7.2013", "juli 2013")]
    ['2013-07', '2013-07', '2013-07', '2013-07', '2013-07', '2013-07']
    >>> [month(v) for v in ("2013-07-15", "2013-13", "07/13", "2013", "august")]
    [None, None, None, None, None]
    """
    found = _read(value)
    return f"{found[0]:%Y-%m}" if found is not None and found[0].day == 1 else None


def day(value: str) -> str | None:
    """``value`` as a day of the schema, where it can mean only one.

    >>> [day(v) for v in ("1.6.2013", "2013.06.01", "2013-6-1", "1. juni 2013")]
    ['2013-06-01', '2013-06-01', '2013-06-01', '2013-06-01']
    >>> [day(v) for v in ("01.06.13", "1/6/2013", "2013-06", "31.6.2013")]
    [None, None, None, None]
    """
    found = _read(value)
    return found[0].isoformat() if found is not None and found[1] else None


def _read(value: str) -> tuple[date, bool] | None:
    """The day, and whether it was told; else the first of the month."""
    text = value.strip()
    for form in (_YEAR_FIRST, _MONTH_FIRST, _DAY_FIRST, _WORDS):
        if (match := form.fullmatch(text)) is not None:
            parts = match.groupdict()
            number = int(parts["month"]) if "month" in parts else _number(parts["name"])
            told = parts.get("day")
            try:
                return date(int(parts["year"]), number, int(told or 1)), told is not None
            except ValueError:
                return None
    return None


def _number(name: str) -> int:
    """The number of a month by its name; 0 for another word."""
    match = _NAME.match(name)
    return match.lastindex or 0 if match is not None else 0
