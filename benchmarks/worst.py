"""Time the worst that one file of a mebibyte can do, and print what takes more than a second of processor time.

    python benchmarks/worst.py [WORDS]

Every file is a plan or a measure with one field, or one fault, as often as there is room for it. It is checked and
shown in every format, and summed and placed if it can be read. With WORDS, only the files whose names hold them.
"""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from driftstilpasning.analysis.explain import explain
from driftstilpasning.analysis.quadrant import place
from driftstilpasning.analysis.summary import summarize
from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import mend
from driftstilpasning.errors import DtError
from driftstilpasning.output import explain_text, quadrant_text, summary_text
from driftstilpasning.output.diagnostics import FORMATS, render
from driftstilpasning.output.diagnostics.findings import Findings
from driftstilpasning.output.layout import Screen
from driftstilpasning.output.report import summary_report
from driftstilpasning.source.parsing import MOST
from driftstilpasning.source.tree import LARGEST, PLAN, MemoryTree
from driftstilpasning.text import Lang

SIZE: Final = LARGEST - 2_000
"""Room for the other fields."""

MEASURE_FILE: Final = "measures/a.yaml"
WINDOWS: Final = "Windows-1252"
LONG: Final = 1.0
"""Seconds."""

PLAN_FIELDS: Final = {
    "municipality": "Øygarden",
    "plan": "Økonomiplan 2013–2016",
    "period": "{first: 2013, last: 2016}",
    "base_year": "2012",
    "unit": "1000 kr",
    "price_level": "2013",
    "sectors": "{oppvekst: {name: Oppvekst}}",
    "targets": "[{id: total, title: Redusere utgiftene, amount: 35000, basis: level, year: 2016}]",
    "quadrant": "{effect: 500, feasibility: 3.5}",
}
MEASURE: Final = {
    "id": "A",
    "title": "Samle innkjøpa",
    "sector": "oppvekst",
    "status": "proposed",
    "kind": "efficiency",
    "effect": "{annual: 1200}",
}
SIGNS: Final = (
    *(
        "[",
        "- ",
        "? ",
        "{a: ",
        "- - {",
        "[{",
        "a:\n ",
        "'",
        '"',
        "&a ",
        "*a ",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        "#",
        "# ",
    ),
    *(
        ": ",
        ":",
        ",",
        "---\n",
        "...\n",
        "<<<<<<< a\n",
        "=======\n",
        "a: b: c\n",
        "a b\n",
        "{}",
        "[]",
        "- a\n",
        "a=b\n",
        "\t",
    ),
    *(
        "\n",
        "\r",
        " ",
        "x",
        "x\n",
        "é",
        "e\u0301",
        "\U0001f600",
        "\u202e",
        "\ufeff",
        "\0",
        "a:\n  b: c\n d: e\n",
        "? [a]\n: b\n",
    ),
    *("? [@]\n: b\n", "a@: 'x\nb@: c'\n", "- 'x\n- c'\n", '"k@": x\n', "a@:b\n"),
)
ITEMS: Final = {
    "effect": (
        "@: 5",
        "@: 5.x",
        "2013@: 5",
        "2013: 5",
        "2,9",
        "2013:@",
        "{annual: 5, from: 2013-01}",
        "{anual: 5x}",  # codespell:ignore anual
        "x@",
    ),
    "overlaps": (
        "{with: A@, amount: 5}",
        "{with: A@, amount: 1.200}",
        "{wih: A@, amont: 5}",  # codespell:ignore wih,amont
        "{}",
        "{with: A, amount: -1}",
    ),
    "requires": ("A@", "A", "TILTAK-@"),
    "excludes": ("A",),
    "themes": ("a", "no", "''", "0301", "[a]", "{a: b}", "'\\x1b'", '"\\x1b"', "e\u0301@", "@:1"),
    "decisions": (
        "{date: 2013-06-10, body: x, outcome: adopted}",
        "{date: 10.6.2013, body: x, outcome: vedteke}",
        "{date: 2013-06-10, body: x, outcome: " + "proposed" * 100 + "}",
    ),
    "sector": ("s@: 1", "s@: x", "s@: 0.5"),
    "transition_cost": ("@: 5", "@: -5.000"),
    "consequence": ("x@: {grade: y}", "staff: {grade: 1, text: a@, b}", "a:@"),
    "title": ("x@", "x@: {grade: y}"),
    "law": ("x@: y",),
}
PLAN_ITEMS: Final = {
    "sectors": ("s@: {name: N@}", "s@: {names: N@}", "s@: {}", "s: {name: x, wanted: {@: 5}, available: {@: 5}}"),
    "targets": (
        "{id: a@, title: b, amount: 5, basis: level, year: 2016}",
        "{id: a, title: b, amount: 5, basis: level, year: 2016}",
        "{id: a@, title: no, amount: 1.200, basis: level, year: 2099}",
        "{}",
    ),
    "stated": ("{year: 2013, amount: 5}", "{year: 2013, amount: 5, sector: x@}"),
    "severity": ("DT@: off", "missing-@: off", "missing-field" * 20 + "@: off", "DT@: of"),
}
LISTS: Final = frozenset(("overlaps", "requires", "excludes", "themes", "decisions", "targets", "stated"))
TEXTS: Final = {
    "title": (
        "ord ",
        "a",
        "avtale",
        "fond",
        "test.",
        ".",
        "x",
        "abcdefghijklmnop@ ",
        " ",
        "e\u0301 ",
        "a: b ",
        "- ",
        "x #",
    ),
    "id": ("a b", "ab", "ab-", "_"),
    "owner": ("Kari Nordmann ", "-a", "'a", "Aa"),
    "status": ("proposed", "x "),
    "kostra": ("0:1", "1_,", "1"),
    "effect": ("9", "0", "1 ", "1,", ".000", "(", "1 mill", "x@ "),
    "fte": ("9", "1.", "1e"),
}
COMMENTS: Final = (
    *(
        "# x\n",
        "# dt: ignore DT203\n",
        "# dt: ignore ",
        "x@: 1 # dt: ignore DT203, DT102\n",
        "#",
        "## dt ",
        "# dt: ignore reason='",
    ),
    *("# dt: ignore DT2@ until=2013-01-01\n", "# dt: ignore dd\n"),
)
WORDS: Final = ("DT203 ", "DT9@ ", 'reason="a', "until=", "d", "d:", " ", "“a")


class Named(NamedTuple):
    """A file of a portfolio, and what is much in it."""

    what: str
    name: str
    content: str


def files() -> Iterator[Named]:
    """Every file, one after the other: all of them together would be some gigabytes."""
    for sign in SIGNS:
        yield from of_a_sign(sign)
    for name, fields, items in ((MEASURE_FILE, MEASURE, ITEMS), (PLAN, PLAN_FIELDS, PLAN_ITEMS)):
        for field, value in ((field, value) for field, values in items.items() for value in values):
            yield from of_a_value(value, field, name, fields)
        for field in ("k@", "titl@", "plan@", "consequence" * 900 + "@"):
            content = record(fields) + filled(f"{field}: x\n", most=MOST // 2 - 50)
            yield Named(f"{field}: x in {name}", name, content)
        for field, text in ((field, text) for field, texts in TEXTS.items() for text in texts):
            yield from of_a_text(text, field, name, fields)
    yield from of_comments()


def of_a_sign(sign: str) -> Iterator[Named]:
    """Nothing but the sign, and the sign after what is as it should be."""
    for name in (PLAN, MEASURE_FILE):
        yield Named(f"{sign!r} in {name}", name, filled(sign, LARGEST))
        yield Named(f"30,000 {sign!r} in {name}", name, sign * 30_000)
    yield Named(f"{sign!r} after the fields", MEASURE_FILE, record(MEASURE) + filled(sign))


def of_a_value(value: str, field: str, name: str, fields: Mapping[str, str]) -> Iterator[Named]:
    """The value as often as the file has room for, as often as is allowed, and so on lines of its own."""
    most = MOST // max(2, len(value.replace(":", ",").split(","))) - len(fields) * 2
    opening, closing = "[]" if field in LISTS or value[0] in "{x" else "{}"
    for room in (filled(f"{value}, "), filled(f"{value}, ", most=most)):
        content = record({**fields, field: opening + room + closing})
        yield Named(f"{value} in {field}, {len(room)} bytes", name, content)
    block = filled(f"\n  - {value}" if opening == "[" else f"\n  {value}", most=most)
    yield Named(f"{value} in {field}, line by line", name, record({**fields, field: block}))


def of_a_text(text: str, field: str, name: str, fields: Mapping[str, str]) -> Iterator[Named]:
    """The text over and over in one value, with other signs at its ends."""
    for form in ("{}", "'{}'", '"{}"', "x {} y", "test{}x", "1{}x", "A {}!"):
        value = form.format(filled(text))
        within = f"{{annual: {value}}}" if field == "effect" else f"[{value}]"
        yield Named(f"{form.format(text)} in {field} in {name}", name, record({**fields, field: value}))
        yield Named(f"[{form.format(text)}] in {field} in {name}", name, record({**fields, field: within}))
        if fields is MEASURE and field != "effect":
            nothing = record({**fields, field: value, "effect": "{annual: 0}"})
            yield Named(f"{form.format(text)} in {field}, without effect", name, nothing)


def of_comments() -> Iterator[Named]:
    """Many comments, and much in one comment; last, texts that are not UTF-8."""
    good = record(MEASURE)
    for comment in COMMENTS:
        yield Named(f"{comment!r}", MEASURE_FILE, good + filled(comment))
        behind = filled(f"  - no {comment.strip()}\n")
        yield Named(f"{comment!r} in a list", MEASURE_FILE, f"{good}themes:\n{behind}")
    for words in WORDS:
        yield Named(f"# dt: ignore {words}", MEASURE_FILE, f"{good}# dt: ignore {filled(words)}")
    for letters in ("æøå ", "\x81"):
        yield Named(f"{letters!r} in {WINDOWS}", MEASURE_FILE, filled(letters))


def record(fields: Mapping[str, str]) -> str:
    """The fields, a line each."""
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def filled(text: str, size: int = SIZE, most: int = LARGEST) -> str:
    """``text`` as often as there is room for it, with its number for @."""
    count = min(most, size // len(text.encode()))
    if "@" not in text or text == "@":
        return text * count
    return "".join(text.replace("@", str(i)) for i in range(min(most, size // (len(text.encode()) + 5))))


def tried(file: Named) -> Mapping[str, float]:
    """Seconds of processor time for each thing that can be done with the file."""
    raw = file.content.encode("latin-1" if WINDOWS in file.what else "utf-8")
    tree = MemoryTree({PLAN: record(PLAN_FIELDS), MEASURE_FILE: record(MEASURE), file.name: raw})
    seconds = {}
    started = time.process_time()

    def done(what: str) -> None:
        nonlocal started
        seconds[what], started = time.process_time() - started, time.process_time()

    checked = check(tree)
    done("check")
    for form in FORMATS:
        render(form, Findings(checked.diagnostics, Lang.NB))
        done(form)
    mend(tree, lambda tree: check(tree).diagnostics, unsafe=True)
    done("--fix")
    with suppress(DtError):
        portfolio = checked.workspace.portfolio()
        summary_text.terminal(summary_report(summarize(portfolio), Lang.NB), Screen(), Lang.NB)
        done("summarize")
        quadrant_text.terminal(place(portfolio), portfolio, Screen(), Lang.NB)
        done("quadrant")
        for measure in portfolio:
            explain_text.measure_text(explain(measure, portfolio), Screen(), Lang.NB)
        done("explain")
    return seconds


def main(words: str) -> None:
    """Try every file whose name holds ``words``."""
    count = 0
    for file in files():
        if words in file.what:
            count += 1
            slow = [f"{step} {seconds:.1f} s" for step, seconds in tried(file).items() if seconds > LONG]
            if slow:
                print(f"{file.what[:120]}: {', '.join(slow)}", flush=True)
    print(f"{count} files")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
