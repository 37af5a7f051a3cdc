"""Colours that pass into one another along a line or around a point, in the unit of what they fill."""

from __future__ import annotations

from collections.abc import Callable

from builder.color import Color
from builder.geometry.box import Point
from builder.geometry.curves import Matrix, concatenate
from builder.record import Record, replace


class Stop(Record):
    """A colour and how far along the shading it stands, 0 to 1, and how opaque it is there, 0 to 1."""

    at: float
    color: Color
    opacity: float = 1.0


class Linear(Record):
    """Colours square to the line between two points; beyond them the outer ones go on."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]


class Radial(Record):
    """Colours from a circle within the unit circle to that itself, which a matrix puts into place."""

    matrix: Matrix
    focus: tuple[float, float, float]  # x, y and radius of the inner circle, in the unit circle's own space
    stops: tuple[Stop, ...]


Shading = Linear | Radial


def shading_moved(shading: Shading, matrix: Matrix) -> Shading:
    """The shading after a matrix, which must not be flat; skewed, a line stays square to its colours."""
    if isinstance(shading, Radial):
        return replace(shading, matrix=concatenate(shading.matrix, matrix))
    a, b, c, d, e, f = matrix
    (x, y), (x1, y1) = shading.start, shading.end
    dx, dy = x1 - x, y1 - y
    length, size = dx * dx + dy * dy, a * d - b * c
    gx, gy = (d * dx - b * dy) / size / length, (a * dy - c * dx) / size / length  # the rate of change
    rate = gx * gx + gy * gy
    start = (a * x + c * y + e, b * x + d * y + f)
    return replace(shading, start=start, end=(start[0] + gx / rate, start[1] + gy / rate))


def shading_tinted(shading: Shading, tint: Callable[[Color], Color]) -> Shading:
    """The shading with each of its colours changed."""
    return replace(shading, stops=tuple(replace(stop, color=tint(stop.color)) for stop in shading.stops))
