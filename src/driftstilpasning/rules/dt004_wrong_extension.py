"""A file under ``measures/`` ends in ``.yml``, ``.YAML`` or ``.yaml.txt``."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_HIDDEN = Text(
    nb="gi filen navnet {renamed}; Windows skjuler slutten .txt til du ber om å få se den",
    nn="gje fila namnet {renamed}; Windows gøymer slutten .txt til du ber om å få sjå han",
    en="rename the file to {renamed}; Windows hides the ending .txt until you ask to see it",
)
_ENDING = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


def tell(problem: Problem) -> Finding:
    """The file, and the name it should have."""
    name = problem.where.document.name
    help_ = _HIDDEN if name.lower().endswith(".txt") else None
    return Finding(problem.where, {"renamed": _ENDING.sub(".yaml", name)}, help=help_)


RULE = Rule(
    code="DT004",
    name="wrong-extension",
    severity=Severity.ERROR,
    message=Text(
        nb="tiltaket blir ikke lest: filnavnet skal slutte på .yaml",
        nn="tiltaket vert ikkje lese: filnamnet skal slutte på .yaml",
        en="the measure is not read: the name of the file must end in .yaml",
    ),
    why=Text(
        nb="Et tiltak i en fil som blir hoppet over, mangler i alle summer uten at noen ser det. Derfor skal alle "
        "tiltak ligge i filer som slutter på .yaml, og andre endelser er en feil.",
        nn="Eit tiltak i ei fil som vert hoppa over, manglar i alle summar utan at nokon ser det. Difor skal alle "
        "tiltak liggje i filer som sluttar på .yaml, og andre endingar er ein feil.",
        en="A measure in a file that is skipped is missing from every total without anyone seeing it. So every measure "
        "is in a file that ends in .yaml, and any other ending is an error.",
    ),
    help=Text(
        nb="gi filen navnet {renamed}",
        nn="gje fila namnet {renamed}",
        en="rename the file to {renamed}",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad="# measures/example.yml\ntitle: Samle innkjøpene i én avtale\n",
    places={"measures/example.yml": [(1, 1)]},
)
