"""Filled curves cut off at the edges of a box, exactly: what is kept of a curve is still a curve.

One edge after the other (Sutherland and Hodgman, 1974), with Bézier curves split
where they cross it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from builder.geometry.box import Box, Command

Point = tuple[float, float]
Piece = tuple[Point, ...]  # a line's two points or a cubic's four
Side = Callable[[Point], float]  # how far inside an edge a point lies

_SAMPLES = 16  # parts of a curve looked at for a crossing
_HALVINGS = 40


def clipped(commands: Iterable[Command], box: Box) -> tuple[Command, ...]:
    """The closed curve within the box; nothing if it lies outside."""
    found: list[Command] = []
    for loop in _loops(commands):
        pieces = loop
        for side in _sides(box):
            pieces = _within(pieces, side)
        if pieces:
            found += _written(pieces)
    return tuple(found)


def _sides(box: Box) -> tuple[Side, ...]:
    return (
        lambda point: point[0] - box.x,
        lambda point: box.right - point[0],
        lambda point: point[1] - box.y,
        lambda point: box.bottom - point[1],
    )


def _loops(commands: Iterable[Command]) -> list[list[Piece]]:
    loops: list[list[Piece]] = []
    at = (0.0, 0.0)
    for letter, *numbers in commands:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "M":
            loops.append([])
        elif letter != "Z":
            loops[-1].append((at, *points))
        at = points[-1] if points else at
    return [_closed(loop) for loop in loops if loop]


def _closed(loop: list[Piece]) -> list[Piece]:
    start, end = loop[0][0], loop[-1][-1]
    return loop if start == end else [*loop, (end, start)]


def _within(loop: list[Piece], side: Side) -> list[Piece]:
    kept = [part for piece in loop for part in _parts(piece, side) if side(_at(part, 0.5)) >= 0]
    joined: list[Piece] = []
    for before, piece in zip([kept[-1], *kept] if kept else [], kept, strict=False):
        if before[-1] != piece[0]:
            joined.append((before[-1], piece[0]))
        joined.append(piece)
    return joined


def _parts(piece: Piece, side: Side) -> list[Piece]:
    """The piece, split wherever it crosses the edge."""
    cuts = [0.0, *_crossings(piece, side), 1.0]
    return [_between(piece, start, end) for start, end in pairwise(cuts)]


def _crossings(piece: Piece, side: Side) -> list[float]:
    steps = [step / _SAMPLES for step in range(_SAMPLES + 1)]
    found = []
    for low, high in pairwise(steps):
        if (side(_at(piece, low)) >= 0) != (side(_at(piece, high)) >= 0):
            found.append(_bisected(piece, side, low, high))
    return found


def _bisected(piece: Piece, side: Side, low: float, high: float) -> float:
    inside = side(_at(piece, low)) >= 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (side(_at(piece, middle)) >= 0) == inside:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _between(piece: Piece, start: float, end: float) -> Piece:
    _, rest = _split(piece, start)
    part, _ = _split(rest, (end - start) / (1 - start) if start < 1 else 1.0)
    return part


def _split(piece: Piece, t: float) -> tuple[Piece, Piece]:
    """Both parts of a line or cubic (de Casteljau)."""
    left, right, row = [piece[0]], [piece[-1]], list(piece)
    while len(row) > 1:
        row = [_mixed(a, b, t) for a, b in pairwise(row)]
        left.append(row[0])
        right.insert(0, row[-1])
    return tuple(left), tuple(right)


def _at(piece: Piece, t: float) -> Point:
    row: Sequence[Point] = piece
    while len(row) > 1:
        row = [_mixed(a, b, t) for a, b in pairwise(row)]
    return row[0]


def _mixed(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _written(pieces: list[Piece]) -> list[Command]:
    found: list[Command] = [("M", *pieces[0][0])]
    for piece in pieces:
        flat = tuple(value for point in piece[1:] for value in point)
        found.append(("C" if len(piece) == 4 else "L", *flat))
    return [*found, ("Z",)]
