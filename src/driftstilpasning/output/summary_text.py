"""``dt summarize`` on a terminal, and as one labelled fact a line."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from driftstilpasning.model.money import Unit
from driftstilpasning.output.layout import Column, Paint, Screen, bar, pad, table, width, wrap
from driftstilpasning.output.tables import Fact, Report, Table, TargetBlock, amount, value
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.numbers import NBSP, half_up, number
from driftstilpasning.text.safe import printable

_OF = Text(nb="{reached} av {amount}", nn="{reached} av {amount}", en="{reached} of {amount}")
_MISSING = Text(nb="mangler {gap}", nn="manglar {gap}", en="{gap} to find")
_REACHED = Text(nb="nådd", nn="nådd", en="reached")
_LEGEND = Text(
    nb="▒ tatt ut før   █ vedtatt   ▓ ikke vedtatt ennå   ░ mangler",
    nn="▒ teke ut før   █ vedteke   ▓ ikkje vedteke enno   ░ manglar",
    en="▒ found before   █ decided   ▓ not decided yet   ░ to find",
)
_SIGNS = ("▒", "█", "▓")
_PAINTS: tuple[Paint, ...] = ("cyan", "green", "blue", "dim")
_WIDEST_BAR = 50
_NARROWEST_BAR = 20
_NARROWEST_NOTE = 24
_PLAIN = Text(nb="mangler", nn="manglar", en="to find")
_PLAIN_AMOUNT = Text(nb="mål", nn="mål", en="target")


def terminal(report: Report, screen: Screen, lang: Lang) -> str:
    """The whole report for one screen."""
    lines = [screen.paint(line, "bold") for line in wrap(report.title, screen.width)]
    lines += wrap(report.subtitle, screen.width)
    if report.notice:
        lines += wrap(report.notice, screen.width)
    if report.targets:
        lines += ["", screen.paint(report.targets_title, "bold"), *_legend(screen, lang)]
        for target in report.targets:
            lines += ["", *_target(target, report.unit, screen, lang)]
    for shown in report.tables:
        lines += ["", screen.paint(shown.title, "bold"), *_table(shown, report.unit, screen, lang)]
    lines.append("")
    for sentence in report.foot:
        lines += [screen.paint(line, "dim") for line in wrap(sentence, screen.width)]
    return "\n".join(lines) + "\n"


def _legend(screen: Screen, lang: Lang) -> Iterator[str]:
    painted = {sign: screen.paint(sign, paint) for sign, paint in zip((*_SIGNS, "░"), _PAINTS, strict=True)}
    for line in wrap(_LEGEND.render(lang), screen.width):
        yield "".join(painted.get(c, c) for c in line)


def _target(target: TargetBlock, unit: Unit, screen: Screen, lang: Lang) -> Iterator[str]:
    yield from (screen.paint(line, "bold") for line in wrap(target.title, screen.width))
    yield from wrap(target.basis, screen.width)
    of = _OF.render(lang, reached=amount(target.reached, unit, lang), amount=amount(target.amount, unit, lang))
    missing = _MISSING.render(lang, gap=amount(target.gap, unit, lang)) if target.gap else _REACHED.render(lang)
    tail = f"  {pad(_percent(target, lang), 6, 'right')}  {of}  {missing}"
    room = screen.width - width(tail)
    cells = min(_WIDEST_BAR, room if room >= _NARROWEST_BAR else screen.width)
    amounts = (target.before.ore, target.decided.ore, target.proposed.ore)
    parts = bar(tuple(zip(amounts, _SIGNS, strict=True)), target.amount.ore, cells)
    drawn = "".join(screen.paint(part, paint) for part, paint in zip(parts, _PAINTS, strict=True))
    yield from [drawn + tail] if room >= _NARROWEST_BAR else [drawn, tail.strip()]
    yield from _facts(target.facts, unit, screen, lang)


def _percent(target: TargetBlock, lang: Lang) -> str:
    """How much is reached; never 100 while something is missing."""
    percent = target.share * 100
    nearly = target.gap and half_up(percent) >= 100
    decimals = 1 if nearly or 0 < percent < 1 else 0
    shown = min(percent, Fraction(999, 10)) if nearly else percent
    return number(shown, lang, decimals) + ("%" if lang is Lang.EN else f"{NBSP}%")


def _facts(facts: Sequence[Fact], unit: Unit, screen: Screen, lang: Lang) -> Iterator[str]:
    labels = max((width(fact.label) for fact in facts), default=0)
    cells = [value(fact.amount, unit, lang) for fact in facts]
    amounts = max((width(cell) for cell in cells), default=0)
    for fact, cell in zip(facts, cells, strict=True):
        head = f"  {pad(fact.label, labels)}  {pad(cell, amounts, 'right')}"
        room = screen.width - width(head) - 2
        if not fact.note:
            yield head
        elif room >= _NARROWEST_NOTE:
            first, *rest = wrap(fact.note, room)
            yield f"{head}  {first}"
            yield from (" " * (width(head) + 2) + line for line in rest)
        else:
            yield head.rstrip()
            yield from (f"    {line}" for line in wrap(fact.note, screen.width - 4))


def _table(shown: Table, unit: Unit, screen: Screen, lang: Lang) -> list[str]:
    columns = [
        Column(heading.title, "left" if heading.text else "right", flexible=heading.text) for heading in shown.headings
    ]
    rows = [[value(cell, unit, lang) for cell in row] for row in shown.rows]
    lines = table(columns, rows, screen, total=shown.total)
    return [*lines, *([shown.note] if shown.note else [])]


def plain(report: Report, lang: Lang) -> str:
    """One labelled fact a line, for a screen reader, a search or a terminal that can draw nothing."""
    lines = [report.title, report.subtitle, *([report.notice] if report.notice else [])]
    for target in report.targets:
        facts = (
            (_PLAIN_AMOUNT.render(lang), target.amount, ""),
            *((fact.label, fact.amount, fact.note) for fact in target.facts),
            (_PLAIN.render(lang), target.gap, ""),
        )
        for label, figure, note in facts:
            figure_text = value(figure, report.unit, lang)
            said = f"{figure_text} ({note})" if figure_text and note else figure_text or note
            lines.append(f"{target.title} ({target.basis}): {label}: {said}")
    for shown in report.tables:
        for first, *cells in shown.rows:
            named = f"{shown.title}: {value(first, report.unit, lang)}"
            for heading, cell in zip(shown.headings[1:], cells, strict=True):
                lines.append(f"{named}: {heading.title}: {value(cell, report.unit, lang)}")
    return printable_lines([*lines, *report.foot])


def printable_lines(lines: Sequence[str]) -> str:
    """Each line safe to print, and an end to each."""
    return "".join(f"{printable(line)}\n" for line in lines)
