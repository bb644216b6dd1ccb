"""From a file's bytes to plain data, or to the one fault that says why not.

Knows YAML and nothing of the domain. Scalars keep the text they were written with: a plain one is
``str``, a quoted one :class:`~driftstilpasning.text.scalar.Quoted`, an absent one ``EMPTY``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Final, Literal

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

from driftstilpasning.source import quick, syntax
from driftstilpasning.source.document import Document
from driftstilpasning.source.encoding import UTF_8, WINDOWS_1252, Decoded, decode, misread
from driftstilpasning.source.libyaml import compose, events
from driftstilpasning.source.span import START, Span
from driftstilpasning.source.tree import LARGEST
from driftstilpasning.text.scalar import EMPTY, Quoted

DEEPEST: Final = 32
"""No value lies deeper. The C library's recursion would otherwise end the interpreter at about 30,000."""

Place = Literal["file", "item", "value"]
"""Where a mapping stands: at the top, in a list, or under a key."""

_FEWEST: Final = 3
"""Fewer keys that come once more do not make a second document."""

MOST: Final = 10_000
"""No file has more keys, texts and lists. What is done with each of them may then take its time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file itself; ``name`` is the name of the rule that has the words for it."""

    name: str
    span: Span
    facts: dict[str, Any] = field(default_factory=dict)


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
    decoded = decode(raw)
    text = decoded.text or ""
    document = Document(name, text)
    if decoded.encoding is not UTF_8:
        return Parsed(document, None, (_in_another_encoding(document, decoded),))
    data = quick.read(text) if len(text) <= MOST else None  # a value is a character at least
    parsed = by_libyaml(document) if data is None else Parsed(document, data)
    if parsed.data is not None and misread(text) is not None:
        return replace(parsed, faults=(*parsed.faults, *_misread(document)))
    return parsed


def by_libyaml(document: Document) -> Parsed:
    """What any text says, or why it says nothing; what :func:`.quick.read` makes of some is the same."""
    text = document.text
    if (fault := _before_parsing(document)) is not None:
        return Parsed(document, None, (fault,))
    try:
        root = compose(text)
    except YAMLError as error:
        return Parsed(document, None, (_explain(document, error),))
    if (fault := _hard_space(root, document)) is not None:
        return Parsed(document, None, (fault,))
    if root is None or (type(root) is ScalarNode and not root.value and not root.style):
        return Parsed(document, None, (Fault("empty-file", START),))
    faults: list[Fault] = []
    if type(root) is not MappingNode:
        faults.append(Fault("not-a-mapping", document.place(root.start_mark.index)))
        return Parsed(document, None, tuple(faults))
    if "\\" in text:
        faults += _coded(root, document)
    warning = None if unicodedata.is_normalized("NFC", text) else _put_together(root, document)
    data = _build(root, document, faults)
    if faults:
        return Parsed(document, None, tuple(faults))
    return Parsed(document, data, (warning,) if warning is not None else ())


def _build(node: Any, document: Document, faults: list[Fault], place: Place = "file") -> Any:
    kind = type(node)
    if kind is ScalarNode:
        return _quoted(node, document, faults) if node.style else node.value or EMPTY
    if kind is SequenceNode:
        return [_build(child, document, faults, "item") for child in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            faults.append(Fault("key-not-text", document.place(key.start_mark.index)))
        elif type(value) is ScalarNode:  # as above: half of all nodes, worth not calling for
            mapping[key.value] = _quoted(value, document, faults) if value.style else value.value or EMPTY
        else:
            mapping[key.value] = _build(value, document, faults, "value")
    if len(mapping) < len(node.value):
        faults.extend(_twice(node, document, place))
    return mapping


def _quoted(node: ScalarNode, document: Document, faults: list[Fault]) -> Quoted:
    """The text in quotation marks, or in a block; a mark left open may find its end in a later field."""
    start, end = node.start_mark, node.end_mark
    several = start.line != end.line and node.style in "'\""
    if several and syntax.swallows(document.text, start.index, end.index):
        faults.append(Fault("unclosed-quote", document.place(start.index)))
    return Quoted(node.value)


def _twice(node: MappingNode, document: Document, place: Place) -> Iterator[Fault]:
    """The keys of a mapping that stand there a second time, each at its later place.

    ``{2013: 2,9, 2014: 3,9}`` has two ``9`` that no one meant as keys: the model says what is wrong. Where all begins
    again, what begins there is the one fault: another document, or an item without its sign.
    """
    keys = [key for key, _ in node.value if isinstance(key, ScalarNode) and not document.bare(node, key)]
    names = [key.value for key in keys]
    first: dict[str, Node] = {}
    later = [key for key in keys if first.setdefault(key.value, key) is not key]
    twice = {key.value for key in later}
    again = _begins_again(node, twice, place)
    for key in later:
        span = document.place(key.start_mark.index, key.end_mark.index)
        if again and place == "file":
            yield Fault("several-documents", span, {"key": key.value})
            return
        at = document.place(first[key.value].start_mark.index, first[key.value].end_mark.index)
        facts = {"key": key.value, "first": at.line, "at": at, "keys": names, "place": place}
        yield Fault("duplicate-key", span, {**facts, "begins": again, "alone": len(later) == 1})
        if again:
            return


def _begins_again(node: MappingNode, twice: set[str], place: Place) -> bool:
    """Whether the keys that stand ``twice`` in a mapping are those of a second one below it.

    At the top a few are enough, in a list the first must be one of them. Nobody writes a list of years.
    """
    key, value = node.value[0]
    if node.flow_style or any(name.isdigit() for name in twice):
        return False
    if place == "file":
        return len(twice) >= _FEWEST
    return isinstance(key, ScalarNode) and isinstance(value, ScalarNode) and key.value in twice and len(twice) > 1


def _coded(node: Node, document: Document) -> Iterator[Fault]:
    """In each text between double quotation marks the first code for a character that could not be seen."""
    if not isinstance(node, ScalarNode):
        for part in chain.from_iterable(node.value) if isinstance(node, MappingNode) else node.value:
            yield from _coded(part, document)
    elif node.style == '"' and _CONTROL.search(node.value) is not None:
        for match in _CODE.finditer(document.text, node.start_mark.index, node.end_mark.index):
            number = match[1] or match[2] or match[3]
            character = chr(int(number, 16)) if number else _LETTERS.get(match[4], "")
            if _CONTROL.match(character) is not None:
                facts = {"code": f"U+{ord(character):04X}", "coded": True}
                yield Fault("control-character", document.place(*match.span()), facts)
                break


def _hard_space(root: Node | None, document: Document) -> Fault | None:
    """The first space that YAML takes for a letter where a field begins, or ends with its colon."""
    spaces = list(syntax.hard_spaces(document.text))
    starts = {node.start_mark.index for node in _plain(root)} if spaces else set()
    return next((_of_hard_space(space, document) for space in spaces if space.scalar in starts), None)


def _plain(node: Node | None) -> Iterator[ScalarNode]:
    """Every text without quotation marks."""
    if isinstance(node, ScalarNode):
        yield from () if node.style else (node,)
    elif node is not None:
        for part in chain.from_iterable(node.value) if isinstance(node, MappingNode) else node.value:
            yield from _plain(part)


def _of_hard_space(space: syntax.HardSpace, document: Document) -> Fault:
    code = f"U+{ord(document.text[space.start]):04X}"
    return Fault("control-character", document.place(space.start, space.end), {"code": code, "space": True})


def _put_together(node: Node, document: Document) -> Fault | None:
    """Put every letter and its accent in one character, so that ids compare; the first text that was not so."""
    if not isinstance(node, ScalarNode):
        parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
        faults = [_put_together(part, document) for part in parts]
        return next((fault for fault in faults if fault is not None), None)
    written, node.value = node.value, unicodedata.normalize("NFC", node.value)
    if node.value == written:
        return None
    span = document.place(node.start_mark.index, node.end_mark.index)
    return Fault("decomposed-letters", span, {"value": node.value})


def _in_another_encoding(document: Document, decoded: Decoded) -> Fault:
    """Not UTF-8: at the first such byte, or at the start where every byte is of another kind."""
    if decoded.encoding != WINDOWS_1252:
        return Fault("utf-16", START, {"encoding": decoded.encoding})
    letters = "".join(dict.fromkeys(document.text[index] for index in decoded.guessed))
    return Fault("not-utf-8", document.place(decoded.guessed[0]), {"letter": letters[0], "letters": letters})


def _misread(document: Document) -> Iterator[Fault]:
    """The first key or text whose letters were misread; in a comment they do no harm."""
    for span in document.scalars():
        if misread(document.written(span)) is not None:
            yield Fault("misread-letters", span)
            return


_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
    r"\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069]"  # no width, or another direction
)
_CODE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LETTERS = {**dict(zip("0abefv", "\0\a\b\x1b\f\v", strict=True)), "N": "\x85", "L": "\u2028", "P": "\u2029"}
"""What one letter stands for after a backslash, where it cannot be seen; a line end and a tab do no harm."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_DEEP_LINE = re.compile(rf"\n[ \t?:-]{{{DEEPEST}}}")  # begins with a letter, so the search skips from one to the next


def _before_parsing(document: Document) -> Fault | None:
    """What must be refused before libyaml composes it, or is better said in our own words."""
    text = document.text
    lines = "\n" + (text.replace("\r", "\n") if "\r" in text else text)
    if not lines.replace("\n", "").isprintable() and (match := _CONTROL.search(text)) is not None:
        return Fault("control-character", document.place(match.start()), {"code": f"U+{ord(match[0]):04X}"})
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)) is not None:
        return Fault("merge-conflict", document.place(match.start(), match.start() + 7))
    brackets = text.count("[") + text.count("{")
    if brackets > DEEPEST or "&" in text or "*" in text or "!" in text or _DEEP_LINE.search(lines):
        return _scan(document)
    separators = text.count(",") + text.count(":") + lines.count("\n")  # at most two values, or one, for each
    return _scan(document) if separators * 2 > MOST else None


def _scan(document: Document) -> Fault | None:
    """The first alias, anchor, tag, too deep value or value too many, by events: they do not recurse."""
    depth = values = 0
    try:
        for event in events(document.text):
            start: int = event.start_mark.index
            values += isinstance(event, NodeEvent)
            if values > MOST:
                return Fault("too-large", START, {"most": MOST})
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


def _explain(document: Document, error: YAMLError) -> Fault:
    """One cause for a syntax error, and its place."""
    for space in syntax.hard_spaces(document.text):
        return _of_hard_space(space, document)
    cause = syntax.explain(error, document.text, events(document.text))
    return Fault(cause.name, document.place(cause.index, cause.end), cause.facts)
