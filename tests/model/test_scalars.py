"""Types come from the schema, never from the spelling."""

from datetime import date
from decimal import Decimal

import pytest

from driftstilpasning.model.measure import Acceptance, Measure
from driftstilpasning.model.money import Money, Unit
from driftstilpasning.workspace import Workspace, load
from tests.documents import document


def read(line: str) -> Measure:
    """The one measure that has ``line``."""
    workspace = load(document(line + "\n"))
    assert workspace.left_out == (), workspace.problems
    return workspace.portfolio().measures[0]


def found(line: str) -> list[str]:
    """The names of what is wrong with a measure that has ``line``."""
    return [problem.name for problem in load(document(line + "\n")).problems]


@pytest.mark.parametrize("word", ["NO", "no", "yes", "on", "null", "~", "0301", "12:30", "1e5", "2013-01-01", "0x10"])
def test_text_stays_the_text_that_was_written(word: str) -> None:
    assert read(f"sector: {word}").sector == word
    assert read(f"kostra: {word}").kostra == word
    assert read(f'title: "{word}"').title == word


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("400", 40_000_000),
        ("-400", -40_000_000),
        ("0", 0),
        ("-0", 0),
        ("007", 700_000),
        ("2.5", 250_000),
        ("2.50", 250_000),
        ("0.00001", 1),
        ("0.000010", 1),
        ("-0.00001", -1),
        ("10000000000", 10**15),
    ],
)
def test_an_amount_is_digits_with_a_point_and_exact(written: str, ore: int) -> None:
    assert read(f"effect: {{annual: {written}}}").steps[0].annual == Money(ore)


@pytest.mark.parametrize(
    "written",
    [
        *("1e5", "+5", "0x10", "1_000", "2,9", "\u22125", ".5", "5.", "--5", ".nan", ".inf", "1 200 000", "1.200.000"),
        *("'400'", '"400"', "400 kr", "fire", "true", "٤٠٠", "5\u00a0000"),
    ],
)
def test_nothing_else_is_an_amount(written: str) -> None:
    assert found(f"effect:\n  annual: {written}") == ["effect-not-a-number"]


@pytest.mark.parametrize("written", ["0.000001", "1.123456", "0.100001"])
def test_an_amount_finer_than_an_ore_is_a_finding(written: str) -> None:
    assert found(f"effect: {{annual: {written}}}") == ["amount-out-of-range"]


@pytest.mark.parametrize("written", ["10000000000.00001", "10000000001", "-10000000001", "9" * 40])
def test_an_amount_above_ten_to_the_fifteenth_ore_is_a_finding(written: str) -> None:
    assert found(f"effect: {{annual: {written}}}") == ["amount-out-of-range"]


@pytest.mark.parametrize(("unit", "finest"), [("kr", "0.01"), ("1000 kr", "0.00001"), ("mill. kr", "0.00000001")])
def test_the_finest_amount_of_each_unit_is_one_ore(unit: str, finest: str) -> None:
    plan = f"# budgets/plan.yaml\nunit: {unit}\n# measures/a.yaml\neffect: {{annual: "
    assert load(document(f"{plan}{finest}}}\n")).portfolio().measures[0].steps[0].annual == Money(1)
    finer = finest.replace("1", "01")
    assert [problem.name for problem in load(document(f"{plan}{finer}}}\n")).problems] == ["amount-out-of-range"]


def test_a_quoted_year_is_the_year_and_a_duplicate_of_it(workspace: Workspace) -> None:
    """
    # measures/a.yaml
    effect: {"2013": 100, 2014: 100, '2015': 100, 2016: 100}
    # measures/b.yaml
    effect:
      2013: 900
      "2013": 1900
      2014: 100
      2015: 100
      2016: 100
    """
    (measure,) = workspace.portfolio().measures
    assert measure.by_year is not None
    assert list(measure.by_year) == [2013, 2014, 2015, 2016]
    (problem,) = workspace.problems
    assert (problem.name, problem.where.span.line) == ("duplicate-key", 4)


def test_two_spellings_of_a_month_or_a_grade_are_not_accepted() -> None:
    assert read("effect: {annual: 400, from: 2013-08}").steps[0].start == (2013, 8)
    for month in ("2013-8", "2013-13", "2013-08-01", "august", "'08'"):
        assert found(f"effect: {{annual: 400, from: {month}}}") == ["not-a-date"]
    for grade in ("0", "6", "-1"):
        assert found(f"acceptance: {{grade: {grade}}}") == ["grade-out-of-range"]
    for grade in ("2.5", "'2'", "to", "+2"):
        assert found(f"acceptance: {{grade: {grade}}}") in (["grade-out-of-range"], ["not-a-number"])


@pytest.mark.parametrize("word", ["True", "yes", "ja", "1", "'true'", "on"])
def test_booleans_are_true_and_false_and_no_other_word(word: str) -> None:
    assert found(f"recurring: {word}") == ["not-true-or-false"]


def test_true_and_false_are_booleans() -> None:
    assert read("recurring: true").recurring is True
    assert read("recurring: false").recurring is False


@pytest.mark.parametrize("written", ["HO-03", "A", "å1", "2-B"])
def test_an_id_is_letters_digits_and_hyphens(written: str) -> None:
    assert read(f"id: {written}").id == written


@pytest.mark.parametrize("written", ["HO 03", "HO_03", "-A", "HO/3", "HO.3"])
def test_nothing_else_is_an_id(written: str) -> None:
    assert found(f"id: {written}") == ["invalid-id"]


def test_a_record_can_be_made_in_python_with_python_values() -> None:
    measure = Measure.read(
        {
            "id": "A",
            "title": "Samle innkjøpa",
            "sector": {"oppvekst": Decimal("40.5"), "teknisk": Decimal("59.5")},
            "status": "proposed",
            "kind": "purchasing",
            "effect": {2013: 100, "2014": Decimal("1.5")},
            "fte": Decimal("-1.50"),
            "recurring": False,
            "decisions": [{"date": date(2013, 6, 10), "body": "kommunestyre", "outcome": "adopted"}],
        },
        Unit.THOUSAND,
    )
    assert measure.by_year == {2013: Money(10_000_000), 2014: Money(150_000)}
    assert measure.fte == Decimal("-1.5")
    assert measure.shares == {"oppvekst": Decimal("40.5"), "teknisk": Decimal("59.5")}
    assert Acceptance.read({"grade": 4}).grade == 4


@pytest.mark.parametrize("value", [1.5, True, Decimal("NaN"), None, 10**20])
def test_a_float_and_other_strangers_are_no_amount_in_python_either(value: object) -> None:
    with pytest.raises(ValueError, match="not-a-number"):
        Measure.read(
            {"id": "A", "title": "x", "sector": "x", "status": "idea", "kind": "gains", "effect": {"annual": value}}
        )
