"""``dt quadrant``: where each measure stands between effect and feasibility."""

from driftstilpasning.cli.options import REPORT_FORMATS, AllowErrors, Plain, ReportFormat, pick
from driftstilpasning.cli.session import Session


def quadrant(
    session: Session,
    *,
    output_format: ReportFormat = "text",
    plain: Plain = False,
    allow_errors: AllowErrors = False,
) -> None:
    """Place every measure, unless a file cannot be read."""
    from driftstilpasning.analysis.quadrant import place

    pick("--output-format", output_format, REPORT_FORMATS)
    checked = session.check()
    left_out = session.refuse_if_unreadable(checked, allow_errors=allow_errors)
    portfolio = checked.workspace.portfolio()
    placements = place(portfolio)
    if output_format == "json":
        from driftstilpasning.output.json_reports import quadrant_json

        session.write(quadrant_json(placements, portfolio, session.lang, left_out if allow_errors else None))
    else:
        from driftstilpasning.output import quadrant_text

        paths = [file.path for file in left_out]
        if plain:
            session.write(quadrant_text.plain(placements, portfolio, session.lang, paths))
        else:
            session.write(quadrant_text.terminal(placements, portfolio, session.screen(), session.lang, paths))
    session.report_findings(checked.diagnostics)
