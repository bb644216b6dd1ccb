"""A measure adds posts, in a way in which posts only go."""

from collections.abc import Iterable
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import FteHow, Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.fixes import changing_sign
from driftstilpasning.rules.support.lines import text_at
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_GO: Final = (FteHow.TURNOVER, FteHow.VACANCY, FteHow.REDUNDANCY)


def check(located: Located[Measure]) -> Iterable[Finding]:
    """More posts by turnover, vacancy or redundancy; people may well be redeployed to new posts."""
    fte, how = located.value.fte, located.value.fte_how
    if fte is None or fte <= 0 or how not in _GO:
        return ()
    where = located.at("fte")
    return [Finding(where, {"fte": fte, "how": how.value, "rewrite": f"-{text_at(where)}"}, fix=changing_sign([where]))]


RULE = Rule(
    code="DT220",
    name="more-posts-by-leaving",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket gir {fte} flere årsverk, men etter «fte_how: {how}» blir det færre",
        nn="tiltaket gjev {fte} fleire årsverk, men etter «fte_how: {how}» vert det færre",
        en="the measure adds {fte} posts, but by `fte_how: {how}` they become fewer",
    ),
    why=Text(
        nb="Færre årsverk skrives med minus. Mangler det, viser rapportene at tiltaket gir flere ansatte, der noen i "
        "virkeligheten skal slutte.",
        nn="Færre årsverk vert skrivne med minus. Manglar det, viser rapportane at tiltaket gjev fleire tilsette, der "
        "nokon i røynda skal slutte.",
        en="Fewer posts are written with a minus. Without it the reports show that the measure adds employees, where "
        "in truth some are to leave.",
    ),
    help=Text(
        nb="skriv «fte: {rewrite}» hvis det blir færre, ellers ta bort «fte_how»",
        nn="skriv «fte: {rewrite}» om det vert færre, elles ta bort «fte_how»",
        en="write `fte: {rewrite}` if they become fewer, else remove `fte_how`",
    ),
    check=each(check),
    good="fte: -3\nfte_how: redundancy\neffect: {annual: 2000, from: 2013-08}\n",
    bad="fte: 3  # DT220@6\nfte_how: redundancy\n",
)
