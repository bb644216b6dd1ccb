"""What whoever imports a list should know of it, though nothing is wrong."""

import textwrap

from driftstilpasning.importing import tables
from driftstilpasning.importing.layout import of_mapping
from driftstilpasning.importing.mapping import read_mapping
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.importing.tables import portfolio

MAPPING = """
    unit: 1000 kr
    sign: minus is a saving
    fields: {title: Tiltak, effect.2013: Virkning 2013 (kr)}
"""


def remarks(table: str, mapping: str = MAPPING) -> list[str]:
    """What is remarked when a list is read."""
    said = read_mapping("kobling.yaml", textwrap.dedent(mapping).encode()).value
    assert said is not None
    book = tables.read("liste.csv", textwrap.dedent(table).strip("\n").encode())
    layout = of_mapping(book, said, load(portfolio()).portfolio().plan)
    return [remark.render(Lang.NB) for remark in layout.remarks]


def test_a_unit_that_a_heading_says_and_the_mapping_does_not_is_told() -> None:
    table = "Tiltak;Virkning 2013 (kr)\nSelge bilen;-1\n"
    assert remarks(table) == ["koblingen sier unit: 1000 kr, men «Virkning 2013 (kr)» tyder på kr: kontroller det"]
    assert remarks(table, MAPPING.replace("1000 kr", "kr")) == []


def test_what_stands_above_the_headings_and_not_in_the_mapping_is_told() -> None:
    table = "Alle tall i mill. kr;\nReduksjon vises med pluss;\nTiltak;Beløp\nSelge bilen;-1\n"
    assert remarks(table, MAPPING.replace("Virkning 2013 (kr)", "Beløp")) == [
        "koblingen sier unit: 1000 kr, men «Alle tall i mill. kr» tyder på mill. kr: kontroller det",
        (
            "koblingen sier sign: minus is a saving, men «Reduksjon vises med pluss» tyder på plus is a saving: "
            "kontroller det"
        ),
    ]


def test_an_amount_above_the_headings_is_no_unit() -> None:
    table = "Vi må spare 30 mill. kr;\nTiltak;Beløp\nSelge bilen;-1\n"
    assert remarks(table, MAPPING.replace("Virkning 2013 (kr)", "Beløp")) == []


def test_cells_to_the_right_of_the_headings_are_told() -> None:
    table = "Tiltak;Beløp\nSelge bilen;-1\nSelge bil; båt og bod;-1\n" + "Leie ut;-1;ja\n" * 6
    assert remarks(table, MAPPING.replace("Virkning 2013 (kr)", "Beløp")) == [
        (
            "rad 3, 4, 5, 6, 7, … har noe til høyre for den siste overskriften, som ikke ble lest. Mangler det "
            "anførselstegn?"
        )
    ]
