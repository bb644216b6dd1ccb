"""What is uncertain in the figures, and what happens when a measure is dropped."""

from collections.abc import Iterator
from fractions import Fraction

from driftstilpasning.analysis.dropping import Dropped, drops
from driftstilpasning.analysis.summary import TargetSum
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.output.paper.case import Case, name
from driftstilpasning.output.paper.document import Cell, Paper
from driftstilpasning.output.paper.words import HEADINGS
from driftstilpasning.output.tables import Heading
from driftstilpasning.text.labels import WHY
from driftstilpasning.text.numbers import half_up


def uncertain(paper: Paper, case: Case) -> None:
    """Low and high, unspecified, conditional and one-off, and what nobody has written down."""
    ranged = [m for m in case.counted if m.range is not None]
    unspecified = [m for m in case.counted if m.kind is Kind.UNSPECIFIED]
    conditional = [m for m in case.counted if case.counting.conditional(m)]
    once = [m for m in case.counted if not m.recurring]
    unknown = list(_unknown(case))
    if not (ranged or unspecified or conditional or once or unknown):
        return
    paper.heading(HEADINGS["uncertain"].render(case.lang))
    if case.summary.targets and (ranged or unspecified or conditional or once):
        note = "" if not case.together else case.say("spread_unseen")
        paper.table(case.say("spread", unit=case.plan.unit.value), *_spread(case), note=note)
    if ranged:
        paper.heading(HEADINGS["estimates"].render(case.lang), 2)
        words = ("low", "axis", "high")
        headings = [Heading(case.say("measure"), text=True), *(Heading(case.say(word)) for word in words)]
        rows: list[tuple[Cell, ...]] = [
            (name(m), m.range.low, case.size(m), m.range.high) for m in ranged if m.range is not None
        ]
        note = case.say("marks", year=case.view.portfolio.period.last)
        paper.table(case.say("ranges", unit=case.plan.unit.value), headings, rows, note=note)
    for section, lead, measures in (
        ("unspecified", "nothing_said", unspecified),
        ("one_off", "only_once", once),
    ):
        if measures:
            paper.heading(HEADINGS[section].render(case.lang), 2)
            paper.paragraph(case.say(lead))
            paper.bullets([case.effect(m) for m in measures])
    if conditional:
        paper.heading(HEADINGS["conditional"].render(case.lang), 2)
        paper.paragraph(case.say("requires"))
        paper.bullets([_condition(m, case) for m in conditional])
    if unknown:
        paper.heading(HEADINGS["unknown"].render(case.lang), 2)
        paper.bullets(unknown)


def dropped(paper: Paper, case: Case) -> None:
    """Each measure taken out by itself: how the gaps change, and what follows."""
    found = drops(case.view, case.summary.targets)
    if not found:
        return
    paper.heading(HEADINGS["dropped"].render(case.lang))
    paper.paragraph(case.say("one_at_a_time"))
    targets = [target.target for target in case.summary.targets]
    headings = (
        Heading(case.say("measure"), text=True),
        *(Heading(target.title) for target in targets),
        Heading(case.say("follows"), text=True),
    )
    rows: list[tuple[Cell, ...]] = [
        (name(each.measure), *(each.growth[target.id] for target in targets), "; ".join(_follows(each, case)) or "–")
        for each in found
    ]
    paper.table(case.say("growth", unit=case.plan.unit.value), headings, rows)


def _spread(case: Case) -> tuple[list[Heading], list[tuple[Cell, ...]]]:
    rows: list[tuple[Cell, ...]] = [(target.target.title, *_bounds(target, case)) for target in case.summary.targets]
    words = ("target_head", "low", "counted", "high", "of_unspecified", "of_conditional", "of_once")
    kept = [i for i in range(len(words)) if i < 4 or any(row[i] for row in rows)]
    return (
        [Heading(case.say(words[i]), text=i == 0) for i in kept],
        [tuple(row[i] for i in kept) for row in rows],
    )


def _bounds(target: TargetSum, case: Case) -> list[Money]:
    """Low, counted, high, unspecified, conditional and one-off; what is not shown enters with its amount only."""
    shown = [part for part in target.parts if case.view.shows(part.measure)]
    unseen = target.counted.ore - sum(part.amount.ore for part in shown)
    low, high = (sum(bounds, Fraction(unseen)) for bounds in ((p.low for p in shown), (p.high for p in shown)))
    return [
        Money(half_up(low)),
        target.counted,
        Money(half_up(high)),
        total(part.amount for part in shown if part.measure.kind is Kind.UNSPECIFIED),
        total(part.amount for part in shown if part.conditional),
        total(part.amount for part in shown if not part.measure.recurring),
    ]


def _condition(measure: Measure, case: Case) -> str:
    """What a measure requires that does not count, with the reason where that may be told."""
    others = []
    for reference in measure.requires:
        other = case.view.portfolio.find(reference)
        if other is None:
            others.append(case.say("other_unknown", id=reference))
        elif not case.counting.counts(other):
            why = WHY[case.counting.reasons[other.id] or "status"]
            seen = case.view.shows(other)
            others.append(case.say("other", measure=name(other), why=why) if seen else case.say("other_unseen"))
    amount = case.words(case.level(measure) if measure.recurring else case.size(measure) or Money(0))
    return case.say("require", measure=name(measure), amount=amount, others=others)


def _unknown(case: Case) -> Iterator[str]:
    specified = [m for m in case.counted if m.kind is not Kind.UNSPECIFIED]
    for word, assessed in (
        ("no_staff", [m.consequence.staff for m in specified]),
        ("no_users", [m.consequence.users for m in specified]),
    ):
        missing = [m for m, said in zip(specified, assessed, strict=True) if said is None or not said.text]
        if missing and len(missing) == len(specified):
            yield case.say(f"{word}_all")
        elif missing:
            yield case.say(word, ids=case.ids(missing))


def _follows(each: Dropped, case: Case) -> Iterator[str]:
    reversals = [m for m in each.falls if m.reverses is not None]
    others = [m for m in each.falls if m.reverses is None]
    for word, measures in (
        ("needed", each.required_by),
        ("falls", reversals),
        ("changed", others),
        ("instead", each.instead),
        ("more", each.more),
    ):
        if measures:
            yield case.say(word, ids=case.ids(measures))
    if each.unseen:
        yield case.say("unseen_too")
