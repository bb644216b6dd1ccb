"""What every sum of the workbook rests on: which measures count under the choice that a reader makes, and for how much.

The sheet has a row for each measure, which finds its row in the table of measures by its id, so that the table may be
sorted; a row for each overlap; a row for each sector of a measure that several share; and a row for each sector with
internal measures. The rules are those of :mod:`driftstilpasning.analysis.counting`: a measure that is not included is
as one that is not there.

An internal measure has no row of its own, unless it is shown: it counts or not as the portfolio stands, whatever is
chosen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Final, Literal, NamedTuple

from driftstilpasning.analysis.choice import choose, in_turn, rivals_of
from driftstilpasning.analysis.counting import Counting, Why, overlaps, split
from driftstilpasning.analysis.quadrant import Placements
from driftstilpasning.analysis.summary import factors, part, sector_ids
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Kind, Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Basis, Target
from driftstilpasning.model.years import Period
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live, literal

TABLE: Final = "tblTiltak"
"""The table of measures, by the name that formulas call it."""

NONE: Final = "-"
"""What stands where a measure has no quadrant or does not say how its posts go; formulas look for no empty cells."""

_STATIC: Final = (
    *("id", "title", "status", "sector", "unspecified", "recurring", "low", "high"),
    *("fte", "how", "quadrant"),
)
"""What does not change with the choice."""


class Variant(NamedTuple):
    """From which status measures count, and whether only lasting ones do."""

    since: Status
    lasting: bool = False


SUMS: Final = Variant(Status.PROPOSED)
"""What years, sectors and quadrants are summed by."""


def variant(target: Target) -> Variant:
    """What a target is summed by."""
    return Variant(target.counts, target.basis is Basis.LEVEL)


class Amount(NamedTuple):
    """An amount that each measure has: of a year, or ``once``, the largest year's."""

    kind: Literal["in_year", "level", "cost", "once"]
    year: int = 0


def covered(target: Target, period: Period) -> list[Amount]:
    """The amounts that a target sums, which stand beside each other."""
    if target.basis is Basis.LEVEL:
        return [Amount("level", target.year)]
    years = [target.year] if target.basis is Basis.IN_YEAR else [year for year in period if year <= target.year]
    return [Amount("in_year", year) for year in years]


@dataclass(frozen=True, slots=True)
class Headings:
    """What formulas call the columns of the table of measures, and the words for what is included or not."""

    id: str
    include: str
    yes: str
    no: str
    amount: Callable[[Amount], str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two measures that may claim the same amount, and the rows above that are taken off the same one."""

    off: Measure
    other: Measure
    amount: Money
    above: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One sector's part of a measure that several share, and the rows of the parts before it."""

    measure: Measure
    sector: str
    above: tuple[int, ...]

    @property
    def last(self) -> bool:
        """Whether it takes what rounding leaves."""
        return len(self.above) == len(self.measure.shares) - 1


class Calculation:
    """The blocks of the sheet and their rows."""

    def __init__(self, view: View, placements: Placements, sheet: str, headings: Headings) -> None:
        """Place the blocks."""
        self.view, self.sheet, self.headings = view, sheet, headings
        self._quadrants = {placed.measure.id: placed.quadrant.value for placed in placements.placed}
        self.portfolio, self.shown = view.portfolio, view.measures
        self.row = {measure.id: i for i, measure in enumerate(self.shown)}
        self.sectors = sector_ids(view.portfolio)
        self.variants = tuple(dict.fromkeys((SUMS, *map(variant, view.portfolio.plan.targets))))
        years = view.portfolio.period
        self.effects = [Amount(kind, year) for kind in ("in_year", "level") for year in years]
        spent = any(measure.transition_cost for measure in self.shown)
        self.costs = [Amount("cost", year) for year in years] if spent else []
        self.pairs = list(self._pairs())
        self.parts = list(self._parts())
        self._free = _FIRST
        targets = view.portfolio.plan.targets
        flags = [(name, one) for one in self.variants for name in ("counts", "conditional")]
        amounts = [*self.effects, *self.costs, Amount("once")]
        sums: list[Key] = [("net", amount) for amount in amounts]
        sums += [(word, target.id) for target in targets for word in ("toward", "spent")]
        choice = ("row", "include", "taken", "in vain")
        self.measures = self.block((*_STATIC, *choice, *amounts, *flags, *sums), len(self.shown))
        both = [key for one in self.variants for key in (("both", one), *((amount, one) for amount in self.effects))]
        self.overlaps = self.block(("off", "other", "number", "amount", *both), len(self.pairs))
        self.shares = self.block(("id", "sector", "share", "how", "fte", *self.effects), len(self.parts))
        self.together = view.together(self.counting(SUMS))
        self.internal = self.block(
            ("name", "sector", "fte", *self.effects, *self._internal_costs()), len(self.together)
        )

    def block(self, keys: Sequence[Key], rows: int) -> Block:
        """A new block below those that there are."""
        made = Block(self.sheet, self._free, keys, rows)
        self._free += max(1, rows) + _BETWEEN
        return made

    # Which measures count

    @cache  # noqa: B019  # lives as long as the workbook is made
    def counting(self, by: Variant) -> Counting:
        """What counts as the portfolio stands."""
        return Counting(self.portfolio, by.since, by.lasting)

    def included(self, measure: Measure) -> bool:
        """Whether a measure is included to begin with: not what was stopped, nor an alternative that is not taken."""
        return measure.status.alive and measure.id not in self.portfolio.once(choose)

    def counts(self, measure: Measure, by: Variant = SUMS) -> str:
        """Whether ``measure`` counts, 1 or 0, as a formula speaks of it."""
        if measure.id in self.row:
            return self.measures.cell(self.row[measure.id], ("counts", by))
        return str(int(self.counting(by).counts(measure)))

    def yes_no(self, measure: Measure) -> Live:
        """Whether ``measure``, which is shown, counts, in the reader's word."""
        yes, no = self.headings.yes, self.headings.no
        counts = self.counting(SUMS).counts(measure)
        return Live(f"IF({self.counts(measure)}=1,{literal(yes)},{literal(no)})", yes if counts else no)

    def taken(self, measure: Measure) -> str:
        """Whether ``measure`` is taken among its alternatives, 1 or 0, as a formula speaks of it."""
        if measure.id in self.row:
            return self.measures.cell(self.row[measure.id], "taken")
        return str(int(self.included(measure)))

    def include(self, measure: Measure) -> str:
        """Whether a measure that is shown is included, 1 or 0, as a formula speaks of it."""
        return self.measures.cell(self.row[measure.id], "include")

    def ahead(self, measure: Measure) -> Sequence[Measure]:
        """The alternatives that are taken before ``measure``."""
        return self._ahead.get(measure.id, ())

    @cached_property
    def _ahead(self) -> Mapping[str, Sequence[Measure]]:
        rivals, ahead, before = rivals_of(self.portfolio), {}, set()
        for measure in in_turn(self.portfolio):
            ahead[measure.id] = [rival for rival in rivals[measure.id].values() if rival.id in before]
            before.add(measure.id)
        return ahead

    def _taken(self, measure: Measure) -> Content:
        rivals = (f"(1-{self.taken(rival)})" for rival in self.ahead(measure))
        return Live("*".join([self.include(measure), *rivals]), int(self.included(measure)))

    def _counts(self, measure: Measure, by: Variant) -> Content:
        """0 where it never can; else whether it is taken, and what it reverses counts."""
        why = self.counting(by).reasons[measure.id]
        if why not in (None, Why.ALTERNATIVE, Why.REVERSAL) or not self._grounded(measure):
            return 0
        base = self.portfolio.find(measure.reverses) if measure.reverses is not None else None
        terms = [self.taken(measure), *([self.counts(base, by)] if base is not None else [])]
        return Live("*".join(terms), int(why is None))

    def _grounded(self, measure: Measure) -> bool:
        """Whether what ``measure`` reverses, step by step, ends somewhere, and does not go round in a circle."""
        seen, here = {measure.id}, measure
        while here.reverses is not None:
            base = self.portfolio.find(here.reverses)
            if base is None or base.id in seen:
                return False
            seen.add(base.id)
            here = base
        return True

    def _conditional(self, measure: Measure, by: Variant) -> Content:
        """Whether it counts and requires what does not."""
        if not measure.requires:
            return 0
        required = [self.portfolio.find(reference) for reference in measure.requires]
        counts, counting = self.counts(measure, by), self.counting(by)
        now = int(counting.counts(measure) and counting.conditional(measure))
        if None in required:
            return Live(counts, now)
        all_count = "*".join(self.counts(other, by) for other in required if other is not None)
        return Live(f"{counts}*(1-{all_count})", now)

    # What they come to

    def gross(self, measure: Measure, amount: Amount) -> Money:
        """An amount of one measure."""
        period = self.portfolio.period
        if amount.kind == "cost":
            return measure.cost(amount.year)
        if amount.kind == "level":
            return measure.level(amount.year, period)
        return measure.in_year(amount.year or measure.largest_year(period), period)

    def gross_cell(self, measure: Measure, amount: Amount) -> Live:
        """The same of one that is shown, as the calculation has it."""
        return Live(self.measures.cell(self.row[measure.id], amount), self.gross(measure, amount))

    def counted(self, measure: Measure, amount: Amount) -> Money:
        """What one measure adds to years and sectors: nothing unless it counts, and less what it shares with others."""
        counting = self.counting(SUMS)
        if not counting.counts(measure):
            return Money(0)
        if amount.kind == "cost":
            return measure.cost(amount.year)
        if amount.kind == "level":
            return counting.level(measure, amount.year)
        return counting.in_year(measure, amount.year or measure.largest_year(self.portfolio.period))

    def counted_cell(self, measure: Measure, amount: Amount) -> Live:
        """The same of one that is shown, as the calculation has it."""
        return Live(self.measures.cell(self.row[measure.id], ("net", amount)), self.counted(measure, amount))

    def _net(self, measure: Measure, amount: Amount) -> Live:
        real = Amount("in_year", measure.largest_year(self.portfolio.period)) if amount.kind == "once" else amount
        less = self._shared(measure, [real], SUMS) if real.kind != "cost" else ""
        own = self.measures.cell(self.row[measure.id], amount)
        return Live(f"{self.counts(measure)}*({own}{less})", self.counted(measure, amount))

    def _shared(self, measure: Measure, amounts: Sequence[Amount], by: Variant) -> str:
        """What is taken off a measure, since others claim it too; nearly all have none."""
        if not self.may_share(measure):
            return ""
        mine = f"{self.overlaps.range('number')},{self.row[measure.id] + 1}"
        return "".join(f"-SUMIFS({self.overlaps.range((amount, by))},{mine})" for amount in amounts)

    def may_share(self, measure: Measure) -> bool:
        """Whether something may be taken off a measure that is shown, since another claims it too."""
        return measure.id in self._reduced

    @cached_property
    def _reduced(self) -> frozenset[str]:
        return frozenset(pair.off.id for pair in self.pairs)

    def _toward(self, measure: Measure, target: Target) -> Mapping[Key, Content]:
        """What one measure adds to a target, and its one-off cost in the years that the target covers."""
        i, by = self.row[measure.id], variant(target)
        counts, counting = self.counts(measure, by), self.counting(by)
        found = part(measure, target, counting) if counting.counts(measure) else None
        toward, cost = (found.amount, found.cost) if found is not None else (Money(0), Money(0))
        amounts = covered(target, self.portfolio.period)
        costs = [Amount("cost", amount.year) for amount in amounts]
        effect = f"SUM({self.measures.span(i, amounts[0], amounts[-1])}){self._shared(measure, amounts, by)}"
        spent = f"SUM({self.measures.span(i, costs[0], costs[-1])})" if self.costs else "0"
        effect += f"-{spent}" if target.net else ""
        return {
            ("toward", target.id): Live(f"{counts}*({effect})", toward),
            ("spent", target.id): Live(f"{counts}*{spent}", cost),
        }

    def sector_number(self, sector: str) -> int:
        """What formulas call a sector."""
        return self.sectors.index(sector) + 1

    # The rows

    def measure_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each measure that is shown."""
        here = self.measures
        for i, measure in enumerate(self.shown):
            row = dict(self._static[measure.id])
            row["row"] = Live(f"MATCH({here.cell(i, 'id')},{TABLE}[{self.headings.id}],0)", i + 1)
            chosen = f"INDEX({TABLE}[{self.headings.include}],{here.cell(i, 'row')})={literal(self.headings.yes)}"
            row["include"] = Live(f"IFERROR(N({chosen}),0)", int(self.included(measure)))
            row["taken"] = self._taken(measure)
            in_vain = f"{here.cell(i, 'include')}*(1-{here.cell(i, 'taken')})"
            row["in vain"] = Live(in_vain, 0) if self.ahead(measure) else 0
            for amount in (*self.effects, *self.costs):
                row[amount] = self._amount(measure, amount)
            largest = Amount("in_year", measure.largest_year(self.portfolio.period))
            row[Amount("once")] = Live(here.cell(i, largest), self.gross(measure, largest))
            for one in self.variants:
                row["counts", one] = self._counts(measure, one)
                row["conditional", one] = self._conditional(measure, one)
            for amount in (*self.effects, *self.costs, Amount("once")):
                row["net", amount] = self._net(measure, amount)
            for target in self.portfolio.plan.targets:
                row.update(self._toward(measure, target))
            yield row

    @cached_property
    def _static(self) -> Mapping[str, Mapping[Key, Content]]:
        return {measure.id: self._unchanging(measure) for measure in self.shown}

    def _unchanging(self, measure: Measure) -> Mapping[Key, Content]:
        low, high = (Decimal(one.numerator) / one.denominator for one in factors(measure, self.portfolio))
        alone = len(measure.shares) == 1
        return {
            "id": measure.id,
            "title": measure.title,
            "status": measure.status.value,
            "sector": self.sector_number(next(iter(measure.shares))) if alone else 0,
            "unspecified": int(measure.kind is Kind.UNSPECIFIED),
            "recurring": int(measure.recurring),
            "low": low,
            "high": high,
            "fte": measure.fte,
            "how": measure.fte_how.value if measure.fte_how is not None else NONE,
            "quadrant": self._quadrants.get(measure.id, NONE),
        }

    def _amount(self, measure: Measure, amount: Amount) -> Content:
        """An amount: as it stands in the table of measures, wherever it stands there; a level by the year's effect."""
        gross, row = self.gross(measure, amount), self.row[measure.id]
        if amount.kind == "level":
            whole_year = measure.recurring and gross == measure.in_year(amount.year, self.portfolio.period)
            return Live(self.measures.cell(row, Amount("in_year", amount.year)), gross) if whole_year else gross
        found = f"INDEX({TABLE}[{self.headings.amount(amount)}],{self.measures.cell(row, 'row')})"
        return Live(f"IFERROR(N({found}),0)", gross)

    def _pairs(self) -> Iterable[Overlap]:
        above: dict[str, tuple[int, ...]] = {}
        shown = [pair for pair in overlaps(self.portfolio) if pair[0].id in self.row]
        for i, (off, other, amount) in enumerate(shown):
            yield Overlap(off, other, amount, above.get(off.id, ()))
            above[off.id] = (*above.get(off.id, ()), i)

    def overlap_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each pair that may claim the same."""
        deducted = {
            one: {(found.off.id, found.other.id): found for found in self.counting(one).deductions}
            for one in self.variants
        }
        for i, pair in enumerate(self.pairs):
            other = pair.other.id if pair.other.id in self.row else NONE
            row: dict[Key, Content] = {"off": pair.off.id, "other": other, "amount": pair.amount}
            row["number"] = self.row[pair.off.id] + 1
            for one in self.variants:
                found = deducted[one].get((pair.off.id, pair.other.id))
                both = f"{self.counts(pair.off, one)}*{self.counts(pair.other, one)}"
                row["both", one] = Live(both, int(found is not None))
                for amount in self.effects:
                    series = getattr(found, amount.kind) if found is not None else {}
                    row[amount, one] = Live(self._deducted(i, pair, amount, one), series.get(amount.year, Money(0)))
            yield row

    def _deducted(self, i: int, pair: Overlap, amount: Amount, by: Variant) -> str:
        """At most what is said to overlap, the other's effect, and what is left; never below zero."""
        own = self.measures.cell(self.row[pair.off.id], amount)
        left = "".join([own, *(f"-{self.overlaps.cell(j, (amount, by))}" for j in pair.above)])
        if pair.other.id in self.row:
            most = f"{self.overlaps.cell(i, 'amount')},{self.measures.cell(self.row[pair.other.id], amount)}"
        else:
            most = self.in_unit(min(pair.amount, self.gross(pair.other, amount), self.gross(pair.off, amount)))
        return f"{self.overlaps.cell(i, ('both', by))}*MAX(0,MIN({most},{left}))"

    def in_unit(self, amount: Money) -> str:
        """An amount that no choice changes, as a formula writes it."""
        return f"{self.portfolio.plan.unit.decimal(amount):f}"

    def _parts(self) -> Iterable[Share]:
        first = 0
        for measure in self.shown:
            if len(measure.shares) > 1:
                for i, sector in enumerate(measure.shares):
                    yield Share(measure, sector, tuple(range(first, first + i)))
                first += len(measure.shares)

    def share_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each sector of a measure that several share; the last takes what rounding leaves."""
        here, decimals = self.shares, self.portfolio.plan.unit.exponent
        for i, one in enumerate(self.parts):
            measure, share = one.measure, one.measure.shares[one.sector]
            counts = self.counting(SUMS).counts(measure)
            posts = [self.counts(measure), self.measures.cell(self.row[measure.id], "fte"), here.cell(i, "share")]
            row: dict[Key, Content] = {
                "id": measure.id,
                "sector": self.sector_number(one.sector),
                "share": share,
                "how": self._static[measure.id]["how"],
                "fte": Live(
                    f"{'*'.join(posts)}/100", (measure.fte or Decimal(0)) * share / 100 if counts else Decimal(0)
                ),
            }
            for amount in self.effects:
                net = self.counted_cell(measure, amount)
                rest = "".join(f"-{here.cell(j, amount)}" for j in one.above)
                rounded = f"ROUND({net.formula}*{here.cell(i, 'share')}/100,{decimals})"
                counted = split(self.counted(measure, amount), measure.shares)[one.sector]
                row[amount] = Live(f"{net.formula}{rest}" if one.last else rounded, counted)
            yield row

    def _internal_costs(self) -> Iterable[Amount]:
        years = self.portfolio.period
        return [Amount("cost", year) for year in years if any(one.cost[year] for one in self.together.values())]

    def internal_rows(self) -> Iterable[Mapping[Key, Content]]:
        """A row for each sector with internal measures: what they come to together."""
        for sector, together in self.together.items():
            row: dict[Key, Content] = {
                "name": self.portfolio.plan.sector_name(sector),
                "sector": self.sector_number(sector),
                "fte": self.internal_posts(sector),
            }
            for amount in (*self.effects, *self._internal_costs()):
                row[amount] = getattr(together, amount.kind)[amount.year]
            yield row

    def internal_posts(self, sector: str) -> Decimal:
        """The posts of the internal measures that count in a sector."""
        counted = (m for m in self.counting(SUMS).measures if not self.view.shows(m) and sector in m.shares)
        return sum(((m.fte or Decimal(0)) * m.shares[sector] / 100 for m in counted), start=Decimal(0))


_FIRST: Final = 5
_BETWEEN: Final = 4
"""Rows between blocks, for a title and headings."""
