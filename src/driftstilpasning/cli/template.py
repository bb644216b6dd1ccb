"""``dt template FILE``: an empty form for measures."""

from pathlib import Path
from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.session import WRITTEN, Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text

_UNKNOWN = Text(
    nb="kan ikke skrive {path}: endelsen må være .xlsx",
    nn="kan ikkje skrive {path}: endinga må vere .xlsx",
    en="cannot write {path}: the ending must be .xlsx",
)
_EXISTS = Text(
    nb="{path} finnes fra før, og noen kan ha fylt det ut; ingenting er skrevet",
    nn="{path} finst frå før, og nokon kan ha fylt det ut; ingenting er skrive",
    en="{path} exists already, and somebody may have filled it in; nothing was written",
)


def template(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=words.FORM.en)],
    *,
    internal: Annotated[bool, typer.Option("--internal", help=words.INTERNAL_IDS.en)] = False,
) -> None:
    """Write a form for this plan, in the reader's language; never over a file that is there."""
    from driftstilpasning.analysis.visible import View
    from driftstilpasning.output.atomic import write_whole
    from driftstilpasning.output.form import form
    from driftstilpasning.source.tree import FolderTree
    from driftstilpasning.workspace import load

    if file.suffix.lower() != ".xlsx":
        raise DtError(_UNKNOWN, path=str(file))
    if file.exists():
        raise DtError(_EXISTS, path=str(file))
    portfolio = load(FolderTree(session.root())).portfolio()
    write_whole(file, form(View(portfolio, internal), session.lang))
    session.say(WRITTEN, path=str(file))
