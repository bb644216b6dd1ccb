"""The mapping file is read as strictly as a plan, and its faults stand at their place in the rules' own words."""

import textwrap

import pytest

from driftstilpasning.importing.mapping import read_mapping
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.importing.tables import portfolio


def told(text: str) -> list[str]:
    """What is wrong with a mapping beside the plan of every example, a line each."""
    read = read_mapping("kobling.yaml", textwrap.dedent(text).strip().encode())
    found = read.diagnostics(load(portfolio()).portfolio().plan)
    return render("concise", Findings(found, Lang.EN)).splitlines()


GOOD = "{unit: 1000 kr, sign: plus is a saving, fields: {id: Nr, title: Tiltak, effect.2013: '2013'}}"


def test_a_good_mapping_has_no_fault() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (GOOD.replace("sign: plus is a saving, ", ""), "kobling.yaml:1:2: DT101 `sign` is missing"),
        (GOOD.replace("unit: 1000 kr, ", ""), "kobling.yaml:1:2: DT101 `unit` is missing"),
        (GOOD.replace("plus is a saving", "pluss"), "kobling.yaml:1:23: DT103 `sign` cannot be `pluss`"),
        ("unit: kr", "kobling.yaml:1:1: DT101 `fields` is missing"),
        ("fields: {titel: Tiltak}", "kobling.yaml:1:10: DT102 `fields.titel` is not a field that dt knows"),
        ("fields: {effect.2031: x}", "kobling.yaml:1:10: DT502 the year 2031 lies outside the plan 2013–2016"),
        (
            "fields: {title: T}\nconstants: {transition_cost.2012: '5'}",
            "kobling.yaml:2:13: DT502 the year 2012 lies outside the plan 2013–2016",
        ),
        ("fields: {efekt.2014: x}", "kobling.yaml:1:10: DT102 `fields.efekt.2014` is not a field that dt knows"),
        ("fields: {title: T}\ncolums: levels", "kobling.yaml:2:1: DT102 `colums` is not a field that dt knows"),
        ("fields: {title: T}\nconstants: {kind: spare}", "kobling.yaml:2:19: DT103 `constants.kind` cannot be `spare`"),
        (
            "fields: {kind: T}\nvalues: {kind: {gevinst: win}}",
            "kobling.yaml:2:26: DT103 `values.kind.gevinst` cannot be `win`",
        ),
        (
            "fields: {title: T}\nconstants: {sector: skule}",
            "kobling.yaml:2:21: DT103 `constants.sector` cannot be `skule`",
        ),
        ("fields: {title: T}\nsections: {A: skule}", "kobling.yaml:2:15: DT103 `sections.A` cannot be `skule`"),
        (
            "fields: {title: T, effect.annual: E}\nrepeat: [effect.annual]",
            "kobling.yaml:2:10: DT103 `repeat[1]` cannot be `effect.annual`",
        ),
        ("fields: {title: T}\nrepeat: [sector]", "kobling.yaml:2:10: DT103 `repeat[1]` cannot be `sector`"),
        ("fields: {title: T}\ndecimal: ;", "kobling.yaml:2:10: DT103 `decimal` cannot be `;`"),
        ("fields: {title: T}\nthousands: [' ', ;]", "kobling.yaml:2:18: DT103 `thousands[2]` cannot be `;`"),
        (
            "fields: {title: T}\ncolumns: {2013: levels}",
            "kobling.yaml:2:17: DT103 `columns` for 2013 cannot be `levels`",
        ),
        ("fields: {title: T}\nheader: two", "kobling.yaml:2:9: DT202 `header` is text (two), not a number"),
        ("fields: {title: T}\nsubtotals: [{sector: a}]", "kobling.yaml:2:13: DT101 `subtotals[1].row` is missing"),
        ("fields: {title: T}\nplan: {unit: kr}", "kobling.yaml:2:1: DT101 `plan.municipality` is missing"),
        ("fields: [title]", "kobling.yaml:1:9: DT105 `fields` must be fields with a name and a value"),
        (
            "fields: {title: a: b}",
            "kobling.yaml:1:18: DT008 a colon and a space begin a new field, in the middle of the text",
        ),
    ],
)
def test_a_fault_stands_at_its_place(text: str, why: str) -> None:
    assert why in told(text)


def test_a_mapping_without_amounts_needs_no_sign_and_no_unit() -> None:
    assert told("fields: {id: Nr, owner: Eigar}") == []


def test_a_plan_in_a_mapping_is_read_as_a_plan() -> None:
    text = """
        fields: {title: T}
        plan:
          municipality: X
          plan: P
          period: {first: 2016, last: 2013}
          base_year: 2012
          unit: kr
          price_level: 2013
          sectors: {a: {name: A}}
          targets: []
          quadrant: {effect: 1, feasibility: 3}
        """
    assert told(text) == ["kobling.yaml:5:31: DT501 the plan ends in 2013, before it begins in 2016"]
