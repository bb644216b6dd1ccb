"""A table of how savings went is no list of measures."""

import re

from driftstilpasning.errors import DtError
from driftstilpasning.importing.headings import QUOTED, SEARCHED, is_title
from driftstilpasning.importing.tables import Book
from driftstilpasning.text import Said, Text

_MONITORING = Text(
    nb="{file} er ingen liste over tiltak, men en oppfølging av innsparinger: kolonnene {headings} sier hvordan det "
    "har gått, ikke hva som skal gjøres. dt importerer bare tiltak",
    nn="{file} er inga liste over tiltak, men ei oppfølging av innsparingar: kolonnane {headings} seier korleis det "
    "har gått, ikkje kva som skal gjerast. dt importerer berre tiltak",
    en="{file} is no list of measures but a follow-up of savings: the columns {headings} say how it went, not what "
    "is to be done. dt imports measures only",
)
_DONE = re.compile(r"achieved|delivered|realised|oppnådd|realisert|gjennomført", re.IGNORECASE)
_REST = re.compile(r"at risk|variance|shortfall|avvik|i risiko|gjenst[åa]r|ikke oppnådd|ikkje oppnådd", re.IGNORECASE)


def refuse_monitoring(book: Book) -> None:
    """Refuse a table of how savings went.

    Raises:
        DtError: no sheet has measures by name, and one says what was achieved beside what was not.
    """
    found: list[str] = []
    for sheet in book.sheets:
        for row in sheet.rows[:SEARCHED]:
            texts = [" ".join(re.split(r"[\W_]+", cell)) for cell in row if isinstance(cell, str)]
            if any(map(is_title, texts)):
                return
            done = [text for text in texts if _DONE.search(text)]
            rest = [text for text in texts if _REST.search(text)]
            found = found or ([*done, *rest] if done and rest and set(done) != set(rest) else [])
    if found:
        raise DtError(
            _MONITORING, file=book.file, headings=[Said(QUOTED, {"text": text}) for text in dict.fromkeys(found)]
        )
