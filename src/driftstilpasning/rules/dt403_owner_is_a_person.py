"""The owner of a measure looks like somebody's name."""

import re
from collections.abc import Iterable
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_NAME: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_FEWEST, _MOST = 2, 3

_POST_OR_UNIT: Final = re.compile(
    "sjef|leiar|leder|direktør|rektor|råd|ordfør|utval|grupp|lege|konsulent|ansvarl|koordinator|meister|mester"
    "|ingeniør|styrar|styrer|styre|styring|sekretær|inspektør|representant|tillitsval|ombod|ombud|controller|assisten"
    "|sakshandsam|saksbehandl|kontor|tenest|tjenest|service|eining|enhet|avdeling|seksjon|etat|stab|team|skul|skol"
    "|barnehag|utvikl|verksemd|virksomh|kommun|forvalt|prosjekt|komit|nemnd|føretak|foretak|økonomi|personal|oppvekst"
    "|helse|omsorg|kultur|teknisk|drift|plan|bygg|miljø|eigedom|eiendom|næring|velferd|organisasjon|administrasjon"
    "|teknolog|digital|manager|head|director|officer|chief",
    re.IGNORECASE,
)
"""Parts of words in the titles of posts and the names of units, in both languages and English."""


def check(located: Located[Measure]) -> Iterable[Finding]:
    """An owner of two or three capitalised words that name no post and no unit."""
    owner = located.value.owner
    if owner is None or " " not in owner or not _looks_like_a_person(owner):
        return ()
    return [Finding(located.at("owner"), {"owner": owner})]


def _looks_like_a_person(owner: str) -> bool:
    words = owner.split()
    if not _FEWEST <= len(words) <= _MOST or _POST_OR_UNIT.search(owner):
        return False
    return all(_NAME.fullmatch(word) and _capitalised(word) for word in words)


def _capitalised(word: str) -> bool:
    """``Kari`` and ``K.``, but not ``NAV`` or ``og``."""
    return word[0].isupper() and (word[1:] in ("", ".") or not word.isupper())


RULE = Rule(
    code="DT403",
    name="owner-is-a-person",
    severity=Severity.WARNING,
    message=Text(
        nb="«{owner}» ser ut som et personnavn",
        nn="«{owner}» ser ut som eit personnamn",
        en="“{owner}” looks like a person's name",
    ),
    why=Text(
        nb="Det er stillingen som har ansvaret, også når den får en ny innehaver. Filene blir offentlige og ligger i "
        "historikken i mange år, og navn på ansatte hører ikke hjemme der.",
        nn="Det er stillinga som har ansvaret, òg når ho får ein ny innehavar. Filene vert offentlege og ligg i "
        "historikken i mange år, og namn på tilsette høyrer ikkje heime der.",
        en="It is the post that is responsible, also once somebody else holds it. The files become public and stay "
        "in the history for years, and the names of employees do not belong there.",
    ),
    help=Text(
        nb="skriv stillingen i stedet, som «owner: Barnehagesjef»",
        nn="skriv stillinga i staden, som «owner: Barnehagesjef»",
        en="write the post instead, as in `owner: Barnehagesjef`",
    ),
    check=each(check),
    good="owner: Kommunalsjef Helse og Omsorg\n",
    bad="owner: Kari Nordmann  # DT403@8\n",
)
