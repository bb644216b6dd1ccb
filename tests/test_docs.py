"""What is written about the program is true of the program."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from driftstilpasning.checking import check
from driftstilpasning.cli import app
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.record import written
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import PLAN, MemoryTree
from tests.documents import ROOT
from tests.rules.examples import PLAN_FIELDS, tree

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def example() -> str:
    found = re.search(r"```yaml\n(# required\n.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_readme_shows_a_measure_with_every_field() -> None:
    shown = set(re.findall(r"^([a-z_]+):", example(), re.MULTILINE))
    assert shown == set(written(Measure))


def test_the_measure_of_the_readme_can_be_read_and_has_only_references_to_others_wrong() -> None:
    plan = "".join(f"{line}\n" for line in PLAN_FIELDS.values()).replace(
        "{oppvekst:", "{helse-omsorg: {name: H}, oppvekst:"
    )
    checked = check(MemoryTree({PLAN: plan, "measures/ho-03.yaml": example()}))
    assert [located.value.id for located in checked.workspace.measures] == ["HO-03"]
    assert {finding.name for finding in checked.diagnostics if finding.severity == "error"} == {"unknown-measure"}


def test_every_command_stands_in_the_readme_and_the_manual() -> None:
    manual = (ROOT / "docs/cli.md").read_text("utf-8")
    names = [info.name for info in app.registered_commands]
    assert [name for name in names if f"`dt {name}" not in README] == []
    assert [name for name in names if f"## dt {name}\n" not in manual] == []


def test_the_two_commands_stand_on_lines_of_their_own() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert [command.split(" && ")[-1] for command in commands] == [
        ".venv/bin/dt summarize",
        ".venv/bin/python -m pytest",
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_generated_pages_are_current() -> None:
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, ROOT / "docs/build.py", "--check"], capture_output=True, text=True, check=False, timeout=240
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_fault_that_reading_can_name_has_a_rule_with_the_words() -> None:
    named = re.compile(
        r'\b(?:Fault|Cause|Problem|fault)\(\s*"([a-z0-9-]+)"|yield "([a-z]+-[a-z-]+)",|return "([a-z]+-[a-z-]+)", path'
    )
    reading = [path for path in SOURCES if path.parent.name in ("source", "workspace", "model")]
    names = {a or b or c for path in reading for a, b, c in named.findall(path.read_text("utf-8"))}
    assert len(names) > 40
    assert names - {rule.name for rule in all_rules()} == set()


def test_the_comments_that_the_manual_shows_suppress_what_they_name() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/choosing.md").read_text("utf-8"), re.DOTALL)
    suppressed = []
    for block in blocks:
        checked = check(tree(block), today=date(2014, 12, 31))
        assert checked.diagnostics == ()
        suppressed += [(one.code, f"ignore {one.code} " in block) for one in checked.suppressed]
    assert suppressed == [("DT215", True), ("DT203", True)]
