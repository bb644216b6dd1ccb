"""What the bytes of a file are taken for."""

import pytest

from driftstilpasning.source.encoding import decode


@pytest.mark.parametrize("sign", ["\t", "\r\n", " ", "æ", "\ud7ff", "\ue000", "\ufffd", "\U0001f600"])
def test_utf_16_is_text(sign: str) -> None:
    text = f"title: A{sign}"
    assert decode(text.encode("utf-16")).text == text


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\ufffe", "\uffff"])
def test_what_holds_a_sign_that_no_text_has_is_no_text_in_utf_16(sign: str) -> None:
    assert decode(f"title: A{sign}".encode("utf-16")).text is None
