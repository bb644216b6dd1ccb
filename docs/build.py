"""Write what comes from the program itself: the manual of commands and rules, pictures, and the schemas.

Run ``python docs/build.py`` after a change, or with ``--check`` to fail when something would change.
"""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import comparison_page
import rule_pages
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text as RichText

from driftstilpasning.cli import app
from driftstilpasning.output.model_schema import KINDS
from driftstilpasning.output.schema import schema
from driftstilpasning.text import Lang

DOCS = Path(__file__).parent
ROOT = DOCS.parent
RULES = DOCS / "rules"
_LIGHT = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        (36, 41, 47),
        (207, 34, 46),
        (17, 99, 41),
        (130, 80, 0),
        (9, 105, 218),
        (130, 80, 223),
        (27, 124, 131),
        (110, 119, 129),
    ],
)
_SVG = """<svg viewBox="-10 -22 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
{styles}
</style>
<defs>{lines}</defs>
<rect x="-10" y="-22" width="100%" height="100%" rx="8" fill="#f6f8fa"/>
<g class="{unique_id}-matrix">{backgrounds}{matrix}</g>
</svg>
"""


def main() -> int:
    """Write every generated file, and remove pages of rules that are gone; with ``--check`` only compare."""
    wanted = dict(generated())
    stale = [path for path, content in wanted.items() if not path.exists() or path.read_text("utf-8") != content]
    left_over = [path for path in RULES.glob("*.md") if path not in wanted]
    if "--check" not in sys.argv:
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8")
        for path in left_over:
            path.unlink()
        return 0
    for path in (*stale, *left_over):
        sys.stderr.write(f"{path.relative_to(ROOT)} is not current: run python docs/build.py\n")
    return int(bool(stale or left_over))


def generated() -> Iterator[tuple[Path, str]]:
    """Each generated file and what it should hold."""
    yield DOCS / "cli.md", commands()
    yield from rule_pages.pages(RULES)
    yield DOCS / "comparison.md", comparison_page.page()
    for kind in KINDS:
        for lang in Lang:
            name = f"{kind}.json" if lang is Lang.EN else f"{kind}.{lang}.json"
            yield ROOT / "schema" / name, schema(kind, lang)
    yield DOCS / "pictures/summarize.svg", picture("summarize", lines=46)
    yield DOCS / "pictures/quadrant.svg", picture("quadrant", lines=30)


def commands() -> str:
    """The manual: the help of every command."""
    names = [info.name or "" for info in app.registered_commands]
    parts = ["# Commands\n\nGenerated from `dt --help`.\n", _help()]
    parts += [f"## dt {name}\n\n{_help(name)}" for name in names]
    return "\n".join(parts)


def picture(command: str, lines: int) -> str:
    """What ``command`` prints on Øygarden, in nynorsk, as a drawing of its first ``lines``, to the end of a part."""
    printed = _run(command, "--lang", "nn", "--color", "always", columns=80)
    rows = printed.splitlines()
    end = next(i for i in range(lines, len(rows)) if not rows[i])
    shown = RichText.from_ansi("\n".join(["$ dt " + command, "", *rows[:end]]))
    console = Console(record=True, width=82, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(shown)
    return console.export_svg(theme=_LIGHT, code_format=_SVG, unique_id="dt")


def _help(*command: str) -> str:
    return f"```\n{_run(*command, '--help', '--lang', 'en', columns=100)}```\n"


def _run(*arguments: str, columns: int) -> str:
    environ = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm", "DT_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "driftstilpasning", *arguments],
        cwd=ROOT,
        env=environ,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
