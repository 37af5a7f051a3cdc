"""Whole commands on a copy of the 2022 pack, each beside `python -c pass`, and the memory of a build."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measure import PACKBUILD, PASS, ROOT, Run, run, started
from benchmarks.results import Bar, Found, Group, Row
from benchmarks.subject import YEAR

_HEADLINE = re.compile(r"^    headline: .*$", re.MULTILINE)
_THEME = re.compile(r"^  title: .*$", re.MULTILINE)
_ABOUT = (
    "CPU of the command and all its processes, 2022 in two languages; a new word in each round. “Cold” has "
    "no cache; what follows it finds that of the run before."
)
_MEMORY_ABOUT = (
    "The most that a cold build’s processes hold at once, two jobs: proportional set sizes, so that pages "
    "which processes share count once, looked at every 50 ms."
)

_SHORT = 9  # so often a round does what takes a moment: one time alone says little


@dataclass(frozen=True, slots=True)
class Campaign:
    """A folder with a copy of the specs and the brand."""

    root: Path

    @property
    def spec(self) -> Path:
        """The year's spec."""
        return self.root / "packs" / f"{YEAR}.yaml"

    def packbuild(self, *arguments: str) -> Run:
        """The command, run there."""
        return run((*PACKBUILD, *arguments), self.root)

    def edit(self, line: re.Pattern[str], number: int) -> None:
        """Put a word that is new each time at the end of the first such line of the spec."""
        text = self.spec.read_text("utf-8")
        self.spec.write_text(line.sub(lambda found: f"{found[0]} {'again' * number}", text, count=1), "utf-8")

    def clear(self) -> None:
        """Forget all that was built."""
        shutil.rmtree(self.root / "output", ignore_errors=True)


def campaign(root: Path) -> Campaign:
    """A copy of the checkout's packs and brand."""
    for name in ("packs", "brand"):
        shutil.copytree(ROOT / name, root / name)
    return Campaign(root)


def commands(folder: Path, rounds: int) -> Found:
    """Each command as often as there are rounds, one after the other."""
    work = campaign(folder)
    runs: dict[str, list[Run]] = {}
    for number in range(1, rounds + 1):
        for name, one in _round(work, number):
            runs.setdefault(name, []).append(one)
    cpu = {name: median(one.cpu for one in found) for name, found in runs.items()}
    floor, cold = cpu["python -c pass"], cpu["cold"]
    rows = tuple(Row(name, s, f"{s / floor:,.1f} × pass, {s / cold:.1%} of cold") for name, s in cpu.items())
    wall = median(one.wall for one in runs["cold"])
    busy = cold / wall / (os.cpu_count() or 1)
    about = f"{_ABOUT} A cold build took {wall:.1f} s, its cores {busy:.0%} busy with it."
    archive = next((work.root / "output").glob("*.zip")).stat().st_size
    bars = (
        Bar("unchanged build to `python -c pass`", cpu["unchanged"] / floor, 2.5),
        Bar("one word of a card, of cold", 100 * cpu["one word of a card"] / cold, 8, "%"),
        Bar("the theme’s title, of cold", 100 * cpu["the theme’s title"] / cold, 50, "%"),
        Bar("cold", cold, 18, "CPU s"),
        Bar("cold, cores busy", 100 * busy, 85, "%", least=True),
        Bar("`check` unchanged to `python -c pass`", cpu["check, unchanged"] / floor, 3),
        Bar("`check`, one word", cpu["check, one word"], 1.5, "CPU s"),
        Bar("zip", archive / 1e6, 18, "MB"),
    )
    return Found((Group("Whole commands", "s", rows, about),), bars)


def _round(work: Campaign, number: int) -> Iterator[tuple[str, Run]]:
    one_size = (YEAR, "--only", "social", "--size", "story")
    work.clear()
    yield "cold", work.packbuild(YEAR)
    for _ in range(_SHORT):
        yield "python -c pass", run(PASS)
        yield "unchanged", work.packbuild(YEAR)
    work.edit(_HEADLINE, number)
    yield "one word of a card", work.packbuild(YEAR)
    yield "check after a build", work.packbuild("check", YEAR)
    yield "check, unchanged", work.packbuild("check", YEAR)
    work.edit(_HEADLINE, number)
    yield "check, one word", work.packbuild("check", YEAR)
    yield "one size, one word", work.packbuild(*one_size)
    yield "one size, unchanged", work.packbuild(*one_size)
    work.packbuild(YEAR)
    work.edit(_THEME, number)
    yield "the theme’s title", work.packbuild(YEAR)


def memory(folder: Path, rounds: int) -> Found:
    """A cold build in one language and in two."""
    if not Path("/proc/self/smaps_rollup").exists():
        print("  memory is left out: this system does not tell what processes share")
        return Found(())
    work = campaign(folder)
    one, both = (
        median(_most(work, *options) for _ in range(rounds)) for options in (("--language", "en-GB"), ())
    )
    rows = (Row("one language", one), Row("two languages", both))
    bars = Bar("memory, two jobs", both, 300, "MiB"), Bar("memory, a language more", both - one, 10, "MiB")
    return Found((Group("Memory of a cold build", "MiB", rows, _MEMORY_ABOUT),), bars)


def _most(work: Campaign, *options: str) -> float:
    """The most memory of the tree of a cold build, in MiB."""
    work.clear()
    command = (*PACKBUILD, YEAR, "--jobs", "2", *options)
    with started(command, work.root, subprocess.DEVNULL) as build:
        most = 0.0
        while build.poll() is None:
            most = max(most, sum(map(_shared, _tree(build.pid))))
            time.sleep(0.05)
    if build.returncode:
        raise subprocess.CalledProcessError(build.returncode, command)
    return most


def _tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in thread.read_text().split():
            yield from _tree(int(child))


def _shared(pid: int) -> float:
    """Its proportional set size in MiB; nothing if it ended just now."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0
