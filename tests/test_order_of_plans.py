"""A pack is the same in whatever order its files are laid out and drawn, and by however many processes.

A process keeps what it has met (fonts, drawings, words) for what comes next: none of it may be seen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHUFFLED = """\
import random, sys
from builder.output.workers import Workers
from builder.cli import main

seed, work = int(sys.argv.pop(1)), Workers.work

def shuffled(self, tasks):
    order = list(range(len(tasks)))
    random.Random(seed).shuffle(order)
    for place, result in work(self, [tasks[number] for number in order]):
        yield order[place], result

if seed:
    Workers.work = shuffled
main()
"""


def built(folder: Path, seed: int, jobs: int) -> bytes:
    """The zip of a campaign with all kinds of files, made in an order of its own."""
    for part in ("packs", "brand"):
        shutil.copytree(ROOT / "tests/fuzz/base" / part, folder / part)
    call = [sys.executable, "-c", SHUFFLED, str(seed), "2024", "-q", f"-j{jobs}"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(call, cwd=folder, env=environment, check=True, capture_output=True)
    return (folder / "output/swifts-2024-comms-pack.zip").read_bytes()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(tmp_path_factory.mktemp("usual"), 0, 1)


@pytest.mark.programs  # needs none, but takes long
@pytest.mark.parametrize(("seed", "jobs"), [(1, 1), (2, 1), (3, 2), (4, 8)])
def test_the_order_of_work_and_the_number_of_processes_change_nothing(
    usual: bytes, tmp_path: Path, seed: int, jobs: int
) -> None:
    assert built(tmp_path, seed, jobs) == usual
