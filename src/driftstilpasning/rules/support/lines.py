"""What a line of a file that cannot be read should have been."""

import re

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.rules import Finding
from driftstilpasning.rules.support.fields import quoted
from driftstilpasning.text import Text

_FIELD = re.compile(r" *(?:- +)?(?P<key>[\w-]+): +(?P<rest>\S.*)")
_NEXT = re.compile(r" *(?:- +)?[\w-]+:(?: |$)|\s*$|---|\.\.\.")
_COMMENT = re.compile(r"\s+#.*$|\s+$")
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


def quote_the_rest(problem: Problem) -> Finding:
    """``problem`` with the value in quotation marks as help, where it is all that stands on the line."""
    line, column = _line(problem.where)
    before, value = line[:column], _COMMENT.sub("", line[column:])
    if not before.rstrip().endswith((":", "-")) or re.search(r"[\[{]", before) or not value[1:].strip():
        return Finding(problem.where, problem.facts)
    return Finding(problem.where, {**problem.facts, "rewrite": before.lstrip() + quoted(value)}, help=_QUOTE)


def in_single_quotes(where: Location) -> str:
    """The text in double quotation marks around ``where``, in single ones."""
    line, column = _line(where)
    text = line[line.rfind('"', 0, column) + 1 :].partition('"')[0]
    return "'" + text.replace("'", "''") + "'"


def _line(where: Location) -> tuple[str, int]:
    span = where.span
    return where.document.line(span.line), span.column - 1
