"""A rule explained: what it is for, a wrong and a right example, how to turn it off."""

import re
from collections.abc import Iterator
from typing import Final

from driftstilpasning.output.layout import Screen, wrap
from driftstilpasning.rules import Rule
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import SEVERITY

_WRONG = Text(nb="Feil:", nn="Feil:", en="Wrong:")
_RIGHT = Text(nb="Rett:", nn="Rett:", en="Right:")
_OFF = Text(
    nb="Slå den av, eller endre alvorsgraden, i budgets/plan.yaml: severity: {{{code}: off}}",
    nn="Slå han av, eller endre alvorsgraden, i budgets/plan.yaml: severity: {{{code}: off}}",
    en="Turn it off, or change its severity, in budgets/plan.yaml: severity: {{{code}: off}}",
)
_MARKUP: Final = str.maketrans({sign: f"\\{sign}" for sign in "*_[]<"})
_LONGEST = 40
_WIDEST = 100


def rule_text(rule: Rule, screen: Screen, lang: Lang) -> str:
    """The rule for a terminal."""
    lines = [screen.paint(f"{rule.code} {rule.name} ({SEVERITY[rule.severity].render(lang)})", "bold"), ""]
    lines += [*wrap(rule.why.render(lang), screen.width), ""]
    for head, example in _examples(rule, lang):
        lines += [head, *(f"    {line}" for line in example), ""]
    return "\n".join([*lines, *wrap(_OFF.render(lang, code=rule.code), screen.width)]) + "\n"


def rule_plain(rule: Rule, lang: Lang) -> str:
    """The rule in sentences without layout."""
    return f"{rule.why.render(lang)}\n{_OFF.render(lang, code=rule.code)}"


def rule_markdown(rule: Rule, lang: Lang) -> str:
    """The rule in GitHub's Markdown, without HTML."""
    parts = [rule.why.render(lang).translate(_MARKUP)]
    parts += ["\n".join((head, "", "```yaml", *example, "```")) for head, example in _examples(rule, lang)]
    return "\n\n".join([*parts, _OFF.render(lang, code=rule.code).translate(_MARKUP)]) + "\n"


def _examples(rule: Rule, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """A heading and the lines of each example that can be shown."""
    if isinstance(rule.bad, str):
        yield _WRONG.render(lang), _shown(rule.bad)
    yield _RIGHT.render(lang), _shown(rule.good)


def _shown(text: str) -> list[str]:
    lines = re.sub(r"# (DT\d{3})@\d+", r"# ← \1", text).splitlines()
    kept = [*lines[:_LONGEST], "…"] if len(lines) > _LONGEST else lines
    return [f"{line[:_WIDEST]}{'…' if len(line) > _WIDEST else ''}" for line in kept]
