"""What keeps a finding the same finding when lines move above it."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from driftstilpasning.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A fingerprint for each finding, in order, no two the same.

    It is made of file, code, the text of the line and the words among the facts. Amounts are left out: they may
    come from other files. Findings alike in all this are numbered from the top.
    """
    seen: Counter[str] = Counter()
    made = []
    for diagnostic in diagnostics:
        words = [
            text for _, text in sorted(diagnostic.facts.items(), key=lambda fact: fact[0]) if isinstance(text, str)
        ]
        parts = (diagnostic.where.file, diagnostic.code, " ".join(diagnostic.where.text.split()), *words)
        content = "\0".join(parts)
        seen[content] += 1
        made.append(sha256(f"{content}\0{seen[content]}".encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return made
