"""Looking at many files at once, where the machine has more than one processor."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from driftstilpasning.checking.looking import Looked, Looker
from driftstilpasning.source.tree import File

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

ENOUGH: Final = 1_000
"""Fewer files are looked at sooner than other processes can begin."""

_BATCH: Final = 100
_MOST: Final = 8
_MOST_ASKED: Final = 64

_STOPPING: Final = frozenset(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def processors() -> int:
    """How many processes can be of use: one where they cannot start as copies of this one, with all it has loaded."""
    return min(len(os.sched_getaffinity(0)), _MOST) if sys.platform == "linux" else 1


def look_at(looker: Looker, files: Iterable[File], jobs: int) -> Iterator[Looked]:
    """What each of ``files`` comes to, in their order, by ``jobs`` processes where that pays and can be had."""
    remaining = iter(files)
    jobs = min(jobs, _MOST_ASKED) if hasattr(os, "fork") else 1
    first = list(islice(remaining, ENOUGH if jobs > 1 else 0))
    if len(first) < ENOUGH:
        yield from looker.look(chain(first, remaining))
    else:
        yield from _look_together(looker, chain(first, remaining), jobs)


def _look_together(looker: Looker, files: Iterator[File], jobs: int) -> Iterator[Looked]:
    workers: list[_Worker] = []
    try:
        with suppress(OSError):  # there may be too many processes already
            for _ in range(jobs):
                workers.append(_Worker(looker))  # noqa: PERF401  # those that there are must be stopped
        for worker in workers:
            worker.give(list(islice(files, _BATCH)))
        while any(worker.batch for worker in workers):
            for worker in workers:
                ahead = list(islice(files, _BATCH))  # read while they work
                looked = worker.take()
                worker.give(ahead)
                yield from looked
    finally:
        for worker in workers:
            worker.stop()
    yield from looker.look(files)  # where there are no workers at all


class _Worker:
    """A process that looks at one batch at a time; should it die, its batch is looked at here."""

    def __init__(self, looker: Looker) -> None:
        from multiprocessing import get_context  # noqa: PLC0415  # most portfolios need none of it

        context = get_context("fork")
        self.looker = looker
        self.batch: list[File] = []
        self.pipe, there = context.Pipe()
        self.process: ForkProcess = context.Process(target=_work, args=(looker, there, self.pipe), daemon=True)
        with _undisturbed():
            self.process.start()
        there.close()

    def give(self, batch: list[File]) -> None:
        self.batch = batch
        if batch:
            try:
                self.pipe.send(batch)
            except OSError:
                self.pipe.close()

    def take(self) -> list[Looked]:
        if not self.batch:
            return []
        try:
            looked: list[Looked] = self.pipe.recv()
        except (EOFError, OSError):
            self.pipe.close()
            looked = list(self.looker.look(self.batch))
        return looked

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A process that begins does not know yet that an interrupt is not for it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(looker: Looker, pipe: "Connection", other_end: "Connection") -> None:
    """Answer batches until nobody asks: an interrupt is for the one who does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _STOPPING - {signal.SIGINT}:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    other_end.close()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(list(looker.look(pipe.recv())))
