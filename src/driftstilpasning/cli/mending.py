"""``dt validate --fix`` and ``--diff``: what can be mended is written, or shown."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from driftstilpasning.cli.session import Session
from driftstilpasning.text import Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
    from driftstilpasning.checking.fixing import Mended, Mending
    from driftstilpasning.output.changes import Written
    from driftstilpasning.source.tree import FolderTree

NOT_WRITTEN: Final = 2
"""The exit code where a file could not be written."""

_FIXED = Text(
    nb="rettet {mended} i {files}; {left} står igjen",
    nn="retta {mended} i {files}; {left} står att",
    en="fixed {mended} in {files}; {left} left",
)
_WOULD_FIX = Text(
    nb="--fix retter {mended} i {files}; {left} blir stående",
    nn="--fix rettar {mended} i {files}; {left} vert ståande",
    en="--fix would fix {mended} in {files}; {left} would be left",
)
_NOTHING = Text(
    nb="ingenting å rette; {left} står igjen",
    nn="ingenting å rette; {left} står att",
    en="nothing to fix; {left} left",
)
_MENDED = (
    Text(nb="{n} feil", nn="{n} feil", en="{n} finding"),
    Text(nb="{n} feil", nn="{n} feil", en="{n} findings"),
)
_NONE = Text(nb="ingen", nn="ingen", en="none")


def show(mending: "Mending", session: Session, left: int) -> int:
    """Show the changes on stdout, and on stderr how many findings they mend; 1 where there are any."""
    from driftstilpasning.output.changes import diff

    session.write(diff(mending.files, session.screen()))
    _say(session, _WOULD_FIX, mending.files, left)
    return int(bool(mending.files))


def write(mending: "Mending", session: Session, tree: "FolderTree") -> "Written":
    """Write the changes, and say on stderr why a file was not written."""
    from driftstilpasning.output import changes

    written = changes.write(mending.files, tree)
    for failure in written.failures:
        session.complain(f"dt: {failure.render(session.lang)}")
    return written


def tell(written: "Written", session: Session, left: int) -> None:
    """Say how many findings were mended, and how many are left."""
    _say(session, _FIXED, written.files, left)


def _say(session: Session, words: Text, files: "Sequence[Mended]", left: int) -> None:
    rest = Decimal(left) if left else _NONE
    if files:
        mended = counted(sum(file.count for file in files), *_MENDED)
        session.say(words, mended=mended, files=counted(len(files), *COUNTED["file"]), left=rest)
    else:
        session.say(_NOTHING, left=rest)
