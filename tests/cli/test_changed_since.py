"""``dt validate --changed-since``: what a change brought about, in real repositories."""

from pathlib import Path

from tests.conftest import Dt
from tests.repositories import Repository

CONCISE = ("--output-format", "concise", "--lang", "en")


def test_only_what_the_change_brought_about_is_shown_and_decides_the_exit_code(
    folder: Path, repository: Repository, dt: Dt
) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {requires: [A]}
    measures/old.yaml: {status: feil}
    """
    repository.commit()
    assert dt("validate", "--changed-since", "HEAD", *CONCISE) == 0
    assert (dt.out, dt.err) == ("", "dt: not shown: 1 older finding in an unchanged file\n")
    (folder / "measures/a.yaml").unlink()
    assert dt("validate", "--changed-since", "HEAD", *CONCISE) == 1
    assert [line.split(":")[0] for line in dt.out.splitlines()] == ["measures/b.yaml"]
    repository.commit()
    assert dt("validate", "--changed-since", "HEAD", *CONCISE) == 0
    assert dt.err == "dt: not shown: 2 older findings in unchanged files\n"
    assert dt("validate", "--changed-since", "HEAD~1", "--quiet", *CONCISE) == 1
    assert dt.err == ""


def test_a_file_that_git_does_not_know_yet_has_changed(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    repository.commit()
    text = (folder / "measures/a.yaml").read_text("utf-8")
    (folder / "measures/b.yaml").write_text(text.replace("status: proposed", "status: feil"), "utf-8")
    assert dt("validate", "--changed-since", "HEAD", *CONCISE) == 1
    assert dt.out.startswith("measures/b.yaml:")


def test_a_plan_that_cannot_be_read_is_told_whatever_its_age(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: kroner
    # measures/a.yaml
    id: A
    """
    assert folder.is_dir()
    repository.commit()
    for paths in ((), ("measures",)):
        assert dt("validate", *paths, "--changed-since", "HEAD", *CONCISE) == 1
        assert dt.out.startswith("budgets/plan.yaml:")


def test_paths_choose_among_what_is_new(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {status: feil}
    measures/b.yaml: {status: feil}
    measures/c.yaml: {status: feil}
    """
    repository.commit()
    for name in "ab":
        path = folder / f"measures/{name}.yaml"
        path.write_text(path.read_text("utf-8") + "fte: -1\n", "utf-8")
    assert dt("validate", "measures/b.yaml", "measures/c.yaml", "--changed-since", "HEAD", *CONCISE) == 1
    assert [line.split(":")[0] for line in dt.out.splitlines()] == ["measures/b.yaml"]
    assert dt.err == "dt: not shown: 1 older finding in an unchanged file\n"


def test_a_branch_answers_only_for_its_own_changes(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    repository.commit()
    repository.git("switch", "--quiet", "--create", "work")
    repository.write("measures/note.txt", "x")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    main = folder / "measures/a.yaml"
    main.write_text(main.read_text("utf-8").replace("status: proposed", "status: feil"), "utf-8")
    repository.commit()
    repository.git("switch", "--quiet", "work")
    assert dt("validate", "--changed-since", "main", "--lang", "nn") == 0
    assert dt.err == "kontrollert: planen og 1 tiltak. Ingenting å melde.\n"


def test_what_is_remembered_of_two_versions_is_not_mixed_up(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    measures/b.yaml: {requires: [A]}
    measures/c.yaml: {status: feil}
    """
    repository.commit()
    (folder / "measures/a.yaml").unlink()
    for _ in range(3):
        for more in ((), ("--no-cache",)):
            assert dt("validate", "--changed-since", "HEAD", *CONCISE, *more) == 1
            assert [line.split(":")[0] for line in dt.out.splitlines()] == ["measures/b.yaml"]
            assert dt("validate", *CONCISE, *more) == 1
            assert [line.split(":")[0] for line in dt.out.splitlines()] == ["measures/b.yaml", "measures/c.yaml"]


def test_when_nothing_is_new_it_is_said_so(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {acceptance: {text: Ukjend}}
    """
    assert folder.is_dir()
    repository.commit()
    assert dt("validate", "--changed-since", "HEAD", "--lang", "nb") == 0
    assert dt.err == "ingenting nytt å melde siden HEAD\ndt: viser ikke 1 eldre funn i en uendret fil\n"
    assert dt("validate", "--changed-since", "HEAD", "--strict", "--lang", "nn", "--output-format", "json") == 0
    assert (dt.out, dt.err) == ("[]\n", "dt: viser ikkje 1 eldre funn i ei uendra fil\n")


def test_before_the_portfolio_there_was_nothing_so_everything_is_new(
    folder: Path, repository: Repository, dt: Dt
) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Tomt")
    assert folder.is_dir()
    repository.commit()
    assert dt("validate", "--changed-since", "HEAD~1", *CONCISE) == 1
    assert dt.out.startswith("measures/a.yaml:")
    assert dt.err == ""


def test_before_the_first_commit_everything_is_new(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {status: feil}
    """
    assert folder.is_dir()
    for revision in ("HEAD", "@"):
        assert dt("validate", "--changed-since", revision, *CONCISE) == 1
        assert dt.out.startswith("measures/a.yaml:")
    assert dt("validate", "--changed-since", "main", *CONCISE) == 2
    repository.commit()
    repository.git("switch", "--quiet", "--orphan", "empty")
    repository.git("checkout", "--quiet", "main", "--", ".")
    assert dt("validate", "--changed-since", "HEAD", *CONCISE) == 1
    assert dt("validate", "--changed-since", "main", *CONCISE) == 2


def test_an_unknown_revision_is_exit_2_and_one_line(folder: Path, repository: Repository, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert folder.is_dir()
    repository.commit()
    for revision in ("origin/main", "", "-x"):
        assert dt("validate", f"--changed-since={revision}", "--lang", "nn") == 2
        assert dt.out == ""
        assert dt.err.startswith("dt: git kjenner ikkje revisjonen ")
        assert dt.err.count("\n") == 1
