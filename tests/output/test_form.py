"""The form for heads of service: what it lists, asks, checks and refuses, in every language."""

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from driftstilpasning.analysis.visible import View
from driftstilpasning.columns import columns
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.form import ROWS, form
from driftstilpasning.output.form.words import GROUPS
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import PORTFOLIOS
from tests.office import office, recalculated

NOT_ASKED = {"reverses", "visibility", "decisions"}
"""What the administration keeps: a head of service cannot answer for it."""


def opened(content: bytes) -> Any:  # noqa: ANN401  # openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(content))


def rules(sheet: Any) -> dict[str, Any]:  # noqa: ANN401
    """The check of each column under its heading."""
    table = sheet.tables["tblTiltak"]
    first, last = (int(number) for number in re.findall(r"[0-9]+", table.ref))
    assert last - first == ROWS
    found = {}
    for rule in sheet.data_validations.dataValidation:
        letter, start, end = re.fullmatch(r"([A-Z]+)([0-9]+):[A-Z]+([0-9]+)", str(rule.sqref)).groups()  # type: ignore[union-attr]
        assert (int(start), int(end)) == (first + 1, last)
        found[sheet[f"{letter}{first}"].value] = rule
    return found


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name)
def test_every_column_has_a_hint_and_nothing_said_is_cut(root: Path, lang: Lang) -> None:
    portfolio = load(FolderTree(root)).portfolio()
    content = form(View(portfolio), lang)
    assert content == form(View(portfolio), lang)
    book = opened(content)
    checks = rules(book.worksheets[0])
    asked = [one for one in columns(portfolio.plan) if one.path.partition(".")[0] not in NOT_ASKED]
    assert sorted(checks) == sorted(one.heading.render(lang) for one in asked)
    for check in checks.values():
        assert check.prompt
        assert not check.prompt.endswith("…")
        assert check.type is None or check.error
        assert not (check.error or "").endswith("…")
        assert len(check.formula1 or "") <= 255
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_choice_is_in_a_list(portfolio: Portfolio, lang: Lang) -> None:
    """
    measures/a.yaml: {}
    """
    book = opened(form(View(portfolio), lang))
    checks = rules(book.worksheets[0])
    for column in columns(portfolio.plan):
        heading = column.heading.render(lang)
        if heading not in checks or not (column.choices or column.holds in ("grade", "sectors", "month")):
            continue
        assert checks[heading].type == "list"
        sheet, place = re.fullmatch(r"'(.+)'!(.+)", checks[heading].formula1).groups()  # type: ignore[union-attr]
        choices = [row[0].value for row in book[sheet][place.replace("$", "")]]
        if column.choices:
            assert [one.lower() for one in choices] == [one.render(lang).lower() for one in column.choices.values()]
        elif column.holds == "grade":
            assert [one[:4] for one in choices] == [f"{grade} – " for grade in range(1, 6)]
        elif column.holds == "month":
            assert (choices[0], choices[7], choices[-1]) == ("2013-01", "2013-08", "2016-12")
        else:
            assert choices == ["Oppvekst", "Teknisk"]


def test_it_says_what_it_is_and_is_made_for_paper_and_screen(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {title: =1+1}
    measures/b.yaml: {visibility: internal, title: Løynd}
    """
    book = opened(form(View(portfolio), Lang.NN))
    own = {one.name: one.value for one in book.custom_doc_props.props}
    assert own == {"driftstilpasning": "form", "schema_version": 1, "lang": "nn", "unit": "1000 kr"}
    assert book.properties.title == "Skjema for tiltak"
    assert book.sheetnames == ["Skjema", "Forklaringar", "Tiltak frå før"]
    for sheet in book:
        assert not sheet.merged_cells.ranges
        assert sheet.page_setup.paperSize == 9
        assert "&P / &N" in sheet.oddFooter.right.text
    first, _, taken = book.worksheets
    assert first.freeze_panes == "C8"
    assert (first.print_title_rows, first.print_title_cols) == ("$6:$7", "$A:$B")
    assert first.page_setup.orientation == "landscape"
    assert first["A8"].protection.locked is False
    assert [row[0].value for row in taken["A5:A6"]] == ["A", None]
    assert taken["B5"].value == "=1+1"
    assert taken["B5"].data_type == "s"
    assert "Løynd" in [row[1].value for row in opened(form(View(portfolio, internal=True), Lang.NN)).worksheets[2].rows]


def test_what_is_required_comes_first() -> None:
    assert [group.required for group in GROUPS] == sorted((group.required for group in GROUPS), reverse=True)


@office
@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Id", {"HO-03": True, "ø1": True, "A": False, "a": False, "-A": False, "A B": False, "A?": False, "*": False}),
        ("KOSTRA-funksjon", {"253": True, "25": False, "abc": False}),
        ("Heilårsverknad", {1200: True, -1.5: True, "1200 kr": False}),
        ("2014", {0: True, "x": False}),
    ],
)
def test_a_check_takes_what_is_good_and_refuses_what_is_not(
    heading: str, values: dict[object, bool], portfolio: Portfolio
) -> None:
    """
    measures/a.yaml: {}
    """
    content = form(View(portfolio), Lang.NN)
    tried = []
    for value in values:
        book = opened(content)
        sheet = book.worksheets[0]
        check = rules(sheet)[heading]
        cell = sheet[str(check.sqref).partition(":")[0]]
        cell.value = value
        sheet.protection.sheet = False
        cells = re.compile(r'(?<![A-Z!$:"])(\$?[A-Z]{1,2}\$?[0-9]+(?::\$?[A-Z]{1,2}\$?[0-9]+)?)')
        book.create_sheet("Prove")["A1"] = "=" + cells.sub(rf"'{sheet.title}'!\1", check.formula1)
        out = io.BytesIO()
        book.save(out)
        tried.append(out.getvalue())
    results = [book["Prove"]["A1"].value for book in recalculated(tried)]
    assert dict(zip(values, results, strict=True)) == values


@office
def test_an_effect_is_written_in_one_way_only(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    book = opened(form(View(portfolio), Lang.EN))
    checks = rules(book.worksheets[0])
    year, annual = checks["2014"].formula1, checks["Full-year effect"].formula1
    assert year.endswith("COUNTA($F8:$G8)=0)")
    assert annual.endswith("COUNTA($H8:$K8)=0)")
