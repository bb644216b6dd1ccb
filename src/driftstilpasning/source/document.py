"""A file's text, what it says, and the place of any key or value in it.

Knows YAML and nothing of the domain. Scalars keep the text they were written with: a plain one is
``str``, a quoted one :class:`~driftstilpasning.text.scalar.Quoted`, an absent one ``EMPTY``.
Parsing is nearly all of ``dt``'s work, so nodes are thrown away and positions are looked up again
only in a file that has a finding.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple

from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # made for subclassing, if not exported
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from driftstilpasning.source import syntax
from driftstilpasning.text.scalar import EMPTY, Quoted

LARGEST: Final = 1 << 20
"""No file is larger than a mebibyte: a measure is a page of text."""

DEEPEST: Final = 32
"""No value lies deeper. The C library's recursion would otherwise end the interpreter at about 30,000."""

Path = tuple[str | int, ...]


class Span(NamedTuple):
    """A place in a text: 1-based lines and columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START: Final = Span(1, 1, 1, 1)


class Joined(NamedTuple):
    """A value that a comma has cut: ``{text: one, two}``; ``parts`` became keys without a value."""

    path: Path
    text: str
    span: Span
    parts: tuple[str, ...]
    first_part: Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file itself; ``name`` is the name of the rule that has the words for it."""

    name: str
    span: Span
    facts: dict[str, Any] = field(default_factory=dict)


_SEPARATED = re.compile(r"\s*[,}]")


class _Parser(CParser):
    """libyaml with tag resolution switched off: types come from the schema, not the spelling."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        return ""

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass
class Document:
    """The text of one file under its name in the portfolio."""

    name: str
    text: str

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at ``path``, or of its key; of the nearest ancestor where there is none.

        An ancestor is shown by its key, since the value of a mapping may be half the file.
        """
        node = self._root
        found_key: Node | None = None
        for part in path:
            step = _child(node, part)
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

    def plain(self, path: Path) -> bool:
        """Whether a scalar stands at ``path`` without quotation marks."""
        node = self._root
        for part in path:
            step = _child(node, part)
            if step is None:
                return False
            node = step[1]
        return isinstance(node, ScalarNode) and not node.style

    def joined(self) -> Iterator["Joined"]:
        """Each value in ``{ }`` that a comma in it has cut in two or more."""
        if self._root is not None:
            yield from self._joined(self._root, ())

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
        if not (mapping.flow_style and isinstance(key, ScalarNode) and not key.style):
            return False
        return _SEPARATED.match(self.text, key.end_mark.index) is not None

    def line(self, number: int) -> str:
        """The text of one line without its end; empty past the last."""
        starts = self._starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def place(self, start: int, end: int | None = None) -> Span:
        """The span of the characters from index ``start`` to ``end`` (one character without it)."""
        first = self._position(start)
        return Span(*first, *(self._position(end) if end is not None else (first[0], first[1] + 1)))

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def _first(self) -> Span:
        """The first key of the file: what a finding about the whole file points at."""
        if isinstance(self._root, MappingNode) and self._root.value:
            return self._of(self._root.value[0][0])
        return START

    def _of(self, node: Node) -> Span:
        return self.place(node.start_mark.index, node.end_mark.index)

    @cached_property
    def _starts(self) -> list[int]:
        """The index of each line's first character, by the line ends that editors know."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    @cached_property
    def _root(self) -> Node | None:
        try:
            return _Parser(self.text).get_single_node()
        except YAMLError:
            return None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file said: data, or the faults that kept it from being read.

    ``data`` is None exactly when a fault makes the file unreadable; a file can be read and still have
    a fault worth a warning.
    """

    document: Document
    data: Any
    faults: tuple[Fault, ...] = ()


def parse(name: str, raw: bytes) -> Parsed:
    """Read one file. Never raises, whatever the bytes."""
    if len(raw) > LARGEST:
        return Parsed(Document(name, ""), None, (Fault("too-large", START, {"limit": LARGEST >> 20}),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _undecodable(name, raw)
    document = Document(name, text)
    if (fault := _before_parsing(document)) is not None:
        return Parsed(document, None, (fault,))
    try:
        root = _Parser(text).get_single_node()
    except YAMLError as error:
        return Parsed(document, None, (_explain(document, error),))
    if root is None or (type(root) is ScalarNode and not root.value and not root.style):
        return Parsed(document, None, (Fault("empty-file", START),))
    faults: list[Fault] = []
    if type(root) is not MappingNode:
        faults.append(Fault("not-a-mapping", document.place(root.start_mark.index)))
        return Parsed(document, None, tuple(faults))
    warning = None if unicodedata.is_normalized("NFC", text) else _compose(root, document)
    data = _build(root, document, faults)
    if faults:
        return Parsed(document, None, tuple(faults))
    return Parsed(document, data, (warning,) if warning is not None else ())


def _build(node: Any, document: Document, faults: list[Fault]) -> Any:
    kind = type(node)
    if kind is ScalarNode:
        return _quoted(node, document, faults) if node.style else node.value or EMPTY
    if kind is SequenceNode:
        return [_build(child, document, faults) for child in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            faults.append(Fault("key-not-text", document.place(key.start_mark.index)))
        elif type(value) is ScalarNode:  # as above: half of all nodes, worth not calling for
            mapping[key.value] = _quoted(value, document, faults) if value.style else value.value or EMPTY
        else:
            mapping[key.value] = _build(value, document, faults)
    if len(mapping) < len(node.value):
        faults.extend(_twice(node, document))
    return mapping


def _quoted(node: ScalarNode, document: Document, faults: list[Fault]) -> Quoted:
    """The text in quotation marks, or in a block; a mark left open may find its end in a later field."""
    start, end = node.start_mark, node.end_mark
    several = start.line != end.line and node.style in "'\""
    if several and syntax.swallows(document.text, start.index, end.index):
        faults.append(Fault("unclosed-quote", document.place(start.index)))
    return Quoted(node.value)


def _twice(node: MappingNode, document: Document) -> Iterator[Fault]:
    """The keys of a mapping that stand there a second time, each at its later place.

    ``{2013: 2,9, 2014: 3,9}`` has two ``9`` that no one meant as keys: the model says what is wrong.
    """
    first: dict[str, Node] = {}
    for key, _ in node.value:
        if document.bare(node, key):
            continue
        if isinstance(key, ScalarNode) and first.setdefault(key.value, key) is not key:
            span = document.place(key.start_mark.index, key.end_mark.index)
            line = document.place(first[key.value].start_mark.index).line
            yield Fault("duplicate-key", span, {"key": key.value, "first": line})


def _compose(node: Node, document: Document) -> Fault | None:
    """Put every letter and its accent in one character, so that ids compare; the first text that was not so."""
    if not isinstance(node, ScalarNode):
        parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
        faults = [_compose(part, document) for part in parts]
        return next((fault for fault in faults if fault is not None), None)
    written, node.value = node.value, unicodedata.normalize("NFC", node.value)
    if node.value == written:
        return None
    span = document.place(node.start_mark.index, node.end_mark.index)
    return Fault("decomposed-letters", span, {"value": node.value})


def _child(node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
    """The key's node (None in a list) and the value's node under ``part``."""
    if isinstance(node, MappingNode):
        for key_node, value_node in reversed(node.value):
            if isinstance(key_node, ScalarNode) and unicodedata.normalize("NFC", key_node.value) == str(part):
                return key_node, value_node
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def _undecodable(name: str, raw: bytes) -> Parsed:
    """The first byte that is not UTF-8, and the letter it would be in Windows-1252."""
    if b"\0" in raw[:200] or raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Parsed(Document(name, ""), None, (Fault("utf-16", START),))
    text = raw.decode("utf-8", "surrogateescape")
    index = next(i for i, c in enumerate(text) if "\udc80" <= c <= "\udcff")
    letter = bytes([ord(text[index]) - 0xDC00]).decode("cp1252", "replace")
    readable = "".join(
        bytes([ord(c) - 0xDC00]).decode("cp1252", "replace") if "\udc80" <= c <= "\udcff" else c for c in text
    )
    document = Document(name, readable)
    return Parsed(document, None, (Fault("not-utf-8", document.place(index), {"letter": letter}),))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_DEEP_LINE = re.compile(rf"\n[ \t?:-]{{{DEEPEST}}}")  # begins with a letter, so the search skips from one to the next


def _before_parsing(document: Document) -> Fault | None:
    """What must be refused before libyaml composes it, or is better said in our own words."""
    text = document.text
    lines = "\n" + (text.replace("\r", "\n") if "\r" in text else text)
    if not lines.replace("\n", "").isprintable() and (match := _CONTROL.search(text)) is not None:
        if match[0] == "\0":
            return Fault("utf-16", document.place(match.start()))
        return Fault("control-character", document.place(match.start()), {"code": f"U+{ord(match[0]):04X}"})
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)) is not None:
        return Fault("merge-conflict", document.place(match.start(), match.start() + 7))
    brackets = text.count("[") + text.count("{")
    if brackets > DEEPEST or "&" in text or "*" in text or "!" in text or _DEEP_LINE.search(lines):
        return _scan(document)
    return None


def _scan(document: Document) -> Fault | None:
    """The first alias, anchor, tag or too deep value, by events: they do not recurse."""
    depth = 0
    try:
        for event in _events(document.text):
            start: int = event.start_mark.index
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    return Fault("too-deep", document.place(start), {"limit": DEEPEST})
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return Fault("alias-or-tag", document.place(start), {"sign": document.text[start]})
    except YAMLError as error:
        return _explain(document, error)
    return None


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    while (event := parser.get_event()) is not None:
        yield event


def _explain(document: Document, error: YAMLError) -> Fault:
    """One cause for a syntax error, and its place."""
    cause = syntax.explain(error, document.text, _events(document.text))
    return Fault(cause.name, document.place(cause.index, cause.end), cause.facts)
