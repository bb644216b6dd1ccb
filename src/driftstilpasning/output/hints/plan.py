"""The fields of the plan."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from driftstilpasning.output.hints import Hint
from driftstilpasning.text import Text, same

_AMOUNT = Text(nb="Beløp", nn="Beløp", en="Amount")
_SOURCE = Text(nb="Kilde", nn="Kjelde", en="Source")
_YEAR = Text(nb="År", nn="År", en="Year")
_ID = Text(nb="Id", nn="Id", en="Id")
_TITLE = Text(nb="Tittel", nn="Tittel", en="Title")

PLAN: Final[Mapping[str, Hint]] = {
    "": Hint(
        Text(nb="Økonomiplan", nn="Økonomiplan", en="Economic plan"),
        Text(
            nb="Planen som tiltakene måles mot: periode, enhet, sektorer, mål og grensene mellom kvadrantene.",
            nn="Planen som tiltaka vert målte mot: periode, eining, sektorar, mål og grensene mellom kvadrantane.",
            en="The plan that measures are held against: period, unit, sectors, targets and the quadrant's thresholds.",
        ),
    ),
    "municipality": Hint(
        Text(nb="Kommune", nn="Kommune", en="Municipality"),
        Text(nb="Navnet på kommunen.", nn="Namnet på kommunen.", en="The municipality's name."),
        (same("Øygarden"),),
    ),
    "plan": Hint(
        Text(nb="Plan", nn="Plan", en="Plan"),
        Text(nb="Navnet på planen.", nn="Namnet på planen.", en="The plan's name."),
        (Text(nb="Økonomiplan 2013–2016", nn="Økonomiplan 2013–2016", en="Economic plan 2013–2016"),),
    ),
    "period": Hint(
        Text(nb="Periode", nn="Periode", en="Period"),
        Text(
            nb="Det første og det siste året i planen: {first: 2013, last: 2016}.",
            nn="Det fyrste og det siste året i planen: {first: 2013, last: 2016}.",
            en="The first and the last year of the plan: {first: 2013, last: 2016}.",
        ),
    ),
    "period.first": Hint(
        Text(nb="Første år", nn="Fyrste år", en="First year"),
        Text(nb="Det første året i planen.", nn="Det fyrste året i planen.", en="The plan's first year."),
        (2013,),
    ),
    "period.last": Hint(
        Text(nb="Siste år", nn="Siste år", en="Last year"),
        Text(
            nb="Det siste året i planen; det kan være det samme som det første.",
            nn="Det siste året i planen; det kan vere det same som det fyrste.",
            en="The plan's last year; it may be the same as the first.",
        ),
        (2016,),
    ),
    "base_year": Hint(
        Text(nb="Basisår", nn="Basisår", en="Base year"),
        Text(
            nb="Året med budsjettet som hver virkning måles mot.",
            nn="Året med budsjettet som kvar verknad vert målt mot.",
            en="The year whose budget every effect is measured against.",
        ),
        (2012,),
    ),
    "unit": Hint(
        Text(nb="Enhet", nn="Eining", en="Unit"),
        Text(
            nb="Enheten for alle beløp i porteføljen.",
            nn="Eininga for alle beløp i porteføljen.",
            en="The unit of every amount in the portfolio.",
        ),
    ),
    "price_level": Hint(
        Text(nb="Prisnivå", nn="Prisnivå", en="Price level"),
        Text(
            nb="Året alle beløp er i kroner for. Ingenting blir justert for prisvekst.",
            nn="Året alle beløp er i kroner for. Ingenting vert justert for prisvekst.",
            en="The year whose prices every amount is in. Nothing is adjusted for inflation.",
        ),
        (2013,),
    ),
    "notice": Hint(
        Text(nb="Merknad", nn="Merknad", en="Notice"),
        Text(
            nb="Noe leseren må vite; det står på hver rapport.",
            nn="Noko lesaren må vite; det står på kvar rapport.",
            en="What the reader must know; it stands on every report.",
        ),
        (
            Text(
                nb="Tiltakene er oppdiktede eksempler.",
                nn="Tiltaka er oppdikta døme.",
                en="The measures are made-up examples.",
            ),
        ),
    ),
    "sectors": Hint(
        Text(nb="Sektorer", nn="Sektorar", en="Sectors"),
        Text(
            nb="Delene av budsjettet, hver under sin id: {{oppvekst: {{name: Oppvekst}}}}.",
            nn="Delane av budsjettet, kvar under sin id: {{oppvekst: {{name: Oppvekst}}}}.",
            en="The parts of the budget, each under its id: {{oppvekst: {{name: Schools and childcare}}}}.",
        ),
    ),
    "sectors.name": Hint(
        Text(nb="Navn", nn="Namn", en="Name"),
        Text(
            nb="Navnet på sektoren, som det står i rapportene.",
            nn="Namnet på sektoren, som det står i rapportane.",
            en="The sector's name, as reports print it.",
        ),
        (Text(nb="Oppvekst", nn="Oppvekst", en="Schools and childcare"),),
    ),
    "sectors.base": Hint(
        Text(nb="Basis", nn="Basis", en="Base"),
        Text(
            nb="Netto driftsutgifter i basisåret, i planens enhet.",
            nn="Netto driftsutgifter i basisåret, i eininga til planen.",
            en="Net operating expenditure in the base year, in the plan's unit.",
        ),
        (122000,),
    ),
    "sectors.wanted": Hint(
        Text(nb="Ønsket ramme", nn="Ønskt ramme", en="Wanted frame"),
        Text(
            nb="Rammen sektoren trenger for å drive som nå, år for år: {2013: 127000}.",
            nn="Ramma sektoren treng for å drive som no, år for år: {2013: 127000}.",
            en="The frame that the sector needs to go on as now, year by year: {2013: 127000}.",
        ),
    ),
    "sectors.available": Hint(
        Text(nb="Tilgjengelig ramme", nn="Tilgjengeleg ramme", en="Available frame"),
        Text(
            nb="Rammen sektoren kan få, år for år: {2013: 121000}.",
            nn="Ramma sektoren kan få, år for år: {2013: 121000}.",
            en="The frame that the sector can have, year by year: {2013: 121000}.",
        ),
    ),
    "targets": Hint(
        Text(nb="Mål", nn="Mål", en="Targets"),
        Text(
            nb="Målene for innsparingen, hvert med sitt grunnlag. De legges aldri sammen.",
            nn="Måla for innsparinga, kvart med sitt grunnlag. Dei vert aldri lagde saman.",
            en="The targets to reach, each with a basis of its own. They are never added up.",
        ),
    ),
    "targets.id": Hint(
        _ID,
        Text(
            nb="Kort navn på målet: bokstaver, sifre og bindestrek.",
            nn="Kort namn på målet: bokstavar, siffer og bindestrek.",
            en="A short name of the target: letters, digits and hyphens.",
        ),
        ("total",),
    ),
    "targets.title": Hint(
        _TITLE,
        Text(nb="Hva målet er, på én linje.", nn="Kva målet er, på éi linje.", en="What the target is, on one line."),
        (
            Text(
                nb="Redusere netto driftsutgifter",
                nn="Redusere netto driftsutgifter",
                en="Lower net operating expenditure",
            ),
        ),
    ),
    "targets.amount": Hint(
        _AMOUNT,
        Text(
            nb="Beløpet som skal nås, i planens enhet.",
            nn="Beløpet som skal nåast, i eininga til planen.",
            en="The amount to reach, in the plan's unit.",
        ),
        (35000,),
    ),
    "targets.basis": Hint(
        Text(nb="Grunnlag", nn="Grunnlag", en="Basis"),
        Text(nb="Hva målet måler.", nn="Kva målet måler.", en="What the target measures."),
    ),
    "targets.year": Hint(
        _YEAR,
        Text(
            nb="Året målet gjelder; ett av årene i planen.",
            nn="Året målet gjeld; eitt av åra i planen.",
            en="The year that the target is for; one of the plan's.",
        ),
        (2016,),
    ),
    "targets.already": Hint(
        Text(nb="Tatt ut før", nn="Teke ut før", en="Found before"),
        Text(
            nb="Det som var tatt ut før prosjektet: et beløp, eller et beløp med kilde og merknad.",
            nn="Det som var teke ut før prosjektet: eit beløp, eller eit beløp med kjelde og merknad.",
            en="What was found before the project: an amount, or an amount with its source and a note.",
        ),
        (9800,),
    ),
    "targets.already.amount": Hint(
        _AMOUNT,
        Text(nb="Beløpet, i planens enhet.", nn="Beløpet, i eininga til planen.", en="The amount, in the plan's unit."),
        (9800,),
    ),
    "targets.already.source": Hint(
        _SOURCE,
        Text(nb="Hvor beløpet står.", nn="Kvar beløpet står.", en="Where the amount is said."),
        (Text(nb="Budsjett 2013", nn="Budsjett 2013", en="Budget 2013"),),
    ),
    "targets.already.note": Hint(
        Text(nb="Merknad", nn="Merknad", en="Note"),
        Text(nb="Noe som er usikkert ved det.", nn="Noko som er usikkert ved det.", en="What is uncertain about it."),
        (
            Text(
                nb="Kilden sier ikke om beløpet er varig",
                nn="Kjelda seier ikkje om beløpet er varig",
                en="The source does not say whether it lasts",
            ),
        ),
    ),
    "targets.counts": Hint(
        Text(nb="Teller fra", nn="Tel frå", en="Counts from"),
        Text(
            nb="Den tidligste statusen som teller mot målet.",
            nn="Den tidlegaste statusen som tel mot målet.",
            en="The earliest status that counts toward the target.",
        ),
    ),
    "targets.net": Hint(
        Text(nb="Netto", nn="Netto", en="Net"),
        Text(
            nb="Skriv true for å trekke omstillingskostnaden fra. Ikke for varig nivå.",
            nn="Skriv true for å trekkje omstillingskostnaden frå. Ikkje for varig nivå.",
            en="Write true to take transition cost off. Not for the lasting level.",
        ),
    ),
    "quadrant": Hint(
        Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
        Text(
            nb="Grensene mellom kvadrantene, og hvordan gjennomførbarheten regnes ut.",
            nn="Grensene mellom kvadrantane, og korleis gjennomførbarheita vert rekna ut.",
            en="The thresholds between the quadrants, and how feasibility is found.",
        ),
    ),
    "quadrant.effect": Hint(
        Text(nb="Stor virkning", nn="Stor verknad", en="High effect"),
        Text(
            nb="Virkningen er stor fra og med dette beløpet, i planens enhet.",
            nn="Verknaden er stor frå og med dette beløpet, i eininga til planen.",
            en="The effect is high from this amount on, in the plan's unit.",
        ),
        (500,),
    ),
    "quadrant.feasibility": Hint(
        Text(nb="Lett å gjennomføre", nn="Lett å gjennomføre", en="Easy to carry out"),
        Text(
            nb="Tiltaket er lett å gjennomføre fra og med denne verdien, 1 til 5.",
            nn="Tiltaket er lett å gjennomføre frå og med denne verdien, 1 til 5.",
            en="A measure is easy to carry out from this value on, 1 to 5.",
        ),
        (Decimal("3.5"),),
    ),
    "quadrant.floor": Hint(
        Text(nb="Gulv", nn="Golv", en="Floor"),
        Text(
            nb="Er en av de tre verdiene under dette, er tiltaket vanskelig å gjennomføre, uansett snitt.",
            nn="Er ein av dei tre verdiane under dette, er tiltaket vanskeleg å gjennomføre, uansett snitt.",
            en="When one of the three values is below this, the measure is hard to carry out, whatever the mean.",
        ),
    ),
    "quadrant.method": Hint(
        Text(nb="Metode", nn="Metode", en="Method"),
        Text(
            nb="Hvordan de tre verdiene blir til én.",
            nn="Korleis dei tre verdiane vert til éin.",
            en="How the three values become one.",
        ),
    ),
    "quadrant.weights": Hint(
        Text(nb="Vekter", nn="Vekter", en="Weights"),
        Text(
            nb="Hvor mye hver karakter veier i snittet; 0 tar den ut.",
            nn="Kor mykje kvar karakter veg i snittet; 0 tek han ut.",
            en="How much each grade weighs in the mean; 0 removes it.",
        ),
    ),
    "quadrant.weights.staff": Hint(
        Text(nb="For ansatte", nn="For tilsette", en="For staff"),
        Text(
            nb="Vekten av konsekvensen for ansatte.",
            nn="Vekta av konsekvensen for tilsette.",
            en="The weight of the consequence for staff.",
        ),
    ),
    "quadrant.weights.users": Hint(
        Text(nb="For brukere", nn="For brukarar", en="For users"),
        Text(
            nb="Vekten av konsekvensen for brukere.",
            nn="Vekta av konsekvensen for brukarar.",
            en="The weight of the consequence for users.",
        ),
    ),
    "quadrant.weights.acceptance": Hint(
        Text(nb="Politisk aksept", nn="Politisk aksept", en="Political acceptance"),
        Text(
            nb="Vekten av den politiske aksepten.",
            nn="Vekta av den politiske aksepten.",
            en="The weight of the political acceptance.",
        ),
    ),
    "severity": Hint(
        Text(nb="Alvorsgrad", nn="Alvorsgrad", en="Severity"),
        Text(
            nb="En annen alvorsgrad for en regel: {DT401: warning}. «dt explain DT401» sier hva regelen gjelder.",
            nn="Ein annan alvorsgrad for ein regel: {DT401: warning}. «dt explain DT401» seier kva regelen gjeld.",
            en="Another severity for a rule: {DT401: warning}. `dt explain DT401` says what the rule is for.",
        ),
    ),
    "stated": Hint(
        Text(nb="Oppgitte summer", nn="Oppgjevne summar", en="Published totals"),
        Text(
            nb="Summer som står på trykk et annet sted. De regnes ut på nytt, og avvik meldes.",
            nn="Summar som står på prent ein annan stad. Dei vert rekna ut på nytt, og avvik vert melde.",
            en="Totals printed elsewhere. They are computed again, and differences reported.",
        ),
    ),
    "stated.sector": Hint(
        Text(nb="Sektor", nn="Sektor", en="Sector"),
        Text(
            nb="Sektoren summen gjelder; uten den alle.",
            nn="Sektoren summen gjeld; utan han alle.",
            en="The sector that the total is for; without it, all.",
        ),
        ("oppvekst",),
    ),
    "stated.kind": Hint(
        Text(nb="Type", nn="Type", en="Kind"),
        Text(
            nb="Typen tiltak summen gjelder; uten den alle.",
            nn="Typen tiltak summen gjeld; utan han alle.",
            en="The kind of measure that the total is for; without it, all.",
        ),
    ),
    "stated.year": Hint(
        _YEAR,
        Text(
            nb="Året summen gjelder; ett av årene i planen.",
            nn="Året summen gjeld; eitt av åra i planen.",
            en="The year that the total is for; one of the plan's.",
        ),
        (2013,),
    ),
    "stated.amount": Hint(
        _AMOUNT,
        Text(
            nb="Summen i planens enhet, med innsparing som positivt tall.",
            nn="Summen i eininga til planen, med innsparing som positivt tal.",
            en="The total in the plan's unit, a saving being positive.",
        ),
        (1330,),
    ),
    "stated.tolerance": Hint(
        Text(nb="Toleranse", nn="Toleranse", en="Tolerance"),
        Text(
            nb="Avviket som godtas, i planens enhet.",
            nn="Avviket som vert godteke, i eininga til planen.",
            en="The difference that is accepted, in the plan's unit.",
        ),
        (10,),
    ),
    "stated.source": Hint(
        _SOURCE,
        Text(nb="Hvor summen står.", nn="Kvar summen står.", en="Where the total is printed."),
        (Text(nb="Budsjettdokument s. 41", nn="Budsjettdokument s. 41", en="Budget document p. 41"),),
    ),
}
