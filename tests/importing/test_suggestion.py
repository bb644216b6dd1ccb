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


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("2025 (kr)", "kr"),
        ("2025 i hele kroner", "kr"),
        ("2025 (mill. kr)", "mill. kr"),
        ("Kutt 2025 (MNOK)", "mill. kr"),
        ("2025 i 1000 kr", "1000 kr"),
        ("2025 i 1 000 kroner", "1000 kr"),
        ("2025 (tusen kr)", "1000 kr"),
    ],
)
def test_the_unit_is_what_the_heading_says(heading: str, unit: str) -> None:
    suggestion = suggested(f"Tiltak;{heading}\nSelge bilen;-1\n")
    assert (said(suggestion, "unit"), effects(suggestion)) == (unit, {"effect.2025": heading})
    assert remarks(suggestion, "unit") == [f"unit: {unit} stands in “{heading}”: check it"]


@pytest.mark.parametrize(
    ("above", "sign"),
    [
        ("Minus er innsparing", "minus is a saving"),
        ("Alle tall er i 1000 kr. Reduksjon vises med minus.", "minus is a saving"),
        ("Positive tall er innsparing", "plus is a saving"),
        ("Positive tal = auka utgifter", "minus is a saving"),
        ("Innsparing (-), økning (+)", "minus is a saving"),
    ],
)
def test_the_sign_is_what_is_said_above_the_headings(above: str, sign: str) -> None:
    suggestion = suggested(f'"{above}";\nTiltak;2025\nSelge bilen;-1\n')
    assert said(suggestion, "sign") == sign
    assert remarks(suggestion, "sign:") == [f"sign: “{above}” suggests {sign}: check it"]


@pytest.mark.parametrize("above", ["", "Pluss/minus", "Reduserte utgifter og økte inntekter vises med minus"])
def test_what_the_list_does_not_say_is_left_open_and_cannot_be_left_so(above: str) -> None:
    suggestion = suggested(f"{above};\nTiltak;2025\nSelge bilen;-1\n")
    assert [line for line in suggestion.text.splitlines() if "…" in line][:2] == [
        "# unit: …                    # kr, 1000 kr, mill. kr",
        "# sign: …                    # minus is a saving, plus is a saving",
    ]


def test_headings_that_do_not_agree_on_the_unit_are_told() -> None:
    suggestion = suggested("Alle tall i 1000 kr;;\nTiltak;2025 (kr);2026 (kr)\nSelge bilen;-1;-1\n")
    assert said(suggestion, "unit") is None
    assert remarks(suggestion, "unit") == [
        "unit: “2025 (kr)”, “Alle tall i 1000 kr” do not say the same. Fill in what holds"
    ]


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Årsverk 2025", "posts, not what the measure saves; it is left out. Its field is fte"),
        ("Investering 2025", "an investment, not what the measure saves; it is left out. Its field is investment.2025"),
        (
            "Omstillingskostnad 2025",
            "a one-off cost, not what the measure saves; it is left out. Its field is transition_cost.2025",
        ),
        ("2025–2028", "a sum of several years, not what the measure saves; it is left out"),
        ("Sum 2025-28", "a sum of several years, not what the measure saves; it is left out"),
        ("Andel 2025 (%)", "shares, not what the measure saves; it is left out"),
    ],
)
def test_what_is_no_effect_is_never_taken_for_one(heading: str, what: str) -> None:
    suggestion = suggested(f"Tiltak;{heading}\nSelge bilen;1\n")
    assert effects(suggestion) == {}
    assert remarks(suggestion, heading) == [f"the column “{heading}” seems to be {what}"]


@pytest.mark.parametrize(
    ("headings", "taken", "others"),
    [
        ("Brutto 2025;Netto 2025", "Netto 2025", "“Brutto 2025”"),
        ("Lønn 2025;Drift 2025", "Lønn 2025", "“Drift 2025”"),
        ("Lønn 2025;Drift 2025;Sum 2025", "Sum 2025", "“Lønn 2025”, “Drift 2025”"),
    ],
)
def test_of_several_columns_for_a_year_it_is_told_which_was_taken(headings: str, taken: str, others: str) -> None:
    suggestion = suggested(f"Tiltak;{headings}\nSelge bilen;1;2;3\n")
    assert effects(suggestion) == {"effect.2025": taken}
    assert remarks(suggestion, "several") == [
        f"several columns are for 2025: “{taken}” is taken, {others} not. Check that it is right"
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Tiltaksnavn",
        "Tiltakets navn",
        "Beskrivelse av tiltak",
        "Innsparingstiltak",
        "Innsparingsforslag",
        "Tiltak/tjeneste",
        "Tiltak (tall i 1000 kr)",
        "Navn på tiltaket",
        "Namn på tiltaket",
        "Forslag til tiltak",
        "Framlegg til tiltak",
        "Kuttforslag",
        "Tiltak nr. og navn",
        "Omstillingstiltak",
        "Effektiviseringstiltak",
        "Driftstiltak",
        "Tiltaksbeskrivelse",
        "Rådmannens forslag",
        "Rådmannen sitt framlegg",
        "Nye tiltak",
    ],
)
def test_titles_are_found_whatever_their_column_is_called(heading: str) -> None:
    suggestion = suggested(f"Nr;Tiltaksområde;Konsekvens av tiltaket;{heading};2025\n1;Skole;Ingen;Selge bilen;-1\n")
    fields = said(suggestion, "fields")
    assert isinstance(fields, dict)
    assert fields["title"] == heading


def test_an_exact_name_goes_before_others_and_a_column_of_numbers_holds_no_titles() -> None:
    suggestion = suggested("Rådmannens forslag;Nye tiltak;Tiltak;2025\n-1;Ja;Selge bilen;-1\n")
    assert "  title: Tiltak\n" in suggestion.text
    suggestion = suggested("Rådmannens forslag;Nye tiltak;2025\n-1;Selge bilen;-1\n")
    assert "  title: Nye tiltak\n" in suggestion.text


def test_rows_of_one_cell_above_measures_are_sections_and_below_them_are_skipped() -> None:
    suggestion = suggested(
        """
        Nr;Tiltak;2025
        Oppvekst;;
        1;Redusere vikarbruk;-100
        ;Sum oppvekst;-100

        Helse og mestring;;
        2;Velferdsteknologi;-300
        Kilde: budsjettet s. 4;;
        """
    )
    assert said(suggestion, "sections") == {"Oppvekst": "oppvekst", "Helse og mestring": "helse-og-mestring"}
    assert said(suggestion, "skip") == ["Kilde: budsjettet s. 4"]
    assert remarks(suggestion, "stand above") == [
        (
            "row 2 (“Oppvekst”), row 6 (“Helse og mestring”) seem to stand above the measures of a sector each: check "
            "sections, or put them under skip"
        )
    ]
    assert remarks(suggestion, "no column for sector") == []


def test_a_sector_that_stands_once_above_several_is_repeated_and_a_sum_or_a_note_is_no_sector() -> None:
    suggestion = suggested(
        """
        Område;Tiltak;2025
        Oppvekst;Redusere SFO-bemanning;-200
        ;Avvikle leirskole;-150
        Samfunn;Innføre parkeringsavgift;-500
        Sum;;-850
        * Foreløpige tall;;
        """
    )
    assert said(suggestion, "values") == {"sector": {"Oppvekst": "oppvekst", "Samfunn": "samfunn"}}
    assert said(suggestion, "repeat") == ["sector"]
    assert said(suggestion, "subtotals") == [{"row": "Sum"}]
    assert said(suggestion, "skip") == ["* Foreløpige tall"]


def test_a_row_that_adds_up_is_put_under_subtotals_whatever_it_is_called() -> None:
    suggestion = suggested(
        """
        Tiltak;2025;2026
        OPPVEKST;-300;-500
        Redusere vikarbruk;-100;-200
        Slå sammen skoler;-200;-300
        TEKNISK;-120;-120
        Kutte vegvedlikehold;-120;-120
        """
    )
    assert said(suggestion, "sections") == {"OPPVEKST": "oppvekst", "TEKNISK": "teknisk"}
    assert said(suggestion, "subtotals") == [
        {"row": "OPPVEKST", "sector": "oppvekst"},
        {"row": "TEKNISK", "sector": "teknisk"},
    ]
    assert remarks(suggestion, "is the sum of") == [
        (
            f"row {row} (“{name}”) is the sum of row {rows}; it is put under subtotals. If it is a measure, put it "
            "under measures"
        )
        for row, name, rows in ((2, "OPPVEKST", "3–4"), (5, "TEKNISK", "6"))
    ]


def test_a_sum_that_is_called_as_a_measure_is_told_and_not_proposed() -> None:
    suggestion = suggested("Tiltak;2025\nKutt;-3\nLeie ut;-1\nKutt;-2\n")
    assert (said(suggestion, "subtotals"), said(suggestion, "skip")) == (None, None)
    assert remarks(suggestion, "called the same") == [
        (
            "row 2 (“Kutt”) is the sum of row 3–4, but a measure is called the same: rename the row, and put it under "
            "subtotals or skip"
        )
    ]


def test_sums_that_are_all_called_the_same_are_skipped() -> None:
    suggestion = suggested("Nr;Tiltak;2025\n1;A;-1\n;Sum;-1\n2;B;-2\n;Sum;-2\n;Sum totalt;-3\n")
    assert said(suggestion, "skip") == ["Sum"]
    assert said(suggestion, "subtotals") == [{"row": "Sum totalt"}]


@pytest.mark.parametrize("word", ["ostehøvel", "rammetrekk", "flatt kutt", "uspesifisert"])
def test_a_cut_that_nobody_has_specified_is_unspecified(word: str) -> None:
    suggestion = suggested(f"Tiltak;Type;2025\nKutt;{word};-1\n")
    assert said(suggestion, "values") == {"kind": {word: "unspecified"}}
