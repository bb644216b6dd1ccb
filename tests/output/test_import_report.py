"""What an import would change, as a person reads it and as a program does."""

import json

import pytest

from driftstilpasning.output.import_report import render
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.importing.tables import imported, portfolio, workbook

TREE = portfolio(
    """
    # measures/a.yaml
    title: Selje bilen
    sector: teknisk
    status: proposed
    effect: {annual: 1200, from: 2013-08}
    recurring: true
    # measures/b.yaml
    title: Stengje bassenget
    """
)
MAPPING = """
unit: 1000 kr
sign: plus is a saving
decimal: ","
fields: {id: Nr, sector: Kor, status: Status, recurring: Varig, fte: Årsverk, overlaps: Saman, themes: Tema,
  effect.2013: "2013", effect.2014: "2014", decisions.date: Dato, decisions.body: Organ, decisions.outcome: Utfall}
subtotals: [{row: Sum}]
"""
TABLE = workbook(
    [
        ["Nr", "Kor", "Status", "Varig", "Årsverk", "Saman", "Tema", "2013", "2014", "Dato", "Organ", "Utfall"],
        [
            *("A", "Oppvekst: 40,5; Teknisk: 59,5", "Vedteke", "Nei", "-1,5", "B: 1200,5", "leiing, kultur", 100, 1300),
            *("10.6.2013", "styret", "vedtatt"),
        ],
        ["Sum", None, None, None, None, None, None, 100, 1300],
    ]
)


def report(form: str, lang: Lang = Lang.NN) -> str:
    proposal = imported(TABLE, MAPPING, TREE)
    return render(form, proposal, load(TREE).portfolio().plan, "liste.xlsx", lang, Screen())


def test_every_kind_of_value_is_shown_as_its_reader_writes_it() -> None:
    assert (
        report("text")
        == """\
endra  oppgjevne summar
      budgets/plan.yaml
endra  A Selje bilen
      measures/a.yaml
      2013: 500 → 100  (Ark1!H2)
      2014: 1\xa0200 → 1\xa0300  (Ark1!I2)
      Siste vedtak: – → 2013-06-10  (Ark1!J2)
      Vedtaksorgan: – → styret  (Ark1!K2)
      Utfall: – → vedteke  (Ark1!L2)
      Sektor: Teknisk → Oppvekst: 40,5; Teknisk: 59,5  (Ark1!B2)
      Status: foreslått → vedteke  (Ark1!C2)
      Årsverk: – → −1,5  (Ark1!E2)
      Varig: Ja → Nei  (Ark1!D2)
      Overlapp: – → B: 1\xa0200,5  (Ark1!F2)
      Tema: – → leiing; kultur  (Ark1!G2)
      varig nivå ved utgangen av 2013: 1\xa0200 → 0
      varig nivå ved utgangen av 2014: 1\xa0200 → 0
      varig nivå ved utgangen av 2015: 1\xa0200 → 0
      varig nivå ved utgangen av 2016: 1\xa0200 → 0
      verknaden vert skriven på nytt, år for år: heilårsverknad og fyrste månad
      kan ikkje seie desse beløpa
      det er eit nytt vedtak, som vert lagt til etter dei andre
borte  B Stengje bassenget
      det som er borte, står ikkje i tabellen; filene vert ståande
0 nye, 1 endra, 1 borte, 0 uendra
liste.xlsx: budgets/plan.yaml:11:26: DT511 oppgjeven sum for heile planen i 2013 er 100\xa0000\xa0kr, men tiltaka gjev \
266\xa0666,67\xa0kr: skilnad 166\xa0666,67\xa0kr (og 1 til)
liste.xlsx:Ark1!F2 (Saman): measures/a.yaml:8:23: DT312 overlappet med B er 1\xa0200\xa0500\xa0kr, men dei to har \
høgst 400\xa0000\xa0kr sams i noko år
3 åtvaringar: noko å sjå på, men det kan skrivast
"""
    )


def test_json_has_amounts_in_kroner_and_the_cell_of_each_field() -> None:
    told = json.loads(report("json"))
    plan, measure = told["changed"]
    assert (plan["path"], plan["fields"]) == ("budgets/plan.yaml", [])
    fields = {field["field"]: field for field in measure["fields"]}
    assert fields["effect.2014"] == {
        "field": "effect.2014",
        "old": 1200000,
        "new": 1300000,
        "note": "anew",
        "sheet": "Ark1",
        "row": 2,
        "column": 9,
        "cell": "I2",
    }
    assert fields["sector"]["new"] == {"oppvekst": 40.5, "teknisk": 59.5}
    assert fields["overlaps"]["new"] == {"B": 1200500}
    assert fields["themes"]["new"] == ["leiing", "kultur"]
    assert (fields["recurring"]["old"], fields["recurring"]["new"]) == (True, False)
    assert (fields["decisions.date"]["new"], fields["decisions.date"]["note"]) == ("2013-06-10", "added")
    assert measure["levels"][0] == {"year": 2013, "old": 1200000, "new": 0}
    told_too = json.loads(report("json"))["warnings"]
    assert [(one["code"], one["cell"]) for one in told_too] == [("DT511", None), ("DT511", None), ("DT312", "F2")]


@pytest.mark.parametrize("lang", Lang)
def test_it_reads_in_every_language(lang: Lang) -> None:
    *_, tally, _, _, warned = report("text", lang).splitlines()
    assert (tally, warned) == {
        Lang.NB: ("0 nye, 1 endret, 1 borte, 0 uendret", "3 advarsler: noe å se på, men det kan skrives"),
        Lang.NN: ("0 nye, 1 endra, 1 borte, 0 uendra", "3 åtvaringar: noko å sjå på, men det kan skrivast"),
        Lang.EN: ("0 new, 1 changed, 1 gone, 0 unchanged", "3 warnings: worth a look, but it can be written"),
    }[lang]


@pytest.mark.parametrize(
    ("lang", "tally"),
    [
        (Lang.NB, "0 nye, 0 endret, 1 borte, 1 uendret, 2 hoppet over"),
        (Lang.NN, "0 nye, 0 endra, 1 borte, 1 uendra, 2 hoppa over"),
        (Lang.EN, "0 new, 0 changed, 1 gone, 1 unchanged, 2 skipped"),
    ],
)
def test_rows_that_the_mapping_skips_are_counted(lang: Lang, tally: str) -> None:
    table = "Nr;Tiltak\n;TEKNISK\nA;Selje bilen\n;Teknisk\n"
    proposal = imported(table, "{skip: [Teknisk], fields: {id: Nr, title: Tiltak}}", TREE)
    plan = load(TREE).portfolio().plan
    assert render("text", proposal, plan, "liste.csv", lang, Screen()).splitlines()[-1] == tally
    assert json.loads(render("json", proposal, plan, "liste.csv", lang, Screen()))["skipped"] == 2
