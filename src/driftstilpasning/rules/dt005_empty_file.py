"""A file says nothing."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text

_RESTORE = Text(
    nb="hent filen tilbake slik den var, eller kjør «dt init» i en tom mappe og kopier planen derfra",
    nn="hent fila tilbake slik ho var, eller køyr «dt init» i ei tom mappe og kopier planen derifrå",
    en="restore the file as it was, or run `dt init` in an empty folder and copy the plan from there",
)


_COMMENTS = Text(
    nb="filen har bare kommentarer, ingen felt",
    nn="fila har berre kommentarar, ingen felt",
    en="the file has only comments, no fields",
)
_FIELDS_BELOW = Text(
    nb="skriv feltene under kommentarene; «dt new» lager en fil med alle feltene, som du kan kopiere fra",
    nn="skriv felta under kommentarane; «dt new» lagar ei fil med alle felta, som du kan kopiere frå",
    en="write the fields below the comments; `dt new` makes a file with all the fields, to copy from",
)


def tell(problem: Problem) -> Finding:
    """The file without fields; a plan is not made as a measure is, and comments are not to be thrown away."""
    document = problem.where.document
    if document.text.strip("\ufeff \t\r\n"):
        return Finding(problem.where, message=_COMMENTS, help=_FIELDS_BELOW if document.name != PLAN else _RESTORE)
    return Finding(problem.where, help=_RESTORE if document.name == PLAN else None)


RULE = Rule(
    code="DT005",
    name="empty-file",
    severity=Severity.ERROR,
    message=Text(
        nb="filen er tom",
        nn="fila er tom",
        en="the file is empty",
    ),
    why=Text(
        nb="En tom fil er ofte et tiltak som ikke ble lagret. Den som leser summene, skal ikke tro at tiltaket er med.",
        nn="Ei tom fil er ofte eit tiltak som ikkje vart lagra. Den som les summane, skal ikkje tru at tiltaket er "
        "med.",
        en="An empty file is often a measure that was never saved. Whoever reads the totals must not believe that it "
        "is in them.",
    ),
    help=Text(
        nb='ta bort filen, og lag tiltaket på nytt:\ndt new "Tittelen på tiltaket"',
        nn='ta bort fila, og lag tiltaket på nytt:\ndt new "Tittelen på tiltaket"',
        en='remove the file, and make the measure anew:\ndt new "The title of the measure"',
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad="",
    places={"measures/example.yaml": [(1, 1)]},
)
