"""Letters written as a letter and an accent apart."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule
from driftstilpasning.rules.support.fields import about_field
from driftstilpasning.text import Text

RULE = Rule(
    code="DT020",
    name="decomposed-letters",
    severity=Severity.WARNING,
    message=Text(
        nb="bokstav og tegn er lagret hver for seg i «{value}»",
        nn="bokstav og teikn er lagra kvar for seg i «{value}»",
        en="letters and their accents are stored apart in `{value}`",
    ),
    why=Text(
        nb="Noen program lagrer «å» som «a» med en ring etter. Det ser likt ut, men er ikke likt for den som søker "
        "eller sammenligner. dt leser det som én bokstav; andre program gjør ikke alltid det.",
        nn="Nokre program lagrar «å» som «a» med ein ring etter. Det ser likt ut, men er ikkje likt for den som søkjer "
        "eller samanliknar. dt les det som éin bokstav; andre program gjer ikkje alltid det.",
        en="Some programs store `å` as an `a` with a ring after it. It looks the same, but is not the same to whoever "
        "searches or compares. dt reads it as one letter; other programs do not always.",
    ),
    help=Text(
        nb="skriv teksten på nytt i stedet for å lime den inn",
        nn="skriv teksten på nytt i staden for å lime han inn",
        en="type the text again instead of pasting it",
    ),
    check=about_field(),
    good="title: Samle innkjøpene på ett sted\n",
    bad="title: Ga\u030a gjennom avtalene  # DT020@8\n",
)
