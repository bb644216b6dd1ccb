"""Replacing what stands at a place in a file: all that is not replaced stays as it was.

Comments, order, layout, line ends and a byte order mark stay. What is edited is saved as UTF-8.
"""

import codecs
import re
from bisect import bisect, insort
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from driftstilpasning.source.document import Document
from driftstilpasning.source.encoding import UTF_8, decode
from driftstilpasning.source.span import Edit, Span

_NAME_ALONE = re.compile(r"\s*[\w-]+:\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Edited(NamedTuple):
    """A file after its edits."""

    raw: bytes
    places: tuple[Span, ...]
    """Where the new texts stand that are more than blanks."""


def edited(raw: bytes, edits: Iterable[Edit]) -> Edited:
    """``raw`` with all of ``edits``, whose places are those of its text as it is decoded.

    Raises:
        ValueError: two edits are about the same place, or ``raw`` is not text.
    """
    text, encoding, _ = decode(raw)
    ordered = sorted(edits)
    if text is None or any(overlap(one.span, other.span) for one, other in pairwise(ordered)):
        message = "not text, or two edits about the same place"
        raise ValueError(message)
    document = Document("", text)
    newline = match[0] if (match := _LINE_END.search(text)) else "\n"
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    kept = length = 0
    for edit in ordered:
        start, end = document.indices(edit.span)
        new = _LINE_END.sub(newline, edit.text)
        parts += [text[kept:start], new]
        length += start - kept + len(new)
        if new.strip():
            starts.append((length - len(new), length))
        kept = end
    after = Document("", "".join([*parts, text[kept:]]))
    mark = codecs.BOM_UTF8 if encoding == UTF_8 and raw.startswith(codecs.BOM_UTF8) else b""
    return Edited(mark + after.text.encode(), tuple(after.place(*place) for place in starts))


def keeps(document: Document, edits: Iterable[Edit]) -> bool:
    r"""Whether all that stands in ``document`` is said after ``edits`` too, spelt otherwise at most.

    Signs between letters and digits may go, and a line that stands there twice may go once. Other letters and digits
    may stand in place of a whole key or a whole value. Nothing may stand in place of a value, or of a key beside one.

    >>> text = Document("", "{efekt: 2, grade3, with: 1 200}\n")
    >>> [keeps(text, [edit]) for edit in (Edit(Span(1, 2, 1, 7), "effect"), Edit(Span(1, 12, 1, 18), "grade"))]
    [True, False]
    >>> [keeps(text, [Edit(Span(1, 26, 1, 31), new)]) for new in ("1200", "")]
    [True, False]
    """
    return all(_keeps(document, edit) for edit in edits)


def _keeps(document: Document, edit: Edit) -> bool:
    old, new = _told(document.written(edit.span)), _told(edit.text)
    if old in new:
        return True
    if not edit.text.strip():
        if _NAME_ALONE.fullmatch(document.written(edit.span)):
            return True
        line = document.written(edit.span).strip()
        return [other.strip() for other in document.text.splitlines()].count(line) > 1
    return document.spelt(edit.span)


def _told(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(filter(str.isalnum, text))


def overlap(one: Span, other: Span) -> bool:
    """Whether edits of the two places would be about the same text; two that insert at one place would.

    >>> overlap(Span(1, 1, 1, 5), Span(1, 5, 1, 9)), overlap(Span(1, 1, 1, 5), Span(1, 4, 1, 4))
    (False, True)
    """
    return one[:2] == other[:2] or (one[:2] < other[2:] and other[:2] < one[2:])


class Places:
    """Places that are to be edited, no two about the same text."""

    def __init__(self) -> None:
        """None yet."""
        self._taken: list[Span] = []

    def take(self, edits: Iterable[Edit]) -> bool:
        """Take the places of ``edits`` together; none, where one of them is taken."""
        spans = [edit.span for edit in edits]
        if any(self._has(span) for span in spans):
            return False
        for span in spans:
            insort(self._taken, span)
        return True

    def _has(self, span: Span) -> bool:
        """Whether one of those taken, which stand in order beside each other, is about the text at ``span``."""
        at = bisect(self._taken, span)
        return any(overlap(span, other) for other in self._taken[max(0, at - 1) : at + 1])
