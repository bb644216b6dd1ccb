"""Stop ``dt`` at any moment, and see what it leaves behind.

    python -m tests.safety.interrupts 500

stops it five hundred times and prints what went wrong.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from tests.documents import document, write
from tests.rules.examples import MEASURE

DT: Final = """\
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python itself has begun, and would say so
sys.stdout.write("begun\\n")
sys.stdout.flush()
from driftstilpasning.__main__ import main
main()
"""
MANY: Final = 1_200
"""Measures enough for several processes."""

COMMANDS: Final[Mapping[str, Sequence[str]]] = {
    "validate": ("validate",),
    "validate afresh": ("validate", "--no-cache", "--jobs", "1"),
    "validate with 2": ("validate", "--no-cache", "--jobs", "2", "--output-format", "json=out.json"),
    "fix": ("validate", "--fix"),
    "summarize": ("summarize", "--output-format", "json"),
    "export": ("export", "out.xlsx"),
    "export csv": ("export", "out.csv"),
}


def portfolio(root: Path) -> Path:
    """Many measures, some with a fault that can be mended; written once."""
    if not root.exists():
        files = {
            f"measures/{i // 100}/{i}.yaml": "".join(
                f"{line}\n" for line in {**MEASURE, "id": f"id: A-{i}", "kostra": f"kostra: {254 + i % 2}"}.values()
            )
            for i in range(MANY)
        }
        plan = document("measures/a.yaml: {}").contents["budgets/plan.yaml"]
        write(document("measures/a.yaml: {}").__class__({**files, "budgets/plan.yaml": plan}), root)
    return root


class Stopped(NamedTuple):
    """What was left of ``dt`` once it had been stopped."""

    code: int
    err: bytes
    left: list[str]
    """Files that are no measure and not what was asked for, whole or not at all."""
    children: list[int]


def stopped(command: Sequence[str], number: signal.Signals, after: float | None, root: Path) -> Stopped:
    """Start ``dt`` in ``root``, and stop it ``after`` so many seconds, or once it has a process under it."""
    folder = root.parent / "store"
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", DT, *command],
        cwd=root,
        env={**os.environ, "DT_CACHE_DIR": str(folder), "TMPDIR": str(root.parent / "tmp")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        running.stdout.read(1)
        if after is None:
            while running.poll() is None and len(_living(running.pid)) == 1:
                time.sleep(0.001)
        else:
            time.sleep(after)
        with suppress(ProcessLookupError):  # it has ended
            if number is signal.SIGKILL:
                running.kill()
            else:
                os.killpg(running.pid, number)  # to all of them, as from a terminal
        try:
            _, err = running.communicate(timeout=60)
        finally:
            running.kill()  # else a process that hangs is waited for
    places = (root, root.parent / "tmp", folder)
    names = [path.name for place in places if place.exists() for path in place.rglob("*") if path.is_file()]
    left = [name for name in names if name.endswith(".tmp") or name.startswith((".", "tmp"))]
    return Stopped(running.returncode, err, left, _session(running.pid))


def _session(leader: int) -> list[int]:
    """The processes that stay of the session that ``leader`` began."""
    for _ in range(50):
        if not (found := _living(leader)):
            break
        time.sleep(0.1)  # it may be about to end
    return found


def _living(leader: int) -> list[int]:
    """The processes of the session that ``leader`` began."""
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if _lives(entry, leader)]


def _lives(entry: Path, leader: int) -> bool:
    """Whether a process is of the session and has not ended."""
    try:
        _, _, rest = (entry / "stat").read_text("utf-8", "replace").rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return False
    state, _, _, session, *_ = rest.split()
    return state not in "ZX" and int(session) == leader


def wrong(command: Sequence[str], number: signal.Signals, after: float, root: Path) -> str:
    """What was wrong with how it ended; empty where all was as it should be."""
    done = stopped(command, number, after, root)
    expected = {0, 1, 128 + number, -number}  # it may have been done, or hardly begun
    if done.code not in expected or b"Traceback" in done.err or b"Exception" in done.err or done.left or done.children:
        return f"{done}"
    return ""


def main(times: int) -> None:
    """Stop it so many times, and print what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        root = portfolio(Path(folder) / "portfolio")
        (root.parent / "tmp").mkdir()
        for i in range(times):
            name, number = random.choice(list(COMMANDS)), random.choice((signal.SIGINT, signal.SIGTERM))  # noqa: S311
            after = random.uniform(0, 1.5)  # noqa: S311  # any moment
            if said := wrong(COMMANDS[name], number, after, root):
                sys.stdout.write(f"{i}: {name}, {number.name} after {after:.3f} s: {said}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
