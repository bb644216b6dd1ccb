"""One portfolio with every kind of finding, file names that are hard to write, and values that look like markup."""

from dataclasses import replace
from functools import cache

from driftstilpasning.checking import Checked, check
from driftstilpasning.diagnostic import Fix
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.source.tree import MemoryTree
from driftstilpasning.text import Lang
from tests.documents import document

HARD = {"measures/b.yaml": "measures/tæl, 50%:\n[b](1) {0}.yaml", "measures/c.yaml": "measures/c, 1%.yaml"}
"""File names with all that some format gives a meaning."""

TEXT = """
# budgets/plan.yaml
severity: {DT403: info}
# measures/a.yaml
title: Samle "innkjøpa" 😀
effect: {2013: 100, 2014: "2,9 😀 mill", 2015: 100, 2016: 100}
# measures/b.yaml
kind: '<b>&amp;</b> "x" {0} {{1}} [her](https://example.org) ]]> ::error::%0A'
# measures/c.yaml
id: C-1
# measures/d.yaml
id: C-1
# measures/e.yaml
status: adopted
decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: rejected}]
# measures/f.yaml
owner: Per Hansen
# measures/g.yaml
sector: [oppvekst,
  teknisk]
# measures/h.yaml
title: Utan feil
# measures/i.yaml
title: Tiltak: vikarbruk
"""


def tree() -> MemoryTree:
    """The portfolio."""
    return MemoryTree({HARD.get(name, name): content for name, content in document(TEXT).contents.items()})


@cache
def checked() -> Checked:
    """What is found in it; the first finding has a fix."""
    found = check(tree())
    first, *rest = found.diagnostics
    line, column, end_line, end_column = first.where.span
    edits = (Edit(Span(line, column, end_line, end_column), "2900"), Edit(Span(1, 1, 1, 1), "# {retta}\n"))
    return replace(found, diagnostics=(replace(first, fix=Fix(edits)), *rest))


def findings(lang: Lang = Lang.NN, *, folder: str = "", strict: bool = False) -> Findings:
    """It, as every format is given it."""
    return Findings(checked().diagnostics, lang, lambda: tree().contents, folder, strict)
