"""What a line of a file that cannot be read should have been."""

import re
from collections.abc import Sequence
from itertools import count

from driftstilpasning.diagnostic import Fix, Location, Problem
from driftstilpasning.rules import Finding
from driftstilpasning.rules.support.fields import FREE_TEXTS, quoted
from driftstilpasning.rules.support.fixes import in_line
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import Text

_FIELD = re.compile(r" *(?:- +)?(?P<key>[\w-]+): +(?P<rest>\S.*)")
_NEXT = re.compile(r" *(?:- +)?[\w-]+:(?: |$)|\s*$|---|\.\.\.")
_COMMENT = re.compile(r"(?<!\s)\s+(?:#.*)?$")
_KEY = re.compile(r"(?<![a-z_])([a-z_]+):\s+$")
_DRIVE = re.compile(r"[A-Za-z]:\\")
_ESCAPE_MEANT = re.compile(r"\\[\\\"ntxuU0ebr]")
_QUOTE = Text(
    nb="sett verdien i anførselstegn:\n{rewrite}",
    nn="set verdien i hermeteikn:\n{rewrite}",
    en="put the value in quotation marks:\n{rewrite}",
)


def text_at(where: Location) -> str:
    """What stands at ``where``, to the end of its first line at most."""
    place = where.place
    end = place.span.end_column if place.span.end_line == place.span.line else len(place.text) + 1
    return place.text[place.span.column - 1 : end - 1]


def whole_field(where: Location) -> re.Match[str] | None:
    """The line of ``where`` as ``key`` and ``rest``, where a field begins it and ends with it."""
    line, below = (where.document.line(where.span.line + ahead) for ahead in (0, 1))
    match = _FIELD.fullmatch(line.rstrip())
    if match is None or re.search(r"\s#", match["rest"]) or _NEXT.match(below) is None:
        return None
    return match


def closing(where: Location, sign: str) -> Fix:
    """``sign`` at the end of the line of ``where``. Only the author knows whether the text was to end there."""
    end = len(where.document.line(where.span.line).rstrip()) + 1
    return Fix((Edit(Span(where.span.line, end, where.span.line, end), sign),), safe=False)


def quote_the_rest(problem: Problem, *, safe: bool) -> Finding:
    """``problem`` with the value in quotation marks as help, where it is all that stands on the line.

    It is mended only in a field of free text: elsewhere the sign may stand for something else.
    """
    line, column = _line(problem.where)
    before, value = line[:column], _COMMENT.sub("", line[column:])
    if not before.rstrip().endswith((":", "-")) or re.search(r"[\[{]", before) or not value[1:].strip():
        return Finding(problem.where, problem.facts)
    key = _KEY.search(before)
    fix = in_line(problem.where, value, quoted(value), safe=safe) if key and key[1] in FREE_TEXTS else None
    return Finding(problem.where, {**problem.facts, "rewrite": before.lstrip() + quoted(value)}, help=_QUOTE, fix=fix)


def in_single_quotes(where: Location) -> tuple[str, Fix | None]:
    r"""The text in double quotation marks around ``where`` in single ones.

    A fix only where no ``\`` in it can have been meant as a code, or it is the path of a file.
    """
    line, column = _line(where)
    start = line.rfind('"', 0, column)
    text, closed, _ = line[start + 1 :].partition('"')
    rewrite = "'" + text.replace("'", "''") + "'"
    plain = not _ESCAPE_MEANT.search(text) or (_DRIVE.match(text) and "\\\\" not in text)
    key = _KEY.search(line[:start]) if closed and plain else None
    return rewrite, in_line(where, f'"{text}"', rewrite) if key and key[1] in FREE_TEXTS else None


def shifted(where: Location, keys: Sequence[str], columns: int) -> tuple[Edit, ...] | None:
    """The lines of fields beside ``where`` so many columns further in, or out; None unless each begins its line."""
    document, above = where.document, where.path[:-1]
    edits: list[Edit] = []
    for key in keys:
        span = document.span((*above, key), key=True)
        margin = span.column - 1
        if document.line(span.line)[:margin].strip() or margin + columns < 0:
            return None
        for number in count(span.line):
            line = document.line(number)
            if number > span.line and (not line.strip() or _margin(line) <= margin):
                break
            text = " " * (_margin(line) + columns) + line.lstrip(" ")
            edits.append(Edit(Span(number, 1, number, len(line) + 1), text))
    return tuple(edits)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(where: Location) -> tuple[str, int]:
    span = where.span
    return where.document.line(span.line), span.column - 1
