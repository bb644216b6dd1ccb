"""The measure table for analysts and notebooks: pandas at the rim, exact amounts inside.

>>> from pathlib import Path
>>> from driftstilpasning.source.tree import FolderTree
>>> from driftstilpasning.workspace import load
>>> frame = to_frame(load(FolderTree(Path("."))).portfolio())  # doctest: +SKIP
>>> frame.groupby("sector")["level_2016"].sum()  # doctest: +SKIP
"""

import io
from decimal import Decimal
from typing import Any

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
    counting = Counting(portfolio, Status.PROPOSED)
    placed = {placement.measure.id: placement for placement in place(portfolio).placed}
    rows = []
    for measure in portfolio:
        why, placement = counting.reasons[measure.id], placed.get(measure.id)
        rows.append(
            {
                **_words(measure),
                "effect": measure.size(portfolio.period).kr,
                **{f"gross_{year}": amount.kr for year, amount in measure.in_year(portfolio.period).items()},
                **{f"level_{year}": amount.kr for year, amount in measure.level(portfolio.period).items()},
                **{f"cost_{year}": amount.kr for year, amount in measure.cost(portfolio.period).items()},
                "counts": why is None,
                "why_not": why.value if why is not None else None,
                "quadrant": placement.quadrant.value if placement is not None else None,
                "feasibility": rounded(placement.feasibility, 2) if placement is not None else None,
            }
        )
    frame = pd.DataFrame(rows, dtype=object)
    grades = dict.fromkeys(("staff_grade", "users_grade", "acceptance_grade"), "Int64")
    return frame.astype({**grades, "recurring": bool, "counts": bool}) if rows else frame


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


def _words(measure: Measure) -> dict[str, Any]:
    staff, users = measure.consequence.staff, measure.consequence.users
    shares = measure.shares
    return {
        "id": measure.id,
        "title": measure.title,
        "sector": ", ".join(
            sector if share == Decimal(100) else f"{sector} {share:f} %" for sector, share in shares.items()
        ),
        "status": measure.status.value,
        "kind": measure.kind.value,
        "owner": measure.owner,
        "recurring": measure.recurring,
        "funding": measure.funding.value,
        "benefit": measure.benefit.value,
        "fte": measure.fte,
        "fte_how": measure.fte_how.value if measure.fte_how is not None else None,
        "staff_grade": staff.grade if staff is not None else None,
        "staff_text": staff.text if staff is not None else None,
        "users_grade": users.grade if users is not None else None,
        "users_text": users.text if users is not None else None,
        "acceptance_grade": measure.acceptance.grade,
        "acceptance_text": measure.acceptance.text,
        "kostra": measure.kostra,
        "visibility": measure.visibility,
    }
