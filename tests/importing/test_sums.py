"""No amount comes in twice: a row that is the sum of others is one by its name, its place or its amounts."""

import pytest

from tests.importing.tables import imported, refusals, written

GROUPED = """
    unit: 1000 kr
    sign: minus is a saving
    numbered: T-
    fields: {title: Tiltak, effect.2013: "2013", effect.2014: "2014"}
    columns: increments
    constants: {sector: oppvekst, status: idea, kind: efficiency}
"""
ABOVE = """
    Tiltak;2013;2014
    OPPVEKST;-300;-500
    Redusere vikarbruk;-100;-200
    Slå sammen skoler;-200;-300
    TEKNISK;-120;-120
    Kutte vegvedlikehold;-120;-120
    """
BELOW = """
    Tiltak;2013;2014
    Redusere vikarbruk;-100;-200
    Slå sammen skoler;-200;-300
    OPPVEKST;-300;-500
    Kutte vegvedlikehold;-120;-120
    TEKNISK;-120;-120
    Netto;-420;-620
    """


def adds_up(name: str, rows: str) -> str:
    return (
        f"the amounts are the sum of row {rows}, so they would count twice. If “{name}” is a sum, write it under "
        f"`subtotals` or `skip` in the mapping. If it is a measure, write it under `measures`"
    )


def test_a_row_that_holds_the_sum_of_its_group_is_refused_whatever_it_is_called() -> None:
    group = [f"A2: {adds_up('OPPVEKST', '3–4')}", f"A5: {adds_up('TEKNISK', '6')}"]
    assert refusals(ABOVE, GROUPED) == group
    below = [f"A4: {adds_up('OPPVEKST', '2–3')}", f"A6: {adds_up('TEKNISK', '5')}", f"A7: {adds_up('Netto', '2–5')}"]
    assert refusals(BELOW, GROUPED) == below
    apart = ABOVE.replace("    TEKNISK", "    Leie ut lokaler;-5;0\n    TEKNISK")
    assert len(written(imported(apart, GROUPED))) == 6, "nobody knows where the group ends"


@pytest.mark.parametrize("part", ["skip: [OPPVEKST, TEKNISK]", "subtotals: [{row: OPPVEKST}, {row: TEKNISK}]"])
def test_what_the_mapping_calls_a_sum_counts_once(part: str) -> None:
    proposal = imported(ABOVE, f"{GROUPED}    {part}\n")
    assert proposal.sound
    assert [one.title for one in proposal.new] == ["Redusere vikarbruk", "Slå sammen skoler", "Kutte vegvedlikehold"]


def test_a_measure_that_happens_to_add_up_is_one_where_the_mapping_says_so() -> None:
    proposal = imported(ABOVE, f"{GROUPED}    measures: [oppvekst, TEKNISK]\n")
    assert len(written(proposal)) == 5
    proposal = imported(
        "Tiltak;Helår\nA;-1\nTotalt én stilling;-1\n", f"{ONE_YEAR}    measures: [Totalt én stilling]\n"
    )
    assert len(written(proposal)) == 2


ONE_YEAR = GROUPED.replace('effect.2013: "2013", effect.2014: "2014"', "effect.annual: Helår")


@pytest.mark.parametrize(
    "rows",
    ["A;-300\nB;-100\nC;-200\nD;-7", "A;-3\nB;-3", "A;0\nB;0\nC;0", "A;-5\nB;-5\nC;0", "A;-1\nB;-2\nC;-4\nD;-8"],
)
def test_rows_that_only_nearly_add_up_are_measures(rows: str) -> None:
    assert len(written(imported(f"Tiltak;Helår\n{rows}\n", ONE_YEAR))) == rows.count("\n") + 1


def test_a_row_with_an_id_of_its_own_is_no_sum() -> None:
    table = "Nr;Tiltak;Helår\nA-1;Oppvekst;-3\nA-2;Kutt;-1\nA-3;Kutt til;-2\n"
    numbered = ONE_YEAR.replace("{title", "{id: Nr, title")
    assert len(written(imported(table, numbered))) == 3
    assert refusals(table.replace("A-1", ""), numbered) == [f"B2: {adds_up('Oppvekst', '3–4')}"]


def test_a_group_ends_where_the_sector_changes() -> None:
    table = """
        Tiltak;Område;Helår
        Redusere administrasjonen;Oppvekst;-300
        - rektor;Oppvekst;-200
        - merkantil;Oppvekst;-100
        Leie ut lokaler;Teknisk;-150
        """
    sectors = ONE_YEAR.replace("fields: {", "fields: {sector: Område, ").replace("sector: oppvekst, ", "")
    assert refusals(table, sectors) == [f"A2: {adds_up('Redusere administrasjonen', '3–4')}"]
    assert refusals(table.replace("Teknisk", "Oppvekst"), sectors) == [
        f"A2: {adds_up('Redusere administrasjonen', '3–4')}"
    ], "or where the listing of parts does"


def test_a_part_of_another_row_is_refusals() -> None:
    told = (
        "A3: “- herav rektor” is a part of another row. Write it under `skip` in the mapping, or under `measures` if "
        "the other row is left out"
    )
    table = "Tiltak;Helår\nRedusere administrasjonen;-300\n- herav rektor;-200\n"
    assert refusals(table, ONE_YEAR) == [told]
    assert len(written(imported(table, f'{ONE_YEAR}    skip: ["- herav rektor"]\n'))) == 1
    assert len(written(imported(table, f'{ONE_YEAR}    measures: ["- herav rektor"]\n'))) == 2


def test_a_sum_may_stand_in_another_column_than_the_title() -> None:
    told = "A4: “Sum” looks like a sum. Write it under `subtotals` in the mapping, or under `skip`"
    sectors = ONE_YEAR.replace("fields: {", "fields: {sector: Område, ").replace("sector: oppvekst, ", "")
    rows = "Område;Tiltak;Helår\nOppvekst;Redusere vikarbruk;-100\nTeknisk;Selge bilen;-10\n"
    assert told in refusals(f"{rows}Sum;;-111\n", sectors)
    assert told in refusals(f"{rows}Sum;Oppvekst;-110\n", sectors)


def test_a_row_with_a_sector_of_its_own_is_no_sum_of_other_sectors() -> None:
    sectors = ONE_YEAR.replace("fields: {", "fields: {sector: Område, ").replace("sector: oppvekst, ", "")
    table = "Tiltak;Område;Helår\nLeie ut;Oppvekst;-300\nSelge bil;Teknisk;-100\nSelge bod;Teknisk;-200\n"
    assert len(written(imported(table, sectors))) == 3
    assert refusals(table.replace("Oppvekst", ""), sectors) == [f"A2: {adds_up('Leie ut', '3–4')}"]
