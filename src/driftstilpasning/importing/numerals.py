"""Numbers as people write them in tables: ``-18.272``, ``1 200``, ``(328)``, ``−1,5``, ``1.234,56``.

Whether a point cuts thousands or decimals cannot be seen from one number. So whoever knows the table says it, and
nothing is guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from driftstilpasning.importing.trouble import UnclearError
from driftstilpasning.text import Text

SPACE: Final = " "
_SPACES = re.compile("[ \t\u00a0\u2007\u2009\u202f]+")
_MINUS: Final = "-\u2212\u2013\u2010\u2011\ufe63\uff0d"
_WRAPPED = re.compile(r"\((.*)\)|(.*)")
_MONEY = re.compile(r"^(?:kr\.?|NOK)(?=[\s\d(-])\s*|(?<=[\d\s])(?:kr\.?|NOK)$|,[-\u2212\u2013]$", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")
_GROUP: Final = 3
_LONGEST: Final = 40

_NOT_A_NUMBER = Text(nb="«{text}» er ikke et tall", nn="«{text}» er ikkje eit tal", en="“{text}” is not a number")
_UNDECLARED = Text(
    nb="«{text}» har «{sign}», og det er ikke sagt om det skiller tusener eller desimaler",
    nn="«{text}» har «{sign}», og det er ikkje sagt om det skil tusen eller desimalar",
    en="“{text}” has “{sign}”, and nobody has said whether it separates thousands or decimals",
)
_NOT_OURS = Text(
    nb="«{text}» har «{sign}»: skriv desimaler med «{decimal}» og tusener uten skilletegn",
    nn="«{text}» har «{sign}»: skriv desimalar med «{decimal}» og tusen utan skiljeteikn",
    en="“{text}” has “{sign}”: write decimals with “{decimal}” and thousands without a separator",
)
_GROUPED = Text(
    nb="«{text}»: mellom to «{sign}» skal det være tre sifre",
    nn="«{text}»: mellom to «{sign}» skal det vere tre siffer",
    en="“{text}”: three digits belong between thousands separators (“{sign}”)",
)
_MIXED = Text(
    nb="«{text}» og «{other}» står i samme kolonne: skiller «{sign}» tusener eller desimaler?",
    nn="«{text}» og «{other}» står i same kolonne: skil «{sign}» tusen eller desimalar?",
    en="“{text}” and “{other}” stand in the same column: does “{sign}” separate thousands or decimals?",
)
_MIXED_IN_OURS = Text(
    nb="«{text}» og «{other}» står i samme kolonne, så «{sign}» kan skille tusener eller desimaler: "
    "skriv tusener uten skilletegn",
    nn="«{text}» og «{other}» står i same kolonne, så «{sign}» kan skilje tusen eller desimalar: "
    "skriv tusen utan skiljeteikn",
    en="“{text}” and “{other}” stand in the same column, so “{sign}” may separate thousands or decimals: "
    "write thousands without a separator",
)


@dataclass(frozen=True, slots=True)
class Numerals:
    """A manner of writing numbers."""

    decimal: str | None = None
    """What stands before the decimals."""
    thousands: Sequence[str] = ()
    """What may stand between thousands; :data:`SPACE` is any space, also one that is not to be broken."""
    ours: bool = False
    """Whether it is the manner of our own files, which nobody declares."""

    def read(self, text: str) -> Decimal | None:
        """The number that ``text`` is, exactly; None for a dash alone, which is how tables write nothing.

        Raises:
            UnclearError: it is none in this manner.

        >>> [Numerals(",", ".").read(text) for text in ("-18.272", "1.234,56", "(328)", "−1,5", "–")]
        [Decimal('-18272'), Decimal('1234.56'), Decimal('-328'), Decimal('-1.5'), None]
        """
        plain = _SPACES.sub(SPACE, text).strip()
        if plain and all(sign in _MINUS for sign in plain):
            return None
        negative, bare = _sign(_MONEY.sub("", plain).strip())
        whole, decimals = self._halves(bare, text)
        digits = "".join(whole)
        if not _DIGITS.fullmatch(digits) or (decimals and not _DIGITS.fullmatch(decimals)) or len(plain) > _LONGEST:
            self._explain(bare, text)
        return Decimal(f"{'-' if negative else ''}{digits}{'.' if decimals else ''}{decimals}")

    def _halves(self, bare: str, text: str) -> tuple[list[str], str]:
        """The groups of digits before the decimals, and the decimals."""
        whole, decimals = bare, ""
        if self.decimal and self.decimal in bare:
            whole, _, decimals = bare.rpartition(self.decimal)
            if not decimals:
                raise UnclearError(_NOT_A_NUMBER, text=text)
        for sign in self.thousands:
            groups = whole.split(sign)
            if len(groups) > 1 and _DIGITS.fullmatch("".join(groups)):
                if not 0 < len(groups[0]) <= _GROUP or any(len(group) != _GROUP for group in groups[1:]):
                    raise UnclearError(_GROUPED, text=text, sign=sign)
                return groups, decimals
        return [whole], decimals

    def _explain(self, bare: str, text: str) -> None:
        declared = {*self.thousands, self.decimal}
        for sign in (".", ",", SPACE, "'"):
            if sign in bare and sign not in declared and _DIGITS.fullmatch(re.sub(r"[., ']", "", bare)):
                if self.ours:
                    raise UnclearError(_NOT_OURS, text=text, sign=sign, decimal=self.decimal)
                raise UnclearError(_UNDECLARED, text=text, sign=sign)
        raise UnclearError(_NOT_A_NUMBER, text=text)

    def mixed(self, texts: Iterable[str]) -> UnclearError | None:
        """Why a column cannot be read: one number has thousands as another has decimals, three of them.

        >>> Numerals(".", SPACE).mixed(["-18.272", "-1 300"]).facts["text"]
        '-18.272'
        """
        if self.decimal is None:
            return None
        bare = {text: _sign(_MONEY.sub("", _SPACES.sub(SPACE, text)).strip())[1] for text in texts}
        grouped = re.compile(rf"[0-9]{{1,3}}{re.escape(self.decimal)}[0-9]{{3}}")
        doubtful = next((text for text, number in bare.items() if grouped.fullmatch(number)), None)
        other = next((text for text, number in bare.items() if any(s in number for s in self.thousands)), None)
        if doubtful is None or other is None:
            return None
        return UnclearError(_MIXED_IN_OURS if self.ours else _MIXED, text=doubtful, other=other, sign=self.decimal)


def _sign(text: str) -> tuple[bool, str]:
    """Whether a number is negative, and the number without its sign: ``(328)``, ``-328`` and ``328-`` are alike."""
    match = _WRAPPED.fullmatch(text)
    if match is not None and match[1] is not None:
        return True, match[1].strip()
    if text[:1] and text[0] in _MINUS:
        return True, text[1:].strip()
    if text[-1:] and text[-1] in _MINUS:
        return True, text[:-1].strip()
    return False, text.removeprefix("+").strip()
