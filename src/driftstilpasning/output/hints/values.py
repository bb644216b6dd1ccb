"""What a field can say: the meaning of each choice, and how numbers, months and texts are written."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from driftstilpasning.model.years import Period
from driftstilpasning.text import Text
from driftstilpasning.text.labels import (
    AUTHORITY,
    BENEFIT,
    FTE_HOW,
    FUNDING,
    KIND,
    LAW,
    ORIGIN,
    SEVERITY,
    STATUS,
)

_Meanings = Mapping[Any, Text]


def _explained(labels: Mapping[Any, Text], meanings: Mapping[str, Text]) -> _Meanings:
    """Each choice by its label and what it means: ``på høring: sendt ut til uttalelse``."""
    return {
        value: Text(
            nb=f"{labels[value].nb}: {text.nb}",
            nn=f"{labels[value].nn}: {text.nn}",
            en=f"{labels[value].en}: {text.en}",
        )
        for value, text in meanings.items()
    }


_STATUS = _explained(
    STATUS,
    {
        "idea": Text(nb="ikke utredet ennå", nn="ikkje greidd ut enno", en="not looked into yet"),
        "proposed": Text(nb="lagt fram som forslag", nn="lagt fram som framlegg", en="put forward"),
        "hearing": Text(nb="sendt ut til uttalelse", nn="sendt ut til fråsegn", en="sent out for comment"),
        "recommended": Text(
            nb="innstilt til kommunestyret", nn="innstilt til kommunestyret", en="recommended to the council"
        ),
        "adopted": Text(
            nb="vedtatt av den som avgjør", nn="vedteke av den som avgjer", en="decided by whoever decides"
        ),
        "underway": Text(nb="arbeidet er i gang", nn="arbeidet er i gang", en="being carried out"),
        "realised": Text(nb="virkningen er hentet ut", nn="verknaden er henta ut", en="the effect is there"),
        "deferred": Text(
            nb="teller ikke før det tas opp igjen",
            nn="tel ikkje før det vert teke opp att",
            en="does not count until it is taken up again",
        ),
        "rejected": Text(nb="stemt ned; teller ikke", nn="røysta ned; tel ikkje", en="voted down; does not count"),
        "withdrawn": Text(
            nb="trukket av forslagsstilleren; teller ikke",
            nn="trekt av den som foreslo det; tel ikkje",
            en="taken back by whoever proposed it; does not count",
        ),
    },
)
_KIND = _explained(
    KIND,
    {
        "efficiency": Text(
            nb="samme tjeneste for mindre penger", nn="same teneste for mindre pengar", en="the same service for less"
        ),
        "structure": Text(
            nb="færre eller andre bygg og enheter", nn="færre eller andre bygg og einingar", en="fewer or other sites"
        ),
        "service-level": Text(
            nb="mindre eller enklere tjeneste", nn="mindre eller enklare teneste", en="less service, or simpler"
        ),
        "staffing": Text(
            nb="færre årsverk eller andre turnuser",
            nn="færre årsverk eller andre turnusar",
            en="fewer posts or other rosters",
        ),
        "purchasing": Text(nb="rimeligere innkjøp", nn="rimelegare innkjøp", en="cheaper purchases"),
        "income": Text(nb="høyere inntekter", nn="høgare inntekter", en="higher income"),
        "gains": Text(
            nb="gevinst av noe som alt er gjort", nn="gevinst av noko som alt er gjort", en="the gain of what is done"
        ),
        "priority": Text(
            nb="bruker penger; har oftest negativ virkning",
            nn="bruker pengar; har oftast negativ verknad",
            en="spends money; its effect is mostly negative",
        ),
        "technical": Text(
            nb="flytter penger mellom enheter; teller ikke",
            nn="flyttar pengar mellom einingar; tel ikkje",
            en="moves money between units; does not count",
        ),
        "unspecified": Text(
            nb="rammetrekk som ikke sier hva som skal gjøres",
            nn="rammetrekk som ikkje seier kva som skal gjerast",
            en="says nothing of what is to be done",
        ),
    },
)
_SIZE: _Meanings = {
    1: Text(nb="svært liten", nn="svært liten", en="very small"),
    2: Text(nb="liten", nn="liten", en="small"),
    3: Text(nb="middels", nn="middels", en="medium"),
    4: Text(nb="stor", nn="stor", en="large"),
    5: Text(nb="svært stor", nn="svært stor", en="very large"),
}
_HEIGHT: _Meanings = {
    1: Text(nb="svært lav", nn="svært låg", en="very low"),
    2: Text(nb="lav", nn="låg", en="low"),
    3: Text(nb="middels", nn="middels", en="medium"),
    4: Text(nb="høy", nn="høg", en="high"),
    5: Text(nb="svært høy", nn="svært høg", en="very high"),
}

CHOICES: Final[Mapping[str, _Meanings]] = {
    "status": _STATUS,
    "decisions.outcome": _STATUS,
    "targets.counts": _STATUS,
    "kind": _KIND,
    "stated.kind": _KIND,
    "consequence.staff.grade": _SIZE,
    "consequence.users.grade": _SIZE,
    "acceptance.grade": _HEIGHT,
    "fte_how": _explained(
        FTE_HOW,
        {
            "turnover": Text(
                nb="folk slutter eller blir pensjonister",
                nn="folk sluttar eller vert pensjonistar",
                en="people leave or retire",
            ),
            "redeployment": Text(
                nb="folk får annet arbeid i kommunen",
                nn="folk får anna arbeid i kommunen",
                en="people get other work in the municipality",
            ),
            "vacancy": Text(
                nb="ledige stillinger blir stående ledige",
                nn="ledige stillingar vert ståande ledige",
                en="vacant posts are left vacant",
            ),
            "redundancy": Text(nb="folk blir sagt opp", nn="folk vert sagde opp", en="people are given notice"),
        },
    ),
    "origin": ORIGIN,
    "authority": AUTHORITY,
    "funding": _explained(
        FUNDING,
        {
            "free": Text(nb="teller mot målene", nn="tel mot måla", en="counts toward the targets"),
            "self-cost": Text(
                nb="går tilbake til gebyrbetalerne",
                nn="går attende til gebyrbetalarane",
                en="goes back to the fee payers",
            ),
            "earmarked": Text(
                nb="kan ikke brukes til noe annet", nn="kan ikkje brukast til noko anna", en="for nothing else"
            ),
            "financing": Text(
                nb="skatt, renter, avdrag og fond; ikke netto driftsutgifter",
                nn="skatt, renter, avdrag og fond; ikkje netto driftsutgifter",
                en="tax, interest, instalments and reserves; not net operating expenditure",
            ),
        },
    ),
    "benefit": _explained(
        BENEFIT,
        {
            "budget": Text(nb="lavere utgifter i budsjettet", nn="lågare utgifter i budsjettet", en="a lower budget"),
            "time": Text(
                nb="frigjort tid, ikke penger", nn="frigjord tid, ikkje pengar", en="time set free, not money"
            ),
            "quality": Text(
                nb="bedre tjeneste, ikke penger", nn="betre teneste, ikkje pengar", en="a better service, not money"
            ),
        },
    ),
    "law.level": LAW,
    "visibility": {
        "public": Text(
            nb="vises i det som lages for offentligheten",
            nn="vert vist i det som vert laga for offentlegheita",
            en="shown in what is made for the public",
        ),
        "internal": Text(
            nb="inngår bare i en sum per sektor i det som lages for offentligheten",
            nn="inngår berre i ein sum per sektor i det som vert laga for offentlegheita",
            en="only part of its sector's sum in what is made for the public",
        ),
    },
    "unit": {
        "kr": Text(nb="kroner", nn="kroner", en="kroner"),
        "1000 kr": Text(nb="tusen kroner", nn="tusen kroner", en="thousands of kroner"),
        "mill. kr": Text(nb="millioner kroner", nn="millionar kroner", en="millions of kroner"),
    },
    "targets.basis": {
        "level": Text(
            nb="varig nivå ved årets slutt (helårseffekt)",
            nn="varig nivå ved utgangen av året (heilårseffekt)",
            en="the lasting level at the year's end (full-year effect)",
        ),
        "in-year": Text(nb="virkningen i året", nn="verknaden i året", en="the effect in the year"),
        "cumulative": Text(
            nb="summen av virkningene fra planens første år til og med året",
            nn="summen av verknadene frå det fyrste året i planen til og med året",
            en="the sum of effects from the plan's first year through the year",
        ),
    },
    "quadrant.method": {
        "mean": Text(nb="snittet, med vekter", nn="snittet, med vekter", en="the weighted mean"),
        "weakest": Text(nb="den laveste av dem", nn="den lågaste av dei", en="the lowest of them"),
    },
    "severity": {
        **SEVERITY,
        "off": Text(nb="regelen er slått av", nn="regelen er slått av", en="the rule is switched off"),
    },
}
"""The meaning of each choice, under the path of the field."""

SHAPES: Final[Mapping[str, Text]] = {
    "amount": Text(
        nb="skriv et tall i planens enhet, som 1200 eller -2.9: punktum foran desimalene, ingen mellomrom",
        nn="skriv eit tal i eininga til planen, som 1200 eller -2.9: punktum framfor desimalane, ingen mellomrom",
        en="write a number in the plan's unit, like 1200 or -2.9: a point before decimals, no spaces",
    ),
    "number": Text(
        nb="skriv et tall, som 40 eller -1.5: punktum foran desimalene",
        nn="skriv eit tal, som 40 eller -1.5: punktum framfor desimalane",
        en="write a number, like 40 or -1.5: a point before decimals",
    ),
    "boolean": Text(nb="skriv true eller false", nn="skriv true eller false", en="write true or false"),
    "month": Text(
        nb="skriv år og måned, som 2013-08",
        nn="skriv år og månad, som 2013-08",
        en="write year and month, like 2013-08",
    ),
    "date": Text(
        nb="skriv år, måned og dag, som 2013-06-10",
        nn="skriv år, månad og dag, som 2013-06-10",
        en="write year, month and day, like 2013-06-10",
    ),
    "year": Text(
        nb="skriv et år med fire sifre, som 2013",
        nn="skriv eit år med fire siffer, som 2013",
        en="write a year, like 2013",
    ),
    "text": Text(
        nb='skriv en tekst; et tall, true eller false må stå i anførselstegn: "2013"',
        nn='skriv ein tekst; eit tal, true eller false må stå i hermeteikn: "2013"',
        en='write a text; a number, true or false stands in quotation marks: "2013"',
    ),
    "id": Text(
        nb='bare bokstaver, sifre og bindestrek, som HO-03; et tall må stå i anførselstegn: "12"',
        nn='berre bokstavar, siffer og bindestrek, som HO-03; eit tal må stå i hermeteikn: "12"',
        en='letters, digits and hyphens only, like HO-03; a number stands in quotation marks: "12"',
    ),
}
"""What to write where a value is of another shape."""

MONTH_IN_PERIOD: Final = Text(
    nb="skriv år og måned, som 2013-08, innenfor planen {period}",
    nn="skriv år og månad, som 2013-08, innanfor planen {period}",
    en="write year and month, like 2013-08, within the plan {period}",
)
CHOOSE: Final = Text(nb="velg blant: {choices}", nn="vel mellom: {choices}", en="choose among: {choices}")
NOT_A_FIELD: Final = Text(
    nb="dette er ikke et felt. En tekst med komma i må stå i anførselstegn mellom { og }, og et tall har punktum: 2.9",
    nn="dette er ikkje eit felt. Ein tekst med komma i må stå i hermeteikn mellom { og }, og eit tal har punktum: 2.9",
    en="this is no field. Between { and } a text with a comma stands in quotation marks, and a number has a point: 2.9",
)
NOT_A_YEAR: Final = Text(
    nb="dette er ikke et år. Et tall har punktum foran desimalene, 2.9, og ingen skilletegn mellom tusener",
    nn="dette er ikkje eit år. Eit tal har punktum framfor desimalane, 2.9, og ingen skiljeteikn mellom tusen",
    en="this is no year. A number has a point before decimals, 2.9, and nothing between thousands",
)

WAYS: Final[Mapping[str, Text]] = {
    "<annual>": Text(
        nb="helårsvirkning fra en måned", nn="heilårsverknad frå ein månad", en="full-year effect from a month on"
    ),
    "<steps>": Text(nb="flere trinn", nn="fleire steg", en="several steps"),
    "<years>": Text(nb="år for år", nn="år for år", en="year by year"),
    "<one>": Text(nb="én sektor", nn="éin sektor", en="one sector"),
    "<shares>": Text(nb="andeler av flere", nn="delar av fleire", en="shares of several"),
    "<record>": Text(nb="beløp og kilde", nn="beløp og kjelde", en="amount and source"),
    "<amount>": Text(nb="bare beløpet", nn="berre beløpet", en="the amount alone"),
}
"""The ways to write a value, under the model's name of each."""


def _effects(period: Period) -> Mapping[str, object]:
    annual = {"annual": 1200, "from": f"{period.first}-08"}
    return {
        "<annual>": annual,
        "<years>": dict.fromkeys(map(str, period), 1200),
        "<steps>": [annual, {"annual": 2400, "from": f"{period.last}-01"}],
    }


SNIPPETS: Final[Mapping[str, Callable[[Period], Mapping[str, object]]]] = {"effect": _effects}
"""Whole values of a field that can be written in several ways, for the years of a plan."""
