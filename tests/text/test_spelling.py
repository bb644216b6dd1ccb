"""Where Norwegian has several right forms of a word, the texts keep to one."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.documents import ROOT


def texts(lang: str) -> Iterator[str]:
    """Every text of the program in one language."""
    for file in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == lang:
                inside = (one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant))
                yield from (text for text in inside if isinstance(text, str))


@pytest.mark.parametrize(
    ("lang", "kept", "other"),
    [
        ("nn", "fyrst", r"(?<!Ta )først"),
        ("nn", "følgj", "fylgj"),
        ("nn", "begge", "båe"),
        ("nn", "òg", "også"),
        ("nb", "helårsvirkning", r"(?<!\()helårseffekt"),
        ("nn", "heilårsverknad", r"(?<!\()heilårseffekt"),
    ],
)
def test_a_word_is_spelt_in_one_way(lang: str, kept: str, other: str) -> None:
    spelt = list(texts(lang))
    assert any(re.search(rf"\b{kept}", text, re.IGNORECASE) for text in spelt)
    assert [text for text in spelt if re.search(rf"\b{other}", text, re.IGNORECASE)] == []
