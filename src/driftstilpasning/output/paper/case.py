"""What every section of the case paper knows: who sees it, the sums, and how the measures are to be dealt with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from driftstilpasning.analysis.counting import Counting, split
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.analysis.visible import Together, View
from driftstilpasning.model.measure import Authority, Measure, Status
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.model.plan import Plan
from driftstilpasning.output.paper.words import SAY
from driftstilpasning.output.report import DECIDED
from driftstilpasning.text import Lang, counted
from driftstilpasning.text.labels import COUNTED

_MILLION = Money(100_000_000)
"""From one on, amounts that take no more than two decimals are told in millions."""
_MANY = 25
"""How many ids a sentence holds."""
_FEW = 4
"""How many titles it holds."""


class Stage(Enum):
    """How a measure that counts stands to the decision."""

    FORWARD = "forward"
    DELEGATED = "delegated"
    WAITING = "waiting"
    DECIDED = "adopted"


@dataclass(frozen=True)
class Case:
    """A portfolio for one audience in one language, with its sums."""

    view: View
    lang: Lang

    @property
    def plan(self) -> Plan:
        """The economic plan."""
        return self.view.portfolio.plan

    @cached_property
    def summary(self) -> Summary:
        """All sums, those of measures that are not shown by themselves too."""
        return summarize(self.view.portfolio)

    @cached_property
    def counting(self) -> Counting:
        """What counts in the sums by year and sector."""
        return Counting(self.view.portfolio, self.summary.since)

    @cached_property
    def counted(self) -> tuple[Measure, ...]:
        """The measures that count and are shown by themselves."""
        return tuple(measure for measure in self.view.measures if self.counting.counts(measure))

    @cached_property
    def together(self) -> Mapping[str, Together]:
        """Under each sector what counts without being shown by itself."""
        return self.view.together(self.counting)

    @cached_property
    def stages(self) -> Mapping[Stage, tuple[Measure, ...]]:
        """The measures that count and are shown, by how they stand to the decision."""
        forward = self.put_forward
        found: dict[Stage, list[Measure]] = {stage: [] for stage in Stage}
        for measure in self.counted:
            if measure.status in DECIDED:
                found[Stage.DECIDED].append(measure)
            elif measure.authority is Authority.ADMINISTRATION:
                found[Stage.DELEGATED].append(measure)
            else:
                found[Stage.FORWARD if measure.status is forward else Stage.WAITING].append(measure)
        return {stage: tuple(measures) for stage, measures in found.items()}

    @property
    def put_forward(self) -> Status:
        """The status of what the council is to decide: what is recommended, or where nothing is, what is proposed."""
        council = (measure for measure in self.counted if measure.authority is not Authority.ADMINISTRATION)
        recommended = any(measure.status is Status.RECOMMENDED for measure in council)
        return Status.RECOMMENDED if recommended else Status.PROPOSED

    @property
    def undecided(self) -> tuple[Measure, ...]:
        """The measures that count, are shown and are not adopted, in the order of ids."""
        return tuple(measure for measure in self.counted if measure.status not in DECIDED)

    def in_year(self, measure: Measure, year: int, sector: str | None = None) -> Money:
        """What a measure adds to the sums in a year, or to those of one sector."""
        return _part(self.counting.in_year(measure, year), measure, sector)

    def level(self, measure: Measure, sector: str | None = None) -> Money:
        """What a measure adds to the last year's level, or to that of one sector."""
        return _part(self.counting.level(measure, self.view.portfolio.period.last), measure, sector)

    def size(self, measure: Measure) -> Money | None:
        """What the quadrant's axis shows; None where it would tell the amount of what is not shown."""
        hidden = (d for d in self.counting.deductions if d.off is measure and not self.view.shows(d.other))
        return None if any(hidden) else measure.size(self.view.portfolio.period)

    def say(self, word: str, **facts: object) -> str:
        """A text of the paper."""
        return SAY[word].render(self.lang, **facts)

    def words(self, money: Money) -> str:
        """An amount as a sentence says it, exactly: 35 million, 19.95 million, 595,000."""
        million = abs(money.ore) >= _MILLION.ore and money.ore % (_MILLION.ore // 100) == 0
        unit = Unit.MILLION if million else Unit.KR
        return self.say("million" if million else "kroner", n=unit.show(money, self.lang))

    def many(self, measures: Iterable[Measure]) -> str:
        """How many measures there are."""
        return counted(len(tuple(measures)), *COUNTED["measure"]).render(self.lang)

    def ids(self, measures: Iterable[Measure]) -> str:
        """The measures by their ids; of very many only the first."""
        every = [measure.id for measure in measures]
        if len(every) <= _MANY + 1:
            return ", ".join(every)
        return self.say("and_more", ids=every[:_MANY], n=len(every) - _MANY)

    def names(self, measures: Iterable[Measure]) -> str:
        """The measures by id and title where they are few, else by their ids."""
        every = tuple(measures)
        return ", ".join(map(name, every)) if len(every) <= _FEW else self.ids(every)

    def effect(self, measure: Measure) -> str:
        """What a measure adds to the sums, in words: its lasting level, or the years in which a one-off works."""
        period = self.view.portfolio.period
        if measure.recurring:
            level = self.say("in_level", year=period.last)
            return self.say("with_amount", measure=name(measure), amount=self.words(self.level(measure)), what=level)
        years = {year: self.in_year(measure, year) for year in period}
        what = self.say("in_year", year=[str(year) for year, money in years.items() if money] or [str(period.first)])
        whole = Money(sum(money.ore for money in years.values()))
        return self.say("with_amount", measure=name(measure), amount=self.words(whole), what=what)


def name(measure: Measure) -> str:
    """The id and the title."""
    return f"{measure.id} {measure.title}"


def flat(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())


def _part(whole: Money, measure: Measure, sector: str | None) -> Money:
    return whole if sector is None else split(whole, measure.shares).get(sector, Money(0))
