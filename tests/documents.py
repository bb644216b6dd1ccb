"""A portfolio written in a test's docstring, as a user would write it.

One measure a line, ``measures/a.yaml: {annual…}``, or whole files under headers ``# measures/a.yaml``.
A measure without an id goes by its file's name; other required fields that are left out are filled in.
"""

import re
import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from driftstilpasning.model.money import Money, Unit
from driftstilpasning.source.tree import PLAN, MemoryTree
from tests.rules.examples import split, tree

ROOT = Path(__file__).parents[1]
PORTFOLIOS = (ROOT, *sorted(path.parents[1] for path in ROOT.glob("examples/*/budgets/plan.yaml")))
"""The portfolios of this repository: Øygarden and the published examples."""

_ENTRY = re.compile(r"^((?:measures|budgets)/\S+\.yaml): (?=\{)", re.MULTILINE)


def document(text: str) -> MemoryTree:
    """The files that ``text`` describes, whole."""
    text = textwrap.dedent(text).strip("\n ") + "\n"
    if _ENTRY.match(text):
        _, *parts = _ENTRY.split(text)
        text = "".join(f"# {name}\n{_block(fields)}" for name, fields in zip(parts[::2], parts[1::2], strict=True))
    for name, content in split(text).items():
        if name != PLAN and isinstance(content, str) and not re.search(r"^id:", content, re.MULTILINE):
            header = f"# {name}\n"
            text = text.replace(header, f"{header}id: {Path(name).stem.upper()}\n", 1)
    return tree(text)


def described(test: Callable[..., object]) -> MemoryTree:
    """The files that a test's docstring describes."""
    return document(test.__doc__ or "measures/a.yaml: {}")


def write(files: MemoryTree, folder: Path) -> Path:
    """``files`` in a folder of the disk."""
    for name, content in files.contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else str(content).encode())
    return folder


def thousands(amount: Money) -> int | Decimal:
    """``amount`` in the unit of the examples: an integer where whole."""
    exact = Unit.THOUSAND.decimal(amount)
    return int(exact) if exact == int(exact) else exact


def _block(fields: str) -> str:
    """The fields of a one-line mapping, each on a line of its own, spelt as they were."""
    inner = fields.strip()[1:-1]
    return "".join(f"{field.strip()}\n" for field in _at_commas(inner) if field.strip())


def _at_commas(text: str) -> Iterator[str]:
    depth, start, quote = 0, 0, ""
    for i, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"" and text[i - 1 : i] in (" ", "", "{", "["):
            quote = sign
        elif sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        elif sign == "," and depth == 0:
            yield text[start:i]
            start = i + 1
    yield text[start:]
