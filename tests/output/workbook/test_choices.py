"""Whatever is included, the workbook comes to what ``dt`` would, had the other measures not been there."""

import io
import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from driftstilpasning.analysis.quadrant import Quadrant, place
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.workbook import workbook
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import PORTFOLIOS, ROOT, document
from tests.office import Cells, Step, office, recalculated, steps

TANGLED = """
# budgets/plan.yaml
sectors: {oppvekst: {name: Oppvekst, base: 9000}, helse: {name: Helse, base: 8000}, stab: {name: Stab}}
targets:
  - {id: level, title: Nivå, amount: 9000, basis: level, year: 2016, already: 500}
  - {id: in-year, title: I året, amount: 900, basis: in-year, year: 2014, counts: adopted}
  - {id: cumulative, title: I alt, amount: 20000, basis: cumulative, year: 2015, counts: idea, net: true}
# measures/a1.yaml
excludes: [A2]
effect: {annual: 700, from: 2013-08}
fte: -1.5
fte_how: turnover
transition_cost: {2013: 33}
# measures/a2.yaml
excludes: [A3]
effect: {annual: 500}
status: hearing
overlaps: [{with: O2, amount: 111}]
# measures/a3.yaml
effect: {2013: 100, 2014: 200, 2015: 300, 2016: 250}
sector: helse
# measures/a4.yaml
excludes: [A1, A3]
benefit: time
status: adopted
# measures/o1.yaml
overlaps: [{with: O2, amount: 150}, {with: O3, amount: 300}]
effect: {annual: 400, from: 2014-03}
range: {low: 300, high: 500}
# measures/o2.yaml
effect: {annual: 1000.01}
status: adopted
sector: {oppvekst: 33.3, helse: 33.3, stab: 33.4}
fte: -0.7
# measures/o3.yaml
effect: {annual: 350}
status: adopted
sector: helse
overlaps: [{with: O2, amount: 200}]
recurring: false
# measures/r1.yaml
reverses: O2
effect: {annual: -300, from: 2015-01}
status: adopted
kind: priority
# measures/r2.yaml
overlaps: [{with: O1, amount: 70}]
reverses: R1
effect: {annual: 100, from: 2016-05}
sector: {helse: 50, stab: 50}
# measures/r3.yaml
reverses: R4
effect: {annual: -10}
# measures/r4.yaml
reverses: R3
effect: {annual: -20}
# measures/q1.yaml
requires: [A1, O2]
effect: {annual: 222}
kind: unspecified
sector: stab
# measures/q2.yaml
requires: [NONE1]
effect: {annual: 77, from: 2013-02}
status: idea
# measures/q3.yaml
recurring: false
effect: {2013: 0, 2014: 640, 2015: 10, 2016: 0}
transition_cost: {2014: 12.5}
fte: -1
# measures/s1.yaml
funding: self-cost
# measures/s2.yaml
status: rejected
excludes: [S1]
"""


SUMS = ("Summary", "Years", "Sectors", "Quadrant")
"""The sheets that are held against the model."""

Seen = Mapping[str, Sequence[Sequence[Any]]]
"""For a sheet, its rows of values."""


def numbers(rows: Sequence[Sequence[Any]], heading: str) -> list[list[Any]]:
    """The rows of cells below a row that begins with ``heading``, to the first empty one."""
    found: list[list[Any]] = []
    begun = False
    for row in rows:
        if begun and row[0] is None:
            break
        if begun:
            found.append(list(row))
        begun = begun or row[0] == heading
    return found


def close(cell: Any, expected: Money | Decimal | float | None, unit: Any) -> bool:  # noqa: ANN401
    if expected is None:
        return cell is None
    value = unit.decimal(expected) if isinstance(expected, Money) else expected
    return isinstance(cell, int | float) and abs(cell - float(value)) <= 1e-6 * max(1, abs(float(value)))


def differences(book: Seen, sums: Summary) -> Iterator[str]:
    """Where the workbook says something else than the sums."""
    unit, period = sums.portfolio.plan.unit, sums.portfolio.period

    def compare(what: str, cells: Sequence[Any], expected: Sequence[Any]) -> Iterator[str]:
        for i, (cell, value) in enumerate(zip(cells, expected, strict=True)):
            if not close(cell, value, unit):
                yield f"{what} {i}: {cell}, not {value}"

    rows = numbers(book["Summary"], "Target")
    for row, target in zip(rows, sums.targets, strict=True):
        decided = [target.by_status[status] for status in target.by_status if status.step >= 4]
        found = Money(sum(amount.ore for amount in decided))
        expected = [target.target.amount, target.target.found, found, target.counted - found, target.gap, target.share]
        expected += [target.unspecified, target.conditional, target.one_off, target.low, target.high]
        yield from compare(target.target.id, row[1:13], [*expected, target.transition_cost])
    years = {str(row[0]): row[1 : 1 + len(period)] for row in numbers(book["Years"], unit.value)}
    yield from compare("gross", years["Gross"], [year.gross for year in sums.years.values()])
    for word, amounts in (
        ("− one-off cost", [year.transition_cost for year in sums.years.values()]),
        ("Net", [year.net for year in sums.years.values()]),
    ):
        if word in years:
            yield from compare(word, years[word], amounts)
    for row, sector in zip(numbers(book["Sectors"], "Sector"), sums.sectors, strict=False):
        yield from compare(sector.id, row[1 : 2 + len(period)], [*sector.years.values(), sector.level])
        yield from compare(f"{sector.id}: posts", [next(v for v in reversed(row) if v is not None)], [sector.fte])
    placements = place(sums.portfolio)
    names = {"Do first": "do-first", "Needs process": "needs-process", "Quick wins": "quick-win", "Leave": "leave"}
    for row in numbers(book["Quadrant"], "Quadrant")[:4]:
        quadrant = Quadrant(names[row[0]])
        counting = sum(placed.counts for placed in placements.panel(quadrant))
        yield from compare(quadrant, row[2:5], [counting, placements.lasting(quadrant), placements.once(quadrant)])


CHOICES = 50


@office
@pytest.mark.parametrize("root", [*PORTFOLIOS, None], ids=lambda root: "tangled" if root is None else Path(root).name)
def test_any_choice_comes_to_what_the_model_does(root: Path | None) -> None:
    portfolio = load(document(TANGLED) if root is None else FolderTree(root)).portfolio()
    chance = random.Random(7)  # noqa: S311
    chosen = [[m for m in portfolio if chance.random() < (0.3, 0.6, 0.9)[i % 3]] for i in range(CHOICES)]
    book = workbook(View(portfolio, internal=True), Lang.EN)
    seen, _ = steps(book, [Step(choosing(portfolio, included), SUMS) for included in chosen])
    assert {
        tuple(measure.id for measure in included): said
        for included, fresh in zip(chosen, seen, strict=True)
        if (said := list(differences(fresh, summarize(Portfolio(portfolio.plan, tuple(included))))))
    } == {}


FIRST = 6
"""The row of the first measure."""


def choosing(portfolio: Portfolio, included: Sequence[Measure]) -> Cells:
    """What somebody writes who includes these measures and no others."""
    return {"Measures": {f"A{i}": "Yes" if m in included else "No" for i, m in enumerate(portfolio, start=FIRST)}}


def sorted_by_title(book: bytes) -> bytes:
    """``book`` with the rows of measures in another order, formulas and all."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    sheet = opened["Measures"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[2]), reverse=True), start=FIRST):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@office
def test_a_reader_may_sort_the_table() -> None:
    portfolio = load(FolderTree(ROOT)).portfolio()
    (ordered,) = recalculated([sorted_by_title(workbook(View(portfolio, internal=True), Lang.EN))])
    titles = [row[2] for row in ordered["Measures"].iter_rows(min_row=FIRST, max_row=8, values_only=True)]
    assert titles == sorted((measure.title for measure in portfolio), reverse=True)[:3]
    seen = {name: list(ordered[name].iter_rows(values_only=True)) for name in SUMS}
    assert list(differences(seen, summarize(portfolio))) == []


@office
def test_a_reader_may_change_an_amount_and_sums_follow() -> None:
    portfolio = load(FolderTree(ROOT)).portfolio()
    book = workbook(View(portfolio, internal=True), Lang.EN)
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Measures"]
    cell = next(sheet.cell(FIRST, one.column) for one in sheet[FIRST - 1] if one.value == "2016")
    before, after = steps(book, [Step({}, SUMS), Step({"Measures": {cell.coordinate: cell.value + 1000}}, SUMS)])[0]
    assert list(differences(before, summarize(portfolio))) == []
    gross = [
        next(row[4] for row in numbers(seen["Years"], portfolio.plan.unit.value) if row[0] == "Gross")
        for seen in (before, after)
    ]
    assert gross[1] == gross[0] + 1000


@office
def test_a_reader_is_told_of_alternatives_and_of_what_others_save_too() -> None:
    portfolio = load(document(TANGLED)).portfolio()
    every = choosing(portfolio, list(portfolio))
    none = choosing(portfolio, [])
    alone = choosing(portfolio, [measure for measure in portfolio if measure.id == "O1"])
    seen, _ = steps(
        workbook(View(portfolio), Lang.EN), [Step(cells, ["Measures", "Summary"]) for cells in (every, alone, none)]
    )
    said = "2 switched on together with an alternative that goes first: only one of them counts."
    assert (seen[0]["Measures"][2][0], seen[0]["Summary"][2][0]) == (said, said)
    headings = seen[0]["Measures"][FIRST - 2]
    why = headings.index("Why not")
    assert [next(row[why] for row in one["Measures"] if row[headings.index("Id")] == "O1") for one in seen] == [
        "less an overlap",
        "–",
        "not included",
    ]
