"""Plain data as YAML that reads back as itself, here and in readers of YAML 1.1 and 1.2 alike.

Knows YAML and nothing of the domain. A text is written plain where nobody takes it for anything else, and between
quotation marks where somebody would.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from driftstilpasning.text.scalar import looks_like_no_text

Scalar: TypeAlias = str | bool | int | Decimal | date
Value: TypeAlias = Scalar | Sequence["Value"] | Mapping[str, "Value"]
"""What a file can say. A number is no text: ``Decimal(253)`` is written 253, and the text 253 is written "253"."""

STEP: Final = 2
"""How much further in than its name a mapping or list stands in files of our own."""

WIDEST: Final = 120
"""No line is made longer by putting several fields in it."""

_PLAIN = re.compile(
    r"(?:[^\W\d_]|[«(][^\W_]|§ ?[0-9]|[0-9]+[.)]? +[^\W\d_])[^\t\n]*"  # begins with no sign that YAML keeps for itself
    r"|[0-9]{4}-(?:0[1-9]|1[0-2])"  # a month, which is text to every reader
)
_IN_BRACES = re.compile(r"[,\[\]{}:?]")
_YEAR = re.compile(r"[0-9]{4}")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether ``text`` needs no quotation marks; ``flow`` where it stands within braces or brackets.

    >>> [is_plain(text) for text in ("Brei semje", "Nei: for dyrt", "NO", "253", "2013-08", "- a", "10 årsverk")]
    [True, False, False, False, True, False, True]
    >>> is_plain("ja, kanskje"), is_plain("ja, kanskje", flow=True)
    (True, False)
    """
    if _PLAIN.fullmatch(text) is None or looks_like_no_text(text) or text != text.strip():
        return False
    return ": " not in text and " #" not in text and text[-1] != ":" and not (flow and _IN_BRACES.search(text))


def in_marks(text: str, mark: str = '"') -> str:
    r"""``text`` between quotation marks; between double ones where single ones cannot hold it.

    >>> in_marks('Si "nei"'), in_marks("Si «nei»", "'"), in_marks("ei line\ntil", "'")
    ('"Si \\"nei\\""', "'Si «nei»'", '"ei line\\ntil"')
    """
    if mark == "'" and not re.search(r"[\r\n\t]", text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.translate(_ESCAPES) + '"'


def scalar(value: Scalar, *, flow: bool = False) -> str:
    """``value`` on one line, within braces or brackets where ``flow`` says so.

    >>> [scalar(value) for value in (True, Decimal("1200.50"), date(2013, 6, 4), "253")]
    ['true', '1200.5', '2013-06-04', '"253"']
    """
    if isinstance(value, str):
        return value if is_plain(value, flow=flow) else in_marks(value)
    return as_read(value)


def as_read(value: Scalar) -> str:
    """The text that a reader finds where ``value`` is written."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else str(value)


def key(name: str, *, flow: bool = False) -> str:
    """The name of a field, or a year, before its colon."""
    return name if _YEAR.fullmatch(name) else scalar(name, flow=flow)


def in_line(value: Value) -> str:
    """``value`` on one line, its collections within braces and brackets.

    >>> in_line({"annual": 1200, "from": "2013-08"}), in_line(["HO-01", "ro, orden"])
    ('{annual: 1200, from: 2013-08}', '[HO-01, "ro, orden"]')
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key(name, flow=True)}: {in_line(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, Scalar):
        return scalar(value, flow=True)
    return "[" + ", ".join(in_line(inner) for inner in value) + "]"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is laid out."""

    step: int = STEP
    """How much further in the fields of a mapping stand than its name."""
    item: int = STEP
    """How much further in the sign of a list item stands than the name of its list."""
    in_braces: Callable[[Value], bool | None] = lambda _: None
    """Whether the file has collections like this one within braces or brackets; None where it has none like it."""

    def lines(self, before: str, value: Value, margin: int) -> Iterator[str]:
        """The lines of ``value`` after ``before``, a key or the sign of an item that stands ``margin`` in."""
        if isinstance(value, Scalar):
            if isinstance(value, str) and is_block(value):
                yield f"{before} |-"
                yield from (" " * (margin + self.step) * bool(line) + line for line in value.split("\n"))
            else:
                yield f"{before} {scalar(value)}"
        elif self._on_one_line(before, value):
            yield f"{before} {in_line(value)}"
        elif isinstance(value, Mapping):
            yield from self._fields(before, value, margin)
        else:
            yield before
            at = margin + self.item
            for inner in value:
                yield from self.lines(" " * at + "-", inner, at)

    def _fields(self, before: str, value: Mapping[str, Value], margin: int) -> Iterator[str]:
        inside = margin + (2 if before.endswith("-") else self.step)
        fields = ((" " * inside + f"{key(name)}:", inner) for name, inner in value.items())
        lines = [line for name, inner in fields for line in self.lines(name, inner, inside)]
        if before.endswith("-"):
            lines[0] = f"{before} {lines[0].lstrip()}"
        else:
            yield before
        yield from lines

    def _on_one_line(self, before: str, value: Sequence[Value] | Mapping[str, Value]) -> bool:
        if not value:
            return True
        inner = list(value.values()) if isinstance(value, Mapping) else list(value)
        if any(isinstance(one, str) and "\n" in one for one in inner):
            return False
        flat = all(isinstance(one, Scalar) for one in inner)
        liked = self.in_braces(value)
        wanted = flat if liked is None else liked
        return wanted and len(before) + 1 + len(in_line(value)) <= WIDEST


def is_block(text: str) -> bool:
    """Whether ``text`` has several lines that a block can hold as they are, none of them further in."""
    lines = text.split("\n")
    return len(lines) > 1 and all(line == line.strip() for line in lines) and bool(lines[0] and lines[-1])


def document(fields: Mapping[str, Value]) -> str:
    """A whole file of ``fields``, each on lines of its own."""
    manner = Manner()
    return "".join(f"{line}\n" for name, value in fields.items() for line in manner.lines(f"{key(name)}:", value, 0))
