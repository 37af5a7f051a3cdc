"""The corners of a line and which way it runs through them (SVG 2, 11.6.4)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.brand.svg.guard import Node
from builder.brand.svg.pathdata import path_parts
from builder.geometry.box import Command, Point

Way = tuple[float, float] | None  # None where there is no line


@dataclass(slots=True)
class Corner:
    """A corner, the way into it and the way out."""

    at: Point
    into: Way = None
    out: Way = None

    @property
    def turn(self) -> float:
        """Halfway between the two ways, in degrees clockwise; 0 is to the right."""
        ways = [math.degrees(math.atan2(way[1], way[0])) for way in (self.into, self.out) if way]
        if not ways:
            return 0.0
        return sum(ways) / len(ways) + (180.0 if max(ways) - min(ways) > 180 else 0.0)


def corners(node: Node, steps: Sequence[Command]) -> list[Corner]:
    """The corners of a shape; an arc has none but its ends."""
    line = _Line()
    for part in path_parts(node.get("d", "")) if node.name == "path" else ([step] for step in steps):
        line.go(part)
    return line.corners


class _Line:
    def __init__(self) -> None:
        self.corners = list[Corner]()
        self._first = 0  # corner of the loop

    def go(self, part: Sequence[Command]) -> None:
        """Go on with what one letter of path data draws."""
        if not part:
            return
        if part[0] == ("Z",):
            self._close()
        elif len(part) == 1 and part[0][0] == "M":
            self._first = len(self.corners)
            self.corners.append(Corner((part[0][1], part[0][2])))
        else:
            self._draw(part)

    def _draw(self, part: Sequence[Command]) -> None:
        last = self.corners[-1]
        points = [last.at, *_points(part)]
        if part[0][0] != "M":  # which begins anew where a loop was closed, whose corner that is
            last.out = _way(points)
        back = _way(points[::-1])
        self.corners.append(Corner(points[-1], (-back[0], -back[1]) if back else last.into))

    def _close(self) -> None:
        last, first = self.corners[-1], self.corners[self._first]
        closing = _way([last.at, first.at])
        last.out = closing or first.out
        first.into = closing or last.into
        self.corners.append(Corner(first.at, first.into, first.out))


def _points(part: Iterable[Command]) -> Iterable[Point]:
    for step in part:
        yield from zip(step[1::2], step[2::2], strict=True)


def _way(points: Sequence[Point]) -> Way:
    """From the first point to the next that is another."""
    (x, y), *others = points
    return next(((px - x, py - y) for px, py in others if (px, py) != (x, y)), None)
