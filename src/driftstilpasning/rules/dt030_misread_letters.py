"""Norwegian letters that another program has read as two signs each."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import shown
from driftstilpasning.source.document import Document
from driftstilpasning.source.encoding import misread
from driftstilpasning.source.span import Edit
from driftstilpasning.text import Text, counted

_MORE = Text(
    nb="skriv, og rett {more} på samme måte:\n{rewrite}",
    nn="skriv, og rett {more} på same måten:\n{rewrite}",
    en="write, and mend {more} in the same way:\n{rewrite}",
)
_LINES = (
    Text(nb="{n} linje til", nn="{n} linje til", en="{n} more line"),
    Text(nb="{n} linjer til", nn="{n} linjer til", en="{n} more lines"),
)


def tell(problem: Problem) -> Finding:
    """The first such text, and its line as it should be; only the author knows that the signs were not meant."""
    document, span = problem.where.document, problem.where.span
    text = document.written(span)
    edits = tuple(_edits(document))
    more = len({edit.span.line for edit in edits}) - 1
    line = document.line(span.line).strip()
    facts: dict[str, object] = {"value": shown(text), "meant": shown(misread(text)), "rewrite": misread(line) or line}
    facts["more"] = counted(more, *_LINES)
    return Finding(problem.where, facts, help=_MORE if more > 0 else None, fix=Fix(edits, safe=False))


def _edits(document: Document) -> Iterator[Edit]:
    for span in document.scalars():
        if (meant := misread(document.written(span))) is not None:
            yield Edit(span, meant)


RULE = Rule(
    code="DT030",
    name="misread-letters",
    severity=Severity.WARNING,
    message=Text(
        nb="bokstaver er lest feil av et annet program: «{value}» skal være «{meant}»",
        nn="bokstavar er lesne feil av eit anna program: «{value}» skal vere «{meant}»",
        en="another program has misread letters: `{value}` is meant to be `{meant}`",
    ),
    why=Text(
        nb="Filen er lagret som UTF-8, åpnet som Windows-1252 og lagret igjen. Hver «å» er da blitt til to tegn, og "
        "slik ville det stått i rapportene til kommunestyret.",
        nn="Fila er lagra som UTF-8, opna som Windows-1252 og lagra att. Kvar «å» er då vorten til to teikn, og slik "
        "ville det stått i rapportane til kommunestyret.",
        en="The file was saved as UTF-8, opened as Windows-1252 and saved again. Each `å` has become two signs, and so "
        "it would stand in the reports to the council.",
    ),
    help=Text(
        nb="skriv:\n{rewrite}",
        nn="skriv:\n{rewrite}",
        en="write:\n{rewrite}",
    ),
    check=reported(tell),
    good="title: Slå sammen innkjøpene\n",
    bad="title: Sl\u00c3\u00a5 sammen innkj\u00c3\u00b8pene  # DT030@8\nowner: R\u00c3\u00a5dgiver\n",
)
