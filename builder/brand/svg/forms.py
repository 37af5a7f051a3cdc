"""Forms on the grid: curves brought to simple loops, cut and united, by Skia's path operations.

Skia works in 32 bits with fixed tolerances, so that every drawing is first brought to `GRID` units along its
longer side. A form that was simple from the start keeps the curve as it was read, to the last bit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pathops

from builder.brand.svg.crossings import may_cross
from builder.brand.svg.guard import Node
from builder.brand.svg.likeness import difference
from builder.brand.svg.pathdata import raised
from builder.brand.svg.reading import Reading
from builder.geometry.box import Command
from builder.geometry.curves import Matrix
from builder.record import Record, derived

GRID = 4096.0
_SLACK = 0.5  # of the grid: a form that reaches no further over an edge is not cut
_ALIKE, _UNLIKE = 0.002, 0.01  # shares of a form's box in which it may differ from what was read
# Skia may be wrong on one grid and right on another: how much larger it is, and how far turned.
_TRIALS = ((1.0, 0.0), (0.25, 0.0), (1.0, 7.3), (3.0, 31.7))
_COARSENESS = 0.05  # of the grid, when a conic becomes quadratic curves
_UNITE = "unite its parts (Illustrator: Pathfinder > Unite; Inkscape: Path > Union; Figma: Union selection)"

Bounds = tuple[float, float, float, float]  # left, top, right, bottom


class Form(Record, eq=False, dict=True):
    """Simple loops; `exact` is the same curve unrounded, where it was simple as it was read."""

    path: Any
    exact: tuple[Command, ...] | None = None

    @derived
    def bounds(self) -> Bounds:
        """The box around it."""
        box: Bounds = self.path.bounds
        return box

    @derived
    def pieces(self) -> int:
        """How many steps it has; none if there is nothing of it."""
        return len(list(self.path.verbs))

    @derived
    def is_box(self) -> bool:
        """Whether it is an upright rectangle."""
        ends = [points[-1] for _, points in self.path if points]
        if len(ends) not in (4, 5) or any(len(points) > 1 for _, points in self.path):
            return False
        left, top, right, bottom = self.bounds
        return {(x, y) for x, y in ends} == {(left, top), (right, top), (right, bottom), (left, bottom)}

    def holds(self, other: Form) -> bool:
        """Whether another form certainly lies in it."""
        (left, top, right, bottom), (x, y, x1, y1) = self.bounds, other.bounds
        inside = x >= left - _SLACK and y >= top - _SLACK and x1 <= right + _SLACK and y1 <= bottom + _SLACK
        return inside and self.is_box

    def meets(self, other: Form) -> bool:
        """Whether the two may have anything in common."""
        one, two = self.bounds, other.bounds
        return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]

    def commands(self) -> tuple[Command, ...]:
        """Its curve on the grid."""
        return self.exact or tuple(commands_of(self.path))


NOTHING = Form(pathops.Path())


def box_form(width: float, height: float, matrix: Matrix, x: float = 0.0, y: float = 0.0) -> Form:
    """A rectangle, moved by a matrix onto the grid."""
    right, bottom = x + width, y + height
    steps = (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    return Form(to_path(steps, matrix))


def to_path(commands: Iterable[Command], matrix: Matrix, even: bool = False) -> Any:
    """A curve as Skia knows it, after a matrix."""
    a, b, c, d, e, f = matrix
    path = pathops.Path(fillType=pathops.FillType.EVEN_ODD if even else pathops.FillType.WINDING)
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo}
    for letter, *values in commands:
        if letter == "Z":
            path.close()
            continue
        points = zip(values[::2], values[1::2], strict=True)
        draw[letter](*(value for x, y in points for value in (a * x + c * y + e, b * x + d * y + f)))
    return path


def commands_of(path: Any) -> list[Command]:
    """Skia's path as moves, lines, cubics and closings."""
    path = pathops.Path(path)
    path.convertConicsToQuads(_COARSENESS)
    steps: list[Command] = []
    pen = (0.0, 0.0)
    for verb, points in path:
        if verb == pathops.PathVerb.QUAD:
            steps.append(raised(pen, *points))
        else:
            steps.append((_LETTERS[verb], *(value for point in points for value in point)))
        pen = points[-1] if points else pen
    return steps


_LETTERS = {
    pathops.PathVerb.MOVE: "M",
    pathops.PathVerb.LINE: "L",
    pathops.PathVerb.CUBIC: "C",
    pathops.PathVerb.CLOSE: "Z",
}


def simple_form(reading: Reading, node: Node, path: Any, even: bool, read: Sequence[Command] = ()) -> Form:
    """What a path fills, as simple loops; a fault where Skia cannot find them.

    `read` is the same curve as it was read, on the grid and unrounded.
    """
    before = commands_of(path)
    reading.spend(node, len(before))
    if may_cross(before):
        raise reading.stop(node, "a path crosses itself too often to be resolved", _UNITE)
    best = (math.inf, pathops.Path())
    for scale, turn in _TRIALS:
        trial = _simplified(path, scale, turn)
        if trial is None:
            continue
        after = commands_of(trial)
        if read and _same_curves(before, after) and (not even or _loops(before) == 1):
            return Form(trial, tuple(_closed(read)))
        best = min(best, (difference(before, after, even), trial), key=lambda found: found[0])
        if best[0] < _ALIKE:
            break
    if best[0] > _UNLIKE:
        reading.fault(node, "a path could not be resolved", _UNITE)
    return Form(best[1])


def _simplified(path: Any, scale: float, turn: float) -> Any | None:
    cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
    trial = path.transform(cos, sin, -sin, cos, 0, 0) if scale != 1 or turn else pathops.Path(path)
    trial.fillType = path.fillType  # not carried for sure
    try:
        trial.simplify(fix_winding=True, keep_starting_points=False)
    except pathops.PathOpsError:
        return None
    if scale != 1 or turn:
        size = scale * scale
        trial = trial.transform(cos / size, -sin / size, sin / size, cos / size, 0, 0)
    trial.fillType = pathops.FillType.WINDING
    return trial


def combined(reading: Reading, node: Node, one: Form, two: Form, how: pathops.PathOp) -> Form:
    """Two forms united, cut or subtracted; a fault where Skia cannot."""
    reading.spend(node, one.pieces + two.pieces)
    try:
        path = pathops.op(one.path, two.path, how, fix_winding=True, keep_starting_points=False)
    except pathops.PathOpsError:
        reading.fault(node, "two shapes could not be cut", _UNITE)
        return one
    path.fillType = pathops.FillType.WINDING
    return Form(path)


def united(reading: Reading, node: Node, one: Form, two: Form) -> Form:
    """All that either covers."""
    if not one.pieces:
        return two
    return combined(reading, node, one, two, pathops.PathOp.UNION) if two.pieces else one


def common(reading: Reading, node: Node, one: Form, area: Form) -> Form:
    """What of a form lies in an area."""
    if area.holds(one):
        return one
    if not one.meets(area):
        return NOTHING
    return combined(reading, node, one, area, pathops.PathOp.INTERSECTION)


def without(reading: Reading, node: Node, one: Form, area: Form) -> Form:
    """What of a form lies outside an area."""
    if not one.meets(area):
        return one
    return combined(reading, node, one, area, pathops.PathOp.DIFFERENCE)


def _same_curves(before: Sequence[Command], after: Sequence[Command]) -> bool:
    """Whether two paths are made of the same lines and curves, wherever they begin, whichever way they run.

    If so, nothing crossed and nothing was dropped: each curve is an edge of what is filled.
    """
    return Counter(_curves(before)) == Counter(_curves(after))


def _curves(commands: Iterable[Command]) -> Iterable[frozenset[tuple[float, ...]]]:
    start = pen = (0.0, 0.0)
    for step in (*commands, ("M", 0.0, 0.0)):
        points = step[1:]
        if step[0] in "MZ" and pen != start:
            yield frozenset({(*pen, *start), (*start, *pen)})
        if step[0] in "LC" and (len(points) > 2 or points != pen):
            way = (*pen, *points)
            back = tuple(value for at in range(len(way) - 2, -1, -2) for value in way[at : at + 2])
            yield frozenset({way, back})
        pen = start if step[0] == "Z" else points[-2:]
        start = pen if step[0] == "M" else start


def _loops(commands: Iterable[Command]) -> int:
    return sum(step[0] == "M" for step in commands)


def _closed(commands: Sequence[Command]) -> Iterable[Command]:
    """The curve with every loop closed, and without moves and lines that draw nothing."""
    loop: list[Command] = []
    for step in (*commands, ("M", 0.0, 0.0)):
        if step[0] == "M":
            yield from (*loop, ("Z",)) if len(loop) > 1 else ()
            loop = [step]
        elif step[0] != "Z" and not (step[0] == "L" and step[1:] == loop[-1][-2:]):
            loop.append(step)
