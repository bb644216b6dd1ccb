"""The full text: cause, place, excerpt with caret, note, help, in this order and aligned on any screen."""

import re

import pytest
from rich.cells import cell_len

from driftstilpasning.checking import check
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang
from tests.documents import document

ANSI = re.compile(r"\x1b\[([0-9;]*)m")


def shown(text: str, *, width: int = 80, color: bool = False, lang: Lang = Lang.EN, code: str = "DT") -> list[str]:
    """The lines of the first finding of a portfolio; of those with ``code``, if it is said."""
    found = [finding for finding in check(document(text)).diagnostics if finding.code.startswith(code)]
    printed = render("full", Findings(found, lang, screen=Screen(width, color)))
    return printed.split("\n\n")[0].split("\n")


def test_the_parts_stand_in_their_order() -> None:
    lines = shown(
        """
        # measures/a.yaml
        id: C-1
        # measures/b.yaml
        id: C-1
        title: Samle innkjøp
        """
    )
    assert lines == [
        "DT301 error: the id C-1 is used in measures/a.yaml too",
        " --> measures/b.yaml:1:5  C-1 Samle innkjøp",
        "  |",
        "1 | id: C-1",
        "  |     ^^^",
        "  = note: the same id stands here (measures/a.yaml:1:5)",
        "  = help: give one of the measures a new id",
    ]


def test_the_arrow_and_the_bars_stand_below_each_other_however_long_the_number_of_the_line() -> None:
    lines = shown("# measures/a.yaml\n" + "# ei linje\n" * 98 + "status: propsed\n")
    assert lines[1:5] == [
        "   --> measures/a.yaml:100:9  A Samle innkjøpa i éin avtale",
        "    |",
        "100 | status: propsed",
        "    |         ^^^^^^^",
    ]


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    lines = shown("# measures/a.yaml\nsector: [oppvekst,   \n  teknisk]\n")
    assert lines[3:5] == ["2 | sector: [oppvekst,", "  |         ^^^^^^^^^^^^^"]


def test_a_tab_is_seen() -> None:
    lines = shown("# measures/a.yaml\neffect:\n\tannual: 400\n")
    assert lines[3:5] == ["3 | →annual: 400", "  | ^"]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("where", ["start", "middle", "end"])
@pytest.mark.parametrize("filler", ["x", "節", "e\u0301", "😀"])
def test_the_caret_stands_below_its_place_in_a_line_longer_than_the_screen(width: int, where: str, filler: str) -> None:
    before, after = {"start": (1, 150), "middle": (150, 150), "end": (150, 0)}[where]
    line = f"law: {{reference: '{filler * before}', level: propsed}}  # {filler * after}"
    lines = shown(f"# measures/a.yaml\n{line}\n", width=width, code="DT103")
    excerpt, caret = lines[3:5]
    assert cell_len(excerpt) <= width
    marked = [cell for cell, sign in zip(_cells(excerpt), caret, strict=False) if sign == "^"]
    assert "".join(marked) == "propsed"


def _cells(text: str) -> list[str]:
    """What stands in each cell: a wide character fills two, a combining one none."""
    cells: list[str] = []
    for character in text:
        cells += [character, ""][: cell_len(character)]
    return cells


def test_colour_is_on_the_cause_the_caret_and_the_labels_and_nowhere_in_what_was_written() -> None:
    text = "# measures/a.yaml\nstatus: propsed\n"
    painted = shown(text, color=True)
    assert [ANSI.sub("", line) for line in painted] == shown(text)
    assert [ANSI.findall(line) for line in painted] == [
        ["31;1", "0", "1", "0"],
        ["2", "0"],
        ["2", "0"],
        ["2", "0"],
        ["2", "0", "31", "0"],
        ["2", "0", "1", "0"],
    ]
    assert painted[3].endswith(" status: propsed")


@pytest.mark.parametrize("lang", list(Lang))
def test_lines_to_be_pasted_stand_alone_and_are_not_broken(lang: Lang) -> None:
    title = "Tiltak: " + "vikarbruk " * 12
    lines = shown(f"# measures/a.yaml\ntitle: {title}\n", width=60, lang=lang)
    assert lines[-1] == f'      title: "{title.strip()}"'
    assert lines[-2].endswith(":")
