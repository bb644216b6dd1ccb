"""``--output-format``: which formats go where, what is told beside them, and what is refused before any work."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from driftstilpasning.cli.outputs import Output, chosen, folder_in_repository
from driftstilpasning.output.diagnostics import FORMATS
from tests.conftest import Dt


def test_one_check_writes_as_many_formats_as_are_asked_for(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: feil
    """
    assert dt("validate", "--output-format", "concise") == 1
    alone = dt.out
    files = [f"--output-format={form}=ut.{form}" for form in FORMATS]
    assert dt("validate", "--output-format", "concise", *files, "--lang", "nb") == 1
    assert dt.out == alone
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == sorted(f"ut.{form}" for form in FORMATS)
    for form in FORMATS:
        assert dt("validate", "--output-format", form, "--lang", "nb") == 1
        assert (folder / f"ut.{form}").read_bytes().decode() == dt.out, "in a file as on stdout"


def test_a_file_is_written_over_whole_and_with_the_same_bytes(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: feil
    """
    path = folder / "funn.sarif"
    path.write_text("gammalt" * 10_000, "utf-8")
    assert dt("validate", "--output-format", "sarif=funn.sarif") == 1
    first = path.read_bytes()
    assert json.loads(first)["version"] == "2.1.0"
    assert dt("validate", "--output-format", "sarif=funn.sarif") == 1
    assert path.read_bytes() == first


def test_the_full_text_in_a_file_has_no_colour_and_80_columns(
    folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    # measures/a.yaml
    title: Eit tiltak med ein tittel som er så lang at linja med staden må kuttast i ei smal rute
    status: adopted
    decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: rejected}]
    """
    monkeypatch.setenv("COLUMNS", "60")
    assert dt("validate", "--color", "always", "--output-format", "full", "--output-format", "full=ut.txt") == 0
    text = (folder / "ut.txt").read_text("utf-8")
    assert "\x1b[" in dt.out
    assert "\x1b[" not in text
    assert max(map(len, text.splitlines())) == 80


def test_when_nothing_goes_to_stdout_the_count_goes_to_stderr(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: feil
    kind: feil
    """
    assert dt("validate", "--output-format", "json=ut.json", "--lang", "nn") == 1
    assert (dt.out, dt.err) == ("", "dt: 2 feil i 1 fil\n")
    assert dt("validate", "--output-format", "json=ut.json", "--quiet") == 1
    assert (dt.out, dt.err) == ("", "")
    assert len(json.loads((folder / "ut.json").read_text("utf-8"))) == 2


def test_success_is_one_line_where_a_person_reads_and_none_where_a_program_does(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert folder.is_dir()
    line = "checked: the plan and 1 measure. Nothing to report.\n"
    for formats, said in (
        (["full"], line),
        (["github"], line),
        (["json=a.json", "sarif=b.sarif"], line),
        *(([form], "") for form in ("concise", "json", "gitlab", "sarif", "junit")),
        (["junit", "sarif=b.sarif"], ""),
    ):
        arguments = [word for form in formats for word in ("--output-format", form)]
        assert dt("validate", *arguments, "--lang", "en") == 0
        assert dt.err == said


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_is_the_same_in_every_format(form: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {acceptance: {text: Ukjend}}
    """
    assert folder.is_dir()
    assert dt("validate", "--output-format", form) == 0
    assert dt("validate", "--output-format", form, "--strict") == 1
    assert dt("validate", "--output-format", f"{form}=ut", "--strict") == 1


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        ("xml", "--output-format: unknown value xml. Choose among: full, concise, json, github, gitlab, sarif, junit"),
        ("sarf=a.sarif", "--output-format: unknown value sarf. Did you mean sarif?"),
        ("full json", "--output-format: only one format can go to the screen; give json a file: json=FILE"),
        ("json=", "--output-format: the name of the file is missing after json="),
        ("json=a.json sarif=a.json", "--output-format: two formats cannot be written to the same file: a.json"),
        ("json=nei/a.json", "cannot write nei/a.json: there is no folder nei"),
        ("json=measures", "cannot write measures: is a folder"),
    ],
)
def test_a_wrong_output_is_exit_2_and_one_line(formats: str, said: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    arguments = [word for form in formats.split() for word in ("--output-format", form)]
    assert dt("validate", *arguments, "--lang", "en") == 2
    assert (dt.out, dt.err) == ("", f"dt: {said}\n")
    assert sorted(path.name for path in folder.iterdir()) == ["budgets", "measures"]


@pytest.mark.parametrize("name", ["measures/a.yaml", "budgets/plan.yaml", "measures/new.yml", "lenke.json"])
def test_no_file_of_the_portfolio_is_written_over(name: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "lenke.json").symlink_to("measures/a.yaml")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    said = f"dt: cannot write {name}: that file belongs to the portfolio. Give the file another name\n"
    assert dt("validate", "--output-format", f"json={name}", "--lang", "en") == 2
    assert (dt.out, dt.err) == ("", said)
    assert dt("schema", "--output", name, "--lang", "en") == 2
    assert (dt.out, dt.err) == ("", said)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert dt("validate", "--output-format", "json=measures/found.json") == 0


def test_in_github_actions_annotations_are_written_where_nothing_else_is_asked_for(
    folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    # measures/a.yaml
    status: feil
    """
    assert folder.is_dir()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert dt("validate", "--lang", "en") == 1
    assert dt.out.startswith("::error file=measures/a.yaml,line=2,col=9,endLine=2,endColumn=13,title=DT103 ")
    assert dt.err == "dt: 1 error in 1 file\n"
    assert dt("validate", "--output-format", "concise") == 1
    assert not dt.out.startswith("::")


@pytest.mark.parametrize(
    ("environ", "terminal", "form"),
    [
        ({"GITHUB_ACTIONS": "true"}, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, True, "full"),
        ({"GITHUB_ACTIONS": "false"}, False, "full"),
        ({"CI": "true"}, False, "full"),
        ({}, False, "full"),
    ],
)
def test_github_is_chosen_only_in_actions_without_a_terminal(
    environ: Mapping[str, str], *, terminal: bool, form: str
) -> None:
    assert chosen([], environ, terminal=terminal).each == (Output(form),)
    assert chosen(["json"], environ, terminal=terminal).each == (Output("json"),)


def test_a_file_lies_where_the_repository_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = tmp_path / "repo/økonomi/2013"
    portfolio.mkdir(parents=True)
    monkeypatch.chdir("/")
    assert folder_in_repository(portfolio, {}) == portfolio.relative_to("/").as_posix(), "the working folder"
    monkeypatch.chdir(tmp_path / "repo/økonomi")
    assert folder_in_repository(portfolio, {}) == "2013"
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        assert folder_in_repository(portfolio, {name: str(tmp_path)}) == "repo/økonomi/2013"
        assert folder_in_repository(portfolio, {name: str(tmp_path / "other")}) == "2013"
    (tmp_path / "repo/.git").mkdir()
    assert folder_in_repository(portfolio, {"GITHUB_WORKSPACE": str(tmp_path)}) == "økonomi/2013"
    (portfolio / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert folder_in_repository(portfolio, {}) == ""


def test_a_portfolio_outside_all_that_is_known_keeps_its_own_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio, elsewhere = tmp_path / "a", tmp_path / "b"
    portfolio.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert folder_in_repository(portfolio, {}) == ""


def test_receivers_get_the_names_of_the_repository_and_readers_those_of_the_portfolio(
    folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    # measures/a.yaml
    status: feil
    """
    monkeypatch.chdir(folder.parent)
    for form, named in (
        ("github", f"file={folder.name}/measures/a.yaml,"),
        ("gitlab", f'"path": "{folder.name}/measures/a.yaml"'),
        ("junit", f'name="{folder.name}/measures/a.yaml"'),
        ("sarif", f'"uri": "{folder.name}/measures/a.yaml"'),
        ("json", '"path": "measures/a.yaml"'),
        ("concise", "measures/a.yaml:2:9: "),
    ):
        assert dt("validate", "--portfolio", folder, "--output-format", form) == 1
        assert named in dt.out


def test_junit_has_a_case_for_each_file_that_was_chosen(folder: Path, dt: Dt) -> None:
    """
    measures/a/x.yaml: {}
    measures/b/y.yaml: {status: feil}
    """
    assert folder.is_dir()
    assert dt("validate", "--output-format", "junit") == 1
    assert [part.split('"')[0] for part in dt.out.split('validate" name="')[1:]] == [
        "budgets/plan.yaml",
        "measures/a/x.yaml",
        "measures/b/y.yaml",
    ]
    assert dt("validate", "measures/a", "--output-format", "junit") == 0
    assert 'tests="1" failures="0"' in dt.out
