"""The files that ``dt init`` and ``dt new`` write: valid from the first moment, and explained."""

from collections.abc import Mapping

from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.editor import editor_files, schema_line
from driftstilpasning.source.tree import PLAN
from driftstilpasning.source.writing import scalar
from driftstilpasning.text import Lang, Text

_PLAN = Text(
    nb="""\
# Økonomiplanen: periode, enhet, sektorer og mål. Bytt ut alt med det som gjelder hos dere.
municipality: Kommunen vår
plan: Økonomiplan {first}–{last}
period: {{first: {first}, last: {last}}}
base_year: {base}          # hver virkning måles mot dette budsjettet
unit: 1000 kr             # kr, 1000 kr eller mill. kr; gjelder alle beløp i porteføljen
price_level: {first}
sectors:
  administrasjon: {{name: Administrasjon}}
  oppvekst: {{name: Oppvekst}}
targets:
  # basis: level er varig nivå ved årets slutt, in-year er virkningen i året, cumulative er summen til og med året
  - {{id: total, title: Redusere netto driftsutgifter, amount: 10000, basis: level, year: {last}}}
quadrant:
  effect: 500             # stor virkning fra og med dette beløpet
  feasibility: 3.5        # lett å gjennomføre fra og med denne verdien, 1 til 5
""",
    nn="""\
# Økonomiplanen: periode, eining, sektorar og mål. Byt ut alt med det som gjeld hos dykk.
municipality: Kommunen vår
plan: Økonomiplan {first}–{last}
period: {{first: {first}, last: {last}}}
base_year: {base}          # kvar verknad vert målt mot dette budsjettet
unit: 1000 kr             # kr, 1000 kr eller mill. kr; gjeld alle beløp i porteføljen
price_level: {first}
sectors:
  administrasjon: {{name: Administrasjon}}
  oppvekst: {{name: Oppvekst}}
targets:
  # basis: level er varig nivå ved utgangen av året, in-year er verknaden i året, cumulative er summen til og med året
  - {{id: total, title: Redusere netto driftsutgifter, amount: 10000, basis: level, year: {last}}}
quadrant:
  effect: 500             # stor verknad frå og med dette beløpet
  feasibility: 3.5        # lett å gjennomføre frå og med denne verdien, 1 til 5
""",
    en="""\
# The economic plan: period, unit, sectors and targets. Replace everything with what holds for you.
municipality: Our municipality
plan: Economic plan {first}–{last}
period: {{first: {first}, last: {last}}}
base_year: {base}          # every effect is measured against this budget
unit: 1000 kr             # kr, 1000 kr or mill. kr; for every amount of the portfolio
price_level: {first}
sectors:
  administrasjon: {{name: Administration}}
  oppvekst: {{name: Schools and childcare}}
targets:
  # basis: level is the lasting level at the year's end, in-year the effect in the year, cumulative the sum through it
  - {{id: total, title: Lower net operating expenditure, amount: 10000, basis: level, year: {last}}}
quadrant:
  effect: 500             # high effect from this amount on
  feasibility: 3.5        # easy to carry out from this value on, 1 to 5
""",
)
_EXAMPLE = Text(
    nb="""\
# Ett tiltak, én fil. Kopier den, eller bruk «dt new». Alle felt er beskrevet i README.
id: AD-01                 # bokstaver, sifre og bindestrek; bare ett tiltak kan ha den
title: Samle innkjøpene i én avtale
sector: administrasjon    # en av sektorene i budsjettplanen
status: proposed          # idea, proposed, hearing, recommended, adopted, underway, realised
kind: purchasing
effect: {{annual: 600, from: {first}-07}}   # helårsvirkning og første måned; en innsparing er positiv
owner: Økonomisjef        # en rolle, aldri en person
consequence:              # 1 svært liten … 5 svært stor negativ konsekvens
  staff: {{grade: 1, text: Bestillerne må bruke avtalen.}}
  users: {{grade: 1, text: Ingen merkbar endring.}}
acceptance: {{grade: 4, text: Enighet i styringsgruppa.}}   # 1 svært lav … 5 svært høy
""",
    nn="""\
# Eitt tiltak, éi fil. Kopier ho, eller bruk «dt new». Alle felta er skildra i README.
id: AD-01                 # bokstavar, siffer og bindestrek; berre eitt tiltak kan ha han
title: Samle innkjøpa i éin avtale
sector: administrasjon    # ein av sektorane i planen
status: proposed          # idea, proposed, hearing, recommended, adopted, underway, realised
kind: purchasing
effect: {{annual: 600, from: {first}-07}}   # heilårsverknad og fyrste månad; ei innsparing er positiv
owner: Økonomisjef        # ei rolle, aldri ein person
consequence:              # 1 svært liten … 5 svært stor negativ konsekvens
  staff: {{grade: 1, text: Bestillarane må bruke avtalen.}}
  users: {{grade: 1, text: Inga merkbar endring.}}
acceptance: {{grade: 4, text: Semje i styringsgruppa.}}   # 1 svært låg … 5 svært høg
""",
    en="""\
# One measure, one file. Copy it, or use `dt new`. Every field is described in the README.
id: AD-01                 # letters, digits and hyphen; one measure alone may have it
title: Collect purchases in one agreement
sector: administrasjon    # one of the plan's sectors
status: proposed          # idea, proposed, hearing, recommended, adopted, underway, realised
kind: purchasing
effect: {{annual: 600, from: {first}-07}}   # full-year effect and first month; a saving is positive
owner: Chief financial officer   # a role, never a person
consequence:              # 1 very small … 5 very large negative consequence
  staff: {{grade: 1, text: Those who order must use the agreement.}}
  users: {{grade: 1, text: No noticeable change.}}
acceptance: {{grade: 4, text: The steering group agrees.}}   # 1 very low … 5 very high
""",
)
_NEW = Text(
    nb="""\
id: {id}
title: {title}
sector: {sector}
status: idea
kind: efficiency
effect: {{annual: 0, from: {first}-01}}   # i {unit}; en innsparing er positiv
# owner: en rolle, aldri en person
# consequence:
#   staff: {{grade: 1, text: …}}   # 1 svært liten … 5 svært stor negativ konsekvens
#   users: {{grade: 1, text: …}}
# acceptance: {{grade: 3, text: …}}   # 1 svært lav … 5 svært høy
""",
    nn="""\
id: {id}
title: {title}
sector: {sector}
status: idea
kind: efficiency
effect: {{annual: 0, from: {first}-01}}   # i {unit}; ei innsparing er positiv
# owner: ei rolle, aldri ein person
# consequence:
#   staff: {{grade: 1, text: …}}   # 1 svært liten … 5 svært stor negativ konsekvens
#   users: {{grade: 1, text: …}}
# acceptance: {{grade: 3, text: …}}   # 1 svært låg … 5 svært høg
""",
    en="""\
id: {id}
title: {title}
sector: {sector}
status: idea
kind: efficiency
effect: {{annual: 0, from: {first}-01}}   # in {unit}; a saving is positive
# owner: a role, never a person
# consequence:
#   staff: {{grade: 1, text: …}}   # 1 very small … 5 very large negative consequence
#   users: {{grade: 1, text: …}}
# acceptance: {{grade: 3, text: …}}   # 1 very low … 5 very high
""",
)


def starter(first: int, lang: Lang) -> Mapping[str, str]:
    """The files of a new portfolio whose four-year plan begins in ``first``, and what editors need to check them."""
    years = {"first": first, "last": first + 3, "base": first - 1}
    example = "measures/ad-01.yaml"
    return {
        PLAN: schema_line("plan", PLAN) + _PLAN.render(lang, **years),
        example: schema_line("measure", example) + _EXAMPLE.render(lang, first=first),
        **editor_files(lang),
    }


def new_measure(identifier: str, title: str, sector: str, portfolio: Portfolio, lang: Lang) -> str:
    """A file for an idea that has nothing but a title."""
    return _NEW.render(
        lang,
        id=identifier,
        title=quoted(title),
        sector=quoted(sector),
        first=portfolio.period.first,
        unit=portfolio.plan.unit.value,
    )


def quoted(text: str) -> str:
    """``text`` as a YAML value that reads back as itself, on one line."""
    return scalar(" ".join(text.split()))
