"""What ``dt explain CODE`` and ``dt explain --all`` say of rules."""

import json

import pytest

from driftstilpasning.checking import check
from driftstilpasning.output.json_reports import rule_json, rules_json
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.rule_text import rule_text, rules_text, switches
from driftstilpasning.rules import Rule, all_rules, find_rule
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang
from tests.rules.examples import tree

EACH = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def rule_of(code: str) -> Rule:
    rule = find_rule(code)
    assert rule is not None
    return rule


def test_a_rule_says_what_it_finds_why_wrong_and_right_and_how_to_switch_it_off() -> None:
    assert rule_text(rule_of("DT203"), Screen(80), Lang.EN) == (
        "DT203 effect-outside-period (error)\n"
        "the effect in … lies outside the plan …\n"
        "\n"
        "The plan sums its own years alone. An effect outside them is in no total, though\n"
        "the reader believes it is.\n"
        "\n"
        "Wrong:\n"
        "    effect:\n"
        "      2013: 400\n"
        "      2014: 400\n"
        "      2015: 400\n"
        "      2016: 400\n"
        "      2019: 800  # ← DT203\n"
        "\n"
        "Right:\n"
        "    effect: {2013: 400, 2014: 400, 2015: 400, 2016: 400}\n"
        "\n"
        "Switch off:\n"
        "  In one place, write after the field, with a reason:\n"
        '    # dt: ignore DT203 reason="…" until=2014-12-31\n'
        "  Everywhere, or with another severity (error, warning, info), write in\n"
        "  budgets/plan.yaml:\n"
        "    severity: {DT203: off}\n"
        "  Just this once, run:\n"
        "    dt validate --ignore DT203\n"
    )


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("DT002", "    title: Felles kj\\xf8kken for sykehjemmene\n"),
        ("DT003", "    \\xff\\xfei\\x00d\\x00:\\x00 \\x00A\\x00\n"),
        ("DT005", "    (ei tom fil)\n"),
        ("DT007", "    →annual: 400  # ← DT007\n"),
        ("DT017", "    - Felles kjøkken\n"),
        ("DT019", "    title: Samle\\x07 innkjøpene  # ← DT019\n"),
    ],
)
def test_what_cannot_be_seen_in_an_example_is_written_out(code: str, shown: str) -> None:
    assert shown in rule_text(rule_of(code), Screen(80), Lang.NN)


def test_a_long_example_is_cut() -> None:
    lines = rule_text(rule_of("DT015"), Screen(80), Lang.EN).splitlines()
    assert len(lines) < 40
    assert max(map(len, lines)) < 110


@EACH
def test_what_switches_a_rule_off_does_so_as_it_stands(rule: Rule) -> None:
    how = switches(rule)
    assert (how is None) == rule.makes_unreadable
    if how is None:
        assert "Cannot be switched off" in rule_text(rule, Screen(80), Lang.EN)
        return
    files = tree(rule.bad).contents
    plan = "".join(
        line for line in str(files[PLAN]).splitlines(keepends=True) if not line.startswith(("severity", "  dt", "  DT"))
    )
    off = check(MemoryTree({**files, PLAN: f"{plan}{how.plan}\n"}))
    assert [found for found in off.diagnostics if found.code == rule.code] == []


@EACH
@pytest.mark.parametrize("lang", list(Lang))
def test_the_json_says_the_same(rule: Rule, lang: Lang) -> None:
    said = json.loads(rule_json(rule, lang))
    assert list(said) == ["code", "name", "severity", "message", "why", "help", "good", "bad", "switch_off"]
    text = rule_text(rule, Screen(10_000), lang)
    assert all(said[key] in text for key in ("code", "name", "message", "why"))
    assert all(line in text for key in ("good", "bad") for line in said[key].splitlines())
    assert all(what is None or what in text for what in (said["switch_off"] or {}).values())
    assert "{" not in said["message"]


def test_all_rules_are_one_text_and_one_array() -> None:
    every = all_rules()
    for lang in Lang:
        assert json.loads(rules_json(every, lang)) == [json.loads(rule_json(rule, lang)) for rule in every]
        text = rules_text(every, Screen(80), lang)
        assert all(rule_text(rule, Screen(80), lang) in text for rule in every)
