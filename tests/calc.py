"""A session in LibreOffice Calc, by the Python that drives LibreOffice: ``/usr/bin/python3 calc.py < TASK.json``.

It opens a workbook and takes the steps of the task in turn: each types into cells, and then sees what some sheets
show. The task has ``book`` and ``save``, two paths, and ``steps``, of each ``type`` (sheet, cell, value) and ``see``
(sheets). The answer, on stdout, has for each step the rows of each of its sheets.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT = 60
"""Seconds in which the program must have begun."""


def option(name: str, *, value: object) -> Any:  # noqa: ANN401
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connect(pipe: str) -> Any:  # noqa: ANN401
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(WAIT * 10):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise TimeoutError


def type_into(book: Any, cells: dict[str, dict[str, Any]]) -> None:  # noqa: ANN401
    for name, edits in cells.items():
        sheet = book.Sheets.getByName(name)
        for place, value in edits.items():
            cell = sheet.getCellRangeByName(place)
            if isinstance(value, int | float):
                cell.setValue(value)
            else:
                cell.setString(value or "")


def shown(book: Any, name: str) -> list[list[Any]]:  # noqa: ANN401
    sheet = book.Sheets.getByName(name)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003  # UNO knows no keywords
    end = cursor.RangeAddress
    cells = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
    return [[None if cell == "" else cell for cell in row] for row in cells]


def main() -> None:
    task = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        pipe = Path(folder).name
        program = subprocess.Popen(  # noqa: S603  # the office program of this machine
            [
                *(task["soffice"], "--headless", "--norestore", "--nologo"),
                *(f"-env:UserInstallation=file://{folder}/profile", f"--accept=pipe,name={pipe};urp;"),
            ],
        )
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            url = uno.systemPathToFileUrl(task["book"])
            book = desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", value=True),))
            seen = []
            for step in task["steps"]:
                type_into(book, step["type"])
                book.calculateAll()
                seen.append({name: shown(book, name) for name in step["see"]})
            kind = option("FilterName", value="Calc MS Excel 2007 XML")
            book.storeToURL(uno.systemPathToFileUrl(task["save"]), (kind,))
            book.close(True)  # noqa: FBT003  # as above
            desktop.terminate()
        finally:
            program.terminate()
            program.wait(WAIT)
    json.dump(seen, sys.stdout)


main()
