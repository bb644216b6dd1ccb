"""A field stands there without a value."""

import re
from collections.abc import Mapping
from typing import Any

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.fields import AMOUNT, is_number, named, quoted
from driftstilpasning.rules.support.required import example_of
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import Text

_COMMENT = Text(
    nb="# gjør resten av linjen til en kommentar; sett teksten i anførselstegn:\n{rewrite}",
    nn="# gjer resten av linja til ein kommentar; set teksten i hermeteikn:\n{rewrite}",
    en="# makes the rest of the line a comment; put the text in quotation marks:\n{rewrite}",
)
_FOR_INSTANCE = Text(
    nb="skriv {field}, for eksempel:\n{example}",
    nn="skriv {field}, til dømes:\n{example}",
    en="write {field}, for instance:\n{example}",
)

_COMMENT_BEHIND = re.compile(r"(?<!\s)\s+# ")


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The field without a value; one that begins with # has become a comment, unless it was meant as one."""
    rewrite, fix = _comment(problem) or (None, None)
    facts = {**named(problem), "rewrite": rewrite, "example": example_of(problem, plan)}
    return Finding(problem.where, facts, help=_help(problem, facts), fix=fix)


def _help(problem: Problem, facts: Mapping[str, Any]) -> Text | None:
    if facts["rewrite"]:
        return AMOUNT if is_number(str(problem.where.path[-1])) else _COMMENT
    if facts["example"]:
        return _FOR_INSTANCE
    path = problem.where.path
    return AMOUNT if path[0] == "effect" and str(path[-1]).isdigit() else None


def _comment(problem: Problem) -> tuple[str, Fix | None] | None:
    """The field with its value, where that begins with # and no space, as no comment of ours does."""
    span = problem.where.span
    line = problem.where.document.line(span.line)
    key, _, rest = line[span.column - 1 :].partition(":")
    text = _COMMENT_BEHIND.split(rest.strip())[0]
    if not text.startswith("#") or text.startswith("# "):
        return None
    start = line.index(text, span.column) + 1
    place = Span(span.line, start, span.line, start + len(text))
    fix = Fix((Edit(place, quoted(text)),), safe=False)
    return f"{key}: {quoted(text)}", None if is_number(key) else fix


RULE = Rule(
    code="DT104",
    name="empty-value",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} har ingen verdi",
        nn="{field} har ingen verdi",
        en="{field} has no value",
    ),
    why=Text(
        nb="Et tomt felt kan bety null, ukjent eller glemt. dt velger ikke for deg, for det er stor forskjell for den "
        "som skal vedta tallene.",
        nn="Eit tomt felt kan tyde null, ukjent eller gløymt. dt vel ikkje for deg, for det er stor skilnad for den "
        "som skal vedta tala.",
        en="An empty field can mean zero, unknown or forgotten. dt does not choose for you, for it matters much to "
        "those who adopt the figures.",
    ),
    help=Text(
        nb="slett feltet, eller skriv en verdi",
        nn="slett feltet, eller skriv ein verdi",
        en="delete the field, or write a value",
    ),
    check=reported_in_plan(tell),
    good="owner: Rektor\n",
    bad="owner:  # DT104@1\n",
)
