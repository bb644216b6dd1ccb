"""The words of the case paper."""

from typing import Final

from driftstilpasning.text import Text

HEADINGS: Final = {
    "title": Text(
        nb="Saksframlegg: tiltak i {plan}", nn="Saksframlegg: tiltak i {plan}", en="Case paper: measures in {plan}"
    ),
    "proposal": Text(nb="Forslag til vedtak", nn="Framlegg til vedtak", en="Proposed decision"),
    "background": Text(nb="Saksutredning", nn="Saksutgreiing", en="Background"),
    "targets": Text(nb="Mål og det som mangler", nn="Mål og det som manglar", en="Targets and what is still to find"),
    "economy": Text(nb="Økonomi", nn="Økonomi", en="Economy"),
    "measures": Text(nb="Tiltakene, sektor for sektor", nn="Tiltaka, sektor for sektor", en="Measures by sector"),
    "staff": Text(nb="Konsekvenser for de ansatte", nn="Konsekvensar for dei tilsette", en="Consequences for staff"),
    "users": Text(nb="Konsekvenser for brukerne", nn="Konsekvensar for brukarane", en="Consequences for users"),
    "law": Text(nb="Lovpålagte tjenester", nn="Lovpålagde tenester", en="Statutory services"),
    "alternatives": Text(nb="Alternativer", nn="Alternativ", en="Alternatives"),
    "uncertain": Text(nb="Det som er usikkert", nn="Det som er usikkert", en="What is uncertain"),
    "estimates": Text(nb="Lave og høye anslag", nn="Låge og høge anslag", en="Low and high estimates"),
    "unspecified": Text(nb="Uspesifiserte kutt", nn="Kutt som ikkje er spesifiserte", en="Unspecified cuts"),
    "conditional": Text(nb="Tiltak på vilkår", nn="Tiltak på vilkår", en="Conditional measures"),
    "one_off": Text(nb="Engangstiltak", nn="Eingongstiltak", en="One-off measures"),
    "unknown": Text(nb="Det tiltakene ikke sier", nn="Det tiltaka ikkje seier", en="What the measures do not say"),
    "dropped": Text(nb="Om et tiltak faller bort", nn="Om eit tiltak fell bort", en="If a measure is dropped"),
    "assessment": Text(nb="Vurdering", nn="Vurdering", en="Assessment"),
    "quadrant": Text(nb="Virkning og gjennomførbarhet", nn="Verknad og gjennomførbarheit", en="Effect and feasibility"),
    "acceptance": Text(nb="Politisk aksept", nn="Politisk aksept", en="Political acceptance"),
    "not_counted": Text(
        nb="Tiltak som ikke teller med", nn="Tiltak som ikkje tel med", en="Measures that do not count"
    ),
    "figures": Text(nb="Om tallene", nn="Om tala", en="About the figures"),
}

PROPOSAL: Final = {
    "nothing": Text(
        nb="Kommunestyret tar saken til orientering.",
        nn="Kommunestyret tek saka til orientering.",
        en="The council takes note of the case.",
    ),
    "adopt": Text(
        nb="Kommunestyret vedtar {measures} med status «{status}», slik tabell {table} viser.",
        nn="Kommunestyret vedtek {measures} med status «{status}», slik tabell {table} viser.",
        en="The council adopts {measures} with the status “{status}”, as table {table} shows.",
    ),
    "frames": Text(
        nb="Virkningen legges inn i økonomiplanen for hver sektor og hvert år, slik tabell {table} viser.",
        nn="Verknaden vert lagd inn i økonomiplanen for kvar sektor og kvart år, slik tabell {table} viser.",
        en="The effect enters the economic plan for each sector and year, as table {table} shows.",
    ),
    "costs": Text(
        nb="Engangskostnaden til omstilling for disse tiltakene, {amount} i alt, legges inn i planen: {years}.",
        nn="Eingongskostnaden til omstilling for desse tiltaka, {amount} i alt, vert lagd inn i planen: {years}.",
        en="The one-off cost of transition for these measures, {amount} in all, enters the plan: {years}.",
    ),
    "cost": Text(nb="{amount} i {year}", nn="{amount} i {year}", en="{amount} in {year}"),
    "delegated": Text(
        nb="Kommunestyret tar til orientering at administrasjonen avgjør {measures} på delegert myndighet, etter "
        "drøfting med de tillitsvalgte: {names}.",
        nn="Kommunestyret tek til orientering at administrasjonen avgjer {measures} på delegert mynde, etter "
        "drøfting med dei tillitsvalde: {names}.",
        en="The council takes note that the administration decides {measures} on delegation, after discussion with "
        "the unions: {names}.",
    ),
    "waiting": Text(
        nb="Kommunestyret tar til orientering at {measures} er med i summene uten å bli lagt fram til vedtak nå: "
        "{names}.",
        nn="Kommunestyret tek til orientering at {measures} er med i summane utan å verte lagde fram til vedtak no: "
        "{names}.",
        en="The council takes note that {measures} in the sums are not put forward for decision now: {names}.",
    ),
    "decided": Text(
        nb="Kommunestyret tar til orientering at {measures} som er med i summene, allerede er vedtatt.",
        nn="Kommunestyret tek til orientering at {measures} som er med i summane, alt er vedtekne.",
        en="The council takes note that {measures} in the sums have been adopted already.",
    ),
    "named": Text(nb="{id} ({status})", nn="{id} ({status})", en="{id} ({status})"),
    "by_sector": Text(
        nb="Tiltak til vedtak: virkning per sektor og år, {unit}",
        nn="Tiltak til vedtak: verknad per sektor og år, {unit}",
        en="For decision: effect by sector and year, {unit}",
    ),
    "list": Text(nb="Tiltak til vedtak, {unit}", nn="Tiltak til vedtak, {unit}", en="Measures for decision, {unit}"),
}

SAY: Final = {
    # what every table may say
    "measure": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "sector": Text(nb="Sektor", nn="Sektor", en="Sector"),
    "owner": Text(nb="Ansvarlig", nn="Ansvarleg", en="Responsible"),
    "level": Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}"),
    "sum": Text(nb="Sum {first}–{last}", nn="Sum {first}–{last}", en="Sum {first}–{last}"),
    "all": Text(nb="I alt", nn="I alt", en="Total"),
    "together": Text(
        nb="Tiltak som ikke vises hver for seg",
        nn="Tiltak som ikkje er viste kvar for seg",
        en="Measures not shown by themselves",
    ),
    "kroner": Text(nb="{n}\u00a0kr", nn="{n}\u00a0kr", en="NOK\u00a0{n}"),
    "million": Text(nb="{n}\u00a0mill.\u00a0kr", nn="{n}\u00a0mill.\u00a0kr", en="NOK\u00a0{n}\u00a0million"),
    # background and targets
    "begin": Text(
        nb="{plan} for {municipality} har {measures} i denne saken.",
        nn="{plan} for {municipality} har {measures} i denne saka.",
        en="{plan} for {municipality} has {measures} in this case.",
    ),
    "counted_none": Text(
        nb="Ingen av dem er med i summene for år og sektorer.",
        nn="Ingen av dei er med i summane for år og sektorar.",
        en="None of them is in the sums by year and sector.",
    ),
    "counted_all": Text(
        nb="Alle er med i summene for år og sektorer.",
        nn="Alle er med i summane for år og sektorar.",
        en="All of them are in the sums by year and sector.",
    ),
    "counted_some": Text(
        nb="Av dem er {n} med i summene for år og sektorer.",
        nn="Av dei er {n} med i summane for år og sektorar.",
        en="Of these {n} are in the sums by year and sector.",
    ),
    "undecided_none": Text(nb="Alle disse er vedtatt.", nn="Alle desse er vedtekne.", en="All of those are adopted."),
    "undecided_all": Text(
        nb="Ingen av disse er vedtatt ennå.",
        nn="Ingen av desse er vedtekne enno.",
        en="None of those is adopted yet.",
    ),
    "undecided_some": Text(
        nb="Av disse er {n} ikke vedtatt ennå.",
        nn="Av desse er {n} ikkje vedtekne enno.",
        en="Of those {n} are not adopted yet.",
    ),
    "sign": Text(
        nb="Et beløp uten fortegn er en innsparing: så mye lavere blir netto driftsutgifter. Et beløp med minus er "
        "en kostnad. Beløpet for et år er nivået målt mot budsjettet for {base}, ikke endringen fra året før.",
        nn="Eit beløp utan forteikn er ei innsparing: så mykje lågare vert netto driftsutgifter. Eit beløp med minus "
        "er ein kostnad. Beløpet for eit år er nivået målt mot budsjettet for {base}, ikkje endringa frå året før.",
        en="An amount without a sign is a saving: net operating expenditure is that much lower. An amount with a "
        "minus is a cost. The amount of a year is the level against the budget of {base}, not the change from the "
        "year before.",
    ),
    "target": Text(
        nb="{title}: målet er {amount}, {basis}.",
        nn="{title}: målet er {amount}, {basis}.",
        en="{title}: the target is {amount}, {basis}.",
    ),
    "lead": Text(nb="{title}:", nn="{title}:", en="{title}:"),
    "before": Text(
        nb="{amount} er tatt ut før prosjektet ({source}).",
        nn="{amount} er teke ut før prosjektet ({source}).",
        en="{amount} was found before the project ({source}).",
    ),
    "before_plain": Text(
        nb="{amount} er tatt ut før prosjektet.",
        nn="{amount} er teke ut før prosjektet.",
        en="{amount} was found before the project.",
    ),
    "toward": Text(nb="Tiltakene gir {amount}.", nn="Tiltaka gjev {amount}.", en="The measures give {amount}."),
    "missing": Text(nb="Det mangler {gap}.", nn="Det manglar {gap}.", en="{gap} is still to find."),
    "reached": Text(nb="Målet er nådd.", nn="Målet er nådd.", en="The target is reached."),
    "targets": Text(nb="Målene, {unit}", nn="Måla, {unit}", en="Targets, {unit}"),
    "target_head": Text(nb="Mål", nn="Mål", en="Target"),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "found": Text(nb="Tatt ut før", nn="Teke ut før", en="Found before"),
    "decided": Text(nb="Vedtatt", nn="Vedteke", en="Adopted"),
    "undecided": Text(nb="Ikke vedtatt", nn="Ikkje vedteke", en="Not adopted"),
    "unseen": Text(nb="Ikke vist", nn="Ikkje vist", en="Not shown"),
    "gap": Text(nb="Mangler", nn="Manglar", en="To find"),
    "share": Text(nb="Nådd, %", nn="Nådd, %", en="Reached, %"),
    # economy
    "steps": Text(
        nb="Hvor langt tiltakene er kommet, virkning per år, {unit}",
        nn="Kor langt tiltaka er komne, verknad per år, {unit}",
        en="How far the measures have come, effect by year, {unit}",
    ),
    "step": Text(nb="Tiltakene er", nn="Tiltaka er", en="The measures are"),
    "forward": Text(nb="Til vedtak i denne saken", nn="Til vedtak i denne saka", en="For decision in this case"),
    "delegated": Text(
        nb="Til avgjørelse i administrasjonen",
        nn="Til avgjerd i administrasjonen",
        en="For the administration to decide",
    ),
    "waiting": Text(nb="Ikke lagt fram til vedtak nå", nn="Ikkje lagde fram til vedtak no", en="Not put forward now"),
    "adopted": Text(nb="Vedtatt eller lenger", nn="Vedtekne eller lenger", en="Adopted or further along"),
    "invested": Text(
        nb="Tiltakene krever også investeringer på til sammen {amount}. De er ikke med i noen sum her.",
        nn="Tiltaka krev òg investeringar på til saman {amount}. Dei er ikkje med i nokon sum her.",
        en="The measures also need investments of {amount} in all. They are in no sum here.",
    ),
    "overlaps": Text(
        nb="Noen tiltak sparer delvis de samme kronene. Det er talt én gang:",
        nn="Nokre tiltak sparer delvis dei same kronene. Det er talt éin gong:",
        en="Some measures partly save the same money. It is counted once:",
    ),
    "overlap": Text(
        nb="{off} og {other}: {amount} i {year} er trukket fra {off}.",
        nn="{off} og {other}: {amount} i {year} er trekt frå {off}.",
        en="{off} and {other}: {amount} in {year} is taken off {off}.",
    ),
    # measures by sector
    "in_sector": Text(
        nb="{sector}: virkning per år, {unit}, og konsekvenser",
        nn="{sector}: verknad per år, {unit}, og konsekvensar",
        en="{sector}: effect by year, {unit}, and consequences",
    ),
    "for_staff": Text(nb="For de ansatte", nn="For dei tilsette", en="For staff"),
    "for_users": Text(nb="For brukerne", nn="For brukarane", en="For users"),
    "not_said": Text(nb="Ikke beskrevet", nn="Ikkje skildra", en="Not described"),
    "status_by": Text(nb="{status} ({body})", nn="{status} ({body})", en="{status} ({body})"),
    "fte": Text(nb="årsverk: {fte}", nn="årsverk: {fte}", en="full-time equivalents: {fte}"),
    "cost": Text(
        nb="omstilling (engangs): {amount}",
        nn="omstilling (eingong): {amount}",
        en="one-off cost: {amount}",
    ),
    "part": Text(nb="sektorens del: {share} %", nn="sektoren sin del: {share} %", en="the sector's part: {share} %"),
    "once": Text(nb="engangstiltak", nn="eingongstiltak", en="one-off"),
    "conditional": Text(nb="på vilkår", nn="på vilkår", en="conditional"),
    "law": Text(nb="{level}: {reference}", nn="{level}: {reference}", en="{level}: {reference}"),
    # consequences
    "posts": Text(
        nb="Årsverk per sektor, og hvordan de faller bort",
        nn="Årsverk per sektor, og korleis dei fell bort",
        en="Full-time equivalents by sector, and how they go",
    ),
    "posts_unknown": Text(
        nb="{measures} som teller med, sier ikke hvor mange årsverk.",
        nn="{measures} som tel med, seier ikkje kor mange årsverk.",
        en="Counted without saying how many posts: {measures}.",
    ),
    "posts_unseen": Text(
        nb="Tiltak som ikke vises hver for seg, er ikke med i tabellen.",
        nn="Tiltak som ikkje er viste kvar for seg, er ikkje med i tabellen.",
        en="Measures that are not shown by themselves are not in the table.",
    ),
    "large": Text(
        nb="Tiltak med stor eller svært stor negativ konsekvens (4 eller 5 av 5) blant dem som teller med:",
        nn="Tiltak med stor eller svært stor negativ konsekvens (4 eller 5 av 5) mellom dei som tel med:",
        en="Measures that count and have a large or very large negative consequence (4 or 5 of 5):",
    ),
    "none_large": Text(
        nb="Ingen av tiltakene som er vurdert og teller med, har stor negativ konsekvens (4 eller 5 av 5).",
        nn="Ingen av tiltaka som er vurderte og tel med, har stor negativ konsekvens (4 eller 5 av 5).",
        en="No measure that is graded and counts has a large negative consequence (4 or 5 of 5).",
    ),
    "graded": Text(nb="{measure} ({grade} av 5)", nn="{measure} ({grade} av 5)", en="{measure} ({grade} of 5)"),
    "said": Text(nb="{lead}: {text}", nn="{lead}: {text}", en="{lead}: {text}"),
    "statutory": Text(
        nb="Disse tiltakene gjelder tjenester som kommunen må ha etter loven:",
        nn="Desse tiltaka gjeld tenester som kommunen må ha etter lova:",
        en="These measures concern services that the municipality must provide by law:",
    ),
    # alternatives
    "exclude": Text(
        nb="Bare ett av to tiltak som utelukker hverandre, kan gjennomføres: ett er med i summene, ett ikke.",
        nn="Berre eitt av to tiltak som utelukkar kvarandre, kan gjennomførast: eitt er med i summane, eitt ikkje.",
        en="Of two measures that exclude each other only one can be carried out: one is in the sums, one is not.",
    ),
    "alternative": Text(
        nb="Alternativer: {ids}, beløp i {unit}",
        nn="Alternativ: {ids}, beløp i {unit}",
        en="Alternatives: {ids}, amounts in {unit}",
    ),
    "compared": Text(nb="Sammenligning", nn="Samanlikning", en="Comparison"),
    "taken": Text(nb="Valgt", nn="Valt", en="Taken"),
    "taken_yes": Text(nb="Ja, regnet med", nn="Ja, rekna med", en="Yes, in the sums"),
    "taken_by": Text(nb="Nei, {other} er valgt {by}", nn="Nei, {other} er valt {by}", en="No, {other} is taken {by}"),
    "taken_no": Text(nb="Nei", nn="Nei", en="No"),
    "because": Text(nb="Nei: {why}", nn="Nei: {why}", en="No: {why}"),
    "by_status": Text(
        nb="fordi det har kommet lengst", nn="fordi det har kome lengst", en="since it is furthest along"
    ),
    "by_size": Text(
        nb="fordi beløpet er minst (ikke avgjort av noen)",
        nn="fordi beløpet er minst (ikkje avgjort av nokon)",
        en="since its amount is smaller (nobody has decided)",
    ),
    "by_id": Text(
        nb="fordi id-en kommer først (ikke avgjort av noen)",
        nn="fordi id-en kjem fyrst (ikkje avgjort av nokon)",
        en="since its id comes first (nobody has decided)",
    ),
    "status": Text(nb="Status", nn="Status", en="Status"),
    "effect": Text(nb="Virkning {year}", nn="Verknad {year}", en="Effect {year}"),
    "posts_row": Text(nb="Årsverk", nn="Årsverk", en="Full-time equivalents"),
    "acceptance": Text(nb="Politisk aksept", nn="Politisk aksept", en="Political acceptance"),
    "accepted": Text(nb="{grade} av 5 ({body})", nn="{grade} av 5 ({body})", en="{grade} of 5 ({body})"),
    # uncertainty
    "spread": Text(
        nb="Målene: lavt og høyt anslag, {unit}",
        nn="Måla: lågt og høgt anslag, {unit}",
        en="Targets: low and high estimate, {unit}",
    ),
    "counted": Text(nb="Teller med", nn="Tel med", en="Counted"),
    "low": Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate"),
    "high": Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate"),
    "of_unspecified": Text(nb="Herav uspesifisert", nn="Av dette ikkje spesifisert", en="Of this unspecified"),
    "of_conditional": Text(nb="Herav på vilkår", nn="Av dette på vilkår", en="Of this conditional"),
    "of_once": Text(nb="Herav engangs", nn="Av dette eingong", en="Of this one-off"),
    "spread_unseen": Text(
        nb="Anslag og oppdeling gjelder tiltakene som vises hver for seg; de andre er med i beløpene slik de er.",
        nn="Anslag og oppdeling gjeld tiltaka som er viste kvar for seg; dei andre er med i beløpa slik dei er.",
        en="Estimates and parts are those of the measures shown by themselves; the others enter with their amounts.",
    ),
    "ranges": Text(
        nb="Tiltak med lavt og høyt anslag, {unit}",
        nn="Tiltak med lågt og høgt anslag, {unit}",
        en="Measures with a low and a high estimate, {unit}",
    ),
    "nothing_said": Text(
        nb="Det er ikke sagt hva som skal gjøres for å spare dette:",
        nn="Det er ikkje sagt kva som skal gjerast for å spare dette:",
        en="It is not said what is to be done to save this:",
    ),
    "requires": Text(
        nb="Disse er regnet med, men krever noe som ikke er det:",
        nn="Desse er rekna med, men krev noko som ikkje er det:",
        en="These are counted, but require something that is not:",
    ),
    "require": Text(
        nb="{measure}, {amount}: krever {others}.",
        nn="{measure}, {amount}: krev {others}.",
        en="{measure}, {amount}: requires {others}.",
    ),
    "other": Text(nb="{measure} ({why})", nn="{measure} ({why})", en="{measure} ({why})"),
    "other_unknown": Text(
        nb="{id} (finnes ikke i porteføljen)", nn="{id} (finst ikkje i porteføljen)", en="{id} (not in the portfolio)"
    ),
    "other_unseen": Text(nb="noe som ikke vises her", nn="noko som ikkje er vist her", en="something not shown here"),
    "only_once": Text(
        nb="Disse virker bare én gang og gir ikke noe varig nivå:",
        nn="Desse verkar berre éin gong og gjev ikkje noko varig nivå:",
        en="These have effect once and give no lasting level:",
    ),
    "with_amount": Text(
        nb="{measure}: {amount} ({what})", nn="{measure}: {amount} ({what})", en="{measure}: {amount} ({what})"
    ),
    "in_level": Text(nb="varig nivå {year}", nn="varig nivå {year}", en="lasting level {year}"),
    "in_year": Text(nb="i {year}", nn="i {year}", en="in {year}"),
    "no_staff": Text(
        nb="Konsekvensen for de ansatte er ikke beskrevet: {ids}.",
        nn="Konsekvensen for dei tilsette er ikkje skildra: {ids}.",
        en="The consequence for staff is not described: {ids}.",
    ),
    "no_users": Text(
        nb="Konsekvensen for brukerne er ikke beskrevet: {ids}.",
        nn="Konsekvensen for brukarane er ikkje skildra: {ids}.",
        en="The consequence for users is not described: {ids}.",
    ),
    "no_staff_all": Text(
        nb="Konsekvensen for de ansatte er ikke beskrevet for noe tiltak.",
        nn="Konsekvensen for dei tilsette er ikkje skildra for noko tiltak.",
        en="The consequence for staff is described for no measure.",
    ),
    "no_users_all": Text(
        nb="Konsekvensen for brukerne er ikke beskrevet for noe tiltak.",
        nn="Konsekvensen for brukarane er ikkje skildra for noko tiltak.",
        en="The consequence for users is described for no measure.",
    ),
    # dropped
    "one_at_a_time": Text(
        nb="Tabellen viser hvor mye mer som må finnes for å nå målene om ett tiltak tas ut og alt annet står. Et "
        "beløp med minus betyr at det mangler mindre.",
        nn="Tabellen viser kor mykje meir som må finnast for å nå måla om eitt tiltak vert teke ut og alt anna står. "
        "Eit beløp med minus tyder at det manglar mindre.",
        en="The table shows how much more there is to find for each target if one measure is taken out and all else "
        "stands. An amount with a minus means that less is missing.",
    ),
    "growth": Text(
        nb="Så mye mer mangler det, {unit}",
        nn="Så mykje meir manglar det, {unit}",
        en="So much more is to find, {unit}",
    ),
    "follows": Text(nb="Det som følger med", nn="Det som følgjer med", en="What follows"),
    "needed": Text(nb="{ids} krever det", nn="{ids} krev det", en="{ids} requires it"),
    "falls": Text(
        nb="{ids} faller, for det reverserer tiltaket",
        nn="{ids} fell, for det reverserer tiltaket",
        en="{ids} falls, since it reverses the measure",
    ),
    "instead": Text(nb="{ids} blir valgt i stedet", nn="{ids} vert valt i staden", en="{ids} is taken instead"),
    "more": Text(
        nb="{ids} teller fullt, for overlappen er borte",
        nn="{ids} tel fullt, for overlappen er borte",
        en="{ids} counts in full, as the overlap is gone",
    ),
    "changed": Text(nb="{ids} endrer seg", nn="{ids} endrar seg", en="{ids} changes"),
    "unseen_too": Text(
        nb="også noe som ikke vises her, endrer seg; det er ikke med i beløpet",
        nn="òg noko som ikkje er vist her, endrar seg; det er ikkje med i beløpet",
        en="something not shown here changes too; it is not in the amount",
    ),
    # assessment
    "thresholds": Text(
        nb="Virkningen av et tiltak er stor fra og med {effect}. Gjennomførbarheten går fra 1 til 5 og er {method} av "
        "{grades}; et tiltak er lett å gjennomføre fra og med {feasibility}.",
        nn="Verknaden av eit tiltak er stor frå og med {effect}. Gjennomførbarheita går frå 1 til 5 og er {method} av "
        "{grades}; eit tiltak er lett å gjennomføre frå og med {feasibility}.",
        en="The effect of a measure is high from {effect} on. Feasibility goes from 1 to 5 and is {method} of "
        "{grades}; a measure is easy to carry out from {feasibility} on.",
    ),
    "floor": Text(
        nb="Det er vanskelig å gjennomføre uansett når den dårligste av dem er under {floor}.",
        nn="Det er vanskeleg å gjennomføre uansett når den dårlegaste av dei er under {floor}.",
        en="It is hard to carry out in any case when the weakest of them is below {floor}.",
    ),
    "mean": Text(nb="snittet", nn="snittet", en="the mean"),
    "weakest": Text(nb="den dårligste", nn="den dårlegaste", en="the weakest"),
    "grades": Text(
        nb="karakterene for {names} og {last}",
        nn="karakterane for {names} og {last}",
        en="the grades for {names} and {last}",
    ),
    "one_grade": Text(nb="karakteren for {last}", nn="karakteren for {last}", en="the grade for {last}"),
    "figure": Text(
        nb="Tiltakene etter virkning og gjennomførbarhet",
        nn="Tiltaka etter verknad og gjennomførbarheit",
        en="Measures by effect and feasibility",
    ),
    "figure_note": Text(
        nb="Grensene står i midten, og avstandene er ikke i samme målestokk på begge sider.",
        nn="Grensene står i midten, og avstandane er ikkje i same målestokk på begge sider.",
        en="The thresholds stand in the middle, and distances are not to the same scale on both sides.",
    ),
    "figure_over": Text(
        nb="Figuren viser de {most} tiltakene med størst virkning; {over} til står bare i tabellen.",
        nn="Figuren viser dei {most} tiltaka med størst verknad; {over} til står berre i tabellen.",
        en="The figure shows the {most} measures with the largest effect; {over} more stand in the table alone.",
    ),
    "picture": Text(
        nb="Fire felt etter virkning (loddrett) og gjennomførbarhet (vannrett). {places} Alle tiltakene står med "
        "navn i tabellen etter figuren.",
        nn="Fire felt etter verknad (loddrett) og gjennomførbarheit (vassrett). {places} Alle tiltaka står med namn "
        "i tabellen etter figuren.",
        en="Four fields by effect (vertical) and feasibility (horizontal). {places} Every measure is named in the "
        "table after the figure.",
    ),
    "picture_place": Text(nb="{name}: {ids}.", nn="{name}: {ids}.", en="{name}: {ids}."),
    "nobody": Text(nb="ingen tiltak", nn="ingen tiltak", en="no measures"),
    "and_more": Text(nb="{ids} og {n} til", nn="{ids} og {n} til", en="{ids} and {n} more"),
    "placed": Text(
        nb="Tiltakene i hvert felt, {unit}", nn="Tiltaka i kvart felt, {unit}", en="Measures in each field, {unit}"
    ),
    "field": Text(nb="Felt", nn="Felt", en="Field"),
    "axis": Text(nb="Virkning", nn="Verknad", en="Effect"),
    "feasible": Text(nb="Gjennom- førbarhet", nn="Gjennomfør- barheit", en="Feasibility"),
    "marks": Text(
        nb="Virkningen er det varige nivået {year}, for engangstiltak det året de virker mest. Overlapp er ikke "
        "trukket fra.",
        nn="Verknaden er det varige nivået {year}, for eingongstiltak det året dei verkar mest. Overlapp er ikkje "
        "trekt frå.",
        en="The effect is the lasting level {year}, of a one-off that of its largest year. Overlaps are not taken off.",
    ),
    "hollow": Text(nb="teller ikke med", nn="tel ikkje med", en="does not count"),
    "contested": Text(nb="avhenger av metoden", nn="avheng av metoden", en="depends on the method"),
    "unplaced": Text(
        nb="Ikke plassert, {why}: {ids}.", nn="Ikkje plassert, {why}: {ids}.", en="Not placed, {why}: {ids}."
    ),
    "first": Text(
        nb="Av tiltakene som ikke er vedtatt og teller med, står {n} i feltet «{name}» ({means}): {ids}.",
        nn="Av tiltaka som ikkje er vedtekne og tel med, står {n} i feltet «{name}» ({means}): {ids}.",
        en="Of the measures that count and are not adopted, {n} stand in the field “{name}” ({means}): {ids}.",
    ),
    "accept_intro": Text(
        nb="Aksepten går fra 1 (svært lav) til 5 (svært høy). Den vises her bare der et organ med folkevalgte har "
        "gitt den, og for tiltak som ikke er vedtatt.",
        nn="Aksepten går frå 1 (svært låg) til 5 (svært høg). Han er vist her berre der eit organ med folkevalde har "
        "gjeve han, og for tiltak som ikkje er vedtekne.",
        en="Acceptance goes from 1 (very low) to 5 (very high). It is shown here only where a body with politicians "
        "gave it, and for measures that are not adopted.",
    ),
    "accept_table": Text(
        nb="Politisk aksept for tiltak som ikke er vedtatt",
        nn="Politisk aksept for tiltak som ikkje er vedtekne",
        en="Political acceptance of measures not adopted",
    ),
    "grade": Text(nb="Aksept", nn="Aksept", en="Acceptance"),
    "body": Text(nb="Gitt av", nn="Gjeve av", en="Given by"),
    "why_grade": Text(nb="Begrunnelse", nn="Grunngjeving", en="Reason"),
    # not counted, and about the figures
    "not_counted": Text(
        nb="Tiltak som ikke er med i summene, {unit}",
        nn="Tiltak som ikkje er med i summane, {unit}",
        en="Measures that are not in the sums, {unit}",
    ),
    "why": Text(nb="Hvorfor", nn="Kvifor", en="Why"),
    "prices": Text(
        nb="Beløpene er i {unit}, {level}-kroner, målt mot budsjettet for {base}.",
        nn="Beløpa er i {unit}, {level}-kroner, målt mot budsjettet for {base}.",
        en="Amounts are in {unit}, {level} prices, against the budget of {base}.",
    ),
    "source": Text(
        nb="Alt i saksframlegget er hentet fra planen og tiltakene slik de er skrevet ned; ingenting er lagt til.",
        nn="Alt i saksframlegget er henta frå planen og tiltaka slik dei er skrivne ned; ingenting er lagt til.",
        en="Everything in this paper is taken from the plan and the measures as they are written; nothing is added.",
    ),
    "held_back": Text(
        nb="Interne tiltak vises ikke hver for seg. De er med i alle summer, i én sum for hver sektor.",
        nn="Interne tiltak er ikkje viste kvar for seg. Dei er med i alle summar, i éin sum for kvar sektor.",
        en="Internal measures are not shown by themselves. They are in every total, in one sum a sector.",
    ),
}
