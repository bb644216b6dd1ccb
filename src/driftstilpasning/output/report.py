"""From result records to neutral tables, once, for every medium."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.summary import NotCounted, Summary, TargetSum
from driftstilpasning.model.measure import FteHow, Status
from driftstilpasning.model.money import Money, Unit, total
from driftstilpasning.model.plan import Already, Basis, Plan, Stated
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.tables import Fact, Heading, Report, Table, TargetBlock, Value, amount
from driftstilpasning.text import Lang, counted
from driftstilpasning.text.labels import BASIS, COUNTED, FTE_HOW, KIND, STATUS, WHY
from driftstilpasning.text.numbers import NBSP

DECIDED = (Status.ADOPTED, Status.UNDERWAY, Status.REALISED)
"""The statuses of what has been decided."""


def summary_report(summary: Summary, lang: Lang, left_out: Sequence[str] = ()) -> Report:
    """All of ``summary`` as blocks and tables; ``left_out`` names files that could not be read."""
    plan = summary.portfolio.plan

    def say(word: str, **facts: object) -> str:
        return WORDS[word].render(lang, **facts)

    tables = [_years(summary, lang), _sectors(summary, lang)]
    if any(sector.fte_how for sector in summary.sectors):
        tables.append(_posts(summary, lang))
    if summary.not_counted:
        tables.append(_not_counted(summary.not_counted, lang))
    if summary.stated:
        tables.append(stated_table(summary, lang))
    foot = [say("bases")] if len({target.target.basis for target in summary.targets}) > 1 else []
    foot.append(say("rounding"))
    chosen = [*(summary.rows.sectors or ()), *(STATUS[s].render(lang) for s in summary.rows.statuses or ())]
    if chosen:
        foot.insert(0, say("rows", rows=chosen))
    if left_out:
        foot.insert(0, say("left_out", paths=left_out))
    return Report(
        f"{plan.municipality} · {plan.plan}",
        f"{counted(len(summary.portfolio.measures), *COUNTED['measure']).render(lang)} · "
        + say("prices", unit=plan.unit.value, level=plan.price_level, base=plan.base_year),
        plan.unit,
        plan.notice or "",
        say("targets"),
        tuple(_target(target, summary, lang) for target in summary.targets),
        tuple(tables),
        tuple(foot),
    )


def _target(target: TargetSum, summary: Summary, lang: Lang) -> TargetBlock:
    said, plan = target.target, summary.portfolio.plan
    by_status = target.by_status
    decided = total(by_status[status] for status in DECIDED)
    proposed = target.counted - decided
    first = {"first": plan.period.first} if said.basis is Basis.CUMULATIVE else {}
    basis = BASIS[said.basis].render(lang, year=said.year, **first)
    words = [basis, *([WORDS["net"].render(lang)] if said.net else [])]
    words.append(WORDS["from"].render(lang, status=STATUS[said.counts]))
    return TargetBlock(
        said.title,
        ", ".join(words),
        said.amount,
        target.reached,
        target.share,
        target.gap,
        said.found,
        decided,
        proposed,
        tuple(_facts(target, decided, proposed, plan.unit, lang)),
    )


def _facts(target: TargetSum, decided: Money, proposed: Money, unit: Unit, lang: Lang) -> list[Fact]:
    def label(word: str) -> str:
        return WORDS[word].render(lang)

    def split(*statuses: Status) -> str:
        amounts = [(status, target.by_status[status]) for status in statuses]
        parts = [f"{STATUS[s].render(lang)} {amount(a, unit, lang)}".replace(" ", NBSP) for s, a in amounts if a]
        return " · ".join(parts) if len(parts) > 1 else "".join(STATUS[s].render(lang) for s, a in amounts if a)

    facts = []
    if target.target.found:
        already = target.target.already
        note = already.source if isinstance(already, Already) and already.source else ""
        facts.append(Fact(label("before"), target.target.found, note))
    facts.append(Fact(label("decided"), decided, split(*reversed(DECIDED))))
    if target.target.counts not in DECIDED:
        facts.append(
            Fact(label("undecided"), proposed, split(Status.RECOMMENDED, Status.HEARING, Status.PROPOSED, Status.IDEA))
        )
    of_which = WORDS["of_which"]
    if target.unspecified:
        what = of_which.render(lang, what=WORDS["unspecified"])
        facts.append(Fact(what, target.unspecified, label("unspecified_note")))
    if target.conditional:
        measures = [part.measure.id for part in target.parts if part.conditional]
        note = WORDS["conditional_note"].render(lang, measures=measures)
        facts.append(Fact(of_which.render(lang, what=WORDS["conditional"]), target.conditional, note))
    if target.one_off:
        facts.append(Fact(of_which.render(lang, what=WORDS["one_off"]), target.one_off))
    if (target.low, target.high) != (target.counted, target.counted):
        low_high = f"{amount(target.low, unit, lang)}–{amount(target.high, unit, lang)}"
        facts.append(Fact(label("estimate"), "", low_high))
    if target.transition_cost:
        note = "" if target.target.net else label("cost_note")
        facts.append(Fact(label("cost"), target.transition_cost, note))
    return facts


def _years(summary: Summary, lang: Lang) -> Table:
    years = summary.years
    rows = {"gross": [year.gross for year in years.values()]}
    if any(year.transition_cost for year in years.values()):
        rows["minus_cost"] = [year.transition_cost for year in years.values()]
        rows["net_sum"] = [year.net for year in years.values()]
    rows["level"] = [year.level for year in years.values()]
    return Table(
        WORDS["years"].render(lang, unit=summary.portfolio.plan.unit.value, status=STATUS[summary.since]),
        (Heading("", text=True), *(Heading(str(year)) for year in years)),
        tuple((WORDS[word].render(lang), *amounts) for word, amounts in rows.items()),
    )


def _sectors(summary: Summary, lang: Lang) -> Table:
    plan, period = summary.portfolio.plan, summary.portfolio.period
    rows = []
    for sector in summary.sectors:
        gap = sector.frame_gap[period.last]
        closed = Fraction(sector.level.ore, gap.ore) if gap and gap > Money(0) else None
        rows.append((sector.name, *sector.years.values(), sector.cut, gap, closed))
    level = total(sector.level for sector in summary.sectors)
    base = total(sector.base for sector in summary.sectors if sector.base)
    gaps = [sector.frame_gap[period.last] for sector in summary.sectors]
    gap = total(g for g in gaps if g is not None) if None not in gaps else None
    in_all = (
        WORDS["all"].render(lang),
        *(total(sector.years[year] for sector in summary.sectors) for year in period),
        Fraction(level.ore, base.ore) if all(sector.base for sector in summary.sectors) and base else None,
        gap,
        Fraction(level.ore, gap.ore) if gap and gap > Money(0) else None,
    )
    headings = (
        Heading(WORDS["sector"].render(lang), text=True),
        *(Heading(str(year)) for year in period),
        Heading(WORDS["of_base"].render(lang)),
        Heading(WORDS["frame_gap"].render(lang, year=period.last)),
        Heading(WORDS["closed"].render(lang)),
    )
    shown = _only_filled(headings, (*rows, in_all))
    title = WORDS["sectors"].render(lang, unit=plan.unit.value, status=STATUS[summary.since])
    return Table(title, *shown, total=True)


def _only_filled(
    headings: tuple[Heading, ...], rows: tuple[tuple[Value, ...], ...]
) -> tuple[tuple[Heading, ...], tuple[tuple[Value, ...], ...]]:
    """The columns in which anything stands at all: a plan need not give frames or bases."""
    kept = [i for i in range(len(headings)) if any(row[i] is not None for row in rows)]
    return tuple(headings[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)


def _posts(summary: Summary, lang: Lang) -> Table:
    used = {how for sector in summary.sectors for how in sector.fte_how}
    hows: list[FteHow | None] = [how for how in FteHow if how in used]
    if None in used:
        hows.append(None)
    zero = Decimal(0)
    rows: list[tuple[Value, ...]] = [
        (sector.name, *(sector.fte_how.get(how, zero) for how in hows), sector.fte)
        for sector in summary.sectors
        if sector.fte_how
    ]
    sums = [sum((sector.fte_how.get(how, zero) for sector in summary.sectors), zero) for how in hows]
    in_all = sum((sector.fte for sector in summary.sectors), zero)
    unknown = sum(sector.fte_unknown for sector in summary.sectors)
    return Table(
        WORDS["posts"].render(lang),
        (
            Heading(WORDS["sector"].render(lang), text=True),
            *(Heading(FTE_HOW[how].render(lang)) for how in hows),
            Heading(WORDS["all"].render(lang)),
        ),
        (*rows, (WORDS["all"].render(lang), *sums, in_all)),
        total=True,
        note=WORDS["unknown"].render(lang, measures=counted(unknown, *COUNTED["measure"])) if unknown else "",
    )


def _not_counted(rows: Sequence[NotCounted], lang: Lang) -> Table:
    return Table(
        WORDS["not_counted"].render(lang),
        (
            Heading(WORDS["id"].render(lang), text=True),
            Heading(WORDS["measure"].render(lang), text=True),
            Heading(WORDS["why"].render(lang), text=True),
        ),
        tuple((row.measure.id, row.measure.title, why_not(row, lang)) for row in rows),
    )


def why_not(row: NotCounted, lang: Lang) -> str:
    """Why a measure is left out, with the alternative that is taken or the status that it has."""
    why = WHY[row.why].render(lang)
    if row.instead is not None:
        return WORDS["instead"].render(lang, why=why, other=row.instead.instead.id)
    if row.why is Why.STATUS:
        return WORDS["status_why"].render(lang, why=why, status=STATUS[row.measure.status])
    return why


def stated_table(summary: Summary, lang: Lang) -> Table:
    """The printed totals beside what they come to."""
    headings = (
        Heading(WORDS["what"].render(lang), text=True),
        Heading(WORDS["year"].render(lang), text=True),
        *(Heading(WORDS[word].render(lang)) for word in ("printed", "computed", "difference")),
        Heading(WORDS["verdict"].render(lang), text=True),
    )
    rows = tuple(
        (
            _scope(row.stated, summary.portfolio.plan, lang),
            str(row.stated.year),
            row.stated.amount,
            row.computed,
            row.difference,
            WORDS["yes" if row.ok else "no"].render(lang),
        )
        for row in summary.stated
    )
    return Table(WORDS["stated"].render(lang, unit=summary.portfolio.plan.unit.value), headings, rows)


def _scope(stated: Stated, plan: Plan, lang: Lang) -> str:
    """What a printed total sums: a sector, a kind, both, or the whole plan."""
    parts = [plan.sector_name(stated.sector)] if stated.sector is not None else []
    parts += [KIND[stated.kind].render(lang)] if stated.kind is not None else []
    return ", ".join(parts) or WORDS["whole_plan"].render(lang)
