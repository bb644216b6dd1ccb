"""Where the rules about amounts and years must be silent, and where they must not."""

import pytest

from driftstilpasning.text import Lang
from tests.rules.workspaces import found


@pytest.mark.parametrize(
    "effect",
    [
        "{2013: 0, 2014: -300, 2015: 300, 2016: 700}",  # a cost in the first year
        "{2013: 1500, 2014: 1500, 2015: -500, 2016: -500}",  # nobody can say which is odd
        "{2013: 0, 2014: 0, 2015: -300, 2016: 700}",
    ],
)
def test_a_sign_that_may_be_meant_is_no_finding(effect: str) -> None:
    assert found(f"effect: {effect}\n", "DT214") == []


def test_a_sign_that_differs_is_written_ready_to_paste_in_the_plans_unit() -> None:
    [finding] = found("effect: {2013: -400, 2014: -800, 2015: 1200.5, 2016: -1590}\n", "DT214")
    assert finding.help is not None
    assert "-1200.5" in finding.help.render(Lang.EN, **finding.facts)


@pytest.mark.parametrize("extra", ["kind: priority", "reverses: EX-02"])
def test_new_spending_and_reversals_cost_every_year(extra: str) -> None:
    assert found(f"effect: {{annual: -400}}\n{extra}\n", "DT207") == []


def test_a_first_year_equal_to_the_second_is_fine_when_it_was_adopted_in_time() -> None:
    effect = "effect: {2013: 400, 2014: 400, 2015: 400, 2016: 400}\n"
    early = "{date: 2012-12-12, body: kommunestyre, outcome: adopted}"
    late = "{date: 2013-06-17, body: kommunestyre, outcome: underway}"
    assert found(f"{effect}decisions: [{early}, {late}]\n", "DT209") == []
    assert len(found(f"{effect}decisions: [{late}]\n", "DT209")) == 1


@pytest.mark.parametrize("kind", ["income", "purchasing", "gains"])
def test_income_and_purchases_have_no_cost_for_each_post(kind: str) -> None:
    assert found(f"kind: {kind}\neffect: {{annual: 100}}\nfte: -3\n", "DT215") == []


def test_a_quarter_of_a_post_is_rounding() -> None:
    assert found("kind: efficiency\neffect: {annual: 900}\nfte: -0.25\n", "DT215") == []


def test_even_growth_is_no_row_of_increments() -> None:
    assert found("effect: {2013: 0, 2014: 300, 2015: 600, 2016: 900}\n", "DT216") == []
    assert len(found("effect: {2013: 0, 2014: 300, 2015: 500, 2016: 800}\n", "DT216")) == 1


@pytest.mark.parametrize("title", ["Bruke av disposisjonsfondet", "Redusere avsetjing til bygg", "Bruk av fond"])
def test_the_use_of_reserves_is_no_lasting_saving(title: str) -> None:
    assert len(found(f"title: {title}\n", "DT217")) == 1
    assert found(f"title: {title}\nfunding: financing\n", "DT217") == []


def test_an_effect_that_begins_in_the_last_year_is_no_one_off() -> None:
    assert found("effect: {2013: 0, 2014: 0, 2015: 0, 2016: 300}\n", "DT217") == []


def test_a_one_off_may_be_written_as_a_level_that_ends() -> None:
    effect = "effect: [{annual: 500, from: 2013-08}, {annual: 0, from: 2014-08}]\n"
    assert found(f"recurring: false\n{effect}", "DT218") == []
    assert found("recurring: false\neffect: {annual: 300, from: 2016-01}\n", "DT218") == []


def test_time_and_quality_need_no_money() -> None:
    assert found("benefit: quality\neffect: {annual: 0}\n", "DT208") == []


def test_two_steps_in_one_month_are_said_so() -> None:
    [finding] = found("effect: [{annual: 1}, {annual: 2, from: 2013-01}]\n", "DT206")
    assert "two steps start in 2013-01" in finding.message.render(Lang.EN, **finding.facts)


def test_a_share_of_nothing_is_the_only_cause() -> None:
    [finding] = found("sector: {oppvekst: 100, teknisk: 0}\n", "DT211")
    assert "teknisk" in finding.message.render(Lang.NN, **finding.facts)


def test_spending_in_one_year_is_no_one_off_saving() -> None:
    assert found("kind: priority\neffect: {2013: -300, 2014: 0, 2015: 0, 2016: 0}\n", "DT217") == []


def test_the_mirror_of_a_saving_is_told_once() -> None:
    example = "# measures/a.yaml\neffect: {annual: 5}\n# measures/b.yaml\neffect: {annual: -5}\n"
    assert found(example, "DT207") == []
    assert len(found(example, "DT314")) == 1
