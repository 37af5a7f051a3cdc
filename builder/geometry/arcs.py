"""Circles, and bands that follow a part of one."""

from __future__ import annotations

import math

from builder.geometry.box import Command, Point
from builder.geometry.curves import moved, turned
from builder.geometry.polar import on_circle

_QUARTER = 0.5522847498  # the cubic that comes closest to a quarter of a circle
_TURN = 360.0


def disc(middle: Point, radius: float) -> tuple[Command, ...]:
    """A circle."""
    x, y = middle
    return (("M", x + radius, y), *_along(middle, radius, 0.0, _TURN), ("Z",))


def arc(middle: Point, radius: float, start: float, end: float) -> tuple[Command, ...]:
    """A part of a circle as a line, from one angle to another, in degrees, clockwise from three o'clock."""
    return (("M", *on_circle(middle, radius, start)), *_along(middle, radius, start, end))


def hoop(middle: Point, radius: float, weight: float) -> tuple[Command, ...]:
    """A whole ring: `radius` is that of its middle line, `weight` how thick it is."""
    x, y = middle
    inner, outer = radius - weight / 2, radius + weight / 2
    back = (("M", x + inner, y), *_along(middle, inner, 0.0, -_TURN), ("Z",))
    return (("M", x + outer, y), *_along(middle, outer, 0.0, _TURN), ("Z",), *back)


def band(middle: Point, radius: float, weight: float, start: float, end: float) -> tuple[Command, ...]:
    """A part of a ring with round ends, from one angle on to a larger one.

    Angles are in degrees, clockwise from three o'clock; the ends reach half the `weight` beyond them.
    """
    inner, outer = radius - weight / 2, radius + weight / 2
    return (
        ("M", *on_circle(middle, outer, start)),
        *_along(middle, outer, start, end),
        *_along(on_circle(middle, radius, end), weight / 2, end, end + _TURN / 2),
        *_along(middle, inner, end, start),
        *_along(on_circle(middle, radius, start), weight / 2, start + _TURN / 2, start + _TURN),
        ("Z",),
    )


def slice_of(middle: Point, radius: float, weight: float, start: float, end: float) -> tuple[Command, ...]:
    """The same with straight ends, which reach no further."""
    inner, outer = radius - weight / 2, radius + weight / 2
    return (
        ("M", *on_circle(middle, outer, start)),
        *_along(middle, outer, start, end),
        ("L", *on_circle(middle, inner, end)),
        *_along(middle, inner, end, start),
        ("Z",),
    )


def _along(middle: Point, radius: float, start: float, end: float) -> tuple[Command, ...]:
    """Curves from one angle of a circle to another, a quarter of it at the most each."""
    count = max(math.ceil(abs(end - start) / 90 - 1e-9), 1)
    step = (end - start) / count
    reach = math.tan(math.radians(step) / 4) * 4 / 3 if abs(step) != 90 else math.copysign(_QUARTER, step)
    cos, sin = math.cos(math.radians(step)), math.sin(math.radians(step))
    one: Command = ("C", 1.0, reach, cos + reach * sin, sin - reach * cos, cos, sin)
    x, y = middle
    steps: list[Command] = []
    for number in range(count):
        turn = turned(start + number * step, (0.0, 0.0))
        steps += moved([one], (turn[0] * radius, turn[1] * radius, turn[2] * radius, turn[3] * radius, x, y))
    return tuple(steps)
