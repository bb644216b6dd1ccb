"""``dt validate`` of some files and some codes: what is shown, what is said beside it, and the exit code."""

import json
from pathlib import Path

import pytest

from tests.conftest import Dt
from tests.documents import ROOT

CONCISE = ("--output-format", "concise", "--lang", "en")


def places(dt: Dt) -> list[str]:
    """File and code of each finding."""
    return [f"{line.split(':')[0].removeprefix('measures/')} {line.split()[1]}" for line in dt.out.splitlines()]


def test_only_the_codes_that_are_asked_for_are_shown_and_decide_the_exit_code(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b.yaml
    effect: {annual: 900, from: 2017-08}
    acceptance: {grade: 4}
    """
    assert folder.is_dir()
    said = {}
    for options in (
        "",
        "--select DT2",
        "--select DT401,DT208",
        "--select no-effect --select missing-grades",
        "--ignore DT2",
        "--select DT2 --ignore effect-outside-period",
        "--ignore DT2 --select DT203",
        "--select ALL --ignore DT",
        "--select DT4 --strict",
    ):
        code = dt("validate", *CONCISE, *options.split())
        said[options] = (code, places(dt))
    assert said == {
        "": (1, ["a.yaml DT208", "b.yaml DT203", "b.yaml DT401"]),
        "--select DT2": (1, ["a.yaml DT208", "b.yaml DT203"]),
        "--select DT401,DT208": (0, ["a.yaml DT208", "b.yaml DT401"]),
        "--select no-effect --select missing-grades": (0, ["a.yaml DT208", "b.yaml DT401"]),
        "--ignore DT2": (0, ["b.yaml DT401"]),
        "--select DT2 --ignore effect-outside-period": (0, ["a.yaml DT208"]),
        "--ignore DT2 --select DT203": (1, ["b.yaml DT203"]),
        "--select ALL --ignore DT": (0, []),
        "--select DT4 --strict": (1, ["b.yaml DT401"]),
    }


def test_what_keeps_a_file_from_being_read_is_shown_whatever_is_asked_for(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 2,9}
    # measures/b.yaml
    effect: {annual: 0}
    """
    assert folder.is_dir()
    for options in ("--select DT4", "--ignore DT2,DT201", "--ignore ALL"):
        assert dt("validate", *CONCISE, *options.split()) == 1
        assert places(dt) == ["a.yaml DT201"]


def test_a_plan_that_cannot_be_read_is_told_whatever_is_asked_for(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: kroner
    # measures/a.yaml
    id: A
    # measures/b.yaml
    effect: {annual: 2,9}
    """
    assert folder.is_dir()
    for paths in ("measures", "measures/a.yaml", "measures/a.yaml --select DT4"):
        assert dt("validate", *paths.split(), *CONCISE) == 1
        assert places(dt)[0] == "budgets/plan.yaml DT103"
    assert dt("validate", "measures/a.yaml", "--output-format", "json") == 1
    assert [one["code"] for one in json.loads(dt.out)] == ["DT103"]
    assert dt("validate", "measures/a.yaml", "--lang", "en") == 1
    assert "the plan cannot be read" in dt.err


def test_another_measure_that_cannot_be_read_is_counted_on_stderr(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    id: A
    # measures/b.yaml
    effect: {annual: 2,9}
    """
    assert folder.is_dir()
    assert (dt("validate", "measures/a.yaml", "--lang", "en"), dt.out) == (0, "")
    assert dt.err.splitlines()[-1] == "dt: the check found 1 error: see `dt validate`"


def test_when_nothing_is_left_it_is_said_that_there_is_more(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b.yaml
    title: Noko anna
    """
    assert folder.is_dir()
    for options, said in (
        ("--ignore DT208", "nothing to report of what was asked for"),
        ("measures/b.yaml", "nothing to report in measures/b.yaml"),
        ("measures/b.yaml --select DT2", "nothing to report of what was asked for in measures/b.yaml"),
    ):
        assert dt("validate", *options.split(), "--lang", "en") == 0
        assert dt.out == ""
        assert dt.err.splitlines() == [
            f"read the plan and 2 measures: {said}",
            "dt: the check found 1 warning: see `dt validate`",
        ]


def test_a_comment_is_in_use_though_its_code_is_not_asked_for(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}  # dt: ignore DT208, DT203 reason="Gevinsten er betre kvalitet"
    """
    assert folder.is_dir()
    for options in ("", "--select DT026", "--ignore DT203,DT208"):
        assert dt("validate", *CONCISE, *options.split()) == 0
        assert dt.out == (
            "measures/a.yaml:2:42: DT026 the comment suppresses nothing: DT203 is not reported in line 2\n"
        )
    assert dt("validate", *CONCISE, "--select", "DT2") == 0
    assert dt.out == ""


def test_what_is_suppressed_is_in_no_output_and_no_count_but_is_said(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}  # dt: ignore DT208 reason="Gevinsten er betre kvalitet"
    # measures/b.yaml
    effect: {annual: 0}  # dt: ignore DT208 reason="Gevinsten er betre kvalitet"
    """
    assert folder.is_dir()
    assert dt("validate", "--strict", "--lang", "nb") == 0
    assert dt.out == ""
    assert dt.err.splitlines() == [
        "kontrollert: planen og 2 tiltak. Ingenting å melde.",
        "dt: 2 funn er skjult av kommentarer i filene",
    ]
    assert dt("validate", "measures/b.yaml", "--lang", "en") == 0
    assert dt.err.splitlines()[-1] == "dt: 1 finding is suppressed by a comment in the file"
    assert dt("validate", "--select", "DT4", "--lang", "en") == 0
    assert "suppressed" not in dt.err
    assert dt("validate", "--output-format", "json") == 0
    assert (json.loads(dt.out), dt.err) == ([], "")
    for command in ("summarize", "quadrant", "export a.csv"):
        assert dt(*command.split(), "--lang", "en") == 0
        assert "the check found" not in dt.err


def test_the_day_on_which_a_suppression_expires_can_be_said(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}  # dt: ignore DT208 reason="Gevinsten er betre kvalitet" until=2013-06-30
    """
    assert folder.is_dir()
    for day, codes in (("2013-06-30", []), ("2013-07-01", ["DT208", "DT027"]), ("2013-06-01", [])):
        assert dt("validate", *CONCISE, "--today", day) == 0
        assert places(dt) == [f"a.yaml {code}" for code in codes]
    assert dt("validate", *CONCISE) == 0
    assert places(dt) == ["a.yaml DT208", "a.yaml DT027"]


def test_statistics_are_shown_instead_of_findings_and_the_exit_code_is_the_same(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b.yaml
    effect: {annual: 0}
    acceptance: {grade: 4}
    # measures/c.yaml
    effect: {annual: 900, from: 2017-08}
    """
    assert folder.is_dir()
    assert dt("validate", "--statistics", "--lang", "nn") == 1
    assert [line.split()[:2] for line in dt.out.splitlines()[2:]] == [
        ["2", "DT208"],
        ["1", "DT203"],
        ["1", "DT401"],
        ["4", "i"],
    ]
    assert dt("validate", "--statistics", "--ignore", "DT203", *CONCISE) == 0
    assert dt.out == "2 DT208 no-effect\n1 DT401 missing-grades\n"
    assert dt("validate", "--statistics", "measures/c.yaml", "--output-format", f"json={folder / 'a.json'}") == 1
    assert [row["code"] for row in json.loads((folder / "a.json").read_text("utf-8"))] == ["DT203"]
    assert dt("validate", "--statistics", "--select", "DT5", "--lang", "en") == 0
    assert (dt.out, dt.err.splitlines()[0]) == (
        "",
        "read the plan and 3 measures: nothing to report of what was asked for",
    )


def test_statistics_stay_text_where_findings_would_be_annotations(
    folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    """
    assert folder.is_dir()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert dt("validate", "--statistics") == 0
    assert "DT208" in dt.out
    assert "::" not in dt.out


def test_only_what_is_asked_for_is_mended(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    id: A
    kostra: 202
    requires: [b]
    # measures/b.yaml
    id: B
    """
    assert folder.is_dir()
    for select, changed in (("DT111", ['+kostra: "202"']), ("DT311", ["+requires: [B]"])):
        assert dt("validate", "--diff", "--select", select) == 1
        assert [line for line in dt.out.splitlines() if line.startswith("+") and "+++" not in line] == changed


def test_findings_of_some_files_say_that_everything_was_read(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b.yaml
    effect: {annual: 0}
    """
    assert folder.is_dir()
    assert dt("validate", "measures/b.yaml", "--lang", "en") == 0
    assert dt.out.splitlines()[0] == "DT208 warning: the effect is 0 in every year"
    assert dt.err == "dt: read the plan and 2 measures; shown are findings in measures/b.yaml\n"
    assert dt("validate", ".", "--lang", "en") == 0
    assert dt.err == ""


def test_a_link_is_a_path_of_the_portfolio_that_it_lies_in(
    folder: Path, dt: Dt, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b/c.yaml
    effect: {annual: 0}
    """
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "portfolio").symlink_to(folder)
    (elsewhere / "one.yaml").symlink_to(folder / "measures/a.yaml")
    (folder / "measures/out.yaml").symlink_to(elsewhere / "nothing.yaml")
    (folder / "measures/again").symlink_to(folder / "measures/b")
    said = {}
    for path in (
        "measures/out.yaml",
        "measures/again",
        str(elsewhere / "portfolio/measures/a.yaml"),
        str(elsewhere / "portfolio"),
        str(elsewhere / "one.yaml"),
    ):
        dt("validate", path, *CONCISE)
        said[path.removeprefix(str(elsewhere))] = {place.split()[0] for place in places(dt)}
    assert said == {
        "measures/out.yaml": {"out.yaml"},
        "measures/again": {"again/c.yaml"},
        "/portfolio/measures/a.yaml": {"a.yaml"},
        "/portfolio": {"a.yaml", "again/c.yaml", "b/c.yaml", "out.yaml"},
        "/one.yaml": {"a.yaml"},
    }


@pytest.mark.parametrize(
    "path", ["README.md", "measures/notat.txt", "docs", "measures/.skjult.yaml", "budgets/other.yaml", "measures2"]
)
def test_what_is_not_read_is_not_checked_either(path: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    place = folder / path
    if place.suffix:
        place.write_text("id: A\n", "utf-8")
    else:
        place.mkdir()
    assert dt("validate", "measures/a.yaml", path, "--lang", "en") == 2
    assert dt.err == (
        f"dt: {path} is neither the plan nor a measure: measures are files in measures/ that end in .yaml\n"
    )


@pytest.mark.parametrize("path", ["measures", "budgets", "budgets/plan.yaml", ".", "measures/tom", "measures/b.yml"])
def test_what_is_read_can_be_asked_for(path: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "measures/tom").mkdir()
    (folder / "measures/b.yml").write_text("id: B\n", "utf-8")
    assert dt("validate", path, "--lang", "en") in (0, 1)
    assert dt("validate", folder / path, "--lang", "en") in (0, 1)


def test_paths_of_two_portfolios_are_refused(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("validate", folder / "measures/a.yaml", ROOT / "measures", "--lang", "en") == 2
    assert dt.err == f"dt: {ROOT / 'measures'} does not lie in the portfolio {folder}\n"
