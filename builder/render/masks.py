"""Curves as anti-aliased masks, each in its own tight box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from PIL import Image as Pixels
from PIL import ImageDraw

from builder.geometry.box import Command
from builder.geometry.curves import Point, flattened

_GRAIN = 4  # samples a pixel in each direction
_TOLERANCE = 0.05  # px that a straight piece may leave its curve


@dataclass(frozen=True, slots=True)
class Mask:
    """Coverage 0 to 255, and where its left top corner lies on the canvas, in px."""

    x: int
    y: int
    pixels: Pixels.Image


def path_mask(commands: Iterable[Command], size: tuple[int, int]) -> Mask | None:
    """The coverage of a filled curve on a canvas; None if it lies outside.

    Subpaths that run against the largest one cut holes (the non-zero rule for art whose
    subpaths do not cross).
    """
    polygons = [p for p in flattened(commands, _TOLERANCE) if len(p) > 2]
    box = _visible(polygons, size, 1.0)
    if box is None:
        return None
    left, top, width, height = box
    pixels = Pixels.new("L", (width * _GRAIN, height * _GRAIN))
    pen = ImageDraw.Draw(pixels)
    polygons.sort(key=lambda p: -abs(_area(p)))
    outer = _area(polygons[0]) > 0
    for polygon in polygons:
        sampled = [((x - left) * _GRAIN - 0.5, (y - top) * _GRAIN - 0.5) for x, y in polygon]
        pen.polygon(sampled, fill=255 if (_area(polygon) > 0) == outer else 0)
    return Mask(left, top, pixels.reduce(_GRAIN))


def stroke_mask(commands: Iterable[Command], width: float, size: tuple[int, int]) -> Mask | None:
    """The coverage of a stroked curve with round joins and caps; None if it lies outside."""
    polygons = flattened(commands, _TOLERANCE)
    box = _visible(polygons, size, width / 2 + 1)
    if box is None:
        return None
    left, top, across, down = box
    pixels = Pixels.new("L", (across * _GRAIN, down * _GRAIN))
    pen = ImageDraw.Draw(pixels)
    radius = width * _GRAIN / 2
    for polygon in polygons:
        points = [((x - left) * _GRAIN - 0.5, (y - top) * _GRAIN - 0.5) for x, y in polygon]
        pen.line(points, fill=255, width=round(width * _GRAIN), joint="curve")
        for x, y in (points[0], points[-1]):
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return Mask(left, top, pixels.reduce(_GRAIN))


def _visible(
    polygons: Sequence[Sequence[Point]], size: tuple[int, int], reach: float
) -> tuple[int, int, int, int] | None:
    points = [point for polygon in polygons for point in polygon]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    left, top = max(floor(min(xs) - reach), 0), max(floor(min(ys) - reach), 0)
    right, bottom = min(ceil(max(xs) + reach), size[0]), min(ceil(max(ys) + reach), size[1])
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def _area(polygon: Sequence[Point]) -> float:
    pairs = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2
