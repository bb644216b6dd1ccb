r"""A quick reader of YAML's plainest form, the one that nearly every measure is written in.

One key or list item a line; one-line texts, plain or in double quotes; ``{ }`` and ``[ ]`` on one line with
no more brackets inside; comments. Whatever else stands in a file, and whatever is wrong with it, is left to
libyaml: it costs three times as much, of which most is for positions that only a file with a finding needs.
"""

import re
from typing import Any, Final

from driftstilpasning.text.scalar import EMPTY, Empty, Quoted

WIDEST: Final = 24
"""No line starts further in, so no value lies too deep."""

_ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"  # refused in a file, or ends a line
_KEY = r"\w[\w-]{0,99}"
_TEXT = rf"-?\w(?:[^:#{_ODD}]*[^:#{_ODD} ])?"
_PART = rf"-?\w(?:[^:#,?\[\]{{}}{_ODD}]*[^:#,?\[\]{{}}{_ODD} ])?"
_QUOTED = rf'[^"\\{_ODD}]+'
_PAIR = rf'{_KEY}: +(?:{_PART}|"{_QUOTED}")'
_COMMENT = rf"#[^{_ODD}]*"
_LINES = re.compile(
    rf"( *+)(- ++)?+(?:({_KEY}):(?=[ \n]|\Z))?+"  # possessive: a line of spaces is tried once, not in every split
    rf' *+(?:({_TEXT})|"({_QUOTED})"|\{{({_PAIR}(?:, *{_PAIR})*)\}}|\[({_PART}(?:, *{_PART})*)\])?'
    rf"(?: *| +{_COMMENT})(?:\n|\Z)|{_COMMENT}(?:\n|\Z)|([^\n]+\n?)"
)
_PAIRS = re.compile(rf'({_KEY}): +(?:({_PART})|"({_QUOTED})")')
_PARTS = re.compile(_PART)


def read(text: str) -> dict[str, Any] | None:  # noqa: C901  # one loop over the lines: a call for each is too dear
    """What ``text`` says, as libyaml reads it; None when it is not of the plainest form."""
    root: dict[str, Any] = {}
    holder: Any = root
    inner: Any
    column = 0
    holders = [(column, holder)]
    awaiting: str | None = None  # the key of holder whose value may begin on the next line
    for spaces, dash, key, plain, quoted, pairs, parts, other in _LINES.findall(text):
        value = plain or _value(quoted, pairs, parts)
        if not (key or dash or other) and value is EMPTY:
            continue  # an empty line or a comment
        if other or value is None or not (key or (dash and value is not EMPTY)):
            return None
        start = len(spaces)
        if awaiting is not None and (start > column or (dash and start == column)):
            inner = [] if dash else {}
            holder[awaiting] = inner
            holder, column = inner, start
            holders.append((column, holder))
        else:
            while column > start or (column == start and not dash and type(holder) is list):
                holders.pop()
                column, holder = holders[-1]
        if column != start or (type(holder) is list) is not bool(dash) or start > WIDEST:
            return None
        awaiting = None
        if dash and not key:
            holder.append(value)
            continue
        if dash:
            inner = {}
            holder.append(inner)
            holder, column = inner, start + len(dash)
            holders.append((column, holder))
        if key in holder:
            return None
        holder[key] = value
        if value is EMPTY:
            awaiting = key
    return root or None


def _value(quoted: str, pairs: str, parts: str) -> Quoted | dict[str, str] | list[str] | Empty | None:
    """The value of a line that is not plain text; None for a mapping with a key twice."""
    if quoted:
        return Quoted(quoted)
    if pairs:
        found = _PAIRS.findall(pairs)
        mapping = {key: plain or Quoted(text) for key, plain, text in found}
        return mapping if len(mapping) == len(found) else None
    return _PARTS.findall(parts) if parts else EMPTY
