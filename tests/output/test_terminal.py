"""What stands on a terminal: within its width, the same with and without colour, safe, and in the reader's manner."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from driftstilpasning.analysis.explain import Explanation, explain
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.checking import Checked, check
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output import diagnostics, quadrant_text, summary_text
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.explain_text import measure_text
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.report import summary_report
from driftstilpasning.output.rule_text import rule_text
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from tests.conftest import Dt
from tests.documents import PORTFOLIOS, ROOT, document
from tests.rules.examples import tree

ANSI = re.compile(r"\x1b\[[0-9;]*m")
BOXES = set("╭╮╰╯│─┌┐└┘├┤┼━┃")
WIDTHS = (60, 80, 120)
NAMES = {root: root.name if root != ROOT else "oygarden" for root in PORTFOLIOS}
EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=NAMES.get)


@cache
def loaded(root: Path) -> Checked:
    return check(FolderTree(root))


def gathered(portfolio: Portfolio) -> list[Explanation]:
    """What is known of each measure; gathered once, since it takes a while."""
    for known, explanations in _GATHERED:
        if known is portfolio:
            return explanations
    _GATHERED.append((portfolio, [explain(measure, portfolio) for measure in portfolio]))
    return _GATHERED[-1][1]


_GATHERED: list[tuple[Portfolio, list[Explanation]]] = []


def summarized(checked: Checked, screen: Screen, lang: Lang) -> str:
    return summary_text.terminal(summary_report(summarize(checked.workspace.portfolio()), lang), screen, lang)


def quadrants(checked: Checked, screen: Screen, lang: Lang) -> str:
    portfolio = checked.workspace.portfolio()
    return quadrant_text.terminal(place(portfolio), portfolio, screen, lang)


def explained(checked: Checked, screen: Screen, lang: Lang) -> str:
    return "".join(measure_text(explanation, screen, lang) for explanation in gathered(checked.workspace.portfolio()))


def findings(checked: Checked, screen: Screen, lang: Lang) -> str:
    return diagnostics.render("full", Findings(checked.diagnostics, lang, screen=screen))


Renderer = Callable[[Checked, Screen, Lang], str]
RENDERERS: list[Renderer] = [summarized, quadrants, explained, findings]
ALL = pytest.mark.parametrize("render", RENDERERS, ids=lambda render: render.__name__)


def too_wide(text: str, width: int) -> list[str]:
    return [line for line in ANSI.sub("", text).split("\n") if cell_len(line) > width]


@ALL
@EVERY
def test_no_line_is_wider_than_the_screen(root: Path, render: Renderer) -> None:
    for width in WIDTHS:
        for lang in Lang:
            assert too_wide(render(loaded(root), Screen(width), lang), width) == [], (width, lang)


@ALL
@EVERY
def test_colour_changes_nothing_but_the_colour(root: Path, render: Renderer) -> None:
    for width in WIDTHS:
        plain = render(loaded(root), Screen(width), Lang.NN)
        colored = render(loaded(root), Screen(width, color=True), Lang.NN)
        assert "\x1b" not in plain
        assert ANSI.sub("", colored) == plain
        assert colored != plain or not plain


@ALL
@EVERY
def test_a_dumb_terminal_has_no_boxes(root: Path, render: Renderer) -> None:
    for width in WIDTHS:
        text = render(loaded(root), Screen(width, boxes=False), Lang.NB)
        assert not set(text) & BOXES
        assert too_wide(text, width) == []


@pytest.mark.parametrize("rule", [r for r in all_rules() if isinstance(r.bad, str)], ids=lambda rule: rule.code)
def test_the_findings_of_every_bad_example_stand_within_60_columns(rule: object) -> None:
    bad = getattr(rule, "bad", "")
    for lang in Lang:
        text = findings(check(tree(bad)), Screen(60), lang)
        lines = [line for line in text.splitlines() if not line.startswith(6 * " ")]
        assert too_wide("\n".join(lines), 60) == [], "but for what is to be pasted"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_what_a_rule_is_for_stands_within_60_columns(rule: object) -> None:
    for each in (r for r in all_rules() if r is rule):
        for lang in Lang:
            lines = [line for line in rule_text(each, Screen(60), lang).splitlines() if not line.startswith("    ")]
            assert too_wide("\n".join(lines), 60) == [], "but for the examples, which are shown as they are written"
            assert each.code in lines[0]


def test_the_terminals_own_width_and_dumbness_are_found(dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("60", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        assert dt("quadrant", "--portfolio", ROOT) == 0
        assert max(map(cell_len, dt.out.splitlines())) == int(columns)
        assert too_wide(dt.out, int(columns)) == []
    assert set(dt.out) & BOXES
    monkeypatch.setenv("TERM", "dumb")
    assert dt("quadrant", "--portfolio", ROOT) == 0
    assert not set(dt.out) & BOXES


@pytest.mark.parametrize("command", ["summarize", "quadrant", "explain HO-01", "validate"])
def test_colour_comes_only_where_it_is_wanted(command: str, dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [*command.split(), "--portfolio", str(ROOT)]
    assert dt(*words) == 0
    plain = dt.out
    assert "\x1b" not in plain, "no terminal, no colour"
    assert dt(*words, "--color", "always") == 0
    assert "\x1b[" in dt.out
    assert ANSI.sub("", dt.out) == plain
    assert dt(*words, "--color", "never") == 0
    assert dt.out == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert dt(*words) == 0
    assert dt.out == plain


@pytest.mark.parametrize("command", ["summarize", "quadrant"])
@EVERY
def test_plain_prints_one_labelled_fact_a_line(root: Path, command: str, dt: Dt) -> None:
    assert dt(command, "--portfolio", root, "--plain", "--lang", "nn") == 0
    assert not set(dt.out) & (BOXES | set("█▓▒░"))
    lines = dt.out.splitlines()
    assert (
        lines[0]
        == f"{loaded(root).workspace.portfolio().plan.municipality} · {loaded(root).workspace.portfolio().plan.plan}"
    )
    assert sum(": " in line for line in lines) > len(loaded(root).workspace.measures) // 2


def test_plain_names_every_measure_with_its_place_and_reason(dt: Dt) -> None:
    assert dt("quadrant", "--portfolio", ROOT, "--plain", "--lang", "en") == 0
    for measure in loaded(ROOT).workspace.portfolio():
        (line,) = [line for line in dt.out.splitlines() if line.startswith(f"{measure.id} ")]
        assert measure.title in line


MANNERS = """
# budgets/plan.yaml
targets: [{id: t, title: Alt, amount: 2900, basis: level, year: 2016}]
# measures/a.yaml
effect: {annual: 1200, from: 2013-08}
# measures/b.yaml
effect: {annual: 1200, from: 2013-08}
kind: income
fte: -2.9
"""


@pytest.mark.parametrize(
    ("lang", "amount", "posts", "percent"),
    [
        ("nb", "2\u00a0400", "−2,9", "83\u00a0%"),
        ("nn", "2\u00a0400", "−2,9", "83\u00a0%"),
        ("en", "2,400", "−2.9", "83%"),
    ],
)
def test_numbers_are_written_in_the_readers_manner(lang: str, amount: str, posts: str, percent: str) -> None:
    text = summarized(check(document(MANNERS)), Screen(80), Lang(lang))
    assert amount in text
    assert posts in text
    assert percent in text
    assert ("2,400" in text) == (lang == "en")


def test_a_total_is_never_summed_from_rounded_parts() -> None:
    text = """
    # measures/a.yaml
    effect: {annual: 0.4, from: 2013-01}
    # measures/b.yaml
    effect: {annual: 0.4, from: 2013-01}
    sector: teknisk
    """
    lines = summarized(check(document(text)), Screen(80), Lang.NB).splitlines()
    (oppvekst,) = [line for line in lines if line.startswith("Oppvekst ")]
    (in_all,) = [line for line in lines if line.startswith("I alt ")]
    assert oppvekst.split()[1:5] == ["0"] * 4
    assert in_all.split()[2:6] == ["1"] * 4


def test_the_foot_says_how_figures_are_rounded() -> None:
    text = summarized(check(document(MANNERS)), Screen(200), Lang.EN)
    assert "rounded to the øre once" in text.splitlines()[-2] + text.splitlines()[-1]


def test_targets_of_different_bases_never_look_additive() -> None:
    text = summarized(loaded(ROOT), Screen(120), Lang.NN)
    assert "Måla har ulikt grunnlag og kan ikkje leggjast saman." in text
    assert "varig nivå 2016 (heilårseffekt), frå og med «foreslått»" in text
    assert "verknad i budsjettåret 2013, frå og med «vedteke»" in text


def test_a_target_never_shows_100_per_cent_while_something_is_missing() -> None:
    text = """
    # budgets/plan.yaml
    targets: [{id: t, title: Alt, amount: 100000, basis: level, year: 2016}]
    # measures/a.yaml
    effect: {annual: 99999}
    """
    shown = summarized(check(document(text)), Screen(80), Lang.EN)
    assert "99.9%" in shown
    assert "100%" not in shown
    assert "░" in shown


HOSTILE = """
# budgets/plan.yaml
municipality: "Øy\\e[31mgarden"
plan: "Plan\\u202Ebakvendt"
notice: "\\a\\e]0;eg eig terminalen\\a"
sectors: {oppvekst: {name: "\\e[2JOppvekst"}}
targets: [{id: t, title: "Mål\\e[1A\\r", amount: 100, basis: level, year: 2016, already: {amount: 1, source: "\\e[5m"}}]
stated: [{year: 2016, amount: 1, source: "\\e[5m"}]
# measures/a.yaml
title: "Tiltak\\e[31m raudt \\u0085\\u2028\\b"
owner: "Sjef\\x9b31m"
requires: ["\\e[31m"]
consequence: {staff: {grade: 1, text: "\\e[31m"}, users: {grade: 1, text: "\\e[31m"}}
# measures/b.yaml
title: "\\e[31mavvist"
status: rejected
sector: "\\e[31msektor"
# measures/c.yaml
title: "\\e[31mmed feil"
status: "\\e[31m"
"""
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    "command",
    [
        *("summarize --allow-errors", "summarize --allow-errors --plain", "summarize"),
        *("quadrant --allow-errors", "quadrant --allow-errors --plain", "explain A", "explain B"),
        *("validate --output-format github", "validate --output-format junit"),
        *("validate", "validate --output-format concise", "validate --output-format json", "explain c"),
        *("summarize --allow-errors --output-format json", "quadrant --allow-errors --output-format json"),
    ],
)
def test_terminal_escapes_in_a_portfolio_never_reach_the_terminal(command: str, dt: Dt, tmp_path: Path) -> None:
    for name, content in document(HOSTILE).contents.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(content), "utf-8")
    dt(*command.split(), "--portfolio", tmp_path, "--lang", "en")
    assert dt.out + dt.err
    assert UNSAFE.findall(dt.err) == []
    if "json" in command:
        assert set(UNSAFE.findall(dt.out)) <= set("\u2028\u202e\x85\x9b"), "escaped as JSON escapes"
    else:
        assert UNSAFE.findall(dt.out) == []


def test_a_title_wider_than_its_letters_is_cut_by_cells(portfolio_of_wide: Checked) -> None:
    for width in (60, 76, 80):
        for render in (summarized, quadrants, explained, findings):
            assert too_wide(render(portfolio_of_wide, Screen(width), Lang.NB), width) == []


@pytest.fixture
def portfolio_of_wide() -> Checked:
    title = "節約措置" * 20
    return check(
        document(
            f"# budgets/plan.yaml\nmunicipality: {title}\nsectors: {{oppvekst: {{name: {title}}}}}\n"
            f"# measures/a.yaml\ntitle: {title}\nowner: {title}\n"
            f"# measures/b.yaml\nid: {'LANG-' * 8}1\ntitle: {'Ordutanmellomrom' * 9}\nstatus: idea\n"
        )
    )
