"""Making a stranger's text safe to print on a terminal."""

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_ALLOWED = frozenset({"\u00ad", "\u200c", "\u200d"})  # soft hyphen and joiners: part of ordinary words


def printable(text: str) -> str:
    r"""``text`` with control, direction and private characters written as escapes.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    >>> printable("blåbær – 5 %")
    'blåbær – 5 %'
    """
    if text.isprintable():
        return text
    return "".join(repr(c)[1:-1] if hidden(c) else c for c in text)


def hidden(character: str) -> bool:
    """Whether a terminal would act upon ``character``, or show nothing where it stands."""
    return unicodedata.category(character) in _UNSAFE and character not in _ALLOWED
