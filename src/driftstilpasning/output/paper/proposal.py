"""What is to be decided, against which targets, and what it comes to."""

from collections.abc import Iterator

from driftstilpasning.analysis.summary import TargetSum, sector_ids
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.plan import Already, Basis
from driftstilpasning.output.paper.case import Case, Stage, flat, name
from driftstilpasning.output.paper.document import Cell, Paper
from driftstilpasning.output.paper.words import HEADINGS, PROPOSAL
from driftstilpasning.output.report import DECIDED, summary_report
from driftstilpasning.output.tables import Heading, Value
from driftstilpasning.text.labels import BASIS, STATUS

_LIST, _BY_SECTOR = 1, 2
"""The numbers of the first two tables, which the decision refers to."""


def proposal(paper: Paper, case: Case) -> None:
    """The decision, point by point, with the measures and their amounts by sector and year."""
    paper.heading(HEADINGS["proposal"].render(case.lang))
    paper.numbered(list(_points(case)))
    forward = case.stages[Stage.FORWARD]
    if not forward:
        return
    plan, period = case.plan, case.view.portfolio.period
    amounts = [(case.level(m), total(case.in_year(m, year) for year in period)) for m in forward]
    rows: list[tuple[Cell, ...]] = [
        (name(m), ", ".join(map(plan.sector_name, m.shares)), flat(m.owner or "–"), *both)
        for m, both in zip(forward, amounts, strict=True)
    ]
    rows.append((case.say("all"), "", "", total(a for a, _ in amounts), total(b for _, b in amounts)))
    texts = [Heading(case.say(word), text=True) for word in ("measure", "sector", "owner")]
    level = Heading(case.say("level", year=period.last))
    both = (level, Heading(case.say("sum", first=period.first, last=period.last)))
    paper.table(PROPOSAL["list"].render(case.lang, unit=plan.unit.value), (*texts, *both), rows, total=True)
    by_sector: list[tuple[Cell, ...]] = [
        (plan.sector_name(sector), *_amounts(case, [m for m in forward if sector in m.shares], sector))
        for sector in sector_ids(case.view.portfolio)
        if any(sector in m.shares for m in forward)
    ]
    paper.table(
        PROPOSAL["by_sector"].render(case.lang, unit=plan.unit.value),
        (texts[1], *(Heading(str(year)) for year in period), level),
        [*by_sector, (case.say("all"), *_amounts(case, forward))],
        total=True,
    )


def background(paper: Paper, case: Case) -> None:
    """What the case is about, and the targets."""
    plan = case.plan
    paper.heading(HEADINGS["background"].render(case.lang))
    measures = case.many(case.view.measures)
    said = [case.say("begin", plan=plan.plan, municipality=plan.municipality, measures=measures)]
    said.append(_of("counted", len(case.counted), len(case.view.measures), case))
    if case.counted:
        said.append(_of("undecided", len(case.undecided), len(case.counted), case))
    paper.paragraph(" ".join(said))
    paper.paragraph(case.say("sign", base=plan.base_year))
    if not case.summary.targets:
        return
    paper.heading(HEADINGS["targets"].render(case.lang), 2)
    leads = [case.say("lead", title=target.target.title) for target in case.summary.targets]
    paper.bullets([" ".join(_in_words(target, case)) for target in case.summary.targets], leads)
    paper.table(case.say("targets", unit=plan.unit.value), *_targets(case))


def economy(paper: Paper, case: Case) -> None:
    """The sums by year, by how far the measures have come, and by sector."""
    plan, period = case.plan, case.view.portfolio.period
    paper.heading(HEADINGS["economy"].render(case.lang))
    invested = total(money for m in case.counted for money in m.investment.values())
    if invested:
        paper.paragraph(case.say("invested", amount=case.words(invested)))
    overlaps = list(_overlaps(case))
    if overlaps:
        paper.paragraph(case.say("overlaps"))
        paper.bullets(overlaps)
    report = summary_report(case.summary, case.lang)
    years, sectors, *_ = report.tables
    paper.table(years.title, (Heading(case.say("amount"), text=True), *years.headings[1:]), years.rows)
    rows: list[tuple[Cell, ...]] = [
        (case.say(stage.value), *(total(case.in_year(m, year) for m in measures) for year in period))
        for stage, measures in case.stages.items()
        if measures
    ]
    if case.together:
        unseen = (total(sums.in_year[year] for sums in case.together.values()) for year in period)
        rows.append((case.say("together"), *unseen))
    if len(rows) > 1:
        rows.append((case.say("all"), *(sums.gross for sums in case.summary.years.values())))
        headings = (Heading(case.say("step"), text=True), *(Heading(str(year)) for year in period))
        paper.table(case.say("steps", unit=plan.unit.value), headings, rows, total=True)
    paper.table(sectors.title, sectors.headings, sectors.rows, total=True)


def _of(word: str, number: int, whole: int, case: Case) -> str:
    """How many of the whole: none, all or some."""
    some = "none" if not number else "all" if number == whole else "some"
    return case.say(f"{word}_{some}", **({"n": str(number)} if some == "some" else {}))


def _points(case: Case) -> Iterator[str]:
    def point(word: str, measures: tuple[Measure, ...], **facts: object) -> str:
        return PROPOSAL[word].render(case.lang, measures=case.many(measures), **facts)

    stages = case.stages
    if stages[Stage.FORWARD]:
        yield point("adopt", stages[Stage.FORWARD], status=STATUS[case.put_forward], table=_LIST)
        yield PROPOSAL["frames"].render(case.lang, table=_BY_SECTOR)
        costs = {year: total(m.cost(year) for m in stages[Stage.FORWARD]) for year in case.view.portfolio.period}
        if any(costs.values()):
            years = [
                PROPOSAL["cost"].render(case.lang, amount=case.words(money), year=year)
                for year, money in costs.items()
                if money
            ]
            yield PROPOSAL["costs"].render(case.lang, amount=case.words(total(costs.values())), years=years)
    if stages[Stage.DELEGATED]:
        yield point("delegated", stages[Stage.DELEGATED], names=case.names(stages[Stage.DELEGATED]))
    if stages[Stage.WAITING]:
        names = [PROPOSAL["named"].render(case.lang, id=m.id, status=STATUS[m.status]) for m in stages[Stage.WAITING]]
        yield point("waiting", stages[Stage.WAITING], names=names)
    if stages[Stage.DECIDED]:
        yield point("decided", stages[Stage.DECIDED])
    if not any(stages.values()):
        yield PROPOSAL["nothing"].render(case.lang)


def _amounts(case: Case, measures: list[Measure] | tuple[Measure, ...], sector: str | None = None) -> list[Money]:
    """Each year's sum and the last year's level, of whole measures or of their parts in one sector."""
    period = case.view.portfolio.period
    years = [total(case.in_year(m, year, sector) for m in measures) for year in period]
    return [*years, total(case.level(m, sector) for m in measures)]


def _in_words(target: TargetSum, case: Case) -> Iterator[str]:
    said = target.target
    basis = BASIS[said.basis].render(
        case.lang, year=said.year, **({"first": case.plan.period.first} if said.basis is Basis.CUMULATIVE else {})
    )
    yield case.say("target", title=said.title, amount=case.words(said.amount), basis=basis)
    if said.found:
        sources = (said.already.source, said.already.note) if isinstance(said.already, Already) else ()
        source = "; ".join(flat(text) for text in sources if text)
        found = case.words(said.found)
        yield case.say("before", amount=found, source=source) if source else case.say("before_plain", amount=found)
    yield case.say("toward", amount=case.words(target.counted))
    yield case.say("missing", gap=case.words(target.gap)) if target.gap else case.say("reached")


def _targets(case: Case) -> tuple[tuple[Heading, ...], list[tuple[Value, ...]]]:
    """What is found and what is decided are two things; of what is not shown only the sum is told."""
    rows = []
    for target in case.summary.targets:
        shown = [part for part in target.parts if case.view.shows(part.measure)]
        decided = total(part.amount for part in shown if part.measure.status in DECIDED)
        undecided = total(part.amount for part in shown) - decided
        unseen = target.counted - decided - undecided
        said = target.target
        rows.append((said.title, said.amount, said.found, decided, undecided, unseen, target.gap, target.share))
    words = ("target_head", "amount", "found", "decided", "undecided", "unseen", "gap", "share")
    kept = [i for i, word in enumerate(words) if word not in ("found", "unseen") or any(row[i] for row in rows)]
    headings = tuple(Heading(case.say(words[i]), text=i == 0) for i in kept)
    return headings, [tuple(row[i] for i in kept) for row in rows]


def _overlaps(case: Case) -> Iterator[str]:
    for deduction in case.counting.deductions:
        years = [year for year, money in deduction.in_year.items() if money]
        if years and case.view.shows(deduction.off) and case.view.shows(deduction.other):
            money = case.words(deduction.in_year[years[-1]])
            yield case.say("overlap", off=deduction.off.id, other=deduction.other.id, amount=money, year=years[-1])
