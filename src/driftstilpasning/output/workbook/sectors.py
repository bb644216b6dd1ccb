"""The sheet of sectors: what each gives up, beside its base and its frame, and who loses posts and how."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from driftstilpasning.analysis.summary import SectorSum, Summary
from driftstilpasning.columns import LEVEL
from driftstilpasning.model.measure import FteHow
from driftstilpasning.model.money import Money, total
from driftstilpasning.output.tables import amount
from driftstilpasning.output.workbook import charts
from driftstilpasning.output.workbook.book import Book, Sheet
from driftstilpasning.output.workbook.calculation import SUMS, Amount, Calculation
from driftstilpasning.output.workbook.cells import Block, Content, Key, Live
from driftstilpasning.output.workbook.formulas import Formulas
from driftstilpasning.output.workbook.words import INTERNAL, heading
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import FTE_HOW, STATUS

NAME: Final = Text(nb="Sektorer", nn="Sektorar", en="Sectors")
_BASE = Text(nb="Budsjett {year}", nn="Budsjett {year}", en="Budget {year}")
_POSTS = Text(nb="Årsverk", nn="Årsverk", en="Full-time equivalents")
_INTERNAL = Text(
    nb="Herav interne tiltak, varig nivå {year}: {parts}. De er med i summene som de er, og kan ikke velges bort her.",
    nn="Av dette interne tiltak, varig nivå {year}: {parts}. Dei er med i summane som dei er, og kan ikkje veljast "
    "bort her.",
    en="Of this internal measures, lasting level {year}: {parts}. They are in the sums as they are and cannot be "
    "switched off here.",
)
_NAME_WIDTH: Final = 34
_WIDTH: Final = 15


def write(book: Book, calculation: Calculation, sums: Summary, lang: Lang) -> None:
    """Write the sheet."""
    plan, last = sums.portfolio.plan, sums.portfolio.period.last
    optional = {
        "base": any(sector.base is not None for sector in sums.sectors),
        "of_base": any(sector.base is not None for sector in sums.sectors),
        "frame_gap": any(sector.frame_gap[last] is not None for sector in sums.sectors),
        "closed": any(sector.frame_gap[last] is not None for sector in sums.sectors),
    }
    keys: list[Key] = ["sector", *sums.portfolio.period, "level", *(key for key in optional if optional[key]), "fte"]
    widths = (_NAME_WIDTH, *[_WIDTH] * (len(keys) - 1))
    sheet = book.sheet(NAME.render(lang), widths, pages=1)
    title = heading("sectors", lang, unit=plan.unit.value, status=STATUS[sums.since])
    row = book.head(sheet, title, [f"{plan.municipality} · {plan.plan}", _internal(calculation, lang)])
    block = Block(NAME.render(lang), row + 1, keys, len(sums.sectors))
    book.headings(sheet, row, [(_heading(key, sums, lang), key == "sector") for key in keys], widths)
    formulas = Formulas(calculation)
    for i, sector in enumerate(sums.sectors):
        _row(book, sheet, block, i, _sector(sector, block, i, formulas, last))
    _row(book, sheet, block, len(sums.sectors), _total(sums.sectors, block, last, lang), total_=True)
    row = block.top + len(sums.sectors) + 2
    row += charts.sectors(book, sheet, row, block, LEVEL.render(lang, year=str(last)), lang) + 1
    _posts(book, sheet, row, calculation, sums.sectors, lang)


def _row(book: Book, sheet: Sheet, block: Block, i: int, cells: Mapping[Key, Content], *, total_: bool = False) -> None:
    for column, key in enumerate(block.keys):
        name = "total" if total_ else "label" if column == 0 else "plain"
        book.write(sheet, block.top + i, block.column(key), cells.get(key), name)


def _sector(sector: SectorSum, block: Block, i: int, formulas: Formulas, last: int) -> Mapping[Key, Content]:
    """The row of one sector."""
    cells: dict[Key, Content] = {
        year: Live(formulas.sector(Amount("in_year", year), sector.id), amount) for year, amount in sector.years.items()
    }
    gap = sector.frame_gap[last]
    cells |= {
        "sector": sector.name,
        "level": Live(formulas.sector(Amount("level", last), sector.id), sector.level),
        "base": sector.base,
        "frame_gap": gap,
        "fte": Live(formulas.posts(sector.id), sector.fte),
    }
    return {**cells, **_shares(block, i, sector.level, sector.base, gap)}


def _total(sectors: Sequence[SectorSum], block: Block, last: int, lang: Lang) -> Mapping[Key, Content]:
    """The row that sums the sectors; a base or a gap only where every sector has one."""
    bases, gaps = [sector.base for sector in sectors], [sector.frame_gap[last] for sector in sectors]
    level = total(sector.level for sector in sectors)
    values: dict[Key, Money | Decimal | None] = {
        **{year: total(sector.years[year] for sector in sectors) for year in block.keys if isinstance(year, int)},
        "level": level,
        "base": _all(bases),
        "frame_gap": _all(gaps),
        "fte": sum((sector.fte for sector in sectors), start=Decimal(0)),
    }
    cells: dict[Key, Content] = {
        key: Live(f"SUM({block.range(key)})", value)
        for key, value in values.items()
        if key in block and value is not None and sectors
    }
    shares = _shares(block, len(sectors), level, _all(bases), _all(gaps)) if sectors else {}
    return {"sector": heading("all", lang), **cells, **shares}


def _shares(block: Block, i: int, level: Money, base: Money | None, gap: Money | None) -> Mapping[Key, Content]:
    """How much the level is of the base, and of the gap to the frame."""
    of = {"of_base": ("base", base), "closed": ("frame_gap", gap)}
    return {
        key: Live(f"{block.cell(i, 'level')}/{block.cell(i, whole)}", Fraction(level.ore, amount.ore))
        for key, (whole, amount) in of.items()
        if amount is not None and amount > Money(0)
    }


def _all(amounts: Sequence[Money | None]) -> Money | None:
    """The sum, where none is missing."""
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _heading(key: Key, sums: Summary, lang: Lang) -> str:
    plan, last = sums.portfolio.plan, str(sums.portfolio.period.last)
    if isinstance(key, int):
        return str(key)
    if key in ("level", "base", "fte"):
        text, year = {"level": (LEVEL, last), "base": (_BASE, str(plan.base_year)), "fte": (_POSTS, "")}[str(key)]
        return text.render(lang, **({"year": year} if year else {}))
    return heading(str(key), lang, **({"year": last} if key == "frame_gap" else {}))


def _posts(
    book: Book, sheet: Sheet, row: int, calculation: Calculation, sectors: Sequence[SectorSum], lang: Lang
) -> None:
    """Posts by sector and by how they go; those of internal measures stand in one column."""
    said = [measure for measure in calculation.portfolio if measure.fte is not None]
    used = {measure.fte_how for measure in said if calculation.view.shows(measure)}
    hows: list[FteHow | None] = [how for how in (*FteHow, None) if how in used]
    inside = [sector.id for sector in sectors if calculation.internal_posts(sector.id)]
    columns: list[FteHow | str | None] = [*hows, *(["internal"] if inside else [])]
    if not columns:
        return
    rows = [sector for sector in sectors if any(sector.id in measure.shares for measure in said)]
    block = Block(NAME.render(lang), row + 2, ("sector", *columns, "all"), len(rows))
    book.write(sheet, row, 0, heading("posts", lang), "heading")
    titles = [FTE_HOW[how].render(lang).capitalize() for how in hows] + ([INTERNAL.render(lang)] if inside else [])
    heads = [(heading("sector", lang), True), *((title, False) for title in (*titles, heading("all", lang)))]
    book.headings(sheet, row + 1, heads, (_NAME_WIDTH, *[_WIDTH] * (len(heads) - 1)))
    formulas, sums = Formulas(calculation), dict.fromkeys(block.keys[1:], Decimal(0))
    for i, sector in enumerate(rows):
        cells: dict[Key, Content] = {
            how: Live(formulas.posts_that_go(sector.id, how), _shown(calculation, sector.id, how)) for how in hows
        }
        if inside:
            cells["internal"] = Live(formulas.internal_posts(sector.id), calculation.internal_posts(sector.id))
        cells["all"] = Live(f"SUM({block.span(i, columns[0], columns[-1])})", sector.fte)
        for key, content in cells.items():
            value = content.value if isinstance(content, Live) else None
            sums[key] += value if isinstance(value, Decimal) else Decimal(0)
        _row(book, sheet, block, i, {"sector": sector.name, **cells})
    in_all: dict[Key, Content] = {key: Live(f"SUM({block.range(key)})", value) for key, value in sums.items()}
    _row(book, sheet, block, len(rows), {"sector": heading("all", lang), **in_all}, total_=True)


def _shown(calculation: Calculation, sector: str, how: FteHow | None) -> Decimal:
    """The posts of a sector that go in one way, of the measures that are shown."""
    counted = (m for m in calculation.counting(SUMS).measures if calculation.view.shows(m) and m.fte_how is how)
    return sum(((m.fte or Decimal(0)) * m.shares.get(sector, Decimal(0)) / 100 for m in counted), start=Decimal(0))


def _internal(calculation: Calculation, lang: Lang) -> str:
    """What internal measures come to in each sector, in one sum."""
    if not calculation.together:
        return ""
    plan, last = calculation.portfolio.plan, calculation.portfolio.period.last
    parts = [
        f"{plan.sector_name(sector)} {amount(together.level[last], plan.unit, lang)}"
        for sector, together in calculation.together.items()
    ]
    return _INTERNAL.render(lang, year=str(last), parts=parts)
