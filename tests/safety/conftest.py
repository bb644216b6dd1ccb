"""Whether ``dt`` is stopped or finds no room, only ``dt`` itself is looked at."""

import pytest


@pytest.fixture(autouse=True)
def _unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What measures the coverage of a process hangs when that is interrupted, and fails on a full disk."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
