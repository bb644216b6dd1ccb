"""A file has more than one document."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text

_AGAIN = Text(
    nb="her begynner et nytt tiltak: «{key}» og feltene under står én gang til; en fil har bare ett tiltak",
    nn="her byrjar eit nytt tiltak: «{key}» og felta under står éin gong til; ei fil har berre eitt tiltak",
    en="a new measure begins here: `{key}` and the fields below stand once more; a file has only one measure",
)


def tell(problem: Problem) -> Finding:
    """Where the next document begins, whether a line parts them or not."""
    again = "key" in problem.facts and problem.where.document.name != PLAN
    return Finding(problem.where, problem.facts, message=_AGAIN if again else None)


RULE = Rule(
    code="DT016",
    name="several-documents",
    severity=Severity.ERROR,
    message=Text(
        nb="her begynner et nytt dokument; en fil har bare ett",
        nn="her byrjar eit nytt dokument; ei fil har berre eitt",
        en="a new document begins here; a file has only one",
    ),
    why=Text(
        nb="Hvert tiltak har sin egen fil, slik at endringer kan følges tiltak for tiltak. Det som står etter denne "
        "linjen, ville ellers falle ut av alle summer.",
        nn="Kvart tiltak har si eiga fil, slik at endringar kan følgjast tiltak for tiltak. Det som står etter denne "
        "linja, ville elles falle ut av alle summar.",
        en="Each measure has a file of its own, so that changes can be followed measure by measure. What stands after "
        "this line would otherwise fall out of every total.",
    ),
    help=Text(
        nb="flytt det som står herfra og ned, til en egen fil",
        nn="flytt det som står herifrå og ned, til ei eiga fil",
        en="move what stands from here on to a file of its own",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad="# measures/a.yaml\ntitle: Samle innkjøpene i én avtale\n---  # DT016@1\ntitle: Legge ned bibliotekfilialen\n"
    "# measures/b.yaml\nid: KU-01\ntitle: Samle innkjøpene i én avtale\nstatus: idea\n"
    "id: KU-02  # DT016@1\ntitle: Legge ned bibliotekfilialen\nstatus: proposed\n",
)
