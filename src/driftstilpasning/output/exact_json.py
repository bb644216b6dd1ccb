"""JSON with exact amounts: an integer where whole, else a number with at most two decimals.

The standard library writes a ``Decimal`` only by way of a binary float, so this writes it itself.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from driftstilpasning.model.money import Money
from driftstilpasning.text.numbers import half_up
from driftstilpasning.text.safe import hidden

Json = None | bool | int | str | Decimal | Money | Mapping[str, "Json"] | list["Json"]
"""What can be written; there are no floats."""


def dumps(value: Json) -> str:
    """``value`` as indented JSON with a line end; money in kroner."""
    return _written(value, "\n") + "\n"


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """``value`` with at most ``decimals`` digits after the point, half up."""
    return Decimal(half_up(Fraction(value), decimals)).scaleb(-decimals)


def _written(value: Json, line: str) -> str:
    if isinstance(value, Money):
        value = value.kr
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Decimal):
        text = f"{value + 0:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    deeper = line + "  "
    if isinstance(value, Mapping):
        return _within("{}", line, [f"{_string(key)}: {_written(inner, deeper)}" for key, inner in value.items()])
    if isinstance(value, list):
        return _within("[]", line, [_written(inner, deeper) for inner in value])
    return json.dumps(value)


def _within(brackets: str, line: str, items: list[str]) -> str:
    return f"{brackets[0]}{line}  {f',{line}  '.join(items)}{line}{brackets[1]}" if items else brackets


def _string(text: str) -> str:
    """``text`` in quotation marks; what a terminal would act upon, or not show, is written as its number."""
    written = json.dumps(text, ensure_ascii=False)
    if written.isprintable():
        return written
    return "".join(json.dumps(sign)[1:-1] if hidden(sign) else sign for sign in written)
