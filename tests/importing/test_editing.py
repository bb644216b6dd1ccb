"""A measure's file with other values in some fields says just that, and no other line of it changes."""

import difflib
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from driftstilpasning.errors import DtError
from driftstilpasning.importing.editing import edit_measure, new_measure
from driftstilpasning.model.money import Unit
from driftstilpasning.source.comments import comments
from driftstilpasning.source.difference import Change, agrees, applied
from driftstilpasning.source.document import Document
from driftstilpasning.source.encoding import decode
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.span import Path
from driftstilpasning.source.writing import Value, scalar
from driftstilpasning.text import Lang
from tests import yaml12
from tests.importing.layouts import ACCEPTANCE, ASSESSED, LINES, OPTIONS, REQUIRED, TEXTS, Writer

BEFORE = """\
# yaml-language-server: $schema=../schema/measure.json
id: HO-04   # ikkje byt
title: 'Seks færre plassar: sjukeheimen'
sector: helse-omsorg
status: hearing
kind: structure
# frå rapporten, s. 18
effect: {annual: 1800, from: 2015-01}   # i 1000 kr
owner: Kommunalsjef
consequence:
  staff:
    grade: 4      # etter drøfting
    text: >
      Éi avdeling vert lagd ned,
      og ti får tilbod om stilling.
  users: {grade: 5, text: Færre får langtidsplass}
# dt: ignore DT203 reason="avklart"
transition_cost: {2014: 300, 2015: 300}
requires:
- HO-01   # må gjerast fyrst
# vurdert òg:
- HO-02
decisions:
  - date: 2013-06-04
    body: styringsgruppe
    outcome: hearing
"""


def changed(path: Path, value: Value | None, before: str = BEFORE) -> str:
    """The lines that go and come when the field at ``path`` is given ``value``."""
    after = edit_measure(("measures/ho-04.yaml", before.encode()), [Change(path, value)], Unit.THOUSAND).decode()
    lines = [line[0] + line[2:] for line in difflib.ndiff(before.splitlines(), after.splitlines())]
    return "\n".join(line for line in lines if line[0] in "+-")


def test_a_value_changes_where_it_stands_and_its_comment_stays() -> None:
    assert changed(("effect", "annual"), Decimal("1850.50")) == said("""
        -effect: {annual: 1800, from: 2015-01}   # i 1000 kr
        +effect: {annual: 1850.5, from: 2015-01}   # i 1000 kr
    """)
    assert changed(("consequence", "staff", "grade"), 2) == said("""
        -    grade: 4      # etter drøfting
        +    grade: 2      # etter drøfting
    """)
    assert changed(("decisions", 0, "date"), date(2014, 1, 31)) == said("""
        -  - date: 2013-06-04
        +  - date: 2014-01-31
    """)


def test_a_text_keeps_its_quotation_marks_and_gets_them_where_somebody_would_misread_it() -> None:
    assert changed(("title",), "It's") == said("""
        -title: 'Seks færre plassar: sjukeheimen'
        +title: 'It''s'
    """)
    for text, written in {
        "NO": '"NO"',
        "Rådmann: ny": '"Rådmann: ny"',
        "a # b": '"a # b"',
        "Rådmann": "Rådmann",
    }.items():
        assert changed(("owner",), text) == f"-owner: Kommunalsjef\n+owner: {written}"
    assert changed(("consequence", "users", "text"), "færre, men fleire") == said("""
        -  users: {grade: 5, text: Færre får langtidsplass}
        +  users: {grade: 5, text: "færre, men fleire"}
    """)


def test_a_text_over_several_lines_stays_one_and_keeps_the_lines_it_begins_with() -> None:
    assert changed(
        ("consequence", "staff", "text"), "Éi avdeling vert lagd ned, og alle får tilbod.\n\nSeinare to."
    ) == (
        said("""
        -      og ti får tilbod om stilling.
        +      og alle får tilbod.
        +
        +
        +      Seinare to.
        """)
    )


def test_a_field_that_is_not_there_comes_where_the_schema_has_it() -> None:
    assert changed(("acceptance", "grade"), 3) == "+acceptance:\n+  grade: 3"  # as the first of its like
    after = edit_measure(("a.yaml", BEFORE.encode()), [Change(("range",), {"high": 4, "low": 3})], Unit.THOUSAND)
    assert "2015: 300}\nrange: {low: 3, high: 4}\nrequires:" in after.decode()
    assert changed(("transition_cost", "2013"), Decimal(50)) == said("""
        -transition_cost: {2014: 300, 2015: 300}
        +transition_cost: {2013: 50, 2014: 300, 2015: 300}
    """)
    assert changed(("decisions", 0, "reference"), "K-sak 4/13") == "+    reference: K-sak 4/13"
    assert changed(("law", "level"), "must") == "+law: {level: must}"


def test_a_field_that_goes_takes_its_lines_and_leaves_the_comments_on_others() -> None:
    assert changed(("consequence", "staff"), None) == said("""
        -  staff:
        -    grade: 4      # etter drøfting
        -    text: >
        -      Éi avdeling vert lagd ned,
        -      og ti får tilbod om stilling.
    """)
    assert changed(("requires",), None) == said("""
        -requires:
        -- HO-01   # må gjerast fyrst
        -- HO-02
    """)


def test_a_comment_does_not_become_part_of_the_text_above_it() -> None:
    before = BEFORE.replace("  users: {grade", "  users:\n      # alle spurde\n    {grade")
    assert changed(("consequence", "users"), None, before) == said("""
        -  users:
        -      # alle spurde
        +  # alle spurde
        -    {grade: 5, text: Færre får langtidsplass}
    """)


def test_a_comment_that_suppresses_goes_with_its_field() -> None:
    assert changed(("transition_cost",), None) == said("""
        -# dt: ignore DT203 reason="avklart"
        -transition_cost: {2014: 300, 2015: 300}
    """)


def test_the_last_field_of_a_mapping_takes_the_mapping_with_it() -> None:
    only = BEFORE.replace("{grade: 5, text: Færre får langtidsplass}", "{grade: 5}")
    assert changed(("consequence", "users", "grade"), None, only) == "-  users: {grade: 5}"


def test_of_a_list_only_the_items_change_that_differ() -> None:
    assert changed(("requires",), ["HO-01", "HO-03", "HO-02"]) == "+- HO-03"
    assert changed(("requires",), ["HO-02"]) == "-- HO-01   # må gjerast fyrst"
    assert changed(("requires",), ["HO-01", "NO"]) == '-- HO-02\n+- "NO"'


def test_an_effect_can_be_written_in_another_way() -> None:
    assert changed(("effect",), {"2013": Decimal(0), "2015": Decimal(9), "2014": Decimal("1.5")}) == said("""
        -effect: {annual: 1800, from: 2015-01}   # i 1000 kr
        +effect: {2013: 0, 2014: 1.5, 2015: 9}   # i 1000 kr
    """)
    block = BEFORE.replace(
        "{annual: 1800, from: 2015-01}   # i 1000 kr", "  # sjå\n  # s. 18\n  annual: 18  # a\n  from: 2015-01"
    )
    assert changed(("effect",), {"2013": Decimal(1), "2014": Decimal(2)}, block) == said("""
        +  2013: 1
        +  2014: 2
        -  annual: 18  # a
        -  from: 2015-01
    """)


def test_several_changes_may_only_together_make_a_measure() -> None:
    law = [Change(("law", "reference"), "§ 3-2"), Change(("law", "level"), "must")]
    after = edit_measure(("a.yaml", BEFORE.encode()), law, Unit.THOUSAND).decode()
    assert "law: {level: must, reference: § 3-2}\n" in after
    gone = [Change(("law", "level"), None), Change(("law", "reference"), None)]
    assert edit_measure(("a.yaml", after.encode()), gone, Unit.THOUSAND).decode() == BEFORE


@pytest.mark.parametrize(
    "change", [Change(("owner",), "Kommunalsjef"), Change(("effect", "annual"), Decimal("1800.0"))]
)
def test_what_a_file_says_already_changes_no_byte(change: Change) -> None:
    assert edit_measure(("a.yaml", BEFORE.encode()), [change], Unit.THOUSAND) == BEFORE.encode()


@pytest.mark.parametrize(
    ("change", "before", "why"),
    [
        (Change(("effect",), None), BEFORE, "because of `effect`"),
        (Change(("status",), "soon"), BEFORE, "because of `status`"),
        (Change(("owner",), "a\x1bb"), BEFORE, "Change by hand: owner"),
        (Change(("title", "text"), "a"), BEFORE, "Change by hand: title.text"),
        (Change(("requires", 7), "HO-09"), BEFORE, "Change by hand: requires[8]"),
        (Change(("fte",), Decimal(1)), BEFORE.replace("id:", "? id\n:"), "Change by hand: fte"),
        (Change(("owner",), "a"), "id: A\n", "no measure that can be read"),
    ],
)
def test_what_cannot_be_done_without_harm_is_refused(change: Change, before: str, why: str) -> None:
    with pytest.raises(DtError) as refusal:
        edit_measure(("measures/a.yaml", before.encode()), [change], Unit.THOUSAND)
    assert why in refusal.value.render(Lang.EN)


def test_a_new_measure_says_what_it_was_given() -> None:
    fields: dict[str, Value] = {
        "id": "A-1",
        "title": "Nei: ja",
        "sector": {"oppvekst": Decimal(40), "teknisk": Decimal(60)},
        "effect": {"annual": Decimal("1200.00"), "from": "2013-08"},
        "consequence": {"staff": {"grade": 4, "text": "ein\nto"}, "users": {"grade": 1, "text": "ro, orden"}},
        "kostra": "202",
        "overlaps": [{"with": "A-2", "amount": Decimal(3)}],
        "requires": ["A-2", "NO"],
    }
    assert new_measure(fields).decode() == textwrap.dedent("""\
        id: A-1
        title: "Nei: ja"
        sector: {oppvekst: 40, teknisk: 60}
        effect: {annual: 1200, from: 2013-08}
        consequence:
          staff:
            grade: 4
            text: |-
              ein
              to
          users: {grade: 1, text: "ro, orden"}
        kostra: "202"
        overlaps:
          - {with: A-2, amount: 3}
        requires: [A-2, "NO"]
    """)
    assert agrees(fields, parse("", new_measure(fields)).data)


def said(text: str) -> str:
    return textwrap.dedent(text).strip()


@given(TEXTS, st.booleans())
def test_every_reader_takes_a_text_for_the_same_text(text: str, flow: bool) -> None:  # noqa: FBT001
    written = f"x: {scalar(text)}\n" if not flow else f"x: {{y: {scalar(text, flow=True)}}}\n"
    wanted = {"x": text} if not flow else {"x": {"y": text}}
    assert parse("", written.encode()).data == yaml.safe_load(written) == yaml12.read(written) == wanted


NUMBERS = st.sampled_from([Decimal(5), Decimal("-12.5"), Decimal("1200.00"), Decimal(0)])
LEAVES: dict[Path, st.SearchStrategy[Any]] = {
    ("title",): LINES,
    ("owner",): LINES,
    ("source",): TEXTS,
    ("fte",): NUMBERS,
    ("kostra",): st.sampled_from(["202", "0301"]),
    ("recurring",): st.booleans(),
    ("consequence", "staff"): ASSESSED,
    ("consequence", "staff", "text"): TEXTS,
    ("consequence", "users", "grade"): st.integers(1, 5),
    ("acceptance",): ACCEPTANCE,
    ("acceptance", "by"): LINES,
    ("acceptance", "text"): TEXTS,
    ("transition_cost", "2013"): NUMBERS,
    ("transition_cost", "2016"): NUMBERS,
    ("requires",): st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=4, unique=True),
}
FEW = settings(max_examples=300)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, dict[str, Any]]:
    """A measure's file in some layout, and what it says."""
    data = draw(st.fixed_dictionaries(REQUIRED, optional=OPTIONS))
    order = draw(st.permutations(list(data))) if draw(st.booleans()) else list(data)
    data = {name: data[name] for name in order}
    return Writer(draw).file(data), data


@st.composite
def changes(draw: st.DrawFn, data: dict[str, Any]) -> Change:
    """Another value for a field that is there or not, at any depth, or none."""
    fields: dict[Path, st.SearchStrategy[Any]] = {(name,): values for name, values in {**REQUIRED, **OPTIONS}.items()}
    paths: dict[Path, st.SearchStrategy[Any]] = {**LEAVES, **fields, **dict.fromkeys(amounts(data), NUMBERS)}
    path = draw(st.sampled_from(sorted(paths, key=repr)))
    if path[0] not in REQUIRED and path[0] not in ("range", "overlaps") and draw(st.booleans()):
        return Change(path, None)
    return Change(path, draw(paths[path]))


def amounts(data: dict[str, Any]) -> Iterator[Path]:
    if isinstance(data["effect"], dict):
        yield from (("effect", name) for name in data["effect"] if name != "from")
    if "range" in data:
        yield ("range", "low")
    yield from (("overlaps", i, "amount") for i, _ in enumerate(data.get("overlaps", ())))


@FEW
@given(st.data())
def test_whatever_the_layout_a_file_says_what_was_asked_and_no_other_line_changes(choice: st.DataObject) -> None:
    raw, data = choice.draw(files())
    change = choice.draw(changes(data))
    new = edit_measure(("measures/a.yaml", raw), [change], Unit.THOUSAND)
    read = parse("measures/a.yaml", raw).data
    assert agrees(applied(read, [change]), parse("measures/a.yaml", new).data)
    assert_the_rest_stays(raw, new, change.path)


def assert_the_rest_stays(raw: bytes, new: bytes, path: Path) -> None:
    assert raw.startswith(b"\xef\xbb\xbf") == new.startswith(b"\xef\xbb\xbf")
    before, after = (Document("", decode(one).text or "") for one in (raw, new))
    kept, left = untouched(before, path), re.split(r"\r\n|\r|\n", after.text)
    lines = iter(left)
    for line in kept:  # one that would become part of the text above it moves out, and says the same
        assert any(line == other or (line.lstrip() == other.lstrip() and line.lstrip()[:1] == "#") for other in lines)
    ends = set(re.findall(r"\r\n|\r|\n", before.text))
    assert set(re.findall(r"\r\n|\r|\n", after.text)) <= (ends or {"\n"})


def untouched(document: Document, path: Path) -> list[str]:
    """The lines of a file that have nothing to do with the field at the top of ``path``."""
    lines = re.split(r"\r\n|\r|\n", document.text)
    span = document.exact(path[:1], key=True)
    if span is None:
        return [line for line in lines if line]
    first = span.line
    later = [document.exact((name,), key=True) for name in parse("", document.text.encode()).data]
    last = min((one.line for one in later if one is not None and one.line > first), default=len(lines) + 1)
    alone = {document.place(one.start).line for one in comments(document)}
    own = {number for number in alone if lines[number - 1].lstrip().startswith("#")}
    return [line for i, line in enumerate(lines, 1) if line and (not first <= i < last or i in own)]
