"""How far curves reach, and what they go round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fontTools.misc.bezierTools import solveQuadratic
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.pointInsidePen import PointInsidePen

from builder.geometry.box import Box, Command, Point

Edges = tuple[float, float, float, float]

_CALLS = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "closePath"}


def extent(commands: Iterable[Command]) -> Box:
    """The smallest box around what is drawn, exact: a curve's steering points may lie outside."""
    return around([edges(commands)])


def around(several: Sequence[Edges]) -> Box:
    """The smallest box around all that lies between some edges."""
    lefts, tops, rights, bottoms = zip(*several, strict=True)
    left, top = min(lefts), min(tops)
    return Box(left, top, max(rights) - left, max(bottoms) - top)


def outline_of(box: Box) -> tuple[Command, ...]:
    """A rectangle as a curve."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))


def frame_of(box: Box, weight: float) -> tuple[Command, ...]:
    """The outline of a rectangle, within it; its inner edge runs the other way round, so that it is clear."""
    x, y, right, bottom = box.x + weight, box.y + weight, box.right - weight, box.bottom - weight
    inner = (("M", x, y), ("L", x, bottom), ("L", right, bottom), ("L", right, y), ("Z",))
    return (*outline_of(box), *inner)


def edges(commands: Iterable[Command]) -> Edges:
    """How far to the left, to the top, to the right and to the bottom something is drawn."""
    xs, ys = list[float](), list[float]()
    for step in commands:
        if len(step) == 7:
            _, x1, y1, x2, y2, x, y = step
            xs += _turns(xs[-1], x1, x2, x)
            ys += _turns(ys[-1], y1, y2, y)
        elif len(step) == 3:
            _, x, y = step
        else:
            continue
        xs.append(x)
        ys.append(y)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def _turns(a: float, b: float, c: float, d: float) -> Sequence[float]:
    """Where a cubic turns back along an axis, if it goes beyond its ends: at the roots of its slope."""
    least, most = (a, d) if a < d else (d, a)
    if least <= b <= most and least <= c <= most:
        return ()
    line = (b - a) * 3.0
    square = (c - b) * 3.0 - line
    cubic = d - a - line - square
    roots = solveQuadratic(cubic * 3.0, square * 2.0, line)
    return [cubic * t * t * t + square * t * t + line * t + a for t in roots if 0 <= t < 1]


def area(commands: Iterable[Command]) -> float:
    """The area that a closed curve goes round, negative if it runs the other way."""
    pen = AreaPen()
    _draw(commands, pen)
    return float(pen.value)


def holds(commands: Iterable[Command], point: Point) -> bool:
    """Whether a point lies inside a closed curve (even-odd rule)."""
    pen = PointInsidePen(None, point, evenOdd=True)
    _draw(commands, pen)
    return bool(pen.getResult())


def _draw(commands: Iterable[Command], pen: object) -> None:
    """Calls a pen of fontTools; a subpath that is left open ends as one."""
    is_open = False
    for letter, *numbers in commands:
        if letter == "M" and is_open:
            pen.endPath()  # type: ignore[attr-defined]
        points = zip(numbers[::2], numbers[1::2], strict=True)
        getattr(pen, _CALLS[letter])(*points)
        is_open = letter != "Z"
    if is_open:
        pen.endPath()  # type: ignore[attr-defined]
