"""The sheets that are read as lists: consequences, what does not count and why, and what the figures rest on."""

from collections.abc import Sequence
from typing import Final

from driftstilpasning import __version__
from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.quadrant import GRADES
from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.measure import Measure
from driftstilpasning.output.report import summary_table_stated, why_not
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.workbook.book import Book, Sheet, height
from driftstilpasning.output.workbook.calculation import SUMS, Calculation, Gross
from driftstilpasning.output.workbook.cells import Content, Live, words
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import GRADE, LAW

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
_LEVEL = Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}")
_ONE_GRADE = Text(nb="{who} (1–5)", nn="{who} (1–5)", en="{who} (1–5)")
_IN_WORDS = Text(nb="{who}, i ord", nn="{who}, i ord", en="{who}, in words")
_LAW = Text(nb="Lovkrav", nn="Lovkrav", en="By law")
_COUNTS = Text(nb="Teller med", nn="Tel med", en="Counts")
_NOW = Text(nb="Teller nå", nn="Tel no", en="Counts now")
_AS_IT_WAS = Text(
    nb="Slik porteføljen var da boken ble skrevet. Den siste kolonnen følger valgene i boken.",
    nn="Slik porteføljen var då boka vart skriven. Den siste kolonnen følgjer vala i boka.",
    en="As the portfolio was when the workbook was written. The last column follows the choices in the workbook.",
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
            nb="Kolonnen «{include}» i arket «{measures}» er åpen. Alt annet regnes ut av den, med de samme reglene "
            "som over. Overskrifter og formler er låst uten passord, så ingen endrer dem ved et uhell.",
            nn="Kolonnen «{include}» i arket «{measures}» er open. Alt anna vert rekna ut av han, med dei same "
            "reglane som over. Overskrifter og formlar er låste utan passord, så ingen endrar dei ved eit uhell.",
            en="The column “{include}” of the sheet “{measures}” is open. All else is computed from it by the same "
            "rules as above. Headings and formulas are locked without a password, so that nobody changes them by "
            "accident.",
        ),
    ),
    (Text(nb="Avrunding", nn="Avrunding", en="Rounding"), WORDS["rounding"]),
)
_LEFT_OUT = Text(nb="Holdt utenfor", nn="Haldne utanfor", en="Left out")
_MADE = Text(nb="Laget med", nn="Laga med", en="Made with")


def consequences(book: Book, calculation: Calculation, yes: str, no: str, lang: Lang) -> None:
    """What each measure costs staff and users, in words, beside its amount."""
    last = calculation.portfolio.period.last
    who = {name: GRADE[name].render(lang).capitalize() for name in GRADES}
    titles = [
        (WORDS["id"].render(lang), True),
        (WORDS["measure"].render(lang), True),
        (WORDS["sector"].render(lang), True),
    ]
    titles.append((_LEVEL.render(lang, year=str(last)), False))
    for name in GRADES:
        titles.append((_ONE_GRADE.render(lang, who=who[name]), False))
        titles.append((_IN_WORDS.render(lang, who=who[name]), True))
    titles += [(_LAW.render(lang), True), (_COUNTS.render(lang), True)]
    widths = (9, 30, 16, 11, 9, 34, 9, 34, 9, 34, 24, 9)
    sheet = book.sheet(CONSEQUENCES.render(lang), widths)
    row = book.head(sheet, _CONSEQUENCES.render(lang), [_GRADES.render(lang)])
    lines: list[Sequence[Content]] = []
    plan = calculation.portfolio.plan
    for i, measure in enumerate(calculation.shown):
        staff, users, accepted = measure.consequence.staff, measure.consequence.users, measure.acceptance
        by = f"{accepted.by}: " if accepted.by and accepted.text else accepted.by or ""
        level = Gross("level", last)
        lines.append(
            [
                *(measure.id, measure.title, ", ".join(plan.sector_name(sector) for sector in measure.shares)),
                Live(calculation.measures.cell(i, level), calculation.amount_of(measure, level)),
                *(staff.grade if staff else None, (staff.text if staff else None) or ""),
                *(users.grade if users else None, (users.text if users else None) or ""),
                *(accepted.grade, by + (accepted.text or "")),
                _law(measure, lang),
                _counts(calculation, measure, yes, no),
            ]
        )
    _list(book, sheet, row, titles, widths, lines)


def not_counted(book: Book, calculation: Calculation, sums: Summary, yes: str, no: str, lang: Lang) -> None:
    """What the sums leave out, why, and whether the choice that is made has changed that; and published totals."""
    last = calculation.portfolio.period.last
    widths = (9, 44, 13, 64, 11)
    sheet = book.sheet(NOT_COUNTED.render(lang), widths)
    rows = [one for one in sums.not_counted if calculation.view.shows(one.measure)]
    row = book.head(
        sheet, WORDS["not_counted"].render(lang), [_AS_IT_WAS.render(lang) if rows else _NOTHING.render(lang)]
    )
    if rows:
        titles = [(WORDS["id"].render(lang), True), (WORDS["measure"].render(lang), True)]
        titles += [
            (_LEVEL.render(lang, year=str(last)), False),
            (WORDS["why"].render(lang), True),
            (_NOW.render(lang), True),
        ]
        lines: list[Sequence[Content]] = []
        for one in rows:
            known = one.instead is None or calculation.view.shows(one.instead.instead)
            said = why_not(one, lang) if known else why_not(type(one)(one.measure, Why.ALTERNATIVE, None), lang)
            amount_ = calculation.amount_of(one.measure, Gross("level", last))
            lines.append([one.measure.id, one.measure.title, amount_, said, _counts(calculation, one.measure, yes, no)])
        row = _list(book, sheet, row, titles, widths, lines)
    if sums.stated:
        table = summary_table_stated(sums, lang)
        row += 1
        book.write(sheet, row, 0, table.title, "heading")
        titles = [(heading.title, heading.text) for heading in table.headings]
        for column, (title, text) in enumerate(titles):
            sheet.write_string(row + 1, column, title, book.format("head" if text else "head_number"))
        for i, cells in enumerate(table.rows, start=row + 2):
            for column, content in enumerate(cells):
                book.write(sheet, i, column, content, "text" if isinstance(content, str) else "plain")


def about(book: Book, sums: Summary, facts: dict[str, str], lang: Lang) -> None:
    """How the figures are made, in plain words."""
    plan = sums.portfolio.plan
    widths = (24, 100)
    sheet = book.sheet(ABOUT.render(lang), widths, across=False)
    row = book.head(sheet, ABOUT.render(lang), [f"{plan.municipality} · {plan.plan}"])
    facts = {
        **facts,
        "notice": plan.notice or "",
        "unit": plan.unit.value,
        "level": str(plan.price_level),
        "base": str(plan.base_year),
    }
    lines = [(label.render(lang), said.render(lang, **facts)) for label, said in _ABOUT]
    lines += [(_LEFT_OUT.render(lang), book.left_out), (_MADE.render(lang), f"driftstilpasning {__version__}")]
    for label, said in lines:
        if said:
            book.write(sheet, row, 0, label, "label")
            book.write(sheet, row, 1, said, "text")
            sheet.set_row(row, height([label, said], widths) + 6)
            row += 1


def _law(measure: Measure, lang: Lang) -> str:
    if measure.law is None:
        return ""
    level = LAW[measure.law.level].render(lang)
    return f"{level}: {measure.law.reference}" if measure.law.reference else level


def _counts(calculation: Calculation, measure: Measure, yes: str, no: str) -> Live:
    counts = calculation.counting(SUMS).counts(measure)
    return Live(f"IF({calculation.counts(measure)}=1,{words(yes)},{words(no)})", yes if counts else no)


def _list(
    book: Book,
    sheet: Sheet,
    row: int,
    titles: Sequence[tuple[str, bool]],
    widths: Sequence[int],
    lines: Sequence[Sequence[Content]],
) -> int:
    """A list below its headings, which stay on the screen and stand on every page; the row after it."""
    book.headings(sheet, row, titles, widths)
    for i, cells in enumerate(lines, start=row + 1):
        for column, content in enumerate(cells):
            book.write(sheet, i, column, content, "text" if isinstance(content, str) else "plain")
        sheet.set_row(i, height(cells, widths) + 2)
    sheet.autofilter(row, 0, row + max(1, len(lines)), len(titles) - 1)
    sheet.freeze_panes(row + 1, 2)
    sheet.repeat_rows(row)
    return row + 1 + len(lines)
