"""One cause, one problem: what a wrong field gives, and where."""

import pytest

from driftstilpasning.diagnostic import Problem
from driftstilpasning.source.tree import PLAN
from driftstilpasning.workspace import load
from tests.rules.examples import tree


def problems(example: str) -> tuple[Problem, ...]:
    return load(tree(example)).problems


def told(example: str) -> list[tuple[str, int, int, str]]:
    """Name, line, column and field of each problem."""
    return [
        (problem.name, problem.where.span.line, problem.where.span.column, problem.facts["field"])
        for problem in problems(example)
    ]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("effect:\n  2013: 2,9\n", ("effect-not-a-number", 2, 9, "effect.2013")),
        ("effect: {annual: 1 200 000}\n", ("effect-not-a-number", 1, 18, "effect.annual")),
        ("effect: {annual: '400'}\n", ("effect-not-a-number", 1, 18, "effect.annual")),
        ("fte: 1,5\n", ("not-a-number", 1, 6, "fte")),
        ("transition_cost: {2013: x}\n", ("not-a-number", 1, 25, "transition_cost.2013")),
        ("effect: {annual: 1.123456}\n", ("amount-out-of-range", 1, 18, "effect.annual")),
        ("effect: abc\n", ("wrong-shape", 1, 9, "effect")),
        ("effect:\n", ("empty-value", 1, 1, "effect")),
        ("effect: {}\n", ("missing-field", 1, 1, "effect.annual")),
        ("effect: []\n", ("empty-value", 1, 9, "effect")),
        ("effect: [{annual: 400, from: 2013-08}, {from: 2014-01}]\n", ("missing-field", 1, 40, "effect[2].annual")),
        ("effect: {annual: [400]}\n", ("wrong-shape", 1, 18, "effect.annual")),
        ("effect: {annual: 400, from: august}\n", ("not-a-date", 1, 29, "effect.from")),
        ("effect:\n  annual: 100\n  from: 2013-01\n  2013: 100\n", ("not-a-date", 2, 3, "effect.annual")),
        ("sector:\n", ("empty-value", 1, 1, "sector")),
        ("sector: [a, b]\n", ("wrong-shape", 1, 9, "sector")),
        ("sector: {oppvekst: 40 %}\n", ("not-a-number", 1, 20, "sector.oppvekst")),
        ("sector: {'': 100}\n", ("invalid-key", 1, 10, "sector.")),
        ("title: ''\n", ("empty-value", 1, 8, "title")),
        ("title: ' '\n", ("empty-value", 1, 8, "title")),
        ("title: {a: b}\n", ("wrong-shape", 1, 8, "title")),
        ("requires: HO-01\n", ("wrong-shape", 1, 11, "requires")),
        ("overlaps: [HO-05]\n", ("wrong-shape", 1, 12, "overlaps[1]")),
        ("requires:\n  -\n", ("empty-value", 2, 4, "requires[1]")),
        ("status: propsed\n", ("unknown-choice", 1, 9, "status")),
        ("status: [proposed]\n", ("wrong-shape", 1, 9, "status")),
        ("recurring: ja\n", ("not-true-or-false", 1, 12, "recurring")),
        ("acceptance: {grade: 6}\n", ("grade-out-of-range", 1, 21, "acceptance.grade")),
        ("acceptance: {grade: høg}\n", ("grade-out-of-range", 1, 21, "acceptance.grade")),
        ("id: HO 03\n", ("invalid-id", 1, 5, "id")),
        ("efekt: {annual: 400}\n", ("unknown-field", 1, 1, "efekt")),
        ("consequence:\n  staf: {grade: 1}\n", ("unknown-field", 2, 3, "consequence.staf")),
        ("law: {leve: must}\n", ("unknown-field", 1, 7, "law.leve")),
        ("decisions: [{date: 2013-06-31, body: x, outcome: adopted}]\n", ("not-a-date", 1, 20, "decisions[1].date")),
    ],
)
def test_a_wrong_field_is_one_problem_at_its_place(example: str, expected: tuple[str, int, int, str]) -> None:
    assert told(example) == [expected]


def test_the_same_fault_in_several_years_is_one_problem() -> None:
    (problem,) = problems("effect:\n  2013: 2,9\n  2014: 2,9\n  2015: 3,1\n  2016: 3\n")
    assert problem.facts["more"] == ["2014", "2015"]


def test_different_faults_in_several_years_are_each_told() -> None:
    found = told("effect:\n  2013: 2,9\n  2014: 1.1234567\n  2015: 3\n  2016: 3\n")
    assert [name for name, *_ in found] == ["effect-not-a-number", "amount-out-of-range"]


@pytest.mark.parametrize(
    ("example", "meant"),
    [
        ("efekt: {annual: 400}\n", "effect"),
        ("Title: Samle\n", "title"),
        ("consequence: {staf: {grade: 1}}\n", "staff"),
        ("consequence: {staff: {grad: 1}}\n", "grade"),
        ("effect: {anual: 400}\n", "annual"),
        ("effect: [{annual: 400, form: 2013-08}]\n", "from"),
        ("transition-cost: {2013: 1}\n", "transition_cost"),
        ("overlaps: [{wiht: A, amount: 1}]\n", "with"),
        ("overlaps: [{med: A, amount: 1}]\n", "with"),
        ("tittel: Samle\n", "title"),
        ("konsekvens: {staff: {grade: 1}}\n", "consequence"),
        ("Omstillingskostnad: {2013: 1}\n", "transition_cost"),
    ],
)
def test_a_misspelt_key_is_paired_with_the_field_that_was_meant(example: str, meant: str) -> None:
    (problem,) = problems(example)
    assert (problem.name, problem.facts["meant"]) == ("unknown-field", meant)


def test_a_key_like_no_field_tells_which_there_are() -> None:
    (problem,) = problems("acceptance: {konklusjon: ja}\n")
    assert "meant" not in problem.facts
    assert problem.facts["fields"] == ["grade", "by", "text"]


@pytest.mark.parametrize(
    ("example", "place", "value", "more"),
    [
        ("effect: {2013: 2,9, 2014: 3}\n", (1, 16, 19), "2,9", []),
        ("effect: {2013: 2,9, 2014: 3,9}\n", (1, 16, 19), "2,9", ["2014"]),
        ("effect: {annual: 2,9, from: 2013-08}\n", (1, 18, 21), "2,9", []),
        ("effect: {annual: 1,200,000}\n", (1, 18, 27), "1,200,000", []),
    ],
)
def test_a_decimal_comma_within_braces_is_one_problem(
    example: str, place: tuple[int, int, int], value: str, more: list[str]
) -> None:
    (problem,) = problems(example)
    span = problem.where.span
    assert (problem.name, problem.facts["value"], problem.facts["more"]) == ("effect-not-a-number", value, more)
    assert (span.line, span.column, span.end_column) == place


def test_a_comma_in_a_text_within_braces_is_one_problem_with_the_whole_text() -> None:
    (problem,) = problems("acceptance: {grade: 4, text: Semje, men ei gruppe, og to, ventar}\n")
    assert (problem.name, problem.where.span.column) == ("unknown-field", 37)
    assert (problem.facts["key"], problem.facts["text"]) == ("text", "Semje, men ei gruppe, og to, ventar")


def test_a_comma_in_a_text_hides_no_other_fault() -> None:
    found = [problem.name for problem in problems("acceptance: {grade: 6, text: Semje, men ei}\n")]
    assert sorted(found) == ["grade-out-of-range", "unknown-field"]


def test_a_field_within_braces_that_lacks_its_value_is_empty() -> None:
    assert told("acceptance: {text: Semje, by}\n") == [("empty-value", 1, 27, "acceptance.by")]
    assert told("effect: {2013: 100, 2014}\n") == [("empty-value", 1, 21, "effect.2014")]
    assert told("effect: {2013: 100, 2014: }\n") == [("empty-value", 1, 21, "effect.2014")]


@pytest.mark.parametrize(
    ("example", "rewrite"),
    [
        ("effect: {annual:400}\n", "annual: 400"),
        ("effect: {2013:400, 2014: 500}\n", "2013: 400"),
        ("effect: {2013:400, 2014:500}\n", "2013: 400, 2014: 500"),
        ("effect:\n  annual:400\n", "annual: 400"),
        ("acceptance: {grade: 4, text:Semje}\n", "text: Semje"),
    ],
)
def test_a_colon_without_a_space_is_one_problem(example: str, rewrite: str) -> None:
    (problem,) = problems(example)
    assert (problem.name, problem.facts["rewrite"]) == ("missing-colon", rewrite)


def test_each_missing_field_points_at_the_first_key() -> None:
    found = load(tree(b"title: Samle\nsector: oppvekst\nkind: purchasing\n")).problems
    assert [(p.facts["field"], p.where.span[:2]) for p in found] == [
        ("id", (1, 1)),
        ("status", (1, 1)),
        ("effect", (1, 1)),
    ]


@pytest.mark.parametrize("unit", ["tusen", "[kr]", "{kr: 1}", "''", ""])
def test_a_plan_with_a_wrong_unit_is_a_problem_of_the_unit(unit: str) -> None:
    (problem,) = problems(f"# {PLAN}\nunit: {unit}\n")
    assert problem.facts["field"] == "unit"


@pytest.mark.parametrize(
    ("line", "value"),
    [("sector: NO", "NO"), ("kostra: 0301", "0301"), ("kostra: 253", "253"), ("source: 12:30", "12:30")],
)
def test_a_text_that_looks_like_something_else_is_told_and_read(line: str, value: str) -> None:
    workspace = load(tree(line + "\n"))
    assert [(p.name, p.facts["value"]) for p in workspace.problems] == [("ambiguous-text", value)]
    assert len(workspace.measures) == 1


def test_the_share_of_a_sector_is_a_number_whatever_the_sector_is_called() -> None:
    workspace = load(tree("sector: {plan: 40, source: 60}\n"))
    assert (workspace.problems, len(workspace.measures)) == ((), 1)
