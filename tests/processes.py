"""Programs that a test starts and speaks with while they run."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Final

_LONGEST: Final = 120
"""Seconds."""


@contextmanager
def started(
    command: Sequence[str], *, cwd: Path | None = None, stdout: int = subprocess.PIPE, stderr: int = subprocess.STDOUT
) -> Iterator["subprocess.Popen[str]"]:
    """A process that does not outlive the test, and is killed after so long that whoever listens to it is not heard.

    Its coverage is not measured: what measures it hangs when it is interrupted.
    """
    environ = {name: value for name, value in os.environ.items() if name != "COVERAGE_PROCESS_CONFIG"}
    with subprocess.Popen(  # noqa: S603  # our own program
        command, cwd=cwd, env=environ, stdout=stdout, stderr=stderr, text=True
    ) as process:
        late = Timer(_LONGEST, process.kill)
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            process.kill()
