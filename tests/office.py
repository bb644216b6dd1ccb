"""LibreOffice, which computes every formula of a workbook afresh."""

import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest

SOFFICE = shutil.which("soffice")
REQUIRED = bool(os.environ.get("DT_OFFICE"))
"""Whether tests that need LibreOffice must not be passed over."""

office = pytest.mark.skipif(
    SOFFICE is None and not REQUIRED, reason="no LibreOffice: see “Tests that need LibreOffice” in CONTRIBUTING.md"
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


def with_cells(book: bytes, sheet: str, cells: Mapping[str, str]) -> bytes:
    """``book`` with other texts in some cells of a sheet, as somebody might choose."""
    source = zipfile.ZipFile(io.BytesIO(book))
    number = openpyxl.load_workbook(io.BytesIO(book), read_only=True).sheetnames.index(sheet) + 1
    name = f"xl/worksheets/sheet{number}.xml"
    xml = source.read(name).decode()
    for cell, text in cells.items():
        new = rf'\g<1> t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        xml, found = re.subn(rf'(<c r="{cell}"(?: s="\d+")?)[^>]*>.*?</c>', new, xml)
        assert found == 1, cell
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            target.writestr(item, xml if item.filename == name else source.read(item))
    return out.getvalue()
