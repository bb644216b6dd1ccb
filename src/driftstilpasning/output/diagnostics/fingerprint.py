"""What keeps a finding the same finding when lines move above it."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from driftstilpasning.diagnostic import Diagnostic

_LONGEST: Final = 1_000


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A fingerprint for each finding, in order, no two the same.

    It is made of file, code, the text of the line and the words among the facts. Amounts are left out: they may
    come from other files. Findings alike in all this are numbered from the top.
    """
    seen: Counter[str] = Counter()
    lines: dict[str, str] = {}
    made = []
    for diagnostic in diagnostics:
        file, text = diagnostic.where.file, diagnostic.where.text
        words = [
            word for _, word in sorted(diagnostic.facts.items(), key=lambda fact: fact[0]) if isinstance(word, str)
        ]
        if text not in lines:
            lines[text] = _line(text)
        content = "\0".join((file, diagnostic.code, lines[text], *words))
        seen[content] += 1
        made.append(sha256(f"{content}\0{seen[content]}".encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return made


def _line(text: str) -> str:
    """The words of a line, or what stands for them: thousands of findings may be in a line of a megabyte."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else sha256(words.encode("utf-8", "backslashreplace")).hexdigest()
