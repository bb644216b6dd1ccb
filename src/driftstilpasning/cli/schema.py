"""``dt schema``: what an editor needs to complete, explain and check."""

from operator import itemgetter
from pathlib import Path
from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import apart, pick
from driftstilpasning.cli.session import WRITTEN, Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text

_PLAN_UNREADABLE = Text(
    nb="planen i {path} kan ikke leses, så skjemaet får verken sektorer eller år fra den: kjør «dt validate»",
    nn="planen i {path} kan ikkje lesast, så skjemaet får korkje sektorar eller år frå han: køyr «dt validate»",
    en="the plan in {path} cannot be read, so the schema gets no sectors and years from it: run `dt validate`",
)


def schema(
    session: Session,
    what: Annotated[str, typer.Argument(metavar="measure|plan", help=words.SCHEMA_OF.en)] = "measure",
    *,
    for_portfolio: Annotated[bool, typer.Option("--for-portfolio", help=words.FOR_PORTFOLIO.en)] = False,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help=words.OUTPUT.en)] = None,
) -> None:
    """Print the JSON Schema in the reader's language, or write it where no shell comes between.

    What PowerShell sends to a file is not always UTF-8, and then no editor reads it.
    """
    from driftstilpasning.output.atomic import write_whole
    from driftstilpasning.output.model_schema import KINDS
    from driftstilpasning.output.schema import Known
    from driftstilpasning.output.schema import schema as made

    pick("schema", what, KINDS)
    if output is not None:
        apart(output)
    known = None
    if for_portfolio:
        from driftstilpasning.source.tree import PLAN, FolderTree
        from driftstilpasning.workspace import load

        workspace = load(FolderTree(session.root()))
        if workspace.plan is None:
            raise DtError(_PLAN_UNREADABLE, path=PLAN)
        known = Known(workspace.plan.value, dict(sorted(workspace.names.values(), key=itemgetter(0))))
    text = made(what, session.lang, known)
    if output is None:
        session.write(text)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    write_whole(output, text.encode())
    session.say(WRITTEN, path=str(output))
