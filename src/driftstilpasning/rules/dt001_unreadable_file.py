"""A file of the portfolio gives no bytes."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_REASONS = {
    "denied": Text(
        nb="du har ikke lesetilgang",
        nn="du har ikkje lesetilgang",
        en="you are not allowed to read it",
    ),
    "gone": Text(
        nb="lenken peker på en fil som ikke finnes",
        nn="lenkja peikar på ei fil som ikkje finst",
        en="the link points to a file that does not exist",
    ),
    "failed": Text(
        nb="disken eller nettverket svarte med en feil",
        nn="disken eller nettverket svara med ein feil",
        en="the disk or the network answered with an error",
    ),
    "not-a-file": Text(
        nb="det er ikke en vanlig fil",
        nn="det er ikkje ei vanleg fil",
        en="it is not an ordinary file",
    ),
    "loop": Text(
        nb="lenken går i ring",
        nn="lenkja går i ring",
        en="the link goes in a circle",
    ),
    "outside": Text(
        nb="lenken fører ut av porteføljen",
        nn="lenkja fører ut av porteføljen",
        en="the link leads out of the portfolio",
    ),
}
_HELP = {
    "denied": Text(
        nb="be den som eier filen, om lesetilgang",
        nn="be den som eig fila, om lesetilgang",
        en="ask the owner of the file for permission to read it",
    ),
    "gone": Text(
        nb="ta bort lenken, eller legg filen på plass",
        nn="ta bort lenkja, eller legg fila på plass",
        en="remove the link, or put the file in place",
    ),
    "not-a-file": Text(
        nb="legg en vanlig fil her, eller flytt dette ut av mappen",
        nn="legg ei vanleg fil her, eller flytt dette ut av mappa",
        en="put an ordinary file here, or move this out of the folder",
    ),
    "loop": Text(
        nb="ta bort lenken",
        nn="ta bort lenkja",
        en="remove the link",
    ),
    "outside": Text(
        nb="kopier innholdet inn i porteføljen i stedet for å lenke til det",
        nn="kopier innhaldet inn i porteføljen i staden for å lenkje til det",
        en="copy the contents into the portfolio instead of linking to them",
    ),
}


def tell(problem: Problem) -> Finding:
    """The file without bytes, and the reason in words."""
    why = problem.facts["why"]
    return Finding(problem.where, {**problem.facts, "reason": _REASONS[why]}, help=_HELP.get(why))


RULE = Rule(
    code="DT001",
    name="unreadable-file",
    severity=Severity.ERROR,
    message=Text(
        nb="filen kan ikke leses: {reason}",
        nn="fila kan ikkje lesast: {reason}",
        en="the file cannot be read: {reason}",
    ),
    why=Text(
        nb="Det som står i en fil som ikke kan leses, er ukjent. Derfor vises ingen summer før filen er på plass, for "
        "da ville kommunestyret få et tall der et tiltak mangler uten at noen ser det.",
        nn="Det som står i ei fil som ikkje kan lesast, er ukjent. Difor vert ingen summar viste før fila er på plass, "
        "for då ville kommunestyret få eit tal der eit tiltak manglar utan at nokon ser det.",
        en="What a file that cannot be read says is unknown. No totals are shown until it is in place, for otherwise "
        "the council would get a figure that lacks a measure without anyone seeing it.",
    ),
    help=Text(
        nb="prøv igjen, eller hent filen på nytt",
        nn="prøv igjen, eller hent fila på nytt",
        en="try again, or fetch the file anew",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad="# measures/example.yaml (denied)\n",
    places={"measures/example.yaml": [(1, 1)]},
)
