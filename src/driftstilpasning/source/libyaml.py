"""libyaml with its resolver switched off: types come from the schema, not the spelling."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from yaml import Node
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # made for subclassing, if not exported
from yaml.scanner import ScannerError


class _Parser(CParser):
    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        return ""

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str) -> Node | None:
    """The nodes of the one document in ``text``; None when there is nothing in it.

    Never call it with a text that nests deeper than some thousands: the C library recurses.

    Raises:
        YAMLError: the text is no YAML, or more than one document.
    """
    root: Node | None = _Parser(text).get_single_node()
    return root


def events(text: str) -> Iterator[Any]:
    """What libyaml sees, one thing after the other; this does not recurse.

    From 0.2.6 on libyaml refuses a thousand levels, and looks so far ahead that it may do so before it has told
    of the first: what stands before the refusal is told nevertheless.

    Raises:
        YAMLError: the text is no YAML, once that far.
    """
    told = 0
    try:
        for event in _events(text):
            told += 1
            yield event
    except ScannerError as error:
        if "nesting depth" in (error.problem or "") and error.problem_mark is not None:
            yield from islice(_events(text[: error.problem_mark.index]), told, None)
        raise


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    while (event := parser.get_event()) is not None:
        yield event
