"""Curves as fontTools knows them: drawn with its pens, and recorded again."""

from __future__ import annotations

from collections.abc import Iterable

from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.pointInsidePen import PointInsidePen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen

from builder.geometry.box import Box, Command, Point

_CALLS = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "closePath"}
_LETTERS = {call: letter for letter, call in _CALLS.items()}


def extent(commands: Iterable[Command]) -> Box:
    """The smallest box around a curve, exact: its steering points may lie outside."""
    pen = BoundsPen(None)
    _draw(commands, pen)
    left, top, right, bottom = pen.bounds or (0.0, 0.0, 0.0, 0.0)
    return Box(left, top, right - left, bottom - top)


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


def backwards(commands: Iterable[Command]) -> tuple[Command, ...]:
    """The curve drawn from its end to its start."""
    record = RecordingPen()
    _draw(commands, ReverseContourPen(record))
    return tuple(
        (_LETTERS[call], *(value for point in points for value in point))
        for call, points in record.value
        if call in _LETTERS
    )


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
