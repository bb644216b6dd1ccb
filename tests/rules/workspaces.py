"""Portfolios for the tests of rules, written as a user writes them."""

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.rules import run
from driftstilpasning.workspace import load
from tests.rules.examples import tree


def found(example: str | bytes, code: str) -> list[Diagnostic]:
    """The findings of one rule on an example."""
    return [diagnostic for diagnostic in run(load(tree(example))) if diagnostic.code == code]
