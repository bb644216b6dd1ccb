"""A whole portfolio is read and judged file by file."""

from driftstilpasning.checking import check
from tests.rules.examples import tree


def test_progress_is_told_for_every_file() -> None:
    counts: list[int] = []
    check(tree("# measures/a.yaml\nid: A\n# measures/b.yaml\nid: B\n"), progress=counts.append)
    assert counts == [1, 2]
