"""Fuzz a target with atheris.

    python -m tests.fuzz (findings|store) [-OPTION=VALUE …] [FOLDER | FILE …]

The options are libFuzzer's. What leads somewhere new is added to FOLDER; with FILEs, only they are tried.
"""

import pkgutil
import resource
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Final

import atheris

import driftstilpasning

with atheris.instrument_imports(include=["driftstilpasning"]):
    for module in pkgutil.walk_packages(driftstilpasning.__path__, "driftstilpasning."):
        if not module.name.startswith(("driftstilpasning.cli", "driftstilpasning.__main__")):
            import_module(module.name)  # the program loads some of them late
    from tests.fuzz import corpus
    from tests.fuzz.seeds import SEEDS, dictionary
    from tests.fuzz.targets import TARGETS

MEMORY: Final = 2 << 30
"""Bytes; a forged store can ask for any number."""


def main(name: str, *arguments: str) -> None:
    """Try the target ``name`` with ever new bytes, until libFuzzer ends the process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder) / "seeds"
        begin.mkdir()
        for i, seed in enumerate([*SEEDS[name](), *(path.read_bytes() for path in corpus(name))]):
            (begin / str(i)).write_bytes(seed)
        words = Path(folder) / "words.dict"
        words.write_text(dictionary(), "ascii")
        places = [] if any(Path(argument).is_file() for argument in arguments) else [str(begin)]
        options = [f"-dict={words}", "-max_len=8192", "-timeout=20"]
        atheris.Setup([sys.argv[0], *options, *arguments, *places], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
