"""``dt schema``: what is printed, in which language, and what it takes."""

import json
from pathlib import Path

import pytest

from driftstilpasning.text import Lang
from tests.conftest import Dt
from tests.documents import ROOT


@pytest.mark.parametrize(("what", "title"), [("measure", "Tiltak"), ("plan", "Økonomiplan")])
def test_a_schema_is_printed_in_the_language_of_the_reader_and_needs_no_portfolio(
    what: str, title: str, tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dt("schema", what, "--lang", "nn") == 0
    assert dt.err == ""
    assert json.loads(dt.out)["title"] == title


def test_a_measure_is_what_is_described_unless_something_else_is_said(dt: Dt) -> None:
    assert dt("schema", "--lang", "en") == 0
    first = dt.out
    assert dt("schema", "measure", "--lang", "en") == 0
    assert dt.out == first == (ROOT / "schema/measure.json").read_text("utf-8")


@pytest.mark.parametrize("lang", list(Lang))
def test_the_schema_of_a_portfolio_has_its_sectors_by_name(lang: Lang, dt: Dt) -> None:
    assert dt("schema", "--for-portfolio", "--portfolio", ROOT, "--lang", lang) == 0
    one, _ = json.loads(dt.out)["properties"]["sector"]["anyOf"]
    assert one["enum"] == ["oppvekst", "helse-omsorg", "teknisk", "kultur", "stab"]
    assert one["enumDescriptions"][-1] == "Sentraladministrasjon og stab"


def test_a_schema_is_written_where_it_is_to_lie(tmp_path: Path, dt: Dt) -> None:
    path = tmp_path / "schema/measure.json"
    for _ in range(2):
        assert dt("schema", "--output", path, "--lang", "en") == 0
        assert (dt.out, dt.err) == ("", f"wrote {path}\n")
        assert path.read_bytes() == (ROOT / "schema/measure.json").read_bytes()
    assert dt("schema", "--output", path / "nei.json", "--lang", "en") == 2
    assert dt.err.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_two_files_with_one_id_are_one_measure_to_refer_to(dt: Dt) -> None:
    """
    # measures/a.yaml
    id: A-1
    title: [1]
    # measures/b.yaml
    id: A-1
    # measures/c.yaml
    id: A-1
    title: {}
    """
    assert dt("schema", "--for-portfolio") == 0
    assert json.loads(dt.out)["properties"]["reverses"]["enum"] == ["A-1"]


@pytest.mark.usefixtures("folder")
def test_measures_that_cannot_be_read_can_be_referred_to(dt: Dt) -> None:
    """
    # measures/a.yaml
    id: A-1
    status: feil
    # measures/b.yaml
    id: B-1
    """
    assert dt("schema", "--for-portfolio") == 0
    assert json.loads(dt.out)["properties"]["reverses"]["enum"] == ["A-1", "B-1"]


@pytest.mark.usefixtures("folder")
def test_a_plan_that_cannot_be_read_is_exit_2_and_one_line(dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: kroner
    """
    assert dt("schema", "plan", "--for-portfolio", "--lang", "en") == 2
    assert dt.err.startswith("dt: the plan in budgets/plan.yaml cannot be read, so the schema gets no sectors")
    assert dt.err.count("\n") == 1
    assert dt.out == ""
