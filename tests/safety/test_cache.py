"""What stands where the store should be: nothing of it is waited for, followed, believed or written over."""

import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driftstilpasning import cache
from driftstilpasning.cache import Store, Verdict
from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.tree import MemoryTree
from tests.documents import ROOT, document
from tests.rules.examples import tree
from tests.stores import forged

TREE = document("measures/a.yaml: {effect: {annual: 2,9}}")
NAME = "0123456789abcdef" * 2


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache", NAME)


def found(store: Store | None, files: MemoryTree = TREE) -> tuple[Diagnostic, ...]:
    return cache.check(files, store).diagnostics


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_all_that_is_ever_stored_can_be_read_again(rule: Rule, store: Store) -> None:
    for example in (rule.good, rule.bad):
        found(store, tree(example))
        assert len(list(cache._frames(store.head))) == 4  # noqa: SLF001  # a store that cannot be read is as none
        assert len(list(cache._frames(store.base))) >= 1  # noqa: SLF001


def fifo(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    (path / "x").mkdir(parents=True)


def link_to_a_store(path: Path) -> None:
    other = Store(path.parent / "other", NAME)
    cache.check(TREE, other)
    path.symlink_to(other.head if path.suffix == ".head" else other.base)


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path)


def endless(path: Path) -> None:
    with path.open("wb") as file:
        file.write(cache._program() + b"\xff" * 24)  # noqa: SLF001  # a value of 16 exabytes, it says
        file.truncate(1 << 31)  # more than is read


def unreadable(path: Path) -> None:
    path.touch(0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices on this system")
@pytest.mark.parametrize("part", ["head", "base"])
@pytest.mark.parametrize(
    "put", [fifo, folder, link_to_a_store, link_to_a_device, link_in_a_circle, endless, unreadable]
)
def test_what_is_no_store_is_as_none(put: Callable[[Path], None], part: str, store: Store) -> None:
    expected = found(None)
    found(store)
    path = store.head if part == "head" else store.base
    path.unlink()
    put(path)
    changed = MemoryTree({**TREE.contents, "measures/b.yaml": "title: ["})
    for files in (TREE, changed, TREE):
        assert found(store, files) == found(None, files)
    assert expected == found(store)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_store_of_another_user_is_not_believed(store: Store) -> None:
    found(store)
    poisoned = Verdict((), (), 7)
    cache._write_head(store, (b"x", date(2013, 1, 1)), {}, poisoned, {})  # noqa: SLF001  # as that user would
    os.chown(store.head, 12345, 12345)
    assert found(store) == found(None)
    assert store.head.stat().st_uid == 0


def test_nobody_else_can_read_what_is_stored(store: Store) -> None:
    store.folder.mkdir()
    store.folder.chmod(0o777)
    found(store)
    assert {file.stat().st_mode & 0o777 for file in (store.head, store.base)} == {0o600}


def test_a_folder_for_stores_may_be_a_link(store: Store, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    store.folder.symlink_to("elsewhere")
    assert found(store) == found(store) == found(None)
    assert len(list((tmp_path / "elsewhere").iterdir())) == 2


@pytest.mark.parametrize("kind", ["file", "pipe", "nowhere"])
def test_a_folder_for_stores_that_is_none_is_no_error(kind: str, store: Store) -> None:
    if kind == "file":
        store.folder.touch()
    elif kind == "pipe":
        os.mkfifo(store.folder)
    else:
        store.folder.symlink_to("nowhere")
    assert found(store) == found(None)


@pytest.mark.parametrize(
    "values",
    [
        (),
        (None,),
        ((b"x",), {}),
        ((b"x", date(2013, 1, 1), 3), {}),
        ((b"x", date(2013, 1, 1)), []),
        ((b"x", date(2013, 1, 1)), {}, "no verdict"),
        ((b"x", date(2013, 1, 1)), {"measures/a.yaml": b"x"}, Verdict((), (), 1), {"measures/a.yaml": 3}),
        (b"\x80\x04K\x01.", b"."),
        (b"\x80\x04}.", b"\x80\x04h\xff."),
        (b"\x80\x04\x8c\x01\xff.",),
        (b"I99999999999999999999999999999999x\n.",),
        (b"(" * 100_000 + b".",),
        (b"\x80\x04" + b"]" * 100_000 + b"a" * 99_999 + b".",),
        (b"\x80\x05\x96\xff\xff\xff\xff\xff\xff\xff\x7f",),
        (b"\x80\x04\x8c\x19driftstilpasning.source.git\x8c\x04Path\x93.",),
        (b"\x80\x04\x8c\x16driftstilpasning.cache\x8c\x07partial\x93.",),
        (b"\x80\x04\x8c\x22driftstilpasning.checking.workers\x8c\x07_Worker\x93N\x85R.",),
        (b"\x80\x04\x8c\x16driftstilpasning.nosuch\x8c\x01x\x93.",),
    ],
)
def test_whatever_a_forged_store_says_is_ignored_unless_it_is_of_the_right_form(
    values: tuple[object, ...], store: Store
) -> None:
    found(store)
    base = store.base.read_bytes()
    for part in (store.head, store.base):
        part.write_bytes(forged(*values))
        assert found(store) == found(None)
        store.base.write_bytes(base)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.binary(max_size=200), value=st.binary(max_size=60))
def test_any_bytes_in_a_store_are_as_none(head: bytes, value: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store(tmp_path_factory.getbasetemp() / "any", NAME)
    store.folder.mkdir(exist_ok=True)
    for raw in (head, cache._program() + head, forged(b"\x80\x04" + value + b".")):  # noqa: SLF001
        store.head.write_bytes(raw)
        assert found(store) == found(None)


def test_only_plain_values_come_out_of_a_store() -> None:
    for module, name in (("builtins", "eval"), ("os", "system"), ("driftstilpasning.cache", "_program")):
        with pytest.raises(pickle.UnpicklingError):
            cache._Reader(io.BytesIO()).find_class(module, name)  # noqa: SLF001


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_while_a_store_is_written_leaves_nothing_behind(number: signal.Signals, tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from driftstilpasning import cache, cli;"
        "frame = cache._Writing.frame;"
        f"cache._Writing.frame = lambda self, value: (frame(self, value), os.kill(os.getpid(), {int(number)}));"
        "sys.argv[1:] = ['validate', '--portfolio', sys.argv[1]]; cli.main()"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program, ROOT],
        env={**os.environ, "DT_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, b"", b"")
    assert list(tmp_path.iterdir()) == []


def test_what_was_found_is_the_same_with_and_without_a_store(store: Store) -> None:
    assert found(store) == check(TREE).diagnostics
