"""Nothing that a stranger wrote reaches the terminal as anything but letters.

Escape sequences, bells and signs that turn the text round stand in file names, folder names, values, options and
environment variables; what is printed holds none of them, in any command or format.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

import openpyxl
import pytest

from driftstilpasning.analysis.explain import explain
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.checking import check
from driftstilpasning.cli import run
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output import explain_text, json_reports, quadrant_text, summary_text
from driftstilpasning.output.diagnostics import FORMATS, render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.frame import to_csv, to_frame
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.report import summary_report
from driftstilpasning.output.schema import Known, schema
from driftstilpasning.output.tables import Report
from driftstilpasning.output.workbook import workbook
from driftstilpasning.source.tree import FolderTree, MemoryTree
from driftstilpasning.text import Lang
from driftstilpasning.text.safe import hidden
from driftstilpasning.workspace import load
from tests.conftest import Dt
from tests.documents import document, write
from tests.repositories import Repository

SEQUENCES: Final = "\x1b[31m\x1b]0;x\x07\x9b2J\x08\x7f\x85\x0b\u202e\u2066\u200b\u2028\U000e0001"
NAME: Final = SEQUENCES + "\n\r\t\"'`$(id)é e\u0301😀"
OURS: Final = re.compile(r"\x1b\[[0-9;]+m")


def harmful(text: str, *, tabs: bool = False, color: bool = False) -> set[str]:
    """What in ``text`` a terminal would act upon, line ends and with ``color`` our own paint apart."""
    text = OURS.sub("", text) if color else text
    return {sign for sign in text if hidden(sign) and sign != "\n" and not (tabs and sign == "\t")}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A portfolio with such names, and with such values in files that can be read and in others that cannot."""
    text = f"""
    # measures/a.yaml
    id: A
    requires: [B, X]
    # measures/b.yaml
    id: B
    title: "Ei line\\r\\n\\ttil"
    owner: "Kari\\rNordmann"
    kostra: "\\t0301"
    sector: "\\rteknisk"
    # measures/same.yaml
    id: b
    # measures/status.yaml
    id: S
    status: "\\r\\tproposed"
    "\\t\\rfelt": 1
    # measures/raw.yaml
    id: R
    title: {SEQUENCES.replace(chr(0x85), "").replace(chr(0x2028), "")}
    # measures/coded.yaml
    id: C
    title: "\\e[31m\\u001b]0;x\\a\\x9b2J\\u202e"
    # measures/syntax.yaml
    title: a: b \x1b[31m
    # measures/bytes.yaml
    title: x
    # measures/comment.yaml
    id: K # dt: ignore \x1b[31m\u202e
    """
    root = write(document(text), tmp_path / "portfolio")
    folder = root / "measures" / NAME
    folder.mkdir()
    for file in list(root.glob("measures/*.yaml")):
        file.rename(folder / file.name)
    (folder / "bytes.yaml").write_bytes(b"title: \xe5\x1b[31m\n")
    (folder / f"{NAME}.yaml").write_text("id: N\ntitle: [\n", "utf-8")
    (folder / f"{NAME}.yml").write_text("id: N\n", "utf-8")
    (folder / f"{NAME}-out.yaml").symlink_to("/etc/passwd")
    (root / NAME).mkdir()
    return root


def commands(root: Path, elsewhere: Path) -> Iterator[list[str]]:
    """Every command that prints something that a user has written."""
    there = ["--portfolio", str(root)]
    validate = ["validate", *there]
    yield from ([*validate, "--output-format", form] for form in FORMATS)
    yield from ([*validate, "--statistics", "--output-format", form] for form in ("full", "concise", "json"))
    yield from (
        [*command, *there, *options, *allowed]
        for command in (["summarize"], ["quadrant"])
        for options in ([], ["--plain"], ["--output-format", "json"])
        for allowed in ([], ["--allow-errors"])
    )
    yield from (["explain", subject, *there] for subject in ("A", "B", "K", NAME))
    yield ["explain", "A", "--output-format", "json", *there]
    for ending in ("csv", "json", "xlsx", "parquet"):
        yield ["export", str(elsewhere / f"{NAME}.{ending}"), "--allow-errors", *there]
    yield ["export", f"{NAME}/x.csv", "--allow-errors", *there]
    yield ["schema", "--for-portfolio", *there]
    yield ["schema", "--output", str(elsewhere / NAME)]
    yield ["new", NAME, *there]
    yield ["new", "Samle", *there]
    yield ["new", "Samle", "--sector", NAME, *there]
    yield from [["init", str(elsewhere / f"init{NAME}")]] * 2
    yield ["validate", str(root / "measures" / NAME), *there]
    yield from (["validate", NAME], ["validate", "--portfolio", NAME], [f"--{NAME}"], [NAME], ["validate", f"--{NAME}"])
    options = "select ignore lang color output-format changed-since today jobs"
    yield from ([*validate, f"--{option}", NAME] for option in options.split())
    yield [*validate, "--output-format", f"json={NAME}/x"]
    yield [*validate, "--output-format", f"json={elsewhere / NAME}x"]
    yield from (["summarize", *there, option, NAME] for option in ("--counts", "--sector", "--status"))


@pytest.mark.parametrize(("color", "lang"), [("never", Lang.NB), ("always", Lang.NN)])
def test_no_command_prints_anything_that_a_terminal_acts_upon(
    color: str, lang: Lang, hostile: Path, tmp_path: Path, dt: Dt
) -> None:
    codes = set()
    for arguments in commands(hostile, tmp_path):
        codes.add(dt(*arguments, *(["--color", color] if "--color" not in arguments else []), "--lang", lang))
        assert harmful(dt.out + dt.err, color=color == "always") == set(), arguments
    assert codes == {0, 1, 2}


@pytest.mark.parametrize("color", ["never", "always"])
def test_a_change_is_shown_without_what_a_terminal_acts_upon(color: str, hostile: Path, dt: Dt) -> None:
    for options in (["--diff"], ["--diff", "--unsafe-fixes"], ["--fix"]):
        dt("validate", "--portfolio", hostile, *options, "--color", color)
        assert harmful(dt.out + dt.err, tabs=True, color=color == "always") == set()


@pytest.mark.parametrize("name", ["DT_LANG", "DT_PORTFOLIO", "GITHUB_WORKSPACE", "DT_CACHE_DIR"])
def test_neither_does_what_stands_in_the_environment(
    name: str, dt: Dt, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hostile)
    monkeypatch.setenv(name, NAME)
    dt("validate", "--output-format", "github")
    assert harmful(dt.out + dt.err) == set()


def test_neither_does_what_git_says(hostile: Path, repository: Repository, dt: Dt) -> None:
    for revision, code in ((NAME, 2), ("HEAD", 1), ("main", 2)):  # before the first commit all is new
        assert dt("validate", "--portfolio", hostile, "--changed-since", revision) == code
        assert harmful(dt.out + dt.err) == set()
    assert (repository.root / ".git").is_dir()


def wicked(portfolio: Portfolio) -> Portfolio:
    """``portfolio`` with such signs in every text, as only somebody who does without files can make it."""
    measures = tuple(
        replace(
            measure,
            id=NAME + measure.id,
            title=NAME,
            owner=NAME,
            source=NAME,
            working_group=NAME,
            sector={NAME: Decimal(40), "oppvekst": Decimal(60)} if i else NAME,
            themes=(NAME,),
        )
        for i, measure in enumerate(portfolio)
    )
    plan = portfolio.plan
    known = plan.sectors["oppvekst"]
    plan = replace(
        plan,
        municipality=NAME,
        plan=NAME,
        notice=NAME,
        sectors={NAME: replace(known, name=NAME), "oppvekst": known},
        targets=(replace(plan.targets[0], title=NAME),),
    )
    return Portfolio(plan, measures)


def report(portfolio: Portfolio, lang: Lang) -> Report:
    return summary_report(summarize(portfolio), lang, [NAME])


SCREENS: Final = (Screen(80), Screen(80, color=True), Screen(40, boxes=False))
PRINTED: Final[dict[str, Callable[[Portfolio, Lang, Screen], str]]] = {
    "summarize": lambda p, lang, screen: summary_text.terminal(report(p, lang), screen, lang),
    "summarize --plain": lambda p, lang, _: summary_text.plain(report(p, lang), lang),
    "summarize json": lambda p, _, __: json_reports.summary_json(summarize(p), ()),
    "quadrant": lambda p, lang, screen: quadrant_text.terminal(place(p), p, screen, lang, [NAME]),
    "quadrant --plain": lambda p, lang, _: quadrant_text.plain(place(p), p, lang, [NAME]),
    "quadrant json": lambda p, lang, _: json_reports.quadrant_json(place(p), p, lang, ()),
    "explain": lambda p, lang, screen: "".join(explain_text.measure_text(explain(m, p), screen, lang) for m in p),
    "explain json": lambda p, lang, _: "".join(json_reports.measure_json(explain(m, p), lang) for m in p),
    "export json": lambda p, lang, _: json_reports.portfolio_json(summarize(p), place(p), lang, ()),
    "schema": lambda p, lang, _: schema("measure", lang, Known(p.plan, {m.id: m.title for m in p})),
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("screen", SCREENS, ids=["colour", "plain", "narrow"])
@pytest.mark.parametrize("what", PRINTED)
def test_no_text_of_a_measure_or_a_plan_is_printed_as_it_is(
    what: str, screen: Screen, lang: Lang, portfolio: Portfolio
) -> None:
    """
    # measures/a.yaml
    owner: Rektor
    consequence: {staff: {grade: 2, text: Ja}, users: {grade: 1, text: Ja}}
    acceptance: {grade: 4, by: styringsgruppe, text: Semje}
    # measures/b.yaml
    status: idea
    excludes: [A]
    # measures/c.yaml
    status: rejected
    """
    printed = PRINTED[what](wicked(portfolio), lang, screen)
    assert repr(SEQUENCES[:5])[1:-1] in printed or "\\u001b[31m" in printed
    assert harmful(printed, color=screen.color) == set()


def test_a_workbook_holds_such_texts_and_can_be_opened(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    book = openpyxl.load_workbook(io.BytesIO(workbook(View(wicked(portfolio)), Lang.NB)))
    assert "Tiltak" in book.sheetnames


@pytest.mark.parametrize("title", ['=HYPERLINK("http://x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "=1"])
def test_a_spreadsheet_carries_out_nothing_that_a_title_says(title: str, portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    measure = replace(portfolio.measures[0], title=title)
    frame = to_frame(Portfolio(portfolio.plan, (measure,)))
    assert frame["title"][0] == title
    ((_, written, *_),) = list(csv.reader(io.StringIO(to_csv(frame).decode("utf-8-sig"))))[1:]
    assert written == f"'{title}"
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(View(Portfolio(portfolio.plan, (measure,))), Lang.NB)))["Tiltak"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == title} == {"s"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", list(Lang))
def test_a_file_of_another_kind_is_told_of_without_its_signs(form: str, lang: Lang) -> None:
    for raw in (SEQUENCES.encode(), NAME.encode("utf-16"), NAME.encode("utf-8") + b"\xff", f"'{NAME}': x".encode()):
        found = check(MemoryTree({"measures/a.yaml": raw, f"measures/{NAME}.yaml": raw})).diagnostics
        assert found
        assert harmful(render(form, Findings(found, lang))) == set()


def test_a_name_in_bytes_that_are_no_text_can_be_printed(tmp_path: Path, dt: Dt) -> None:
    root = write(document("measures/a.yaml: {}"), tmp_path)
    (root / "measures/\udcff\udc9b.yaml").write_text("id: [\n", "utf-8")
    for form in FORMATS:
        assert dt("validate", "--portfolio", root, "--output-format", form, "--no-cache") == 1
        assert harmful(dt.out + dt.err) == set()


def test_a_new_measure_never_lands_outside_the_portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = document("measures/a.yaml: {}").contents["budgets/plan.yaml"]
    for sector in ("/etc", "../x", "..", "a/b", "\\x", "-", "😀"):
        root = tmp_path / str(len(list(tmp_path.iterdir())))
        text = str(plan).replace("oppvekst:", f"'{sector}':", 1)
        write(MemoryTree({"budgets/plan.yaml": text}), root)
        monkeypatch.chdir(root)
        assert run(["new", "Samle"]) == 0
        (made,) = root.glob("measures/*.yaml")
        assert [measure.value.sector for measure in load(FolderTree(root)).measures] == [sector]
        assert made.is_file()
