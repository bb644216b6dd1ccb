"""What the form says to whoever fills it in."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from driftstilpasning.text import Text

FORM: Final = Text(nb="Skjema", nn="Skjema", en="Form")
DEFINITIONS: Final = Text(nb="Forklaringer", nn="Forklaringar", en="Definitions")
TAKEN: Final = Text(nb="Tiltak fra før", nn="Tiltak frå før", en="Measures so far")

TITLE: Final = Text(nb="Skjema for tiltak", nn="Skjema for tiltak", en="Form for measures")
HOW: Final = (
    Text(
        nb="Én rad er ett tiltak. Fyll ut de to første delene; resten når dere vet det. Rutene har lister å velge fra "
        "og sier hva de er til når dere står i dem.",
        nn="Éi rad er eitt tiltak. Fyll ut dei to fyrste delane; resten når de veit det. Rutene har lister å velje frå "
        "og seier kva dei er til når de står i dei.",
        en="One row is one measure. Fill in the first two parts; the rest once you know it. The cells have lists to "
        "choose from, and say what they are for when you stand in them.",
    ),
    Text(
        nb="En innsparing er et positivt beløp, en utgift et negativt. Beløpene er i {unit}, i {level}-kroner, mot "
        "budsjettet for {base}.",
        nn="Ei innsparing er eit positivt beløp, ei utgift eit negativt. Beløpa er i {unit}, i {level}-kroner, mot "
        "budsjettet for {base}.",
        en="A saving is a positive amount, an expense a negative one. Amounts are in {unit}, in {level} prices, and "
        "against the budget of {base}.",
    ),
    Text(
        nb="Gule ruter må fylles ut. Arket «{definitions}» sier hva karakterene, statusene og typene betyr.",
        nn="Gule ruter må fyllast ut. Arket «{definitions}» seier kva karakterane, statusane og typane tyder.",
        en="Yellow cells must be filled in. The sheet “{definitions}” says what grades, statuses and kinds mean.",
    ),
)
TAKEN_HOW: Final = Text(
    nb="Tiltakene i porteføljen da skjemaet ble laget. Id-ene er i bruk; vis til dem i «{requires}» og «{excludes}».",
    nn="Tiltaka i porteføljen då skjemaet vart laga. Id-ane er i bruk; vis til dei i «{requires}» og «{excludes}».",
    en="The measures of the portfolio when the form was made. Their ids are in use; refer to them in “{requires}” and "
    "“{excludes}”.",
)


class Group(NamedTuple):
    """Columns that stand together, and when they are to be filled in."""

    title: Text
    paths: tuple[str, ...]
    required: bool = False


GROUPS: Final = (
    Group(
        Text(
            nb="Tiltaket: må fylles ut (Id kan stå tom)",
            nn="Tiltaket: må fyllast ut (Id kan stå tom)",
            en="The measure: required (Id may be left empty)",
        ),
        ("id", "title", "sector", "status", "kind"),
        required=True,
    ),
    Group(
        Text(
            nb="Virkning: helårsvirkning, eller et beløp for hvert år",
            nn="Verknad: heilårsverknad, eller eit beløp for kvart år",
            en="Effect: full-year effect, or an amount for every year",
        ),
        ("effect.annual", "effect.from", "effect"),
        required=True,
    ),
    Group(
        Text(
            nb="Eier, konsekvens og aksept: må være med fra og med høringen",
            nn="Eigar, konsekvens og aksept: må vere med frå og med høyringa",
            en="Owner, consequence and acceptance: required from the hearing on",
        ),
        (
            *("owner", "consequence.staff.grade", "consequence.staff.text", "consequence.users.grade"),
            *("consequence.users.text", "acceptance.grade", "acceptance.by", "acceptance.text"),
        ),
    ),
    Group(
        Text(
            nb="Årsverk og engangskostnader: når det er noen",
            nn="Årsverk og eingongskostnader: når det er nokon",
            en="Posts and one-off costs: where there are any",
        ),
        ("fte", "fte_how", "transition_cost", "investment"),
    ),
    Group(
        Text(
            nb="Penger og lov: der det er annet enn det vanlige",
            nn="Pengar og lov: der det er anna enn det vanlege",
            en="Money and law: where it is not as usual",
        ),
        ("recurring", "funding", "benefit", "range.low", "range.high", "law.level", "law.reference", "kostra"),
    ),
    Group(
        Text(
            nb="Sammenheng og bakgrunn: kan stå tomt",
            nn="Samanheng og bakgrunn: kan stå tomt",
            en="Connections and background: may be left empty",
        ),
        ("requires", "excludes", "overlaps", "origin", "authority", "working_group", "themes", "source"),
    ),
)
"""All columns of the form, in its order."""

_AMOUNT = Text(
    nb="I {unit}, som et positivt tall. La ruten stå tom der det ikke er noe.",
    nn="I {unit}, som eit positivt tal. Lat ruta stå tom der det ikkje er noko.",
    en="In {unit}, as a positive number. Leave it empty where there is none.",
)
PROMPTS: Final[Mapping[str, Text]] = {
    "id": Text(
        nb="Bokstaver, sifre og bindestrek, som HO-03. La den stå tom, så får tiltaket neste ledige id i sektoren.",
        nn="Bokstavar, siffer og bindestrek, som HO-03. Lat ho stå tom, så får tiltaket neste ledige id i sektoren.",
        en="Letters, digits and hyphens, like HO-03. Leave it empty, and the measure gets its sector's next free id.",
    ),
    "sector": Text(
        nb="Velg sektoren. Hører tiltaket til flere, skriv hver sin prosentandel, til sammen 100: {example}.",
        nn="Vel sektoren. Høyrer tiltaket til fleire, skriv kvar sin prosentdel, til saman 100: {example}.",
        en="Choose the sector. For several, write a percentage of each, 100 in all: {example}.",
    ),
    "effect.annual": Text(
        nb="Innsparingen i et helt år, i {unit}. Velg måneden den begynner i ruten ved siden av, og la årene stå "
        "tomme.",
        nn="Innsparinga i eit heilt år, i {unit}. Vel månaden ho byrjar i ruta ved sida av, og lat åra stå tomme.",
        en="The saving of a whole year, in {unit}. Choose the month it begins in the next cell, and leave the years "
        "empty.",
    ),
    "effect.from": Text(
        nb="Den første måneden tiltaket virker, som {example}. Tom betyr fra januar i planens første år.",
        nn="Den fyrste månaden tiltaket verkar, som {example}. Tom tyder frå januar i det fyrste året i planen.",
        en="The first month in which the measure has effect, like {example}. Empty means from January of the plan's "
        "first year.",
    ),
    "effect": Text(
        nb="Virkningen dette året mot budsjettet for {base}, i {unit}: ikke økningen fra året før. Fyll ut alle årene, "
        "og la helårsvirkningen stå tom.",
        nn="Verknaden dette året mot budsjettet for {base}, i {unit}: ikkje auken frå året før. Fyll ut alle åra, og "
        "lat heilårsverknaden stå tom.",
        en="The effect in this year against the budget of {base}, in {unit}: not the increase on the year before. Fill "
        "in every year, and leave the full-year effect empty.",
    ),
    "transition_cost": _AMOUNT,
    "investment": _AMOUNT,
    "fte": Text(
        nb="Hvor mange årsverk det blir flere; færre er et negativt tall, som −1,5. Tom betyr at det ikke er kjent.",
        nn="Kor mange årsverk det vert fleire; færre er eit negativt tal, som −1,5. Tom tyder at det ikkje er kjent.",
        en="How many full-time equivalents are added; fewer is negative, like −1.5. Empty means not known.",
    ),
    "recurring": Text(
        nb="Nei for et engangstiltak. Tom betyr ja.",
        nn="Nei for eit eingongstiltak. Tom tyder ja.",
        en="No for a one-off. Empty means yes.",
    ),
    "kostra": Text(
        nb="De tre sifrene til funksjonen i KOSTRA, som 253.",
        nn="Dei tre sifra til funksjonen i KOSTRA, som 253.",
        en="The three digits of the KOSTRA function, like 253.",
    ),
    "requires": Text(
        nb="Id-ene til tiltak som må gjennomføres for at dette skal virke, med komma mellom.",
        nn="Id-ane til tiltak som må gjennomførast for at dette skal verke, med komma mellom.",
        en="The ids of measures without which this one does not work, with commas between.",
    ),
    "excludes": Text(
        nb="Id-ene til alternativene, med komma mellom: bare ett av tiltakene kan gjennomføres.",
        nn="Id-ane til alternativa, med komma mellom: berre eitt av tiltaka kan gjennomførast.",
        en="The ids of the alternatives, with commas between: one of the measures alone can be carried out.",
    ),
    "overlaps": Text(
        nb="Det som både dette og et annet tiltak regner med, i {unit} i året: HO-05: 200; HO-06: 100.",
        nn="Det som både dette og eit anna tiltak reknar med, i {unit} i året: HO-05: 200; HO-06: 100.",
        en="What both this and another measure would claim, in {unit} a year: HO-05: 200; HO-06: 100.",
    ),
    "themes": Text(
        nb="Temaene tiltaket hører til, med komma mellom.",
        nn="Temaa tiltaket høyrer til, med komma mellom.",
        en="The themes that it belongs to, with commas between.",
    ),
}
"""What is said of a cell where it is filled in otherwise than the field of a file."""

CHOOSE: Final = Text(
    nb="Velg fra listen. Arket «{definitions}» sier hva valgene betyr.",
    nn="Vel frå lista. Arket «{definitions}» seier kva vala tyder.",
    en="Choose from the list. The sheet “{definitions}” says what the choices mean.",
)
_COST = Text(
    nb="Skriv en kostnad som et positivt tall i {unit}, uten bokstaver.",
    nn="Skriv ein kostnad som eit positivt tal i {unit}, utan bokstavar.",
    en="Write a cost as a positive number in {unit}, without letters.",
)
ERRORS: Final[Mapping[str, Text]] = {
    "id": Text(
        nb="Id-en må bestå av bokstaver, sifre og bindestrek, og ingen andre tiltak kan ha den, verken i skjemaet "
        "eller fra før.",
        nn="Id-en må vere av bokstavar, siffer og bindestrek, og ingen andre tiltak kan ha han: korkje i skjemaet "
        "eller frå før.",
        en="The id must be of letters, digits and hyphens, and no other measure may have it, in the form or from "
        "before.",
    ),
    "sector": Text(
        nb="Dette er ikke en sektor i planen. Behold det bare hvis det er andeler av flere sektorer: {example}.",
        nn="Dette er ikkje ein sektor i planen. Behald det berre om det er delar av fleire sektorar: {example}.",
        en="This is no sector of the plan. Keep it only if it is shares of several sectors: {example}.",
    ),
    "effect.annual": Text(
        nb="Skriv et tall i {unit}, uten bokstaver. Er årene fylt ut, må helårsvirkningen stå tom.",
        nn="Skriv eit tal i {unit}, utan bokstavar. Er åra fylte ut, må heilårsverknaden stå tom.",
        en="Write a number in {unit}, without letters. Where the years are filled in, this is left empty.",
    ),
    "effect": Text(
        nb="Skriv et tall i {unit}, uten bokstaver. Er helårsvirkningen fylt ut, må årene stå tomme.",
        nn="Skriv eit tal i {unit}, utan bokstavar. Er heilårsverknaden fylt ut, må åra stå tomme.",
        en="Write a number in {unit}, without letters. Where the full-year effect is filled in, this is left empty.",
    ),
    "effect.from": Text(
        nb="Skriv år og måned i planen, som {example}, eller velg fra listen.",
        nn="Skriv år og månad i planen, som {example}, eller vel frå lista.",
        en="Write a year and a month of the plan, like {example}, or choose from the list.",
    ),
    "transition_cost": _COST,
    "investment": _COST,
    "range": Text(
        nb="Skriv et tall i {unit}, uten bokstaver.",
        nn="Skriv eit tal i {unit}, utan bokstavar.",
        en="Write a number in {unit}, without letters.",
    ),
    "fte": Text(
        nb="Skriv et tall, som −1,5. Færre årsverk er et negativt tall.",
        nn="Skriv eit tal, som −1,5. Færre årsverk er eit negativt tal.",
        en="Write a number, like −1.5. Fewer posts is a negative number.",
    ),
    "kostra": Text(
        nb="Skriv de tre sifrene til funksjonen, som 253.",
        nn="Skriv dei tre sifra til funksjonen, som 253.",
        en="Write the three digits of the function, like 253.",
    ),
}
"""What is said to whoever types what the cell cannot hold."""

MEANINGS: Final = (
    (
        Text(nb="Fortegn", nn="Forteikn", en="Sign"),
        Text(
            nb="En innsparing er positiv: netto driftsutgifter blir så mye lavere. Et tiltak som koster mer enn det "
            "sparer, har negativ virkning.",
            nn="Ei innsparing er positiv: netto driftsutgifter vert så mykje lågare. Eit tiltak som kostar meir enn "
            "det sparer, har negativ verknad.",
            en="A saving is positive: net operating expenditure is lower by so much. A measure that costs more than it "
            "saves has a negative effect.",
        ),
    ),
    (
        Text(nb="Enhet", nn="Eining", en="Unit"),
        Text(
            nb="Alle beløp er i {unit}, i {level}-kroner.",
            nn="Alle beløp er i {unit}, i {level}-kroner.",
            en="Every amount is in {unit}, in {level} prices.",
        ),
    ),
    (
        Text(nb="Helårsvirkning", nn="Heilårsverknad", en="Full-year effect"),
        Text(
            nb="Det tiltaket sparer i et helt år når det er i gang. Begynner det i august, får det første året 5/12.",
            nn="Det tiltaket sparer i eit heilt år når det er i gang. Byrjar det i august, får det fyrste året 5/12.",
            en="What the measure saves in a whole year once it is under way. If it begins in August, the first year "
            "gets 5/12.",
        ),
    ),
    (
        Text(nb="Beløp for hvert år", nn="Beløp for kvart år", en="An amount for every year"),
        Text(
            nb="Virkningen i året mot budsjettet for {base}, ikke økningen fra året før. Brukes når virkningen ikke er "
            "den samme hvert år.",
            nn="Verknaden i året mot budsjettet for {base}, ikkje auken frå året før. Vert brukt når verknaden ikkje "
            "er den same kvart år.",
            en="The effect in the year against the budget of {base}, not the increase on the year before. For effects "
            "that are not the same every year.",
        ),
    ),
    (
        Text(nb="Karakterene", nn="Karakterane", en="The grades"),
        Text(
            nb="Hele tall fra 1 til 5. Konsekvensen er graden av ulempe; en forbedring får 1, og begrunnelsen sier at "
            "det er en forbedring. For aksepten er 5 best.",
            nn="Heile tal frå 1 til 5. Konsekvensen er graden av ulempe; ei forbetring får 1, og grunngjevinga seier "
            "at det er ei forbetring. For aksepten er 5 best.",
            en="Whole numbers from 1 to 5. A consequence is how much is lost; an improvement gets 1, and the text says "
            "that it is one. For acceptance 5 is best.",
        ),
    ),
)
"""What every cell rests on."""

GRADES: Final[Mapping[str, Mapping[int, Text]]] = {
    "consequence.staff.grade": {
        1: Text(
            nb="Ingen eller nesten ingen merker det, eller det blir bedre.",
            nn="Ingen eller nesten ingen merkar det, eller det vert betre.",
            en="Nobody or hardly anybody notices, or it gets better.",
        ),
        2: Text(
            nb="Noen får nye rutiner eller oppgaver.",
            nn="Nokre får nye rutinar eller oppgåver.",
            en="Some get new routines or tasks.",
        ),
        3: Text(
            nb="Mange får nye oppgaver, eller noen får ny turnus eller nytt oppmøtested.",
            nn="Mange får nye oppgåver, eller nokre får ny turnus eller ny oppmøtestad.",
            en="Many get new tasks, or some a new roster or place of work.",
        ),
        4: Text(
            nb="De fleste får ny turnus eller nytt arbeidssted, eller færre skal gjøre det samme.",
            nn="Dei fleste får ny turnus eller ny arbeidsstad, eller færre skal gjere det same.",
            en="Most get a new roster or place of work, or fewer are to do the same.",
        ),
        5: Text(
            nb="Folk mister arbeidet sitt, eller alle får en annen arbeidshverdag.",
            nn="Folk mistar arbeidet sitt, eller alle får ein annan arbeidskvardag.",
            en="People lose their jobs, or working life changes for all.",
        ),
    },
    "consequence.users.grade": {
        1: Text(
            nb="Tjenesten er like god som før, eller bedre.",
            nn="Tenesta er like god som før, eller betre.",
            en="The service is as good as before, or better.",
        ),
        2: Text(
            nb="Noen merker at tjenesten gis på en annen måte.",
            nn="Nokre merkar at tenesta vert gjeven på ein annan måte.",
            en="Some notice that the service is given in another way.",
        ),
        3: Text(
            nb="Mange merker det, eller noen får mindre hjelp eller lengre vei.",
            nn="Mange merkar det, eller nokre får mindre hjelp eller lengre veg.",
            en="Many notice, or some get less help or have farther to go.",
        ),
        4: Text(
            nb="Mange får mindre hjelp, eller noen mister tilbudet.",
            nn="Mange får mindre hjelp, eller nokre mistar tilbodet.",
            en="Many get less help, or some lose the service.",
        ),
        5: Text(
            nb="Mange mister tilbudet, eller det rammer dem som trenger det mest.",
            nn="Mange mistar tilbodet, eller det råkar dei som treng det mest.",
            en="Many lose the service, or it strikes those who need it most.",
        ),
    },
    "acceptance.grade": {
        1: Text(
            nb="Nesten alle er imot.",
            nn="Nesten alle er imot.",
            en="Nearly everybody is against it.",
        ),
        2: Text(nb="De fleste er imot.", nn="Dei fleste er imot.", en="Most are against it."),
        3: Text(
            nb="Partiene er delte, eller ingen vet ennå.",
            nn="Partia er delte, eller ingen veit enno.",
            en="The parties are divided, or nobody knows yet.",
        ),
        4: Text(
            nb="De fleste er for, noen på vilkår.",
            nn="Dei fleste er for, nokre på vilkår.",
            en="Most are for it, some on conditions.",
        ),
        5: Text(nb="Bred enighet.", nn="Brei semje.", en="Broad agreement."),
    },
}
"""A guide to each grade; what it is called is said with the choices."""
