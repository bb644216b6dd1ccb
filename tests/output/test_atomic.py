"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from driftstilpasning.errors import DtError
from driftstilpasning.output.atomic import write_new, write_whole
from driftstilpasning.text import Lang


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", b"ny")
    assert (tmp_path / "a.csv").read_bytes() == b"ny"
    assert only(tmp_path) == ["a.csv"]


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", b"")
    (tmp_path / "b.csv").write_bytes(b"")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "b.csv").stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"gamal")
    path.chmod(0o640)
    write_whole(path, b"ny")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"ny", 0o640)


@pytest.mark.parametrize("step", ["replace", "fsync", "fdopen"])
def test_when_writing_fails_the_old_file_stands_whole(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"gamal")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(DtError) as raised:
        write_whole(path, b"ny")
    assert path.read_bytes() == b"gamal"
    assert only(tmp_path) == ["a.csv"]
    assert raised.value.render(Lang.NB) == f"kan ikke skrive {path}: disken er full"


def test_a_folder_in_the_files_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(DtError) as raised:
        write_whole(tmp_path / "a.csv", b"ny")
    assert "is a folder" in raised.value.render(Lang.EN)
    assert only(tmp_path) == ["a.csv"]


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DtError) as raised:
        write_whole(tmp_path / "nei/a.csv", b"ny")
    assert "finst ikkje" in raised.value.render(Lang.NN)


def test_a_link_goes_on_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "ekte.csv").write_bytes(b"gamal")
    (tmp_path / "lenkje.csv").symlink_to("ekte.csv")
    write_whole(tmp_path / "lenkje.csv", b"ny")
    assert (tmp_path / "lenkje.csv").is_symlink()
    assert (tmp_path / "ekte.csv").read_bytes() == b"ny"


def test_a_new_file_is_never_written_over_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "measures/a.yaml"
    write_new(path, "id: A\n")
    with pytest.raises(DtError) as raised:
        write_new(path, "id: B\n")
    assert path.read_text("utf-8") == "id: A\n"
    assert "finnes fra før" in raised.value.render(Lang.NB)
