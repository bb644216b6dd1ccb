"""A number outside the effect is not a number as ``dt`` reads numbers."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule
from driftstilpasning.rules.support.numbers import not_a_number
from driftstilpasning.text import Text

RULE = Rule(
    code="DT202",
    name="not-a-number",
    severity=Severity.ERROR,
    message=Text(
        nb="{field} er tekst ({value}), ikke et tall",
        nn="{field} er tekst ({value}), ikkje eit tal",
        en="{field} is text ({value}), not a number",
    ),
    why=Text(
        nb="Det som ikke kan leses som tall, kan ikke regnes med. Et tall skrives med sifre og eventuelt punktum: ikke "
        "komma, mellomrom eller anførselstegn, som kan bety ulike ting i ulike program.",
        nn="Det som ikkje kan lesast som tal, kan ikkje reknast med. Eit tal vert skrive med siffer og eventuelt "
        "punktum: ikkje komma, mellomrom eller hermeteikn, som kan tyde ulike ting i ulike program.",
        en="What cannot be read as a number cannot be summed. A number is digits and perhaps a full stop: no comma, "
        "space or quotation marks, which mean different things in different programs.",
    ),
    help=Text(
        nb="skriv sifre, med punktum som desimaltegn",
        nn="skriv siffer, med punktum som desimalteikn",
        en="write digits, with a full stop for decimals",
    ),
    check=not_a_number(),
    good="fte: -1.5\n",
    bad="fte: -1,5  # DT202@6\n",
)
