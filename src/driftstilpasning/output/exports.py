"""What ``dt export`` writes, by the ending of the file."""

from collections.abc import Sequence

from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.analysis.visible import View
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut


def exported(view: View, ending: str, lang: Lang, left_out: Sequence[LeftOut] | None) -> bytes:
    """The bytes of a file for people (``.xlsx``, ``.docx``), or for analysis (``.csv``, ``.parquet``, ``.json``).

    What people read shows internal measures by themselves only where the view does; what is for analysis holds all.

    Raises:
        DtError: Parquet is asked for and pyarrow is not installed.
    """
    portfolio = view.portfolio
    if ending == ".xlsx":
        from driftstilpasning.output.workbook import workbook  # noqa: PLC0415  # heavy

        return workbook(view, lang, left_out or ())
    if ending == ".docx":
        from driftstilpasning.output.paper import case_paper  # noqa: PLC0415  # heavy

        return case_paper(view, lang, left_out or ())
    if ending == ".json":
        from driftstilpasning.output.json_reports import portfolio_json  # noqa: PLC0415

        return portfolio_json(summarize(portfolio), place(portfolio), lang, left_out).encode()
    from driftstilpasning.output.frame import to_csv, to_frame, to_parquet  # noqa: PLC0415  # pandas is heavy

    frame = to_frame(portfolio)
    return to_csv(frame) if ending == ".csv" else to_parquet(frame)
