"""Words: one text in three languages, rendered as late as possible.

A :class:`Text` stands beside its use. A missing language is a missing argument, and
differing placeholders are refused when the module is imported.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from driftstilpasning.text.numbers import number
from driftstilpasning.text.safe import printable


class Lang(StrEnum):
    """The language of the reader: bokmål, nynorsk or English."""

    NB = "nb"
    NN = "nn"
    EN = "en"


_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in three languages, with ``{placeholders}`` for facts.

    Raises:
        ValueError: the three languages do not have the same placeholders.
    """

    nb: str
    nn: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a translation that leaves out, or invents, a fact."""
        if "{" in self.nb or "{" in self.nn or "{" in self.en:
            names = [set(_PLACEHOLDER.findall(text)) for text in (self.nb, self.nn, self.en)]
            if not names[0] == names[1] == names[2]:
                message = f"placeholders differ between the languages: {self.en!r}"
                raise ValueError(message)

    def render(self, lang: Lang, /, **args: object) -> str:
        """The text in one language, with the facts written in that language's manner."""
        template: str = getattr(self, lang)
        if not args and "{{" not in template and "}}" not in template:
            return template
        return template.format_map({name: show(value, lang) for name, value in args.items()})

    def outline(self, lang: Lang, /) -> str:
        """The text in one language with … in place of each fact.

        >>> Text(nb="{n} i {file}", nn="{n} i {file}", en="{n} in {file}").outline(Lang.EN)
        '… in …'
        """
        return self.render(lang, **dict.fromkeys(_PLACEHOLDER.findall(self.en), "…"))


def same(text: str, /) -> Text:
    """A text that is the same in every language: a name, a code, a user's own words."""
    escaped = text.replace("{", "{{").replace("}", "}}") if "{" in text or "}" in text else text
    return Text(nb=escaped, nn=escaped, en=escaped)


@dataclass(frozen=True, slots=True)
class Said:
    """A text with its facts, not yet in any language."""

    text: Text
    facts: Mapping[str, object] = field(default_factory=dict)

    def render(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.text.render(lang, **self.facts)


_AND = Text(nb="{first} og {last}", nn="{first} og {last}", en="{first} and {last}")


@dataclass(frozen=True, slots=True)
class All:
    """Several facts, one after the other; before the last stands the word for and.

    >>> All(("a", "b", "c")).render(Lang.NB), All(("a",)).render(Lang.EN)
    ('a, b og c', 'a')
    """

    parts: tuple[object, ...]

    def render(self, lang: Lang) -> str:
        """The facts in one language."""
        *first, last = self.parts
        return _AND.render(lang, first=first, last=last) if first else show(last, lang)


def counted(n: int, one: Text, many: Text) -> Said:
    """``n`` of something, in the singular or the plural: each text has the placeholder ``{n}``."""
    return Said(one if n == 1 else many, {"n": Decimal(n)})


def show(value: object, lang: Lang) -> str:
    """One fact as a reader of ``lang`` writes it; what a user wrote is made safe to print."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Text):
        return value.render(lang)
    if isinstance(value, Decimal | Fraction):
        return number(value, lang)
    render = getattr(value, "render", None)
    if render is not None:
        return str(render(lang))
    if isinstance(value, Iterable):
        return ", ".join(show(part, lang) for part in value)
    return str(value)
