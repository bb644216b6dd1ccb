"""Folders that nobody keeps measures in: too many entries, too deep, too long, devices, and files that come and go."""

import itertools
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from driftstilpasning.source.git import GitTree
from driftstilpasning.source.tree import LARGEST, PLAN, FolderTree, Unreadable
from tests.conftest import Dt
from tests.documents import document, write
from tests.repositories import Repository

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices on this system")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(document("measures/a.yaml: {}"), tmp_path / "portfolio")


def test_a_hundred_thousand_files_of_other_kinds_are_passed_by(root: Path, dt: Dt) -> None:
    others = root / "measures/others"
    others.mkdir()
    here = os.open(others, os.O_RDONLY)
    for name in ("{}.txt", ".{}.yaml"):  # links, which cost a tenth of what files do
        (others / name.format(0)).touch()
        for i in range(1, 50_000):
            os.link(name.format(0), name.format(i), src_dir_fd=here, dst_dir_fd=here)
    os.close(here)
    assert [name for name, _ in FolderTree(root).files()] == [PLAN, "measures/a.yaml"]
    assert dt("validate", "--portfolio", root) == 0
    shutil.rmtree(others)


@contextmanager
def nested(folder: Path, name: str, times: int) -> Iterator[None]:
    """A folder in a folder, made step by step: the whole path may be longer than the system takes."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(times):
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    try:
        yield
    finally:  # pytest could not remove it
        subprocess.run(["rm", "-rf", folder / name], check=True, timeout=60)  # noqa: S603, S607


def test_a_folder_lies_in_a_folder_fifteen_hundred_times(root: Path) -> None:
    with nested(root / "measures", "d", 1_500):
        (root / "measures" / ("d/" * 1_500) / "b.yaml").write_text("id: B\n", "utf-8")
        names = [name for name, _ in FolderTree(root).files()]
    assert names == [PLAN, "measures/a.yaml", f"measures/{'d/' * 1_500}b.yaml"]


def test_so_too_in_an_older_version(repository: Repository) -> None:
    path = "measures/" + "d/" * 1_800 + "b.yaml"
    stream = f"commit refs/heads/main\ncommitter A <a@b> 0 +0000\ndata 0\nM 100644 inline {path}\ndata 6\nid: B\n\n"
    stream += f"M 100644 inline {PLAN}\ndata 8\nplan: X\n\n"
    repository.git("fast-import", "--quiet", stdin=stream)
    assert dict(GitTree(repository.root, "main").files()) == {PLAN: b"plan: X\n", path: b"id: B\n"}


def test_a_path_longer_than_the_system_allows_is_exit_2_and_one_line(root: Path, dt: Dt) -> None:
    with nested(root / "measures", "d" * 250, 20):
        assert dt("validate", "--portfolio", root, "--lang", "en") == 2
    assert dt.err.startswith("dt: the folder measures/ddd")
    assert dt.err.endswith("cannot be read: the name is too long\n")
    assert dt.err.count("\n") == 1


@pytest.mark.parametrize(
    "device", ["/dev/zero", "/dev/full", "/dev/random", "/dev/tty", "/dev/stdin", "/proc/self/mem"]
)
def test_a_device_is_never_read(device: str, root: Path) -> None:
    (root / "measures/b.yaml").symlink_to(device)
    assert dict(FolderTree(root).files())["measures/b.yaml"] == Unreadable("outside")
    (root / "measures/b.yaml").unlink()
    try:
        os.mknod(root / "measures/b.yaml", os.stat("/dev/zero").st_mode, os.stat("/dev/zero").st_rdev)  # noqa: PTH116
    except PermissionError:
        pytest.skip("only root may make devices")
    with suppress(PermissionError):  # a file system may be mounted without devices
        assert dict(FolderTree(root).files())["measures/b.yaml"] in (Unreadable("not-a-file"), Unreadable("denied"))


def test_a_plan_that_is_a_pipe_is_never_waited_for(root: Path, dt: Dt) -> None:
    (root / PLAN).unlink()
    os.mkfifo(root / PLAN)
    for command in (["validate"], ["summarize"], ["quadrant"], ["export", "x.csv"], ["new", "X"], ["explain", "A"]):
        assert dt(*command, "--portfolio", root) in (1, 2)
    assert dt("schema", "--for-portfolio", "--portfolio", root) == 2


@contextmanager
def meanwhile(disturb: Callable[[], object]) -> Iterator[None]:
    """Disturb the folder over and over from another thread."""
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            with suppress(FileNotFoundError, FileExistsError):
                disturb()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


TEXT = b"id: B\n" * 2_000


def coming(path: Path) -> None:
    path.write_bytes(TEXT)
    path.unlink()


def a_pipe_at_times(path: Path) -> None:
    path.write_bytes(TEXT)
    path.unlink()
    os.mkfifo(path)
    path.unlink()


def a_folder_at_times(path: Path) -> None:
    path.write_bytes(TEXT)
    path.unlink()
    path.mkdir()
    path.rmdir()


def a_link_out_at_times(path: Path) -> None:
    path.write_bytes(TEXT)
    path.unlink()
    path.symlink_to(path.parents[2] / "secret")
    path.unlink()


SIZES = itertools.cycle((0, 10, 100_000, LARGEST * 2, 5_000))


def growing_and_shrinking(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(next(SIZES))


@pytest.mark.parametrize(
    "disturb", [coming, a_pipe_at_times, a_folder_at_times, a_link_out_at_times, growing_and_shrinking]
)
def test_a_file_that_changes_while_it_is_read_is_read_or_told(disturb: Callable[[Path], None], root: Path) -> None:
    seen: set[bytes | Unreadable] = set()
    path = root / "measures/b.yaml"
    (root.parent / "secret").write_bytes(b"secret")
    with meanwhile(lambda: disturb(path)):
        for _ in range(1_000):
            raw = dict(FolderTree(root).files()).get("measures/b.yaml", Unreadable("gone"))
            seen.add(raw[:6] if isinstance(raw, bytes) else raw)
            assert isinstance(raw, Unreadable) or len(raw) <= LARGEST + 1
    whys = {"gone", "not-a-file", "outside", "loop"}
    assert seen <= {b"", b"id: B\n", b"\0" * 6, *map(Unreadable, whys)}


def test_a_folder_that_is_gone_once_it_is_opened_has_nothing(root: Path) -> None:
    folder = root / "measures/b"

    def come_and_go() -> None:
        folder.mkdir()
        (folder / "c.yaml").write_bytes(b"id: C\n")
        (folder / "c.yaml").unlink()
        folder.rmdir()

    with meanwhile(come_and_go):
        for _ in range(1_000):
            assert [name for name, _ in FolderTree(root).files()][:2] == [PLAN, "measures/a.yaml"]


def test_a_file_that_grew_since_its_size_was_asked_for_is_read_to_its_end(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "measures/b.yaml").write_bytes(TEXT)
    fstat = os.fstat

    def small(handle: int) -> os.stat_result:
        status = fstat(handle)
        return os.stat_result((*status[:6], 10, *status[7:10]))

    monkeypatch.setattr(os, "fstat", small)
    assert FolderTree(root).read("measures/b.yaml") == TEXT
