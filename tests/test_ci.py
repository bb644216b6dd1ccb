"""What runs the program elsewhere: the action, the hook and the workflows, and what is written about them."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.action import ACTION, Runner
from tests.conftest import Dt
from tests.documents import ROOT
from tests.repositories import Repository

MANUAL = (ROOT / "docs/ci.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"```yaml\n# (\S+)\n(.*?)```", MANUAL, re.DOTALL)
HOOKS = ROOT / ".pre-commit-hooks.yaml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def conforms(file: Path, schema: str, *options: str) -> None:
    """The file is what its publisher's schema takes."""
    done = tool("check_jsonschema", "--builtin-schema", f"vendor.{schema}", *options, str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def pre_commit(command: str, file: Path) -> None:
    """The file is what pre-commit takes, without a warning."""
    done = tool("pre_commit", command, str(file))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def tool(module: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603  # a tool of ours


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A job in which the program has been installed."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    program = temporary / "dt"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m driftstilpasning "$@"\n', "utf-8")
    program.chmod(0o700)
    return Runner(temporary, {"lang": "en"}, {"steps.install.outputs.dt": str(program)})


def test_the_action_and_the_workflows_are_what_github_takes() -> None:
    conforms(ROOT / "action.yml", "github-actions")
    assert WORKFLOWS
    for workflow in WORKFLOWS:
        conforms(workflow, "github-workflows")


def test_the_hooks_are_what_pre_commit_takes() -> None:
    pre_commit("validate-manifest", HOOKS)


@pytest.mark.parametrize(
    ("name", "matches"),
    [
        ("measures/a.yaml", True),
        ("measures/skule/a.YML", True),
        ("økonomi/2014/measures/a.yml", True),
        ("budgets/plan.yaml", True),
        ("økonomi/budgets/plan.yaml", True),
        ("measures/README.md", False),
        ("budgets/other.yaml", False),
        ("old-measures/a.yaml", False),
    ],
)
def test_the_hooks_run_for_files_of_a_portfolio(name: str, *, matches: bool) -> None:
    patterns = [hook["files"] for hook in yaml.safe_load(HOOKS.read_text("utf-8"))]
    assert len(patterns) == 2
    assert [bool(re.search(pattern, name)) for pattern in patterns] == [matches, matches]


def test_every_action_is_pinned_to_a_commit_and_nothing_of_an_event_is_pasted_into_a_script() -> None:
    for file in (ROOT / "action.yml", *WORKFLOWS):
        text = file.read_text("utf-8")
        others = [used for used in re.findall(r"uses: (.*)", text) if used != "./"]
        assert all(re.fullmatch(r"\S+@[0-9a-f]{40} # v[\d.]+", used) for used in others)
        assert len(others) > 0
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_workflows_may_only_read() -> None:
    for workflow in WORKFLOWS:
        text = workflow.read_text("utf-8")
        assert "\npermissions: {}\n" in text
        assert set(re.findall(r"^ +([a-z-]+): (?:read|write)$", text, re.MULTILINE)) == {"contents"}
        assert ": write" not in text
        assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_the_action_passes_a_good_portfolio_and_fails_on_a_bad_one(folder: Path, runner: Runner) -> None:
    """
    measures/a.yaml: {acceptance: {text: Ukjend}}
    """
    done = runner.take("validate", folder)
    assert done.returncode == 0, done.stderr
    assert "DT401" in done.stdout
    assert runner.value(ACTION["outputs"]["exit-code"]["value"]) == "0"
    runner.inputs = {"strict": "true"}
    assert runner.take("validate", folder).returncode == 1
    assert runner.value(ACTION["outputs"]["exit-code"]["value"]) == "1"


def test_what_the_action_is_given_is_passed_on_letter_by_letter(
    folder: Path, runner: Runner, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """
    measures/a.yaml: {status: feil}
    measures/b.yaml: {status: feil}
    """
    workspace = tmp_path_factory.mktemp("workspace")
    name = "mi $(touch owned) `touch owned` \"økonomi\" 'x'; touch owned #"
    shutil.copytree(folder, workspace / name, ignore=shutil.ignore_patterns("temporary"))
    runner.inputs = {"portfolio": name, "args": f"--output-format\njson\n\n{name}/measures/b.yaml\n", "lang": "nb"}
    done = runner.take("validate", workspace)
    assert [finding["path"] for finding in json.loads(done.stdout)] == ["measures/b.yaml"], done.stderr
    assert [path.name for path in workspace.iterdir()] == [name]


@pytest.mark.parametrize(
    "given", [{"strict": "yes"}, {"portfolio": "nowhere"}, {"changed-since": "--output=x"}, {"args": "--unknown"}]
)
def test_an_action_called_wrongly_is_exit_2(folder: Path, runner: Runner, given: dict[str, str]) -> None:
    """
    measures/a.yaml: {}
    """
    before = sorted(folder.rglob("*.*"))
    runner.inputs = given
    done = runner.take("validate", folder)
    assert done.returncode == 2
    assert done.stdout + done.stderr != ""
    assert [path for path in sorted(folder.rglob("*.*")) if path.parent != runner.temporary] == before


@pytest.mark.parametrize(("name", "text"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_every_file_that_the_manual_shows_is_what_its_reader_takes(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "shown.yaml"
    file.write_text(text, "utf-8")
    if name == ".pre-commit-config.yaml":
        pre_commit("validate-config", file)
        shown, offered = yaml.safe_load(text), yaml.safe_load(HOOKS.read_text("utf-8"))
        assert {hook["id"] for hook in shown["repos"][0]["hooks"]} <= {hook["id"] for hook in offered}
    elif name == ".gitlab-ci.yml":
        conforms(file, "gitlab-ci", "--data-transform", "gitlab-ci")
    else:
        assert name.startswith(".github/workflows/")
        conforms(file, "github-workflows")


def test_every_file_that_the_manual_shows_has_a_name() -> None:
    assert [name for name, _ in BLOCKS if name.startswith(".")] == [name for name, _ in BLOCKS]
    assert len(BLOCKS) == MANUAL.count("```yaml") == 4


def test_the_workflows_of_the_manual_give_the_action_only_what_it_takes() -> None:
    given = [
        set(step["with"])
        for name, text in BLOCKS
        if name.startswith(".github/")
        for job in yaml.safe_load(text)["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("OWNER/driftstilpasning@")
    ]
    assert len(given) == 2
    assert set().union(*given) <= set(ACTION["inputs"])


def test_every_option_that_the_manual_names_is_one_of_dt_validate() -> None:
    help_ = (ROOT / "docs/cli.md").read_text("utf-8").partition("## dt validate\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", MANUAL)) - {"--quiet", "--unshallow"}
    assert {"--changed-since", "--output-format"} <= named
    assert {option for option in named if option not in help_} == set()


def test_what_gitlab_runs_writes_what_gitlab_reads(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    job = yaml.safe_load(dict(BLOCKS)[".gitlab-ci.yml"])["tiltak"]
    (command,) = job["script"]
    program, *arguments = shlex.split(command)
    assert (program, dt(*arguments)) == ("dt", 1)
    reports = job["artifacts"]["reports"]
    assert json.loads((folder / reports["codequality"]).read_text("utf-8"))[0]["location"]["path"] == "measures/a.yaml"
    junit = ET.parse(folder / reports["junit"]).getroot()  # noqa: S314  # our own
    assert junit.get("failures") == "1"


def test_the_action_annotates_and_writes_sarif_where_it_is_asked_to(folder: Path, runner: Runner) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    runner.inputs = {"sarif": "my findings.sarif"}
    done = runner.take("validate", folder)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=measures/a.yaml,line="), done.stderr
    (run,) = json.loads((folder / "my findings.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["DT103"]


def test_the_action_shows_what_a_change_brought_about(folder: Path, repository: Repository, runner: Runner) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    repository.commit()
    runner.inputs = {"changed-since": "HEAD"}
    done = runner.take("validate", folder)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_manual_names_every_input_and_output_of_the_action() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", MANUAL, re.MULTILINE)
    assert rows == [*ACTION["inputs"], *ACTION["outputs"]]
