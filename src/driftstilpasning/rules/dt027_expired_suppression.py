"""A comment suppressed something until a day that has passed."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, commented
from driftstilpasning.text import Text

RULE = Rule(
    code="DT027",
    name="expired-suppression",
    severity=Severity.WARNING,
    message=Text(
        nb="kommentaren gjaldt til og med {until} og skjuler ikke lenger {codes}",
        nn="kommentaren galdt til og med {until} og skjuler ikkje lenger {codes}",
        en="the comment held until {until} and no longer suppresses {codes}",
    ),
    why=Text(
        nb="Datoen er en avtale om å se på saken igjen. Når den er passert, vises funnet på nytt, så ingen sum til "
        "kommunestyret hviler på et unntak som alle har glemt.",
        nn="Datoen er ein avtale om å sjå på saka igjen. Når han er passert, vert funnet vist på nytt, så ingen sum "
        "til kommunestyret kviler på eit unntak som alle har gløymt.",
        en="The date is an agreement to look at the matter again. Once it has passed, the finding is shown anew, so "
        "that no total of the council's rests on an exception that everyone has forgotten.",
    ),
    help=Text(
        nb="rett det som er meldt, eller vurder det på nytt og skriv en senere dato",
        nn="rett det som er meldt, eller vurder det på nytt og skriv ein seinare dato",
        en="correct what is reported, or consider it anew and write a later date",
    ),
    check=commented(),
    good="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT215 reason="Staten betaler ni av årsverkene" until=2099-12-31\n',
    bad="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT215 reason="Staten betaler ni av årsverkene" until=2013-06-30  # DT027@77\n',
)
