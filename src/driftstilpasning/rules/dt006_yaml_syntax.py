"""Something that is not YAML, and that no other rule has words for."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

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
        "up, the contents are unknown, and no total is shown until it is mended.",
    ),
    help=Text(
        nb="se på denne linjen og linjen over: et felt er et navn, et kolon, et mellomrom og en verdi",
        nn="sjå på denne linja og linja over: eit felt er eit namn, eit kolon, eit mellomrom og ein verdi",
        en="look at this line and the one above: a field is a name, a colon, a space and a value",
    ),
    check=reported(),
    good="title: Samle innkjøpene i én avtale\n",
    bad=": Samle innkjøpene i én avtale  # DT006@1\n",
)
