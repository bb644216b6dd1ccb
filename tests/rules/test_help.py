"""What a finding tells whoever made the mistake to write instead."""

import pytest

from driftstilpasning.rules import run
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang
from driftstilpasning.workspace import load
from tests.rules.examples import tree


def words(example: str) -> tuple[str, str]:
    """Message and help of the only error, in English."""
    (found,) = [found for found in run(load(tree(example))) if found.severity == "error"]
    assert found.help is not None
    return found.message.render(Lang.EN, **found.facts), found.help.render(Lang.EN, **found.facts)


@pytest.mark.parametrize(
    ("example", "rewrite"),
    [
        ("title: Tiltak: vikarbruk\n", 'title: "Tiltak: vikarbruk"'),
        ('title: Si "nei": vikarbruk\n', "title: 'Si \"nei\": vikarbruk'"),
        ("title: Merk: her  # og der\n", 'title: "Merk: her"'),
        ("effect: {2013: 100; 2014: 200}\n", "2013: 100, 2014: 200"),
        ("acceptance: {grade: 4, text: Semje, men ei}\n", 'text: "Semje, men ei"'),
        ("owner: @rektor  # ny\n", 'owner: "@rektor"'),
        ("owner: *rektor\n", 'owner: "*rektor"'),
        ('source: "K:\\dokument\\ola\'s"\n', "'K:\\dokument\\ola''s'"),
        ("title: #1 tiltak\n", 'title: "#1 tiltak"'),
        ("sector:oppvekst\n", "sector: oppvekst"),
        ("effect: 1 200\n", "effect: {annual: 1200}"),
        ("themes: kultur]\n", "themes: [kultur]"),
        ("recurring: nei\n", "false"),
        ("id: HO 03/b\n", "HO-03-b"),
        ("effect: {annual: '400'}\n", "400"),
        ("effect: {annual: 1.200.000}\n", "1200000"),
        ("effect: {annual: −328}\n", "-328"),
        ("sector: {oppvekst: 40 %, teknisk: 60}\n", "40"),
        ("fte: 1,5\n", "1.5"),
        ("# measures/æ.YAML\nid: A\n", "measures/æ.yaml"),
    ],
)
def test_the_help_ends_with_what_to_write(example: str, rewrite: str) -> None:
    assert words(example)[1].endswith(" " + rewrite)


def test_a_decimal_comma_may_be_millions() -> None:
    message, help_ = words("effect:\n  2013: 2,9\n  2014: 2,9\n  2015: 0\n  2016: 0\n")
    assert message == "effect.2013 (and 2014) is text (2,9), not a number"
    assert help_ == "amounts are in 1000 kr: if you mean 2,9 million, write 2900; if thousand, write 2.9"


@pytest.mark.parametrize(
    ("example", "help_"),
    [
        (f"# {PLAN}\ntargets: [{{id: a, title: A, amount: 0, basis: level, year: 2016}}]\n", "write an amount above 0"),
        (
            f"# {PLAN}\ntargets: [{{id: a, title: A, amount: -5, basis: level, year: 2016}}]\n",
            "write the amount without a minus sign",
        ),
        ("acceptance: {grade: 6}\n", "write 1 for very low, 5 for very high or something in between"),
        ("consequence: {staff: {grade: 6}}\n", "write 1 for very small, 5 for very large or something in between"),
    ],
)
def test_the_help_fits_what_was_written(example: str, help_: str) -> None:
    assert words(example)[1] == help_


def test_an_empty_plan_is_not_made_as_a_measure_is() -> None:
    (found,) = run(load(MemoryTree({PLAN: ""})))
    assert found.help is not None
    assert "dt init" in found.help.en


def test_a_file_in_another_encoding_is_replaced_by_what_is_pasted() -> None:
    (found,) = run(load(MemoryTree({"measures/a b.yaml": "id: A\n".encode("utf-16-le")})))
    assert found.help is not None
    assert found.help.render(Lang.NN, **found.facts).endswith(
        "iconv -f UTF-16LE -t UTF-8 'measures/a b.yaml' > ny.yaml && mv ny.yaml 'measures/a b.yaml'"
    )


@pytest.mark.parametrize(
    ("example", "meant"),
    [("status: vedtatt\n", "adopted"), ("status: Proposed\n", "proposed"), ("kind: bemanning\n", "staffing")],
)
def test_a_norwegian_word_for_a_status_is_understood_and_not_accepted(example: str, meant: str) -> None:
    assert words(example)[1] == f"did you mean `{meant}`?"


def test_a_letter_that_cannot_be_known_is_not_guessed() -> None:
    (found,) = run(load(tree(b"title: \x81\n")))
    assert found.message.en == "the file is not saved as UTF-8: this character cannot be read"
