"""Money: whole øre, and nothing else.

:class:`Unit` is the only door between the numbers people write and :class:`Money`.
Binary floating point is never used: 0.1 + 0.2 would not be 0.3.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Self

from driftstilpasning.text.numbers import half_up, number

LARGEST_ORE = 10**15
"""No amount is larger: ten thousand milliard kroner is a slip of the keyboard."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in øre (1/100 krone). A saving is positive."""

    ore: int = 0

    def __reduce__(self) -> tuple[type[Self], tuple[int]]:
        """Class and øre, which is quicker than what dataclasses do of themselves."""
        return type(self), (self.ore,)

    def __add__(self, other: "Money") -> "Money":
        """The exact sum."""
        return Money(self.ore + other.ore)

    def __sub__(self, other: "Money") -> "Money":
        """The exact difference."""
        return Money(self.ore - other.ore)

    def __neg__(self) -> "Money":
        """The amount with the other sign."""
        return Money(-self.ore)

    def __abs__(self) -> "Money":
        """The size without the sign."""
        return Money(abs(self.ore))

    def __bool__(self) -> bool:
        """Whether there is any money at all."""
        return self.ore != 0

    @property
    def kr(self) -> Decimal:
        """The amount in kroner."""
        return Decimal(self.ore).scaleb(-2)

    def times(self, factor: Fraction) -> "Money":
        """``factor`` of the amount, rounded half away from zero to the øre, once."""
        return Money(half_up(self.ore * factor))

    def render(self, lang: str) -> str:
        """The amount in kroner as people write it: ``1 200 000 kr``."""
        return kroner(self, lang)


def total(amounts: Iterable[Money]) -> Money:
    """The exact sum of ``amounts``."""
    return Money(sum(amount.ore for amount in amounts))


def kroner(amount: Money, lang: str) -> str:
    """``amount`` in kroner with its unit; øre are shown only when there are some."""
    digits = number(amount.kr, lang, 2 if amount.ore % 100 else 0)
    return f"NOK\u00a0{digits}" if lang == "en" else f"{digits}\u00a0kr"


class Unit(StrEnum):
    """What one of a plan's numbers is worth: ``kr``, ``1000 kr`` or ``mill. kr``."""

    KR = "kr", 2
    THOUSAND = "1000 kr", 5
    MILLION = "mill. kr", 8

    exponent: int
    """How many digits stand between the unit and the øre."""

    def __new__(cls, name: str, exponent: int) -> Self:
        """A unit under its printed name."""
        unit = str.__new__(cls, name)
        unit._value_ = name
        unit.exponent = exponent
        return unit

    def money(self, value: Decimal | int) -> Money:
        """``value`` of this unit as money.

        Raises:
            ValueError: ``value`` is finer than one øre.
        """
        ore = Fraction(value) * 10**self.exponent
        if ore.denominator != 1:
            message = f"{value} {self} is finer than one øre"
            raise ValueError(message)
        return Money(ore.numerator)

    def decimal(self, amount: Money) -> Decimal:
        """``amount`` as an exact number of this unit."""
        return Decimal(amount.ore).scaleb(-self.exponent).normalize() + 0

    def show(self, amount: Money, lang: str, decimals: int | None = None) -> str:
        """``amount`` as a number of this unit in the language's manner, without the unit."""
        return number(self.decimal(amount), lang, decimals)
