"""The sentences that say why a measure stands where it stands."""

from collections.abc import Mapping
from fractions import Fraction

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Quadrant as Settings
from driftstilpasning.text import Said, Text
from driftstilpasning.text.labels import GRADE

_REASON = Text(
    nb="{effect}; {feasibility}",
    nn="{effect}; {feasibility}",
    en="{effect}; {feasibility}",
)
_HIGH = Text(
    nb="stor virkning: {effect} er minst {threshold}",
    nn="stor verknad: {effect} er minst {threshold}",
    en="high effect: {effect} is at least {threshold}",
)
_LOW = Text(
    nb="liten virkning: {effect} er under {threshold}",
    nn="liten verknad: {effect} er under {threshold}",
    en="low effect: {effect} is below {threshold}",
)
_HIGH_ONCE = Text(
    nb="stor virkning én gang: {effect} er minst {threshold}",
    nn="stor verknad éin gong: {effect} er minst {threshold}",
    en="high effect, once: {effect} is at least {threshold}",
)
_LOW_ONCE = Text(
    nb="liten virkning én gang: {effect} er under {threshold}",
    nn="liten verknad éin gong: {effect} er under {threshold}",
    en="low effect, once: {effect} is below {threshold}",
)
_EASY = Text(
    nb="lett å gjennomføre: {value} er minst {threshold} ({grades})",
    nn="lett å gjennomføre: {value} er minst {threshold} ({grades})",
    en="easy to carry out: {value} is at least {threshold} ({grades})",
)
_HARD = Text(
    nb="vanskelig å gjennomføre: {value} er under {threshold} ({grades})",
    nn="vanskeleg å gjennomføre: {value} er under {threshold} ({grades})",
    en="hard to carry out: {value} is below {threshold} ({grades})",
)
_FLOORED = Text(
    nb="vanskelig å gjennomføre uansett snitt ({value}): {weakest} ({grades})",
    nn="vanskeleg å gjennomføre same kva snittet er ({value}): {weakest} ({grades})",
    en="hard to carry out whatever the mean ({value}): {weakest} ({grades})",
)
_FLOOR = {
    "staff": Text(
        nb="konsekvensen for ansatte er for stor",
        nn="konsekvensen for tilsette er for stor",
        en="the consequence for staff is too large",
    ),
    "users": Text(
        nb="konsekvensen for brukere er for stor",
        nn="konsekvensen for brukarar er for stor",
        en="the consequence for users is too large",
    ),
    "acceptance": Text(
        nb="den politiske aksepten er for lav",
        nn="den politiske aksepten er for låg",
        en="the political acceptance is too low",
    ),
}
_GRADE = Text(nb="{name} {grade}", nn="{name} {grade}", en="{name} {grade}")


def reason(
    measure: Measure,
    effect: Money,
    feasibility: Fraction,
    settings: Settings,
    given: Mapping[str, int],
    *,
    floored: str | None,
) -> Said:
    """Why ``measure`` stands where it stands: both axes, with the figures and the grades."""
    if effect >= settings.effect:
        first = _HIGH if measure.recurring else _HIGH_ONCE
    else:
        first = _LOW if measure.recurring else _LOW_ONCE
    facts: dict[str, object] = {
        "value": feasibility,
        "threshold": settings.feasibility,
        "grades": [Said(_GRADE, {"name": GRADE[name], "grade": grade}) for name, grade in given.items()],
    }
    if floored is not None:
        second = _FLOORED
        facts["weakest"] = _FLOOR[floored]
    else:
        second = _EASY if feasibility >= Fraction(settings.feasibility) else _HARD
    return Said(
        _REASON,
        {
            "effect": Said(first, {"effect": effect, "threshold": settings.effect}),
            "feasibility": Said(second, facts),
        },
    )
