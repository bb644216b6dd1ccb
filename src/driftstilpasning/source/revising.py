"""Another value for a field of a file: all that is not about that field stays as it was, to the byte.

Knows YAML and nothing of the domain. A value changes where it stands, in quotation marks or a block if it stood in
one. A field that is not there is put where it comes in the order of its mapping, and looks as its like in the file.
Where a field goes, its lines go, with the comments at their end; a comment on a line of its own stays, for it may tell
why, and nobody can write it again. Files can be laid out in ways that nobody has thought of here, so whoever calls
reads the result.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from driftstilpasning.source.comments import Comment, comments
from driftstilpasning.source.difference import Change, Insert, Order, Put, Remove, Step, steps
from driftstilpasning.source.document import Document
from driftstilpasning.source.edit import edited
from driftstilpasning.source.encoding import decode
from driftstilpasning.source.libyaml import compose
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.span import Edit, Path, Span
from driftstilpasning.source.writing import STEP, Manner, Value, in_line, in_marks, is_block, is_plain, key


class UnclearLayoutError(Exception):
    """The file is written in a way that no edit of a field in it is sure to do right."""


def revised(raw: bytes, changes: Iterable[Change], order: Order, bound: re.Pattern[str]) -> bytes:
    """``raw``, which can be read, with ``changes``, one after the other.

    A comment that ``bound`` matches is about the field below it alone, and goes with it.

    Raises:
        NoSuchPlaceError: there is no place for one of the changes.
        UnclearLayoutError: one of them cannot be made in this file.
        YAMLError: what was made of the file cannot be read.
    """
    for change in changes:
        for step in steps(parse("", raw).data, change, order):
            raw = edited(raw, _File(decode(raw).text or "", bound).edits(step, order)).raw
    return raw


class _Found(NamedTuple):
    """A value, the key it stands under (none in a list), and what it stands in."""

    value: Node
    key: Node | None
    parent: Any
    flow: bool
    """Whether it stands within braces or brackets."""


_BREAK = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"(?<=[^ \t\n]) (?=[^- \t\n?:#&*!|>%@`'\"{}\[\],])")
"""Where a text may be broken into lines: one space, and after it no sign that means something first in a line."""

_NARROWEST: Final = 60
"""A text over several lines is not made narrower than this."""


class _File:
    """A file that can be read, and the edits that make it say something else."""

    def __init__(self, text: str, bound: re.Pattern[str]) -> None:
        self._text = text
        self._document = Document("", text)
        self._root = compose(text)
        self._bound = bound

    def edits(self, step: Step, order: Order) -> list[Edit]:
        """The edits of one step."""
        if isinstance(step, Insert):
            return [self._inserted(self._at(step.path), step.number, step.value)]
        if isinstance(step, Remove):
            return list(self._removed(self._at(step.path)))
        found = self._find(step.path)
        if found is not None:
            return self._replaced(found, step)
        return self._added(self._at(step.path[:-1]), step, order(step.path[:-1]))

    # Where things are

    def _find(self, path: Path) -> _Found | None:
        assert self._root is not None  # noqa: S101  # what can be read has one
        found = _Found(self._root, None, None, flow=False)
        for part in path:
            parent = found.value
            flow = found.flow or (isinstance(parent, CollectionNode) and bool(parent.flow_style))
            if isinstance(parent, MappingNode):
                fields = ((name, value) for name, value in parent.value if _called(name, part))
                name, value = next(fields, (None, None))
                if value is None:
                    return None
                found = _Found(value, name, parent, flow)
            elif isinstance(parent, SequenceNode) and isinstance(part, int) and part < len(parent.value):
                found = _Found(parent.value[part], None, parent, flow)
            else:
                return None
        return found

    def _at(self, path: Path) -> _Found:
        found = self._find(path)
        if found is None:
            raise UnclearLayoutError
        return found

    def _begin(self, found: _Found) -> int:
        """Where a field or an item begins: at its key, or at the sign of the item."""
        if found.key is not None or found.flow or found.parent is None:
            return _start(found.key or found.value)
        before = max((self._end(one) for one in found.parent.value if _start(one) < _start(found.value)), default=0)
        signs = re.compile("-").finditer(self._text, max(before, _start(found.parent)), _start(found.value))
        for sign in signs:
            if not any(one.start <= sign.start() < one.end for one in self._comments):
                return sign.start()
        raise UnclearLayoutError

    def _head(self, found: _Found) -> int:
        """The index after the colon of a field, or after the sign of an item."""
        if found.key is None:
            return self._begin(found) + 1
        index = self._text.find(":", _end(found.key))
        if self._text[_end(found.key) : index].strip():
            raise UnclearLayoutError
        return index + 1

    def _end(self, node: Node) -> int:
        """The index after what a node says: a block ends where its last text does."""
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            return _start(node) + len(self._text[_start(node) : _end(node)].rstrip())
        if isinstance(node, CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, MappingNode) else last)
        return _end(node)

    def _line(self, index: int) -> int:
        return self._document.place(index).line

    def _column(self, index: int) -> int:
        """How many characters stand before ``index`` in its line."""
        return self._document.place(index).column - 1

    def _line_start(self, index: int) -> int:
        return index - self._column(index)

    def _line_end(self, index: int) -> int:
        match = _BREAK.search(self._text, index)
        return match.start() if match is not None else len(self._text)

    def _text_end(self, index: int) -> int:
        """Where the text of the line of ``index`` ends from there on, before a comment and the blanks before that."""
        line_end = self._line_end(index)
        end = min((one.start for one in self._comments if index <= one.start < line_end), default=line_end)
        return index + len(self._text[index:end].rstrip())

    def _first_in_line(self, index: int) -> bool:
        return not self._text[self._line_start(index) : index].strip()

    @cached_property
    def _comments(self) -> tuple[Comment, ...]:
        return tuple(comments(self._document))

    @cached_property
    def _alone(self) -> Mapping[int, Comment]:
        """The comments on lines of their own, under the numbers of those lines."""
        return {self._line(one.start): one for one in self._comments if self._first_in_line(one.start)}

    # What is done

    def _edit(self, start: int, end: int, text: str) -> Edit:
        """``text`` in place of what stands from ``start`` to ``end``, where no comment may be."""
        if any(start <= comment.start < end for comment in self._comments):
            raise UnclearLayoutError
        return Edit(self._document.place(start, end), text)

    def _below(self, index: int, margin: int, lines: Iterable[str]) -> Edit:
        """``lines`` under the line of ``index`` and the comments below it that stand further in than ``margin``."""
        end, number = self._line_end(index), self._line(index) + 1
        while (comment := self._alone.get(number)) is not None and self._column(comment.start) > margin:
            end, number = self._line_end(comment.start), number + 1
        return self._edit(end, end, "".join(f"\n{line}" for line in lines))

    def _without_lines(self, numbers: Iterable[int]) -> Iterator[Edit]:
        """Without the lines that have ``numbers``, but for comments on lines of their own."""
        return (Edit(Span(number, 1, number + 1, 1), "") for number in numbers if number not in self._alone)

    def _without_field(self, start: int, end: int) -> Iterator[Edit]:
        """Without the lines of a field from ``start`` to ``end``, and without the comments that are bound to it."""
        first, last = self._line(start), self._line(end - 1)
        yield from self._without_lines(range(first, last + 1))
        if self._follows_block(start):  # a comment that is as far in would become part of that text
            margin = self._column(start)
            for kept in (self._alone[number] for number in range(first, last + 1) if number in self._alone):
                outer = self._line_start(kept.start) + margin
                if outer < kept.start:
                    yield Edit(self._document.place(outer, kept.start), "")
        while (comment := self._alone.get(first - 1)) and self._bound.match(self._text, comment.start):
            first -= 1
            yield Edit(Span(first, 1, first + 1, 1), "")

    def _follows_block(self, index: int) -> bool:
        """Whether nothing stands between a text in a block and the line of ``index``."""
        texts = (text for node in self._nodes for text in _inside(node) if isinstance(text, ScalarNode))
        ends = (self._end(text) for text in texts if text.style in ("|", ">"))
        return any(end <= index and not self._text[end : self._line_start(index)].strip() for end in ends)

    def _replaced(self, found: _Found, step: Put) -> list[Edit]:
        """Another value where one stands."""
        node, value = found.value, step.value
        if isinstance(value, str) and isinstance(node, ScalarNode):
            return [self._text_replaced(found, node, value)]
        start, end = _start(node), self._end(node)
        collection = isinstance(node, CollectionNode)
        if found.flow or not (collection or isinstance(value, Mapping | list)):
            return [self._edit(start, end, in_line(value))]
        if found.key is None:
            raise UnclearLayoutError
        head, margin = self._head(found), self._column(self._begin(found))
        before = self._text[self._line_start(head) : head]
        first, *rest = self._manner(like=node, value=value).lines(before, value, margin)
        below = range(self._line(head) + 1, self._line(end - 1) + 1)
        text_end, line_end = self._text_end(head) if below else end, self._line_end(head)
        beside, under = first.removeprefix(before), _after_break(rest)
        if text_end == line_end:
            edits = [self._edit(head, line_end, beside + under)]
        else:
            edits = [self._edit(head, text_end, beside), self._edit(line_end, line_end, under)]
        return [*edits, *self._without_lines(below)]

    def _added(self, found: _Found, step: Put, known: Sequence[str]) -> list[Edit]:
        """A field where there is none."""
        node, name, value = found.value, str(step.path[-1]), step.value
        if not isinstance(node, MappingNode):
            raise UnclearLayoutError
        at = _place(name, [str(one.value) for one, _ in node.value], known)
        if node.flow_style:
            spans = [(_start(one), _end(inner)) for one, inner in node.value]
            return self._in_braces(node, spans, at, f"{key(name, flow=True)}: {in_line(value)}")
        first, margin = _start(node.value[0][0]), self._column(_start(node.value[0][0]))
        lines = self._manner().lines(" " * margin + f"{key(name)}:", value, margin)
        if at:
            return [self._below(self._end(node.value[at - 1][1]), margin, lines)]
        return [self._on_top(found, first, margin, lines)]

    def _inserted(self, found: _Found, at: int, value: Value) -> Edit:
        """An item where there is none."""
        node = found.value
        if not isinstance(node, SequenceNode):
            raise UnclearLayoutError
        if node.flow_style:
            spans = [(_start(one), _end(one)) for one in node.value]
            return self._in_braces(node, spans, at, in_line(value))[0]
        margin = self._column(_start(node))
        lines = self._manner().lines(" " * margin + "-", value, margin)
        if at:
            return self._below(self._end(node.value[at - 1]), margin, lines)
        return self._on_top(found, _start(node), margin, lines)

    def _on_top(self, found: _Found, first: int, margin: int, lines: Iterable[str]) -> Edit:
        """``lines`` before the first field or item of a block, which begins at ``first``."""
        if found.key is not None:
            end = self._line_end(self._head(found))
            return self._edit(end, end, _after_break(lines))
        text = "".join(f"{line}\n" for line in lines).lstrip(" ")
        return self._edit(first, first, text + " " * margin)

    def _in_braces(self, node: Node, spans: Sequence[tuple[int, int]], at: int, text: str) -> list[Edit]:
        """``text`` before the item of a collection within braces or brackets that has the number ``at``."""
        if not spans:
            return [self._edit(_start(node) + 1, _end(node) - 1, text)]
        own_lines = self._on_own_lines(node, spans)
        if at == 0:
            first = spans[0][0]
            space = "\n" + " " * self._column(first) if own_lines else " "
            return [self._edit(first, first, f"{text},{space}")]
        before, line_end = spans[at - 1][1], self._line_end(spans[at - 1][1])
        if not own_lines:
            return [self._edit(before, before, f", {text}")]
        new_line = "\n" + " " * self._column(spans[at - 1][0]) + text
        if self._text[before:line_end].lstrip().startswith(","):
            return [self._edit(line_end, line_end, f"{new_line},")]
        if before == line_end:
            return [self._edit(before, before, f",{new_line}")]
        return [self._edit(before, before, ","), self._edit(line_end, line_end, new_line)]

    def _on_own_lines(self, node: Node, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether each item stands on a line of its own, and the braces on others."""
        lines = [self._line(start) for start, _ in spans]
        ends = [self._line(end - 1) for _, end in spans]
        after = [*lines[1:], self._line(_end(node) - 1)]
        apart = all(end < next_one for end, next_one in zip(ends, after, strict=True))
        return apart and all(self._first_in_line(start) for start, _ in spans)

    def _removed(self, found: _Found) -> Iterator[Edit]:
        """Without a field or an item; there are others in its mapping or list."""
        parent = found.parent
        begin, end = self._begin(found), self._end(found.value)
        both = isinstance(parent, MappingNode)
        parts = [(_start(one[0]), self._end(one[1])) if both else (_start(one), self._end(one)) for one in parent.value]
        at = next(i for i, (start, _) in enumerate(parts) if start == _start(found.key or found.value))
        if found.flow:
            if self._on_own_lines(parent, parts):
                yield from self._without_field(begin, end)
            elif at:
                yield self._edit(parts[at - 1][1], end, "")
            else:
                yield self._edit(begin, parts[1][0], "")
        elif self._first_in_line(begin):
            yield from self._without_field(begin, end)
        elif at == 0:  # the first field of an item: the next one moves up to the sign of the item
            yield self._edit(begin, parts[1][0], "")
        else:
            raise UnclearLayoutError

    # How things are written

    def _text_replaced(self, found: _Found, node: ScalarNode, value: str) -> Edit:
        """Another text where one stands, in the same manner where that can hold it."""
        start, end = _start(node), self._end(node)
        old, style = self._text[start:end], node.style
        if style in ("|", ">"):
            body = self._block(old, value, folded=style == ">")
            if body is not None:
                header = self._line_end(start)
                return self._edit(header, end, body)
            return self._edit(start, end, in_marks(value))
        if style not in ("'", '"') and "\n" in value:
            margin = self._column(self._begin(found)) + self._manner().step
            if not found.flow and is_block(value) and not self._text[end : self._line_end(end)].strip():
                return self._edit(start, end, "|-" + _after_break(_indented(value.split("\n"), margin)))
            return self._edit(start, end, in_marks(value))
        if style in ("'", '"'):
            new = in_marks(value, style)
        else:
            new = value if is_plain(value, flow=found.flow) else in_marks(value)
        if "\n" in old and "\\n" not in new:
            new = "\n".join(self._wrapped(start, old, new))
        return self._edit(start, end, new)

    def _block(self, old: str, value: str, *, folded: bool) -> str | None:
        """What stands below the sign of a block; None where a block cannot hold ``value`` as it is."""
        _, *content = _BREAK.split(old)
        margin = min((len(line) - len(line.lstrip(" ")) for line in content if line.strip()), default=0)
        lines = value.rstrip("\n").split("\n")
        if not margin or not lines[0] or any(line.startswith((" ", "\t")) for line in (lines if folded else lines[:1])):
            return None
        if folded:
            if any(line != line.strip() for line in lines):
                return None
            width = max(_NARROWEST, *map(len, content)) - margin
            before = [line.strip() for line in content]
            paragraphs = re.split(r"(\n+)", value.rstrip("\n"))
            filled = ([""] * len(one) if one[0] == "\n" else _filled(one, before, width) for one in paragraphs)
            lines = [line for one in filled for line in one]
        return _after_break(_indented(lines, margin))

    def _wrapped(self, start: int, old: str, new: str) -> Iterator[str]:
        """``new`` over several lines, as ``old`` is that begins at ``start``."""
        first, *others = _BREAK.split(old)
        margin = next((len(line) - len(line.lstrip(" ")) for line in others if line.strip()), 0)
        width = max(_NARROWEST, self._column(start) + len(first), *map(len, others)) - margin
        hanging = self._column(start) - margin
        top, *rest = _filled(new, [first.strip(), *(line.strip() for line in others)], width, hanging)
        yield top
        yield from _indented(rest, margin)

    def _manner(self, like: Node | None = None, value: Value | None = None) -> Manner:
        """How this file is laid out; ``value`` is to look as the collection ``like`` that it takes the place of."""
        replaced = bool(like.flow_style) if isinstance(like, CollectionNode) else None

        def in_braces(one: Value) -> bool | None:
            return replaced if one is value and replaced is not None else self._like(one)

        return Manner(self._steps[0], self._steps[1], in_braces)

    @cached_property
    def _steps(self) -> tuple[int, int]:
        """How much further in than its name a mapping stands, and a list, where the file has one."""
        found: dict[type[Node], int] = {}
        for parent in self._nodes:
            if not isinstance(parent, MappingNode) or parent.flow_style:
                continue
            for name, inner in parent.value:
                if isinstance(inner, CollectionNode) and not inner.flow_style:
                    found.setdefault(type(inner), self._column(_start(inner)) - self._column(_start(name)))
        return found.get(MappingNode, STEP), found.get(SequenceNode, STEP)

    @cached_property
    def _nodes(self) -> Sequence[CollectionNode]:
        """All mappings and lists; the first is the file itself."""
        nodes: list[Any] = [self._root]
        for node in nodes:
            nodes += [one for one in _inside(node) if isinstance(one, CollectionNode)]
        return nodes

    def _like(self, value: Value) -> bool | None:
        """Whether the collection of this file that is most like ``value`` stands within braces or brackets."""
        traits = _traits(value)
        likeness = [(len(traits & _traits(node)), node) for node in self._nodes[1:]]
        best = max(likeness, key=lambda pair: pair[0], default=(0, None))
        return bool(best[1].flow_style) if best[1] is not None and best[0] else None


def _start(node: Node) -> int:
    index: int = node.start_mark.index
    return index


def _end(node: Node) -> int:
    index: int = node.end_mark.index
    return index


def _inside(node: Any) -> Iterable[Node]:
    """The values in a mapping or list."""
    return (one for _, one in node.value) if isinstance(node, MappingNode) else node.value


def _called(name: Node, part: str | int) -> bool:
    return isinstance(name, ScalarNode) and unicodedata.normalize("NFC", name.value) == str(part)


def _after_break(lines: Iterable[str]) -> str:
    return "".join(f"\n{line}" for line in lines)


def _indented(lines: Iterable[str], margin: int) -> Iterator[str]:
    return (" " * margin + line if line else "" for line in lines)


def _traits(value: Any) -> set[str]:
    """What collections that are alike have in common: the names of their fields, or that they hold such."""
    if isinstance(value, MappingNode):
        names = [name.value for name, _ in value.value]
    elif isinstance(value, Mapping):
        names = list(value)
    else:
        inner = value.value if isinstance(value, SequenceNode) else value
        return {f"- {isinstance(one, Mapping | MappingNode)}" for one in inner}
    return {"(year)" if name.isdigit() else name for name in names}


def _place(name: str, present: Sequence[str], known: Sequence[str]) -> int:
    """The number of the field that ``name`` comes before: after the nearest of those that come before it in order."""
    if name.isdigit():
        before = [one for one in present if one.isdigit() and one < name]
        return present.index(max(before)) + 1 if before else 0
    if name not in known:
        return len(present)
    before = [one for one in present if one in known and known.index(one) < known.index(name)]
    return present.index(max(before, key=known.index)) + 1 if before else 0


def _filled(text: str, lines: Sequence[str], width: int, hanging: int = 0) -> list[str]:
    """``text`` in lines of ``width``, the first ``hanging`` shorter; it begins with as many of ``lines`` as it can."""
    kept: list[str] = []
    for line in lines:
        if not line or not text.startswith(f"{line} ") or not _SPACE.match(text, len(line)):
            break
        kept.append(line)
        text = text[len(line) + 1 :]
    new: list[str] = []
    for word in _SPACE.split(text):
        room = width if kept or len(new) > 1 else width - hanging
        if new and len(new[-1]) + 1 + len(word) <= room:
            new[-1] += f" {word}"
        else:
            new.append(word)
    return kept + new
