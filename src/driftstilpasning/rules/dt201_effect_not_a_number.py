"""An amount of the effect is not a number as ``dt`` reads numbers."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule
from driftstilpasning.rules.support.numbers import not_a_number
from driftstilpasning.text import Text

RULE = Rule(
    code="DT201",
    name="effect-not-a-number",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} er tekst ({value}), ikke et tall",
        nn="{field} er tekst ({value}), ikkje eit tal",
        en="{field} is text ({value}), not a number",
    ),
    why=Text(
        nb="Et beløp som ikke kan leses som tall, kan ikke regnes med. Da er virkningen av tiltaket ukjent, og "
        "ingen sum kan vises før det er rettet. Et tall skrives med sifre og eventuelt punktum: ikke komma, "
        "mellomrom eller anførselstegn, som kan bety ulike ting i ulike program.",
        nn="Eit beløp som ikkje kan lesast som tal, kan ikkje reknast med. Då er verknaden av tiltaket ukjend, og "
        "ingen sum kan visast før det er retta. Eit tal vert skrive med siffer og eventuelt punktum: ikkje komma, "
        "mellomrom eller hermeteikn, som kan tyde ulike ting i ulike program.",
        en="An amount that cannot be read as a number cannot be summed. The effect of the measure is then unknown, and "
        "no total is shown until it is corrected. A number is digits and perhaps a full stop: no comma, "
        "space or quotation marks, which mean different things in different programs.",
    ),
    help=Text(
        nb="beløp skrives i {unit}: skriv sifre, med punktum som desimaltegn",
        nn="beløp vert skrivne i {unit}: skriv siffer, med punktum som desimalteikn",
        en="amounts are in {unit}: write digits, with a full stop for decimals",
    ),
    check=not_a_number(),
    good="effect: {2013: 2900, 2014: 2900, 2015: 2900, 2016: 2900}\n",
    bad="effect:\n  2013: 2,9  # DT201@9\n  2014: 2900\n  2015: 2900\n  2016: 2900\n",
)
