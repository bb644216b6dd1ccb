"""Faults as municipalities make them, each with what ``dt validate`` says of it.

Every folder here is a portfolio with one fault in it, and begins with the code of the rule that finds it. The files
are those a user would have, byte for byte, so anybody can try them::

    dt validate --portfolio tests/gallery/dt201-desimalkomma

Beside them stands the exact text in three languages. When words are meant to change, write the texts again and
read the difference::

    python -m tests.gallery
"""

from pathlib import Path

from driftstilpasning.text import Lang
from tests.screen import Printed, printed

GALLERY = Path(__file__).parent


def entries() -> list[Path]:
    """The folder of every entry, in the order of the codes."""
    return sorted(plan.parents[1] for plan in GALLERY.glob("*/budgets/plan.yaml"))


def code_of(entry: Path) -> str:
    """The code of the rule that an entry shows."""
    return entry.name.partition("-")[0].upper()


def expected(entry: Path, lang: Lang) -> Path:
    """The file that holds what ``dt validate`` prints of an entry."""
    return entry / f"expected.{lang}.txt"


def validated(entry: Path, lang: Lang) -> Printed:
    """What ``dt validate`` prints of an entry."""
    return printed(["validate", "--portfolio", str(entry), "--lang", lang])
