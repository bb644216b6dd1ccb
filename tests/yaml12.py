"""YAML as editors read it: version 1.2, where a plain value is a number, true, false, null or text."""

import re
from typing import Any

import yaml


class _Loader(yaml.CSafeLoader):
    """Without YAML 1.1's dates, octal numbers and ways to say no."""


_Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    letters = [*first, ""] if tag == "null" else [*first]
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), letters)
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: _integer(node.value))


def read(text: str) -> Any:  # noqa: ANN401  # whatever the text says
    """What ``text`` says, as JSON would say it: every key is text."""
    return _with_keys_of_text(yaml.load(text, _Loader))  # noqa: S506  # a safe loader with fewer types


def _integer(text: str) -> int:
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


def _with_keys_of_text(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {str(key): _with_keys_of_text(inside) for key, inside in value.items()}
    return [_with_keys_of_text(inside) for inside in value] if isinstance(value, list) else value
