"""A file is saved in an older encoding than UTF-8."""

from shlex import quote
from typing import Final

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.encodings import SAVE, SAVE_OR_FIX
from driftstilpasning.text import Text

_NO_LETTER = Text(
    nb="filen er ikke lagret som UTF-8: dette tegnet kan ikke leses",
    nn="fila er ikkje lagra som UTF-8: dette teiknet kan ikkje lesast",
    en="the file is not saved as UTF-8: this character cannot be read",
)
_LETTERS: Final = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŠšŽž")
_SIGNS: Final = frozenset("–—…«»§°½€\u00a0")
_QUOTES: Final = frozenset("‘’“”")  # noqa: RUF001  # in an encoding of DOS these would be æ, Æ, ô and ö
_OTHER = Text(
    nb="filen er ikke lagret som UTF-8, men trolig i {encoding}: her står «{letter}»",
    nn="fila er ikkje lagra som UTF-8, men truleg i {encoding}: her står «{letter}»",
    en="the file is not saved as UTF-8, but most likely in {encoding}: this is `{letter}`",
)
_OPEN_AS = Text(
    nb="åpne filen som {encoding} i redigeringsprogrammet, og lagre den som UTF-8",
    nn="opne fila som {encoding} i redigeringsprogrammet, og lagre ho som UTF-8",
    en="open the file as {encoding} in the editor, and save it as UTF-8",
)
_OLDER: Final = {"cp865": "CP865 (DOS)", "mac-roman": "Mac Roman"}
_NORWEGIAN: Final = frozenset("æøåÆØÅéèêôòüÉ")


def tell(problem: Problem) -> Finding:
    """The file at its first such byte, with the letter it would be in Windows-1252."""
    facts = {**problem.facts, "file": quote(problem.where.document.name)}
    certain = _certain(set(facts["letters"]))
    if not certain and (older := _older(facts["letters"])):
        return Finding(problem.where, {**facts, **older}, message=_OTHER, help=_OPEN_AS)
    believed = facts["letter"] in _LETTERS | _SIGNS | _QUOTES
    return Finding(
        problem.where,
        facts,
        message=None if believed else _NO_LETTER,
        help=SAVE_OR_FIX if certain else None,
        fix=Fix(()) if certain else None,
    )


def _older(letters: str) -> dict[str, str]:
    """The encoding of DOS or of older Macs in which these are Norwegian letters, and the first of them."""
    known = letters.replace("\ufffd", "").encode("cp1252")
    for encoding, name in _OLDER.items():
        meant = known.decode(encoding)
        if meant and set(meant) <= _NORWEGIAN and letters[0] != "\ufffd":
            return {"encoding": name, "letter": meant[0]}
    return {}


def _certain(letters: set[str]) -> bool:
    """Whether these are what Norwegian text has: any other means that the file is saved in yet another encoding."""
    if not letters <= _LETTERS | _SIGNS | _QUOTES:
        return False
    return not letters & _QUOTES or bool(letters & _LETTERS)


RULE = Rule(
    code="DT002",
    name="not-utf-8",
    severity=Severity.ERROR,
    message=Text(
        nb="filen er ikke lagret som UTF-8: her står trolig «{letter}»",
        nn="fila er ikkje lagra som UTF-8: her står truleg «{letter}»",
        en="the file is not saved as UTF-8: this is most likely `{letter}`",
    ),
    why=Text(
        nb="Bokstaver som æ, ø og å kan lagres på flere måter, og en fil sier ikke hvilken. dt leser bare UTF-8, slik "
        "at det som kommunestyret får, er det forfatteren skrev.",
        nn="Bokstavar som æ, ø og å kan lagrast på fleire måtar, og ei fil seier ikkje kva for ein. dt les berre "
        "UTF-8, slik at det kommunestyret får, er det forfattaren skreiv.",
        en="Letters such as æ, ø and å can be stored in several ways, and a file does not say which. dt reads UTF-8 "
        "alone, so that what the council gets is what the author wrote.",
    ),
    help=SAVE,
    check=reported(tell),
    good="title: Felles kjøkken for sykehjemmene\n",
    bad=b"title: Felles kj\xf8kken for sykehjemmene\n",
    places={"measures/example.yaml": [(1, 17)]},
)
