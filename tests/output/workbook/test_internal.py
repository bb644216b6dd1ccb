"""Nothing of an internal measure is in the file, but its part of one sum a sector."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.output.workbook import workbook
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import document

TREE = document("""
# budgets/plan.yaml
unit: kr
sectors: {stab: {name: Stab, base: 9000000}, skule: {name: Skule}}
targets:
  - {id: level, title: Nivå, amount: 900000, basis: level, year: 2016}
  - {id: sum, title: I alt, amount: 900000, basis: cumulative, year: 2016, net: true}
# measures/open1.yaml
effect: {annual: 41000}
sector: stab
excludes: [HID1]
overlaps: [{with: HID2, amount: 777}]
# measures/open2.yaml
effect: {annual: 43000}
sector: stab
requires: [HID1]
# measures/open3.yaml
effect: {annual: -5000}
sector: stab
reverses: HID2
# measures/hid1.yaml
title: Leggje ned avdeling seks
visibility: internal
status: adopted
sector: stab
owner: Personen Hemmeleg
effect: {annual: 313131}
transition_cost: {2014: 717}
fte: -3.25
fte_how: redundancy
excludes: [OPEN1]
source: hemmeleg.pdf
# measures/hid2.yaml
title: Selje rådhuset
visibility: internal
status: adopted
sector: stab
effect: {annual: 424242, from: 2013-08}
transition_cost: {2014: 5}
fte: -7.5
overlaps: [{with: OPEN1, amount: 777}, {with: HID1, amount: 99}]
requires: [OPEN2]
""")
OWN = (
    *("HID1", "HID2", "avdeling seks", "Selje", "Hemmeleg", "hemmeleg", "313131", "424242", "176767.5"),
    *("717", "3.25", "7.5", "redundancy"),
)
"""What the two say, and what only they would give: a part of a year, posts, costs."""


def content(book: bytes) -> str:
    """Everything that the parts of a workbook say."""
    archive = zipfile.ZipFile(io.BytesIO(book))
    return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_of_an_internal_measure_is_in_the_file(lang: Lang) -> None:
    portfolio = load(TREE).portfolio()
    said = content(workbook(View(portfolio), lang))
    assert [one for one in OWN if one in said] == []
    assert "737373" in said or "737274" in said  # the one sum


def test_all_of_it_is_there_when_it_is_asked_for() -> None:
    said = content(workbook(View(load(TREE).portfolio(), internal=True), Lang.NN))
    assert [one for one in OWN if one not in said] == []


def cells(sheet: Any) -> list[Any]:  # noqa: ANN401
    return [value for row in sheet.iter_rows(values_only=True) for value in row if value is not None]


def test_internal_measures_are_in_every_sum() -> None:
    portfolio = load(TREE).portfolio()
    sums = summarize(portfolio)
    book = openpyxl.load_workbook(io.BytesIO(workbook(View(portfolio), Lang.EN)), data_only=True)
    for target in sums.targets:
        assert float(target.gap.kr) in cells(book["Summary"])
    for year in sums.years.values():
        assert float(year.gross.kr) in cells(book["Years"])
    for sector in sums.sectors:
        assert float(sector.level.kr) in cells(book["Sectors"])
        assert pytest.approx(float(sector.fte)) in cells(book["Sectors"])
