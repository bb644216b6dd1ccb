"""The sectors' shares of a measure do not make up the whole of it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.fields import in_braces
from driftstilpasning.rules.support.fixes import all_replacing
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_WHOLE: Final = Decimal(100)
_NOT_POSITIVE = Text(
    nb="andelen til «{sector}» er {share}; hver andel må være større enn 0",
    nn="delen til «{sector}» er {share}; kvar del må vere større enn 0",
    en="the share of `{sector}` is {share}; every share must be above 0",
)
_ABOVE_ZERO = Text(
    nb="skriv et tall over 0, eller ta bort «{sector}»; andelene skal bli 100 til sammen",
    nn="skriv eit tal over 0, eller ta bort «{sector}»; delane skal verte 100 til saman",
    en="write a number above 0, or remove `{sector}`; the shares must sum to 100",
)
_OF_100 = Text(
    nb="skriv andelene av 100:\n{rewrite}",
    nn="skriv delane av 100:\n{rewrite}",
    en="write the shares of 100:\n{rewrite}",
)


def check(located: Located[Measure]) -> Iterable[Finding]:
    """Shares that do not sum to 100, or one that is not positive."""
    shares = located.value.sector
    if isinstance(shares, str):
        return ()
    whole = sum(shares.values(), Decimal(0))
    wrong = next((sector for sector, share in shares.items() if share <= 0), None)
    if wrong is not None:
        facts = {"sector": wrong, "share": shares[wrong], "total": whole}
        return [Finding(located.at("sector", wrong), facts, message=_NOT_POSITIVE, help=_ABOVE_ZERO)]
    if whole == _WHOLE:
        return ()
    if whole == 1:
        of_100 = {sector: f"{(share * _WHOLE).normalize():f}" for sector, share in shares.items()}
        facts = {"total": whole, "rewrite": f"sector: {in_braces(of_100)}"}
        fix = all_replacing(((located.at("sector", sector), share) for sector, share in of_100.items()), safe=False)
        return [Finding(located.at("sector"), facts, help=_OF_100, fix=fix)]
    return [Finding(located.at("sector"), {"total": whole})]


RULE = Rule(
    code="DT211",
    name="shares-not-100",
    severity=Severity.ERROR,
    message=Text(
        nb="andelene i «sector» blir {total} til sammen, ikke 100",
        nn="delane i «sector» vert {total} til saman, ikkje 100",
        en="the shares in `sector` sum to {total}, not 100",
    ),
    why=Text(
        nb="Et tiltak som gjelder flere sektorer, blir delt mellom dem etter andelene. Blir de ikke 100, får en "
        "sektor mer eller mindre enn sin del, og rammene stemmer ikke med tiltakene.",
        nn="Eit tiltak som gjeld fleire sektorar, vert delt mellom dei etter delane. Vert dei ikkje 100, får ein "
        "sektor meir eller mindre enn sin del, og rammene stemmer ikkje med tiltaka.",
        en="A measure that concerns several sectors is divided among them by the shares. Unless they make 100, a "
        "sector gets more or less than its part, and frames and measures disagree.",
    ),
    help=Text(
        nb="rett andelene så de blir 100 til sammen; nå er de {total}",
        nn="rett delane så dei vert 100 til saman; no er dei {total}",
        en="correct the shares so that they sum to 100; now they make {total}",
    ),
    check=each(check),
    good="sector: {oppvekst: 40, teknisk: 60}\n",
    bad="sector: {oppvekst: 40, teknisk: 50}  # DT211@9\n",
)
