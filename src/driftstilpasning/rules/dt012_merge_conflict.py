"""Two people's changes meet in the file, and nobody has chosen."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT012",
    name="merge-conflict",
    severity=Severity.ERROR,
    message=Text(
        nb="to endringer møtes her, og ingen har valgt mellom dem",
        nn="to endringar møtest her, og ingen har valt mellom dei",
        en="two changes meet here, and nobody has chosen between them",
    ),
    why=Text(
        nb="Når to har endret samme sted, skriver git begge utgavene inn i filen. Et tiltak med to beløp kan ikke "
        "summeres.",
        nn="Når to har endra same staden, skriv git begge utgåvene inn i fila. Eit tiltak med to beløp kan ikkje "
        "summerast.",
        en="When two have changed the same place, git writes both versions into the file. A measure with two amounts "
        "cannot be summed.",
    ),
    help=Text(
        nb="velg det som skal stå, og ta bort linjene med <<<<<<<, ======= og >>>>>>>",
        nn="vel det som skal stå, og ta bort linjene med <<<<<<<, ======= og >>>>>>>",
        en="choose what is to stay, and remove the lines with <<<<<<<, ======= and >>>>>>>",
    ),
    check=reported(),
    good="effect: {annual: 400}\n",
    bad="<<<<<<< HEAD  # DT012@1\neffect: {annual: 400}\n=======\neffect: {annual: 900}\n>>>>>>> forslag\n",
)
