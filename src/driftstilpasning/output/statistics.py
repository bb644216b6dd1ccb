"""How many findings there are of each code, in place of the findings."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.output.exact_json import dumps
from driftstilpasning.output.layout import Column, Screen, table
from driftstilpasning.rules import find_rule
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import SEVERITY

if TYPE_CHECKING:
    from driftstilpasning.output.diagnostics.findings import Findings

_COUNT = Text(nb="Antall", nn="Tal", en="Count")
_CODE = Text(nb="Kode", nn="Kode", en="Code")
_SEVERITY = Text(nb="Alvor", nn="Alvor", en="Severity")
_WHAT = Text(nb="Hva", nn="Kva", en="What")
_TOTAL = Text(nb="i alt", nn="i alt", en="in all")
_MARK: Final = "[*]"
_MARKED = Text(
    nb="[*] kan rettes med «dt validate --fix»",
    nn="[*] kan rettast med «dt validate --fix»",
    en="[*] can be fixed with `dt validate --fix`",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One code: how often, how grave at worst, and how many of them can be mended safely."""

    count: int
    code: str
    name: str
    severity: Severity
    fixable: int


def rows(diagnostics: Iterable[Diagnostic]) -> list[Row]:
    """Each code once, the most frequent first."""
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_code.setdefault(diagnostic.code, []).append(diagnostic)
    found = [
        Row(
            len(several),
            code,
            several[0].name,
            min((one.severity for one in several), key=list(Severity).index),
            sum(one.fix is not None and one.fix.safe for one in several),
        )
        for code, several in by_code.items()
    ]
    return sorted(found, key=lambda row: (-row.count, row.code))


def render(form: str, findings: "Findings") -> str:
    """The counts as ``full``, ``concise`` or ``json``; no findings are no text, except in JSON."""
    counted = rows(findings.diagnostics)
    if form == "json":
        return dumps([asdict(row) for row in counted])
    if form == "concise" or not counted:
        return "".join(f"{row.count} {row.code} {row.name}\n" for row in counted)
    return _full(counted, findings.screen, findings.lang)


def _full(counted: Sequence[Row], screen: Screen, lang: Lang) -> str:
    columns = [
        Column(_COUNT.render(lang)),
        Column(_CODE.render(lang), "left"),
        Column(_SEVERITY.render(lang), "left"),
        Column(_WHAT.render(lang), "left", flexible=True),
    ]
    cells = [
        (
            str(row.count),
            row.code,
            SEVERITY[row.severity].render(lang),
            f"{_cause(row.code, lang)} {_MARK * bool(row.fixable)}".rstrip(),
        )
        for row in counted
    ]
    total = (str(sum(row.count for row in counted)), _TOTAL.render(lang), "", "")
    lines = table(columns, [*cells, total], screen, total=True)
    if any(row.fixable for row in counted):
        lines += ["", _MARKED.render(lang)]
    return "\n".join(lines) + "\n"


def _cause(code: str, lang: Lang) -> str:
    rule = find_rule(code)
    return rule.message.outline(lang) if rule is not None else code
