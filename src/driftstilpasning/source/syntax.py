"""From libyaml's complaint to one cause with a name.

libyaml says what it expected and did not find; its reader wants to know what to mend. The names
are those of the rules that have the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from yaml import YAMLError
from yaml.error import Mark, MarkedYAMLError
from yaml.events import CollectionEndEvent, ScalarEvent


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, and where: from one character to another, or that one character."""

    name: str
    index: int
    end: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


_FIELD_OR_ITEM = re.compile(r"^( *)(?:- |['\"]?[a-z0-9_]+['\"]?:(?:\s|$))", re.MULTILINE)
_FIRST_COLON = re.compile(r"^\s*(?:-\s+)*(?:\"[^\"]*\"|'[^']*'|\S.*?):\s+")
_NO_SPACE = re.compile(r"([\w-]+)[:=](?=\S)|([\w-]+) *= *|([\w-]+)(?: +|$)")
_EQUALS = re.compile(r"[\w-]+ *= ")
_CONFLICT = re.compile(r"^(?:={7}|\|{7} .*)\r?$")
_ESCAPES = ("escape", "hexdecimal", "Unicode")
_KEPT_WORDS = ("scanning a tag", "scanning an alias", "scanning an anchor")
_NOT_FIRST = ("block sequence entries", "mapping keys", "expected node content", "cannot start any token")


_HARD: Final = "[\u00a0\u2000-\u200a\u202f\u3000]"
_ANY_HARD = re.compile(_HARD)
_HARD_SPACE = re.compile(
    rf"^[ -]*?(?P<indent>{_HARD}[ \u00a0]*)(?=- |['\"]?\w[\w-]*['\"]?:(?:\s|$))"
    rf"|(?:^[ -]*|[{{,] *)(?P<key>\w[\w-]*:)(?P<value>{_HARD}+)(?=\S)",
    re.MULTILINE,
)


class HardSpace(NamedTuple):
    """Spaces that look like any other and are none to YAML, from one index to another."""

    start: int
    end: int
    scalar: int
    """Where the text begins that they are read as a part of."""


def hard_spaces(text: str) -> Iterator[HardSpace]:
    """Those that indent a field or an item, or stand after the colon of a field."""
    for match in _HARD_SPACE.finditer(text) if _ANY_HARD.search(text) else ():
        group = "indent" if match["indent"] else "value"
        yield HardSpace(*match.span(group), match.start("indent" if match["indent"] else "key"))


def swallows(text: str, start: int, end: int) -> bool:
    """Whether the quoted text from ``start`` to ``end`` runs on over the fields or items below it.

    What is quoted may go on for several lines, but then further in than the line where it begins.
    """
    margin = _first_in_line(text, start) - _line_start(text, start)
    return any(len(match[1]) <= margin for match in _FIELD_OR_ITEM.finditer(text, start, end))


def explain(error: YAMLError, text: str, events: Iterable[Any]) -> Cause:
    """The cause of ``error`` in ``text``; ``events`` are those of ``text``, up to the same error."""
    if not isinstance(error, MarkedYAMLError):
        return Cause("yaml-syntax", 0)
    ended, at = 0, _index(error.problem_mark, text)
    try:
        for event in events:
            start, end = _index(event.start_mark, text), _index(event.end_mark, text)
            if start > at:
                break
            if isinstance(event, ScalarEvent) and event.style in ("'", '"'):
                if swallows(text, start, end):
                    return Cause("unclosed-quote", start)
                ended = end
            elif isinstance(event, CollectionEndEvent) and text[end - 1 : end] in ("]", "}"):
                ended = end
    except YAMLError:
        pass
    return _cause(error, text, ended)


def _cause(error: MarkedYAMLError, text: str, ended: int) -> Cause:
    """``ended`` is where the last value with a closing sign ended."""
    problem, context = error.problem or "", error.context or ""
    at = _index(error.problem_mark, text)
    since = _index(error.context_mark, text) if error.context_mark is not None else at
    sign = text[at : at + 1]
    if "quoted scalar" in context:
        if any(word in problem for word in _ESCAPES):
            return Cause("bad-escape", text.rfind("\\", since, at + 1))
        return Cause("unclosed-quote", since)
    tab = _tab(text, at)
    if tab is not None or "tab" in problem:
        return Cause("tab-indentation", at if tab is None else tab)
    if "another document" in problem or ("<document start>" in problem and _after_end(text, at)):
        return Cause("several-documents", at, at + 3 if sign == "-" else None)
    if ended and sign.strip() and not text[ended:at].strip(" \t") and "did not find expected" in problem:
        return Cause("text-after-value", at, _line_end(text, at), {"sign": text[ended - 1]})
    if "mapping values" in problem:
        return _colon(text, at)
    if "could not find expected ':'" in problem:
        return _no_colon(text, since)
    return _misplaced(problem, context, text, at, since)


def _misplaced(problem: str, context: str, text: str, at: int, since: int) -> Cause:
    """What stands at ``at``, in something begun at ``since``, cannot stand there."""
    sign = text[at : at + 1]
    if any(words in problem for words in _NOT_FIRST) and sign != ":":
        return Cause("reserved-character", at, facts={"sign": sign})
    if any(words in context for words in _KEPT_WORDS):
        return Cause("alias-or-tag", since, facts={"sign": text[since : since + 1]})
    if "block scalar" in context or "directive" in context:
        return Cause("reserved-character", since, facts={"sign": text[since : since + 1]})
    if "parsing a flow" in context and "node" not in context:
        key, colon, before = re.split(r"[\[{,]", text[_line_start(text, at) : at])[-1].partition(":")
        if sign == ":" and colon:
            rest = re.split(r"[\]},\r\n]", text[at : _line_end(text, at)])[0]
            return Cause("colon-in-text", at, facts={"key": key.strip(), "text": f"{before}{rest}".strip()})
        return Cause("unclosed-bracket", since, facts={"sign": text[since : since + 1]})
    if "did not find expected" in problem and sign != ":":
        return Cause("indentation", at)
    return Cause("yaml-syntax", at)


def _colon(text: str, at: int) -> Cause:
    """A colon where no value can begin: one too many, or a line that belongs elsewhere."""
    start, first = _line_start(text, at), _first_in_line(text, at)
    if _EQUALS.match(text, first, at):
        return _no_colon(text, first)
    if (match := _FIRST_COLON.match(text[start:at] + " ")) and match.end() <= at - start:
        value = start + match.end()
        facts = {"key": text[first:value].strip(" -:'\""), "text": text[value : _line_end(text, at)].rstrip()}
        return Cause("colon-in-text", at, facts=facts)
    above = text[:start].rstrip()
    beginning = _first_in_line(text, len(above))
    if not re.search(r":(?:\s|$)|^- ", above[beginning:]):
        return _no_colon(text, beginning)
    if " " in text[first:at]:
        return Cause("colon-in-text", at, facts={"key": "", "text": text[first : _line_end(text, at)].rstrip()})
    return Cause("indentation", first)


def _no_colon(text: str, index: int) -> Cause:
    """A line that should have been a field, with the field it most likely is."""
    end = _line_end(text, index)
    line = text[index:end]
    if _CONFLICT.match(line):
        return Cause("merge-conflict", index, index + 7)
    if text[:index].rstrip().endswith(("|", ">")):
        return Cause("indentation", index)
    match = _NO_SPACE.match(line)
    rest = line[match.end() :].strip() if match else ""
    key = next((group for group in match.groups() if group), "") if match else ""
    return Cause("missing-colon", index, end, {"rewrite": f"{key}: {rest or '…'}" if key else "title: …"})


def _index(mark: Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark is not None else 0


def _line_start(text: str, index: int) -> int:
    start = text.rfind("\n", 0, index) + 1
    return max(start, text.rfind("\r", start, index) + 1)


def _line_end(text: str, index: int) -> int:
    match = re.compile(r"[\r\n]").search(text, index)
    return match.start() if match else len(text)


def _first_in_line(text: str, index: int) -> int:
    """The index of the first character that is not a space, in the line of ``index``."""
    start = _line_start(text, index)
    while text[start : start + 1] == " ":
        start += 1
    return start


def _after_end(text: str, index: int) -> bool:
    """Whether ``...`` has ended a document before ``index``."""
    return re.search(r"^\.{3}\s", text[:index], re.MULTILINE) is not None


def _tab(text: str, index: int) -> int | None:
    """The first tab in the white space that begins the line of ``index``."""
    match = re.compile(r"[ -]*\t").match(text, _line_start(text, index))
    return match.end() - 1 if match else None
