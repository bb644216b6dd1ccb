"""What counts, why the rest does not, and what two measures both claim."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftstilpasning.analysis.counting import Counting, split
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.model.measure import Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.workspace import load
from tests.documents import document, thousands

ROAD = ["idea", "proposed", "hearing", "recommended", "adopted", "underway", "realised"]


def why(measure: str, *, since: Status = Status.PROPOSED, others: str = "") -> str | None:
    """Why a measure with these fields does not count."""
    portfolio = load(document(f"# measures/a.yaml\n{measure}\n{others}")).portfolio()
    reason = Counting(portfolio, since).reasons["A"]
    return reason.value if reason is not None else None


def levels(portfolio: Portfolio, since: Status = Status.PROPOSED, *, lasting: bool = False) -> dict[str, int | Decimal]:
    """The last year's level of each measure that counts, once overlaps are taken off."""
    counting = Counting(portfolio, since, lasting=lasting)
    return {m.id: thousands(counting.level(m, portfolio.period.last)) for m in counting.measures}


def in_years(portfolio: Portfolio) -> dict[str, list[int | Decimal]]:
    """The effect in each year of each measure that counts, once overlaps are taken off."""
    counting = Counting(portfolio, Status.PROPOSED)
    return {m.id: [thousands(counting.in_year(m, year)) for year in portfolio.period] for m in counting.measures}


@pytest.mark.parametrize("since", ROAD)
def test_a_measure_counts_from_the_status_that_is_asked_for(since: str) -> None:
    reasons = {status: why(f"status: {status}", since=Status(since)) for status in ROAD}
    first = ROAD.index(since)
    assert reasons == {s: ("status" if i < first else None) for i, s in enumerate(ROAD)}


@pytest.mark.parametrize("status", ["deferred", "rejected", "withdrawn"])
def test_what_is_off_the_road_never_counts(status: str) -> None:
    assert why(f"status: {status}", since=Status.IDEA) == status


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("benefit: time", "time-or-quality"),
        ("benefit: quality", "time-or-quality"),
        ("funding: self-cost", "self-cost"),
        ("funding: earmarked", "earmarked"),
        ("funding: financing", "financing"),
        ("kind: technical", "technical"),
        ("kind: income", None),
        ("kind: unspecified", None),
        ("kind: priority", None),
        ("recurring: false", None),
        ("requires: [UKJEND]", None),
        ("overlaps: [{with: UKJEND, amount: 400}]", None),
        ("excludes: [UKJEND]", None),
        ("reverses: UKJEND", "reversal"),
    ],
)
def test_only_free_money_in_the_budget_counts(field: str, reason: str | None) -> None:
    assert why(field) == reason


def test_only_what_recurs_counts_toward_a_level(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {recurring: false}
    """
    assert Counting(portfolio, Status.PROPOSED, lasting=True).reasons["A"] == "one-off"
    assert Counting(portfolio, Status.PROPOSED).reasons["A"] is None


def test_the_first_reason_that_applies_is_the_one_that_is_said() -> None:
    """Every reason at once; then the first is mended, and the next one shows."""
    fields = {
        "status": "idea",
        "benefit": "time",
        "funding": "self-cost",
        "kind": "technical",
        "excludes": "[B]",
        "reverses": "C",
    }
    mended = {"status": "hearing", "benefit": "budget", "funding": "free", "kind": "gains", "excludes": "[]"}
    others = "# measures/b.yaml\nstatus: adopted\n# measures/c.yaml\nstatus: rejected\n"
    said = []
    for field, good in mended.items():
        said.append(why("\n".join(f"{k}: {v}" for k, v in fields.items()), others=others))
        fields[field] = good
    said.append(why("\n".join(f"{k}: {v}" for k, v in fields.items()), others=others))
    assert said == ["status", "time-or-quality", "self-cost", "technical", "alternative", "reversal"]


@pytest.mark.parametrize("status", ["deferred", "rejected", "withdrawn"])
def test_being_off_the_road_is_said_before_anything_else(status: str) -> None:
    assert why(f"status: {status}\nbenefit: time\nfunding: earmarked\nkind: technical") == status


def test_a_measure_is_conditional_when_what_it_requires_does_not_count(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {requires: [b]}
    measures/b.yaml: {status: idea}
    measures/c.yaml: {requires: [D]}
    measures/d.yaml: {}
    measures/e.yaml: {requires: [D, UKJEND]}
    """
    counting = Counting(portfolio, Status.PROPOSED)
    assert [m.id for m in counting.measures] == ["A", "C", "D", "E"]
    assert [m.id for m in counting.measures if counting.conditional(m)] == ["A", "E"]


def test_an_overlap_is_taken_off_the_measure_less_far_along(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1000}, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {annual: 500}, status: adopted}
    """
    assert levels(portfolio) == {"A": 700, "B": 500}


def test_equally_far_along_an_overlap_is_taken_off_the_smaller(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 500}, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {annual: 1000}}
    """
    assert levels(portfolio) == {"A": 200, "B": 1000}


def test_equally_large_an_overlap_is_taken_off_the_later_id(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 500}}
    measures/b.yaml: {effect: {annual: 500}, overlaps: [{with: a, amount: 300}]}
    """
    assert levels(portfolio) == {"A": 500, "B": 200}


def test_an_overlap_that_both_files_say_is_taken_off_once(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1000}, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {annual: 500}, overlaps: [{with: A, amount: 300}]}
    """
    assert levels(portfolio) == {"A": 1000, "B": 200}


def test_where_the_files_differ_the_larger_overlap_holds(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1000}, overlaps: [{with: B, amount: 100}]}
    measures/b.yaml: {effect: {annual: 500}, overlaps: [{with: A, amount: 400}]}
    """
    assert levels(portfolio) == {"A": 1000, "B": 100}


def test_an_overlap_holds_only_when_both_count(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1000}, status: adopted, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {annual: 500}}
    measures/c.yaml: {effect: {annual: 500}, benefit: time, overlaps: [{with: A, amount: 300}]}
    """
    assert levels(portfolio) == {"A": 1000, "B": 200}
    assert levels(portfolio, Status.ADOPTED) == {"A": 1000}


def test_an_overlap_with_a_one_off_touches_no_level(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1000, from: 2013-01}, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {2013: 500, 2014: 0, 2015: 0, 2016: 0}, recurring: false, status: adopted}
    """
    assert levels(portfolio, lasting=True) == {"A": 1000}
    assert levels(portfolio) == {"A": 1000, "B": 0}
    assert in_years(portfolio) == {"A": [700, 1000, 1000, 1000], "B": [500, 0, 0, 0]}


def test_an_overlap_is_at_most_the_smaller_effect_of_each_year(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 1200, from: 2014-07}, overlaps: [{with: B, amount: 900}]}
    measures/b.yaml: {effect: {2013: 500, 2014: 500, 2015: 1000, 2016: 1000}}
    """
    assert in_years(portfolio) == {"A": [0, 600, 1200, 1200], "B": [500, 0, 100, 100]}


def test_two_overlaps_never_take_a_measure_below_zero(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900, from: 2013-01}}
    measures/b.yaml: {effect: {annual: 400, from: 2013-01}, overlaps: [{with: A, amount: 300}, {with: C, amount: 300}]}
    measures/c.yaml: {effect: {annual: 800, from: 2013-01}}
    """
    assert in_years(portfolio) == {"A": [900] * 4, "B": [0] * 4, "C": [800] * 4}


def test_a_measure_that_costs_shares_no_saving(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: -900}, kind: priority, overlaps: [{with: B, amount: 300}]}
    measures/b.yaml: {effect: {annual: 400}}
    """
    assert levels(portfolio) == {"A": -900, "B": 400}


def test_a_measure_does_not_overlap_itself(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, overlaps: [{with: a, amount: 300}]}
    """
    assert levels(portfolio) == {"A": 900}


def test_a_reversal_carries_its_own_amounts_and_is_summed_like_any_measure(summary: Summary) -> None:
    """
    measures/a.yaml: {effect: {annual: 400}, status: adopted}
    measures/b.yaml: {effect: {annual: -150}, reverses: A}
    """
    assert thousands(summary.targets[0].counted) == 250


@pytest.mark.parametrize("field", ["status: rejected", "status: idea", "funding: self-cost", "benefit: time"])
def test_when_the_reversed_measure_does_not_count_neither_does_its_reversal(field: str) -> None:
    assert why("effect: {annual: -400}\nreverses: B", others=f"# measures/b.yaml\n{field}\n") == "reversal"


def test_a_reversal_of_a_reversal_counts_when_all_it_undoes_counts() -> None:
    chain = "# measures/b.yaml\nreverses: C\n# measures/c.yaml\nstatus: {}\n"
    assert why("reverses: B", others=chain.format("adopted")) is None
    assert why("reverses: B", others=chain.format("rejected")) == "reversal"


def test_measures_that_reverse_each_other_count_nowhere() -> None:
    assert why("reverses: B", others="# measures/b.yaml\nreverses: A\n") == "reversal"
    assert why("reverses: A") == "reversal"


def test_a_measure_that_several_sectors_share_is_split_and_the_last_takes_the_rest(summary: Summary) -> None:
    """
    # measures/a.yaml
    sector: {oppvekst: 33.3, teknisk: 33.3, stab: 33.4}
    effect: {2013: 0.00001, 2014: 0.00002, 2015: 0.00005, 2016: 100}
    """
    parts = {sector.id: [amount.ore for amount in sector.years.values()] for sector in summary.sectors}
    assert parts == {
        "oppvekst": [0, 1, 2, 3_330_000],
        "teknisk": [0, 1, 2, 3_330_000],
        "stab": [1, 0, 1, 3_340_000],
    }


@given(
    st.integers(-(10**15), 10**15),
    st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=6),
)
def test_a_split_always_sums_exactly(ore: int, shares: list[Decimal]) -> None:
    named = {str(i): share for i, share in enumerate(shares)}
    parts = split(Money(ore), named)
    assert total(parts.values()) == Money(ore)
    assert list(parts) == list(named)
    for name in list(named)[:-1]:
        assert abs(parts[name].ore - ore * named[name] / 100) <= Decimal("0.5")


def test_counting_from_a_later_status_never_changes_the_choice(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 500}, excludes: [B], status: adopted}
    measures/b.yaml: {effect: {annual: 300}, status: proposed}
    measures/c.yaml: {effect: {annual: 200}, status: realised}
    """
    for since in (Status.IDEA, Status.PROPOSED, Status.ADOPTED):
        assert levels(portfolio, since) == {"A": 500, "C": 200}
    assert [row.why for row in summarize(portfolio, Status.REALISED).not_counted] == ["status", "status"]
