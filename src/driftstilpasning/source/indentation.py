"""Indentation with tabs, as spaces: only where the width of a tab makes no difference."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml import YAMLError
from yaml.error import MarkedYAMLError

from driftstilpasning.source.document import Document
from driftstilpasning.source.libyaml import events
from driftstilpasning.source.span import Edit

_WIDTHS = (2, 4, 8)
"""How wide programs show a tab, the width of a level in these files first."""

_INDENTED = re.compile(r"^(?=[ \t-]*\t)[ \t]*(?:-[ \t]+)*(?=\S)", re.MULTILINE)
_BLANK = re.compile(r"^[ ]*\t[ \t]*(?=\r?$)", re.MULTILINE)
"""A line of mere white space with a tab in it, which says nothing and cannot be read."""


class _Heard(NamedTuple):
    """How far a text can be read, and what it says so far."""

    line: float
    said: list[tuple[Any, ...]]


def without_tabs(document: Document) -> tuple[Edit, ...]:
    """Spaces for each tab that indents a line; none where two widths of a tab would say two things."""
    text = _BLANK.sub("", document.text)
    heard = {width: _hear(_INDENTED.sub(lambda found: found[0].expandtabs(width), text)) for width in _WIDTHS}  # noqa: B023
    furthest = max(one.line for one in heard.values())
    best = [width for width in _WIDTHS if heard[width].line == furthest]
    if any(heard[width].said != heard[best[0]].said for width in best):
        return ()
    blank = [Edit(document.place(*found.span()), "") for found in _BLANK.finditer(document.text)]
    indented = [
        Edit(document.place(found.start() + index, found.start() + index + 1), spaces)
        for found in _INDENTED.finditer(document.text)
        for index, spaces in _spaces(found[0], best[0])
    ]
    return tuple(sorted((*blank, *indented), key=lambda edit: edit.span))


def _spaces(indentation: str, width: int) -> Iterator[tuple[int, str]]:
    """The index of each tab, and the spaces that reach as far."""
    for index, sign in enumerate(indentation):
        if sign == "\t":
            column = len(indentation[:index].expandtabs(width))
            yield index, " " * (width - column % width)


def _hear(text: str) -> _Heard:
    said: list[tuple[Any, ...]] = []
    try:
        for event in events(text):
            said.append((type(event), getattr(event, "value", None), getattr(event, "style", None)))  # noqa: PERF401  # up to an error
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        return _Heard(mark.line if mark is not None else 0, said)
    return _Heard(float("inf"), said)
