"""For a person: code and cause, the place, the line with a caret, and one thing to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.layout import Paint, Screen, cut, width, wrap
from driftstilpasning.text import Lang, Text, counted
from driftstilpasning.text.labels import COUNTED, SEVERITY
from driftstilpasning.text.safe import printable

_PAINT: dict[Severity, Paint] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_HELP = Text(nb="hjelp", nn="hjelp", en="help")
_IN_FILES = Text(nb="{counts} i {files}", nn="{counts} i {files}", en="{counts} in {files}")
_NEXT = Text(
    nb="Mer om en kode: dt explain {code}",
    nn="Meir om ein kode: dt explain {code}",
    en="More about a code: dt explain {code}",
)


def render(diagnostics: Sequence[Diagnostic], screen: Screen, lang: Lang) -> str:
    """Every finding, and the count at the end."""
    if not diagnostics:
        return ""
    lines = [line for diagnostic in diagnostics for line in (*_one(diagnostic, screen, lang), "")]
    return "\n".join([*lines, *_last(diagnostics, screen, lang)]) + "\n"


def _one(diagnostic: Diagnostic, screen: Screen, lang: Lang) -> Iterator[str]:
    paint = _PAINT[diagnostic.severity]
    head = f"{diagnostic.code} {SEVERITY[diagnostic.severity].render(lang)}:"
    message = diagnostic.message.render(lang, **diagnostic.facts)
    first, *rest = wrap(f"{head} {message}", screen.width, "  ")
    yield screen.paint(head, paint, "bold") + screen.paint(first[len(head) :], "bold")
    yield from (screen.paint(line, "bold") for line in rest)
    span, text = diagnostic.where.span, diagnostic.where.text
    who = " ".join(part for part in (diagnostic.measure, diagnostic.title) if part)
    place = f" --> {printable(diagnostic.where.file)}:{span.line}:{span.column}"
    yield cut(f"{place}  {who}".rstrip(), max(screen.width, width(place)))
    gutter = " " * len(str(span.line))
    if text:
        yield f"{gutter} |"
        yield from _excerpt(diagnostic, text, gutter, screen, paint)
    for related in diagnostic.related:
        note = related.message.render(lang, **related.facts)
        at = f"{printable(related.where.file)}:{related.where.span.line}:{related.where.span.column}"
        yield from wrap(f"{gutter} = {note} ({at})", screen.width, gutter + "   ")
    if diagnostic.help is not None:
        help_, *pasted = diagnostic.help.render(lang, **diagnostic.facts).split("\n")
        yield from wrap(f"{gutter} = {_HELP.render(lang)}: {help_}", screen.width, gutter + "   ")
        yield from (f"{gutter}     {line}" for line in pasted)  # to be pasted: broken by the terminal, not by us


def _excerpt(diagnostic: Diagnostic, text: str, gutter: str, screen: Screen, paint: Paint) -> Iterator[str]:
    """The line and a caret below the place; a long line is shown around the place."""
    span = diagnostic.where.span
    room = max(20, screen.width - len(gutter) - 3)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    first, last = _window(text, start, room)
    before = "".join(map(_shown, text[first:start]))
    marked = "".join(map(_shown, text[start : max(min(end, last), start + 1)]))
    after = "".join(map(_shown, text[max(min(end, last), start + 1) : last]))
    yield f"{span.line} | {'…' if first else ''}{before}{marked}{after}{'…' if last < len(text) else ''}"
    caret = "^" * max(1, width(marked))
    yield f"{gutter} | {' ' * (width(before) + bool(first))}{screen.paint(caret, paint)}"


def _window(text: str, start: int, room: int) -> tuple[int, int]:
    """The part of a line that has room, counted in cells, a third of it before the place that is meant."""

    def fits(first: int, last: int, cells: int) -> bool:
        return last - first <= room and width("".join(map(_shown, text[first:last]))) <= cells

    if fits(0, len(text), room):
        return 0, len(text)
    room -= 2  # for … on either side
    first = min(start, len(text))
    while first and fits(first - 1, start, room // 3):
        first -= 1
    last = first
    while last < len(text) and fits(first, last + 1, room):
        last += 1
    while first and fits(first - 1, last, room):
        first -= 1
    return first, last


def _shown(character: str) -> str:
    return " " if character == "\t" else printable(character)


def _last(diagnostics: Sequence[Diagnostic], screen: Screen, lang: Lang) -> Iterator[str]:
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = [counted(counts[severity], *COUNTED[severity]) for severity in Severity if counts[severity]]
    files = counted(len({diagnostic.where.file for diagnostic in diagnostics}), *COUNTED["file"])
    yield screen.paint(_IN_FILES.render(lang, counts=said, files=files), "bold")
    yield _NEXT.render(lang, code=diagnostics[0].code)
