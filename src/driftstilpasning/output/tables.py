"""Neutral blocks and tables: what a report says, before any medium writes it.

A table's cells are values, not text: money stays :class:`Money`, a share stays a fraction. The terminal
writes them, the workbook stores them as numbers.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.model.money import Money, Unit
from driftstilpasning.text import Lang
from driftstilpasning.text.numbers import number

Value = str | int | Money | Decimal | Fraction | None
"""A cell: text, a whole number, money, a number, a share of one, or nothing."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, and whether it is text."""

    title: str
    text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; ``total`` says that the last row sums those above."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line below a target: what it is, how much, and what more there is to say."""

    label: str
    amount: Value
    note: str = ""


@dataclass(frozen=True, slots=True)
class TargetBlock:
    """A target as it is shown: title, basis in words, the bar's parts, and the facts."""

    title: str
    basis: str
    amount: Money
    reached: Money
    share: Fraction
    gap: Money
    before: Money
    decided: Money
    proposed: Money
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that ``dt summarize`` says, in one language."""

    title: str
    subtitle: str
    unit: Unit
    notice: str
    targets_title: str
    targets: tuple[TargetBlock, ...]
    tables: tuple[Table, ...]
    foot: tuple[str, ...] = field(default=())


def amount(money: Money, unit: Unit, lang: Lang) -> str:
    """``money`` as people read it in the plan's unit: whole, or two decimals where the unit is a million."""
    return unit.show(money, lang, 2 if unit is Unit.MILLION else 0)


def value(cell: Value, unit: Unit, lang: Lang) -> str:
    """A cell as text: money in whole units, shares in per cent, nothing as –."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Money):
        return amount(cell, unit, lang) if cell else "–"
    if isinstance(cell, Fraction):
        return number(cell * 100, lang, 1)
    return number(cell, lang, 1) if cell else "–"
