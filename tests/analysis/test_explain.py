"""Everything that is known of one measure."""

from driftstilpasning.analysis.explain import Explanation, explain
from driftstilpasning.model.portfolio import Portfolio
from tests.documents import thousands


def explained(portfolio: Portfolio, identifier: str) -> Explanation:
    measure = portfolio.find(identifier)
    assert measure is not None
    return explain(measure, portfolio)


def test_a_measure_says_what_it_counts_toward_each_target_or_why_not(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets:
      - {id: level, title: L, amount: 1, basis: level, year: 2016}
      - {id: adopted, title: A, amount: 1, basis: in-year, year: 2013, counts: adopted}
      - {id: sum, title: S, amount: 1, basis: cumulative, year: 2014}
    # measures/a.yaml
    effect: {annual: 1200, from: 2013-08}
    # measures/b.yaml
    effect: {2013: 300, 2014: 0, 2015: 0, 2016: 0}
    recurring: false
    """
    toward = {
        identifier: [
            (row.target.id, row.why, thousands(row.part.amount) if row.part is not None else None)
            for row in explained(portfolio, identifier).toward
        ]
        for identifier in ("A", "B")
    }
    assert toward == {
        "A": [("level", None, 1200), ("adopted", "status", None), ("sum", None, 1700)],
        "B": [("level", "one-off", None), ("adopted", "status", None), ("sum", None, 300)],
    }


def test_an_overlap_is_told_on_both_sides_and_taken_off_one(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, overlaps: [{with: B, amount: 100}]}
    measures/b.yaml: {effect: {annual: 700}}
    """
    a, b = explained(portfolio, "A"), explained(portfolio, "B")
    assert a.deductions == b.deductions
    assert a.deductions[0].off.id == "B"
    assert b.counted is not None
    assert (thousands(b.written.level[2016]), thousands(b.counted.level[2016])) == (700, 600)


def test_an_alternative_says_what_is_taken_in_its_place(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, excludes: [B], requires: [B, UKJEND]}
    measures/b.yaml: {effect: {annual: 700}}
    """
    a = explained(portfolio, "A")
    assert a.not_taken is not None
    assert (a.why, a.not_taken.instead.id, a.counted) == ("alternative", "B", None)
    assert a.requires == (("B", True), ("UKJEND", False))
    assert explained(portfolio, "B").not_taken is None


def test_a_measure_is_placed_or_says_why_not(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {sector: {oppvekst: 25, teknisk: 75}}
    measures/b.yaml: {kind: unspecified}
    """
    a, b = explained(portfolio, "A"), explained(portfolio, "B")
    assert a.placement is not None
    assert (a.unplaced, b.unplaced, b.placement) == (None, "unspecified", None)
    assert {sector: thousands(part) for sector, part in a.sectors.items()} == {"oppvekst": 100, "teknisk": 300}
