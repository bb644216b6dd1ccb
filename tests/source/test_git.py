"""A portfolio at a revision is read as a checkout of that revision would be."""

import os
from pathlib import Path

import pytest

from driftstilpasning.errors import DtError
from driftstilpasning.source.git import GitTree, merge_base
from driftstilpasning.source.tree import LARGEST, File, FolderTree, Unreadable
from driftstilpasning.text import Lang
from tests.repositories import Repository


@pytest.fixture
def portfolio(repository: Repository) -> Repository:
    """A repository whose top is a portfolio with one measure."""
    repository.write("budgets/plan.yaml", "plan: X\n")
    repository.write("measures/b.yaml", "id: B\n")
    return repository


def at(root: Path, revision: str = "HEAD") -> list[File]:
    return list(GitTree(root, revision).files())


def said(caught: pytest.ExceptionInfo[DtError]) -> str:
    """The message in English, once it has been seen to render in every language."""
    assert all(caught.value.render(lang) for lang in Lang)
    return caught.value.render(Lang.EN)


def test_the_plan_comes_first_and_the_measures_by_name_as_in_a_folder(portfolio: Repository) -> None:
    for name in (
        "a/z.yaml",
        "a-b.yaml",
        "a.yaml/x.yaml",
        "å.yaml",
        "c.yml",
        "D.YAML",
        "notes.txt",
        ".h.yaml",
        ".g/c.yaml",
    ):
        portfolio.write(f"measures/{name}", name)
    portfolio.write("README.md", "x")
    portfolio.commit()
    found = at(portfolio.root)
    assert found == list(FolderTree(portfolio.root).files())
    assert [name for name, _ in found] == [
        "budgets/plan.yaml",
        "measures/D.YAML",
        "measures/a-b.yaml",
        "measures/a.yaml/x.yaml",
        "measures/a/z.yaml",
        "measures/b.yaml",
        "measures/c.yml",
        "measures/å.yaml",
    ]


def test_it_is_the_revision_that_is_read_and_not_the_folder_or_the_index(portfolio: Repository) -> None:
    first = portfolio.commit()
    portfolio.write("measures/b.yaml", "id: CHANGED\n")
    portfolio.write("measures/new.yaml", "id: NEW\n")
    second = portfolio.commit()
    portfolio.write("measures/b.yaml", "id: STAGED\n")
    portfolio.git("add", "--all")
    portfolio.write("measures/b.yaml", "id: WRITTEN\n")
    assert dict(at(portfolio.root, first)) == {"budgets/plan.yaml": b"plan: X\n", "measures/b.yaml": b"id: B\n"}
    assert dict(at(portfolio.root, second))["measures/b.yaml"] == b"id: CHANGED\n"


def test_a_revision_goes_by_any_name_that_git_knows(portfolio: Repository) -> None:
    commit = portfolio.commit()
    portfolio.git("tag", "--annotate", "vedtak-2013", "--message", "Vedteke")
    portfolio.git("branch", "measures")  # also the name of a folder
    portfolio.write("measures/b.yaml", "id: CHANGED\n")
    portfolio.commit()
    for revision in (commit, commit[:8], "HEAD~1", "HEAD^", "vedtak-2013", "measures", "refs/heads/measures"):
        assert dict(at(portfolio.root, revision))["measures/b.yaml"] == b"id: B\n"


def test_names_that_need_quotation_are_read_as_they_are(portfolio: Repository) -> None:
    names = [
        "new\nline.yaml",
        'quo"te.yaml',
        "tab\t.yaml",
        "back\\slash.yaml",
        " space .yaml",
        "-x.yaml",
        "a -> b.yaml",
    ]
    names += [os.fsdecode(b"latin-\xe6.yaml")]
    for name in names:
        portfolio.write(f"measures/{name}", name.encode("utf-8", "surrogateescape"))
    portfolio.commit()
    assert at(portfolio.root) == list(FolderTree(portfolio.root).files())
    assert len(at(portfolio.root)) == 2 + len(names)


def test_contents_are_the_same_bytes(portfolio: Repository) -> None:
    contents = {
        "empty": b"",
        "no-end": b"id: X",
        "crlf": b"a: 1\r\nb: 2\r\n",
        "nul": b"\0\0\n",
        "blob": b"x blob 3\n\n",
    }
    for name, content in contents.items():
        portfolio.write(f"measures/{name}.yaml", content)
    portfolio.commit()
    found = dict(at(portfolio.root))
    assert {name: found[f"measures/{name}.yaml"] for name in contents} == contents


def test_a_huge_file_is_passed_on_no_further_than_in_a_folder_and_the_next_is_whole(portfolio: Repository) -> None:
    portfolio.write("measures/a.yaml", "x" * (LARGEST + 200_000))
    portfolio.commit()
    assert dict(at(portfolio.root))["measures/a.yaml"] == b"x" * (LARGEST + 1)
    assert at(portfolio.root) == list(FolderTree(portfolio.root).files())


def test_many_files_are_read_without_waiting_for_each_other(portfolio: Repository) -> None:
    for number in range(3000):  # the ids alone fill a pipe
        portfolio.write(f"measures/{number}.yaml", f"id: T-{number}\n" * 20)
    portfolio.commit()
    assert at(portfolio.root) == list(FolderTree(portfolio.root).files())


def test_links_lead_where_they_lead_in_a_folder(
    portfolio: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    portfolio.write("shared/c.yaml", "id: C\n")
    portfolio.write("shared/deep/d.yaml", "id: D\n")
    portfolio.link("measures/c.yaml", "../shared/c.yaml")
    portfolio.link("measures/again.yaml", "./c.yaml")
    portfolio.link("measures/more", "../shared")
    portfolio.link("measures/through.yaml", "more/deep/../c.yaml")
    portfolio.link("measures/gone.yaml", "nothing.yaml")
    portfolio.link("measures/gone-below.yaml", "b.yaml/nothing.yaml")
    portfolio.link("measures/gone-too", "nothing")
    portfolio.link("measures/me.yaml", "me.yaml")
    portfolio.link("measures/a/up", "..")
    portfolio.link("measures/top", "..")
    portfolio.link("measures/out.yaml", "../../elsewhere.yaml")
    portfolio.link("measures/far.yaml", str(tmp_path_factory.mktemp("elsewhere") / "x.yaml"))
    portfolio.link("measures/folder.yaml", "../budgets")
    portfolio.link("measures/note.txt", "../shared/c.yaml")
    portfolio.commit()
    found = at(portfolio.root)
    assert found == list(FolderTree(portfolio.root).files())
    assert {name: content for name, content in found if not isinstance(content, bytes)} == {
        "measures/a/up": Unreadable("loop"),
        "measures/far.yaml": Unreadable("outside"),
        "measures/gone-below.yaml": Unreadable("gone"),
        "measures/gone.yaml": Unreadable("gone"),
        "measures/me.yaml": Unreadable("loop"),
        "measures/out.yaml": Unreadable("outside"),
        "measures/top": Unreadable("loop"),
    }
    assert dict(found)["measures/through.yaml"] == dict(found)["measures/more/c.yaml"] == b"id: C\n"


def test_links_out_of_the_portfolio_are_refused_though_the_repository_holds_what_they_lead_to(
    repository: Repository,
) -> None:
    repository.write("økonomi/budgets/plan.yaml", "plan: X\n")
    repository.write("other/c.yaml", "id: C\n")
    repository.link("økonomi/measures/c.yaml", "../../other/c.yaml")
    repository.link("økonomi/measures/more", "../../other")
    repository.link("økonomi/measures/gone.yaml", "../../other/gone.yaml")
    repository.link("økonomi/measures/home.yaml", "../../økonomi/budgets/plan.yaml")
    repository.commit()
    found = at(repository.root / "økonomi")
    assert found == list(FolderTree(repository.root / "økonomi").files())
    assert found[1:] == [
        ("measures/c.yaml", Unreadable("outside")),
        ("measures/gone.yaml", Unreadable("outside")),
        ("measures/home.yaml", b"plan: X\n"),
        ("measures/more", Unreadable("outside")),
    ]


@pytest.mark.parametrize("target", ["../elsewhere", "../../nothing", "shared"])
def test_a_folder_of_measures_may_be_a_link(repository: Repository, target: str) -> None:
    repository.write("portfolio/budgets/plan.yaml", "plan: X\n")
    repository.write("portfolio/shared/c.yaml", "id: C\n")
    repository.write("elsewhere/c.yaml", "id: C\n")
    repository.link("portfolio/measures", target)
    repository.commit()
    assert at(repository.root / "portfolio") == list(FolderTree(repository.root / "portfolio").files())


@pytest.mark.parametrize("target", ["other.yaml", "gone.yaml", "../../outside.yaml", "plan.yaml"])
def test_the_plan_may_be_a_link(repository: Repository, target: str) -> None:
    repository.write("budgets/other.yaml", "plan: X\n")
    repository.link("budgets/plan.yaml", target)
    repository.commit()
    assert at(repository.root) == list(FolderTree(repository.root).files())


def test_a_plan_that_is_a_folder_is_no_file(repository: Repository) -> None:
    repository.write("budgets/plan.yaml/x", "plan: X\n")
    repository.commit()
    assert at(repository.root) == [("budgets/plan.yaml", Unreadable("not-a-file"))]


def test_a_submodule_is_no_part_of_the_portfolio(portfolio: Repository) -> None:
    commit = portfolio.commit()
    portfolio.git("update-index", "--add", "--cacheinfo", f"160000,{commit},measures/other")
    portfolio.git("commit", "--quiet", "--message", "Submodul")
    assert [name for name, _ in at(portfolio.root)] == ["budgets/plan.yaml", "measures/b.yaml"]


def test_before_there_was_a_portfolio_there_is_nothing(repository: Repository) -> None:
    repository.write("README.md", "x")
    before = repository.commit()
    repository.write("deep/down/budgets/plan.yaml", "plan: X\n")
    repository.write("deep/down/measures/a.yaml", "id: A\n")
    repository.commit()
    assert at(repository.root / "deep/down", before) == []
    assert at(repository.root / "deep/down") == list(FolderTree(repository.root / "deep/down").files())
    assert len(at(repository.root / "deep/down")) == 2


def test_a_portfolio_in_another_worktree_or_behind_a_link_is_found(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository.write("portfolio/budgets/plan.yaml", "plan: X\n")
    repository.commit()
    elsewhere = tmp_path_factory.mktemp("worktrees")
    repository.git("worktree", "add", "--quiet", elsewhere / "copy")
    (elsewhere / "link").symlink_to(repository.root / "portfolio")
    assert at(elsewhere / "copy/portfolio") == at(elsewhere / "link") == [("budgets/plan.yaml", b"plan: X\n")]


def test_what_git_tells_a_hook_does_not_lead_to_another_repository(
    portfolio: Repository, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio.commit()
    other = tmp_path_factory.mktemp("other")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.setenv("GIT_PREFIX", "measures/")
    monkeypatch.chdir(other)
    assert [name for name, _ in at(portfolio.root)] == ["budgets/plan.yaml", "measures/b.yaml"]


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "",
        "-x",
        "--all",
        "--output=x",
        "-",
        "^HEAD",
        "HEAD..HEAD",
        "HEAD:measures",
        "HEAD HEAD",
        "a\nb",
        "0" * 40,
    ],
)
def test_an_unknown_revision_is_refused_and_never_taken_for_an_option(portfolio: Repository, revision: str) -> None:
    portfolio.commit()
    for call in (lambda: at(portfolio.root, revision), lambda: merge_base(portfolio.root, revision)):
        with pytest.raises(DtError) as caught:
            call()
        assert "git does not know the revision" in said(caught)
        assert "git log" in said(caught)
    assert sorted(path.name for path in portfolio.root.iterdir()) == [".git", "budgets", "measures"]


def test_a_revision_that_was_not_fetched_is_refused_and_the_cure_told(
    portfolio: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = portfolio.commit()
    portfolio.git("branch", "begun")
    portfolio.write("measures/b.yaml", "id: CHANGED\n")
    portfolio.commit()
    clone = tmp_path_factory.mktemp("clone")
    portfolio.git("clone", "--quiet", "--depth", "1", f"file://{portfolio.root}", clone)
    assert dict(at(clone))["measures/b.yaml"] == b"id: CHANGED\n"
    Repository(clone).git("fetch", "--quiet", "--depth", "1", "origin", "begun:begun")
    for call in (lambda: at(clone, "HEAD~1"), lambda: at(clone, "origin/begun"), lambda: merge_base(clone, "begun")):
        with pytest.raises(DtError) as caught:
            call()
        assert "fetch-depth: 0" in said(caught)
    Repository(clone).git("fetch", "--quiet", "--unshallow")
    assert merge_base(clone, "begun") == first


def test_a_folder_in_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(DtError) as caught:
        at(tmp_path)
    assert "does not lie in a git repository" in said(caught)


def test_a_machine_without_git_is_told_so(portfolio: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio.commit()
    monkeypatch.setenv("PATH", str(portfolio.root))
    with pytest.raises(DtError) as caught:
        at(portfolio.root)
    assert "Install git" in said(caught)


def test_a_damaged_store_is_told_in_the_words_of_git(portfolio: Repository) -> None:
    portfolio.commit()
    blob = portfolio.git("rev-parse", "HEAD:measures/b.yaml")
    (portfolio.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(DtError) as caught:
        at(portfolio.root)
    assert f"{blob} missing" in said(caught)


def test_a_file_that_git_can_give_only_in_part_is_not_taken_for_whole(portfolio: Repository) -> None:
    portfolio.write("measures/c.yaml", os.urandom(200_000))
    portfolio.commit()
    blob = portfolio.git("rev-parse", "HEAD:measures/c.yaml")
    stored = portfolio.root / ".git/objects" / blob[:2] / blob[2:]
    stored.chmod(0o600)
    stored.write_bytes(stored.read_bytes()[:100_000])
    portfolio.git("config", "core.bigFileThreshold", "1")  # so that git writes before it has read it all
    with pytest.raises(DtError) as caught:
        at(portfolio.root)
    assert blob in said(caught)


def test_what_else_git_refuses_is_told_in_its_own_words(portfolio: Repository) -> None:
    portfolio.commit()
    portfolio.write(".git/config", "[core\n")
    with pytest.raises(DtError) as caught:
        at(portfolio.root)
    assert "bad config line 1" in said(caught)


def test_a_branch_is_compared_from_where_it_left(portfolio: Repository) -> None:
    parted = portfolio.commit()
    portfolio.git("switch", "--quiet", "--create", "work")
    portfolio.write("measures/work.yaml", "id: W\n")
    work = portfolio.commit()
    portfolio.git("switch", "--quiet", "main")
    portfolio.write("measures/main.yaml", "id: M\n")
    portfolio.commit()
    portfolio.git("switch", "--quiet", "work")
    assert merge_base(portfolio.root, "main") == parted
    assert merge_base(portfolio.root, "HEAD") == merge_base(portfolio.root, "work") == work
    assert merge_base(portfolio.root, "HEAD~1") == parted


def test_histories_that_never_met_cannot_be_compared(portfolio: Repository) -> None:
    portfolio.commit()
    portfolio.git("switch", "--quiet", "--orphan", "other")
    portfolio.write("measures/a.yaml", "id: A\n")
    portfolio.commit()
    with pytest.raises(DtError) as caught:
        merge_base(portfolio.root, "main")
    assert "share no history" in said(caught)
