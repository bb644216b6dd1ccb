"""No repair takes away what a file says: words and figures go only where the same is said in other signs."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import mend
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import all_rules
from driftstilpasning.source.encoding import decode
from driftstilpasning.source.tree import PLAN, FolderTree, MemoryTree, OpenTree
from driftstilpasning.workspace.structure import every_field
from tests.documents import document
from tests.gallery import entries
from tests.rules.examples import tree

_WORD = re.compile(r"[^\W\d_]+|\d+")
SAID_OTHERWISE = {"efekt", "nei", "august", "01", "mill", "tkr"}
"""The words of the gallery and of the rules' examples that a safe repair writes in another way, or need not write."""


EVERYTHING: dict[str, OpenTree] = {
    **{entry.name: FolderTree(entry) for entry in entries()},
    **{rule.code: tree(rule.bad) for rule in all_rules()},
}


def alone(measure: str) -> MemoryTree:
    """A portfolio of this measure as it stands, nothing filled in."""
    return MemoryTree({PLAN: tree("id: A\n").contents[PLAN], "measures/a.yaml": measure})


def mended(files: OpenTree, *, unsafe: bool = False) -> dict[str, tuple[str, str]]:
    done = mend(files, lambda tree: check(tree).diagnostics, unsafe=unsafe)
    return {file.name: (decode(file.before).text or "", file.after.decode()) for file in done.files}


def lost(before: str, after: str) -> set[str]:
    """The words and figures that stand in the one text and not, as often, in the other, be it with others beside."""
    was, now = (unicodedata.normalize("NFC", text).casefold() for text in (before, after))
    return {word for word in Counter(_WORD.findall(was)) - Counter(_WORD.findall(now)) if word not in now}


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_safe_repair_loses_no_word(name: str) -> None:
    for before, after in mended(EVERYTHING[name]).values():
        assert lost(before, after) <= SAID_OTHERWISE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{annual 1900, from: 2013-08}", "{annual: 1900, from: 2013-08}"),
        ("{annual1900, from: 2013-08}", "{annual: 1900, from: 2013-08}"),
        ("{annual = -1900.5, from: 2013-08}", "{annual: -1900.5, from: 2013-08}"),
        ("{annual: 1900, from 2013-08}", "{annual: 1900, from: 2013-08}"),
        ("{2013 300, 2014: 1, 2015: 1, 2016: 1}", "{2013: 300, 2014: 1, 2015: 1, 2016: 1}"),
        ("{2013: 300, 2014 1200, 2015 1, 2016: 1}", "{2013: 300, 2014: 1200, 2015: 1, 2016: 1}"),
    ],
)
def test_a_number_without_a_colon_before_it_is_told_and_kept(written: str, meant: str) -> None:
    files = tree(f"effect: {written}\n")
    assert [found.code for found in check(files).diagnostics] == ["DT021"]
    ((_, after),) = mended(files).values()
    assert after.startswith(f"effect: {meant}\n")


@pytest.mark.parametrize("sign", ["", " ", "  ", "=", " = "])
def test_a_grade_without_a_colon_before_it_is_told_and_kept(sign: str) -> None:
    files = tree(f"consequence: {{staff: {{grade{sign}3, text: To blir éin.}}, users: {{grade: 1, text: Inga}}}}\n")
    assert [found.code for found in check(files).diagnostics] == ["DT021"]
    ((_, after),) = mended(files).values()
    assert "{grade: 3, text: To blir éin.}" in after


@pytest.mark.parametrize(
    "text", ["Ein til, by 3 i alt", "Vedteke 2014, 2015 300 000 kr", "Ny turnus, grade tre", "Sjå effect, 4 stillingar"]
)
def test_a_text_that_a_comma_cuts_is_no_field_without_a_colon(text: str) -> None:
    assert "DT021" not in {
        found.code for found in check(tree(f"law: {{level: must, reference: {text}}}\n")).diagnostics
    }


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=200)
@given(
    name=st.sampled_from(sorted(every_field(Measure) | every_field(Plan) | {"2013", "2014"})),
    sign=st.sampled_from(["", " ", ":", ": ", " = ", "=", "-", "_"]),
    value=st.sampled_from(["3", "1900", "tre", "2013-08", "1,5", "1 200", "HO-03"]),
    slip=st.sampled_from(["", "e", "x"]),
)
def test_what_stands_after_a_name_in_braces_is_never_lost(
    name: str,
    sign: str,
    value: str,
    slip: str,
    unsafe: bool,  # noqa: FBT001  # pytest passes it so
) -> None:
    said = f"{name}{slip}{sign}{value}"
    for place in ("effect: {%s, from: 2013-08}", "acceptance: {%s, text: Semje}", "overlaps: [{with: HO-05, %s}]"):
        files = document(f"# measures/a.yaml\n{place % said}\n# measures/ho-03.yaml\n# measures/ho-05.yaml\n")
        for before, after in mended(files, unsafe=unsafe).values():
            assert {word for word in lost(before, after) if word in value} <= {"5"}


def test_a_key_is_not_renamed_where_its_figure_may_be_its_value() -> None:
    files = tree("acceptance:\n  grade3:\n  text: Semje\n")
    assert mended(files, unsafe=True) == {}


def test_a_repair_of_a_rule_that_would_take_a_value_away_is_not_offered() -> None:
    files = MemoryTree({**tree("id: EX-01\n").contents, "measures/a.yaml": "acceptance: {grade tre, text: Semje}\n"})
    assert [found.fix for found in check(files).diagnostics if found.code == "DT102"] == [None]


TWO = """
id: OP-01
title: Slå saman
sector: oppvekst
status: proposed
kind: structure
effect: {annual: 400, from: 2013-08}
owner: Rektor
{between}id: OP-02
title: Selje
sector: oppvekst
status: proposed
kind: structure
effect: {annual: 100, from: 2013-08}
owner: Rektor
"""


@pytest.mark.parametrize("between", ["", "# neste\n", "---\n"])
def test_two_measures_after_each_other_are_one_fault_and_both_stay(between: str) -> None:
    files = alone(TWO.replace("{between}", between))
    assert [found.code for found in check(files).diagnostics] == ["DT016"]
    assert mended(files, unsafe=True) == {}


def test_a_second_measure_that_has_no_id_is_a_second_measure() -> None:
    files = alone(TWO.replace("{between}id: OP-02\n", ""))
    assert [found.code for found in check(files).diagnostics] == ["DT016"]


@pytest.mark.parametrize("first", ["  - date", "  date"])
def test_an_item_whose_sign_is_forgotten_is_one_fault_and_stays(first: str) -> None:
    margin = "\n" + " " * first.index("d")
    fields = ["date: 2013-06-10", "body: kst", "outcome: proposed"]
    files = tree(f"decisions:\n{first.removesuffix('date')}{margin.join(fields * 2)}\n")
    assert [(found.code, found.where.span.line) for found in check(files).diagnostics] == [("DT011", 5)]
    assert mended(files, unsafe=True) == {}


def test_a_step_whose_sign_is_forgotten_is_one_fault() -> None:
    files = tree("effect:\n  - annual: 300\n    from: 2013-08\n    annual: 500\n    from: 2014-08\n")
    assert [(found.code, found.where.span.line) for found in check(files).diagnostics] == [("DT011", 4)]


@pytest.mark.parametrize("years", ["2013 2014 2014 2016", "2013 2013 2015 2016", "2013 2014 2015 2015"])
def test_a_year_that_stands_twice_while_another_is_missing_keeps_its_amount(years: str) -> None:
    lines = "".join(f"  {year}: 1200\n" for year in years.split())
    files = tree(f"effect:\n{lines}")
    (found,) = check(files).diagnostics
    (missing,) = {"2013", "2014", "2015", "2016"} - set(years.split())
    assert (found.code, found.facts["year"], found.fix) == ("DT011", missing, None)
    assert mended(files, unsafe=True) == {}


def test_a_year_that_stands_twice_where_every_year_is_there_goes_once() -> None:
    lines = "".join(f"  {year}: 1200\n" for year in (2013, 2014, 2014, 2015, 2016))
    ((_, after),) = mended(tree(f"effect:\n{lines}")).values()
    assert after.startswith("effect:\n  2013: 1200\n  2014: 1200\n  2015: 1200\n  2016: 1200\n")


def test_of_several_fields_that_stand_twice_none_is_removed() -> None:
    files = tree("status: proposed\nkind: income\nowner: Rektor\nstatus: proposed\nkind: income\n")
    assert [found.code for found in check(files).diagnostics] == ["DT011", "DT011"]
    assert mended(files, unsafe=True) == {}


@pytest.mark.parametrize("between", [" og ", "/", ", ", " & ", " + ", "; "])
@pytest.mark.parametrize("sectors", ["oppvekst{}teknisk", "Oppvekst{}teknisk", "teknisk{}oppveksten"])
def test_of_several_sectors_none_is_lost(between: str, sectors: str) -> None:
    files = tree(f"sector: {sectors.format(between)}\n")
    assert [(found.code, found.fix) for found in check(files).diagnostics] == [("DT302", None)]


def test_what_has_fields_of_its_own_is_not_made_a_text() -> None:
    target = "{total: {title: Alt, amount: 35000, basis: level, year: 2016}}"
    files = document(f"# budgets/plan.yaml\ntargets: [{target}]\n# measures/a.yaml\n")
    assert mended(files, unsafe=True) == {}


@pytest.mark.parametrize("word", ["no", "false", "Nei", "none"])
def test_a_rule_that_is_to_be_off_is_not_made_louder(word: str) -> None:
    files = document(f"# budgets/plan.yaml\nseverity: {{DT317: {word}}}\n# measures/a.yaml\n")
    assert mended(files) == {}
    assert "severity: {DT317: off}" in mended(files, unsafe=True)[PLAN][1]
