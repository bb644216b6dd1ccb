"""Words that several sheets of the workbook use; what ``dt summarize`` says too comes from there."""

from typing import Final

from driftstilpasning.output.report_words import WORDS
from driftstilpasning.text import Lang, Text

INTERNAL: Final = Text(nb="Interne tiltak", nn="Interne tiltak", en="Internal measures")


def heading(word: str, lang: Lang, **facts: object) -> str:
    """One of the report's words as a heading: with a capital."""
    said = WORDS[word].render(lang, **facts)
    return said[:1].upper() + said[1:]
