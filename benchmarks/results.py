"""What a part of the benchmark found: rows for the table and the plot, and figures that have a bar."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.measure import Times
from builder.record import Record


class Row(Record):
    """One figure, in its group's unit, and what else there is to say of it."""

    name: str
    value: float
    note: str = ""


class Group(Record):
    """Figures to be compared with each other."""

    title: str
    unit: str
    rows: tuple[Row, ...]
    about: str = ""


class Bar(Record):
    """A figure beside the limit that it should keep to."""

    what: str
    value: float
    limit: float
    unit: str = "×"
    least: bool = False  # whether the limit is the least that is wanted, not the most

    @property
    def is_met(self) -> bool:
        """Whether the figure keeps to its limit."""
        return self.value >= self.limit if self.least else self.value <= self.limit


class Found(Record):
    """All that one part found."""

    groups: tuple[Group, ...]
    bars: tuple[Bar, ...] = ()


def of_times(title: str, times: Iterable[Times], about: str) -> Group:
    """Contestants' times with what they made, and how each stands to the first."""
    ours, *others = times
    rows = (Row(it.name, it.median, f"{it.over(ours):.2f} × packbuild; {_made(it)}") for it in others)
    return Group(title, "ms", (Row(ours.name, ours.median, _made(ours)), *rows), about)


def _made(times: Times) -> str:
    return f"{times.size / 1000:,.0f} KB; whole process {times.whole:.2f} s"


def found_in(times: Iterable[Times], name: str) -> Times | None:
    """The times of a contestant, if it took part."""
    return next((each for each in times if each.name == name), None)
