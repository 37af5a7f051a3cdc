"""Filled curves cut off at the edges of a box, exactly: what is kept of a curve is still a curve.

One edge after the other (Sutherland and Hodgman, 1974), with Bézier curves split
where they cross it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from fontTools.misc.bezierTools import cubicPointAtT, splitCubic, splitLine

from builder.geometry.box import Box, Command, Point
from builder.record import Record

Segment = tuple[Point, ...]  # a line's two points or a cubic's four

_CLEAR = 1e-6  # of the unit: farther from an edge than sums are rounded


def clipped(commands: Iterable[Command], box: Box) -> tuple[Command, ...]:
    """The closed curve within the box; nothing if it lies outside."""
    steps: list[Command] = []
    for loop in _loops(commands):
        crossed = list(_near(loop, box))
        steps += _cut(loop, crossed) if crossed else loop
    return tuple(steps)


def _near(loop: list[Command], box: Box) -> Iterator[Edge]:
    """The edges that it may cross: a curve lies within the points that steer it."""
    across = [x for step in loop for x in step[1::2]]
    down = [y for step in loop for y in step[2::2]]
    for edge in _edges(box):
        points = down if edge.level else across
        last = min(points) - _CLEAR if edge.beyond else max(points) + _CLEAR
        if not edge.keeps((last, last)):
            yield edge


def _cut(loop: list[Command], edges: list[Edge]) -> list[Command]:
    pieces = _pieces(loop)
    for edge in edges:
        pieces = _within(pieces, edge)
    return _written(pieces) if pieces else []


class Edge(Record):
    """An edge of the box: level or upright, where it lies, and whether the inside is beyond that."""

    level: bool
    where: float
    beyond: bool

    def keeps(self, point: Point) -> bool:
        """Whether a point lies on its inner side."""
        length = point[1] if self.level else point[0]
        return length >= self.where if self.beyond else length <= self.where

    def on(self, point: Point) -> Point:
        """The point of the edge that is next to a point."""
        return (point[0], self.where) if self.level else (self.where, point[1])


def _edges(box: Box) -> tuple[Edge, ...]:
    return (
        Edge(level=False, where=box.x, beyond=True),
        Edge(level=False, where=box.right, beyond=False),
        Edge(level=True, where=box.y, beyond=True),
        Edge(level=True, where=box.bottom, beyond=False),
    )


def _loops(commands: Iterable[Command]) -> Iterator[list[Command]]:
    """Each part of the curve that draws something, with a line back to its start and its end told."""
    loops: list[list[Command]] = []
    for step in commands:
        if step[0] == "M":
            loops.append([step])
        elif step[0] != "Z":
            loops[-1].append(step)
    for loop in loops:
        if loop[1:]:
            start = loop[0][1:]
            yield [*loop, *([("L", *start)] if loop[-1][-2:] != start else []), ("Z",)]


def _pieces(loop: list[Command]) -> list[Segment]:
    """A loop as lines and cubics."""
    pieces: list[Segment] = []
    at: Point = loop[0][1:]
    for _, *numbers in loop[1:-1]:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        pieces.append((at, *points))
        at = points[-1]
    return pieces


def _within(loop: list[Segment], edge: Edge) -> list[Segment]:
    inside = [part for piece in loop for part in _inside(piece, edge)]
    joined: list[Segment] = []
    for before, piece in zip([inside[-1], *inside] if inside else [], inside, strict=False):
        if before[-1] != piece[0]:
            joined.append((before[-1], piece[0]))
        joined.append(piece)
    return joined


def _inside(piece: Segment, edge: Edge) -> Sequence[Segment]:
    """What of a piece is on the inner side; one whose points are all on one side crosses nowhere."""
    kept = [edge.keeps(point) for point in piece]
    if all(kept) and edge.where not in chain.from_iterable(piece):
        return (piece,)
    if not any(kept):
        return ()
    return [part for part in _parts(piece, edge) if edge.keeps(_middle(part))]


def _parts(piece: Segment, edge: Edge) -> list[Segment]:
    """The piece, split wherever it crosses the edge: exactly on it, whatever the roots were rounded to."""
    split = splitCubic if len(piece) == 4 else splitLine
    parts = [tuple(part) for part in split(*piece, edge.where, edge.level)]
    cuts = [edge.on(before[-1]) for before in parts[:-1]]
    starts, ends = [piece[0], *cuts], [*cuts, piece[-1]]
    return [(start, *part[1:-1], end) for start, part, end in zip(starts, parts, ends, strict=True)]


def _middle(piece: Segment) -> Point:
    """A point on a line or a cubic, half way along it."""
    if len(piece) == 2:
        return ((piece[0][0] + piece[1][0]) / 2, (piece[0][1] + piece[1][1]) / 2)
    point: Point = cubicPointAtT(*piece, 0.5)
    return point


def _written(pieces: list[Segment]) -> list[Command]:
    steps: list[Command] = [("M", *pieces[0][0])]
    for piece in pieces:
        flat = tuple(value for point in piece[1:] for value in point)
        steps.append(("C" if len(piece) == 4 else "L", *flat))
    return [*steps, ("Z",)]
