"""Every format tells the same: each is read back, and says what was found, where, and in which words."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from driftstilpasning.output.diagnostics import FORMATS, render
from driftstilpasning.output.diagnostics.findings import Findings, cause, cure
from driftstilpasning.output.layout import Screen
from driftstilpasning.text import Lang
from driftstilpasning.text.safe import printable
from tests.output.diagnostics.github_runner import Command, parsed
from tests.output.diagnostics.sample import findings

Fact = tuple[str, int, int | None, str, str]
"""File, line, column where the format has one, code, what is wrong."""

_LINE = re.compile(r"^(?P<file>\S.*?):(?P<line>\d+):(?P<column>\d+): (?P<code>DT\d{3}) (?P<cause>.*)$", re.MULTILINE)
_FULL = re.compile(
    r"^(?P<code>DT\d{3}) \w+: (?P<cause>.*)\n +--> (?P<file>.+):(?P<line>\d+):(?P<column>\d+)(?:  .*)?$", re.MULTILINE
)


def facts(pattern: re.Pattern[str], text: str) -> list[Fact]:
    return [
        (found["file"], int(found["line"]), int(found["column"]), found["code"], found["cause"])
        for found in pattern.finditer(text)
    ]


def from_full(text: str) -> list[Fact]:
    return facts(_FULL, text)


def from_concise(text: str) -> list[Fact]:
    return facts(_LINE, text)


def from_json(text: str) -> list[Fact]:
    return [
        (printable(one["path"]), one["line"], one["column"], one["code"], one["message"]) for one in json.loads(text)
    ]


def from_github(text: str) -> list[Fact]:
    return [fact for command in map(parsed, text.splitlines()) for fact in _github(command)]


def _github(command: Command) -> Iterator[Fact]:
    ((file, line, column, code, said),) = facts(_LINE, command.data)
    assert printable(command.properties["file"]) == file
    assert int(command.properties["line"]) == line
    assert int(command.properties.get("col", column or 0)) == column
    assert command.properties["title"].startswith(f"{code} ")
    yield file, line, column, code, said


def from_gitlab(text: str) -> list[Fact]:
    return [
        (
            printable(one["location"]["path"]),
            one["location"]["lines"]["begin"],
            None,
            one["check_name"],
            one["description"].removeprefix(f"{one['check_name']} ").split(" – ")[0],
        )
        for one in json.loads(text)
    ]


def from_sarif(text: str) -> list[Fact]:
    (run,) = json.loads(text)["runs"]
    return list(map(_sarif, run["results"]))


def _sarif(result: dict[str, object]) -> Fact:
    told = json.loads(json.dumps(result))
    place = told["locations"][0]["physicalLocation"]
    said = told["message"]["text"].split("\n")[0].replace("\\](", "](").replace("{{", "{").replace("}}", "}")
    file = printable(unquote(place["artifactLocation"]["uri"]))
    return file, place["region"]["startLine"], place["region"]["startColumn"], told["ruleId"], said


def from_junit(text: str) -> list[Fact]:
    found = []
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314  # our own
        lines = [fact for part in case for fact in facts(_LINE, part.text or "")]
        assert {file for file, *_ in lines} <= {printable(case.attrib["name"])}
        found += lines
    return sorted(found)


READ: dict[str, Callable[[str], list[Fact]]] = {
    "full": from_full,
    "concise": from_concise,
    "json": from_json,
    "github": from_github,
    "gitlab": from_gitlab,
    "sarif": from_sarif,
    "junit": from_junit,
}


def expected(sample: Findings, lang: Lang) -> list[Fact]:
    return [
        (
            printable(found.where.file),
            found.where.span.line,
            found.where.span.column,
            found.code,
            cause(found, lang),
        )
        for found in sample.diagnostics
    ]


def test_every_format_can_be_read_back_here() -> None:
    assert tuple(READ) == FORMATS


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_code_place_and_cause_of_each_finding(form: str, lang: Lang) -> None:
    sample = findings(lang)
    wide = Findings(sample.diagnostics, lang, sample.files, screen=Screen(10_000))
    read = READ[form](render(form, wide))
    columns = [fact[2] is not None for fact in read]
    assert all(columns) or form == "gitlab"
    known = [
        (file, line, column if columns[0] else None, *rest) for file, line, column, *rest in expected(sample, lang)
    ]
    assert sorted(read, key=str) == sorted(known, key=str)
    assert len(read) == 7


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "concise"])
def test_every_format_but_the_shortest_says_what_to_do(form: str) -> None:
    text = render(form, Findings(findings().diagnostics, Lang.NB, screen=Screen(10_000)))
    for found in findings().diagnostics:
        wanted = cure(found, Lang.NB)
        assert wanted
        if form == "sarif":  # where a single brace begins a placeholder
            wanted = wanted.replace("{", "{{").replace("}", "}}")
        if form in ("json", "gitlab", "sarif"):
            assert json.dumps(wanted, ensure_ascii=False)[1:-1] in text
        else:
            assert [line for line in wanted.split("\n") if line not in text] == []
    assert any("\n" in cure(found, Lang.NB) for found in findings().diagnostics), "lines to be pasted"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes_and_no_place_on_this_machine(form: str) -> None:
    assert render(form, findings()) == render(form, findings())
    assert str(__file__).split("tests", maxsplit=1)[0] not in render(form, findings())


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_nothing_to_read_but_for_programs(form: str) -> None:
    text = render(form, Findings((), Lang.NB, lambda: ["measures/a.yaml"]))
    assert READ[form](text) == []
    assert (text == "") == (form in ("full", "concise", "github"))


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_a_receiver_is_told_the_repositorys_name_of_a_file(form: str) -> None:
    files = [fact[0] for fact in READ[form](render(form, findings(folder="økonomi/2013")))]
    assert sorted(files) == sorted(f"økonomi/2013/{fact[0]}" for fact in expected(findings(), Lang.NN))


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_reader_is_told_the_portfolios_name_of_a_file(form: str) -> None:
    assert "økonomi" not in render(form, findings(folder="økonomi/2013"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_not_text_can_be_written(form: str) -> None:
    (first, *_) = findings().diagnostics
    odd = Findings((replace(first, where=replace(first.where, file="measures/\udcff\x01\ufffe.yaml")),), Lang.EN)
    assert READ[form](render(form, odd).encode("utf-8", "backslashreplace").decode())
