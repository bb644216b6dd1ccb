"""Letters written as a letter and an accent apart."""

import unicodedata

from driftstilpasning.diagnostic import Fix, Location, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.source.document import Document
from driftstilpasning.source.span import Edit, Span
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The first such letter, with its line as it should be."""
    document, span = problem.where.document, problem.where.span
    for number in range(span.line, span.end_line + 1):
        line = document.line(number)
        pairs = (line[i : i + 2] for i in range(len(line)))
        apart = next((pair for pair in pairs if not unicodedata.is_normalized("NFC", pair)), None)
        if apart is not None:
            column = line.index(apart) + 1
            where = Location(document, exact=Span(number, column, number, column + len(apart)))
            whole = unicodedata.normalize("NFC", line).strip()
            return Finding(
                where, {"value": unicodedata.normalize("NFC", apart), "rewrite": whole}, fix=_together(document)
            )
    return Finding(problem.where, {**problem.facts, "rewrite": problem.facts["value"]})


def _together(document: Document) -> Fix:
    """All such letters as one; comments are left alone."""
    texts = [(span, document.written(span)) for span in document.scalars()]
    edits = [Edit(span, new) for span, text in texts if (new := unicodedata.normalize("NFC", text)) != text]
    return Fix(tuple(edits))


RULE = Rule(
    code="DT020",
    name="decomposed-letters",
    severity=Severity.WARNING,
    message=Text(
        nb="bokstav og tegn er lagret hver for seg i «{value}»",
        nn="bokstav og teikn er lagra kvar for seg i «{value}»",
        en="letter and accent are stored apart in `{value}`",
    ),
    why=Text(
        nb="Noen program lagrer «å» som «a» med en ring etter. Det ser likt ut, men er ikke likt for den som søker "
        "eller sammenligner. dt leser det som én bokstav; andre program gjør ikke alltid det.",
        nn="Nokre program lagrar «å» som «a» med ein ring etter. Det ser likt ut, men er ikkje likt for den som søkjer "
        "eller samanliknar. dt les det som éin bokstav; andre program gjer ikkje alltid det.",
        en="Some programs store `å` as an `a` with a ring after it. It looks the same, but is not the same to whoever "
        "searches or compares. dt reads it as one letter; other programs do not always.",
    ),
    help=Text(
        nb="skriv linjen på nytt:\n{rewrite}",
        nn="skriv linja på nytt:\n{rewrite}",
        en="type the line again:\n{rewrite}",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene på ett sted\n",
    bad="title: Ga\u030a gjennom avtalene  # DT020@9\n",
)
