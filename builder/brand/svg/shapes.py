"""The basic shapes as curves in their own space (SVG 2, 10)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import numbers
from builder.brand.svg.pathdata import arc, path_commands
from builder.brand.svg.reading import Reading, Size, diagonal
from builder.geometry.box import Command, Point

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_FURTHEST = 1e9


def shape_commands(reading: Reading, node: Node, view: Size) -> list[Command]:
    """The curve of a shape; nothing, and a fault, if it cannot be read."""
    steps = _READERS[node.name](reading, node, view)
    if not all(math.isfinite(value) and abs(value) < _FURTHEST for step in steps for value in step[1:]):
        reading.fault(node, "it has a number out of bounds", "export it again")
        return []
    return steps


def _path(reading: Reading, node: Node, _: Size) -> list[Command]:
    data = node.get("d", "").strip()
    if data in ("", "none"):
        return []
    try:
        return path_commands(data)
    except ValueError as error:
        reading.fault(node, f"its {error}", "export it again")
        return []


def _rect(reading: Reading, node: Node, view: Size) -> list[Command]:
    x, width = (reading.number(node, name, view[0]) for name in ("x", "width"))
    y, height = (reading.number(node, name, view[1]) for name in ("y", "height"))
    if width <= 0 or height <= 0:
        return []
    rx, ry = _radii(reading, node, view)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return _polygon([(x, y), (right, y), (right, bottom), (x, bottom)])
    steps: list[Command] = [("M", x + rx, y), ("L", right - rx, y)]
    turns = (
        ((right - rx, y), (right, y + ry), (right, bottom - ry)),
        ((right, bottom - ry), (right - rx, bottom), (x + rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry), (x, y + ry)),
        ((x, y + ry), (x + rx, y), (x + rx, y)),
    )
    for start, end, onward in turns:
        steps += arc(start, (rx, ry, 0.0), (False, True), end)
        steps.append(("L", *onward))
    return [*steps[:-1], ("Z",)]


def _radii(reading: Reading, node: Node, view: Size) -> tuple[float, float]:
    """`rx` and `ry`; one that is not given is as the other."""
    given = [
        None if node.get(name) in (None, "", "auto") else reading.number(node, name, whole)
        for name, whole in zip(("rx", "ry"), view, strict=True)
    ]
    rx, ry = (own if own is not None else other for own, other in (given, given[::-1]))
    return rx or 0.0, ry or 0.0


def _round(reading: Reading, node: Node, view: Size) -> list[Command]:
    x, y = reading.number(node, "cx", view[0]), reading.number(node, "cy", view[1])
    if node.name == "circle":
        rx = ry = reading.number(node, "r", diagonal(view))
    else:
        rx, ry = _radii(reading, node, view)
    if rx <= 0 or ry <= 0:
        return []
    ends = [(x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y)]  # quarters, exact at their ends
    steps: list[Command] = [("M", *ends[0])]
    for start, end in pairwise(ends):
        steps += arc(start, (rx, ry, 0.0), (False, True), end)
    return [*steps, ("Z",)]


def _line(reading: Reading, node: Node, view: Size) -> list[Command]:
    x1, x2 = (reading.number(node, name, view[0]) for name in ("x1", "x2"))
    y1, y2 = (reading.number(node, name, view[1]) for name in ("y1", "y2"))
    return [("M", x1, y1), ("L", x2, y2)]


def _points(_: Reading, node: Node, _view: Size) -> list[Command]:
    values = numbers(node.get("points", ""))
    points = list(zip(values[::2], values[1::2], strict=False))
    return _polygon(points) if node.name == "polygon" else _polygon(points)[:-1]


def _polygon(points: Sequence[Point]) -> list[Command]:
    return (
        [*(("L" if number else "M", *point) for number, point in enumerate(points)), ("Z",)] if points else []
    )


_READERS = {
    "path": _path,
    "rect": _rect,
    "circle": _round,
    "ellipse": _round,
    "line": _line,
    "polyline": _points,
    "polygon": _points,
}
