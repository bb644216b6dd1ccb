"""``dt schema`` describes what ``dt`` reads: every field has words, and the two agree on what is right and wrong."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from driftstilpasning.checking import check
from driftstilpasning.model.money import Unit
from driftstilpasning.output.hints.measure import MEASURE
from driftstilpasning.output.hints.plan import PLAN as PLAN_HINTS
from driftstilpasning.output.hints.values import CHOICES, SHAPES, WAYS
from driftstilpasning.output.model_schema import KINDS, paths
from driftstilpasning.output.schema import Known, schema
from driftstilpasning.rules import Rule, all_rules, find_rule
from driftstilpasning.source.tree import PLAN, FolderTree, MemoryTree, Tree
from driftstilpasning.text import Lang, Text
from driftstilpasning.workspace import load
from driftstilpasning.workspace.reading import read_measure, read_plan
from tests.documents import PORTFOLIOS, ROOT
from tests.rules.examples import MEASURE as FIELDS
from tests.rules.examples import PLAN_FIELDS, tree
from tests.test_docs import example
from tests.yaml12 import read

HINTS = {"measure": MEASURE, "plan": PLAN_HINTS}
Node = dict[str, Any]


@cache
def made(kind: str, lang: Lang = Lang.EN) -> Node:
    node: Node = json.loads(schema(kind, lang))
    return node


def made_for(portfolio: Tree, kind: str) -> Node:
    workspace = load(portfolio)
    known = Known(workspace.portfolio().plan, dict(workspace.names.values()))
    node: Node = json.loads(schema(kind, Lang.EN, known))
    return node


def wrong(node: Node, text: str) -> list[str]:
    return [error.message for error in Draft7Validator(node).iter_errors(read(text))]


def fields(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every field of a schema that has a name, with its path."""
    for name, field in node.get("properties", {}).items():
        if field.get("title") and not name.isdigit():
            yield path + name, field
        yield from fields(field, f"{path}{name}.")
    for part in (*node.get("anyOf", []), node.get("items"), node.get("additionalProperties")):
        if isinstance(part, dict):
            yield from fields(part, path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_hint_and_every_hint_a_field(kind: str) -> None:
    assert {"", *paths(kind)} == set(HINTS[kind])


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title_a_description_and_something_to_write(kind: str, lang: Lang) -> None:
    node = made(kind, lang)
    Draft7Validator.check_schema(node)
    assert {"", *(path for path, _ in fields(node))} == set(HINTS[kind])
    for path, field in fields(node):
        assert field["title"], path
        assert field["description"], path
        told = {"examples", "enum", "default", "properties", "patternProperties", "additionalProperties", "items"}
        assert told & field.keys() or "defaultSnippets" in field, path


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_and_default_fits_its_own_field(kind: str) -> None:
    for lang in Lang:
        for path, field in fields(made(kind, lang)):
            snippets = [snippet["body"] for snippet in field.get("defaultSnippets", [])]
            for value in (*field.get("examples", []), *snippets, *([field["default"]] if "default" in field else [])):
                assert list(Draft7Validator(field).iter_errors(value)) == [], path


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_is_described(kind: str) -> None:
    for path, field in fields(made(kind)):
        if "enum" in field:
            assert len(field["enum"]) == len(set(field["enumDescriptions"])), path
            assert all(field["enumDescriptions"]), path


def words() -> Iterator[Text]:
    for hints in (MEASURE, PLAN_HINTS):
        for hint in hints.values():
            yield from (hint.title, hint.description, *(one for one in hint.examples if isinstance(one, Text)))
    for several in (*CHOICES.values(), SHAPES, WAYS):
        yield from several.values()


def test_bokmal_is_bokmal_and_nynorsk_is_nynorsk() -> None:
    of_nynorsk = re.compile(r"\b(fila|mappa|lista|ikkje|eit|ein|vert|frå|éin|eininga|tiltaka)\b")
    of_bokmal = re.compile(r"(?<!-)\b(ikke|et|en|blir|fra|én|hva|hvor|noe|tiltakene|planens)\b")
    texts = list(words())
    assert [text.nb for text in texts if of_nynorsk.search(text.nb)] == []
    assert [text.nn for text in texts if of_bokmal.search(text.nn)] == []


@pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")
def test_the_portfolios_of_this_repository_fit_and_fit_their_own_schema_too(root: Path) -> None:
    files = {name: raw.decode() for name, raw in FolderTree(root).files() if isinstance(raw, bytes)}
    for kind in KINDS:
        for node in (made(kind), made_for(FolderTree(root), kind)):
            chosen = [text for name, text in files.items() if (name == PLAN) == (kind == "plan")]
            assert chosen
            assert [message for text in chosen for message in wrong(node, text)] == []


def test_the_measure_of_the_readme_fits() -> None:
    assert wrong(made("measure"), example()) == []


STRICTER = {"DT026"}
"""Rules whose good example the schema of a portfolio refuses: it reads no comment that suppresses a finding."""


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_fits_both_schemas(rule: Rule) -> None:
    files = tree(rule.good)
    for name, content in files.contents.items():
        kind = "plan" if name == PLAN else "measure"
        assert isinstance(content, str)
        assert wrong(made(kind), content) == []
        if rule.code not in STRICTER:
            assert wrong(made_for(files, kind), content) == []


VALUES = (
    *("1200", "-2.5", "0", "3", "6", "2016", "2,9", "1 200", "1e3", "+5", '"1200"', '"2013"'),
    *("true", "yes", "Nei", "", "~", '""', '" "', "HO-03", "HO 03", "mean", "level", "idea", "free"),
    *("2013-08", "2013-13", "2013-06-10", "2013-02-30", "10.06.2013"),
    *("[]", "{}", "[1200]", "[HO-03]", "[{}]", "{2013: 500}", "{tusen: 5}", "{annual: 1200}", "{annual: x}"),
    *("{grade: 3, text: a}", "{oppvekst: 100}", "{level: must}", "{low: 1, high: 2}", "[{with: A, amount: 2}]"),
)
"""What people write, rightly and wrongly, tried in every field."""

DT_ALONE = {"1e3", "+5", "2013-02-30"}
"""Numbers that are written otherwise, and a day that there is not."""

SCHEMA_ALONE = {'"2013"', '"1200"'}
"""A year in quotation marks, which ``dt`` takes for a year."""


def document(kind: str, path: str, value: str) -> str:
    """A right file, but for ``value`` in the field at ``path``."""
    parts = path.split(".")
    wraps = {"overlaps": "[{with: A, amount: 1, %s}]", "decisions": "[{date: 2013-06-10, body: a, outcome: idea, %s}]"}
    wraps |= {"targets": "[{id: a, title: b, amount: 1, basis: in-year, year: 2016, %s}]"}
    wraps |= {"stated": "[{year: 2013, amount: 1, %s}]", "sectors": "{oppvekst: {name: a, %s}}"}
    wraps |= {"effect": "{annual: 1, %s}", "law": "{level: may, %s}", "range": "{low: 1, high: 9999, %s}"}
    wraps |= {"period": "{first: 2013, last: 2016, %s}", "quadrant": "{effect: 1, feasibility: 3, %s}"}
    wraps |= {"already": "{amount: 1, %s}"}
    written = f"{parts[-1]}: {value}"
    for parent in reversed(parts[:-1]):
        whole = wraps.get(parent, "{%s}")
        name, _, _ = written.partition(":")
        whole = re.sub(rf"\b{name}: [^,]+, ", "", whole)
        written = f"{parent}: {whole % written}"
    base = FIELDS if kind == "measure" else PLAN_FIELDS
    return "".join(f"{line}\n" for name, line in (base | {parts[0]: written}).items())


def faults(kind: str, text: str) -> set[str]:
    """The codes of what keeps ``dt`` from reading a file, less what contradicts the rest of the plan."""
    file = (PLAN if kind == "plan" else "measures/a.yaml", text.encode())
    reading = read_plan(file) if kind == "plan" else read_measure(file, Unit.THOUSAND)
    codes = {rule.code for problem in reading.problems if (rule := find_rule(problem.name))}
    return {code for code in codes if code == "DT111" or (reading.value is None and code[2] != "5")}


def errors(kind: str, text: str) -> set[str]:
    """The codes of every error that ``dt`` finds."""
    portfolio = tree(f"# {PLAN if kind == 'plan' else 'measures/a.yaml'}\n{text}")
    return {found.code for found in check(portfolio).diagnostics if found.severity == "error"}


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind in KINDS for path in HINTS[kind] if path])
def test_dt_and_the_schema_agree_on_every_field(kind: str, path: str) -> None:
    top = path.partition(".")[0]
    field = Draft7Validator(made(kind)["properties"][top])
    for value in VALUES:
        text = document(kind, path, value)
        refused = [error.message for error in field.iter_errors(read(text).get(top))]
        if refused and value not in SCHEMA_ALONE:
            assert faults(kind, text) or errors(kind, text), (value, refused)
        if not refused and value not in DT_ALONE:
            assert faults(kind, text) - {"DT111"} == set(), value


@given(st.from_regex(r"[^\W_](?:[^\W_]|-)*", fullmatch=True))
def test_whatever_can_be_an_id_fits_the_pattern(identifier: str) -> None:
    pattern = made("measure")["properties"]["id"]["pattern"]
    assert re.search(pattern, identifier)


@pytest.mark.parametrize("sign", "_ .,:/()[]{}!?@#%&*+=<>|\\^~`'\"$;")
def test_no_sign_can_stand_in_an_id(sign: str) -> None:
    pattern = made("measure")["properties"]["id"]["pattern"]
    assert not re.search(pattern, f"A{sign}1")
    assert not re.search(pattern, "-A")


def test_the_schema_of_a_portfolio_knows_its_sectors_measures_and_years() -> None:
    files = MemoryTree({**tree("id: A-1\ntitle: Samle\n").contents})
    node = made_for(files, "measure")["properties"]
    one, shares = node["sector"]["anyOf"]
    assert (one["enum"], one["enumDescriptions"]) == (["oppvekst", "teknisk"], ["Oppvekst", "Teknisk"])
    assert list(shares["properties"]) == ["oppvekst", "teknisk"]
    for field in (node["requires"]["items"], node["excludes"]["items"], node["reverses"]):
        assert (field["enum"], field["enumDescriptions"]) == (["A-1"], ["Samle"])
    assert node["overlaps"]["items"]["properties"]["with"]["enum"] == ["A-1"]
    assert list(node["transition_cost"]["properties"]) == ["2013", "2014", "2015", "2016"]


@pytest.mark.parametrize(
    "field",
    [
        "sector: kultur",
        "sector: {kultur: 100}",
        "requires: [B-1]",
        "reverses: B-1",
        "effect: {annual: 1, from: 2012-12}",
        "effect: {2013: 1, 2014: 1, 2015: 1}",
        "effect: {2013: 1, 2014: 1, 2015: 1, 2016: 1, 2017: 1}",
        "transition_cost: {2017: 1}",
        "status: hearing\nowner: Rektor",
    ],
)
def test_what_only_the_schema_of_a_portfolio_refuses_dt_refuses_too(field: str) -> None:
    lines = {**FIELDS, "acceptance": "acceptance: {grade: 3}", field.partition(":")[0]: field}
    text = "".join(f"{line}\n" for line in lines.values())
    portfolio = tree(f"# measures/a.yaml\n{text}")
    assert wrong(made("measure"), text) == []
    assert wrong(made_for(portfolio, "measure"), text)
    assert [found.code for found in check(portfolio).diagnostics if found.severity == "error"]


def test_grades_are_not_asked_for_where_the_plan_does_not_ask() -> None:
    relaxed = tree("# budgets/plan.yaml\nseverity: {DT401: warning}\n# measures/a.yaml\nstatus: adopted\n")
    assert "then" not in made_for(relaxed, "measure")
    assert "then" in made_for(tree("status: adopted\n"), "measure")


def test_a_portfolio_without_measures_has_a_schema() -> None:
    empty = MemoryTree({PLAN: "".join(f"{line}\n" for line in PLAN_FIELDS.values())})
    Draft7Validator.check_schema(made_for(empty, "measure"))
