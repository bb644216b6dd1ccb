"""Several processes find what one finds, whatever becomes of them."""

import errno
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NoReturn

import pytest

from driftstilpasning.checking import workers
from driftstilpasning.checking.looking import Looked, Looker
from driftstilpasning.checking.workers import ENOUGH, look_at
from driftstilpasning.source.tree import File

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process on this system")

FILES = [(f"measures/{i}.yaml", f"id: A-{i}\n".encode() * (1 + i % 3)) for i in range(ENOUGH + 150)]
LOOKER = Looker.of(None)


@pytest.fixture(scope="module")
def expected() -> list[Looked]:
    return [looked for file in FILES for looked in LOOKER.look([file])]


@pytest.fixture(autouse=True)
def _no_child_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("files", [0, 1, ENOUGH - 1, ENOUGH, ENOUGH + 1, ENOUGH + 150])
def test_as_many_processes_as_are_asked_for_find_the_same_in_the_same_order(
    jobs: int, files: int, expected: list[Looked]
) -> None:
    assert list(look_at(LOOKER, FILES[:files], jobs)) == expected[:files]


def test_no_more_are_started_than_can_be_of_use(expected: list[Looked], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_MOST_ASKED", 3)
    started = count()

    class Counted(workers._Worker):  # noqa: SLF001  # how many there are shows nowhere else
        def __init__(self, looker: Looker) -> None:
            next(started)
            super().__init__(looker)

    monkeypatch.setattr(workers, "_Worker", Counted)
    assert list(look_at(LOOKER, FILES, 1_000_000)) == expected
    assert next(started) == 3


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("which", [[0], [1], [0, 1]])
@pytest.mark.parametrize("moment", [0, 600, ENOUGH])
def test_what_a_process_that_is_killed_had_to_do_is_done_all_the_same(
    number: signal.Signals, which: list[int], moment: int, expected: list[Looked]
) -> None:
    found = []
    for i, looked in enumerate(look_at(LOOKER, FILES, 2)):
        found.append(looked)
        if i == moment:
            children = sorted(multiprocessing.active_children(), key=lambda child: child.pid or 0)
            for each in which:
                os.kill(children[each].pid or 0, number)
    assert found == expected


def test_an_interrupt_is_for_the_one_who_asks(expected: list[Looked]) -> None:
    found = []
    for looked in look_at(LOOKER, FILES, 2):
        found.append(looked)
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGINT)
    assert found == expected


@pytest.mark.parametrize("fails_after", [0, 1])
def test_where_no_more_processes_can_be_had_those_that_there_are_do_it(
    fails_after: int, expected: list[Looked], monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, asked = os.fork, count()

    def scarce() -> int:
        if next(asked) >= fails_after:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return fork()

    monkeypatch.setattr(os, "fork", scarce)
    assert list(look_at(LOOKER, FILES, 3)) == expected


def test_a_system_that_cannot_copy_processes_has_one(expected: list[Looked], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert list(look_at(LOOKER, FILES, 3)) == expected


def test_processes_are_stopped_when_nobody_listens_any_longer() -> None:
    found = look_at(LOOKER, FILES, 2)
    next(iter(found))
    assert len(multiprocessing.active_children()) == 2
    del found


def test_what_goes_wrong_while_files_are_read_stops_them_too() -> None:
    def files() -> Iterable[File]:
        yield from FILES
        fail()

    def fail() -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(look_at(LOOKER, files(), 2))
