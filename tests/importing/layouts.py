"""Files of measures in all the ways that people lay them out, for tests that change them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from driftstilpasning.model.measure import Status
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.writing import as_read, is_plain
from tests.analysis.test_properties import FIELDS, IDS, OPTIONAL

TEXTS = st.sampled_from(
    (
        *("Brei semje", "Nei: for dyrt", "ro, orden og reinhald", "Si «nei»", 'Han sa "ja" # kanskje', "NO", "0301"),
        *("- ein", "It's", "C:\\dokument", "10 årsverk", "2013-06-10", "{a}", "slutt:", "éin  to", "ein\nto\n\ntre"),
        "Ei lang grunngjeving som gjeng over fleire linjer, fordi det er mykje å seie - og meir til: slik er det ofte",
    )
) | st.text(st.sampled_from("ab å:#,'\"{}[]-?!&*|>%@\\1.\n"), min_size=1, max_size=40).filter(
    lambda text: text == text.strip() and not any(line != line.strip() for line in text.split("\n"))
)
LINES = TEXTS.filter(lambda text: "\n" not in text)
DECISION = st.fixed_dictionaries(
    {
        "date": st.sampled_from([date(2013, 6, 4), date(2014, 1, 31)]),
        "body": LINES,
        "outcome": st.sampled_from([status.value for status in Status]),
    },
    optional={"reference": LINES, "note": TEXTS},
)
GRADE = st.integers(1, 5)
ASSESSED = st.fixed_dictionaries({"grade": GRADE}, optional={"text": TEXTS})
ACCEPTANCE = st.fixed_dictionaries({"grade": GRADE}, optional={"by": LINES, "text": TEXTS})


def _typed(written: Any) -> Any:  # noqa: ANN401
    """What a test of sums writes, as data: what looks like a number is one."""
    if isinstance(written, dict):
        return {name: _typed(inner) for name, inner in written.items()}
    if isinstance(written, list):
        return [_typed(inner) for inner in written]
    if written in ("true", "false"):
        return written == "true"
    return Decimal(written) if re.fullmatch(r"-?[0-9.]+", written) else written


def _as_data(values: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return values.map(lambda written: _typed(parse("", f"x: {written}".encode()).data["x"]))


REQUIRED: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(IDS),
    "title": LINES,
    **{name: _as_data(FIELDS[name]) for name in ("sector", "status", "kind", "effect")},
}
OPTIONS: dict[str, st.SearchStrategy[Any]] = {
    **{name: _as_data(values) for name, values in OPTIONAL.items()},
    "owner": LINES,
    "consequence": st.fixed_dictionaries({}, optional={"staff": ASSESSED, "users": ASSESSED}).filter(bool),
    "acceptance": ACCEPTANCE,
    "kostra": st.sampled_from(["202", "0301"]),
    "law": st.fixed_dictionaries({"level": st.sampled_from(["must", "may"])}, optional={"reference": LINES}),
    "decisions": st.lists(DECISION, min_size=1, max_size=3),
    "themes": st.lists(LINES, min_size=1, max_size=3, unique=True),
    "source": TEXTS,
}


_SAYING_ANYTHING = ("title", "owner", "text", "by", "body", "note", "reference", "source")


class Writer:
    """Writes data as YAML in whatever way is drawn; every line of its own is one that a change may have to leave."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._step = draw(st.sampled_from([2, 4]))
        self._item = draw(st.sampled_from([0, 2]))

    def file(self, fields: dict[str, Any]) -> bytes:
        """A file of ``fields``."""
        lines = [*self._top(), *(line for name, value in fields.items() for line in self._field(name, value, 0))]
        newline = self._draw(st.sampled_from(["\n", "\r\n"]))
        mark = self._draw(st.sampled_from(["", "\ufeff"]))
        return (mark + newline.join(lines) + newline * self._draw(st.booleans())).encode()

    def _top(self) -> Iterable[str]:
        tops = [[], ["# yaml-language-server: $schema=x.json"], ["---"], ["", "# topp", ""]]
        return self._draw(st.sampled_from(tops))

    def _between(self, margin: int) -> Iterable[str]:
        spaces = " " * margin
        lines = [[], [], [], [f"{spaces}# om neste: felt"], [f"{spaces}# «A», {{b}} - c", ""]]
        return self._draw(st.sampled_from(lines))

    def _after(self) -> str:
        return self._draw(st.sampled_from(["", "", "", "  # til slutt: {på} linja"]))

    def _field(self, name: str, value: Any, margin: int) -> Iterator[str]:  # noqa: ANN401
        yield from self._between(margin)
        yield from self._value(" " * margin + name + ":", value, margin)

    def _value(self, before: str, value: Any, margin: int) -> Iterator[str]:  # noqa: ANN401
        if isinstance(value, str) and before.strip(" -:") in _SAYING_ANYTHING:
            yield from self._text(before, value, margin)
            return
        if not isinstance(value, dict | list):
            yield f"{before} {self._on_one_line(value, flow=False)}{self._after()}"
            return
        way = self._draw(st.sampled_from(["line", "block", "open"])) if value else "line"
        if way == "line":
            yield f"{before} {self._flow(value)}{self._after()}"
        elif way == "open":
            yield from self._open(before, value, margin)
        elif isinstance(value, dict):
            yield before + self._after()
            for name, inner in value.items():
                yield from self._field(name, inner, margin + self._step)
        else:
            yield before + self._after()
            for inner in value:
                yield from self._between(margin + self._item)
                yield from self._listed(inner, margin + self._item)

    def _listed(self, item: Any, margin: int) -> Iterator[str]:  # noqa: ANN401
        sign = " " * margin + "-"
        if isinstance(item, dict) and self._draw(st.booleans()):
            (name, value), *others = item.items()
            yield from self._value(f"{sign} {name}:", value, margin + 2)
            for name, value in others:
                yield from self._field(name, value, margin + 2)
        else:
            yield f"{sign} {self._flow(item)}{self._after()}"

    def _open(self, before: str, value: Any, margin: int) -> Iterator[str]:  # noqa: ANN401
        """Braces on lines of their own, and a field on each line between them."""
        spaces = " " * (margin + self._step)
        signs = "{}" if isinstance(value, dict) else "[]"
        yield f"{before} {signs[0]}{self._after()}"
        parts = (
            [self._flow({name: inner})[1:-1] for name, inner in value.items()]
            if isinstance(value, dict)
            else [self._flow(inner) for inner in value]
        )
        last = self._draw(st.sampled_from(["", ","]))
        for i, part in enumerate(parts):
            yield from self._between(margin + self._step)
            yield f"{spaces}{part}{',' if i + 1 < len(parts) else last}{self._after()}"
        yield f"{' ' * (margin + 1)}{signs[1]}{self._after()}"

    def _flow(self, value: Any) -> str:  # noqa: ANN401
        if isinstance(value, dict):
            space = self._draw(st.sampled_from(["", " "])) if value else ""
            inner = ", ".join(f"{name}: {self._flow(one)}" for name, one in value.items())
            return f"{{{space}{inner}{space}}}"
        if isinstance(value, list):
            return "[" + ", ".join(self._flow(one) for one in value) + "]"
        return self._on_one_line(value, flow=True)

    def _on_one_line(self, value: Any, *, flow: bool) -> str:  # noqa: ANN401
        if not isinstance(value, str):
            return as_read(value)
        single, double = "'" + value.replace("'", "''") + "'", _double(value)
        ways = [double] if "\n" in value else [single, double]
        return self._draw(st.sampled_from([value, *ways] if is_plain(value, flow=flow) else ways))

    def _text(self, before: str, text: str, margin: int) -> Iterator[str]:
        spaces, words = " " * (margin + self._step), text.split(" ")
        ways = ["line", "literal"]
        if " " in text and "\n" not in text and "  " not in text:
            ways += ["folded", "quoted"]
            ways += ["plain"] if is_plain(text) and not words[-1].startswith(("-", "?")) else []
        way = self._draw(st.sampled_from(ways))
        rest, last = " ".join(words[:-1]), words[-1]
        if way == "line":
            yield f"{before} {self._on_one_line(text, flow=False)}{self._after()}"
        elif way == "literal":
            yield f"{before} {self._draw(st.sampled_from(['|', '|-']))}"
            yield from (f"{spaces}{line}" if line else "" for line in text.split("\n"))
        elif way == "folded":
            yield from (f"{before} {self._draw(st.sampled_from(['>', '>-']))}", spaces + rest, spaces + last)
        elif way == "quoted":
            yield from (f'{before} "{_double(rest)[1:-1]}', f'{spaces}{_double(last)[1:-1]}"{self._after()}')
        else:
            yield from (f"{before} {rest}", f"{spaces}{last}{self._after()}")


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
