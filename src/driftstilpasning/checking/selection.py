"""Choosing which findings are shown, by codes, how codes begin, or the names of rules."""

import re
from collections.abc import Iterable, Iterator

from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.errors import DtError
from driftstilpasning.rules import Rule, all_rules, always_shown
from driftstilpasning.rules.support.codes import meant
from driftstilpasning.source.tree import PLAN
from driftstilpasning.text import Text

_UNKNOWN = Text(
    nb="{option}: det finnes ingen kode eller regel «{term}». Se «dt explain --all»",
    nn="{option}: det finst ingen kode eller regel «{term}». Sjå «dt explain --all»",
    en="{option}: there is no code or rule `{term}`. See `dt explain --all`",
)
_MEANT = Text(
    nb="{option}: det finnes ingen kode eller regel «{term}». Mente du {meant}?",
    nn="{option}: det finst ingen kode eller regel «{term}». Meinte du {meant}?",
    en="{option}: there is no code or rule `{term}`. Did you mean {meant}?",
)
_EVERY = "ALL"


def shown_codes(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The codes whose findings are to be shown; those of faults that keep a file from being read always are.

    ``select`` and ``ignore`` hold lists, separated by commas, of codes (``DT203``), beginnings of codes (``DT2``),
    names of rules, or ``ALL``. The longest that fits a code decides, and of two equals ``ignore``. Without ``select``
    all are shown that are not ignored.

    Raises:
        DtError: something in a list fits no rule.
    """
    wanted = list(_terms("--select", select)) or [_EVERY]
    unwanted = list(_terms("--ignore", ignore))
    chosen = (rule.code for rule in all_rules() if _closest(wanted, rule) > _closest(unwanted, rule))
    return always_shown().union(chosen)


def voids_all(diagnostic: Diagnostic) -> bool:
    """Whether it keeps the plan from being read: then no measure is held against it, and no choice may hide that."""
    return diagnostic.where.file == PLAN and diagnostic.code in always_shown()


def _terms(option: str, lists: Iterable[str]) -> Iterator[str]:
    for terms in lists:
        for term in re.split(r"[\s,]+", terms.strip(" ,")):
            if _closest([term.upper()], *all_rules()) < 0:
                rule = meant(term)
                raise DtError(_MEANT if rule else _UNKNOWN, option=option, term=term, meant=rule and rule.code)
            yield term.upper()


def _closest(terms: Iterable[str], *rules: Rule) -> int:
    """How much of a rule's code the closest of ``terms`` fits; below zero when none fits."""
    return max((_fit(term, rule) for term in terms for rule in rules), default=-1)


def _fit(term: str, rule: Rule) -> int:
    if term == _EVERY:
        return 0
    if term == rule.name.upper():
        return len(rule.code)
    return len(term) if term and rule.code.startswith(term) else -1
