"""What the fixes of findings write: YAML in, YAML out."""

import pytest

from driftstilpasning.checking import check
from driftstilpasning.checking.fixing import Mending, mend
from driftstilpasning.diagnostic import Diagnostic, Severity
from driftstilpasning.rules import Rule, all_rules
from driftstilpasning.source.tree import PLAN, MemoryTree, OpenTree, Tree
from tests.rules.examples import MEASURE, PLAN_FIELDS, tree

RULES = {rule.code: rule for rule in all_rules()}
SAFE = {
    *("DT002", "DT003", "DT007", "DT008", "DT013", "DT020", "DT021", "DT023", "DT024"),
    *("DT105", "DT108", "DT109", "DT111", "DT202", "DT302", "DT311", "DT510"),
}
UNSAFE = {"DT030", "DT103", "DT106", "DT213", "DT214", "DT220", "DT320", "DT501", "DT503"}
"""The rules whose own bad example can be mended; those of the other rules cannot."""


def mending(files: OpenTree, *, unsafe: bool = False) -> Mending:
    return mend(files, lambda tree: check(tree).diagnostics, unsafe=unsafe)


def after(example: str | bytes, *, unsafe: bool = False, name: str = "measures/example.yaml") -> str:
    """The lines of the example as they are once it is mended, without those that were filled in."""
    files = tree(example)
    mended = {file.name: file.after for file in mending(files, unsafe=unsafe).files}
    (lines,) = (raw for file, raw in files.files() if file == name)
    text = mended.get(name, lines)
    assert isinstance(text, bytes)
    written = example if isinstance(example, bytes) else example.partition(f"# {name}\n")[2] or example
    return "".join(text.decode().splitlines(keepends=True)[: len(written.splitlines())])


def whole(old: str, new: str, fields: dict[str, str] = MEASURE) -> str:
    """A measure (or a plan) with one text in it changed."""
    text = "".join(f"{line}\n" for line in fields.values())
    assert old in text
    return text.replace(old, new)


def alone(measure: str) -> MemoryTree:
    """A portfolio of this measure as it stands, nothing filled in."""
    return MemoryTree({PLAN: tree("id: A\n").contents[PLAN], "measures/a.yaml": measure})


def errors(found: Tree) -> set[tuple[str, str]]:
    return {(d.where.file, d.code) for d in check(found).diagnostics if d.severity is Severity.ERROR}


def findings(rule: Rule) -> list[Diagnostic]:
    return [found for found in check(tree(rule.bad)).diagnostics if found.code == rule.code]


@pytest.mark.parametrize("code", RULES)
def test_the_bad_example_can_be_mended_as_the_table_says(code: str) -> None:
    fixes = {found.fix.safe for found in findings(RULES[code]) if found.fix is not None}
    assert fixes == ({True} if code in SAFE else {False} if code in UNSAFE else set())


@pytest.mark.parametrize("code", sorted(SAFE | UNSAFE))
def test_a_mended_example_has_that_finding_no_longer_and_no_error_that_it_had_not(code: str) -> None:
    files = tree(RULES[code].bad)
    done = mending(files, unsafe=True)
    now = MemoryTree({**files.contents, **{file.name: file.after for file in done.files}})
    hidden = {(name, "DT101") for name in files.contents} if isinstance(RULES[code].bad, bytes) else set()
    assert errors(now) - hidden <= errors(files)
    left = [found for found in done.left if found.code == code]
    assert [found for found in left if found.fix is not None] == []
    assert len(left) < len(findings(RULES[code]))
    assert done.count == len(findings(RULES[code])) - len(left)
    assert mending(now, unsafe=True).files == ()


@pytest.mark.parametrize("code", sorted(UNSAFE))
def test_what_may_change_the_meaning_is_left_alone_unless_it_is_asked_for(code: str) -> None:
    assert mending(tree(RULES[code].bad)).files == ()


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("title: Tiltak: vikarbruk   # merk\n", 'title: "Tiltak: vikarbruk"   # merk\n'),
        ('title: Si "nei": vikarbruk\n', "title: 'Si \"nei\": vikarbruk'\n"),
        ("effect: {2013: 1; 2014: 2; 2015: 3; 2016: 4}\n", "effect: {2013: 1, 2014: 2, 2015: 3, 2016: 4}\n"),
        ("acceptance: {grade: 4, text: Semje: ja}\n", 'acceptance: {grade: 4, text: "Semje: ja"}\n'),
        ("acceptance: {grade: 4, text: Semje, men ei}\n", 'acceptance: {grade: 4, text: "Semje, men ei"}\n'),
        ("owner: @rektor  # ny\n", 'owner: "@rektor"  # ny\n'),
        ("owner: *rektor\n", 'owner: "*rektor"\n'),
        ('source: "K:\\dokument\\notat"\n', "source: 'K:\\dokument\\notat'\n"),
        ('source: "s. 5\\d"\n', "source: 's. 5\\d'\n"),
        ('title: "Ny" ordning\n', "title: '\"Ny\" ordning'\n"),
        ("title: 'Ola's plan'\n", 'title: "Ola\'s plan"\n'),
        ("kind: income\nsector:oppvekst # x\n", "kind: income\nsector: oppvekst # x\n"),
        ("sector = oppvekst\n", "sector: oppvekst\n"),
        ("effect: {annual:400, from:2013-08}\n", "effect: {annual: 400, from: 2013-08}\n"),
        ("effect:\n  annual:400\n  from:2013-08\n", "effect:\n  annual: 400\n  from: 2013-08\n"),
        ("effect:\n  annual: 400\n  annual: 400\n", "effect:\n  annual: 400\nid: EX-01\n"),
        ("title: Sam\u200ble\u2060 inn\ufeff\n", "title: Samle inn\n"),
        ("status: Vedteken\n", "status: adopted\n"),
        ("status: PROPOSED\n", "status: proposed\n"),
        ("kind: service level\n", "kind: service-level\n"),
        ("kind: 'Bemanning'\n", 'kind: "staffing"\n'),
        ("requires: HO-01, HO-02\n", "requires: [HO-01, HO-02]\n"),
        ("overlaps: {with: HO-05, amount: 200}\n", "overlaps: [{with: HO-05, amount: 200}]\n"),
        ("effect: {annual: 1, from: august 2013}\n", "effect: {annual: 1, from: 2013-08}\n"),
        (
            "decisions: [{date: 1.6.2013, body: x, outcome: vedtatt}]\n",
            "decisions: [{date: 2013-06-01, body: x, outcome: adopted}]\n",
        ),
        ("recurring: Nei  # eingongs\n", "recurring: false  # eingongs\n"),
        ("acceptance: {grade: '4'}\n", "acceptance: {grade: 4}\n"),
        ("acceptance: {grade: 4.0}\n", "acceptance: {grade: 4}\n"),
        ("kostra: 0301\n", 'kostra: "0301"\n'),
        ("themes: [NO, 12:30, kultur]\n", 'themes: ["NO", "12:30", kultur]\n'),
        ("effect: {annual: 1 200}\n", "effect: {annual: 1200}\n"),
        ("effect: {annual: −1.200.000}\n", "effect: {annual: -1200000}\n"),
        ("effect: {annual: 1\u00a0200,50}\n", "effect: {annual: 1200.50}\n"),
        ("effect: {annual: '400'}\n", "effect: {annual: 400}\n"),
        ("effect: {annual: 1,2 mill. kr}\n", "effect: {annual: 1200}\n"),
        (
            "effect: {2013: 1 000, 2014: 900, 2015: '3', 2016: 2 000 000}\n",
            "effect: {2013: 1000, 2014: 900, 2015: 3, 2016: 2000000}\n",
        ),
        ("sector: {oppvekst: 40 %, teknisk: 60 %}\n", "sector: {oppvekst: 40, teknisk: 60}\n"),
        ("fte: -1,5\n", "fte: -1.5\n"),
        ("sector: OPPVEKST\n", "sector: oppvekst\n"),
        ("sector: {Oppvekst: 40, teknisk: 60}\n", "sector: {oppvekst: 40, teknisk: 60}\n"),
    ],
)
def test_what_can_mean_one_thing_only_is_written_so(example: str, expected: str) -> None:
    assert after(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("unit: mill. kr\n# measures/a.yaml\neffect: {2013: 2,9, 2014: 3,1, 2015: 3, 2016: 3,25}\n", "2.9 3.1 3 3.25"),
        ("unit: kr\n# measures/a.yaml\neffect: {2013: 2900,5, 2014: 0, 2015: 0, 2016: 0}\n", "2900.5 0 0 0"),
    ],
)
def test_a_decimal_comma_that_a_comma_has_cut_is_whole_again(example: str, expected: str) -> None:
    text = after(f"# {PLAN}\n{example}", name="measures/a.yaml")
    years = zip(range(2013, 2017), expected.split(), strict=True)
    assert text == "effect: {" + ", ".join(f"{year}: {amount}" for year, amount in years) + "}\n"


@pytest.mark.parametrize(
    "example",
    [
        "effect: {2013: 2,9, 2014: 0, 2015: 0, 2016: 0}\n",  # may be millions
        "effect: {annual: −2,9}\n",
        "effect: {annual: ' 2,9'}\n",
        "effect: {annual: 1,200}\n",  # a thousand, or one
        "effect: {annual: 1.200}\n",
        "effect: {annual: 500 kr}\n",  # kroner, or a thousand of them
        "effect: {annual: 12 34}\n",
        "effect: {annual: (328)}\n",
        "effect:\n  2013: 2,9\n  2014: 1 000\n  2015: 0\n  2016: 0\n",
        f"# {PLAN}\nunit: kr\n# measures/example.yaml\neffect: {{annual: '2,9'}}\n",
        f"# {PLAN}\nunit: kroners\n# measures/example.yaml\neffect: {{annual: 1 200}}\n",
        "effect: annual: 1200\n",  # a field in the wrong place, not a text
        "effect: 1200\n",
        "title: Tiltak: vikar\n  bruk\n",  # goes on in the next line
        "sector: @oppvekst\n",
        "owner: !rektor\n",
        "owner: &r Rektor\nsource: *r\n",
        'source: "a\\d \\n"\n',  # one of them may be meant
        'title: "Si "nei" no"\n',
        "title: 'a' og 'b' her\n",
        "NB:sjå under\n",
        "title: Sam\u0007le\n",
        "title: Sam\u202ele\n",
        "status: propsed\n",
        "effect:\n  annual: 400\n  annual: 401\n",
        "effect:\n  annual: 400  # fyrst\n  annual: 400  # fyrst\n",
        "themes: kultur, leiing\n",
        "requires: HO-01 og HO-02\n",
        "requires: 'HO-01'\n",
        "sector::oppvekst\n",
        "status: |\n  Vedtatt\n",
        "themes:\n- a\nthemes:\n- a\n",
        "id: '!!'\n",
        "effect:\n  annual:#400\n",
        'acceptance: {grade: 4, text:"Semje"}\n',
        "title: #1 tiltak\n",  # may be a comment
        "id: HO 03\n",
        "acceptance: {grade: 3.5}\n",
        "effect: {annual: 1, from: 07/13}\n",
        "fte: 50 %\n",
        "sector: oppvekts\n",
        "effect: {annual: -400}\nkind: efficiency\n",
        "consequence:\n  staff:\n\tgrade: 1\n",
    ],
)
def test_what_can_mean_two_things_is_left_alone(example: str) -> None:
    name = "measures/example.yaml"
    assert after(example, name=name) == (example.partition(f"# {name}\n")[2] or example)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("effect: {annual: -400}\nkind: efficiency\n", "effect: {annual: 400}\nkind: efficiency\n"),
        ("title: Kutte reiser\neffect: {2013: 0, 2014: -5, 2015: -5.5, 2016: -6}\n", None),
        ("fte: -1\neffect: [{annual: -5, from: 2013-08}, {annual: -6, from: 2014-01}]\n", None),
        ("effect: {annual: (328)}\n", "effect: {annual: -328}\n"),
        ("title: #1 tiltak\n", 'title: "#1 tiltak"\n'),
        ("effect: 1200\n", "effect: {annual: 1200}\n"),
        ("transition_cost: 150\n", "transition_cost: {2013: 150}\n"),
        ("status: propsed\n", "status: proposed\n"),
        ("sector: oppvekts\n", "sector: oppvekst\n"),
        ("owner: !rektor\n", 'owner: "!rektor"\n'),
        ("transition_cost: {2013: -150, 2014: 0, 2015: -20}\n", "transition_cost: {2013: 150, 2014: 0, 2015: 20}\n"),
    ],
)
def test_what_most_likely_is_meant_is_written_when_it_is_asked_for(example: str, expected: str | None) -> None:
    assert after(example, unsafe=True) == (expected or example.replace(": -", ": ").replace("fte: ", "fte: -"))


@pytest.mark.parametrize(
    "example",
    [
        "fte: 2\neffect: {annual: -400}\nkind: efficiency\n",  # more posts cost money
        "effect: {annual: -400}\nkind: efficiency\nrange: {low: -500, high: -300}\n",  # then the range is wrong
    ],
)
def test_a_cost_that_may_well_be_one_is_left_even_then(example: str) -> None:
    assert after(example, unsafe=True) == example


@pytest.mark.parametrize(
    ("right", "written"),
    [
        ("effect:", "efekt:"),
        ("effect:", "effekt:"),
        ("title:", "tittel:"),
        ("status:", "Status:"),
        ("id:", "ID:"),
        ("sector:", '"sektor":'),
        ("annual:", "anual:"),
        ("acceptance:", "acceptence:"),
        ("grade:", "grad:"),
    ],
)
def test_a_key_is_renamed_that_one_free_field_alone_resembles(right: str, written: str) -> None:
    (file,) = mending(alone(whole(right, written))).files
    assert file.after.decode().replace('"sector"', "sector") == whole(right, right)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner:", "eigar:"),  # another word
        ("kind: purchasing", "kind: purchasing\nkostnad: 150"),  # two letters from kostra
        ("status: proposed", "status: proposed\nstatuss: idea"),  # there is one
        ("effect: {annual: 400, from: 2013-08}", "efekt: {annual: 400}\neffekt: {annual: 500}"),  # which?
        ("id: EX-01", "ide: EX-01"),  # too short to tell
    ],
)
def test_a_key_that_may_mean_something_else_is_left_alone(old: str, new: str) -> None:
    assert mending(alone(whole(old, new))).files == ()


def test_a_plan_is_mended_too_and_before_its_measures() -> None:
    plan = (
        whole("unit: 1000 kr", "unit: 1000 KR", PLAN_FIELDS).replace("35000", "35 000").replace("base_year", "baseyear")
    )
    done = mending(MemoryTree({PLAN: plan, "measures/a.yaml": whole("annual: 400", "annual: 1,5 mill.")}))
    mended = {file.name: file.after.decode() for file in done.files}
    assert mended == {
        PLAN: whole("unit: 1000 kr", "unit: 1000 kr", PLAN_FIELDS),
        "measures/a.yaml": whole("annual: 400", "annual: 1500"),
    }
    assert done.left == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("title: Kjøkken – «ny» … 5 §\n", "cp1252"),
        ("title: Kjøkken\n", "latin-1"),
        ("title: 2013–2016\n", "cp1252"),
        ("title: Det heiter “nytt” på bygda\n", "cp1252"),
        ("title: Kjøkken\n", "utf-16"),
        ("title: Kjøkken\n", "utf-16-be"),
    ],
)
def test_a_file_in_another_encoding_is_saved_as_utf_8(text: str, encoding: str) -> None:
    assert after(text.encode(encoding)) == text


def test_a_file_that_is_partly_utf_8_already_is_not_coded_twice() -> None:
    raw = "title: Kjøkken\n".encode() + "owner: Leiar på kjøkkenet\n".encode("cp1252")
    assert after(raw) == "title: Kjøkken\nowner: Leiar på kjøkkenet\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("title: Kjøkken på Sjøheimen\n", "cp865"),
        ("title: Sære påfunn\n", "cp865"),
        ("title: lære\n", "cp865"),
        ("title: Kjøkken\n", "mac-roman"),
        ("title: \x81\n", "latin-1"),
    ],
)
def test_a_file_in_an_encoding_that_nobody_can_be_sure_of_is_left_alone(text: str, encoding: str) -> None:
    assert mending(tree(text.encode(encoding))).files == ()


def test_letters_are_put_together_and_those_in_comments_are_left() -> None:
    apart = "Ga\u030a"
    text = (
        f'title: {apart} "ut"  # {apart}\nowner: "{apart}"\nsource: |\n  {apart}\n  {apart}\n# {apart}\nkostra: "1"\n'
    )
    together = text.replace(f" {apart}", " Gå").replace(f'"{apart}', '"Gå').replace("# Gå", f"# {apart}")
    assert after(text) == together
