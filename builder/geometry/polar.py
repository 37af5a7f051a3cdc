"""Points on circles."""

from __future__ import annotations

import math

from builder.geometry.box import Point


def on_circle(middle: Point, radius: float, angle: float) -> Point:
    """The point of a circle at an angle in degrees, clockwise from three o'clock."""
    x, y = middle
    return x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle))
