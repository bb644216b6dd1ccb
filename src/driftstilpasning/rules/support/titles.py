"""The words of a title."""

import re

_WORD = re.compile(r"[^\W\d_]{5,}")
_AGREEMENT = re.compile(r"(?:avtale|kontrakt)(?:a|e|ar|er|en|ane|ene|n|r|ne)?(?![^\W\d_])", re.IGNORECASE)
_COMMON = frozenset(("andre", "eller", "etter", "felles", "kommune", "kommunen", "kommunal", "kommunale", "mellom"))


def telling_words(title: str) -> frozenset[str]:
    """The words of five letters or more that say what a title is about; not the agreement, but what it is on.

    >>> sorted(telling_words("Ny avtale om telefoni")), sorted(telling_words("Telefoniavtalen går ut"))
    (['telefoni'], ['telefoni'])
    """
    text = _AGREEMENT.sub(" ", title.casefold())
    return frozenset(_WORD.findall(text)) - _COMMON


def is_agreement(title: str) -> bool:
    """Whether the title is about an agreement or a contract."""
    return _AGREEMENT.search(title) is not None
