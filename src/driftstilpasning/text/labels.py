"""Words that tables, charts and sentences share; the words themselves are decided by the field."""

from typing import Final

from driftstilpasning.text import Text

STATUS: Final = {
    "idea": Text(nb="idé", nn="idé", en="idea"),
    "proposed": Text(nb="foreslått", nn="foreslått", en="proposed"),
    "hearing": Text(nb="på høring", nn="på høyring", en="hearing"),
    "recommended": Text(nb="tilrådd", nn="tilrådd", en="recommended"),
    "adopted": Text(nb="vedtatt", nn="vedteke", en="adopted"),
    "underway": Text(nb="under gjennomføring", nn="under gjennomføring", en="underway"),
    "realised": Text(nb="realisert", nn="realisert", en="realised"),
    "deferred": Text(nb="utsatt", nn="utsett", en="deferred"),
    "rejected": Text(nb="avvist", nn="avvist", en="rejected"),
    "withdrawn": Text(nb="trukket", nn="trekt", en="withdrawn"),
}
KIND: Final = {
    "efficiency": Text(nb="effektivisering", nn="effektivisering", en="efficiency"),
    "structure": Text(nb="struktur", nn="struktur", en="structure"),
    "service-level": Text(nb="tjenestenivå", nn="tenestenivå", en="service level"),
    "staffing": Text(nb="bemanning", nn="bemanning", en="staffing"),
    "purchasing": Text(nb="innkjøp", nn="innkjøp", en="purchasing"),
    "income": Text(nb="inntekt", nn="inntekt", en="income"),
    "gains": Text(nb="gevinstrealisering", nn="gevinstrealisering", en="benefit realisation"),
    "priority": Text(nb="satsing", nn="satsing", en="priority"),
    "technical": Text(nb="teknisk flytting", nn="teknisk flytting", en="technical move"),
    "unspecified": Text(nb="uspesifisert kutt", nn="ikkje spesifisert kutt", en="unspecified cut"),
}
FUNDING: Final = {
    "free": Text(nb="frie midler", nn="frie midlar", en="free"),
    "self-cost": Text(nb="selvkost", nn="sjølvkost", en="self-cost"),
    "earmarked": Text(nb="øremerket", nn="øyremerkt", en="earmarked"),
    "financing": Text(nb="finansiering", nn="finansiering", en="financing"),
}
BENEFIT: Final = {
    "budget": Text(nb="budsjett", nn="budsjett", en="budget"),
    "time": Text(nb="tid", nn="tid", en="time"),
    "quality": Text(nb="kvalitet", nn="kvalitet", en="quality"),
}
FTE_HOW: Final = {
    "turnover": Text(nb="naturlig avgang", nn="naturleg avgang", en="natural turnover"),
    "redeployment": Text(nb="omplassering", nn="omplassering", en="redeployment"),
    "vacancy": Text(nb="vakanse", nn="vakanse", en="vacancy"),
    "redundancy": Text(nb="nedbemanning", nn="nedbemanning", en="redundancy"),
    None: Text(nb="ikke oppgitt hvordan", nn="ikkje oppgjeve korleis", en="not said how"),
}
LAW: Final = {
    "must": Text(nb="lovpålagt", nn="lovpålagd", en="statutory"),
    "should": Text(nb="bør etter loven", nn="bør etter lova", en="should by law"),
    "may": Text(nb="kan, ikke lovpålagt", nn="kan, ikkje lovpålagd", en="may, not statutory"),
}
ORIGIN: Final = {
    "working-group": Text(nb="arbeidsgruppe", nn="arbeidsgruppe", en="working group"),
    "administration": Text(nb="administrasjonen", nn="administrasjonen", en="the administration"),
    "party": Text(nb="et parti", nn="eit parti", en="a party"),
    "council": Text(nb="kommunestyret", nn="kommunestyret", en="the council"),
    "hearing": Text(nb="høringen", nn="høyringa", en="the hearing"),
}
AUTHORITY: Final = {
    "council": ORIGIN["council"],
    "administration": Text(
        nb="administrasjonen, etter drøfting",
        nn="administrasjonen, etter drøfting",
        en="the administration, after discussion",
    ),
}
VISIBILITY: Final = {
    "public": Text(nb="offentlig", nn="offentleg", en="public"),
    "internal": Text(nb="intern", nn="intern", en="internal"),
}
YES_NO: Final = {
    "true": Text(nb="Ja", nn="Ja", en="Yes"),
    "false": Text(nb="Nei", nn="Nei", en="No"),
}
GRADE: Final = {
    "staff": Text(nb="ansatte", nn="tilsette", en="staff"),
    "users": Text(nb="brukere", nn="brukarar", en="users"),
    "acceptance": Text(nb="politisk aksept", nn="politisk aksept", en="political acceptance"),
}
QUADRANT: Final = {
    "needs-process": Text(nb="Krever prosess", nn="Krev prosess", en="Needs process"),
    "do-first": Text(nb="Ta først", nn="Ta først", en="Do first"),
    "leave": Text(nb="La ligge", nn="La liggje", en="Leave"),
    "quick-win": Text(nb="Ta i linja", nn="Ta i linja", en="Quick wins"),
}
QUADRANT_MEANS: Final = {
    "needs-process": Text(
        nb="stor virkning, vanskelig å gjennomføre",
        nn="stor verknad, vanskeleg å gjennomføre",
        en="high effect, hard to carry out",
    ),
    "do-first": Text(
        nb="stor virkning, lett å gjennomføre",
        nn="stor verknad, lett å gjennomføre",
        en="high effect, easy to carry out",
    ),
    "leave": Text(
        nb="liten virkning, vanskelig å gjennomføre",
        nn="liten verknad, vanskeleg å gjennomføre",
        en="low effect, hard to carry out",
    ),
    "quick-win": Text(
        nb="liten virkning, lett å gjennomføre",
        nn="liten verknad, lett å gjennomføre",
        en="low effect, easy to carry out",
    ),
}
BASIS: Final = {
    "level": Text(
        nb="varig nivå {year} (helårseffekt)",
        nn="varig nivå {year} (heilårseffekt)",
        en="lasting level {year} (full-year effect)",
    ),
    "in-year": Text(nb="virkning i budsjettåret {year}", nn="verknad i budsjettåret {year}", en="effect in {year}"),
    "cumulative": Text(
        nb="samlet virkning {first}–{year}", nn="samla verknad {first}–{year}", en="sum of effects {first}–{year}"
    ),
}
WHY: Final = {
    "rejected": Text(nb="avvist", nn="avvist", en="rejected"),
    "withdrawn": Text(nb="trukket", nn="trekt", en="withdrawn"),
    "deferred": Text(nb="utsatt", nn="utsett", en="deferred"),
    "status": Text(nb="ikke kommet langt nok", nn="ikkje kome langt nok", en="not far enough along"),
    "time-or-quality": Text(
        nb="gir tid eller kvalitet, ikke penger",
        nn="gjev tid eller kvalitet, ikkje pengar",
        en="wins time or quality, not money",
    ),
    "self-cost": Text(
        nb="selvkost: går tilbake til gebyrbetalerne",
        nn="sjølvkost: går attende til gebyrbetalarane",
        en="self-cost: goes back to the fee payers",
    ),
    "earmarked": Text(nb="øremerkede midler", nn="øyremerkte midlar", en="earmarked money"),
    "financing": Text(
        nb="finansiering, ikke netto driftsutgifter",
        nn="finansiering, ikkje netto driftsutgifter",
        en="financing, not net operating expenditure",
    ),
    "technical": Text(
        nb="flytting mellom enheter, sparer ikke noe",
        nn="flytting mellom einingar, sparer ikkje noko",
        en="a move between units, saves nothing",
    ),
    "one-off": Text(
        nb="engangstiltak, har ikke noe varig nivå",
        nn="eingongstiltak, har ikkje noko varig nivå",
        en="one-off, has no lasting level",
    ),
    "alternative": Text(nb="alternativet er ikke valgt", nn="alternativet er ikkje valt", en="alternative not taken"),
    "reversal": Text(
        nb="reverserer et tiltak som ikke teller med",
        nn="reverserer eit tiltak som ikkje tel med",
        en="reverses a measure that does not count",
    ),
}
UNPLACED: Final = {
    "rejected": WHY["rejected"],
    "withdrawn": WHY["withdrawn"],
    "deferred": WHY["deferred"],
    "reversal": Text(nb="reversering", nn="reversering", en="reversal"),
    "unspecified": Text(
        nb="uspesifisert kutt (rammetrekk)", nn="ikkje spesifisert kutt (rammetrekk)", en="unspecified cut"
    ),
    "cost": Text(nb="koster mer enn det sparer", nn="kostar meir enn det sparer", en="costs more than it saves"),
    "not-graded": Text(nb="mangler karakterer", nn="manglar karakterar", en="not graded"),
}
SEVERITY: Final = {
    "error": Text(nb="feil", nn="feil", en="error"),
    "warning": Text(nb="advarsel", nn="åtvaring", en="warning"),
    "info": Text(nb="opplysning", nn="opplysning", en="info"),
}
COUNTED: Final = {
    "error": (Text(nb="{n} feil", nn="{n} feil", en="{n} error"), Text(nb="{n} feil", nn="{n} feil", en="{n} errors")),
    "warning": (
        Text(nb="{n} advarsel", nn="{n} åtvaring", en="{n} warning"),
        Text(nb="{n} advarsler", nn="{n} åtvaringar", en="{n} warnings"),
    ),
    "info": (
        Text(nb="{n} opplysning", nn="{n} opplysning", en="{n} note"),
        Text(nb="{n} opplysninger", nn="{n} opplysningar", en="{n} notes"),
    ),
    "file": (Text(nb="{n} fil", nn="{n} fil", en="{n} file"), Text(nb="{n} filer", nn="{n} filer", en="{n} files")),
    "measure": (
        Text(nb="{n} tiltak", nn="{n} tiltak", en="{n} measure"),
        Text(nb="{n} tiltak", nn="{n} tiltak", en="{n} measures"),
    ),
}
