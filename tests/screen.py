"""What ``dt`` prints, run within the test's own process."""

import contextlib
import io
import os
from collections.abc import Sequence
from typing import NamedTuple
from unittest import mock

from driftstilpasning.cli import run


class Printed(NamedTuple):
    """What one run of ``dt`` wrote to each stream, and its exit code."""

    out: str
    err: str
    code: int


def printed(arguments: Sequence[str]) -> Printed:
    """What ``dt`` with these arguments prints in 80 columns without colour."""
    out, err = io.StringIO(), io.StringIO()
    screen = {"COLUMNS": "80", "TERM": "xterm-256color"}
    with mock.patch.dict(os.environ, screen), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    return Printed(out.getvalue(), err.getvalue(), code)
