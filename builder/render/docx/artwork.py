"""Frames and photographs as PNG pictures, no finer than a page shows them."""

from __future__ import annotations

from builder.content.frame import Frame, Picture
from builder.content.recipe import Later, seen
from builder.geometry.box import Box
from builder.media import Image
from builder.render.parts import drawn
from builder.render.pixels.scale import scaled

_FINENESS = 150 / 72  # px a pt: what an office printer shows


def picture(content: Frame | Image | Later, width: float) -> bytes:
    """The content as a PNG for a width in pt on the page; one that was drawn before is not drawn again."""
    return drawn(_picture, content, width)


def _picture(content: Frame | Image | Later, width: float) -> bytes:
    from builder.render.pixels.paint import paint  # noqa: PLC0415  loads much, and most pictures are kept
    from builder.render.pixels.png import encode_png  # noqa: PLC0415

    shown: Frame | Image = seen(content)
    frame = shown if isinstance(shown, Frame) else _framed(shown)
    return encode_png(paint(scaled(frame, max(round(width * _FINENESS), 1) / frame.width)))


def _framed(image: Image) -> Frame:
    whole = Box(0, 0, image.width, image.height)
    return Frame(image.width, image.height, "px", (Picture(image, whole, whole),), "")
