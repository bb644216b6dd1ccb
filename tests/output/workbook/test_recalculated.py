"""What is stored with each formula is what LibreOffice comes to, in every language; and each workbook is valid."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from driftstilpasning.analysis.visible import View
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.workbook import workbook
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import PORTFOLIOS, document
from tests.office import office, recalculated
from tests.output.workbook.test_choices import TANGLED

A4 = 9
BARE = """
# budgets/plan.yaml
targets: [{id: t, title: Alt, amount: 100, basis: cumulative, year: 2014, net: true}]
# measures/a.yaml
status: rejected
"""
KEPT = """
# budgets/plan.yaml
unit: mill. kr
sectors: {oppvekst: {name: Oppvekst, base: 90}, helse: {name: Helse}}
targets: [{id: t, title: Alt, amount: 100, basis: level, year: 2016}]
# measures/a.yaml
effect: {annual: 1.25}
excludes: [B]
# measures/b.yaml
effect: {annual: 3.5}
visibility: internal
status: adopted
sector: {oppvekst: 30, helse: 70}
fte: -1
transition_cost: {2013: 0.1}
# measures/c.yaml
effect: {annual: 0.75}
overlaps: [{with: B, amount: 0.5}]
requires: [B]
range: {low: 0.5, high: 1}
# measures/d.yaml
effect: {annual: -0.75}
reverses: B
"""
MANY = (
    """
# budgets/plan.yaml
period: {first: 2013, last: 2022}
targets: [{id: t, title: Alt, amount: 100, basis: cumulative, year: 2022, net: true, counts: idea}]
# measures/a.yaml
transition_cost: {2013: 7}
overlaps: [{with: B, amount: 15}]
excludes: [OTHERS]
""".replace("OTHERS", ", ".join(f"M{i}" for i in range(80)))
    + "".join(
        f"# measures/m{i}.yaml\nexcludes: [{', '.join(f'M{j}' for j in range(i))}]\neffect: {{annual: {100 + i}}}\n"
        for i in range(80)
    )
)
"""More years and more alternatives than anybody has."""

LONGEST = 8192
"""Characters that Excel takes in a formula."""


def portfolios() -> Iterator[Portfolio]:
    """Øygarden, the examples, and some that are harder than they are large."""
    yield from (load(FolderTree(root)).portfolio() for root in PORTFOLIOS)
    yield from (load(document(text)).portfolio() for text in (TANGLED, BARE, MANY, KEPT))


def results(book: Any) -> dict[tuple[str, str], Any]:  # noqa: ANN401  # openpyxl has no types
    """What stands in every cell."""
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def same(one: object, other: object) -> bool:
    """Whether two cells hold the same, numbers but for what a float cannot say."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-6 * max(1, abs(other))
    return one == other


@office
def test_what_is_stored_is_what_libreoffice_computes_afresh() -> None:
    every = list(portfolios())
    books = [workbook(View(portfolio), lang) for portfolio in every[: len(PORTFOLIOS)] for lang in Lang]
    books += [workbook(View(portfolio), Lang.EN) for portfolio in every[len(PORTFOLIOS) :]]
    books += [workbook(View(every[-1], internal=True), Lang.NN)]
    for book, fresh in zip(books, recalculated(books), strict=True):
        written = results(openpyxl.load_workbook(io.BytesIO(book)))
        stored = results(openpyxl.load_workbook(io.BytesIO(book), data_only=True))
        formulas = [cell for cell, text in written.items() if isinstance(text, str) and text.startswith("=")]
        computed = results(fresh)
        assert max(len(written[cell]) for cell in formulas) <= LONGEST
        assert [cell for cell in formulas if stored[cell] is None] == []
        assert {
            cell: (stored[cell], computed[cell]) for cell in formulas if not same(stored[cell], computed[cell])
        } == {}
        errors = [cell for cell in formulas if str(computed[cell]).startswith("#") and computed[cell] != "#N/A"]
        assert errors == []


@pytest.mark.parametrize("number", range(len(PORTFOLIOS) + 4))
def test_a_workbook_is_valid_and_can_be_used_without_seeing_it(number: int, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(View(list(portfolios())[number]), Lang.NB))
    audit = [sys.executable, "-m", "openxml_audit", str(path), "-f", "microsoft365"]
    done = subprocess.run(audit, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    assert "Errors: 0" in done.stdout, done.stdout
    book, archive = openpyxl.load_workbook(path), zipfile.ZipFile(path)
    assert book.properties.title
    assert [sheet.merged_cells.ranges for sheet in book if sheet.merged_cells.ranges] == []
    drawings = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/drawings/drawing")]
    pictures = [tag for drawing in drawings for tag in re.findall("<xdr:cNvPr [^>]*>", drawing)]
    assert [tag for tag in pictures if not re.search('descr="[^"]{40,}"', tag)] == []
    assert len(pictures) >= 2  # years and sectors have one each
    for sheet in book:
        setup = sheet.page_setup
        assert int(setup.paperSize) == A4
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&A  &P / &N"
        assert sheet.protection.sheet
