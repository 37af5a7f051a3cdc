"""python -m benchmarks: all parts, or those that are named; `ratios` is the smaller run of the checks.

python -m benchmarks                    # all, written to docs/benchmarks.md and docs/benchmarks.svg
python -m benchmarks cards --rounds 3   # one part, printed
python -m benchmarks ratios             # fails if packbuild takes twice what it took of its floors
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cards import cards
from benchmarks.commands import commands
from benchmarks.documents import guide, slides
from benchmarks.growth import growth
from benchmarks.machine import load
from benchmarks.measure import ROOT
from benchmarks.memory import memory
from benchmarks.page import amount, page
from benchmarks.plot import plot
from benchmarks.ratios import ratios
from benchmarks.results import Found

# Each part is given a folder, and how many rounds: long ones take a share of those that are asked for.
PARTS: dict[str, tuple[Callable[[Path, int], Found], int]] = {
    "cards": (cards, 1),
    "guide": (guide, 1),
    "slides": (slides, 1),
    "commands": (commands, 2),
    "growth": (growth, 5),
    "memory": (memory, 5),
}


def main() -> None:
    """Measure what is asked for; write the page if that is all."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("parts", nargs="*", help=f"{', '.join(PARTS)}; all, if none is named")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--keep", type=Path, help="a new folder for all that is drawn, to be looked at")
    given = asked.parse_args()
    if unknown := set(given.parts) - {*PARTS, "ratios"}:
        asked.error(f"there is no part {', '.join(sorted(unknown))}")
    if "ratios" in given.parts:
        sys.exit(ratios())
    before = load()
    with TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = tuple(_measured(given.parts or tuple(PARTS), given.rounds, folder))
    if not given.parts:
        (ROOT / "docs/benchmarks.md").write_text(page(found, given.rounds, (before, load())), "utf-8")
        groups = (group for part in found for group in part.groups)
        (ROOT / "docs/benchmarks.svg").write_text(plot(groups), "utf-8")


def _measured(names: tuple[str, ...], rounds: int, folder: Path) -> Iterator[Found]:
    """What each part found, printed as it comes."""
    for name in names:
        part, share = PARTS[name]
        print(name, flush=True)
        found = part(folder / name, max(rounds // share, 1))
        for group in found.groups:
            print(f"  {group.title} ({group.unit})")
            for row in group.rows:
                print(f"    {row.name:26}{amount(row.value):>9}  {row.note}", flush=True)
        for bar in found.bars:
            print(f"  {'kept    ' if bar.is_met else 'NOT KEPT'} {bar.what}: {amount(bar.value)} {bar.unit}")
        yield found


if __name__ == "__main__":
    main()
