"""A text goes on after the quotation mark or bracket that ended it."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_APOSTROPHE = Text(
    nb="skriv «''» for apostrof inne i teksten, eller sett doble anførselstegn rundt den",
    nn="skriv «''» for apostrof inne i teksten, eller set doble hermeteikn rundt han",
    en="write `''` for an apostrophe within the text, or put double quotation marks around it",
)


def tell(problem: Problem) -> Finding:
    """The text, where it goes on."""
    return Finding(problem.where, problem.facts, help=_APOSTROPHE if problem.facts["sign"] == "'" else None)


RULE = Rule(
    code="DT025",
    name="text-after-value",
    severity=Severity.ERROR,
    message=Text(
        nb="det står mer etter «{sign}», der verdien slutter",
        nn="det står meir etter «{sign}», der verdien sluttar",
        en="there is more after `{sign}`, where the value ends",
    ),
    why=Text(
        nb="Det som står i anførselstegn eller klammer, er hele verdien. Står det mer etter, kan ingen vite hva som er "
        "ment, og filen kan ikke leses.",
        nn="Det som står i hermeteikn eller klammer, er heile verdien. Står det meir etter, kan ingen vite kva som er "
        "meint, og fila kan ikkje lesast.",
        en="What stands in quotation marks or brackets is the whole value. With more after it nobody can know what is "
        "meant, and the file cannot be read.",
    ),
    help=Text(
        nb="ta bort det som står etter «{sign}», eller sett hele teksten i anførselstegn",
        nn="ta bort det som står etter «{sign}», eller set heile teksten i hermeteikn",
        en="remove what stands after `{sign}`, or put the whole text in quotation marks",
    ),
    check=reported(tell),
    good="title: '«Ny» ordning for innkjøp'\n",
    bad='title: "Ny" ordning for innkjøp  # DT025@13\n',
)
