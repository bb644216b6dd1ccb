"""Something that comes once stands as a lasting saving."""

import re
from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Funding, Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.rules.support.amounts import non_zero
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_RESERVES = re.compile(r"fond(?:et|a|ene|s)?(?![^\W\d_])|avset(?:ning|jing)", re.IGNORECASE)
_FROM_RESERVES = Text(
    nb="tittelen tyder på bruk av fond eller avsetning, men tiltaket står som varig sparing i driften",
    nn="tittelen tyder på bruk av fond eller avsetjing, men tiltaket står som varig sparing i drifta",
    en="the title points to the use of reserves, but the measure stands as a lasting saving in operations",
)
_RESERVES_HELP = Text(
    nb="skriv «funding: financing», og «recurring: false» hvis det bare skjer én gang",
    nn="skriv «funding: financing», og «recurring: false» om det berre skjer éin gong",
    en="write `funding: financing`, and `recurring: false` if it happens once",
)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A lasting measure with one year's amount only, or with reserves in its title."""
    measure = located.value
    if not measure.recurring:
        return ()
    amounts = non_zero(measure, plan.period)
    year = next(iter(amounts), plan.period.last)
    if len(amounts) == 1 and year < plan.period.last and amounts[year].ore > 0:
        return [Finding(located.at("effect", str(year)), {"year": year, "amount": amounts[year]})]
    if measure.funding is Funding.FREE and _names_reserves(measure.title):
        facts = {"title": measure.title}
        return [Finding(located.at("title"), facts, message=_FROM_RESERVES, help=_RESERVES_HELP)]
    return ()


def _names_reserves(title: str) -> bool:
    text = title.casefold()
    return ("fond" in text or "avset" in text) and _RESERVES.search(text) is not None  # most titles: no search


RULE = Rule(
    code="DT217",
    name="one-off-as-lasting",
    severity=Severity.WARNING,
    message=Text(
        nb="bare {year} har et beløp ({amount}), men tiltaket står som varig",
        nn="berre {year} har eit beløp ({amount}), men tiltaket står som varig",
        en="only {year} has an amount ({amount}), but the measure stands as lasting",
    ),
    why=Text(
        nb="Penger som kommer én gang, senker ikke driftsnivået. Regnes de som varige, må det samme beløpet finnes "
        "på nytt året etter, og bruk av fond er ikke en sparing i driften i det hele tatt.",
        nn="Pengar som kjem éin gong, senkar ikkje driftsnivået. Vert dei rekna som varige, må det same beløpet "
        "finnast på nytt året etter, og bruk av fond er ikkje ei sparing i drifta i det heile.",
        en="Money that comes once does not lower the level of operations. Counted as lasting, the same amount must "
        "be found again the year after; and the use of reserves is no saving in operations at all.",
    ),
    help=Text(
        nb="legg til «recurring: false», eller skriv beløpet for årene etter {year} også",
        nn="legg til «recurring: false», eller skriv beløpet for åra etter {year} òg",
        en="add `recurring: false`, or write the amount of the years after {year} too",
    ),
    check=each_in_plan(check),
    good="recurring: false\neffect: {2013: 300, 2014: 0, 2015: 0, 2016: 0}\n",
    bad="effect:\n  2013: 9700  # DT217@9\n  2014: 0\n  2015: 0\n  2016: 0\n",
)
