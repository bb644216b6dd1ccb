"""What a change brought about, in the files it touched and in others."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.checking.since import Change
from driftstilpasning.source.tree import PLAN, MemoryTree, Tree, Unreadable
from tests.documents import document


def found(before: str, after: str) -> list[str]:
    """The findings that going from ``before`` to ``after`` brought about, each as its file and code."""
    old, new = document(before), document(after)
    shown = Change.between(old, new).brought(check(new).diagnostics, lambda before: check(before).diagnostics)
    return [f"{diagnostic.where.file} {diagnostic.code}" for diagnostic in shown]


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("same", "same", False),
        ("one", "other", True),
        (None, "new", True),
        (b"a: 1\r\nb: 2\r\n", b"a: 1\nb: 2\n", False),
        (b"a: 1\n", b"a: 1\r", True),
        (Unreadable("gone"), Unreadable("gone"), False),
        (Unreadable("gone"), Unreadable("loop"), True),
        (Unreadable("gone"), b"", True),
    ],
)
def test_a_file_has_changed_when_it_says_something_else_and_line_ends_aside(
    before: str | bytes | Unreadable | None, after: str | bytes | Unreadable, *, touched: bool
) -> None:
    old = MemoryTree({"measures/a.yaml": before} if before is not None else {})
    new = MemoryTree({"measures/a.yaml": after})
    assert Change.between(old, new).touched == ({"measures/a.yaml"} if touched else set())


def test_a_renamed_file_has_changed_under_its_new_name_and_a_deleted_one_is_not_there() -> None:
    old = MemoryTree({"measures/a.yaml": "id: A", "measures/b.yaml": "id: B"})
    new = MemoryTree({"measures/c.yaml": "id: A"})
    assert Change.between(old, new).touched == {"measures/c.yaml"}


def test_all_findings_of_a_changed_file_are_shown_and_older_ones_elsewhere_are_not() -> None:
    before = """
        measures/a.yaml: {status: feil}
        measures/b.yaml: {status: feil}
        """
    after = """
        measures/a.yaml: {status: feil}
        measures/b.yaml: {status: feil, title: Eit anna namn}
        """
    assert found(before, after) == ["measures/b.yaml DT103"]
    assert found(before, before) == []


def test_deleting_a_measure_shows_who_needed_it() -> None:
    before = """
        measures/a.yaml: {}
        measures/b.yaml: {requires: [A]}
        measures/c.yaml: {requires: [NONE]}
        """
    after = """
        measures/b.yaml: {requires: [A]}
        measures/c.yaml: {requires: [NONE]}
        """
    assert found(before, after) == ["measures/b.yaml DT303"]


def test_an_id_taken_twice_is_shown_where_it_is_told_though_the_other_file_is_the_new_one() -> None:
    before = "measures/b.yaml: {id: SAME}"
    after = """
        measures/a.yaml: {id: SAME}
        measures/b.yaml: {id: SAME}
        """
    assert found(before, after) == ["measures/b.yaml DT301"]


def test_a_changed_plan_shows_what_it_made_wrong() -> None:
    before = """
        measures/a.yaml: {sector: oppvekst}
        measures/b.yaml: {status: feil}
        """
    after = before + "budgets/plan.yaml: {sectors: {teknisk: {name: Teknisk}}}"
    assert found(before, after) == ["measures/a.yaml DT302"]


def test_a_finding_that_the_plan_makes_graver_is_new_and_one_it_makes_milder_is_not() -> None:
    def at(severity: str) -> str:
        plan = f"# budgets/plan.yaml\nseverity: {{DT401: {severity}}}\n"
        return plan + "# measures/a.yaml\nid: A\nacceptance: {text: Ukjend}\n"

    assert found(at("warning"), at("error")) == ["measures/a.yaml DT401"]
    assert found(at("off"), at("info")) == ["measures/a.yaml DT401"]
    assert found(at("error"), at("warning")) == []


def test_what_was_found_before_is_not_asked_for_when_all_stands_in_changed_files() -> None:
    after = document("measures/a.yaml: {status: feil}")
    before = MemoryTree({PLAN: after.contents[PLAN]})
    found = check(after).diagnostics

    def never(_: Tree) -> tuple[()]:
        pytest.fail("asked for what was found before")

    assert Change.between(before, after).brought(found, never) == list(found) != []


def test_where_there_was_nothing_before_everything_is_new() -> None:
    after = document("measures/a.yaml: {status: feil}")
    everything = list(check(after).diagnostics)
    change = Change.between(MemoryTree({}), after)
    assert change.brought(everything, lambda before: check(before).diagnostics) == everything != []
