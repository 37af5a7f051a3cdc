"""Drawings that freeform shapes cannot show, as pictures: PNG, and SVG beside it for new programs."""

from __future__ import annotations

import math
from hashlib import sha256

from builder.content.frame import Frame, Path, path_moved
from builder.geometry.box import Box
from builder.geometry.paints import Raster, Varied
from builder.render.ooxml.markup import blip, node, place
from builder.render.ooxml.package import Package
from builder.render.parts import drawn
from builder.render.svg import svg_file

_FINENESS = 2.0  # px a pt: a projector's 1,920 for a slide
_MOST = 1920  # px of what is drawn finer than that
_PRINTED = 300 / 72  # what a print shop asks of pictures
_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


def needs_picture(paths: tuple[Path, ...]) -> bool:
    """Whether curves are painted in what Office draws in ways of its own."""
    return any(isinstance(path.fill, Varied) for path in paths)


class ArtPictures:
    """The pictures of one part, whose relations go on from those that it has."""

    def __init__(self, package: Package, taken: int) -> None:
        self._package, self._taken = package, taken
        self.relations: list[tuple[str, str]] = []

    def picture(self, paths: tuple[Path, ...], box: Box) -> tuple[str, str]:
        """The fill and the place of a picture of curves within a box, larger by less than a pixel."""
        fineness = _fineness(paths, box)
        box = _of_pixels(box, fineness)
        moved = tuple(path_moved(path, (1.0, 0.0, 0.0, 1.0, -box.x, -box.y)) for path in paths)
        frame = Frame(box.w, box.h, "pt", moved, "")
        png = self._add("png", drawn(_png, frame, fineness))
        fill = node("p:blipFill", self._blip(png, frame), "<a:stretch><a:fillRect/></a:stretch>")
        shape = node("p:spPr", place(box), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
        return fill, shape

    def _blip(self, png: str, frame: Frame) -> str:
        """The PNG, and the SVG beside it if there is anything in it that is not made of pixels."""
        if all(isinstance(item, Path) and isinstance(item.fill, Raster) for item in frame.items):
            return blip(png)
        return blip(png, self._add("svg", svg_file(frame, _FINENESS).encode()))

    def _add(self, ending: str, data: bytes) -> str:
        """The id of a file's relation; equal files are one in the package."""
        name = f"ppt/media/art-{sha256(data).hexdigest()[:12]}.{ending}"
        if all(part.name != name for part in self._package.parts):
            self._package.add(name, _TYPES[ending], data)
        self.relations.append(("image", f"../media/{name.rpartition('/')[2]}"))
        return f"rId{self._taken + len(self.relations)}"


def _fineness(paths: tuple[Path, ...], box: Box) -> float:
    """Pixels a pt: more of what is small, and of images alone no more than they have."""
    if not all(isinstance(path.fill, Raster) for path in paths):
        return min(max(_FINENESS, _MOST / max(box.w, box.h)), 2 * _FINENESS)
    own = max(1 / min(path.fill.enlarged) for path in paths if isinstance(path.fill, Raster))
    return min(max(own, _FINENESS), _PRINTED)


def _of_pixels(box: Box, fineness: float) -> Box:
    left, top = (math.floor(edge * fineness) / fineness for edge in (box.x, box.y))
    right, bottom = (math.ceil(edge * fineness) / fineness for edge in (box.right, box.bottom))
    return Box(left, top, right - left, bottom - top)


def _png(frame: Frame, fineness: float) -> bytes:
    from builder.render.pixels.scale import Fit  # noqa: PLC0415  loads much, and most art has no blends
    from builder.render.pixels.seethrough import see_through_png  # noqa: PLC0415

    width, height = (max(round(side * fineness), 1) for side in (frame.width, frame.height))
    items = tuple(Fit(fineness).item(item) for item in frame.items)
    return see_through_png(Frame(width, height, "px", items, ""))
