"""Whole outputs beside whole portfolios.

Each folder here is a portfolio with texts beside it: ``summarize.nn.txt`` is what ``dt summarize --lang nn``
prints of it in 80 columns, and ``validate.concise.nb.txt`` what ``dt validate --output-format concise --lang nb``
does. When an output is meant to change, write the texts again and read the difference::

    python -m tests.cases
"""

from collections.abc import Iterator
from pathlib import Path

from driftstilpasning.output.diagnostics import FORMATS
from tests.screen import printed

CASES = Path(__file__).parent


def expected() -> Iterator[Path]:
    """Every text that stands beside a portfolio."""
    return iter(sorted(CASES.glob("*/*.txt")))


def shown(path: Path) -> str:
    """What ``dt`` prints where ``path`` says what it should, and its exit code."""
    command, *manner, lang, _ = path.name.split(".")
    options = {"plain": ["--plain"], **{form: ["--output-format", form] for form in FORMATS}}
    arguments = [*command.split("-", 1), *(word for name in manner for word in options[name])]
    out, err, code = printed([*arguments, "--portfolio", str(path.parent), "--lang", lang])
    return f"{out}--- stderr ---\n{err}--- exit {code} ---\n"
