"""No bytes whatever make the reading or the rules fail: wrong content is a finding."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from driftstilpasning.checking import check
from driftstilpasning.source.parsing import parse
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang
from tests.rules.examples import MEASURE, PLAN_FIELDS, tree

SIGNS = [*"abAÅ01:,.-#'\"[]{}&*!|>%@`?\\ \n\t…å😀\u2028", "\n  ", ": ", "- ", "\r\n"]
WORDS = [*MEASURE, *PLAN_FIELDS, "grade", "text", "annual", "from", "first", "NO", "2013", "2,9", "1e9", "<<<<<<<"]
WORDS += ["# dt: ignore ", "DT401", "no-effect", 'reason="', "until=2013-06-30"]
SOUP = st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map("".join)
FIELDS = st.sampled_from([*MEASURE, *PLAN_FIELDS, "overlaps", "requires", "decisions", "law", "fte", "range"])
VALUES = st.recursive(
    st.sampled_from(["", "''", "NO", "2013", "-1.5", "2,9", "x: y", "9" * 30, "proposed", "2013-08", "true", "~"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]")
        | st.dictionaries(st.sampled_from(["2013", "amount", "grade", "with", "id", "''"]), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)


def judge(plan: bytes, measure: bytes) -> None:
    """Read and judge; every finding has words and a place in every language."""
    checked = check(MemoryTree({PLAN: plan, "measures/a.yaml": measure}))
    assert len(checked.workspace.measures) + len(checked.workspace.left_out) == 1
    for found in checked.diagnostics:
        assert found.where.span.line >= 1
        for lang in Lang:
            assert found.message.render(lang, **found.facts)
            assert found.help is None or found.help.render(lang, **found.facts)


def filled(**fields: str) -> tuple[bytes, bytes]:
    """A plan and a measure with these fields in place of their own."""
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    contents = tree(f"# {PLAN}\n{lines}\n# measures/a.yaml\n#\n{lines}").contents
    plan, measure = str(contents[PLAN]), str(contents["measures/a.yaml"])
    return plan.encode(), measure.encode()


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_bytes(plan: bytes, measure: bytes) -> None:
    judge(plan, measure)


@given(st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_text(text: bytes) -> None:
    judge(text, text)


@settings(max_examples=300)
@given(SOUP)
def test_any_mixture_of_signs_and_words_of_a_portfolio(text: str) -> None:
    judge(text.encode(), text.encode())


@settings(max_examples=300)
@given(st.dictionaries(FIELDS, VALUES, max_size=4))
def test_any_value_of_any_field(fields: dict[str, str]) -> None:
    judge(*filled(**fields))


@given(st.randoms(use_true_random=False))
def test_a_good_file_with_a_few_characters_changed(chance: random.Random) -> None:
    plan, measure = (bytearray(raw) for raw in filled())
    for raw in (plan, measure):
        for _ in range(3):
            raw[chance.randrange(len(raw))] = chance.choice(b" \n\t:,-#'\"[]{}&*!|>x1\xe5\0")
    judge(bytes(plan), bytes(measure))


@given(st.integers(1, 60_000), st.sampled_from(["[", "{a: ", "- ", "? ", "a:\n ", "'", "[{", "- - {"]))
@settings(max_examples=50, deadline=None)
def test_any_depth(depth: int, sign: str) -> None:
    assert parse("measures/a.yaml", (sign * depth).encode()).data is None or depth < 32
