"""``dt summarize`` and ``dt quadrant``: figures, or none and why."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Dt
from tests.documents import ROOT


def summarized(dt: Dt, *options: str) -> Any:  # noqa: ANN401
    assert dt("summarize", "--output-format", "json", *options) == 0, dt.err
    return json.loads(dt.out)


@pytest.mark.parametrize("command", ["summarize", "quadrant", "export sums.json"])
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_an_unreadable_measure_is_no_figures_exit_1_and_the_files_named(
    command: str, lang: str, folder: Path, dt: Dt
) -> None:
    """
    # measures/a.yaml
    effect: {annual: 900, from: 2013-01}
    # measures/b.yaml
    effect: {annual: 2,9}
    # measures/c.yaml
    status: feil
    """
    assert dt(*command.split(), "--lang", lang) == 1
    assert dt.out == ""
    lines = dt.err.splitlines()
    assert lines[0].startswith("dt: ")
    assert [line.split(":")[0] for line in lines[1:-1]] == ["measures/b.yaml", "measures/c.yaml"]
    assert "--allow-errors" in lines[-1]
    assert not (folder / "sums.json").exists()


@pytest.mark.parametrize("command", ["summarize", "quadrant"])
def test_allowed_errors_are_said_on_the_page_and_in_the_json(command: str, folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 900, from: 2013-01}
    # measures/b.yaml
    effect: {annual: 2,9}
    # measures/c.yaml
    status: feil
    """
    assert folder.is_dir()
    for form in ([], ["--plain"]):
        assert dt(command, "--allow-errors", "--lang", "en", *form) == 0
        page = " ".join(dt.out.split())
        assert "Left out, because the files cannot be read: measures/b.yaml, measures/c.yaml." in page
        assert "measures/b.yaml" in dt.err
    assert dt(command, "--allow-errors", "--output-format", "json") == 0
    left = json.loads(dt.out)["left_out"]
    assert [file["path"] for file in left] == ["measures/b.yaml", "measures/c.yaml"]
    assert [file["why"] for file in left][1] == "unknown-choice"


@pytest.mark.parametrize("command", ["summarize", "quadrant", "export a.csv", "new Tittel", "explain A"])
def test_an_unreadable_plan_always_refuses(command: str, folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: kroner
    # measures/a.yaml
    id: A
    """
    assert folder.is_dir()
    assert dt(*command.split(), "--lang", "en") in (1, 2)
    assert dt.out == ""
    assert "budgets/plan.yaml" in dt.err
    if command in ("summarize", "quadrant", "export a.csv"):
        assert dt(*command.split(), "--allow-errors", "--lang", "en") == 1
        assert "no figures, because the plan cannot be read" in dt.err


def test_whatever_the_rules_found_figures_are_exit_0_and_the_count_goes_to_stderr(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    severity: {DT401: error, DT303: error}
    # measures/a.yaml
    acceptance: {text: Ukjend}
    requires: [UKJEND]
    """
    assert folder.is_dir()
    assert dt("summarize", "--lang", "en") == 0
    assert dt.err == "dt: the check found 2 errors: see `dt validate`\n"
    assert "error" not in dt.out
    assert dt("quadrant", "--lang", "nb") == 0
    assert dt.err == "dt: kontrollen fant 2 feil: se «dt validate»\n"


def test_a_missed_target_is_exit_1_only_when_that_is_asked_for(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 900, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 899, from: 2013-01}
    """
    assert dt("summarize") == 0
    assert dt("summarize", "--fail-on-gap") == 1
    assert dt.out
    measure = folder / "measures/a.yaml"
    measure.write_text(measure.read_text("utf-8").replace("899", "900"), "utf-8")
    assert dt("summarize", "--fail-on-gap") == 0


def test_sector_status_and_counts_pick_and_never_change_a_target(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: T, amount: 9000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 900, from: 2013-01}
    # measures/b.yaml
    effect: {annual: 300, from: 2013-01}
    sector: teknisk
    status: adopted
    """
    assert folder.is_dir()
    every = summarized(dt)
    picked = {
        "sector": summarized(dt, "--sector", "teknisk"),
        "both sectors": summarized(dt, "--sector", "teknisk", "--sector", "oppvekst"),
        "status": summarized(dt, "--status", "proposed"),
        "counts": summarized(dt, "--counts", "adopted"),
    }
    assert {name: one["years"]["2016"]["gross"] for name, one in picked.items()} == {
        "sector": 300_000,
        "both sectors": 1_200_000,
        "status": 900_000,
        "counts": 300_000,
    }
    assert all(one["targets"] == every["targets"] for one in picked.values())
    assert picked["counts"]["counts"] == "adopted"
    assert dt("summarize", "--sector", "teknisk", "--status", "adopted", "--lang", "en") == 0
    assert "Rows chosen: teknisk, adopted." in " ".join(dt.out.split())


@pytest.mark.parametrize("status", ["deferred", "rejected", "withdrawn"])
def test_what_is_off_the_road_is_no_status_to_count_from(status: str, dt: Dt) -> None:
    assert dt("summarize", "--portfolio", ROOT, "--counts", status) == 2


def test_explain_says_a_code_offline_and_outside_a_portfolio(
    tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for subject in ("DT203", "dt203", "effect-outside-period"):
        assert dt("explain", subject, "--lang", "en") == 0
        assert dt.out.startswith("DT203 effect-outside-period (error)\n")
        assert "Wrong:" in dt.out
        assert "Right:" in dt.out
        assert "severity: {DT203: off}" in dt.out
    assert dt("explain", "DT203", "--output-format", "json") == 0
    one = json.loads(dt.out)
    assert dt("explain", "--all", "--output-format", "json") == 0
    every = json.loads(dt.out)
    assert [rule for rule in every if rule["code"] == "DT203"] == [one]
    assert dt("explain", "--all", "--lang", "nn") == 0
    assert [line.split()[0] for line in dt.out.splitlines() if re.match(r"DT[0-9]{3} ", line)] == [
        rule["code"] for rule in every
    ]


def test_explain_says_which_file_hides_a_measure(folder: Path, dt: Dt) -> None:
    """
    # measures/ho-03.yaml
    status: feil
    """
    assert folder.is_dir()
    assert dt("explain", "ho-03", "--lang", "en") == 2
    assert "measures/ho-03.yaml cannot be read" in dt.err


def test_explain_says_why_an_alternative_an_overlap_and_a_condition(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {effect: {annual: 900}, excludes: [B]}
    measures/b.yaml: {effect: {annual: 700}, overlaps: [{with: C, amount: 100}], requires: [D]}
    measures/c.yaml: {effect: {annual: 800}, sector: {oppvekst: 50, teknisk: 50}}
    measures/d.yaml: {status: idea}
    """
    assert folder.is_dir()
    said = {}
    for subject in "ABC":
        assert dt("explain", subject, "--lang", "en") == 0
        said[subject] = " ".join(dt.out.replace("\u00a0", " ").split())
    assert "Does not count: alternative not taken. B is taken instead, since it is the smaller." in said["A"]
    assert "− overlap with C" in said["B"]
    assert "Requires D, which does not count: the amount is conditional." in said["B"]
    assert "The overlap with B is taken off B." in said["C"]
    assert "By sector, level 2016: oppvekst 400,000, teknisk 400,000" in said["C"]
