"""Every code is on show, and says what stands beside its files: ``python -m tests.gallery`` writes that again."""

import re
from pathlib import Path

import pytest

from driftstilpasning.checking import check
from driftstilpasning.output.layout import width
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from tests.gallery import GALLERY, code_of, entries, expected, validated

ENTRIES = entries()
ABOUT_COMMENTS = [rule.code for rule in all_rules() if not (rule.suppressible or rule.makes_unreadable)]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_text_is_what_stands_beside_the_files(entry: Path, lang: Lang) -> None:
    assert validated(entry, lang).out == expected(entry, lang).read_text("utf-8"), "if meant: python -m tests.gallery"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_one_fault_is_one_finding(entry: Path) -> None:
    codes = [found.code for found in check(FolderTree(entry)).diagnostics]
    if code_of(entry) in ABOUT_COMMENTS:  # what a comment does not suppress is shown beside it
        codes = [code for code in codes if code in ABOUT_COMMENTS]
    assert codes == [code_of(entry)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_finding_is_all_that_is_said_and_decides_the_exit_code(entry: Path) -> None:
    checked = check(FolderTree(entry))
    printed = validated(entry, Lang.NB)
    assert printed.code == int(any(one.severity == "error" for one in checked.diagnostics))
    assert printed.err == ("dt: 1 funn er skjult av en kommentar i filen\n" if checked.suppressed else "")


def test_every_code_has_an_entry() -> None:
    assert {rule.code for rule in all_rules()} == {code_of(entry) for entry in ENTRIES}


def test_every_folder_is_an_entry_with_a_text_in_each_language() -> None:
    folders = [path for path in GALLERY.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert sorted(folders) == ENTRIES
    assert [entry.name for entry in ENTRIES if not re.fullmatch(r"dt[0-9]{3}(-[a-z0-9]+)+", entry.name)] == []
    texts = {expected(entry, lang) for entry in ENTRIES for lang in Lang}
    assert set(GALLERY.glob("*/*.txt")) == texts


def test_no_line_is_wider_than_80_columns() -> None:
    wide = {
        str(path.relative_to(GALLERY)): line
        for path in GALLERY.glob("*/*.txt")
        for line in path.read_text("utf-8").splitlines()
        if width(line) > 80
    }
    assert wide == {}
