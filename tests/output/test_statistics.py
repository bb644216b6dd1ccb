"""How many findings there are of each code, in place of the findings."""

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Diagnostic, Fix
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.statistics import render
from driftstilpasning.rules import all_rules
from driftstilpasning.text import Lang
from tests.rules.examples import tree

FILES = """\
# measures/a.yaml
acceptance: {text: Ukjend}
effect: {annual: 0}
# measures/b.yaml
status: hearing
acceptance: {text: Ukjend}
# measures/c.yaml
effect: {annual: 900, from: 2017-08}
"""


@pytest.fixture
def found() -> list[Diagnostic]:
    return list(check(tree(FILES)).diagnostics)


def test_each_code_is_a_line_the_most_frequent_first_and_the_worst_severity_counts(found: list[Diagnostic]) -> None:
    assert render("full", Findings(found, Lang.EN)).splitlines() == [
        "Count  Code    Severity  What",
        "────────────────────────────────────────────────────────────────",
        "    2  DT401   error     the measure (…) lacks …",
        "    1  DT203   error     the effect in … lies outside the plan …",
        "    1  DT208   warning   the effect is 0 in every year",
        "    4  in all",
    ]


def test_the_concise_form_can_be_cut_in_columns(found: list[Diagnostic]) -> None:
    assert render("concise", Findings(found, Lang.NB)).splitlines() == [
        "2 DT401 missing-grades",
        "1 DT203 effect-outside-period",
        "1 DT208 no-effect",
    ]


def test_the_json_is_an_array_of_codes(found: list[Diagnostic]) -> None:
    assert json.loads(render("json", Findings(found, Lang.NN)))[:2] == [
        {"count": 2, "code": "DT401", "name": "missing-grades", "severity": "error", "fixable": 0},
        {"count": 1, "code": "DT203", "name": "effect-outside-period", "severity": "error", "fixable": 0},
    ]


def test_what_can_be_mended_safely_is_marked(found: list[Diagnostic]) -> None:
    mended = [replace(one, fix=Fix((), safe=one.code == "DT203")) for one in found]
    lines = render("full", Findings(mended, Lang.NB)).splitlines()
    assert [line.split()[1] for line in lines if line.endswith(" [*]")] == ["DT203"]
    assert lines[-1] == "[*] kan rettes med «dt validate --fix»"
    assert [row["fixable"] for row in json.loads(render("json", Findings(mended, Lang.NB)))] == [0, 1, 0]


def test_no_findings_are_no_text_but_an_empty_array() -> None:
    assert [render(form, Findings([], Lang.NB)) for form in ("full", "concise", "json")] == ["", "", "[]\n"]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_code_fits_in_the_width_of_the_screen(width: int, lang: Lang) -> None:
    found = [one for rule in all_rules() for one in check(tree(rule.bad)).diagnostics if one.code == rule.code]
    text = render("full", Findings(found, lang, screen=Screen(width)))
    assert max(map(cell_len, text.splitlines())) <= width
    assert all(rule.code in text for rule in all_rules())
    assert "{" not in text.replace("{ }", "")
