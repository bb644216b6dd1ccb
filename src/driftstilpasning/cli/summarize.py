"""``dt summarize``: sums against the targets, by year and by sector."""

from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import REPORT_FORMATS, AllowErrors, Plain, ReportFormat, pick
from driftstilpasning.cli.session import Session


def summarize(
    session: Session,
    *,
    output_format: ReportFormat = "text",
    plain: Plain = False,
    counts: Annotated[str, typer.Option("--counts", metavar="STATUS", help=words.COUNTS.en)] = "proposed",
    sector: Annotated[list[str] | None, typer.Option("--sector", metavar="ID", help=words.SECTOR.en)] = None,
    status: Annotated[list[str] | None, typer.Option("--status", metavar="STATUS", help=words.STATUS.en)] = None,
    allow_errors: AllowErrors = False,
    fail_on_gap: Annotated[bool, typer.Option("--fail-on-gap", help=words.FAIL_ON_GAP.en)] = False,
) -> None:
    """Sum the portfolio, unless a file cannot be read."""
    from driftstilpasning.analysis.summary import Rows, sector_ids
    from driftstilpasning.analysis.summary import summarize as compute
    from driftstilpasning.model.measure import Status

    pick("--output-format", output_format, REPORT_FORMATS)
    since = Status(pick("--counts", counts, [status for status in Status if status.alive]))
    statuses = [Status(pick("--status", one, Status)) for one in status or ()] or None
    checked = session.check()
    left_out = session.refuse_if_unreadable(checked, allow_errors=allow_errors)
    portfolio = checked.workspace.portfolio()
    sectors = [pick("--sector", one, sector_ids(portfolio)) for one in sector or ()] or None
    summary = compute(portfolio, since, Rows(sectors, statuses))
    if output_format == "json":
        from driftstilpasning.output.json_reports import summary_json

        session.write(summary_json(summary, left_out if allow_errors else None))
    else:
        from driftstilpasning.output import summary_text
        from driftstilpasning.output.report import summary_report

        report = summary_report(summary, session.lang, [file.path for file in left_out])
        if plain:
            session.write(summary_text.plain(report, session.lang))
        else:
            session.write(summary_text.terminal(report, session.screen(), session.lang))
    session.report_findings(checked.diagnostics)
    raise typer.Exit(int(fail_on_gap and any(target.gap for target in summary.targets)))
