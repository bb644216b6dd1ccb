"""``dt new TITLE``: a file for a new measure."""

from pathlib import Path
from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import pick
from driftstilpasning.cli.session import Session
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text
from driftstilpasning.text.safe import hidden, printable

_EMPTY = Text(nb="tittelen er tom", nn="tittelen er tom", en="the title is empty")
_HIDDEN = Text(
    nb="tittelen har et usynlig tegn: {title}",
    nn="tittelen har eit usynleg teikn: {title}",
    en="the title has an invisible character: {title}",
)


def new(
    session: Session,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=words.TITLE.en)],
    *,
    sector: Annotated[str | None, typer.Option("--sector", metavar="ID", help=words.NEW_SECTOR.en)] = None,
) -> None:
    """Write an idea with the next free id of its sector beside the sector's other measures; print its path."""
    from driftstilpasning.output.atomic import write_new
    from driftstilpasning.output.editor import SCHEMAS, schema_line
    from driftstilpasning.output.scaffold import new_measure
    from driftstilpasning.source.tree import FolderTree
    from driftstilpasning.workspace import load
    from driftstilpasning.workspace.naming import folder, next_id

    said = " ".join(title.split())
    if not said:
        raise DtError(_EMPTY)
    if any(map(hidden, said)):
        raise DtError(_HIDDEN, title=said)
    root = session.root()
    workspace = load(FolderTree(root))
    portfolio = workspace.portfolio()
    sectors = list(portfolio.plan.sectors)
    chosen = pick("--sector", sector, sectors) if sector else sectors[0]
    taken = frozenset(identifier.casefold() for identifier, _ in workspace.names.values())
    identifier = next_id(chosen, portfolio, taken)
    places = {located.document.name: located.value for located in workspace.measures}
    name = folder(chosen, places) / f"{identifier.lower()}.yaml"
    path = root / name
    line = schema_line("measure", str(name)) if (root / SCHEMAS["measure"]).exists() else ""
    write_new(path, line + new_measure(identifier, said, chosen, portfolio, session.lang))
    session.write(f"{printable(_from_here(path))}\n")


def _from_here(path: Path) -> str:
    """``path`` as it is written where the command was given; whole when it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
