"""The page that shows what ``dt`` and other tools say of the same broken files."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from driftstilpasning.checking import check
from driftstilpasning.diagnostic import Diagnostic
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang

DOCS = Path(__file__).parent
GALLERY = DOCS.parent / "tests/gallery"
_HEAD = """\
# {count} broken files

The same files of the [gallery](../tests/gallery) in four tools: check-jsonschema {check-jsonschema} and the language
server of VS Code's YAML extension (yaml-language-server {yaml-language-server}), both with our own
[schema of a measure](../schema/measure.json), yamllint {yamllint} as it is, and `dt validate`. They are good at what
they are for; the table shows what they leave to whoever wrote the file.

What the three said is [stored](comparison.json), and `python -m tests.comparison` asks them again; what `dt` says is
what it says today. Left out is what yamllint has against the style of sound files too (`document-start` and
`line-length`). An editor reads the file for the language server, which therefore never sees its encoding; what it
tells people to write, it has from our schema.
"""
_LONGEST = 120
_MOST = 3


@dataclass(frozen=True)
class Remark:
    """One thing that a tool says of a file, and where, if it tells."""

    text: str
    line: int | None
    column: int | None


@dataclass(frozen=True)
class Answer:
    """All that a tool says of a file, beside the line that is wrong and what has to be written."""

    remarks: Sequence[Remark]
    line: int | None
    cures: Sequence[str]


_QUESTIONS: Mapping[str, Callable[[Answer], bool]] = {
    "says that something is wrong": lambda answer: bool(answer.remarks),
    "crashes": lambda answer: any(remark.text.startswith("crashes") for remark in answer.remarks),
    "tells line and column, always": lambda answer: (
        bool(answer.remarks) and all(remark.line and remark.column for remark in answer.remarks)
    ),
    "names the line that is wrong": lambda answer: answer.line in {remark.line for remark in answer.remarks},
    "says it once": lambda answer: len(answer.remarks) == 1,
}


def page() -> str:
    """The whole page."""
    stored = json.loads((DOCS / "comparison.json").read_text("utf-8"))
    files: Mapping[str, Mapping[str, Any]] = {broken["file"]: broken for broken in stored["files"]}
    said = {name: _theirs(peer["remarks"]) for name, peer in stored["peers"].items()}
    said["dt"] = {file: _ours(file) for file in files}
    answers = {
        name: {file: Answer(remarks[file], said["dt"][file][0].line, broken["cures"]) for file, broken in files.items()}
        for name, remarks in said.items()
    }
    head = _HEAD.replace("{count}", str(len(files)))
    for name, peer in stored["peers"].items():
        head = head.replace(f"{{{name}}}", peer["version"])
    return "\n".join((head, *_summary(answers), "", "## What each says", "", *_rows(files, answers), ""))


def _theirs(stored: Mapping[str, Sequence[Mapping[str, Any]]]) -> Mapping[str, Sequence[Remark]]:
    return {file: [Remark(**remark) for remark in remarks] for file, remarks in stored.items()}


def _ours(file: str) -> Sequence[Remark]:
    """What ``dt`` says of the portfolio that a file of the gallery is in."""
    return [_remark(diagnostic) for diagnostic in check(FolderTree(GALLERY / file.partition("/")[0])).diagnostics]


def _remark(diagnostic: Diagnostic) -> Remark:
    said = [f"{diagnostic.code} {diagnostic.message.render(Lang.EN, **diagnostic.facts)}"]
    if diagnostic.help is not None:
        said.append(diagnostic.help.render(Lang.EN, **diagnostic.facts))
    if diagnostic.fix is not None and diagnostic.fix.safe:
        said.append("can be fixed safely: `dt validate --fix`")
    return Remark("\n".join(said), diagnostic.where.span.line, diagnostic.where.span.column)


def _summary(answers: Mapping[str, Mapping[str, Answer]]) -> Iterator[str]:
    """Of how many files each tool can say what."""
    count = len(answers["dt"])
    curable = sum(bool(answer.cures) for answer in answers["dt"].values())
    yield f"| of {count} files | {' | '.join(answers)} |"
    yield f"|---|{'---:|' * len(answers)}"
    for question, test in _QUESTIONS.items():
        yield f"| {question} | {_counts(answers, test)} |"
    yield f"| says what to write (known of {curable}) | {_counts(answers, _tells_cure)} |"


def _counts(answers: Mapping[str, Mapping[str, Answer]], test: Callable[[Answer], bool]) -> str:
    return " | ".join(str(sum(map(test, given.values()))) for given in answers.values())


def _tells_cure(answer: Answer) -> bool:
    text = "\n".join(remark.text for remark in answer.remarks)
    return bool(answer.cures) and all(re.search(rf"(?<!\w){re.escape(cure)}", text) for cure in answer.cures)


def _rows(files: Mapping[str, Mapping[str, Any]], answers: Mapping[str, Mapping[str, Answer]]) -> Iterator[str]:
    yield f"| file | {' | '.join(answers)} |"
    yield f"|---|{'---|' * len(answers)}"
    for file, broken in files.items():
        cells = (_cell(given[file].remarks, whole=name == "dt") for name, given in answers.items())
        yield f"| [{broken['fault']}](../tests/gallery/{file}) | {' | '.join(cells)} |"


def _cell(remarks: Sequence[Remark], *, whole: bool) -> str:
    """The first remarks in short, or in full."""
    shown = [_shown(remark, whole=whole) for remark in remarks[:_MOST]]
    more = [f"*and {len(remarks) - _MOST} more*"] if len(remarks) > _MOST else []
    return "<br>".join([*shown, *more]) or "*nothing*"


def _shown(remark: Remark, *, whole: bool) -> str:
    place = f"**{remark.line}:{remark.column}** " if remark.line is not None else ""
    text = remark.text if whole else " ".join(remark.text.split())
    if not whole and len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
    return place + re.sub(r"([\\|*_\[\]<>#])", r"\\\1", text).replace("\n", "<br>")
