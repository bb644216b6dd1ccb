"""What an editor finds in a portfolio: the schemas, the settings of VS Code, and a line in each file."""

import json
from collections.abc import Mapping
from typing import Final

from driftstilpasning.output.model_schema import KINDS
from driftstilpasning.output.schema import schema
from driftstilpasning.source.tree import MEASURES, PLAN
from driftstilpasning.text import Lang

SCHEMAS: Final = {kind: f"schema/{kind}.json" for kind in KINDS}
"""Where a portfolio keeps its schemas."""

SETTINGS: Final = ".vscode/settings.json"
EXTENSIONS: Final = ".vscode/extensions.json"


def editor_files(lang: Lang) -> Mapping[str, str]:
    """The files of a portfolio that only editors read."""
    settings = {
        "yaml.schemas": {f"./{SCHEMAS['measure']}": f"{MEASURES}/**/*.yaml", f"./{SCHEMAS['plan']}": PLAN},
        "yaml.validate": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "files.encoding": "utf8"},
    }
    return {
        **{path: schema(kind, lang) for kind, path in SCHEMAS.items()},
        SETTINGS: _json(settings),
        EXTENSIONS: _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def schema_line(kind: str, name: str) -> str:
    r"""The comment that names the schema of the file ``name``, as seen from its folder.

    >>> schema_line("measure", "measures/oppvekst/op-01.yaml")
    '# yaml-language-server: $schema=../../schema/measure.json\n'
    """
    return f"# yaml-language-server: $schema={'../' * name.count('/')}{SCHEMAS[kind]}\n"


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"
