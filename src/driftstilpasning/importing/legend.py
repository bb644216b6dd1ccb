"""What a list says of its own numbers, in its headings and above them: in which unit they are, and what minus means."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from driftstilpasning.importing.tables import Sheet
from driftstilpasning.model.money import Unit

MINUS: Final = "minus is a saving"
PLUS: Final = "plus is a saving"

_AMOUNT = re.compile(
    r"(?<![0-9])[0-9][0-9 .,\u00a0\u202f]*(?=(?:kr\b|kroner|nok\b|mnok\b|mill\b|million|mrd\b|milliard))"
    r"(?:kr|kroner|m?nok|mill|million\w*|mrd|milliard\w*)\.?(?: ?(?:kr|kroner)\b)?",
    re.IGNORECASE,
)
"""An amount that is spelt out, which is no unit: ``30 mill. kr``."""
_UNITS: Final = {
    Unit.MILLION: re.compile(r"\b(?:mill|million\w*|mnok|mkr)\b|1[ .\u00a0]?000[ .\u00a0]?000", re.IGNORECASE),
    Unit.THOUSAND: re.compile(
        r"(?<![0-9.,])1[ .\u00a0\u202f]?000(?![ .\u00a0\u202f]?[0-9])|\btusen\b|\b(?:t|k|tusen)\.? ?(?:kr|nok)\b",
        re.IGNORECASE,
    ),
    Unit.KR: re.compile(r"\b(?:kr|kroner|nok)\b", re.IGNORECASE),
}
_SAVING = re.compile(
    r"innspar|\bspar|besparels|kutt|reduksjon|reduser|nedtrekk|mindreutgift|saving|\bcuts?\b|reduction", re.IGNORECASE
)
_RISE = re.compile(r"økning|økt|\bauk|vekst|merutgift|kostnad|satsing|increase|\bcosts?\b", re.IGNORECASE)
_NUMBERS = r"\w*\s+(?:tal|beløp|verdi|sum|forte(?:gn|ikn)|number|figure|amount|er\b|are\b|=)"
_NEGATIVE = re.compile(rf"\bminus|\bnegativ{_NUMBERS}|\b(?:er|som|are) negativ|\([-−–]\)", re.IGNORECASE)
_POSITIVE = re.compile(rf"\bplus|\bpositiv{_NUMBERS}|\b(?:er|som|are) positiv|\(\+\)", re.IGNORECASE)
_MEANS = re.compile(
    r"=|:|\([-−–+]\)|\b(?:er|vis(?:es|ast)?|vert|blir|betyr|tyder|angis|står|føres|ført|med|som|is|are|means|shown)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"inntekt|income|\b(?:uten|utan|ikke|ikkje|not|without)\b", re.IGNORECASE)
"""Words with which a sign may mean either."""


def unit_in(text: str) -> Unit | None:
    """The unit that a heading or a line above the table says, if it says one.

    >>> [unit_in(text) for text in ("Virkning 2025 (kr)", "Beløp i 1000 kr", "2026 mill. kr", "Spare 30 mill. kr")]
    [<Unit.KR: 'kr'>, <Unit.THOUSAND: '1000 kr'>, <Unit.MILLION: 'mill. kr'>, None]
    """
    bare = _AMOUNT.sub(_without_amount, text)
    found = [unit for unit, words in _UNITS.items() if words.search(bare)]
    if len(found) > 1 and found[-1] is Unit.KR:  # 1000 kr and mill. kr have kr in them
        found.pop()
    return found[0] if len(found) == 1 else None


def _without_amount(match: re.Match[str]) -> str:
    digits = re.sub(r"[^0-9]", "", re.split(r"[a-z]", match[0], maxsplit=1, flags=re.IGNORECASE)[0])
    return match[0] if digits in ("1000", "1000000") or re.fullmatch(r"(?:19|20)[0-9]{2}", digits) else ""


def sign_in(text: str) -> str | None:
    """What a heading or a line above the table says that a saving is, minus or plus, if it says it.

    >>> [sign_in(text) for text in ("Minus er innsparing", "Positive tall er innsparing, i kroner", "Pluss/minus")]
    ['minus is a saving', 'plus is a saving', None]
    """
    found = {sign for clause in _clauses(text) if (sign := _sign_of(clause)) is not None}
    return found.pop() if len(found) == 1 else None


def _clauses(text: str) -> Iterator[str]:
    for clause in re.split(r"[.;,/\n]", text):
        both = _NEGATIVE.search(clause) and _POSITIVE.search(clause)
        yield from re.split(r"\b(?:og|mens|and)\b", clause) if both else [clause]


def _sign_of(clause: str) -> str | None:
    negative, saving = (
        bool(words.search(clause)) if bool(words.search(clause)) != bool(others.search(clause)) else None
        for words, others in ((_NEGATIVE, _POSITIVE), (_SAVING, _RISE))
    )
    if negative is None or saving is None or not _MEANS.search(clause) or _UNCLEAR.search(clause):
        return None
    return MINUS if negative == saving else PLUS


def told(texts: Iterable[str], reading: Callable[[str], str | None]) -> Mapping[str, str]:
    """Everything that ``texts`` say, each with the first of them that says it."""
    found: dict[str, str] = {}
    for text in texts:
        said = reading(text)
        if said is not None:
            found.setdefault(said, _in_short(text))
    return found


def above(sheet: Sheet, header: int) -> Iterator[str]:
    """The texts that are about a whole table: those above its headings, and the name of its sheet."""
    for row in range(1, header):
        yield from (cell for cell in sheet.row(row) if isinstance(cell, str))
    yield sheet.name


_LONGEST: Final = 80


def _in_short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
