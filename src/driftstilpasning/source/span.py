"""A path of keys, the place in a text that it leads to, and new text for a place."""

from typing import Final, NamedTuple

Path = tuple[str | int, ...]
"""Keys and the numbers of list items, from the top of a file down to a value."""


class Span(NamedTuple):
    """A place in a text: 1-based lines and columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START: Final = Span(1, 1, 1, 1)


class Edit(NamedTuple):
    """New text in place of what stands at ``span``; where the span is empty, before what follows it."""

    span: Span
    text: str
