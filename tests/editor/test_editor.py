"""What somebody sees who writes a measure in an editor, as the YAML language server itself tells it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from driftstilpasning.cli import run
from driftstilpasning.output.editor import SCHEMAS, SETTINGS
from driftstilpasning.output.hints.measure import MEASURE
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Lang
from tests.documents import PORTFOLIOS, ROOT
from tests.editor.language_server import LanguageServer, editor

START = "id: A-1\ntitle: Samle innkjøpa\nsector: oppvekst\nstatus: idea\nkind: purchasing\n"


class Opened(NamedTuple):
    """A portfolio that is open in an editor."""

    server: LanguageServer
    measure: Path


@pytest.fixture(scope="module")
def nynorsk(command: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A portfolio as ``dt init --lang nn`` makes it."""
    root = tmp_path_factory.mktemp("portfolio")
    assert run(["init", str(root), "--lang", "nn", "--quiet"]) == 0
    with editor(command, root) as server:
        yield Opened(server, root / "measures/oppvekst/a-1.yaml")


def test_no_file_of_this_repository_gets_a_remark(command: str) -> None:
    files = [
        *(path for root in PORTFOLIOS for path in root.glob("measures/**/*.yaml")),
        *(root / PLAN for root in PORTFOLIOS),
    ]
    assert len(files) > 90
    with editor(command, ROOT) as server:
        found = server.problems({path: path.read_text("utf-8") for path in files})
        assert {path: problems for path, problems in found.items() if problems} == {}
        wrong = server.problems({files[0]: "efekt: 1\n", ROOT / PLAN: "unit: kroner\n"})
    assert all(wrong.values()), "or no schema was in use"


def test_no_file_of_an_example_gets_a_remark_from_the_schema_of_its_own_portfolio(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for root in PORTFOLIOS:
        (tmp_path / "schema").mkdir(exist_ok=True)
        for kind, name in SCHEMAS.items():
            capsys.readouterr()
            assert run(["schema", kind, "--for-portfolio", "--portfolio", str(root)]) == 0
            (tmp_path / name).write_text(capsys.readouterr().out, "utf-8")
        with editor(command, tmp_path) as server:
            documents = {tmp_path / PLAN: f"# yaml-language-server: $schema=../{SCHEMAS['plan']}\n"}
            documents[tmp_path / PLAN] += (root / PLAN).read_text("utf-8")
            for path in root.glob("measures/**/*.yaml"):
                line = f"# yaml-language-server: $schema=../{SCHEMAS['measure']}\n"
                documents[tmp_path / "measures" / path.name] = line + path.read_text("utf-8")
            assert {path: said for path, said in server.problems(documents).items() if said} == {}


@pytest.mark.parametrize("lang", list(Lang))
def test_a_new_portfolio_needs_no_settings_since_every_file_names_its_schema(
    command: str, tmp_path: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["init", str(tmp_path), "--lang", lang, "--quiet"]) == 0
    monkeypatch.chdir(tmp_path)
    Path("measures/stab").mkdir()
    moved = Path("measures/ad-01.yaml").rename("measures/stab/ad-01.yaml")
    moved.write_text(moved.read_text("utf-8").replace("=../", "=../../"), "utf-8")
    assert run(["new", "Samle", "--lang", lang]) == 0
    Path(SETTINGS).unlink()
    files = [tmp_path / PLAN, tmp_path / "measures/stab/ad-01.yaml", tmp_path / "measures/stab/ad-02.yaml"]
    with editor(command, tmp_path) as server:
        found = server.problems({path: path.read_text("utf-8") for path in files})
        assert list(found.values()) == [[]] * len(files)
        text = files[-1].read_text("utf-8")
        assert server.problems({files[-1]: text.replace("kind:", "knid:")})[files[-1]]
        assert MEASURE["effect"].description.render(lang)[:40] in server.hover(
            files[-1], text.replace("effect", "eff|ect")
        )


def test_an_empty_line_is_offered_the_fields_that_are_not_written_yet(nynorsk: Opened) -> None:
    fields = {path for path in MEASURE if path and "." not in path}
    assert fields <= set(nynorsk.server.completions(nynorsk.measure, "|"))
    offered = nynorsk.server.completions(nynorsk.measure, START + "|\n")
    assert {"effect", "owner", "consequence"} <= set(offered)
    assert not {"id", "title", "status"} & set(offered)
    assert offered["law"] == "law:\n  level: "


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("status: |\n", ["idea", "proposed", "hearing", "recommended", "adopted"]),
        (START + "effect: |\n", ["heilårsverknad frå ein månad", "år for år", "fleire steg"]),
        (START + "effect:\n  |\n", ["annual", "from"]),
        (START + "consequence:\n  |\n", ["staff", "users"]),
        (START + "consequence:\n  staff:\n    grade: |\n", ["1", "2", "3", "4", "5"]),
        (START + "overlaps:\n  - |\n", ["with", "amount"]),
        (START + "recurring: |\n", ["true", "false"]),
    ],
)
def test_what_can_be_written_is_offered(text: str, offered: list[str], nynorsk: Opened) -> None:
    assert set(offered) <= set(nynorsk.server.completions(nynorsk.measure, text))


def test_the_plan_is_offered_its_fields_and_the_codes_of_the_rules(nynorsk: Opened) -> None:
    plan = nynorsk.measure.parents[2] / PLAN
    assert {"municipality", "period", "targets"} <= set(nynorsk.server.completions(plan, "|"))
    assert {"kr", "1000 kr", "mill. kr"} <= set(nynorsk.server.completions(plan, "unit: |\n"))
    codes = nynorsk.server.completions(plan, "plan: A\nseverity:\n  |\n")
    assert set(codes) == {rule.code for rule in all_rules()}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ef|fect: {annual: 1, from: 2013-08}\n", ["#### Verknad", "Kor mykje lågare netto driftsutgifter vert"]),
        ("effect: {ann|ual: 1}\n", ["#### Heilårsverknad", "1200"]),
        ("fun|ding: free\n", ["#### Finansiering", "`free`: frie midlar", "`self-cost`: sjølvkost"]),
        ("consequence: {users: {gr|ade: 2}}\n", ["#### Karakter", "`5`: svært stor"]),
        ("acceptance: {gr|ade: 2}\n", ["`5`: svært høg"]),
    ],
)
def test_the_mouse_is_told_what_a_field_is_for(text: str, shown: list[str], nynorsk: Opened) -> None:
    said = nynorsk.server.hover(nynorsk.measure, START + text)
    assert [words for words in shown if words not in said] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("effect: {annual: 2,9, from: 2013-08}\n", "eit tal har punktum: 2.9"),
        ("effect: {2013: 2,9, 2014: 3}\n", "Eit tal har punktum framfor desimalane"),
        ("effect: {annual: 1 200}\n", "ingen mellomrom"),
        ("effect: {annual: 1, from: august 2013}\n", "skriv år og månad, som 2013-08"),
        ("effect: 1\nacceptance: {grade: 6}\n", "vel mellom: 1, 2, 3, 4, 5"),
        ("effect: {annual: 1}\nacceptance: {text: Nei, slett ikkje}\n", "Ein tekst med komma i må stå i hermeteikn"),
        ("effect: {annual: 1}\nkostra: 253\n", 'i hermeteikn: "2013"'),
        ("effect: {annual: 1}\nowner:\n", "skriv ein tekst"),
        ("efekt: {annual: 1}\n", "efekt"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_schema(text: str, said: str, nynorsk: Opened) -> None:
    found = nynorsk.server.problems({nynorsk.measure: START + text})[nynorsk.measure]
    assert any(said in message for message in found), found


def test_the_schema_of_a_portfolio_offers_its_sectors_measures_and_years(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path), "--quiet"]) == 0
    capsys.readouterr()
    assert run(["schema", "--for-portfolio", "--portfolio", str(ROOT), "--lang", "nn"]) == 0
    (tmp_path / SCHEMAS["measure"]).write_text(capsys.readouterr().out, "utf-8")
    measure = tmp_path / "measures/a.yaml"
    with editor(command, tmp_path) as server:
        assert list(server.completions(measure, "sector: |\n")) == [
            "oppvekst",
            "helse-omsorg",
            "teknisk",
            "kultur",
            "stab",
        ]
        assert {"oppvekst", "stab"} <= set(server.completions(measure, "id: A\nsector:\n  |\n"))
        assert {"HO-03", "OP-01"} <= set(server.completions(measure, "id: A\nrequires:\n  - |\n"))
        years = server.completions(measure, "id: A\ntransition_cost:\n  |\n")
        assert list(years) == ["2013", "2014", "2015", "2016"]
        assert "Sentraladministrasjon og stab" in server.hover(measure, "sector: sta|b\n")
        written = START + "effect: {2013: 1, 2014: 1, 2015: 1, 2016: 1}\ntransition_cost: {2013: 1, '2014': 1}\n"
        assert server.problems({measure: written})[measure] == []
        assert server.problems({measure: written.replace("2016", "2017")})[measure]
        assert server.problems({measure: written.replace("oppvekst", "skule")})[measure]


def test_vs_code_is_told_which_files_have_which_schema() -> None:
    settings = json.loads((ROOT / SETTINGS).read_text("utf-8"))["yaml.schemas"]
    assert list(settings.values()) == ["measures/**/*.yaml", PLAN]
    assert [name for name in settings if not (ROOT / name).is_file()] == []
