"""Texts that only hold the place of a text."""

import pytest

from driftstilpasning.checking import check
from tests.rules.examples import tree


@pytest.mark.parametrize("text", ["…", "...", "TODO", "todo: spør rektor", "-", "?", "xxx", "Fyllast ut", "(tbd)"])
def test_a_placeholder_is_no_text(text: str) -> None:
    files = tree(f'status: adopted\nowner: "{text}"\ndecisions: [{{date: 2013-06-10, body: kst, outcome: adopted}}]\n')
    assert [(found.code, found.severity) for found in check(files).diagnostics] == [("DT405", "error")]


@pytest.mark.parametrize(
    "text", ["Ingen", "NAV", "x", "Todos los servicios", "Fyll ut skjema på nett", "Tekstilavdelinga"]
)
def test_a_short_text_is_a_text(text: str) -> None:
    assert list(check(tree(f"acceptance: {{grade: 4, text: {text}}}\n")).diagnostics) == []


def test_all_placeholders_of_a_measure_are_one_finding_and_a_warning_to_an_idea() -> None:
    (found,) = check(tree("status: idea\ntitle: …\nowner: …\nacceptance: {grade: 4, by: …, text: …}\n")).diagnostics
    assert (found.code, found.severity) == ("DT405", "warning")
    assert found.facts["fields"] == ["title", "owner", "acceptance.by", "acceptance.text"]
