"""``dt init``, ``dt new`` and ``dt export``: what is written, and what is never written over."""

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from driftstilpasning.cli.export import ENDINGS
from tests.conftest import Dt
from tests.documents import ROOT

HARD = ['Tiltak: "x" # y', "NO", "- a", "2013", "Leggje ned \\ byggje", "æøå – 5 %", "'sitat'", "{a: b}"]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_new_portfolio_validates_and_a_new_measure_in_it_too(
    lang: str, tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dt("init", "ny", "--lang", lang) == 0
    assert dt.out.splitlines() == [
        "ny/budgets/plan.yaml",
        "ny/measures/ad-01.yaml",
        "ny/schema/measure.json",
        "ny/schema/plan.json",
        "ny/.vscode/settings.json",
        "ny/.vscode/extensions.json",
    ]
    assert "dt validate" in dt.err
    monkeypatch.chdir("ny")
    assert dt("validate", "--strict", "--output-format", "json") == 0
    assert json.loads(dt.out) == []
    assert dt("new", "Selje eit bygg", "--lang", lang) == 0
    assert Path(dt.out.strip()).name == "ad-02.yaml"
    assert dt("validate", "--lang", lang) == 0
    assert dt("summarize", "--lang", lang) == 0


def test_init_writes_over_nothing(tmp_path: Path, dt: Dt) -> None:
    assert dt("init", tmp_path) == 0
    (tmp_path / "budgets/plan.yaml").unlink()
    before = files(tmp_path)
    assert dt("init", tmp_path, "--lang", "en") == 2
    assert "exists already; nothing was written" in dt.err
    assert files(tmp_path) == before


def test_init_leaves_the_settings_of_an_editor_as_they_are(tmp_path: Path, dt: Dt) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.fontSize": 14}\n', "utf-8")
    assert dt("init", tmp_path, "--lang", "en") == 0
    assert f"{settings} is left as it was" in dt.err
    assert settings.read_text("utf-8") == '{"editor.fontSize": 14}\n'
    assert (tmp_path / "schema/measure.json").is_file()
    assert dt("validate", "--strict", "--portfolio", tmp_path) == 0


def test_init_where_a_file_stands_in_the_folders_place_is_exit_2(tmp_path: Path, dt: Dt) -> None:
    (tmp_path / "ny").write_text("", "utf-8")
    assert dt("init", tmp_path / "ny", "--lang", "en") == 2
    assert dt.err.startswith("dt: cannot write")


def test_new_gives_the_next_free_id_and_prints_the_path(folder: Path, dt: Dt) -> None:
    """
    # measures/oppvekst/op-01.yaml
    id: OP-01
    # measures/oppvekst/op-02.yaml
    id: OP-02
    status: feil
    # measures/t.yaml
    id: TE-7
    sector: teknisk
    """
    assert dt("new", "Samle innkjøpa") == 0
    assert dt.out == "measures/oppvekst/op-03.yaml\n"
    assert (folder / dt.out.strip()).is_file()
    assert dt.err == ""
    assert dt("new", "Samle meir") == 0
    assert Path(dt.out.strip()).name == "op-04.yaml"
    assert dt("new", "Vegar", "--sector", "teknisk") == 0
    assert dt.out == "measures/te-8.yaml\n"


def test_new_names_the_schema_of_a_portfolio_that_has_one_from_the_files_own_folder(folder: Path, dt: Dt) -> None:
    """
    # measures/oppvekst/op-01.yaml
    id: OP-01
    # measures/te-7.yaml
    id: TE-7
    sector: teknisk
    """
    assert dt("new", "Samle") == 0
    assert (folder / dt.out.strip()).read_text("utf-8").startswith("id: OP-02\n")
    (folder / "schema").mkdir()
    assert dt("schema") == 0
    (folder / "schema/measure.json").write_text(dt.out, "utf-8")
    for sector, line in (
        ("oppvekst", "$schema=../../schema/measure.json"),
        ("teknisk", "$schema=../schema/measure.json"),
    ):
        assert dt("new", "Samle", "--sector", sector) == 0
        assert (folder / dt.out.strip()).read_text("utf-8").startswith(f"# yaml-language-server: {line}\nid: ")
    assert dt("validate") == 0


@pytest.mark.parametrize("title", HARD)
def test_a_hard_title_is_quoted_and_the_file_validates(title: str, folder: Path, dt: Dt) -> None:
    """
    measures/op-01.yaml: {}
    """
    assert dt("new", "--", title) == 0
    path = folder / dt.out.strip()
    assert path.parent == folder / "measures"
    assert dt("validate", path, "--output-format", "json") == 0
    assert [found["code"] for found in json.loads(dt.out) if found["severity"] == "error"] == []
    assert dt("explain", path.stem, "--output-format", "json") == 0
    assert json.loads(dt.out)["title"] == title


def test_new_writes_over_nothing(folder: Path, dt: Dt) -> None:
    """
    measures/op-01.yaml: {}
    """
    (folder / "measures/op-02.yaml").write_text("# notat\n", "utf-8")
    assert dt("new", "Samle", "--lang", "en") == 2
    assert "exists already" in dt.err
    assert (folder / "measures/op-02.yaml").read_text("utf-8") == "# notat\n"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.parquet", "a.json", "A.XLSX"])
def test_an_export_is_written_whole_and_the_same_twice(name: str, tmp_path: Path, dt: Dt) -> None:
    path = tmp_path / name
    assert dt("export", path, "--portfolio", ROOT, "--lang", "en") == 0
    assert dt.out == ""
    assert f"wrote {path}" in dt.err
    first = path.read_bytes()
    path.write_bytes(b"old")
    assert dt("export", path, "--portfolio", ROOT, "--lang", "en") == 0
    assert path.read_bytes() == first
    assert list(files(tmp_path)) == [name]


def test_files_for_analysis_hold_internal_measures_whether_asked_or_not(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {id: EX-01}
    measures/b.yaml: {id: EX-02, visibility: internal}
    """
    for options in ([], ["--internal"]):
        for ending in ("csv", "parquet", "json"):
            assert dt("export", folder / f"a.{ending}", *options) == 0
        shown = {"EX-01": "public", "EX-02": "internal"}
        for frame in (pd.read_csv(folder / "a.csv"), pd.read_parquet(folder / "a.parquet")):
            assert dict(zip(frame["id"], frame["visibility"], strict=True)) == shown
        measures = json.loads((folder / "a.json").read_text("utf-8"))["measures"]
        assert {one["id"]: one.get("visibility", "public") for one in measures} == shown


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_help_names_every_ending_that_can_be_exported(lang: str, dt: Dt) -> None:
    for arguments in (["--help"], ["export", "--help"]):
        assert dt(*arguments, "--lang", lang) == 0
        assert ", ".join(ENDINGS[:-1]) in " ".join(dt.out.split())


def test_exports_hold_every_measure(tmp_path: Path, dt: Dt) -> None:
    for ending in ("xlsx", "csv", "parquet", "json"):
        assert dt("export", tmp_path / f"a.{ending}", "--portfolio", ROOT, "--internal") == 0
    assert len(pd.read_csv(tmp_path / "a.csv")) == 50
    assert len(pd.read_parquet(tmp_path / "a.parquet")) == 50
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert book["Tiltak"].tables["tblTiltak"].ref.endswith(str(5 + 50))
    content = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert len(content["measures"]) == 50
    assert dt("summarize", "--portfolio", ROOT, "--output-format", "json") == 0
    assert content["summary"] == json.loads(dt.out)
    assert dt("quadrant", "--portfolio", ROOT, "--output-format", "json") == 0
    assert content["quadrant"] == json.loads(dt.out)


def test_an_export_with_what_is_left_out_says_so(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    id: A
    # measures/b.yaml
    status: feil
    """
    assert dt("export", "a.json", "--allow-errors") == 0
    content = json.loads((folder / "a.json").read_text("utf-8"))
    assert [file["path"] for file in content["summary"]["left_out"]] == ["measures/b.yaml"]


def test_where_no_file_can_be_written_it_is_exit_2(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    (folder / "a.csv").mkdir()
    assert dt("export", "a.csv", "--lang", "en") == 2
    assert dt.err == "dt: cannot write a.csv: is a folder\n"
    assert dt("export", "uten-ending", "--lang", "en") == 2


def test_measures_in_json_have_their_own_fields_and_amounts_in_kroner(folder: Path, dt: Dt) -> None:
    """
    # measures/a.yaml
    effect: [{annual: 0.5, from: 2013-08}, {annual: 1200, from: 2015-01}]
    overlaps: [{with: B, amount: 200}]
    decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: recommended}]
    law: {level: must}
    fte: -1.5
    # measures/b.yaml
    effect: {2013: 1, 2014: 1, 2015: 1, 2016: 1}
    """
    assert dt("export", "a.json") == 0
    a, b = json.loads((folder / "a.json").read_text("utf-8"))["measures"]
    assert a["effect"] == [{"annual": 500, "from": "2013-08"}, {"annual": 1_200_000, "from": "2015-01"}]
    assert a["overlaps"] == [{"with": "B", "amount": 200_000}]
    assert a["decisions"] == [{"date": "2013-06-10", "body": "styringsgruppe", "outcome": "recommended"}]
    assert (a["law"], a["fte"]) == ({"level": "must"}, -1.5)
    assert b["effect"] == {"2013": 1000, "2014": 1000, "2015": 1000, "2016": 1000}
    assert "fte" not in b


def test_new_prints_the_whole_path_when_the_portfolio_lies_elsewhere(tmp_path: Path, dt: Dt) -> None:
    assert dt("init", tmp_path / "p") == 0
    assert dt("new", "Samle", "--portfolio", tmp_path / "p") == 0
    assert Path(dt.out.strip()) == tmp_path / "p/measures/ad-02.yaml"


def test_a_form_is_never_written_over_one_that_may_be_filled_in(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert dt("template", "skjema.xlsx", "--lang", "nn") == 0
    assert "skreiv skjema.xlsx" in dt.err
    before = (folder / "skjema.xlsx").read_bytes()
    assert dt("template", "skjema.xlsx", "--lang", "en") == 2
    assert "somebody may have filled it in" in dt.err
    assert (folder / "skjema.xlsx").read_bytes() == before
    assert dt("template", "skjema.csv", "--lang", "en") == 2
    assert "the ending must be .xlsx" in dt.err
