"""Parts of a drawing as pixels, and pixels as a part of the drawing again."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from builder.brand.easel import FINENESS, Easel
from builder.brand.identity import Art, ArtShape
from builder.brand.rasters import raster_of
from builder.brand.svg.forms import GRID, Form, to_path
from builder.brand.svg.scene import Outline
from builder.color import Color
from builder.geometry.box import Box
from builder.geometry.curves import Matrix, before, bounds, concatenate, moved
from builder.geometry.paints import varied_moved
from builder.geometry.pens import outline_of
from builder.media import Held, Image
from builder.record import Record

if TYPE_CHECKING:
    from builder.brand.effects.layer import Area, Layer


class Sheet(Record):
    """Pixels that lie on the grid; `across` and `down` are those of a unit of the space that they follow."""

    matrix: Matrix  # from its px to the grid
    left: int  # px from that space's origin
    top: int
    width: int
    height: int
    across: float
    down: float

    def area(self, box: Box) -> Area:
        """The whole pixels of a box in the space."""
        left, right = (_whole(edge * self.across - self.left, self.width) for edge in (box.x, box.right))
        top, bottom = (_whole(edge * self.down - self.top, self.height) for edge in (box.y, box.bottom))
        return left, top, right, bottom


def _whole(edge: float, most: int) -> int:
    return min(max(math.floor(edge + 0.5), 0), most)


def scales(space: Matrix) -> tuple[float, float]:
    """How many px of a sheet a unit of a space has, across and down."""
    a, b, c, d, *_ = space
    return math.hypot(a, b) * FINENESS / GRID, math.hypot(c, d) * FINENESS / GRID


def sheet_of(space: Matrix, room: Box, coarse: float = 1.0) -> Sheet:
    """The sheet of a room in a space, whose matrix leads to the grid; its pixels so many times coarser."""
    across, down = (scale / coarse for scale in scales(space))
    left, top = math.floor(room.x * across), math.floor(room.y * down)
    width, height = (
        max(math.ceil(end) - start, 1)
        for start, end in ((left, room.right * across), (top, room.bottom * down))
    )
    matrix = concatenate((1 / across, 0.0, 0.0, 1 / down, left / across, top / down), space)
    return Sheet(matrix, left, top, width, height, across, down)


def back(box: Box, space: Matrix) -> Box:
    """The box in a space that holds one of the grid."""
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    return bounds([[before(space, corner) for corner in corners]])


def reached(outlines: Iterable[Outline]) -> Box:
    """The box of the grid around outlines, of which there is one at least."""
    boxes = [each.form.bounds for each in outlines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops))


def layer_of(easel: Easel, outlines: Sequence[Outline], sheet: Sheet) -> Layer:
    """What outlines come to on a sheet."""
    from builder.brand.effects.layer import of_pixels  # noqa: PLC0415  loads numpy, and few drawings need it

    origin = before(sheet.matrix, (0.0, 0.0))
    right, down = before(sheet.matrix, (1.0, 0.0)), before(sheet.matrix, (0.0, 1.0))
    matrix = (
        *(right[0] - origin[0], right[1] - origin[1]),
        *(down[0] - origin[0], down[1] - origin[1]),
        *origin,
    )
    shapes = tuple(_shape(each, matrix) for each in outlines)
    art = Art("", "", Box(0, 0, sheet.width, sheet.height), shapes)
    return of_pixels(easel.draw(art, sheet.width, sheet.height))


def _shape(outline: Outline, matrix: Matrix) -> ArtShape:
    paint = outline.paint
    paint = paint if isinstance(paint, Color) else varied_moved(paint, matrix)
    return ArtShape(moved(outline.form.commands(), matrix), paint, outline.opacity)


def picture_of(easel: Easel, layer: Layer, sheet: Sheet) -> Outline | None:
    """What is seen of a layer as an outline that it paints; None if nothing is."""
    area = layer.area
    if area is None:
        return None
    left, top, right, bottom = area
    data = easel.png(layer.pixels(area))
    image = Image(hashlib.sha256(data).hexdigest(), right - left, bottom - top, Path(), Held(data))
    paint = varied_moved(raster_of(image), concatenate((1.0, 0.0, 0.0, 1.0, left, top), sheet.matrix))
    room = outline_of(Box(left, top, right - left, bottom - top))
    return Outline(Form(to_path(room, sheet.matrix)), paint)
