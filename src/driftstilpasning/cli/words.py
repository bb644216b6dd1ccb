"""The words of ``--help``, in three languages.

typer takes help in one language when the program starts; :mod:`.help` looks the English text up here once it knows
the reader's.
"""

from driftstilpasning.text import Text

APP = Text(
    nb="Kontroller, summer og vei tiltakene i en kommunes driftstilpasning, skrevet som ren tekst.",
    nn="Kontroller, summer og veg tiltaka i ei driftstilpassing i kommunen, skrivne som rein tekst.",
    en="Check, sum and weigh a municipality's savings measures, written as plain text.",
)
VALIDATE = Text(
    nb="Kontroller filene og vis alt som er galt, med sted og råd.",
    nn="Kontroller filene og vis alt som er gale, med stad og råd.",
    en="Check the files and show all that is wrong, with place and cure.",
)
EXPLAIN = Text(
    nb="Forklar en kode (DT201) eller et tiltak (HO-03): hvert beløp, hva det teller mot, og hvorfor.",
    nn="Forklar ein kode (DT201) eller eit tiltak (HO-03): kvart beløp, kva det tel mot, og kvifor.",
    en="Explain a code (DT201) or a measure (HO-03): every amount, what it counts toward, and why.",
)
QUADRANT = Text(
    nb="Vis hvor hvert tiltak står mellom virkning og gjennomførbarhet.",
    nn="Vis kvar kvart tiltak står mellom verknad og gjennomførbarheit.",
    en="Show where each measure stands between effect and feasibility.",
)
SUMMARIZE = Text(
    nb="Summer mot målene, per år og per sektor, uten å telle noe to ganger.",
    nn="Summer mot måla, per år og per sektor, utan å telje noko to gonger.",
    en="Sum against the targets, by year and by sector, counting nothing twice.",
)
EXPORT = Text(
    nb="Skriv tiltakene og summene til .xlsx, .docx, .csv, .parquet eller .json.",
    nn="Skriv tiltaka og summane til .xlsx, .docx, .csv, .parquet eller .json.",
    en="Write measures and sums to .xlsx, .docx, .csv, .parquet or .json.",
)
IMPORT = Text(
    nb="Les tiltak fra en tabell: vis hva som er nytt, endret og borte, og skriv det med --write.",
    nn="Les tiltak frå ein tabell: vis kva som er nytt, endra og borte, og skriv det med --write.",
    en="Read measures from a table: show what is new, changed and gone, and write it with --write.",
)
INIT = Text(
    nb="Lag en ny portefølje med en plan og ett kommentert tiltak.",
    nn="Lag ein ny portefølje med ein plan og eitt kommentert tiltak.",
    en="Make a new portfolio with a plan and one commented measure.",
)
NEW = Text(
    nb="Lag en fil for et nytt tiltak med neste ledige id, og skriv ut hvor den ligger.",
    nn="Lag ei fil for eit nytt tiltak med neste ledige id, og skriv ut kvar ho ligg.",
    en="Make a file for a new measure with the next free id, and print its path.",
)
SCHEMA = Text(
    nb="Skriv ut JSON Schema for et tiltak eller planen, så en editor fullfører, forklarer og kontrollerer.",
    nn="Skriv ut JSON Schema for eit tiltak eller planen, så ein editor fullfører, forklarer og kontrollerer.",
    en="Print the JSON Schema of a measure or the plan, so that an editor completes, explains and checks.",
)
TEMPLATE = Text(
    nb="Skriv et tomt skjema i Excel som enhetsledere fyller ut med tiltak.",
    nn="Skriv eit tomt skjema i Excel som einingsleiarar fyller ut med tiltak.",
    en="Write an empty form in Excel that heads of service fill in with measures.",
)
PORTFOLIO = Text(
    nb="Mappen med porteføljen; ellers den nærmeste oppover med budgets/plan.yaml. Også DT_PORTFOLIO.",
    nn="Mappa med porteføljen; elles den næraste oppover med budgets/plan.yaml. Òg DT_PORTFOLIO.",
    en="The portfolio's folder; else the nearest upwards with budgets/plan.yaml. Also DT_PORTFOLIO.",
)
LANG = Text(
    nb="Språk: nb, nn eller en. Også DT_LANG.",
    nn="Språk: nb, nn eller en. Òg DT_LANG.",
    en="Language: nb, nn or en. Also DT_LANG.",
)
COLOR = Text(
    nb="Farger: auto, always eller never. NO_COLOR slår dem av.",
    nn="Fargar: auto, always eller never. NO_COLOR slår dei av.",
    en="Colours: auto, always or never. NO_COLOR turns them off.",
)
QUIET = Text(
    nb="Skriv bare resultatet, ikke meldinger ved siden av.",
    nn="Skriv berre resultatet, ikkje meldingar ved sida av.",
    en="Print the result only, no messages beside it.",
)
VERSION = Text(nb="Vis versjonen og avslutt.", nn="Vis versjonen og avslutt.", en="Show the version and exit.")
HELP = Text(nb="Vis denne hjelpen og avslutt.", nn="Vis denne hjelpa og avslutt.", en="Show this message and exit.")
PATHS = Text(
    nb="Filer eller mapper som det skal vises funn for; hele porteføljen blir lest uansett.",
    nn="Filer eller mapper som det skal visast funn for; heile porteføljen vert lesen uansett.",
    en="Files or folders to show findings for; the whole portfolio is read all the same.",
)
OUTPUT_FORMAT = Text(
    nb="Hvordan resultatet skrives.", nn="Korleis resultatet vert skrive.", en="How the result is written."
)
FINDINGS_FORMAT = Text(
    nb="full, concise, json, github, gitlab, sarif eller junit; kan gis flere ganger, med =FIL til en fil. "
    "Uten: full, og github i GitHub Actions.",
    nn="full, concise, json, github, gitlab, sarif eller junit; kan gjevast fleire gonger, med =FIL til ei fil. "
    "Utan: full, og github i GitHub Actions.",
    en="full, concise, json, github, gitlab, sarif or junit; may be given several times, with =FILE to a file. "
    "Without: full, and github in GitHub Actions.",
)
SELECT = Text(
    nb="Vis bare disse kodene: DT203, DT2 eller navnet på en regel, flere med komma. Det som gjør at en fil ikke kan "
    "leses, vises alltid.",
    nn="Vis berre desse kodane: DT203, DT2 eller namnet på ein regel, fleire med komma. Det som gjer at ei fil ikkje "
    "kan lesast, vert alltid vist.",
    en="Show these codes only: DT203, DT2 or the name of a rule, several with commas. What keeps a file from being "
    "read is always shown.",
)
IGNORE = Text(
    nb="Ikke vis disse kodene. Den lengste som passer, avgjør; er to like lange, gjelder --ignore.",
    nn="Ikkje vis desse kodane. Den lengste som passar, avgjer; er to like lange, gjeld --ignore.",
    en="Do not show these codes. The longest that fits decides; of two as long, --ignore.",
)
STATISTICS = Text(
    nb="Vis hvor mange funn det er av hver kode, i stedet for funnene.",
    nn="Vis kor mange funn det er av kvar kode, i staden for funna.",
    en="Show how many findings there are of each code, instead of the findings.",
)
TODAY = Text(
    nb="Dagen som avgjør om unntak i filene har gått ut; ellers dagens dato.",
    nn="Dagen som avgjer om unntak i filene har gått ut; elles dagens dato.",
    en="The day that decides whether suppressions in the files have expired; else today's date.",
)
STRICT = Text(
    nb="La advarsler gi sluttkode 1.", nn="La åtvaringar gje sluttkode 1.", en="Let warnings give exit code 1."
)
CHANGED_SINCE = Text(
    nb="Vis bare funn i filer som er endret siden grenen skilte lag med REV, og funn som endringen ga i andre filer.",
    nn="Vis berre funn i filer som er endra sidan greina skilde lag med REV, og funn som endringa gav i andre filer.",
    en="Show only findings in files changed since the branch left REV, and those that the change caused elsewhere.",
)
NO_CACHE = Text(
    nb="Se på alle filer på nytt, og husk ikke noe til neste gang.",
    nn="Sjå på alle filer på nytt, og hugs ikkje noko til neste gong.",
    en="Look at every file again, and remember nothing for the next time.",
)
JOBS = Text(
    nb="Antall prosesser som ser på filene; til vanlig så mange som er til nytte.",
    nn="Talet på prosessar som ser på filene; til vanleg så mange som er til nytte.",
    en="How many processes look at the files; by default as many as are of use.",
)
FIX = Text(
    nb="Rett det som bare kan bety én ting, uten å røre resten av filen.",
    nn="Rett det som berre kan bety éin ting, utan å røre resten av fila.",
    en="Mend what can mean one thing only, and leave the rest of the file as it is.",
)
DIFF = Text(
    nb="Vis hva --fix endrer, uten å endre noe; sluttkode 1 når det er noe.",
    nn="Vis kva --fix endrar, utan å endre noko; sluttkode 1 når det er noko.",
    en="Show what --fix would change, and change nothing; exit code 1 where there is anything.",
)
UNSAFE_FIXES = Text(
    nb="Med --fix eller --diff: rett også det som trolig er ment, som fortegn.",
    nn="Med --fix eller --diff: rett òg det som truleg er meint, som forteikn.",
    en="With --fix or --diff: fix also what most likely is meant, such as signs.",
)
WATCH = Text(
    nb="Kontroller på nytt hver gang en fil i porteføljen endres; avslutt med Ctrl-C.",
    nn="Kontroller på nytt kvar gong ei fil i porteføljen vert endra; avslutt med Ctrl-C.",
    en="Check again whenever a file of the portfolio changes; stop with Ctrl-C.",
)
SUBJECT = Text(
    nb="En kode, navnet på en regel, eller id-en til et tiltak.",
    nn="Ein kode, namnet på ein regel, eller id-en til eit tiltak.",
    en="A code, a rule's name, or a measure's id.",
)
ALL = Text(
    nb="Forklar alle koder i stedet for én.",
    nn="Forklar alle kodar i staden for éin.",
    en="Explain every code instead of one.",
)
PLAIN = Text(
    nb="Én opplysning med navn på hver linje, uten rammer.",
    nn="Éi opplysning med namn på kvar linje, utan rammer.",
    en="One labelled fact a line, without frames.",
)
ALLOW_ERRORS = Text(
    nb="Regn selv om filer ikke kan leses, og si hva som er holdt utenfor.",
    nn="Rekn sjølv om filer ikkje kan lesast, og sei kva som er halde utanfor.",
    en="Compute though files cannot be read, and say what is left out.",
)
INTERNAL = Text(
    nb="Vis også interne tiltak hver for seg i en arbeidsbok eller et saksframlegg; ellers står de bare i én sum for "
    "hver sektor. I .csv, .parquet og .json er de alltid med.",
    nn="Vis òg interne tiltak kvar for seg i ei arbeidsbok eller eit saksframlegg; elles står dei berre i éin sum for "
    "kvar sektor. I .csv, .parquet og .json er dei alltid med.",
    en="Show internal measures by themselves too, in a workbook or a case paper; else they stand only in one sum a "
    "sector. A .csv, .parquet or .json always holds them.",
)
COUNTS = Text(
    nb="Første status som teller i år og sektorer; målene beholder sin egen.",
    nn="Fyrste status som tel i år og sektorar; måla held på sin eigen.",
    en="First status that counts in years and sectors; targets keep their own.",
)
SECTOR = Text(
    nb="Vis bare denne sektoren; kan gis flere ganger. Hva som teller, endres ikke.",
    nn="Vis berre denne sektoren; kan gjevast fleire gonger. Kva som tel, vert ikkje endra.",
    en="Show this sector only; may be given several times. What counts is not changed.",
)
STATUS = Text(
    nb="Vis bare denne statusen; kan gis flere ganger. Hva som teller, endres ikke.",
    nn="Vis berre denne statusen; kan gjevast fleire gonger. Kva som tel, vert ikkje endra.",
    en="Show this status only; may be given several times. What counts is not changed.",
)
FAIL_ON_GAP = Text(
    nb="Gi sluttkode 1 når et mål ikke er nådd.",
    nn="Gje sluttkode 1 når eit mål ikkje er nådd.",
    en="Give exit code 1 when a target is missed.",
)
FILE = Text(
    nb="Filen som skal skrives; endelsen avgjør formatet.",
    nn="Fila som skal skrivast; endinga avgjer formatet.",
    en="The file to write; its ending decides the format.",
)
TABLE = Text(
    nb="Arbeidsbok eller skjema fra dt, eller en annen liste (.xlsx eller .csv) med --mapping.",
    nn="Arbeidsbok eller skjema frå dt, eller ei anna liste (.xlsx eller .csv) med --mapping.",
    en="A workbook or form from dt, or another list (.xlsx or .csv) with --mapping.",
)
MAPPING = Text(
    nb="Fil som sier hvilken kolonne som er hva, og enhet, fortegn og skilletegn.",
    nn="Fil som seier kva kolonne som er kva, og eining, forteikn og skiljeteikn.",
    en="File that says which column is what, and unit, sign and separators.",
)
SUGGEST_MAPPING = Text(
    nb="Skriv ut et forslag til kobling, og si hva som ikke lot seg plassere.",
    nn="Skriv ut eit framlegg til kopling, og sei kva som ikkje let seg plassere.",
    en="Print a mapping to begin from, and say what could not be placed.",
)
WRITE = Text(
    nb="Skriv det som vises; uten dette blir ingenting endret.",
    nn="Skriv det som vert vist; utan dette vert ingenting endra.",
    en="Write what is shown; without it nothing is changed.",
)
DIRECTORY = Text(
    nb="Mappen som skal bli en portefølje.",
    nn="Mappa som skal verte ein portefølje.",
    en="The folder to make a portfolio of.",
)
TITLE = Text(nb="Tittelen på tiltaket.", nn="Tittelen på tiltaket.", en="The measure's title.")
NEW_SECTOR = Text(
    nb="Sektoren tiltaket hører til; ellers den første i planen.",
    nn="Sektoren som tiltaket høyrer til; elles den fyrste i planen.",
    en="The sector of the measure; else the plan's first.",
)
FORM = Text(
    nb="Filen som skal skrives (.xlsx); den kan ikke finnes fra før.",
    nn="Fila som skal skrivast (.xlsx); ho kan ikkje finnast frå før.",
    en="The file to write (.xlsx); it must not be there already.",
)
INTERNAL_IDS = Text(
    nb="Ta med interne tiltak i listen over tiltak som finnes fra før.",
    nn="Ta med interne tiltak i lista over tiltak som finst frå før.",
    en="List internal measures too among the measures so far.",
)
SCHEMA_OF = Text(
    nb="Det skjemaet beskriver: measure (et tiltak, hvis ikke annet er sagt) eller plan.",
    nn="Det skjemaet skildrar: measure (eit tiltak, om ikkje anna er sagt) eller plan.",
    en="What the schema describes: measure (unless something else is said) or plan.",
)
FOR_PORTFOLIO = Text(
    nb="Ta med sektorene, årene og tiltakene i porteføljen; da må skjemaet skrives på nytt når de endres.",
    nn="Ta med sektorane, åra og tiltaka i porteføljen; då må skjemaet skrivast på nytt når dei vert endra.",
    en="Take in the portfolio's sectors, years and measures; the schema must then be renewed when they change.",
)
OUTPUT = Text(
    nb="Filen som skal skrives; ellers blir skjemaet skrevet ut.",
    nn="Fila som skal skrivast; elles vert skjemaet skrive ut.",
    en="The file to write; else the schema is printed.",
)

USAGE = Text(nb="Bruk", nn="Bruk", en="Usage")
COMMAND = Text(nb="KOMMANDO", nn="KOMMANDO", en="COMMAND")
COMMANDS = Text(nb="Kommandoer", nn="Kommandoar", en="Commands")
ARGUMENTS = Text(nb="Argumenter", nn="Argument", en="Arguments")
OPTIONS = Text(nb="Valg", nn="Val", en="Options")
GLOBAL_OPTIONS = Text(nb="Valg for alle kommandoer", nn="Val for alle kommandoar", en="Options of every command")

BY_ENGLISH = {text.en: text for text in tuple(vars().values()) if isinstance(text, Text)}
"""Each text under what typer was given."""
