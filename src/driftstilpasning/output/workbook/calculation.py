"""What every sum of the workbook rests on: which measures count under the choice that a reader makes, and for how much.

The sheet has a row for each measure, found by its id in the table of measures, so that the table may be sorted; a row
for each overlap; and a row for each sector of a measure that several share. The rules are those of
:mod:`driftstilpasning.analysis.counting`: a measure that is not included is as one that is not there.

What is internal stands in no row: it is in the sums as it is, whatever is chosen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import Final, NamedTuple

from driftstilpasning.analysis.choice import choose, in_turn, rivals_of
from driftstilpasning.analysis.counting import Counting, Why, overlaps, split
from driftstilpasning.analysis.quadrant import placement, unplaced
from driftstilpasning.analysis.summary import factors, sector_ids
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Kind, Measure, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Target
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live, added, words

TABLE: Final = "tblTiltak"
"""The table of measures, by the name that formulas call it."""


class Variant(NamedTuple):
    """From which status measures count, and whether only lasting ones do."""

    since: Status
    lasting: bool = False


SUMS: Final = Variant(Status.PROPOSED)
"""What years, sectors and quadrants are summed by."""


class Gross(NamedTuple):
    """An amount of each measure: ``in_year``, ``level`` or ``cost`` of a year, or ``once``, the largest year's."""

    kind: str
    year: int = 0


class Where(NamedTuple):
    """A condition on the measures of a sum: what a column holds."""

    key: Key
    value: str | int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a block."""

    contents: Sequence[Content]


class Calculation:
    """The blocks of the sheet, and sums over them."""

    def __init__(self, view: View, sheet: str, headings: "Headings") -> None:
        """Place the blocks."""
        self.view, self.headings = view, headings
        self.portfolio, self.shown = portfolio, shown = view.portfolio, view.measures
        self._row = {measure.id: i for i, measure in enumerate(shown)}
        self.hidden = [measure for measure in portfolio if measure.id not in self._row]
        self._statics: dict[str, Mapping[Key, str | int | Fraction | Decimal | None]] = {}
        self.sectors = sector_ids(portfolio)
        self.targets = {target.id: Variant(target.counts, lasting_of(target)) for target in portfolio.plan.targets}
        self.variants = tuple(dict.fromkeys((SUMS, *self.targets.values())))
        years = tuple(portfolio.period)
        self._spent = any(measure.transition_cost for measure in shown)
        self.gross = tuple(
            Gross(kind, year) for kind in ("in_year", "level", *(["cost"] if self._spent else [])) for year in years
        )
        self._pairs = [pair for pair in overlaps(portfolio) if pair[0].id in self._row]
        self._parts = [(measure, sector) for measure in shown if len(measure.shares) > 1 for sector in measure.shares]
        static = (
            "id",
            "title",
            "status",
            "sector",
            "unspecified",
            "recurring",
            "low",
            "high",
            "fte",
            "how",
            "quadrant",
        )
        counted = [(name, variant) for variant in self.variants for name in ("counts", "conditional")]
        self._shared = [Gross(kind, year) for kind in ("in_year", "level") for year in years]
        top = _TOP
        self.measures = Block(
            sheet, top, (*static, "row", "include", "taken", *self.gross, Gross("once"), *counted), len(shown)
        )
        top += max(1, len(shown)) + _BETWEEN
        pair_keys: tuple[Key, ...] = ("off", "other", "nr", "amount", *static[2:8], "quadrant")
        per = [key for v in self.variants for key in (("both", v), ("conditional", v), *((g, v) for g in self._shared))]
        self.overlaps = Block(sheet, top, (*pair_keys, *per, (Gross("once"), SUMS)), len(self._pairs))
        top += max(1, len(self._pairs)) + _BETWEEN
        self.parts = Block(sheet, top, ("id", "sector", "share", "how", "fte", *self._shared), len(self._parts))

    # Which measures count

    @cache  # noqa: B019  # lives as long as the workbook is made
    def counting(self, variant: Variant) -> Counting:
        """What counts as the portfolio stands."""
        return Counting(self.portfolio, variant.since, variant.lasting)

    def included(self, measure: Measure) -> bool:
        """Whether a measure is included to begin with: not what was stopped, nor an alternative that is not taken."""
        return measure.status.alive and measure.id not in self.portfolio.once(choose)

    def counts(self, measure: Measure, variant: Variant = SUMS) -> str:
        """Whether ``measure`` counts, 1 or 0, as a formula speaks of it."""
        if measure.id in self._row:
            return self.measures.cell(self._row[measure.id], ("counts", variant))
        return str(int(self.counting(variant).counts(measure)))

    def ahead(self, measure: Measure) -> list[Measure]:
        """The alternatives that are taken before ``measure``."""
        return self._ahead.get(measure.id, [])

    def taken(self, measure: Measure) -> str:
        """Whether ``measure`` is taken among its alternatives, 1 or 0, as a formula speaks of it."""
        if measure.id in self._row:
            return self.measures.cell(self._row[measure.id], "taken")
        return str(int(self.included(measure)))

    @cached_property
    def _ahead(self) -> Mapping[str, list[Measure]]:
        rivals, ahead, before = rivals_of(self.portfolio), {}, set()
        for measure in in_turn(self.portfolio):
            ahead[measure.id] = [rival for rival in rivals[measure.id].values() if rival.id in before]
            before.add(measure.id)
        return ahead

    def _taken(self, measure: Measure) -> Content:
        include = self.measures.cell(self._row[measure.id], "include")
        formula = "*".join([include, *(f"(1-{self.taken(rival)})" for rival in self.ahead(measure))])
        return Live(formula, int(self.included(measure)))

    def _counts(self, measure: Measure, variant: Variant) -> Content:
        """0 where it never can; else whether it is taken, and what it reverses counts."""
        why = self.counting(variant).reasons[measure.id]
        base = self._base(measure)
        if why not in (None, Why.ALTERNATIVE, Why.REVERSAL) or base is measure:
            return 0
        terms = [self.measures.cell(self._row[measure.id], "taken")]
        if base is not None:
            terms.append(self.counts(base, variant))
        return Live("*".join(terms), int(why is None))

    def _base(self, measure: Measure) -> Measure | None:
        """What ``measure`` reverses, if anything; itself, where that leads nowhere or round in a circle."""
        seen, here = {measure.id}, measure
        while here.reverses is not None:
            found = self.portfolio.find(here.reverses)
            if found is None or found.id in seen:
                return measure
            seen.add(found.id)
            here = found
        return self.portfolio.find(measure.reverses) if measure.reverses is not None else None

    def _conditional(self, measure: Measure, variant: Variant) -> Content:
        if not measure.requires:
            return 0
        found = [self.portfolio.find(reference) for reference in measure.requires]
        counts = self.counts(measure, variant)
        counting = self.counting(variant)
        value = int(counting.counts(measure) and counting.conditional(measure))
        if any(other is None for other in found):
            return Live(counts, value)
        return Live(f"{counts}*(1-{'*'.join(self.counts(other, variant) for other in found if other)})", value)

    # What they come to

    def amount_of(self, measure: Measure, gross: Gross) -> Money:
        """The gross amount of one measure."""
        period = self.portfolio.period
        if gross.kind == "cost":
            return measure.cost(gross.year)
        if gross.kind == "level":
            return measure.level(gross.year, period)
        return measure.in_year(gross.year or measure.largest_year(period), period)

    def net_of(self, measure: Measure, gross: Gross, variant: Variant = SUMS) -> Money:
        """What one measure that counts adds to a sum, once what it shares with others is taken off."""
        counting = self.counting(variant)
        if gross.kind == "cost":
            return measure.cost(gross.year)
        if gross.kind == "level":
            return counting.level(measure, gross.year)
        return counting.in_year(measure, gross.year or measure.largest_year(self.portfolio.period))

    def net(self, measure: Measure, gross: Gross, variant: Variant = SUMS) -> str:
        """The same, as a formula speaks of it."""
        row = self._row[measure.id]
        amount = self.measures.cell(row, gross)
        if gross.kind != "cost" and any(off.id == measure.id for off, *_ in self._pairs):
            mine = f"{self.overlaps.range((gross, variant))},{self.overlaps.range('nr')},{row + 1}"
            amount = f"({amount}-SUMIFS({mine}))"
        return f"{self.measures.cell(row, ('counts', variant))}*{amount}"

    def sum(self, parts: Iterable[Gross], *where: Where, variant: Variant = SUMS, factor: str | None = None) -> Live:
        """What counts of ``parts`` under every condition, each amount times its ``factor``, low or high."""
        terms: list[str] = []
        value = Fraction(0)
        constant = Fraction(0)
        for gross in parts:
            if gross.kind != "cost" or self._spent:
                terms.append(self._summed(self.measures, gross, ("counts", variant), where, factor))
            if gross.kind != "cost" and self._pairs:
                terms.append("-" + self._summed(self.overlaps, (gross, variant), None, where, factor))
            for measures, hidden in ((self.shown, False), (self.hidden, True)):
                found = self._exact(measures, gross, variant, where, factor)
                value += found
                constant += found if hidden else 0
        if constant:
            terms.append(self._constant(constant))
        if factor is None:
            return Live(added(terms), Money(int(value)))
        in_unit = value / 10**self.portfolio.plan.unit.exponent
        return Live(added(terms), Decimal(in_unit.numerator) / in_unit.denominator)

    def less(self, left: Live, right: Live) -> Live:
        """The one amount less the other."""
        if isinstance(left.value, Money) and isinstance(right.value, Money):
            return Live(f"({left.formula})-({right.formula})", left.value - right.value)
        return Live(f"({left.formula})-({right.formula})", as_decimal(left.value) - as_decimal(right.value))

    def sector(self, gross: Gross, sector: str) -> Live:
        """What counts in one sector, its part of the measures that several share with it."""
        code = self.sectors.index(sector) + 1
        alone = self.sum([gross], Where("sector", code))
        value = alone.value if isinstance(alone.value, Money) else Money(0)
        terms = [alone.formula]
        if self._parts and gross.kind != "cost":
            terms.append(f"SUMIFS({self.parts.range(gross)},{self.parts.range('sector')},{code})")
        shared = [
            m for m in self.portfolio if len(m.shares) > 1 and sector in m.shares and self.counting(SUMS).counts(m)
        ]
        for measure in shared:
            value += split(self.net_of(measure, gross), measure.shares)[sector]
        inside = total(split(self.net_of(m, gross), m.shares)[sector] for m in shared if m.id not in self._row)
        if inside:
            terms.append(self._constant(Fraction(inside.ore)))
        return Live(added(terms), value)

    def posts(self, sector: str, how: str | None = None, *, any_how: bool = False) -> Live:
        """The posts of a sector, or those that go in one way; None is when nothing is said of it."""
        code = self.sectors.index(sector) + 1
        said = [Where("sector", code), *([] if any_how else [Where("how", how or NOT_SAID)])]
        conditions = "".join(f",{self.measures.range(key)},{_criterion(value)}" for key, value in said)
        counts = f"{self.measures.range(('counts', SUMS))},1"
        terms = [f"SUMIFS({self.measures.range('fte')},{counts}{conditions})"]
        if self._parts:
            conditions = "".join(f",{self.parts.range(key)},{_criterion(value)}" for key, value in said)
            terms.append(f"SUMIFS({self.parts.range('fte')}{conditions})")
        value = hidden = Decimal(0)
        for measure in self.portfolio:
            if not self.counting(SUMS).counts(measure) or measure.fte is None or sector not in measure.shares:
                continue
            if any_how or measure.fte_how == how:
                posts = measure.fte * measure.shares[sector] / 100
                value += posts
                hidden += posts if measure.id not in self._row else 0
        return Live(added([*terms, *([f"{hidden:+f}"] if hidden else [])]), value)

    def number(self, *where: Where) -> Live:
        """How many of the measures that are shown count, under every condition."""
        conditions = "".join(f",{self.measures.range(key)},{_criterion(value)}" for key, value in where)
        value = sum(
            self.counting(SUMS).counts(measure) and all(self._static(measure)[w.key] == w.value for w in where)
            for measure in self.shown
        )
        return Live(f"COUNTIFS({self.measures.range(('counts', SUMS))},1{conditions})", value)

    def _summed(self, block: Block, amount: Key, counts: Key | None, where: Sequence[Where], factor: str | None) -> str:
        conditions = ([(counts, 1)] if counts is not None else []) + list(where)
        if factor is not None:
            tests = [f"({block.range(key)}={_criterion(value)})" for key, value in conditions]
            return f"SUMPRODUCT({'*'.join([*tests, block.range(amount), block.range(factor)])})"
        if not conditions:
            return f"SUM({block.range(amount)})"
        said = ",".join(f"{block.range(key)},{_criterion(value)}" for key, value in conditions)
        return f"SUMIFS({block.range(amount)},{said})"

    def _exact(
        self, measures: Iterable[Measure], gross: Gross, variant: Variant, where: Sequence[Where], factor: str | None
    ) -> Fraction:
        counting = self.counting(variant)
        value = Fraction(0)
        for measure in measures:
            if counting.counts(measure) and all(self._has(measure, one, variant) for one in where):
                weight = dict(zip(("low", "high"), factors(measure, self.portfolio), strict=True)).get(factor or "", 1)
                value += self.net_of(measure, gross, variant).ore * weight
        return value

    def _has(self, measure: Measure, where: Where, variant: Variant) -> bool:
        if where.key == ("conditional", variant):
            return self.counting(variant).conditional(measure) == bool(where.value)
        return bool(self._static(measure)[where.key] == where.value)

    def _constant(self, ore: Fraction) -> str:
        return f"{float(ore / 10**self.portfolio.plan.unit.exponent):+.15g}"

    # The rows

    def _static(self, measure: Measure) -> Mapping[Key, str | int | Fraction | Decimal | None]:
        """What does not change with the choice."""
        if measure.id not in self._statics:
            self._statics[measure.id] = self._made(measure)
        return self._statics[measure.id]

    def _made(self, measure: Measure) -> Mapping[Key, str | int | Fraction | Decimal | None]:
        low, high = factors(measure, self.portfolio)
        placed = unplaced(measure, self.portfolio) is None
        return {
            "id": measure.id,
            "title": measure.title,
            "status": measure.status.value,
            "sector": self.sectors.index(next(iter(measure.shares))) + 1 if len(measure.shares) == 1 else 0,
            "unspecified": int(measure.kind is Kind.UNSPECIFIED),
            "recurring": int(measure.recurring),
            "low": low,
            "high": high,
            "fte": measure.fte,
            "how": measure.fte_how.value if measure.fte_how is not None else NOT_SAID,
            "quadrant": placement(measure, self.counting(SUMS)).quadrant.value if placed else UNPLACED,
        }

    def measure_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each measure that is shown."""
        for i, measure in enumerate(self.shown):
            here = self.measures
            row: dict[Key, Content] = dict(self._static(measure))
            row["row"] = Live(f"MATCH({here.cell(i, 'id')},{TABLE}[{self.headings.id}],0)", i + 1)
            row["include"] = Live(
                f"IFERROR(N(INDEX({TABLE}[{self.headings.include}],{here.cell(i, 'row')})="
                f"{words(self.headings.yes)}),0)",
                int(self.included(measure)),
            )
            row["taken"] = self._taken(measure)
            for gross in self.gross:
                row[gross] = self._gross(measure, i, gross)
            year = measure.largest_year(self.portfolio.period)
            once = Gross("in_year", year)
            row[Gross("once")] = Live(here.cell(i, once), self.amount_of(measure, once))
            for variant in self.variants:
                row["counts", variant] = self._counts(measure, variant)
                row["conditional", variant] = self._conditional(measure, variant)
            yield row

    def _gross(self, measure: Measure, i: int, gross: Gross) -> Content:
        """An amount: as it stands in the table of measures, wherever it stands there."""
        amount = self.amount_of(measure, gross)
        heading = self.headings.of(gross)
        if gross.kind == "level":
            same = measure.recurring and amount == measure.in_year(gross.year, self.portfolio.period)
            return Live(self.measures.cell(i, Gross("in_year", gross.year)), amount) if same else amount
        if gross.kind == "cost" and not amount:
            return amount
        return Live(f"IFERROR(N(INDEX({TABLE}[{heading}],{self.measures.cell(i, 'row')})),0)", amount)

    def overlap_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each pair that may claim the same."""
        above: dict[str, list[int]] = {}
        for i, (off, other, amount) in enumerate(self._pairs):
            row: dict[Key, Content] = {key: self._static(off)[key] for key in self.overlaps.keys if key in _COPIED}
            row |= {"off": off.id, "nr": self._row[off.id] + 1, "amount": amount}
            row["other"] = other.id if other.id in self._row else "–"
            for variant in self.variants:
                counting = self.counting(variant)
                both = counting.counts(off) and counting.counts(other)
                row["both", variant] = Live(f"{self.counts(off, variant)}*{self.counts(other, variant)}", int(both))
                row["conditional", variant] = Live(
                    self.measures.cell(self._row[off.id], ("conditional", variant)),
                    int(counting.counts(off) and counting.conditional(off)),
                )
                for gross in self.gross:
                    if gross.kind != "cost":
                        row[gross, variant] = self._deducted(i, gross, variant, above.get(off.id, []))
            largest = Gross("in_year", off.largest_year(self.portfolio.period))
            row[Gross("once"), SUMS] = Live(self.overlaps.cell(i, (largest, SUMS)), row[largest, SUMS].value)  # type: ignore[union-attr]
            above.setdefault(off.id, []).append(i)
            yield row

    def _deducted(self, i: int, gross: Gross, variant: Variant, above: Sequence[int]) -> Live:
        off, other, amount = self._pairs[i]
        left = self.measures.cell(self._row[off.id], gross)
        left += "".join(f"-{self.overlaps.cell(j, (gross, variant))}" for j in above)
        if other.id in self._row:
            most = f"{self.overlaps.cell(i, 'amount')},{self.measures.cell(self._row[other.id], gross)}"
        else:
            most = self._constant(Fraction(min(amount, self.amount_of(other, gross)).ore))
        deductions = {(d.off.id, d.other.id): d for d in self.counting(variant).deductions}
        found = deductions.get((off.id, other.id))
        value = getattr(found, gross.kind)[gross.year] if found is not None else Money(0)
        return Live(f"{self.overlaps.cell(i, ('both', variant))}*MAX(0,MIN({most},{left}))", value)

    def part_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each sector of a measure that several share; the last takes what rounding leaves."""
        decimals = self.portfolio.plan.unit.exponent
        before: dict[str, list[int]] = {}
        for i, (measure, sector) in enumerate(self._parts):
            above = before.setdefault(measure.id, [])
            last = len(above) == len(measure.shares) - 1
            counts = self.counting(SUMS).counts(measure)
            row: dict[Key, Content] = {
                "id": measure.id,
                "sector": self.sectors.index(sector) + 1,
                "share": measure.shares[sector],
                "how": self._static(measure)["how"],
            }
            posts = (measure.fte or Decimal(0)) * measure.shares[sector] / 100
            row["fte"] = Live(
                f"{self.counts(measure)}*{self.measures.cell(self._row[measure.id], 'fte')}"
                f"*{self.parts.cell(i, 'share')}/100",
                posts if counts else Decimal(0),
            )
            for gross in self._shared:
                net = self.net(measure, gross)
                rest = "".join(f"-{self.parts.cell(j, gross)}" for j in above)
                formula = f"{net}{rest}" if last else f"ROUND({net}*{self.parts.cell(i, 'share')}/100,{decimals})"
                amount = self.net_of(measure, gross) if counts else Money(0)
                row[gross] = Live(formula, split(amount, measure.shares)[sector])
            above.append(i)
            yield row


class Headings(NamedTuple):
    """The headings of the table of measures that formulas speak of, and the words for what is included or not."""

    id: str
    include: str
    yes: str
    no: str
    of: Callable[[Gross], str]


NOT_SAID: Final = "-"
UNPLACED: Final = "-"
_COPIED: Final = frozenset(("status", "sector", "unspecified", "recurring", "low", "high", "quadrant"))
_TOP: Final = 5
_BETWEEN: Final = 4


def lasting_of(target: Target) -> bool:
    """Whether only what recurs counts toward a target."""
    return target.basis == "level"


def covered(target: Target, portfolio: Portfolio) -> list[Gross]:
    """The amounts that a target sums."""
    if target.basis == "level":
        return [Gross("level", target.year)]
    years = [target.year] if target.basis == "in-year" else [y for y in portfolio.period if y <= target.year]
    return [Gross("in_year", year) for year in years]


def _criterion(value: str | int) -> str:
    return words(value) if isinstance(value, str) else str(value)


def as_decimal(value: object) -> Decimal:
    """A number as it is."""
    return value if isinstance(value, Decimal) else Decimal(0)
