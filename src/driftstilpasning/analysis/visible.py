"""What an audience may see of each measure: an internal one only in one sum a sector, and nowhere by itself.

Whatever names measures for the public (workbook, page, case paper) asks here, also where one measure leads to another:
by alternatives, overlaps, conditions and reversals.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from driftstilpasning.analysis.counting import Counting, split
from driftstilpasning.analysis.summary import sector_ids
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.years import Series


@dataclass(frozen=True, slots=True)
class Together:
    """What the measures of one sector that are not shown by themselves add to the sums, each year."""

    in_year: Series
    level: Series
    cost: Series


@dataclass(frozen=True)
class View:
    """A portfolio as its audience may see it: every measure with ``internal``, else those that are public."""

    portfolio: Portfolio
    internal: bool = False

    def shows(self, measure: Measure) -> bool:
        """Whether ``measure`` may be named, and its amounts and texts be read."""
        return self.internal or measure.visibility == "public"

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that are shown by themselves, in the order of their ids."""
        return tuple(measure for measure in self.portfolio if self.shows(measure))

    @property
    def whole(self) -> bool:
        """Whether nothing is held back."""
        return len(self.measures) == len(self.portfolio.measures)

    def named(self, references: Iterable[str]) -> tuple[Measure, ...]:
        """Those of the measures referred to that exist and are shown by themselves."""
        found = (self.portfolio.find(reference) for reference in references)
        return tuple(measure for measure in found if measure is not None and self.shows(measure))

    def seen(self, measure: Measure) -> Measure:
        """``measure`` without a word of measures that are not shown."""
        if self.whole:
            return measure
        named = self.named
        return replace(
            measure,
            requires=tuple(one for one in measure.requires if named([one])),
            excludes=tuple(one for one in measure.excludes if named([one])),
            overlaps=tuple(one for one in measure.overlaps if named([one.other])),
            reverses=measure.reverses if measure.reverses is not None and named([measure.reverses]) else None,
        )

    def together(self, counting: Counting) -> Mapping[str, Together]:
        """Under each sector what counts there without being shown by itself; no sector without such measures."""
        period, nothing = self.portfolio.period, Money(0)
        kept = [measure for measure in counting.measures if not self.shows(measure)]

        def part(whole: Money, measure: Measure, sector: str) -> Money:
            return split(whole, measure.shares).get(sector, nothing)

        def series(amounts: Mapping[int, list[Money]]) -> Series:
            return {year: total(amounts[year]) for year in period}

        found = {}
        for sector in sector_ids(self.portfolio):
            here = [measure for measure in kept if sector in measure.shares]
            if here:
                found[sector] = Together(
                    series({year: [part(counting.in_year(m, year), m, sector) for m in here] for year in period}),
                    series({year: [part(counting.level(m, year), m, sector) for m in here] for year in period}),
                    series({year: [part(m.cost(year), m, sector) for m in here] for year in period}),
                )
        return found
