"""The editor's verdict on wrong files beside ``dt``'s: they agree, but for what docs/editors.md lists."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from driftstilpasning.checking import check
from driftstilpasning.output.schema import Known, schema
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import MEASURES, PLAN, FolderTree, Tree, Unreadable
from driftstilpasning.text import Lang
from tests.documents import ROOT
from tests.editor.language_server import editor
from tests.gallery import entries
from tests.rules.examples import tree

CASES: Mapping[str, Tree] = {
    **{rule.code: tree(rule.bad) for rule in all_rules()},
    **{entry.name: FolderTree(entry) for entry in entries()},
}
"""Portfolios with something wrong: the wrong example of each rule, and the gallery."""

PAGE = (ROOT / "docs/editors.md").read_text("utf-8")


class Differences(NamedTuple):
    """The cases that one refuses and the other lets pass."""

    only_dt: set[str]
    only_editor: set[str]


def tables() -> list[list[list[str]]]:
    """The cells of the page's two tables of differences."""
    _, *found = re.split(r"^\| Only (?:`dt`|the editor) .*\n\|[-|]*\n", PAGE, flags=re.MULTILINE)
    lines = [re.findall(r"^\|(.*)\|$", table.partition("\n\n")[0], re.MULTILINE) for table in found]
    return [[line.split("|") for line in rows] for rows in lines]


def listed(*, own: bool) -> Differences:
    """What the two tables say: the first column of the usual schema, the last of a portfolio's own."""
    first, second = ({name for row in rows for name in named(row[2 if own else 0], row[0])} for rows in tables())
    return Differences(first, second)


def named(cell: str, first: str) -> list[str]:
    """The cases in a cell; “the same” are those of the row's first."""
    return re.findall(r"\b(?:DT\d+|dt\d+-[a-z0-9-]+)", first if cell.strip() == "the same" else cell)


def refused_by_dt(cases: Mapping[str, Tree]) -> set[str]:
    return {name for name, files in cases.items() if any(d.severity == "error" for d in check(files).diagnostics)}


def refused_by_editor(cases: Mapping[str, Tree], command: str, root: Path, *, own: bool) -> set[str]:
    """The cases in which the language server has something against any file."""
    documents: dict[Path, str] = {}
    files_of: dict[str, list[str]] = {}
    for name, files in cases.items():
        workspace = check(files).workspace
        known = Known(workspace.plan.value, dict(workspace.names.values())) if own and workspace.plan else None
        for kind, pattern in (("measure", f"{MEASURES}/**/*.yaml"), ("plan", PLAN)):
            files_of.setdefault(schema(kind, Lang.EN, known), []).append(f"{name}/{pattern}")
        documents |= {root / name / path: text for path, text in opened(files)}
    settings = {}
    for number, (made, patterns) in enumerate(files_of.items()):
        (root / f"{number}.json").write_text(made, "utf-8")
        settings[(root / f"{number}.json").as_uri()] = patterns
    with editor(command, root, {"schemas": settings}) as server:
        return {path.relative_to(root).parts[0] for path, said in server.problems(documents).items() if said}


def opened(files: Tree) -> Iterable[tuple[str, str]]:
    """Each file that an editor can open, decoded as editors do."""
    for name, content in files.files():
        if not isinstance(content, Unreadable):
            yield name, content.decode("utf-8-sig", "replace")


@pytest.mark.parametrize("own", [False, True], ids=["schema", "for-portfolio"])
def test_the_editor_and_dt_agree_but_for_the_differences_that_are_listed(
    command: str, tmp_path: Path, *, own: bool
) -> None:
    dt, seen = refused_by_dt(CASES), refused_by_editor(CASES, command, tmp_path, own=own)
    assert Differences(dt - seen, seen - dt) == listed(own=own)


def test_every_difference_has_a_cause_and_is_a_case() -> None:
    only_dt, only_editor = tables()
    assert [row for row in (*only_dt, *only_editor) if len(row) != 3 or len(row[1].split()) < 6] == []
    assert set().union(*listed(own=False), *listed(own=True)) <= set(CASES)
