"""Out to a workbook and in again: what nobody has changed stays to the byte, and what somebody has changed comes in."""

import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.packaging.custom import StringProperty

from driftstilpasning.analysis.visible import View
from driftstilpasning.importing import rows, tables
from driftstilpasning.importing.layout import of_our_own
from driftstilpasning.importing.proposal import Proposal, propose
from driftstilpasning.output.workbook import workbook
from driftstilpasning.source.tree import MemoryTree
from driftstilpasning.source.writing import scalar
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.analysis.test_properties import FIELDS, IDS, OPTIONAL
from tests.conftest import Dt
from tests.documents import PORTFOLIOS, ROOT, document
from tests.office import Step, office, steps

Typed = str | float | None
"""What somebody leaves in a cell."""

EDITS: Mapping[tuple[str, str], Typed] = {
    ("HO-03", "Tiltak"): "Samle kjøkena ved sjukeheimen",
    ("HO-03", "2014"): 1000,
    ("HO-03", "2015"): 1200,
    ("HO-03", "2016"): 1200,
    ("HO-03", "Eigar"): "Einingsleiar mat: kjøken",
    ("HO-03", "Konsekvens for tilsette (1–5)"): 4,
    ("HO-03", "Konsekvens for brukarar, i ord"): "Same meny.\nSame tider.",
    ("HO-03", "Årsverk"): "−2,25",
    ("HO-03", "Tema"): "leiing; arbeidsprosessar",
    ("HO-03", "Kjelde"): None,
}
"""Ten cells, and what somebody writes in them."""


def copy(root: Path, folder: Path) -> Path:
    """The files of a portfolio, to be written to."""
    for name in ("budgets", "measures"):
        shutil.copytree(root / name, folder / name)
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))}


def edited(book: bytes, edits: Mapping[tuple[str, str], Typed]) -> bytes:
    """``book`` with other contents in the cells of some measures, each found by id and heading."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for place, value in places(book, edits).items():
        opened["Tiltak"][place].value = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def edited_in_office(book: bytes, edits: Mapping[tuple[str, str], Typed]) -> bytes:
    """The same by somebody who opens ``book`` in LibreOffice, types, and saves it."""
    return steps(book, [Step({"Tiltak": places(book, edits)})])[1]


def places(book: bytes, edits: Mapping[tuple[str, str], Typed]) -> dict[str, Typed]:
    """``edits`` by their cells."""
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Tiltak"]
    header = next(row for row in sheet.iter_rows(max_row=20) if any(cell.value == "Id" for cell in row))
    columns = {str(cell.value): cell.column for cell in header}
    below = sheet.iter_rows(min_row=header[0].row + 1)
    numbers = {str(row[columns["Id"] - 1].value): row[0].row for row in below}
    return {
        sheet.cell(numbers[identifier], columns[heading]).coordinate: value
        for (identifier, heading), value in edits.items()
    }


def read_back(book: bytes, tree: MemoryTree) -> Proposal:
    layout = of_our_own(tables.read("bok.xlsx", book), load(tree).portfolio().plan)
    return propose(tree, layout, rows.read(layout), source="bok.xlsx")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")
@pytest.mark.parametrize("options", [[], ["--internal"]], ids=["public", "internal"])
def test_a_workbook_that_nobody_has_changed_changes_nothing(
    root: Path, lang: Lang, options: list[str], dt: Dt, tmp_path: Path
) -> None:
    folder = copy(root, tmp_path)
    before = contents(folder)
    assert dt("export", tmp_path / "bok.xlsx", "--portfolio", folder, "--lang", lang, *options) == 0
    assert dt("import", tmp_path / "bok.xlsx", "--portfolio", folder, "--write", "--output-format", "json") == 0
    told = json.loads(dt.out)
    assert (told["new"], told["changed"], told["gone"], told["problems"]) == ([], [], [], [])
    assert contents(folder) == before


@pytest.mark.parametrize(
    "edit", [pytest.param(edited, id="as-it-is"), pytest.param(edited_in_office, marks=office, id="office")]
)
def test_ten_cells_that_somebody_has_edited_change_exactly_those_fields(
    edit: Callable[[bytes, Mapping[tuple[str, str], Typed]], bytes], dt: Dt, tmp_path: Path
) -> None:
    folder = copy(ROOT, tmp_path)
    before = contents(folder)
    book = tmp_path / "bok.xlsx"
    assert dt("export", book, "--portfolio", folder, "--lang", "nn", "--internal") == 0
    book.write_bytes(edit(book.read_bytes(), EDITS))
    assert dt("import", book, "--portfolio", folder, "--write", "--output-format", "json") == 0, dt.out
    (changed,) = json.loads(dt.out)["changed"]
    assert {field["field"]: field["new"] for field in changed["fields"]} == {
        "title": "Samle kjøkena ved sjukeheimen",
        "effect.2014": 1000000,
        "effect.2015": 1200000,
        "effect.2016": 1200000,
        "owner": "Einingsleiar mat: kjøken",
        "consequence.staff.grade": 4,
        "consequence.users.text": "Same meny.\nSame tider.",
        "fte": -2.25,
        "themes": ["leiing", "arbeidsprosessar"],
        "source": None,
    }
    after = contents(folder)
    assert [name for name in before if before[name] != after[name]] == ["measures/helse-omsorg/ho-03.yaml"]
    old, new = (set(files["measures/helse-omsorg/ho-03.yaml"].splitlines()) for files in (before, after))
    assert sorted(new - old) == sorted(
        [
            "title: Samle kjøkena ved sjukeheimen",
            "effect: {annual: 1200, from: 2014-03}",
            'owner: "Einingsleiar mat: kjøken"',
            "    grade: 4",
            "    text: |-",
            "      Same meny.",
            "      Same tider.",
            "fte: -2.25",
            "themes: [leiing, arbeidsprosessar]",
        ]
    )
    assert dt("validate", "--portfolio", folder) == 0


def told_of(book: Path, folder: Path, dt: Dt) -> dict[str, Any]:
    """What the import of a workbook says, in English."""
    dt("import", book, "--portfolio", folder, "--output-format", "json", "--lang", "en")
    told: dict[str, Any] = json.loads(dt.out)
    return told


def exported(dt: Dt, folder: Path, edits: Mapping[tuple[str, str], Typed] = MappingProxyType({})) -> Path:
    """The workbook of the portfolio in ``folder``, with other contents in some cells."""
    book = folder / "bok.xlsx"
    assert dt("export", book, "--portfolio", folder, "--lang", "nn") == 0
    book.write_bytes(edited(book.read_bytes(), edits))
    return book


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"2016": None}, ["no amount for 2016, though other years have one. Write 0"]),
        (
            {"2013": "", "2014": "–", "2015": None, "2016": None},
            ["no year has an amount, and a measure must have an effect. Write 0 for years without one"],
        ),
        ({"2014": "mykje"}, ["“mykje” is not a number"]),
        ({"Tiltak": None}, ["the measure has no title"]),
    ],
)
def test_a_cell_that_is_refused_is_not_told_as_a_change_nor_its_measure_as_gone(
    cells: Mapping[str, Typed], why: list[str], folder: Path, dt: Dt
) -> None:
    """
    measures/a.yaml: {effect: {annual: 1200, from: 2013-08}}
    """
    told = told_of(exported(dt, folder, {("A", heading): value for heading, value in cells.items()}), folder, dt)
    assert [one["message"] for one in told["problems"]] == why
    assert (told["new"], told["changed"], told["gone"]) == ([], [], [])


@pytest.mark.parametrize("lang", Lang)
def test_the_workbooks_own_columns_are_known_and_others_are_told(lang: Lang, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    path = folder / "bok.xlsx"
    assert dt("export", path, "--lang", lang) == 0
    assert dt("import", path, "--lang", "en") == 0
    assert dt.err == "dt: the table changes nothing\n"
    book = openpyxl.load_workbook(path)
    next(cell for cell in book.worksheets[1][5] if cell.value == "2015").value = "2015 (ny)"
    book.save(path)
    assert dt("import", path, "--lang", "en") == 0
    assert dt.err == "dt: column “2015 (ny)” is not known and was not read\ndt: the table changes nothing\n"


def test_a_workbook_is_read_in_the_unit_that_it_was_made_in(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {effect: {annual: 1200, from: 2013-08}, overlaps: [{with: B, amount: 7}]}
    measures/b.yaml: {effect: {2013: 1, 2014: 2, 2015: 3, 2016: 4}, transition_cost: {2014: 5}}
    """
    path = exported(dt, folder, {("A", "2014"): 2400, ("A", "2015"): 2400, ("A", "2016"): 2400, ("A", "2013"): 1000})
    for name, old, new in (
        ("budgets/plan.yaml", "unit: 1000 kr", "unit: kr"),
        ("measures/a.yaml", "annual: 1200", "annual: 1200000"),
        ("measures/a.yaml", "amount: 7", "amount: 7000"),
        ("measures/b.yaml", "2013: 1, 2014: 2, 2015: 3, 2016: 4", "2013: 1000, 2014: 2000, 2015: 3000, 2016: 4000"),
        ("measures/b.yaml", "2014: 5", "2014: 5000"),
    ):
        file = folder / name
        assert old in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    assert dt("import", path, "--write", "--output-format", "json") == 0, dt.out
    told = json.loads(dt.out)
    assert [one["id"] for one in told["changed"]] == ["A"]
    assert {one["field"] for one in told["changed"][0]["fields"]} == {f"effect.{year}" for year in range(2013, 2017)}
    assert "annual: 2400000" in (folder / "measures/a.yaml").read_text("utf-8")


def test_a_workbook_that_does_not_say_its_unit_is_in_the_plans(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {effect: {2013: 1, 2014: 2, 2015: 3, 2016: 4}}
    """
    path = exported(dt, folder, {("A", "2014"): 20})
    book = openpyxl.load_workbook(path)
    del book.custom_doc_props["unit"]
    book.save(path)
    (changed,) = told_of(path, folder, dt)["changed"]
    assert [(one["field"], one["new"]) for one in changed["fields"]] == [("effect.2014", 20000)]


def test_a_measure_typed_below_the_table_of_the_workbook_is_new(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    path = exported(dt, folder)
    book = openpyxl.load_workbook(path)
    headings = {cell.value: cell.column for cell in book["Tiltak"][5]}
    row = {"Tiltak": "Selje bilen", "Sektor": "Teknisk", "Status": "idé", "Type": "Struktur", "2013": 1, "2014": 2}
    for heading, value in {**row, "2015": 3, "2016": 4}.items():
        book["Tiltak"].cell(8, headings[heading]).value = value
    book.save(path)
    told = told_of(path, folder, dt)
    assert [(one["id"], one["title"], one["row"]) for one in told["new"]] == [("TE-01", "Selje bilen", 8)]
    assert told["problems"] == []


def test_a_row_of_totals_is_no_measure(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    path = exported(dt, folder)
    book = openpyxl.load_workbook(path)
    sheet = book["Tiltak"]
    table = sheet.tables["tblTiltak"]
    first, last = table.ref.split(":")
    table.ref, table.totalsRowCount = f"{first}:{re.sub('[0-9]', '', last)}7", 1
    sheet["B7"], sheet["C7"] = "Sum", "Sum"
    book.save(path)
    told = told_of(path, folder, dt)
    assert (told["new"], told["gone"], told["problems"], told["unchanged"]) == ([], [], [], 1)


def test_an_id_that_somebody_changes_does_not_make_the_measure_count_twice(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {id: OP-01, title: Samle innkjøpa}
    """
    told = told_of(exported(dt, folder, {("OP-01", "Id"): "OP-01B"}), folder, dt)
    (problem,) = told["problems"]
    assert problem["cell"] == "B6"
    assert problem["message"] == (
        "“Samle innkjøpa” has the id OP-01 in measures/a.yaml, and would count twice. Write OP-01 in the cell; a new "
        "id is written in the file"
    )


def test_a_workbook_with_a_new_decision_can_be_imported_twice(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {decisions: [{date: 2013-06-04, body: styret, outcome: hearing, reference: SG 14/13, note: Frist}]}
    """
    new = {("A", "Siste vedtak"): "2013-06-18", ("A", "Utfall"): "tilrådd"}
    book = exported(dt, folder, new)
    assert dt("import", book, "--portfolio", folder, "--write") == 0, dt.err
    once = contents(folder)["measures/a.yaml"]
    assert "{date: 2013-06-18, body: styret, outcome: recommended}" in once
    assert dt("import", book, "--portfolio", folder, "--write") == 0
    assert contents(folder)["measures/a.yaml"] == once


def test_a_decision_is_not_emptied_away(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {decisions: [{date: 2013-06-04, body: styret, outcome: hearing, reference: SG 14/13}]}
    """
    headings = ("Siste vedtak", "Utfall", "Vedtaksorgan", "Saksnummer")
    told = told_of(exported(dt, folder, {("A", heading): None for heading in headings}), folder, dt)
    assert [one["message"] for one in told["problems"]] == [
        "the decision of 2013-06-04 cannot be emptied here: take it out of the file if it does not hold"
    ]


def test_a_measure_that_was_typed_without_an_id_is_known_the_second_time(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {id: OP-01}
    """
    path = exported(dt, folder)
    book = openpyxl.load_workbook(path)
    headings = {cell.value: cell.column for cell in book["Tiltak"][5]}
    row = {"Tiltak": "Selje bilen", "Sektor": "Teknisk", "Status": "idé", "Type": "Struktur"}
    for heading, value in {**row, "2013": 1, "2014": 2, "2015": 3, "2016": 4}.items():
        book["Tiltak"].cell(7, headings[heading]).value = value
    book.save(path)
    assert dt("import", path, "--write") == 0
    assert (folder / "measures/te-01.yaml").exists()
    told = told_of(path, folder, dt)
    assert (told["new"], told["changed"], told["problems"], told["unchanged"]) == ([], [], [], 2)


def test_a_fault_is_told_at_the_cell_of_the_field_that_is_lacking(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {range: {low: 1000, high: 1300}}
    """
    path = exported(dt, folder, {("A", "Høgt anslag"): None, ("A", "Status"): None})
    told = told_of(path, folder, dt)
    sheet = openpyxl.load_workbook(path)["Tiltak"]
    cells = {cell.value: f"{cell.column_letter}6" for cell in sheet[5]}
    assert sorted(one["cell"] for one in told["problems"]) == sorted((cells["Høgt anslag"], cells["Status"]))


def test_a_column_is_found_wherever_it_has_been_moved_and_one_that_is_gone_leaves_its_field_alone(
    dt: Dt, tmp_path: Path
) -> None:
    folder = copy(ROOT, tmp_path)
    book = tmp_path / "bok.xlsx"
    assert dt("export", book, "--portfolio", folder, "--lang", "nb", "--internal") == 0
    sheet = openpyxl.load_workbook(book)["Tiltak"]
    columns = [[cell.value for cell in column] for column in sheet.iter_cols(min_row=5)]
    kept = [column for column in columns if column[0] not in ("Eier", "Årsverk", "Ta med")]
    assert len(kept) == len(columns) - 3
    other = openpyxl.Workbook()
    for number, column in enumerate(reversed(kept), start=1):
        for row, value in enumerate(column, start=1):
            other.active.cell(row, number).value = None if str(value).startswith("=") else value
    other.custom_doc_props.append(StringProperty(name="driftstilpasning", value="workbook"))
    other.custom_doc_props.append(StringProperty(name="lang", value="nb"))
    other.save(book)
    assert dt("import", book, "--portfolio", folder, "--output-format", "json") == 0, dt.out
    told = json.loads(dt.out)
    assert (told["new"], told["changed"], told["unchanged"]) == ([], [], 50)


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))
TEXTS = {
    "title": WORDS.map(scalar),
    "owner": WORDS.map(scalar),
    "kostra": st.sampled_from(['"0301"', '"253"']),
    "themes": st.lists(WORDS.map(lambda text: scalar(text, flow=True)), min_size=1, max_size=3).map(
        lambda texts: f"[{', '.join(texts)}]"
    ),
    "law": st.just("{level: must}"),
    "visibility": st.sampled_from(["public", "internal"]),
    "decisions": st.just("[{date: 2013-06-10, body: styret, outcome: proposed}]"),
}
MEASURE = st.fixed_dictionaries(FIELDS, optional={**OPTIONAL, **TEXTS})
PLAIN = {"status": "idea", "kind": "technical", "sector": "{kultur: 50, stab: 50}"}
EXTREME = "{2013: 9999999999.99999, 2014: -0.00001, 2015: 0, 2016: 1}"
HARD = {**PLAIN, "title": '"=1+1 _x0041_ ; a: b, c"', "owner": '"253"', "themes": '["a, b", "c; d"]'}


@given(
    measures=st.dictionaries(st.sampled_from(IDS), MEASURE, min_size=1),
    lang=st.sampled_from(Lang),
    internal=st.booleans(),
)
@example(measures={"A": {**HARD, "effect": "{annual: 0.00001, from: 2013-08}"}}, lang=Lang.NB, internal=True)
@example(measures={"A": {**PLAIN, "effect": EXTREME, "title": '"\\_rein\\_"'}}, lang=Lang.NN, internal=True)
@example(measures={"A": {**HARD, "effect": EXTREME}}, lang=Lang.EN, internal=False)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_any_portfolio_survives_the_way_out_and_in(
    *, measures: Mapping[str, Mapping[str, str]], lang: Lang, internal: bool
) -> None:
    text = ""
    for name, fields in measures.items():
        lines = "".join(f"{key}: {value}\n" for key, value in {"id": name, **fields}.items())
        text += f"# measures/{name.lower()}.yaml\n{lines}"
    tree = document(text)
    workspace = load(tree)
    assert workspace.left_out == (), workspace.problems
    proposal = read_back(workbook(View(workspace.portfolio(), internal), lang), tree)
    assert (proposal.troubles, proposal.faults, proposal.new, proposal.changed) == ((), (), (), ())
