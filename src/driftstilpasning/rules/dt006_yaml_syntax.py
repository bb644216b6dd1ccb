"""Something that is not YAML, and that no other rule has words for."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text

_NO_NAME = Text(
    nb="navnet på feltet mangler foran kolonet",
    nn="namnet på feltet manglar framfor kolonet",
    en="the name of the field is missing before the colon",
)
_NAME_IT = Text(
    nb="skriv navnet på feltet foran kolonet",
    nn="skriv namnet på feltet framfor kolonet",
    en="write the name of the field before the colon",
)


def tell(problem: Problem) -> Finding:
    """What cannot be read; a line that begins with a colon has lost its name."""
    nameless = text_at(problem.where) == ":" and not problem.where.place.text[: problem.where.span.column - 1].strip()
    return Finding(problem.where, message=_NO_NAME if nameless else None, help=_NAME_IT if nameless else None)


RULE = Rule(
    code="DT006",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message=Text(
        nb="dette kan ikke leses",
        nn="dette kan ikkje lesast",
        en="this cannot be read",
    ),
    why=Text(
        nb="Filene er skrevet i YAML, der tegn og innrykk sier hva som hører sammen. Når de ikke går opp, er innholdet "
        "ukjent, og ingen sum kan vises før det er rettet.",
        nn="Filene er skrivne i YAML, der teikn og innrykk seier kva som høyrer saman. Når dei ikkje går opp, er "
        "innhaldet ukjent, og ingen sum kan visast før det er retta.",
        en="The files are written in YAML, where signs and indentation say what belongs together. When they do not add "
        "up, the contents are unknown, and no total is shown until it is corrected.",
    ),
    help=Text(
        nb="se på denne linjen og linjen over: et felt er et navn, et kolon, et mellomrom og en verdi",
        nn="sjå på denne linja og linja over: eit felt er eit namn, eit kolon, eit mellomrom og ein verdi",
        en="look at this line and the one above: a field is a name, a colon, a space and a value",
    ),
    check=reported(tell),
    good="title: Samle innkjøpene i én avtale\n",
    bad=": Samle innkjøpene i én avtale  # DT006@1\n",
)
