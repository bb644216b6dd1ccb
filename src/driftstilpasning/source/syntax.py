"""From libyaml's complaint to one cause with a name.

libyaml says what it expected and did not find; its reader wants to know what to mend. The names
are those of the rules that have the words.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from yaml import YAMLError
from yaml.error import Mark, MarkedYAMLError


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, and where: from one character to another, or that one character."""

    name: str
    index: int
    end: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


_KEY = re.compile(r"^[\s-]*[^\s#'\"\[{][^:\n]*:\s")


def classify(error: YAMLError, text: str) -> Cause:
    """The cause of ``error`` in ``text``."""
    if not isinstance(error, MarkedYAMLError):
        return Cause("yaml-syntax", 0)
    problem, context = error.problem or "", error.context or ""
    at = _index(error.problem_mark, text)
    since = _index(error.context_mark, text) if error.context_mark is not None else at
    if "quoted scalar" in context:
        return Cause("bad-escape", at) if "escape" in problem else Cause("unclosed-quote", since)
    if "tab" in problem or _tab_before(text, at):
        return Cause("tab-indentation", _tab(text, at))
    if "another document" in problem:
        return Cause("several-documents", at, at + 3)
    if "mapping values" in problem:
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return Cause("colon-in-text" if _KEY.match(line) else "indentation", at)
    if "flow" in context:
        return Cause("unclosed-bracket", since, facts={"sign": text[since : since + 1]})
    if "could not find expected ':'" in problem:
        return Cause("missing-colon", since, _end_of_line(text, since))
    if "did not find expected" in problem or "not allowed in this context" in problem:
        return Cause("indentation", at)
    if "cannot start any token" in problem:
        return Cause("reserved-character", at, facts={"sign": text[at : at + 1]})
    return Cause("yaml-syntax", at)


def _index(mark: Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark is not None else 0


def _end_of_line(text: str, index: int) -> int:
    match = re.compile(r"[\r\n]").search(text, index)
    return match.start() if match else len(text)


def _indentation(text: str, index: int) -> tuple[int, int]:
    """Where the white space that begins the line of ``index`` starts and ends."""
    start = text.rfind("\n", 0, index) + 1
    end = start
    while end < len(text) and text[end] in " \t-":
        end += 1
    return start, end


def _tab_before(text: str, index: int) -> bool:
    start, end = _indentation(text, index)
    return "\t" in text[start:end]


def _tab(text: str, index: int) -> int:
    start, end = _indentation(text, index)
    found = text.find("\t", start, max(end, index + 1))
    return found if found >= 0 else index
