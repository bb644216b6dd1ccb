"""A whole portfolio is read and judged file by file."""

import gc

from driftstilpasning.checking import check, check_lightly
from driftstilpasning.source.document import Contents
from tests.rules.examples import tree


def test_progress_is_told_for_every_file() -> None:
    counts: list[int] = []
    check(tree("# measures/a.yaml\nid: A\n# measures/b.yaml\nid: B\n"), progress=counts.append)
    assert counts == [1, 2]


def test_of_many_files_with_findings_only_a_few_are_kept_open() -> None:
    files = tree("".join(f"# measures/{i}.yaml\nid: A-{i}\nsector: nowhere-to-be-found\n" for i in range(40)))
    checked = check_lightly(files, lambda looker, files: looker.look(files))
    assert checked.diagnostics == check(files).diagnostics
    assert [found.code for found in checked.diagnostics] == ["DT302"] * 40
    kept = [one for one in gc.get_objects() if isinstance(one, Contents) and "nowhere-to-be-found" in one.text]
    assert len(kept) < len(checked.diagnostics)
    assert len(checked.workspace.measures) == 40
