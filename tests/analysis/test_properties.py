"""What holds of every portfolio."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.model.measure import Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.json_reports import portfolio_json
from driftstilpasning.source.tree import MemoryTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.rules.examples import tree

IDS = ["A", "B", "C", "D", "E", "F"]
AMOUNT = st.integers(-300, 3000).map(str) | st.sampled_from(["0.00001", "333.33333", "0"])
MONTH = st.sampled_from(["2013-01", "2013-08", "2014-07", "2016-12"])
STEP = st.builds("{{annual: {}, from: {}}}".format, AMOUNT, MONTH)
YEARS = st.tuples(AMOUNT, AMOUNT, AMOUNT, AMOUNT).map(lambda a: "{{2013: {}, 2014: {}, 2015: {}, 2016: {}}}".format(*a))
REFERENCES = st.lists(st.sampled_from(IDS), max_size=3, unique=True).map(lambda ids: f"[{', '.join(ids)}]")
OVERLAPS = st.dictionaries(st.sampled_from(IDS), st.integers(1, 2000), max_size=2).map(
    lambda pairs: "[" + ", ".join(f"{{with: {other}, amount: {amount}}}" for other, amount in pairs.items()) + "]"
)
GRADES = st.builds(
    "{{staff: {{grade: {}}}, users: {{grade: {}}}}}".format, st.integers(1, 5).map(str), st.integers(1, 5).map(str)
)
FIELDS: dict[str, st.SearchStrategy[str]] = {
    "effect": STEP | YEARS,
    "status": st.sampled_from([status.value for status in Status]),
    "sector": st.sampled_from(["oppvekst", "teknisk", "{oppvekst: 33.3, teknisk: 66.7}", "{kultur: 12.5, stab: 87.5}"]),
    "kind": st.sampled_from(["efficiency", "efficiency", "unspecified", "technical"]),
    "consequence": GRADES,
    "acceptance": st.integers(1, 5).map("{{grade: {}}}".format),
}
OPTIONAL: dict[str, st.SearchStrategy[str]] = {
    "recurring": st.just("false"),
    "funding": st.sampled_from(["free", "self-cost"]),
    "excludes": REFERENCES,
    "overlaps": OVERLAPS,
    "requires": REFERENCES,
    "reverses": st.sampled_from(IDS),
    "transition_cost": st.integers(0, 500).map("{{2014: {}}}".format),
    "range": st.just("{low: 1, high: 5000}"),
    "fte": st.sampled_from(["-1.5", "0.25"]),
}
MEASURE = st.fixed_dictionaries(FIELDS, optional=OPTIONAL)
SETTINGS = st.builds(
    "{{effect: 500, feasibility: {}, floor: {}, method: {}, weights: {{staff: {}}}}}".format,
    st.sampled_from(["2", "3.5", "4.33"]),
    st.sampled_from(["1", "2", "3"]),
    st.sampled_from(["mean", "weakest"]),
    st.sampled_from(["0", "1", "2.5"]),
)
PLAN = """# budgets/plan.yaml
targets:
  - {id: level, title: L, amount: 5000, basis: level, year: 2016}
  - {id: adopted, title: A, amount: 5000, basis: level, year: 2014, counts: adopted}
  - {id: sum, title: S, amount: 5000, basis: cumulative, year: 2016, counts: idea, net: true}
"""
FEW = settings(max_examples=30)
"""Examples enough to find a fault, in a second."""

Measures = Mapping[str, Mapping[str, str]]
MEASURES: st.SearchStrategy[Measures] = st.dictionaries(st.sampled_from(IDS), MEASURE, min_size=1)


def portfolio_of(measures: Measures, quadrant: str = "{effect: 500, feasibility: 3.5}", names: str = "{}") -> Portfolio:
    """The portfolio that these measures make, each in a file called ``names``."""
    text = PLAN + f"quadrant: {quadrant}\n"
    for identifier, fields in measures.items():
        lines = "".join(f"{name}: {value}\n" for name, value in {"id": identifier, **fields}.items())
        text += f"# measures/{names.format(identifier.lower())}.yaml\n{lines}"
    workspace = load(MemoryTree(tree(text).contents))
    assert workspace.left_out == (), workspace.problems
    return workspace.portfolio()


def everything(portfolio: Portfolio) -> Any:  # noqa: ANN401
    return json.loads(portfolio_json(summarize(portfolio), place(portfolio), Lang.NB, None))


@FEW
@given(MEASURES)
def test_no_sum_counts_two_measures_that_exclude_each_other(measures: Measures) -> None:
    portfolio = portfolio_of(measures)
    for since in Status:
        for lasting in (True, False):
            counted = {measure.id for measure in Counting(portfolio, since, lasting=lasting).measures}
            for measure in portfolio:
                if measure.id in counted:
                    assert not counted & (set(measure.excludes) - {measure.id})


@FEW
@given(MEASURES, MEASURE)
def test_adding_a_rejected_measure_changes_no_amount(measures: Measures, more: Mapping[str, str]) -> None:
    new = {key: value for key, value in more.items() if key != "sector"} | {"status": "rejected"}
    before = everything(portfolio_of({name: fields for name, fields in measures.items() if name != "F"}))
    after = everything(portfolio_of({**{n: f for n, f in measures.items() if n != "F"}, "F": new}))
    for sums in ("years", "sectors", "targets"):
        # what requires F is conditional either way: a rejected measure counts no more than a missing one
        assert after["summary"][sums] == before["summary"][sums]


@FEW
@given(MEASURES)
def test_the_order_of_the_files_changes_no_output(measures: Measures) -> None:
    first, renamed = portfolio_of(measures), portfolio_of(dict(reversed(list(measures.items()))), names="z/{}")
    shuffled = Portfolio(first.plan, tuple(reversed(renamed.measures)))
    assert portfolio_json(summarize(first), place(first), Lang.NN, None) == portfolio_json(
        summarize(shuffled), place(shuffled), Lang.NN, None
    )


@FEW
@given(MEASURES, st.sampled_from(Status))
def test_sectors_add_up_to_the_years(measures: Measures, since: Status) -> None:
    portfolio = portfolio_of(measures)
    summary = summarize(portfolio, since)
    for year, amounts in summary.years.items():
        assert total(sector.years[year] for sector in summary.sectors) == amounts.gross
    assert total(sector.level for sector in summary.sectors) == summary.years[portfolio.period.last].level


@FEW
@given(MEASURES)
def test_statuses_add_up_to_what_counts(measures: Measures) -> None:
    for target in summarize(portfolio_of(measures)).targets:
        assert total(target.by_status.values()) == target.counted
        for apart in (target.unspecified, target.conditional, target.one_off):
            assert abs(apart) <= total(abs(part.amount) for part in target.parts)


@FEW
@given(MEASURES)
def test_every_measure_either_counts_or_is_named_with_a_reason(measures: Measures) -> None:
    portfolio = portfolio_of(measures)
    named = [row.measure.id for row in summarize(portfolio).not_counted]
    counted = [measure.id for measure in Counting(portfolio, Status.PROPOSED).measures]
    assert sorted(named + counted) == sorted(measures)
    placements = place(portfolio)
    stands = [placement.measure.id for placement in placements.placed]
    assert sorted(stands + [measure.id for measure, _ in placements.unplaced]) == sorted(measures)


@FEW
@given(MEASURES)
def test_overlaps_never_take_off_more_than_a_measure_has(measures: Measures) -> None:
    portfolio = portfolio_of(measures)
    counting = Counting(portfolio, Status.IDEA)
    for measure in counting.measures:
        for year in portfolio.period:
            gross = measure.in_year(year, portfolio.period)
            assert min(gross, Money(0)) <= counting.in_year(measure, year) <= gross


@settings(max_examples=60)
@given(st.fixed_dictionaries({k: FIELDS[k] for k in ("consequence", "acceptance")}), STEP, SETTINGS)
def test_a_move_really_changes_the_quadrant_and_no_smaller_change_does(
    grades: Mapping[str, str], effect: str, quadrant: str
) -> None:
    def placed(given: Mapping[str, int]) -> Any:  # noqa: ANN401
        fields = {
            "effect": effect,
            "consequence": f"{{staff: {{grade: {given['staff']}}}, users: {{grade: {given['users']}}}}}",
            "acceptance": f"{{grade: {given['acceptance']}}}",
        }
        return next(iter(place(portfolio_of({"A": fields}, quadrant)).placed), None)

    digits = [int(sign) for sign in "".join(grades.values()) if sign.isdigit()]
    now = dict(zip(("staff", "users", "acceptance"), digits, strict=True))
    here = placed(now)
    if here is None:
        return
    moves = {move.grade: move for move in here.moves}
    for name, grade in now.items():
        changed = {to: placed({**now, name: to}).quadrant for to in range(1, 6) if to != grade}
        different = {to: other for to, other in changed.items() if other is not here.quadrant}
        if not different:
            assert name not in moves
        else:
            nearest = min(abs(to - grade) for to in different)
            assert abs(moves[name].to - grade) == nearest
            assert moves[name].quadrant is different[moves[name].to]
