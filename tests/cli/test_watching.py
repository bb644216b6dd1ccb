"""``dt validate --watch``: a program that stays, and checks again at every change."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest

from tests.conftest import Dt
from tests.documents import document, write
from tests.processes import started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")

WAITS = "watching budgets/, measures/. Stop with Ctrl-C."
TWO = "measures/a.yaml: {}\nmeasures/b.yaml: {}"
DT = [sys.executable, "-m", "driftstilpasning", "validate", "--watch", "--lang", "en"]


class Watching:
    """A ``dt validate --watch`` in ``root``; ``said`` is what it has said of its last check."""

    def __init__(self, process: "subprocess.Popen[str]", root: Path) -> None:
        assert process.stdout is not None
        self.root, self._lines = root, process.stdout
        self.said = self._listen()

    def _listen(self) -> str:
        lines = list(takewhile(lambda line: WAITS not in line, self._lines))
        return "".join(lines)

    def after(self, change: Callable[[Path], object]) -> str:
        """Change the portfolio, and hear what is said of it."""
        change(self.root)
        self.said = self._listen()
        return self.said


@contextmanager
def watching(root: Path, *arguments: str) -> Iterator[Watching]:
    """The program, past its first check; at the end it is interrupted, and goes without a word."""
    command = [*DT, *arguments]
    with started(command, cwd=root) as process:
        yield Watching(process, root)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60)[0] == ""
        assert process.returncode == 0


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return write(document(TWO), tmp_path)


def replaced(name: str, old: str, new: str) -> Callable[[Path], object]:
    """Write another text in a file, as an editor does: beside it, and then in its place."""

    def change(root: Path) -> None:
        scratch = root / f"{name}.scratch"
        scratch.write_text((root / name).read_text("utf-8").replace(old, new), "utf-8")
        scratch.replace(root / name)

    return change


def test_every_change_is_checked_in_the_chosen_format(two: Path) -> None:
    with watching(two, "--output-format", "concise") as dt:
        assert dt.said == ""
        changed, found = dt.after(replaced("measures/a.yaml", "proposed", "propsed")).splitlines()
        assert changed == "dt: changed: measures/a.yaml"
        assert found.startswith("measures/a.yaml:4:9: DT103 ")
        _, found, *_ = dt.after(replaced("budgets/plan.yaml", "unit:", "unti:")).splitlines()
        assert found.startswith("budgets/plan.yaml:")
        dt.after(replaced("budgets/plan.yaml", "unti:", "unit:"))
        assert dt.after(replaced("measures/a.yaml", "propsed", "idea")) == "dt: changed: measures/a.yaml\n"


def test_files_and_folders_come_and_go(two: Path) -> None:
    (two / "away").mkdir()
    shutil.copy(two / "measures/a.yaml", two / "away/c.yaml")

    with watching(two) as dt:
        assert dt.said == "checked: the plan and 2 measures. Nothing to report.\n"
        assert "DT301" in dt.after(lambda root: (root / "away").rename(root / "measures/sub"))
        assert dt.after(lambda root: (root / "measures/sub").rename(root / "away")).endswith(
            "checked: the plan and 2 measures. Nothing to report.\n"
        )
        assert dt.after(lambda root: (root / "measures").rename(root / "elsewhere")).endswith(
            "checked: the plan and 0 measures. Nothing to report.\n"
            "dt: no measures: dt reads files that end in .yaml in the folder measures/\n"
        )
        dt.after(lambda root: (root / "elsewhere").rename(root / "measures"))
        assert dt.after(lambda root: (root / "measures/b.yaml").unlink()).endswith(
            "checked: the plan and 1 measure. Nothing to report.\n"
        )


def test_files_beside_the_measures_are_passed_by(two: Path) -> None:
    def change(root: Path) -> None:
        (root / "measures/notes.txt").write_text("x", "utf-8")
        (root / "measures/.a.yaml.swp").write_text("x", "utf-8")
        (root / "measures/.hidden").mkdir()
        (root / "measures/.hidden/a.yaml").write_text("x", "utf-8")
        (root / "notes.yaml").write_text("x", "utf-8")
        (root / "measures/a.yaml").touch()

    with watching(two) as dt:
        assert dt.after(change).splitlines()[0] == "dt: changed: measures/a.yaml"


def test_many_changes_are_counted(two: Path) -> None:
    for name in "cdef":
        (two / f"{name}.yaml").write_text("id: X\n", "utf-8")

    def change(root: Path) -> None:
        for name in "cdef":
            (root / f"{name}.yaml").rename(root / f"measures/{name}.yaml")

    with watching(two, "--output-format", "concise") as dt:
        assert dt.after(change).splitlines()[0] == "dt: changed: 4 files"


def test_what_goes_wrong_once_is_told_and_the_next_change_waited_for(two: Path) -> None:
    out = two / "out"
    out.mkdir()
    with watching(two, "--output-format", "json=out/found.json", "--output-format", "concise") as dt:
        (out / "found.json").unlink()
        out.rmdir()
        assert (
            dt.after(lambda root: (root / "measures/b.yaml").touch())
            .splitlines()[1]
            .startswith("dt: cannot write out/found.json: ")
        )
        out.mkdir()
        dt.after(replaced("measures/a.yaml", "proposed", "propsed"))
        assert [found["code"] for found in json.loads((out / "found.json").read_text("utf-8"))] == ["DT103"]


def test_without_its_plan_there_is_no_portfolio_until_it_is_back(two: Path) -> None:
    with watching(two, "--output-format", "json") as dt:
        assert json.loads(dt.said) == []
        changed, said = dt.after(lambda root: (root / "budgets/plan.yaml").rename(root / "plan.yaml")).splitlines()
        assert changed == "dt: changed: budgets/plan.yaml"
        assert said.startswith(f"dt: no portfolio here: no budgets/plan.yaml in {two} or above. ")
        _, *found = dt.after(lambda root: (root / "plan.yaml").rename(root / "budgets/plan.yaml")).splitlines()
        assert json.loads("".join(found)) == []


def test_a_revision_that_there_is_not_is_told_at_once(folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    measures/a.yaml: {}
    """
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert dt("validate", "--watch", "--changed-since", "HEAD", "--lang", "en") == 2
    assert "does not lie in a git repository" in dt.err


def test_on_a_terminal_every_check_begins_on_an_empty_screen(two: Path) -> None:
    import pty  # noqa: PLC0415  # not on Windows

    control, terminal = pty.openpty()
    command = [*DT, "--color", "never"]
    with started(command, cwd=two, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        said = b""
        while WAITS.encode() not in said:
            said += os.read(control, 1000)
        assert b"\x1b[2J" not in said
        replaced("measures/a.yaml", "proposed", "propsed")(two)
        said = b""
        while WAITS.encode() not in said:
            said += os.read(control, 1000)
        assert said.startswith(b"\x1b[2J\x1b[H")
        assert b"DT103" in said
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    os.close(control)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_to_watch_is_not_to_change(option: str, folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert folder.is_dir()
    assert dt("validate", "--watch", option, "--lang", "en") == 2
    assert dt.err == "dt: --watch does not go with --fix or --diff\n"


def test_folders_that_cannot_be_watched_are_told(folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    measures/a.yaml: {}
    """

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "OS file watch limit reached.")

    assert folder.is_dir()
    monkeypatch.setattr("watchfiles.watch", full)
    assert dt("validate", "--watch", "--lang", "en") == 2
    assert dt.err == "dt: cannot watch budgets/, measures/: [Errno 28] OS file watch limit reached.\n"
