"""Portfolios for the tests of rules, written as a user writes them."""

from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Diagnostic
from tests.rules.examples import tree


def found(example: str | bytes, code: str) -> list[Diagnostic]:
    """The findings of one rule on an example."""
    return [diagnostic for diagnostic in check(tree(example)).diagnostics if diagnostic.code == code]
