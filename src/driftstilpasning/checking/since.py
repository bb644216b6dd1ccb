"""What a change brought about: findings in the files it touched, and those it caused in others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from driftstilpasning.checking.selection import voids_all
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.source.span import Span
from driftstilpasning.source.tree import OpenTree, Tree, Unreadable
from driftstilpasning.text import Lang


@dataclass(frozen=True, slots=True)
class Change:
    """What lies between an earlier version of a portfolio and this one."""

    before: OpenTree
    touched: frozenset[str]
    """The files of today that are new or say something else than before; a renamed file is new."""

    @classmethod
    def between(cls, before: OpenTree, after: Tree) -> "Change":
        """The change from ``before`` to ``after``.

        Line ends do not count: a checkout may write others than git keeps.
        """
        old = {name: _content(raw) for name, raw in before.files()}
        return cls(before, frozenset(name for name, raw in after.files() if old.get(name) != _content(raw)))

    def brought(
        self, found: Sequence[Diagnostic], found_in: Callable[[OpenTree], Iterable[Diagnostic]]
    ) -> list[Diagnostic]:
        """Those of ``found`` that stand in a touched file, or of which there were none before, or milder ones.

        A plan that cannot be read is told of whatever its age.

        In a file that has not changed, lines stand where they stood: the same place, code and words are the same
        finding. ``found_in`` checks what was before; it is asked only when something stands there.
        """
        elsewhere = [diagnostic for diagnostic in found if diagnostic.where.file not in self.touched]
        old = found_in(self.before) if elsewhere else ()
        known = {_identity(diagnostic): _mildness(diagnostic) for diagnostic in old}
        return [
            diagnostic
            for diagnostic in found
            if diagnostic.where.file in self.touched
            or voids_all(diagnostic)
            or _mildness(diagnostic) < known.get(_identity(diagnostic), len(Severity))
        ]


def _mildness(diagnostic: Diagnostic) -> int:
    return tuple(Severity).index(diagnostic.severity)


def _identity(diagnostic: Diagnostic) -> tuple[str, Span, str, str]:
    where, words = diagnostic.where, diagnostic.message.render(Lang.EN, **diagnostic.facts)
    return where.file, where.span, diagnostic.code, words


def _content(raw: bytes | Unreadable) -> bytes | Unreadable:
    return raw if isinstance(raw, Unreadable) else blake2b(raw.replace(b"\r\n", b"\n")).digest()
