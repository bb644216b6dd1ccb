"""Codes and names of rules as people type them."""

from functools import lru_cache
from typing import Final

from driftstilpasning.rules import Rule, all_rules, find_rule
from driftstilpasning.rules.support.nearest import nearest

_DIGITS: Final = str.maketrans("OIL", "011")


@lru_cache(maxsize=1000)
def meant(word: str) -> Rule | None:
    """The rule that a mistyped code or name most likely means; no other number, for all codes look alike.

    >>> [rule.code if rule else None for rule in map(meant, ("dt-4O1", "[DT401]", "missing_grade", "DT999"))]
    ['DT401', 'DT401', 'DT401', None]
    """
    letters = "".join(sign for sign in word.upper() if sign.isalnum())
    rule = find_rule(letters.translate(_DIGITS))
    if rule is not None:
        return rule
    name = nearest(word, [rule.name for rule in all_rules()])
    return find_rule(name) if name is not None else None
