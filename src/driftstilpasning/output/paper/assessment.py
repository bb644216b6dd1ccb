"""How the measures weigh effect against feasibility, who accepts them, and what stands behind the figures."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from driftstilpasning.analysis.bodies import political
from driftstilpasning.analysis.quadrant import GRADES, Placement, Placements, Quadrant, place
from driftstilpasning.output.paper.case import Case, flat, name
from driftstilpasning.output.paper.document import Cell, Entry, Paper
from driftstilpasning.output.paper.picture import quadrant_png
from driftstilpasning.output.paper.words import HEADINGS
from driftstilpasning.output.report import DECIDED, why_not
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.tables import Heading
from driftstilpasning.text.labels import GRADE, QUADRANT, QUADRANT_MEANS, UNPLACED, WHY
from driftstilpasning.text.numbers import number

_MOST_DRAWN = 100
"""More ids than these find no place in the picture."""

_ORDER = (Quadrant.DO_FIRST, Quadrant.NEEDS_PROCESS, Quadrant.QUICK_WIN, Quadrant.LEAVE)
"""From what is best to what is least worth the trouble."""


def assessment(paper: Paper, case: Case) -> None:
    """The quadrant as picture and table, and the political acceptance."""
    every = place(case.view.portfolio)
    shown = Placements(
        every.settings,
        tuple(each for each in every.placed if case.view.shows(each.measure)),
        tuple((measure, why) for measure, why in every.unplaced if case.view.shows(measure)),
    )
    accepted = [m for m in case.undecided if m.acceptance.grade is not None and political(m.acceptance.by)]
    if not shown.placed and not accepted:
        return
    paper.heading(HEADINGS["assessment"].render(case.lang))
    if shown.placed:
        _quadrant(paper, case, shown)
    if accepted:
        paper.heading(HEADINGS["acceptance"].render(case.lang), 2)
        paper.paragraph(case.say("accept_intro"))
        words = ("measure", "grade", "body", "why_grade")
        headings = [Heading(case.say(word), text=word != "grade") for word in words]
        rows: list[tuple[Cell, ...]] = [
            (name(m), Entry(str(m.acceptance.grade)), flat(m.acceptance.by or ""), m.acceptance.text or "–")
            for m in accepted
        ]
        paper.table(case.say("accept_table"), headings, rows)


def not_counted(paper: Paper, case: Case) -> None:
    """What is left out of the sums, and why."""
    rows = [row for row in case.summary.not_counted if case.view.shows(row.measure)]
    if not rows:
        return
    paper.heading(HEADINGS["not_counted"].render(case.lang))
    headings = (
        Heading(case.say("measure"), text=True),
        Heading(case.say("axis")),
        Heading(case.say("why"), text=True),
    )
    cells: list[tuple[Cell, ...]] = [
        (
            name(row.measure),
            case.size(row.measure),
            why_not(row, case.lang)
            if row.instead is None or case.view.shows(row.instead.instead)
            else WHY[row.why].render(case.lang),
        )
        for row in rows
    ]
    paper.table(case.say("not_counted", unit=case.plan.unit.value), headings, cells)


def about(paper: Paper, case: Case) -> None:
    """Unit, prices, rounding, and what is held back."""
    plan = case.plan
    paper.heading(HEADINGS["figures"].render(case.lang))
    said = [case.say("prices", unit=plan.unit.value, level=plan.price_level, base=plan.base_year)]
    if len({target.target.basis for target in case.summary.targets}) > 1:
        said.append(WORDS["bases"].render(case.lang))
    said.append(WORDS["rounding"].render(case.lang))
    if not case.view.whole:
        said.append(case.say("held_back"))
    said.append(case.say("source"))
    paper.bullets(said)


def _quadrant(paper: Paper, case: Case, shown: Placements) -> None:
    paper.heading(HEADINGS["quadrant"].render(case.lang), 2)
    paper.paragraph(" ".join(_thresholds(case)))
    undecided = [each for each in shown.placed if each.counts and each.measure.status not in DECIDED]
    sentences = [_in_words(quadrant, undecided, case) for quadrant in _ORDER]
    if undecided:
        paper.bullets([sentence for sentence in sentences if sentence])
    places = " ".join(
        case.say(
            "picture_place",
            name=QUADRANT[quadrant],
            ids=case.ids(each.measure for each in shown.panel(quadrant)) or case.say("nobody"),
        )
        for quadrant in _ORDER
    )
    drawn = shown.largest(_MOST_DRAWN)
    picture = quadrant_png(drawn, case.plan.unit, case.lang)
    paper.picture(picture, case.say("figure"), case.say("picture", places=places))
    over = len(shown.placed) - len(drawn.placed)
    below = [case.say("figure_note"), *([case.say("figure_over", most=_MOST_DRAWN, over=over)] if over else [])]
    paper.paragraph(" ".join(below), "Table Note")
    headings = (
        Heading(case.say("field"), text=True),
        Heading(case.say("measure"), text=True),
        Heading(case.say("axis")),
        Heading(case.say("feasible")),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            QUADRANT[quadrant].render(case.lang),
            Entry(name(each.measure), tuple(_details(each, case))),
            case.size(each.measure),
            Entry(number(each.feasibility, case.lang, 2)),
        )
        for quadrant in _ORDER
        for each in shown.panel(quadrant)
    ]
    note = case.say("marks", year=case.view.portfolio.period.last)
    paper.table(case.say("placed", unit=case.plan.unit.value), headings, rows, note=note)
    by_reason = sorted(shown.unplaced, key=lambda pair: list(UNPLACED).index(pair[1]))
    paper.bullets(
        [
            case.say("unplaced", why=UNPLACED[why], ids=case.ids(measure for measure, _ in group))
            for why, group in groupby(by_reason, key=lambda pair: pair[1])
        ]
    )


def _thresholds(case: Case) -> Iterator[str]:
    settings = case.plan.quadrant
    *names, last = [GRADE[grade] for grade in GRADES if getattr(settings.weights, grade) > 0]
    yield case.say(
        "thresholds",
        effect=case.words(settings.effect),
        method=case.say(settings.method),
        grades=case.say("grades", names=names, last=last) if names else case.say("one_grade", last=last),
        feasibility=settings.feasibility,
    )
    yield case.say("floor", floor=settings.floor)


def _in_words(quadrant: Quadrant, undecided: Sequence[Placement], case: Case) -> str:
    here = [each.measure for each in undecided if each.quadrant is quadrant]
    facts = {"name": QUADRANT[quadrant], "means": QUADRANT_MEANS[quadrant], "ids": case.ids(here)}
    return case.say("first", n=len(here), **facts) if here else ""


def _details(each: Placement, case: Case) -> Iterator[str]:
    said = [
        *([] if each.counts else [case.say("hollow")]),
        *([case.say("once")] if each.one_off else []),
        *([case.say("contested")] if each.contested else []),
    ]
    if said:
        yield " · ".join(said)
