"""Workflow commands taken apart as GitHub's runner does it: its documented escapes, undone in its order."""

from typing import NamedTuple

_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    """``::name property=value,property=value::data``."""

    name: str
    properties: dict[str, str]
    data: str


def parsed(line: str) -> Command:
    """The command on a line of the log."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = (pair.split("=", maxsplit=1) for pair in listed.strip().split(",") if pair)
    return Command(name, {key: _undone(value, _PROPERTY) for key, value in pairs}, _undone(data, _DATA))


def _undone(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escaped, character in escapes:
        text = text.replace(escaped, character)
    return text
