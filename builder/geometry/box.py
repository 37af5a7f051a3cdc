"""Lengths and boxes: a number is in the unit its name says."""

from __future__ import annotations

from typing import Any

from builder.record import Record

PT_PER_MM = 72 / 25.4
EMU_PER_PT = 12_700

# A step of a curve: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)
Command = tuple[Any, ...]
Point = tuple[float, float]


def mm(length: float) -> float:
    """Millimetres as points (1/72 inch)."""
    return length * PT_PER_MM


class Box(Record):
    """A rectangle: left, top, width, height, with y growing downwards, in its canvas's unit."""

    x: float
    y: float
    w: float
    h: float

    def beside(self, other: Box) -> Box:
        """The largest part of it above, below, left or right of another box; negative where there is none."""
        parts = (
            Box(self.x, self.y, other.x - self.x, self.h),
            Box(other.right, self.y, self.right - other.right, self.h),
            Box(self.x, self.y, self.w, other.y - self.y),
            Box(self.x, other.bottom, self.w, self.bottom - other.bottom),
        )
        return max(parts, key=lambda box: max(box.w, 0) * max(box.h, 0))

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.h

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box without a margin on each side."""
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the other box lies inside this one, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def shared(self, other: Box) -> float:
        """The area that the two share, in the square of their unit."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(across, 0.0) * max(down, 0.0)

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the two share more than `slack` in both directions."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return (  # asked of each shape and word: without a call for each edge
            min(self.x + self.w, other.x + other.w) - x > slack
            and min(self.y + self.h, other.y + other.h) - y > slack
        )
