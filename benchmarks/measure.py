"""CPU time (user and system) of commands, and of contestants that take turns in one run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from builder.record import Record

ROOT = Path(__file__).parent.parent
PEERS = Path(__file__).parent / "peers"
PACKBUILD = (sys.executable, "-c", "from builder.cli import main; main()")  # what the installed command does
PASS = (sys.executable, "-c", "pass")  # the floor of all commands


class Run(Record):
    """A command and all processes that it started: CPU and wall seconds, and what it printed."""

    cpu: float
    wall: float
    output: str


class Contestant(Record):
    """Who does a task: a command that is given a folder and prints `{"ms": …, "bytes": …}`.

    It takes its own CPU time, around the task alone: imports and reading the inputs are not in it.
    """

    name: str
    command: tuple[str, ...]
    needs: str  # a Python module, or a package of npm as `npm:name`

    @property
    def is_installed(self) -> bool:
        """Whether what it needs is there."""
        kind, _, package = self.needs.rpartition(":")
        if kind == "npm":
            return bool(shutil.which("node")) and (PEERS / "node_modules" / package).is_dir()
        return find_spec(package) is not None


class Times(Record):
    """A contestant's CPU ms, one a round, the bytes that it made, and the CPU s of its whole process."""

    name: str
    ms: tuple[float, ...]
    size: float
    whole: float

    @property
    def median(self) -> float:
        """The middle one, in ms."""
        return median(self.ms)

    def over(self, other: Times) -> float:
        """How many times the other's time it took, round by round: the median of these ratios."""
        return median(mine / its for mine, its in zip(self.ms, other.ms, strict=True))


def run(command: Sequence[str], cwd: Path = ROOT) -> Run:
    """The command, run to its end; CalledProcessError, with what it said, if it fails."""
    start = time.perf_counter()
    with started(command, cwd) as process:
        assert process.stdout
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, output)


def started(command: Sequence[str], cwd: Path, output: int = subprocess.PIPE) -> subprocess.Popen[str]:
    """The command, begun, with this checkout's packbuild and benchmarks."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not in each run
    return subprocess.Popen(
        command, cwd=cwd, env=environment, text=True, stdout=output, stderr=subprocess.STDOUT
    )


def compete(contestants: Sequence[Contestant], folder: Path, rounds: int) -> tuple[Times, ...]:
    """The times of those that are installed, each round each once in a new process; the others are named."""
    for absent in (each for each in contestants if not each.is_installed):
        print(f"  {absent.name} is left out: {absent.needs} is not installed", flush=True)
    present = [each for each in contestants if each.is_installed]
    runs: dict[str, list[Run]] = {each.name: [] for each in present}
    for _ in range(rounds):
        for each in present:
            runs[each.name].append(run((*each.command, str(folder))))
    return tuple(_times(name, found) for name, found in runs.items())


def _times(name: str, runs: Sequence[Run]) -> Times:
    said = [json.loads(one.output.splitlines()[-1]) for one in runs]
    whole = median(one.cpu for one in runs)
    return Times(name, tuple(one["ms"] for one in said), said[-1]["bytes"], whole)
