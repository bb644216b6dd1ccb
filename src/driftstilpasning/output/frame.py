"""The measure table for analysts and notebooks: pandas at the rim, exact amounts inside.

>>> from pathlib import Path
>>> from driftstilpasning.source.tree import FolderTree
>>> from driftstilpasning.workspace import load
>>> frame = to_frame(load(FolderTree(Path("."))).portfolio(), by_sector=True)  # doctest: +SKIP
>>> frame.groupby("sector")["counted_level"].sum()  # doctest: +SKIP
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from driftstilpasning.analysis.counting import Counting, split
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.errors import DtError
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.exact_json import rounded
from driftstilpasning.text import Text

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, as OWASP lists it under "CSV Injection"."""

_NO_PARQUET = Text(
    nb="Parquet krever pyarrow: pip install 'driftstilpasning[parquet]'",
    nn="Parquet krev pyarrow: pip install 'driftstilpasning[parquet]'",
    en="Parquet needs pyarrow: pip install 'driftstilpasning[parquet]'",
)


def to_frame(portfolio: Portfolio, *, by_sector: bool = False) -> pd.DataFrame:
    """One row a measure, in the order of ids; shape (measures, 25 + 4 × years).

    Amounts are kroner as exact ``Decimal``. What the measure's own file says: ``gross_<year>`` the effect in the year,
    ``level_<year>`` the lasting level, ``cost_<year>`` the one-off cost, and ``effect`` what the quadrant's axis shows.
    What counts, from status ``proposed`` on and nothing twice: ``counted_<year>`` the effect in the year and
    ``counted_level`` the last year's level, after overlaps, 0 where the measure does not count; these are the columns
    to sum. ``counts`` says whether it does, ``why_not`` why it does not. ``quadrant`` and ``feasibility`` (two
    decimals) are missing where the measure is not placed. What the file does not say is missing.

    A measure that several sectors share names them with their per cent; with ``by_sector`` it has a row for each, with
    the sector's part of every amount and of ``fte``, so that sums by sector are those of ``dt summarize``.
    """
    period = portfolio.period
    counting = Counting(portfolio, Status.PROPOSED)
    placed = {placement.measure.id: placement for placement in place(portfolio).placed}
    rows = [_Row(m, sector) for m in portfolio for sector in (m.shares if by_sector else (None,))]

    def yearly(name: str, of: Callable[[Measure, int], Money]) -> dict[str, list[object]]:
        return {f"{name}_{year}": [row.part(of(row.measure, year)).kr for row in rows] for year in period}

    def counted(of: Callable[[Measure, int], Money]) -> Callable[[Measure, int], Money]:
        return lambda measure, year: of(measure, year) if counting.counts(measure) else Money(0)

    columns: dict[str, list[object]] = {name: [say(row.measure) for row in rows] for name, say in _WORDS.items()}
    if by_sector:
        columns["sector"] = [row.sector for row in rows]
        columns["fte"] = [row.fte for row in rows]
    columns["effect"] = [row.part(row.measure.size(period)).kr for row in rows]
    columns |= yearly("gross", lambda measure, year: measure.in_year(year, period))
    columns |= yearly("level", lambda measure, year: measure.level(year, period))
    columns |= yearly("cost", lambda measure, year: measure.cost(year))
    columns |= yearly("counted", counted(counting.in_year))
    columns["counted_level"] = [row.part(counted(counting.level)(row.measure, period.last)).kr for row in rows]
    reasons = [counting.reasons[row.measure.id] for row in rows]
    placements = [placed.get(row.measure.id) for row in rows]
    columns["counts"] = [why is None for why in reasons]
    columns["why_not"] = [why.value if why is not None else None for why in reasons]
    columns["quadrant"] = [placement and placement.quadrant.value for placement in placements]
    columns["feasibility"] = [placement and rounded(placement.feasibility, 2) for placement in placements]
    grades = dict.fromkeys(("staff_grade", "users_grade", "acceptance_grade"), "Int64")
    return pd.DataFrame(columns, dtype=object).astype({**grades, "recurring": bool, "counts": bool})


@dataclass(frozen=True, slots=True)
class _Row:
    """A measure, or one sector's part of it."""

    measure: Measure
    sector: str | None

    def part(self, whole: Money) -> Money:
        return whole if self.sector is None else split(whole, self.measure.shares)[self.sector]

    @property
    def fte(self) -> Decimal | None:
        fte = self.measure.fte
        return fte if fte is None or self.sector is None else fte * self.measure.shares[self.sector] / 100


def to_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as comma-separated UTF-8 with the mark that lets Excel see it; decimals with a full stop.

    A text that a spreadsheet would take for a formula, and carry out, has a ``'`` before it.
    """
    harmless = {name: pd.Series(map(_as_text, column), dtype=column.dtype) for name, column in frame.items()}
    return pd.DataFrame(harmless).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def _as_text(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def to_parquet(frame: pd.DataFrame) -> bytes:
    """``frame`` as Parquet; amounts stay exact decimals.

    Raises:
        DtError: pyarrow is not installed.
    """
    buffer = io.BytesIO()
    try:
        frame.to_parquet(buffer, index=False, engine="pyarrow")
    except ImportError:
        raise DtError(_NO_PARQUET) from None
    return buffer.getvalue()


def _sectors(measure: Measure) -> str:
    shares = measure.shares.items()
    return ", ".join(sector if share == Decimal(100) else f"{sector} {share:f} %" for sector, share in shares)


def _assessed(measure: Measure, who: str, what: str) -> object:
    """The grade or the text of a consequence; None where the file says nothing of it."""
    return getattr(getattr(measure.consequence, who), what, None)


_WORDS: dict[str, Callable[[Measure], object]] = {
    "id": lambda m: m.id,
    "title": lambda m: m.title,
    "sector": _sectors,
    "status": lambda m: m.status.value,
    "kind": lambda m: m.kind.value,
    "owner": lambda m: m.owner,
    "recurring": lambda m: m.recurring,
    "funding": lambda m: m.funding.value,
    "benefit": lambda m: m.benefit.value,
    "fte": lambda m: m.fte,
    "fte_how": lambda m: m.fte_how and m.fte_how.value,
    "staff_grade": lambda m: _assessed(m, "staff", "grade"),
    "staff_text": lambda m: _assessed(m, "staff", "text"),
    "users_grade": lambda m: _assessed(m, "users", "grade"),
    "users_text": lambda m: _assessed(m, "users", "text"),
    "acceptance_grade": lambda m: m.acceptance.grade,
    "acceptance_text": lambda m: m.acceptance.text,
    "kostra": lambda m: m.kostra,
    "visibility": lambda m: m.visibility,
}
"""The columns that hold what the file says, and what each takes from the measure."""
