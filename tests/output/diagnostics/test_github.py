"""Workflow commands: taken apart as GitHub's runner does it, they say what was meant."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.output.diagnostics import render
from driftstilpasning.output.diagnostics.findings import cause, remarks
from driftstilpasning.text import Lang
from tests.output.diagnostics.github_runner import parsed
from tests.output.diagnostics.sample import HARD, findings

COMMANDS = [parsed(line) for line in render("github", findings()).splitlines()]
FOUND = findings().diagnostics


def test_a_finding_is_a_command_on_one_line() -> None:
    assert len(COMMANDS) == len(FOUND)


def test_every_severity_has_its_command() -> None:
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    assert [command.name for command in COMMANDS] == [names[found.severity] for found in FOUND]
    assert {command.name for command in COMMANDS} == set(names.values())


def test_files_and_messages_come_out_of_the_escapes_unchanged() -> None:
    assert [command.properties["file"] for command in COMMANDS] == [found.where.file for found in FOUND]
    for command, found in zip(COMMANDS, FOUND, strict=True):
        first, *rest = command.data.split("\n")
        assert first.endswith(cause(found, Lang.NN))
        assert rest == "\n".join(remarks(found, Lang.NN)).split("\n")
    assert HARD["measures/b.yaml"] in {command.properties["file"] for command in COMMANDS}


def test_only_the_documented_parameters_are_used() -> None:
    documented = {"title", "file", "col", "endColumn", "line", "endLine"}
    assert {name for command in COMMANDS for name in command.properties} == documented


def test_a_place_over_several_lines_has_no_columns() -> None:
    for command, found in zip(COMMANDS, FOUND, strict=True):
        span = found.where.span
        several = span.line != span.end_line
        assert ("col" in command.properties) == ("endColumn" in command.properties) == (not several)
        assert (command.properties["line"], command.properties["endLine"]) == (str(span.line), str(span.end_line))
    assert any("col" not in command.properties for command in COMMANDS)


def test_the_title_names_the_rule_and_the_measure() -> None:
    assert COMMANDS[0].properties["title"] == "DT201 effect-not-a-number A"
