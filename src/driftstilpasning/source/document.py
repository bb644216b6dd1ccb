"""A file's text, and the place of any key or value in it.

Parsing is nearly all of ``dt``'s work, so :mod:`.parsing` throws its nodes away, and positions are looked
up again, here, only in a file that has a finding.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode, YAMLError

from driftstilpasning.source.libyaml import compose
from driftstilpasning.source.span import START, Path, Span


class Joined(NamedTuple):
    """A value that a comma has cut: ``{text: one, two}``; ``parts`` became keys without a value."""

    path: Path
    text: str
    span: Span
    parts: tuple[str, ...]
    first_part: Span


_SEPARATED = re.compile(r"\s*[,}]")


class Contents:
    """A text, and what has been asked about it so far: the places of its lines and of its values."""

    def __init__(self, text: str) -> None:
        """Nothing has been asked yet."""
        self.text = text

    @cached_property
    def root(self) -> Node | None:
        """The node of all that it says; None where that is nothing, or cannot be read."""
        try:
            return compose(self.text)
        except YAMLError:
            return None

    @cached_property
    def starts(self) -> list[int]:
        """The index of each line's first character, by the line ends that editors know."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    @cached_property
    def spelt(self) -> frozenset[tuple[int, int]]:
        """Where each key that has its colon, and each text, begins and ends."""
        return frozenset(_spelt(self.root, self.text))

    @cached_property
    def lines(self) -> dict[int, str]:
        """The lines that were asked for: a thousand findings in a line of a megabyte share it."""
        return {}

    @cached_property
    def fields(self) -> dict[int, dict[str, tuple[Node, Node]]]:
        """The fields of each mapping that was asked for one, by the identity of its node: thousands may be."""
        return {}


class Document:
    """The text of one file under its name in the portfolio."""

    __slots__ = ("_source", "name")  # a hundred thousand of them may be waiting to be asked

    def __init__(self, name: str, source: str | Callable[[str], Contents]) -> None:
        """``source`` is the text, or what finds it by the name each time: of many files few are looked at twice."""
        self.name = name
        self._source: str | Contents | Callable[[str], Contents] = source

    @property
    def text(self) -> str:
        """All of it, decoded."""
        return self._source if isinstance(self._source, str) else self._contents.text

    @property
    def _contents(self) -> Contents:
        source = self._source
        if isinstance(source, str):
            self._source = source = Contents(source)
        return source if isinstance(source, Contents) else source(self.name)

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at ``path``, or of its key; of the nearest ancestor where there is none.

        An ancestor is shown by its key, since the value of a mapping may be half the file.
        """
        node = self._contents.root
        found_key: Node | None = None
        for part in path:
            step = self._child(node, part)
            if step is None:
                return self._of(found_key) if found_key is not None else self._first()
            key_node, node = step
            found_key = key_node or node
        if key and found_key is not None:
            return self._of(found_key)
        if node is None:
            return START
        if not isinstance(node, CollectionNode) or node.flow_style:
            empty = node.start_mark.index == node.end_mark.index
            return self._of(found_key) if empty and found_key is not None else self._of(node)
        return self._of(found_key) if found_key is not None else self._first()

    def exact(self, path: Path, *, key: bool = False) -> Span | None:
        """The place of the value at ``path``, or of its key; None where no such value, or none that says anything."""
        node, key_node = self._contents.root, None
        for part in path:
            step = self._child(node, part)
            if step is None:
                return None
            key_node, node = step
        found = key_node if key else node
        return self._of(found) if found is not None and found.start_mark.index < found.end_mark.index else None

    def scalars(self) -> Iterator[Span]:
        """The place of every key and every text, in order."""
        nodes = [self._contents.root]
        while nodes:
            node = nodes.pop()
            if isinstance(node, ScalarNode):
                yield self._of(node)
            elif isinstance(node, MappingNode):
                nodes += [part for pair in reversed(node.value) for part in reversed(pair)]
            elif isinstance(node, SequenceNode):
                nodes += reversed(node.value)

    def spelt(self, span: Span) -> bool:
        """Whether the whole of a key or of a value stands at ``span``, so that other signs there may mean the same.

        What stands in ``{ }`` without a colon may be a key and its value: it is neither.
        """
        return self.indices(span) in self._contents.spelt or any(joined.span == span for joined in self.joined())

    def joined(self) -> Iterator["Joined"]:
        """Each value in ``{ }`` that a comma in it has cut in two or more."""
        if (root := self._contents.root) is not None:
            yield from self._joined(root, ())

    def _joined(self, node: Node, path: Path) -> Iterator["Joined"]:
        if isinstance(node, SequenceNode):
            for i, item in enumerate(node.value):
                yield from self._joined(item, (*path, i))
        if not isinstance(node, MappingNode):
            return
        cut: tuple[str, Node] | None = None
        parts: list[Node] = []
        for key, value in node.value:
            if self.bare(node, key):
                parts.append(key)
                continue
            yield from self._join(path, cut, parts)
            parts = []
            whole = isinstance(value, ScalarNode) and value.value and not value.style
            cut = (key.value, value) if whole else None
            yield from self._joined(value, (*path, key.value))
        yield from self._join(path, cut, parts)

    def _join(self, path: Path, cut: tuple[str, Node] | None, parts: list[Node]) -> Iterator["Joined"]:
        if cut is not None and parts:
            key, value = cut
            start, end = value.start_mark.index, parts[-1].end_mark.index
            text = " ".join(self.text[start:end].split())
            names = tuple(part.value for part in parts)
            yield Joined((*path, key), text, self.place(start, end), names, self._of(parts[0]))

    def bare(self, mapping: MappingNode, key: Node) -> bool:
        """Whether ``key`` stands in ``{ }`` without a colon, as what follows a comma in a text does."""
        return _bare(self.text, mapping, key)

    def line(self, number: int) -> str:
        """The text of one line without its end; empty past the last. The same line is the same string."""
        contents = self._contents
        starts = contents.starts
        if not 1 <= number <= len(starts):
            return ""
        if number not in contents.lines:
            end = starts[number] if number < len(starts) else len(contents.text)
            contents.lines[number] = contents.text[starts[number - 1] : end].rstrip("\r\n")
        return contents.lines[number]

    def written(self, span: Span) -> str:
        """The text at ``span``, as it stands in the file."""
        start, end = self.indices(span)
        return self.text[start:end]

    def indices(self, span: Span) -> tuple[int, int]:
        """The index of the first character of ``span``, and of the first after it; within the text whatever it says."""
        return self._index(span.line, span.column), self._index(span.end_line, span.end_column)

    def place(self, start: int, end: int | None = None) -> Span:
        """The span of the characters from index ``start`` to ``end`` (one character without it)."""
        first = self._position(start)
        return Span(*first, *(self._position(end) if end is not None else (first[0], first[1] + 1)))

    def _position(self, index: int) -> tuple[int, int]:
        starts = self._contents.starts
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def _index(self, line: int, column: int) -> int:
        starts, end = self._contents.starts, len(self._contents.text)
        return min(starts[line - 1] + column - 1, end) if line <= len(starts) else end

    def _first(self) -> Span:
        """The first key of the file: what a finding about the whole file points at."""
        root = self._contents.root
        if isinstance(root, MappingNode) and root.value:
            return self._of(root.value[0][0])
        return START

    def _of(self, node: Node) -> Span:
        return self.place(node.start_mark.index, node.end_mark.index)

    def _child(self, node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
        """The key's node (None in a list) and the value's node under ``part``."""
        if isinstance(node, MappingNode):
            fields = self._contents.fields
            if id(node) not in fields:
                fields[id(node)] = {
                    unicodedata.normalize("NFC", key.value): (key, value)
                    for key, value in node.value
                    if isinstance(key, ScalarNode)
                }
            return fields[id(node)].get(str(part))
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            return None, node.value[part]
        return None


def _bare(text: str, mapping: MappingNode, key: Node) -> bool:
    if not (mapping.flow_style and isinstance(key, ScalarNode) and not key.style):
        return False
    return _SEPARATED.match(text, key.end_mark.index) is not None


def _spelt(root: Node | None, text: str) -> Iterator[tuple[int, int]]:
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarNode):
            yield node.start_mark.index, node.end_mark.index
        elif isinstance(node, MappingNode):
            nodes += [part for pair in node.value for part in pair if not _bare(text, node, pair[0])]
        elif isinstance(node, SequenceNode):
            nodes += node.value
