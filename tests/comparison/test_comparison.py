"""Of every broken file that the comparison shows, ``dt`` says where it is wrong, once, and what to write."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from driftstilpasning.checking import check
from driftstilpasning.cli import run
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.source.tree import PLAN, FolderTree
from driftstilpasning.text import Lang
from tests.comparison import FILES, STORED, Broken
from tests.gallery import code_of
from tests.screen import printed

CURABLE = [broken for broken in FILES if broken.cures]


def the_finding(root: Path) -> Diagnostic:
    (found,) = check(FolderTree(root)).diagnostics
    return found


def name_of(broken: Broken) -> str:
    return broken.entry.name


def test_twenty_files_are_stored_with_what_the_other_tools_say() -> None:
    stored = json.loads(STORED.read_text("utf-8"))
    assert stored["files"] == json.loads(json.dumps([broken._asdict() for broken in FILES]))
    assert [broken["file"] for broken in stored["files"]] == [broken.file for broken in FILES]
    assert len(FILES) == 20
    for peer in stored["peers"].values():
        assert list(peer["remarks"]) == [broken.file for broken in FILES]


@pytest.mark.parametrize("broken", FILES, ids=name_of)
def test_it_is_told_once_with_line_and_column(broken: Broken) -> None:
    found = the_finding(broken.entry)
    assert (found.code, found.where.file) == (code_of(broken.entry), broken.name)
    assert found.where.span.line >= 1 <= found.where.span.column


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("broken", CURABLE, ids=name_of)
def test_what_to_write_is_told_in_every_language(broken: Broken, lang: Lang) -> None:
    said = printed(["validate", "--portfolio", str(broken.entry), "--lang", lang]).out
    assert [cure for cure in broken.cures if cure not in said] == []


@pytest.mark.parametrize("broken", CURABLE, ids=name_of)
def test_once_that_is_written_nothing_is_wrong(broken: Broken, tmp_path: Path) -> None:
    root = tmp_path / "portfolio"
    shutil.copytree(broken.entry, root)
    found = the_finding(root)
    for cure in broken.cures:
        apply = next((command for start, command in COMMANDS.items() if cure.startswith(start)), paste)
        apply(cure, root, found)
    left = check(FolderTree(root)).diagnostics
    assert [one.code for one in left if one.severity == "error" or one.code == found.code] == []


def paste(cure: str, root: Path, found: Diagnostic) -> None:
    """Write a field over the field of that name, in the plan where the measure has none; or a value over the value."""
    measure, span = root / found.where.file, found.where.span
    key, colon, _ = cure.partition(": ")
    if not colon:
        lines = measure.read_text("utf-8").split("\n")
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + cure + line[span.end_column - 1 :]
        measure.write_text("\n".join(lines), "utf-8")
        return
    unquoted = cure.replace('"', "")
    for path in (measure, root / PLAN):
        text = path.read_text("utf-8")
        inline = text.replace(unquoted, cure)
        new = inline if inline != text else re.sub(rf"(?m)^( *){key}:.*$", lambda match: match[1] + cure, text)
        if new != text:
            path.write_text(new, "utf-8")
            return


def fix(_: str, root: Path, __: Diagnostic) -> None:
    assert run(["validate", "--fix", "--portfolio", str(root)]) == 0


def make_anew(_: str, root: Path, found: Diagnostic) -> None:
    (root / found.where.file).unlink()
    assert run(["new", "Innføre ny turnus", "--portfolio", str(root)]) == 0


COMMANDS: dict[str, Callable[[str, Path, Diagnostic], None]] = {
    "dt new ": make_anew,
    "dt validate --fix": fix,
}
