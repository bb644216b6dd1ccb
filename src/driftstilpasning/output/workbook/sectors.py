"""The sheet of sectors: what each gives up, beside its base and its frame, and who loses posts and how."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from driftstilpasning.analysis.summary import Summary
from driftstilpasning.model.measure import FteHow
from driftstilpasning.model.money import Money, total
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.output.tables import amount
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.calculation import SUMS, Calculation, Gross
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import FTE_HOW, STATUS

NAME: Final = Text(nb="Sektorer", nn="Sektorar", en="Sectors")
_LEVEL = Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}")
_BASE = Text(nb="Budsjett {year}", nn="Budsjett {year}", en="Budget {year}")
_POSTS = Text(nb="Årsverk", nn="Årsverk", en="Full-time equivalents")
_INTERNAL = Text(
    nb="Herav interne tiltak, varig nivå {year}: {parts}. De er med i summene som de er, og kan ikke velges bort her.",
    nn="Av dette interne tiltak, varig nivå {year}: {parts}. Dei er med i summane som dei er, og kan ikkje veljast "
    "bort her.",
    en="Of this internal measures, lasting level {year}: {parts}. They are in the sums as they are and cannot be "
    "switched off here.",
)


def write(book: Book, calculation: Calculation, sums: Summary, lang: Lang) -> None:
    """Write the sheet."""
    plan, period = sums.portfolio.plan, sums.portfolio.period
    last = period.last
    name = NAME.render(lang)
    frames = any(sector.frame_gap[last] is not None for sector in sums.sectors)
    bases = any(sector.base is not None for sector in sums.sectors)
    keys: list[Key] = ["sector", *period, "level"]
    keys += ["base", "cut"] if bases else []
    keys += ["gap", "closed"] if frames else []
    said: dict[Key, str] = {
        "sector": WORDS["sector"].render(lang),
        "level": _LEVEL.render(lang, year=str(last)),
        "base": _BASE.render(lang, year=str(plan.base_year)),
        "cut": WORDS["of_base"].render(lang),
        "gap": WORDS["frame_gap"].render(lang, year=str(last)),
        "closed": WORDS["closed"].render(lang),
        "fte": _POSTS.render(lang),
    }
    said.update({year: str(year) for year in period})
    keys.append("fte")
    widths = (34, *[13] * (len(keys) - 1))
    sheet = book.sheet(name, widths)
    title = WORDS["sectors"].render(lang, unit=plan.unit.value, status=STATUS[sums.since])
    row = book.head(sheet, title, [f"{plan.municipality} · {plan.plan}", _internal(calculation, sums, lang)])
    block = Block(name, row + 1, keys, len(sums.sectors))
    book.headings(sheet, row, [(said[key], key == "sector") for key in keys], widths)
    for i, sector in enumerate(sums.sectors):
        cells: dict[Key, Content] = {"sector": sector.name}
        cells.update({year: calculation.sector(Gross("in_year", year), sector.id) for year in period})
        cells["level"] = calculation.sector(Gross("level", last), sector.id)
        gap = sector.frame_gap[last]
        cells["base"], cells["gap"] = sector.base, gap
        cells["fte"] = calculation.posts(sector.id, any_how=True)
        if sector.base:
            cells["cut"] = Live(f"{block.cell(i, 'level')}/{block.cell(i, 'base')}", sector.cut)
        if gap is not None and gap > Money(0):
            closed = Fraction(sector.level.ore, gap.ore)
            cells["closed"] = Live(f"{block.cell(i, 'level')}/{block.cell(i, 'gap')}", closed)
        for column, key in enumerate(keys):
            book.write(sheet, block.top + i, column, cells.get(key), "label" if key == "sector" else "plain")
    row = _total(book, sheet, block, sums, lang)
    charts.sectors(book, sheet, row + 1, block, "level", said["level"], last, lang)
    row += max(8, 2 + 2 * block.rows) + 2
    _posts(book, sheet, row, calculation, sums, lang)


def _total(book: Book, sheet: Sheet, block: Block, sums: Summary, lang: Lang) -> int:
    """The row that sums the sectors."""
    row = block.top + block.rows
    period = sums.portfolio.period
    values: dict[object, object] = {year: total(s.years[year] for s in sums.sectors) for year in period}
    level = total(sector.level for sector in sums.sectors)
    values["level"] = level
    values["fte"] = sum((sector.fte for sector in sums.sectors), start=Decimal(0))
    if all(sector.base is not None for sector in sums.sectors):
        values["base"] = total(sector.base for sector in sums.sectors if sector.base)
    gaps = [sector.frame_gap[period.last] for sector in sums.sectors]
    if None not in gaps:
        values["gap"] = total(gap for gap in gaps if gap is not None)
    book.write(sheet, row, 0, WORDS["all"].render(lang), "total")
    for column, key in enumerate(block.keys[1:], start=1):
        content: Content = None
        if key in values and block.rows:
            content = Live(f"SUM({block.range(key)})", values[key])  # type: ignore[arg-type]
        elif key in ("cut", "closed"):
            whole = "base" if key == "cut" else "gap"
            amount = values.get(whole)
            if isinstance(amount, Money) and amount > Money(0):
                content = Live(
                    f"{block.cell(block.rows, 'level')}/{block.cell(block.rows, whole)}",
                    Fraction(level.ore, amount.ore),
                )
        book.write(sheet, row, column, content, "total")
    return row + 1


def _posts(book: Book, sheet: Sheet, row: int, calculation: Calculation, sums: Summary, lang: Lang) -> int:
    """Posts by sector and by how they go."""
    used = {how for sector in sums.sectors for how in sector.fte_how}
    hows: list[FteHow | None] = [how for how in FteHow if how in used] + ([None] if None in used else [])
    if not hows:
        return row
    name = NAME.render(lang)
    book.write(sheet, row, 0, WORDS["posts"].render(lang), "heading")
    heads = [(WORDS["sector"].render(lang), True), *((FTE_HOW[how].render(lang).capitalize(), False) for how in hows)]
    heads.append((WORDS["all"].render(lang), False))
    book.headings(sheet, row + 1, heads, (34, *[13] * (len(heads) - 1)))
    rows = [sector for sector in sums.sectors if any(sector.id in m.shares and m.fte for m in sums.portfolio)]
    block = Block(name, row + 2, ("sector", *hows, "all"), len(rows))
    for i, sector in enumerate(rows):
        book.write(sheet, block.top + i, 0, sector.name, "label")
        for how in hows:
            content = calculation.posts(sector.id, how.value if how is not None else None)
            book.write(sheet, block.top + i, block.column(how), content)
        first, last = hows[0], hows[-1]
        book.write(sheet, block.top + i, block.column("all"), Live(f"SUM({block.span(i, first, last)})", sector.fte))
    end = block.top + len(rows)
    book.write(sheet, end, 0, WORDS["all"].render(lang), "total")
    for key in (*hows, "all"):
        values = [sector.fte if key == "all" else sector.fte_how.get(key, 0) for sector in rows]  # type: ignore[arg-type]
        summed = sum(values, start=Decimal(0))
        book.write(sheet, end, block.column(key), Live(f"SUM({block.range(key)})", summed), "total")
    return end + 1


def _internal(calculation: Calculation, sums: Summary, lang: Lang) -> str:
    """What internal measures come to in each sector, in one sum."""
    plan, last = sums.portfolio.plan, sums.portfolio.period.last
    together = calculation.view.together(calculation.counting(SUMS))
    if not together:
        return ""
    parts = [f"{plan.sector_name(one)} {amount(sum_.level[last], plan.unit, lang)}" for one, sum_ in together.items()]
    return _INTERNAL.render(lang, year=str(last), parts=parts)
