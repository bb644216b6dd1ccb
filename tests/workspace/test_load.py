"""Reading a whole portfolio: what becomes a measure, what is left out, and why."""

import pytest

from driftstilpasning.errors import DtError
from driftstilpasning.source.tree import PLAN, MemoryTree, Unreadable
from driftstilpasning.workspace import Workspace, load
from tests.rules.examples import tree


def left_out(workspace: Workspace) -> list[tuple[str, str]]:
    return [(left.path, left.why) for left in workspace.left_out]


def test_a_good_portfolio_is_read_whole() -> None:
    workspace = load(tree("# measures/a.yaml\nid: A\n# measures/b/c.yaml\nid: C\n"))
    assert [measure.id for measure in workspace.portfolio().measures] == ["A", "C"]
    assert (workspace.problems, workspace.left_out) == ((), ())


def test_a_title_on_several_lines_is_one_line() -> None:
    workspace = load(tree("title: |\n  Felles kjøken\n  for sjukeheim\nstatus: hearing\n"))
    assert [measure.title for measure in workspace.portfolio().measures] == ["Felles kjøken for sjukeheim"]
    assert workspace.names["measures/example.yaml"] == ("EX-01", "Felles kjøken for sjukeheim")


def test_a_file_that_cannot_be_used_is_left_out_and_the_others_are_not() -> None:
    workspace = load(
        tree(
            "# measures/a.yaml\nid: A\n"
            "# measures/b.yaml\ntitle: 'Samle\n"
            "# measures/c.yaml\neffect: 2,9\n"
            "# measures/d.yml\nid: D\n"
            "# measures/e.yaml (denied)\n"
            "# measures/f (outside)\n"
        )
    )
    assert [located.value.id for located in workspace.measures] == ["A"]
    assert left_out(workspace) == [
        ("measures/b.yaml", "unclosed-quote"),
        ("measures/c.yaml", "wrong-shape"),
        ("measures/d.yml", "wrong-extension"),
        ("measures/e.yaml", "unreadable-file"),
        ("measures/f", "unreadable-file"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("id: HO-03\ntitle: Tiltak: vikarbruk\n", ("HO-03", "Tiltak: vikarbruk")),
        ("id: 'HO-03'  # ny\r\ntitle: \"Open hall\" utan vakt\r\n", ("HO-03", '"Open hall" utan vakt')),
        ("id: HO-03\ntitle: #1\nowner: *ny\n", ("HO-03", None)),
        ("id:\ntitle: Samle: innkjøpene\n", None),
    ],
)
def test_a_file_that_cannot_be_read_is_known_by_the_id_and_title_that_can_be_made_out(
    text: str, names: tuple[str, str | None] | None
) -> None:
    workspace = load(MemoryTree({"measures/a.yaml": text}))
    assert [left.path for left in workspace.left_out] == ["measures/a.yaml"]
    assert workspace.names.get("measures/a.yaml") == names


def test_a_file_is_left_out_for_its_error_and_not_for_a_warning() -> None:
    workspace = load(tree("title: Ga\u030a\nstatus: fin\n"))
    assert left_out(workspace) == [("measures/example.yaml", "unknown-choice")]


def test_two_files_with_one_id_are_both_left_out_whatever_the_letter_case() -> None:
    workspace = load(tree("# measures/a.yaml\nid: HO-1\n# measures/b.yaml\nid: ho-1\n# measures/c.yaml\nid: HO-2\n"))
    assert [located.value.id for located in workspace.measures] == ["HO-2"]
    assert left_out(workspace) == [("measures/a.yaml", "duplicate-id"), ("measures/b.yaml", "duplicate-id")]
    (problem,) = workspace.problems
    assert (problem.where.document.name, problem.facts["other"]) == ("measures/b.yaml", "measures/a.yaml")


@pytest.mark.parametrize("plan", ["", "plan: [\n", b"\xff", "unit: tusen\n", Unreadable("denied")])
def test_without_a_plan_the_measures_are_read_and_no_portfolio_is_made(plan: str | bytes | Unreadable) -> None:
    workspace = load(MemoryTree({**tree("id: A\n").contents, PLAN: plan}))
    assert workspace.plan is None
    assert len(workspace.measures) == 1
    assert workspace.problems[0].where.document.name == PLAN
    with pytest.raises(DtError, match="plan"):
        workspace.portfolio()


def test_a_plan_that_contradicts_itself_is_no_plan() -> None:
    workspace = load(tree(f"# {PLAN}\nperiod: {{first: 2016, last: 2013}}\n"))
    assert workspace.plan is None
    assert [problem.name for problem in workspace.problems] == ["period-reversed"]


def test_id_and_title_are_known_also_of_a_file_that_cannot_be_used() -> None:
    workspace = load(tree("id: HO-03\ntitle: Felles kjøkken\nstatus: fin\n"))
    assert workspace.names["measures/example.yaml"] == ("HO-03", "Felles kjøkken")


def test_a_unit_makes_the_amounts() -> None:
    workspace = load(tree("# measures/a.yaml\neffect: {annual: 2.5}\n"))
    assert workspace.measures[0].value.steps[0].annual.kr == 2500
