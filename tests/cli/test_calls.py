"""How ``dt`` is called: options before and after the command, exit codes, suggestions, languages."""

from pathlib import Path

import pytest

from driftstilpasning import __version__
from driftstilpasning.cli import words
from driftstilpasning.cli.session import language
from driftstilpasning.text import Lang
from tests.conftest import Dt
from tests.documents import ROOT, document, write

COMMANDS = ["validate", "explain", "quadrant", "summarize", "export", "import", "init", "new", "template", "schema"]
GOOD = "measures/a.yaml: {effect: {annual: 900, from: 2013-01}}"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(document(GOOD), tmp_path)


@pytest.mark.parametrize("command", ["validate", "quadrant", "summarize", "explain A"])
def test_global_options_stand_before_or_after_the_command(command: str, good: Path, dt: Dt) -> None:
    first, *rest = command.split()
    options = ["--portfolio", str(good), "--lang", "en", "--color", "always", "--quiet"]
    assert dt(*options, first, *rest) == 0
    before = dt.out, dt.err
    assert dt(first, *rest, *options) == 0
    assert (dt.out, dt.err) == before
    assert dt(*options[:4], first, *rest, *options[4:]) == 0
    assert (dt.out, dt.err) == before


def test_what_stands_after_the_command_goes_before_what_stands_before_it(good: Path, dt: Dt) -> None:
    assert dt("--lang", "en", "summarize", "--portfolio", good, "--lang", "nn") == 0
    assert "1 tiltak" in dt.out


def test_the_version_is_said(dt: Dt) -> None:
    for arguments in (["--version"], ["validate", "--version"]):
        assert dt(*arguments) == 0
        assert dt.out == f"dt {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("validate nei", "no such file or folder: nei"),
        ("validate --portfolio nei", "no such folder: nei"),
        ("summarize --portfolio nei", "no such folder: nei"),
        ("validate --nei", "no such option --nei. See `dt validate --help`"),
        ("--nei validate", "no such option --nei. See `dt --help`"),
        ("summarise", "no such command summarise. Did you mean `summarize`?"),
        ("kvikk", "no such command kvikk. See `dt --help`"),
        ("summarize --fail-on-gapp", "no such option --fail-on-gapp. Did you mean --fail-on-gap?"),
        ("summarize --sector oppvekts", "--sector: unknown value oppvekts. Did you mean oppvekst?"),
        ("summarize --sector xyz", "--sector: unknown value xyz. Choose among: oppvekst, teknisk"),
        ("summarize --status propsed", "--status: unknown value propsed. Did you mean proposed?"),
        ("schema maesure", "schema: unknown value maesure. Did you mean measure?"),
        ("schema --for-portfolio --portfolio nei", "no such folder: nei"),
        ("summarize --counts adoptd", "--counts: unknown value adoptd. Did you mean adopted?"),
        ("summarize --output-format jsn", "--output-format: unknown value jsn. Did you mean json?"),
        ("quadrant --output-format yaml", "--output-format: unknown value yaml. Choose among: text, json"),
        ("validate --output-format xml", "--output-format: unknown value xml. Choose among: full, concise, json"),
        ("summarize --color alwys", "--color: unknown value alwys. Did you mean always?"),
        ("summarize --lang sv", "--lang: unknown value sv. Choose among: nb, nn, en"),
        ("validate --select DT2O3", "--select: there is no code or rule `DT2O3`. Did you mean DT203?"),
        ("validate --ignore DT9", "--ignore: there is no code or rule `DT9`. See `dt explain --all`"),
        ("validate --statistics --output-format sarif", "--statistics cannot be written as sarif. Choose among: full,"),
        ("validate --today 31.12.2013", "--today: 31.12.2013 is not a date. Write it as 2013-12-31"),
        ("validate --today 20131231", "--today: 20131231 is not a date. Write it as 2013-12-31"),
        ("explain HO-30", "HO-30 is neither a code nor a measure of this portfolio"),
        ("explain DT2O1", "DT2O1 is neither a code nor a measure of this portfolio. Did you mean DT201?"),
        (
            "explain efect-not-a-number",
            "efect-not-a-number is neither a code nor a measure of this portfolio. Did you mean DT201?",
        ),
        ("explain", "CODE|ID is missing. See `dt explain --help`"),
        ("explain A --all", "choose either A or --all, not both"),
        ("explain A B", "too many arguments. See `dt explain --help`"),
        ("summarize --counts", "--counts is used wrongly. See `dt"),
        ("export tiltak.pdf", "cannot write tiltak.pdf: the ending must be one of .xlsx, .docx, .csv, .parquet, .json"),
        ("export nei/tiltak.csv", "cannot write nei/tiltak.csv: no such file or folder"),
        ("new ''", "the title is empty"),
        ("new Tittel --sector oppveks", "--sector: unknown value oppveks. Did you mean oppvekst?"),
    ],
)
def test_a_wrong_call_is_exit_2_and_one_line_with_what_to_do(
    arguments: str, said: str, good: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good)
    monkeypatch.setenv("DT_LANG", "en")
    assert dt(*("" if word == "''" else word for word in arguments.split())) == 2
    assert dt.out == ""
    assert dt.err.startswith(f"dt: {said}")
    assert dt.err.count("\n") == 1


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    "arguments",
    ["validate nei", "summarise", "nei", "summarize --nei", "summarize --sector xyz", "explain", "explain a b"],
)
def test_a_wrong_call_is_told_in_the_readers_language(
    arguments: str, lang: Lang, good: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good)
    assert dt("--lang", lang, *arguments.split()) == 2
    mine = dt.err
    assert dt("--lang", "en" if lang != "en" else "nb", *arguments.split()) == 2
    assert dt.err != mine


def test_outside_a_portfolio_it_is_said_how_to_get_one(tmp_path: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("validate", "summarize", "quadrant", "export a.csv", "new Tittel"):
        assert dt(*command.split(), "--lang", "en") == 2
        assert "no portfolio here" in dt.err
        assert "dt init" in dt.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plan.yml", "plan.YAML"])
def test_a_plan_under_another_name_is_told(name: str, good: Path, dt: Dt) -> None:
    (good / "budgets/plan.yaml").rename(good / "budgets" / name)
    assert dt("validate", "--portfolio", good, "--lang", "en") == 2
    assert f"found budgets/{name}" in dt.err


def test_the_portfolio_is_found_upwards_from_the_working_folder(
    good: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = good / "measures/oppvekst"
    deep.mkdir()
    monkeypatch.chdir(deep)
    assert dt("summarize", "--output-format", "json") == 0
    monkeypatch.chdir("/")
    monkeypatch.setenv("DT_PORTFOLIO", str(good))
    assert dt("summarize", "--output-format", "json") == 0


def test_no_command_at_all_is_the_help_and_exit_2(dt: Dt) -> None:
    assert dt() == 2
    assert "summarize" in dt.out + dt.err


@pytest.mark.parametrize(
    ("arguments", "environ", "lang"),
    [
        (["--lang", "nn"], {"DT_LANG": "en"}, "nn"),
        (["summarize", "--lang=en"], {}, "en"),
        (["--lang", "nb", "--lang", "en"], {}, "en"),
        ([], {"DT_LANG": "nn", "LANG": "en_GB.UTF-8"}, "nn"),
        ([], {"LANG": "nn_NO.UTF-8"}, "nn"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "nn_NO.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "en_US", "LANG": "nn_NO.UTF-8"}, "en"),
        ([], {"LANG": "no_NO.UTF-8"}, "nb"),
        ([], {"LANG": "C.UTF-8"}, "nb"),
        ([], {"LANG": "sv_SE"}, "nb"),
        ([], {}, "nb"),
    ],
)
def test_the_readers_language_is_what_they_said_or_their_machine_says(
    arguments: list[str], environ: dict[str, str], lang: str
) -> None:
    assert language(arguments, environ) == lang


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_text_stands_in_every_language(command: str, dt: Dt) -> None:
    pages = {}
    for lang in Lang:
        assert dt(*command.split(), "--help", "--lang", lang) == 0
        pages[lang] = dt.out
        assert dt(*command.split(), "--lang", lang, "--help") == 0
        assert dt.out == pages[lang]
    assert "--portfolio" in pages[Lang.NB]
    assert all(len(line) <= 80 for page in pages.values() for line in page.splitlines())
    assert "[OPTIONS]" not in pages[Lang.NB] + pages[Lang.NN]
    said = " ".join(pages[Lang.EN].split())
    texts = [text for text in words.BY_ENGLISH.values() if text.en in said and text.en not in (text.nb, text.nn)]
    assert len(texts) > 3
    for lang in (Lang.NB, Lang.NN):
        page = " ".join(pages[lang].split())
        assert [text.en for text in texts if text.render(lang) not in page] == []
        assert [text.en for text in texts if len(text.en) > 20 and text.en in page] == []


def test_every_commands_and_every_options_help_is_among_the_words() -> None:
    import typer.main  # noqa: PLC0415

    from driftstilpasning.cli import app  # noqa: PLC0415

    group = typer.main.get_command(app)
    commands = getattr(group, "commands", {})
    assert list(commands) == COMMANDS
    for command in (group, *commands.values()):
        assert command.help in words.BY_ENGLISH
        for param in command.params:
            assert getattr(param, "help", None) in words.BY_ENGLISH, param.name


def test_the_help_lists_the_commands_in_the_order_in_which_a_portfolio_meets_them(dt: Dt) -> None:
    assert dt("--help", "--lang", "en") == 0
    lines = [line.split()[0] for line in dt.out.splitlines() if line.startswith("  ") and line.split()]
    assert [word for word in lines if word in COMMANDS] == COMMANDS


def test_what_is_said_beside_the_result_can_be_silenced(dt: Dt) -> None:
    assert dt("summarize", "--portfolio", ROOT) == 0
    out = dt.out
    assert dt.err
    assert dt("summarize", "--portfolio", ROOT, "--quiet") == 0
    assert (dt.out, dt.err) == (out, "")


def test_a_language_that_there_is_not_is_refused_wherever_it_is_said(
    good: Path, dt: Dt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good)
    monkeypatch.setenv("DT_LANG", "xx")
    assert dt("summarize") == 2
    assert dt.err == "dt: DT_LANG: ukjent verdi xx. Velg blant: nb, nn, en\n"
