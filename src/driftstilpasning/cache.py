"""What was found last time, so that nothing need be found again.

Nothing has changed: the findings are taken from the store, and neither YAML nor the model is loaded. A few files have
changed: they are looked at, and held against what the others came to. The key is content, under the file's name, so
a clock that goes wrong or a checkout that touches every file does no harm.

A store is two files. The base holds what every file came to; the head holds the findings, a digest of each file, and
what those files came to that have changed since the base was written. Whatever in them is not as this very program
wrote it is ignored, and what cannot be written is not kept.
"""

import contextlib
import os
import pickle
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from hashlib import blake2b
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeVar

import driftstilpasning
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.source.tree import PLAN, File, OpenTree, Unreadable

if TYPE_CHECKING:
    from driftstilpasning.checking import Checked, Progress
    from driftstilpasning.checking.looking import Looked, Looker

T = TypeVar("T")

_SIZE: Final = 16
"""Bytes of a digest."""

_FRAME: Final = 500
"""What so many files came to is written, and read, at once."""

_FEW: Final = 10
"""All is stored anew when more than one file in so many has changed since."""

_UNUSED: Final = 30 * 24 * 60 * 60
"""Seconds after which the store of a portfolio that nobody checks is thrown away."""

_HERE: Final = tuple(
    f"{driftstilpasning.__name__}.{module}"
    for module in ("cache", "checking.looking", "checking.suppressions", "diagnostic", "model.", "source.span", "text")
)
_MADE: Final = (f"{driftstilpasning.__name__}.model.record", "made")
_ELSEWHERE: Final = frozenset((("decimal", "Decimal"), ("fractions", "Fraction"), ("datetime", "date")))
"""The modules, and the classes not our own, that findings and measures are made of."""

_LARGEST: Final = 1 << 30
"""Bytes; to look at every file again takes no longer than to read a store that is larger."""


class Verdict(NamedTuple):
    """All findings, in path, line, column order, those that are suppressed, and how many measures could be read."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    measures: int


@dataclass(frozen=True, slots=True)
class Store:
    """Where what is known of one portfolio lies."""

    folder: Path
    name: str

    @classmethod
    def of(cls, root: Path, *, earlier: bool = False) -> "Store":
        """The store of the portfolio in ``root``: in ``DT_CACHE_DIR``, or where this system keeps such things.

        What the portfolio was ``earlier`` has a store of its own.
        """
        place = os.fsencode(os.path.realpath(root)) + b"\0earlier" * earlier
        name = blake2b(place, digest_size=_SIZE).hexdigest()
        if said := os.environ.get("DT_CACHE_DIR"):
            return cls(Path(said), name)
        from platformdirs import user_cache_path  # noqa: PLC0415  # not asked where a folder is said

        return cls(user_cache_path("driftstilpasning", appauthor=False), name)

    @property
    def head(self) -> Path:
        """The file of findings, digests and changes."""
        return self.folder / f"{self.name}.head"

    @property
    def base(self) -> Path:
        """The file of what every file came to."""
        return self.folder / f"{self.name}.base"


def check(
    tree: OpenTree,
    store: Store | None = None,
    *,
    today: date | None = None,
    jobs: int | None = None,
    progress: "Progress | None" = None,
) -> Verdict:
    """All that is wrong with the portfolio, by looking at no more of it than is needed.

    ``today`` decides which suppressions have expired; without it, the computer's calendar. ``jobs`` is how many
    processes may look at many files, as many as are of use where it is not said.

    Raises:
        DtError: a folder of the portfolio cannot be listed.
    """
    today = today or datetime.now().astimezone().date()
    if store is not None:
        with contextlib.suppress(_UselessError):
            return _again(tree, store, today, progress)
    return _afresh(tree, store, today, jobs, progress)


def _again(tree: OpenTree, store: Store, today: date, progress: "Progress | None") -> Verdict:
    """Look at what has changed, if anything.

    Raises:
        _UselessError: nothing is stored that is of use, or so much has changed that all is better stored anew.
    """
    last = _Last.read(store)
    files: list[File] = []
    now: dict[str, bytes] = {}
    for count, (name, raw) in enumerate(tree.files(), start=1):
        now[name] = digest = _digest(raw)
        files.append((name, raw if name == PLAN or last.digests.get(name) != digest else b""))
        if progress is not None:
            progress(count)
    if now == last.digests and today == last.today:
        return last.verdict()
    if now.get(PLAN) != last.digests.get(PLAN):
        raise _UselessError
    same = [name for name, digest in now.items() if name != PLAN and last.digests.get(name) == digest]
    if (len(now) - len(same)) * _FEW > len(now) + _FEW:
        raise _UselessError
    return _look_again(_Held(tree, files), replace(last, today=today), *last.looked(same), now)


def _look_again(
    tree: "_Held",
    last: "_Last",
    known: Mapping[str, "Looked"],
    changed: dict[str, "Looked"],
    digests: Mapping[str, bytes],
) -> Verdict:
    """Look at the files that are not ``known``, and remember what they came to."""
    from driftstilpasning.checking import check_lightly  # noqa: PLC0415  # with the model and all rules

    def looks(looker: "Looker", files: Iterable[File]) -> Iterator["Looked"]:
        for file in files:
            looked = known.get(file[0])
            if looked is None:
                [looked] = looker.look([file])
                changed[file[0]] = looked
            yield looked

    verdict = _verdict(check_lightly(tree, looks, today=last.today))
    _write_head(last.store, (last.base, last.today), digests, verdict, changed)
    return verdict


def _afresh(tree: OpenTree, store: Store | None, today: date, jobs: int | None, progress: "Progress | None") -> Verdict:
    """Look at every file, and remember what it came to."""
    from driftstilpasning.checking import check_lightly  # noqa: PLC0415  # with the model and all rules
    from driftstilpasning.checking.workers import look_at, processors  # noqa: PLC0415

    looks = partial(look_at, jobs=jobs or processors())
    if store is None:
        return _verdict(check_lightly(tree, looks, today=today, progress=progress))
    noting = _Noting(tree)
    identity = os.urandom(_SIZE)
    with _Writing(store.base) as base:
        base.frame(identity)

        def looks_and_keeps(looker: "Looker", files: Iterable[File]) -> Iterator["Looked"]:
            looked = iter(looks(looker, files))
            while several := list(islice(looked, _FRAME)):
                base.frame(several)
                yield from several

        verdict = _verdict(check_lightly(noting, looks_and_keeps, today=today, progress=progress))
    _write_head(store, (identity, today), noting.digests, verdict, {})
    _throw_away_unused(store.folder)
    return verdict


def _verdict(checked: "Checked") -> Verdict:
    return Verdict(checked.diagnostics, checked.suppressed, len(checked.workspace.measures))


@dataclass(frozen=True, slots=True)
class _Noting:
    """A tree, and a digest of everything that is read from it."""

    tree: OpenTree
    digests: dict[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[File]:
        for name, raw in self.tree.files():
            self.digests[name] = _digest(raw)
            yield name, raw

    def read(self, name: str) -> bytes | Unreadable:
        return self.tree.read(name)


@dataclass(frozen=True, slots=True)
class _Held:
    """A tree whose files have been read already; of those that are known, only the name."""

    tree: OpenTree
    held: Sequence[File]

    def files(self) -> Iterator[File]:
        return iter(self.held)

    def read(self, name: str) -> bytes | Unreadable:
        return self.tree.read(name)


def _digest(raw: bytes | Unreadable) -> bytes:
    if isinstance(raw, Unreadable):
        return raw.why.encode()
    return blake2b(raw, digest_size=_SIZE).digest()


class _UselessError(Exception):
    """What is stored is not there, not whole, not of this program, or out of date."""


@dataclass(slots=True)
class _Last:
    """What the head of a store says, read no further than is asked."""

    store: Store
    frames: Iterator[Any]
    base: bytes
    today: date
    digests: dict[str, bytes]

    @classmethod
    def read(cls, store: Store) -> "_Last":
        """Open a store.

        Raises:
            _UselessError: it is of no use.
        """
        frames = _frames(store.head)
        mark, digests = _next(frames, tuple), _next(frames, dict)
        if tuple(map(type, mark)) != (bytes, date):
            raise _UselessError
        base, today = mark
        with contextlib.suppress(OSError):
            os.utime(store.head, follow_symlinks=False)  # still of use
        return cls(store, frames, base, today, digests)

    def verdict(self) -> Verdict:
        return _next(self.frames, Verdict)

    def looked(self, names: Iterable[str]) -> tuple[dict[str, "Looked"], dict[str, "Looked"]]:
        """What the files of these ``names`` came to, and those among them that have changed since the base.

        Raises:
            _UselessError: some of it is missing.
        """
        _next(self.frames, Verdict)
        changed = _next(self.frames, dict)
        frames = _frames(self.store.base)
        if _next(frames, bytes) != self.base:
            raise _UselessError
        try:
            known = {looked.file: looked for several in frames for looked in several} | changed
            return {name: known[name] for name in names}, {name: changed[name] for name in names if name in changed}
        except (AttributeError, KeyError, TypeError):
            raise _UselessError from None


def _write_head(
    store: Store,
    known_by: tuple[bytes, date],
    digests: Mapping[str, bytes],
    verdict: Verdict,
    changed: Mapping[str, "Looked"],
) -> None:
    with _Writing(store.head) as head:
        for part in (known_by, digests, verdict, changed):
            head.frame(part)


class _Writing:
    """A file in the making, which takes its name once it is whole; none, where it cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._scratch = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        with self._giving_up():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = open(self._scratch, "xb", opener=_private)  # Path.open has no opener
            self._file.write(_program())
        return self

    def frame(self, value: object) -> None:
        """Add one value, after its length and digest."""
        if self._file is not None:
            content = pickle.dumps(value, protocol=5)
            with self._giving_up():
                self._file.write(len(content).to_bytes(8, "big") + _digest(content) + content)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._drop()
        elif self._file is not None:
            with self._giving_up():
                self._file.close()
                self._scratch.replace(self._path)

    @contextlib.contextmanager
    def _giving_up(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            self._drop()
        except BaseException:
            self._drop()
            raise

    def _drop(self) -> None:
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            if file is not None:
                file.close()
        with contextlib.suppress(OSError):
            self._scratch.unlink()


def _private(path: str, flags: int) -> int:
    """Open a new file that nobody else can read."""
    return os.open(path, flags, 0o600)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for anybody, and no link to one."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _frames(path: Path) -> Iterator[Any]:
    """The values in a file of ours.

    Raises:
        _UselessError: it ends too soon, was written by another program or person, or has been damaged.
    """
    try:
        with open(path, "rb", opener=_at_once) as file:  # Path.open has no opener
            status = os.fstat(file.fileno())
            if not _ours(status) or file.read(_SIZE) != _program():
                raise _UselessError
            while header := file.read(8 + _SIZE):
                length = int.from_bytes(header[:8], "big")
                content = file.read(length) if length <= status.st_size else b""
                if _digest(content) != header[8:]:
                    raise _UselessError
                yield _Reader(BytesIO(content)).load()
    except _UNREADABLE as error:
        raise _UselessError from error


_UNREADABLE: Final = (
    *(OSError, EOFError, MemoryError, RecursionError, pickle.UnpicklingError),
    *(ArithmeticError, AttributeError, ImportError, LookupError, TypeError, ValueError),
)
"""What reading a file of values may raise, whatever is in it."""


def _ours(status: os.stat_result) -> bool:
    """Whether this is a file that this user has written, and no larger than is worth reading."""
    mine = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    return stat.S_ISREG(status.st_mode) and mine and status.st_size <= _LARGEST


def _next(frames: Iterator[Any], kind: type[T]) -> T:
    """The next value.

    Raises:
        _UselessError: there is none, or it is of another kind.
    """
    value = next(frames, None)
    if not isinstance(value, kind):
        raise _UselessError
    return value


class _Reader(pickle.Unpickler):
    """Makes values of our own classes and of nothing else: a file that was put there cannot run anything."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == ("builtins", "getattr"):
            return _member  # how some versions of Python write the member of an enumeration
        if (module, name) in _ELSEWHERE or (module.startswith(_HERE) and "." not in name):
            found = super().find_class(module, name)
            if (module, name) == _MADE or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(name)


def _member(enumeration: object, name: str) -> Enum:
    """What ``getattr`` is asked for in a store, and nothing else of what it could give."""
    if not (isinstance(enumeration, type) and issubclass(enumeration, Enum) and name in enumeration.__members__):
        raise pickle.UnpicklingError(name)
    return enumeration.__members__[name]


_OF_A_STORE: Final = re.compile(rf"[0-9a-f]{{{2 * _SIZE}}}\.(?:head|(?:head|base)\.[0-9a-f]+\.tmp)")


@cache
def _program() -> bytes:
    """This very program: its version, its files and the Python that runs it."""
    seen = [driftstilpasning.__version__, sys.version]
    for file in sorted(Path(next(iter(driftstilpasning.__path__))).rglob("*.py")):
        status = file.stat()
        seen.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return _digest("\n".join(seen).encode())


def _throw_away_unused(folder: Path) -> None:
    """Remove the stores of portfolios that nobody has checked for long, and what a crash left behind."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            with contextlib.suppress(OSError):
                if _OF_A_STORE.fullmatch(file.name) and file.lstat().st_mtime < time.time() - _UNUSED:
                    file.with_suffix(".base").unlink(missing_ok=True)
                    file.unlink()
