"""Fixtures that read a test's docstring as a portfolio."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from driftstilpasning.analysis.quadrant import Placements, place
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.cli import run
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.workspace import Workspace, load
from tests.documents import described, write
from tests.repositories import IDENTITY, Repository

collect_ignore = ["calc.py"]
"""Runs in LibreOffice's own Python."""

RUNNERS = ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What tells dt that it runs for GitHub or GitLab."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for whatever a shell runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # so that programs which tests start can be interrupted

# a gate is to judge the change, not to try its luck: new examples are for the one who works
settings.register_profile("dt", deadline=None, derandomize=bool(os.environ.get("DT_SAME_EXAMPLES")))
settings.load_profile("dt")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered from one test to the next, or from the reader's own work."""
    monkeypatch.setenv("DT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def workspace(request: pytest.FixtureRequest) -> Workspace:
    """The portfolio in the test's docstring, faults and all."""
    return load(described(request.function))


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    """The portfolio in the test's docstring; nothing in it may be unreadable."""
    assert workspace.left_out == (), workspace.problems
    return workspace.portfolio()


@pytest.fixture
def summary(portfolio: Portfolio) -> Summary:
    """All sums of the portfolio in the test's docstring."""
    return summarize(portfolio)


@pytest.fixture
def placements(portfolio: Portfolio) -> Placements:
    """Every placement of the portfolio in the test's docstring."""
    return place(portfolio)


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The portfolio in the test's docstring in a folder that is the working folder."""
    monkeypatch.chdir(write(described(request.function), tmp_path))
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty git repository, on the branch main; in the folder of the test's portfolio if it has one."""
    if shutil.which("git") is None:
        pytest.skip("no git on this machine")
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    made = Repository(tmp_path)
    made.git("init", "--quiet", "--initial-branch", "main")
    return made


class Dt:
    """Runs ``dt`` in this process and remembers what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def dt(capsys: pytest.CaptureFixture[str]) -> Dt:
    """``dt("summarize", "--lang", "nn")`` gives the exit code; ``dt.out`` and ``dt.err`` what was said."""
    return Dt(capsys)


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own settings decide what a test sees."""
    for name in ("DT_LANG", "DT_PORTFOLIO", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", *RUNNERS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
