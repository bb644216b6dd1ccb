"""Process, gates and the plan: cases that two examples cannot show."""

import pytest

from driftstilpasning.text import Lang
from tests.rules.examples import MEASURE
from tests.rules.workspaces import found

UNGRADED = "consequence: {}\nacceptance: {}\n"


@pytest.mark.parametrize(
    ("status", "kind", "severity"),
    [
        ("idea", "efficiency", "warning"),
        ("proposed", "efficiency", "warning"),
        ("hearing", "efficiency", "error"),
        ("realised", "efficiency", "error"),
        ("adopted", "unspecified", "warning"),
        ("rejected", "efficiency", "warning"),
        ("deferred", "efficiency", "warning"),
    ],
)
def test_missing_grades_are_an_error_from_the_hearing_on(status: str, kind: str, severity: str) -> None:
    [finding] = found(f"status: {status}\nkind: {kind}\n{UNGRADED}", "DT401")
    assert finding.severity == severity


def test_a_measure_that_lacks_its_owner_alone_is_told_of_no_grades() -> None:
    fields = "\n".join(text for name, text in MEASURE.items() if name != "owner")
    [finding] = found(fields.encode(), "DT401")
    assert finding.help is not None
    assert finding.help.render(Lang.NN, **finding.facts) == "fyll ut:\nowner: …"


def test_a_plan_may_switch_a_rule_off() -> None:
    assert found(f"status: hearing\n{UNGRADED}# budgets/plan.yaml\nseverity: {{DT401: off}}\n", "DT401") == []


def test_all_that_is_missing_is_one_sentence() -> None:
    [finding] = found("acceptance: {grade: 4}\nconsequence: {users: {text: Betre}}\n", "DT401")
    assert finding.message.render(Lang.NN, **finding.facts) == (
        "tiltaket (foreslått) manglar både karakter og grunngjeving for tilsette, karakter for brukarar "
        "og grunngjeving for politisk aksept"
    )


@pytest.mark.parametrize(
    ("fields", "place", "paste"),
    [
        ("consequence: {staff: {text: Ny turnus}, users: {grade: 1, text: Nei}}\n", (1, 15), "grade: …"),
        ("consequence: {staff: {grade: 1, text: Nei}}\n", (1, 1), "users: {grade: …, text: …}"),
        ("acceptance: {grade: 4, by: styringsgruppa}\n", (1, 1), "text: …"),
    ],
)
def test_what_one_field_lacks_is_written_in_that_field(fields: str, place: tuple[int, int], paste: str) -> None:
    [finding] = found(fields, "DT401")
    assert finding.where.span[:2] == place
    assert finding.help is not None
    assert finding.help.render(Lang.EN, **finding.facts).splitlines()[1:] == [paste]


def test_what_several_fields_lack_is_written_with_all_that_they_have() -> None:
    [finding] = found("status: idea\nacceptance: {grade: 4, by: rådet}\nconsequence: {users: {text: Ja}}\n", "DT401")
    assert finding.where.span[:2] == (1, 9)
    assert finding.help is not None
    assert finding.help.render(Lang.EN, **finding.facts) == (
        "write it like this instead of what is there, with grades from 1 to 5:\n"
        "consequence:\n  staff: {grade: …, text: …}\n  users: {grade: …, text: Ja}\n"
        "acceptance: {grade: 4, by: rådet, text: …}"
    )


@pytest.mark.parametrize(
    ("status", "outcome", "silent"),
    [
        ("underway", "adopted", True),
        ("realised", "adopted", True),
        ("adopted", "recommended", False),
        ("hearing", "adopted", False),
        ("hearing", "proposed", True),
        ("hearing", "rejected", False),
        ("rejected", "recommended", False),
        ("withdrawn", "recommended", True),
        ("withdrawn", "adopted", False),
        ("deferred", "deferred", True),
    ],
)
def test_the_status_follows_the_last_decision(status: str, outcome: str, *, silent: bool) -> None:
    decisions = f"decisions: [{{date: 2013-06-17, body: formannskap, outcome: {outcome}}}]"
    assert (found(f"status: {status}\n{decisions}\n", "DT402") == []) is silent


def test_what_the_administration_decides_needs_no_adoption() -> None:
    decisions = "decisions: [{date: 2013-06-17, body: styringsgruppe, outcome: recommended}]"
    assert found(f"status: realised\nauthority: administration\n{decisions}\n", "DT402") == []


def test_the_last_decision_is_the_last_by_date() -> None:
    newest = "{date: 2013-06-17, body: kommunestyre, outcome: adopted}"
    older = "{date: 2013-05-06, body: formannskap, outcome: recommended}"
    assert found(f"status: adopted\ndecisions: [{newest}, {older}]\n", "DT402") == []


@pytest.mark.parametrize(
    "owner",
    [
        "Rådmann",
        "Kommunalsjef Oppvekst",
        "NAV Øygarden",
        "Rektorgruppa",
        "Einingsleiar kjøken",
        "Leiar Plan Bygg",
        "IKT",
    ],
)
def test_a_post_or_a_unit_is_no_person(owner: str) -> None:
    assert found(f"owner: {owner}\n", "DT403") == []


@pytest.mark.parametrize("owner", ["Ola Nordmann", "Anne-Marie O. Hansen", "Åse Bø"])
def test_a_name_is_a_person(owner: str) -> None:
    assert len(found(f"owner: {owner}\n", "DT403")) == 1


@pytest.mark.parametrize(
    ("key", "meant"), [("dt401", "DT401"), ("DT4O1", "DT401"), ("missing-grades", "DT401"), ("DT999", None)]
)
def test_a_mistyped_code_is_suggested_but_no_other_number(key: str, meant: str | None) -> None:
    [finding] = found(f"# budgets/plan.yaml\nseverity: {{{key}: off}}\n", "DT510")
    assert finding.facts["meant"] == meant


def test_a_published_total_is_not_compared_while_amounts_are_unknown() -> None:
    plan = "# budgets/plan.yaml\nstated: [{year: 2013, amount: 1}]\n"
    assert len(found(f"# measures/a.yaml\nid: A-1\n{plan}", "DT511")) == 1
    assert found(f"# measures/a.yaml\nid: A-1\neffect: {{annual: x}}\n{plan}", "DT511") == []


@pytest.mark.parametrize("basis", ["level", "in-year", "cumulative"])
def test_a_target_that_is_mostly_unspecified_is_found_by_every_basis(basis: str) -> None:
    target = f"{{id: t, title: Alt, amount: 9, basis: {basis}, year: 2015}}"
    plan = f"# budgets/plan.yaml\ntargets: [{target}]\n"
    cut = "# measures/a.yaml\nkind: unspecified\neffect: {annual: 60}\n"
    assert len(found(f"{cut}# measures/b.yaml\neffect: {{annual: 50}}\n{plan}", "DT512")) == 1
    assert found(f"{cut}# measures/b.yaml\neffect: {{annual: 60}}\n{plan}", "DT512") == []


def test_new_spending_hides_neither_what_is_specified_nor_what_is_not() -> None:
    files = "# measures/a.yaml\nkind: unspecified\neffect: {annual: 60}\n# measures/b.yaml\neffect: {annual: 70}\n"
    spending = "# measures/c.yaml\nkind: priority\neffect: {annual: -100}\n"
    assert found(files + spending, "DT512") == []
