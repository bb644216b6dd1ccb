"""What is to change is shown as a difference, and written whole, inside the portfolio alone."""

import stat
from pathlib import Path

import pytest

from driftstilpasning.checking.fixing import Mended
from driftstilpasning.output.changes import diff, write
from driftstilpasning.output.layout import Screen
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang

A = "measures/a.yaml"


def mended(before: bytes, after: bytes, name: str = A) -> Mended:
    return Mended(name, before, after, 1)


def shown(before: bytes, after: bytes) -> list[str]:
    return diff([mended(before, after)], Screen()).split("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portfolio with one measure, and a file beside it."""
    (tmp_path / "p/measures").mkdir(parents=True)
    (tmp_path / "p" / A).write_bytes(b"old\n")
    (tmp_path / "ute.yaml").write_bytes(b"old\n")
    return tmp_path / "p"


def failures(folder: Path, *files: Mended) -> list[str]:
    return [failure.render(Lang.EN) for failure in write(files, FolderTree(folder)).failures]


def test_a_difference_is_shown_as_diff_shows_it() -> None:
    assert shown(b"a\nb\nc\n", b"a\nB\nc\n") == [
        f"--- {A}",
        f"+++ {A}",
        "@@ -1,3 +1,3 @@",
        " a",
        "-b",
        "+B",
        " c",
        "",
    ]


def test_a_missing_line_end_is_said() -> None:
    assert shown(b"a\nb", b"a\nB")[3:] == [
        " a",
        "-b",
        "\\ No newline at end of file",
        "+B",
        "\\ No newline at end of file",
        "",
    ]


def test_line_ends_of_windows_and_tabs_are_those_of_the_file() -> None:
    assert shown(b"\xef\xbb\xbfa:\r\n\tb\r\n", b"\xef\xbb\xbfa:\r\n  b\r\n")[3:] == [" a:\r", "-\tb\r", "+  b\r", ""]


def test_a_byte_that_is_not_utf_8_is_shown_as_such_and_the_encodings_are_named() -> None:
    lines = shown("Kjøkken\n".encode("cp1252"), "Kjøkken\n".encode())
    assert lines[:2] == [f"--- {A}\tWINDOWS-1252", f"+++ {A}\tUTF-8"]
    assert lines[3:] == ["-Kj\\xf8kken", "+Kjøkken", ""]
    assert shown("æ\n".encode("utf-16"), "æ\n".encode()) == [f"--- {A}\tUTF-16", f"+++ {A}\tUTF-8", ""]


def test_nothing_is_sent_to_a_terminal_that_it_would_obey() -> None:
    text = diff([mended(b"\x1b[2Ja\xe2\x80\x8b\rb\n", b"\x1b[2Ja\rb\n", "measures/\x1b[2J.yaml")], Screen())
    assert text.replace("\n", "").isprintable()
    assert "-\\x1b[2Ja\\u200b\\r\n" in text


def test_a_difference_is_coloured_where_there_is_colour() -> None:
    text = diff([mended(b"a\n", b"b\n")], Screen(color=True))
    assert "\x1b[31m-a\x1b[0m\n\x1b[32m+b\x1b[0m\n" in text


def test_a_file_is_written_and_keeps_its_permissions(folder: Path) -> None:
    (folder / A).chmod(0o640)
    written = write([mended(b"old\n", b"new\n")], FolderTree(folder))
    assert [file.name for file in written.files] == [A]
    assert (folder / A).read_bytes() == b"new\n"
    assert stat.S_IMODE((folder / A).stat().st_mode) == 0o640
    assert [path.name for path in (folder / "measures").iterdir()] == ["a.yaml"]


def test_a_file_that_has_changed_since_is_not_written_over(folder: Path) -> None:
    (folder / A).write_bytes(b"somebody else's\n")
    assert failures(folder, mended(b"old\n", b"new\n")) == [
        f"{A} is not changed: the file has changed since it was read. Run the command again"
    ]
    assert (folder / A).read_bytes() == b"somebody else's\n"


def test_a_file_that_is_gone_is_not_made_again(folder: Path) -> None:
    (folder / A).unlink()
    assert len(failures(folder, mended(b"old\n", b"new\n"))) == 1
    assert list((folder / "measures").iterdir()) == []


@pytest.mark.parametrize("target", ["../../ute.yaml", "../../ikkje-der.yaml"])
def test_a_link_out_of_the_portfolio_is_not_followed(target: str, folder: Path) -> None:
    (folder / A).unlink()
    (folder / A).symlink_to(target)
    assert failures(folder, mended(b"old\n", b"new\n")) == [f"{A} is not changed: the link leads out of the portfolio"]
    assert (folder.parent / "ute.yaml").read_bytes() == b"old\n"
    assert not (folder.parent / "ikkje-der.yaml").exists()


def test_nor_is_a_folder_that_leads_out(folder: Path) -> None:
    (folder / A).unlink()
    (folder / "measures").rmdir()
    (folder / "measures").symlink_to("..")
    (folder.parent / "a.yaml").write_bytes(b"old\n")
    assert "leads out" in failures(folder, mended(b"old\n", b"new\n"))[0]
    assert (folder.parent / "a.yaml").read_bytes() == b"old\n"


def test_a_file_with_several_names_in_the_portfolio_is_written_once_and_links_stay(folder: Path) -> None:
    (folder / "measures/b.yaml").symlink_to("a.yaml")
    both = [mended(b"old\n", b"new\n"), mended(b"old\n", b"new\n", "measures/b.yaml")]
    written = write(both, FolderTree(folder))
    assert (len(written.files), written.failures) == (1, ())
    assert (folder / "measures/b.yaml").is_symlink()
    assert (folder / A).read_bytes() == b"new\n"


def test_a_hard_link_from_elsewhere_keeps_what_it_had(folder: Path) -> None:
    (folder.parent / "kopi.yaml").hardlink_to(folder / A)
    assert failures(folder, mended(b"old\n", b"new\n")) == []
    assert (folder / A).read_bytes() == b"new\n"
    assert (folder.parent / "kopi.yaml").read_bytes() == b"old\n"


def test_a_file_that_cannot_be_written_keeps_no_other_from_being_written(folder: Path) -> None:
    (folder / A).chmod(0o444)
    (folder / "measures/b.yaml").write_bytes(b"old\n")
    written = write([mended(b"old\n", b"new\n"), mended(b"old\n", b"new\n", "measures/b.yaml")], FolderTree(folder))
    assert [failure.render(Lang.NB) for failure in written.failures] == [
        f"{A} er ikke endret: filen er skrivebeskyttet"
    ]
    assert [file.name for file in written.files] == ["measures/b.yaml"]
    assert (folder / A).read_bytes() == b"old\n"
