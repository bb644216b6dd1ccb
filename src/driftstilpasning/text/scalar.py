"""How a written value tells whoever types it what it looked like in the file.

The reader of files does not know the domain, and the domain does not know files. They share
these two marks: a value in quotation marks is text whatever it says, and a value may be absent.
"""

import re
from typing import Final

_WORDS = frozenset(
    variant
    for word in ("yes", "no", "on", "off", "true", "false", "null", "y", "n", "~")
    for variant in (word, word.upper(), word.capitalize())
)
_NUMBER = re.compile(r"[-+]?[0-9][0-9_,]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|[0-9]+(?::[0-5]?[0-9])+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

LONGEST_WORD: Final = max(map(len, _WORDS))
"""The length of the longest of the words that are no text to all readers of YAML."""

SIGNS: Final = frozenset("+-0123456789")
"""What numbers begin with."""


def looks_like_no_text(value: str) -> bool:
    """Whether some reader of YAML takes a plain ``value`` for a number, a date, true, false or nothing.

    >>> [looks_like_no_text(text) for text in ("NO", "0301", "12:30", "2013-06-10", "Norge")]
    [True, True, True, True, False]
    """
    if value in _WORDS:
        return True
    return value[0] in SIGNS and bool(_NUMBER.fullmatch(value) or _DATE.fullmatch(value))


class Quoted(str):
    """A value written in quotation marks: text, also when it looks like a number."""

    __slots__ = ()


class Empty:
    """A key that stands with nothing after it."""

    __slots__ = ()

    def __repr__(self) -> str:
        """As it looks in the file."""
        return "(empty)"


EMPTY: Final = Empty()
