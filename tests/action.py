"""The action of this repository, step by step, as GitHub's runner would take it.

``python -m tests.action FOLDER`` installs the program and checks the portfolio in FOLDER: it takes a package index.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ (\S+) \}\}")


@dataclass
class Runner:
    """One job: its folder for temporary files, the inputs given, and the outputs of the steps so far."""

    temporary: Path
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    def take(self, identifier: str, workspace: Path) -> "subprocess.CompletedProcess[str]":
        """Run the step with this id in ``workspace``, and keep its outputs."""
        step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == identifier)
        script, output = self.temporary / f"{identifier}.sh", self.temporary / f"{identifier}.out"
        script.write_text(step["run"], "utf-8")
        output.touch()
        environ = {
            **os.environ,
            **{name: self.value(expression) for name, expression in step["env"].items()},
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(self.temporary),
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(  # noqa: S603  # the script of our own action
            command, cwd=workspace, env=environ, check=False, capture_output=True, text=True, encoding="utf-8"
        )
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.outputs[f"steps.{identifier}.outputs.{name}"] = value
        return done

    def value(self, expression: str) -> str:
        """What one ``${{ expression }}`` stands for; an input that is not given has its default."""
        match = _EXPRESSION.fullmatch(expression)
        assert match is not None, expression
        kind, _, name = match[1].partition(".")
        if kind == "inputs":
            default: str = ACTION["inputs"][name]["default"]
            return self.inputs.get(name, default)
        return self.outputs[match[1]]


def main() -> int:
    """Take all steps, with this very Python; the exit code of the last."""
    folder = Path(sys.argv[1]).resolve()
    with TemporaryDirectory() as temporary:
        runner = Runner(Path(temporary), {"portfolio": "."}, {"steps.python.outputs.python-path": sys.executable})
        for step in ("install", "validate"):
            done = runner.take(step, folder)
            sys.stdout.write(done.stdout + done.stderr)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
