"""A file is far larger than any measure."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

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
        nb="Et tiltak er en side tekst. En fil av denne størrelsen er som regel noe annet som er lagt i feil mappe.",
        nn="Eit tiltak er ei side tekst. Ei fil av denne storleiken er som regel noko anna som er lagt i feil mappe.",
        en="A measure is a page of text. A file of this size is usually something else, put in the wrong folder.",
    ),
    help=Text(
        nb="flytt vedlegg og annet utenfor tiltaket til en fil utenfor mappen, og vis til den i «source»",
        nn="flytt vedlegg og anna utanom tiltaket til ei fil utanfor mappa, og vis til henne i «source»",
        en="move attachments and all that is not the measure to a file outside the folder, and refer to it in `source`",
    ),
    check=reported(),
    good="title: Samle innkjøpene i én avtale\n",
    bad="# " + "Vedlegg. " * 120_000 + "\n",
    places={"measures/example.yaml": [(1, 1)]},
)
