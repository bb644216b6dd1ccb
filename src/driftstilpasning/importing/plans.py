"""The plan beside an import: the one that a mapping brings for a new portfolio, and the totals that a table prints."""

import textwrap
from collections.abc import Sequence
from functools import partial
from itertools import count
from typing import Any, Final

from driftstilpasning.checking.directive import BEGIN
from driftstilpasning.importing.mapping import ReadMapping
from driftstilpasning.importing.rows import Printed
from driftstilpasning.model.plan import Plan
from driftstilpasning.source.difference import Change
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.revising import revised
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Lang, Text
from driftstilpasning.workspace.fields import fields_at

_CURRENCY: Final = Text(
    nb="Beløpene er i {currency}, ikke i kroner.",
    nn="Beløpa er i {currency}, ikkje i kroner.",
    en="Amounts are in {currency}, not in kroner.",
)


def plan_of(mapping: ReadMapping, lang: Lang) -> bytes | None:
    """The plan that a mapping brings, as a file of its own, with its comments; None where it brings none.

    Raises:
        UnclearLayoutError: the notice about its currency cannot be put in.
    """
    said = mapping.value
    if said is None or said.plan is None:
        return None
    raw = _block(mapping.document, "plan").encode()
    if said.currency is None:
        return raw
    notice = _CURRENCY.render(lang, currency=said.currency)
    whole = f"{said.plan.notice.rstrip()} {notice}" if said.plan.notice else notice
    return _revised(raw, [Change(("notice",), whole)])


def with_stated(raw: bytes, plan: Plan, printed: Sequence[Printed], source: str) -> bytes:
    """The plan's file with the totals of ``printed`` under ``stated``; those that it has get the printed amount.

    Raises:
        UnclearLayoutError: they cannot be put in without harm to the rest.
    """
    present = {(one.sector, one.kind, one.year): number for number, one in reversed(list(enumerate(plan.stated)))}
    wanted: list[Any] = list(parse(PLAN, raw).data.get("stated", []))
    for one in printed:
        of = one.subtotal
        for year, amount in one.amounts.items():
            number = present.get((of.sector, of.kind, year))
            if number is None:
                said = {"sector": of.sector, "kind": of.kind and of.kind.value, "year": year}
                entry = {name: value for name, value in said.items() if value is not None}
                wanted.append({**entry, "amount": plan.unit.decimal(amount), "source": f"{source}, «{of.row}»"})
            elif plan.stated[number].amount != amount:
                wanted[number] = {**wanted[number], "amount": plan.unit.decimal(amount)}
    return _revised(raw, [Change(("stated",), wanted)])


def _revised(raw: bytes, changes: Sequence[Change]) -> bytes:
    return revised(raw, changes, partial(fields_at, Plan), BEGIN)


def _block(document: Document, name: str) -> str:
    """What stands under the field ``name`` of a file, as a file of its own."""
    value = document.exact((name,))
    assert value is not None  # noqa: S101  # a plan was read from it
    if document.written(value).startswith("{"):
        return document.written(value) + "\n"
    inside = []
    for number in count(document.span((name,), key=True).line + 1):
        line = document.line(number)
        margin = len(line) - len(line.lstrip(" "))
        if number > value.line and line.strip() and margin < value.column - 1:
            break
        if number > value.end_line and not line:
            break
        inside.append(line)
    return textwrap.dedent("\n".join(inside)).strip("\n") + "\n"
