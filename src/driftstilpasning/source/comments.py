"""Where comments stand in a file, and what each is about.

libyaml passes comments over in silence, but says what is text: a ``#`` within a text is no comment.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from yaml import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent, ScalarEvent

from driftstilpasning.source.document import Document
from driftstilpasning.source.libyaml import events
from driftstilpasning.source.parsing import DEEPEST, MOST


class Comment(NamedTuple):
    """A comment from its ``#`` to the end of the line, and the first and last line of what it is about.

    At the end of a line that is the field or list item that begins there, with all that is nested in it; where none
    begins, the innermost that the line is part of. On a line of its own it is the next one; None where none follows.
    """

    start: int
    end: int
    lines: tuple[int, int] | None


_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_ALONE = re.compile(r"[ \t-]*")
"""What may stand before a comment on a line of its own: the sign of a list item may wait for its value."""


def comments(document: Document) -> Iterator[Comment]:
    """Each comment of ``document``, in order.

    Past what cannot be read nobody can say what is text: there, every ``#`` that could begin a comment does.
    """
    text = document.text
    texts, fields = _outline(text)
    lines = sorted({(document.place(start).line, -document.place(end - 1).line) for start, end in fields})
    at = 0
    for start, end in (*texts, (len(text), len(text))):
        for match in _COMMENT.finditer(text, at, start):
            place = document.place(match.start())
            alone = _ALONE.fullmatch(text, match.start() + 1 - place.column, match.start()) is not None
            yield Comment(*match.span(), _about(lines, place.line, alone=alone))
        at = end


def _about(fields: list[tuple[int, int]], line: int, *, alone: bool) -> tuple[int, int] | None:
    """The lines of what a comment on ``line`` is about, among ``fields``: first line, and last line below zero."""
    at = bisect_left(fields, (line + alone,))
    if at < len(fields) and (alone or fields[at][0] == line):
        return fields[at][0], -fields[at][1]
    around = () if alone else range(at - 1, -1, -1)
    return next(((fields[i][0], -fields[i][1]) for i in around if -fields[i][1] >= line), None)


@dataclass(slots=True)
class _Collection:
    """A mapping or list that is being read: where its present field or item begins, and whether the key is read."""

    mapping: bool
    begin: int | None = None
    keyed: bool = False


def _outline(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Start and end of every text, and of every field and list item, as far as ``text`` is YAML that can be read."""
    texts: list[tuple[int, int]] = []
    fields: list[tuple[int, int]] = []
    around: list[_Collection] = []
    last = 0
    try:
        for event in events(text):
            if len(texts) > MOST:
                break
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, NodeEvent) and around and around[-1].begin is None:
                around[-1].begin = start
            if isinstance(event, CollectionStartEvent):
                around.append(_Collection(isinstance(event, MappingStartEvent)))
                if len(around) > DEEPEST:
                    break
                continue
            if isinstance(event, CollectionEndEvent):
                around.pop()
                last = end if start < end else last  # where a block ends, nothing stands
            elif isinstance(event, ScalarEvent) and start < end:
                block = event.style in ("|", ">")
                texts.append((_after_line(text, start) if block else start, end))
                last = start + len(text[start:end].rstrip()) if block else end
            if around:
                fields += _finished(around[-1], last)
    except YAMLError:
        pass
    return texts, fields


def _finished(collection: _Collection, last: int) -> Iterator[tuple[int, int]]:
    """The field or item of ``collection`` that what was just read has made complete, if any."""
    if collection.mapping and not collection.keyed:
        collection.keyed = True
    elif collection.begin is not None:
        yield collection.begin, max(last, collection.begin + 1)
        collection.begin, collection.keyed = None, False


def _after_line(text: str, index: int) -> int:
    """Where the line of ``index`` ends: a block of text may have a comment after the sign that begins it."""
    return next((i for i in range(index, len(text)) if text[i] in "\r\n"), len(text))
