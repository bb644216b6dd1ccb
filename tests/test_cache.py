"""What is remembered saves work and never changes a finding."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driftstilpasning import cache
from driftstilpasning.cache import Store, Verdict
from driftstilpasning.checking import check
from driftstilpasning.model.measure import Status
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.tree import PLAN, MemoryTree, OpenTree
from driftstilpasning.text import Lang
from tests.documents import ROOT, write
from tests.rules.examples import MEASURE, PLAN_FIELDS, tree

NAME = "0123456789abcdef" * 2


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache", NAME)


def said(verdict: Verdict) -> list[str]:
    return [render("json", Findings(verdict.diagnostics, lang)) for lang in Lang]


def afresh(tree: OpenTree) -> list[str]:
    return [render("json", Findings(check(tree).diagnostics, lang)) for lang in Lang]


def test_a_measure_that_adds_posts_has_not_the_wrong_sign_when_remembered_either(store: Store) -> None:
    files = tree("kind: efficiency\nfte: 2\neffect: {annual: -400, from: 2013-08}\n")
    assert said(cache.check(files, store)) == afresh(files)
    assert said(cache.check(files, store)) == afresh(files)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_finding_is_the_same_afresh_remembered_and_beside_a_change(rule: Rule, store: Store) -> None:
    before = tree(rule.bad)
    expected = afresh(before)
    assert said(cache.check(before, store)) == expected
    assert said(cache.check(before, store)) == expected
    after = MemoryTree({**before.contents, "measures/zz.yaml": filled("ZZ-1")})
    assert said(cache.check(after, store)) == afresh(after)
    assert said(cache.check(before, store)) == expected


def filled(identifier: str, **fields: str) -> str:
    return "".join(f"{line}\n" for line in {**MEASURE, "id": f"id: {identifier}", **fields}.values())


NAMES = st.sampled_from([f"measures/{letter}.yaml" for letter in "abcdefghijklmnopqrstuvwxyz"])
TEXTS = st.sampled_from(
    [
        filled("A"),
        filled("B", requires="requires: [A]"),
        filled("C", excludes="excludes: [B, D]"),
        filled("D", effect="effect: {annual: 2,9}"),
        filled("D", sector="sector: teknisk", overlaps="overlaps: [{with: A, amount: 90000}]"),
        "title: [",
        "",
    ]
)
PLANS = st.sampled_from(
    ["".join(f"{line}\n" for line in {**PLAN_FIELDS, "unit": f"unit: {unit}"}.values()) for unit in ("kr", "1000 kr")]
)
FOLDERS = st.builds(lambda plan, files: {PLAN: plan, **files}, PLANS, st.dictionaries(NAMES, TEXTS, min_size=15))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FOLDERS, changes=st.lists(st.tuples(NAMES, TEXTS | st.none()), max_size=6))
def test_any_row_of_changes_gives_the_findings_of_a_fresh_look(
    files: dict[str, str], changes: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.mktemp("cache"), "portfolio")
    for name, text in [(PLAN, files[PLAN]), *changes]:
        files = {**files, name: text} if text is not None else {n: t for n, t in files.items() if n != name}
        assert said(cache.check(MemoryTree(files), store)) == afresh(MemoryTree(files))


def many(**changed: str) -> MemoryTree:
    """Forty files, one of them with an error."""
    files = {f"measures/{i:02}.yaml": filled(f"A-{i:02}") for i in range(40)}
    return MemoryTree({PLAN: "".join(f"{line}\n" for line in PLAN_FIELDS.values()), **files, **changed})


def test_only_what_has_changed_is_looked_at_again(store: Store) -> None:
    cache.check(many(), store)
    base = store.base.read_bytes()
    changed = MemoryTree({**many().contents, "measures/07.yaml": "title: Ny\n"})
    assert [found.where.file for found in cache.check(changed, store).diagnostics].count("measures/07.yaml") > 0
    assert store.base.read_bytes() == base


@pytest.mark.parametrize("part", ["head", "base"])
@pytest.mark.parametrize("harm", ["empty", "half", "one byte", "other program", "gone"])
def test_a_damaged_store_is_as_none(store: Store, part: str, harm: str) -> None:
    cache.check(many(), store)
    file = store.head if part == "head" else store.base
    raw = file.read_bytes()
    middle = len(raw) // 2
    harmed = {
        "empty": b"",
        "half": raw[:middle],
        "one byte": raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :],
        "other program": b"x" * 16 + raw[16:],
    }
    file.unlink()
    if harm in harmed:
        file.write_bytes(harmed[harm])
    changed = MemoryTree({**many().contents, "measures/07.yaml": "title: Ny\n"})
    assert said(cache.check(changed, store)) == afresh(changed)
    assert said(cache.check(changed, store)) == afresh(changed)


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch evil",)


class Dotted:
    def __reduce__(self) -> str:
        return "os.system"


@pytest.mark.parametrize("value", [Evil(), [Evil()], {b"": Evil()}])
def test_a_store_that_somebody_else_wrote_runs_nothing(
    store: Store, value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cache.check(many(), store)
    content = pickle.dumps(value)
    program = store.head.read_bytes()[:16]
    digest = cache._digest(content)  # noqa: SLF001  # as whoever forges a store would make it
    store.head.write_bytes(program + len(content).to_bytes(8, "big") + digest + content)
    assert said(cache.check(many(), store)) == afresh(many())
    assert not (tmp_path / "evil").exists()


def test_the_member_of_an_enumeration_is_all_that_getattr_gives() -> None:
    begin = b"cbuiltins\ngetattr\n(cdriftstilpasning.model.measure\nStatus\nV"
    assert cache._Reader(BytesIO(begin + b"IDEA\ntR.")).load() is Status.IDEA  # noqa: SLF001  # as Python 3.11.2 writes it
    with pytest.raises(pickle.UnpicklingError):
        cache._Reader(BytesIO(begin + b"mro\ntR.")).load()  # noqa: SLF001  # as above


def test_a_name_within_our_modules_leads_nowhere_else(store: Store) -> None:
    content = b"\x80\x04\x8c\x16driftstilpasning.cache\x8c\x09os.system\x93."
    cache.check(many(), store)
    program = store.head.read_bytes()[:16]
    digest = cache._digest(content)  # noqa: SLF001  # as above
    store.head.write_bytes(program + len(content).to_bytes(8, "big") + digest + content)
    assert said(cache.check(many(), store)) == afresh(many())


@pytest.mark.parametrize("folder", ["/dev/null/cache", "/proc/cache"])
def test_a_folder_that_cannot_be_written_is_no_error(folder: str) -> None:
    if not Path(folder.rpartition("/")[0]).exists():
        pytest.skip("another system")
    assert said(cache.check(many(), Store(Path(folder), "portfolio"))) == afresh(many())


def test_a_full_disk_is_no_error_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path; from driftstilpasning import cache;"
        "from driftstilpasning.source.tree import FolderTree;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "print(cache.check(FolderTree(Path(sys.argv[1])), cache.Store(Path(sys.argv[2]), 'x')).measures)"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program, ROOT, tmp_path / "cache"], capture_output=True, timeout=60, check=True
    )
    assert done.stdout == b"50\n"
    assert list((tmp_path / "cache").iterdir()) == []


def test_two_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    write(many(), tmp_path / "p")
    command = [sys.executable, "-m", "driftstilpasning", "validate", "--portfolio", str(tmp_path / "p"), "--lang", "en"]

    def run(_: int) -> tuple[int, bytes, bytes]:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)  # noqa: S603  # our own program
        return done.returncode, done.stdout, done.stderr

    with ThreadPoolExecutor(4) as pool:
        results = set(pool.map(run, range(8)))
    assert results == {(0, b"", b"checked: the plan and 40 measures. Nothing to report.\n")}


def test_the_next_day_what_has_expired_is_found(store: Store) -> None:
    text = filled("A", owner="owner: Rektor  # dt: ignore DT403 until=2013-12-31")
    one = MemoryTree({**many().contents, "measures/00.yaml": text})
    for today in (date(2013, 12, 31), date(2013, 12, 31), date(2014, 1, 1), date(2014, 1, 1)):
        verdict = cache.check(one, store, today=today)
        expected = check(one, today=today)
        assert (verdict.diagnostics, verdict.suppressed) == (expected.diagnostics, expected.suppressed)


def test_what_nobody_asks_for_any_longer_is_thrown_away_and_nothing_else(store: Store) -> None:
    old = Store(store.folder, NAME[::-1])
    cache.check(many(), old)
    left = [store.folder / f"{NAME}.base.0f1e.tmp", store.folder / f"{NAME}.head.0f1e.tmp"]
    foreign = [store.folder / name for name in ("notes.head", "notes.base", "download.tmp", f"{NAME}.tmp")]
    for file in (*left, *foreign):
        file.touch()
    for file in store.folder.iterdir():
        os.utime(file, (0, 0))
    (store.folder / f"{'f' * 32}.head").mkdir()
    os.utime(store.folder / f"{'f' * 32}.head", (0, 0))
    cache.check(many(), store)
    left_over = {file.name for file in store.folder.iterdir()} - {f"{'f' * 32}.head"}
    assert left_over == {store.head.name, store.base.name, *(file.name for file in foreign)}


def environment(folder: Path) -> Mapping[str, str]:
    return {**os.environ, "DT_CACHE_DIR": str(folder)}


def test_no_cache_remembers_nothing(tmp_path: Path) -> None:
    for options, files in ((["--no-cache"], 0), ([], 2)):
        subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", "driftstilpasning", "validate", "--portfolio", ROOT, *options],
            env=environment(tmp_path / "c"),
            check=True,
            timeout=60,
            capture_output=True,
        )
        assert len(list((tmp_path / "c").glob("*"))) == files
