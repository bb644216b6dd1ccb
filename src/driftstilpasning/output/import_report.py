"""What ``dt import`` would change, for a person and for other programs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from driftstilpasning.columns import Column, Holds
from driftstilpasning.importing.cells import Meaning
from driftstilpasning.importing.fields import FieldChange, Note
from driftstilpasning.importing.proposal import Fault, Proposal
from driftstilpasning.importing.tables import Place
from driftstilpasning.importing.trouble import Trouble
from driftstilpasning.model.money import Money
from driftstilpasning.model.plan import Plan
from driftstilpasning.model.scalars import Month
from driftstilpasning.output.diagnostics.findings import cause, cure, line
from driftstilpasning.output.exact_json import Json, dumps
from driftstilpasning.output.layout import Paint, Screen, wrap
from driftstilpasning.text import Lang, Text, counted, show
from driftstilpasning.text.labels import COUNTED, YES_NO
from driftstilpasning.text.numbers import number
from driftstilpasning.text.safe import printable

SCHEMA_VERSION = 1

_NEW = Text(nb="nytt", nn="nytt", en="new")
_CHANGED = Text(nb="endret", nn="endra", en="changed")
_GONE = Text(nb="borte", nn="borte", en="gone")
_GONE_NOTE = Text(
    nb="det som er borte, står ikke i tabellen; filene blir stående",
    nn="det som er borte, står ikkje i tabellen; filene vert ståande",
    en="what is gone is not in the table; the files stay",
)
_ANEW = Text(
    nb="virkningen skrives på nytt, år for år: helårsvirkning og første måned kan ikke si disse beløpene",
    nn="verknaden vert skriven på nytt, år for år: heilårsverknad og fyrste månad kan ikkje seie desse beløpa",
    en="the effect is written anew, year by year: a full-year effect and a first month cannot say these amounts",
)
_ADDED = Text(
    nb="det er et nytt vedtak, som føyes til etter de andre",
    nn="det er eit nytt vedtak, som vert lagt til etter dei andre",
    en="it is a new decision, and is added after the others",
)
_NOTES = {Note.ANEW: _ANEW, Note.ADDED: _ADDED}
_LEVEL = Text(
    nb="varig nivå ved utgangen av {year}: {old} → {new}",
    nn="varig nivå ved utgangen av {year}: {old} → {new}",
    en="lasting level at the end of {year}: {old} → {new}",
)
_MORE = Text(nb=" (og {n} til)", nn=" (og {n} til)", en=" (and {n} more)")
_WARNED = Text(
    nb="{n}: noe å se på, men det kan skrives",
    nn="{n}: noko å sjå på, men det kan skrivast",
    en="{n}: worth a look, but it can be written",
)
_PLAN = Text(nb="planen", nn="planen", en="the plan")
_STATED = Text(nb="oppgitte summer", nn="oppgjevne summar", en="published totals")
_TALLY = Text(
    nb="{new} nye, {changed} endret, {gone} borte, {unchanged} uendret",
    nn="{new} nye, {changed} endra, {gone} borte, {unchanged} uendra",
    en="{new} new, {changed} changed, {gone} gone, {unchanged} unchanged",
)
_SKIPPED = Text(nb="{n} hoppet over", nn="{n} hoppa over", en="{n} skipped")
_REFUSED = Text(
    nb="{n} må rettes i tabellen før noe kan skrives",
    nn="{n} må rettast i tabellen før noko kan skrivast",
    en="{n} to be mended in the table before anything can be written",
)
_PAINT: dict[str, Paint] = {"new": "green", "changed": "yellow", "gone": "dim", "trouble": "red"}


def render(form: str, proposal: Proposal, plan: Plan, file: str, lang: Lang, screen: Screen) -> str:
    """The whole proposal as ``text`` or ``json``."""
    if form == "json":
        return dumps(_record(proposal, file, lang))
    lines = [*_text(proposal, plan, lang, screen), *_troubles(proposal, file, lang, screen)]
    return "".join(f"{line}\n" for line in lines)


def _text(proposal: Proposal, plan: Plan, lang: Lang, screen: Screen) -> Iterator[str]:
    for new in proposal.new:
        head = screen.paint(_NEW.render(lang), _PAINT["new"], "bold")
        yield f"{head}  {printable(f'{new.id} {new.title}') if new.id else _PLAN.render(lang)}"
        yield f"      {printable(new.name)}"
    for changed in proposal.changed:
        head = screen.paint(_CHANGED.render(lang), _PAINT["changed"], "bold")
        yield f"{head}  {printable(f'{changed.id} {changed.title}') if changed.id else _STATED.render(lang)}"
        yield f"      {printable(changed.file.name)}"
        for change in changed.fields:
            yield from wrap(f"      {_change(change, plan, lang)}", screen.width, "        ")
        for level in changed.levels:
            old, now = (plan.unit.show(amount, lang) for amount in (level.old, level.new))
            said = _LEVEL.render(lang, year=str(level.year), old=old, new=now)
            yield from wrap(f"      {said}", screen.width, "        ")
        for note in dict.fromkeys(change.note for change in changed.fields if change.note is not None):
            yield from wrap(f"      {_NOTES[note].render(lang)}", screen.width, "      ")
    for gone in proposal.gone:
        head = screen.paint(_GONE.render(lang), _PAINT["gone"], "bold")
        yield f"{head}  {printable(f'{gone.id} {gone.title}')}"
    if proposal.gone:
        yield f"      {_GONE_NOTE.render(lang)}"
    measures = (sum(bool(one.id) for one in several) for several in (proposal.new, proposal.changed, proposal.gone))
    counts = dict(zip(("new", "changed", "gone"), map(Decimal, measures), strict=True))
    tally = [_TALLY.render(lang, **counts, unchanged=Decimal(proposal.unchanged))]
    tally += [_SKIPPED.render(lang, n=Decimal(proposal.skipped))] if proposal.skipped else []
    yield screen.paint(", ".join(tally), "bold")


def _change(change: FieldChange, plan: Plan, lang: Lang) -> str:
    heading = change.column.heading.render(lang)
    old, new = (_shown(value, change.column, plan, lang) for value in (change.old, change.new))
    return f"{heading}: {old} → {new}" + (f"  ({change.where})" if change.where is not None else "")


def _troubles(proposal: Proposal, file: str, lang: Lang, screen: Screen) -> Iterator[str]:
    for trouble in proposal.troubles:
        yield screen.paint(f"{_at(trouble, file)}:", _PAINT["trouble"]) + f" {trouble.render(lang)}"
    for fault in proposal.faults:
        yield _found(fault, "trouble", file, lang, screen)
        if help_ := cure(fault.diagnostic, lang):
            yield f"  {help_}"
    for several_alike in _by_code(proposal.warnings):
        more = _MORE.render(lang, n=Decimal(len(several_alike) - 1)) if len(several_alike) > 1 else ""
        yield _found(several_alike[0], "changed", file, lang, screen) + more
    if several := len(proposal.troubles) + len(proposal.faults):
        yield screen.paint(_REFUSED.render(lang, n=counted(several, *COUNTED["error"])), "bold")
    elif proposal.warnings:
        yield screen.paint(_WARNED.render(lang, n=counted(len(proposal.warnings), *COUNTED["warning"])), "bold")


def _found(fault: Fault, paint: str, file: str, lang: Lang, screen: Screen) -> str:
    return screen.paint(f"{_at(fault, file)}:", _PAINT[paint]) + f" {line(fault.diagnostic, lang)}"


def _at(told: Trouble | Fault, file: str) -> str:
    """The file, with the cell and the heading of its column where there is one."""
    where = f"{file}:{told.where}" if told.where is not None else file
    return printable(f"{where} ({told.column})" if told.column else where)


def _by_code(faults: Iterable[Fault]) -> list[list[Fault]]:
    """The findings of each rule together: a list without grades has one of the same for every measure."""
    found: dict[str, list[Fault]] = {}
    for fault in faults:
        found.setdefault(fault.diagnostic.code, []).append(fault)
    return list(found.values())


def _shown(value: Meaning | None, column: Column, plan: Plan, lang: Lang) -> str:
    """A value as a reader writes it."""
    if value is None:
        return "–"
    if isinstance(value, Money):
        return plan.unit.show(value, lang)
    if isinstance(value, bool):
        return YES_NO["true" if value else "false"].render(lang)
    if isinstance(value, str):
        if column.holds is Holds.SECTORS:
            return printable(plan.sector_name(value))
        return column.choices[value].render(lang) if value in column.choices else printable(value)
    if isinstance(value, Month | date):
        return str(value)
    if isinstance(value, tuple):
        return "; ".join(_part(part, plan, lang) for part in value)
    return number(value, lang)


def _part(part: object, plan: Plan, lang: Lang) -> str:
    if not isinstance(part, tuple):
        return show(part, lang)
    name, amount = part
    said = plan.unit.show(amount, lang) if isinstance(amount, Money) else number(amount, lang)
    return f"{printable(plan.sector_name(name))}: {said}"


def _record(proposal: Proposal, file: str, lang: Lang) -> dict[str, Json]:
    return {
        "schema_version": SCHEMA_VERSION,
        "file": file,
        "new": [
            {
                "id": new.id or None,
                "title": new.title or None,
                "path": new.name,
                "row": new.row or None,
                "text": new.raw.decode(),
            }
            for new in proposal.new
        ],
        "changed": [
            {
                "id": changed.id or None,
                "title": changed.title or None,
                "path": changed.file.name,
                "fields": [_field(change) for change in changed.fields],
                "levels": [{"year": one.year, "old": one.old, "new": one.new} for one in changed.levels],
            }
            for changed in proposal.changed
        ],
        "gone": [{"id": gone.id, "title": gone.title, "path": gone.name} for gone in proposal.gone],
        "unchanged": proposal.unchanged,
        "skipped": proposal.skipped,
        "problems": [
            *(_trouble(trouble, lang) for trouble in proposal.troubles),
            *(_fault(fault, lang) for fault in proposal.faults),
        ],
        "warnings": [_fault(fault, lang) for fault in proposal.warnings],
    }


def _field(change: FieldChange) -> Json:
    return {
        "field": change.column.name,
        "old": _value(change.old),
        "new": _value(change.new),
        "note": change.note,
        **_place(change.where),
    }


def _trouble(trouble: Trouble, lang: Lang) -> Json:
    return {"code": None, "message": trouble.render(lang), "heading": trouble.column or None, **_place(trouble.where)}


def _fault(fault: Fault, lang: Lang) -> Json:
    found = fault.diagnostic
    return {
        "code": found.code,
        "message": cause(found, lang),
        "heading": fault.column or None,
        "path": found.where.file,
        "line": found.where.span.line,
        **_place(fault.where),
    }


def _place(where: Place | None) -> dict[str, Json]:
    if where is None:
        return {"sheet": None, "row": None, "column": None, "cell": None}
    return {"sheet": where.sheet or None, "row": where.row, "column": where.column, "cell": where.cell}


def _value(value: Meaning | None) -> Json:
    if isinstance(value, Month | date):
        return str(value)
    if isinstance(value, tuple):
        return _pairs(value)
    return value


def _pairs(parts: Sequence[object]) -> Json:
    pairs = [part for part in parts if isinstance(part, tuple)]
    return {str(name): amount for name, amount in pairs} if pairs else [str(part) for part in parts]
