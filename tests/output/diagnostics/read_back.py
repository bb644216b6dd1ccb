"""Looking into what was read back."""

from typing import Any


def at(value: Any, path: str) -> Any:  # noqa: ANN401  # JSON can be anything
    """What stands at ``a.0.b``; None where a key is missing."""
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, list) else value.get(key)
    return value
