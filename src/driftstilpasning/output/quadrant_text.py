"""``dt quadrant`` on a terminal: four panels, two by two where there is room."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from driftstilpasning.analysis.quadrant import Placement, Placements, Quadrant
from driftstilpasning.model.money import Unit, kroner
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.layout import Column, Paint, Screen, cut, pad, table, width, wrap
from driftstilpasning.output.tables import amount
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import GRADE, QUADRANT, QUADRANT_MEANS, UNPLACED
from driftstilpasning.text.safe import printable

ORDER = ((Quadrant.NEEDS_PROCESS, Quadrant.DO_FIRST), (Quadrant.LEAVE, Quadrant.QUICK_WIN))
"""The panels as they stand: high effect above, easy to carry out to the right."""

SIGN = {Quadrant.NEEDS_PROCESS: "■", Quadrant.DO_FIRST: "●", Quadrant.LEAVE: "◆", Quadrant.QUICK_WIN: "▲"}
_PAINT: dict[Quadrant, Paint] = {
    Quadrant.NEEDS_PROCESS: "yellow",
    Quadrant.DO_FIRST: "green",
    Quadrant.LEAVE: "dim",
    Quadrant.QUICK_WIN: "cyan",
}
_SIDE_BY_SIDE = 76
"""The narrowest screen with two panels beside each other."""

_AXES = Text(
    nb="Virkning {year} i {unit}, grense {effect}. Gjennomførbarhet 1–5, grense {feasibility}.",
    nn="Verknad {year} i {unit}, grense {effect}. Gjennomførbarheit 1–5, grense {feasibility}.",
    en="Effect {year} in {unit}, threshold {effect}. Feasibility 1–5, threshold {feasibility}.",
)
_HARD_EASY = (Text(nb="← vanskelig", nn="← vanskeleg", en="← hard"), Text(nb="lett →", nn="lett →", en="easy →"))
_FEASIBILITY = Text(nb="gjennomførbarhet", nn="gjennomførbarheit", en="feasibility")
_SUM = Text(nb="sum {amount}", nn="sum {amount}", en="sum {amount}")
_SUM_ONCE = Text(nb="sum {amount} + {once} 1×", nn="sum {amount} + {once} 1×", en="sum {amount} + {once} 1×")
_NONE = Text(nb="ingen tiltak", nn="ingen tiltak", en="no measures")
_LEGEND = Text(
    nb="○ teller ikke med i summen   ~ avhenger av metoden (snitt eller svakeste karakter)   1× engangs",
    nn="○ tel ikkje med i summen   ~ avheng av metoden (snitt eller svakaste karakter)   1× eingong",
    en="○ not in the sum   ~ depends on the method (mean or weakest grade)   1× one-off",
)
_OVERLAPS = Text(
    nb="Overlapp er trukket fra summene, ikke fra radene.",
    nn="Overlapp er trekt frå summane, ikkje frå radene.",
    en="Overlaps are taken off the sums, not off the rows.",
)
_UNPLACED = Text(nb="Ikke plassert", nn="Ikkje plassert", en="Not placed")
_CLOSE = Text(
    nb="Én karakter unna en annen kvadrant",
    nn="Éin karakter unna ein annan kvadrant",
    en="One grade away from another quadrant",
)
_GRADE = {**GRADE, "acceptance": Text(nb="aksept", nn="aksept", en="acceptance")}
_HEADS = {
    "id": Text(nb="Id", nn="Id", en="Id"),
    "measure": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "why": Text(nb="Hvorfor", nn="Kvifor", en="Why"),
    "to": Text(nb="Flytter til", nn="Flyttar til", en="Moves to"),
    "move": Text(nb="når", nn="når", en="when"),
}
_LEFT_OUT = Text(
    nb="Holdt utenfor, fordi filene ikke kan leses: {paths}.",
    nn="Haldne utanfor, fordi filene ikkje kan lesast: {paths}.",
    en="Left out, because the files cannot be read: {paths}.",
)


def terminal(
    placements: Placements, portfolio: Portfolio, screen: Screen, lang: Lang, left_out: Sequence[str] = ()
) -> str:
    """The four panels, what is close to moving, and what stands in no panel."""
    plan, settings = portfolio.plan, placements.settings
    axes = _AXES.render(
        lang,
        year=portfolio.period.last,
        unit=plan.unit.value,
        effect=amount(settings.effect, plan.unit, lang),
        feasibility=settings.feasibility,
    )
    lines = [screen.paint(line, "bold") for line in wrap(f"{plan.municipality} · {plan.plan}", screen.width)]
    lines += wrap(axes, screen.width)
    if plan.notice:
        lines += wrap(plan.notice, screen.width)
    lines += ["", *_panels(placements, plan.unit, screen, lang), "", *wrap(_LEGEND.render(lang), screen.width)]
    if any(placement.counts and placement.counted != placement.effect for placement in placements.placed):
        lines += wrap(_OVERLAPS.render(lang), screen.width)
    lines += _close(placements, screen, lang)
    if placements.unplaced:
        columns = [
            Column(_HEADS[head].render(lang), "left", flexible=head != "id") for head in ("id", "measure", "why")
        ]
        rows = [(m.id, m.title, UNPLACED[why].render(lang)) for m, why in placements.unplaced]
        lines += ["", screen.paint(_UNPLACED.render(lang), "bold"), *table(columns, rows, screen)]
    if left_out:
        lines += ["", *wrap(_LEFT_OUT.render(lang, paths=left_out), screen.width)]
    return "\n".join(lines) + "\n"


def _panels(placements: Placements, unit: Unit, screen: Screen, lang: Lang) -> Iterator[str]:
    if screen.width < _SIDE_BY_SIDE or not screen.boxes:
        for pair in ORDER:
            for quadrant in pair:
                yield from _panel(placements, quadrant, unit, min(screen.width, 100), screen, lang, height=0)
        return
    each = min(screen.width, 120) // 2
    hard, easy = (text.render(lang) for text in _HARD_EASY)
    between = 2 * each - width(hard) - width(easy)
    axis = hard + _FEASIBILITY.render(lang).center(between) + easy
    for left, right in ORDER:
        height = max(len(placements.panel(left)), len(placements.panel(right)), 1)
        sides = [_panel(placements, q, unit, each, screen, lang, height=height) for q in (left, right)]
        for one, other in zip_longest(*sides, fillvalue=""):
            yield one + other
    yield screen.paint(axis, "dim")


def _panel(
    placements: Placements, quadrant: Quadrant, unit: Unit, cells: int, screen: Screen, lang: Lang, *, height: int
) -> list[str]:
    """One framed panel ``cells`` wide, filled to ``height`` rows; without boxes a heading and rows."""
    inner = cells - 4
    name = f"{SIGN[quadrant]} {QUADRANT[quadrant].render(lang)}"
    full = f"{name} – {QUADRANT_MEANS[quadrant].render(lang)}"
    title = full if width(full) <= inner - 2 else name
    rows = [_row(placement, unit, inner, screen, lang) for placement in placements.panel(quadrant)]
    rows = rows or [pad(_NONE.render(lang), inner)]
    rows += [" " * inner] * (height - len(rows))
    once = placements.once(quadrant)
    summed = (_SUM_ONCE if once else _SUM).render(
        lang, amount=amount(placements.lasting(quadrant), unit, lang), once=amount(once, unit, lang)
    )
    paint = _PAINT[quadrant]
    if not screen.boxes:
        return [full, *(f"  {row}" for row in rows), f"  {summed}", ""]
    top = f"╭─ {title} {'─' * (cells - 5 - width(title))}╮"
    bottom = f"╰{'─' * (cells - 5 - width(summed))} {summed} ─╯"
    edge = screen.paint("│", paint)
    return [
        screen.paint(top, paint),
        *(f"{edge} {row} {edge}" for row in rows),
        screen.paint(bottom, paint),
    ]


def _row(placement: Placement, unit: Unit, cells: int, screen: Screen, lang: Lang) -> str:
    marks = (
        ("" if placement.counts else "○") + ("~" if placement.contested else "") + ("1×" if placement.one_off else "")
    )
    figure = amount(placement.effect, unit, lang)
    head = pad(cut(placement.measure.id, cells // 2), 6) + " " + (f"{marks} " if marks else "")
    title = cut(placement.measure.title, cells - width(head) - width(figure) - 1)
    row = pad(head + title, cells - width(figure) - 1) + " " + figure
    return row if placement.counts else screen.paint(row, "dim")


def _close(placements: Placements, screen: Screen, lang: Lang) -> list[str]:
    """Measures that one grade of difference would move."""
    near = [(p, [move for move in p.moves if abs(move.to - move.now) == 1]) for p in placements.placed]
    rows = [
        (
            p.measure.id,
            QUADRANT[moves[0].quadrant].render(lang),
            ", ".join(f"{_GRADE[move.grade].render(lang)} {move.now}→{move.to}" for move in moves),
        )
        for p, moves in near
        if moves
    ]
    if not rows:
        return []
    columns = [Column(_HEADS[head].render(lang), "left", flexible=head == "move") for head in ("id", "to", "move")]
    return ["", screen.paint(_CLOSE.render(lang), "bold"), *table(columns, rows, screen)]


def plain(placements: Placements, portfolio: Portfolio, lang: Lang, left_out: Sequence[str] = ()) -> str:
    """One measure a line: id, title, quadrant, effect, feasibility and reason."""
    lines = [f"{portfolio.plan.municipality} · {portfolio.plan.plan}"]
    for p in placements.placed:
        effect = kroner(p.effect, lang)
        reason = p.reason.render(lang)
        lines.append(f"{p.measure.id} {p.measure.title}: {QUADRANT[p.quadrant].render(lang)}: {effect}: {reason}")
    lines += [
        f"{m.id} {m.title}: {_UNPLACED.render(lang)}: {UNPLACED[why].render(lang)}" for m, why in placements.unplaced
    ]
    lines += [_LEFT_OUT.render(lang, paths=left_out)] if left_out else []
    return "".join(f"{printable(line)}\n" for line in lines)
