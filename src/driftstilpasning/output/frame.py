"""The measure table for analysts and notebooks: pandas at the rim, exact amounts inside.

>>> from pathlib import Path
>>> from driftstilpasning.source.tree import FolderTree
>>> from driftstilpasning.workspace import load
>>> frame = to_frame(load(FolderTree(Path("."))).portfolio())  # doctest: +SKIP
>>> frame.groupby("sector")["level_2016"].sum()  # doctest: +SKIP
"""

import io
from collections.abc import Callable
from decimal import Decimal

import pandas as pd

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.errors import DtError
from driftstilpasning.model.measure import Measure, Status
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.exact_json import rounded
from driftstilpasning.text import Text

_NO_PARQUET = Text(
    nb="Parquet krever pyarrow: pip install 'driftstilpasning[parquet]'",
    nn="Parquet krev pyarrow: pip install 'driftstilpasning[parquet]'",
    en="Parquet needs pyarrow: pip install 'driftstilpasning[parquet]'",
)


def to_frame(portfolio: Portfolio) -> pd.DataFrame:
    """One row a measure, in the order of ids; shape (measures, 24 + 3 × years).

    Amounts are kroner as exact ``Decimal``, as the measure's own file says, before overlaps are taken off:
    ``gross_<year>`` the effect in the year, ``level_<year>`` the lasting level, ``cost_<year>`` the one-off cost, and
    ``effect`` what the quadrant's axis shows. ``counts`` says whether the measure is in the sums from status
    ``proposed`` on, ``why_not`` the reason when it is not. ``quadrant`` and ``feasibility`` (two decimals) are missing
    where the measure is not placed. A measure that several sectors share names them with their per cent. What the
    file does not say is missing.
    """
    period = portfolio.period
    counting = Counting(portfolio, Status.PROPOSED)
    placed = {placement.measure.id: placement for placement in place(portfolio).placed}
    placements = [placed.get(measure.id) for measure in portfolio]
    reasons = [counting.reasons[measure.id] for measure in portfolio]
    columns = {name: [say(measure) for measure in portfolio] for name, say in _WORDS.items()}
    columns["effect"] = [measure.size(period).kr for measure in portfolio]
    columns |= {f"gross_{year}": [measure.in_year(year, period).kr for measure in portfolio] for year in period}
    columns |= {f"level_{year}": [measure.level(year, period).kr for measure in portfolio] for year in period}
    columns |= {f"cost_{year}": [measure.cost(year).kr for measure in portfolio] for year in period}
    columns["counts"] = [why is None for why in reasons]
    columns["why_not"] = [why.value if why is not None else None for why in reasons]
    columns["quadrant"] = [placement and placement.quadrant.value for placement in placements]
    columns["feasibility"] = [placement and rounded(placement.feasibility, 2) for placement in placements]
    grades = dict.fromkeys(("staff_grade", "users_grade", "acceptance_grade"), "Int64")
    return pd.DataFrame(columns, dtype=object).astype({**grades, "recurring": bool, "counts": bool})


def to_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as comma-separated UTF-8 with the mark that lets Excel see it; decimals with a full stop."""
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


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
