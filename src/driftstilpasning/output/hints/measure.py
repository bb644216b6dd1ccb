"""The fields of a measure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from driftstilpasning.output.hints import Hint
from driftstilpasning.text import Text, same

_GRADE = Text(nb="Karakter", nn="Karakter", en="Grade")
_TEXT = Text(nb="Begrunnelse", nn="Grunngjeving", en="Text")
_AMOUNT = Text(nb="Beløp", nn="Beløp", en="Amount")
_REFERENCE = Text(nb="Henvisning", nn="Tilvising", en="Reference")
_SIZE = Text(
    nb="Hvor stor den negative konsekvensen er, fra 1 (svært liten) til 5 (svært stor). En forbedring får 1, og "
    "begrunnelsen sier at det er en forbedring.",
    nn="Kor stor den negative konsekvensen er, frå 1 (svært liten) til 5 (svært stor). Ei forbetring får 1, og "
    "grunngjevinga seier at det er ei forbetring.",
    en="How large the negative consequence is, from 1 (very small) to 5 (very large). An improvement is 1, and the "
    "text says that it is one.",
)

MEASURE: Final[Mapping[str, Hint]] = {
    "": Hint(
        Text(nb="Tiltak", nn="Tiltak", en="Measure"),
        Text(
            nb="Ett tiltak: noe kommunen kan gjøre for å bruke mindre penger. Seks felt må være med.",
            nn="Eitt tiltak: noko kommunen kan gjere for å bruke mindre pengar. Seks felt må vere med.",
            en="One measure: something the municipality can do to spend less. Six fields are required.",
        ),
    ),
    "id": Hint(
        Text(nb="Id", nn="Id", en="Id"),
        Text(
            nb="Kort navn som andre tiltak viser til: bokstaver, sifre og bindestrek. Bare ett tiltak kan ha den.",
            nn="Kort namn som andre tiltak viser til: bokstavar, siffer og bindestrek. Berre eitt tiltak kan ha han.",
            en="A short name that other measures refer to: letters, digits and hyphens. One measure alone may have it.",
        ),
        ("HO-03",),
    ),
    "title": Hint(
        Text(nb="Tittel", nn="Tittel", en="Title"),
        Text(
            nb="Hva kommunen skal gjøre, på én linje. Begynn med et verb.",
            nn="Kva kommunen skal gjere, på éi linje. Byrj med eit verb.",
            en="What the municipality is to do, on one line. Begin with a verb.",
        ),
        (
            Text(
                nb="Samle innkjøpene i én avtale",
                nn="Samle innkjøpa i éin avtale",
                en="Collect purchases in one agreement",
            ),
        ),
    ),
    "sector": Hint(
        Text(nb="Sektor", nn="Sektor", en="Sector"),
        Text(
            nb="Id-en til en av sektorene i planen. Hører tiltaket til flere, får hver sin prosentandel, til sammen "
            "100: {oppvekst: 40, teknisk: 60}.",
            nn="Id-en til ein av sektorane i planen. Høyrer tiltaket til fleire, får kvar sin prosentdel, til saman "
            "100: {oppvekst: 40, teknisk: 60}.",
            en="The id of one of the plan's sectors. A measure of several has a percentage of each, 100 in all: "
            "{oppvekst: 40, teknisk: 60}.",
        ),
        ("oppvekst",),
    ),
    "status": Hint(
        Text(nb="Status", nn="Status", en="Status"),
        Text(
            nb="Hvor langt tiltaket har kommet. Det teller mot et mål fra og med den statusen målet sier.",
            nn="Kor langt tiltaket har kome. Det tel mot eit mål frå og med den statusen målet seier.",
            en="How far the measure has come. It counts toward a target from the status that the target says.",
        ),
    ),
    "kind": Hint(
        Text(nb="Type", nn="Type", en="Kind"),
        Text(nb="Hva slags tiltak det er.", nn="Kva slags tiltak det er.", en="What sort of measure it is."),
    ),
    "effect": Hint(
        Text(nb="Virkning", nn="Verknad", en="Effect"),
        Text(
            nb="Hvor mye lavere netto driftsutgifter blir, i planens enhet. En innsparing er positiv. Skriv virkningen "
            "på én av tre måter: helårsvirkning og første måned, {annual: 1200, from: 2013-08}; flere slike trinn i en "
            "liste; eller et beløp for hvert år i planen, {2013: 500, 2014: 1200}. Et beløp er nivået mot budsjettet i "
            "basisåret, ikke økningen fra året før.",
            nn="Kor mykje lågare netto driftsutgifter vert, i eininga til planen. Ei innsparing er positiv. Skriv "
            "verknaden på éin av tre måtar: heilårsverknad og fyrste månad, {annual: 1200, from: 2013-08}; fleire "
            "slike steg i ei liste; eller eit beløp for kvart år i planen, {2013: 500, 2014: 1200}. Eit beløp er "
            "nivået mot budsjettet i basisåret, ikkje auken frå året før.",
            en="How much lower net operating expenditure becomes, in the plan's unit. A saving is positive. Write it "
            "in one of three ways: full-year effect and first month, {annual: 1200, from: 2013-08}; several such steps "
            "in a list; or an amount for every year of the plan, {2013: 500, 2014: 1200}. An amount is the level "
            "against the base year's budget, not the increase on the year before.",
        ),
    ),
    "effect.annual": Hint(
        Text(nb="Helårsvirkning", nn="Heilårsverknad", en="Full-year effect"),
        Text(
            nb="Virkningen i et helt år, i planens enhet.",
            nn="Verknaden i eit heilt år, i eininga til planen.",
            en="The effect in a whole year, in the plan's unit.",
        ),
        (1200,),
    ),
    "effect.from": Hint(
        Text(nb="Første måned", nn="Fyrste månad", en="First month"),
        Text(
            nb="Måneden virkningen begynner. Uten den begynner den i januar i planens første år.",
            nn="Månaden verknaden byrjar. Utan han byrjar verknaden i januar i det fyrste året i planen.",
            en="The month in which the effect begins; without it, January of the plan's first year.",
        ),
        ("2013-08",),
    ),
    "owner": Hint(
        Text(nb="Eier", nn="Eigar", en="Owner"),
        Text(
            nb="Rollen som har ansvaret for tiltaket, aldri en person. Må være med fra og med høringen.",
            nn="Rolla som har ansvaret for tiltaket, aldri ein person. Må vere med frå og med høyringa.",
            en="The role that answers for the measure, never a person. Required from the hearing on.",
        ),
        (Text(nb="Økonomisjef", nn="Økonomisjef", en="Chief financial officer"),),
    ),
    "consequence": Hint(
        Text(nb="Konsekvens", nn="Konsekvens", en="Consequence"),
        Text(
            nb="Hva tiltaket koster ansatte og brukere, med karakter og begrunnelse. Må være med fra og med høringen.",
            nn="Kva tiltaket kostar tilsette og brukarar, med karakter og grunngjeving. Må vere med frå og med "
            "høyringa.",
            en="What the measure costs staff and users, with a grade and a text. Required from the hearing on.",
        ),
    ),
    "consequence.staff": Hint(
        Text(nb="For ansatte", nn="For tilsette", en="For staff"),
        Text(
            nb="Hva tiltaket koster de ansatte.", nn="Kva tiltaket kostar dei tilsette.", en="What it costs the staff."
        ),
    ),
    "consequence.staff.grade": Hint(_GRADE, _SIZE),
    "consequence.staff.text": Hint(
        _TEXT,
        Text(
            nb="Hva som endrer seg for de ansatte, i én setning eller to.",
            nn="Kva som endrar seg for dei tilsette, i éi setning eller to.",
            en="What changes for the staff, in a sentence or two.",
        ),
        (
            Text(
                nb="To stillinger blir ikke lyst ut på nytt.",
                nn="To stillingar vert ikkje lyste ut på nytt.",
                en="Two posts are not advertised again.",
            ),
        ),
    ),
    "consequence.users": Hint(
        Text(nb="For brukere", nn="For brukarar", en="For users"),
        Text(
            nb="Hva tiltaket koster dem som bruker tjenesten.",
            nn="Kva tiltaket kostar dei som bruker tenesta.",
            en="What it costs those who use the service.",
        ),
    ),
    "consequence.users.grade": Hint(_GRADE, _SIZE),
    "consequence.users.text": Hint(
        _TEXT,
        Text(
            nb="Hva som endrer seg for brukerne, i én setning eller to.",
            nn="Kva som endrar seg for brukarane, i éi setning eller to.",
            en="What changes for the users, in a sentence or two.",
        ),
        (
            Text(
                nb="Samme meny og samme middagstider.",
                nn="Same meny og same middagstider.",
                en="The same menu at the same hours.",
            ),
        ),
    ),
    "acceptance": Hint(
        Text(nb="Politisk aksept", nn="Politisk aksept", en="Political acceptance"),
        Text(
            nb="Hvor stor støtte tiltaket har, hvem som har vurdert det, og hvorfor. Må være med fra og med høringen.",
            nn="Kor stor støtte tiltaket har, kven som har vurdert det, og kvifor. Må vere med frå og med høyringa.",
            en="How much support the measure has, who judged it, and why. Required from the hearing on.",
        ),
    ),
    "acceptance.grade": Hint(
        _GRADE,
        Text(
            nb="Hvor stor den politiske støtten er, fra 1 (svært lav) til 5 (svært høy).",
            nn="Kor stor den politiske støtta er, frå 1 (svært låg) til 5 (svært høg).",
            en="How large the political support is, from 1 (very low) to 5 (very high).",
        ),
    ),
    "acceptance.by": Hint(
        Text(nb="Vurdert av", nn="Vurdert av", en="Judged by"),
        Text(
            nb="Organet eller gruppen som har gitt karakteren.",
            nn="Organet eller gruppa som har gjeve karakteren.",
            en="The body or group that gave the grade.",
        ),
        (Text(nb="styringsgruppen", nn="styringsgruppa", en="steering group"),),
    ),
    "acceptance.text": Hint(
        _TEXT,
        Text(
            nb="Hva støtten eller motstanden bygger på.",
            nn="Kva støtta eller motstanden byggjer på.",
            en="What the support or the resistance rests on.",
        ),
        (Text(nb="Enighet i styringsgruppen.", nn="Semje i styringsgruppa.", en="The steering group agrees."),),
    ),
    "transition_cost": Hint(
        Text(nb="Omstillingskostnad", nn="Omstillingskostnad", en="Transition cost"),
        Text(
            nb="Det det koster én gang å komme dit, i planens enhet og som et positivt tall: {2013: 150}.",
            nn="Det det kostar éin gong å kome dit, i eininga til planen og som eit positivt tal: {2013: 150}.",
            en="What it costs once to get there, in the plan's unit and as a positive number: {2013: 150}.",
        ),
    ),
    "investment": Hint(
        Text(nb="Investering", nn="Investering", en="Investment"),
        Text(
            nb="Investeringen som tiltaket krever, i planens enhet: {2013: 800}. Den vises, men står ikke i noen sum.",
            nn="Investeringa som tiltaket krev, i eininga til planen: {2013: 800}. Ho vert vist, men står ikkje i "
            "nokon sum.",
            en="The investment that the measure takes, in the plan's unit: {2013: 800}. Shown, but part of no sum.",
        ),
    ),
    "fte": Hint(
        Text(nb="Årsverk", nn="Årsverk", en="Full-time equivalents"),
        Text(
            nb="Hvor mange årsverk det blir flere; færre er et negativt tall. Uten feltet er tallet ukjent, ikke 0.",
            nn="Kor mange årsverk det vert fleire; færre er eit negativt tal. Utan feltet er talet ukjent, ikkje 0.",
            en="How many full-time equivalents are added; fewer is negative. Without it the number is unknown, not 0.",
        ),
        (Decimal("-1.5"),),
    ),
    "fte_how": Hint(
        Text(nb="Hvordan årsverk går ut", nn="Korleis årsverk går ut", en="How posts go"),
        Text(
            nb="Hvordan årsverkene blir færre.",
            nn="Korleis årsverka vert færre.",
            en="How there come to be fewer posts.",
        ),
    ),
    "origin": Hint(
        Text(nb="Kommer fra", nn="Kjem frå", en="Origin"),
        Text(nb="Hvem som foreslo tiltaket.", nn="Kven som foreslo tiltaket.", en="Who came up with the measure."),
    ),
    "authority": Hint(
        Text(nb="Avgjøres av", nn="Vert avgjort av", en="Authority"),
        Text(nb="Hvem som kan vedta tiltaket.", nn="Kven som kan vedta tiltaket.", en="Who can decide the measure."),
    ),
    "recurring": Hint(
        Text(nb="Varig", nn="Varig", en="Recurring"),
        Text(
            nb="Skriv false for et engangstiltak. Det teller ikke mot et mål for varig nivå.",
            nn="Skriv false for eit eingongstiltak. Det tel ikkje mot eit mål for varig nivå.",
            en="Write false for a one-off. It does not count toward a target of the lasting level.",
        ),
    ),
    "funding": Hint(
        Text(nb="Finansiering", nn="Finansiering", en="Funding"),
        Text(
            nb="Hva slags penger det gjelder. Bare frie midler teller mot målene.",
            nn="Kva slags pengar det gjeld. Berre frie midlar tel mot måla.",
            en="What sort of money it is. Free money alone counts toward the targets.",
        ),
    ),
    "benefit": Hint(
        Text(nb="Gevinst", nn="Gevinst", en="Benefit"),
        Text(
            nb="Hva kommunen vinner. Bare penger i budsjettet teller mot målene.",
            nn="Kva kommunen vinn. Berre pengar i budsjettet tel mot måla.",
            en="What the municipality wins. Money in the budget alone counts toward the targets.",
        ),
    ),
    "law": Hint(
        Text(nb="Lov", nn="Lov", en="Law"),
        Text(
            nb="Hva loven sier om tjenesten.", nn="Kva lova seier om tenesta.", en="What the law says of the service."
        ),
    ),
    "law.level": Hint(
        Text(nb="Lovkrav", nn="Lovkrav", en="Level"),
        Text(
            nb="Om kommunen må, bør eller kan gi tjenesten.",
            nn="Om kommunen må, bør eller kan gje tenesta.",
            en="Whether the municipality must, should or may give the service.",
        ),
    ),
    "law.reference": Hint(
        Text(nb="Hjemmel", nn="Heimel", en="Reference"),
        Text(nb="Lov og paragraf.", nn="Lov og paragraf.", en="The act and its section."),
        (
            Text(
                nb="helse- og omsorgstjenesteloven § 3-2",
                nn="helse- og omsorgstenestelova § 3-2",
                en="helse- og omsorgstjenesteloven § 3-2",
            ),
        ),
    ),
    "kostra": Hint(
        Text(nb="KOSTRA-funksjon", nn="KOSTRA-funksjon", en="KOSTRA function"),
        Text(
            nb="Funksjonen i KOSTRA som tjenesten føres på, i anførselstegn.",
            nn="Funksjonen i KOSTRA som tenesta vert ført på, i hermeteikn.",
            en="The KOSTRA function of the service, in quotation marks.",
        ),
        ("253",),
    ),
    "range": Hint(
        Text(nb="Anslag", nn="Anslag", en="Range"),
        Text(
            nb="Lavt og høyt anslag for virkningen, som skal ligge mellom dem. Endrer ingen sum.",
            nn="Lågt og høgt anslag for verknaden, som skal liggje mellom dei. Endrar ingen sum.",
            en="The low and the high estimate of the effect, which lies between them. Changes no sum.",
        ),
    ),
    "range.low": Hint(
        Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate"),
        Text(
            nb="Det minste virkningen kan bli, i planens enhet.",
            nn="Det minste verknaden kan verte, i eininga til planen.",
            en="The least that the effect may be, in the plan's unit.",
        ),
        (900,),
    ),
    "range.high": Hint(
        Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate"),
        Text(
            nb="Det meste virkningen kan bli, i planens enhet.",
            nn="Det meste verknaden kan verte, i eininga til planen.",
            en="The most that the effect may be, in the plan's unit.",
        ),
        (1300,),
    ),
    "requires": Hint(
        Text(nb="Krever", nn="Krev", en="Requires"),
        Text(
            nb="Id-ene til tiltak som må gjennomføres for at dette skal virke. Så lenge et av dem ikke teller med, "
            "teller dette på vilkår.",
            nn="Id-ane til tiltak som må gjennomførast for at dette skal verke. Så lenge eit av dei ikkje tel med, tel "
            "dette på vilkår.",
            en="The ids of measures without which this one does not work. While one of them does not count, this one "
            "is conditional.",
        ),
        (["HO-01"],),
    ),
    "excludes": Hint(
        Text(nb="Utelukker", nn="Utelukkar", en="Excludes"),
        Text(
            nb="Id-ene til alternativene: bare ett av tiltakene kan gjennomføres, og bare ett teller.",
            nn="Id-ane til alternativa: berre eitt av tiltaka kan gjennomførast, og berre eitt tel.",
            en="The ids of the alternatives: one of the measures alone can be carried out, and one counts.",
        ),
        (["HO-04"],),
    ),
    "overlaps": Hint(
        Text(nb="Overlapp", nn="Overlapp", en="Overlaps"),
        Text(
            nb="Det som både dette og et annet tiltak regner med, {with: HO-05, amount: 200}. Det trekkes fra én gang.",
            nn="Det som både dette og eit anna tiltak reknar med, {with: HO-05, amount: 200}. Det vert trekt frå éin "
            "gong.",
            en="What both this and another measure would claim, {with: HO-05, amount: 200}. Taken off once.",
        ),
    ),
    "overlaps.with": Hint(
        Text(nb="Med", nn="Med", en="With"),
        Text(nb="Id-en til det andre tiltaket.", nn="Id-en til det andre tiltaket.", en="The other measure's id."),
        ("HO-05",),
    ),
    "overlaps.amount": Hint(
        _AMOUNT,
        Text(
            nb="Det de to har felles i et år, i planens enhet.",
            nn="Det dei to har sams i eit år, i eininga til planen.",
            en="What the two have in common in a year, in the plan's unit.",
        ),
        (200,),
    ),
    "reverses": Hint(
        Text(nb="Reverserer", nn="Reverserer", en="Reverses"),
        Text(
            nb="Id-en til et tiltak som dette gjør om, helt eller delvis. Det teller bare når det andre teller.",
            nn="Id-en til eit tiltak som dette gjer om, heilt eller delvis. Det tel berre når det andre tel.",
            en="The id of a measure that this one undoes, wholly or in part. It counts only when the other does.",
        ),
        ("ST-12",),
    ),
    "decisions": Hint(
        Text(nb="Vedtak", nn="Vedtak", en="Decisions"),
        Text(
            nb="Hva hvert organ har vedtatt om tiltaket, det eldste vedtaket først.",
            nn="Kva kvart organ har vedteke om tiltaket, det eldste vedtaket fyrst.",
            en="What each body decided on the measure, the oldest decision first.",
        ),
    ),
    "decisions.date": Hint(
        Text(nb="Dato", nn="Dato", en="Date"),
        Text(nb="Dagen vedtaket ble gjort.", nn="Dagen vedtaket vart gjort.", en="The day of the decision."),
        ("2013-06-10",),
    ),
    "decisions.body": Hint(
        Text(nb="Organ", nn="Organ", en="Body"),
        Text(nb="Organet som gjorde vedtaket.", nn="Organet som gjorde vedtaket.", en="The body that decided."),
        (Text(nb="kommunestyret", nn="kommunestyret", en="council"),),
    ),
    "decisions.outcome": Hint(
        Text(nb="Utfall", nn="Utfall", en="Outcome"),
        Text(
            nb="Statusen tiltaket fikk med vedtaket.",
            nn="Statusen tiltaket fekk med vedtaket.",
            en="The status that the decision gave the measure.",
        ),
    ),
    "decisions.reference": Hint(
        _REFERENCE,
        Text(nb="Saksnummeret.", nn="Saksnummeret.", en="The number of the case."),
        (same("PS-41/13"),),
    ),
    "decisions.note": Hint(
        Text(nb="Merknad", nn="Merknad", en="Note"),
        Text(
            nb="Noe som bør nevnes om vedtaket.", nn="Noko som bør nemnast om vedtaket.", en="A remark on the decision."
        ),
        (Text(nb="Enstemmig", nn="Samrøystes", en="Unanimous"),),
    ),
    "visibility": Hint(
        Text(nb="Synlighet", nn="Synlegheit", en="Visibility"),
        Text(
            nb="Om tiltaket kan stå for seg i det som lages for offentligheten.",
            nn="Om tiltaket kan stå for seg i det som vert laga for offentlegheita.",
            en="Whether the measure may stand by itself in what is made for the public.",
        ),
    ),
    "themes": Hint(
        Text(nb="Temaer", nn="Tema", en="Themes"),
        Text(nb="Temaene tiltaket hører til.", nn="Temaa tiltaket høyrer til.", en="The themes that it belongs to."),
        ([Text(nb="arbeidsprosesser", nn="arbeidsprosessar", en="work processes")],),
    ),
    "working_group": Hint(
        Text(nb="Arbeidsgruppe", nn="Arbeidsgruppe", en="Working group"),
        Text(
            nb="Arbeidsgruppen som har utredet tiltaket.",
            nn="Arbeidsgruppa som har greidd ut tiltaket.",
            en="The working group that looked into the measure.",
        ),
        (Text(nb="pleie-omsorg", nn="pleie-omsorg", en="care"),),
    ),
    "source": Hint(
        Text(nb="Kilde", nn="Kjelde", en="Source"),
        Text(nb="Hvor det står mer om tiltaket.", nn="Kvar det står meir om tiltaket.", en="Where more is said of it."),
        (
            Text(
                nb="Rapport fra arbeidsgruppen, s. 12",
                nn="Rapport frå arbeidsgruppa, s. 12",
                en="The working group's report, p. 12",
            ),
        ),
    ),
}
