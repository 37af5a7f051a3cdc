"""Soft curves through points."""

from __future__ import annotations

from collections.abc import Sequence

from builder.geometry.box import Command, Point

_TENSION = 6.0  # of a Catmull-Rom spline, as cubics have it


def smooth(points: Sequence[Point]) -> tuple[Command, ...]:
    """An open curve through two points or more, without corners (Catmull and Rom's spline)."""
    steps: list[Command] = [("M", *points[0])]
    for number in range(len(points) - 1):
        before, start, end, after = (
            points[max(0, min(number + step, len(points) - 1))] for step in (-1, 0, 1, 2)
        )
        leaving = (start[0] + (end[0] - before[0]) / _TENSION, start[1] + (end[1] - before[1]) / _TENSION)
        coming = (end[0] - (after[0] - start[0]) / _TENSION, end[1] - (after[1] - start[1]) / _TENSION)
        steps.append(("C", *leaving, *coming, *end))
    return tuple(steps)
