"""The case paper, read back from its bytes: what it says is the portfolio's, and its sums are those of the summary."""

import dataclasses
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from PIL import Image

from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.model.measure import Acceptance, Assessed, Consequence, Decision, Law, Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.paper import case_paper
from driftstilpasning.output.tables import amount
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut, load
from tests.documents import PORTFOLIOS, ROOT, document

EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")
LANGS = pytest.mark.parametrize("lang", list(Lang))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(portfolio: Portfolio, lang: Lang = Lang.NN, *, internal: bool = False) -> Document:
    return docx.Document(io.BytesIO(case_paper(View(portfolio, internal), lang)))


def oygarden() -> Portfolio:
    return load(FolderTree(ROOT)).portfolio()


def headings(paper: Document) -> list[str]:
    return [p.text for p in paper.paragraphs if str(p.style and p.style.name).startswith("Heading")]


def parts(paper: Document) -> Iterator[Paragraph | Table]:
    return paper.iter_inner_content()


def tables(paper: Document) -> dict[str, list[list[str]]]:
    """The cells of each table under its caption, without the number."""
    found, caption = {}, ""
    for part in parts(paper):
        if isinstance(part, Table):
            found[caption] = [[cell.text for cell in row.cells] for row in part.rows]
        else:
            caption = re.sub(r"^\S+ \d+\. ", "", part.text)
    return found


def table(paper: Document, begin: str) -> list[list[str]]:
    """The one table whose caption begins so."""
    (found,) = [rows for caption, rows in tables(paper).items() if caption.startswith(begin)]
    return found


def section(paper: Document, heading: str) -> str:
    """All text below a heading, to the next of the same level or above."""
    said: list[str] = []
    level = ""
    for part in parts(paper):
        if isinstance(part, Table):
            said += ["\t".join(cell.text for cell in row.cells) for row in part.rows] if level else []
            continue
        style = str(part.style and part.style.name)
        if level and style.startswith("Heading") and style <= level:
            break
        if style.startswith("Heading") and part.text == heading:
            level = style
        elif level:
            said.append(part.text)
    return "\n".join(said)


def everything(content: bytes) -> str:
    """Every text of the document, in whatever part it stands."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())


def shown(money: Money, portfolio: Portfolio, lang: Lang = Lang.NN) -> str:
    return amount(money, portfolio.plan.unit, lang) if money else "–"


# ---- the document


@EVERY
@LANGS
def test_the_same_portfolio_gives_the_same_bytes(root: Path, lang: Lang) -> None:
    content = case_paper(View(load(FolderTree(root)).portfolio()), lang)
    assert content == case_paper(View(load(FolderTree(root)).portfolio()), lang)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2013, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


@EVERY
@LANGS
def test_the_document_is_what_the_standard_asks_for(root: Path, lang: Lang, tmp_path: Path) -> None:
    file = tmp_path / "case.docx"
    file.write_bytes(case_paper(View(load(FolderTree(root)).portfolio()), lang))
    assert OpenXmlValidator().validate(str(file)).errors == []


@pytest.mark.parametrize(
    ("lang", "title", "locale", "page", "found"),
    [
        (
            Lang.NN,
            "Øygarden: Saksframlegg: tiltak i Økonomiplan 2013–2016",
            "nn-NO",
            "Side 1 av 1",
            [
                "Framlegg til vedtak",
                "Saksutgreiing",
                "Mål og det som manglar",
                "Økonomi",
                "Tiltaka, sektor for sektor",
                "Konsekvensar for dei tilsette",
                "Konsekvensar for brukarane",
                "Alternativ",
                "Det som er usikkert",
                "Om eit tiltak fell bort",
                "Vurdering",
                "Verknad og gjennomførbarheit",
                "Politisk aksept",
                "Tiltak som ikkje tel med",
                "Om tala",
            ],
        ),
        (
            Lang.NB,
            "Øygarden: Saksframlegg: tiltak i Økonomiplan 2013–2016",
            "nb-NO",
            "Side 1 av 1",
            ["Forslag til vedtak", "Saksutredning", "Konsekvenser for de ansatte", "Om et tiltak faller bort"],
        ),
        (
            Lang.EN,
            "Øygarden: Case paper: measures in Økonomiplan 2013–2016",
            "en-GB",
            "Page 1 of 1",
            ["Proposed decision", "Background", "Consequences for staff", "If a measure is dropped"],
        ),
    ],
)
def test_it_has_real_headings_a_language_a_title_and_page_numbers(
    lang: Lang, title: str, locale: str, page: str, found: list[str]
) -> None:
    paper = opened(oygarden(), lang)
    assert [heading for heading in headings(paper) if heading in found] == found
    assert (paper.core_properties.title, paper.core_properties.language) == (title, locale)
    assert [each.get(f"{W}val") for each in paper.styles.element.iter(f"{W}lang")] == [locale]
    (sheet,) = paper.sections
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert sheet.footer.paragraphs[0].text == f"Øygarden · Økonomiplan 2013–2016\t{page}"
    fields = [each.text.strip() for each in sheet.footer._element.iter(f"{W}instrText")]  # noqa: SLF001
    assert fields == ["PAGE", "NUMPAGES"]


@EVERY
def test_header_rows_are_repeated_and_no_row_is_split(root: Path) -> None:
    paper = opened(load(FolderTree(root)).portfolio())
    assert paper.tables
    for each in paper.tables:
        rows = list(each._tbl.iter(f"{W}tr"))  # noqa: SLF001
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(cell.text for cell in each.rows[0].cells)


def test_nothing_is_formatted_by_hand() -> None:
    """Fonts, sizes, colours and spacing come from styles alone, so that a template can take over."""
    content = everything(case_paper(View(oygarden()), Lang.NN))
    body = content[content.index("<w:body>") : content.index("</w:body>")]
    assert not re.findall(r"<w:(?:rFonts|sz|color|shd|jc|spacing|b|i)[ />]", body)


def test_the_quadrant_is_a_picture_with_words_for_those_who_do_not_see_it() -> None:
    paper = opened(oygarden())
    (picture,) = paper.inline_shapes
    described = picture._inline.docPr.get("descr")  # noqa: SLF001
    assert "Ta først: HO-02, " in described
    assert "Krev prosess: OP-01, " in described
    (part,) = [part for part in paper.part.package.iter_parts() if part.partname.endswith(".png")]
    with Image.open(io.BytesIO(part.blob)) as drawn:
        assert (drawn.format, drawn.size[0], drawn.info["dpi"][0]) == ("PNG", 2008, pytest.approx(300, abs=1))


# ---- what it says


def test_the_sums_of_each_sector_are_those_of_the_summary() -> None:
    portfolio = oygarden()
    paper = opened(portfolio)
    for sums in summarize(portfolio).sectors:
        rows = table(paper, f"{sums.name}: verknad per år")
        assert rows[-1][:5] == ["I alt", *(shown(money, portfolio) for money in sums.years.values())]
    whole = [shown(year.gross, portfolio) for year in summarize(portfolio).years.values()]
    assert table(paper, "Kor langt tiltaka")[-1] == ["I alt", *whole]
    assert table(paper, "Verknad per år")[1] == ["brutto", *whole]


def test_targets_and_gaps_stand_in_words_and_in_a_table() -> None:
    paper, targets = opened(oygarden()), summarize(oygarden()).targets
    rows = table(paper, "Måla, 1000 kr")
    assert rows[0] == ["Mål", "Beløp", "Teke ut før", "Vedteke", "Ikkje vedteke", "Ikkje vist", "Manglar", "Nådd, %"]
    gaps = [shown(target.gap, oygarden()) for target in targets]
    assert [row[6] for row in rows[1:]] == gaps
    said = section(paper, "Mål og det som manglar").replace("\u00a0", " ")
    assert "målet er 35 mill. kr, varig nivå 2016 (heilårseffekt). 9,8 mill. kr er teke ut før prosjektet" in said
    assert "Tiltaka gjev 19,95 mill. kr. Det manglar 5,25 mill. kr." in said
    assert "Det manglar 50 000 kr." in said
    assert "Tiltaka gjev 2 305 000 kr. Det manglar 595 000 kr." in said


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["proposed", "hearing"], "Alle er med i summane for år og sektorar. Ingen av desse er vedtekne enno."),
        (["adopted", "adopted"], "Alle er med i summane for år og sektorar. Alle desse er vedtekne."),
        (["idea", "rejected"], "Ingen av dei er med i summane for år og sektorar."),
        (
            ["proposed", "adopted", "idea"],
            "Av dei er 2 med i summane for år og sektorar. Av desse er 1 ikkje vedtekne enno.",
        ),
    ],
)
def test_how_many_count_and_are_decided_is_told(statuses: list[str], said: str) -> None:
    text = "".join(f"# measures/m{i}.yaml\nstatus: {status}\n" for i, status in enumerate(statuses))
    paper = opened(load(document(text)).portfolio())
    assert section(paper, "Saksutgreiing").split("i denne saka. ")[1].startswith(said)


def test_what_is_recommended_is_put_to_the_council_with_amounts_by_sector_and_year(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    sectors: {s: {name: Skule}, t: {name: Teknisk}}
    # measures/a.yaml
    title: Slå saman
    sector: {s: 25, t: 75}
    status: recommended
    effect: {annual: 1200, from: 2013-07}
    transition_cost: {2013: 150, 2014: 1000}
    owner: Rektor
    # measures/b.yaml
    title: Leige ut
    sector: t
    status: recommended
    authority: administration
    # measures/c.yaml
    sector: t
    status: hearing
    # measures/d.yaml
    sector: t
    status: adopted
    # measures/e.yaml
    sector: t
    status: rejected
    """
    paper = opened(portfolio)
    points = [p.text for p in paper.paragraphs if p.style is not None and p.style.name == "List Number"]
    assert [point.split(":")[-1].strip() for point in points] == [
        "Kommunestyret vedtek 1 tiltak med status «tilrådd», slik tabell 1 viser.",
        "Verknaden vert lagd inn i økonomiplanen for kvar sektor og kvart år, slik tabell 2 viser.",
        "150\u00a0000\u00a0kr i 2013, 1\u00a0mill.\u00a0kr i 2014.",
        "B Leige ut.",
        "C (på høyring).",
        "Kommunestyret tek til orientering at 1 tiltak som er med i summane, alt er vedtekne.",
    ]
    assert table(paper, "Tiltak til vedtak, 1000 kr")[1:] == [
        ["A Slå saman", "Skule, Teknisk", "Rektor", "1\u00a0200", "4\u00a0200"],
        ["I alt", "", "", "1\u00a0200", "4\u00a0200"],
    ]
    assert table(paper, "Tiltak til vedtak: verknad per sektor og år")[1:] == [
        ["Skule", "150", "300", "300", "300", "300"],
        ["Teknisk", "450", "900", "900", "900", "900"],
        ["I alt", "600", "1\u00a0200", "1\u00a0200", "1\u00a0200", "1\u00a0200"],
    ]


@pytest.mark.parametrize(
    ("statuses", "point"),
    [
        (("proposed", "hearing"), "Kommunestyret vedtek 1 tiltak med status «foreslått», slik tabell 1 viser."),
        (("proposed", "recommended"), "Kommunestyret vedtek 1 tiltak med status «tilrådd», slik tabell 1 viser."),
        (("idea", "rejected"), "Kommunestyret tek saka til orientering."),
    ],
)
def test_where_nothing_is_recommended_what_is_proposed_is_put_forward(statuses: tuple[str, str], point: str) -> None:
    files = [f"# measures/m{i}.yaml\nstatus: {status}\n" for i, status in enumerate(statuses)]
    paper = opened(load(document("".join(files))).portfolio())
    points = [p.text for p in paper.paragraphs if p.style is not None and p.style.name == "List Number"]
    assert points[0] == point


def test_consequences_stand_beside_each_amount(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    title: Slå saman
    effect: {annual: 1200, from: 2013-07}
    status: adopted
    fte: -1.5
    transition_cost: {2013: 150}
    law: {level: must, reference: opplæringslova § 1}
    decisions: [{date: 2013-06-10, body: kommunestyre, outcome: adopted, reference: K-sak 1/13}]
    consequence: {staff: {grade: 4, text: Ny turnus.}, users: {grade: 1}}
    """
    paper = opened(portfolio)
    (_, row, _) = next(rows for caption, rows in tables(paper).items() if caption.endswith("og konsekvensar"))
    status = "vedteke (kommunestyre, K-sak 1/13) · årsverk: −1,5 · omstilling (eingong): 150"
    assert row == [
        f"A Slå saman\n{status}\nlovpålagd: opplæringslova § 1",
        "600",
        *["1\u00a0200"] * 3,
        "Ny turnus.",
        "Ikkje skildra",
    ]
    assert "A Slå saman (4 av 5): Ny turnus." in section(paper, "Konsekvensar for dei tilsette")
    assert "har stor negativ konsekvens" in section(paper, "Konsekvensar for brukarane")
    assert section(paper, "Lovpålagde tenester").endswith("A Slå saman: opplæringslova § 1")


def test_alternatives_stand_side_by_side_with_what_is_taken(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    title: Stor skule
    effect: {annual: 900}
    excludes: [B]
    consequence: {users: {grade: 3, text: Lang veg.}}
    # measures/b.yaml
    title: To skular
    effect: {annual: 400}
    status: adopted
    consequence: {}
    acceptance: {grade: 4, by: kommunestyre}
    # measures/c.yaml
    title: Eitt til
    """
    rows = table(opened(portfolio), "Alternativ: B, A")
    assert rows == [
        ["Samanlikning", "B To skular", "A Stor skule"],
        ["Valt", "Ja, rekna med", "Nei, B er valt fordi det har kome lengst"],
        ["Status", "vedteke", "foreslått"],
        ["Varig nivå 2016", "400", "900"],
        ["For brukarane", "–", "Lang veg."],
        ["Politisk aksept", "4 av 5 (kommunestyre)", "–"],
    ]


def test_what_is_uncertain_is_said(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: Alt, amount: 9000, basis: in-year, year: 2013}]
    # measures/a.yaml
    title: Anslag
    effect: {annual: 1000}
    consequence: {staff: {grade: 1}}
    range: {low: 800, high: 1500}
    # measures/b.yaml
    title: Rammetrekk
    kind: unspecified
    effect: {annual: 300}
    # measures/c.yaml
    title: På vilkår
    effect: {annual: 200}
    requires: [D, finst-ikkje]
    # measures/d.yaml
    title: Ein idé
    status: idea
    # measures/e.yaml
    title: Sal
    effect: {2013: 70, 2014: 0, 2015: 0, 2016: 0}
    recurring: false
    """
    paper = opened(portfolio)
    assert table(paper, "Måla: lågt og høgt anslag")[1] == [
        "Alt",
        *("1\u00a0370", "1\u00a0570", "2\u00a0070", "300", "200", "70"),
    ]
    assert table(paper, "Tiltak med lågt og høgt anslag")[1] == ["A Anslag", "800", "1\u00a0000", "1\u00a0500"]
    said = section(paper, "Det som er usikkert").replace("\u00a0", " ")
    assert "B Rammetrekk: 300 000 kr (varig nivå 2016)" in said
    needs = "krev D Ein idé (ikkje kome langt nok), finst-ikkje (finst ikkje i porteføljen)."
    assert f"C På vilkår, 200 000 kr: {needs}" in said
    assert "E Sal: 70 000 kr (i 2013)" in said
    assert "Konsekvensen for dei tilsette er ikkje skildra: A." in said
    assert "Konsekvensen for brukarane er ikkje skildra: A." in said


def test_it_says_what_happens_if_a_measure_is_dropped(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: [{id: t, title: Alt, amount: 9000, basis: level, year: 2016}]
    # measures/a.yaml
    title: Fyrst
    effect: {annual: 900}
    # measures/b.yaml
    title: Så
    effect: {annual: 100}
    requires: [A]
    # measures/c.yaml
    title: Attende
    effect: {annual: -200}
    reverses: A
    """
    rows = table(opened(portfolio), "Så mykje meir manglar det")
    assert rows[1:] == [
        ["A Fyrst", "700", "B krev det; C fell, for det reverserer tiltaket"],
        ["B Så", "100", "–"],
        ["C Attende", "−200", "–"],
    ]


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ("{}", "snittet av karakterane for tilsette, brukarar og politisk aksept; eit tiltak"),
        ("{acceptance: 0}", "snittet av karakterane for tilsette og brukarar; eit tiltak"),
        ("{acceptance: 0, users: 0}", "snittet av karakteren for tilsette; eit tiltak"),
    ],
)
def test_it_is_said_what_makes_a_measure_easy_to_carry_out(weights: str, said: str) -> None:
    plan = f"# budgets/plan.yaml\nquadrant: {{effect: 500, feasibility: 3.5, weights: {weights}}}\n"
    paper = opened(load(document(plan + "# measures/a.yaml\nid: A\n")).portfolio())
    assert said in section(paper, "Verknad og gjennomførbarheit")


def test_acceptance_is_told_only_where_a_body_with_politicians_gave_it(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    acceptance: {grade: 4, by: styringsgruppe, text: Semje.}
    # measures/b.yaml
    acceptance: {grade: 5, by: rådmannen si leiargruppe, text: Klart ja.}
    # measures/c.yaml
    acceptance: {grade: 5, by: kommunestyre, text: Alt vedteke.}
    status: adopted
    # measures/d.yaml
    acceptance: {grade: 5}
    """
    paper = opened(portfolio)
    assert [row[1:] for row in table(paper, "Politisk aksept")[1:]] == [["4", "styringsgruppe", "Semje."]]
    assert "Klart ja" not in everything(case_paper(View(portfolio), Lang.NN))


def test_notice_rounding_and_what_is_left_out_stand_in_it(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    notice: Oppdikta døme.
    # measures/a.yaml
    effect: {annual: 100}
    """
    left_out = [LeftOut("measures/x.yaml", "yaml-syntax")]
    paper = docx.Document(io.BytesIO(case_paper(View(portfolio), Lang.NN, left_out)))
    notices = [p.text for p in paper.paragraphs if p.style is not None and p.style.name == "Notice"]
    assert notices[0] == "Oppdikta døme."
    assert "measures/x.yaml" in notices[1]
    assert paper.sections[0].footer.paragraphs[1].text == notices[1]
    assert "runda av til øret éin gong" in section(paper, "Om tala")


def test_a_section_stands_only_where_there_is_something_to_say(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    sectors: {}
    targets: []
    # measures/a.yaml
    effect: {annual: 100}
    kind: unspecified
    consequence: {}
    """
    assert headings(opened(portfolio)) == [
        "Framlegg til vedtak",
        "Saksutgreiing",
        "Økonomi",
        "Tiltaka, sektor for sektor",
        "oppvekst",
        "Det som er usikkert",
        "Kutt som ikkje er spesifiserte",
        "Om tala",
    ]


def test_a_portfolio_without_measures_still_has_a_paper(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    targets: []
    """
    empty = dataclasses.replace(portfolio, measures=())
    assert headings(opened(empty)) == ["Framlegg til vedtak", "Saksutgreiing", "Økonomi", "Om tala"]


def test_many_years_go_on_in_the_next_table(portfolio: Portfolio) -> None:
    """
    # budgets/plan.yaml
    period: {first: 2013, last: 2032}
    targets: []
    # measures/a.yaml
    effect: {annual: 10000000}
    """
    found = [rows for caption, rows in tables(opened(portfolio)).items() if "konsekvensar" in caption]
    assert len(found) > 1
    years = [head for rows in found for head in rows[0] if head.isdigit()]
    assert years == [str(year) for year in portfolio.period]
    assert all(rows[0][0] == "Tiltak" and rows[0][-1] == "For brukarane" for rows in found)


# ---- what is not shown


INTERNAL = """
# budgets/plan.yaml
sectors: {s: {name: Skule}, t: {name: Teknisk}}
targets: [{id: t, title: Alt, amount: 90000, basis: level, year: 2016}]
# measures/a.yaml
id: A
effect: {annual: 1000}
requires: [LOYND-1]
excludes: [LOYND-2]
overlaps: [{with: LOYND-3, amount: 77}]
consequence: {staff: {grade: 1}, users: {grade: 1}}
acceptance: {grade: 5}
# measures/b.yaml
id: B
effect: {annual: 2000}
status: adopted
excludes: [LOYND-4]
# measures/c.yaml
id: C
effect: {annual: -300}
reverses: LOYND-5
# measures/l1.yaml
id: LOYND-1
title: Hemmeleg ein
status: idea
effect: {annual: 1111}
visibility: internal
# measures/l2.yaml
id: LOYND-2
title: Hemmeleg to
status: adopted
effect: {annual: 2222}
visibility: internal
# measures/l3.yaml
id: LOYND-3
title: Hemmeleg tre
effect: {annual: 3333}
visibility: internal
overlaps: [{with: B, amount: 888}]
# measures/l4.yaml
id: LOYND-4
title: Hemmeleg fire
effect: {annual: 4444}
visibility: internal
# measures/l5.yaml
id: LOYND-5
title: Hemmeleg fem
effect: {annual: 5555}
range: {low: 5151, high: 5959}
fte: -0.25
fte_how: vacancy
kind: unspecified
visibility: internal
owner: Hemmeleg eigar
acceptance: {grade: 2, by: kommunestyre, text: Hemmeleg grunn.}
consequence: {staff: {grade: 5, text: Hemmeleg konsekvens.}, users: {grade: 5, text: Hemmeleg konsekvens.}}
# measures/l6.yaml
id: LOYND-6
title: Hemmeleg seks
reverses: B
effect: {annual: -666}
visibility: internal
"""


@LANGS
def test_nothing_of_an_internal_measure_is_told(lang: Lang) -> None:
    portfolio = load(document(INTERNAL)).portfolio()
    content = everything(case_paper(View(portfolio), lang)).replace("\u00a0", "").replace(",", "")
    for secret in ("LOYND", "Hemmeleg", "1111", "2222", "3333", "4444", "5555", "5151", "5959", "666", "888", "0.25"):
        assert secret not in content
    whole = everything(case_paper(View(portfolio, internal=True), lang))
    assert all(f"LOYND-{i}" in whole for i in range(1, 7))


def test_internal_measures_are_in_every_sum() -> None:
    portfolio = load(document(INTERNAL)).portfolio()
    paper = opened(portfolio)
    (sector,) = [sums for sums in summarize(portfolio).sectors if any(sums.years.values())]
    rows = table(paper, f"{sector.name}: verknad per år")
    assert rows[-1][1:5] == [shown(money, portfolio) for money in sector.years.values()]
    assert rows[-2][0] == "Tiltak som ikkje er viste kvar for seg"
    assert "Interne tiltak er ikkje viste kvar for seg." in section(paper, "Om tala")
    assert "Interne" not in section(opened(portfolio, internal=True), "Om tala")


LINK = st.sampled_from(["", "requires: [{}]", "excludes: [{}]", "reverses: {}", "overlaps: [{{with: {}, amount: 70}}]"])
MADE = st.tuples(
    st.booleans(), LINK, st.integers(0, 5), st.sampled_from(["idea", "proposed", "recommended", "adopted"])
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MADE, min_size=2, max_size=6))
def test_however_measures_hang_together_internal_ones_are_not_named(made: list[tuple[bool, str, int, str]]) -> None:
    names = [f"LOYND-{i}" if internal else f"M{i}" for i, (internal, *_) in enumerate(made)]
    files = [
        f"# measures/m{i}.yaml\nid: {names[i]}\ntitle: {names[i]} tittel\nstatus: {status}\n"
        f"effect: {{annual: {100 * i + 50}}}\nvisibility: {'internal' if internal else 'public'}\n"
        + link.format(names[other % len(names)])
        + "\n"
        for i, (internal, link, other, status) in enumerate(made)
    ]
    target = "# budgets/plan.yaml\ntargets: [{id: t, title: Alt, amount: 9000, basis: level, year: 2016}]\n"
    portfolio = load(document(target + "".join(files))).portfolio()
    assert "LOYND" not in everything(case_paper(View(portfolio), Lang.NN))


# ---- hostile texts

ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40) | st.sampled_from(
    ["<w:p>", "]]>", "&amp;", "\x00\x0b\x1b[31m", "\ufffe\uffff", "\u202etxet", "a\nb\r\nc\u2028d", "{0}{title}", "\t"]
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY, min_size=12, max_size=12), st.sampled_from(list(Lang)))
def test_no_text_breaks_the_document(texts: list[str], lang: Lang) -> None:
    base = load(
        document("measures/a.yaml: {fte: -1, law: {level: must}}\nmeasures/b.yaml: {excludes: [A]}")
    ).portfolio()
    first, second = base.measures
    assessed = Assessed(grade=5, text=texts[0])
    changed: Measure = dataclasses.replace(
        first,
        title=texts[1],
        owner=texts[2],
        consequence=Consequence(staff=assessed, users=assessed),
        acceptance=Acceptance(grade=3, by=f"kommunestyre {texts[3]}", text=texts[4]),
        law=Law(level="must", reference=texts[5]),
        requires=(texts[6],),
        decisions=(Decision(date=date(2013, 6, 10), body=texts[7], outcome=first.status, reference=texts[8]),),
    )
    plan = dataclasses.replace(base.plan, municipality=texts[9], plan=texts[10], notice=texts[11])
    portfolio = Portfolio(plan, (changed, second))
    paper = opened(portfolio, lang)
    assert paper.core_properties.title
    body = "\n".join(p.text for p in paper.paragraphs)
    assert all(line in body or not line.isprintable() for line in texts[11].splitlines())


def test_a_picture_that_cannot_hold_every_measure_says_so() -> None:
    text = "".join(f"# measures/m{i}.yaml\neffect: {{annual: {i + 1}}}\n" for i in range(103))
    said = section(opened(load(document(text)).portfolio()), "Vurdering")
    assert "Figuren viser dei 100 tiltaka med størst verknad; 3 til står berre i tabellen." in said
