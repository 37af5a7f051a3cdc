"""How far a resolved path differs from what it was made of, measured along level lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.geometry.box import Command, Point
from builder.geometry.curves import flattened

_LINES = 37
_OFF_CENTRE = 0.4637  # no line of ours lies where drawings have their own
_TOLERANCE = 1.0  # of the grid, and no more than this share of a small path's longer side
_FINEST = 1 / 1000
_LEAST = 1e-9

Span = tuple[float, float]


def difference(before: Sequence[Command], after: Sequence[Command], even: bool) -> float:
    """The share of a path's box in which another one, filled by the even-odd rule, covers something else.

    The path itself is filled by the even-odd or the non-zero rule.
    """
    reach = [value for step in before for value in step[1:]]
    if not reach:
        return 0.0
    longest = max(max(axis) - min(axis) for axis in (reach[::2], reach[1::2]))
    tolerance = min(_TOLERANCE, max(longest * _FINEST, _LEAST))
    old, new = _polygons(before, tolerance), _polygons(after, tolerance)
    points = [point for polygon in old for point in polygon]
    if not points:
        return 0.0
    xs, ys = zip(*points, strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if wide < _LEAST or high < _LEAST:
        return 0.0
    levels = (min(ys) + high * (number + _OFF_CENTRE) / _LINES for number in range(_LINES))
    total = sum(_unlike(list(_spans(old, y, even)), list(_spans(new, y, True))) for y in levels)
    return float(total / _LINES / wide)


def _polygons(commands: Sequence[Command], tolerance: float) -> list[list[Point]]:
    return [polygon for polygon in flattened(_opened(commands), tolerance) if len(polygon) > 2]


def _opened(commands: Sequence[Command]) -> Iterator[Command]:
    """The steps with a move after each closing that another step follows."""
    start: Command = ("M", 0.0, 0.0)
    closed = False
    for step in commands:
        if step[0] == "M":
            start = step
        elif closed:
            yield start
        closed = step[0] == "Z"
        yield step


def _spans(polygons: Sequence[Sequence[Point]], y: float, even: bool) -> Iterator[Span]:
    """From where to where a level line is filled."""
    hits = []
    for polygon in polygons:
        x0, y0 = polygon[-1]
        for x1, y1 in polygon:
            if (y0 <= y) != (y1 <= y):
                hits.append((x0 + (y - y0) / (y1 - y0) * (x1 - x0), 1 if y1 > y0 else -1))
            x0, y0 = x1, y1
    turns, begin = 0, 0.0
    for x, way in sorted(hits):
        was, turns = turns, turns + way
        inside, now = (was % 2, turns % 2) if even else (was, turns)
        if now and not inside:
            begin = x
        elif inside and not now and x > begin:
            yield begin, x


def _unlike(one: Sequence[Span], two: Sequence[Span]) -> float:
    """How long the parts are that lie in one of two lists of spans alone."""
    edges = sorted([(x, 0) for span in one for x in span] + [(x, 1) for span in two for x in span])
    inside = [False, False]
    total = before = 0.0
    for x, side in edges:
        total += x - before if inside[0] != inside[1] else 0.0
        inside[side] = not inside[side]
        before = x
    return total
