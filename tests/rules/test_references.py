"""References and double counting: cases that two examples cannot show."""

import pytest

from driftstilpasning.text import Lang
from tests.rules.workspaces import found


def measures(**texts: str) -> str:
    return "".join(f"# measures/{name}.yaml\nid: {name.upper()}-1\n{text}\n" for name, text in texts.items())


def test_a_circle_of_three_is_one_finding_with_the_whole_chain() -> None:
    example = measures(a="requires: [c-1]", b="requires: [A-1]", c="requires: [B-1]", d="requires: [A-1]")
    [finding] = found(example, "DT305")
    assert finding.where.file == "measures/a.yaml"
    assert finding.facts["chain"] == "A-1 → C-1 → B-1 → A-1"


def test_reversals_in_a_circle_are_found_too() -> None:
    [finding] = found(measures(a="reverses: B-1", b="reverses: A-1"), "DT305")
    assert "reverse each other" in finding.message.render(Lang.EN, **finding.facts)


def test_a_long_chain_is_no_circle_and_no_recursion() -> None:
    chain = "".join(f"# measures/m{i}.yaml\nid: M-{i}\nrequires: [M-{i + 1}]\n" for i in range(1, 1500))
    assert found(chain + "# measures/last.yaml\nid: M-1500\n", "DT305") == []


def test_a_measure_that_requires_itself_is_no_circle() -> None:
    assert found(measures(a="requires: [A-1]"), "DT305") == []


def test_status_decides_between_alternatives_without_a_word() -> None:
    assert found(measures(a="excludes: [B-1]\nstatus: hearing", b="status: adopted"), "DT308") == []


def test_alternatives_of_the_same_size_are_chosen_by_id() -> None:
    [finding] = found(measures(a="effect: {annual: 5}", b="effect: {annual: 5}\nexcludes: [A-1]"), "DT308")
    assert "the id decided" in finding.message.render(Lang.EN, **finding.facts)


def test_the_choice_stands_where_it_is_said_when_only_the_winner_says_it() -> None:
    [finding] = found(measures(a="effect: {annual: 5}\nexcludes: [B-1]", b="effect: {annual: 9}"), "DT308")
    assert (finding.where.file, finding.where.span.line) == ("measures/a.yaml", 3)


def test_a_reference_to_an_unreadable_file_names_the_file() -> None:
    [finding] = found(measures(a="requires: [B-1]", b="effect: {annual: x}"), "DT303")
    assert finding.severity == "warning"
    assert "measures/b.yaml" in finding.message.render(Lang.NB, **finding.facts)


def test_a_sector_written_by_its_name_is_suggested_by_its_id() -> None:
    [finding] = found("sector: Teknisk\n", "DT302")
    assert finding.facts["meant"] == "teknisk"


def test_a_published_total_of_an_unknown_sector_is_found() -> None:
    [finding] = found("# budgets/plan.yaml\nstated: [{sector: oppvkst, year: 2013, amount: 1}]\n", "DT302")
    assert finding.facts["meant"] == "oppvekst"


def test_only_measures_that_count_are_told_of_conditions() -> None:
    assert found(measures(a="status: idea\nrequires: [B-1]", b="status: idea"), "DT306") == []


def test_a_mirrored_measure_in_another_sector_looks_like_a_move() -> None:
    example = measures(a="effect: {annual: 5}", b="effect: {annual: -5}\nsector: teknisk")
    [finding] = found(example, "DT314")
    assert "another sector" in finding.message.render(Lang.EN, **finding.facts)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kind: technical", "kind: technical"),
        ("title: Færre bilar", "title: Ny lærar\nkind: priority"),
        ("title: Færre bilar", "title: Fleire bilar\nstatus: rejected"),
    ],
)
def test_opposite_amounts_may_have_a_reason(a: str, b: str) -> None:
    assert found(measures(a=f"effect: {{annual: 5}}\n{a}", b=f"effect: {{annual: -5}}\n{b}"), "DT314") == []


def test_one_saving_mirrors_one_cost_only() -> None:
    example = measures(a="effect: {annual: 5}", b="effect: {annual: -5}", c="effect: {annual: -5}")
    assert [f.where.file for f in found(example, "DT314")] == ["measures/b.yaml"]


def test_an_overlap_said_twice_is_one_finding_at_the_larger_amount() -> None:
    example = measures(a="overlaps: [{with: B-1, amount: 900}]", b="overlaps: [{with: A-1, amount: 950}]")
    assert [f.where.file for f in found(example, "DT312")] == ["measures/b.yaml"]


def test_a_rejected_reversal_undoes_nothing_and_may_differ() -> None:
    example = measures(a="effect: {annual: 5}", b="effect: {annual: -4}\nreverses: A-1\nstatus: rejected")
    assert found(example, "DT310") == []
