"""The box of an element in its own space: what shares of `objectBoundingBox` are of (SVG 2, 8.10)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.svg.guard import Node
from builder.brand.svg.images import image_room
from builder.brand.svg.numbers import ONE, transform
from builder.brand.svg.reading import Reading, Size
from builder.brand.svg.shapes import SHAPES, shape_commands
from builder.geometry.box import Box
from builder.geometry.curves import Matrix, concatenate, moved
from builder.geometry.pens import Edges, around, edges, outline_of

_GROUPS = ("g", "a", "switch", "use", "svg", "symbol")
_INTO_SHARES = "group the shapes without it and give lengths (userSpaceOnUse)"


def extent_of(reading: Reading, node: Node, view: Size) -> Box:
    """The box around the shapes of an element, without their strokes; empty if it has none."""
    found = list(_edges(reading, node, ONE, view))
    return around(found) if found else Box(0, 0, 0, 0)


def _edges(reading: Reading, node: Node, matrix: Matrix, view: Size) -> Iterator[Edges]:
    if node.name in SHAPES:
        if steps := shape_commands(reading, node, view):
            reading.spend(node, len(steps))
            yield edges(moved(steps, matrix))
        return
    if node.name == "image":
        room = image_room(reading, node, view)
        if room is not None:
            yield edges(moved(outline_of(room), matrix))
        return
    if node.name == "text":
        reading.fault(node, "text within shares of a box", _INTO_SHARES)
        return
    if node.name in ("svg", "symbol"):
        reading.fault(node, "a view within shares of a box", _INTO_SHARES)
        return
    inner, parts = matrix, node.nodes()
    if node.name == "use":
        target = reading.linked(node)
        x, y = reading.number(node, "x", view[0]), reading.number(node, "y", view[1])
        inner = concatenate((1.0, 0.0, 0.0, 1.0, x, y), matrix)
        parts = [target] if target is not None else []
    for part in parts:
        own = reading.cascade.own(part) if part.is_svg else {}
        if part.is_svg and part.name in (*SHAPES, *_GROUPS, "image", "text") and own.get("display") != "none":
            try:
                step = transform(own.get("transform", "").replace("none", ""))
            except ValueError:
                continue  # told where it is drawn
            yield from _edges(reading, part, concatenate(step, inner), view)
