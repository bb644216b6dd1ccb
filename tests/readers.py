"""The two readers of YAML beside each other."""

from typing import Any

from driftstilpasning.source import quick
from driftstilpasning.source.document import Document
from driftstilpasning.source.parsing import MOST, by_libyaml


def agree(text: str) -> bool:
    """Whether the quick reader was sure of ``text``; fails where libyaml reads something else, or finds a fault."""
    read = quick.read(text) if len(text) <= MOST else None
    if read is None:
        return False
    parsed = by_libyaml(Document("measures/a.yaml", text))
    assert parsed.faults == ()
    assert _told_apart(read) == _told_apart(parsed.data)
    return True


def _told_apart(value: Any) -> object:  # noqa: ANN401  # whatever a file says
    """``value`` with the kind of each of its parts, and its keys in order: a quoted text equals a plain one."""
    if isinstance(value, dict):
        return dict, [(type(key), key, _told_apart(inner)) for key, inner in value.items()]
    return type(value), [_told_apart(inner) for inner in value] if isinstance(value, list) else value
