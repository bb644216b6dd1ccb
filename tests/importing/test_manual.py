"""What the manual of imports shows is what happens."""

import re
from pathlib import Path

import pytest

from driftstilpasning.columns import columns
from driftstilpasning.importing.mapping import TableMapping
from driftstilpasning.model.record import written
from driftstilpasning.workspace import load
from tests.conftest import Dt
from tests.documents import ROOT, document

MANUAL = (ROOT / "docs/import.md").read_text("utf-8")
BLOCKS = re.findall(r"```(csv|yaml|console)(?: (\S+))?\n(.*?)```", MANUAL, re.DOTALL)

OUR_OWN = ("council.xlsx", "skjema.xlsx")


def test_every_command_prints_what_the_manual_shows(dt: Dt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DT_LANG", "en")
    ran = 0
    for kind, name, text in BLOCKS:
        if kind != "console" and not (tmp_path / "eksempel" / name).exists():
            (tmp_path / name).write_text(text, "utf-8")
        elif kind != "console":
            assert (tmp_path / "eksempel" / name).read_text("utf-8") == text
        elif not any(file in text for file in OUR_OWN):
            command, _, shown = text.partition("\n")
            assert dt(*command.removeprefix("$ dt ").split()) == 0
            assert dt.out + dt.err == shown
            ran += 1
    assert ran == 3


@pytest.mark.parametrize("file", OUR_OWN)
def test_our_own_files_go_out_and_in_as_the_manual_says(file: str, dt: Dt, folder: Path) -> None:
    """
    measures/a.yaml: {}
    """
    (commands,) = (text.splitlines() for _, _, text in BLOCKS if file in text)
    assert [dt(*command.removeprefix("$ dt ").split()) for command in commands] == [0, 0, 0]
    assert (folder / file).exists()


def test_the_manual_has_every_field_of_a_mapping() -> None:
    table = MANUAL.partition("## The mapping, field by field")[2]
    told = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(told) == sorted(written(TableMapping))


def test_the_fields_that_the_manual_names_are_columns() -> None:
    plan = load(document("measures/a.yaml: {}")).portfolio().plan
    row = next(line for line in MANUAL.splitlines() if line.startswith("| `fields`"))
    named = re.findall(r"`([\w.]+)`", row.replace("2025", "2013"))[1:]
    assert len(named) == 7
    assert set(named) <= {column.name for column in columns(plan)}
