"""A field stands there without a value."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fields import named, quoted
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_COMMENT = Text(
    nb="# begynner en merknad; sett teksten i anførselstegn: {rewrite}",
    nn="# opnar ein merknad; set teksten i hermeteikn: {rewrite}",
    en="# begins a comment; put the text in quotation marks: {rewrite}",
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each field without a value; one that begins with # has become a comment."""
    for problem in workspace.reported("empty-value"):
        comment = _comment(problem)
        facts = {**named(problem), "rewrite": comment}
        yield Finding(problem.where, facts, help=_COMMENT if comment else None)


def _comment(problem: Problem) -> str | None:
    """The field with its value, where that begins with # and no space, as no comment of ours does."""
    span = problem.where.span
    line = problem.where.document.line(span.line)[span.column - 1 :]
    key, _, rest = line.partition(":")
    text = rest.strip()
    if not text.startswith("#") or text.startswith("# "):
        return None
    return f"{key}: {quoted(text)}"


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
        nb="skriv en verdi; må ikke feltet være med, kan du ta det bort",
        nn="skriv ein verdi; må ikkje feltet vere med, kan du ta det bort",
        en="write a value; a field that is not required can be removed",
    ),
    check=check,
    good="owner: Rektor\n",
    bad="owner:  # DT104@1\n",
)
