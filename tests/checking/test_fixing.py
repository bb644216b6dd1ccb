"""What fixes make of files does them good: they say the same, or can be read at last, and are left in peace then."""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import Mending, mend
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.source.tree import PLAN, File, MemoryTree, OpenTree, Tree, Unreadable
from driftstilpasning.workspace import load
from tests.documents import document
from tests.test_any_bytes import FIELDS, SOUP, VALUES, filled

A = "measures/a.yaml"
REPAIRABLE = st.sampled_from(
    [
        *("2 900", "'3'", "1.200.000", "Vedtatt", "PROPOSED", "nei", "1.6.2013", "august 2013", "HO-01", "#1", "@x: y"),
        *(
            "*x",
            "{annual:1 200, from:2013-08}",
            "{with: HO-02, amount: 1 000}",
            '"ny" og: gamal',
            "-400",
            "0301",
            "4.0",
        ),
        *("Ga\u030a", "in\u200bn", "Oppvekst", "(3)", "\n\t- a", "\n\ta: 1\n\tb: 2", "'Ola's'", '"K:\\d"', "40 %"),
    ]
)
KEYS = FIELDS | st.sampled_from(["efekt", "statsu", "Title", "sektor", "severity", "recurring", "kostra", "source"])


def found(files: Tree) -> tuple[Diagnostic, ...]:
    return check(files).diagnostics


def mended(files: OpenTree, *, unsafe: bool = False) -> Mending:
    return mend(files, found, unsafe=unsafe)


def after(files: MemoryTree, done: Mending) -> MemoryTree:
    return MemoryTree({**files.contents, **{file.name: file.after for file in done.files}})


def does_good(files: MemoryTree, *, unsafe: bool) -> None:
    """A second time changes nothing; what is said of the result is true; and safe fixes change nothing that is read."""
    done = mended(files, unsafe=unsafe)
    now = after(files, done)
    assert found(now) == done.left
    assert mended(now, unsafe=unsafe).files == ()
    assert bool(done.files) == bool(done.count)
    before, result = load(files), load(now)
    assert {file.path for file in result.left_out} <= {file.path for file in before.left_out}
    if before.plan is not None:
        assert result.plan is not None
    assert [one for one in done.left if one.fix is not None and one.fix.safe] == []
    if before.plan is None or result.plan is None or unsafe:
        return  # without a plan nobody knows the unit
    assert repr(before.plan.value).casefold() == repr(result.plan.value).casefold()
    said = {located.document.name: repr(located.value).casefold() for located in result.measures}
    for located in before.measures:
        assert said[located.document.name] == repr(located.value).casefold()


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=150)
@given(text=SOUP)
def test_any_mixture_of_signs(text: str, unsafe: bool) -> None:  # noqa: FBT001  # pytest passes it so
    does_good(MemoryTree({PLAN: text, A: text}), unsafe=unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=150)
@given(fields=st.dictionaries(KEYS, VALUES | REPAIRABLE, max_size=5))
def test_any_value_of_any_field(fields: dict[str, str], unsafe: bool) -> None:  # noqa: FBT001  # as above
    plan, measure = filled(**fields)
    does_good(MemoryTree({PLAN: plan, A: measure}), unsafe=unsafe)


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-8-sig"]))
def test_a_good_file_with_a_few_characters_changed(chance: random.Random, encoding: str) -> None:
    plan, measure = (bytearray(raw.decode().encode(encoding)) for raw in filled(kostra="253", requires="[ho-05]"))
    for raw in (plan, measure):
        for _ in range(3):
            raw[chance.randrange(len(raw))] = chance.choice(b" \n\t:,-#'\"[]{}&*!|>x1\xe5\0")
    does_good(MemoryTree({PLAN: bytes(plan), A: bytes(measure), "measures/ho-05.yaml": "id: HO-05\n"}), unsafe=False)


@settings(max_examples=300)
@given(st.dictionaries(KEYS, VALUES | REPAIRABLE, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_comments_order_and_line_ends_stay(fields: dict[str, str], newline: str) -> None:
    lines = [
        f"# før {i} på {key}\n{key}:   {value}  # etter {i}: «{key}»\n\n"
        for i, (key, value) in enumerate(fields.items())
    ]
    text = "".join(lines).replace("\n", newline)
    plan, _ = filled()
    for file in mended(MemoryTree({PLAN: plan, A: text}), unsafe=True).files:
        was, now = text, file.after.decode()
        assert re.findall(r"# før .*", now) == re.findall(r"# før .*", was)
        assert re.findall(r"# etter \d.*", now) == re.findall(r"# etter \d.*", was)
        assert now.count(newline) == was.count(newline)
        assert now.count("\n") == was.count("\n")


def changes(files: OpenTree, **options: bool) -> dict[str, tuple[str, str]]:
    """Of each file that changes, the lines that go and those that come."""
    found = {}
    for file in mended(files, **options).files:
        was, now = (raw.decode().splitlines() for raw in (file.before, file.after))
        found[file.name] = (
            " | ".join(line for line in was if line not in now),
            " | ".join(line for line in now if line not in was),
        )
    return found


def test_one_fault_behind_the_other_is_mended_in_one_go() -> None:
    files = document(
        """
        # measures/a.yaml
        title: Ein: to
        owner: @rektor: ny
        status: Vedtatt
        kostra: 253
        effect: {annual:1 200, from: 8.2013}
        """
    )
    done = mended(files)
    assert done.count == 7
    (file,) = done.files
    assert file.after.startswith(
        b'id: A\ntitle: "Ein: to"\nowner: "@rektor: ny"\nstatus: adopted\nkostra: "253"\n'
        b"effect: {annual: 1200, from: 2013-08}\n"
    )
    assert done.left == ()


def test_what_shows_only_when_files_meet_is_mended_once_they_can_be_read() -> None:
    files = document(
        """
        # measures/a.yaml
        title: Ein: to
        requires: [b-1]
        # measures/b.yaml
        id: B-1
        """
    )
    assert changes(files) == {A: ("title: Ein: to | requires: [b-1]", 'title: "Ein: to" | requires: [B-1]')}


def test_a_fix_that_would_break_something_else_is_left_out_and_the_others_are_not() -> None:
    files = document(
        """
        # measures/a.yaml
        sector: {Oppvekst: 40, oppvekst: 20, teknisk: 40}
        kostra: 253
        """
    )
    assert changes(files) == {A: ("kostra: 253", 'kostra: "253"')}


def test_a_fix_that_leaves_the_fault_where_it_was_is_not_made() -> None:
    files = document(
        """
        # budgets/plan.yaml
        quadrant: {effe]ct: 500, feasibility: 3.5}
        # measures/a.yaml
        id: A
        """
    )
    assert any(finding.fix is not None for finding in found(files))
    assert mend(files, found, unsafe=True).files == ()


def test_of_hundreds_of_fixes_the_one_that_does_harm_is_found_and_left_out() -> None:
    themes = "  - no\n" * 400
    text = f"# measures/a.yaml\nid: A\nsector: {{Oppvekst: 40, oppvekst: 20, teknisk: 40}}\nthemes:\n{themes}"
    (file,) = mended(document(text)).files
    assert file.count == file.after.count(b'  - "no"\n') == 400
    assert b"{Oppvekst: 40, oppvekst: 20, teknisk: 40}" in file.after


def test_only_the_findings_that_are_chosen_are_mended() -> None:
    files = document(
        """
        # measures/a.yaml
        kostra: 253
        fte: -1,5
        # measures/b.yaml
        kostra: 253
        """
    )
    done = mend(files, found, chosen=lambda some: [d for d in some if d.code == "DT111" and d.where.file == A])
    assert done.files == ()  # it shows once the file can be read
    done = mend(files, found, chosen=lambda some: [d for d in some if d.where.file == A])
    assert [file.name for file in done.files] == [A]
    done = mend(files, found, chosen=lambda some: [d for d in some if d.code == "DT202"])
    assert [(file.name, file.after.count(b'"253"')) for file in done.files] == [(A, 0)]


def test_a_code_that_the_plan_has_switched_off_is_not_mended() -> None:
    files = document(
        """
        # budgets/plan.yaml
        severity: {DT111: off}
        # measures/a.yaml
        kostra: 253
        """
    )
    assert mended(files).files == ()


def test_a_finding_that_is_suppressed_is_not_mended() -> None:
    files = document(
        """
        # measures/a.yaml
        kostra: 253  # dt: ignore DT111 reason="vi quotar ikkje"
        """
    )
    assert mended(files).files == ()


def test_a_file_that_changes_while_it_is_checked_is_mended_as_it_is_then() -> None:
    """The first look is at other bytes than the next; places from the first are good for nothing in the second."""
    plan, measure = filled()
    looks: list[Tree] = []
    later = b"# heilt ny\n\n" + measure + b"kostra: 300\n"

    class Changing:
        def files(self) -> Iterator[File]:
            yield PLAN, plan
            yield A, later if looks else b"kostra: 253\n" + measure

        def read(self, name: str) -> bytes | Unreadable:
            return dict(self.files())[name]

    def look(tree: Tree) -> tuple[Diagnostic, ...]:
        everything = found(tree)
        looks.append(tree)
        return everything

    (file,) = mend(Changing(), look).files
    assert (file.before, file.after) == (later, later.replace(b"300", b'"300"'))


def test_a_portfolio_in_order_is_looked_at_once() -> None:
    looks: list[Tree] = []

    def look(tree: Tree) -> tuple[Diagnostic, ...]:
        looks.append(tree)
        return found(tree)

    done = mend(document("measures/a.yaml: {}"), look)
    assert (done.files, done.count, len(looks)) == ((), 0, 1)
