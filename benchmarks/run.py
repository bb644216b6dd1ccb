"""Time `dt` against what a reader would compare it with, and print ratios beside the targets.

    python benchmarks/run.py [--files N] [--rounds N] [--quick] [--write]

Whole processes, in CPU seconds (user and system) as the operating system counts them; rounds are interleaved, so
that a noisy minute hits everyone, and the median is kept. Only ratios within one run mean anything. Where several
processes work at once, seconds by the clock count.
"""

import argparse
import compileall
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Literal

import generate

import driftstilpasning

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
LIBRARIES = ("driftstilpasning", "pydantic", "pydantic_core", "PyYAML", "typer", "check-jsonschema", "yamllint")
FEW, SHEET, SOME, VAST = 100, 300, 1_000, 100_000

UNIT = """\
import sys
import yaml

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        yaml.load(file.read(), Loader=yaml.CSafeLoader)
"""
IMPORTS = "import typer, pydantic, yaml"
TO_EXCEL = """\
import sys
import pandas

pandas.read_csv(sys.argv[1]).to_excel(sys.argv[2], index=False, engine="openpyxl")
"""
_STOPWATCH = """\
import os, sys, time
output, quiet, *command = sys.argv[1:]
actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
if quiet:
    actions.append((os.POSIX_SPAWN_DUP2, 1, 2))
start = time.perf_counter()
process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - start
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
"""
"""A program begins with the memory of the one that starts it as its peak, so a small one does."""

AJV = HERE / "ajv.cjs"
BARE_APP = """\
import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
for name in {names}:
    @app.command(name)
    def command(path: str, *, strict: bool = False) -> None:
        "Do what a command does."

app()
"""


@dataclass(frozen=True)
class Program:
    """A command line to time; ``module`` is what must be installed for it, ``before`` what is done first, unseen."""

    name: str
    command: Sequence[str]
    module: str = "yaml"
    once: bool = False
    before: Callable[[], object] = lambda: None
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def installed(self) -> bool:
        """Whether it can be run here."""
        if self.command[0] == "node":
            return shutil.which("node") is not None and _succeeds("node", "-e", "require('ajv'); require('js-yaml')")
        return importlib.util.find_spec(self.module) is not None


@dataclass(frozen=True)
class Cost:
    """What one run of a program took, or the median of several."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Target:
    """A ratio to reach: of ``program`` to ``against``, at most or (how many times faster) at least ``limit``."""

    program: str
    against: str
    way: Literal["at most", "at least"]
    limit: float
    what: Literal["cpu", "wall"] = "cpu"


def main() -> None:
    """Generate, time, print."""
    options = _options()
    compileall.compile_dir(next(iter(driftstilpasning.__path__)), quiet=1)  # as an installed package is
    count = SOME if options.quick else options.files
    with tempfile.TemporaryDirectory() as folder:
        costs, missing = _measure(list(_programs(Path(folder), count)), rounds=options.rounds)
    report = "\n".join(
        (
            *(*_times(costs), ""),
            *(*_ratios(costs, count), ""),
            *(*_growth(costs, count), ""),
            *(f"Not installed: {name}." for name in missing),
        )
    )
    print(report.rstrip())
    if options.write:
        RESULTS.write_text(
            "\n".join(("# The last result", "", *_machine(options.rounds), "", report.rstrip(), "")), "utf-8"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=10_000, help="measures in the large portfolio (default 10,000)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program (default 5); other tools run once")
    parser.add_argument("--quick", action="store_true", help="1,000 files instead")
    parser.add_argument("--write", action="store_true", help="store the result in RESULTS.md")
    return parser.parse_args()


def _programs(folder: Path, count: int) -> Iterator[Program]:
    """Every program to time, its input written into ``folder``."""
    vast = count * VAST // 10_000
    portfolios = {size: folder / str(size) for size in {FEW, SHEET, SOME, count, vast}}
    for size, portfolio in portfolios.items():
        generate.write(size, portfolio)
    files = {size: sorted(map(str, portfolio.rglob("*.yaml"))) for size, portfolio in portfolios.items()}
    schema = folder / "measure.json"
    _run((sys.executable, "-m", "driftstilpasning", "schema", "measure"), output=schema)
    bare = folder / "bare.py"
    bare.write_text(BARE_APP.format(names=_command_names(folder)), "utf-8")

    alone = ("--no-cache", "--jobs", "1")
    for size in sorted({FEW, SOME, count}):
        yield Program(f"CSafeLoader, {size:,} files", (sys.executable, "-c", UNIT, *files[size]))
        yield _dt(f"dt validate, {size:,} files", "validate", portfolios[size], *alone)
    yield _dt(
        f"dt validate, {count:,} files, two processes", "validate", portfolios[count], "--no-cache", "--jobs", "2"
    )
    store = {"DT_CACHE_DIR": str(folder / "cache")}
    again = _dt("", "validate", portfolios[count])
    remember = partial(_run, again.command, environ=store)
    for name, before in (("nothing", remember), ("one file", partial(_change, Path(files[count][-1]), remember))):
        yield Program(f"dt validate, {name} changed", again.command, again.module, before=before, environ=store)
    yield replace(_dt(f"dt validate, {vast:,} files", "validate", portfolios[vast], *alone), once=True)
    sheet, table = folder / "sheet.xlsx", folder / "sheet.csv"
    export = _dt(f"dt export, {SHEET} files", "export", portfolios[SHEET], str(sheet))
    _run((*export.command[:-1], str(table)))
    yield export
    yield Program(
        "pandas.to_excel, the same table", (sys.executable, "-c", TO_EXCEL, str(table), str(sheet)), "openpyxl"
    )
    yield _dt(f"dt summarize, {FEW} files", "summarize", portfolios[FEW])
    yield Program("import typer, pydantic, yaml", (sys.executable, "-c", IMPORTS))
    yield Program("dt --help", (sys.executable, "-m", "driftstilpasning", "--help"), "driftstilpasning.cli")
    yield Program("bare typer app --help", (sys.executable, str(bare), "--help"), "typer")
    measures = [name for name in files[count] if "measures" in Path(name).parts]
    checking = (sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *measures)
    yield Program(f"check-jsonschema, {count:,} files", checking, "check_jsonschema", once=True)
    yield Program(f"ajv + js-yaml, {count:,} files", ("node", str(AJV), str(schema), *measures), once=True)
    linting = (sys.executable, "-m", "yamllint", "-d", "relaxed", *files[count])
    yield Program(f"yamllint, {count:,} files", linting, "yamllint", once=True)


def _change(file: Path, remember: Callable[[], object]) -> None:
    """See that all is remembered, and then change one file as an editor would."""
    remember()
    file.write_text(f"{file.read_text('utf-8')}# {time.monotonic_ns()}\n", "utf-8")


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _dt(name: str, command: str, portfolio: Path, *options: str) -> Program:
    arguments = (sys.executable, "-m", "driftstilpasning", command, "--portfolio", str(portfolio), *options)
    return Program(name, arguments, "driftstilpasning.cli")


def _command_names(folder: Path) -> list[str]:
    """Names for the bare app: as many as `dt` has commands."""
    listing = folder / "commands.txt"
    code = "from driftstilpasning.cli import app; print(len(app.registered_commands))"
    _run((sys.executable, "-c", code), output=listing)
    return [f"command-{number}" for number in range(int(listing.read_text("utf-8")))]


def _targets(count: int) -> Iterator[Target]:
    unit, validate = f"CSafeLoader, {count:,} files", f"dt validate, {count:,} files"
    yield Target(validate, unit, "at most", 0.50)
    yield Target(f"{validate}, two processes", unit, "at most", 0.35, "wall")
    yield Target("dt validate, nothing changed", unit, "at most", 0.08)
    yield Target("dt validate, one file changed", unit, "at most", 0.15)
    yield Target(f"dt summarize, {FEW} files", "import typer, pydantic, yaml", "at most", 1.5)
    yield Target("dt --help", "bare typer app --help", "at most", 1.2)
    yield Target(validate, f"check-jsonschema, {count:,} files", "at least", 20)
    yield Target(validate, f"yamllint, {count:,} files", "at least", 25)
    yield Target(validate, f"ajv + js-yaml, {count:,} files", "at least", 1.5)
    yield Target(f"dt export, {SHEET} files", "pandas.to_excel, the same table", "at most", 0.5)


def _measure(programs: Iterable[Program], rounds: int) -> tuple[dict[str, Cost], list[str]]:
    """The median cost of each program that is installed, and the names of those that are not."""
    programs = list(programs)
    ready = [program for program in programs if program.installed]
    runs: dict[str, list[Cost]] = {program.name: [] for program in ready}
    for number in range(rounds):
        for program in ready:
            if number == 0 or not program.once:
                program.before()
                runs[program.name].append(_run(program.command, environ=program.environ))
    costs = {
        name: Cost(*(median(getattr(run, what) for run in several) for what in ("cpu", "wall", "peak")))
        for name, several in runs.items()
    }
    return costs, [program.name for program in programs if not program.installed]


def _run(command: Sequence[str], output: Path | None = None, environ: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end, and see what it took.

    Raises:
        SystemExit: it failed, so its time says nothing.
    """
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            _STOPWATCH,
            os.fspath(output or os.devnull),
            "quiet" * (output is None),
            *command,
        ],
        env={**os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *cost = done.stdout.split()
    if code != "0":
        sys.exit(f"exit code {code}: {' '.join(command[:6])} …")
    return Cost(*map(float, cost))


def _times(costs: dict[str, Cost]) -> Iterator[str]:
    yield "| program | CPU s | wall s | peak MB |"
    yield "|---|---:|---:|---:|"
    for name, cost in costs.items():
        yield f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f} |"


def _ratios(costs: dict[str, Cost], count: int) -> Iterator[str]:
    yield "| CPU (or time) of | against | measured | target | |"
    yield "|---|---|---:|---:|---|"
    for target in _targets(count):
        if target.program not in costs or target.against not in costs:
            continue
        ratio = getattr(costs[target.program], target.what) / getattr(costs[target.against], target.what)
        if target.way == "at most":
            measured, wanted, reached = f"{ratio:.2f} ×", f"≤ {target.limit:.2f} ×", ratio <= target.limit
        else:
            measured, wanted, reached = f"1/{1 / ratio:.1f}", f"≤ 1/{target.limit:g}", ratio * target.limit <= 1
        verdict = "reached" if reached else "not reached"
        yield f"| {target.program} | {target.against} | {measured} | {wanted} | {verdict} |"


def _growth(costs: dict[str, Cost], count: int) -> Iterator[str]:
    """What ten times as many files take."""
    some, many = costs[f"dt validate, {count:,} files"], costs[f"dt validate, {count * VAST // 10_000:,} files"]
    times = many.cpu / some.cpu
    yield f"Ten times {count:,} files: {times:.1f} × the CPU, and {many.peak:.0f} MB at the most (target 150)."


def _machine(rounds: int) -> Iterator[str]:
    yield f"{time.strftime('%Y-%m-%d')}, {rounds} interleaved rounds, medians; other tools once."
    yield f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}."
    yield ", ".join(f"{name} {version}" for name in LIBRARIES if (version := _version(name))) + "."


def _processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


if __name__ == "__main__":
    main()
