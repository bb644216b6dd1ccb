"""The sheets that are read as lists: consequences, what does not count and why, and what the figures rest on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from driftstilpasning import __version__
from driftstilpasning.analysis.quadrant import GRADES
from driftstilpasning.analysis.summary import Summary
from driftstilpasning.columns import COUNTS, LEVEL
from driftstilpasning.model.measure import Measure
from driftstilpasning.output.report import stated_table, why_not
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.workbook.book import Book, height
from driftstilpasning.output.workbook.calculation import Amount, Calculation
from driftstilpasning.output.workbook.cells import Content
from driftstilpasning.output.workbook.words import INTERNAL, heading
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import GRADE, LAW, STATUS

CONSEQUENCES: Final = Text(nb="Konsekvenser", nn="Konsekvensar", en="Consequences")
NOT_COUNTED: Final = Text(nb="Teller ikke med", nn="Tel ikkje med", en="Not counted")
ABOUT: Final = Text(nb="Om tallene", nn="Om tala", en="About")

_CONSEQUENCES = Text(
    nb="Konsekvenser for ansatte og brukere",
    nn="Konsekvensar for tilsette og brukarar",
    en="Consequences for staff and users",
)
_GRADES = Text(
    nb="Konsekvensen er gradert fra 1 (svært liten) til 5 (svært stor), den politiske aksepten fra 1 (svært lav) til 5 "
    "(svært høy).",
    nn="Konsekvensen er gradert frå 1 (svært liten) til 5 (svært stor), den politiske aksepten frå 1 (svært låg) til 5 "
    "(svært høg).",
    en="Consequences are graded from 1 (very small) to 5 (very large), political acceptance from 1 (very low) to 5 "
    "(very high).",
)
_IN_WORDS = Text(nb="{who}, i ord", nn="{who}, i ord", en="{who}, in words")
_LAW = Text(nb="Lovkrav", nn="Lovkrav", en="By law")
_STATUS = Text(nb="Status", nn="Status", en="Status")
_NOW = Text(nb="Teller nå", nn="Tel no", en="Counts now")
_AS_IT_WAS = Text(
    nb="Slik porteføljen var da boken ble skrevet. Kolonnen «Teller nå» følger valgene i boken.",
    nn="Slik porteføljen var då boka vart skriven. Kolonnen «Tel no» følgjer vala i boka.",
    en="As the portfolio was when the workbook was written. The column “Counts now” follows the choices in the "
    "workbook.",
)
_NOTHING = Text(nb="Alle tiltak teller med.", nn="Alle tiltak tel med.", en="Every measure counts.")
_ABOUT: Final = (
    (
        Text(nb="Merk", nn="Merk", en="Note"),
        Text(nb="{notice}", nn="{notice}", en="{notice}"),
    ),
    (
        Text(nb="Fortegn og enhet", nn="Forteikn og eining", en="Sign and unit"),
        Text(
            nb="En innsparing er et positivt beløp: netto driftsutgifter blir så mye lavere. Beløpene er i {unit}, i "
            "{level}-kroner, og måles mot budsjettet for {base}.",
            nn="Ei innsparing er eit positivt beløp: netto driftsutgifter vert så mykje lågare. Beløpa er i {unit}, i "
            "{level}-kroner, og vert målte mot budsjettet for {base}.",
            en="A saving is a positive amount: net operating expenditure is lower by so much. Amounts are in {unit}, "
            "in {level} prices, measured against the budget of {base}.",
        ),
    ),
    (
        Text(nb="Beløpet i et år", nn="Beløpet i eit år", en="The amount of a year"),
        Text(
            nb="Beløpet i et år er virkningen det året, ikke en økning fra året før. Varig nivå er virkningen av et "
            "helt år slik den er ved årets slutt; engangstiltak har ikke noe varig nivå.",
            nn="Beløpet i eit år er verknaden det året, ikkje ein auke frå året før. Varig nivå er verknaden av eit "
            "heilt år slik han er ved utgangen av året; eingongstiltak har ikkje noko varig nivå.",
            en="The amount of a year is the effect in that year, not an increase on the year before. The lasting "
            "level is the effect of a full year as it is at the year's end; one-offs have none.",
        ),
    ),
    (
        Text(nb="Hva som teller med", nn="Kva som tel med", en="What counts"),
        Text(
            nb="Et tiltak teller når det er kommet langt nok, gir penger i budsjettet og er frie midler. Av "
            "alternativer teller ett: det som er kommet lengst, deretter det minste. Det to tiltak ville tatt fra "
            "samme pott, trekkes fra det ene. En reversering teller bare sammen med det den reverserer.",
            nn="Eit tiltak tel når det er kome langt nok, gjev pengar i budsjettet og er frie midlar. Av alternativ "
            "tel eitt: det som er kome lengst, deretter det minste. Det to tiltak ville teke frå same pott, vert "
            "trekt frå det eine. Ei reversering tel berre saman med det ho reverserer.",
            en="A measure counts when it has come far enough, wins money in the budget and is free money. Of "
            "alternatives one counts: the one furthest along, then the smallest. What two measures would take from "
            "the same pot is taken off one of them. A reversal counts only together with what it reverses.",
        ),
    ),
    (
        Text(nb="Å velge", nn="Å velje", en="Choosing"),
        Text(
            nb="Velg i kolonnen «{include}» i arket «{measures}»: alle summer regnes ut på nytt, etter reglene over. "
            "Årsbeløp og omstillingskostnader kan også endres, og summene følger med. Endringer i status, sektor, "
            "årsverk og forhold mellom tiltak virker på summene når de er lest inn i tiltakenes filer. Overskrifter, "
            "id og formler er låst uten passord, så ingen endrer dem ved et uhell.",
            nn="Vel i kolonnen «{include}» i arket «{measures}»: alle summar vert rekna ut på nytt, etter reglane "
            "over. Årsbeløp og omstillingskostnader kan òg endrast, og summane følgjer med. Endringar i status, "
            "sektor, årsverk og tilhøve mellom tiltak verkar på summane når dei er lesne inn i filene til tiltaka. "
            "Overskrifter, id og formlar er låste utan passord, så ingen endrar dei ved eit uhell.",
            en="Choose in the column “{include}” of the sheet “{measures}”: every sum is computed anew by the rules "
            "above. Amounts of years and one-off costs may be changed too, and sums follow. Changes in status, sector, "
            "posts and relations have an effect on sums once they have been read into the measures' files. Headings, "
            "ids and formulas are locked without a password, so that nobody changes them by accident.",
        ),
    ),
    (Text(nb="Avrunding", nn="Avrunding", en="Rounding"), WORDS["rounding"]),
)
_INTERNAL: Final = (
    INTERNAL,
    Text(
        nb="Interne tiltak er med i summene, som ett beløp i hver sektor og mot hvert mål, og vises ikke enkeltvis.",
        nn="Interne tiltak er med i summane, som eitt beløp i kvar sektor og mot kvart mål, og er ikkje viste kvar "
        "for seg.",
        en="Internal measures are in the sums, as one amount in each sector and toward each target, and are not shown "
        "by themselves.",
    ),
)
_LEFT_OUT = Text(nb="Holdt utenfor", nn="Haldne utanfor", en="Left out")
_MADE = Text(nb="Laget med", nn="Laga med", en="Made with")


def consequences(book: Book, calculation: Calculation, lang: Lang) -> None:
    """What each measure costs staff and users, in words, beside its amount."""
    plan, level = calculation.portfolio.plan, Amount("level", calculation.portfolio.period.last)
    titles = [(heading(word, lang), True) for word in ("id", "measure", "sector")]
    titles.append((LEVEL.render(lang, year=str(level.year)), False))
    for name in GRADES:
        who = GRADE[name].render(lang).capitalize()
        titles.append((f"{who} (1–5)", False))
        titles.append((_IN_WORDS.render(lang, who=who), True))
    titles += [(_LAW.render(lang), True), (COUNTS.render(lang), True)]
    widths = (9, 30, 20, 11, 13, 34, 13, 34, 14, 34, 24, 9)
    sheet = book.sheet(CONSEQUENCES.render(lang), widths)
    row = book.head(sheet, _CONSEQUENCES.render(lang), [_GRADES.render(lang)])
    lines: list[Sequence[Content]] = []
    for measure in calculation.shown:
        staff, users, acceptance = measure.consequence.staff, measure.consequence.users, measure.acceptance
        said = ": ".join(filter(None, (acceptance.by, acceptance.text)))
        lines.append(
            [
                *(measure.id, measure.title, ", ".join(plan.sector_name(sector) for sector in measure.shares)),
                calculation.gross_cell(measure, level),
                *((staff.grade, staff.text) if staff else (None, None)),
                *((users.grade, users.text) if users else (None, None)),
                *(acceptance.grade, said, _law(measure, lang), calculation.yes_no(measure)),
            ]
        )
    book.list(sheet, row, titles, widths, lines)


def not_counted(book: Book, calculation: Calculation, sums: Summary, lang: Lang) -> None:
    """What the sums leave out, why, and whether the choice that is made has changed that; and published totals."""
    level = Amount("level", calculation.portfolio.period.last)
    widths = (9, 44, 18, 13, 13, 64)
    sheet = book.sheet(NOT_COUNTED.render(lang), widths)
    rows = [one for one in sums.not_counted if calculation.view.shows(one.measure)]
    said = (_AS_IT_WAS if rows else _NOTHING).render(lang)
    row = book.head(sheet, heading("not_counted", lang), [said])
    if rows:
        titles = [(heading("id", lang), True), (heading("measure", lang), True), (_STATUS.render(lang), True)]
        titles += [(LEVEL.render(lang, year=str(level.year)), False), (_NOW.render(lang), True)]
        titles.append((heading("why", lang), True))
        lines: list[Sequence[Content]] = []
        for one in rows:
            known = one.instead is None or calculation.view.shows(one.instead.instead)
            why = why_not(one if known else replace(one, instead=None), lang)
            amount = calculation.gross_cell(one.measure, level)
            status = STATUS[one.measure.status].render(lang)
            lines.append([one.measure.id, one.measure.title, status, amount, calculation.yes_no(one.measure), why])
        row = book.list(sheet, row, titles, widths, lines) + 1
    if sums.stated:
        table = stated_table(sums, lang)
        book.write(sheet, row, 0, table.title, "heading")
        columns = (1, 0, 2, 3, 4, 5)  # the year, which is short, stands first
        book.headings(sheet, row + 1, [(table.headings[i].title, table.headings[i].text) for i in columns], widths)
        for i, cells in enumerate(table.rows, start=row + 2):
            book.row(sheet, i, [cells[column] for column in columns], widths)


def about(book: Book, calculation: Calculation, measures: str, lang: Lang) -> None:
    """How the figures are made, in plain words; ``measures`` is the name of the sheet in which one chooses."""
    plan, headings = calculation.portfolio.plan, calculation.headings
    widths = (24, 100)
    sheet = book.sheet(ABOUT.render(lang), widths, across=False)
    row = book.head(sheet, ABOUT.render(lang), [f"{plan.municipality} · {plan.plan}"])
    facts = {
        "include": headings.include,
        "measures": measures,
        "notice": plan.notice or "",
        "unit": plan.unit.value,
        "level": str(plan.price_level),
        "base": str(plan.base_year),
    }
    said = (*_ABOUT, *(() if calculation.view.whole else (_INTERNAL,)))
    lines = [(label.render(lang), text.render(lang, **facts)) for label, text in said]
    lines += [(_LEFT_OUT.render(lang), book.left_out), (_MADE.render(lang), f"driftstilpasning {__version__}")]
    for label, text in lines:
        if text:
            book.write(sheet, row, 0, label, "label")
            book.write(sheet, row, 1, text, "text")
            sheet.set_row(row, height([label, text], widths) + 6)
            row += 1


def _law(measure: Measure, lang: Lang) -> str:
    if measure.law is None:
        return ""
    level = LAW[measure.law.level].render(lang)
    return f"{level}: {measure.law.reference}" if measure.law.reference else level
