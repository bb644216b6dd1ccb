"""The program was used wrongly: one line on stderr, exit code 2.

Wrong *data* is never an error of this kind; it is a finding (:mod:`driftstilpasning.diagnostic`).
"""

from driftstilpasning.text import Lang, Text


class DtError(Exception):
    """``dt`` was called wrongly or could not run; ``message`` says what to do instead."""

    def __init__(self, message: Text, **facts: object) -> None:
        """Keep the words and the facts apart until the language is known."""
        super().__init__(message.en)
        self.message = message
        self.facts = facts

    def render(self, lang: Lang) -> str:
        """The one line, in the reader's language."""
        return self.message.render(lang, **self.facts)
