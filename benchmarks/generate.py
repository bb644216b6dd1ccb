"""Write a portfolio of any size: the same bytes every time, and nothing for any rule to find.

    python benchmarks/generate.py 10000 FOLDER

The measures come in tens that refer to one another the way real ones do: one is a condition of the next, two
overlap, one is an alternative to another. Texts, layout and fields vary like those of people.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

GROUP = 10
"""Measures that refer to one another stand in the same ten."""

PLAN = """\
municipality: Øygarden
plan: Økonomiplan 2013–2016
period: {{first: 2013, last: 2016}}
base_year: 2012
unit: 1000 kr
price_level: 2013
notice: Oppdikta tiltak til tidtaking.
sectors:
{sectors}
targets:
  - id: total
    title: Redusere netto driftsutgifter
    amount: {level}
    basis: level
    year: 2016
    already: {{amount: {already}, source: Budsjett 2013}}
  - {{id: vedteke, title: Vedteken verknad i 2014, amount: {already}, basis: in-year, year: 2014, counts: adopted}}
quadrant: {{effect: 500, feasibility: 3.5}}
"""


class Sector(NamedTuple):
    """A part of the budget, its KOSTRA function and the law that its services stand in."""

    id: str
    name: str
    kostra: str
    law: str


class Idea(NamedTuple):
    """What a measure is about."""

    title: str
    kind: str
    staff: str
    users: str


SECTORS = (
    Sector("oppvekst", "Oppvekst", "202", "opplæringslova § 8-1"),
    Sector("helse-omsorg", "Helse og omsorg", "253", "helse- og omsorgstenestelova § 3-2"),
    Sector("teknisk", "Teknisk drift", "332", "veglova § 20"),
    Sector("kultur", "Kultur og idrett", "386", "kulturlova § 4"),
    Sector("stab", "Stab og støtte", "120", "kommunelova § 13-1"),
)
IDEAS = (
    Idea(
        "Felles kjøken for sjukeheim og omsorgsbustader",
        "efficiency",
        "Kjøkenpersonalet får felles turnus frå august, og to stillingar vert ikkje lyste ut på nytt.",
        "Same meny og same middagstider; maten vert køyrd ut varm til dei som bur lengst unna.",
    ),
    Idea(
        "Tettare vikarstyring ved korttidsfråvær",
        "staffing",
        "Dei tilsette dekkjer fleire korte fråvær for kvarandre, og leiar godkjenner vikar frå fyrste dag.",
        "Brukarane møter oftare ein kjend vaksen, men sjeldnare full dekning den dagen nokon er borte.",
    ),
    Idea(
        "Samle innkjøpa i éin rammeavtale",
        "purchasing",
        "Bestillarane i einingane får éin katalog å halde seg til, og opplæring i løpet av hausten.",
        "Ingen endring i tenesta; nokre produkt får eit anna merke enn i dag.",
    ),
    Idea(
        "Energistyring i formålsbygga",
        "efficiency",
        "Driftsleiarane får sentral styring og varsel på telefonen i staden for faste rundar.",
        "Romma vert kjøligare om kvelden og i helgane når ingen har tinga dei.",
    ),
    Idea(
        "Slå saman to små einingar under felles leiing",
        "structure",
        "Éi leiarstilling går ut ved naturleg avgang; dei andre får ny næraste leiar frå nyttår.",
        "Tilbodet står på begge stadene, men leiar er til stades halve veka på kvar av dei.",
    ),
    Idea(
        "Digital søknad og sjølvbetening",
        "gains",
        "Sakshandsamarane bruker mindre tid på telefon og papir og meir på sjølve vedtaka.",
        "Svar kjem same dag for dei enkle sakene; dei som treng det, får hjelp på servicetorget.",
    ),
)
PLACES = ("Rong", "Tjeldstø", "Hjelme", "Blomvåg", "Alvheim", "Herdla", "Toftøy", "Nautnes", "Hellesøy", "Sture")
OWNERS = ("Einingsleiar", "Kommunalsjef", "Driftsleiar", "Avdelingsleiar", "Økonomisjef")
VIEWS = (
    "Semje i styringsgruppa; ei gruppe ønskjer prøvedrift det fyrste året.",
    "Brei semje så lenge ordninga vert evaluert etter eit år.",
    "Styringsgruppa er delt, men ingen går imot ei prøveordning.",
)
THEMES = ("organisering", "leiing", "arbeidsprosessar", "samhandling på tvers")
STATUSES = (
    "adopted",
    "proposed",
    "recommended",
    "hearing",
    "recommended",
    "idea",
    "realised",
    "underway",
    "idea",
    "proposed",
)
"""Of each of the ten: what others build on has come furthest."""

DECISIONS = {
    "hearing": ("hearing",),
    "recommended": ("hearing", "recommended"),
    "adopted": ("recommended", "adopted"),
    "underway": ("recommended", "adopted"),
    "realised": ("recommended", "adopted"),
}
OUTCOMES = {
    "hearing": ("2013-02-11", "styringsgruppe", "PS-12/13, note: Fråsegn frå tillitsvalde innan fire veker"),
    "recommended": ("2013-02-25", "styringsgruppe", "PS-27/13, note: Samrøystes"),
    "adopted": ("2013-02-28", "kommunestyre", "KS-41/13"),
}


def files(measures: int) -> Iterator[tuple[str, str]]:
    """The name and the text of each file of a portfolio with that many measures."""
    yield "budgets/plan.yaml", _plan(measures)
    for i in range(measures):
        sector = SECTORS[i // GROUP % len(SECTORS)]
        yield f"measures/{sector.id}/{_id(i).lower()}.yaml", _measure(i, sector, last=measures - 1)


def write(measures: int, folder: Path) -> None:
    """Write the portfolio into ``folder``."""
    for name, text in files(measures):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _plan(measures: int) -> str:
    sectors = "\n".join(f"  {s.id}: {{name: {s.name}, base: {measures * 3000}}}" for s in SECTORS)
    return PLAN.format(sectors=sectors, level=measures * 1500, already=measures * 100)


def _id(i: int) -> str:
    sector = SECTORS[i // GROUP % len(SECTORS)]
    return f"{sector.id[:2].upper()}-{i:05d}"


def _annual(i: int) -> int:
    return 600 + 37 * i % 50 * 30


def _measure(i: int, sector: Sector, last: int) -> str:
    part = i % GROUP
    idea = IDEAS[i % 7 % len(IDEAS)]
    status = STATUSES[part]
    annual = _annual(i)
    grades = i % 3 + 1, i // 3 % 3 + 1, i // 2 % 3 + 3
    return "".join(
        (
            f"id: {_id(i)}\n",
            f"title: {_quoted(f'{idea.title}, {PLACES[part]} {i // GROUP + 1}', i % 4 == 1)}\n",
            f"sector: {_sector(i, sector)}\n",
            f"status: {status}\nkind: {idea.kind}\n",
            _effect(i, annual),
            f"owner: {OWNERS[i % 5]} {sector.name.lower()}\n",
            _consequence(idea, grades, block=i % 3 > 0),
            f"acceptance: {{grade: {grades[2]}, by: styringsgruppe, text: {_quoted(VIEWS[i % 3], quote=True)}}}\n",
            f"transition_cost: {{2013: {50 + i % 9 * 25}}}\n" if i % 3 else "",
            f"range: {{low: {annual - 150}, high: {annual + 200}}}\n" if i % 4 else "",
            f"fte: -{annual / 750:.1f}\nfte_how: turnover\n",
            f"law: {{level: should, reference: {sector.law}}}\n" if i % 5 == 0 else "",
            f'kostra: "{sector.kostra}"\n',
            f"origin: working-group\nauthority: {'council' if i % 2 else 'administration'}\n",
            f"themes: [{THEMES[i % 4]}, {THEMES[(i + 1) % 4]}]\nworking_group: {sector.id}\n",
            _references(i, last),
            _decisions(status),
            f"source: Rapport frå arbeidsgruppa for {sector.name.lower()} til styringsgruppa, s. {i % 60 + 3}\n",
        )
    )


def _quoted(text: str, quote: bool) -> str:  # noqa: FBT001  # one of two ways to write it
    return f'"{text}"' if quote else text


def _sector(i: int, sector: Sector) -> str:
    if i % GROUP != GROUP - 1:
        return sector.id
    other = SECTORS[(SECTORS.index(sector) + 1) % len(SECTORS)]
    return f"{{{sector.id}: 60, {other.id}: 40}}"


def _effect(i: int, annual: int) -> str:
    half = annual // 2
    match i % 4:
        case 0:
            return f"effect:\n  2013: {half // 2}\n  2014: {half}\n  2015: {annual}\n  2016: {annual}\n"
        case 1:
            return f"effect:\n  - {{annual: {half}, from: 2013-08}}\n  - {{annual: {annual}, from: 2015-01}}\n"
        case _:
            return f"effect: {{annual: {annual}, from: 2013-08}}\n"


def _consequence(idea: Idea, grades: tuple[int, int, int], *, block: bool) -> str:
    staff, users, _ = grades
    if block:
        folded = ">-\n      " if grades == (1, 2, 4) else ""
        lines = (
            f"staff:\n  grade: {staff}\n  text: {folded}{idea.staff}\nusers:\n  grade: {users}\n  text: {idea.users}\n"
        )
        return "consequence:\n" + indent(lines, "  ")
    return (
        "consequence:\n"
        f'  staff: {{grade: {staff}, text: "{idea.staff}"}}\n'
        f'  users: {{grade: {users}, text: "{idea.users}"}}\n'
    )


def _references(i: int, last: int) -> str:
    match i % GROUP:
        case 1:
            return f"requires: [{_id(i - 1)}]\n"
        case 2 if i < last:
            return f"overlaps:\n  - {{with: {_id(i + 1)}, amount: 50}}\n"
        case 5:
            return f"excludes: [{_id(i - 1)}]\n"
        case 7:
            return f"requires:\n  - {_id(i - 1)}\n  - {_id(i - 7)}\n"
        case _:
            return ""


def _decisions(status: str) -> str:
    lines = (
        "  - {{date: {}, body: {}, outcome: {outcome}, reference: {}}}\n".format(*OUTCOMES[outcome], outcome=outcome)
        for outcome in DECISIONS.get(status, ())
    )
    text = "".join(lines)
    return f"decisions:\n{text}" if text else ""


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
