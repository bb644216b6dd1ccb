"""JSON with exact amounts: an integer where whole, else a number with at most two decimals.

The standard library writes a ``Decimal`` only by way of a binary float, so this writes it itself.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.model.money import Money
from driftstilpasning.text.numbers import half_up

Json = None | bool | int | str | Decimal | Money | Mapping[str, "Json"] | list["Json"]
"""What can be written; there are no floats."""


def dumps(value: Json) -> str:
    """``value`` as indented JSON with a line end; money in kroner."""
    return "".join(_write(value, "\n")) + "\n"


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """``value`` with at most ``decimals`` digits after the point, half up."""
    return Decimal(half_up(Fraction(value), decimals)).scaleb(-decimals)


def _write(value: Json, line: str) -> Iterator[str]:
    if isinstance(value, Money):
        value = value.kr
    if isinstance(value, Decimal):
        text = f"{value + 0:f}"
        yield text.rstrip("0").rstrip(".") if "." in text else text
    elif isinstance(value, Mapping):
        yield from _several("{}", line, [(json.dumps(key, ensure_ascii=False) + ": ", v) for key, v in value.items()])
    elif isinstance(value, list):
        yield from _several("[]", line, [("", item) for item in value])
    else:
        yield json.dumps(value, ensure_ascii=False)


def _several(brackets: str, line: str, items: list[tuple[str, Json]]) -> Iterator[str]:
    if not items:
        yield brackets
        return
    deeper = line + "  "
    yield brackets[0]
    for i, (head, item) in enumerate(items):
        yield ("," if i else "") + deeper + head
        yield from _write(item, deeper)
    yield line + brackets[1]
