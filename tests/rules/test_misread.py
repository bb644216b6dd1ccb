"""Letters that another program has read as two signs each."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import mend
from driftstilpasning.source.tree import PLAN
from tests.rules.examples import tree


def misread(text: str) -> str:
    """What becomes of a text that is saved as UTF-8 and opened as Windows-1252."""
    return text.encode().decode("cp1252")


@pytest.mark.parametrize("file", ["", f"# {PLAN}\n"])
def test_all_such_texts_of_a_file_are_one_finding(file: str) -> None:
    field = "notice" if file else "source"
    files = tree(f"{file}{field}: {misread('Slå sammen – så rimelig som mulig')}\n# {misread('mål')}\n")
    assert [(found.code, found.where.span.line) for found in check(files).diagnostics] == [("DT030", 1)]


def test_they_are_put_right_when_it_is_asked_for() -> None:
    text = "title: Slå sammen «Nes» og Ås\nowner: 'Økonomisjef'\nacceptance: {grade: 4, text: Både – og}\n"
    files = tree(misread(text) + "# Å\n")
    assert mend(files, lambda now: check(now).diagnostics).files == ()
    (file,) = mend(files, lambda now: check(now).diagnostics, unsafe=True).files
    assert file.after.decode().startswith(text + "# Å\n")


@pytest.mark.parametrize("text", ["Ås – nå", "Ã", "São Paulo", "Château", "“Nei”", "Âge", "på… «ja»"])
def test_letters_of_other_languages_are_left_alone(text: str) -> None:
    assert list(check(tree(f"source: {text}\n")).diagnostics) == []
