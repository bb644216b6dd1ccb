"""What stands in the wrong place is one problem, and the rest is judged as if it stood where it belongs."""

import pytest

from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.workspace import load
from tests.rules.examples import MEASURE, tree

WHOLE = "".join(f"  {line}\n" for line in MEASURE.values())


def told(example: str) -> list[tuple[str, int, int]]:
    """Name, line and column of each problem."""
    found = load(tree(example)).problems
    return [(problem.name, problem.where.span.line, problem.where.span.column) for problem in found]


def told_of_file(text: str) -> list[tuple[str, int, int]]:
    """The same of a file that is all of a measure."""
    found = load(MemoryTree({"measures/a.yaml": text})).problems
    return [(problem.name, problem.where.span.line, problem.where.span.column) for problem in found]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("consequence:\nstaff: {grade: 1, text: A}\nusers: {grade: 1, text: B}\n", ("indentation", 2, 1)),
        ("consequence:\n  staff: {grade: 1, text: A}\nusers: {grade: 1, text: B}\n", ("indentation", 3, 1)),
        ("consequence:\n  staff:\n  grade: 1\n  text: A\n  users: {grade: 1, text: B}\n", ("indentation", 3, 3)),
        ("effect:\nannual: 400\nfrom: 2013-08\n", ("indentation", 2, 1)),
        ("effect:\n2013: 0\n2014: 1\n2015: 1\n2016: 1\n", ("indentation", 2, 1)),
        ("effect: {annual: 400}\nfrom: 2013-08\n", ("indentation", 2, 1)),
        (f"# {PLAN}\nquadrant:\n  effect: 500\nfeasibility: 3.5\n", ("indentation", 3, 1)),
        (f"# {PLAN}\nsectors:\noppvekst: {{name: A}}\nteknisk: {{name: B}}\n", ("indentation", 2, 1)),
        ("effect:\n  - 2013: 0\n  - 2014: 1\n  - 2015: 1\n  - 2016: 1\n", ("wrong-shape", 1, 1)),
        ("sector: [{oppvekst: 40}, {teknisk: 60}]\n", ("wrong-shape", 1, 9)),
        ("consequence:\n  fte: -1\n  origin: party\n", ("unknown-field", 2, 3)),
        ("effect: {amount: 400, year: 2013-08}\n", ("unknown-field", 1, 10)),
        (f"# {PLAN}\nsectors:\n  oppvekst: Oppvekst\n  teknisk: Teknisk\n", ("wrong-shape", 2, 13)),
    ],
)
def test_one_slip_is_one_problem(example: str, expected: tuple[str, int, int]) -> None:
    assert told(example) == [expected]


@pytest.mark.parametrize("around", ["tiltak", "measure", "effect"])
def test_a_name_around_the_whole_is_one_problem(around: str) -> None:
    assert told_of_file(f"{around}:\n{WHOLE}") == [("unknown-field", 1, 1)]
    assert told_of_file(f"{around}:\n- {WHOLE[2:]}") == [("unknown-field", 1, 1)]


def test_what_is_wrong_in_what_stands_in_the_wrong_place_is_told_where_it_stands() -> None:
    assert told_of_file(f"tiltak:\n{WHOLE.replace('proposed', 'propsed')}") == [
        ("unknown-field", 1, 1),
        ("unknown-choice", 5, 11),
    ]
    assert told("effect:\n  - 2013: 0\n  - 2014: 2,9\n  - 2015: 1\n  - 2016: 1\n") == [
        ("wrong-shape", 1, 1),
        ("effect-not-a-number", 3, 11),
    ]
    assert told("consequence:\nstaff: {grade: 6, text: A}\n") == [("indentation", 2, 1), ("grade-out-of-range", 2, 16)]


@pytest.mark.parametrize(
    ("example", "names"),
    [
        ("owner: Rektor\nstaff: {grade: 1, text: A}\n", ["unknown-field"]),
        ("effect:\n  - 2013: 0\n  - 2013: 1\n", ["missing-field", "unknown-field"] * 2),
        ("effect: [{annual: 1}, {from: 2014-01}]\n", ["missing-field"]),
        ("decisions:\n  date: 2013-06-10\n", ["wrong-shape"]),
    ],
)
def test_what_may_be_meant_otherwise_is_left_as_it_stands(example: str, names: list[str]) -> None:
    assert [name for name, *_ in told(example)] == names


def test_a_wrong_value_of_the_plan_hides_nothing_else_that_is_wrong() -> None:
    plan = f"# {PLAN}\nstated:\n  - {{kind: effektiv, year: 2031, amount: 1.900}}\n"
    assert told(plan) == [("unknown-choice", 2, 12), ("year-outside-period", 2, 28), ("thousands-point", 2, 42)]
