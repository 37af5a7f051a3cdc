"""The pixels of a shading along a line or around a point.

Only sums, products and roots of single numbers, which every processor rounds alike, and a strip of
colours in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from builder.geometry.paints import Raster, Varied, fades
from builder.geometry.shadings import Linear, Radial, Shading
from builder.kept import kept
from builder.render.pixels.canvas import BACKS, Packed, packed
from builder.render.pixels.coverage import Mask, PixelBox
from builder.render.pixels.gradient import strip_of
from builder.render.pixels.raster import raster_pixels

_FINENESS = 4096  # colours along a shading
_AT_ONCE = 1 << 17  # pixels; the tables that a strip is painted by take fifty times the room of its mask


@kept(BACKS, lambda _, pixels: pixels.nbytes)
def _pixels(shading: Shading, area: PixelBox) -> NDArray[np.uint8]:
    """Red, green, blue and opacity of each pixel of an area; of one row or column, if all are alike."""
    left, top, right, bottom = area
    x = np.arange(left, right, dtype=np.float64)[None, :] + 0.5
    y = np.arange(top, bottom, dtype=np.float64)[:, None] + 0.5
    share = _along(shading, x, y) if isinstance(shading, Linear) else _around(shading, x, y)
    stops = [(stop.at, (*stop.color.rgb, round(stop.opacity * 255))) for stop in shading.stops]
    strip = strip_of(stops, _FINENESS).astype(np.uint8)
    found: NDArray[np.uint8] = strip[np.clip(share * _FINENESS, 0, _FINENESS - 1).astype(np.intp)]
    found.flags.writeable = False
    return found


def varied_through(mask: Mask, paint: Varied) -> Iterator[tuple[Mask, Packed]]:
    """A mask, thinner where the paint fades, and the colours that it lets through; of a shading in strips."""
    fading = fades(paint)
    if isinstance(paint, Raster):
        yield _through(mask, raster_pixels(paint, mask.area), fading=fading)
        return
    rows = max(_AT_ONCE // mask.alpha.shape[1], 1)
    for top in range(0, len(mask.alpha), rows):
        strip = Mask(mask.x, mask.y + top, mask.alpha[top : top + rows])
        yield _through(strip, _pixels(paint, strip.area), fading=fading)


def _through(mask: Mask, pixels: NDArray[np.uint8], *, fading: bool) -> tuple[Mask, Packed]:
    alpha = mask.alpha
    if fading:
        product = alpha.astype(np.uint32) * pixels[..., 3] + 128
        alpha = ((product + (product >> 8)) >> 8).astype(np.uint8)  # / 255, rounded
    return Mask(mask.x, mask.y, alpha), np.broadcast_to(packed(pixels[..., :3]), alpha.shape)


def _along(shading: Linear, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far along a line points lie, 0 at its start and 1 at its end."""
    (x0, y0), (x1, y1) = shading.start, shading.end
    dx, dy = x1 - x0, y1 - y0
    across = (x - x0) * dx if dx else np.zeros((1, 1))
    down = (y - y0) * dy if dy else np.zeros((1, 1))
    share: NDArray[np.float64] = (across + down) / (dx * dx + dy * dy)
    return share


def _around(shading: Radial, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Which circle between the inner and the outer one points lie on, 0 and 1 for these.

    The circle of a share has its centre at focus × (1 - share) and the radius inner + (1 - inner) × share:
    the larger root of what says that a point lies on it.
    """
    a, b, c, d, e, f = shading.matrix
    size = a * d - b * c
    fx, fy, inner = shading.focus
    px = ((x - e) * d - (y - f) * c) / size - fx
    py = ((y - f) * a - (x - e) * b) / size - fy
    rest = 1 - inner
    square = rest * rest - fx * fx - fy * fy
    half = px * fx + py * fy - inner * rest
    root = np.sqrt(np.maximum(half * half + square * (px * px + py * py - inner * inner), 0))
    share: NDArray[np.float64] = (half + root) / square
    return share
