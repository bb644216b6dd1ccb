"""Tax, grants, interest or reserves counted as a saving in operations."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model import kostra
from driftstilpasning.model.measure import Funding, Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure in functions 800–899 with other funding."""
    code = located.value.kostra
    if code is None or not kostra.is_financing(code) or located.value.funding is Funding.FINANCING:
        return ()
    return [Finding(located.at("kostra"), {"function": code})]


RULE = Rule(
    code="DT319",
    name="kostra-financing",
    severity=Severity.WARNING,
    message=Text(
        nb="funksjon {function} er finansiering, men «funding» er det ikke",
        nn="funksjon {function} er finansiering, men «funding» er det ikkje",
        en="function {function} is financing, but `funding` is not",
    ),
    why=Text(
        nb="Skatt, rammetilskudd, renter, avdrag og fond (800–899) balanserer budsjettet, men er ikke netto "
        "driftsutgifter. Telles de som tiltak, ser driften lavere ut enn den er.",
        nn="Skatt, rammetilskot, renter, avdrag og fond (800–899) balanserer budsjettet, men er ikkje netto "
        "driftsutgifter. Vert dei talde som tiltak, ser drifta lågare ut enn ho er.",
        en="Tax, block grant, interest, instalments and reserves (800–899) balance the budget, but are not net "
        "operating expenditure. Counted as measures they make operations look cheaper than they are.",
    ),
    help=Text(
        nb='legg til «funding: financing», eller rett «kostra: "{function}"»',
        nn='legg til «funding: financing», eller rett «kostra: "{function}"»',
        en='add `funding: financing`, or correct `kostra: "{function}"`',
    ),
    check=each(check),
    good='kostra: "880"\nfunding: financing\n',
    bad='kostra: "880"  # DT319@9\n',
)
