"""A rule explained: what it finds, why that matters, a wrong and a right example, how to switch it off."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from driftstilpasning.output.layout import Screen, wrap
from driftstilpasning.rules import Rule
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import SEVERITY
from driftstilpasning.text.safe import printable

_WRONG = Text(nb="Feil:", nn="Feil:", en="Wrong:")
_RIGHT = Text(nb="Rett:", nn="Rett:", en="Right:")
_EMPTY = Text(nb="(en tom fil)", nn="(ei tom fil)", en="(an empty file)")
_OFF = Text(nb="Slå av:", nn="Slå av:", en="Switch off:")
_HERE = Text(
    nb="Ett sted, skriv etter feltet, med en grunn:",
    nn="Éin stad, skriv etter feltet, med ein grunn:",
    en="In one place, write after the field, with a reason:",
)
_EVERYWHERE = Text(
    nb="Overalt, eller med en annen alvorsgrad (error, warning, info), skriv i budgets/plan.yaml:",
    nn="Overalt, eller med ei anna alvorsgrad (error, warning, info), skriv i budgets/plan.yaml:",
    en="Everywhere, or with another severity (error, warning, info), write in budgets/plan.yaml:",
)
_ONCE = Text(nb="Bare denne gangen, kjør:", nn="Berre denne gongen, køyr:", en="Just this once, run:")
_NEVER = Text(
    nb="Kan ikke slås av: en fil med denne feilen kan ikke leses, og da er beløpene ukjente.",
    nn="Kan ikkje slåast av: ei fil med denne feilen kan ikkje lesast, og då er beløpa ukjende.",
    en="Cannot be switched off: a file with this fault cannot be read, and then its amounts are unknown.",
)
_MARK: Final = re.compile(r"# (DT\d{3})@\d+")
_MARKUP: Final = str.maketrans({sign: f"\\{sign}" for sign in "*_[]<"})
_LONGEST: Final = 15
_WIDEST: Final = 100


class Switches(NamedTuple):
    """What to write to be rid of a rule: after a field, in the plan, on the command line."""

    comment: str | None
    plan: str
    option: str


def switches(rule: Rule) -> Switches | None:
    """How a rule is switched off, if it can be."""
    if rule.makes_unreadable:
        return None
    comment = f'# dt: ignore {rule.code} reason="…" until=2014-12-31' if rule.suppressible else None
    return Switches(comment, f"severity: {{{rule.code}: off}}", f"dt validate --ignore {rule.code}")


def example(content: str | bytes, lang: Lang) -> list[str]:
    """The lines of an example, its first if there are many; what could not be seen in them is written as escapes."""
    text = content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")
    lines = [printable(line.replace("\t", "→")) for line in _MARK.sub(r"# ← \1", text).splitlines()] or [
        _EMPTY.render(lang)
    ]
    shown = [f"{line[:_WIDEST]}…" if len(line) > _WIDEST else line for line in lines[:_LONGEST]]
    return shown if len(lines) <= _LONGEST else [*shown, "…"]


def rule_text(rule: Rule, screen: Screen, lang: Lang) -> str:
    """The rule for a terminal."""
    head = f"{rule.code} {rule.name} ({SEVERITY[rule.severity].render(lang)})"
    lines = [screen.paint(head, "bold"), *wrap(rule.message.outline(lang), screen.width), ""]
    lines += [*wrap(rule.why.render(lang), screen.width), ""]
    for title, shown in _examples(rule, lang):
        lines += [title, *(f"    {line}" for line in shown), ""]
    how = switches(rule)
    if how is None:
        lines += wrap(_NEVER.render(lang), screen.width)
    else:
        lines.append(_OFF.render(lang))
        for where, what in _ways(how, lang):
            lines += [*(f"  {line}" for line in wrap(where, screen.width - 2)), f"    {what}"]
    return "\n".join(lines) + "\n"


def rules_text(rules: Iterable[Rule], screen: Screen, lang: Lang) -> str:
    """Several rules for a terminal, two empty lines between them."""
    return "\n\n".join(rule_text(rule, screen, lang) for rule in rules)


def rule_plain(rule: Rule, lang: Lang) -> str:
    """The rule in sentences without layout."""
    how = switches(rule)
    off = [_NEVER.render(lang)] if how is None else [f"{where} {what}" for where, what in _ways(how, lang)]
    return "\n".join([rule.why.render(lang), *off])


def rule_markdown(rule: Rule, lang: Lang) -> str:
    """The rule in GitHub's Markdown, without HTML."""
    parts = [rule.why.render(lang).translate(_MARKUP)]
    parts += ["\n".join((title, "", "```yaml", *shown, "```")) for title, shown in _examples(rule, lang)]
    how = switches(rule)
    if how is None:
        parts.append(_NEVER.render(lang).translate(_MARKUP))
    else:
        ways = [f"- {where.translate(_MARKUP)} `{what}`" for where, what in _ways(how, lang)]
        parts += [_OFF.render(lang), "\n".join(ways)]
    return "\n\n".join(parts) + "\n"


def _examples(rule: Rule, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """A heading and the lines of each example."""
    yield _WRONG.render(lang), example(rule.bad, lang)
    yield _RIGHT.render(lang), example(rule.good, lang)


def _ways(how: Switches, lang: Lang) -> Iterator[tuple[str, str]]:
    """Where each switch has its effect, and what to write."""
    for where, what in zip((_HERE, _EVERYWHERE, _ONCE), how, strict=True):
        if what is not None:
            yield where.render(lang), what
