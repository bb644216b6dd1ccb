"""A list as text and a mapping beside it: what an import makes of them."""

import io
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import openpyxl

from driftstilpasning.importing import rows, tables
from driftstilpasning.importing.layout import of_mapping
from driftstilpasning.importing.mapping import read_mapping
from driftstilpasning.importing.proposal import Proposal, propose
from driftstilpasning.source.tree import MemoryTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.documents import document

Cell = str | int | float | Decimal | date | bool | None

MAPPING = """
unit: 1000 kr
sign: plus is a saving
constants: {sector: oppvekst, status: proposed, kind: efficiency}
"""
"""What a mapping says besides its fields, unless a test says otherwise."""


def portfolio(text: str = "measures/old.yaml: {}") -> MemoryTree:
    """A portfolio of one measure, EX-01 or what ``text`` says."""
    return document(text)


def imported(table: str | bytes, mapping: str, tree: MemoryTree | None = None, *, file: str = "liste.csv") -> Proposal:
    """What the import of a list proposes; text is a list of text, bytes are a workbook."""
    tree = tree if tree is not None else portfolio()
    raw = textwrap.dedent(table).strip("\n").encode() if isinstance(table, str) else table
    book = tables.read(file if isinstance(table, str) else "liste.xlsx", raw)
    plan = load(tree).portfolio().plan
    said = read_mapping("kobling.yaml", textwrap.dedent(mapping).encode())
    assert said.value is not None, said.problems
    assert said.diagnostics(plan) == ()
    layout = of_mapping(book, said.value, plan)
    return propose(tree, layout, rows.read(layout), source=said.value.source or book.file)


def workbook(cells: Sequence[Sequence[Cell]], sheet: str = "Ark1") -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in cells:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(proposal: Proposal) -> Mapping[str, str]:
    """Every file that would be written, and what it would say."""
    assert proposal.sound, troubles(proposal)
    new = {one.name: one.raw.decode() for one in proposal.new}
    return new | {one.file.name: one.file.after.decode() for one in proposal.changed}


def troubles(proposal: Proposal, lang: Lang = Lang.EN) -> list[str]:
    """What is wrong, each with its cell."""
    return [
        *(f"{one.where}: {one.render(lang)}" for one in proposal.troubles),
        *(f"{one.where}: {one.diagnostic.code}" for one in proposal.faults),
    ]


def refusals(table: str | bytes, mapping: str, tree: MemoryTree | None = None) -> list[str]:
    """Why a list cannot be imported."""
    proposal = imported(table, mapping, tree)
    assert not proposal.sound
    return troubles(proposal)
