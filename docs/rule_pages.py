"""The manual of the rules: an index, and a page for each rule with what it says of real files."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

from driftstilpasning.checking import check
from driftstilpasning.output.rule_text import example, switches
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.text import Lang

GALLERY = Path(__file__).parents[1] / "tests/gallery"
_GROUPS = {
    "DT0": "Files and YAML",
    "DT1": "Fields",
    "DT2": "Amounts and years",
    "DT3": "References and double counting",
    "DT4": "Process and gates",
    "DT5": "Plan, targets and published totals",
}
_HEAD = """\
# Rules

Generated from the rules and from the [gallery](../../tests/gallery) of real faults. `dt explain CODE` tells of a rule
offline, in three languages. A code is never used again for something else.

*Fixed* is what `dt validate --fix` can write itself, in the gallery: what can mean one thing only; and with
`--unsafe-fixes` what the author should look at (`--diff` shows it).
"""
_FIXES = {True: "`--fix`", False: "`--unsafe-fixes`"}


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """The index and every rule's page, in ``folder``."""
    yield folder / "README.md", "\n".join((_HEAD, *_index()))
    for rule in all_rules():
        yield folder / f"{rule.code}.md", _page(rule)


def _index() -> Iterator[str]:
    for prefix, rules in groupby(all_rules(), key=lambda rule: rule.code[:3]):
        yield f"## {prefix}xx {_GROUPS[prefix]}\n"
        yield "| code | name | severity | fixed | what it finds |\n|---|---|---|---|---|"
        for rule in rules:
            name = f"[{rule.code}]({rule.code}.md) | {rule.name}"
            yield f"| {name} | {rule.severity} | {', '.join(_fixes(rule))} | {_cause(rule)} |"
        yield ""


def _page(rule: Rule) -> str:
    parts = [
        f"# {rule.code} {rule.name}",
        _cause(rule),
        f"Severity: **{rule.severity}**. {_fixed(rule)}",
        "## Why it matters",
        rule.why.render(Lang.EN),
        "## What `dt` says",
        *(part for entry in _entries(rule) for part in _shown(entry)),
    ]
    parts += ["## Wrong", _yaml(rule.bad), "## Right", _yaml(rule.good)]
    parts += ["## Switching it off", *_off(rule), "[All rules](README.md)"]
    return "\n\n".join(parts) + "\n"


def _cause(rule: Rule) -> str:
    """The first line of the rule's module, which says what it finds."""
    module = import_module(f"driftstilpasning.rules.{rule.code.lower()}_{rule.name.replace('-', '_')}")
    return (module.__doc__ or "").partition("\n")[0].replace("``", "`").replace("|", "\\|")


def _entries(rule: Rule) -> list[Path]:
    return sorted(path for path in GALLERY.glob(f"{rule.code.lower()}-*") if path.is_dir())


def _fixes(rule: Rule) -> list[str]:
    """The options that fix something of what the rule finds in the gallery."""
    found = (diagnostic for entry in _entries(rule) for diagnostic in check(FolderTree(entry)).diagnostics)
    safe = {diagnostic.fix.safe for diagnostic in found if diagnostic.code == rule.code and diagnostic.fix is not None}
    return [_FIXES[each] for each in sorted(safe, reverse=True)]


def _fixed(rule: Rule) -> str:
    fixes = " or ".join(_fixes(rule))
    if not fixes:
        return "Only the author can correct it."
    return f"`dt validate` fixes it with {fixes}, where it is clear what was meant."


def _shown(entry: Path) -> Iterable[str]:
    """What is printed of an entry of the gallery."""
    printed = (entry / "expected.en.txt").read_text("utf-8").rstrip()
    command = f"$ dt validate --portfolio tests/gallery/{entry.name} --lang en"
    return f"[{entry.name}](../../tests/gallery/{entry.name}):", f"```console\n{command}\n{printed}\n```"


def _yaml(text: str | bytes) -> str:
    return "\n".join(("```yaml", *example(text, Lang.EN), "```"))


def _off(rule: Rule) -> Iterator[str]:
    how = switches(rule)
    if how is None:
        yield "It cannot be switched off: until it is corrected, what the file says is unknown, and so is every total."
        return
    if how.comment is not None:
        yield from ("In one place, above or beside the field that it is about, with the reason:", _yaml(how.comment))
    yield from ("In `budgets/plan.yaml`, for the whole portfolio:", _yaml(f"{how.plan}  # or error, warning, info"))
    yield f"Just once: `{how.option}`."
