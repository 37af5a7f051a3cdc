"""How much of each pixel a closed curve covers: FreeType's smooth rasteriser, exact and in whole numbers.

No hints, no gamma, no host's fonts: the same on every processor.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from itertools import chain
from math import ceil, floor
from typing import Any, NamedTuple

import freetype
import numpy as np
from freetype.raw import FT_Bitmap, FT_Outline_Get_Bitmap
from numpy.typing import NDArray

from builder.geometry.box import Box, Command
from builder.geometry.clip import clipped
from builder.kept import Kept, kept, weight_of
from builder.render.pixels.outline import GRID, MOST_POINTS, Outline, pointer, traced
from builder.render.pixels.stroke import stroked

_MASKS = Kept(4 << 20)  # the art of a design on a canvas or two
_FAR = 16_000  # px from the corner of what is seen: FreeType's numbers end at 32,767
_CROWDED = 0x62  # FT_Err_Raster_Overflow: a row has more edges than its memory holds, as of a slope

PixelBox = tuple[int, int, int, int]  # left, top, right, bottom in px


class Mask(NamedTuple):
    """Coverage 0 to 255 of each pixel, and where the left top one lies, in px."""

    x: int
    y: int
    alpha: NDArray[np.uint8]  # (height, width)

    @property
    def area(self) -> PixelBox:
        """The pixels that it may cover."""
        height, width = self.alpha.shape
        return self.x, self.y, self.x + width, self.y + height


def _weight(asked: tuple[Sequence[Command], *tuple[object, ...]], mask: Mask | None) -> int:
    return weight_of(asked[0]) + (mask.alpha.nbytes if mask else 0)


@kept(_MASKS, _weight)
def filled(commands: tuple[Command, ...], width: int, height: int) -> Mask | None:
    """The coverage of a curve filled by the non-zero rule on a canvas; None if it lies outside."""
    return _seen(commands, (0, 0, width, height))


@kept(_MASKS, _weight)
def lined(commands: tuple[Command, ...], pen: float, width: int, height: int) -> Mask | None:
    """The coverage of a curve drawn by a round pen `pen` px wide on a canvas; None if it lies outside."""
    canvas = (0, 0, width, height)
    return united((_seen(piece, canvas) for piece in stroked(commands, pen)), canvas)


def united(masks: Iterable[Mask | None], within: PixelBox) -> Mask | None:
    """Masks as one, so that where they touch nothing is painted twice; None if nothing is seen."""
    seen = [(alpha, x, y, x + alpha.shape[1], y + alpha.shape[0]) for x, y, alpha in filter(None, masks)]
    if not seen:
        return None
    _, lefts, tops, rights, bottoms = zip(*seen, strict=True)
    area = _common((min(lefts), min(tops), max(rights), max(bottoms)), within)
    if area is None:
        return None
    left, top, right, bottom = area
    alpha = np.zeros((bottom - top, right - left), np.uint8)
    for own, x, y, x1, y1 in seen:
        if x >= left and y >= top and x1 <= right and y1 <= bottom:
            part = alpha[y - top : y1 - top, x - left : x1 - left]
            np.maximum(part, own, out=part)
        elif common := _common((x, y, x1, y1), area):
            x0, y0, x2, y2 = common
            part = alpha[y0 - top : y2 - top, x0 - left : x2 - left]
            np.maximum(part, own[y0 - y : y2 - y, x0 - x : x2 - x], out=part)
    return Mask(left, top, alpha)


def covered(outline: Outline, within: PixelBox | None = None) -> Mask | None:
    """The coverage of an outline in px, of all of it or of what lies within an area."""
    area = _touched(outline, within)
    if area is None:
        return None
    left, top, right, bottom = area
    grid = np.rint(outline.points * 64).astype(GRID)
    grid[:, 0] -= left * 64
    grid[:, 1] = bottom * 64 - grid[:, 1]  # FreeType's y grows upwards
    return Mask(left, top, rastered(outline, grid, (right - left, bottom - top)))


def rastered(outline: Outline, grid: NDArray[Any], size: tuple[int, int]) -> NDArray[np.uint8]:
    """The coverage of a box of pixels by an outline whose points are on FreeType's grid, the foot at 0."""
    width, height = size
    alpha = np.zeros((height, width), np.uint8)
    _fill(alpha, outline, np.ascontiguousarray(grid))
    return alpha


def _fill(alpha: NDArray[np.uint8], outline: Outline, grid: NDArray[Any]) -> None:
    """Write the coverage of pixels, half by half where FreeType bears no more of them in a row."""
    height, width = alpha.shape
    bitmap = FT_Bitmap()
    bitmap.rows, bitmap.width = height, width
    bitmap.pitch, bitmap.num_grays, bitmap.pixel_mode = alpha.strides[0], 256, freetype.FT_PIXEL_MODE_GRAY
    bitmap.buffer = pointer(alpha, ctypes.c_ubyte)
    struct = outline.struct(grid)
    error = FT_Outline_Get_Bitmap(freetype.get_handle(), ctypes.byref(struct), ctypes.byref(bitmap))
    if error == _CROWDED and width > 1:
        middle = width // 2
        _fill(alpha[:, :middle], outline, grid)
        _fill(alpha[:, middle:], outline, grid - np.array((middle * 64, 0), GRID))
    elif error:
        raise ValueError(f"FreeType cannot fill a curve: error {error}")


def _seen(commands: Sequence[Command], within: PixelBox) -> Mask | None:
    """The coverage within an area of any curve: one too far or too long for FreeType is cut to it first."""
    outline = traced(commands)
    area = _touched(outline, within)
    if area is None:
        return None
    left, top, right, bottom = area
    away = (x - left for x in outline.extent[::2]), (y - top for y in outline.extent[1::2])
    if max(map(abs, chain(*away))) > _FAR:
        commands = clipped(commands, Box(left - 1, top - 1, right - left + 2, bottom - top + 2))
        outline = traced(commands)
    if len(outline.points) > MOST_POINTS:
        return united((_seen(clipped(commands, _box(half)), half) for half in _halves(area)), area)
    return covered(outline, area)


def _touched(outline: Outline, within: PixelBox | None) -> PixelBox | None:
    """The pixels in the box around an outline, as far as they lie within an area."""
    if not len(outline.points):
        return None
    left, top, right, bottom = outline.extent
    area = floor(left), floor(top), ceil(right), ceil(bottom)
    return _common(area, within or area)


def _common(one: PixelBox, other: PixelBox) -> PixelBox | None:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if right > left and bottom > top else None


def _halves(area: PixelBox) -> tuple[PixelBox, PixelBox]:
    left, top, right, bottom = area
    if right - left > bottom - top:
        middle = (left + right) // 2
        return (left, top, middle, bottom), (middle, top, right, bottom)
    middle = (top + bottom) // 2
    if middle == top:
        raise ValueError(f"a curve has more than {MOST_POINTS:,} points in one pixel")
    return (left, top, right, middle), (left, middle, right, bottom)


def _box(area: PixelBox) -> Box:
    return Box(area[0], area[1], area[2] - area[0], area[3] - area[1])
