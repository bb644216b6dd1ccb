"""A portfolio's files, in a folder: what is read, what is refused, and in which order."""

import os
from pathlib import Path

import pytest

from driftstilpasning.errors import DtError
from driftstilpasning.source.tree import LARGEST, FolderTree, MemoryTree, Unreadable, find_portfolio


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """A folder with a plan and one measure."""
    root = tmp_path / "portfolio"
    write(root, "budgets/plan.yaml", "plan: X\n")
    write(root, "measures/b.yaml", "id: B\n")
    return root


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(root: Path) -> dict[str, bytes | Unreadable]:
    return dict(FolderTree(root).files())


def test_the_plan_comes_first_and_the_measures_by_name(portfolio: Path) -> None:
    write(portfolio, "measures/a/z.yaml", "id: Z\n")
    write(portfolio, "measures/a-b.yaml", "id: AB\n")
    names = ["budgets/plan.yaml", "measures/a-b.yaml", "measures/a/z.yaml", "measures/b.yaml"]
    assert list(files(portfolio)) == names
    contents = {name: raw for name, raw in files(portfolio).items() if isinstance(raw, bytes)}
    assert list(MemoryTree(contents).files()) == list(contents.items())


def test_a_portfolio_without_a_plan_or_without_measures_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    assert files(tmp_path) == {}
    write(tmp_path, "budgets/plan.yaml", "plan: X\n")
    assert files(tmp_path) == {"budgets/plan.yaml": b"plan: X\n"}


def test_a_file_with_another_ending_is_passed_on_and_what_is_no_yaml_is_not(portfolio: Path) -> None:
    for name in ("a.yml", "b.YAML", "c.Yml", "notes.txt", "d.yaml.bak", "README.md"):
        write(portfolio, f"measures/{name}", "id: A\n")
    assert {name for name in files(portfolio) if name.startswith("measures/")} == {
        "measures/a.yml",
        "measures/b.YAML",
        "measures/b.yaml",
        "measures/c.Yml",
    }


def test_a_hidden_file_is_no_measure(portfolio: Path) -> None:
    write(portfolio, "measures/.b.yaml", "id: B\n")
    write(portfolio, "measures/.git/c.yaml", "id: C\n")
    assert list(files(portfolio)) == ["budgets/plan.yaml", "measures/b.yaml"]


def test_a_link_within_the_portfolio_is_followed(portfolio: Path) -> None:
    write(portfolio, "shared/c.yaml", "id: C\n")
    (portfolio / "measures/c.yaml").symlink_to(portfolio / "shared/c.yaml")
    (portfolio / "measures/more").symlink_to(portfolio / "shared")
    found = files(portfolio)
    assert found["measures/c.yaml"] == found["measures/more/c.yaml"] == b"id: C\n"


def test_a_link_out_of_the_portfolio_is_refused(portfolio: Path, tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/c.yaml", "id: C\n")
    (portfolio / "measures/c.yaml").symlink_to(tmp_path / "elsewhere/c.yaml")
    (portfolio / "measures/more").symlink_to(tmp_path / "elsewhere")
    found = files(portfolio)
    assert found["measures/c.yaml"] == found["measures/more"] == Unreadable("outside")


def test_measures_that_lie_elsewhere_altogether_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/c.yaml", "id: C\n")
    (tmp_path / "portfolio").mkdir()
    (tmp_path / "portfolio/measures").symlink_to(tmp_path / "elsewhere")
    assert files(tmp_path / "portfolio") == {"measures": Unreadable("outside")}


def test_a_link_that_goes_in_a_circle_is_refused(portfolio: Path) -> None:
    (portfolio / "measures/a").mkdir()
    (portfolio / "measures/a/up").symlink_to(portfolio / "measures")
    (portfolio / "measures/top").symlink_to("..")
    (portfolio / "measures/me.yaml").symlink_to(portfolio / "measures/me.yaml")
    found = files(portfolio)
    assert found == {
        "budgets/plan.yaml": b"plan: X\n",
        "measures/a/up": Unreadable("loop"),
        "measures/b.yaml": b"id: B\n",
        "measures/me.yaml": Unreadable("loop"),
        "measures/top": Unreadable("loop"),
    }


def test_a_link_to_nothing_is_told(portfolio: Path) -> None:
    (portfolio / "measures/c.yaml").symlink_to(portfolio / "measures/gone.yaml")
    assert files(portfolio)["measures/c.yaml"] == Unreadable("gone")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_never_waited_for(portfolio: Path) -> None:
    os.mkfifo(portfolio / "measures/c.yaml")
    assert files(portfolio)["measures/c.yaml"] == Unreadable("not-a-file")


def test_a_folder_with_the_name_of_a_file_is_a_folder(portfolio: Path) -> None:
    write(portfolio, "measures/c.yaml/d.yaml", "id: D\n")
    assert files(portfolio)["measures/c.yaml/d.yaml"] == b"id: D\n"


def test_a_plan_that_is_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "budgets/plan.yaml").mkdir(parents=True)
    assert files(tmp_path) == {"budgets/plan.yaml": Unreadable("not-a-file")}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_and_a_folder_stops_the_reading(portfolio: Path) -> None:
    (portfolio / "measures/b.yaml").chmod(0)
    assert files(portfolio)["measures/b.yaml"] == Unreadable("denied")
    (portfolio / "measures").chmod(0)
    try:
        with pytest.raises(DtError, match="measures"):
            files(portfolio)
    finally:
        (portfolio / "measures").chmod(0o700)


def test_a_huge_file_is_read_no_further_than_needed_to_see_that_it_is(portfolio: Path) -> None:
    write(portfolio, "measures/c.yaml", "x" * (LARGEST + 1000))
    assert files(portfolio)["measures/c.yaml"] == b"x" * (LARGEST + 1)


def test_the_nearest_portfolio_upwards_is_found(portfolio: Path, tmp_path: Path) -> None:
    assert find_portfolio(portfolio / "measures") == portfolio
    assert find_portfolio(tmp_path) is None
