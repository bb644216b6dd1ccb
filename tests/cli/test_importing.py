"""``dt import``: what is shown, what is written, and what the exit code says."""

import json
import re
from pathlib import Path

import pytest

from driftstilpasning.output import changes
from tests.conftest import Dt

LIST = (
    "Nr;Tiltak;Område;2013;2014;2015;2016\nA;Selje bilen;Oppvekst;-10;-20;-20;-20\nNY-1;Kjøpe sykkel;Teknisk;5;0;0;0\n"
)
MAPPING = """\
unit: 1000 kr
sign: minus is a saving
fields: {id: Nr, title: Tiltak, sector: Område, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015",
  effect.2016: "2016"}
constants: {status: proposed, kind: efficiency}
"""
PLAN = """\
plan:
  # Planen for eit nytt døme.
  municipality: Øygarden
  plan: Økonomiplan 2013–2016
  period: {first: 2013, last: 2016}
  base_year: 2012
  unit: 1000 kr
  price_level: 2013
  sectors:
    oppvekst: {name: Oppvekst}
    teknisk: {name: Teknisk}
  targets: []
  quadrant: {effect: 500, feasibility: 3.5}
source: Budsjettet s. 4
"""


@pytest.fixture
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list and a mapping, outside any portfolio."""
    folder = tmp_path_factory.mktemp("lister")
    (folder / "liste.csv").write_text(LIST, "utf-8")
    (folder / "kobling.yaml").write_text(MAPPING, "utf-8")
    return folder


def options(lists: Path, *more: str) -> list[str | Path]:
    return ["import", lists / "liste.csv", "--mapping", lists / "kobling.yaml", "--lang", "nn", *more]


def files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))}


def test_the_plan_is_shown_and_nothing_is_written_without_being_asked_for(folder: Path, lists: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {title: Selje bilen, effect: {2013: 10, 2014: 10, 2015: 20, 2016: 20}}
    measures/b.yaml: {title: Stengje bassenget}
    """
    before = files(folder)
    assert dt(*options(lists)) == 0
    assert dt.out == (
        "nytt  NY-1 Kjøpe sykkel\n"
        "      measures/ny-1.yaml\n"
        "endra  A Selje bilen\n"
        "      measures/a.yaml\n"
        "      2014: 10 → 20  (E2)\n"
        "borte  B Stengje bassenget\n"
        "      det som er borte, står ikkje i tabellen; filene vert ståande\n"
        "1 nye, 1 endra, 1 borte, 0 uendra\n"
        "liste.csv:A3 (Nr): measures/ny-1.yaml:4:9: DT401 tiltaket (foreslått) manglar ansvarleg og både karakter og "
        "grunngjeving for tilsette, brukarar og politisk aksept\n"
        "liste.csv:D3 (2013): measures/ny-1.yaml:6:9: DT207 tiltaket sparer ikkje i noko år, men kostar opptil "
        "5\xa0000\xa0kr: er forteiknet snudd?\n"
        "2 åtvaringar: noko å sjå på, men det kan skrivast\n"
    )
    assert dt.err == "dt: ingenting er skrive. Legg til --write for å skrive dette\n"
    assert files(folder) == before


def test_with_write_the_files_are_written_and_validate(folder: Path, lists: Path, dt: Dt) -> None:
    """
    measures/drift/a.yaml: {sector: oppvekst, title: Selje bilen, effect: {2013: 10, 2014: 10, 2015: 20, 2016: 20}}
    measures/drift/t.yaml: {sector: teknisk}
    """
    assert dt(*options(lists, "--write")) == 0
    assert dt.err == "skreiv measures/drift/a.yaml\nskreiv measures/drift/ny-1.yaml\n"
    assert "effect: {2013: 10, 2014: 20, 2015: 20, 2016: 20}" in files(folder)["measures/drift/a.yaml"]
    assert dt("validate") == 0
    assert dt(*options(lists, "--write")) == 0
    assert dt.err == "dt: tabellen endrar ingenting\n"


def test_a_portfolio_that_is_not_there_yet_is_made_of_the_mapping(
    tmp_path: Path, lists: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (lists / "kobling.yaml").write_text(MAPPING + PLAN, "utf-8")
    assert dt(*options(lists, "--portfolio", "ny", "--write")) == 0
    assert (
        (tmp_path / "ny/budgets/plan.yaml")
        .read_text("utf-8")
        .startswith("# Planen for eit nytt døme.\nmunicipality: Øygarden\n")
    )
    assert sorted(files(tmp_path)) == ["ny/budgets/plan.yaml", "ny/measures/a.yaml", "ny/measures/ny-1.yaml"]
    assert dt("validate", "--portfolio", "ny") == 0


def test_what_is_wrong_in_the_table_is_told_with_its_cell_and_nothing_is_written(
    folder: Path, lists: Path, dt: Dt
) -> None:
    """
    measures/a.yaml: {title: Selje bilen}
    """
    before = files(folder)
    (lists / "liste.csv").write_text(LIST.replace("-20;-20", "-2.000;ca. 20", 1), "utf-8")
    assert dt(*options(lists, "--write")) == 1
    assert dt.out.endswith(
        "liste.csv:E2 (2014): «-2.000» har «.», og det er ikkje sagt om det skil tusen eller desimalar\n"
        "liste.csv:F2 (2015): «ca. 20» er ikkje eit tal\n"
        "2 feil må rettast i tabellen før noko kan skrivast\n"
    )
    assert files(folder) == before
    assert dt(*options(lists, "--output-format", "json")) == 1
    problem, other = json.loads(dt.out)["problems"]
    assert (problem["sheet"], problem["row"], problem["column"], problem["cell"]) == (None, 2, 5, "E2")
    assert other["cell"] == "F2"


def test_what_would_not_validate_is_told_as_validate_would_with_its_cell(folder: Path, lists: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {title: Selje bilen}
    """
    (lists / "kobling.yaml").write_text(MAPPING.replace("status: proposed", "status: hearing"), "utf-8")
    assert dt(*options(lists, "--write")) == 1
    assert re.search(r"^liste\.csv:A3 \(Nr\): measures/ny-1\.yaml:[0-9]+:[0-9]+: DT401 ", dt.out, re.MULTILINE)
    assert "NY-1" not in str(files(folder))


def test_a_faulty_mapping_is_shown_as_validate_shows_files(folder: Path, lists: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (lists / "kobling.yaml").write_text(MAPPING.replace("sign: minus is a saving\n", ""), "utf-8")
    assert dt(*options(lists)) == 1
    assert dt.out == ""
    assert "DT101 feil: «sign» manglar" in dt.err
    assert "      sign: minus is a saving\n" in dt.err
    assert str(folder) not in dt.err


def test_a_file_that_has_changed_meanwhile_is_left_as_it_is(
    folder: Path, lists: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    measures/a.yaml: {title: Selje bilen}
    """
    somebody = "id: A\ntitle: Noko anna\n"
    write = changes.write

    def meanwhile(*arguments: object) -> object:
        (folder / "measures/a.yaml").write_text(somebody, "utf-8")
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(changes, "write", meanwhile)
    assert dt(*options(lists, "--write")) == 2
    assert "measures/a.yaml" in dt.err
    assert "fila er endra sidan ho vart lesen" in dt.err
    assert files(folder)["measures/a.yaml"] == somebody


def test_a_new_file_that_somebody_makes_meanwhile_is_left_and_the_others_are_written(
    folder: Path, lists: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    measures/a.yaml: {title: Selje bilen}
    """
    (lists / "liste.csv").write_text(LIST + "NY-2;Kjøpe buss;Teknisk;5;5;5;5\n", "utf-8")
    write = changes.write

    def meanwhile(*arguments: object) -> object:
        (folder / "measures/ny-1.yaml").write_text("# mitt\n", "utf-8")
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(changes, "write", meanwhile)
    assert dt(*options(lists, "--write")) == 2
    assert "skreiv measures/a.yaml\nskreiv measures/ny-2.yaml\n" in dt.err
    assert "measures/ny-1.yaml: finst frå før" in dt.err
    assert files(folder)["measures/ny-1.yaml"] == "# mitt\n"


def test_a_mapping_without_a_plan_where_there_is_no_portfolio_says_how_one_is_made(
    tmp_path: Path, lists: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    also = "Koplinga kan òg ha planen med seg: skriv «plan» i ho, så vert porteføljen laga (docs/import.md)\n"
    assert dt(*options(lists, "--portfolio", "ny")) == 2
    assert dt.err == f"dt: mappa finst ikkje: ny. {also}"
    assert dt(*options(lists)) == 2
    assert dt.err.endswith(f"eller lag ein med «dt init». {also}")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["borte.csv"], "dt: kan ikke lese borte.csv: finnes ikke\n"),
        (["."], "dt: kan ikke lese .: er en mappe\n"),
        (["notat.docx"], "dt: notat.docx er ikke en tabell som kan leses: endelsen må være .xlsx eller .csv\n"),
        (
            ["liste.csv"],
            (
                "dt: liste.csv er ikke laget av dt, så en kobling må si hva kolonnene er: --mapping FIL. «dt import "
                "--suggest-mapping liste.csv» foreslår en\n"
            ),
        ),
        (["liste.csv", "--mapping", "borte.yaml"], "dt: kan ikke lese borte.yaml: finnes ikke\n"),
        (
            ["liste.csv", "--mapping", "ark.yaml"],
            "dt: liste.csv har ingen kolonne som heter «Tiltakk»; mente du «Tiltak»?\n",
        ),
        (["tom.csv", "--suggest-mapping"], "dt: tom.csv er ikke en tabell som kan leses: den er tom\n"),
        (
            ["tall.csv", "--suggest-mapping"],
            (
                "dt: fant ingen rad med overskrifter: ingen kolonne ser ut til å holde navnet på tiltakene. Er dette "
                "en liste over tiltak, skriv en kobling for hånd: «header» sier hvilken rad overskriftene står i, og "
                "«fields» hvilken kolonne som er hva (docs/import.md, «The mapping, field by field»)\n"
            ),
        ),
        (["liste.csv", "--output-format", "xml"], "dt: --output-format: ukjent verdi xml. Velg blant: text, json\n"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_2(arguments: list[str], told: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "liste.csv").write_text(LIST, "utf-8")
    (folder / "notat.docx").write_bytes(b"PK")
    (folder / "tom.csv").write_text("\n", "utf-8")
    (folder / "tall.csv").write_text("1;2\n3;4\n", "utf-8")
    (folder / "ark.yaml").write_text("fields: {title: Tiltakk}\n", "utf-8")
    assert (dt("import", *arguments), dt.err, dt.out) == (2, told, "")


@pytest.mark.usefixtures("folder")
def test_a_suggestion_that_is_filled_in_can_be_used(lists: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {title: Selje bilen}
    """
    assert dt("import", "--suggest-mapping", lists / "liste.csv", "--lang", "nn") == 0
    suggested = dt.out
    assert suggested == (
        "# unit: …                    # kr, 1000 kr, mill. kr\n"
        "# sign: …                    # minus is a saving, plus is a saving\n"
        "fields:\n"
        "  id: Nr\n"
        "  title: Tiltak\n"
        "  sector: Område\n"
        '  effect.2013: "2013"\n'
        '  effect.2014: "2014"\n'
        '  effect.2015: "2015"\n'
        '  effect.2016: "2016"\n'
        "# constants:\n"
        "#   status: …\n"
        "#   kind: …\n"
    )
    assert dt.err.splitlines() == [
        "dt: skriv unit: kr, 1000 kr eller mill. kr",
        "dt: skriv sign: tabellen seier ikkje om ei innsparing er minus eller pluss",
        "dt: ingen kolonne for status: skriv han under constants",
        "dt: ingen kolonne for kind: skriv han under constants",
    ]
    filled = re.sub(r"^# ?", "", suggested, flags=re.MULTILINE)
    (lists / "kobling.yaml").write_text(filled, "utf-8")
    assert dt(*options(lists)) == 1
    assert "«unit» kan ikkje vere «…»" in dt.err
    for place, word in {"unit": "1000 kr", "sign": "minus is a saving", "status": "idea", "kind": "efficiency"}.items():
        filled = filled.replace(f"{place}: …", f"{place}: {word}")
    (lists / "kobling.yaml").write_text(filled, "utf-8")
    assert dt(*options(lists)) == 0
    assert "nytt  NY-1 Kjøpe sykkel\n" in dt.out
