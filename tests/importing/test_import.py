"""Table in, files out: what a list becomes, what it changes, and what it is refused for."""

from decimal import Decimal

import pytest

from driftstilpasning.importing.fields import Note
from driftstilpasning.importing.proposal import Proposal
from driftstilpasning.model.money import Money
from driftstilpasning.text import Lang
from tests.importing.tables import imported, portfolio, refusals, troubles, workbook, written

LIST = """
    unit: 1000 kr
    sign: minus is a saving
    thousands: " "
    decimal: ","
    fields: {id: Nr, title: Tiltak, sector: Område, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015",
      effect.2016: "2016"}
    constants: {status: proposed, kind: efficiency}
"""


def test_a_row_becomes_a_file_in_our_sign_and_unit() -> None:
    proposal = imported(
        """
        Nr;Tiltak;Område;2013;2014;2015;2016
        A-1;Samle innkjøpa: éin avtale;Oppvekst;-1 200;(1 300);−1 400,5;-1500
        """,
        LIST,
    )
    assert written(proposal) == {
        "measures/a-1.yaml": """\
id: A-1
title: "Samle innkjøpa: éin avtale"
sector: oppvekst
status: proposed
kind: efficiency
effect: {2013: 1200, 2014: 1300, 2015: 1400.5, 2016: 1500}
"""
    }
    assert [(gone.id, gone.name) for gone in proposal.gone] == [("OLD", "measures/old.yaml")]


def test_another_unit_than_the_plans_is_no_matter() -> None:
    proposal = imported(
        """
        Tiltak;2013;2014;2015;2016
        A;1,25;1,25;0;-0,001
        """,
        """
        unit: mill. kr
        sign: plus is a saving
        decimal: ","
        numbered: T-
        fields: {title: Tiltak, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015", effect.2016: "2016"}
        constants: {sector: oppvekst, status: idea, kind: efficiency}
        """,
    )
    assert "effect: {2013: 1250, 2014: 1250, 2015: 0, 2016: -1}" in written(proposal)["measures/t-01.yaml"]


def test_every_field_of_a_measure_can_come_from_a_list() -> None:
    proposal = imported(
        workbook(
            [
                [
                    "Nr",
                    "Kva",
                    "Kor",
                    "Heilår",
                    "Frå",
                    "Eigar",
                    "T",
                    "Tt",
                    "Årsverk",
                    "Lov",
                    "Treng",
                    "Saman",
                    "Tema",
                    "Dato",
                ],
                [
                    *("A-1", "Slå saman kjøkena", "Oppvekst: 40; Teknisk: 60", 1200, "august 2013", "Einingsleiar", 2),
                    *("Ny turnus.\nFrå august.", "-1,5", "lovpålagd", "OLD, B-2", "OLD: 200", "leiing; ro, orden"),
                    "10.6.2013",
                ],
                ["B-2", "Selje bilen", "teknisk", 10, None, None, None, None, None, None, None, None, None, None],
            ]
        ),
        """
        unit: 1000 kr
        sign: plus is a saving
        decimal: ","
        fields: {id: Nr, title: Kva, sector: Kor, effect.annual: Heilår, effect.from: Frå, owner: Eigar,
          consequence.staff.grade: T, consequence.staff.text: Tt, fte: Årsverk, law.level: Lov, requires: Treng,
          overlaps: Saman, themes: Tema, decisions.date: Dato}
        constants: {status: proposed, kind: structure, transition_cost.2013: "150", recurring: "true",
          decisions.body: styringsgruppe, decisions.outcome: proposed}
        """,
    )
    assert (
        written(proposal)["measures/a-1.yaml"]
        == """\
id: A-1
title: Slå saman kjøkena
sector: {oppvekst: 40, teknisk: 60}
status: proposed
kind: structure
effect: {annual: 1200, from: 2013-08}
owner: Einingsleiar
consequence:
  staff:
    grade: 2
    text: |-
      Ny turnus.
      Frå august.
transition_cost: {2013: 150}
fte: -1.5
law: {level: must}
requires: [OLD, B-2]
overlaps:
  - {with: OLD, amount: 200}
decisions:
  - {date: 2013-06-10, body: styringsgruppe, outcome: proposed}
themes: [leiing, "ro, orden"]
"""
    )


def test_increments_become_levels_and_a_year_without_a_column_keeps_the_level() -> None:
    proposal = imported(
        """
        Tiltak;2013;2014;2015
        A;100;200;-50
        """,
        """
        unit: 1000 kr
        sign: plus is a saving
        columns: increments
        numbered: T-
        fields: {title: Tiltak, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015"}
        constants: {sector: oppvekst, status: idea, kind: efficiency}
        """,
    )
    assert "effect: {2013: 100, 2014: 300, 2015: 250, 2016: 250}" in written(proposal)["measures/t-01.yaml"]


def test_what_words_mean_is_said_once_for_each_field_that_the_column_tells_of() -> None:
    proposal = imported(
        """
        Tiltak;Art;Heilår
        A;bemanning;1
        B;gebyr;2
        """,
        """
        unit: 1000 kr
        sign: plus is a saving
        numbered: T-
        fields: {title: Tiltak, kind: Art, funding: Art, effect.annual: Heilår}
        values: {kind: {bemanning: staffing, GEBYR: income}, funding: {gebyr: self-cost}}
        constants: {sector: oppvekst, status: idea, funding: free}
        """,
    )
    files = written(proposal)
    assert "kind: staffing" in files["measures/t-01.yaml"]
    assert "funding" not in files["measures/t-01.yaml"]
    assert "kind: income\neffect: {annual: 2}\nfunding: self-cost" in files["measures/t-02.yaml"]


def test_a_printed_sum_is_stated_in_the_plan_and_is_no_measure() -> None:
    proposal = imported(
        """
        Nr;Tiltak;Område;2013;2014;2015;2016
        A-1;Selje bilen;Teknisk;-10;-10;-10;-10
        ;Sum teknisk;;-10;-10;-10;-20
        """,
        f"{LIST}    source: Budsjettet s. 4\n    subtotals: [{{row: Sum teknisk, sector: teknisk}}]\n".replace(
            "\n    ", "\n"
        ),
    )
    files = written(proposal)
    assert list(files) == ["measures/a-1.yaml", "budgets/plan.yaml"]
    assert files["budgets/plan.yaml"].endswith(
        """\
stated:
  - {sector: teknisk, year: 2013, amount: 10, source: "Budsjettet s. 4, «Sum teknisk»"}
  - {sector: teknisk, year: 2014, amount: 10, source: "Budsjettet s. 4, «Sum teknisk»"}
  - {sector: teknisk, year: 2015, amount: 10, source: "Budsjettet s. 4, «Sum teknisk»"}
  - {sector: teknisk, year: 2016, amount: 20, source: "Budsjettet s. 4, «Sum teknisk»"}
"""
    )


def test_a_file_that_is_there_changes_where_the_table_says_otherwise_and_nowhere_else() -> None:
    tree = portfolio(
        """
        # measures/a.yaml
        # Ikkje rør utan å spørje rådmannen.
        title:    Selje   bilen   # den grøne
        sector: teknisk
        effect:
          annual: 100   # etter samtale med verkstaden
          from: 2013-07
        status: proposed
        """
    )
    table = """
        Nr;Tiltak;Status;2013;2014;2015;2016
        A;Selje bilen;Vedteke;60;120;120;120
        """
    mapping = """
        unit: 1000 kr
        sign: plus is a saving
        fields: {id: Nr, title: Tiltak, status: Status, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015",
          effect.2016: "2016"}
        """
    proposal = imported(table, mapping, tree)
    (changed,) = proposal.changed
    before, after = changed.file.before.decode().splitlines(), changed.file.after.decode().splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ("  annual: 100   # etter samtale med verkstaden", "  annual: 120   # etter samtale med verkstaden"),
        ("status: proposed", "status: adopted"),
    ]
    assert {change.column.name: str(change.where) for change in changed.fields} == {
        "effect.2013": "D2",
        "effect.2014": "E2",
        "effect.2015": "F2",
        "effect.2016": "G2",
        "status": "C2",
    }
    again = imported(table, mapping, portfolio(f"# measures/a.yaml\n{changed.file.after.decode()}"))
    assert (again.changed, again.unchanged) == ((), 1), "the second time there is nothing to do"


EFFECTS = """
    unit: 1000 kr
    sign: plus is a saving
    fields: {id: Nr, effect.2013: "2013", effect.2014: "2014", effect.2015: "2015", effect.2016: "2016"}
"""


def effect_after(effect: str, amounts: str) -> tuple[str, bool]:
    """The line of the effect after an import, and whether it was written anew."""
    tree = portfolio(f"# measures/a.yaml\neffect: {effect}\n")
    proposal = imported(f"Nr;2013;2014;2015;2016\nA;{amounts}\n", EFFECTS, tree)
    assert proposal.sound
    (changed,) = proposal.changed
    (line,) = (line for line in changed.file.after.decode().splitlines() if line.startswith("effect:"))
    return line.removeprefix("effect: "), any(change.note is Note.ANEW for change in changed.fields)


@pytest.mark.parametrize(
    ("effect", "amounts", "after", "anew"),
    [
        ("{2013: 1, 2014: 2, 2015: 3, 2016: 4}", "1;2;30;4", "{2013: 1, 2014: 2, 2015: 30, 2016: 4}", False),
        ("{annual: 1200, from: 2013-08}", "1000;2400;2400;2400", "{annual: 2400, from: 2013-08}", False),
        ("{annual: 1200}", "5;5;5;5", "{annual: 5}", False),
        ("{annual: 1200, from: 2016-07}", "0;0;0;60", "{annual: 120, from: 2016-07}", False),
        (
            "{annual: 1200, from: 2013-08}",
            "600;2400;2400;2400",
            "{2013: 600, 2014: 2400, 2015: 2400, 2016: 2400}",
            True,
        ),
        ("{annual: 1200, from: 2013-08}", "500;1200;1200;0", "{2013: 500, 2014: 1200, 2015: 1200, 2016: 0}", True),
        (
            "[{annual: 120, from: 2013-07}, {annual: 240, from: 2015-01}]",
            "60;120;360;360",
            "[{annual: 120, from: 2013-07}, {annual: 360, from: 2015-01}]",
            False,
        ),
    ],
)
def test_new_amounts_keep_the_notation_as_long_as_it_can_say_them(
    effect: str, amounts: str, after: str, *, anew: bool
) -> None:
    assert effect_after(effect, amounts) == (after, anew)


def test_a_level_that_changes_otherwise_than_its_year_is_told() -> None:
    tree = portfolio("# measures/a.yaml\neffect: {annual: 1200, from: 2016-08}\n")
    (changed,) = imported("Nr;2013;2014;2015;2016\nA;0;0;100;500\n", EFFECTS, tree).changed
    assert [(one.year, one.old.ore, one.new.ore) for one in changed.levels] == [(2016, 120_000_000, 50_000_000)]
    (changed,) = imported("Nr;2013;2014;2015;2016\nA;0;0;0;600\n", EFFECTS, tree).changed
    assert [(one.year, one.old.ore, one.new.ore) for one in changed.levels] == [(2016, 120_000_000, 144_000_000)]
    tree = portfolio("# measures/a.yaml\neffect: {annual: 1100, from: 2013-09}\n")
    table = "Nr;2013;2014;2015;2016\nA;403.33;1210;1210;1210\n"
    (changed,) = imported(table, f"{EFFECTS}    decimal: '.'", tree).changed
    assert b"effect: {2013: 403.33, 2014: 1210, 2015: 1210, 2016: 1210}" in changed.file.after
    assert [(one.year, one.old.ore, one.new.ore) for one in changed.levels] == [(2013, 110_000_000, 40_333_000)]
    tree = portfolio("# measures/a.yaml\neffect: {annual: 1200}\n")
    (changed,) = imported("Nr;2013;2014;2015;2016\nA;1300;1300;1300;1300\n", EFFECTS, tree).changed
    assert changed.levels == ()


def test_a_list_leaves_alone_what_it_does_not_say() -> None:
    tree = portfolio("# measures/a.yaml\nowner: Rektor\nstatus: hearing\nfte: -2\n")
    proposal = imported(
        """
        Nr;Eigar;Årsverk
        A;;
        """,
        """
        fields: {id: Nr, owner: Eigar, fte: Årsverk}
        constants: {status: idea}
        """,
        tree,
    )
    assert (proposal.changed, proposal.unchanged) == ((), 1)


def test_a_later_decision_is_added_without_the_case_of_the_one_before() -> None:
    tree = portfolio("# measures/a.yaml\ndecisions:\n  - {date: 2013-01-02, body: styringsgruppe, outcome: proposed}\n")
    mapping = """
        fields: {id: Nr, decisions.date: Dato, decisions.body: Organ, decisions.outcome: Utfall}
        """

    def decided(row: str) -> str:
        (changed,) = imported(f"Nr;Dato;Organ;Utfall\nA;{row}\n", mapping, tree).changed
        return changed.file.after.decode().partition("decisions:\n")[2]

    assert decided("2013-06-10;formannskap;tilrådd").startswith(
        "  - {date: 2013-01-02, body: styringsgruppe, outcome: proposed}\n"
        "  - {date: 2013-06-10, body: formannskap, outcome: recommended}\n"
    )
    with_case = "{date: 2013-01-02, body: styringsgruppe, outcome: proposed, reference: SG-sak 1/13, note: Samrøystes}"
    tree = portfolio(f"# measures/a.yaml\ndecisions:\n  - {with_case}\n")
    mapping = mapping.replace("Nr,", "Nr, decisions.reference: Sak,")
    (changed,) = imported("Nr;Dato;Organ;Utfall;Sak\nA;10.6.2013;styret;foreslått;SG-sak 1/13\n", mapping, tree).changed
    assert "  - {date: 2013-06-10, body: styret, outcome: proposed}\n" in changed.file.after.decode()


def test_the_same_decision_is_corrected() -> None:
    tree = portfolio("# measures/a.yaml\ndecisions:\n  - {date: 2013-01-02, body: styringsgruppe, outcome: proposed}\n")
    mapping = "fields: {id: Nr, decisions.date: Dato, decisions.body: Organ, decisions.outcome: Utfall}"
    table = "Nr;Dato;Organ;Utfall\nA;2013-01-02;formannskap;foreslått\n"
    (changed,) = imported(table, mapping, tree).changed
    assert (
        changed.file.after.decode()
        .partition("decisions:\n")[2]
        .startswith("  - {date: 2013-01-02, body: formannskap, outcome: proposed}\n")
    )


def refused(table: str, mapping: str = LIST, text: str = "measures/old.yaml: {}") -> list[str]:
    return refusals(table, mapping, portfolio(text))


HEADINGS = "Nr;Tiltak;Område;2013;2014;2015;2016\n"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            "A-1;X;Oppvekst;-18.272;1;1;1",
            "D2: “-18.272” has “.”, and nobody has said whether it separates thousands or decimals",
        ),
        ("A-1;X;Oppvekst;ca. 5;1;1;1", "D2: “ca. 5” is not a number"),
        (
            "A-1;X;Oppvekst;1;;1;1",
            "E2: no amount for 2014, though other years have one. Write 0, or say `blank: zero` in the mapping",
        ),
        ("A-1;X;Skule;1;1;1;1", "C2: “Skule” is no sector of the plan: Oppvekst, Teknisk"),
        (
            "A-1;X;Oppvekst;0,000001;1;1;1",
            "D2: −0.000001 is finer than one øre where numbers are in 1000 kr: round it to 5 decimals at most",
        ),
        (";X;Oppvekst;1;1;1;1", "A2: the row has no id: fill it in, or say `numbered` in the mapping"),
        (
            "A-1;;Oppvekst;1;1;1;1",
            (
                "B2: the row has no title. If it is no measure, write it under `skip`, `subtotals` or `sections` in "
                "the mapping"
            ),
        ),
        (";Sum;;1;1;1;1", "B2: “Sum” looks like a sum. Write it under `subtotals` in the mapping, or under `skip`"),
        ("A-1;X;Oppvekst;1;1;1;1\na-1;Y;Oppvekst;1;1;1;1", "A3: row 2 and row 3 have the same id: a-1"),
        (
            "A-1;X;Oppvekst;1;1;1;1\n;Sum alt;;1;1;1;1",
            "B3: “Sum alt” looks like a sum. Write it under `subtotals` in the mapping, or under `skip`",
        ),
        (
            "A 1;X;Oppvekst;1;1;1;1",
            "A2: “A 1” cannot be an id: use letters, digits and hyphens, 100 signs at most",
        ),
        (
            "/etc/a;X;Oppvekst;1;1;1;1",
            "A2: “/etc/a” cannot be an id: use letters, digits and hyphens, 100 signs at most",
        ),
        (
            f"{'a' * 101};X;Oppvekst;1;1;1;1",
            f"A2: “{'a' * 101}” cannot be an id: use letters, digits and hyphens, 100 signs at most",
        ),
        ("A-1;X;Oppvekst;99999999999;1;1;1", "D2: DT204"),
        ("A-1;X;;1;1;1;1", "C2: DT101"),
    ],
)
def test_what_cannot_be_imported_is_told_with_its_cell(row: str, why: str) -> None:
    assert why in refused(HEADINGS + row)


def test_a_column_that_mixes_points_and_spaces_is_refused_unless_both_are_declared() -> None:
    table = HEADINGS + "A-1;X;Oppvekst;-18.272;-1 300;-1 300;-1 300\n"
    point = LIST.replace('decimal: ","', 'decimal: "."')
    assert refused(table, point) == [
        "D2: “-18.272” and “-1 300” stand in the same column: does “.” separate thousands or decimals?"
    ]
    both = LIST.replace('thousands: " "', 'thousands: [" ", "."]')
    assert "2013: 18272, 2014: 1300" in written(imported(table, both))["measures/a-1.yaml"]
    decimals = point + "    mixed: true\n"
    assert "2013: 18.272, 2014: 1300" in written(imported(table, decimals))["measures/a-1.yaml"]


def test_what_would_not_validate_is_refused_as_validate_would_and_nothing_else_is() -> None:
    text = "# measures/a.yaml\nrequires: [X-1]\n# measures/b.yaml\nstatus: proposed\n"
    fields = "fields: {id: Nr, requires: Treng, consequence.staff.grade: T, law.level: Lov}\n"
    assert refused("Nr;Treng;T;Lov\nB;Y-1;7;\n", fields, text) == ["C2: DT110"]
    assert refused("Nr;Treng;T;Lov\nB;Y-1;;\n", fields, text) == ["B2: DT303"]
    assert imported("Nr;Treng;T;Lov\nB;A;2;\n", fields, portfolio(text)).sound, "A's own fault is older than the table"


def test_years_and_a_full_year_effect_must_say_the_same() -> None:
    mapping = EFFECTS.replace("fields: {", "fields: {title: Tiltak, effect.annual: Heilår, effect.from: Frå, ") + (
        "    constants: {sector: oppvekst, status: idea, kind: efficiency}\n"
    )
    head = "Nr;Tiltak;Heilår;Frå;2013;2014;2015;2016\n"
    agree = imported(head + "A-1;X;120;2013-07;60;120;120;120\n", mapping)
    assert "effect: {annual: 120, from: 2013-07}" in written(agree)["measures/a-1.yaml"]
    assert refused(head + "A-1;X;120;2013-07;120;120;120;120\n", mapping) == [
        "C2: the amounts of the years and the full-year effect with its first month do not say the same"
    ]


def test_a_formula_that_was_never_computed_is_told_with_its_sheet_and_cell() -> None:
    proposal = imported(
        workbook([["Nr", "2013"], ["A-1", "=1+1"]], "Kutt"),
        "{unit: kr, sign: plus is a saving, fields: {id: Nr, effect.2013: '2013'}}",
    )
    assert troubles(proposal, Lang.EN)[0].startswith("Kutt!B2: the formula =1+1 has no result")


def test_amounts_of_a_workbook_are_exact() -> None:
    proposal = imported(
        workbook([["Tiltak", "Heilår"], ["A", 0.1 + 0.2], ["B", 1234567.89]]),
        """
        unit: kr
        sign: plus is a saving
        numbered: T-
        fields: {title: Tiltak, effect.annual: Heilår}
        constants: {sector: oppvekst, status: idea, kind: efficiency}
        """,
    )
    files = written(proposal)
    assert "annual: 0.0003}" in files["measures/t-01.yaml"]
    assert "annual: 1234.56789}" in files["measures/t-02.yaml"]


def test_headings_are_found_in_whatever_row_and_column_they_stand() -> None:
    proposal = imported(
        workbook(
            [
                ["Budsjett 2013"],
                [],
                [None, "Heilårs-\nverknad ", "TILTAK"],
                [None, Decimal(5), "Selje bilen"],
            ]
        ),
        """
        unit: 1000 kr
        sign: plus is a saving
        numbered: T-
        fields: {title: Tiltak, effect.annual: Heilårs- verknad}
        constants: {sector: teknisk, status: idea, kind: efficiency}
        """,
    )
    assert list(written(proposal)) == ["measures/t-01.yaml"]


def test_without_ids_the_title_tells_which_measure_a_row_is_about() -> None:
    tree = portfolio("# measures/a.yaml\nid: T-07\ntitle: Selje bilen\nsector: teknisk\n")
    proposal: Proposal = imported(
        """
        Tiltak;Heilår
        Selje bilen;400
        Kjøpe sykkel;-5
        """,
        """
        unit: 1000 kr
        sign: plus is a saving
        numbered: T-
        fields: {title: Tiltak, effect.annual: Heilår}
        constants: {sector: teknisk, status: idea, kind: efficiency}
        """,
        tree,
    )
    assert [(one.id, one.title) for one in proposal.new] == [("T-08", "Kjøpe sykkel")]
    assert proposal.gone == ()


WHOLE = """
    unit: 1000 kr
    sign: plus is a saving
    fields: {id: Nr, effect.annual: Heilår, effect.from: Frå, effect.2014: "2014"}
"""


@pytest.mark.parametrize(
    ("effect", "row", "after"),
    [
        ("{annual: 120, from: 2013-07}", "240;;", "{annual: 240, from: 2013-07}"),
        ("{annual: 120, from: 2013-07}", "120;2014-01;120", "{annual: 120, from: 2014-01}"),
        ("{2013: 1, 2014: 2, 2015: 3, 2016: 4}", "240;2014-07;120", "{annual: 240, from: 2014-07}"),
    ],
)
def test_a_new_full_year_effect_is_written_as_one(effect: str, row: str, after: str) -> None:
    tree = portfolio(f"# measures/a.yaml\neffect: {effect}\n")
    proposal = imported(f"Nr;Heilår;Frå;2014\nA;{row}\n", WHOLE, tree)
    assert f"effect: {after}\n" in written(proposal)["measures/a.yaml"]


def test_a_new_full_year_effect_beside_the_old_amount_of_a_year_is_refused() -> None:
    assert refused("Nr;Heilår;Frå;2014\nA;240;;120\n", WHOLE, "# measures/a.yaml\neffect: {annual: 120}\n") == [
        "B2: the amounts of the years and the full-year effect with its first month do not say the same"
    ]


def test_a_row_that_is_called_a_sum_and_is_one_is_found_where_there_are_no_ids() -> None:
    mapping = """
        unit: 1000 kr
        sign: plus is a saving
        numbered: T-
        fields: {title: Tiltak, effect.2013: "2013"}
        constants: {sector: oppvekst, status: idea, kind: efficiency}
        """
    table = "Tiltak;2013\nSelje bilen;10\nTotal gjennomgang av drifta;5\nSum;15\n"
    (told, *_) = refused(table, mapping)
    assert told.startswith("A4: “Sum” looks like a sum")


def test_a_row_about_a_file_that_cannot_be_read_is_refused() -> None:
    assert refused(
        "Nr;Eigar\nOLD;Rektor\n", "fields: {id: Nr, owner: Eigar}\n", "measures/old.yaml: {id: OLD, sttus: idea}"
    ) == ["A2: OLD is in measures/old.yaml, which dt does not accept: mend it first (`dt validate`)"]


def test_a_file_of_another_measure_is_not_in_the_way_of_being_told() -> None:
    row = "NY;Selje bilen;Oppvekst;1;1;1;1"
    assert refused(HEADINGS + row, text="measures/ny.yaml: {id: B-2}") == [
        "A2: measures/ny.yaml is there already, but is not NY"
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [("2013-06-01", "2013-06-01"), ("1.6.2013", "2013-06-01"), ("01. 06. 2013", "2013-06-01")],
)
def test_a_day_is_read_as_people_write_it(text: str, day: str) -> None:
    proposal = imported(
        f"Nr;Dato\nOLD;{text}\n",
        "fields: {id: Nr, decisions.date: Dato}\nconstants: {decisions.body: styret, decisions.outcome: idea}\n",
    )
    assert f"{{date: {day}, body: styret, outcome: idea}}" in written(proposal)["measures/old.yaml"]


@pytest.mark.parametrize(
    ("heading", "field", "text", "why"),
    [
        ("Dato", "decisions.date", "31.2.2013", "“31.2.2013” is no date such as 2013-06-10 or 10.6.2013"),
        ("Frå", "effect.from", "2013-13", "“2013-13” is no month such as 2013-08 or August 2013"),
        ("Tilsette", "consequence.staff.grade", "middels", "“middels” is no whole number from 1 to 5"),
        ("Saman", "overlaps", "HO-05", "“HO-05” is not written as “HO-05: 200; HO-06: 100”"),
        ("Kor", "sector", "Oppvekst: 40; Skule: 60", "“Skule” is no sector of the plan: Oppvekst, Teknisk"),
        (
            "Kor",
            "sector",
            "Oppvekst: -; Teknisk: 60",
            "“Oppvekst: -; Teknisk: 60” is not written as “Oppvekst: 40; Teknisk: 60”",
        ),
        (
            "Kor",
            "status",
            "kanskje",
            (
                "“kanskje” is not among the choices: idea, proposed, hearing, recommended, adopted, underway, "
                "realised, deferred, rejected, withdrawn"
            ),
        ),
    ],
)
def test_a_cell_that_means_nothing_says_how_it_is_written(heading: str, field: str, text: str, why: str) -> None:
    mapping = f"unit: 1000 kr\nsign: plus is a saving\nfields: {{id: Nr, {field}: {heading}}}\n"
    assert refused(f'Nr;{heading}\nOLD;"{text}"\n', mapping) == [f"B2: {why}"]


STACKED = workbook(
    [
        ["Innsparingar 2013–2016"],
        ["Nr", "Tiltak", "Område", "Endring i budsjett", None, None, None],
        [None, None, None, Decimal(2013), Decimal(2014), Decimal(2015), Decimal(2016)],
        ["A-1", "Selje bilen", "Teknisk", -1, -2, -3, -4],
    ]
)
"""Headings in two rows, as beside merged cells."""


@pytest.mark.parametrize("header", ["", "    header: 3\n"])
def test_a_column_without_a_heading_in_the_header_row_is_called_by_what_stands_above(header: str) -> None:
    files = written(imported(STACKED, LIST + header))
    assert list(files) == ["measures/a-1.yaml"], "the years are no measure"
    assert "effect: {2013: 1, 2014: 2, 2015: 3, 2016: 4}" in files["measures/a-1.yaml"]


def test_a_heading_in_the_header_row_goes_before_the_same_one_above_another_column() -> None:
    table = "Tiltak;;;\n;Tiltak;Nr;Eigar\nx;Selje bilen;OLD;Rektor\n"
    fields = "fields: {id: Nr, title: Tiltak, owner: Eigar}\n"
    (changed,) = imported(table, fields).changed
    assert [(one.column.name, one.new) for one in changed.fields] == [("title", "Selje bilen"), ("owner", "Rektor")]


SKIPPED = f"""{LIST}    skip: [OPPVEKST, sum  alt, "2013"]
    subtotals: [{{row: Sum teknisk, sector: teknisk}}]
"""


def test_a_row_is_skipped_by_its_first_cell_or_its_title_and_counted() -> None:
    proposal = imported(
        """
        Nr;Tiltak;Område;2013;2014;2015;2016
        ;oppvekst;;;;;
        A-1;Samle innkjøpa;Oppvekst;-1;-1;-1;-1
        A-2;Sum teknisk utstyr;Oppvekst;-7;-7;-7;-7
        ;Sum teknisk;;-5;-5;-5;-5
        2013;Frå i fjor;;-2;-2;-2;-2
        A-3;Sum Alt;;-2;-2;-2;-2
        """,
        SKIPPED,
    )
    assert {name for name in written(proposal) if name.startswith("measures")} == {
        "measures/a-1.yaml",
        "measures/a-2.yaml",
    }
    assert proposal.skipped == 3


def test_a_number_is_skipped_by_what_it_shows() -> None:
    table = workbook([["Tiltak", "Heilår"], [2013, None], ["Selje bilen", 4]])
    mapping = """
        unit: 1000 kr
        sign: plus is a saving
        numbered: T-
        skip: ["2013"]
        fields: {title: Tiltak, effect.annual: Heilår}
        constants: {sector: teknisk, status: idea, kind: efficiency}
        """
    proposal = imported(table, mapping)
    assert (list(written(proposal)), proposal.skipped) == (["measures/t-01.yaml"], 1)


def test_a_text_that_no_row_begins_with_is_told() -> None:
    rows = HEADINGS + "A-1;X;Oppvekst;1;1;1;1\n"
    assert refused(rows, LIST + "    skip: [Oppvekst]\n") == [
        "None: the mapping has “Oppvekst” under `skip`, but no row begins with it or has it as its title"
    ]


def test_a_year_that_is_not_clear_leaves_the_other_years_as_they_are_said() -> None:
    tree = portfolio("# measures/a.yaml\neffect: {2013: 1, 2014: 2, 2015: 3, 2016: 4}\n")
    levels = imported("Nr;2013;2014;2015;2016\nA;1;x;30;4\n", EFFECTS, tree)
    assert troubles(levels) == ["C2: “x” is not a number"]
    assert [(one.column.name, one.new) for one in levels.changed[0].fields] == [("effect.2015", Money(3000000))]
    increases = imported("Nr;2013;2014;2015;2016\nA;1;x;30;4\n", f"{EFFECTS}    columns: increments\n", tree)
    assert (len(troubles(increases)), increases.changed) == (1, ()), "nothing is known after the year that is not clear"


@pytest.mark.parametrize(
    "text",
    ["2013-08", "8.2013", "8/2013", "august 2013", "Aug. 2013", "01.08.2013", "1.8.2013", "1. 8. 2013", "2013-08-01"],
)
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    tree = portfolio("# measures/a.yaml\neffect: {annual: 120, from: 2014-01}\n")
    files = written(imported(f"Nr;Frå\nA;{text}\n", WHOLE_FROM, tree))
    assert "effect: {annual: 120, from: 2013-08}" in files["measures/a.yaml"]


WHOLE_FROM = "{unit: 1000 kr, sign: plus is a saving, fields: {id: Nr, effect.from: Frå}}"


def test_another_day_than_the_first_is_no_month() -> None:
    assert refused("Nr;Frå\nOLD;15.8.2013\n", WHOLE_FROM) == [
        "B2: “15.8.2013” is no month such as 2013-08 or August 2013"
    ]


@pytest.mark.parametrize("ids", ["B; C,\nD", "B C D", "B, C og D", "B and C & D"])
def test_ids_in_a_cell_are_cut_by_whatever_no_id_has(ids: str) -> None:
    tree = portfolio("measures/a.yaml: {}\nmeasures/b.yaml: {}\nmeasures/c.yaml: {}\nmeasures/d.yaml: {}")
    files = written(imported(f'Nr;Treng\nA;"{ids}"\n', "fields: {id: Nr, requires: Treng}", tree))
    assert "requires: [B, C, D]\n" in files["measures/a.yaml"]


def test_overlaps_are_in_the_unit_of_the_table() -> None:
    tree = portfolio("measures/a.yaml: {}\nmeasures/b.yaml: {}")
    files = written(imported("Nr;Saman\nA;B: 20000\n", "{unit: kr, fields: {id: Nr, overlaps: Saman}}", tree))
    assert "{with: B, amount: 20}" in files["measures/a.yaml"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (Lang.NB, "Ark1!B2: her skal det stå et tall, ikke USANN"),
        (Lang.NN, "Ark1!B2: her skal det stå eit tal, ikkje USANN"),
        (Lang.EN, "Ark1!B2: a number belongs here, not FALSE"),
    ],
)
def test_a_truth_is_called_as_a_spreadsheet_shows_it(lang: Lang, told: str) -> None:
    proposal = imported(workbook([["Nr", "Årsverk"], ["OLD", False]]), "fields: {id: Nr, fte: Årsverk}\n")
    assert troubles(proposal, lang) == [told]


def test_a_constant_that_means_nothing_is_told() -> None:
    constants = LIST.replace("kind: efficiency", "kind: efficiency, decisions.date: i fjor")
    assert refused(HEADINGS + "A-1;X;Oppvekst;1;1;1;1", constants) == [
        "None: “i fjor” is no date such as 2013-06-10 or 10.6.2013"
    ]
