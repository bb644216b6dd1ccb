"""Tables as they lie in files: delimiters, encodings, formulas, and where each cell is."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from driftstilpasning.errors import DtError
from driftstilpasning.importing.tables import Broken, Place, Value, read
from driftstilpasning.text import Lang
from tests.importing.tables import workbook


def cells(raw: bytes, file: str = "liste.csv") -> list[list[Value]]:
    (sheet,) = read(file, raw).sheets
    return [list(row) for row in sheet.rows]


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_every_row_alike(delimiter: str) -> None:
    text = delimiter.join(("Tiltak", "2024")) + "\n" + delimiter.join(("Kutt av post", "-1 200")) + "\n"
    assert cells(text.encode()) == [["Tiltak", "2024"], ["Kutt av post", "-1 200"]]


def test_a_comma_in_a_number_is_no_delimiter_where_semicolons_cut_alike() -> None:
    assert cells(b"Tiltak;2024;2025\nA, B og C;1,5;2\nD;3;4,25\n") == [
        ["Tiltak", "2024", "2025"],
        ["A, B og C", "1,5", "2"],
        ["D", "3", "4,25"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_letters_are_right_in_every_usual_encoding(encoding: str) -> None:
    assert cells("Tiltak;Årsverk\nSkjøtsel på Ås;−1\n".replace("−", "-").encode(encoding)) == [
        ["Tiltak", "Årsverk"],
        ["Skjøtsel på Ås", "-1"],
    ]


def test_a_line_that_says_the_delimiter_keeps_its_row() -> None:
    (sheet,) = read("liste.csv", b"sep=;\r\nTiltak;2024\r\nA;1\r\n").sheets
    assert sheet.at(2, 1) == "Tiltak"


def test_a_quoted_cell_may_hold_lines_and_delimiters() -> None:
    assert cells(b'Tiltak,Note\n"A, B","en\nto"\n') == [["Tiltak", "Note"], ["A, B", "en\nto"]]


def test_numbers_of_a_workbook_are_what_excel_shows_and_dates_are_dates() -> None:
    raw = workbook([["Tiltak", 0.1 + 0.2, 1200, date(2013, 8, 1), True, None], ["A", "-18.272"]])
    assert cells(raw, "liste.xlsx") == [
        ["Tiltak", Decimal("0.3"), Decimal(1200), date(2013, 8, 1), True],
        ["A", "-18.272"],
    ]


def test_a_formula_is_its_last_result_and_without_one_it_is_broken() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write_formula("B1", "=1/0", None, "#DIV/0!")
    fresh = openpyxl.Workbook()
    fresh.active["A1"] = "=1+1"
    assert cells(out.getvalue(), "liste.xlsx") == [[Decimal(2), Broken("=1/0", "#DIV/0!")]]
    assert cells(saved(fresh), "liste.xlsx") == [[Broken("=1+1")]]


def test_a_place_is_called_as_spreadsheets_call_it() -> None:
    assert str(Place("Tiltak", 7, 28)) == "Tiltak!AB7"
    assert str(Place("", 7, 3)) == "C7"


def test_a_named_table_is_found_with_its_sheet_wherever_it_stands() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Forside")
        sheet = book.add_worksheet("Tiltak & kutt")
        options = {"name": "tblTiltak", "columns": [{"header": "Id"}, {"header": "Tiltak"}], "total_row": True}
        sheet.add_table("C4:D7", options)
        sheet.write("C5", "A-1")
        book.set_custom_property("driftstilpasning", "workbook")
    book_read = read("bok.xlsx", out.getvalue())
    table = book_read.tables["tblTiltak"]
    assert (table.sheet, table.header, table.last, list(table.columns)) == ("Tiltak & kutt", 4, 6, [3, 4])
    assert book_read.properties["driftstilpasning"] == "workbook"


@pytest.mark.parametrize(
    ("file", "raw", "why"),
    [
        ("liste.ods", b"PK", "its ending must be .xlsx or .csv"),
        ("liste.xls", b"\xd0\xcf\x11\xe0", "the old format of Excel. Save it as .xlsx"),
        ("liste.xlsx", b"\xd0\xcf\x11\xe0", "it is protected by a password"),
        ("liste.xlsx", b"PK\x03\x04", "no Excel workbook"),
        ("liste.xlsx", b"a;b\n", "no Excel workbook"),
        ("liste.csv", b"\x00\x01\x02\x03", "not text"),
        ("liste.csv", b"\n\n", "it is empty"),
        ("liste.csv", b"a" * (21 << 20), "it is too large"),
        (
            "liste.csv",
            b'Tiltak;2025\n"Selge bilen;5\n' + b"A;1\n" * 40_000,
            "one of its cells is too long. Is a quotation mark missing?",
        ),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(file: str, raw: bytes, why: str) -> None:
    with pytest.raises(DtError) as caught:
        read(file, raw)
    assert caught.value.render(Lang.EN) == f"{file} is no table that can be read: {why}"


def refused(raw: bytes, file: str) -> str:
    with pytest.raises(DtError) as caught:
        read(file, raw)
    return caught.value.render(Lang.NB).partition(": ")[2]


FAR_DOWN = "den har noe i rad 20 005, og mer enn 20 000 rader leses ikke".replace("0 0", "0\u00a00")
FAR_RIGHT = "den har noe i kolonne ALM, og mer enn 500 kolonner leses ikke"


def test_a_table_that_is_longer_or_wider_than_what_is_read_is_refused() -> None:
    assert refused(b"Tiltak;2025\nA;1\n" + b";\n" * 20_002 + b"B;2\n", "liste.csv") == FAR_DOWN
    assert refused(b"Tiltak;2025\nA;1" + b";" * 999 + b"x\n", "liste.csv") == FAR_RIGHT
    book = openpyxl.Workbook()
    book.active.append(["Tiltak", 2025])
    book.active.cell(20_005, 1, "Selge bilen")
    assert refused(saved(book), "liste.xlsx") == FAR_DOWN
    book = openpyxl.Workbook()
    book.active.cell(1, 1, "Tiltak")
    book.active.cell(2, 1001, "x")
    assert refused(saved(book), "liste.xlsx") == FAR_RIGHT


def test_rows_and_columns_that_hold_nothing_but_a_format_are_no_part_of_a_table() -> None:
    assert cells(b"Tiltak;2025" + b";" * 999 + b"\n" + b";\n" * 20_005) == [["Tiltak", "2025"]]
    book = openpyxl.Workbook()
    book.active.append(["Tiltak", 2025])
    for row, column in ((20_005, 1), (1 << 20, 3), (1, 1001)):
        book.active.cell(row, column).font = Font(bold=True)
    assert cells(saved(book), "liste.xlsx") == [["Tiltak", Decimal(2025)]]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(raw: bytes) -> None:
    for file in ("liste.csv", "liste.xlsx"):
        try:
            book = read(file, raw)
        except DtError:
            continue
        assert any(sheet.rows for sheet in book.sheets)
