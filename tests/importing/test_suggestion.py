"""A mapping is proposed from headings and cells, beside the plan where there is one; what is left out is told."""

import textwrap

import pytest

from driftstilpasning.importing import tables
from driftstilpasning.importing.suggestion import Suggestion, suggest
from driftstilpasning.source.parsing import parse
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.importing.tables import portfolio

PLAN = """
    # budgets/plan.yaml
    municipality: Eksempel
    plan: Økonomiplan 2025–2026
    period: {first: 2025, last: 2026}
    base_year: 2024
    unit: 1000 kr
    price_level: 2025
    sectors: {oppvekst: {name: Oppvekst}, helse-omsorg: {name: Helse og omsorg}}
    targets: []
    quadrant: {effect: 500, feasibility: 3.5}
    """


def suggested(table: str, *, inside: bool = False, file: str = "liste.csv") -> Suggestion:
    """What is proposed for a list; ``inside`` a portfolio, beside its plan."""
    book = tables.read(file, textwrap.dedent(table).strip("\n").encode())
    return suggest(book, Lang.EN, load(portfolio(PLAN)).portfolio().plan if inside else None)


def said(suggestion: Suggestion, part: str) -> object:
    """What a part of the proposed mapping says."""
    data = parse("kobling.yaml", suggestion.text.encode()).data
    assert data is not None
    return data.get(part)


def effects(suggestion: Suggestion) -> dict[str, str]:
    """The columns that are taken for effects."""
    fields = said(suggestion, "fields")
    assert isinstance(fields, dict)
    return {str(name): heading for name, heading in fields.items() if str(name).startswith("effect")}


def remarks(suggestion: Suggestion, about: str) -> list[str]:
    """What is remarked that has ``about`` in it."""
    told = [remark.render(Lang.EN) for remark in suggestion.remarks]
    return [text for text in told if about in text]


def test_headings_may_stand_in_two_rows() -> None:
    suggestion = suggested("Nr;Tiltak;Endring;\n;;2025;2026\n1;Kutt;1;2\n")
    assert said(suggestion, "header") == "2"
    assert said(suggestion, "fields") == {
        "id": "Nr",
        "title": "Tiltak",
        "effect.2025": "2025",
        "effect.2026": "2026",
    }


@pytest.mark.parametrize(
    ("headings", "found", "left_out"),
    [
        ("y1;y2;utredet_2025", {"effect.2025": "y1", "effect.2026": "y2"}, ["utredet_2025"]),
        ("2025;2026;y1", {"effect.2025": "2025", "effect.2026": "2026"}, ["y1"]),
        ("2025 (1000 kr);utredet 2026", {"effect.2025": "2025 (1000 kr)"}, ["utredet 2026"]),
        ("utredet 2025;2024", {"effect.2024": "2024"}, ["utredet 2025"]),
        ("Runde 2025;Runde 2026", {"effect.2025": "Runde 2025", "effect.2026": "Runde 2026"}, []),
        ("Endring i budsjett 2025;2026", {"effect.2025": "Endring i budsjett 2025", "effect.2026": "2026"}, []),
    ],
)
def test_years_are_the_columns_that_say_nothing_else(headings: str, found: dict[str, str], left_out: list[str]) -> None:
    suggestion = suggested(f"Nr;Tiltak;{headings}\n1;Kutt;1;2;3\n", file="liste_2025.csv")
    assert effects(suggestion) == found
    assert remarks(suggestion, "could not be placed") == [
        f"the column “{heading}” could not be placed; it is left out" for heading in left_out
    ]
    assert bool(remarks(suggestion, "do not say which years")) == ("y1" in found.values())


@pytest.mark.parametrize(
    "heading", ["Regnskap 2023", "Rekneskap 2023", "Budsjett 2024", "Rev. budsjett 2024", "Actual", "Budget"]
)
def test_a_budget_is_no_effect(heading: str) -> None:
    suggestion = suggested(f"Nr;Tiltak;{heading};2025\n1;Kutt;5000;-100\n")
    assert effects(suggestion) == {"effect.2025": "2025"}
    assert remarks(suggestion, heading) == [
        f"the column “{heading}” seems to be a budget or accounts, not what the measure saves; it is left out"
    ]


def test_where_nothing_but_budgets_stand_there_is_no_effect() -> None:
    suggestion = suggested("Nr;Tiltak;Budsjett 2025\n1;Kutt;5000\n")
    assert effects(suggestion) == {}
    assert remarks(suggestion, "no column holds the amounts of a year")


def test_a_year_that_the_plan_does_not_have_is_left_out() -> None:
    suggestion = suggested("Nr;Tiltak;2024;2025\n1;Kutt;1;2\n", inside=True)
    assert effects(suggestion) == {"effect.2025": "2025"}
    assert remarks(suggestion, "outside") == [
        "the column “2024” is for a year outside the plan 2025–2026; it is left out"
    ]


def test_numbered_years_are_the_plans() -> None:
    assert effects(suggested("Nr;Tiltak;y1;y2\n1;Kutt;1;2\n", inside=True)) == {
        "effect.2025": "y1",
        "effect.2026": "y2",
    }


def test_a_sector_that_the_plan_has_needs_no_word() -> None:
    suggestion = suggested("Nr;Tiltak;Sektor;2025\n1;A;Helse og omsorg;1\n2;B;oppvekst;1\n", inside=True)
    assert said(suggestion, "values") is None


def test_a_sector_is_the_one_that_the_plan_has() -> None:
    suggestion = suggested(
        "Nr;Tiltak;Sektor;2025\n1;A;Helse og omsorg;1\n2;B;Helse & omsorg;1\n3;C;Veg;1\n", inside=True
    )
    assert said(suggestion, "values") == {
        "sector": {"Helse og omsorg": "helse-omsorg", "Helse & omsorg": "helse-omsorg", "Veg": "…"}
    }
    assert remarks(suggestion, "values") == [
        ("say what the words in “Sektor” mean for sector, under values: Veg. Choose among: oppvekst, helse-omsorg")
    ]


LIST = """
    Nr;Tiltak;Sektor;2025;2026
    1;Slå sammen;Oppvekst;-100;-200,5
    2;Selge bil;Oppvekst;(10);-20
    ;Sum oppvekst;;-110;-220,5
    3;Summer camp;Teknisk;50;-5
    4;Samlet innkjøp;Teknisk;-1;-1
    ;TOTALT;;-61;-226,5
    """


def test_a_measure_that_is_called_like_a_sum_is_none() -> None:
    suggestion = suggested(LIST)
    assert said(suggestion, "subtotals") == [{"row": "Sum oppvekst"}, {"row": "TOTALT"}]
    assert remarks(suggestion, "Summer camp") == remarks(suggestion, "Samlet innkjøp") == []


def test_without_ids_a_row_that_is_no_sum_is_told() -> None:
    suggestion = suggested("\n".join(line.partition(";")[2] for line in LIST.strip().splitlines()))
    assert said(suggestion, "subtotals") == [{"row": "Sum oppvekst"}, {"row": "TOTALT"}]
    assert remarks(suggestion, "Summer camp") == [
        (
            "row 5 is called “Summer camp”, but its amounts are not the sum of the rows above: it is read as a "
            "measure. If it is a sum all the same, put it under subtotals or skip"
        )
    ]


def test_a_row_with_an_id_that_adds_up_is_a_sum() -> None:
    suggestion = suggested("Nr;Tiltak;2025\n1;A;1 000\n2;B;200\n3;Sum;1 200\n")
    assert said(suggestion, "subtotals") == [{"row": "Sum"}]
