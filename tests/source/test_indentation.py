"""Tabs become spaces where their width makes no difference."""

import pytest

from driftstilpasning.source.document import Document
from driftstilpasning.source.edit import edited
from driftstilpasning.source.indentation import without_tabs


def spaced(text: str) -> str | None:
    edits = without_tabs(Document("", text))
    return edited(text.encode(), edits).raw.decode() if edits else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("effect:\n\tannual: 1\n\tfrom: 2013-08\n", "effect:\n  annual: 1\n  from: 2013-08\n"),
        ("consequence:\n\tstaff:\n\t\tgrade: 1\n", "consequence:\n  staff:\n    grade: 1\n"),
        ("themes:\n\t- a\n\t- b\n", "themes:\n  - a\n  - b\n"),
        ("decisions:\n-\tbody: a\n\tdate: x\n", "decisions:\n- body: a\n  date: x\n"),
        ("effect:\n    annual: 1\n\tfrom: 2013-08\n", "effect:\n    annual: 1\n    from: 2013-08\n"),
        ("effect:\n\tannual: 1\ntitle: a: b\n", "effect:\n  annual: 1\ntitle: a: b\n"),  # another fault further down
        ("effect:\n\t\n\tannual: 1\n", "effect:\n\n  annual: 1\n"),  # a line of a tab alone cannot be read either
        ("\t \r\ntitle: a\r\n", "\r\ntitle: a\r\n"),
        ("effect:\n\t# kommentar\n\tannual: 1\n", "effect:\n  # kommentar\n  annual: 1\n"),
    ],
)
def test_a_tab_is_as_wide_as_it_must_be(text: str, expected: str) -> None:
    assert spaced(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "consequence:\n  staff:\n\tgrade: 1\n",  # under staff, or beside it
        "title: |\n  a\n  \tb\neffect:\n\tannual: 1\n",  # the first tab is part of the text
        "title: ingen tabulator\n",
    ],
)
def test_where_two_widths_say_two_things_nothing_is_changed(text: str) -> None:
    assert spaced(text) is None
