"""A comment suppresses a finding and does not say why."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, commented
from driftstilpasning.text import Text

RULE = Rule(
    code="DT028",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    message=Text(
        nb="kommentaren skjuler {codes} uten å si hvorfor",
        nn="kommentaren skjuler {codes} utan å seie kvifor",
        en="the comment suppresses {codes} without saying why",
    ),
    why=Text(
        nb="Den som leser tallene etter deg, må kunne se at noen har vurdert funnet, og hvorfor det får stå. Uten "
        "grunn kan ikke kommunestyret vite om det er et valg eller en feil som er gjemt bort.",
        nn="Den som les tala etter deg, må kunne sjå at nokon har vurdert funnet, og kvifor det får stå. Utan grunn "
        "kan ikkje kommunestyret vite om det er eit val eller ein feil som er gøymd bort.",
        en="Whoever reads the figures after you must be able to see that somebody considered the finding, and why it "
        "may stand. Without a reason the council cannot know whether it is a choice or a fault put out of sight.",
    ),
    help=Text(
        nb='skriv grunnen etter koden: reason="…"',
        nn='skriv grunnen etter koden: reason="…"',
        en='write the reason after the code: reason="…"',
    ),
    check=commented(),
    good="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT215 reason="Staten betaler ni av årsverkene"\n',
    bad="kind: staffing\neffect: {annual: 650, from: 2013-08}\nfte: -10  # dt: ignore DT215  # DT028@11\n",
)
