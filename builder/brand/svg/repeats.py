"""Gradients that go on beyond their ends, as longer ones with all their repetitions (SVG 2, 14.2.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from builder.geometry.box import Point
from builder.geometry.curves import concatenate
from builder.geometry.shadings import Linear, Radial, Shading, Stop
from builder.record import replace

MOST_REPETITIONS = 100


def repeated(shading: Shading, mirrored: bool, corners: Sequence[Point]) -> Shading | None:
    """The shading long enough for what lies between corners; None if it would repeat too often."""
    shares = [_share(shading, *point) for point in corners]
    first = math.floor(min(shares)) if isinstance(shading, Linear) else 0
    last = max(math.ceil(max(shares)), first + 1)
    if last - first > MOST_REPETITIONS:
        return None
    stops = tuple(_stops(shading.stops, mirrored, range(first, last)))
    if isinstance(shading, Linear):
        (x, y), (x1, y1) = shading.start, shading.end
        dx, dy = x1 - x, y1 - y
        return Linear((x + dx * first, y + dy * first), (x + dx * last, y + dy * last), stops)
    fx, fy, _ = shading.focus
    grown = (last, 0.0, 0.0, last, fx * (1 - last), fy * (1 - last))
    return Radial(concatenate(grown, shading.matrix), (fx, fy, 0.0), stops)


def _stops(stops: Sequence[Stop], mirrored: bool, periods: range) -> Iterator[Stop]:
    whole = [replace(stops[0], at=0.0), *stops, replace(stops[-1], at=1.0)]
    back = [replace(stop, at=1 - stop.at) for stop in reversed(whole)]
    for period in periods:
        for stop in back if mirrored and period % 2 else whole:
            yield replace(stop, at=(period - periods.start + stop.at) / len(periods))


def _share(shading: Shading, x: float, y: float) -> float:
    return _along(shading, x, y) if isinstance(shading, Linear) else _around(shading, x, y)


def _along(shading: Linear, x: float, y: float) -> float:
    (x0, y0), (x1, y1) = shading.start, shading.end
    dx, dy = x1 - x0, y1 - y0
    return ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)


def _around(shading: Radial, x: float, y: float) -> float:
    """Which circle a point lies on, 1 for the outer one; the inner one is a point."""
    a, b, c, d, e, f = shading.matrix
    size = a * d - b * c
    fx, fy, _ = shading.focus
    px = ((x - e) * d - (y - f) * c) / size - fx
    py = ((y - f) * a - (x - e) * b) / size - fy
    square = 1 - fx * fx - fy * fy
    half = px * fx + py * fy
    return (half + math.sqrt(half * half + square * (px * px + py * py))) / square
