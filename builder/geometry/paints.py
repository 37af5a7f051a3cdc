"""What curves are painted in that is not one colour: shadings, and images."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.color import Color
from builder.geometry.curves import Matrix, concatenate
from builder.geometry.shadings import Linear, Radial, shading_moved, shading_tinted
from builder.media import Image
from builder.record import replace


@dataclass(frozen=True, slots=True)
class Raster:
    """An image, whose pixels a matrix puts into place; the curve that it paints reaches no further."""

    image: Image
    matrix: Matrix
    tint: Color | None = None  # instead of all of its colours
    inks: tuple[tuple[Color, float], ...] = field(default=(), compare=False)  # shares of what is opaque
    is_clear: bool = field(default=False, compare=False)  # whether anything shines through

    @property
    def enlarged(self) -> tuple[float, float]:
        """How long a pixel of the image is on the canvas, across and down."""
        a, b, c, d, *_ = self.matrix
        return math.hypot(a, b), math.hypot(c, d)


Varied = Linear | Radial | Raster


def varied_moved(paint: Varied, matrix: Matrix) -> Varied:
    """The paint after a matrix, which must not be flat."""
    if isinstance(paint, Raster):
        return replace(paint, matrix=concatenate(paint.matrix, matrix))
    return shading_moved(paint, matrix)


def varied_tinted(paint: Varied, tint: Callable[[Color], Color], all_: Color | None = None) -> Varied:
    """The paint with each of its colours changed; an image has none that are told apart, so all or none."""
    if isinstance(paint, Raster):
        return replace(paint, tint=all_) if all_ else paint
    return shading_tinted(paint, tint)


def inks_of(paint: Color | Varied) -> tuple[tuple[Color, float], ...]:
    """The colours that a paint has, of an image the main ones, and the share of each."""
    if isinstance(paint, Color):
        return ((paint, 1.0),)
    if isinstance(paint, Raster):
        return ((paint.tint, 1.0),) if paint.tint else paint.inks
    return tuple((stop.color, 1 / len(paint.stops)) for stop in paint.stops)


def fades(paint: object) -> bool:
    """Whether a paint lets anything shine through by itself: no colour does, nor does an opaque shading."""
    if isinstance(paint, Raster):
        return paint.is_clear
    return isinstance(paint, Linear | Radial) and any(stop.opacity < 1 for stop in paint.stops)
