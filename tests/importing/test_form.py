"""The form that heads of service have filled in: a row becomes a file, and nothing else is touched."""

import json
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Dt


def filled(form: Path, rows: list[Mapping[str, object]]) -> None:
    """Fill in the form, each cell under its heading."""
    book = openpyxl.load_workbook(form)
    sheet = next(sheet for sheet in book if sheet.tables)
    header = next(row for row in sheet.iter_rows() if row[0].value == "Id")
    columns = {str(cell.value): cell.column for cell in header}
    for number, cells in enumerate(rows, start=header[0].row + 1):
        for heading, value in cells.items():
            sheet.cell(number, columns[heading]).value = value
    book.save(form)


FULL = {
    "Tiltak": "Samle vaskeria",
    "Sektor": "Oppvekst",
    "Status": "foreslått",
    "Type": "effektivisering",
    "Heilårsverknad": 300,
    "Fyrste månad": "2014-07",
    "Konsekvens for tilsette (1–5)": 2,
    "Varig": "Ja",
}
YEARS = {
    "Id": "NY-7",
    "Tiltak": "Selje hytta",
    "Sektor": "teknisk",
    "Status": "idea",
    "Type": "Struktur",
    "2013": "0",
    "2014": "1 020,5",
    "2015": 20,
    "2016": 20,
    "Varig": "Nei",
}


def test_each_row_becomes_a_file_and_what_the_form_does_not_have_stays(dt: Dt, folder: Path) -> None:
    """
    measures/oppvekst/a.yaml: {id: OP-01, title: Samle innkjøpa, owner: Rektor}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [FULL, YEARS, {"Id": "OP-01", "Tiltak": "Samle innkjøpa", "Eigar": "Einingsleiar"}])
    assert dt("import", folder / "skjema.xlsx", "--write", "--output-format", "json") == 0, dt.out
    told = json.loads(dt.out)
    assert told["gone"] == []
    assert [(one["id"], [field["field"] for field in one["fields"]]) for one in told["changed"]] == [
        ("OP-01", ["owner"])
    ]
    assert (
        (folder / "measures/oppvekst/op-02.yaml").read_text("utf-8")
        == """\
id: OP-02
title: Samle vaskeria
sector: oppvekst
status: proposed
kind: efficiency
effect: {annual: 300, from: 2014-07}
consequence:
  staff: {grade: 2}
"""
    )
    assert (
        (folder / "measures/ny-7.yaml").read_text("utf-8")
        == """\
id: NY-7
title: Selje hytta
sector: teknisk
status: idea
kind: structure
effect: {2013: 0, 2014: 1020.5, 2015: 20, 2016: 20}
recurring: false
"""
    )
    assert dt("validate") == 0


def test_an_empty_form_changes_nothing(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    assert dt("import", folder / "skjema.xlsx", "--lang", "nn") == 0
    assert (dt.out, dt.err) == ("0 nye, 0 endra, 0 borte, 0 uendra\n", "dt: tabellen endrar ingenting\n")


def test_an_empty_year_beside_amounts_is_refused_and_not_read_as_nothing(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [{**YEARS, "2015": None, "2016": None}])
    assert dt("import", folder / "skjema.xlsx", "--lang", "nn", "--write") == 1
    assert [line for line in dt.out.splitlines() if line.startswith("skjema.xlsx:")] == [
        "skjema.xlsx:Skjema!J8 (2015): ikkje noko beløp for 2015, men andre år har det. Skriv 0",
        "skjema.xlsx:Skjema!K8 (2016): ikkje noko beløp for 2016, men andre år har det. Skriv 0",
    ]
    assert not (folder / "measures/ny-7.yaml").exists()


def test_a_full_year_effect_says_the_years_that_are_empty(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {sector: oppvekst, id: OP-01}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [{**FULL, "2014": 150}])
    assert dt("import", folder / "skjema.xlsx", "--lang", "nn", "--write") == 0, dt.out
    assert "effect: {annual: 300, from: 2014-07}\n" in (folder / "measures/op-02.yaml").read_text("utf-8")


def test_what_is_typed_below_the_table_is_read_too_even_after_an_empty_row(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    form = folder / "skjema.xlsx"
    assert dt("template", form, "--lang", "nn") == 0
    filled(form, [*[{}] * 200, {**YEARS, "Id": "NY-1"}, {}, {**YEARS, "Id": None}, {}, {**YEARS, "Tiltak": None}])
    assert dt("import", form, "--lang", "nn", "--output-format", "json") == 1
    told = json.loads(dt.out)
    assert [(one["id"], one["row"]) for one in told["new"]] == [("NY-1", 208), ("TE-01", 210)]
    assert [(one["cell"], one["message"]) for one in told["problems"]] == [("B212", "tiltaket har ingen tittel")]


@pytest.mark.parametrize(
    ("lang", "sheet", "why"),
    [
        (
            "nb",
            "Skjema",
            (
                "dt: skjema.xlsx har tiltak i to ark, «Skjema» og «Skjema (2)». "
                "Flytt radene over i det ene og slett det andre\n"
            ),
        ),
        (
            "nn",
            "Skjema",
            (
                "dt: skjema.xlsx har tiltak i to ark, «Skjema» og «Skjema (2)». "
                "Flytt radene over i det eine og slett det andre\n"
            ),
        ),
        (
            "en",
            "Form",
            (
                "dt: skjema.xlsx has measures in two sheets, “Form” and “Form (2)”. "
                "Move the rows into one and delete the other\n"
            ),
        ),
    ],
)
def test_a_form_with_two_sheets_of_measures_is_refused(lang: str, sheet: str, why: str, dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    form = folder / "skjema.xlsx"
    assert dt("template", form, "--lang", lang) == 0
    book = openpyxl.load_workbook(form)
    book.copy_worksheet(book[sheet]).title = f"{sheet} (2)"
    book.save(form)
    assert dt("import", form, "--lang", lang) == 2
    assert dt.err == why


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"Type": "efektivisering"},
            "E8 (Type): «efektivisering» er ikkje mellom vala; meinte du «effektivisering»?",
        ),
        (
            {"Sektor": "Skule"},
            "C8 (Sektor): «Skule» er ikkje ein sektor i planen: Oppvekst, Teknisk",
        ),
        (
            {"Fyrste månad": "hausten"},
            "G8 (Fyrste månad): «hausten» er ikkje ein månad som 2013-08 eller august 2013",
        ),
        (
            {"Konsekvens for tilsette (1–5)": 2.5},
            "M8 (Konsekvens for tilsette (1–5)): «2.5» er ikkje eit heilt tal frå 1 til 5",
        ),
        (
            {"2014": 300},
            "F8 (Heilårsverknad): beløpa per år og heilårsverknaden med fyrste månad seier ikkje det same",
        ),
        ({"Varig": "kanskje"}, "AD8 (Varig): «kanskje» er ikkje mellom vala: Ja, Nei"),
        ({"Tiltak": None}, "B8 (Tiltak): tiltaket har ingen tittel"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(cells: Mapping[str, object], told: str, dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [{**FULL, **cells}])
    assert dt("import", folder / "skjema.xlsx", "--lang", "nn", "--write") == 1
    assert f"skjema.xlsx:Skjema!{told}" in dt.out.splitlines()


def test_a_full_year_effect_that_costs_is_told_in_its_own_cell(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("template", folder / "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [{**FULL, "Heilårsverknad": -150}])
    assert dt("import", folder / "skjema.xlsx", "--lang", "nn") == 0
    assert "skjema.xlsx:Skjema!F8 (Heilårsverknad): measures/" in dt.out


def renamed(form: Path, headings: Mapping[str, str]) -> None:
    """Give columns other headings."""
    book = openpyxl.load_workbook(form)
    for row in next(sheet for sheet in book if sheet.tables).iter_rows(max_row=10):
        for cell in row:
            cell.value = headings.get(str(cell.value), cell.value)
    book.save(form)


@pytest.mark.parametrize(
    ("lang", "heading", "remarks"),
    [
        (
            "nb",
            "Helårsvirkning",
            [
                "dt: kolonnen «Helårsvirkning (ny)» er ikke kjent og ble ikke lest",
                "dt: kolonnen «Notat» er ikke kjent og ble ikke lest",
                "dt: skjemaet mangler kolonnen «Helårsvirkning»",
            ],
        ),
        (
            "nn",
            "Heilårsverknad",
            [
                "dt: kolonnen «Heilårsverknad (ny)» er ikkje kjend og vart ikkje lesen",
                "dt: kolonnen «Notat» er ikkje kjend og vart ikkje lesen",
                "dt: skjemaet manglar kolonnen «Heilårsverknad»",
            ],
        ),
        (
            "en",
            "Full-year effect",
            [
                "dt: column “Full-year effect (ny)” is not known and was not read",
                "dt: column “Notat” is not known and was not read",
                "dt: the form lacks the column “Full-year effect”",
            ],
        ),
    ],
)
def test_headings_that_nobody_knows_are_told_and_those_that_a_form_needs(
    lang: str, heading: str, remarks: list[str], dt: Dt, folder: Path
) -> None:
    """
    measures/a.yaml: {}
    """
    form = folder / "skjema.xlsx"
    assert dt("template", form, "--lang", lang) == 0
    owner = {"nb": "Eier", "nn": "Eigar", "en": "Owner"}[lang]
    renamed(form, {heading: f"{heading} (ny)", owner: "Notat"})
    assert dt("import", form, "--lang", lang) == 0
    assert dt.err.splitlines()[:-1] == remarks


def test_a_form_is_read_in_the_unit_that_it_was_made_in(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {id: OP-01, effect: {annual: 1}}
    """
    form = folder / "skjema.xlsx"
    assert dt("template", form, "--lang", "nn") == 0
    filled(form, [{**FULL, "Heilårsverknad": 1200, "Overlapp": "OP-01: 200", "Investering 2014": 5}])
    plan = folder / "budgets/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("unit: 1000 kr", "unit: mill. kr"), "utf-8")
    assert dt("import", form, "--lang", "nn", "--write") == 0, dt.out
    said = (folder / "measures/op-02.yaml").read_text("utf-8")
    assert "effect: {annual: 1.2, from: 2014-07}" in said
    assert "{with: OP-01, amount: 0.2}" in said
    assert "investment: {2014: 0.005}" in said


@pytest.mark.parametrize(
    ("lang", "heading", "cell", "told"),
    [
        (
            "nb",
            "Helårsvirkning",
            "«-18.272» har «.»: skriv desimaler med «,» og tusener uten skilletegn",
            "her skal det stå et tall, ikke SANN",
        ),
        (
            "nn",
            "Heilårsverknad",
            "«-18.272» har «.»: skriv desimalar med «,» og tusen utan skiljeteikn",
            "her skal det stå eit tal, ikkje SANN",
        ),
        (
            "en",
            "Full-year effect",
            "“1'200” has “'”: write decimals with “.” and thousands without a separator",
            "a number belongs here, not TRUE",
        ),
    ],
)
def test_a_cell_that_is_no_number_is_told_in_words_that_need_no_mapping(
    lang: str, heading: str, cell: str, told: str, dt: Dt, folder: Path
) -> None:
    """
    measures/a.yaml: {}
    """
    form = folder / "skjema.xlsx"
    amount = cell[1:].partition("»" if lang != "en" else "”")[0]
    title = "Measure" if lang == "en" else "Tiltak"
    assert dt("template", form, "--lang", lang) == 0
    filled(form, [{title: "X", heading: amount}, {title: "Y", heading: True}])
    assert dt("import", form, "--lang", lang) == 1
    first, second, *_ = (line for line in dt.out.splitlines() if line.startswith("skjema.xlsx:"))
    assert first.endswith(f"!F8 ({heading}): {cell}")
    assert second.endswith(f"!F9 ({heading}): {told}")


def test_a_comma_that_may_separate_thousands_is_told_with_a_cure_that_helps(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    form = folder / "skjema.xlsx"
    assert dt("template", form, "--lang", "nn") == 0
    filled(form, [{**FULL, "Heilårsverknad": "18,272"}, {**FULL, "Heilårsverknad": "1 300"}])
    assert dt("import", form, "--lang", "nn") == 1
    assert (
        "skjema.xlsx:Skjema!F8 (Heilårsverknad): «18,272» og «1 300» står i same kolonne, så «,» kan skilje tusen "
        "eller desimalar: skriv tusen utan skiljeteikn"
    ) in dt.out.splitlines()
    filled(form, [{"Heilårsverknad": "18272"}])
    assert dt("import", form, "--lang", "nn") == 0, dt.out
