"""Lists in lists, or fields in fields, without end."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT014",
    name="too-deep",
    severity=Severity.ERROR,
    message=Text(
        nb="innholdet ligger mer enn {limit} nivåer dypt",
        nn="innhaldet ligg meir enn {limit} nivå djupt",
        en="the contents lie more than {limit} levels deep",
    ),
    why=Text(
        nb="Et tiltak har fire nivåer. Så mange som dette kommer av en feil, eller av en fil som noen vil stoppe "
        "programmet med.",
        nn="Eit tiltak har fire nivå. Så mange som dette kjem av ein feil, eller av ei fil som nokon vil stogge "
        "programmet med.",
        en="A measure has four levels. This many come of a mistake, or of a file meant to stop the program.",
    ),
    help=Text(
        nb="ta bort klammer eller innrykk som er kommet med ved en feil",
        nn="ta bort klammer eller innrykk som har kome med ved ein feil",
        en="remove brackets or indentation that got in by mistake",
    ),
    check=reported(),
    good="requires: []\n",
    bad="requires: " + "[" * 40 + "]" * 40 + "  # DT014@42\n",
)
