"""The formulas of sums over the calculation: what they come to, :mod:`driftstilpasning.analysis` knows."""

from collections.abc import Sequence
from typing import NamedTuple

from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Target
from driftstilpasning.output.workbook.calculation import NONE, SUMS, Amount, Calculation
from driftstilpasning.output.workbook.cells import Block, Key, literal


class Where(NamedTuple):
    """A condition on the measures of a sum: what a column of the calculation holds."""

    key: Key
    value: str | int


class Formulas:
    """Sums over a calculation, each as a formula."""

    def __init__(self, calculation: Calculation) -> None:
        """Sum over ``calculation``."""
        self._of = calculation

    def net(self, amount: Amount, *where: Where) -> str:
        """What counts of ``amount`` under every condition, of the measures that are shown."""
        return _over(self._of.measures, ("net", amount), where) if amount in self._of.measures else "0"

    def toward(self, target: Target, *where: Where, factor: str | None = None) -> str:
        """What counts toward a target under every condition, of the measures that are shown.

        With a ``factor``, ``low`` or ``high``, each measure's amount is taken times it.
        """
        column = self._of.measures.range(("toward", target.id))
        if factor is not None:
            return f"SUMPRODUCT({column}*{self._of.measures.range(factor)})"
        return _over(self._of.measures, ("toward", target.id), where)

    def spent(self, target: Target) -> str:
        """The one-off cost of what counts toward a target, of the measures that are shown."""
        return _over(self._of.measures, ("spent", target.id), ())

    def in_vain(self) -> str:
        """How many measures are included and not taken, since an alternative goes first."""
        return f"SUM({self._of.measures.range('in vain')})"

    def every(self, amount: Amount) -> str:
        """What counts of ``amount``, internal measures too."""
        terms = [self.net(amount)]
        if amount in self._of.internal and self._of.internal.rows:
            terms.append(f"SUM({self._of.internal.range(amount)})")
        return added(terms)

    def sector(self, amount: Amount, sector: str) -> str:
        """What counts in one sector, its part of the measures that several share with it."""
        here = Where("sector", self._of.sector_number(sector))
        terms = [self.net(amount, here)]
        if self._of.parts:
            terms.append(_over(self._of.shares, amount, [here]))
        return added([*terms, *self._internal(amount, sector)])

    def posts(self, sector: str) -> str:
        """The posts of a sector."""
        return added([self._posts(sector), *self._internal("fte", sector)])

    def posts_that_go(self, sector: str, how: str | None) -> str:
        """The posts that go in one way, of the measures that are shown; None is when nothing is said of it."""
        return self._posts(sector, Where("how", how or NONE))

    def internal_posts(self, sector: str) -> str:
        """The posts of the internal measures."""
        return added(self._internal("fte", sector))

    def number(self, *where: Where) -> str:
        """How many of the measures that are shown count, under every condition."""
        here = self._of.measures
        return f"COUNTIFS({_conditions(here, [Where(('counts', SUMS), 1), *where])})"

    def amount(self, amount: Money) -> str:
        """An amount that no choice changes."""
        return self._of.in_unit(amount)

    def _posts(self, sector: str, *where: Where) -> str:
        conditions = [Where("sector", self._of.sector_number(sector)), *where]
        terms = [_over(self._of.measures, "fte", [Where(("counts", SUMS), 1), *conditions])]
        if self._of.parts:
            terms.append(_over(self._of.shares, "fte", conditions))
        return added(terms)

    def _internal(self, key: Key, sector: str) -> list[str]:
        sectors = list(self._of.together)
        known = sector in sectors and key in self._of.internal
        return [self._of.internal.cell(sectors.index(sector), key)] if known else []


def added(terms: Sequence[str]) -> str:
    """The sum of ``terms`` as a formula writes it.

    >>> added(["A1", "-A2", "A3"]), added([])
    ('A1-A2+A3', '0')
    """
    return "+".join(terms).replace("+-", "-") or "0"


def _over(block: Block, key: Key, where: Sequence[Where]) -> str:
    """The sum of a column of a block."""
    return f"SUMIFS({block.range(key)},{_conditions(block, where)})" if where else f"SUM({block.range(key)})"


def _conditions(block: Block, where: Sequence[Where]) -> str:
    return ",".join(f"{block.range(one.key)},{_criterion(one)}" for one in where)


def _criterion(where: Where) -> str:
    return literal(where.value) if isinstance(where.value, str) else str(where.value)
