"""Every rule is tested by its own examples: code, line and column, and words in three languages."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.text import Lang, Text
from tests.rules.examples import marks, tree

RULES = all_rules()


def findings(example: str | bytes, code: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(tree(example)).diagnostics if diagnostic.code == code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_has_no_finding_of_any_error(rule: Rule) -> None:
    found = [d for d in check(tree(rule.good)).diagnostics if d.code == rule.code or d.severity == "error"]
    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_has_its_findings_where_it_says(rule: Rule) -> None:
    found = findings(rule.bad, rule.code)
    places = {(d.where.file, d.where.span.line, d.where.span.column) for d in found}
    assert places == marks(rule.bad, rule.places, rule.code) != set()
    assert len(found) == len(places), "one cause, one finding"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_has_no_other_error(rule: Rule) -> None:
    others = {d.code for d in check(tree(rule.bad)).diagnostics if d.severity == "error"} - {rule.code}
    assert others == set()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_words_have_every_fact_they_ask_for(rule: Rule, lang: Lang) -> None:
    for diagnostic in findings(rule.bad, rule.code):
        assert re.search(r"\{\w+\}", diagnostic.message.render(lang, **diagnostic.facts)) is None
        assert diagnostic.help is not None
        assert diagnostic.help.render(lang, **diagnostic.facts)
        for related in diagnostic.related:
            assert related.message.render(lang, **related.facts)
    assert rule.why.render(lang)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_words_in_bokmal_are_bokmal(rule: Rule) -> None:
    module = import_module(rule_module(rule))
    for text in texts([value for name, value in vars(module).items() if not name.startswith("__")]):
        assert re.search(r"\b(fila|mappa|lista|ikkje|eit|ein|vert|frå|éin)\b", text.nb) is None


def rule_module(rule: Rule) -> str:
    return f"driftstilpasning.rules.{rule.code.lower()}_{rule.name.replace('-', '_')}"


def texts(value: object) -> Iterator[Text]:
    """Each text in a rule, or in its lists and tables of words."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Rule):
        yield from (value.message, value.why, value.help)
    elif isinstance(value, Mapping):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def test_codes_and_names_are_unique_and_those_of_the_files() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
