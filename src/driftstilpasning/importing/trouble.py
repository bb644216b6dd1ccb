"""What is wrong with a table, and in which cell: facts now, words later."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from driftstilpasning.importing.tables import Place
from driftstilpasning.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps a table from being imported."""

    where: Place | None
    """The cell; None where it is about the whole table."""
    message: Text
    facts: Mapping[str, object] = field(default_factory=dict)
    column: str = ""
    """The heading of the cell's column, as it stands in the table."""

    def render(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.message.render(lang, **self.facts)


class UnclearError(ValueError):
    """A cell that does not mean anything where it stands; ``message`` says why, with ``facts``."""

    def __init__(self, message: Text, **facts: object) -> None:
        """Keep words and facts apart until the language is known."""
        super().__init__(message.en)
        self.message = message
        self.facts = facts


class UntoldError(UnclearError):
    """A word of which the mapping does not say what it means."""


class ContradictionError(UnclearError):
    """Cells that each mean something and cannot all hold; it is told at that of ``column``."""

    def __init__(self, message: Text, column: str, **facts: object) -> None:
        """As above, with the place."""
        super().__init__(message, **facts)
        self.column = column
