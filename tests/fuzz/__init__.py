"""Coverage-guided fuzzing: whatever the bytes, nothing fails, and nothing is printed that a terminal acts upon.

``targets`` says what is tried and ``seeds`` what it begins from. ``corpus`` holds the inputs that once went wrong, and
some that lead far, which every run of the tests goes through.
"""

from pathlib import Path
from typing import Final

CORPUS: Final = Path(__file__).parent / "corpus"


def corpus(name: str) -> list[Path]:
    """The inputs that are kept for a target."""
    return sorted((CORPUS / name).iterdir())
