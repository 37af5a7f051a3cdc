"""Strokes as the outlines of what the pen covers (SVG 2, 13.5)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import pathops

from builder.brand.svg.cascade import Style
from builder.brand.svg.forms import GRID, Form, commands_of, simple_form, to_path
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import area_of
from builder.brand.svg.reading import Reading, diagonal
from builder.brand.svg.scene import Scene
from builder.geometry.box import Command

_SHORTEST = GRID / 2000  # of a whole pattern of dashes
_MOST_DASHES = 20_000
_OUTLINE = (
    "turn the stroke into a path (Illustrator: Object > Path > Outline Stroke; "
    "Inkscape: Path > Stroke to Path; Figma: Outline stroke)"
)
_CAPS = {
    "butt": pathops.LineCap.BUTT_CAP,
    "round": pathops.LineCap.ROUND_CAP,
    "square": pathops.LineCap.SQUARE_CAP,
}
_JOINS = {
    "miter": pathops.LineJoin.MITER_JOIN,
    "round": pathops.LineJoin.ROUND_JOIN,
    "bevel": pathops.LineJoin.BEVEL_JOIN,
}


def stroked(reading: Reading, node: Node, commands: Sequence[Command], scene: Scene) -> Form | None:
    """The outline of a stroke on the grid; None if there is nothing to see."""
    style, matrix = scene.style, scene.matrix
    whole = diagonal(scene.view)
    width = reading.length(node, style["stroke-width"], whole, "stroke-width")
    size = abs(area_of(matrix))
    if width <= 0 or size == 0:
        return None
    cap, join = _CAPS.get(style["stroke-linecap"]), _JOINS.get(style["stroke-linejoin"])
    if cap is None or join is None:
        kind = f"{style['stroke-linecap']}, {style['stroke-linejoin']}"[:50]
        reading.fault(node, f"its line ends or corners are not known: {kind}", _OUTLINE)
        return None
    k = math.sqrt(size)  # in the shape's own space, for uneven scales, but at the grid's size
    dashes = [k * dash for dash in _dashes(reading, node, style, whole)]
    path = to_path(commands, (k, 0.0, 0.0, k, 0.0, 0.0))
    given = {}
    if dashes:
        _check_dashes(reading, node, dashes, commands_of(path))
        offset = reading.length(node, style["stroke-dashoffset"], whole, "stroke-dashoffset")
        given = {"dash_array": dashes, "dash_offset": offset * k}
    path.stroke(width * k, cap, join, _miter(reading, node, style), **given)
    path.convertConicsToQuads(0.05)
    a, b, c, d, e, f = matrix
    path = path.transform(a / k, b / k, c / k, d / k, e, f)
    path.fillType = pathops.FillType.WINDING
    return simple_form(reading, node, path, even=False)


def _miter(reading: Reading, node: Node, style: Style) -> float:
    return max(1.0, reading.length(node, style["stroke-miterlimit"], 0.0, "stroke-miterlimit"))


def _dashes(reading: Reading, node: Node, style: Style, whole: float) -> list[float]:
    """Lengths of dashes and gaps in the shape's space, an even number of them; none if the line is whole."""
    text = style["stroke-dasharray"]
    if text in ("none", ""):
        return []
    if node.get("pathLength"):
        reading.fault(node, "its dashes count by pathLength", _OUTLINE)
        return []
    given = [
        reading.length(node, each, whole, "stroke-dasharray") for each in re.split(r"[\s,]+", text) if each
    ]
    if any(dash < 0 for dash in given) or sum(given) <= 0:
        return []
    return given * 2 if len(given) % 2 else given


def _check_dashes(reading: Reading, node: Node, dashes: Sequence[float], steps: Sequence[Command]) -> None:
    """WrongArt if the dashes are too short to be seen, or too many."""
    reach = sum(math.hypot(*_span(step)) for step in _walked(steps))
    if sum(dashes) < _SHORTEST or reach / sum(dashes) > _MOST_DASHES:
        raise reading.stop(node, "its dashes are too short", _OUTLINE)


def _walked(steps: Sequence[Command]) -> list[tuple[float, ...]]:
    """Each step as the points from where it begins."""
    pen: tuple[float, ...] = (0.0, 0.0)
    walked = []
    for step in steps:
        if step[0] in "LC":
            walked.append((*pen, *step[1:]))
        pen = step[-2:] if len(step) > 1 else pen
    return walked


def _span(points: tuple[float, ...]) -> tuple[float, float]:
    """The size of the box around points."""
    return max(points[::2]) - min(points[::2]), max(points[1::2]) - min(points[1::2])
