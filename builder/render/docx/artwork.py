"""Frames and photographs as pictures, no finer than a page shows them, and curves as SVG beside."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Fill, Frame, Item, Path, Picture
from builder.content.recipe import Later, seen
from builder.geometry.box import Box
from builder.geometry.paints import Raster, Varied
from builder.media import Image
from builder.render.parts import drawn
from builder.render.pixels.scale import scaled
from builder.render.svg import svg_file

_FINENESS = 150 / 72  # px a pt: what an office printer shows
_PRINTED = 300 / 72  # the same of images in an SVG, which is there to be sharp


def picture(content: Frame | Image | Later, width: float) -> bytes:
    """The content for a width in pt on the page, as JPEG if it has a photograph, else as PNG.

    A picture that was drawn before is not drawn again.
    """
    return drawn(_picture, content, width)


def vector(content: Frame | Image | Later) -> bytes:
    """The content as an SVG to draw instead; empty without curves, and with words or photographs."""
    return drawn(_vector, content)


def _vector(content: Frame | Image | Later) -> bytes:
    shown: Frame | Image = seen(content)
    if (
        not isinstance(shown, Frame)
        or not all(map(_is_drawn, shown.items))
        or not any(map(_is_curve, shown.items))
    ):
        return b""
    return svg_file(shown, _PRINTED).encode()


def _is_drawn(item: Item) -> bool:
    """Whether an SVG of curves has a form for an item."""
    if isinstance(item, Fill):
        return isinstance(item.paint, Color)
    return isinstance(item, Path) and item.stroke is None and isinstance(item.fill, Color | Varied)


def _is_curve(item: Item) -> bool:
    return isinstance(item, Path) and not isinstance(item.fill, Raster)


def _picture(content: Frame | Image | Later, width: float) -> bytes:
    from builder.render.pixels.paint import paint  # noqa: PLC0415  loads much, and most pictures are kept
    from builder.render.pixels.png import encode_png, palette_png  # noqa: PLC0415

    shown: Frame | Image = seen(content)
    frame = shown if isinstance(shown, Frame) else _framed(shown)
    canvas = paint(scaled(frame, max(round(width * _FINENESS), 1) / frame.width))
    if any(isinstance(item, Picture) for item in frame.items):
        from builder.render.pixels.jpeg import encode_jpeg  # noqa: PLC0415

        return palette_png(canvas) or encode_jpeg(canvas)
    return encode_png(canvas)


def _framed(image: Image) -> Frame:
    whole = Box(0, 0, image.width, image.height)
    paper = Fill(whole, Color(255, 255, 255))  # behind what is clear
    return Frame(image.width, image.height, "px", (paper, Picture(image, whole, whole)), "")
