"""A line stands at no level of those above it."""

import re
from typing import Final

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import as_lines
from driftstilpasning.rules.support.lines import shifted
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import All, Text

_HYPHEN = Text(
    nb="bindestreken gjør feltet til et ledd i en liste, men her er det ingen liste",
    nn="bindestreken gjer feltet til eit ledd i ei liste, men her er det inga liste",
    en="the hyphen makes the field an item of a list, but there is no list here",
)
_NO_HYPHEN = Text(
    nb="ta bort bindestreken:\n{rewrite}",
    nn="ta bort bindestreken:\n{rewrite}",
    en="take the hyphen away:\n{rewrite}",
)
_LEVEL: Final = 2
_OUTSIDE = Text(
    nb="«{key}» hører til i «{parent}», men er ikke rykket inn",
    nn="«{key}» høyrer til i «{parent}», men er ikkje rykt inn",
    en="`{key}` belongs in `{parent}`, but is not indented",
)
_INDENT = Text(
    nb="rykk inn:\n{rewrite}",
    nn="rykk inn:\n{rewrite}",
    en="indent:\n{rewrite}",
)
_INSIDE = Text(
    nb="skriv {keys} innenfor klammene til «{parent}»",
    nn="skriv {keys} innanfor klammene til «{parent}»",
    en="write {keys} within the braces of `{parent}`",
)
_ITEM = re.compile(r" *(- +)([a-z_]+:(?: .*)?)")


def tell(problem: Problem) -> Finding:
    """The line; a hyphen before one field among others is what makes it stand elsewhere."""
    where = problem.where
    if "parent" in problem.facts:
        return _outside(problem)
    match = _ITEM.fullmatch(where.place.text)
    if match is None or where.span.column != match.start(1) + 1:
        return Finding(where)
    edit = Edit(Span(where.span.line, match.start(1) + 1, where.span.line, match.end(1) + 1), "")
    return Finding(where, {"rewrite": match[2]}, message=_HYPHEN, help=_NO_HYPHEN, fix=Fix((edit,), safe=False))


def _outside(problem: Problem) -> Finding:
    """The fields that follow the one they belong in, with the lines of each indented."""
    where, facts = problem.where, problem.facts
    document, above = where.document, where.path[:-1]
    told = {"key": str(where.path[-1]), "parent": facts["parent"], "keys": All(tuple(facts["keys"]))}
    parent = document.exact((*above, facts["parent"]))
    inside = parent.column - where.span.column if parent is not None else _LEVEL
    moved = shifted(where, facts["keys"], inside)
    if moved is None or (parent is not None and document.written(parent).startswith("{")):
        return Finding(where, told, message=_OUTSIDE, help=_INSIDE)
    told["rewrite"] = as_lines([edit.text for edit in moved])
    return Finding(where, told, message=_OUTSIDE, help=_INDENT, fix=Fix(moved, safe=False))


RULE = Rule(
    code="DT022",
    name="indentation",
    severity=Severity.ERROR,
    message=Text(
        nb="innrykket passer ikke med linjene over",
        nn="innrykket passar ikkje med linjene over",
        en="the indentation does not fit the lines above",
    ),
    why=Text(
        nb="Innrykket sier hva som hører til hva. Når en linje står mellom to nivåer, kan ingen vite hvilket felt den "
        "hører til.",
        nn="Innrykket seier kva som høyrer til kva. Når ei linje står mellom to nivå, kan ingen vite kva felt ho "
        "høyrer til.",
        en="Indentation says what belongs to what. When a line stands between two levels, nobody can know which field "
        "it belongs to.",
    ),
    help=Text(
        nb="la felt på samme nivå begynne i samme kolonne",
        nn="lat felt på same nivå byrje i same kolonne",
        en="let fields of one level begin in the same column",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene\nsector: oppvekst\n",
    bad="title: Samle innkjøpene\n  sector: oppvekst  # DT022@3\n",
)
