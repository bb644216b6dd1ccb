"""``dt`` as a program of its own: streams, pipes and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from driftstilpasning.cli import session
from tests.conftest import Dt
from tests.documents import ROOT, document, write

DT = [sys.executable, "-m", "driftstilpasning"]


def process(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  # our own program
        [*DT, *arguments], capture_output=True, check=False, env={**os.environ, **environ}, timeout=60
    )


def test_results_go_to_stdout_and_everything_else_to_stderr() -> None:
    done = process("summarize", "--portfolio", str(ROOT), "--output-format", "json")
    assert done.returncode == 0
    assert done.stdout.startswith(b"{")
    assert done.stdout.endswith(b"}\n")
    assert done.stderr.startswith(b"dt: ")


def test_output_is_utf_8_whatever_the_machine_speaks() -> None:
    done = process(
        "quadrant", "--portfolio", str(ROOT), "--lang", "nn", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 0
    assert "Øygarden" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(("arguments", "code"), [("--version", 0), ("validate nei", 2)])
def test_exit_codes_are_those_of_the_program(arguments: str, code: int) -> None:
    done = process(*arguments.split())
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["summarize", "validate"])
def test_a_reader_that_goes_away_is_no_error(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(  # noqa: S603  # our own program
        [*DT, command, "--portfolio", str(ROOT), "--quiet"], stdout=writing, stderr=subprocess.PIPE
    ) as running:
        os.close(writing)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 0
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the machine has no device that is always full")
def test_output_that_cannot_be_written_is_exit_2_and_one_line() -> None:
    with (
        Path("/dev/full").open("wb") as full,
        subprocess.Popen(  # noqa: S603  # our own program
            [*DT, "summarize", "--portfolio", str(ROOT), "--quiet", "--lang", "en"], stdout=full, stderr=subprocess.PIPE
        ) as running,
    ):
        _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    assert said == b"dt: could not write or read: the disk is full\n"


def test_work_that_takes_long_is_told_on_a_terminal_and_nowhere_else(
    tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "".join(f"# measures/m{i:03d}.yaml\nid: M-{i}\n" for i in range(250))
    write(document(many), tmp_path)
    monkeypatch.setattr(session, "_PATIENCE", 0)
    assert dt("summarize", "--portfolio", tmp_path, "--lang", "en") == 0
    assert dt.err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert dt("summarize", "--portfolio", tmp_path, "--lang", "en") == 0
    assert "Reading files: 200" in dt.err
    assert dt("summarize", "--portfolio", tmp_path, "--quiet") == 0
    assert dt.err == ""
