"""What a line of a file that cannot be read should have been."""

import re

from driftstilpasning.diagnostic import Location, Problem
from driftstilpasning.rules import Finding
from driftstilpasning.rules.support.fields import quoted
from driftstilpasning.text import Text

_COMMENT = re.compile(r"\s+#.*$|\s+$")
_QUOTE = Text(
    nb="sett verdien i anførselstegn: {rewrite}",
    nn="set verdien i hermeteikn: {rewrite}",
    en="put the value in quotation marks: {rewrite}",
)


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
