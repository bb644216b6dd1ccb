"""A form that heads of service have filled in becomes measures."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from driftstilpasning.analysis.visible import View
from driftstilpasning.columns import columns
from driftstilpasning.output.form import form
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.conftest import Dt
from tests.office import office, resaved

FULL: Mapping[str, object] = {
    "id": "OP-07",
    "title": "Felles innkjøp: =1+1 av «alt»",
    "sector": "Oppvekst: 40; Teknisk: 60",
    "status": {Lang.NB: "På høring", Lang.NN: "På høyring", Lang.EN: "Hearing"},
    "kind": {Lang.NB: "Innkjøp", Lang.NN: "Innkjøp", Lang.EN: "Purchasing"},
    "effect.2013": 100,
    "effect.2014": 200.5,
    "effect.2015": 0,
    "effect.2016": -300,
    "owner": "Økonomisjef",
    "consequence.staff.grade": {Lang.NB: "4 – stor", Lang.NN: "4 – stor", Lang.EN: "4 – large"},
    "consequence.staff.text": "Nye turnuser.\nFærre vikarer.",
    "consequence.users.grade": {Lang.NB: "1 – svært liten", Lang.NN: "1 – svært liten", Lang.EN: "1 – very small"},
    "consequence.users.text": "Inga merkbar endring.",
    "acceptance.grade": {Lang.NB: "5 – svært høy", Lang.NN: "5 – svært høg", Lang.EN: "5 – very high"},
    "acceptance.by": "styret",
    "acceptance.text": "Alle er for.",
    "transition_cost.2013": 50,
    "investment.2014": 800,
    "fte": -1.5,
    "fte_how": {Lang.NB: "Naturlig avgang", Lang.NN: "Naturleg avgang", Lang.EN: "Natural turnover"},
    "recurring": {Lang.NB: "Nei", Lang.NN: "Nei", Lang.EN: "No"},
    "law.level": {Lang.NB: "Lovpålagt", Lang.NN: "Lovpålagd", Lang.EN: "Statutory"},
    "law.reference": "oppll. § 8-1",
    "kostra": "202",
    "requires": "OP-01",
    "overlaps": "OP-01: 20",
    "origin": {Lang.NB: "Arbeidsgruppe", Lang.NN: "Arbeidsgruppe", Lang.EN: "Working group"},
    "themes": "ro, orden",
}
SHORT: Mapping[str, object] = {
    "title": "Mindre overtid",
    "sector": "Oppvekst",
    "status": {Lang.NB: "Idé", Lang.NN: "Idé", Lang.EN: "Idea"},
    "kind": {Lang.NB: "Bemanning", Lang.NN: "Bemanning", Lang.EN: "Staffing"},
    "effect.annual": 600,
    "effect.from": "2014-08",
}


def filled(folder: Path, lang: Lang, *measures: Mapping[str, object]) -> bytes:
    """The form of the portfolio in ``folder``, with a row for each of ``measures``."""
    portfolio = load(FolderTree(folder)).portfolio()
    book = openpyxl.load_workbook(io.BytesIO(form(View(portfolio), lang)))
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows(max_row=20) if row[0].value == "Id")
    headings = {column.name: column.heading.render(lang) for column in columns(portfolio.plan)}
    places = {str(cell.value): cell.column for cell in header}
    for row, measure in enumerate(measures, start=header[0].row + 1):
        for name, value in measure.items():
            said = value[lang] if isinstance(value, dict) else value
            sheet.cell(row, places[headings[name]]).value = said
            if isinstance(said, str):
                sheet.cell(row, places[headings[name]]).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def same(books: Sequence[bytes]) -> Sequence[bytes]:
    return books


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    "through", [pytest.param(same, id="as-it-is"), pytest.param(resaved, marks=office, id="office")]
)
def test_a_form_that_is_filled_in_becomes_measures_that_validate(
    through: Callable[[Sequence[bytes]], Sequence[bytes]], lang: Lang, folder: Path, dt: Dt
) -> None:
    """
    measures/op/a.yaml: {id: OP-01, title: Gammalt}
    """
    (book,) = through([filled(folder, lang, FULL, SHORT)])
    Path("skjema.xlsx").write_bytes(book)
    assert dt("import", "skjema.xlsx", "--write", "--lang", lang) == 0, dt.out
    assert (
        (folder / "measures/op-07.yaml").read_text("utf-8")
        == """\
id: OP-07
title: "Felles innkjøp: =1+1 av «alt»"
sector: {oppvekst: 40, teknisk: 60}
status: hearing
kind: purchasing
effect: {2013: 100, 2014: 200.5, 2015: 0, 2016: -300}
owner: Økonomisjef
consequence:
  staff:
    grade: 4
    text: |-
      Nye turnuser.
      Færre vikarer.
  users: {grade: 1, text: Inga merkbar endring.}
acceptance: {grade: 5, by: styret, text: Alle er for.}
transition_cost: {2013: 50}
investment: {2014: 800}
fte: -1.5
fte_how: turnover
origin: working-group
recurring: false
law: {level: must, reference: oppll. § 8-1}
kostra: "202"
requires: [OP-01]
overlaps:
  - {with: OP-01, amount: 20}
themes: [ro, orden]
"""
    )
    assert (
        (folder / "measures/op/op-02.yaml").read_text("utf-8")
        == """\
id: OP-02
title: Mindre overtid
sector: oppvekst
status: idea
kind: staffing
effect: {annual: 600, from: 2014-08}
"""
    )
    assert dt("validate", "--output-format", "json") == 0
    assert [one for one in json.loads(dt.out) if one["severity"] == "error"] == []


def test_an_empty_form_changes_nothing(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    Path("skjema.xlsx").write_bytes(filled(folder, Lang.NN))
    assert dt("import", "skjema.xlsx", "--write", "--lang", "en") == 0
    assert "the table changes nothing" in dt.err


def test_every_fault_of_a_form_is_told_with_its_cell(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    wrong = {**SHORT, "sector": "Barnehage", "effect.annual": "mykje", "effect.from": "hausten"}
    Path("skjema.xlsx").write_bytes(filled(folder, Lang.NN, SHORT, {**wrong, "consequence.staff.grade": "stor"}))
    before = sorted(path.name for path in (folder / "measures").rglob("*"))
    assert dt("import", "skjema.xlsx", "--write", "--lang", "nn") == 1
    for cell in ("C9", "F9", "G9", "M9"):
        assert f"Skjema!{cell}" in dt.out
    assert sorted(path.name for path in (folder / "measures").rglob("*")) == before
