"""The name before a colon is empty."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule
from driftstilpasning.rules.support.fields import about_field
from driftstilpasning.text import Text

RULE = Rule(
    code="DT107",
    name="invalid-key",
    severity=Severity.ERROR,
    message=Text(
        nb="navnet foran kolonet er tomt",
        nn="namnet framfor kolonet er tomt",
        en="the name before the colon is empty",
    ),
    why=Text(
        nb="En sektor uten navn kan ingen slå opp i budsjettet, og beløpene som står på den, hører ingen steder "
        "hjemme.",
        nn="Ein sektor utan namn kan ingen slå opp i budsjettet, og beløpa som står på han, høyrer ingen stader heime.",
        en="A sector without a name cannot be looked up in the budget, and the amounts that stand on it belong "
        "nowhere.",
    ),
    help=Text(
        nb="skriv et navn foran kolonet",
        nn="skriv eit namn framfor kolonet",
        en="write a name before the colon",
    ),
    check=about_field(),
    good="sector: {oppvekst: 100}\n",
    bad='sector:\n  "": 100  # DT107@3\n',
)
