"""``dt validate``: exit codes, paths, and what goes where."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Dt
from tests.documents import ROOT


def test_a_good_portfolio_is_one_line_and_exit_0(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {}
    """
    assert folder.is_dir()
    assert dt("validate", "--lang", "nn") == 0
    assert (dt.out, dt.err) == ("", "kontrollert: planen og 2 tiltak. Ingenting å melde.\n")
    assert dt("validate", "--quiet") == 0
    assert (dt.out, dt.err) == ("", "")


def test_an_error_is_exit_1_and_goes_to_stdout(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect:
      2013: 2,9
      2014: 3
      2015: 3
      2016: 3
    """
    assert folder.is_dir()
    assert dt("validate", "--lang", "en") == 1
    assert dt.err == ""
    head, *excerpt, cure = dt.out.splitlines()[:6]
    assert head.startswith("DT201 error: ")
    assert "2,9" in head
    assert excerpt == [
        " --> measures/a.yaml:3:9  A Samle innkjøpa i éin avtale",
        "  |",
        "3 |   2013: 2,9",
        "  |         ^^^",
    ]
    assert cure.startswith("  = help: ")
    assert "2900" in dt.out
    assert dt.out.splitlines()[-2:] == ["1 error in 1 file", "More about a code: dt explain DT201"]


def test_a_warning_is_exit_0_and_with_strict_exit_1(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {acceptance: {text: Ukjend}}
    """
    assert folder.is_dir()
    assert dt("validate", "--output-format", "concise") == 0
    assert " DT401 " in dt.out
    assert dt("validate", "--strict", "--output-format", "concise") == 1


def test_the_plan_decides_how_much_a_code_matters(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    severity: {DT401: error}
    # measures/a.yaml
    acceptance: {text: Ukjend}
    """
    assert dt("validate", "--output-format", "concise") == 1
    plan = folder / "budgets/plan.yaml"
    for level, code in (("warning", 0), ("info", 0), ("off", 0)):
        plan.write_text(re.sub(r"DT401: \w+", f"DT401: {level}", plan.read_text("utf-8")), "utf-8")
        assert dt("validate", "--output-format", "concise") == code
        assert ("DT401" in dt.out) == (level != "off")
        assert dt("validate", "--strict", "--output-format", "concise") == (1 if level == "warning" else 0)


def test_only_what_stands_in_the_paths_is_shown_though_everything_is_read(folder: Path, dt: Dt) -> None:
    """
    # measures/oppvekst/a.yaml
    status: feil
    # measures/teknisk/b.yaml
    status: feil
    # measures/teknisk/c.yaml
    id: A-9
    """
    said = {}
    for path in ("measures/oppvekst", "measures/teknisk/b.yaml", "measures/teknisk/c.yaml", ".", "budgets"):
        code = dt("validate", path, "--output-format", "concise")
        said[path] = (code, [line.split(":")[0] for line in dt.out.splitlines()])
    assert said == {
        "measures/oppvekst": (1, ["measures/oppvekst/a.yaml"]),
        "measures/teknisk/b.yaml": (1, ["measures/teknisk/b.yaml"]),
        "measures/teknisk/c.yaml": (0, []),
        ".": (1, ["measures/oppvekst/a.yaml", "measures/teknisk/b.yaml"]),
        "budgets": (0, []),
    }
    assert dt("validate", folder / "measures/oppvekst", "measures/teknisk", "--output-format", "concise") == 1
    assert len(dt.out.splitlines()) == 2


def test_a_path_in_another_portfolio_is_exit_2(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("validate", ROOT / "measures", "--portfolio", folder, "--lang", "en") == 2
    assert "does not lie in the portfolio" in dt.err


def test_a_path_finds_its_own_portfolio(tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert dt("validate", ROOT / "measures/kultur", "--output-format", "json") == 0


def test_a_yml_file_is_an_error_and_never_skipped(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "measures/b.yml").write_text("id: B\n", "utf-8")
    assert dt("validate", "--output-format", "concise") == 1
    assert "measures/b.yml" in dt.out


@pytest.mark.parametrize(
    ("name", "renamed"), [("b.yaml.txt", "b.yaml"), ("B.YAML.TXT", "B.yaml"), ("b.YAML", "b.yaml"), ("b.yml", "b.yaml")]
)
def test_a_measure_by_mistake_of_another_name_is_an_error(name: str, renamed: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "measures" / name).write_text("id: B\n", "utf-8")
    (folder / "measures/a.yaml.bak").write_text("id: A\n", "utf-8")
    (folder / "measures/notes.txt").write_text("id: A\n", "utf-8")
    assert dt("validate", "--lang", "en") == 1
    assert f"rename the file to measures/{renamed}" in dt.out
    assert dt.out.count("DT004 error") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="Measures and measures may be one folder")
@pytest.mark.parametrize("name", ["Measures", "tiltak", "Tiltak"])
def test_where_there_are_no_measures_it_is_said_where_they_are_looked_for(name: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "measures").rename(folder / "away")
    assert dt("validate", "--lang", "en") == 0
    said = "checked: the plan and 0 measures. Nothing to report.\ndt: no measures: dt reads "
    assert dt.err == f"{said}files that end in .yaml in the folder measures/\n"
    (folder / "away").rename(folder / name)
    assert dt("validate", "--lang", "en") == 0
    assert dt.err == f"{said}the folder measures/. Give the folder {name}/ that name\n"


def test_an_unreadable_plan_is_exit_1_at_validate(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: kroner
    # measures/a.yaml
    id: A
    """
    assert folder.is_dir()
    assert dt("validate") == 1
    assert "budgets/plan.yaml" in dt.out


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_count_at_the_end_is_in_singular_and_plural(lang: str, folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: feil
    # measures/b.yaml
    status: feil
    kind: feil
    """
    assert folder.is_dir()
    assert dt("validate", "--lang", lang) == 1
    last = dt.out.splitlines()[-2]
    assert last == {"nb": "3 feil i 2 filer", "nn": "3 feil i 2 filer", "en": "3 errors in 2 files"}[lang]


def test_a_clean_path_says_that_there_is_something_elsewhere(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: {annual: 0}
    # measures/b.yaml
    title: Noko anna
    """
    assert folder.is_dir()
    assert dt("validate", "measures/b.yaml", "--lang", "en") == 0
    assert dt.out == ""
    assert dt.err.splitlines() == [
        "read the plan and 2 measures: nothing to report in measures/b.yaml",
        "dt: the check found 1 warning: see `dt validate`",
    ]
