"""``dt validate --fix`` on every fault of the gallery: what it mends validates, and a second run changes no byte."""

import shutil
from pathlib import Path

import pytest

from driftstilpasning.checking import check
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from tests.conftest import Dt
from tests.gallery import entries

ENTRIES = {entry.name: entry for entry in entries()}
SAFE = {
    *("dt002-windows-1252", "dt003-utf-16", "dt003-utf-16-utan-merke", "dt007-tabulator", "dt007-tabulator-midt-i"),
    *("dt008-kolon-i-begrunnelse", "dt008-kolon-i-tittel", "dt008-semikolon", "dt013-stjerne-foran-tekst"),
    *("dt019-usynlig-tegn-fra-nettside", "dt020-a-og-ring-hver-for-seg", "dt021-likhetstegn"),
    *(
        "dt021-kolon-manglar-i-klammer",
        "dt021-mellomrom-manglar",
        "dt023-krollalfa",
        "dt023-prosentteikn",
        "dt024-sti-fra-windows",
    ),
    *("dt025-mer-etter-anforselstegn", "dt025-tekst-etter-sitat", "dt102-efekt", "dt102-komma-deler-teksten"),
    *("dt103-norsk-status", "dt105-vilkaar-utan-liste", "dt108-norsk-dato", "dt109-nei"),
    *("dt111-kostra-utan-hermeteikn", "dt111-sektoren-no", "dt201-hermeteikn-rundt-belop"),
    *("dt201-mellomrom-mellom-tusen", "dt201-mill", "dt201-minus-fra-tekstbehandler"),
    *("dt201-punktum-mellom-tusen", "dt202-halve-aarsverk-med-komma", "dt202-prosenttegn"),
    *("dt011-kopiert-linje", "dt311-stor-og-liten-bokstav"),
    *("dt019-hardt-mellomrom", "dt019-innrykk-fra-tekstbehandler"),
    *("dt021-kolon-foran-felt-under", "dt021-likhetstegn-foran-klammer", "dt201-tkr"),
}
UNSAFE = {
    *("dt030-feil-tegnsett", "dt220-minus-manglar"),
    *("dt009-anforselstegn-ikke-lukket", "dt009-apostrof-ikkje-lukka"),
    *("dt010-hakeparentes-ikkje-lukka", "dt010-klamme-ikke-lukket"),
    *(
        "dt013-utropsteikn-foran-tekst",
        "dt102-norsk-feltnavn",
        "dt104-emneknagg-blir-merknad",
        "dt105-effekt-er-bare-et-tall",
    ),
    *("dt106-id-med-mellomrom", "dt207-minus-foran-sparing", "dt213-minus-foran-kostnad", "dt214-ett-minus-i-raden"),
    *("dt302-navnet-i-stedet-for-id", "dt303-skrivefeil-i-id", "dt320-minus-foran-overlapp"),
    *("dt008-komma-mangler", "dt008-parenteser", "dt010-lukket-med-feil-tegn", "dt022-bindestrek-foran-felt"),
    *("dt022-konsekvens-uten-innrykk", "dt102-belop-og-aar", "dt102-tiltak-rundt-alt", "dt105-periode-med-strek"),
    *("dt105-sektorer-uten-navn", "dt105-spenn-med-strek", "dt210-lavt-over-hoyt", "dt211-deler-av-en"),
    "dt303-tittel-for-id",
    *("dt501-forste-og-siste-bytta", "dt503-maalet-skrive-med-minus", "dt510-bokstaven-o-for-null"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.y*ml") if path.is_file()}


@pytest.fixture
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the entry of this name."""
    shutil.copytree(ENTRIES[request.param], tmp_path / "p", symlinks=True)
    return tmp_path / "p"


@pytest.mark.parametrize("copy", sorted(SAFE), indirect=True)
def test_what_is_mended_validates_and_a_second_run_changes_no_byte(copy: Path, dt: Dt) -> None:
    before = contents(copy)
    assert dt("validate", "--diff", "--portfolio", copy) == 1
    assert contents(copy) == before
    assert (dt("validate", "--fix", "--portfolio", copy), dt.out) == (0, "")
    after = contents(copy)
    assert after != before
    assert dt("validate", "--fix", "--portfolio", copy) == 0
    assert contents(copy) == after


@pytest.mark.parametrize("copy", sorted(UNSAFE), indirect=True)
def test_what_may_change_the_meaning_is_mended_when_it_is_asked_for(copy: Path, dt: Dt) -> None:
    before = contents(copy)
    dt("validate", "--fix", "--portfolio", copy)
    assert contents(copy) == before
    assert (dt("validate", "--fix", "--unsafe-fixes", "--portfolio", copy), dt.out) == (0, "")
    assert contents(copy) != before
    assert (dt("validate", "--diff", "--unsafe-fixes", "--portfolio", copy), dt.out) == (0, "")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_finding_says_whether_it_can_be_mended(name: str) -> None:
    fixes = {found.fix.safe for found in check(FolderTree(ENTRIES[name])).diagnostics if found.fix is not None}
    assert fixes == ({True} if name in SAFE else {False} if name in UNSAFE else set())


@pytest.mark.parametrize("name", sorted(SAFE | UNSAFE))
def test_what_the_help_says_to_write_is_what_the_fix_writes(name: str) -> None:
    for found in check(FolderTree(ENTRIES[name])).diagnostics:
        assert found.fix is not None
        assert found.help is not None
        said = found.help.render(Lang.EN, **found.facts)
        new = {edit.text.strip(' :[]"') for edit in found.fix.edits}
        assert said.startswith("remove the minus") or all(text in said for text in new)
