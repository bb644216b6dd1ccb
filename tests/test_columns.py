"""The columns of a table of measures, and what a measure has in them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from driftstilpasning.columns import Cell, cell, columns
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.model_schema import paths
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import PORTFOLIOS, document


def portfolio_of(text: str) -> Portfolio:
    return load(document(text)).portfolio()


def cells(portfolio: Portfolio, lang: Lang = Lang.NN) -> dict[str, Cell]:
    """What the only measure has in each column that is not empty."""
    (measure,) = portfolio
    held = {one.name: cell(one, measure, portfolio.plan, lang) for one in columns(portfolio.plan)}
    return {name: value for name, value in held.items() if value is not None}


def test_every_field_of_a_measure_has_a_column_or_is_made_of_such() -> None:
    plan = portfolio_of("measures/a.yaml: {}").plan
    shown = {column.path for column in columns(plan)}
    missing = [path for path in paths("measure") if path not in shown]
    assert [path for path in missing if not any(name.startswith(f"{path}.") for name in shown)] == [
        "overlaps.with",
        "overlaps.amount",
    ]
    assert shown <= set(paths("measure"))


@pytest.mark.parametrize("lang", Lang)
def test_no_two_columns_have_the_same_heading(lang: Lang) -> None:
    headings = [column.heading.render(lang).casefold() for column in columns(portfolio_of("measures/a.yaml: {}").plan)]
    assert sorted(set(headings)) == sorted(headings)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", ["status", "kind", "funding", "fte_how", "law.level", "origin", "authority"])
def test_no_two_choices_of_a_column_look_the_same(name: str, lang: Lang) -> None:
    (column,) = (one for one in columns(portfolio_of("measures/a.yaml: {}").plan) if one.name == name)
    assert len({label.render(lang) for label in column.choices.values()}) == len(column.choices) > 0


def test_a_row_says_what_the_file_says(portfolio: Portfolio) -> None:
    """
    # measures/ho-03.yaml
    id: HO-03
    title: Felles kjøken
    sector: oppvekst
    status: hearing
    kind: structure
    effect: {annual: 1200, from: 2013-08}
    owner: Einingsleiar
    consequence: {staff: {grade: 2, text: Ny turnus.}}
    acceptance: {by: styringsgruppe}
    transition_cost: {2013: 150}
    fte: -1.5
    fte_how: turnover
    law: {level: must}
    kostra: "0301"
    requires: [A-1, A-2]
    overlaps: [{with: A-1, amount: 1200.5}, {with: A-2, amount: 100}]
    themes: ["ro, orden"]
    decisions:
      - {date: 2013-01-02, body: styringsgruppe, outcome: proposed}
      - {date: 2013-06-10, body: formannskap, outcome: hearing, reference: FS 4/13}
    """
    assert cells(portfolio) == {
        "id": "HO-03",
        "title": "Felles kjøken",
        "sector": "Oppvekst",
        "status": "på høyring",
        "kind": "struktur",
        "effect.2013": Money(500_000_00),
        "effect.2014": Money(1_200_000_00),
        "effect.2015": Money(1_200_000_00),
        "effect.2016": Money(1_200_000_00),
        "effect.annual": Money(1_200_000_00),
        "effect.from": date(2013, 8, 1),
        "owner": "Einingsleiar",
        "consequence.staff.grade": 2,
        "consequence.staff.text": "Ny turnus.",
        "acceptance.by": "styringsgruppe",
        "transition_cost.2013": Money(150_000_00),
        "fte": Decimal("-1.5"),
        "fte_how": "naturleg avgang",
        "recurring": "Ja",
        "funding": "frie midlar",
        "benefit": "budsjett",
        "law.level": "lovpålagd",
        "kostra": "0301",
        "requires": "A-1, A-2",
        "overlaps": "A-1: 1\u00a0200,5; A-2: 100",
        "themes": "ro, orden;",
        "decisions.date": date(2013, 6, 10),
        "decisions.body": "formannskap",
        "decisions.outcome": "på høyring",
        "decisions.reference": "FS 4/13",
        "visibility": "offentleg",
    }


def test_shares_stand_beside_the_names_of_the_sectors() -> None:
    shown = cells(portfolio_of("measures/a.yaml: {sector: {oppvekst: 33.5, teknisk: 66.5}}"))
    assert shown["sector"] == "Oppvekst: 33,5; Teknisk: 66,5"


def test_a_sector_goes_by_its_id_where_two_have_its_name() -> None:
    shown = cells(
        portfolio_of(
            """
            # budgets/plan.yaml
            sectors: {skule: {name: Drift}, park: {name: drift}}
            # measures/a.yaml
            sector: park
            """
        )
    )
    assert shown["sector"] == "park"


def test_steps_have_a_cell_for_each_year_but_none_for_a_full_year() -> None:
    shown = cells(
        portfolio_of("measures/a.yaml: {effect: [{annual: 120, from: 2013-07}, {annual: 240, from: 2015-01}]}")
    )
    assert [shown.get(f"effect.{year}") for year in range(2013, 2017)] == [
        Money(60_000_00),
        Money(120_000_00),
        Money(240_000_00),
        Money(240_000_00),
    ]
    assert "effect.annual" not in shown


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("folder", PORTFOLIOS, ids=lambda folder: folder.name)
def test_every_measure_of_every_portfolio_has_what_is_required(folder: Path, lang: Lang) -> None:
    portfolio = load(FolderTree(folder)).portfolio()
    required = [column for column in columns(portfolio.plan) if column.required]
    assert len(required) == 5
    assert all(cell(column, measure, portfolio.plan, lang) for measure in portfolio for column in required)
