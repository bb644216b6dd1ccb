"""``dt init DIR``: a portfolio that validates."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text
from driftstilpasning.text.safe import printable

_EXISTS = Text(
    nb="{path} finnes fra før; ingenting er skrevet",
    nn="{path} finst frå før; ingenting er skrive",
    en="{path} exists already; nothing was written",
)
_LEFT = Text(
    nb="{path} finnes fra før og er ikke rørt",
    nn="{path} finst frå før og er ikkje rørt",
    en="{path} is left as it was",
)
_NEXT = Text(
    nb="Neste: rediger {plan}, og kjør «dt validate» i {folder}",
    nn="Neste: rediger {plan}, og køyr «dt validate» i {folder}",
    en="Next: edit {plan}, and run `dt validate` in {folder}",
)


def init(session: Session, directory: Annotated[Path, typer.Argument(metavar="DIR", help=words.DIRECTORY.en)]) -> None:
    """Write a plan for the next four years, one commented measure and what editors need; never over what is there.

    An editor's own settings stay as they are: every file names its schema too.
    """
    from driftstilpasning.output.atomic import write_new
    from driftstilpasning.output.editor import EXTENSIONS, SETTINGS
    from driftstilpasning.output.scaffold import starter

    files = starter(datetime.now(tz=UTC).year + 1, session.lang)
    there = [name for name in files if (directory / name).exists()]
    for name in there:
        if name not in (SETTINGS, EXTENSIONS):
            raise DtError(_EXISTS, path=str(directory / name))
    for name, content in files.items():
        if name in there:
            session.say(_LEFT, path=str(directory / name))
            continue
        write_new(directory / name, content)
        session.write(f"{printable(str(directory / name))}\n")
    session.say(_NEXT, plan=str(directory / "budgets/plan.yaml"), folder=str(directory))
