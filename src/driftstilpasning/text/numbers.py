"""Numbers in the reader's manner: ``1 200 000`` and ``2,9`` in Norwegian, ``1,200,000`` and ``2.9`` in English."""

from decimal import Decimal
from fractions import Fraction

NBSP = "\u00a0"
MINUS = "\u2212"


def half_up(value: Fraction | Decimal, decimals: int = 0) -> int:
    """``value`` in units of ``10**-decimals``, rounded half away from zero.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(-5, 2)), half_up(Decimal("4.335"), 2)
    (3, -3, 434)
    """
    scaled = Fraction(value) * Fraction(10) ** decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    rounded = whole + (2 * rest >= scaled.denominator)
    return -rounded if scaled < 0 else rounded


def number(value: Decimal | Fraction | int, lang: str, decimals: int | None = None) -> str:
    """``value`` with the language's separators.

    Args:
        value: any exact number.
        lang: ``nb``, ``nn`` or ``en``.
        decimals: digits after the separator, rounded half away from zero; without it those of
            the number itself, and at most two for a fraction that never ends.

    >>> number(Decimal("-1234567.5"), "nn").replace(NBSP, " ")
    '−1 234 567,5'
    >>> number(Decimal("1234.50"), "en", 1)
    '1,234.5'
    """
    if decimals is None:
        decimals = _decimals(value)
    units = half_up(Fraction(value), decimals)
    digits = f"{abs(units):0{decimals + 1}d}"
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    separator, point = (",", ".") if lang == "en" else (NBSP, ",")
    text = f"{int(whole):,}".replace(",", separator) + (point + rest if rest else "")
    return MINUS + text if units < 0 else text


def _decimals(value: Decimal | Fraction | int) -> int:
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0
    return 0 if Fraction(value).denominator == 1 else 2


def signed(text: str) -> str:
    """A plus sign before what is not negative: for changes and distances."""
    return text if text.startswith(MINUS) else "+" + text
