"""Whole commands on a copy of the 2022 pack, each beside `python -c pass`."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import PACKBUILD, PASS, ROOT, Run, run
from benchmarks.results import Bar, Found, Group, Row
from benchmarks.subject import YEAR
from builder.record import Record

_HEADLINE = re.compile(r"^    headline: .*$", re.MULTILINE)
_THEME = re.compile(r"^  title: .*$", re.MULTILINE)
_ABOUT = (
    "CPU of the command and all its processes, 2022 in two languages; a new word in each round. “Cold” has "
    "no cache; what follows it finds that of the run before."
)
_SHORT = 9  # so often a round does what takes a moment: one time alone says little


class Campaign(Record):
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
    archive = 0  # of the pack as it is, before its words change
    for number in range(1, rounds + 1):
        for name, one in _round(work, number):
            runs.setdefault(name, []).append(one)
            archive = archive or next((work.root / "output").glob("*.zip")).stat().st_size
    cpu = {name: median(one.cpu for one in found) for name, found in runs.items()}
    floor, cold = cpu["python -c pass"], cpu["cold"]
    rows = tuple(Row(name, s, f"{s / floor:,.1f} × pass, {s / cold:.1%} of cold") for name, s in cpu.items())
    wall = median(one.wall for one in runs["cold"])
    busy = cold / wall / (os.cpu_count() or 1)
    about = f"{_ABOUT} A cold build took {wall:.1f} s, its cores {busy:.0%} busy with it."
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
