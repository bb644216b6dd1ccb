"""What every format is given, and the sentences that they share."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang, Said, Text, counted
from driftstilpasning.text.labels import COUNTED
from driftstilpasning.text.safe import printable

_NOTE = Text(nb="merk: {note} ({place})", nn="merk: {note} ({place})", en="note: {note} ({place})")
_HELP = Text(nb="hjelp: {help}", nn="hjelp: {help}", en="help: {help}")
_SAFE = Text(
    nb="{n} kan rettes trygt: dt validate --fix",
    nn="{n} kan rettast trygt: dt validate --fix",
    en="{n} can be fixed safely: dt validate --fix",
)
_UNSAFE = Text(
    nb="{n} kan rettes når du har sett på endringen: dt validate --diff --unsafe-fixes",
    nn="{n} kan rettast når du har sett på endringa: dt validate --diff --unsafe-fixes",
    en="{n} can be fixed once you have looked at it: dt validate --diff --unsafe-fixes",
)
_IN_FILES = Text(nb="{counts} i {files}", nn="{counts} i {files}", en="{counts} in {files}")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, and what a format may need to know of the check."""

    diagnostics: Sequence[Diagnostic]
    lang: Lang
    files: Callable[[], Iterable[str]] = tuple
    """The files that were looked at, by their names in the portfolio; few ask."""
    folder: str = ""
    """The portfolio's folder in its repository, empty where they are the same."""
    strict: bool = False
    """Whether a warning is a failure."""
    screen: Screen = field(default_factory=Screen)

    def path(self, name: str) -> str:
        """The file ``name`` of the portfolio, as its repository names it."""
        return f"{self.folder}/{name}" if self.folder else name


def cause(diagnostic: Diagnostic, lang: Lang) -> str:
    """What is wrong, in one sentence."""
    return diagnostic.message.render(lang, **diagnostic.facts)


def cure(diagnostic: Diagnostic, lang: Lang) -> str:
    """What to do about it; empty when nobody knows."""
    return diagnostic.help.render(lang, **diagnostic.facts) if diagnostic.help is not None else ""


def remarks(diagnostic: Diagnostic, lang: Lang, path: Callable[[str], str] = str) -> Iterator[str]:
    """What belongs below the cause: the other places, a line each; then the cure, and below it lines to be pasted."""
    for note in diagnostic.related:
        span = note.where.span
        place = f"{path(note.where.file)}:{span.line}:{span.column}"
        yield _NOTE.render(lang, note=Said(note.message, note.facts), place=place)
    if diagnostic.help is not None:
        yield _HELP.render(lang, help=Said(diagnostic.help, diagnostic.facts))


def line(diagnostic: Diagnostic, lang: Lang, path: Callable[[str], str] = str) -> str:
    """``file:line:column: CODE cause``, as editors and logs read it."""
    where, span = printable(path(diagnostic.where.file)), diagnostic.where.span
    return f"{where}:{span.line}:{span.column}: {diagnostic.code} {cause(diagnostic, lang)}"


def counts(diagnostics: Iterable[Diagnostic]) -> list[Said]:
    """How many there are of each severity, the worst first."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return [counted(found[severity], *COUNTED[severity]) for severity in Severity if found[severity]]


def fixable(diagnostics: Sequence[Diagnostic]) -> Iterator[Said]:
    """How many can be mended, and with what command: those that mean one thing only, then the likely ones."""
    fixes = Counter(diagnostic.fix.safe for diagnostic in diagnostics if diagnostic.fix is not None)
    for safe, said in ((True, _SAFE), (False, _UNSAFE)):
        if fixes[safe]:
            yield Said(said, {"n": fixes[safe]})


def tally(diagnostics: Sequence[Diagnostic]) -> Said:
    """How many there are of each severity, and in how many files."""
    files = counted(len({diagnostic.where.file for diagnostic in diagnostics}), *COUNTED["file"])
    return Said(_IN_FILES, {"counts": counts(diagnostics), "files": files})
