"""Which bodies have politicians in them, as far as a name tells.

While a portfolio does not define its bodies, ``acceptance.by`` is free text. Only names that say it themselves are
taken to be such a body: those that the local government act gives, and the steering group of the project model, which
has three politicians in it. What is not known is not guessed at.
"""

import re

_POLITICAL = re.compile(
    r"\b(?:"
    r"(?:kommunestyre|bystyre|heradsstyre|formannskap|fylkesting|byråd|kommuneråd|fylkesråd)(?:e?t)?"
    r"|(?:hov[eu]dutval|kommunedelsutval|bydelsutval|fylkesutval|administrasjonsutval)g?(?:et)?"
    r"|partssam(?:ansett|mensatt) utvalg?|utvalg?(?:et)? for|komit[eé](?:en)?"
    r"|styringsgrupp(?:e|en|a)"
    r"|(?:municipal|city|county) council|executive committee|steering group"
    r")\b",
    re.IGNORECASE,
)


def political(body: str | None) -> bool:
    """Whether politicians sit in ``body``, by its name.

    >>> political("Styringsgruppa"), political("formannskapet"), political("rådmannens leiargruppe"), political(None)
    (True, True, False, False)
    """
    return body is not None and _POLITICAL.search(body) is not None
