"""For a person: code and cause, the place, the line with a caret, and one thing to do."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.diagnostics.findings import Findings, cause, fixable, remarks, tally
from driftstilpasning.output.layout import Paint, Screen, cut, width, wrap
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import SEVERITY
from driftstilpasning.text.safe import printable

_PAINT: dict[Severity, Paint] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NEXT = Text(
    nb="Mer om en kode: dt explain {code}",
    nn="Meir om ein kode: dt explain {code}",
    en="More about a code: dt explain {code}",
)


def render(findings: Findings) -> str:
    """Every finding, and the count at the end; nothing where there is nothing."""
    diagnostics, screen, lang = findings.diagnostics, findings.screen, findings.lang
    if not diagnostics:
        return ""
    lines = [line for diagnostic in diagnostics for line in (*_one(diagnostic, screen, lang), "")]
    lines.append(screen.paint(tally(diagnostics).render(lang), "bold"))
    lines += (line for said in fixable(diagnostics) for line in wrap(said.render(lang), screen.width, "  "))
    lines.append(_NEXT.render(lang, code=diagnostics[0].code))
    return "\n".join(lines) + "\n"


def _one(diagnostic: Diagnostic, screen: Screen, lang: Lang) -> Iterator[str]:
    paint = _PAINT[diagnostic.severity]
    head = f"{diagnostic.code} {SEVERITY[diagnostic.severity].render(lang)}:"
    first, *rest = wrap(f"{head} {cause(diagnostic, lang)}", screen.width, "  ")
    yield screen.paint(head, paint, "bold") + screen.paint(first[len(head) :], "bold")
    yield from (screen.paint(line, "bold") for line in rest)
    span, text = diagnostic.where.span, diagnostic.where.text
    who = " ".join(part for part in (diagnostic.measure, diagnostic.title) if part)
    gutter = " " * len(str(span.line))
    place = f"{gutter}--> {printable(diagnostic.where.file)}:{span.line}:{span.column}"
    arrow = len(gutter) + 3
    yield screen.paint(place[:arrow], "dim") + cut(f"{place}  {who}".rstrip(), max(screen.width, width(place)))[arrow:]
    if text:
        yield screen.paint(f"{gutter} |", "dim")
        yield from _excerpt(diagnostic, text, gutter, screen, paint)
    for remark in remarks(diagnostic, lang):
        said, *pasted = remark.split("\n")
        first, *rest = wrap(f"{gutter} = {said}", screen.width, gutter + "   ")
        sign, label = len(gutter) + 2, first.index(":") + 1
        yield screen.paint(first[:sign], "dim") + screen.paint(first[sign:label], "bold") + first[label:]
        yield from rest
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
    shown = f"{'…' if first else ''}{before}{marked}{after}{'…' if last < len(text) else ''}"
    yield f"{screen.paint(f'{span.line} |', 'dim')} {shown}".rstrip()
    caret = "^" * max(1, width(marked))
    yield f"{screen.paint(f'{gutter} |', 'dim')} {' ' * (width(before) + bool(first))}{screen.paint(caret, paint)}"


def _window(text: str, start: int, room: int) -> tuple[int, int]:
    """The part of a line that has room, counted in cells, a third of it before the place that is meant."""
    if len(text) <= room and width("".join(map(_shown, text))) <= room:
        return 0, len(text)
    first = last = min(start, len(text))
    room -= 2  # for … on either side
    taken = 0
    while first and taken + _cells(text[first - 1]) <= room // 3:
        first -= 1
        taken += _cells(text[first])
    while last < len(text) and taken + _cells(text[last]) <= room:
        taken += _cells(text[last])
        last += 1
    while first and taken + _cells(text[first - 1]) <= room:
        first -= 1
        taken += _cells(text[first])
    return first, last


def _cells(character: str) -> int:
    """How much room a character takes, one at least: of those without a width there may be any number."""
    return 1 if character.isascii() and character.isprintable() else max(1, width(_shown(character)))


def _shown(character: str) -> str:
    """What stands for a character; a tab is as wide as the column it is counted as."""
    return "→" if character == "\t" else printable(character)
