"""A line stands at no level of those above it."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

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
    check=reported(),
    good="title: Samle innkjøpene\nsector: oppvekst\n",
    bad="title: Samle innkjøpene\n  sector: oppvekst  # DT022@3\n",
)
