"""``dt import FILE``: the measures of a table, shown first as what they would change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import REPORT_FORMATS, ReportFormat, pick
from driftstilpasning.cli.session import WRITTEN, Session
from driftstilpasning.errors import DtError, reason
from driftstilpasning.text import Said, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftstilpasning.diagnostic import Diagnostic
    from driftstilpasning.importing.proposal import Heading, Proposal
    from driftstilpasning.importing.tables import Book
    from driftstilpasning.source.tree import FolderTree

_NOT_WRITTEN = 2
"""The exit code where a file could not be written."""

_UNREADABLE = Text(nb="kan ikke lese {path}: {why}", nn="kan ikkje lese {path}: {why}", en="cannot read {path}: {why}")
_NO_MAPPING = Text(
    nb="{file} er ikke laget av dt, så en kobling må si hva kolonnene er: --mapping FIL. "
    "«dt import --suggest-mapping {file}» foreslår en",
    nn="{file} er ikkje laga av dt, så ei kopling må seie kva kolonnane er: --mapping FIL. "
    "«dt import --suggest-mapping {file}» foreslår ei",
    en="{file} was not made by dt, so a mapping must say what its columns are: --mapping FILE. "
    "`dt import --suggest-mapping {file}` proposes one",
)
_NO_PLAN = Text(
    nb="{why}. Koblingen kan også ha planen med seg: skriv «plan» i den, så lages porteføljen (docs/import.md)",
    nn="{why}. Koplinga kan òg ha planen med seg: skriv «plan» i ho, så vert porteføljen laga (docs/import.md)",
    en="{why}. The mapping can also bring the plan: write `plan` in it, and the portfolio is made (docs/import.md)",
)
_BAD_MAPPING = Text(
    nb="dt: koblingen i {path} kan ikke brukes før den er rettet",
    nn="dt: koplinga i {path} kan ikkje brukast før ho er retta",
    en="dt: the mapping in {path} cannot be used before it is mended",
)
_SHOWN_ONLY = Text(
    nb="dt: ingenting er skrevet. Legg til --write for å skrive dette",
    nn="dt: ingenting er skrive. Legg til --write for å skrive dette",
    en="dt: nothing was written. Add --write to write this",
)
_NOTHING = Text(
    nb="dt: tabellen endrer ingenting", nn="dt: tabellen endrar ingenting", en="dt: the table changes nothing"
)


def import_(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=words.TABLE.en)],
    *,
    mapping: Annotated[Path | None, typer.Option("--mapping", metavar="FILE", help=words.MAPPING.en)] = None,
    suggest_mapping: Annotated[bool, typer.Option("--suggest-mapping", help=words.SUGGEST_MAPPING.en)] = False,
    write: Annotated[bool, typer.Option("--write", help=words.WRITE.en)] = False,
    output_format: ReportFormat = "text",
) -> None:
    """Show what the table would change, and with ``write`` write it; exit 1 where something in it is wrong."""
    from driftstilpasning.importing import tables
    from driftstilpasning.importing.monitoring import refuse_monitoring
    from driftstilpasning.importing.suggestion import suggest
    from driftstilpasning.workspace import load

    form = pick("--output-format", output_format, REPORT_FORMATS)
    book = tables.read(file.name, _bytes(file))
    refuse_monitoring(book)
    if suggest_mapping:
        _, tree = _portfolio(session, fresh=True)
        plan = load(tree).portfolio().plan if tree is not None else None
        suggestion = suggest(book, session.lang, plan)
        session.write(suggestion.text)
        for remark in suggestion.remarks:
            session.complain(f"dt: {remark.render(session.lang)}")
        return
    code = _import(session, book, mapping, form=form, write=write)
    if code:
        raise typer.Exit(code)


def _import(session: Session, book: "Book", mapping: Path | None, *, form: str, write: bool) -> int:
    from driftstilpasning.importing import rows
    from driftstilpasning.importing.layout import MADE_BY_US, of_mapping, of_our_own
    from driftstilpasning.importing.mapping import read_mapping
    from driftstilpasning.importing.plans import plan_of
    from driftstilpasning.importing.proposal import propose
    from driftstilpasning.output import import_report
    from driftstilpasning.source.tree import PLAN, MemoryTree
    from driftstilpasning.workspace import load

    if mapping is None and MADE_BY_US not in book.properties:
        raise DtError(_NO_MAPPING, file=book.file)
    said = read_mapping(mapping.name, _bytes(mapping)) if mapping is not None else None
    if said is not None and said.value is None:
        return _refuse(session, said.diagnostics(None), mapping)
    made = plan_of(said, session.lang) if said is not None else None
    root, tree = _portfolio(session, fresh=made is not None, mapped=said is not None)
    new_plan = made if tree is None else None
    plan = load(tree or MemoryTree({PLAN: made or b""})).portfolio().plan
    if said is None or said.value is None:
        layout, source = of_our_own(book, plan), book.file
    else:
        if wrong := said.diagnostics(plan):
            return _refuse(session, wrong, mapping)
        layout, source = of_mapping(book, said.value, plan), said.value.source or book.file
    for remark in layout.remarks:
        session.complain(f"dt: {remark.render(session.lang)}")
    proposal = propose(
        tree or MemoryTree({}),
        layout,
        rows.read(layout),
        made_plan=new_plan,
        heading=_heading(root),
        source=source,
    )
    session.write(import_report.render(form, proposal, plan, book.file, session.lang, session.screen()))
    if not proposal.sound:
        return 1
    if not proposal.new and not proposal.changed:
        session.say(_NOTHING)
    elif write:
        return _write(session, proposal, root, tree)
    else:
        session.say(_SHOWN_ONLY)
    return 0


def _portfolio(session: Session, *, fresh: bool, mapped: bool = False) -> "tuple[Path, FolderTree | None]":
    """The portfolio's folder and its files; no files where it is to be made."""
    from driftstilpasning.source.tree import PLAN, FolderTree, find_portfolio

    start = session.portfolio or Path.cwd()
    there = (start / PLAN).exists() if session.portfolio is not None else find_portfolio(start) is not None
    if fresh and not there:
        return start, None
    try:
        root = session.root()
    except DtError as error:
        if not mapped:
            raise
        raise DtError(_NO_PLAN, why=Said(error.message, error.facts)) from error
    return root, FolderTree(root)


def _heading(root: Path) -> "Heading":
    """The line in a new file that names its schema, where the portfolio keeps one."""
    from driftstilpasning.output.editor import SCHEMAS, schema_line
    from driftstilpasning.source.tree import PLAN

    def line(name: str) -> str:
        kind = "plan" if name == PLAN else "measure"
        return schema_line(kind, name) if (root / SCHEMAS[kind]).exists() else ""

    return line


def _refuse(session: Session, wrong: "Sequence[Diagnostic]", mapping: Path | None) -> int:
    """Show what is wrong with a mapping."""
    from driftstilpasning.output.diagnostics import render
    from driftstilpasning.output.diagnostics.findings import Findings

    session.complain(render("full", Findings(wrong, session.lang, screen=session.screen())).rstrip())
    session.complain(_BAD_MAPPING.render(session.lang, path=str(mapping)))
    return 1


def _write(session: Session, proposal: "Proposal", root: Path, tree: "FolderTree | None") -> int:
    """Write what was shown; a file that is no longer as it was read stays as it is."""
    from driftstilpasning.output import changes
    from driftstilpasning.output.atomic import write_new

    failures: list[DtError] = []
    if tree is not None:
        written = changes.write([one.file for one in proposal.changed], tree)
        failures += written.failures
        for file in written.files:
            session.say(WRITTEN, path=file.name)
    for new in proposal.new:
        try:
            write_new(root / new.name, new.raw.decode())
        except DtError as error:
            failures.append(error)
        else:
            session.say(WRITTEN, path=new.name)
    for failure in failures:
        session.complain(f"dt: {failure.render(session.lang)}")
    return _NOT_WRITTEN if failures else 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DtError(_UNREADABLE, path=str(path), why=reason(error)) from error
