"""A file is far larger than any measure."""

from decimal import Decimal

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_MANY = Text(
    nb="filen har flere enn {most} verdier og blir ikke lest",
    nn="fila har fleire enn {most} verdiar og vert ikkje lesen",
    en="the file has more than {most} values and is not read",
)


def tell(problem: Problem) -> Finding:
    """Too many bytes, or too many values."""
    if "most" in problem.facts:
        return Finding(problem.where, {"most": Decimal(problem.facts["most"])}, message=_MANY)
    return Finding(problem.where, problem.facts)


RULE = Rule(
    code="DT015",
    name="too-large",
    severity=Severity.ERROR,
    message=Text(
        nb="filen er større enn {limit} MB og blir ikke lest",
        nn="fila er større enn {limit} MB og vert ikkje lesen",
        en="the file is larger than {limit} MB and is not read",
    ),
    why=Text(
        nb="Et tiltak er en side tekst. En fil av denne størrelsen, eller med flere enn 10 000 verdier, er "
        "som regel noe annet som er lagt i feil mappe.",
        nn="Eit tiltak er ei side tekst. Ei fil av denne storleiken, eller med fleire enn 10 000 verdiar, er "
        "som regel noko anna som er lagt i feil mappe.",
        en="A measure is a page of text. A file of this size, or with more than 10,000 values, is usually "
        "something else, put in the wrong folder.",
    ),
    help=Text(
        nb="flytt vedlegg og annet utenfor tiltaket til en fil utenfor mappen, og vis til den i «source»",
        nn="flytt vedlegg og anna utanom tiltaket til ei fil utanfor mappa, og vis til henne i «source»",
        en="move attachments and all that is not the measure to a file outside the folder, and refer to it in `source`",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad="# " + "Vedlegg. " * 120_000 + "\n",
    places={"measures/example.yaml": [(1, 1)]},
)
