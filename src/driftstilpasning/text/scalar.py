"""How a written value tells whoever types it what it looked like in the file.

The reader of files does not know the domain, and the domain does not know files. They share
these two marks: a value in quotation marks is text whatever it says, and a value may be absent.
"""

from typing import Final


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
