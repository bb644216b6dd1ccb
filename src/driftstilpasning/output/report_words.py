"""The words of the report that ``dt summarize`` prints and the workbook begins with."""

from typing import Final

from driftstilpasning.text import Text

WORDS: Final = {
    "targets": Text(nb="Mål", nn="Mål", en="Targets"),
    "prices": Text(
        nb="beløp i {unit}, {level}-kroner, målt mot budsjettet for {base}",
        nn="beløp i {unit}, {level}-kroner, målt mot budsjettet for {base}",
        en="amounts in {unit}, {level} prices, against the budget of {base}",
    ),
    "from": Text(nb="fra og med «{status}»", nn="frå og med «{status}»", en="from “{status}” on"),
    "net": Text(nb="fratrukket omstillingskostnad", nn="fråtrekt omstillingskostnad", en="less transition cost"),
    "before": Text(nb="tatt ut før prosjektet", nn="teke ut før prosjektet", en="found before the project"),
    "decided": Text(nb="vedtatt eller lenger", nn="vedteke eller lenger", en="adopted or further along"),
    "undecided": Text(nb="ikke vedtatt ennå", nn="ikkje vedteke enno", en="not decided yet"),
    "estimate": Text(nb="lavt–høyt anslag", nn="lågt–høgt anslag", en="low–high estimate"),
    "of_which": Text(nb="herav {what}", nn="av dette {what}", en="of this {what}"),
    "unspecified": Text(nb="uspesifisert kutt", nn="ikkje spesifisert kutt", en="unspecified cut"),
    "conditional": Text(nb="på vilkår", nn="på vilkår", en="conditional"),
    "one_off": Text(nb="engangstiltak", nn="eingongstiltak", en="one-off"),
    "cost": Text(nb="omstillingskostnad (engangs)", nn="omstillingskostnad (eingong)", en="one-off cost of transition"),
    "unspecified_note": Text(
        nb="rammetrekk: sier ikke hva som skal gjøres",
        nn="rammetrekk: seier ikkje kva som skal gjerast",
        en="says nothing of what is to be done",
    ),
    "conditional_note": Text(
        nb="{measures} krever tiltak som ikke teller med",
        nn="{measures} krev tiltak som ikkje tel med",
        en="{measures}: requires what does not count",
    ),
    "cost_note": Text(nb="kommer i tillegg", nn="kjem i tillegg", en="comes on top"),
    "years": Text(
        nb="Virkning per år, {unit}, fra og med «{status}»",
        nn="Verknad per år, {unit}, frå og med «{status}»",
        en="Effect by year, {unit}, from “{status}” on",
    ),
    "gross": Text(nb="brutto", nn="brutto", en="gross"),
    "minus_cost": Text(nb="− omstillingskostnad", nn="− omstillingskostnad", en="− one-off cost"),
    "net_sum": Text(nb="netto", nn="netto", en="net"),
    "level": Text(
        nb="varig nivå ved årets slutt", nn="varig nivå ved utgangen av året", en="lasting level at year's end"
    ),
    "sectors": Text(
        nb="Sektorene, brutto {unit}, fra og med «{status}»",
        nn="Sektorane, brutto {unit}, frå og med «{status}»",
        en="Sectors, gross {unit}, from “{status}” on",
    ),
    "sector": Text(nb="Sektor", nn="Sektor", en="Sector"),
    "of_base": Text(nb="% av basis", nn="% av basis", en="% of base"),
    "frame_gap": Text(
        nb="Ønsket utover rammen {year}", nn="Ønskt utover ramma {year}", en="Wanted beyond the frame {year}"
    ),
    "closed": Text(nb="% dekket", nn="% dekt", en="% closed"),
    "all": Text(nb="I alt", nn="I alt", en="Total"),
    "posts": Text(
        nb="Årsverk per sektor og hvordan",
        nn="Årsverk per sektor og korleis",
        en="Full-time equivalents by sector and how",
    ),
    "unknown": Text(
        nb="{measures} som teller med, sier ikke hvor mange årsverk",
        nn="{measures} som tel med, seier ikkje kor mange årsverk",
        en="counted without saying how many posts: {measures}",
    ),
    "not_counted": Text(nb="Teller ikke med", nn="Tel ikkje med", en="Not counted"),
    "id": Text(nb="Id", nn="Id", en="Id"),
    "measure": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "why": Text(nb="Hvorfor", nn="Kvifor", en="Why"),
    "instead": Text(nb="{why}: {other} er valgt", nn="{why}: {other} er valt", en="{why}: {other} is taken"),
    "status_why": Text(nb="{why} ({status})", nn="{why} ({status})", en="{why} ({status})"),
    "stated": Text(nb="Oppgitte summer, {unit}", nn="Oppgjevne summar, {unit}", en="Published totals, {unit}"),
    "what": Text(nb="Sum", nn="Sum", en="Total"),
    "year": Text(nb="År", nn="År", en="Year"),
    "printed": Text(nb="Oppgitt", nn="Oppgjeve", en="Published"),
    "computed": Text(nb="Regnet ut", nn="Rekna ut", en="Computed"),
    "difference": Text(nb="Avvik", nn="Avvik", en="Difference"),
    "verdict": Text(nb="Stemmer", nn="Stemmer", en="Agrees"),
    "yes": Text(nb="ja", nn="ja", en="yes"),
    "no": Text(nb="nei", nn="nei", en="no"),
    "whole_plan": Text(nb="hele planen", nn="heile planen", en="the whole plan"),
    "rounding": Text(
        nb="Et beløp for en del av et år, og en sektors del av et beløp, rundes av til øret én gang. Ellers rundes "
        "bare det som vises; summer er aldri regnet av avrundede tall.",
        nn="Eit beløp for ein del av eit år, og ein sektor sin del av eit beløp, vert runda av til øret éin gong. "
        "Elles vert berre det som er vist, runda av; summar er aldri rekna av avrunda tal.",
        en="An amount for part of a year, and a sector's part of an amount, is rounded to the øre once. Beyond that "
        "only what is shown is rounded; no total is made of rounded figures.",
    ),
    "bases": Text(
        nb="Målene har ulikt grunnlag og kan ikke legges sammen.",
        nn="Måla har ulikt grunnlag og kan ikkje leggjast saman.",
        en="The targets have different bases and do not add up.",
    ),
    "rows": Text(
        nb="Utvalg av rader: {rows}. Målene gjelder hele porteføljen.",
        nn="Utval av rader: {rows}. Måla gjeld heile porteføljen.",
        en="Rows chosen: {rows}. The targets are those of the whole portfolio.",
    ),
    "left_out": Text(
        nb="Holdt utenfor, fordi filene ikke kan leses: {paths}. Beløpene deres er ukjente.",
        nn="Haldne utanfor, fordi filene ikkje kan lesast: {paths}. Beløpa deira er ukjende.",
        en="Left out, because the files cannot be read: {paths}. Their amounts are unknown.",
    ),
}
