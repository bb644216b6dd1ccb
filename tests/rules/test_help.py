"""What a finding tells whoever made the mistake to write instead."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.source.tree import PLAN, MemoryTree
from driftstilpasning.text import Lang
from tests.rules.examples import tree
from tests.rules.workspaces import found


def words(example: str, lang: Lang = Lang.EN) -> tuple[str, str]:
    """Message and help of the only error, or of the only warning about a full stop."""
    everything = check(tree(example)).diagnostics
    (found,) = [found for found in everything if found.severity == "error" or found.code == "DT219"]
    assert found.help is not None
    return found.message.render(lang, **found.facts), found.help.render(lang, **found.facts)


def unit(name: str) -> str:
    """A plan in this unit, and the beginning of a measure."""
    return f"# {PLAN}\nunit: {name}\n# measures/a.yaml\n"


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
        ("owner: *ørjan\n", 'owner: "*ørjan"'),
        ("owner: & co\n", 'owner: "& co"'),
        ("source: !Sjå sak 24/118\n", 'source: "!Sjå sak 24/118"'),
        ('source: "K:\\dokument\\ola\'s"\n', "'K:\\dokument\\ola''s'"),
        ("title: #1 tiltak\n", 'title: "#1 tiltak"'),
        ('title: "Samle innkjøpene\n', 'title: "Samle innkjøpene"'),
        ("effect: {annual: 400, from: 2013-08\n", "effect: {annual: 400, from: 2013-08}"),
        ("requires: [HO-01, HO-02\n", "requires: [HO-01, HO-02]"),
        ('title: "Open hall" på søndagar\n', "title: '\"Open hall\" på søndagar'"),
        ("title: 'Ola's plan'\n", 'title: "Ola\'s plan"'),
        ("title: Samle\u200b innkjøpene\n", "title: Samle innkjøpene"),
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
        ("fte: 0,125\n", "0.125"),
        ("effect: {annual: 1e3}\n", "1000"),
        ("effect: {annual: 1,2 mill.}\n", "1200"),
        ("effect: {annual: 1.2 mill. kr}\n", "1200"),
        (unit("kr") + "effect: {annual: 2 millionar}\n", "2000000"),
        (unit("mill. kr") + "effect: {annual: 1,2 mill}\n", "1.2"),
        ("effect:\n  2013: 1 000\n  2014: 2.000.000\n", "2013: 1000, 2014: 2000000"),
        (
            unit("kr") + "effect: {2013: 2,9, 2014: 5, 2015: 1 200 000, 2016: 1.200.000}\n",
            "2013: 2.9, 2015: 1200000, 2016: 1200000",
        ),
        ("effect:\n  2013: 2,9\n  2014: 1 000\n", "2013: 2.9 or 2900, 2014: 1000"),
        ("sector: {oppvekst: 40 %, teknisk: 60 %}\n", "oppvekst: 40, teknisk: 60"),
        ("effect: {annual: 1, from: 07.2013}\n", "2013-07"),
        ("decisions: [{date: 1.6.2013, body: x, outcome: adopted}]\n", "2013-06-01"),
        ("transition_cost: 150\n", "transition_cost: {2013: 150}"),
        ("investment: 2,9\n", "investment: {2013: 2.9} or investment: {2013: 2900}"),
        ("effect: 1200\n", "effect: {annual: 1200}"),
        ("requires: HO-01\n", "requires: [HO-01]"),
        ("overlaps: HO-05\n", "overlaps: [{with: HO-05, amount: …}]"),
        ("overlaps: [HO-05]\n", "{with: HO-05, amount: …}"),
        ("overlaps: {with: HO-05, amount: 200}\n", "overlaps: [{with: HO-05, amount: 200}]"),
        (
            "decisions:\n  date: 2013-06-10\n  body: formannskap, samrøystes\n  outcome: adopted\n  note: 'ja'\n",
            'decisions: [{date: 2013-06-10, body: "formannskap, samrøystes", outcome: adopted, note: "ja"}]',
        ),
        ("id:\n", "id: HO-03"),
        (f"# {PLAN}\nsectors: {{oppvekst: {{name: }}, teknisk: {{name: Teknisk}}}}\n", "name: Oppvekst"),
        ("# measures/æ.YAML\nid: A\n", "measures/æ.yaml"),
        ("title: Samle\nto avtaler\n", "  to avtaler\n# to avtaler"),
        ("kind: purchasing\nHusk å spørre Kari!\n", "# Husk å spørre Kari!"),
        ("owner Rektor\n", "owner: Rektor"),
        ("consequence\n  staff: {grade: 1, text: A}\n", "consequence:"),
        ("acceptance = {grade: 3, text: Delt syn}\n", "acceptance: {grade: 3, text: Delt syn}"),
        ("acceptance: {grade: 3 text: Delt syn}\n", "grade: 3, text: Delt syn"),
        ("effect: {2013: 1 2014: 2, 2015: 2, 2016: 2}\n", "2013: 1, 2014: 2"),
        ("effect:\n  annual: 400 from: 2013-08\n", "annual: 400\nfrom: 2013-08"),
        ("acceptance: (grade: 3, text: Delt syn)\n", "acceptance: {grade: 3, text: Delt syn}"),
        ("requires: [HO-03}\n", "requires: [HO-03]"),
        ("effect: {annual: 400, from: 2013-08)\n", "effect: {annual: 400, from: 2013-08}"),
        ("title: A\n- owner: Rektor\n", "owner: Rektor"),
        ("effect:\n  annual: - 1900\n", "annual: -1900"),
        ("effect: {annual: - 1900, from: 2013-08}\n", "annual: -1900"),
        ("effect:\n  annual: >1900\n", "annual: 1900"),
        ("effect:\n  2013: -\n  2014: 1\n", "0 if there is none"),
        ("effect: {annual: 1}\nfte: #REF!\n", "0 if there is none"),
        ("title:\u00a0Samle\n", "title: Samle"),
        ("acceptance:\n\u00a0 grade: 4\n", "  grade: 4"),
        ("acceptance: {grade:\u00a04}\n", "acceptance: {grade: 4}"),
        ("acceptance: {grade: 3, text: «Delt syn», nei: ikkje samde}\n", 'text: "«Delt syn», nei: ikkje samde"'),
        ("consequence:\nstaff: {grade: 1, text: A}\n", "  staff: {grade: 1, text: A}"),
        ("consequence:\n  fte: -1\n", "fte: -1"),
        ("effect: {amount: 400, year: 2013-08}\n", "annual and from?"),
        ("effect:\n  - 2013: 0\n  - 2014: 1\n", "effect: {2013: 0, 2014: 1}"),
        ("sector: [oppvekst, teknisk]\n", "sector: {oppvekst: 50, teknisk: 50}"),
        ("sector: [{oppvekst: 40}, {teknisk: 60}]\n", "sector: {oppvekst: 40, teknisk: 60}"),
        ("sector: [oppvekst]\n", "sector: oppvekst"),
        ("sector: oppvekst og teknisk\n", "sector: {oppvekst: 50, teknisk: 50}"),
        ("sector: {oppvekst: 0.4, teknisk: 0.6}\n", "sector: {oppvekst: 40, teknisk: 60}"),
        (f"# {PLAN}\nperiod: 2013-2016\n", "period: {first: 2013, last: 2016}"),
        (f"# {PLAN}\nperiod: 2013 til 2016\n", "period: {first: 2013, last: 2016}"),
        (f"# {PLAN}\nperiod: [2013, 2016]\n", "period: {first: 2013, last: 2016}"),
        (
            f"# {PLAN}\nsectors:\n  oppvekst: Oppvekst\n  helse: 'Helse, omsorg'\n",
            'oppvekst: {name: Oppvekst}\nhelse: {name: "Helse, omsorg"}',
        ),
        (f"# {PLAN}\nsectors: [oppvekst]\n", "sectors:\n  oppvekst: {name: Oppvekst}"),
        (
            f"# {PLAN}\ntargets:\n  total: {{title: Alt, amount: 1, basis: level, year: 2016}}\n",
            "targets:\n  - id: total\n    title: Alt\n    amount: 1\n    basis: level\n    year: 2016",
        ),
        ("overlaps: {HO-05: {amount: 200}}\n", "overlaps:\n  - with: HO-05\n    amount: 200"),
        ("requires: HO-03; AD-01\n", "requires: [HO-03, AD-01]"),
        ("requires: HO-03 og AD-01\n", "requires: [HO-03, AD-01]"),
        ("requires: (HO-03)\n", "requires: [HO-03]"),
        ("requires:\n  -HO-03\n  -AD-01\n", "requires: [HO-03, AD-01]"),
        ("range: 300-500\n", "range: {low: 300, high: 500}"),
        ("range: {low: 500, high: 300}\n", "range: {low: 300, high: 500}"),
        ("law: skal\n", "law: {level: must}"),
        ("law: kommuneloven § 5\n", "law: {level: …, reference: kommuneloven § 5}"),
        ("effect: {annual: 1900 tkr}\n", "1900"),
        ("effect: {annual: 1.200,50}\n", "1200.50"),
        ("effect: {annual: kr 1900}\n", "if these are kroner, write 1.9; if 1000 kr, write 1900"),
        ("effect: {annual: 1900,-, from: 2013-08}\n", "if these are kroner, write 1.9; if 1000 kr, write 1900"),
        ("effect: [{annual: 500, from: 2014-08}, {annual: 1900}]\n", "from: …"),
    ],
)
def test_the_help_ends_with_what_to_write(example: str, rewrite: str) -> None:
    assert words(example)[1].endswith((" " + rewrite, "\n" + rewrite))


@pytest.mark.parametrize(
    ("example", "help_"),
    [
        ('title: "Samle\n  innkjøpene\n', 'write " where the text ends, on this line'),
        ('title: "Samle  # eller byte\n', 'write " where the text ends, on this line'),
        (
            "consequence: {staff: {grade: 1\n",
            "write `}` where the contents end; if it is text, put it in quotation marks",
        ),
        ("requires: [HO-01,\n  HO-02\n", "write `]` where the contents end; if it is text, put it in quotation marks"),
        ("effect: {annual: 1} kr\n", "remove what stands after `}`, or put the whole text in quotation marks"),
    ],
)
def test_where_the_end_cannot_be_known_it_is_not_guessed(example: str, help_: str) -> None:
    assert words(example)[1] == help_


def test_a_decimal_comma_may_be_millions() -> None:
    message, help_ = words("effect:\n  2013: 2,9\n  2014: 2,9\n  2015: 0\n  2016: 0\n")
    assert message == "`effect` for 2013 (and 2014) is text (2,9), not a number"
    assert help_ == "amounts are in 1000 kr: if you mean 2,9 million, write 2900; if thousand, write 2.9"


def test_several_decimal_commas_are_all_millions_or_all_thousands() -> None:
    assert words("effect: {2013: 1,2, 2014: 2,9, 2015: 0, 2016: 0}\n", Lang.NB)[1] == (
        "beløp skrives i 1000 kr; er det millioner, skriv det øverste, er det tusen, det nederste:\n"
        "2013: 1200, 2014: 2900\n2013: 1.2, 2014: 2.9"
    )


@pytest.mark.parametrize("value", ["0x10", ".nan"])
def test_what_is_no_number_a_person_would_write_has_no_rewrite(value: str) -> None:
    message, help_ = words(f"effect: {{annual: {value}}}\n")
    assert value in message
    assert help_ == "amounts are in 1000 kr: write digits, with a full stop for decimals"


@pytest.mark.parametrize("field", ["effect: {annual: 1,200}", "fte: 1,200", "effect: {annual: '1.200'}"])
def test_three_digits_after_a_comma_may_be_thousands(field: str) -> None:
    assert words(field + "\n", Lang.NN)[1] == "meiner du 1,2, skriv 1.2; meiner du 1\u00a0200, skriv 1200"


def test_three_digits_after_a_full_stop_may_be_thousands() -> None:
    assert words("effect: {annual: 1.200}\n", Lang.NN) == (
        "«effect.annual» er 1.200, lese som 1,2",
        "meiner du 1\u00a0200, skriv 1200; om ikkje, skriv 1.2",
    )
    message, help_ = words("effect: {2013: 0, 2014: 1.200, 2015: -12.345, 2016: 1}\n")
    assert message == "`effect` for 2014 (and 2015) is 1.200, read as 1.2"
    assert help_ == (
        "if the full stop separates thousands, write the upper line; if decimals, the lower:\n"
        "2014: 1200, 2015: -12345\n2014: 1.2, 2015: -12.3450"
    )


@pytest.mark.parametrize(
    "field",
    [
        unit("mill. kr") + "effect: {annual: 1.200}",
        "fte: -1.500",
        "sector: {oppvekst: 12.500, teknisk: 87.500}",
        "effect: {annual: 0.500}",
        "effect: {annual: 1.20}",
        "effect: {annual: 1234.500}",
        "source: s. 1.200",
        f"# {PLAN}\nquadrant: {{effect: 1, feasibility: 3.500, weights: {{staff: 1.500}}}}",
    ],
)
def test_three_decimals_that_can_be_nothing_else_are_no_finding(field: str) -> None:
    assert found(field + "\n", "DT219") == []


@pytest.mark.parametrize(
    "plan",
    [
        "sectors: {oppvekst: {name: Oppvekst, base: 122.000}}",
        "sectors: {oppvekst: {name: Oppvekst, wanted: {2013: 122.000}}}",
        "targets: [{id: a, title: A, amount: 35.000, basis: level, year: 2016}]",
    ],
)
def test_amounts_of_the_plan_may_have_thousands_too(plan: str) -> None:
    assert len(found(f"# {PLAN}\n{plan}\n", "DT219")) == 1


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        (Lang.NB, "title: Samle innkjøpene i én avtale"),
        (Lang.NN, "title: Samle innkjøpa i éin avtale"),
        (Lang.EN, "title: Buy everything under one agreement"),
    ],
)
def test_an_example_is_in_the_language_of_the_reader(lang: Lang, title: str) -> None:
    assert words("title:\n", lang)[1].endswith("\n" + title)


@pytest.mark.parametrize(
    ("example", "help_"),
    [
        (
            "efekt: {annual: 1}\neffect: {annual: 1}\n",
            "did you mean `effect`? That field is here already: remove one of the two",
        ),
        ("fte: -1\nårsverk_måte: avgang\n", "remove the field, or write # before it to make it a comment"),
        ("årsverk: -1\n", "did you mean `fte`?"),
        ("owner:\n", "delete the field, or write a value"),
        ("effect: {annual: 1, from: }\n", "delete the field, or write a value"),
        ("effect: {2013: 1, 2014: }\n", "write an amount: 0 if there is none"),
        ("effect: {annual: 1, from: neste år}\n", "write a month in the form 2013-08"),
        (f"# {PLAN}\ntargets: [{{id: a, title: A, amount: 0, basis: level, year: 2016}}]\n", "write an amount above 0"),
        (
            f"# {PLAN}\ntargets: [{{id: a, title: A, amount: -5, basis: level, year: 2016}}]\n",
            "write 5, without a minus sign",
        ),
        ("acceptance: {grade: 6}\n", "write 1 for very low, 5 for very high or something in between"),
        ("consequence: {staff: {grade: 6}}\n", "write 1 for very small, 5 for very large or something in between"),
    ],
)
def test_the_help_fits_what_was_written(example: str, help_: str) -> None:
    assert words(example)[1] == help_


@pytest.mark.parametrize(
    ("example", "help_"),
    [
        ("effect: {annual: 1, from: 2017-01}", "period: {first: 2013, last: 2017}"),
        ("effect: {annual: 1, from: 2103-01}", "write a year in 2013–2016, or remove it"),
        ("transition_cost: {2018: 1}", "period: {first: 2013, last: 2018}"),
        ("transition_cost: {2012: 1}", "write a year in 2013–2016, or remove it"),
        (f"# {PLAN}\nperiod: {{first: 2013, last: 2061}}", "period: {first: 2013, last: 2016}"),
        (f"# {PLAN}\nperiod: {{first: 1013, last: 2016}}", "period: {first: 2013, last: 2016}"),
    ],
)
def test_a_plan_may_have_more_years_but_not_any(example: str, help_: str) -> None:
    assert words(example + "\n")[1].splitlines()[-1] == help_


@pytest.mark.parametrize(
    ("effect", "date", "rewrite"),
    [
        ("{2013: 400, 2014: 400, 2015: 400, 2016: 400}", "2013-06-17", "effect: {annual: 400, from: 2013-07}"),
        ("{2013: 400, 2014: 400, 2015: 400, 2016: 400}", "2013-12-16", "effect: {annual: 400, from: 2014-01}"),
        ("{2013: 400, 2014: 400, 2015: 600, 2016: 600}", "2013-06-17", "write the part-year effect of 2013"),
        ("{2013: 400, 2014: 400, 2015: 400, 2016: 400}", "2016-12-12", "write the part-year effect of 2013"),
    ],
)
def test_a_part_year_is_computed_from_the_month_after_the_decision(effect: str, date: str, rewrite: str) -> None:
    decision = f"decisions: [{{date: {date}, body: kommunestyre, outcome: proposed}}]"
    [finding] = found(f"effect: {effect}\n{decision}\n", "DT209")
    assert finding.help is not None
    assert finding.help.render(Lang.EN, **finding.facts).splitlines()[-1] == rewrite


def test_an_example_fits_the_plan() -> None:
    plan = f"# {PLAN}\nperiod: {{first: 2026, last: 2029}}\nsectors: {{helse: {{name: Helse}}}}\n"
    plan += "targets: [{id: total, title: Alt, amount: 1, basis: level, year: 2029}]\n# measures/a.yaml\n"
    assert words(plan + "sector: helse\neffect:\n")[1].endswith("\neffect: {annual: 1200, from: 2026-08}")
    assert words(plan + "sector:\neffect: {annual: 1}\n")[1].endswith("\nsector: helse")


def test_an_empty_plan_is_not_made_as_a_measure_is() -> None:
    (found,) = check(MemoryTree({PLAN: ""})).diagnostics
    assert found.help is not None
    assert "dt init" in found.help.en


def test_the_name_of_a_file_in_another_encoding_is_ready_for_a_shell() -> None:
    (found,) = check(MemoryTree({"measures/a b.yaml": "id: A\n".encode("utf-16-le")})).diagnostics
    assert found.help is not None
    assert found.help.render(Lang.NN, **found.facts).endswith("\ndt validate --fix 'measures/a b.yaml'")


@pytest.mark.parametrize(
    ("example", "meant"),
    [("status: vedtatt\n", "adopted"), ("status: Proposed\n", "proposed"), ("kind: bemanning\n", "staffing")],
)
def test_a_norwegian_word_for_a_status_is_understood_and_not_accepted(example: str, meant: str) -> None:
    assert words(example)[1] == f"did you mean `{meant}`?"


def test_a_letter_that_cannot_be_known_is_not_guessed() -> None:
    (found,) = check(tree(b"title: \x81\n")).diagnostics
    assert found.message.en == "the file is not saved as UTF-8: this character cannot be read"


@pytest.mark.parametrize(("encoding", "name"), [("cp865", "CP865 (DOS)"), ("mac-roman", "Mac Roman")])
def test_an_older_encoding_is_told_by_its_letters(encoding: str, name: str) -> None:
    (found,) = check(tree("title: Samle avtaler på ett sted\n".encode(encoding))).diagnostics
    assert found.message.render(Lang.EN, **found.facts) == (
        f"the file is not saved as UTF-8, but most likely in {name}: this is `å`"
    )


def test_a_space_that_is_none_is_an_ordinary_sign_within_a_text() -> None:
    assert found("title: Spare 1\u00a0000\nsource: |\n  \u00a0 Merk:\u00a0her\n", "DT019") == []


def test_measures_that_reverse_each_other_are_one_finding() -> None:
    files = "# measures/a.yaml\nid: A\nreverses: B\n# measures/b.yaml\nid: B\nreverses: A\n"
    assert [one.code for one in check(tree(files)).diagnostics] == ["DT305"]
