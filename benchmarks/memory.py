"""How much memory a build's processes hold at once, and how much more with each language."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

from benchmarks.commands import Campaign, campaign
from benchmarks.growth import languages, write
from benchmarks.measure import PACKBUILD, started
from benchmarks.results import Bar, Found, Group, Row
from benchmarks.subject import YEAR

_ABOUT = (
    "The most that a cold build’s processes hold at once, two jobs: proportional set sizes, so that pages "
    "which processes share count once, looked at every 50 ms. The packs differ in their languages alone: "
    "each is built whole, with its zip."
)
_COUNTS = (1, 2, 4)
_OF_BAR = 2  # languages of the pack that has to keep within the bar
_EVERY = 0.05  # s between looks


def memory(folder: Path, rounds: int) -> Found:
    """Cold builds of packs in one, two and four languages, in turns."""
    if not Path("/proc/self/smaps_rollup").exists():
        print("  memory is left out: this system does not tell what processes share")
        return Found(())
    work = campaign(folder)
    found: dict[int, list[float]] = {count: [] for count in _COUNTS}
    for _ in range(rounds):
        for count, most in found.items():
            write(work, languages, count)
            most.append(_most(work))
    held = {count: median(most) for count, most in found.items()}
    fewest, many = _COUNTS[0], _COUNTS[-1]
    more = (held[many] - held[fewest]) / (many - fewest)
    rows = (Row(f"{count} language{'s' * (count > 1)}", most) for count, most in held.items())
    bars = (
        Bar("memory, two jobs", held[_OF_BAR], 300, "MiB"),
        Bar("memory, a language more", more, 10, "MiB"),
    )
    return Found((Group("Memory of a cold build", "MiB", tuple(rows), _ABOUT),), bars)


def _most(work: Campaign) -> float:
    """The most memory of the tree of a cold build, in MiB."""
    work.clear()
    command = (*PACKBUILD, YEAR, "--jobs", "2")
    with started(command, work.root, subprocess.DEVNULL) as build:
        most = 0.0
        while build.poll() is None:
            most = max(most, sum(map(_shared, _tree(build.pid))))
            time.sleep(_EVERY)
    if build.returncode:
        raise subprocess.CalledProcessError(build.returncode, command)
    return most


def _tree(pid: int) -> Iterator[int]:
    """A process and all below it, but those that end while they are asked."""
    yield pid
    children = list[str]()
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").glob("*/children"):
            children += thread.read_text().split()
    for child in children:
        yield from _tree(int(child))


def _shared(pid: int) -> float:
    """Its proportional set size in MiB; nothing if it ended just now."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0
