"""Art and tiles in little ink: the outlines of their forms, as of a drawing to colour in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.color import Color
from builder.content.frame import Path
from builder.geometry.box import Point
from builder.geometry.curves import flattened
from builder.record import replace

_LINE = 0.005  # of the short side: 3 pt on A4
_SLIGHT = 3.0  # lines: a form no thicker is drawn whole, as two lines so near are a smear
_TOLERANCE = 0.002  # of the short side


def in_lines(paths: Iterable[Path], paper: Color, ink: Color, short: float) -> Iterator[Path]:
    """The forms as outlines on paper, each before those behind it; `short` is the canvas's short side.

    Slight ones (eyes, twigs, hairlines) are filled with the ink. What lets others shine through, such as a
    shade or a fold, stays as it is.
    """
    line = _LINE * short
    for path in paths:
        if path.opacity < 1.0 or not path.commands:
            yield path
        elif _thickness(flattened(path.commands, _TOLERANCE * short)) < _SLIGHT * line:
            yield replace(path, fill=ink)
        else:
            yield replace(path, fill=paper, stroke=ink, stroke_width=line)


def _thickness(polygons: Sequence[Sequence[Point]]) -> float:
    """How thick a form is throughout: twice its area by the length of its edges."""
    area = length = 0.0
    for points in polygons:
        for (x, y), (to_x, to_y) in zip(points, (*points[1:], points[0]), strict=True):
            area += (x * to_y - to_x * y) / 2
            length += ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    return 2 * abs(area) / length if length else 0.0
