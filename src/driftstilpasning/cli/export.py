"""``dt export FILE``: measures and sums for Excel, for analysis, for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import AllowErrors
from driftstilpasning.cli.session import WRITTEN, Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text

ENDINGS = (".xlsx", ".docx", ".csv", ".parquet", ".json")
_UNKNOWN = Text(
    nb="kan ikke skrive {path}: endelsen må være en av {endings}",
    nn="kan ikkje skrive {path}: endinga må vere ei av {endings}",
    en="cannot write {path}: the ending must be one of {endings}",
)


def export(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=words.FILE.en)],
    *,
    internal: Annotated[bool, typer.Option("--internal", help=words.INTERNAL.en)] = False,
    allow_errors: AllowErrors = False,
) -> None:
    """Write ``file`` whole or not at all, unless a file of the portfolio cannot be read."""
    from driftstilpasning.analysis.visible import View
    from driftstilpasning.output.atomic import write_whole
    from driftstilpasning.output.exports import exported

    if file.suffix.lower() not in ENDINGS:
        raise DtError(_UNKNOWN, path=str(file), endings=ENDINGS)
    checked = session.check()
    left_out = session.refuse_if_unreadable(checked, allow_errors=allow_errors)
    view = View(checked.workspace.portfolio(), internal)
    content = exported(view, file.suffix.lower(), session.lang, left_out if allow_errors else None)
    write_whole(file, content)
    session.report_findings(checked.diagnostics)
    session.say(WRITTEN, path=str(file))
