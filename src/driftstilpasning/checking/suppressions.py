"""Suppressing findings in the file that has them: ``# dt: ignore DT203 reason="…" until=2013-12-31``.

A comment is read with its file, but what it suppresses is known only when all that can be found in the portfolio is.
What keeps a file from being read cannot be suppressed, for then its amounts are unknown; nor can what is said of such
comments themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, Final

from driftstilpasning.checking.directive import BEGIN, Directive, Mention, Mistake, Reason, Until, directives
from driftstilpasning.checking.judge import Judge
from driftstilpasning.diagnostic import Diagnostic, Location, Note, Place, Problem
from driftstilpasning.source.comments import comments
from driftstilpasning.text import Text
from driftstilpasning.workspace.reading import Reading

_MOST: Final = 200
"""No file has so many such comments; each is held against each of its findings."""

_UNUSED: Final = "unused-suppression"
_EXPIRED: Final = "expired-suppression"
_UNREASONED: Final = "suppression-without-reason"
_MALFORMED: Final = "malformed-suppression"
_HERE = Text(nb="{code} er meldt her", nn="{code} er meldt her", en="{code} is reported here")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that suppresses findings in some lines of its file, and what may have to be said of it.

    A plain value that outlives what was read.
    """

    file: str
    lines: tuple[int, int] | None
    unused: Mapping[str, Diagnostic]
    """Under each code that it suppresses."""
    until: date | None
    expired: Diagnostic | None
    unreasoned: Diagnostic | None

    def holds(self, today: date) -> bool:
        """Whether it has not expired; the day it names is the last on which it holds."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Comments:
    """What the comments of a file suppress, and what is wrong with them whatever else is found."""

    suppressions: tuple[Suppression, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def comments_of(reading: Reading[Any], judge: Judge) -> Comments:
    """What one file says to dt in comments; this depends on nothing but the file."""
    text = reading.document.text
    if "#" not in text or BEGIN.search(text) is None:
        return Comments()
    every = (
        (directive, comment.lines)
        for comment in comments(reading.document)
        for directive in directives(text, comment.start, comment.end)
    )
    said = list(islice(every, _MOST + 1))
    if len(said) > _MOST:
        last, lines = said.pop()
        said.append((replace(last, parts=(Mistake("many", last.start, last.end),)), lines))
    wrong = [problem for directive, _ in said for problem in _wrong(directive, reading)]
    suppressions = (_suppression(directive, lines, reading, judge) for directive, lines in said)
    return Comments(tuple(filter(None, suppressions)), judge.told(wrong, reading))


def settle(
    found: Iterable[Diagnostic], suppressions: Sequence[Suppression], today: date, *, everything: bool
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings that are left, with those about the comments themselves, and the findings that are suppressed.

    Whether a comment is of use is known only where ``everything`` could be read.
    """
    meant: defaultdict[tuple[str, str], list[Suppression]] = defaultdict(list)
    for suppression in suppressions:
        for code in suppression.unused:
            meant[suppression.file, code].append(suppression)
    left: list[Diagnostic] = []
    suppressed: list[Diagnostic] = []
    used: set[tuple[int, str]] = set()  # by identity: two comments may say the same
    perhaps: defaultdict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in found:
        place = diagnostic.where.file, diagnostic.code
        (perhaps[place] if place in meant else left).append(diagnostic)
    for place, several in perhaps.items():
        for diagnostic, covering in _covered(several, meant[place]):
            used.update((id(suppression), diagnostic.code) for suppression in covering)
            holds = any(suppression.holds(today) for suppression in covering)
            (suppressed if holds else left).append(diagnostic)
    elsewhere = {(diagnostic.where.file, diagnostic.code): diagnostic.where for diagnostic in reversed(left)}
    for suppression in suppressions:
        of_use = {code for code in suppression.unused if (id(suppression), code) in used}
        left += _said_of(suppression, of_use, today, elsewhere if everything else None)
    return left, suppressed


def _covered(
    found: Iterable[Diagnostic], suppressions: Iterable[Suppression]
) -> Iterator[tuple[Diagnostic, list[Suppression]]]:
    """Each finding of one code in one file, and the comments on that code in whose lines it stands."""
    ahead = sorted((one.lines, i, one) for i, one in enumerate(suppressions) if one.lines is not None)
    ahead.reverse()
    around: list[Suppression] = []
    for diagnostic in sorted(found, key=lambda diagnostic: diagnostic.where.span.line):
        line = diagnostic.where.span.line
        while ahead and ahead[-1][0][0] <= line:
            around.append(ahead.pop()[2])
        around = [one for one in around if one.lines is not None and line <= one.lines[1]]
        yield diagnostic, around


def _said_of(
    suppression: Suppression, used: set[str], today: date, elsewhere: Mapping[tuple[str, str], Place] | None
) -> Iterator[Diagnostic]:
    """What is wrong with a comment that suppressed, or would have suppressed, the codes ``used``.

    ``elsewhere`` is where each code is found in each file; None while that is not known.
    """
    if elsewhere is not None:
        for code, unused in suppression.unused.items():
            where = elsewhere.get((suppression.file, code))
            if code not in used:
                yield replace(unused, related=(Note(where, _HERE, {"code": code}),)) if where is not None else unused
        if not used:
            return
    about = suppression.unreasoned if suppression.holds(today) else suppression.expired
    if about is not None:
        yield about


def _wrong(directive: Directive, reading: Reading[Any]) -> Iterator[Problem]:
    """What cannot be understood, and codes that no comment can suppress."""
    for part in directive.parts:
        if isinstance(part, Mistake):
            word = reading.document.text[part.start : part.end]
            yield _problem(_MALFORMED, part, reading, kind=part.kind, word=word)
        elif isinstance(part, Mention) and not part.rule.suppressible:
            why = "unreadable" if part.rule.makes_unreadable else "comment"
            yield _problem(_UNUSED, part, reading, code=part.rule.code, why=why)


def _suppression(
    directive: Directive, lines: tuple[int, int] | None, reading: Reading[Any], judge: Judge
) -> Suppression | None:
    """What a comment suppresses; nothing when there is a mistake in it, for then nobody knows what was meant."""
    mentions = {
        part.rule.code: part for part in directive.parts if isinstance(part, Mention) and part.rule.suppressible
    }
    if not mentions or any(isinstance(part, Mistake) for part in directive.parts):
        return None

    def told(problem: Problem) -> Diagnostic:
        return judge.told([problem], reading)[0]

    reasons = [part for part in directive.parts if isinstance(part, Reason)]
    until = next((part for part in directive.parts if isinstance(part, Until)), None)
    codes = list(mentions)
    unreasoned = not any(sign.isalnum() for reason in reasons for sign in reason.text)
    return Suppression(
        reading.document.name,
        lines,
        {code: told(_problem(_UNUSED, part, reading, code=code, lines=lines)) for code, part in mentions.items()},
        until.day if until is not None else None,
        told(_problem(_EXPIRED, until, reading, codes=codes, until=until.day)) if until is not None else None,
        told(_problem(_UNREASONED, directive, reading, codes=codes)) if unreasoned else None,
    )


def _problem(name: str, at: Directive | Mention | Mistake | Until, reading: Reading[Any], **facts: object) -> Problem:
    exact = reading.document.place(at.start, at.end)
    return Problem(name, Location(reading.document, exact=exact), facts)
