"""A photograph on a canvas: cropped round its focal point, veiled where words stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.brand.design import PhotoUse
from builder.brand.identity import Brand
from builder.content.frame import Item, Path, Picture
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.canvas import Canvas
from builder.media import Image


@dataclass(frozen=True, slots=True)
class Photograph:
    """An image, the point that every crop keeps (shares of width and height), and its alt text."""

    image: Image
    focus: tuple[float, float]
    alt: str


def crop(image: Image, box: Box, focus: tuple[float, float]) -> Box:
    """The largest part of the image with the box's proportions, as near the focus as it can be."""
    scale = min(image.width / box.w, image.height / box.h)
    width, height = box.w * scale, box.h * scale
    x = min(max(focus[0] * image.width - width / 2, 0.0), image.width - width)
    y = min(max(focus[1] * image.height - height / 2, 0.0), image.height - height)
    return Box(x, y, width, height)


def pictured(
    use: PhotoUse | None, photo: Photograph | None, canvas: Canvas, brand: Brand, rtl: bool
) -> list[Item]:
    """The photograph where the design has it, and its veil."""
    if use is None or photo is None:
        return []
    box = _side(use, canvas, rtl)
    items: list[Item] = [Picture(photo.image, box, crop(photo.image, box, photo.focus), photo.alt)]
    if use.veil is not None:
        items.append(Path(rounded(box, 0.0), brand.color(use.veil), opacity=use.veil_opacity))
    return items


def beside_photo(room: Box, use: PhotoUse | None, photo: Photograph | None, canvas: Canvas, rtl: bool) -> Box:
    """What a photograph at a side leaves of the room for words, with a gap as wide as the room's margin."""
    if use is None or photo is None or use.side == "all":
        return room
    box, edge = _side(use, canvas, rtl), min(room.x, room.y)
    left = max(room.x, box.right + edge) if box.x <= 0 and box.w < canvas.width else room.x
    top = max(room.y, box.bottom + edge) if box.y <= 0 and box.h < canvas.height else room.y
    right = min(room.right, box.x - edge) if box.x > 0 else room.right
    bottom = min(room.bottom, box.y - edge) if box.y > 0 else room.bottom
    return Box(left, top, right - left, bottom - top)


def _side(use: PhotoUse, canvas: Canvas, rtl: bool) -> Box:
    edge = canvas.bleed
    whole = Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge)
    side = {"left": "right", "right": "left"}.get(use.side, use.side) if rtl else use.side
    width = whole.w * use.share if side in {"left", "right"} else whole.w
    height = whole.h * use.share if side in {"top", "bottom"} else whole.h
    x = whole.right - width if side == "right" else whole.x
    y = whole.bottom - height if side == "bottom" else whole.y
    return Box(x, y, width, height)
