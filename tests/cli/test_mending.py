"""``dt validate --fix``, ``--diff`` and ``--unsafe-fixes``: what is written, what is said, and the exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Dt
from tests.repositories import IDENTITY, Repository

A, B = "measures/a.yaml", "measures/b.yaml"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_validate_alone_writes_nothing_and_says_what_can_be_mended(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: Vedtatt
    recurring: JA
    # measures/b.yaml
    status: propsed
    """
    before = contents(folder)
    assert dt("validate", "--lang", "en") == 1
    assert dt.out.splitlines()[-4:] == [
        "3 errors in 2 files",
        "2 can be fixed safely: dt validate --fix",
        "1 can be fixed once you have looked at it: dt validate --diff --unsafe-fixes",
        "More about a code: dt explain DT103",
    ]
    assert contents(folder) == before


def test_fix_writes_what_is_safe_and_shows_what_is_left(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    title: Kutte reiser    # eit merknad
    status:   Foreslått
    kostra: 253
    # measures/b.yaml
    status: propsed
    """
    text = (folder / A).read_bytes()
    assert dt("validate", "--fix", "--output-format", "concise") == 1
    assert dt.out.startswith(f"{B}:")
    assert dt.err == "rettet 2 feil i 1 fil; 1 står igjen\n"
    assert (folder / A).read_bytes() == text.replace("Foreslått".encode(), b"proposed").replace(b"253", b'"253"')
    assert dt("validate", "--fix", "--unsafe-fixes", "--lang", "nn") == 0
    assert (dt.out, dt.err.splitlines()[-1]) == ("", "retta 1 feil i 1 fil; ingen står att")
    after = contents(folder)
    assert dt("validate", "--fix", "--unsafe-fixes", "--lang", "en") == 0
    assert dt.err.splitlines()[-1] == "nothing to fix; none left"
    assert contents(folder) == after


def test_diff_shows_what_fix_would_write_and_writes_nothing(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: Foreslått  # kven?
    """
    before = contents(folder)
    assert dt("validate", "--diff", "--lang", "en") == 1
    assert dt.out.splitlines() == [
        f"--- {A}",
        f"+++ {A}",
        "@@ -1,5 +1,5 @@",
        " id: A",
        "-status: Foreslått  # kven?",
        "+status: proposed  # kven?",
        " title: Samle innkjøpa i éin avtale",
        " sector: oppvekst",
        " kind: purchasing",
    ]
    assert dt.err == "--fix would fix 1 finding in 1 file; none would be left\n"
    assert contents(folder) == before
    assert dt("validate", "--fix", "--quiet") == 0
    assert (dt.out, dt.err) == ("", "")
    assert dt("validate", "--diff", "--fix", "--quiet") == 0
    assert (dt.out, dt.err) == ("", "")


def test_diff_is_exit_0_where_there_is_nothing_to_mend_whatever_else_is_wrong(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: propsed
    """
    before = contents(folder)
    assert dt("validate", "--diff") == 0
    assert (dt.out, dt.err) == ("", "ingenting å rette; 1 står igjen\n")
    assert dt("validate", "--diff", "--unsafe-fixes") == 1
    assert "+status: proposed" in dt.out
    assert contents(folder) == before


def test_what_diff_shows_can_be_applied_by_patch(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    status: Foreslått
    kostra: 253
    # measures/b.yaml
    recurring: JA
    """
    assert dt("validate", "--diff") == 1
    subprocess.run(["git", "apply", "-p0", "-"], cwd=folder, input=dt.out.encode(), check=True, timeout=60)  # noqa: S607
    assert dt("validate", "--diff", "--strict") == 0
    assert dt("validate", "--strict") == 0


def test_unsafe_fixes_alone_is_a_wrong_call(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    before = contents(folder)
    assert dt("validate", "--unsafe-fixes", "--lang", "en") == 2
    assert dt.err == "dt: --unsafe-fixes goes with --fix, or with --diff to look only\n"
    assert contents(folder) == before


def test_only_the_chosen_files_are_mended(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    recurring: JA
    # measures/b.yaml
    recurring: JA
    """
    assert dt("validate", "--fix", B, "--quiet") == 0
    assert b"JA" in (folder / A).read_bytes()
    assert b"JA" not in (folder / B).read_bytes()


def test_with_changed_since_only_the_files_that_were_touched_are_mended(
    folder: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    # measures/a.yaml
    recurring: JA
    # measures/b.yaml
    recurring: JA
    """
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    repository = Repository(folder)
    repository.git("init", "-q")
    repository.git("add", ".")
    repository.git("commit", "-qm", "fyrst")
    with (folder / B).open("a", encoding="utf-8") as file:
        file.write("# ny\n")
    assert dt("validate", "--fix", "--changed-since", "HEAD", "--quiet") == 0
    assert b"JA" in (folder / A).read_bytes()
    assert (folder / B).read_bytes().endswith(b"# ny\n")
    assert b"JA" not in (folder / B).read_bytes()


def test_json_says_what_would_be_written(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    recurring: JA
    fte: 50 %
    """
    assert folder.is_dir()
    assert dt("validate", "--output-format", "json") == 1
    assert [found["fix"] for found in json.loads(dt.out)] == [
        {"safe": True, "edits": [{"line": 2, "column": 12, "end_line": 2, "end_column": 14, "text": "true"}]},
        None,
    ]


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    recurring: JA
    # measures/b.yaml
    recurring: JA
    """
    (folder / A).chmod(0o444)
    assert dt("validate", "--fix", "--lang", "en", "--output-format", "concise") == 2
    assert dt.out.startswith(f"{A}:2:12: DT109 ")
    assert dt.err.splitlines() == [
        f"dt: {A} is not changed: the file is read-only",
        "fixed 1 finding in 1 file; 1 left",
    ]


def test_on_a_full_disk_the_files_stand_as_they_stood(folder: Path) -> None:
    """
    # measures/a.yaml
    recurring: JA
    """
    before = contents(folder)
    command = f"ulimit -f 0; exec {sys.executable} -m driftstilpasning validate --fix --no-cache --lang en"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it writes files too
    done = subprocess.run(["bash", "-c", command], env=environ, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603, S607
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith(f"dt: {A} is not changed: ")
    assert contents(folder) == before


def test_a_long_file_with_windows_line_ends_and_a_mark_changes_in_one_place(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    long = "".join(f"  Linje {i} av ein lang tekst: «så» # ikkje merknad\r\n" for i in range(8000))
    end = f"source: |\r\n{long}kostra: 253  # slutt"
    raw = b"\xef\xbb\xbf" + (folder / A).read_bytes().replace(b"\n", b"\r\n") + end.encode()
    (folder / A).write_bytes(raw)
    assert dt("validate", "--fix", "--strict", "--quiet") == 0
    assert (folder / A).read_bytes() == raw.replace(b"kostra: 253", b'kostra: "253"')
