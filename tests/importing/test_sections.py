"""Sectors that stand in a row of their own, or in the first row of several alone."""

from driftstilpasning.importing.proposal import Proposal
from tests.importing.tables import imported, refusals, written

SECTIONS = """
    unit: 1000 kr
    sign: minus is a saving
    fields: {id: Nr, title: Tiltak, effect.annual: Helår}
    constants: {status: idea, kind: efficiency}
    sections: {Oppvekst: oppvekst, TEKNISK: Teknisk}
"""


def sectors(proposal: Proposal) -> dict[str, str]:
    """The sector of each measure, by its id."""
    files = written(proposal)
    return {one.id: files[one.name].partition("sector: ")[2].partition("\n")[0] for one in proposal.new if one.id}


def test_a_row_above_the_measures_of_a_sector_says_which_it_is() -> None:
    table = """
        Nr;Tiltak;Helår
        Oppvekst;;
        A-1;Redusere vikarbruk;-100

        A-2;Slå sammen skoler;-200
        ;Teknisk;
        B-1;Selge bilen;-10
        """
    proposal = imported(table, SECTIONS)
    assert sectors(proposal) == {"A-1": "oppvekst", "A-2": "oppvekst", "B-1": "teknisk"}


def test_a_measure_says_its_own_sector_before_a_section_does_and_a_section_before_the_constants() -> None:
    table = "Nr;Tiltak;Område;Helår\nA-1;Kutt;;-1\nTeknisk;;;\nB-1;Kutt til;;-2\nB-2;Flytte;Oppvekst;-3\n"
    own = SECTIONS.replace("title: Tiltak", "title: Tiltak, sector: Område").replace("Oppvekst: oppvekst, ", "")
    assert refusals(table, own) == ["C2: DT101"], "no section stands above it"
    constant = own.replace("{status", "{sector: oppvekst, status")
    assert sectors(imported(table, constant)) == {"A-1": "oppvekst", "B-1": "teknisk", "B-2": "oppvekst"}


def test_a_section_that_has_amounts_must_also_be_called_a_sum() -> None:
    table = "Nr;Tiltak;Helår\n;Oppvekst;-3\nA-1;Kutt;-1\nA-2;Kutt til;-2\n"
    mapping = SECTIONS.replace(", TEKNISK: Teknisk", "")
    told = (
        "B2: “Oppvekst” stands under `sections` in the mapping, but has amounts. If they are a sum, write the row "
        "under `subtotals` or `skip` as well"
    )
    assert refusals(table, mapping) == [told]
    assert sectors(imported(table, f"{mapping}    skip: [Oppvekst]\n")) == {"A-1": "oppvekst", "A-2": "oppvekst"}


REPEATED = """
    unit: 1000 kr
    sign: minus is a saving
    numbered: T-
    fields: {sector: Område, title: Tiltak, effect.annual: Helår}
    constants: {status: idea, kind: efficiency}
    repeat: [sector]
"""


def test_an_empty_cell_repeats_the_one_above_where_the_mapping_says_so() -> None:
    table = """
        Område;Tiltak;Helår
        Oppvekst;Redusere vikarbruk;-100
        ;Slå sammen skoler;-200

        ;Leie ut gymsalen;-5
        Teknisk;Selge bilen;-10
        """
    assert sectors(imported(table, REPEATED)) == {
        "T-01": "oppvekst",
        "T-02": "oppvekst",
        "T-03": "oppvekst",
        "T-04": "teknisk",
    }
    assert refusals(table, REPEATED.replace("repeat: [sector]", "")) == ["A3: DT101", "A5: DT101"]
    skole = table.replace("Oppvekst;", "Skole;")
    assert refusals(skole, REPEATED) == ["A2: “Skole” is no sector of the plan: Oppvekst, Teknisk"], "once"


def test_a_cell_is_not_repeated_below_a_sum() -> None:
    table = "Område;Tiltak;Helår\nOppvekst;Redusere vikarbruk;-100\nSum;;-100\n;Selge bilen;-10\n"
    for part in ("skip: [Sum]", "subtotals: [{row: Sum}]"):
        assert refusals(table, f"{REPEATED}    {part}\n") == ["A4: DT101"]
    noted = table.replace("Sum;;-100", "* Foreløpig;;")
    assert sectors(imported(noted, f'{REPEATED}    skip: ["* Foreløpig"]\n'))["T-02"] == "oppvekst"


def test_a_section_that_no_row_begins_is_told() -> None:
    assert refusals("Nr;Tiltak;Helår\nOppvekst;;\nA-1;Kutt;-1\n", SECTIONS) == [
        "None: the mapping has “TEKNISK” under `sections`, but no row begins with it or has it as its title"
    ]
