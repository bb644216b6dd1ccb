"""What fuzzing has found goes well every time."""

from pathlib import Path

import pytest

from tests.fuzz import CORPUS, corpus
from tests.fuzz.targets import read_and_tell, read_store


def test_the_corpus_is_small() -> None:
    files = [path for path in CORPUS.rglob("*") if path.is_file()]
    assert len(files) <= 200
    assert sum(path.stat().st_size for path in files) <= 200_000


@pytest.mark.parametrize("path", corpus("findings"), ids=lambda path: path.name)
def test_any_bytes_lead_to_findings_that_can_be_told_and_mended(path: Path) -> None:
    read_and_tell(path.read_bytes())


@pytest.mark.parametrize("path", corpus("store"), ids=lambda path: path.name)
def test_any_bytes_in_a_store_are_as_none(path: Path) -> None:
    read_store(path.read_bytes())
