"""The smaller run: what packbuild takes for a thing, as a multiple of what the thing itself takes.

A ratio that doubles is a fault, and fails the checks. Each is a median of rounds that take turns in one run,
in CPU time, so that neither a slow machine nor a busy one moves it much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median

from benchmarks import pairs
from benchmarks.pairs import Pair
from builder.record import Record

ROUNDS = 5
TOO_MUCH = 2.0  # times what was measured


class Ratio(Record):
    """Work and its floor, and how many times the floor it took when it was measured (docs/benchmarks.md)."""

    name: str
    measured: float
    pair: Callable[[], Pair]


class Finding(Record):
    """A ratio as it is now."""

    ratio: Ratio
    value: float

    @property
    def most(self) -> float:
        """What it may not pass."""
        return self.ratio.measured * TOO_MUCH

    @property
    def is_fault(self) -> bool:
        """Whether it doubled."""
        return self.value > self.most


RATIOS = (
    Ratio("drawing and encoding a card to encoding its pixels", 4.0, pairs.card),
    Ratio("laying out a card to shaping its words", 900.0, pairs.solving),
    Ratio("laying out the guide to shaping its words", 125.0, pairs.flow),
    Ratio("writing the Word guide to zipping its parts", 120.0, pairs.word),
    Ratio("writing the slides to zipping their parts", 8.0, pairs.slides),
    Ratio("an unchanged build to `python -c pass`", 2.3, pairs.unchanged),
)


def find(ratio: Ratio, rounds: int = ROUNDS) -> Finding:
    """The median, over the rounds, of work to floor; what only a first round does is not in it."""
    with ratio.pair() as (work, floor):
        work(), floor()
        return Finding(ratio, median(work() / floor() for _ in range(rounds)))


def report(findings: Iterable[Finding]) -> int:
    """Print them all; the exit code, 1 if there is a fault among them."""
    faults = 0
    for finding in findings:
        faults += finding.is_fault
        verdict = "has doubled" if finding.is_fault else "well"
        print(f"{finding.ratio.name:52}{finding.value:8.1f}, at most {finding.most:,.1f}: {verdict}")
    return min(faults, 1)


def ratios() -> int:
    """The exit code of the smaller run."""
    return report(find(ratio) for ratio in RATIOS)
