"""Measures' files with other values in some of their fields: nothing else in them changes, or they are not changed.

A file is somebody's work, with its own layout and comments. It is edited where the values stand
(:mod:`driftstilpasning.source.revising`), then read as any other file, and given back only if it says what it is to
say. Comments on lines of their own stay, also above a field that goes; those that suppress findings go with it, since
they would be about the next one.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from yaml import YAMLError

from driftstilpasning.checking.directive import BEGIN
from driftstilpasning.errors import DtError
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Unit
from driftstilpasning.source import writing
from driftstilpasning.source.difference import Change, NoSuchPlaceError, agrees, applied
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.revising import UnclearLayoutError, revised
from driftstilpasning.source.tree import File, Unreadable
from driftstilpasning.source.writing import Value
from driftstilpasning.text import Text
from driftstilpasning.workspace.fields import fields_at
from driftstilpasning.workspace.reading import Reading, read_measure
from driftstilpasning.workspace.structure import dotted

_UNREADABLE = Text(
    nb="{file} kan ikke endres: den er ikke et tiltak som kan leses. Kjør «dt validate»",
    nn="{file} kan ikkje endrast: ho er ikkje eit tiltak som kan lesast. Køyr «dt validate»",
    en="{file} cannot be changed: it is no measure that can be read. Run `dt validate`",
)
_INVALID = Text(
    nb="{file} kan ikke endres: den ville ikke være et tiltak som kan leses, på grunn av «{field}»",
    nn="{file} kan ikkje endrast: ho ville ikkje vere eit tiltak som kan lesast, på grunn av «{field}»",
    en="{file} cannot be changed: it would be no measure that can be read, because of `{field}`",
)
_UNCLEAR = Text(
    nb="{file} kan ikke endres uten at noe annet i den går tapt. Endre for hånd: {fields}",
    nn="{file} kan ikkje endrast utan at noko anna i ho går tapt. Endre for hand: {fields}",
    en="{file} cannot be changed without losing something else in it. Change by hand: {fields}",
)


def edit_measure(file: File, changes: Sequence[Change], unit: Unit) -> bytes:
    """The bytes of ``file``, a measure with amounts in ``unit``, after ``changes``, one after the other.

    Raises:
        DtError: it cannot be read, would not be a measure that can be read, or is laid out in a way that keeps a
            change from being made without harm.
    """
    name, raw = file
    before = read_measure(file, unit)
    if isinstance(raw, Unreadable) or before.value is None:
        raise DtError(_UNREADABLE, file=name)
    unclear = DtError(_UNCLEAR, file=name, fields=[dotted(change.path) for change in changes])
    try:
        wanted = applied(parse(name, raw).data, changes)
        after = revised(raw, changes, partial(fields_at, Measure), BEGIN)
    except (NoSuchPlaceError, UnclearLayoutError, YAMLError) as error:
        raise unclear from error
    if not agrees(wanted, parse(name, after).data):
        raise unclear
    reading = read_measure((name, after), unit)
    if reading.value is None:
        raise DtError(_INVALID, file=name, field=dotted(reading.problems[0].where.path))
    if not _problems(reading) <= _problems(before):
        raise unclear
    return after


def new_measure(fields: Mapping[str, Value]) -> bytes:
    """A file for a measure that has ``fields``, in their order."""
    return writing.document(fields).encode()


def _problems(reading: Reading[Measure]) -> set[tuple[str, str]]:
    """What it would have been wise to write otherwise."""
    return {(problem.name, repr(problem.where.path)) for problem in reading.problems}
