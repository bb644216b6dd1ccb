"""The program was used wrongly: one line on stderr, exit code 2.

Wrong *data* is never an error of this kind; it is a finding (:mod:`driftstilpasning.diagnostic`).
"""

import errno

from driftstilpasning.text import Lang, Text, same


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


_REASONS = {
    errno.ENOENT: Text(nb="finnes ikke", nn="finst ikkje", en="no such file or folder"),
    errno.EACCES: Text(nb="ingen tilgang", nn="ingen tilgang", en="permission denied"),
    errno.EPERM: Text(nb="ikke tillatt", nn="ikkje tillate", en="not permitted"),
    errno.EEXIST: Text(nb="finnes fra før", nn="finst frå før", en="exists already"),
    errno.ENOTDIR: Text(nb="ikke en mappe", nn="ikkje ei mappe", en="not a folder"),
    errno.EISDIR: Text(nb="er en mappe", nn="er ei mappe", en="is a folder"),
    errno.ENOSPC: Text(nb="disken er full", nn="disken er full", en="the disk is full"),
    errno.EFBIG: Text(nb="filen blir for stor", nn="fila vert for stor", en="the file is too large"),
    errno.EBADF: Text(nb="kanalen er lukket", nn="kanalen er lukka", en="the stream is closed"),
    errno.EROFS: Text(nb="disken kan ikke skrives til", nn="disken kan ikkje skrivast til", en="the disk is read-only"),
    errno.ENAMETOOLONG: Text(nb="navnet er for langt", nn="namnet er for langt", en="the name is too long"),
    errno.ELOOP: Text(nb="lenken går i ring", nn="lenkja går i ring", en="the link goes in a circle"),
}


def reason(error: OSError) -> Text:
    """What the operating system says, in the reader's language where it is one of the common things."""
    return _REASONS.get(error.errno or 0) or same(error.strerror or str(error))
