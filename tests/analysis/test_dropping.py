"""What happens when a measure is dropped is what the sums say without it."""

from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.analysis.dropping import Dropped, drops
from driftstilpasning.analysis.summary import against, summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.workspace import load
from tests.documents import document, thousands


def without(portfolio: Portfolio, *, internal: bool = False) -> dict[str, Dropped]:
    view = View(portfolio, internal)
    return {dropped.measure.id: dropped for dropped in drops(view, summarize(portfolio).targets)}


def growth(dropped: Dropped) -> dict[str, object]:
    return {target: thousands(money) for target, money in dropped.growth.items() if money}


def ids(measures: tuple[object, ...]) -> list[str]:
    return [measure.id for measure in measures]  # type: ignore[attr-defined]


def test_each_gap_grows_by_what_the_measure_counts_toward_it(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets:
      - {id: level, title: Nivå, amount: 9000, basis: level, year: 2016}
      - {id: first, title: Fyrste år, amount: 900, basis: in-year, year: 2013}
      - {id: adopted, title: Vedteke, amount: 900, basis: level, year: 2016, counts: adopted}
    # measures/a.yaml
    effect: {annual: 1200, from: 2013-08}
    # measures/b.yaml
    status: rejected
    """
    found = without(portfolio)
    assert list(found) == ["A"]
    assert growth(found["A"]) == {"level": 1200, "first": 500}


def test_a_gap_grows_no_more_than_the_target_is_short_without_it(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 1000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 300}
    # measures/b.yaml
    effect: {annual: 900}
    """
    found = without(portfolio)
    assert (growth(found["A"]), growth(found["B"])) == ({"t": 100}, {"t": 700})


def test_what_requires_it_is_named_and_its_reversal_falls(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 9000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 900}
    # measures/b.yaml
    effect: {annual: 100}
    requires: [A]
    # measures/c.yaml
    effect: {annual: -200}
    reverses: A
    # measures/d.yaml
    status: rejected
    requires: [A]
    """
    found = without(portfolio)["A"]
    assert (ids(found.required_by), ids(found.falls), growth(found)) == (["B"], ["C"], {"t": 700})


def test_the_alternative_comes_in_and_the_overlap_goes(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 9000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 900}
    excludes: [B]
    overlaps: [{with: C, amount: 100}]
    # measures/b.yaml
    effect: {annual: 1000}
    # measures/c.yaml
    effect: {annual: 300}
    """
    found = without(portfolio)["A"]
    assert (ids(found.instead), ids(found.more), growth(found)) == (["B"], ["C"], {"t": -200})


def test_nothing_is_told_of_what_is_not_shown(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 9000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 900}
    # measures/b.yaml
    effect: {annual: 500}
    visibility: internal
    excludes: [A]
    status: idea
    # measures/c.yaml
    effect: {annual: -100}
    reverses: A
    visibility: internal
    # measures/d.yaml
    requires: [A]
    visibility: internal
    """
    (found,) = without(portfolio).values()
    assert (ids(found.required_by), found.falls, found.instead, found.unseen) == ([], (), (), True)
    assert growth(found) == {"t": 900}
    assert growth(without(portfolio, internal=True)["A"]) == {"t": 800}


AMOUNT = st.integers(-500, 2000)


@given(st.lists(st.tuples(AMOUNT, st.integers(0, 5), st.sampled_from(["", "excludes", "reverses", "overlaps"]))))
def test_the_gap_without_a_measure_is_that_of_the_portfolio_without_its_file(
    measures: list[tuple[int, int, str]],
) -> None:
    plan = "# budgets/plan.yaml\ntargets: [{id: t, title: T, amount: 4000, basis: level, year: 2016}]\n"
    links = {"": "", "excludes": "excludes: [M{}]", "reverses": "reverses: M{}"}
    links["overlaps"] = "overlaps: [{{with: M{}, amount: 70}}]"
    files = [
        f"# measures/m{i}.yaml\neffect: {{annual: {amount}}}\n{links[link].format(other)}\n"
        for i, (amount, other, link) in enumerate(measures[:6])
    ]
    whole = load(document(plan + "".join(files) + "# measures/z.yaml\nid: Z\n")).portfolio()
    (target,) = summarize(whole).targets
    for found in drops(View(whole), (target,)):
        rest = Portfolio(whole.plan, tuple(m for m in whole if m is not found.measure))
        assert found.growth["t"] == against(target.target, rest).gap - target.gap
