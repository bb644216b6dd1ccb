"""LibreOffice, in which people open workbooks, and which computes every formula afresh."""

import io
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest

SOFFICE = shutil.which("soffice")
PYTHON = "/usr/bin/python3"
UNO = Path("/usr/lib/python3/dist-packages/uno.py")
"""The Python that Debian's LibreOffice is driven from, and the module that does it; others do not have it."""
REQUIRED = bool(os.environ.get("DT_OFFICE"))
"""Whether tests that need LibreOffice must not be passed over."""

office = pytest.mark.skipif(
    (SOFFICE is None or not UNO.exists()) and not REQUIRED,
    reason="no LibreOffice or no python3-uno: see “Tests that need LibreOffice” in CONTRIBUTING.md",
)

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
"""The setting by which it trusts no stored result."""


def recalculated(books: Sequence[bytes]) -> list[Any]:
    """The workbooks with every formula computed afresh, as openpyxl reads their values."""
    return [openpyxl.load_workbook(io.BytesIO(book), data_only=True) for book in resaved(books)]


def resaved(books: Sequence[bytes]) -> list[bytes]:
    """The workbooks as LibreOffice saves them when somebody has opened them."""
    assert SOFFICE is not None, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as folder:
        user = Path(folder) / "profile/user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_ALWAYS, "utf-8")
        names = [Path(folder) / f"{i}.xlsx" for i in range(len(books))]
        for name, book in zip(names, books, strict=True):
            name.write_bytes(book)
        out = Path(folder) / "out"
        subprocess.run(  # noqa: S603  # the office program of this machine, on files of ours
            [
                *(SOFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"),
                *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, names)),
            ],
            check=True,
            capture_output=True,
            timeout=280,
        )
        return [(out / name.name).read_bytes() for name in names]


Cells = Mapping[str, Mapping[str, str | float | None]]
"""For a sheet, what is typed into its cells."""


@dataclass(frozen=True)
class Step:
    """Something that somebody does in a workbook: types into cells, and looks at some sheets."""

    type: Cells
    see: Sequence[str] = field(default_factory=tuple)


def steps(book: bytes, taken: Sequence[Step]) -> tuple[list[dict[str, list[list[Any]]]], bytes]:
    """What one who has opened ``book`` sees after each step, row by row, and the workbook as it is saved in the end."""
    with tempfile.TemporaryDirectory() as folder:
        opened, saved = Path(folder) / "opened.xlsx", Path(folder) / "saved.xlsx"
        opened.write_bytes(book)
        task = {"soffice": SOFFICE, "book": str(opened), "save": str(saved), "steps": [vars(step) for step in taken]}
        done = subprocess.run(  # noqa: S603  # the office program of this machine, on files of ours
            [PYTHON, str(Path(__file__).with_name("calc.py"))],
            input=json.dumps(task),
            check=True,
            capture_output=True,
            text=True,
            timeout=280,
        )
        return json.loads(done.stdout), saved.read_bytes()
