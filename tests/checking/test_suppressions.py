"""Comments in the files that suppress findings: what they cover, how long, and what is said of those that do not."""

import pickle
from datetime import date
from itertools import takewhile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from driftstilpasning.checking import Checked, check
from driftstilpasning.checking.judge import Judge
from driftstilpasning.checking.suppressions import comments_of
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.model.money import Unit
from driftstilpasning.rules import Rule, all_rules, always_shown
from driftstilpasning.source.tree import PLAN, File, FolderTree, MemoryTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace.reading import read_measure
from tests.documents import PORTFOLIOS
from tests.rules.examples import MEASURE, tree

WHY = 'reason="Avtala med rådmannen"'
TODAY = date(2013, 6, 1)
POSTS = "kind: staffing\neffect: {annual: 650}\n"
"""Ten posts for this are a finding, DT215."""


def checked(text: str) -> Checked:
    return check(tree(text), today=TODAY)


def found(text: str) -> list[str]:
    """Line and code of each finding."""
    return [f"{diagnostic.where.span.line} {diagnostic.code}" for diagnostic in checked(text).diagnostics]


def words(text: str, lang: Lang = Lang.EN) -> list[str]:
    """Place, message and help of each finding."""
    return [
        f"{d.where.span.line}:{d.where.span.column} {d.message.render(lang, **d.facts)}"
        f" -> {d.help.render(lang, **d.facts) if d.help is not None else ''}"
        for d in checked(text).diagnostics
    ]


def test_without_a_comment_the_finding_is_shown() -> None:
    assert found(f"{POSTS}fte: -10\n") == ["3 DT215"]


@pytest.mark.parametrize(
    "comment",
    [
        f"# dt: ignore DT215 {WHY}",
        f"# dt: ignore DT215 {WHY} until=2013-06-01",
        f"# dt: ignore DT215 until=2013-12-31 {WHY}",
        f"# dt: ignore {WHY} DT215",
        f"#dt:ignore DT215 {WHY}",
        f"## DT : Ignore dt215,{WHY}",
        f"# dt: ignore: DT215 {WHY}",
        f"# dt: ignore fte-cost-unlikely {WHY}",
        '# dt: ignore DT215 reason=\'Sagt "ja"\' until="2013-12-31"',
        "# dt: ignore DT215 Reason = «Sjå sak 12 # 3»",
        "# dt: ignore DT215 reason: “Avtala”",
        f"# Rådmannen veit det # dt: ignore DT215 {WHY}",
        f"# dt: ignore DT215 {WHY}  # og her ein merknad",
        f"# dt: ignore DT215, DT215 {WHY}",
    ],
)
def test_a_comment_suppresses_the_code_it_names_where_it_stands(comment: str) -> None:
    assert found(f"{POSTS}fte: -10  {comment}\n") == []
    assert found(f"{comment}\n{POSTS}fte: -10\n") != []
    assert found(f"{POSTS}{comment}\n\n# anna\nfte: -10\n") == []
    assert [suppressed.code for suppressed in checked(f"{POSTS}fte: -10  {comment}\n").suppressed] == ["DT215"]


def test_several_codes_may_stand_in_one_comment() -> None:
    text = "kostra: 340\neffect: {2013: -5, 2014: -5, 2015: -5, 2016: -5, 2017: 0}"
    assert found(f"{text}\n") == ["1 DT111", "1 DT318", "2 DT207", "2 DT203"]
    text = text.replace("340", f"340  # dt: ignore DT111, DT318 {WHY}")
    assert found(f"{text}  # dt: ignore DT203 {WHY}\n") == ["2 DT207"]
    assert found(f"{text}  # dt: ignore DT203 {WHY}  # dt: ignore DT207 {WHY}\n") == []


def test_what_is_nested_in_the_field_is_covered_and_nothing_else() -> None:
    text = "effect:{}\n  2012: 0\n  2013: 0\n  2014: 0\n  2015: 0\n  2016: 4\n  2031: 0{}\nfte: 1{}\n"
    comment = f"  # dt: ignore DT203 {WHY}"
    assert found(text.format("", "", "")) == ["2 DT203"]
    assert found(text.format(comment, "", "")) == []
    assert found(text.format("", comment, "")) == ["2 DT203", "7 DT026"]
    assert found(text.format("", "", comment)) == ["2 DT203", "8 DT026"]


def test_at_the_top_of_a_file_a_comment_covers_the_first_field_alone() -> None:
    top = f"---\n\n# dt: ignore DT401 {WHY}\n# Tiltaket er nytt\n\n"
    assert found(f"{top}status: idea\nacceptance: {{}}\n") == []
    assert words(f"{top}acceptance: {{}}\nstatus: idea\n", Lang.NB)[0].startswith(
        "3:14 kommentaren skjuler ingenting: DT401 er ikke meldt på linje 6 -> ta bort DT401, eller flytt kommentaren"
    )


def test_a_comment_works_in_the_plan_too() -> None:
    text = "# budgets/plan.yaml\nstated:\n  - {year: 2016, amount: 5}\n  - {year: 2015, amount: 5}\n"
    assert found(text) == ["2 DT511", "3 DT511"]
    comment = f"# dt: ignore DT511 {WHY}\n"
    assert found(text.replace("  -", f"  {comment}  -", 1)) == ["4 DT511"]
    assert found(text.replace("stated:\n", f"stated:  {comment}")) == []


def test_a_finding_that_comes_from_another_file_is_suppressed_where_it_stands() -> None:
    text = "# measures/a.yaml\nid: A\nrequires: [b]\n# measures/b.yaml\nid: B\n"
    assert found(text) == ["2 DT311"]
    assert found(text.replace("[b]\n", f"[b]  # dt: ignore DT311 {WHY}\n")) == []


@pytest.mark.parametrize("value", ["'# dt: ignore DT215'", "|\n  # dt: ignore DT999\n", '"a\n  # dt: ignore"'])
def test_what_stands_in_a_text_is_no_comment(value: str) -> None:
    assert found(f"{POSTS}source: {value}\nfte: -10\n")[-1:] == [f"{4 + value.count(chr(10))} DT215"]
    assert len(found(f"{POSTS}source: {value}\nfte: -10\n")) == 1


def test_a_finding_that_its_comment_hid_is_shown_again_after_the_last_day() -> None:
    text = f"{POSTS}fte: -10  # dt: ignore DT215 {WHY} until=2013-06-30\n"
    assert check(tree(text), today=date(2013, 6, 30)).diagnostics == ()
    late = check(tree(text), today=date(2013, 7, 1))
    assert [diagnostic.code for diagnostic in late.diagnostics] == ["DT215", "DT027"]
    assert late.suppressed == ()
    renewed = text.replace("fte", f"# dt: ignore DT215 {WHY} until=2014-01-01\nfte")
    assert [d.code for d in check(tree(renewed), today=date(2013, 7, 1)).diagnostics] == ["DT027"]


def test_without_a_date_the_computers_calendar_decides() -> None:
    text = f"{POSTS}fte: -10  # dt: ignore DT215 {WHY} until="
    assert [d.code for d in check(tree(f"{text}2013-06-30\n")).diagnostics] == ["DT215", "DT027"]
    assert check(tree(f"{text}9999-12-31\n")).diagnostics == ()


@pytest.mark.parametrize("reason", ["", 'reason=""', 'reason=" "', 'reason="…"'])
def test_without_a_reason_a_comment_works_but_is_told_of(reason: str) -> None:
    assert words(f"{POSTS}fte: -10  # dt: ignore DT215 {reason}\n") == [
        '3:11 the comment suppresses DT215 without saying why -> write the reason after the code: reason="…"'
    ]


def test_one_cause_is_one_finding() -> None:
    expired = "  # dt: ignore DT215 until=2013-01-01\n"
    assert found(f"{POSTS}fte: -10{expired}") == ["3 DT215", "3 DT027"]
    assert found(f"{POSTS}fte: -1{expired}") == ["3 DT026"]


def test_a_comment_of_no_use_is_told_of_with_the_lines_that_it_covers() -> None:
    (said,) = words(f"effect:  # dt: ignore DT203, DT208 {WHY}\n  2013: 0\n  2014: 0\n  2015: 0\n  2016: 0\n")
    assert said == (
        "1:23 the comment suppresses nothing: DT203 is not reported in lines 1–5 -> "
        "remove DT203, or move the comment to the field where DT203 is reported"
    )
    text = "".join(f"{line}\n" for line in MEASURE.values())
    assert words(f"{text}# dt: ignore DT203 {WHY}\n", Lang.NN)[0].startswith(
        "10:14 kommentaren skjuler ingenting: det står ikkje noko felt etter han -> ta bort DT203"
    )


def test_where_the_code_is_reported_elsewhere_in_the_file_the_comment_says_where() -> None:
    unused, _ = checked(f"# dt: ignore DT215 {WHY}\n{POSTS}fte: -10\n").diagnostics
    (note,) = unused.related
    assert (note.where.span.line, note.message.render(Lang.NN, **note.facts)) == (4, "DT215 er meldt her")


def test_whether_a_comment_is_of_use_is_unknown_while_a_file_cannot_be_read() -> None:
    text = f"# measures/a.yaml\nid: A\nfte: -10  # dt: ignore DT215, DT306 {WHY}\n# measures/b.yaml\nid: B\n"
    assert found(text) == ["2 DT026", "2 DT026"]
    assert found(text + "fte: fem\n") == ["2 DT202"]
    assert found(text + "# budgets/plan.yaml\nunit: tusen\n") == ["1 DT103"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("fte: fem  # dt: ignore DT202, DT215 {}\n", ["1 DT202", "1 DT026"]),
        ("title: Tiltak: vikarbruk  # dt: ignore DT008 {}\n", ["1 DT008", "1 DT026"]),
        ('title: "Vikarbruk  # dt: ignore DT009\n', ["1 DT009", "1 DT026"]),
        ("# measures/a.yaml\nid: A\n# measures/b.yaml\nid: A  # dt: ignore DT301 {}\n", ["1 DT301", "1 DT026"]),
    ],
)
def test_what_keeps_a_file_from_being_read_cannot_be_suppressed(text: str, codes: list[str]) -> None:
    text = text.replace("{}", WHY)
    assert found(text) == codes
    assert words(text)[1].split(" -> ")[0].endswith("cannot be suppressed, for a file with that fault cannot be read")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_code_that_cannot_be_suppressed_is_one_that_keeps_a_file_from_being_read(rule: Rule) -> None:
    workspace = check(tree(rule.bad)).workspace
    unread = workspace.plan is None or workspace.left_out != ()
    assert (rule.code in always_shown()) == unread


def test_what_is_said_of_comments_cannot_be_suppressed() -> None:
    text = f"{POSTS}# dt: ignore DT026, DT028 {WHY}\nfte: -10  # dt: ignore DT215\n"
    assert found(text) == ["3 DT026", "3 DT026", "4 DT028"]
    assert words(text)[0] == (
        "3:14 DT026 cannot be suppressed, for the rule is about comments such as this one -> "
        "correct the comment in question, and remove DT026 here"
    )
    assert found(f"# budgets/plan.yaml\nseverity: {{DT028: off, DT026: off}}\n# measures/a.yaml\n{text}") == []


FORM = 'write it like this: # dt: ignore DT203 reason="…" until=2014-12-31'
NO_CODE = f"1, for it names no code -> {FORM}"


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# dt: ignore DT2l5", "14: `DT2l5` is neither a code nor the name of a rule -> did you mean DT215?"),
        ("# dt: ignore[DT215]", "13: `[DT215]` is neither a code nor the name of a rule -> did you mean DT215?"),
        ("# dt: ignore fte_cost_unlikly", "14: `fte_cost_unlikly` is neither a code nor the name of a rule -> did you"),
        ("# dt: ignore DT999", "14: `DT999` is neither a code nor the name of a rule -> the code stands in every"),
        ("# dt: ignore DT2", "14: `DT2` is not one particular code -> write each code by itself: DT203, DT209"),
        ("# dt: ignore all", "14: `all` is not one particular code -> write each code by itself: DT203, DT209"),
        ("# dt: ignore", NO_CODE),
        (f"# dt: ignore {WHY}", NO_CODE),
        ("# dt: ignore DT215 fordi=avtala", f"20: `fordi` means nothing here -> {FORM}"),
        ("# dt: ignore DT215 reason=avtala", '27: the reason is not in quotation marks -> write reason="…"'),
        ("# dt: ignore DT215 reason=", '20: the reason is not in quotation marks -> write reason="…"'),
        ('# dt: ignore DT215 reason="Avtala', '27: the reason lacks its closing quotation mark -> write reason="…"'),
        (f"# dt: ignore DT215 {WHY} {WHY}", "50: `reason` stands twice -> remove one of them"),
        ("# dt: ignore DT215 until=31.12.2013", "26: `31.12.2013` is not a date -> write until=2013-12-31"),
        ("# dt: ignore DT215 until=2013-02-30", "26: `2013-02-30` is not a date -> write the date like this:"),
        ("# dt: ignore DT215 until=20131231", "26: `20131231` is not a date -> write the date like this:"),
        ("# dt: ignore DT215 until=", "20: `until` is not a date -> write the date like this: until=2014-12-31"),
        ("# dt: disable DT215", f"7, for dt cannot understand `disable` -> {FORM}"),
        ("# dt:", f"1, for dt cannot understand `# dt:` -> {FORM}"),
        ("# dt ignore DT215", f"1, for dt cannot understand `# dt ignore` -> {FORM}"),
        ("#dt-ignore: DT215", f"1, for dt cannot understand `#dt-ignore` -> {FORM}"),
        ("# noqa: DT215", f"1, for dt cannot understand `# noqa` -> {FORM}"),
    ],
)
def test_a_comment_with_a_mistake_in_it_suppresses_nothing_and_says_where_and_what(comment: str, said: str) -> None:
    shown, mistake = words(f"{POSTS}fte: -10\n".replace("fte", f"{comment}\nfte"))[::-1]
    assert "full-time equivalents" in shown
    column = "".join(takewhile(str.isdigit, said))
    assert mistake.startswith(f"3:{column} the comment suppresses nothing{said.removeprefix(column)}")


@pytest.mark.parametrize("comment", ["# DT215", "# dette ignorerer vi", "# Sjå dt", "# adt: ignore", "#dtx: ignore"])
def test_other_comments_are_nothing_to_dt(comment: str) -> None:
    assert found(f"{POSTS}fte: -10  {comment}\n") == ["3 DT215"]


def test_the_plans_severity_comes_after_comments() -> None:
    plan = "# budgets/plan.yaml\nseverity: {DT215: off}\n# measures/a.yaml\n"
    assert found(f"{plan}{POSTS}fte: -10  # dt: ignore DT215 {WHY}\n") == []


def test_what_the_comments_of_a_file_say_can_be_kept_and_compared() -> None:
    judge = Judge(None)
    raw = f"id: A  # dt: ignore DT215, DT2 {WHY}\n# dt: ignore DT401 until=2013-01-01\n{POSTS}".encode()
    comments = comments_of(read_measure(("measures/a.yaml", raw), None), judge)
    assert len(comments.suppressions) == len(comments.diagnostics) == 1
    assert pickle.loads(pickle.dumps(comments)) == comments  # noqa: S301  # our own


SUPPRESSIBLE = [rule for rule in all_rules() if rule.suppressible]


@pytest.mark.parametrize("rule", SUPPRESSIBLE, ids=lambda rule: rule.code)
def test_a_comment_at_a_finding_removes_exactly_that_code_there(rule: Rule) -> None:
    example = tree(rule.bad)
    findings = [one for one in check(example, today=TODAY).diagnostics if one.code == rule.code]
    assert findings
    for finding in findings:
        suppress(example, finding)


def suppress(example: MemoryTree, finding: Diagnostic) -> None:
    name, line = finding.where.file, finding.where.span.line
    lines = str(example.contents[name]).splitlines()
    lines[line - 1] += f"  # dt: ignore {finding.code} {WHY}"
    before, after = (
        check(MemoryTree(contents), today=TODAY)
        for contents in (example.contents, {**example.contents, name: "\n".join(lines) + "\n"})
    )
    gone = {one.order for one in before.diagnostics} - {one.order for one in after.diagnostics}
    assert finding.order in gone == {one.order for one in after.suppressed}
    assert {(file, code) for file, _, _, code in gone} == {(name, finding.code)}
    assert min(at for _, at, _, _ in gone) == line
    assert {one.order for one in after.diagnostics} < {one.order for one in before.diagnostics}


GOOD = [file for root in PORTFOLIOS for file in FolderTree(root).files() if file[0] != PLAN]
COMMENTS = [f"# dt: ignore DT401 {WHY}", "# dt: ignore DT2, effect: 5", '# dt: ignore DT203 reason="', "#dt:"]


@given(file=st.sampled_from(GOOD), at=st.integers(0, 40), comment=st.sampled_from(COMMENTS), alone=st.booleans())
def test_a_comment_on_any_line_changes_no_amount(file: File, at: int, comment: str, *, alone: bool) -> None:
    name, raw = file
    assert isinstance(raw, bytes)
    lines = raw.decode().splitlines()
    at %= len(lines)
    lines[at] += f"\n{comment}" if alone else f"  {comment}"
    before, after = (read_measure((name, text), Unit.KR) for text in (raw, "\n".join(lines).encode()))
    comments_of(after, Judge(None))
    assume(after.value is not None)  # a comment cannot stand within a text of several lines
    assert before.value is not None
    assert after.value is not None
    for field in ("effect", "transition_cost", "investment", "fte", "range", "status", "overlaps"):
        assert getattr(after.value, field) == getattr(before.value, field)


WORDS = st.sampled_from([*" #:=,\"'«»“[]-_dtæ2", "# dt:", " DT203", "ignore", "reason", '="', "until=2013-12-31"])


@given(st.lists(WORDS, max_size=12).map("".join))
def test_whatever_stands_in_such_a_comment_is_understood_or_told(text: str) -> None:
    line = f"id: A  # dt: ignore{text}"
    comments = comments_of(read_measure(("measures/a.yaml", line.encode()), None), Judge(None))
    assert comments.suppressions or comments.diagnostics
    for diagnostic in comments.diagnostics:
        assert 1 <= diagnostic.where.span.column < diagnostic.where.span.end_column <= len(line) + 1
