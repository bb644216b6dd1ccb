"""KOSTRA functions: what a code of the national municipal accounts is called, and whose money it is.

Source: the function codes that Statistics Norway's (SSB) control programme for KOSTRA accepts in its
2026 edition. The names are Norwegian, from public lists; a code whose name was not verified has
none. Codes change over the years: 254 ended with 2023, and 257 and 258 came with 2024. So a code that
is not known here may be right in a plan of another year.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FUNCTIONS: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        "100": "Politisk styring",
        "110": "Kontroll og revisjon",
        "120": "Administrasjon",
        "121": "Forvaltningsutgifter i eiendomsforvaltningen",
        "130": "Administrasjonslokaler",
        "170": "Årets premieavvik",
        "171": None,
        "172": "Pensjon",
        "173": "Premiefond",
        "180": "Diverse fellesutgifter",
        "201": None,
        "202": "Grunnskole",
        "211": None,
        "213": "Voksenopplæring",
        "215": "Skolefritidstilbud",
        "221": None,
        "222": "Skolelokaler",
        "223": "Skoleskyss",
        "231": "Aktivitetstilbud barn og unge",
        "232": "Forebygging, helsestasjons- og skolehelsetjeneste",
        "233": "Annet forebyggende helsearbeid",
        "234": "Aktiviserings- og servicetjenester overfor eldre og personer med funksjonsnedsettelser",
        "241": "Diagnose, behandling, re-/habilitering",
        "242": "Råd, veiledning og sosialt forebyggende arbeid",
        "243": "Tilbud til personer med rusproblemer",
        "244": "Barneverntjeneste",
        "251": "Barneverntiltak når barnet ikke er plassert av barnevernet",
        "252": "Barneverntiltak når barnet er plassert av barnevernet",
        "253": "Helse- og omsorgstjenester i institusjon",
        "256": "Akutthjelp helse- og omsorgstjenester",
        "257": None,
        "258": None,
        "261": "Institusjonslokaler",
        "265": "Kommunalt disponerte boliger",
        "273": "Arbeidsrettede tiltak i kommunal regi",
        "275": "Introduksjonsordningen",
        "276": "Kvalifiseringsordningen",
        "281": "Ytelse til livsopphold",
        "283": "Bistand til etablering og opprettholdelse av egen bolig",
        "285": None,
        "290": None,
        "301": "Plansaksbehandling",
        "302": "Bygge- og delesaksbehandling og seksjonering",
        "303": "Kart og oppmåling",
        "315": "Boligbygging og fysiske bomiljøtiltak",
        "320": "Kommunal næringsvirksomhet",
        "321": None,
        "322": None,
        "325": "Tilrettelegging og bistand for næringslivet",
        "329": "Landbruksforvaltning og landbruksbasert næringsutvikling",
        "330": "Samferdselsbedrifter/transporttiltak",
        "332": "Kommunale veier",
        "335": "Rekreasjon i tettsted",
        "338": "Forebygging av branner og andre ulykker",
        "339": "Beredskap mot branner og andre ulykker",
        "340": "Produksjon av vann",
        "345": "Distribusjon av vann",
        "350": "Avløpsrensing",
        "353": "Avløpsnett/innsamling av avløpsvann",
        "354": "Tømming av slamavskillere, septiktanker o.l.",
        "355": "Innsamling, gjenvinning og sluttbehandling av husholdningsavfall",
        "360": "Naturforvaltning og friluftsliv",
        "365": "Kulturminnevern",
        "370": "Bibliotek",
        "373": "Kino",
        "375": "Museer",
        "377": "Kunstformidling",
        "380": "Idrett og tilskudd til andres idrettsanlegg",
        "381": "Kommunale idrettsbygg og idrettsanlegg",
        "383": "Musikk- og kulturskoler",
        "385": "Andre kulturaktiviteter og tilskudd til andres kulturbygg",
        "386": "Kommunale kulturbygg",
        "390": "Den norske kirke",
        "392": "Andre religiøse formål",
        "393": "Gravplasser og krematorier",
        "800": None,
        "840": None,
        "841": None,
        "850": None,
        "860": None,
        "870": None,
        "880": None,
        "899": None,
    }
)
"""Each code and its name in bokmål; None where the name was not verified."""

SELF_COST: Final = frozenset({"340", "345", "350", "353", "354", "355"})
"""Water, sewage, sludge and household waste: savings go back to the fee payers."""

_FINANCING: Final = range(800, 900)
_DIGITS: Final = 3


def known(code: str) -> bool:
    """Whether the 2026 edition has ``code``.

    >>> known("202"), known("254")
    (True, False)
    """
    return code in FUNCTIONS


def name(code: str) -> str | None:
    """The function's name in bokmål; None for an unknown code and for a name that was not verified.

    >>> name("370")
    'Bibliotek'
    """
    return FUNCTIONS.get(code)


def is_self_cost(code: str) -> bool:
    """Whether the whole function is paid by fees at cost.

    >>> is_self_cost("340"), is_self_cost("338")
    (True, False)
    """
    return code in SELF_COST


def is_financing(code: str) -> bool:
    """Whether ``code`` is tax, grants, interest, instalments or reserves: 800 through 899, listed or not.

    >>> is_financing("800"), is_financing("393")
    (True, False)
    """
    return len(code) == _DIGITS and code.isascii() and code.isdecimal() and int(code) in _FINANCING
