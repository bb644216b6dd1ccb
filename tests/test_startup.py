"""A command loads what it needs and no more: starting is most of the time a person waits."""

import subprocess
import sys

import pytest

from tests.documents import ROOT

HEAVY = ("pandas", "numpy", "openpyxl", "xlsxwriter", "pyarrow", "docx", "lxml", "PIL")
ASK = "import sys; from driftstilpasning.cli import run; run(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"


def modules(*arguments: str) -> set[str]:
    """What is loaded once ``dt`` has run with these arguments."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", ASK, *arguments], capture_output=True, check=True, timeout=60
    )
    return {name.partition(".")[0] for name in done.stderr.decode().split()}


@pytest.mark.parametrize("arguments", ["--help", "--version"])
def test_help_reads_no_portfolio_and_loads_nothing_for_it(arguments: str) -> None:
    assert modules(*arguments.split()) & {"pydantic", "yaml", "rich", *HEAVY} == set()


@pytest.mark.parametrize("command", ["validate", "quadrant", "summarize"])
def test_figures_need_no_table_and_no_workbook(command: str) -> None:
    loaded = modules(*command.split(), "--portfolio", str(ROOT), "--quiet")
    assert "pydantic" in loaded
    assert loaded & set(HEAVY) == set()


def test_a_portfolio_that_has_not_changed_is_not_read_as_yaml_again() -> None:
    first, again = (modules("validate", "--portfolio", str(ROOT), "--quiet") for _ in range(2))
    assert {"pydantic", "yaml"} <= first
    assert again & {"pydantic", "yaml", *HEAVY} == set()
