"""Which measure a row is about: the one with its id, else the one with its title and sector, else a new one."""

from pathlib import Path

from driftstilpasning.model.money import Money
from driftstilpasning.source.tree import MemoryTree
from tests.conftest import Dt
from tests.importing.tables import imported, portfolio, troubles
from tests.importing.test_form import filled

LIST = """
    unit: 1000 kr
    sign: plus is a saving
    numbered: T-
    fields: {title: Tiltak, sector: Område, effect.annual: Beløp}
    constants: {status: idea, kind: efficiency}
"""
MILK = {"Tiltak": "Kjøpe mjølk", "Sektor": "Oppvekst", "Status": "idé", "Type": "innkjøp", "Heilårsverknad": 40}


def test_a_form_takes_nobody_elses_id(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {id: HO-02, title: Mindre overtid}
    """
    assert dt("template", "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [{"Id": "ho-02", **MILK}])
    assert dt("import", "skjema.xlsx", "--write", "--lang", "nn") == 1
    assert dt.out.endswith(
        "skjema.xlsx:Skjema!A8 (Id): id-en ho-02 er i bruk: Mindre overtid (measures/a.yaml). Lat ruta stå tom, så får "
        "tiltaket neste ledige id\n"
        "1 feil må rettast i tabellen før noko kan skrivast\n"
    )


def test_a_form_that_is_imported_again_changes_what_it_proposed(dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {id: OP-01}
    """
    assert dt("template", "skjema.xlsx", "--lang", "nn") == 0
    filled(folder / "skjema.xlsx", [MILK, MILK, {**MILK, "Sektor": "Teknisk"}, {"Id": "X-1", **MILK}])
    assert dt("import", "skjema.xlsx", "--write", "--lang", "nn") == 0, dt.out
    assert sorted(path.name for path in (folder / "measures").glob("*.yaml")) == [
        "a.yaml",
        "op-02.yaml",
        "op-03.yaml",
        "te-01.yaml",
        "x-1.yaml",
    ]
    assert dt("import", "skjema.xlsx", "--lang", "nn") == 0
    assert dt.out == "0 nye, 0 endra, 0 borte, 4 uendra\n"
    filled(folder / "skjema.xlsx", [MILK, {**MILK, "Heilårsverknad": 50}])
    assert dt("import", "skjema.xlsx", "--lang", "nn") == 0
    assert "endra  OP-03 Kjøpe mjølk" in dt.out


def test_a_title_in_another_sector_is_another_measure() -> None:
    tree = portfolio("# measures/a.yaml\nid: OP-01\ntitle: Færre vikarar\n")
    proposal = imported("Tiltak;Område;Beløp\nFærre vikarar;Teknisk;10\n", LIST, tree)
    assert ([new.id for new in proposal.new], proposal.changed) == (["T-01"], ())


def test_a_title_of_several_measures_is_asked_about() -> None:
    tree = portfolio(
        "# measures/a.yaml\nid: OP-01\ntitle: Færre vikarar\n# measures/b.yaml\nid: OP-02\ntitle: Færre vikarar\n"
    )
    table = "Tiltak;Område;Beløp\nFærre vikarar;Oppvekst;10\n"
    assert troubles(imported(table, LIST, tree)) == [
        "A2: several measures are called “Færre vikarar”: OP-01, OP-02. Write the id in the row"
    ]
    both = imported(f"{table}Færre vikarar;Oppvekst;20\n", LIST, tree)
    assert [(one.id, one.fields[-1].new) for one in both.changed] == [
        ("OP-01", Money(1_000_000)),
        ("OP-02", Money(2_000_000)),
    ]


def test_nothing_new_is_written_beside_a_file_that_nobody_can_read() -> None:
    tree = MemoryTree({**portfolio().contents, "measures/a.yaml": "["})
    (told,) = troubles(imported("Tiltak;Område;Beløp\nFærre vikarar;Oppvekst;10\n", LIST, tree))
    assert told.removeprefix("None: ") == (
        "measures/a.yaml cannot be read, and may be one of the measures in the table: mend it first (`dt validate`)"
    )
