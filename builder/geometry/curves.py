"""Curves moved, turned, scaled, and asked what they cover."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from builder.geometry.box import Box, Command, Point

Matrix = tuple[float, float, float, float, float, float]  # x' = ax + cy + e, y' = bx + dy + f


def concatenate(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does what two do one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def before(matrix: Matrix, at: Point) -> Point:
    """The point that a matrix puts here."""
    a, b, c, d, e, f = matrix
    size, x, y = a * d - b * c or 1.0, at[0] - e, at[1] - f
    return (d * x - c * y) / size, (a * y - b * x) / size


def turned(degrees: float, about: Point) -> Matrix:
    """A turn, clockwise as y grows downwards."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = about
    return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)


def moved(commands: Iterable[Command], matrix: Matrix) -> tuple[Command, ...]:
    """The curve after the matrix."""
    a, b, c, d, e, f = matrix
    if b == c == 0 and e and f:  # upright, as most art: half the products, and the same sums to the last bit
        return _upright(commands, (a, d), (e, f))
    steps: list[Command] = []
    for step in commands:  # art has thousands: each kind of step is written out
        if len(step) == 7:
            name, p, q, r, s, x, y = step
            steps.append(
                (
                    name,
                    a * p + c * q + e,
                    b * p + d * q + f,
                    a * r + c * s + e,
                    b * r + d * s + f,
                    a * x + c * y + e,
                    b * x + d * y + f,
                )
            )
        elif len(step) == 3:
            name, x, y = step
            steps.append((name, a * x + c * y + e, b * x + d * y + f))
        else:
            steps.append(step)
    return tuple(steps)


def _upright(commands: Iterable[Command], scale: Point, shift: Point) -> tuple[Command, ...]:
    (a, d), (e, f) = scale, shift
    steps: list[Command] = []
    for step in commands:
        if len(step) == 7:
            name, p, q, r, s, x, y = step
            steps.append((name, a * p + e, d * q + f, a * r + e, d * s + f, a * x + e, d * y + f))
        elif len(step) == 3:
            name, x, y = step
            steps.append((name, a * x + e, d * y + f))
        else:
            steps.append(step)
    return tuple(steps)


def flattened(commands: Iterable[Command], tolerance: float) -> list[list[Point]]:
    """The curve as polygons, one a subpath, nowhere further from it than the tolerance."""
    polygons: list[list[Point]] = []
    for command in commands:
        if command[0] == "M":
            polygons.append([(command[1], command[2])])
        elif command[0] == "L":
            polygons[-1].append((command[1], command[2]))
        elif command[0] == "C":
            polygons[-1].extend(_bezier(polygons[-1][-1], command[1:], tolerance))
        elif command[0] == "Z" and polygons:
            polygons[-1].append(polygons[-1][0])
    return polygons


def _bezier(start: Point, ends: Sequence[float], tolerance: float) -> list[Point]:
    """Straight pieces as many as the curve's bend needs (the bound of its second differences)."""
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, ends
    bend = max(math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    steps = max(math.ceil((0.75 * bend / tolerance) ** 0.5), 1)
    return [
        (b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3, b0 * y0 + b1 * y1 + b2 * y2 + b3 * y3)
        for b0, b1, b2, b3 in _shares(steps)
    ]


@lru_cache(maxsize=64)  # a curve on a canvas takes few steps, and there are thousands of curves
def _shares(steps: int) -> list[tuple[float, float, float, float]]:
    """How much each step along a curve has of the four points that steer it."""
    along = [(1 - step / steps, step / steps) for step in range(1, steps + 1)]
    return [(u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t) for u, t in along]


def bounds(polygons: Iterable[Sequence[Point]]) -> Box:
    """The smallest box around polygons."""
    xs, ys = zip(*chain.from_iterable(polygons), strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def covers(polygons: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether any part of the filled polygons lies in the box."""
    return _crosses(polygons, box) or _winding(polygons, (box.x + box.w / 2, box.y + box.h / 2)) != 0


def fills(polygons: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether all of the box lies in the filled polygons, and none of their edges in it."""
    return not _crosses(polygons, box) and _winding(polygons, (box.x + box.w / 2, box.y + box.h / 2)) != 0


def _crosses(polygons: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether an edge of the polygons lies in the box."""
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    for polygon in polygons:
        x0, y0 = polygon[-1]
        for x1, y1 in polygon:
            aside = (x0 < left and x1 < left) or (x0 > right and x1 > right)
            past = (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom)
            if not aside and not past and _edge_in((x0, y0), (x1, y1), box):
                return True
            x0, y0 = x1, y1
    return False


def _edge_in(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight piece enters the box (Liang and Barsky's clipping)."""
    near, far = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    sides = (
        (-dx, start[0] - box.x),
        (dx, box.right - start[0]),
        (-dy, start[1] - box.y),
        (dy, box.bottom - start[1]),
    )
    for slope, distance in sides:
        if slope == 0:
            if distance < 0:
                return False
        elif slope < 0:
            near = max(near, distance / slope)
        else:
            far = min(far, distance / slope)
    return near <= far


def _winding(polygons: Sequence[Sequence[Point]], point: Point) -> int:
    x, y = point
    turns = 0
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
            if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                turns += 1 if y1 > y0 else -1
    return turns


def rounded(box: Box, radius: float) -> tuple[Command, ...]:
    """A rectangle with round corners."""
    r = min(radius, box.w / 2, box.h / 2)
    k = r * (1 - 0.5522847498)  # the cubic that comes closest to a quarter of a circle
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


def arched(box: Box) -> tuple[Command, ...]:
    """A rectangle with a round head, square at the foot."""
    top = min(box.w, box.h * 2) / 2
    upper = rounded(Box(box.x, box.y, box.w, 2 * top), top)
    corners = (("L", box.right, box.bottom), ("L", box.x, box.bottom), ("L", box.x, box.y + top))
    return (("M", box.x, box.y + top), upper[-2], upper[1], upper[2], *corners, ("Z",))
