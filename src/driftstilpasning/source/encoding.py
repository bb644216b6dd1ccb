"""From a file's bytes to its text, and what the bytes were saved as."""

import codecs
import re
from typing import Final, NamedTuple

UTF_8: Final = "UTF-8"
WINDOWS_1252: Final = "WINDOWS-1252"

_BOMS = {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
_ESCAPED = re.compile("[\udc80-\udcff]")
_MEANT: Final = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What each byte that is no UTF-8, escaped, means in Windows-1252."""
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


_ABOVE: Final = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_COMMON: Final = re.compile(f"[ÂÃ][{_ABOVE}]|â€[{_ABOVE}]")
"""A Norwegian letter or a typographer's sign whose bytes were each taken for a letter."""


class Decoded(NamedTuple):
    """The text of a file without its byte order mark; None where the bytes are not text."""

    text: str | None
    encoding: str = UTF_8
    guessed: tuple[int, ...] = ()
    """Where the characters stand whose bytes are not UTF-8: each is what the byte means in Windows-1252."""


def decode(raw: bytes) -> Decoded:
    """The text that ``raw`` most likely is. UTF-16 begins with a mark, or has a NUL in most letters."""
    if raw[:2] in _BOMS:
        return _utf_16(raw, "UTF-16")
    if raw.count(0) * 4 > len(raw):
        return _utf_16(raw, "UTF-16BE" if raw[0] == 0 else "UTF-16LE")
    try:
        return Decoded(raw.removeprefix(codecs.BOM_UTF8).decode())  # utf-8-sig is a codec in Python
    except UnicodeDecodeError:
        return _windows_1252(raw)


def misread(text: str) -> str | None:
    """What ``text`` was before its UTF-8 was read as Windows-1252 and saved again; None where it was not.

    >>> misread("SlÃ¥ sammen â€“ nÃ¥"), misread("Slå sammen")
    ('Slå sammen – nå', None)
    """
    if "Ã" not in text and "Â" not in text and "â€" not in text:
        return None
    meant = _COMMON.sub(lambda match: match[0].encode("cp1252").decode(errors="replace"), text)
    return meant if meant != text and "\ufffd" not in meant else None


def _utf_16(raw: bytes, encoding: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(None, encoding)
    return Decoded(None if _NOT_TEXT.search(text) else text, encoding)


def _windows_1252(raw: bytes) -> Decoded:
    """Bytes that are no UTF-8 one by one, the rest as it is: such files are often both."""
    text = raw.decode("utf-8-sig", "surrogateescape")
    guessed = tuple(match.start() for match in _ESCAPED.finditer(text))
    return Decoded(text.translate(_MEANT), WINDOWS_1252, guessed)
