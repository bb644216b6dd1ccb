"""The measures one by one: amounts beside consequences, what they mean for staff and users, and the alternatives."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from driftstilpasning.analysis.bodies import political
from driftstilpasning.model.measure import Assessed, FteHow, Measure
from driftstilpasning.model.money import total
from driftstilpasning.output.paper.case import Case, flat, name
from driftstilpasning.output.paper.document import Cell, Entry, Paper
from driftstilpasning.output.paper.words import HEADINGS
from driftstilpasning.output.tables import Heading, amount
from driftstilpasning.text.labels import FTE_HOW, LAW, STATUS, WHY
from driftstilpasning.text.numbers import number

_LARGE = 4
"""A consequence is large from this grade on."""
_SIDE_BY_SIDE = 3
"""How many alternatives stand beside each other in one table."""


def by_sector(paper: Paper, case: Case) -> None:
    """A table a sector; its sums are those of ``dt summarize``."""
    plan, period = case.plan, case.view.portfolio.period
    if not case.counted and not case.together:
        return
    paper.heading(HEADINGS["measures"].render(case.lang))
    for sums in case.summary.sectors:
        here = [measure for measure in case.counted if sums.id in measure.shares]
        unseen = case.together.get(sums.id)
        if not here and unseen is None:
            continue
        rows: list[tuple[Cell, ...]] = [
            (
                Entry(name(m), tuple(_details(m, case, sums.id))),
                *(case.in_year(m, year, sums.id) for year in period),
                _said(m.consequence.staff, case),
                _said(m.consequence.users, case),
            )
            for m in here
        ]
        if unseen is not None:
            rows.append((case.say("together"), *unseen.in_year.values(), "", ""))
        rows.append((case.say("all"), *sums.years.values(), "", ""))
        headings = (
            Heading(case.say("measure"), text=True),
            *(Heading(str(year)) for year in period),
            Heading(case.say("for_staff"), text=True),
            Heading(case.say("for_users"), text=True),
        )
        paper.heading(sums.name, 2)
        title = case.say("in_sector", sector=sums.name, unit=plan.unit.value)
        paper.table(title, headings, rows, total=True)


def consequences(paper: Paper, case: Case) -> None:
    """What the measures that count mean for staff, and for users."""
    staff = [(m, m.consequence.staff) for m in case.counted]
    posts = [m for m in case.counted if m.fte is not None]
    if posts or _graded(staff):
        paper.heading(HEADINGS["staff"].render(case.lang))
        if posts:
            _posts(paper, case)
        _large(paper, case, staff)
    users = [(m, m.consequence.users) for m in case.counted]
    statutory = [m for m in case.counted if m.law is not None and m.law.level == "must"]
    if statutory or _graded(users):
        paper.heading(HEADINGS["users"].render(case.lang))
        _large(paper, case, users)
    if statutory:
        paper.heading(HEADINGS["law"].render(case.lang), 2)
        paper.paragraph(case.say("statutory"))
        laws = [flat(m.law.reference) if m.law is not None and m.law.reference else "" for m in statutory]
        texts = [
            case.say("said", lead=name(m), text=law) if law else name(m) for m, law in zip(statutory, laws, strict=True)
        ]
        paper.bullets(texts, [name(m) for m in statutory])


def alternatives(paper: Paper, case: Case) -> None:
    """What is taken and what is not, side by side, with the consequences of each."""
    groups = [group for group in _alternatives(case) if any(measure.status.alive for measure in group)]
    if not groups:
        return
    paper.heading(HEADINGS["alternatives"].render(case.lang))
    paper.paragraph(case.say("exclude"))
    for group in groups:
        for start in range(0, len(group), _SIDE_BY_SIDE):
            shown = group[start : start + _SIDE_BY_SIDE]
            columns = [list(_alternative(measure, case)) for measure in shown]
            rows = [(label, *(column[i][1] for column in columns)) for i, (label, _) in enumerate(columns[0])]
            headings = [
                Heading(case.say("compared"), text=True),
                *(Heading(name(measure), text=True) for measure in shown),
            ]
            title = case.say("alternative", ids=[measure.id for measure in group], unit=case.plan.unit.value)
            paper.table(title, headings, [row for row in rows if any(cell != "–" for cell in row[1:])])


def _details(measure: Measure, case: Case, sector: str) -> Iterator[str]:
    """What is told of a measure below its title: how far it has come, posts, cost, law, and what is special."""
    last = measure.decisions[-1] if measure.decisions else None
    status = STATUS[measure.status].render(case.lang)
    if last is not None and last.outcome is measure.status:
        by = ", ".join(flat(text) for text in (last.body, last.reference) if text)
        status = case.say("status_by", status=status, body=by)
    said = [status]
    if len(measure.shares) > 1:
        said.append(case.say("part", share=measure.shares[sector]))
    if not measure.recurring:
        said.append(case.say("once"))
    if case.counting.conditional(measure):
        said.append(case.say("conditional"))
    if measure.fte:
        said.append(case.say("fte", fte=measure.fte))
    cost = total(measure.transition_cost.values())
    if cost:
        said.append(case.say("cost", amount=amount(cost, case.plan.unit, case.lang)))
    yield " · ".join(said)
    if measure.law is not None:
        level = LAW[measure.law.level]
        reference = measure.law.reference
        yield case.say("law", level=level, reference=flat(reference)) if reference else level.render(case.lang)


def _said(assessed: Assessed | None, case: Case) -> str:
    return assessed.text if assessed is not None and assessed.text else case.say("not_said")


def _posts(paper: Paper, case: Case) -> None:
    """Posts by sector, of the measures that are shown: a person may be known by them."""
    zero = Decimal(0)
    used = {m.fte_how for m in case.counted if m.fte}
    hows: list[FteHow | None] = [how for how in FteHow if how in used]
    hows += [None] if None in used else []
    rows: list[tuple[Cell, ...]] = []
    for sector in case.summary.sectors:
        here = [(m.fte_how, m.fte * m.shares[sector.id] / 100) for m in case.counted if m.fte and sector.id in m.shares]
        if here:
            sums = [sum((fte for how, fte in here if how is each), zero) for each in hows]
            rows.append((sector.name, *sums, sum(sums, zero)))
    if not rows:
        return
    whole = [sum((m.fte for m in case.counted if m.fte and m.fte_how is how), zero) for how in hows]
    rows.append((case.say("all"), *whole, sum(whole, zero)))
    headings = [Heading(case.say("sector"), text=True)]
    headings += [Heading(_capital(FTE_HOW[how].render(case.lang))) for how in hows]
    unknown = [m for m in case.counted if m.fte is None]
    notes = [case.say("posts_unknown", measures=case.many(unknown))] if unknown else []
    notes += [] if not case.together else [case.say("posts_unseen")]
    paper.table(case.say("posts"), [*headings, Heading(case.say("all"))], rows, total=True, note=" ".join(notes))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


Assessments = Sequence[tuple[Measure, Assessed | None]]


def _graded(said: Assessments) -> list[tuple[Measure, Assessed, int]]:
    return [(m, each, each.grade) for m, each in said if each is not None and each.grade is not None]


def _large(paper: Paper, case: Case, said: Assessments) -> None:
    graded = _graded(said)
    large = [row for row in graded if row[2] >= _LARGE]
    if large:
        paper.paragraph(case.say("large"))
        leads = [case.say("graded", measure=name(m), grade=grade) for m, _, grade in large]
        texts = [
            case.say("said", lead=lead, text=flat(assessed.text)) if assessed.text else lead
            for lead, (_, assessed, _) in zip(leads, large, strict=True)
        ]
        paper.bullets(texts, leads)
    elif graded:
        paper.paragraph(case.say("none_large"))


def _alternatives(case: Case) -> Iterator[list[Measure]]:
    """The measures that hang together by excluding each other, two or more that are shown, those that count first."""
    portfolio = case.view.portfolio
    links: dict[str, set[str]] = {}
    for measure in case.view.measures:
        for other in case.view.named(measure.excludes):
            if other is not measure:
                links.setdefault(measure.id, set()).add(other.id)
                links.setdefault(other.id, set()).add(measure.id)
    seen: set[str] = set()
    for start in sorted(links):
        reached, ahead = {start}, [start]
        while ahead:
            new = links[ahead.pop()] - reached
            reached |= new
            ahead += new
        if start not in seen:
            group = [measure for measure in portfolio if measure.id in reached]
            yield sorted(group, key=lambda m: not case.counting.counts(m))
        seen |= reached


def _alternative(measure: Measure, case: Case) -> Iterator[tuple[str, str]]:
    """What is to be compared of one alternative: a label and what it says, – where the file says nothing."""
    unit, lang, period = case.plan.unit, case.lang, case.view.portfolio.period
    yield case.say("taken"), _taken(measure, case)
    yield case.say("status"), STATUS[measure.status].render(lang)
    counts = case.counting.counts(measure)
    level = case.level(measure) if counts else measure.level(period.last, period)
    if measure.recurring:
        yield case.say("level", year=period.last), amount(level, unit, lang)
    else:
        year = measure.largest_year(period)
        once = case.in_year(measure, year) if counts else measure.in_year(year, period)
        what = case.say("in_year", year=year)
        yield case.say("level", year=period.last), f"{case.say('once')}: {amount(once, unit, lang)} {what}"
    for word, assessed in (("for_staff", measure.consequence.staff), ("for_users", measure.consequence.users)):
        yield case.say(word), assessed.text if assessed is not None and assessed.text else "–"
    yield case.say("posts_row"), number(measure.fte, lang) if measure.fte is not None else "–"
    given = measure.acceptance
    shown = given.grade is not None and political(given.by)
    yield (
        case.say("acceptance"),
        case.say("accepted", grade=given.grade, body=flat(given.by or "")) if shown else "–",
    )


def _taken(measure: Measure, case: Case) -> str:
    if case.counting.counts(measure):
        return case.say("taken_yes")
    left = case.counting.choice.get(measure.id)
    why = case.counting.reasons[measure.id]
    if left is None:
        return case.say("because", why=WHY[why]) if why is not None else case.say("taken_no")
    if not case.view.shows(left.instead):
        return case.say("taken_no")
    return case.say("taken_by", other=left.instead.id, by=case.say(f"by_{left.by.value}"))
