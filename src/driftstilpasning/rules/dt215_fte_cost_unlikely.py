"""Kroner saved for each post are far from what a post costs."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, each_in_plan
from driftstilpasning.text import Text
from driftstilpasning.text.numbers import half_up
from driftstilpasning.workspace import Located

LOWEST: Final = Money(250_000_00)
HIGHEST: Final = Money(1_500_000_00)
"""A municipal post cost roughly 0.5–0.9 million kroner with pension and fees in 2013–2022, by the project's own
estimate; the limits leave room for posts that are partly replaced, and for rooms that go with them."""

_SMALLEST: Final = Decimal("-0.5")
"""Less than half a post is rounding rather than a post."""

_KINDS: Final = (Kind.EFFICIENCY, Kind.STRUCTURE, Kind.SERVICE_LEVEL, Kind.STAFFING)


def check(located: Located[Measure], plan: Plan) -> Iterable[Finding]:
    """A measure that removes posts for a saving too small or too large to come from them."""
    measure = located.value
    if measure.fte is None or measure.fte > _SMALLEST or measure.kind not in _KINDS:
        return ()
    effect = measure.size(plan.period)
    posts = -measure.fte
    if effect.ore <= 0 or LOWEST.ore * posts <= effect.ore <= HIGHEST.ore * posts:
        return ()
    each_post = Money(half_up(effect.ore / Fraction(posts) / 100) * 100)
    facts = {"each": each_post, "fte": posts, "effect": effect, "low": LOWEST, "high": HIGHEST}
    return [Finding(located.at("fte"), facts)]


RULE = Rule(
    code="DT215",
    name="fte-cost-unlikely",
    severity=Severity.WARNING,
    message=Text(
        nb="{effect} på {fte} årsverk er {each} per årsverk; et årsverk koster sjelden under {low} eller over {high}",
        nn="{effect} på {fte} årsverk er {each} per årsverk; eit årsverk kostar sjeldan under {low} eller over {high}",
        en="{effect} on {fte} full-time equivalents is {each} each; one seldom costs under {low} or over {high}",
    ),
    why=Text(
        nb="Et kommunalt årsverk kostet om lag 0,5–0,9 millioner kroner i 2013–2022. Er beløpet langt unna, er det "
        "ofte skrevet i feil enhet, eller årsverkene er ikke oppdatert. Da stemmer ikke bemanningsplanen med "
        "budsjettet.",
        nn="Eit kommunalt årsverk kosta om lag 0,5–0,9 millionar kroner i 2013–2022. Er beløpet langt unna, er det "
        "ofte skrive i feil eining, eller årsverka er ikkje oppdaterte. Då stemmer ikkje bemanningsplanen med "
        "budsjettet.",
        en="A municipal post cost roughly 0.5–0.9 million kroner in 2013–2022. An amount far from that is often in "
        "the wrong unit, or the posts are out of date. Then the staffing plan and the budget disagree.",
    ),
    help=Text(
        nb='rett «fte» eller «effect»; er begge riktige, skriv etter feltet:\n# dt: ignore DT215 reason="…"',
        nn='rett «fte» eller «effect»; er begge rette, skriv etter feltet:\n# dt: ignore DT215 reason="…"',
        en='correct `fte` or `effect`; if both are right, write after the field:\n# dt: ignore DT215 reason="…"',
    ),
    check=each_in_plan(check),
    good="kind: staffing\neffect: {annual: 650, from: 2013-08}\nfte: -1\n",
    bad="kind: staffing\neffect: {annual: 650, from: 2013-08}\nfte: -10  # DT215@6\n",
)
