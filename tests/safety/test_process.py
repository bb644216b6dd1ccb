"""``dt`` stopped at any moment, with streams that are closed or full, and on a disk without room."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.documents import ROOT, document, write
from tests.processes import started
from tests.safety.interrupts import COMMANDS, portfolio, stopped, wrong

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, sessions and devices of Linux")

DT = [sys.executable, "-m", "driftstilpasning"]
MOMENTS = (0.3, 0.5, 0.4, 0.8, 0.6, 0.9, 0.7)
NUMBERS = (signal.SIGTERM, signal.SIGINT, signal.SIGINT) * 2 + (signal.SIGTERM,)
FIXABLE = "measures/a.yaml: {effect: {annual: 1 200}}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = portfolio(tmp_path_factory.mktemp("many") / "portfolio")
    (root.parent / "tmp").mkdir()
    return root


@pytest.mark.parametrize(("name", "after", "number"), list(zip(COMMANDS, MOMENTS, NUMBERS, strict=True)))
def test_whatever_it_is_doing_it_stops_without_a_word_and_leaves_nothing_behind(
    name: str, after: float, number: signal.Signals, many: Path
) -> None:
    assert wrong(COMMANDS[name], number, after, many) == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_exit_code_says_what_stopped_it(number: signal.Signals, many: Path) -> None:
    os.mkfifo(nobody_reads := many.parent / f"{number.name}.csv")
    assert stopped(("export", str(nobody_reads)), number, 0.5, many).code in (128 + number, -number)


LOST = """\
import os, signal, sys, time, weakref
from driftstilpasning import cli

class Gone:
    pass

def run(_):
    thing = Gone()
    reference = weakref.ref(thing, lambda _: os.kill(os.getpid(), int(sys.argv[1])))
    del thing  # what the callback raises is lost
    for _ in range(1000):
        time.sleep(0.01)
    return 0

cli.run = run
cli.main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_that_comes_where_it_is_lost_comes_again(number: signal.Signals) -> None:
    command = [sys.executable, "-c", LOST, str(int(number))]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603  # our own program
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, b"", b"")


def test_no_process_lives_on_when_the_one_that_began_it_is_killed(many: Path) -> None:
    done = stopped(COMMANDS["validate with 2"], signal.SIGKILL, None, many)
    assert done.code == -signal.SIGKILL
    assert done.children == []


def run(*arguments: str | Path, shell: str = "", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``dt``, its streams redirected as a shell writes it."""
    command = ["sh", "-c", f'exec "$@" {shell}', "sh", *DT, *arguments]
    return subprocess.run(  # noqa: S603  # our own program
        command, capture_output=True, check=False, env={**os.environ, "DT_LANG": "en", **environ}, timeout=60
    )


SAYING: Sequence[tuple[str, ...]] = (
    ("summarize", "--portfolio", str(ROOT), "--quiet"),
    ("explain", "--all"),
    ("--version",),
)


@pytest.mark.parametrize("arguments", SAYING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize(
    ("shell", "said"),
    [
        (">&-", b"dt: could not write or read: the stream is closed\n"),
        (">/dev/full", b"dt: could not write or read: the disk is full\n"),
        (">&- 2>&-", b""),
        ("<&- >&- 2>&-", b""),
        (">/dev/full 2>/dev/full", b""),
        (">/dev/full 2>&-", b""),
    ],
)
def test_a_result_that_cannot_be_written_is_exit_2(arguments: tuple[str, ...], shell: str, said: bytes) -> None:
    done = run(*arguments, shell=shell)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.splitlines(keepends=True)[-1:] == ([said] if said else [])


@pytest.mark.parametrize("shell", ["2>&-", "2>/dev/full", "<&- 2>&-", "<&-"])
def test_what_is_said_beside_the_result_may_be_lost(shell: str) -> None:
    done = run("explain", "DT101", shell=shell)
    assert done.returncode == 0
    assert done.stdout.startswith(b"DT101")
    assert run("nosuch", shell=shell).returncode == 2


@pytest.mark.parametrize("arguments", SAYING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("wanted", [0, 100])
@pytest.mark.parametrize("both", [False, True])
def test_whoever_reads_may_stop_at_any_point(arguments: tuple[str, ...], wanted: int, *, both: bool) -> None:
    with started([*DT, *arguments], stderr=subprocess.STDOUT if both else subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.read(wanted)
        running.stdout.close()
        said = running.stderr.read() if running.stderr is not None else ""
        assert (running.wait(timeout=60), said) in ((0, ""), (1, ""))


@pytest.mark.parametrize("shell", ["2>&1 >/dev/null | true", "2>&1 | head -c 1 >/dev/null"])
def test_whoever_reads_what_goes_wrong_may_stop_too(shell: str) -> None:
    for arguments in (("nosuch",), ("summarize", "--portfolio", str(ROOT)), ("validate", "--portfolio", "/nowhere")):
        command = ["bash", "-c", f'"$@" {shell}; exit "${{PIPESTATUS[0]}}"', "bash", *DT, *arguments]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603
        assert done.returncode in (0, 2)
        assert (done.stdout, done.stderr) == (b"", b"")


OUTPUTS: Sequence[tuple[str, ...]] = (
    ("export", "out.xlsx"),
    ("export", "out.csv"),
    ("export", "out.json"),
    ("export", "out.parquet"),
    ("validate", "--output-format", "json=out.json"),
    ("validate", "--output-format", "sarif=out.sarif"),
    ("schema", "--output", "out.schema"),
    ("validate", "--fix"),
)


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_a_file_that_would_be_too_large_is_told_and_what_was_there_stays(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    root = write(document(FIXABLE if "--fix" in arguments else "measures/a.yaml: {}"), tmp_path / "p")
    out = root / arguments[-1].partition("=")[2] if "=" in arguments[-1] else root / arguments[-1]
    if "--fix" not in arguments:
        out.write_bytes(b"old")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = subprocess.run(  # noqa: S603  # our own program
        [*DT, *arguments, "--no-cache"] if arguments[0] == "validate" else [*DT, *arguments],
        cwd=root,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "DT_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1)),
    )
    assert done.returncode == 2
    assert b"the file is too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 64 kilobytes, where one can be had."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (mount := shutil.which("mount")) is None:
        pytest.skip("no disks can be had on this system")
    command = [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False, timeout=60).returncode:  # noqa: S603
        pytest.skip("only root can have a disk of its own")
    try:
        assert shutil.disk_usage(disk).total == 64 * 1024
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True, timeout=60)  # noqa: S603, S607


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_on_a_full_disk_what_was_there_stays(arguments: tuple[str, ...], small_disk: Path) -> None:
    root = write(document(FIXABLE if "--fix" in arguments else "measures/a.yaml: {}"), small_disk / "p")
    if "--fix" not in arguments:
        (root / arguments[-1].rpartition("=")[2]).write_bytes(b"old")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with (small_disk / "filling").open("wb", buffering=0) as filling, suppress(OSError):
        for _ in range(100):
            filling.write(b"x" * 1000)
    assert shutil.disk_usage(small_disk).free == 0
    done = subprocess.run(  # noqa: S603  # our own program
        [*DT, *arguments, "--portfolio", root],
        cwd=root,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "DT_LANG": "en", "DT_CACHE_DIR": str(small_disk / "cache")},
    )
    assert done.returncode == 2
    assert b"the disk is full" in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert list(small_disk.rglob("*.tmp")) == []


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "pipe"])
def test_a_device_or_a_pipe_is_written_to_and_never_replaced(device: str, tmp_path: Path) -> None:
    root = write(document("measures/a.yaml: {}"), tmp_path / "p")
    out = tmp_path / "out.json"
    if device == "pipe":
        os.mkfifo(out)
    else:
        out.symlink_to(device)
    mode = out.stat().st_mode
    reading = os.open(out, os.O_RDONLY | os.O_NONBLOCK)
    for arguments in (("export", str(out)), ("validate", "--output-format", f"json={out}")):
        done = run(*arguments, "--portfolio", root)
        assert done.returncode == (2 if device == "/dev/full" else 0)
    os.close(reading)
    assert out.stat().st_mode == mode
