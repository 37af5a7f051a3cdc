"""Raster images that a drawing holds as data (SVG 2, 12.3; RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from builder.brand.rasters import FORMATS, MOST_PIXELS, raster_of
from builder.brand.svg.forms import box_form
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import area_of
from builder.brand.svg.reading import Reading, Size
from builder.brand.svg.scene import Outline, Scene
from builder.brand.svg.viewports import fitted
from builder.errors import FileTrouble
from builder.geometry.box import Box
from builder.geometry.paints import Raster, varied_moved
from builder.imagefiles import held_image

_DATA = re.compile(r"data:([\w.+/-]*)((?:;[^,;]*)*),", re.IGNORECASE)
_SQUARE = {"pixelated", "crisp-edges"}
_EMBED = (
    "embed it (Illustrator: Links panel > Embed Image; Inkscape: Extensions > Images > Embed Images; "
    "Affinity: Document > Resource Manager > Embed)"
)
_AGAIN = "embed it again, as PNG"


def image_outlines(reading: Reading, node: Node, scene: Scene) -> list[Outline]:
    """An image in its place as the paint of its rectangle; nothing, and a fault, if it cannot be drawn."""
    if scene.as_form or scene.style["visibility"] != "visible" or not node.link:
        return []  # only the forms of shapes clip
    if scene.style["image-rendering"] in _SQUARE:
        hint = "draw its pixels as squares, or take the property away"
        reading.fault(node, f"its image is {scene.style['image-rendering']}", hint)
    raster, room = _raster(reading, node), image_room(reading, node, scene.view)
    if raster is None or room is None or min(room.w, room.h) <= 0 or area_of(scene.matrix) == 0:
        return []
    scene = scene.after((1.0, 0.0, 0.0, 1.0, room.x, room.y))
    view, size = Box(0, 0, raster.image.width, raster.image.height), (room.w, room.h)
    matrix = fitted(node, view, size)
    shown = _shown(view, matrix, size, reading.overflows(node))
    form = box_form(shown.w, shown.h, scene.matrix, shown.x, shown.y)
    return [Outline(form, varied_moved(varied_moved(raster, matrix), scene.matrix))]


def image_room(reading: Reading, node: Node, view: Size) -> Box | None:
    """Where an image is, as large as it says or by its own proportions (CSS Images 3, 5.3)."""
    raster = _raster(reading, node)
    if raster is None:
        return None
    own = raster.image
    said = {
        name: reading.number(node, name, whole)
        for name, whole in zip(("width", "height"), view, strict=True)
        if node.get(name) not in (None, "", "auto")
    }
    width = said.get("width", said["height"] * own.width / own.height if "height" in said else own.width)
    x, y = reading.number(node, "x", view[0]), reading.number(node, "y", view[1])
    return Box(x, y, width, said.get("height", width * own.height / own.width))


def _shown(view: Box, matrix: tuple[float, ...], room: tuple[float, float], whole: bool) -> Box:
    """What of an image lies in its room."""
    across, _, _, down, x, y = matrix
    left, top, right, bottom = x, y, x + view.w * across, y + view.h * down
    if not whole:
        left, top, right, bottom = max(left, 0.0), max(top, 0.0), min(right, room[0]), min(bottom, room[1])
    return Box(left, top, right - left, bottom - top)


def _raster(reading: Reading, node: Node) -> Raster | None:
    """An image unpacked, once; None, and a fault, if it cannot be."""
    if node not in reading.rasters and (found := _unpacked(reading, node)) is not None:
        reading.rasters[node] = found
    return reading.rasters.get(node)


def _unpacked(reading: Reading, node: Node) -> Raster | None:
    found = _DATA.match(node.link)
    if not found:
        where = node.link if len(node.link) < 50 else f"{node.link[:47]}…"
        reading.fault(node, f"its image is in another file: {where}", _EMBED)
        return None
    if "svg" in found[1]:
        hint = "place its shapes (Illustrator: Object > Expand; Inkscape: ungroup what was imported)"
        reading.fault(node, "it holds an SVG as an image", hint)
        return None
    try:
        data = _bytes(node.link[found.end() :], "base64" in found[2].lower())
        image = held_image(data, "its image", FORMATS, MOST_PIXELS - reading.pixels)
    except (binascii.Error, FileTrouble) as error:
        trouble = isinstance(error, FileTrouble)
        reading.fault(node, str(error) if trouble else "its image is not whole", _AGAIN)
        return None
    reading.pixels += image.width * image.height
    return raster_of(image)


def _bytes(text: str, packed: bool) -> bytes:
    data = unquote_to_bytes(text)
    return base64.b64decode(b"".join(data.split()), validate=True) if packed else data
