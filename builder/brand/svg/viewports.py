"""Views that are fitted into rooms: `viewBox` and `preserveAspectRatio` (SVG 2, 7.8 and 7.11)."""

from __future__ import annotations

from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import numbers
from builder.brand.svg.reading import Size
from builder.geometry.box import Box
from builder.geometry.curves import Matrix

_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def view_box(node: Node) -> Box | None:
    """The view of an element; None if it has none that can be used."""
    values = numbers(node.get("viewBox", ""))
    return Box(*values) if len(values) == 4 and values[2] > 0 and values[3] > 0 else None


def fitted(node: Node, view: Box, room: Size) -> Matrix:
    """From an element's view to the room it is drawn in, whose corner is at 0, 0."""
    align, *rest = (node.get("preserveAspectRatio") or "").split() or ["xMidYMid"]
    across, down = room[0] / view.w, room[1] / view.h
    if align == "none":
        return (across, 0.0, 0.0, down, -view.x * across, -view.y * down)
    scale = (max if "slice" in rest else min)(across, down)
    left, top = _SHARES.get(align[1:4], 0.5), _SHARES.get(align[5:8], 0.5)
    x = (room[0] - view.w * scale) * left - view.x * scale
    y = (room[1] - view.h * scale) * top - view.y * scale
    return (scale, 0.0, 0.0, scale, x, y)
