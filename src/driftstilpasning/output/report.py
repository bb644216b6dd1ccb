"""From result records to neutral tables, once, for every medium.

A table's cells are values, not text: money stays :class:`Money`, a share stays a fraction. The terminal
writes them, the workbook stores them as numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.summary import NotCounted, Summary, TargetSum
from driftstilpasning.model.measure import FteHow, Status
from driftstilpasning.model.money import Money, Unit, total
from driftstilpasning.model.plan import Already, Basis
from driftstilpasning.text import Lang, Text, counted
from driftstilpasning.text.labels import BASIS, COUNTED, FTE_HOW, STATUS, WHY
from driftstilpasning.text.numbers import NBSP

Value = str | Money | Decimal | Fraction | None
"""A cell: text, money, a number, a share of one, or nothing."""

DECIDED = (Status.ADOPTED, Status.UNDERWAY, Status.REALISED)
"""The statuses of what has been decided."""


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


WORDS = {
    "targets": Text(nb="Mål", nn="Mål", en="Targets"),
    "prices": Text(
        nb="beløp i {unit}, {level}-kroner", nn="beløp i {unit}, {level}-kroner", en="amounts in {unit}, {level} prices"
    ),
    "from": Text(nb="fra og med «{status}»", nn="frå og med «{status}»", en="from “{status}” on"),
    "net": Text(nb="fratrukket omstillingskostnad", nn="fråtrekt omstillingskostnad", en="less transition cost"),
    "before": Text(nb="tatt ut før prosjektet", nn="teke ut før prosjektet", en="found before the project"),
    "decided": Text(nb="vedtatt eller lenger", nn="vedteke eller lenger", en="adopted or further along"),
    "undecided": Text(nb="ikke vedtatt ennå", nn="ikkje vedteke enno", en="not decided yet"),
    "estimate": Text(nb="lavt–høyt anslag", nn="lågt–høgt anslag", en="low–high estimate"),
    "of_which": Text(nb="herav {what}", nn="av dette {what}", en="of this {what}"),
    "unspecified": Text(nb="uspesifisert kutt", nn="ikkje spesifisert kutt", en="unspecified cut"),
    "conditional": Text(nb="på vilkår", nn="på vilkår", en="conditional"),
    "one_off": Text(nb="engangstiltak", nn="eingongstiltak", en="one-off"),
    "cost": Text(nb="omstillingskostnad (engangs)", nn="omstillingskostnad (eingong)", en="one-off cost of transition"),
    "unspecified_note": Text(
        nb="rammetrekk: sier ikke hva som skal gjøres",
        nn="rammetrekk: seier ikkje kva som skal gjerast",
        en="says nothing of what is to be done",
    ),
    "conditional_note": Text(
        nb="{measures} krever tiltak som ikke teller med",
        nn="{measures} krev tiltak som ikkje tel med",
        en="{measures}: requires what does not count",
    ),
    "cost_note": Text(nb="kommer i tillegg", nn="kjem i tillegg", en="comes on top"),
    "years": Text(
        nb="Virkning per år, {unit}, fra og med «{status}»",
        nn="Verknad per år, {unit}, frå og med «{status}»",
        en="Effect by year, {unit}, from “{status}” on",
    ),
    "gross": Text(nb="brutto", nn="brutto", en="gross"),
    "minus_cost": Text(nb="− omstillingskostnad", nn="− omstillingskostnad", en="− one-off cost"),
    "net_sum": Text(nb="netto", nn="netto", en="net"),
    "level": Text(
        nb="varig nivå ved årets slutt", nn="varig nivå ved utgangen av året", en="lasting level at year's end"
    ),
    "sectors": Text(
        nb="Sektorene, brutto {unit}, fra og med «{status}»",
        nn="Sektorane, brutto {unit}, frå og med «{status}»",
        en="Sectors, gross {unit}, from “{status}” on",
    ),
    "sector": Text(nb="Sektor", nn="Sektor", en="Sector"),
    "of_base": Text(nb="% av basis", nn="% av basis", en="% of base"),
    "frame_gap": Text(nb="Gap til ramma {year}", nn="Gap til ramma {year}", en="Frame gap {year}"),
    "closed": Text(nb="% dekket", nn="% dekt", en="% closed"),
    "fte": Text(nb="Årsverk", nn="Årsverk", en="FTE"),
    "all": Text(nb="I alt", nn="I alt", en="Total"),
    "posts": Text(
        nb="Årsverk per sektor og hvordan",
        nn="Årsverk per sektor og korleis",
        en="Full-time equivalents by sector and how",
    ),
    "unknown": Text(
        nb="{measures} som teller med, sier ikke hvor mange årsverk",
        nn="{measures} som tel med, seier ikkje kor mange årsverk",
        en="counted without saying how many posts: {measures}",
    ),
    "not_counted": Text(nb="Teller ikke med", nn="Tel ikkje med", en="Not counted"),
    "id": Text(nb="Id", nn="Id", en="Id"),
    "measure": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "why": Text(nb="Hvorfor", nn="Kvifor", en="Why"),
    "instead": Text(nb="{why}: {other} er valgt", nn="{why}: {other} er valt", en="{why}: {other} is taken"),
    "status_why": Text(nb="{why} ({status})", nn="{why} ({status})", en="{why} ({status})"),
    "stated": Text(nb="Oppgitte summer, {unit}", nn="Oppgjevne summar, {unit}", en="Published totals, {unit}"),
    "what": Text(nb="Sum", nn="Sum", en="Total"),
    "year": Text(nb="År", nn="År", en="Year"),
    "printed": Text(nb="Oppgitt", nn="Oppgjeve", en="Published"),
    "computed": Text(nb="Regnet ut", nn="Rekna ut", en="Computed"),
    "difference": Text(nb="Avvik", nn="Avvik", en="Difference"),
    "verdict": Text(nb="Stemmer", nn="Stemmer", en="Agrees"),
    "yes": Text(nb="ja", nn="ja", en="yes"),
    "no": Text(nb="nei", nn="nei", en="no"),
    "whole_plan": Text(nb="hele planen", nn="heile planen", en="the whole plan"),
    "rounding": Text(
        nb="Et beløp for en del av et år, og en sektors del av et beløp, rundes av til øret én gang. Ellers rundes "
        "bare det som vises; summer er aldri regnet av avrundede tall.",
        nn="Eit beløp for ein del av eit år, og ein sektor sin del av eit beløp, vert runda av til øret éin gong. "
        "Elles vert berre det som er vist, runda av; summar er aldri rekna av avrunda tal.",
        en="An amount for part of a year, and a sector's part of an amount, is rounded to the øre once. Beyond that "
        "only what is shown is rounded; no total is made of rounded figures.",
    ),
    "bases": Text(
        nb="Målene har ulikt grunnlag og kan ikke legges sammen.",
        nn="Måla har ulikt grunnlag og kan ikkje leggjast saman.",
        en="The targets have different bases and do not add up.",
    ),
    "rows": Text(
        nb="Utvalg av rader: {rows}. Målene gjelder hele porteføljen.",
        nn="Utval av rader: {rows}. Måla gjeld heile porteføljen.",
        en="Rows chosen: {rows}. The targets are those of the whole portfolio.",
    ),
    "left_out": Text(
        nb="Holdt utenfor, fordi filene ikke kan leses: {paths}. Beløpene deres er ukjente.",
        nn="Haldne utanfor, fordi filene ikkje kan lesast: {paths}. Beløpa deira er ukjende.",
        en="Left out, because the files cannot be read: {paths}. Their amounts are unknown.",
    ),
}
"""The words of the report."""


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
        tables.append(_stated(summary, lang))
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
        + say("prices", unit=plan.unit.value, level=str(plan.price_level)),
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


def amount(money: Money, unit: Unit, lang: Lang) -> str:
    """``money`` as people read it in the plan's unit: whole, or two decimals where the unit is a million."""
    return unit.show(money, lang, 2 if unit is Unit.MILLION else 0)


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
        rows.append(
            (sector.name, *sector.years.values(), sector.cut, gap, closed, sector.fte if sector.fte_how else None)
        )
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
        sum((sector.fte for sector in summary.sectors), Decimal(0))
        if any(sector.fte_how for sector in summary.sectors)
        else None,
    )
    headings = (
        Heading(WORDS["sector"].render(lang), text=True),
        *(Heading(str(year)) for year in period),
        Heading(WORDS["of_base"].render(lang)),
        Heading(WORDS["frame_gap"].render(lang, year=period.last)),
        Heading(WORDS["closed"].render(lang)),
        Heading(WORDS["fte"].render(lang)),
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


def _stated(summary: Summary, lang: Lang) -> Table:
    from driftstilpasning.text.labels import KIND  # noqa: PLC0415

    def scope(stated: object) -> str:
        sector, kind = getattr(stated, "sector", None), getattr(stated, "kind", None)
        parts = [summary.portfolio.plan.sector_name(sector)] if sector else []
        parts += [KIND[kind].render(lang)] if kind else []
        return ", ".join(parts) or WORDS["whole_plan"].render(lang)

    return Table(
        WORDS["stated"].render(lang, unit=summary.portfolio.plan.unit.value),
        (
            Heading(WORDS["what"].render(lang), text=True),
            Heading(WORDS["year"].render(lang), text=True),
            *(Heading(WORDS[word].render(lang)) for word in ("printed", "computed", "difference")),
            Heading(WORDS["verdict"].render(lang), text=True),
        ),
        tuple(
            (
                scope(row.stated),
                str(row.stated.year),
                row.stated.amount,
                row.computed,
                row.difference,
                WORDS["yes" if row.ok else "no"].render(lang),
            )
            for row in summary.stated
        ),
    )
